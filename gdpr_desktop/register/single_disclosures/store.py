"""Rows of ``disclosure``: the only SQL about single disclosures."""

from dataclasses import replace
from datetime import date, datetime, time
from typing import Any

import msgspec

from gdpr_desktop.casework import store as cases
from gdpr_desktop.casework.model import Person, PersonRole
from gdpr_desktop.casework.person_search import Where
from gdpr_desktop.casework.person_search.store import table_source
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.register.single_disclosures.model import (
    Advice,
    Assessment,
    Decision,
    Dispatch,
    Informing,
    Intake,
    InWriting,
    Requester,
    SingleDisclosure,
)
from gdpr_desktop.vault.reading import first

# column → type of the steps that are kept as one JSON document each
_STEPS: dict[str, type] = {
    "in_writing": InWriting,
    "assessment": Assessment,
    "advice": Advice,
    "decision": Decision,
    "dispatch": Dispatch,
    "informing": Informing,
}

# what the search for a person reads
TEXTS = (
    table_source(
        "disclosure",
        Where.WORDING,
        "wanted ground court_order reference",
        key="case_id",
        name="disclosure",
    ),
    table_source(
        "disclosure", Where.STEPS, " ".join(_STEPS), key="case_id", name="disclosure_steps"
    ),
)


def insert(db: Any, case_id: CaseId, intake: Intake) -> None:
    """Insert the request of a new case."""
    db.execute(
        "INSERT INTO disclosure (case_id, requester_kind, received_time, written, wanted, ground,"
        " signed, court_order, reference, wanted_by) VALUES (?,?,?,?,?,?,?,?,?,?)",
        [case_id, *_columns(intake)],
    )


def update_intake(db: Any, case_id: CaseId, intake: Intake) -> None:
    """Write changed facts back."""
    db.execute(
        "UPDATE disclosure SET requester_kind = ?, received_time = ?, written = ?, wanted = ?,"
        " ground = ?, signed = ?, court_order = ?, reference = ?, wanted_by = ? WHERE case_id = ?",
        [*_columns(intake), case_id],
    )


def _columns(intake: Intake) -> list[object]:
    return [
        intake.requester_kind.value,
        intake.received_time.isoformat() if intake.received_time else None,
        int(intake.written),
        intake.wanted,
        intake.ground,
        int(intake.signed),
        intake.court_order,
        intake.reference,
        intake.wanted_by.isoformat() if intake.wanted_by else None,
    ]


def put_step(db: Any, case_id: CaseId, **steps: object | None) -> None:
    """Write steps back whole; None takes one away."""
    for column, step in steps.items():
        assert column in _STEPS, column
        data = None if step is None else msgspec.json.encode(step).decode()
        db.execute(f"UPDATE disclosure SET {column} = ? WHERE case_id = ?", [data, case_id])


def mark_officer_told(db: Any, case_id: CaseId, at: datetime) -> None:
    """Stamp when the officer came to know of it."""
    db.execute(
        "UPDATE disclosure SET officer_told_at = ? WHERE case_id = ? AND officer_told_at IS NULL",
        [at.isoformat(), case_id],
    )


def disclosure(db: Any, case_id: CaseId) -> SingleDisclosure:
    """The whole case. Raises ``AppError`` when there is none."""
    case = cases.case(db, case_id)
    row = first(db, "SELECT * FROM disclosure WHERE case_id = ?", [case_id])
    assert row is not None, "a case of this kind has a disclosure"
    steps: dict[str, Any] = {
        column: msgspec.json.decode(row[column], type=kind)
        for column, kind in _STEPS.items()
        if row[column] is not None
    }
    told, wanted_by = row["officer_told_at"], row["wanted_by"]
    gone = case.anonymised_at is not None
    return SingleDisclosure(
        case=case,
        requester_kind=Requester(row["requester_kind"]),
        persons={} if gone else cases.persons(db, case_id),
        received_time=time.fromisoformat(row["received_time"]) if row["received_time"] else None,
        written=bool(row["written"]),
        wanted=row["wanted"],
        ground=row["ground"],
        signed=bool(row["signed"]),
        court_order=row["court_order"],
        reference=row["reference"],
        wanted_by=date.fromisoformat(wanted_by) if wanted_by else None,
        officer_told_at=datetime.fromisoformat(told) if told else None,
        **steps,
    )


def put_requester(db: Any, case_id: CaseId, requester: Person) -> None:
    """Who asks stands as the one who receives."""
    cases.put_person(db, case_id, PersonRole.RECIPIENT, requester)


def anonymise(db: Any, case_id: CaseId) -> None:
    """Keep only what the statistics need: codes and dates, no text and no name."""
    found = disclosure(db, case_id)
    put_step(
        db,
        case_id,
        assessment=found.assessment
        and replace(found.assessment, law="", lifted_by="", note="", assessed_by=""),
        advice=None,
        decision=found.decision and replace(found.decision, name="", role="", given="", refused=""),
        dispatch=found.dispatch and replace(found.dispatch, sent_by="", how=""),
        informing=found.informing and replace(found.informing, why=""),
    )
    db.execute(
        "UPDATE disclosure SET wanted = '', ground = '', court_order = '', reference = '',"
        " received_time = NULL"
        " WHERE case_id = ?",
        [case_id],
    )
