"""Rows of assessments: the case's own row, and what is saved one by one beneath it."""

import hashlib
from collections.abc import Mapping
from datetime import datetime
from typing import Any, TypeVar

import msgspec

from gdpr_desktop.casework import store as cases
from gdpr_desktop.casework.attachments.store import attachments
from gdpr_desktop.core.ids import CaseId, TaskId
from gdpr_desktop.dpia.advice.model import (
    Approval,
    Decision,
    Opinion,
    Review,
    Submission,
    SubmissionHead,
)
from gdpr_desktop.dpia.assessment import Dpia
from gdpr_desktop.dpia.codes import State
from gdpr_desktop.dpia.consultation.model import Consultation
from gdpr_desktop.dpia.content import (
    About,
    Answer,
    Assessment,
    Comment,
    Measure,
    Opinions,
    OwnScale,
    Scenario,
)
from gdpr_desktop.dpia.screening.model import Need, NeedView, ScreeningAnswers
from gdpr_desktop.dpia.work_file.model import SentFile
from gdpr_desktop.vault.reading import Row, first, rows

# column → type of what is kept as one JSON document each
_STEPS: Mapping[str, Any] = {
    "about": About,
    "screening": ScreeningAnswers,
    "need": Need,
    "view": NeedView,
    "opinion": Opinion,
    "opinions": tuple[Opinion, ...],
    "decision": Decision,
    "approval": Approval,
    "consultation": Consultation,
    "reviews": tuple[Review, ...],
    "sent_files": tuple[SentFile, ...],
    "imported": Opinions,
    "own_scale": OwnScale,
}
_TABLES: Mapping[type, str] = {
    Scenario: "dpia_scenario",
    Measure: "dpia_measure",
    Comment: "dpia_comment",
}
Item = Scenario | Measure | Comment
Kept = TypeVar("Kept", Scenario, Measure, Comment)


def insert(db: Any, case_id: CaseId, about: About, state: State = State.SCREENING) -> None:
    """Insert a new assessment."""
    db.execute(
        "INSERT INTO dpia (case_id, state, unit, about) VALUES (?,?,?,?)",
        [case_id, state.value, about.unit, _json(about)],
    )


def put_step(db: Any, case_id: CaseId, **steps: object | None) -> None:
    """Write steps back whole; None takes one away. ``state``, ``scale``, ``catalogue`` as are."""
    for column, step in steps.items():
        assert column in _STEPS or column in ("state", "scale", "catalogue", "work_key"), column
        plain = column not in _STEPS
        data = step if plain or step is None else _json(step)
        db.execute(f"UPDATE dpia SET {column} = ? WHERE case_id = ?", [data, case_id])
        if isinstance(step, About):
            db.execute("UPDATE dpia SET unit = ? WHERE case_id = ?", [step.unit, case_id])


def put_answer(db: Any, case_id: CaseId, answer: Answer, by: str, at: datetime) -> None:
    """Write an answer; an empty one is taken away."""
    if not answer:
        db.execute(
            "DELETE FROM dpia_answer WHERE case_id = ? AND question = ?",
            [case_id, answer.question],
        )
        return
    db.execute(
        "INSERT INTO dpia_answer (case_id, question, data, changed_at, changed_by)"
        " VALUES (?,?,?,?,?) ON CONFLICT (case_id, question) DO UPDATE SET"
        " data = excluded.data, changed_at = excluded.changed_at, changed_by = excluded.changed_by",
        [case_id, answer.question, _json(answer), at.isoformat(), by],
    )


def put_item(db: Any, case_id: CaseId, item: Item, place: int | None = None) -> None:
    """Write a scenario, a measure or a comment; a new one stands last, or at ``place``."""
    table = _TABLES[type(item)]
    if place is None:
        sql = f"SELECT coalesce(max(place), 0) + 1 FROM {table} WHERE case_id = ?"
        place = int(db.execute(sql, [case_id]).fetchone()[0])
        keep = ""
    else:
        keep = ", place = excluded.place"
    db.execute(
        f"INSERT INTO {table} (case_id, key, place, data) VALUES (?,?,?,?)"
        f" ON CONFLICT (case_id, key) DO UPDATE SET data = excluded.data{keep}",
        [case_id, item.key, place, _json(item)],
    )


