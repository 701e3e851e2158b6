"""SQL of the search: what the indexes find at once, and the pages of text to read through."""

import re
from collections.abc import Iterable
from typing import Any

import msgspec

from gdpr_desktop.casework import lists
from gdpr_desktop.casework.model import Case, Person, PersonRole, match_key
from gdpr_desktop.casework.person_search.clues import Clue, ClueKind
from gdpr_desktop.casework.person_search.model import Hit, Where, snippet
from gdpr_desktop.casework.person_search.sources import Source, Text
from gdpr_desktop.casework.store import case_of
from gdpr_desktop.core.actor import Actor
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.vault.reading import rows

Pattern = re.Pattern[str]
MOST = 2_000  # hits taken from an index


def table_source(
    table: str,
    where: Where,
    columns: str,
    *,
    key: str = "id",
    case: str = "case_id",
    name: str = "",
) -> Source:
    """A source over a table with a whole number as key; ``columns`` are read as one text."""
    joined = " || char(10) || ".join(f"coalesce({column}, '')" for column in columns.split())
    sql = f"SELECT {key}, {case}, {joined} FROM {table} WHERE {key} > ? AND {key} <= ?"
    last = f"SELECT coalesce(max({key}), 0) FROM {table}"

    def page(db: Any, after: int, until: int) -> list[Text]:
        return [Text(*row) for row in db.conn.execute(sql, [after, until])]

    def greatest(db: Any) -> int:
        return int(db.conn.execute(last).fetchone()[0])

    return Source(name=name or table, where=where, page=page, last=greatest)


SOURCES = (
    table_source(
        "case_file",
        Where.TITLES,
        "archive_title public_title caseworker archive_number",
        case="id",
    ),
    table_source("task", Where.TASK, "title responsible note"),
    table_source("timeline", Where.TIMELINE, "detail"),
    table_source("letter", Where.LETTER, "file_name path"),
    table_source("user", Where.USER, "name", case="NULL"),
)


def settings(db: Any) -> list[str]:
    """The municipality's settings as texts: they are few. What one user has not saved is theirs."""
    sql = "SELECT value FROM setting WHERE key NOT LIKE 'unsaved%' ORDER BY key"
    return [row["value"] for row in rows(db, sql)]


def visible(db: Any, actor: Actor, ids: Iterable[CaseId]) -> dict[CaseId, Case]:
    """Those of the cases that the actor may see."""
    wanted = list(dict.fromkeys(ids))
    found: dict[CaseId, Case] = {}
    for start in range(0, len(wanted), 500):
        some = wanted[start : start + 500]
        marks = ",".join("?" * len(some))
        where, values = lists.visible([f"f.id IN ({marks})"], list(some), actor)
        sql = f"SELECT f.* FROM case_file f WHERE {' AND '.join(where)}"
        for row in rows(db, sql, values):
            case = case_of(row)
            found[case.id] = case
    return found


def persons_between(db: Any, after: int, until: int) -> list[tuple[int, str, str]]:
    """Some persons by the number of their row: row, «case role match key», all that is known."""
    sql = (
        "SELECT id, case_id || ' ' || role || ' ' || match_key, data FROM person"
        " WHERE id > ? AND id <= ?"
    )
    return db.conn.execute(sql, [after, until]).fetchall()  # type: ignore[no-any-return]


def last_person(db: Any) -> int:
    """The greatest row of ``person``."""
    return int(db.conn.execute("SELECT coalesce(max(id), 0) FROM person").fetchone()[0])


def person_hits(case: str, data: str, clues: tuple[Clue, ...]) -> list[Hit]:
    """What ``clues`` find in one person; ``case`` is id, role and match key."""
    case_id, role, key = case.split(" ", 2)
    person = msgspec.json.decode(data, type=Person)
    if not matches(person, clues):
        return []
    texts = _texts(person, clues)
    return [
        Hit(
            case_id=CaseId(int(case_id)),
            where=Where.PERSON,
            text=text,
            role=PersonRole(role),
            key=key,
            name=person.name,
            born=person.birth_date,
        )
        for text in texts or [""]
    ]


