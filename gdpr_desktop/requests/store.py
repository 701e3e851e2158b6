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
from gdpr_desktop.requests import parts_store as parts
from gdpr_desktop.requests.model import (
    Authority,
    Channel,
    Extension,
    Identity,
    Intake,
    OnBehalfOf,
    Receipt,
    Request,
    Specification,
)
from gdpr_desktop.requests.parts_store import encode
from gdpr_desktop.requests.rights.access import ProcessingInfo
from gdpr_desktop.requests.unstructured import store as unstructured
from gdpr_desktop.vault.reading import first, rows

# column → type of the steps that are kept as one JSON document each
_STEPS: dict[str, type] = {
    "authority": Authority,
    "receipt": Receipt,
    "identity": Identity,
    "specification": Specification,
    "extension": Extension,
}


# what the search for a person reads of a request
TEXTS = (
    table_source("request", Where.WORDING, "wording", key="case_id"),
    table_source(
        "request",
        Where.STEPS,
        " ".join(("unit", *_STEPS)),
        key="case_id",
        name="request_steps",
    ),
    table_source(
        "request_part",
        Where.STEPS,
        " ".join(("activity", *parts.COLUMNS)),
    ),
    table_source(
        "part_recipients",
        Where.STEPS,
        "data",
        key="part_id",
        case="(SELECT case_id FROM request_part WHERE id = part_id)",
    ),
    table_source(
        "task_unstructured",
        Where.STEPS,
        "data",
        key="task_id",
        case="(SELECT case_id FROM task WHERE id = task_id)",
    ),
)


def insert(db: Any, case_id: CaseId, intake: Intake) -> None:
    """Insert the request of a new case, with a part for each right."""
    values = _values(intake)
    marks = ",".join("?" * (len(values) + 1))
    db.execute(
        f"INSERT INTO request (case_id, {', '.join(values)}) VALUES ({marks})",
        [case_id, *values.values()],
    )
    for right in intake.rights:
        parts.insert(db, case_id, right)


def update_intake(db: Any, case_id: CaseId, intake: Intake) -> None:
    """Write changed intake fields back; the rights have verbs of their own."""
    values = _values(intake)
    settings = ", ".join(f"{column} = ?" for column in values)
    db.execute(f"UPDATE request SET {settings} WHERE case_id = ?", [*values.values(), case_id])


def _values(intake: Intake) -> dict[str, object]:
    return {
        "received_time": intake.received_time.isoformat() if intake.received_time else None,
        "channel": intake.channel.value,
        "on_behalf_of": intake.on_behalf_of.value,
        "wording": intake.wording,
        "wants_oral_answer": int(intake.wants_oral_answer),
        "unit": intake.unit,
        "authority": encode(intake.authority),
    }


def put_step(db: Any, case_id: CaseId, **steps: object | None) -> None:
    """Write steps back whole; None takes one away."""
    for column, step in steps.items():
        assert column in _STEPS, column
        db.execute(f"UPDATE request SET {column} = ? WHERE case_id = ?", [encode(step), case_id])


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
        parts=parts.of_case(db, case_id),
        received_time=time.fromisoformat(row["received_time"]) if row["received_time"] else None,
        channel=Channel(row["channel"]),
        on_behalf_of=OnBehalfOf(row["on_behalf_of"]),
        wording=row["wording"],
        wants_oral_answer=bool(row["wants_oral_answer"]),
        officer_told_at=datetime.fromisoformat(told) if told else None,
        persons=_persons(db, case),
        unit=row["unit"],
        tasks=cases.tasks(db, case_id),
        unstructured=unstructured.of_case(db, case_id),
        target=cases.open_deadline(db, case_id, "rectification_target"),
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
    )
    for part in before.parts:
        parts.anonymise(db, part)
    unstructured.anonymise(db, case_id)
    db.execute(
        "UPDATE request SET wording = '', received_time = NULL, on_behalf_of = ? WHERE case_id = ?",
        [OnBehalfOf.SELF.value, case_id],
    )


def remember_wording(db: Any, language: Language, info: ProcessingInfo, at: datetime) -> None:
    """Keep the wording last used for a system, for the next answer."""
    db.execute(
        "INSERT INTO system_wording (system_key, language, data, updated_at) VALUES (?,?,?,?)"
        " ON CONFLICT (system_key, language) DO UPDATE"
        " SET data = excluded.data, updated_at = excluded.updated_at",
        [fold_short(info.name), language.value, encode(info), at.isoformat()],
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
