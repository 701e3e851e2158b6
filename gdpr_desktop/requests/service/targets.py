"""Our own three days: for errors we found ourselves, and for rectification where it is wanted.

They stand beside the month of the law (source 004), and are met when the data are put right.
"""

from collections.abc import Callable
from datetime import date
from typing import Any

from gdpr_desktop.casework import store as cases
from gdpr_desktop.casework.service import CaseTouched
from gdpr_desktop.casework.settings import RECTIFICATION_TARGET
from gdpr_desktop.core.change import Change, Kind
from gdpr_desktop.core.clock import local_date
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.law import deadlines
from gdpr_desktop.law.deadlines import Deadline
from gdpr_desktop.requests import parts_store
from gdpr_desktop.requests.model import Part, Request, Right
from gdpr_desktop.vault import Vault, settings

RECTIFICATION, CORRECTION = "rectification_target", "correction_target"
_COUNTED: dict[Right, tuple[str, Callable[[date], Deadline]]] = {
    Right.RECTIFICATION: (RECTIFICATION, deadlines.rectification_target),
    Right.CORRECTION: (CORRECTION, deadlines.correction_target),
}


def put_targets(db: Any, request: Request) -> None:
    """Write the three days of a request that has them, and take away those it has no longer."""
    for right, (kind, count) in _COUNTED.items():
        part = request.of(right)
        if part is None or (right is Right.RECTIFICATION and not _wanted(db)):
            cases.drop_deadline(db, request.case.id, kind)
            continue
        deadline = count(request.case.received)
        cases.put_deadline(
            db,
            request.case.id,
            kind=kind,
            due=deadline.due,
            rule=deadline.rule,
            met_on=_met_on(request, part),
        )


def _wanted(db: Any) -> bool:
    return bool(settings.read(db, RECTIFICATION_TARGET, default=False))


def _met_on(request: Request, part: Part) -> date | None:
    """All carried out; else answered; else closed."""
    days = [one.done_on for one in part.measures]
    done = [day for day in days if day is not None]
    if done and len(done) == len(days):
        return max(done)
    if part.dispatch is not None:
        return part.dispatch.sent_on
    return local_date(request.case.closed_at) if request.case.closed_at else None


def recompute_targets(vault: Vault) -> Change:
    """Bring open cases of rectification in step after the switch was turned."""
    with vault.begin(Deed.CHANGE_SETTINGS) as work:
        for case_id in parts_store.open_cases(work.db, Right.RECTIFICATION):
            work.publish(CaseTouched(case_id=case_id))
            work.touch(Kind.CASE, case_id)
    return work.change
