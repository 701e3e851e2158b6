"""What the same person has asked for before: read from the parts of requests."""

from datetime import date
from typing import Any

from gdpr_desktop.casework.lists import same_person, visible
from gdpr_desktop.casework.model import Person, PersonRole, match_key
from gdpr_desktop.core.actor import Actor
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.requests.model import Result, Right
from gdpr_desktop.requests.repeat import EarlierAnswer
from gdpr_desktop.vault.reading import rows

MOST = 20  # earlier requests that are read


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
