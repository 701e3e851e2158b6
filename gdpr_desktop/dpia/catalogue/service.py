"""The questions of this register: those of the program, and those that the municipality adds."""

from dataclasses import replace
from functools import partial
from typing import Any

import msgspec

from gdpr_desktop.casework.settings import as_json
from gdpr_desktop.core.change import Change, Undo
from gdpr_desktop.core.errors import FieldProblem, RefusedError, require_valid
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.core.text import _
from gdpr_desktop.dpia.catalogue.loading import builtin
from gdpr_desktop.dpia.catalogue.model import Catalogue
from gdpr_desktop.dpia.catalogue.own import MOST, OwnQuestion, problems, tidy, with_own
from gdpr_desktop.vault import Vault, settings

OWN_QUESTIONS = "dpia_questions"  # the setting


def catalogue(db: Any) -> Catalogue:
    """All that is asked in this register."""
    return with_own(builtin(), own_questions(db))


def own_questions(db: Any) -> tuple[OwnQuestion, ...]:
    """Those of the municipality, in their order; the retired ones too."""
    kept = settings.read(db, OWN_QUESTIONS, ())
    return msgspec.convert(kept, type=tuple[OwnQuestion, ...])


def save_question(vault: Vault, question: OwnQuestion) -> Change:
    """Add a question of our own, or change the one with its id. The kind of one that is in use
    does not change: its answers are of that kind. Raises ``InvalidInputError``."""
    kept = tidy(question)
    before = own_questions(vault.db)
    old = next((one for one in before if one.id == kept.id), None)
    require_valid(_problems(kept, old, before))
    if old is None:
        return _save(vault, (*before, kept), _("the new question"))
    changed = tuple(kept if one.id == kept.id else one for one in before)
    return _save(vault, changed, _("the change of the question"))


def retire_question(vault: Vault, question_id: str, *, retired: bool = True) -> Change:
    """Ask it no more, or again. What was answered stays, and is shown as of an earlier version."""
    changed = tuple(
        replace(one, retired=retired) if one.id == question_id else one
        for one in own_questions(vault.db)
    )
    words = _("the end of the question") if retired else _("asking the question again")
    return _save(vault, changed, words)


def move_question(vault: Vault, question_id: str, by: int) -> Change:
    """Ask it ``by`` places earlier (-1) or later (1) among our own of its section."""
    every = list(own_questions(vault.db))
    place = next(i for i, one in enumerate(every) if one.id == question_id)
    section = every[place].section
    beside = range(place + by, -1, -1) if by < 0 else range(place + by, len(every))
    other = next((i for i in beside if i >= 0 and every[i].section == section), None)
    if other is not None:
        every[place], every[other] = every[other], every[place]
    return _save(vault, tuple(every), _("the move of the question"))


def _save(vault: Vault, questions: tuple[OwnQuestion, ...], words: str) -> Change:
    with vault.begin(Deed.CHANGE_SETTINGS) as work:
        before = own_questions(work.db)
        if questions != before:
            vault.save_setting(OWN_QUESTIONS, as_json(questions))
    undo = Undo(words=words, verb=partial(_restore, before=before, after=questions))
    return Change(kinds=work.change.kinds, ids=work.change.ids, undo=undo)


def _restore(
    vault: Vault, *, before: tuple[OwnQuestion, ...], after: tuple[OwnQuestion, ...]
) -> Change:
    """Back to what was asked before, unless it was changed since."""
    with vault.begin(Deed.CHANGE_SETTINGS) as work:
        if own_questions(work.db) != after:
            raise RefusedError(_("This has been changed since, so it cannot be undone."))
        vault.save_setting(OWN_QUESTIONS, as_json(before))
    return work.change


def _problems(
    question: OwnQuestion, old: OwnQuestion | None, before: tuple[OwnQuestion, ...]
) -> list[FieldProblem]:
    found = problems(question)
    if builtin().section(question.section) is None:
        found.append(FieldProblem(field="section", text=_("Choose where it is asked.")))
    if old is not None and old.kind is not question.kind:
        text = _("How it is answered cannot be changed. Retire it, and write a new one.")
        found.append(FieldProblem(field="kind", text=text))
    if old is None and len(before) >= MOST:
        text = _("There is room for {limit} questions.").format(limit=MOST)
        found.append(FieldProblem(field="text", text=text))
    return found
