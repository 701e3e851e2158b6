"""A no that does not hold any more: what it is about has changed, or what covers it has gone."""

from dataclasses import replace
from typing import Any

from gdpr_desktop.casework import store as cases
from gdpr_desktop.casework.deed import CaseTouched
from gdpr_desktop.casework.model import CaseKind
from gdpr_desktop.dpia import store
from gdpr_desktop.dpia.assessment import Dpia
from gdpr_desktop.dpia.codes import State
from gdpr_desktop.dpia.screening.lists import covered_by
from gdpr_desktop.vault import Vault

NOES = frozenset({State.NOT_NEEDED, State.COVERED})
_GONE = frozenset({State.UNDER_REVIEW, State.DROPPED, State.ENDED})


def subscribe(vault: Vault) -> None:
    """Hear when an assessment that covers others does not hold any more."""
    vault.subscribe(CaseTouched, look_at_covered)


def mark_changed(work: Any, found: Dpia) -> None:
    """Have a no looked at again soon: the first change counts, until it is decided anew."""
    need = found.need
    if found.state not in NOES or need is None or need.changed_on is not None:
        return
    changed = replace(need, changed_on=work.clock.today())
    store.put_step(work.db, found.case.id, need=changed)
    work.publish(CaseTouched(case_id=found.case.id))


def look_at_covered(work: Any, event: CaseTouched) -> None:
    """An assessment is opened anew or is over: those that rest on it are looked at again."""
    case = cases.case(work.db, event.case_id)
    if case.kind is not CaseKind.DPIA or case.outcome not in _GONE:
        return
    for case_id in covered_by(work.db, event.case_id):
        mark_changed(work, store.dpia(work.db, case_id))
