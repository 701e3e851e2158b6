"""Rows ↔ parts of a request: the only SQL of parts."""

from dataclasses import replace
from datetime import date
from typing import Any

import msgspec

from gdpr_desktop.casework.lists import same_person, visible
from gdpr_desktop.casework.model import Person, PersonRole, match_key
from gdpr_desktop.core.actor import Actor
from gdpr_desktop.core.ids import CaseId, PartId
from gdpr_desktop.law.bases import Basis
from gdpr_desktop.requests.letters_store import with_saved_letter
from gdpr_desktop.requests.model import (
    Advice,
    Content,
    Decision,
    Dispatch,
    Measure,
    Part,
    Result,
    Right,
)
from gdpr_desktop.requests.portability import store as portable_data
from gdpr_desktop.requests.recipients import store as recipients
from gdpr_desktop.requests.refusals.model import Refusal
from gdpr_desktop.requests.repeat import EarlierAnswer
from gdpr_desktop.requests.rights import grounds_of, result_of, rules_of
from gdpr_desktop.vault.reading import first, rows

# column → type of what is kept as JSON; those of the right itself are in its rules
_KINDS: dict[str, Any] = {
    "content": Content,
    "refusal": Refusal,
    "advice": Advice,
    "decision": Decision,
    "measures": tuple[Measure, ...],
    "dispatch": Dispatch,
}
COLUMNS = ("assessment", "answer", *_KINDS)
SEPARATOR = ";"  # between the grounds of a part
_PLAIN = ("basis", "activity", "assessed_on")
MOST = 20  # earlier requests that are read


def encode(step: object | None) -> str | None:
    """A step as JSON."""
    return None if step is None else msgspec.json.encode(step).decode()


def insert(db: Any, case_id: CaseId, right: Right) -> PartId:
    """A new part of a request."""
    cursor = db.execute(
        "INSERT INTO request_part (case_id, right) VALUES (?,?)", [case_id, right.value]
    )
    return PartId(cursor.lastrowid)


def delete(db: Any, part_id: PartId) -> None:
    """Take a part away."""
    db.execute("DELETE FROM request_part WHERE id = ?", [part_id])


def case_of(db: Any, part_id: PartId) -> CaseId | None:
    """The case that a part belongs to."""
    row = first(db, "SELECT case_id FROM request_part WHERE id = ?", [part_id])
    return CaseId(row["case_id"]) if row is not None else None


def first_of(db: Any, case_id: CaseId) -> PartId:
    """The oldest part of a request."""
    return of_case(db, case_id)[0].id


def open_cases(db: Any, right: Right) -> tuple[CaseId, ...]:
    """The open cases that hold a part about ``right``."""
    found = rows(
        db,
        "SELECT DISTINCT p.case_id AS id FROM request_part p JOIN case_file f ON f.id = p.case_id"
        " WHERE p.right = ? AND f.state = 'open'",
        [right.value],
    )
    return tuple(CaseId(row["id"]) for row in found)


def of_case(db: Any, case_id: CaseId) -> tuple[Part, ...]:
    """The parts of a request, the oldest first."""
    found = rows(db, "SELECT * FROM request_part WHERE case_id = ? ORDER BY id", [case_id])
    told = recipients.told_of_case(db, case_id)
    tables = portable_data.counts_of_case(db, case_id)
    parts = [_part(row) for row in found]
    saved = with_saved_letter(db, case_id, parts)
    return tuple(
        replace(
            one,
            told=told.get(one.id),
            tables=tables.get(one.id, 0),
            letter_saved=one.id in saved,
        )
        for one in parts
    )


