"""Lists of cases, counts and the search: paged, role-aware, and only by indexed columns."""

import re
from datetime import date, timedelta
from functools import partial
from typing import Any

from gdpr_desktop.casework import plain_search
from gdpr_desktop.casework.model import (
    RESTRICTION,
    Case,
    CaseFilter,
    CaseKind,
    CaseQuery,
    CaseSort,
    Due,
    Person,
    match_key,
)
from gdpr_desktop.casework.narrowing import EVERYTHING, Narrowed, Narrowing, Sql
from gdpr_desktop.casework.store import case_of
from gdpr_desktop.core.actor import Actor
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.names import clean, clean_line, fold_long, fold_short
from gdpr_desktop.core.roles import Deed, Scope, scope
from gdpr_desktop.vault.reading import first as first_row
from gdpr_desktop.vault.reading import rows

COUNT_LIMIT = 10_000  # counts above stop at «10 000+»
DUE_LIMIT = 500  # lines of what is due that are read for the overview
HIT_LIMIT = 2_000  # hits taken by a search before sorting
SCAN_LIMIT = 10_000  # hits looked at where only few cases may be shown
LONGEST_SEARCH = 200  # characters; what is pasted beyond them is left out
MOST_WORDS = 12
_TOKEN = re.compile(r"[^\s\"*]+")
_ORDER = {
    CaseSort.DUE: "due",
    CaseSort.RECEIVED: "received",
    CaseSort.NUMBER: "id",
    CaseSort.NAME: "subject_sort",
}
_FEW = (CaseFilter.OPEN, CaseFilter.THIS_WEEK, CaseFilter.OVERDUE, CaseFilter.MINE)
_OWN = (
    "f.id IN (SELECT id FROM case_file WHERE assignee = ?"
    " UNION SELECT id FROM case_file WHERE registered_by = ?)"
)


def match_expression(text: str) -> str:
    """What is typed in the search field as an FTS5 expression; "" when nothing is left of it.

    Every word is quoted and searched as a prefix, so no sign has a meaning of its own. «Åsen» finds
    Aasen too: a word is also searched in its long folding.
    """
    return " AND ".join(_either(fold_short(word), fold_long(word)) for word in typed_words(text))


def typed_words(text: str) -> list[str]:
    """The words of what is typed in a search field, as far as they are searched for."""
    words = _TOKEN.findall(clean(text[:LONGEST_SEARCH]))
    return [word for word in words if any(c.isalnum() for c in word)][:MOST_WORDS]


def _either(short: str, long: str) -> str:
    return f'"{short}"*' if short == long else f'("{short}"* OR "{long}"*)'


def _conditions(
    query: CaseQuery, actor: Actor, today: date, more: Narrowed
) -> tuple[list[str], list[object]]:
    marks = ",".join("?" * len(query.kinds))
    where = [f"f.kind IN ({marks})"]
    values: list[object] = [kind.value for kind in query.kinds]
    match query.filter:
        case CaseFilter.OPEN | CaseFilter.RUNNING:
            where.append("f.state = 'open'")
        case CaseFilter.THIS_WEEK:
            where.append("f.state = 'open' AND f.due BETWEEN ? AND ?")
            values += [today.isoformat(), (today + timedelta(days=7)).isoformat()]
        case CaseFilter.OVERDUE:
            where.append("f.state = 'open' AND f.due < ?")
            values.append(today.isoformat())
        case CaseFilter.MINE:
            where.append("f.state = 'open' AND f.assignee = ?")
            values.append(actor.user_id)
        case CaseFilter.CLOSED:
            where.append("f.state = 'closed'")
        case CaseFilter.ALL:
            pass
    where.append(more.sql.text)
    values += more.sql.values
    return visible(where, values, actor)


def _narrowed(db: Any, narrowing: Narrowing | None) -> Narrowed:
    """The faster of the two ways for what the file holds."""
    if narrowing is None:
        return EVERYTHING
    found = narrowing.found()
    most = narrowing.many
    row = first_row(
        db, f"SELECT count(*) AS n FROM ({found.text} LIMIT {most + 1})", list(found.values)
    )
    if row is not None and row["n"] > most:
        return Narrowed(narrowing.holds())
    return Narrowed(Sql(f"f.id IN ({found.text})", found.values), few=True)


def visible(where: list[str], values: list[object], actor: Actor) -> tuple[list[str], list[object]]:
    """``where`` and its values, narrowed to the cases (``f``) that the actor may see."""
    reach = scope(actor.role, Deed.READ_CASE)
    if reach is None:
        where.append("0")
    elif reach is Scope.ASSIGNED:
        where.append(_OWN)
        values += [actor.user_id, actor.user_id]
    return where, values


