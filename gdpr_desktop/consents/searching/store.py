"""The rows that the search for one person reads, and what it says of each it finds."""

from datetime import date
from typing import Any

from gdpr_desktop.casework.lists import match_expression
from gdpr_desktop.casework.model import Person
from gdpr_desktop.casework.person_search import Clue, ClueKind, Source, Text, Where
from gdpr_desktop.casework.person_search.store import table_source
from gdpr_desktop.consents.given import store as given
from gdpr_desktop.consents.given.model import Consent
from gdpr_desktop.consents.searching.told import consent_told, member_told
from gdpr_desktop.core.ids import ConsentId
from gdpr_desktop.vault.reading import first

MOST = 500  # hits taken from the index of names
# the name and the day of birth come first, so that a row tells whom it is about
_CONSENT = (
    "SELECT id, form_id, name || char(10) || coalesce(birth_date, '') || char(10) || data"
    " FROM consent"
)
_MEMBER = (
    "SELECT id, NULL, name || char(10) || coalesce(birth_date, '') || char(10) || data"
    " FROM consent_member"
)


def _page(db: Any, sql: str, after: int, until: int) -> list[Text]:
    found = db.conn.execute(f"{sql} WHERE id > ? AND id <= ?", [after, until])
    return [Text(*row) for row in found]


def _last(db: Any, table: str) -> int:
    return int(db.conn.execute(f"SELECT coalesce(max(id), 0) FROM {table}").fetchone()[0])


def _consents(db: Any, after: int, until: int) -> list[Text]:
    return _page(db, _CONSENT, after, until)


def _members(db: Any, after: int, until: int) -> list[Text]:
    return _page(db, _MEMBER, after, until)


def _last_consent(db: Any) -> int:
    return _last(db, "consent")


def _last_member(db: Any) -> int:
    return _last(db, "consent_member")


def _named(db: Any, clues: tuple[Clue, ...]) -> list[Text]:
    """The consents that the index of names finds at once."""
    name = next((clue.text for clue in clues if clue.kind is ClueKind.NAME), "")
    expression = match_expression(name) if name else ""
    if not expression:
        return []
    sql = (
        f"{_CONSENT} WHERE id IN (SELECT -rowid FROM consent_search"
        f" WHERE consent_search MATCH ? LIMIT {MOST})"
    )
    return [Text(*row) for row in db.conn.execute(sql, [expression])]


def person_of(row: Text) -> Person:
    """Whom a consent, or a place in a group, is about."""
    name, born, _rest = row.text.split("\n", 2)
    return Person(name=name, birth_date=date.fromisoformat(born) if born else None)


def _consent_words(db: Any, row: Text) -> str:
    found: Consent = given.consent(db, ConsentId(row.key))
    return consent_told(found)


def _member_words(db: Any, row: Text) -> str:
    sql = (
        "SELECT g.name, g.unit, g.year FROM consent_group g"
        " JOIN consent_member m ON m.group_id = g.id WHERE m.id = ?"
    )
    found = first(db, sql, [row.key])
    assert found is not None, "a member is in a group"
    return member_told(person_of(row), found["name"], found["unit"], found["year"])


SOURCES = (
    Source(
        name="consent",
        where=Where.CONSENT,
        page=_consents,
        last=_last_consent,
        person=person_of,
        told=_consent_words,
        indexed=_named,
    ),
    Source(
        name="consent_member",
        where=Where.GROUP,
        page=_members,
        last=_last_member,
        person=person_of,
        told=_member_words,
    ),
    table_source("consent_group", Where.GROUP, "name unit note", case="NULL"),
    table_source(
        "consent_withdrawal",
        Where.STEPS,
        "registered ended confirmed",
        key="case_id",
        name="consent_withdrawal",
    ),
    table_source("picture_answer", Where.PICTURE, "title made_by unit data", case="NULL"),
)
