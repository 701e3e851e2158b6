"""The list of consents, counts and the search: paged, role-aware, and only by indexed columns.

A page is read from where an earlier one ended (``Anchors``), so that no line costs more than the
first when one scrolls there. What few rows match is found by
its own index and sorted; what many match is picked from the order of the list, within an index
that holds all that is asked about: no row is read but those shown.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import partial
from typing import Any, NamedTuple

from gdpr_desktop.casework import plain_search
from gdpr_desktop.casework.lists import (
    COUNT_LIMIT,
    HIT_LIMIT,
    SCAN_LIMIT,
    match_expression,
    typed_words,
)
from gdpr_desktop.casework.model import CaseKind
from gdpr_desktop.consents.codes import State
from gdpr_desktop.consents.given.store import NEVER
from gdpr_desktop.core.actor import Actor
from gdpr_desktop.core.ids import CaseId, ConsentId, GroupId
from gdpr_desktop.core.roles import Deed, Scope, scope
from gdpr_desktop.vault.reading import Row, rows

_SCANNED = 200_000  # hits that are looked through for those among few rows
FEW = 40_000  # rows that are sorted when they are shown; more are picked from a sorted index
_COLUMNS = (
    "g.id, g.form_id, g.name, g.name_sort, g.birth_date, g.given_on, g.valid_until,"
    " g.attention_on, g.state, g.pending"
)
# of the rows shown alone: has the same person answered the form again since?
_NEWER = (
    "EXISTS (SELECT 1 FROM consent n INDEXED BY consent_match WHERE n.match_key = g.match_key"
    " AND n.form_id = g.form_id AND n.birth_date = g.birth_date AND n.given_on > g.given_on)"
    " AS newer"
)
_LIVE = "c.state IN ('valid', 'lacking')"  # what may still be used, or put right


class Chip(StrEnum):
    """What the list can be narrowed to by one press."""

    LACKING = "lacking"
    RENEWAL = "renewal"  # ends soon, or the child has outgrown it
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"


class Sort(StrEnum):
    """The orders of the list: columns with an index."""

    NAME = "name_sort"
    GIVEN = "given_on"
    UNTIL = "valid_until"


_WALKED = {
    Sort.NAME: "consent_name",
    Sort.GIVEN: "consent_given",
    Sort.UNTIL: "consent_until",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentQuery:
    """What the list shows. ``forms`` None: all that the actor may see."""

    text: str = ""
    chip: Chip | None = None
    forms: tuple[CaseId, ...] | None = None
    group_id: GroupId | None = None
    sort: Sort = Sort.NAME
    descending: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentRow:
    """A line of the list. No day: None."""

    id: ConsentId
    form_id: CaseId
    name: str
    birth_date: date | None
    given_on: date | None
    valid_until: date | None
    attention_on: date | None
    state: State
    pending: bool
    newer: bool = False  # a later answer of the same person on the form took over


class Anchor(NamedTuple):
    """The last row before line ``offset``: by its sort value and id."""

    offset: int
    value: str
    id: int


class Anchors:
    """What is known of a list since it was counted: where pages ended, and where it is read from.

    ``clear`` before the rows may be others.
    """

    def __init__(self) -> None:
        self._known: list[Anchor] = []
        self._index: dict[Sort, str] = {}

    def clear(self) -> None:
        """Nothing is known any more."""
        self._known.clear()
        self._index.clear()

    def before(self, offset: int) -> Anchor | None:
        """The nearest at or before line ``offset``."""
        at = bisect_right(self._known, offset, key=lambda one: one.offset)
        return self._known[at - 1] if at else None

    def add(self, anchor: Anchor) -> None:
        """Keep one."""
        at = bisect_right(self._known, anchor.offset, key=lambda one: one.offset)
        if not at or self._known[at - 1].offset != anchor.offset:
            self._known.insert(at, anchor)

    def index(self, sort: Sort, find: Callable[[], str]) -> str:
        """The index to read by, found once."""
        if sort not in self._index:
            self._index[sort] = find()
        return self._index[sort]


class _Asked(NamedTuple):
    """Rows ``c``: from where, and under which conditions; each with its values."""

    source: str
    first: tuple[object, ...]
    where: str
    values: tuple[object, ...]


class _Narrow(NamedTuple):
    """A condition with an index of its own; ``order``: the order within it, if it is one."""

    by: str
    where: str
    values: tuple[object, ...]
    order: Sort | None = None


def _narrow(query: ConsentQuery, forms: tuple[CaseId, ...] | None, today: date) -> list[_Narrow]:
    """What the query asks for, piece by piece."""
    day, found = today.isoformat(), []
    if query.group_id is not None:
        found.append(_Narrow("consent_of_group", "c.group_id = ?", (query.group_id,), Sort.NAME))
    if forms is not None:
        marks, order = ",".join("?" * len(forms)), Sort.NAME if len(forms) == 1 else None
        found.append(_Narrow("consent_of_form", f"c.form_id IN ({marks})", forms, order))
    match query.chip:
        case Chip.LACKING | Chip.WITHDRAWN:
            where, state = "c.state = ? AND c.state <> 'valid'", (query.chip.value,)
            live = query.chip is Chip.LACKING
            found.append(
                _Narrow(
                    "consent_state",
                    f"{where} AND c.valid_until >= ?" if live else where,
                    (*state, day) if live else state,
                    Sort.UNTIL,
                )
            )
        case Chip.RENEWAL:
            where = "c.attention_on <= ? AND c.attention_on < '9999-12-31'"
            found.append(_Narrow("consent_attention", where, (day,)))
            found.append(_Narrow("consent_until", "c.valid_until >= ?", (day,), Sort.UNTIL))
        case Chip.EXPIRED:
            found.append(_Narrow("consent_until", "c.valid_until < ?", (day,), Sort.UNTIL))
    return found


def _conditions(pieces: list[_Narrow], query: ConsentQuery) -> tuple[str, list[Any]]:
    where = ["1", *(one.where for one in pieces)]
    values = [value for one in pieces for value in one.values]
    if query.chip in (Chip.EXPIRED, Chip.RENEWAL):
        where.append(_LIVE)
    return " AND ".join(where), values


def _asked(
    db: Any, query: ConsentQuery, actor: Actor, today: date, known: Anchors, *, plain: bool
) -> _Asked:
    forms = _forms_seen(db, query, actor)
    pieces = _narrow(query, forms, today)
    where, values = _conditions(pieces, query)
    index = known.index(query.sort, partial(_index, db, pieces, where, values, query.sort))
    if not query.text.strip():
        return _Asked(f"consent c INDEXED BY {index}", (), where, tuple(values))
    few = index if index not in _WALKED.values() else ""
    return _hits(query, where, values, few, plain=plain)


def _forms_seen(db: Any, query: ConsentQuery, actor: Actor) -> tuple[CaseId, ...] | None:
    """The forms that are asked about and that the actor may see; None: all there are."""
    reach = scope(actor.role, Deed.READ_CASE)
    if reach is Scope.ANY:
        return query.forms
    if reach is None:
        return ()
    sql = (
        "SELECT id FROM case_file WHERE kind = ? AND (assignee = ? OR id IN"
        " (SELECT id FROM case_file WHERE registered_by = ?))"
    )
    found = rows(db, sql, [CaseKind.CONSENT_FORM.value, actor.user_id, actor.user_id])
    own = tuple(CaseId(row["id"]) for row in found)
    return own if query.forms is None else tuple(one for one in own if one in query.forms)


def _index(db: Any, pieces: list[_Narrow], where: str, values: list[Any], sort: Sort) -> str:
    """Where to look: few rows by an index of their own, many in the order of the list."""
    for one in pieces:
        if not _more_than(db, one.by, one.where, one.values):
            return one.by
    if not pieces or _more_than(db, pieces[-1].by, where, values):
        return next((one.by for one in pieces if one.order is sort), _WALKED[sort])
    return pieces[-1].by


def _more_than(db: Any, index: str, where: str, values: Iterable[Any]) -> bool:
    """Are there more than ``FEW`` rows?"""
    sql = (
        f"SELECT count(*) AS n FROM (SELECT 1 FROM consent c INDEXED BY {index}"
        f" WHERE {where} LIMIT {FEW + 1})"
    )
    return int(next(rows(db, sql, list(values)))["n"]) > FEW


def _hits(query: ConsentQuery, where: str, values: list[Any], few: str, *, plain: bool) -> _Asked:
    """The newest hits, among few rows all of them. CROSS JOIN: hits first.

    ``few``: the index by which the rows are found that may be hits, where they are not many.
    """
    expression, words = match_expression(query.text), typed_words(query.text)
    if not expression:
        return _Asked("(SELECT * FROM consent WHERE 0) c", (), where, tuple(values))
    condition, value = plain_search.holding(words)
    if query.group_id is not None:  # few, and the newest hits need not be among them
        source = "consent c INDEXED BY consent_of_group CROSS JOIN consent_words w ON w.id = -c.id"
        return _Asked(source, (), f"{where} AND {condition}", (*values, value))
    most = _SCANNED if few else SCAN_LIMIT if where != "1" else HIT_LIMIT + 1
    newest = (
        "SELECT -rowid AS id FROM consent_search WHERE consent_search MATCH ?"
        f" ORDER BY rowid LIMIT {most}"
    )
    if plain:
        newest = (
            f"SELECT -w.id AS id FROM consent_words w WHERE {condition} ORDER BY w.id LIMIT {most}"
        )
    first = value if plain else expression
    if few:
        newest = (
            f"SELECT id FROM ({newest}) WHERE id IN"
            f" (SELECT c.id FROM consent c INDEXED BY {few} WHERE {where})"
        )
        source = f"({newest}) hit CROSS JOIN consent c ON c.id = hit.id"
        return _Asked(source, (first, *values), "1", ())
    source = f"({newest}) hit CROSS JOIN consent c ON c.id = hit.id"
    return _Asked(source, (first,), where, tuple(values))


def count(
    db: Any, query: ConsentQuery, actor: Actor, today: date, anchors: Anchors | None = None
) -> int:
    """How many consents match, at most ``COUNT_LIMIT`` + 1 (``HIT_LIMIT`` + 1 in a search)."""
    known = anchors if anchors is not None else Anchors()

    def ask(plain: bool) -> int:
        asked = _asked(db, query, actor, today, known, plain=plain)
        most = (HIT_LIMIT if query.text.strip() else COUNT_LIMIT) + 1
        sql = (
            f"SELECT count(*) AS n FROM (SELECT 1 FROM {asked.source} WHERE {asked.where}"
            f" LIMIT {most})"
        )
        return int(next(rows(db, sql, [*asked.first, *asked.values]))["n"])

    return plain_search.either_way(ask)


def page(
    db: Any,
    query: ConsentQuery,
    actor: Actor,
    today: date,
    *,
    offset: int,
    limit: int,
    anchors: Anchors | None = None,
) -> tuple[ConsentRow, ...]:
    """Lines ``offset`` … ``offset + limit`` in the order of the query."""
    known = anchors if anchors is not None else Anchors()
    ask = partial(_page, db, query, actor, today, offset, limit, known)
    return plain_search.either_way(ask)


def _page(
    db: Any,
    query: ConsentQuery,
    actor: Actor,
    today: date,
    offset: int,
    limit: int,
    anchors: Anchors,
    plain: bool,
) -> tuple[ConsentRow, ...]:
    asked = _asked(db, query, actor, today, anchors, plain=plain)
    where, values, anchor = asked.where, [*asked.first, *asked.values], anchors.before(offset)
    column, way = query.sort.value, "DESC" if query.descending else "ASC"
    if anchor is not None:
        where += f" AND (c.{column}, c.id) {'<' if query.descending else '>'} (?, ?)"
        values += [anchor.value, anchor.id]
    # ids alone are picked and sorted: whole rows are long
    sql = (
        f"SELECT {_COLUMNS}, {_NEWER} FROM"
        f" (SELECT c.id, c.{column} FROM {asked.source} WHERE {where}"
        f" ORDER BY c.{column} {way}, c.id {way} LIMIT ? OFFSET ?) page"
        f" CROSS JOIN consent g ON g.id = page.id ORDER BY g.{column} {way}, g.id {way}"
    )
    values += [limit, offset - (anchor.offset if anchor else 0)]
    found = list(rows(db, sql, values))
    if len(found) == limit:
        last = found[-1]
        anchors.add(Anchor(offset + limit, last[column], last["id"]))
    return tuple(_row_of(row) for row in found)


def _row_of(row: Row) -> ConsentRow:
    return ConsentRow(
        id=ConsentId(row["id"]),
        form_id=CaseId(row["form_id"]),
        name=row["name"],
        birth_date=_day(row["birth_date"]),
        given_on=_day(row["given_on"]),
        valid_until=_day(row["valid_until"]),
        attention_on=_day(row["attention_on"]),
        state=State(row["state"]),
        pending=row["pending"] is not None,
        newer=bool(row["newer"]),
    )


def _day(text: str | None) -> date | None:
    found = date.fromisoformat(text) if text else None
    return None if found == NEVER else found