def _source(
    query: CaseQuery,
    where: list[str],
    values: list[object],
    actor: Actor,
    *,
    plain: bool = False,
    few: bool = False,
) -> tuple[str, list[object]]:
    """What to read from, with its values: ``case_file f``, or the hits of a search before it.

    CROSS JOIN fixes the order: hits first. Left to itself the planner asks the search index once
    for each case of a filter, which takes seconds.
    """
    if not query.text.strip():
        return "case_file f", []
    expression = match_expression(query.text)
    if not expression:
        return "(SELECT * FROM case_file WHERE 0) f", []
    few = few or query.filter in _FEW or scope(actor.role, Deed.READ_CASE) is Scope.ASSIGNED
    most = SCAN_LIMIT if few else HIT_LIMIT + 1
    newest, found = _newest(expression, query.text, most, plain=plain)
    if few:  # hits among few cases: look further back, and at no case that the filter drops
        newest = (
            f"SELECT id FROM ({newest}) WHERE id IN (SELECT f.id FROM case_file f"
            f" WHERE {' AND '.join(where)}) LIMIT {HIT_LIMIT + 1}"
        )
        found += values
    return f"({newest}) hit CROSS JOIN case_file f ON f.id = hit.id", found


def _newest(expression: str, text: str, limit: int, *, plain: bool) -> tuple[str, list[object]]:
    """The newest hits, and where a number is typed the cases with that archive number.

    The archive's number has an index of its own: it comes late in a case, and to change what the
    search index holds of a case costs more than all the rest of a deed.
    """
    newest = (
        "SELECT -rowid AS id FROM case_search WHERE case_search MATCH ?"
        f" ORDER BY rowid LIMIT {limit}"
    )
    if plain:
        newest, expression = plain_search.scan(typed_words(text), limit)
    number = clean_line(text[:LONGEST_SEARCH])
    if " " in number or not any(c.isdigit() for c in number):
        return newest, [expression]
    archived = (
        "SELECT id FROM case_file WHERE archive_number <> ''"
        " AND archive_number COLLATE NOCASE >= ? AND archive_number COLLATE NOCASE < ?"
    )
    sql = f"SELECT id FROM ({newest}) UNION SELECT id FROM ({archived} LIMIT {limit})"
    return sql, [expression, number, number + chr(0x10FFFF)]


def count(db: Any, query: CaseQuery, actor: Actor, today: date) -> int:
    """How many cases match, at most ``COUNT_LIMIT`` + 1 (``HIT_LIMIT`` + 1 in a search)."""
    return plain_search.either_way(partial(_count, db, query, actor, today))


def _count(db: Any, query: CaseQuery, actor: Actor, today: date, plain: bool) -> int:
    more = _narrowed(db, query.narrowing)
    where, values = _conditions(query, actor, today, more)
    source, first = _source(query, where, values, actor, plain=plain, few=more.few)
    most = (HIT_LIMIT if query.text.strip() else COUNT_LIMIT) + 1
    sql = (
        f"SELECT count(*) AS n FROM (SELECT 1 FROM {source} WHERE {' AND '.join(where)}"
        f" LIMIT {most})"
    )
    return int(next(iter(rows(db, sql, [*first, *values])))["n"])


def page(
    db: Any, query: CaseQuery, actor: Actor, today: date, *, offset: int, limit: int
) -> tuple[Case, ...]:
    """Cases ``offset`` … ``offset + limit`` in the order of the query."""

    more = _narrowed(db, query.narrowing)

    def ask(plain: bool) -> tuple[Case, ...]:
        sql, found = page_sql(query, actor, today, plain=plain, more=more)
        return tuple(case_of(row) for row in rows(db, sql, [*found, limit, offset]))

    return plain_search.either_way(ask)


def page_sql(
    query: CaseQuery,
    actor: Actor,
    today: date,
    *,
    plain: bool = False,
    more: Narrowed = EVERYTHING,
) -> tuple[str, list[object]]:
    """The query behind a page, and its values but for the last two: limit and offset."""
    where, values = _conditions(query, actor, today, more)
    source, first = _source(query, where, values, actor, plain=plain, few=more.few)
    column = _ORDER[query.sort]
    direction = "DESC" if query.descending else "ASC"
    order = f"{{0}}.{column} {direction}, {{0}}.id {direction}"
    found = f"FROM {source} WHERE {' AND '.join(where)} ORDER BY {order.format('f')}"
    if source == "case_file f" and scope(actor.role, Deed.READ_CASE) is Scope.ANY:
        return f"SELECT f.* {found} LIMIT ? OFFSET ?", values
    # no index has this order: sort ids alone, since to sort whole rows takes thirty times as long
    sql = (
        f"SELECT g.* FROM (SELECT f.id, f.{column} {found} LIMIT ? OFFSET ?) page"
        f" CROSS JOIN case_file g ON g.id = page.id ORDER BY {order.format('g')}"
    )
    return sql, [*first, *values]


def position(db: Any, query: CaseQuery, actor: Actor, today: date, case_id: CaseId) -> int:
    """The line a case has in the list, from 0; 0 when it is not there."""
    return plain_search.either_way(partial(_position, db, query, actor, today, case_id))


