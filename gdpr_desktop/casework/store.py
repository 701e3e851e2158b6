"""Rows ↔ dataclasses of ``casework``. Writes are only called inside a unit of work."""

import json
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

import msgspec

from gdpr_desktop.casework.model import (
    Case,
    CaseKind,
    CaseState,
    Person,
    PersonRole,
    SentLetter,
    Task,
    TaskOutcome,
    TimelineEntry,
    match_key,
)
from gdpr_desktop.core.actor import Actor
from gdpr_desktop.core.errors import AppError
from gdpr_desktop.core.ids import CaseId, EventId, LetterId, TaskId, UserId
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.names import family_first, search_words, sort_key
from gdpr_desktop.core.text import _
from gdpr_desktop.vault import users
from gdpr_desktop.vault.reading import Row, first, rows

NO_DUE = date(9999, 12, 31)  # no date runs: sorts last, and no index lookup has to skip it


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _instant(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def _due(text: str) -> date | None:
    day = date.fromisoformat(text)
    return None if day == NO_DUE else day


def case_of(row: Row) -> Case:
    """A row of ``case_file`` as a dataclass."""
    return Case(
        id=CaseId(row["id"]),
        number=row["number"],
        kind=CaseKind(row["kind"]),
        state=CaseState(row["state"]),
        outcome=row["outcome"],
        received=date.fromisoformat(row["received"]),
        language=Language(row["language"]),
        subject_name=row["subject_name"],
        caseworker=row["caseworker"],
        assignee=UserId(row["assignee"]) if row["assignee"] is not None else None,
        registered_by=UserId(row["registered_by"]),
        next_step=row["next_step"],
        due=_due(row["due"]),
        archive_number=row["archive_number"],
        archive_title=row["archive_title"],
        public_title=row["public_title"],
        created_at=datetime.fromisoformat(row["created_at"]),
        closed_at=_instant(row["closed_at"]),
        revision=row["revision"],
        anonymised_at=_instant(row["anonymised_at"]),
    )


def case(db: Any, case_id: CaseId) -> Case:
    """The case. Raises ``AppError`` when there is none."""
    row = first(db, "SELECT * FROM case_file WHERE id = ?", [case_id])
    if row is None:
        raise AppError(_("This case does not exist any more."), hint=_("Go back to the list."))
    return case_of(row)


def assigned(found: Case, actor: Actor) -> bool:
    """Is the case the actor's own: assigned to, or registered by?"""
    return actor.user_id in (found.assignee, found.registered_by)


def next_number(db: Any, year: int) -> str:
    """The next free case number of ``year``: 2026-0012."""
    last = 0
    for digits in (4, 5, 6):  # five only after 9999: almost always one step in the index
        row = first(
            db,
            "SELECT number FROM case_file WHERE number >= ? AND number < ? AND length(number) = ?"
            " ORDER BY number DESC LIMIT 1",
            [f"{year:04d}-", f"{year:04d}-:", 5 + digits],
        )
        last = max(last, int(row["number"][5:]) if row else 0)
        if last < 10**digits - 1:
            break
    return f"{year:04d}-{last + 1:04d}"


def insert_case(
    db: Any,
    *,
    number: str,
    kind: CaseKind,
    received: date,
    language: Language,
    subject: Person | None = None,
    title: str = "",
    actor: Actor,
    at: datetime,
) -> CaseId:
    """Insert an open case with its data subject, or with a title where it is about none.

    Returns its id.
    """
    name = subject.name if subject is not None else title
    cursor = db.execute(
        "INSERT INTO case_file (number, kind, state, received, language, subject_name,"
        " subject_sort, registered_by, created_at) VALUES (?,?,?,?,?,?,?,?,?)",
        [
            number,
            kind.value,
            CaseState.OPEN.value,
            received.isoformat(),
            language.value,
            name,
            sort_key(family_first(name) if subject is not None else name),
            actor.user_id,
            at.isoformat(),
        ],
    )
    case_id = CaseId(cursor.lastrowid)
    if subject is not None:
        put_person(db, case_id, PersonRole.DATA_SUBJECT, subject)
    return case_id


def put_title(db: Any, case_id: CaseId, title: str) -> None:
    """What a case is called in lists, where it is about no single person."""
    db.execute(
        "UPDATE case_file SET subject_name = ?, subject_sort = ?"
        " WHERE id = ? AND subject_name <> ?",  # the indexes are written only for another title
        [title, sort_key(title), case_id, title],
    )


_UPDATABLE = frozenset(
    "state outcome received language caseworker assignee next_step due archive_number"
    " archive_title public_title closed_at".split()
)


def user_named(db: Any, name: str) -> UserId | None:
    """The user of this register called ``name``, however it is cased, if one is at work."""
    found = users.by_name(db, name)
    return found.id if found and not found.removed else None


def update_case(db: Any, case_id: CaseId, **columns: object) -> None:
    """Set columns of ``case_file`` and raise its revision."""
    unknown = columns.keys() - _UPDATABLE
    assert not unknown, f"not columns of case_file: {unknown}"
    sets = "".join(f"{name} = ?, " for name in columns)
    values = [v.isoformat() if isinstance(v, date) else v for v in columns.values()]
    db.execute(
        f"UPDATE case_file SET {sets}revision = revision + 1 WHERE id = ?", [*values, case_id]
    )


def put_person(db: Any, case_id: CaseId, role: PersonRole, person: Person | None) -> None:
    """Insert, replace or (None) remove the person who plays ``role``."""
    db.execute("DELETE FROM person WHERE case_id = ? AND role = ?", [case_id, role.value])
    if person is None:
        return
    db.execute(
        "INSERT INTO person (case_id, role, name, match_key, birth_date, data)"
        " VALUES (?,?,?,?,?,?)",
        [
            case_id,
            role.value,
            person.name,
            match_key(person),
            person.birth_date.isoformat() if person.birth_date else None,
            msgspec.json.encode(person).decode(),
        ],
    )
    if role is PersonRole.DATA_SUBJECT:
        db.execute(
            "UPDATE case_file SET subject_name = ?, subject_sort = ? WHERE id = ?",
            [person.name, sort_key(family_first(person.name)), case_id],
        )


def persons(db: Any, case_id: CaseId) -> dict[PersonRole, Person]:
    """The persons of a case by their part in it."""
    found = rows(db, "SELECT role, data FROM person WHERE case_id = ?", [case_id])
    return {PersonRole(row["role"]): msgspec.json.decode(row["data"], type=Person) for row in found}


def open_deadline(db: Any, case_id: CaseId, kind: str) -> date | None:
    """The day of a deadline that is not met yet; None where there is none."""
    sql = "SELECT due FROM deadline WHERE case_id = ? AND kind = ? AND met_on IS NULL"
    row = first(db, sql, [case_id, kind])
    return _day(row["due"]) if row is not None else None


def drop_deadline(db: Any, case_id: CaseId, kind: str) -> None:
    """Take away a deadline that a case has no longer."""
    db.execute("DELETE FROM deadline WHERE case_id = ? AND kind = ?", [case_id, kind])


def put_words(db: Any, case_id: CaseId, texts: list[str]) -> None:
    """Replace what the search finds the case by; nothing is written when it is the same.

    With «secure-delete» a changed entry costs far more than a new one.
    """
    words = " ".join(search_words(text) for text in texts if text)
    row = first(db, "SELECT words FROM case_words WHERE id = ?", [-case_id])
    if row is not None and row["words"] == words:
        return
    db.execute(
        "INSERT INTO case_words (id, words) VALUES (?, ?)"
        " ON CONFLICT (id) DO UPDATE SET words = excluded.words",
        [-case_id, words],
    )


def add_event(
    db: Any, case_id: CaseId, at: datetime, actor: str, code: str, detail: Mapping[str, str]
) -> EventId:
    """Put an entry on the timeline; returns its id."""
    cursor = db.execute(
        "INSERT INTO timeline (case_id, at, actor, code, detail) VALUES (?,?,?,?,?)",
        [case_id, at.isoformat(), actor, code, json.dumps(dict(detail), ensure_ascii=False)],
    )
    return EventId(cursor.lastrowid)


def timeline(db: Any, case_id: CaseId) -> tuple[TimelineEntry, ...]:
    """The timeline, newest first."""
    found = rows(db, "SELECT * FROM timeline WHERE case_id = ? ORDER BY id DESC", [case_id])
    return tuple(
        TimelineEntry(
            id=EventId(row["id"]),
            at=datetime.fromisoformat(row["at"]),
            actor=row["actor"],
            code=row["code"],
            detail=json.loads(row["detail"]),
        )
        for row in found
    )


def _task_of(row: Row) -> Task:
    return Task(
        id=TaskId(row["id"]),
        case_id=CaseId(row["case_id"]),
        kind=row["kind"],
        title=row["title"],
        responsible=row["responsible"],
        due=_day(row["due"]),
        asked_on=_day(row["asked_on"]),
        done_on=_day(row["done_on"]),
        outcome=TaskOutcome(row["outcome"]),
        note=row["note"],
    )


def tasks(db: Any, case_id: CaseId) -> tuple[Task, ...]:
    """The tasks of a case, in the order they were made."""
    found = rows(db, "SELECT * FROM task WHERE case_id = ? ORDER BY id", [case_id])
    return tuple(_task_of(row) for row in found)


def task(db: Any, task_id: TaskId) -> Task:
    """One task. Raises ``AppError`` when it is gone."""
    row = first(db, "SELECT * FROM task WHERE id = ?", [task_id])
    if row is None:
        raise AppError(_("This task does not exist any more."), hint=_("Open the case again."))
    return _task_of(row)


def insert_task(
    db: Any, case_id: CaseId, *, kind: str, title: str, responsible: str = ""
) -> TaskId:
    """Insert a task nobody has been asked to do yet; returns its id."""
    cursor = db.execute(
        "INSERT INTO task (case_id, kind, title, responsible) VALUES (?,?,?,?)",
        [case_id, kind, title, responsible],
    )
    return TaskId(cursor.lastrowid)


def update_task(db: Any, changed: Task) -> None:
    """Write a task back whole."""
    db.execute(
        "UPDATE task SET title=?, responsible=?, due=?, asked_on=?, done_on=?, outcome=?, note=?"
        " WHERE id = ?",
        [
            changed.title,
            changed.responsible,
            changed.due.isoformat() if changed.due else None,
            changed.asked_on.isoformat() if changed.asked_on else None,
            changed.done_on.isoformat() if changed.done_on else None,
            changed.outcome.value,
            changed.note,
            changed.id,
        ],
    )


def delete_task(db: Any, task_id: TaskId) -> None:
    """Remove a task."""
    db.execute("DELETE FROM task WHERE id = ?", [task_id])


def put_deadline(
    db: Any, case_id: CaseId, *, kind: str, due: date, rule: str, met_on: date | None
) -> None:
    """Insert or replace one deadline of a case."""
    db.execute(
        "INSERT INTO deadline (case_id, kind, due, met_on, rule) VALUES (?,?,?,?,?)"
        " ON CONFLICT (case_id, kind) DO UPDATE SET due = excluded.due,"
        " met_on = excluded.met_on, rule = excluded.rule",
        [case_id, kind, due.isoformat(), met_on.isoformat() if met_on else None, rule],
    )


def _letter_of(row: Row) -> SentLetter:
    return SentLetter(
        id=LetterId(row["id"]),
        template=row["template"],
        language=Language(row["language"]),
        file_name=row["file_name"],
        path=row["path"],
        sha256=row["sha256"],
        at=datetime.fromisoformat(row["at"]),
        actor=row["actor"],
        sent_on=_day(row["sent_on"]),
        channel=row["channel"],
        local_copy_deleted_at=_instant(row["local_copy_deleted_at"]),
    )


def letters(db: Any, case_id: CaseId) -> tuple[SentLetter, ...]:
    """The letters of a case, newest first."""
    found = rows(db, "SELECT * FROM letter WHERE case_id = ? ORDER BY id DESC", [case_id])
    return tuple(_letter_of(row) for row in found)


def insert_letter(db: Any, case_id: CaseId, sent: Mapping[str, str | None]) -> LetterId:
    """Record an exported letter; ``sent`` maps the columns of ``letter``."""
    columns = ", ".join(sent)
    marks = ",".join("?" * len(sent))
    cursor = db.execute(
        f"INSERT INTO letter (case_id, {columns}) VALUES (?,{marks})", [case_id, *sent.values()]
    )
    return LetterId(cursor.lastrowid)


def mark_local_copy_deleted(db: Any, letter_id: LetterId, at: datetime) -> None:
    """Note that the file on this machine is gone."""
    db.execute(
        "UPDATE letter SET local_copy_deleted_at = ? WHERE id = ?", [at.isoformat(), letter_id]
    )