def _part(row: Any) -> Part:
    right = Right(row["right"])
    rules = rules_of(right)
    kinds = _KINDS | {"assessment": rules.assessment, "answer": rules.answer}
    steps: dict[str, Any] = {
        column: msgspec.json.decode(row[column], type=kind)
        for column, kind in kinds.items()
        if row[column] is not None
    }
    return Part(
        id=PartId(row["id"]),
        right=right,
        basis=Basis(row["basis"]) if row["basis"] else None,
        activity=row["activity"],
        assessed_on=date.fromisoformat(row["assessed_on"]) if row["assessed_on"] else None,
        **steps,
    )


def put(db: Any, part_id: PartId, **values: object) -> None:
    """Write fields of a part back whole; None takes a step away. The figures follow."""
    for column, value in values.items():
        kept = _plain(value) if column in _PLAIN else encode(value)
        assert column in _PLAIN or column in COLUMNS, column
        db.execute(f"UPDATE request_part SET {column} = ? WHERE id = ?", [kept, part_id])
    row = first(db, "SELECT * FROM request_part WHERE id = ?", [part_id])
    assert row is not None, "a part that is written to is there"
    part = _part(row)
    result = result_of(part)
    db.execute(
        "UPDATE request_part SET result = ?, grounds = ?, answered_on = ? WHERE id = ?",
        [
            result.value if result is not None else "",
            SEPARATOR.join(grounds_of(part)),
            part.dispatch.sent_on.isoformat() if part.dispatch is not None else None,
            part_id,
        ],
    )


def _plain(value: object) -> object:
    match value:
        case date():
            return value.isoformat()
        case Basis():
            return value.value
    return "" if value is None else value


def anonymise(db: Any, part: Part) -> None:
    """Keep only what the statistics need: codes and dates, no text and no name."""
    recipients.anonymise(db, part.id)
    rules = rules_of(part.right)
    assessment = part.assessment and rules.anonymous(part.assessment)
    grounds = SEPARATOR.join(grounds_of(part))
    result = result_of(part)
    put(
        db,
        part.id,
        activity="",
        assessment=assessment,
        content=None,
        refusal=part.refusal and part.refusal.anonymous(),
        advice=None,
        decision=None,
        answer=None,
        measures=tuple(replace(one, what="", done_by="", note="") for one in part.measures),
        dispatch=part.dispatch and replace(part.dispatch, sent_by="", what=""),
    )
    db.execute(
        "UPDATE request_part SET result = ?, grounds = ? WHERE id = ?",
        [result.value if result else "", grounds, part.id],
    )


def earlier(
    db: Any,
    person: Person,
    right: Right,
    actor: Actor,
    since: date,
    until: date,
    *,
    but: CaseId | None = None,
) -> tuple[EarlierAnswer, ...]:
    """Parts about ``right`` received from ``since`` to ``until``, newest first."""
    condition, keys = same_person(person)
    if not condition:
        return ()
    where, values = visible(
        [condition, "p.role = ?", "f.id <> ?", "t.right = ?", "f.received BETWEEN ? AND ?"],
        [
            *keys,
            PersonRole.DATA_SUBJECT.value,
            but or 0,
            right.value,
            since.isoformat(),
            until.isoformat(),
        ],
        actor,
    )
    sql = (
        "SELECT f.id, f.number, f.received, p.match_key, t.result, t.answered_on"
        " FROM person p JOIN case_file f ON f.id = p.case_id"
        " JOIN request_part t ON t.case_id = f.id"
        f" WHERE {' AND '.join(where)} ORDER BY f.received DESC, f.id DESC LIMIT {MOST}"
    )
    own = match_key(person) if person.birth_date else ""
    return tuple(_answer(row, right, own) for row in rows(db, sql, values))


def _answer(row: Any, right: Right, own: str) -> EarlierAnswer:
    answered = row["answered_on"]
    return EarlierAnswer(
        case_id=CaseId(row["id"]),
        number=row["number"],
        right=right,
        received=date.fromisoformat(row["received"]),
        answered_on=date.fromisoformat(answered) if answered else None,
        result=Result(row["result"]) if row["result"] else None,
        sure=row["match_key"] == own,
    )
