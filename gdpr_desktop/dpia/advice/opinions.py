"""The officer says which sections are enough, and gives the advice (art. 35(2), 39(1)(c))."""

from dataclasses import replace

from gdpr_desktop.casework.checks import text_length
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import require_valid
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.names import clean_line, clean_text
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.dpia import store
from gdpr_desktop.dpia.advice.checks import opinion_problems
from gdpr_desktop.dpia.advice.model import Opinion, SectionVerdict
from gdpr_desktop.dpia.advice.moves import move
from gdpr_desktop.dpia.advice.quiet import note_quietly
from gdpr_desktop.dpia.advice.service import draft_of, require_at_officer
from gdpr_desktop.dpia.codes import State
from gdpr_desktop.dpia.service.base import opened, with_undo
from gdpr_desktop.vault import Vault


def give_verdict(vault: Vault, case_id: CaseId, verdict: SectionVerdict) -> Change:
    """Say whether a section is enough; a verdict without an answer takes it away.

    Part of the advice that is being written. Raises ``InvalidInputError``.
    """
    kept = replace(verdict, feedback=clean_text(verdict.feedback))
    with vault.begin(Deed.ADVISE) as work:
        found = opened(work, case_id, Deed.ADVISE)
        require_at_officer(found)
        require_valid(text_length("feedback", kept.feedback))
        draft = draft_of(found)
        others = tuple(one for one in draft.verdicts if one.section != kept.section)
        said = kept.sufficient is not None or kept.feedback
        verdicts = (*others, kept) if said else others
        store.put_step(work.db, case_id, opinion=replace(draft, verdicts=verdicts))
        note_quietly(work, case_id, "dpia_verdict")
    return work.change


def give_opinion(vault: Vault, case_id: CaseId, opinion: Opinion) -> Change:
    """Give the advice: on to the risk owner, or back for more work.

    Raises ``InvalidInputError``, ``RefusedError``.
    """
    with vault.begin(Deed.ADVISE) as work:
        found = opened(work, case_id, Deed.ADVISE)
        require_at_officer(found)
        kept = replace(
            cleaned(opinion), submission=draft_of(found).submission, decision=None, approval=None
        )
        require_valid(opinion_problems(kept, found, work.clock.today()))
        then = State.MORE_WORK if kept.wants_back else State.ADVISED
        code = "dpia_more_work" if kept.wants_back else "dpia_advised"
        undo = move(work, found, then, Deed.ADVISE, code, {"opinion": kept}, name=kept.name)
    return with_undo(work.change, undo)


def cleaned(opinion: Opinion) -> Opinion:
    """Texts without blanks around them. Sent back, it says nothing of going ahead."""
    verdicts = tuple(
        replace(one, feedback=clean_text(one.feedback))
        for one in opinion.verdicts
        if one.sufficient is not None or clean_text(one.feedback)
    )
    kept = replace(
        opinion,
        verdicts=verdicts,
        go_ahead_why=clean_text(opinion.go_ahead_why),
        consult_why=clean_text(opinion.consult_why),
        name=clean_line(opinion.name),
    )
    if not kept.wants_back:
        return kept
    return replace(
        kept, go_ahead=None, go_ahead_why="", consult=None, consult_why="", follow_up=None
    )
