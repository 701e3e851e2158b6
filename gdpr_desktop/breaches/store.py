"""Rows of ``breach`` and what belongs to it: the only SQL about a single breach."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

import msgspec

from gdpr_desktop.breaches.codes import BreachKind
from gdpr_desktop.breaches.model import (
    DEMAND,
    MEASURE,
    Assessment,
    AuthorityLetter,
    Breach,
    Course,
    Decision,
    Evidence,
    Intake,
    Lessons,
    Notification,
    OfficerAdvice,
    Routed,
    Scope,
    Telling,
    Ticked,
    Version,
)
from gdpr_desktop.casework import store as cases
from gdpr_desktop.casework.model import Case
from gdpr_desktop.casework.person_search import Where
from gdpr_desktop.casework.person_search.store import table_source
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.vault.reading import Row, first, rows

# column → type of what is kept as one JSON document each
_STEPS: Mapping[str, Any] = {
    "intake": Intake,
    "course": Course,
    "scope": Scope,
    "advice": OfficerAdvice,
    "decision": Decision,
    "lessons": Lessons,
    "first_hour": tuple[Ticked, ...],
    "routes": tuple[Routed, ...],
    "evidence": tuple[Evidence, ...],
    "authority_letters": tuple[AuthorityLetter, ...],
    "tellings": tuple[Telling, ...],
}
_FLAGS = ("first_hour_done", "measures_settled")

# what the search for a person reads
TEXTS = (
    table_source("breach", Where.WORDING, "intake", key="case_id", name="breach"),
    table_source(
        "breach",
        Where.STEPS,
        " ".join(column for column in _STEPS if column != "intake"),
        key="case_id",
        name="breach_steps",
    ),
    table_source("breach_assessment", Where.STEPS, "data", key="rowid", name="breach_assessment"),
    table_source(
        "breach_notification", Where.STEPS, "data", key="rowid", name="breach_notification"
    ),
    table_source("breach_recipient", Where.STEPS, "name data", name="breach_recipient"),
)


def insert(db: Any, case_id: CaseId, intake: Intake) -> None:
    """Insert what was registered of a new breach."""
    db.execute(
        "INSERT INTO breach (case_id, intake, aware_at, incident, unit) VALUES (?,?,?,?,?)",
        [case_id, _json(intake), *_intake_columns(intake)],
    )


def _intake_columns(intake: Intake) -> list[object]:
    return [intake.aware.isoformat(), intake.incident.value, intake.unit]


def put_step(db: Any, case_id: CaseId, **steps: object | None) -> None:
    """Write steps back whole; None takes one away. The columns of lists follow."""
    for column, step in steps.items():
        if column in _FLAGS:
            db.execute(
                f"UPDATE breach SET {column} = ? WHERE case_id = ?", [int(bool(step)), case_id]
            )
            continue
        assert column in _STEPS, column
        data = None if step is None else _json(step)
        db.execute(f"UPDATE breach SET {column} = ? WHERE case_id = ?", [data, case_id])
        if isinstance(step, Intake):
            _set_changed(db, case_id, "aware_at, incident, unit", _intake_columns(step))


def put_columns(
    db: Any, found: Breach, *, risk: str, authority: str, people: str, running: bool
) -> None:
    """Write what lists are narrowed by."""
    kinds = found.scope.kinds if found.scope is not None else ()
    values = [
        *(int(kind in kinds) for kind in BreachKind),
        int(found.scope is not None and found.scope.special),
        risk,
        authority,
        people,
        int(running),
    ]
    columns = "confidentiality, integrity, availability, special, risk, authority, people, running"
    _set_changed(db, found.case.id, columns, values)


def _set_changed(db: Any, case_id: CaseId, columns: str, values: list[object]) -> None:
    """Most deeds change none of them, and each has an index that would be written anew."""
    marks = ",".join("?" * len(values))
    db.execute(
        f"UPDATE breach SET ({columns}) = ({marks})"
        f" WHERE case_id = ? AND ({columns}) IS NOT ({marks})",
        [*values, case_id, *values],
    )


def mark_officer_told(db: Any, case_id: CaseId, at: datetime) -> None:
    """Stamp when the officer came to know of it."""
    db.execute(
        "UPDATE breach SET officer_told_at = ? WHERE case_id = ? AND officer_told_at IS NULL",
        [at.isoformat(), case_id],
    )


def add_version(db: Any, case_id: CaseId, version: Version) -> None:
    """Keep one more assessment."""
    db.execute(
        "INSERT INTO breach_assessment (case_id, number, at, made_by, data) VALUES (?,?,?,?,?)",
        [
            case_id,
            version.number,
            version.at.isoformat(),
            version.by,
            _json(version.assessment),
        ],
    )


def drop_version(db: Any, case_id: CaseId, number: int) -> None:
    """Take an assessment away that was undone at once."""
    db.execute("DELETE FROM breach_assessment WHERE case_id = ? AND number = ?", [case_id, number])


def add_notification(db: Any, case_id: CaseId, notification: Notification) -> None:
    """Keep what was sent to the authority, as it was sent."""
    db.execute(
        "INSERT INTO breach_notification (case_id, number, data) VALUES (?,?,?)",
        [case_id, notification.number, _json(notification)],
    )


def breach(db: Any, case_id: CaseId) -> Breach:
    """The whole case. Raises ``AppError`` when there is none."""
    case = cases.case(db, case_id)
    row = first(db, "SELECT * FROM breach WHERE case_id = ?", [case_id])
    assert row is not None, "a case of this kind has a breach"
    steps: dict[str, Any] = {
        column: msgspec.json.decode(row[column], type=kind)
        for column, kind in _STEPS.items()
        if row[column] is not None
    }
    tasks, told = cases.tasks(db, case_id), row["officer_told_at"]
    return Breach(
        case=case,
        officer_told_at=datetime.fromisoformat(told) if told else None,
        first_hour_done=bool(row["first_hour_done"]),
        measures_settled=bool(row["measures_settled"]),
        versions=_versions(db, case_id),
        notifications=_notifications(db, case_id),
        measures=tuple(task for task in tasks if task.kind == MEASURE),
        demands=tuple(task for task in tasks if task.kind == DEMAND),
        deviation=_deviation(db, case_id),
        addresses_kept=_addresses(db, case_id),
        **steps,
    )


def _versions(db: Any, case_id: CaseId) -> tuple[Version, ...]:
    found = rows(db, "SELECT * FROM breach_assessment WHERE case_id = ? ORDER BY number", [case_id])
    return tuple(_version(row) for row in found)


def _version(row: Row) -> Version:
    return Version(
        number=row["number"],
        assessment=msgspec.json.decode(row["data"], type=Assessment),
        by=row["made_by"],
        at=datetime.fromisoformat(row["at"]),
    )


def _notifications(db: Any, case_id: CaseId) -> tuple[Notification, ...]:
    sql = "SELECT data FROM breach_notification WHERE case_id = ? ORDER BY number"
    return tuple(
        msgspec.json.decode(row["data"], type=Notification) for row in rows(db, sql, [case_id])
    )


def newest_entry(db: Any) -> datetime | None:
    """The last instant that anything was written in the register."""
    row = first(db, "SELECT max(at) AS at FROM journal")
    return datetime.fromisoformat(row["at"]) if row is not None and row["at"] else None


def _deviation(db: Any, case_id: CaseId) -> Case | None:
    sql = "SELECT case_id FROM deviation WHERE breach = ? ORDER BY case_id DESC LIMIT 1"
    row = first(db, sql, [case_id])
    return cases.case(db, CaseId(row["case_id"])) if row is not None else None


def _addresses(db: Any, case_id: CaseId) -> int:
    row = first(db, "SELECT count(*) AS n FROM breach_recipient WHERE case_id = ?", [case_id])
    return int(row["n"]) if row is not None else 0


def drop_addresses(db: Any, case_id: CaseId) -> None:
    """Delete the address list of a case."""
    db.execute("DELETE FROM breach_recipient WHERE case_id = ?", [case_id])


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()


def anonymise(db: Any, case_id: CaseId) -> None:
    """Keep only what the statistics need: codes, numbers and times, no text and no name."""
    found = breach(db, case_id)
    put_step(
        db,
        case_id,
        intake=replace(found.intake, title="", what="", discovered_by="", aware_reason="", unit=""),
        course=found.course and _bare_course(found.course),
        scope=found.scope and _bare_scope(found.scope),
        first_hour=(),
        advice=found.advice and replace(found.advice, why="", name=""),
        decision=found.decision and _bare_decision(found.decision),
        lessons=found.lessons and replace(found.lessons, learnt="", changes="", name=""),
        routes=tuple(replace(one, whom="", reference="", note="") for one in found.routes),
        evidence=(),
        authority_letters=tuple(
            replace(one, reference="", what="") for one in found.authority_letters
        ),
        tellings=tuple(replace(one, rest="", where="", by="") for one in found.tellings),
    )
    drop_addresses(db, case_id)
    _bare_rows(db, found)


def _bare_course(course: Course) -> Course:
    return replace(
        course,
        discovered_how="",
        reporter_name="",
        quality_reference="",
        cause="",
        exposed="",
        secondary="",
    )


def _bare_scope(scope: Scope) -> Scope:
    return replace(
        scope,
        people_text="",
        data_text="",
        where_now="",
        activities=(),
        systems=(),
        processors=(),
        measures_before="",
        consequences_text="",
    )


def _bare_decision(decision: Decision) -> Decision:
    exempted = decision.exempted and replace(decision.exempted, proof="")
    return replace(decision, why_authority="", why_people="", name="", role="", exempted=exempted)


def _bare_rows(db: Any, found: Breach) -> None:
    """Versions and notifications lose their texts, and keep their numbers and times."""
    case_id = found.case.id
    db.execute("DELETE FROM breach_assessment WHERE case_id = ?", [case_id])
    for version in found.versions:
        made = version.assessment
        bare = replace(
            made,
            factors=tuple(replace(one, why="") for one in made.factors),
            consequences="",
            note="",
        )
        add_version(db, case_id, replace(version, assessment=bare, by=""))
    db.execute("DELETE FROM breach_notification WHERE case_id = ?", [case_id])
    for sent in found.notifications:
        bare_one = replace(sent, receipt="", by="", missing="", late_reason="", reason="", sheet=())
        add_notification(db, case_id, bare_one)