def matches(person: Person, clues: tuple[Clue, ...]) -> bool:
    """Is it the person looked for? A birth date only narrows where there is a name too."""
    born = next((clue.born for clue in clues if clue.kind is ClueKind.BIRTH_DATE), None)
    others = [clue for clue in clues if clue.kind is not ClueKind.BIRTH_DATE]
    if not others:
        return person.birth_date == born or bool(clues[0].found_in(person.national_id_reason))
    known = person.birth_date
    if born is not None and known is not None and known != born:
        others = [clue for clue in others if clue.kind is not ClueKind.NAME]
    return any(_has(person, clue) for clue in others)


def _has(person: Person, clue: Clue) -> bool:
    texts = {
        ClueKind.NAME: person.name,
        ClueKind.NATIONAL_ID: person.national_id,
        ClueKind.PHONE: person.phone,
        ClueKind.EMAIL: person.email,
    }
    text = f"{texts.get(clue.kind, '')}\n{person.national_id_reason}"
    return clue.found_in(text) is not None


def _texts(person: Person, clues: tuple[Clue, ...]) -> list[str]:
    """By what it was found, where the name alone does not tell."""
    plain = {ClueKind.PHONE: person.phone, ClueKind.EMAIL: person.email}
    return [plain[c.kind] for c in clues if c.kind in plain and c.found_in(plain[c.kind])]


def indexed(db: Any, clues: tuple[Clue, ...]) -> list[Hit]:
    """What is found at once: by the search index and the numbers of cases."""
    found: list[Hit] = []
    ids: list[CaseId] = []
    for clue in clues:
        if clue.kind is ClueKind.NUMBER:
            found += _by_number(db, clue.text)
        elif clue.kind in (ClueKind.NAME, ClueKind.EMAIL, ClueKind.PHONE):
            ids += _by_words(db, clue.text)
    persons: set[CaseId] = set()
    for start in range(0, len(ids), 500):
        some = ids[start : start + 500]
        for case, data in _persons_of(db, some):
            hits = person_hits(case, data, clues)
            found += hits
            persons.update(hit.case_id for hit in hits if hit.case_id is not None)
    others = dict.fromkeys(ids)
    found += [Hit(case_id=one, where=Where.WORDS) for one in others if one not in persons]
    return found


def _by_number(db: Any, number: str) -> list[Hit]:
    sql = (
        "SELECT id FROM case_file WHERE number = ? UNION SELECT id FROM case_file"
        " WHERE archive_number <> '' AND archive_number COLLATE NOCASE = ?"
    )
    found = rows(db, sql, [number, number])
    return [Hit(case_id=CaseId(r["id"]), where=Where.NUMBER, text=number) for r in found]


def _by_words(db: Any, text: str) -> list[CaseId]:
    expression = lists.match_expression(text)
    if not expression:
        return []
    sql = (
        "SELECT -rowid AS id FROM case_search WHERE case_search MATCH ?"
        f" ORDER BY rowid LIMIT {MOST}"
    )
    return [CaseId(row["id"]) for row in rows(db, sql, [expression])]


def _persons_of(db: Any, ids: list[CaseId]) -> list[tuple[str, str]]:
    marks = ",".join("?" * len(ids))
    sql = (
        "SELECT case_id || ' ' || role || ' ' || match_key, data FROM person"
        f" WHERE case_id IN ({marks})"
    )
    return db.conn.execute(sql, ids).fetchall()  # type: ignore[no-any-return]


def about_hit(where: Where, case_id: int | None, person: Person, text: str) -> Hit:
    """The hit of a row that is about the person looked for."""
    return Hit(
        case_id=CaseId(case_id) if case_id is not None else None,
        where=where,
        text=text,
        key=match_key(person),
        name=person.name,
        born=person.birth_date,
    )


def text_hit(source_where: Where, case_id: int | None, text: str, clue: Clue) -> Hit | None:
    """The hit that ``clue`` makes in one text, or None."""
    place = clue.found_in(text)
    if place is None:
        return None
    around = snippet(text, place.start(), place.end())
    found = CaseId(case_id) if case_id is not None else None
    return Hit(case_id=found, where=source_where, text=around)
