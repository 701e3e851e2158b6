"""What only one feature knows of its cases, as a further condition on their list."""

from typing import ClassVar, NamedTuple, Protocol


class Sql(NamedTuple):
    """A piece of SQL and its values."""

    text: str
    values: tuple[object, ...] = ()


class Narrowing(Protocol):
    """A frozen value that a feature gives to the list. It says the same in two ways.

    Where more than ``many`` cases match, each is looked at in place of asking the indexes.
    """

    many: ClassVar[int]

    def found(self) -> Sql:
        """A SELECT of the ids of all such cases, each once and in rising order."""
        ...

    def holds(self) -> Sql:
        """A condition on one case, ``f.id``."""
        ...


class Narrowed(NamedTuple):
    """What a narrowing is in one query; ``few`` when not many cases match."""

    sql: Sql = Sql("1")
    few: bool = False


EVERYTHING = Narrowed()
