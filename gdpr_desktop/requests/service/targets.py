"""Our own three days: for errors we found ourselves, and for rectification where it is wanted.

They stand beside the month of the law (source 004), and are met when the data are put right.
"""

from datetime import date
from typing import Any

from gdpr_desktop.casework import store as cases
from gdpr_desktop.casework.service import CaseTouched
from gdpr_desktop.core.change import Change, Kind
from gdpr_desktop.core.clock import local_date
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.requests import parts_store
from gdpr_desktop.requests.model import Part, Request
from gdpr_desktop.requests.rights import OFFERED, rules_of
from gdpr_desktop.requests.rights.base import Target
from gdpr_desktop.vault import Vault, settings

_COUNTED = tuple((right, found) for right in OFFERED if (found := rules_of(right).target))


def put_targets(db: Any, request: Request) -> None:
    """Write the three days of a request that has them, and take away those it has no longer."""
    for right, target in _COUNTED:
        part = request.of(right)
        if part is None or not _wanted(db, target):
            cases.drop_deadline(db, request.case.id, target.kind)
            continue
        deadline = target.count(request.case.received)
        cases.put_deadline(
            db,
            request.case.id,
            kind=target.kind,
            due=deadline.due,
            rule=deadline.rule,
            met_on=_met_on(request, part),
        )


def _wanted(db: Any, target: Target) -> bool:
    return not target.setting or bool(settings.read(db, target.setting, default=False))


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
    """Bring open cases in step after the switch of a right's target was turned."""
    switched = [right for right, target in _COUNTED if target.setting]
    with vault.begin(Deed.CHANGE_SETTINGS) as work:
        for case_id in (
            one for right in switched for one in parts_store.open_cases(work.db, right)
        ):
            work.publish(CaseTouched(case_id=case_id))
            work.touch(Kind.CASE, case_id)
    return work.change
