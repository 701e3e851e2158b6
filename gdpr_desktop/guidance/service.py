"""Filled checklists: saved, found, taken away. A caseworker changes those they made themselves."""

from dataclasses import replace

from gdpr_desktop.core.change import Change, Kind
from gdpr_desktop.core.errors import AppError, FieldProblem, RefusedError, require_valid
from gdpr_desktop.core.names import clean_line, clean_text
from gdpr_desktop.core.roles import Deed, allows, scope
from gdpr_desktop.core.text import _
from gdpr_desktop.guidance import store
from gdpr_desktop.guidance.model import NEW, About, FilledChecklist
from gdpr_desktop.vault import Vault, Work


def checklists(
    vault: Vault,
    *,
    checklist: str | None = None,
    about_kind: About | None = None,
    about_id: int | None = None,
) -> tuple[FilledChecklist, ...]:
    """Filled checklists, the newest first: of one kind, about one thing, or all.

    Raises ``RefusedError``.
    """
    if scope(vault.actor.role, Deed.READ_RECORD) is None:
        raise RefusedError(_("Your role does not allow this."))
    return store.find(vault.db, checklist, about_kind, about_id)


def may_change(vault: Vault, filled: FilledChecklist | None = None) -> bool:
    """May the person change ``filled``, or fill in a new one?"""
    own = filled is None or filled.filled_by == vault.actor.user_id
    return not vault.read_only and allows(vault.actor.role, Deed.KEEP_RECORD, assigned=own)


def save_checklist(vault: Vault, filled: FilledChecklist) -> Change:
    """Keep a checklist, a new one or in place of what has its id.

    Raises ``InvalidInputError``, ``RefusedError``, or ``AppError`` when it is gone meanwhile.
    """
    require_valid(problems(vault, filled))
    with vault.begin(Deed.KEEP_RECORD) as work:
        before = None if filled.id == NEW else _existing(work, filled.id)
        owner = before.filled_by if before else work.actor.user_id
        work.require(Deed.KEEP_RECORD, assigned=owner == work.actor.user_id)
        number = store.save(work.db, replace(_tidy(filled), filled_by=owner), work.clock.now())
        work.log(None, "checklist_saved", checklist=filled.checklist, id=number)
        work.touch(Kind.CHECKLIST, number)
    return work.change


def remove_checklist(vault: Vault, number: int) -> Change:
    """Take one away. Raises ``RefusedError``, or ``AppError`` when it is gone already."""
    with vault.begin(Deed.KEEP_RECORD) as work:
        before = _existing(work, number)
        work.require(Deed.KEEP_RECORD, assigned=before.filled_by == work.actor.user_id)
        store.delete(work.db, number)
        work.log(None, "checklist_removed", checklist=before.checklist, id=number)
        work.touch(Kind.CHECKLIST, number)
    return work.change


def problems(vault: Vault, filled: FilledChecklist) -> tuple[FieldProblem, ...]:
    """What must be put right before it can be saved."""
    found = []
    if not filled.answered_by.strip():
        text = _("Type the name of the person who answered.")
        found.append(FieldProblem(field="answered_by", text=text))
    if filled.filled_on > vault.clock.today():
        text = _("The date lies in the future.")
        found.append(FieldProblem(field="filled_on", text=text))
    return tuple(found)


def _existing(work: Work, number: int) -> FilledChecklist:
    found = store.load(work.db, number)
    if found is None:
        raise AppError(_("The checklist has been removed."), hint=_("Fill in a new one."))
    return found


def _tidy(filled: FilledChecklist) -> FilledChecklist:
    answers = tuple(
        replace(answer, text=clean_text(answer.text))
        for answer in filled.answers
        if not answer.is_empty
    )
    return replace(
        filled,
        about_name=clean_line(filled.about_name),
        answered_by=clean_line(filled.answered_by),
        answers=answers,
    )