def _position(
    db: Any, query: CaseQuery, actor: Actor, today: date, case_id: CaseId, plain: bool
) -> int:
    more = _narrowed(db, query.narrowing)
    where, values = _conditions(query, actor, today, more)
    source, first = _source(query, where, values, actor, plain=plain, few=more.few)
    column = _ORDER[query.sort]
    before = ">" if query.descending else "<"
    sql = (
        f"SELECT count(*) AS n FROM {source} WHERE {' AND '.join(where)} AND (f.{column}, f.id)"
        f" {before} (SELECT {column}, id FROM case_file WHERE id = ?)"
    )
    return int(next(iter(rows(db, sql, [*first, *values, case_id])))["n"])


def similar(
    db: Any, person: Person, actor: Actor, *, but: CaseId | None = None
) -> tuple[Case, ...]:
    """Up to 20 cases of possibly the same person, newest first.

    The same folded name and birth date, or the same name where one of the two has no birth date.
    """
    condition, keys = same_person(person)
    if not condition:
        return ()
    where, values = visible([condition, "f.id <> ?"], [*keys, but or 0], actor)
    sql = (
        "SELECT DISTINCT f.* FROM person p JOIN case_file f ON f.id = p.case_id"
        f" WHERE {' AND '.join(where)} ORDER BY f.id DESC LIMIT 20"
    )
    return tuple(case_of(row) for row in rows(db, sql, values))


def same_person(person: Person) -> tuple[str, list[object]]:
    """The condition for rows ``p`` of possibly the same person, with its values; "" for no name."""
    key = match_key(person)
    name, _bar, born = key.partition("|")
    if not name:
        return "", []
    if born:
        return "(p.match_key = ? OR p.match_key = ?)", [key, f"{name}|"]
    return "p.match_key GLOB ?", [f"{_glob_quoted(name)}|*"]


def _glob_quoted(text: str) -> str:
    return re.sub(r"([*?\[])", r"[\1]", text)


_DUE_SQL = """
SELECT * FROM (
    SELECT f.id, f.kind AS case_kind, f.number, f.subject_name, d.kind AS kind, '' AS title,
           d.due AS due, 1 AS count, '' AS task_kind, f.assignee, f.registered_by
    FROM deadline d JOIN case_file f ON f.id = d.case_id
    WHERE d.met_on IS NULL AND d.due <= :until AND (f.state = 'open' OR d.kind = :lasting)
    UNION ALL
    SELECT f.id, f.kind, f.number, f.subject_name, 'task', min(t.title), min(t.due), count(*),
           min(t.kind), f.assignee, f.registered_by
    FROM task t JOIN case_file f ON f.id = t.case_id
    WHERE t.done_on IS NULL AND t.due <= :until AND f.state = 'open'
    GROUP BY f.id
) WHERE (:all OR assignee = :me OR registered_by = :me) ORDER BY due, id LIMIT :limit
"""


def due_until(db: Any, until: date, actor: Actor, *, limit: int = DUE_LIMIT) -> tuple[Due, ...]:
    """Deadlines and tasks not met and due at ``until`` or before, the most urgent first.

    The tasks of one case are one line: how many, and the earliest date.
    """
    reach = scope(actor.role, Deed.READ_CASE)
    if reach is None:
        return ()
    found = rows(
        db,
        _DUE_SQL,
        {
            "until": until.isoformat(),
            "all": reach is Scope.ANY,
            "lasting": RESTRICTION,
            "me": actor.user_id,
            "limit": limit,
        },
    )
    return tuple(
        Due(
            case_id=CaseId(row["id"]),
            case_kind=CaseKind(row["case_kind"]),
            number=row["number"],
            subject_name=row["subject_name"],
            kind=row["kind"],
            title=row["title"],
            due=date.fromisoformat(row["due"]),
            count=row["count"],
            task_kind=row["task_kind"],
        )
        for row in found
    )


def received_by_month(
    db: Any, actor: Actor, since: date, kind: CaseKind = CaseKind.REQUEST
) -> dict[date, int]:
    """How many cases of ``kind`` came in each month from ``since``, by the month's first day."""
    where, values = visible(["f.kind = ?", "received >= ?"], [kind.value, since.isoformat()], actor)
    sql = (
        "SELECT substr(received, 1, 7) || '-01' AS month, count(*) AS n FROM case_file f"
        f" WHERE {' AND '.join(where)} GROUP BY 1"
    )
    return {date.fromisoformat(row["month"]): row["n"] for row in rows(db, sql, values)}


def local_copies(db: Any, actor: Actor) -> int:
    """How many exported letters still lie on this machine, as far as we know."""
    where, values = visible(["l.local_copy_deleted_at IS NULL"], [], actor)
    sql = (
        "SELECT count(*) AS n FROM letter l JOIN case_file f ON f.id = l.case_id"
        f" WHERE {' AND '.join(where)}"
    )
    return int(next(iter(rows(db, sql, values)))["n"])
