"""Rows of consents: what lists are sorted and narrowed by in columns, the rest as JSON."""

from collections.abc import Iterable
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date
from functools import cache
from typing import Any

import msgspec

from gdpr_desktop.casework.model import Person, match_key
from gdpr_desktop.consents.codes import State
from gdpr_desktop.consents.given.model import Consent, Subject
from gdpr_desktop.core.errors import AppError
from gdpr_desktop.core.ids import CaseId, ConsentId, GroupId, MemberId
from gdpr_desktop.core.names import family_first, search_words, sort_key
from gdpr_desktop.core.text import _
from gdpr_desktop.vault.reading import Row, first, rows

NEVER = date(9999, 12, 31)  # no day comes: sorts last
MANY = 200  # to write them takes longer than a window should wait
_COLUMNS = (
    "form_id version group_id member_id name name_sort birth_date match_key given_on valid_until"
    " attention_on state pending revision data"
).split()
INSERT = f"INSERT INTO consent ({', '.join(_COLUMNS)}) VALUES ({','.join('?' * len(_COLUMNS))})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """What is worked out of a consent for the lists. No day: None."""

    state: State
    given_on: date | None = None
    valid_until: date | None = None
    attention_on: date | None = None


def match(subject: Subject) -> str:
    """Folded name and birth date: equal keys are possibly the same person."""
    return match_key(Person(name=subject.name, birth_date=subject.birth_date))


def values(consent: Consent, columns: Columns) -> list[object]:
    """The row of a consent, in the order of ``INSERT``."""
    subject = consent.subject
    return [
        consent.form_id,
        consent.version,
        consent.group_id,
        consent.member_id,
        subject.name,
        sort_key(family_first(subject.name)),
        subject.birth_date.isoformat() if subject.birth_date else None,
        match(subject),
        columns.given_on.isoformat() if columns.given_on else "",
        (columns.valid_until or NEVER).isoformat(),
        (columns.attention_on or NEVER).isoformat(),
        columns.state.value,
        consent.pending,
        consent.revision,
        msgspec.json.encode(_told(_bare(consent))).decode(),
    ]


def _told(value: Any) -> Any:
    """What is kept as JSON, without what is as it is by default: most of it is.

    So a default, once rows are kept, is never changed.
    """
    if isinstance(value, tuple):
        return [_told(one) for one in value]
    if not is_dataclass(value) or isinstance(value, type):
        return value
    given = ((name, usual, getattr(value, name)) for name, usual in _usual(type(value)))
    return {name: _told(one) for name, usual, one in given if one != usual}


@cache
def _usual(kind: Any) -> tuple[tuple[str, object], ...]:
    return tuple((one.name, one.default) for one in fields(kind))


def _bare(consent: Consent) -> Consent:
    """Without what stands in columns, so that it stands in one place."""
    return replace(
        consent,
        id=ConsentId(0),
        form_id=CaseId(0),
        version=0,
        subject=Subject(name="", protected=consent.subject.protected),
        group_id=None,
        member_id=None,
        valid_until=None,
        pending=None,
        revision=0,
    )


def words(consent: Consent) -> str:
    """What the search finds a consent by."""
    return search_words(consent.subject.name)


def insert(db: Any, consent: Consent, columns: Columns) -> ConsentId:
    """Insert a consent; returns its id."""
    number = ConsentId(db.execute(INSERT, values(consent, columns)).lastrowid)
    db.execute("INSERT INTO consent_words (id, words) VALUES (?,?)", [-number, words(consent)])
    return number


def update(db: Any, consent: Consent, columns: Columns) -> None:
    """Write a consent back whole."""
    now = replace(consent, revision=consent.revision + 1)
    sets = ", ".join(f"{column} = ?" for column in _COLUMNS)
    db.execute(f"UPDATE consent SET {sets} WHERE id = ?", [*values(now, columns), consent.id])
    kept = words(consent)
    row = first(db, "SELECT words FROM consent_words WHERE id = ?", [-consent.id])
    if row is None or row["words"] != kept:
        db.execute(
            "INSERT INTO consent_words (id, words) VALUES (?,?)"
            " ON CONFLICT (id) DO UPDATE SET words = excluded.words",
            [-consent.id, kept],
        )


def put_attention(db: Any, consent_id: ConsentId, day: date | None) -> None:
    """When somebody must look at a consent that is otherwise as it was. None: never."""
    values = [(day or NEVER).isoformat(), consent_id]
    db.execute("UPDATE consent SET attention_on = ? WHERE id = ?", values)


def delete(db: Any, consent_id: ConsentId) -> None:
    """Take a consent away: one registered by mistake, or kept for long enough."""
    db.execute("DELETE FROM consent WHERE id = ?", [consent_id])


def consent_of(row: Row) -> Consent:
    """A row of ``consent`` as a dataclass."""
    read = msgspec.json.decode(row["data"], type=Consent)
    until = date.fromisoformat(row["valid_until"])
    return replace(
        read,
        id=ConsentId(row["id"]),
        form_id=CaseId(row["form_id"]),
        version=row["version"],
        subject=replace(
            read.subject,
            name=row["name"],
            birth_date=date.fromisoformat(row["birth_date"]) if row["birth_date"] else None,
        ),
        group_id=GroupId(row["group_id"]) if row["group_id"] is not None else None,
        member_id=MemberId(row["member_id"]) if row["member_id"] is not None else None,
        valid_until=None if until == NEVER else until,
        pending=CaseId(row["pending"]) if row["pending"] is not None else None,
        revision=row["revision"],
    )


def consent(db: Any, consent_id: ConsentId) -> Consent:
    """One consent. Raises ``AppError`` when it is gone."""
    row = first(db, "SELECT * FROM consent WHERE id = ?", [consent_id])
    if row is None:
        raise AppError(_("This consent does not exist any more."), hint=_("Go back to the list."))
    return consent_of(row)


def of_person(db: Any, key: str) -> tuple[Consent, ...]:
    """All consents of possibly one person, by ``match``; newest first."""
    found = rows(db, "SELECT * FROM consent WHERE match_key = ? ORDER BY id DESC", [key])
    return tuple(consent_of(row) for row in found)


def of_person_on(db: Any, form_id: CaseId, key: str) -> tuple[Consent, ...]:
    """The same, on the versions of one form."""
    return tuple(one for one in of_person(db, key) if one.form_id == form_id)


def ended_in(db: Any, form_id: CaseId, case_id: CaseId) -> tuple[Consent, ...]:
    """The consents on a form that a withdrawal ended, whatever the person is called by now."""
    sql = "SELECT * FROM consent WHERE form_id = ? AND instr(data, ?) > 0 ORDER BY id DESC"
    found = (consent_of(row) for row in rows(db, sql, [form_id, f'"case_id":{case_id}']))
    return tuple(one for one in found if any(by.case_id == case_id for by in one.withdrawals))


def of_members(
    db: Any, members: Iterable[MemberId], form_id: CaseId | None = None
) -> tuple[Consent, ...]:
    """The consents of members, whichever group they were in then; on one form or all."""
    wanted = list(members)
    if not wanted:
        return ()
    # those of a form are many: never looked for by it
    marks = ",".join("?" * len(wanted))
    sql = f"SELECT * FROM consent INDEXED BY consent_of_member WHERE member_id IN ({marks})"
    if form_id is not None:
        sql += " AND form_id = ?"
        wanted = [*wanted, form_id]  # type: ignore[list-item]
    return tuple(consent_of(row) for row in rows(db, f"{sql} ORDER BY name_sort, id", wanted))


def valid_on(db: Any, form_id: CaseId, day: date) -> int:
    """How many consents on a form hold on ``day``, as far as the lists know."""
    sql = "SELECT count(*) AS n FROM consent WHERE form_id = ? AND state = ? AND valid_until >= ?"
    row = first(db, sql, [form_id, State.VALID.value, day.isoformat()])
    return int(row["n"]) if row is not None else 0


def is_answered(db: Any, form_id: CaseId, version: int) -> bool:
    """Is there any consent on this version?"""
    sql = "SELECT 1 FROM consent WHERE form_id = ? AND version = ? LIMIT 1"
    return first(db, sql, [form_id, version]) is not None


def of_youth(db: Any, since: date, born_after: date) -> tuple[Consent, ...]:
    """Those answered on ``since`` or later, of people born after a day."""
    sql = "SELECT * FROM consent WHERE given_on >= ? AND birth_date > ? ORDER BY form_id, id"
    found = rows(db, sql, [since.isoformat(), born_after.isoformat()])
    return tuple(consent_of(row) for row in found)


def many_of_youth(db: Any, since: date, born_after: date) -> bool:
    """Are they more than ``MANY``?"""
    sql = (
        "SELECT count(*) AS n FROM (SELECT 1 FROM consent WHERE given_on >= ? AND birth_date > ?"
        f" LIMIT {MANY + 1})"
    )
    row = first(db, sql, [since.isoformat(), born_after.isoformat()])
    return row is not None and row["n"] > MANY


def started(db: Any, today: date) -> tuple[Consent, ...]:
    """Those that lack something by what is kept, and hold from a day that has come."""
    sql = (
        "SELECT * FROM consent INDEXED BY consent_starts"
        " WHERE json_extract(data, '$.valid_from') <= ? AND state = ? ORDER BY form_id, id"
    )
    found = rows(db, sql, [today.isoformat(), State.LACKING.value])
    return tuple(consent_of(row) for row in found)
