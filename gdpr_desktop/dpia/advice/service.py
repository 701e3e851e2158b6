"""The assessment goes to the officer and back: sent, taken back, begun on."""

from dataclasses import replace
from functools import partial

from gdpr_desktop.casework.checks import required, text_length
from gdpr_desktop.core.change import Change, Undo
from gdpr_desktop.core.errors import RefusedError, require_valid
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.names import clean_text
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.core.text import _
from gdpr_desktop.dpia import store
from gdpr_desktop.dpia.advice.carrying import carried
from gdpr_desktop.dpia.advice.model import Opinion, Submission
from gdpr_desktop.dpia.advice.moves import move
from gdpr_desktop.dpia.advice.rules import forbidden, round_before, taken_back_to
from gdpr_desktop.dpia.assessment import Dpia
from gdpr_desktop.dpia.codes import State
from gdpr_desktop.dpia.nouns import noun
from gdpr_desktop.dpia.service.base import go_to, opened, opened_to_write, with_undo
from gdpr_desktop.vault import Vault

SENT = "dpia_sent"


def send(vault: Vault, case_id: CaseId, note: str = "") -> Change:
    """Send it to the officer: what is written is kept under the next number, as it is now.

    ``note``: what is new since the last time, or what the officer should know. Raises
    ``InvalidInputError``, ``RefusedError``.
    """
    note = clean_text(note)
    with vault.begin(Deed.WORK_ON_CASE) as work:
        found = opened_to_write(work, case_id)
        require_something(found)
        problems = text_length("note", note)
        if found.submissions:
            text = _("Write what is new since it was sent last.")
            problems = required("note", note, text) + problems
        require_valid(problems)
        number = 1 + max((one.number for one in found.submissions), default=0)
        sent = Submission(
            number=number,
            at=work.clock.now(),
            name=work.actor.name,
            note=note,
            sha256=store.digest(found.content),
            content=found.content,
        )
        store.add_submission(work.db, case_id, sent)
        store.put_step(work.db, case_id, **_round_over(found))
        go_to(work, found, State.SENT, SENT, number=str(number), text=note)
    undo = Undo(words=noun(SENT), verb=partial(take_back, case_id=case_id))
    return with_undo(work.change, undo)


def require_something(found: Dpia) -> None:
    """Raise ``RefusedError`` where there is nothing to advise about."""
    if not found.content.answers and not found.content.scenarios:
        raise RefusedError(
            _("Nothing has been written yet."), hint=_("Answer some of the questions first.")
        )


def _round_over(found: Dpia) -> dict[str, object]:
    """What came of the last submission is kept with its advice; the next begins anew.

    A consultation belongs to what is approved: one that has led to that is over. So is one that
    ended with a ban: what is sent now is another assessment, and may be asked about anew.
    """
    given = found.opinion
    if given is None or given.given_on is None:
        return {}
    approved = found.approval is not None and found.approval.approved
    over = replace(given, decision=found.decision, approval=found.approval)
    steps: dict[str, object] = {"opinion": None, "decision": None, "approval": None}
    if approved or forbidden(found):
        over = replace(over, consultation=found.consultation)
        steps["consultation"] = None
    return steps | {"opinions": (*found.opinions, over)}


def take_back(vault: Vault, case_id: CaseId) -> Change:
    """The caseworker takes back what was sent, before the officer has begun.

    The submission stays as it was kept, with its number.
    """
    with vault.begin(Deed.WORK_ON_CASE) as work:
        found = opened(work, case_id)
        if found.state is not State.SENT:
            raise RefusedError(
                _("The officer has begun already, so it cannot be taken back."),
                hint=_("Ask the officer to send it back to you."),
            )
        then = taken_back_to(found)
        store.put_step(work.db, case_id, **_round_back(found))
        go_to(work, found, then, "dpia_taken_back")
    return work.change


def _round_back(found: Dpia) -> dict[str, object]:
    """What ``_round_over`` put away comes back."""
    last = round_before(found)
    if last is None:
        return {}
    given = replace(last, decision=None, approval=None, consultation=None)
    return {
        "opinions": found.opinions[:-1],
        "opinion": given,
        "decision": last.decision,
        "approval": last.approval,
        "consultation": last.consultation or found.consultation,
    }


def begin_advice(vault: Vault, case_id: CaseId) -> Change:
    """The officer begins on what was sent; from now on it cannot be taken back.

    What was said of a section the last time stands, where nothing has been changed in it.
    """
    with vault.begin(Deed.ADVISE) as work:
        found = opened(work, case_id, Deed.ADVISE)
        steps: dict[str, object] = {}
        if found.opinion is None and (kept := carried(work.db, found)):
            steps["opinion"] = replace(draft_of(found), verdicts=kept)
        undo = move(work, found, State.AT_OFFICER, Deed.ADVISE, "dpia_begun", steps)
    return with_undo(work.change, undo)


def give_advice_anew(vault: Vault, case_id: CaseId) -> Change:
    """The officer takes the advice up again, before the risk owner has approved.

    What was decided about it must be decided anew.
    """
    with vault.begin(Deed.ADVISE) as work:
        found = opened(work, case_id, Deed.ADVISE)
        given = found.opinion
        assert given is not None or found.state is not State.ADVISED, "it is advised on"
        steps: dict[str, object] = {"decision": None}
        if given is not None:
            steps["opinion"] = replace(given, given_on=None)
        code = "dpia_advice_anew"
        undo = move(work, found, State.AT_OFFICER, Deed.ADVISE, code, steps)
    return with_undo(work.change, undo)


def draft_of(found: Dpia) -> Opinion:
    """The advice that the officer is writing, on what was sent last."""
    number = found.latest.number if found.latest else 0
    return replace(found.opinion or Opinion(submission=number), submission=number, given_on=None)


def require_at_officer(found: Dpia) -> None:
    """Raise ``RefusedError`` unless the officer is at work on it."""
    if found.state is not State.AT_OFFICER:
        raise RefusedError(
            _("The assessment does not lie with the officer now."),
            hint=_("Look at where it stands, and begin again from there."),
        )
