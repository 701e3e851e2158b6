"""What only one feature knows of its cases, as a further condition on their list."""

from typing import Any, NamedTuple, Protocol

from gdpr_desktop.vault.reading import first

MANY = 10_000  # cases; where more match, the list finds its rows sooner by looking at each


class Sql(NamedTuple):
    """A piece of SQL and its values."""

    text: str
    values: tuple[object, ...] = ()


class Narrowing(Protocol):
    """A frozen value that a feature gives to the list. It says the same in two ways."""

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


def narrowed(db: Any, narrowing: Narrowing | None) -> Narrowed:
    """The faster of the two ways for what the file holds."""
    if narrowing is None:
        return Narrowed()
    found = narrowing.found()
    row = first(
        db, f"SELECT count(*) AS n FROM ({found.text} LIMIT {MANY + 1})", list(found.values)
    )
    if row is not None and row["n"] > MANY:
        return Narrowed(narrowing.holds())
    return Narrowed(Sql(f"f.id IN ({found.text})", found.values), few=True)
