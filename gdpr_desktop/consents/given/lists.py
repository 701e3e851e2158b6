"""The list of consents, counts and the search: paged, role-aware, and only by indexed columns.

A page is read from where an earlier one ended (``Anchors``), so that no line costs more than the
first when one scrolls there. What few rows match is found by
its own index and sorted; what many match is picked from the order of the list, within an index
that holds all that is asked about: no row is read but those shown.
"""

from bisect import bisect_right
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

FEW = 10_000  # rows that are sorted when they are shown; more are picked from a sorted index
_COLUMNS = (
    "g.id, g.form_id, g.name, g.name_sort, g.birth_date, g.given_on, g.valid_until,"
    " g.attention_on, g.state, g.pending"
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


class Anchor(NamedTuple):
    """The last row before line ``offset``: by its sort value and id."""

    offset: int
    value: str
    id: int


class Anchors:
    """Where pages ended that were read since the list was counted."""

    def __init__(self) -> None:
        self._known: list[Anchor] = []

    def clear(self) -> None:
        """The rows may be others now."""
        self._known.clear()

    def before(self, offset: int) -> Anchor | None:
        """The nearest at or before line ``offset``."""
        at = bisect_right(self._known, offset, key=lambda one: one.offset)
        return self._known[at - 1] if at else None

    def add(self, anchor: Anchor) -> None:
        """Keep one."""
        at = bisect_right(self._known, anchor.offset, key=lambda one: one.offset)
        if not at or self._known[at - 1].offset != anchor.offset:
            self._known.insert(at, anchor)


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
            state = (query.chip.value,)
            found.append(_Narrow("consent_state", "c.state = ?", state, Sort.NAME))
        case Chip.RENEWAL:
            found.append(_Narrow("consent_attention", "c.attention_on <= ?", (day,)))
        case Chip.EXPIRED:
            found.append(_Narrow("consent_until", "c.valid_until < ?", (day,), Sort.UNTIL))
    return found


def _conditions(pieces: list[_Narrow], query: ConsentQuery, today: date) -> tuple[str, list[Any]]:
    where = ["1", *(one.where for one in pieces)]
    values = [value for one in pieces for value in one.values]
    if query.chip in (Chip.LACKING, Chip.RENEWAL):
        where.append("c.valid_until >= ?")
        values.append(today.isoformat())
    if query.chip in (Chip.EXPIRED, Chip.RENEWAL):
        where.append(_LIVE)
    return " AND ".join(where), values


def _asked(db: Any, query: ConsentQuery, actor: Actor, today: date, *, plain: bool) -> _Asked:
    forms = _forms_seen(db, query, actor)
    pieces = _narrow(query, forms, today)
    where, values = _conditions(pieces, query, today)
    if query.text.strip():
        return _hits(query, where, values, plain=plain)
    index = _index(db, pieces, query.sort)
    return _Asked(f"consent c INDEXED BY {index}", (), where, tuple(values))


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


def _index(db: Any, pieces: list[_Narrow], sort: Sort) -> str:
    """Where to look: few rows by their own index, many in the order of the list."""
    for one in pieces:
        sql = (
            f"SELECT count(*) AS n FROM (SELECT 1 FROM consent c INDEXED BY {one.by}"
            f" WHERE {one.where} LIMIT {FEW + 1})"
        )
        if next(rows(db, sql, one.values))["n"] <= FEW:
            return one.by
    return next((one.by for one in pieces if one.order is sort), _WALKED[sort])


def _hits(query: ConsentQuery, where: str, values: list[Any], *, plain: bool) -> _Asked:
    """The newest hits. CROSS JOIN: hits first, and not the search once for each row."""
    expression, words = match_expression(query.text), typed_words(query.text)
    if not expression:
        return _Asked("(SELECT * FROM consent WHERE 0) c", (), where, tuple(values))
    condition, value = plain_search.holding(words)
    if query.group_id is not None:  # few, and the newest hits need not be among them
        source = "consent c INDEXED BY consent_of_group CROSS JOIN consent_words w ON w.id = -c.id"
        return _Asked(source, (), f"{where} AND {condition}", (*values, value))
    most = HIT_LIMIT + 1 if where == "1" else SCAN_LIMIT
    newest = (
        "SELECT -rowid AS id FROM consent_search WHERE consent_search MATCH ?"
        f" ORDER BY rowid LIMIT {most}"
    )
    if plain:
        newest = (
            f"SELECT -w.id AS id FROM consent_words w WHERE {condition} ORDER BY w.id LIMIT {most}"
        )
    source = f"({newest}) hit CROSS JOIN consent c ON c.id = hit.id"
    return _Asked(source, (value if plain else expression,), where, tuple(values))


def count(db: Any, query: ConsentQuery, actor: Actor, today: date) -> int:
    """How many consents match, at most ``COUNT_LIMIT`` + 1 (``HIT_LIMIT`` + 1 in a search)."""

    def ask(plain: bool) -> int:
        asked = _asked(db, query, actor, today, plain=plain)
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
    asked = _asked(db, query, actor, today, plain=plain)
    where, values, anchor = asked.where, [*asked.first, *asked.values], anchors.before(offset)
    column, way = query.sort.value, "DESC" if query.descending else "ASC"
    if anchor is not None:
        where += f" AND (c.{column}, c.id) {'<' if query.descending else '>'} (?, ?)"
        values += [anchor.value, anchor.id]
    # ids alone are picked and sorted: whole rows are long
    sql = (
        f"SELECT {_COLUMNS} FROM (SELECT c.id, c.{column} FROM {asked.source} WHERE {where}"
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
    )


def _day(text: str | None) -> date | None:
    found = date.fromisoformat(text) if text else None
    return None if found == NEVER else found
