"""The controller decides about the advice; the risk owner approves, or sends it back."""

from dataclasses import replace

from gdpr_desktop.casework.officers import officers
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import RefusedError, require_valid
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.names import clean_line, clean_text
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.core.text import _
from gdpr_desktop.dpia.advice.checks import (
    approval_problems,
    asks_about_consultation,
    decision_problems,
)
from gdpr_desktop.dpia.advice.model import Approval, Decision
from gdpr_desktop.dpia.advice.moves import move
from gdpr_desktop.dpia.assessment import Dpia
from gdpr_desktop.dpia.codes import State
from gdpr_desktop.dpia.service.base import opened, put, with_undo
from gdpr_desktop.vault import Vault


def decide(vault: Vault, case_id: CaseId, decision: Decision) -> Change:
    """Note whether the officer's advice is followed, and why not. Raises ``InvalidInputError``."""
    with vault.begin(Deed.DECIDE) as work:
        found = opened(work, case_id, Deed.DECIDE)
        require_advised(found)
        kept = replace(
            decision,
            submission=number_of(found),
            why=clean_text(decision.why),
            name=clean_line(decision.name),
            role=clean_line(decision.role),
            consult=decision.consult if asks_about_consultation(found) else None,
        )
        require_valid(decision_problems(kept, found, advisers(vault, found), work.clock.today()))
        detail = {"text": kept.why, "follow": kept.follow.value, "name": kept.name}
        undo = put(work, found, Deed.DECIDE, "dpia_decided", "decision", kept, **detail)
    return with_undo(work.change, undo)


def approve(vault: Vault, case_id: CaseId, approval: Approval) -> Change:
    """Note that the risk that is left is accepted, or that it is sent back with words.

    Raises ``InvalidInputError``, ``RefusedError``.
    """
    with vault.begin(Deed.DECIDE) as work:
        found = opened(work, case_id, Deed.DECIDE)
        require_advised(found)
        kept = replace(
            approval,
            submission=number_of(found),
            why=clean_text(approval.why),
            name=clean_line(approval.name),
            role=clean_line(approval.role),
            review_on=approval.review_on if approval.approved else None,
        )
        require_valid(approval_problems(kept, found, advisers(vault, found), work.clock.today()))
        then = State.IN_FORCE if kept.approved else State.SENT_BACK
        code = "dpia_approved" if kept.approved else "dpia_sent_back"
        detail = {"text": kept.why, "name": kept.name}
        undo = move(work, found, then, Deed.DECIDE, code, {"approval": kept}, **detail)
    return with_undo(work.change, undo)


def advisers(vault: Vault, found: Dpia) -> frozenset[str]:
    """Those who advise here, and therefore do not decide: also who gave this very advice."""
    given = found.opinion.name if found.opinion else ""
    return officers(vault) | ({given} if given else set())


def number_of(found: Dpia) -> int:
    """Which submission it is about."""
    return found.latest.number if found.latest else 0


def require_advised(found: Dpia) -> None:
    """Raise ``RefusedError`` unless it is the risk owner's turn."""
    if found.state is not State.ADVISED:
        raise RefusedError(
            _("There is nothing to decide now: the assessment has moved on."),
            hint=_("Look at where it stands, and begin again from there."),
        )
