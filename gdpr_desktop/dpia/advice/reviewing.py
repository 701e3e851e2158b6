"""Looked at again: is it still how it is, or must it be assessed anew? Art. 35(11)."""

from dataclasses import replace
from typing import Any

from gdpr_desktop.casework import store as cases
from gdpr_desktop.casework.model import Task
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import RefusedError, require_valid
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.names import clean_line, clean_text
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.core.text import _
from gdpr_desktop.dpia import store
from gdpr_desktop.dpia.advice.checks import review_problems
from gdpr_desktop.dpia.advice.deciding import advisers
from gdpr_desktop.dpia.advice.model import Review
from gdpr_desktop.dpia.advice.moves import move, with_tasks
from gdpr_desktop.dpia.advice.rules import as_sent
from gdpr_desktop.dpia.assessment import CHANGED, Dpia
from gdpr_desktop.dpia.codes import State
from gdpr_desktop.dpia.service.base import opened, with_undo
from gdpr_desktop.vault import Vault

_REVIEWED = frozenset({State.IN_FORCE, State.UNDER_REVIEW})


def review(vault: Vault, case_id: CaseId, given: Review) -> Change:
    """Note that it still holds, until the next day, or open it to be written anew.

    What was changed in the record counts as seen to. Raises ``InvalidInputError``,
    ``RefusedError``.
    """
    with vault.begin(Deed.WORK_ON_CASE) as work:
        found = opened(work, case_id)
        require_reviewable(work.db, found, same=given.same)
        kept = replace(
            given,
            name=clean_line(given.name),
            why=clean_text(given.why),
            next_on=given.next_on if given.same else None,
        )
        require_valid(review_problems(kept, found, advisers(vault, found), work.clock.today()))
        seen = tuple(one for one in found.tasks if one.kind == CHANGED and not one.done)
        _see_to(work, seen)
        then = State.IN_FORCE if kept.same else State.UNDER_REVIEW
        code = "dpia_reviewed" if kept.same else "dpia_anew"
        steps = {"reviews": (*found.reviews, kept)}
        undo = move(work, found, then, Deed.WORK_ON_CASE, code, steps, text=kept.why)
    return with_undo(work.change, with_tasks(undo, seen))


def _see_to(work: Any, tasks: tuple[Task, ...]) -> None:
    for task in tasks:
        cases.update_task(work.db, replace(task, done_on=work.clock.today()))


def require_reviewable(db: Any, found: Dpia, *, same: bool) -> None:
    """Raise ``RefusedError`` unless it is in force, or was opened and nothing came of that."""
    if found.state not in _REVIEWED or (found.state is State.UNDER_REVIEW and not same):
        raise RefusedError(
            _("Only what is in force is looked at again."),
            hint=_("Look at where it stands, and begin again from there."),
        )
    if found.state is State.UNDER_REVIEW and changed_since_approval(db, found):
        raise RefusedError(
            _("It has been changed since it was approved."),
            hint=_("Send it to the officer, so that it can be approved anew."),
        )


def changed_since_approval(db: Any, found: Dpia) -> bool:
    """Has anything been written since the version that is in force?"""
    approved = found.approval
    sent = store.submission(db, found.case.id, approved.submission) if approved else None
    return sent is None or as_sent(sent.content) != as_sent(found.content)