def remove_item(db: Any, case_id: CaseId, item: Item) -> None:
    """Take a scenario, a measure or a comment away."""
    table = _TABLES[type(item)]
    db.execute(f"DELETE FROM {table} WHERE case_id = ? AND key = ?", [case_id, item.key])


def measure_tasks(db: Any, case_id: CaseId) -> dict[TaskId, str]:
    """The tasks that measures are followed up by, and the key of the measure of each."""
    sql = "SELECT task_id, key FROM dpia_measure WHERE case_id = ? AND task_id IS NOT NULL"
    return {TaskId(row["task_id"]): row["key"] for row in rows(db, sql, [case_id])}


def link_task(db: Any, case_id: CaseId, key: str, task_id: TaskId) -> None:
    """Follow a measure up by a task."""
    sql = "UPDATE dpia_measure SET task_id = ? WHERE case_id = ? AND key = ?"
    db.execute(sql, [task_id, case_id, key])


def place_of(db: Any, case_id: CaseId, item: Item) -> int | None:
    """Where it stands in its list; None when it is not there."""
    table = _TABLES[type(item)]
    sql = f"SELECT place FROM {table} WHERE case_id = ? AND key = ?"
    found = db.execute(sql, [case_id, item.key]).fetchone()
    return int(found[0]) if found else None


def add_submission(db: Any, case_id: CaseId, sent: Submission) -> None:
    """Keep what was sent; it is never changed. ``sent.sha256`` is of ``frozen(content)``."""
    db.execute(
        "INSERT INTO dpia_submission (case_id, number, at, name, note, sha256, content)"
        " VALUES (?,?,?,?,?,?,?)",
        [
            case_id,
            sent.number,
            sent.at.isoformat(),
            sent.name,
            sent.note,
            sent.sha256,
            _json(sent.content),
        ],
    )


def submission(db: Any, case_id: CaseId, number: int) -> Submission | None:
    """What was sent under a number, with its content."""
    sql = "SELECT * FROM dpia_submission WHERE case_id = ? AND number = ?"
    row = first(db, sql, [case_id, number])
    if row is None:
        return None
    head = _head(row)
    content = msgspec.json.decode(row["content"], type=Assessment)
    return Submission(
        number=head.number,
        at=head.at,
        name=head.name,
        note=head.note,
        sha256=head.sha256,
        content=content,
    )


def digest(content: Assessment) -> str:
    """SHA-256 of the content as it is kept."""
    return hashlib.sha256(_json(content).encode()).hexdigest()


def put_sent_content(db: Any, case_id: CaseId, key: str, content: Assessment) -> None:
    """Keep what stood in a work file when it was sent, to see what was changed in it."""
    db.execute(
        "INSERT OR REPLACE INTO dpia_sent_content (case_id, key, content) VALUES (?,?,?)",
        [case_id, key, _json(content)],
    )


def sent_content(db: Any, case_id: CaseId, key: str) -> Assessment | None:
    """What stood in a work file when it was sent."""
    sql = "SELECT content FROM dpia_sent_content WHERE case_id = ? AND key = ?"
    found = db.execute(sql, [case_id, key]).fetchone()
    return msgspec.json.decode(found[0], type=Assessment) if found else None


def dpia(db: Any, case_id: CaseId) -> Dpia:
    """The whole assessment. Raises ``AppError`` when there is none."""
    case = cases.case(db, case_id)
    row = first(db, "SELECT * FROM dpia WHERE case_id = ?", [case_id])
    assert row is not None, "a case of this kind has an assessment"
    steps: dict[str, Any] = {
        column: msgspec.json.decode(row[column], type=kind)
        for column, kind in _STEPS.items()
        if row[column] is not None
    }
    own = {
        "opinions": steps.pop("imported", Opinions()),
        "own_scale": steps.pop("own_scale", None),
    }
    content = _content(db, case_id, row, steps.pop("about"), **own)
    return Dpia(
        case=case,
        state=State(row["state"]),
        content=content,
        submissions=_heads(db, case_id),
        tasks=cases.tasks(db, case_id),
        **steps,
    )


