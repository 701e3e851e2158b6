"""Rows ↔ dataclasses of ``requests``: the only SQL of the feature."""

from dataclasses import replace
from datetime import datetime, time
from typing import Any

import msgspec

from gdpr_desktop.casework import store as cases
from gdpr_desktop.casework.model import Case, Person, PersonRole
from gdpr_desktop.casework.person_search import Where
from gdpr_desktop.casework.person_search.store import table_source
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.names import fold_short
from gdpr_desktop.requests.model import (
    Advice,
    Answer,
    Authority,
    Channel,
    Decision,
    Dispatch,
    Extension,
    Identity,
    Intake,
    OnBehalfOf,
    ProcessingInfo,
    Receipt,
    Request,
    Review,
    Right,
    Specification,
)
from gdpr_desktop.vault.reading import first, rows

# column → type of the steps that are kept as one JSON document each
_STEPS: dict[str, type] = {
    "authority": Authority,
    "receipt": Receipt,
    "identity": Identity,
    "specification": Specification,
    "extension": Extension,
    "review": Review,
    "advice": Advice,
    "decision": Decision,
    "answer": Answer,
    "dispatch": Dispatch,
}


# what the search for a person reads of a request
TEXTS = (
    table_source("request", Where.WORDING, "wording", key="case_id"),
    table_source("request", Where.STEPS, " ".join(_STEPS), key="case_id", name="request_steps"),
)


def _encode(step: object | None) -> str | None:
    return None if step is None else msgspec.json.encode(step).decode()


def insert(db: Any, case_id: CaseId, intake: Intake) -> None:
    """Insert the request of a new case."""
    db.execute(
        "INSERT INTO request (case_id, right, received_time, channel, on_behalf_of, wording,"
        " wants_oral_answer, authority) VALUES (?,?,?,?,?,?,?,?)",
        [
            case_id,
            Right.ACCESS.value,
            intake.received_time.isoformat() if intake.received_time else None,
            intake.channel.value,
            intake.on_behalf_of.value,
            intake.wording,
            int(intake.wants_oral_answer),
            _encode(intake.authority),
        ],
    )


def update_intake(db: Any, case_id: CaseId, intake: Intake) -> None:
    """Write changed intake fields back."""
    db.execute(
        "UPDATE request SET received_time = ?, channel = ?, on_behalf_of = ?, wording = ?,"
        " wants_oral_answer = ?, authority = ? WHERE case_id = ?",
        [
            intake.received_time.isoformat() if intake.received_time else None,
            intake.channel.value,
            intake.on_behalf_of.value,
            intake.wording,
            int(intake.wants_oral_answer),
            _encode(intake.authority),
            case_id,
        ],
    )


def put_step(db: Any, case_id: CaseId, **steps: object | None) -> None:
    """Write steps back whole; None takes one away."""
    for column, step in steps.items():
        assert column in _STEPS, column
        db.execute(f"UPDATE request SET {column} = ? WHERE case_id = ?", [_encode(step), case_id])


def mark_officer_told(db: Any, case_id: CaseId, at: datetime) -> None:
    """Stamp when the officer came to know of the request."""
    db.execute(
        "UPDATE request SET officer_told_at = ? WHERE case_id = ? AND officer_told_at IS NULL",
        [at.isoformat(), case_id],
    )


def request(db: Any, case_id: CaseId) -> Request:
    """The whole request. Raises ``AppError`` when there is none."""
    case = cases.case(db, case_id)
    row = first(db, "SELECT * FROM request WHERE case_id = ?", [case_id])
    assert row is not None, "a case of this kind has a request"
    steps: dict[str, Any] = {
        column: msgspec.json.decode(row[column], type=kind)
        for column, kind in _STEPS.items()
        if row[column] is not None
    }
    told = row["officer_told_at"]
    return Request(
        case=case,
        right=Right(row["right"]),
        received_time=time.fromisoformat(row["received_time"]) if row["received_time"] else None,
        channel=Channel(row["channel"]),
        on_behalf_of=OnBehalfOf(row["on_behalf_of"]),
        wording=row["wording"],
        wants_oral_answer=bool(row["wants_oral_answer"]),
        officer_told_at=datetime.fromisoformat(told) if told else None,
        persons=_persons(db, case),
        tasks=cases.tasks(db, case_id),
        **steps,
    )


def _persons(db: Any, case: Case) -> dict[PersonRole, Person]:
    if case.anonymised_at is not None:
        return {PersonRole.DATA_SUBJECT: Person(name="")}
    return cases.persons(db, case.id)


def anonymise(db: Any, case_id: CaseId) -> None:
    """Keep only what the statistics need: codes and dates, no text and no name."""
    before = request(db, case_id)
    put_step(
        db,
        case_id,
        authority=Authority(seen=before.authority.seen),
        receipt=before.receipt and replace(before.receipt, how=""),
        identity=replace(before.identity, note="", checked_by=""),
        specification=before.specification and replace(before.specification, answer=""),
        # the reasons made the extension hold: a sign stands where they were
        extension=before.extension and replace(before.extension, explanation="–"),
        review=before.review and _anonymous(before.review),
        advice=None,
        decision=None,
        answer=None,
        dispatch=before.dispatch and replace(before.dispatch, sent_by="", what=""),
    )
    db.execute(
        "UPDATE request SET wording = '', received_time = NULL, on_behalf_of = ? WHERE case_id = ?",
        [OnBehalfOf.SELF.value, case_id],
    )


def _anonymous(review: Review) -> Review:
    """What came of it and the exceptions used; not by whom, not why, not what was in it."""
    return Review(
        outcome=review.outcome,
        reviewed_by="",
        reviewed_on=review.reviewed_on,
        exempted=tuple(replace(one, explanation="") for one in review.exempted),
    )


def remember_wording(db: Any, language: Language, info: ProcessingInfo, at: datetime) -> None:
    """Keep the wording last used for a system, for the next answer."""
    db.execute(
        "INSERT INTO system_wording (system_key, language, data, updated_at) VALUES (?,?,?,?)"
        " ON CONFLICT (system_key, language) DO UPDATE"
        " SET data = excluded.data, updated_at = excluded.updated_at",
        [fold_short(info.name), language.value, _encode(info), at.isoformat()],
    )


def wording(db: Any, language: Language, name: str) -> ProcessingInfo | None:
    """The wording last used for the system ``name`` in ``language``."""
    row = first(
        db,
        "SELECT data FROM system_wording WHERE system_key = ? AND language = ?",
        [fold_short(name), language.value],
    )
    return None if row is None else msgspec.json.decode(row["data"], type=ProcessingInfo)


def known_systems(db: Any, language: Language) -> tuple[str, ...]:
    """Names of systems with a wording, the last used first."""
    found = rows(
        db,
        "SELECT data FROM system_wording WHERE language = ? ORDER BY updated_at DESC LIMIT 100",
        [language.value],
    )
    return tuple(msgspec.json.decode(row["data"], type=ProcessingInfo).name for row in found)
