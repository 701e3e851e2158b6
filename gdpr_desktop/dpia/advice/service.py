"""Deeds between the caseworker, the officer and the risk owner."""

from gdpr_desktop.core.change import Change
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.dpia.codes import State
from gdpr_desktop.dpia.service.base import go_to, opened
from gdpr_desktop.vault import Vault


def begin_advice(vault: Vault, case_id: CaseId) -> Change:
    """The officer begins on what was sent."""
    with vault.begin(Deed.ADVISE) as work:
        go_to(work, opened(work, case_id, Deed.ADVISE), State.AT_OFFICER, "dpia_begun")
    return work.change


def take_back(vault: Vault, case_id: CaseId) -> Change:
    """The caseworker takes back what was sent, before the officer has begun."""
    with vault.begin(Deed.WORK_ON_CASE) as work:
        go_to(work, opened(work, case_id), State.DRAFT, "dpia_taken_back")
    return work.change