def answers(db: Any, case_id: CaseId) -> tuple[Answer, ...]:
    """The answers, by the id of the question."""
    sql = "SELECT data FROM dpia_answer WHERE case_id = ? ORDER BY question"
    found = rows(db, sql, [case_id])
    return tuple(msgspec.json.decode(row["data"], type=Answer) for row in found)


def answer(db: Any, case_id: CaseId, question: str) -> Answer:
    """One answer; an empty one where there is none."""
    sql = "SELECT data FROM dpia_answer WHERE case_id = ? AND question = ?"
    found = db.execute(sql, [case_id, question]).fetchone()
    return msgspec.json.decode(found[0], type=Answer) if found else Answer(question=question)


def last_answered(db: Any, case_id: CaseId) -> str:
    """The question that was answered last; empty where none is."""
    sql = "SELECT question FROM dpia_answer WHERE case_id = ? ORDER BY changed_at DESC, rowid DESC"
    found = db.execute(f"{sql} LIMIT 1", [case_id]).fetchone()
    return str(found[0]) if found else ""


def is_referred(db: Any, case_id: CaseId, key: str) -> bool:
    """Does something frozen refer to the attachment with this key?"""
    for table in ("dpia_submission", "dpia_sent_content"):
        sql = f"SELECT 1 FROM {table} WHERE case_id = ? AND instr(content, ?) LIMIT 1"
        if db.execute(sql, [case_id, key]).fetchone():
            return True
    return False


def scenarios(db: Any, case_id: CaseId) -> tuple[Scenario, ...]:
    """The scenarios in their order."""
    return _items(db, case_id, Scenario)


def measures(db: Any, case_id: CaseId) -> tuple[Measure, ...]:
    """The measures in their order."""
    return _items(db, case_id, Measure)


def comments(db: Any, case_id: CaseId) -> tuple[Comment, ...]:
    """The comments in the order they came."""
    return _items(db, case_id, Comment)


def anonymise(db: Any, case_id: CaseId) -> None:
    """Take all that is written out of an assessment; that there was one stays."""
    for table in ("dpia_answer", "dpia_scenario", "dpia_measure", "dpia_comment"):
        db.execute(f"DELETE FROM {table} WHERE case_id = ?", [case_id])
    for table in ("dpia_submission", "dpia_sent_content", "case_attachment_content"):
        db.execute(f"DELETE FROM {table} WHERE case_id = ?", [case_id])
    db.execute("DELETE FROM case_attachment WHERE case_id = ?", [case_id])
    db.execute(
        "UPDATE dpia SET about = ?, screening = NULL, need = NULL, view = NULL, opinion = NULL,"
        " opinions = '[]', decision = NULL, approval = NULL, consultation = NULL, reviews = '[]',"
        " sent_files = '[]', imported = NULL, unit = '' WHERE case_id = ?",
        [_json(About(title="")), case_id],
    )


def _content(db: Any, case_id: CaseId, row: Row, about: About, **own: Any) -> Assessment:
    return Assessment(
        about=about,
        answers=answers(db, case_id),
        scenarios=scenarios(db, case_id),
        measures=measures(db, case_id),
        attachments=attachments(db, case_id),
        comments=comments(db, case_id),
        scale=row["scale"],
        catalogue=row["catalogue"],
        **own,
    )


def _items(db: Any, case_id: CaseId, kind: "type[Kept]") -> "tuple[Kept, ...]":
    sql = f"SELECT data FROM {_TABLES[kind]} WHERE case_id = ? ORDER BY place, key"
    found = rows(db, sql, [case_id])
    return tuple(msgspec.json.decode(row["data"], type=kind) for row in found)


def _heads(db: Any, case_id: CaseId) -> tuple[SubmissionHead, ...]:
    sql = (
        "SELECT number, at, name, note, sha256 FROM dpia_submission"
        " WHERE case_id = ? ORDER BY number"
    )
    return tuple(map(_head, rows(db, sql, [case_id])))


def _head(row: Row) -> SubmissionHead:
    return SubmissionHead(
        number=row["number"],
        at=datetime.fromisoformat(row["at"]),
        name=row["name"],
        note=row["note"],
        sha256=row["sha256"],
    )


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()
