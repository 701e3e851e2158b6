"""Rows ↔ dataclasses of ``collection``: the only SQL of collections."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

import msgspec

from gdpr_desktop.casework import store as cases
from gdpr_desktop.casework.lists import visible
from gdpr_desktop.casework.model import Case, Person
from gdpr_desktop.casework.person_search import Where
from gdpr_desktop.casework.person_search.store import table_source
from gdpr_desktop.core.actor import Actor
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.information.collections.model import (
    Advice,
    Collection,
    Decision,
    ExceptionUse,
    Intake,
    NewPurpose,
    Told,
)
from gdpr_desktop.register.entries.model import EntryId
from gdpr_desktop.vault.reading import Row, first, rows

# column → type of the steps that are kept as one JSON document each
_STEPS: dict[str, type] = {
    "told": Told,
    "exception": ExceptionUse,
    "advice": Advice,
    "decision": Decision,
    "new_purpose": NewPurpose,
}

# what the search for a person reads of a collection
TEXTS = (table_source("collection", Where.STEPS, f"intake {' '.join(_STEPS)}", key="case_id"),)


def _encode(step: object | None) -> str | None:
    return None if step is None else msgspec.json.encode(step).decode()


def insert(db: Any, case_id: CaseId, intake: Intake) -> None:
    """Insert the collection of a new case."""
    db.execute(
        "INSERT INTO collection (case_id, activity_id, intake) VALUES (?,?,?)",
        [case_id, intake.activity_id, _encode(intake)],
    )


def update_intake(db: Any, case_id: CaseId, intake: Intake) -> None:
    """Write changed facts back."""
    db.execute(
        "UPDATE collection SET activity_id = ?, intake = ? WHERE case_id = ?",
        [intake.activity_id, _encode(intake), case_id],
    )


def put_step(db: Any, case_id: CaseId, **steps: object | None) -> None:
    """Write steps back whole; None takes one away."""
    for column, step in steps.items():
        assert column in _STEPS, column
        db.execute(
            f"UPDATE collection SET {column} = ? WHERE case_id = ?", [_encode(step), case_id]
        )


def mark_changed(db: Any, case_ids: Iterable[CaseId], day: date | None) -> None:
    """The purpose or basis changed that ``day``; None: it has been seen to."""
    text = day.isoformat() if day else None
    for case_id in case_ids:
        db.execute("UPDATE collection SET changed_on = ? WHERE case_id = ?", [text, case_id])


def collection(db: Any, case_id: CaseId) -> Collection:
    """The whole collection. Raises ``AppError`` when there is none."""
    case = cases.case(db, case_id)
    row = first(db, "SELECT * FROM collection WHERE case_id = ?", [case_id])
    assert row is not None, "a case of this kind has a collection"
    return _collection_of(case, row)


def _collection_of(case: Case, row: Row) -> Collection:
    steps: dict[str, Any] = {
        column: msgspec.json.decode(row[column], type=kind)
        for column, kind in _STEPS.items()
        if row[column] is not None
    }
    intake = msgspec.json.decode(row["intake"], type=Intake)
    activity = EntryId(row["activity_id"]) if row["activity_id"] is not None else None
    changed = row["changed_on"]
    return Collection(
        case=case,
        intake=replace(intake, activity_id=activity),
        changed_on=date.fromisoformat(changed) if changed else None,
        **steps,
    )


def of_activity(db: Any, activity_id: EntryId) -> tuple[CaseId, ...]:
    """Cases that collected data for an activity, and where people were told or excepted.

    Those that wait are told what the record says by then. Erased cases are left out.
    """
    sql = (
        "SELECT c.case_id FROM collection c JOIN case_file f ON f.id = c.case_id"
        " WHERE c.activity_id = ? AND f.anonymised_at IS NULL"
        " AND (c.told IS NOT NULL OR c.decision IS NOT NULL) ORDER BY c.case_id"
    )
    return tuple(CaseId(row["case_id"]) for row in rows(db, sql, [activity_id]))


def any_of(db: Any, activity_id: EntryId) -> bool:
    """Were data collected for the activity?"""
    sql = "SELECT 1 AS hit FROM collection WHERE activity_id = ? LIMIT 1"
    return first(db, sql, [activity_id]) is not None


def move(db: Any, old: EntryId, new: EntryId) -> None:
    """What was collected for the activity ``old`` belongs to ``new``."""
    db.execute("UPDATE collection SET activity_id = ? WHERE activity_id = ?", [new, old])


def changed(db: Any, actor: Actor, limit: int = 100) -> tuple[Case, ...]:
    """Cases that the actor may see, whose purpose or basis has changed, and nobody has seen to it;
    the newest first."""
    where, values = visible(["c.changed_on IS NOT NULL", "f.anonymised_at IS NULL"], [], actor)
    sql = (
        "SELECT f.* FROM collection c JOIN case_file f ON f.id = c.case_id"
        f" WHERE {' AND '.join(where)} ORDER BY f.id DESC LIMIT ?"
    )
    return tuple(cases.case_of(row) for row in rows(db, sql, [*values, limit]))


def anonymise(db: Any, case_id: CaseId) -> None:
    """Keep only what the statistics need: codes and dates, no text and no name."""
    row = first(db, "SELECT * FROM collection WHERE case_id = ?", [case_id])
    assert row is not None
    before = _collection_of(cases.case(db, case_id), row)
    intake = before.intake
    kept = Intake(
        obtained=intake.obtained,
        from_person=intake.from_person,
        activity_id=intake.activity_id,
        group=intake.group,
        subject=Person(name=""),
        persons=intake.persons,
        first_contact=intake.first_contact,
        first_disclosure=intake.first_disclosure,
        language=intake.language,
    )
    update_intake(db, case_id, kept)
    put_step(
        db,
        case_id,
        told=before.told and Told(way=before.told.way, told_on=before.told.told_on),
        exception=before.exception and ExceptionUse(exception=before.exception.exception),
        advice=None,
        decision=None,
        new_purpose=before.new_purpose and replace(before.new_purpose, text=""),
    )
    mark_changed(db, [case_id], None)
