"""Which earlier assessments may cover a processing, and which are about an activity: the SQL."""

from typing import TYPE_CHECKING, Any

from gdpr_desktop.casework.lists import visible
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.dpia.codes import State
from gdpr_desktop.vault.reading import rows

if TYPE_CHECKING:
    from gdpr_desktop.vault import Vault


def covering(vault: "Vault", *, but: CaseId) -> tuple[tuple[int, str], ...]:
    """The assessments in force that the actor may see: id, and number with title."""
    states = [State.IN_FORCE.value, State.UNDER_REVIEW.value]
    where, values = ["d.state IN (?, ?)", "f.id <> ?"], [*states, int(but)]
    return _found(vault, where, values)


def about_activity(vault: "Vault", activity: int) -> tuple[tuple[int, str], ...]:
    """The open assessments that were begun from an activity of the record."""
    there = "EXISTS (SELECT 1 FROM json_each(d.about, '$.activities') WHERE value = ?)"
    over = [State.DROPPED.value]
    return _found(vault, [there, "f.closed_at IS NULL", "d.state <> ?"], [activity, *over])


def covered_by(db: Any, case_id: CaseId) -> tuple[CaseId, ...]:
    """The open cases that rest on an assessment."""
    sql = (
        "SELECT f.id FROM dpia d JOIN case_file f ON f.id = d.case_id"
        " WHERE d.state = ? AND f.state = 'open' AND json_extract(d.need, '$.covered_by') = ?"
    )
    found = rows(db, sql, [State.COVERED.value, int(case_id)])
    return tuple(CaseId(row["id"]) for row in found)


def _found(vault: "Vault", where: list[str], values: list[Any]) -> tuple[tuple[int, str], ...]:
    where, values = visible(where, values, vault.actor)
    sql = (
        "SELECT f.id, f.number, json_extract(d.about, '$.title') AS title FROM dpia d"
        f" JOIN case_file f ON f.id = d.case_id WHERE {' AND '.join(where)} ORDER BY title, f.id"
    )
    return tuple(
        (row["id"], f"{row['number']} {row['title']}") for row in rows(vault.db, sql, values)
    )
