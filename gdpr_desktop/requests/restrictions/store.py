"""The course of a restriction, one JSON document beside its part: the only SQL of it."""

from typing import Any

import msgspec

from gdpr_desktop.casework import lists
from gdpr_desktop.casework.model import RESTRICTION
from gdpr_desktop.casework.person_search import Where
from gdpr_desktop.casework.person_search.store import table_source
from gdpr_desktop.core.actor import Actor
from gdpr_desktop.core.ids import CaseId, PartId
from gdpr_desktop.requests.restrictions.model import Course
from gdpr_desktop.vault.reading import first, rows

DEADLINE = RESTRICTION  # its kind: it runs on when the case is closed

TEXTS = (
    table_source("request_part", Where.STEPS, "restriction", key="id", name="part_restriction"),
)


def course(db: Any, part_id: PartId) -> Course | None:
    """What has happened to the restriction of a part."""
    row = first(db, "SELECT restriction FROM request_part WHERE id = ?", [part_id])
    if row is None or row["restriction"] is None:
        return None
    return msgspec.json.decode(row["restriction"], type=Course)


def put(db: Any, part_id: PartId, kept: Course | None) -> None:
    """Write it back whole."""
    text = msgspec.json.encode(kept).decode() if kept is not None else None
    db.execute("UPDATE request_part SET restriction = ? WHERE id = ?", [text, part_id])


def has_deadline(db: Any, case_id: CaseId) -> bool:
    """Has the case ever had a restriction in force?"""
    sql = "SELECT 1 AS one FROM deadline WHERE case_id = ? AND kind = ?"
    return first(db, sql, [case_id, DEADLINE]) is not None


def cases_in_force(db: Any, actor: Actor, limit: int) -> tuple[CaseId, ...]:
    """The cases with a restriction in force that the actor may see, the next to think of first."""
    where, values = lists.visible(["d.kind = ?", "d.met_on IS NULL"], [DEADLINE], actor)
    sql = (
        "SELECT f.id FROM deadline d JOIN case_file f ON f.id = d.case_id"
        f" WHERE {' AND '.join(where)} ORDER BY d.due, f.id LIMIT ?"
    )
    return tuple(CaseId(row["id"]) for row in rows(db, sql, [*values, limit]))


def forget(db: Any, case_id: CaseId) -> None:
    """Drop the texts of a case that is anonymised."""
    db.execute("UPDATE request_part SET restriction = NULL WHERE case_id = ?", [case_id])
