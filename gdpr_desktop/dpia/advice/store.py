"""Which assessments rest on an activity of the record."""

from dataclasses import replace
from typing import Any

from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.dpia import store
from gdpr_desktop.vault.reading import rows


def of_activity(db: Any, activity: int) -> tuple[CaseId, ...]:
    """Those that were begun from it, whatever has become of them."""
    sql = (
        "SELECT d.case_id FROM dpia d JOIN json_each(d.about, '$.activities') one"
        " WHERE one.value = ? ORDER BY d.case_id"
    )
    return tuple(CaseId(row["case_id"]) for row in rows(db, sql, [activity]))


def move_activity(db: Any, case_id: CaseId, old: int, new: int | None) -> None:
    """Put ``new`` in the place of an activity; None leaves it out."""
    about = store.dpia(db, case_id).about
    kept = [new if one == old else one for one in about.activities]
    activities = tuple(dict.fromkeys(one for one in kept if one is not None))
    store.put_step(db, case_id, about=replace(about, activities=activities))
