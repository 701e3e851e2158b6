"""Where free text lies. Each feature adds its own tables; casework's are here from the start."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, NamedTuple

from gdpr_desktop.casework.model import Person
from gdpr_desktop.casework.person_search.clues import Clue
from gdpr_desktop.casework.person_search.model import Where


class Text(NamedTuple):
    """A row of a source: its key in the table, the case (None: outside the cases), the text."""

    key: int
    case_id: int | None
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One table with free text.

    ``page(db, after, until)`` gives the rows with a key above ``after`` and not above ``until``,
    by the index of the key; ``last(db)`` the greatest key, 0 when the table is empty.

    Where each row is about somebody, ``person`` says about whom, and ``told`` what the row says,
    in words; ``indexed(db, clues)`` gives the rows that an index of the feature's own knows.
    """

    name: str
    where: Where
    page: Callable[[Any, int, int], list[Text]]
    last: Callable[[Any], int]
    person: Callable[[Text], Person] | None = None
    told: Callable[[Any, Text], str] | None = None
    indexed: Callable[[Any, tuple[Clue, ...]], list[Text]] | None = None


_sources: dict[str, Source] = {}


def add_source(source: Source) -> None:
    """Have one more table searched; the same name again takes the place of the first."""
    _sources[source.name] = source


def sources() -> tuple[Source, ...]:
    """All tables to search, casework's first."""
    from gdpr_desktop.casework.person_search import store

    return (*store.SOURCES, *_sources.values())
