"""Deeds on answers about pictures: kept, deleted, put back, noted as written to a file."""

from functools import partial
from typing import Any

from gdpr_desktop.casework.checks import line_lengths, required, text_length
from gdpr_desktop.consents.pictures import store
from gdpr_desktop.consents.pictures.model import (
    People,
    PictureAnswer,
    PictureFacts,
    PictureId,
)
from gdpr_desktop.consents.pictures.rules import judge
from gdpr_desktop.core.change import Change, Kind, Undo
from gdpr_desktop.core.errors import FieldProblem, RefusedError, require_valid
from gdpr_desktop.core.names import clean_line, clean_text
from gdpr_desktop.core.roles import Deed, allows
from gdpr_desktop.core.text import _
from gdpr_desktop.vault import Vault

NEW = PictureId(0)


def keep_answer(
    vault: Vault, *, title: str, facts: PictureFacts, unit: str = "", note: str = ""
) -> Change:
    """Keep the answer of today. Raises ``InvalidInputError``."""
    name, where, told = clean_line(title), clean_line(unit), clean_text(note)
    with vault.begin(Deed.REGISTER_CASE) as work:
        require_valid(picture_problems(name, facts, where, told, vault.clock.today().year))
        today = vault.clock.today()
        made = PictureAnswer(
            id=NEW,
            title=name,
            made_on=today,
            made_by=work.actor.name,
            unit=where,
            facts=facts,
            note=told,
            verdict=judge(facts, today).verdict,
        )
        number = store.insert(work.db, made)
        work.log(None, "picture_answered", picture=number, verdict=made.verdict.value)
        work.touch(Kind.PICTURE, number)
    return work.change


def picture_problems(
    title: str, facts: PictureFacts, unit: str, note: str, year: int
) -> list[FieldProblem]:
    """What is wrong with an answer that is to be kept; ``year`` is this one."""
    found = required("title", title, _("Say in a few words which picture it is."))
    found += line_lengths(title=title, unit=unit)
    found += text_length("note", note)
    died = facts.died if facts.people is People.DEAD else None
    if died is not None and not 1850 <= died <= year:
        found.append(FieldProblem(field="died", text=_("Write the year with four digits.")))
    return found


def read_answer(vault: Vault, number: PictureId) -> PictureAnswer:
    """One answer, for who may see it. Raises ``RefusedError`` for who may not."""
    found = store.answer(vault.db, number)
    own = found.made_by == vault.actor.name
    if not allows(vault.actor.role, Deed.READ_CASE, assigned=own):
        raise RefusedError(_("Only who made this answer, and those who see all, may read it."))
    return found


def may_delete(vault: Vault, found: PictureAnswer) -> bool:
    """May this user delete the answer?"""
    own = found.made_by == vault.actor.name
    return allows(vault.actor.role, Deed.WORK_ON_CASE, assigned=own)


def delete_answer(vault: Vault, number: PictureId) -> Change:
    """Delete an answer: it is a working note, and can be put back until the register is locked."""
    with vault.begin(Deed.WORK_ON_CASE) as work:
        found = _opened(work, number)
        store.delete(work.db, number)
        work.log(None, "picture_deleted", picture=number)
        work.touch(Kind.PICTURE, number)
    undo = Undo(words=_("the deletion of the answer"), verb=partial(_put_back, found=found))
    return Change(kinds=work.change.kinds, ids=work.change.ids, undo=undo)


def _put_back(vault: Vault, *, found: PictureAnswer) -> Change:
    with vault.begin(Deed.WORK_ON_CASE) as work:
        work.require(Deed.WORK_ON_CASE, assigned=found.made_by == work.actor.name)
        store.insert(work.db, found, found.id)
        work.log(None, "picture_restored", picture=found.id)
        work.touch(Kind.PICTURE, found.id)
    return work.change


def note_written(vault: Vault, number: PictureId, sha256: str) -> Change:
    """Note that the answer was written to a file; where, only the person knows."""
    with vault.begin(Deed.READ_CASE) as work:
        found = store.answer(work.db, number)
        work.require(Deed.READ_CASE, assigned=found.made_by == work.actor.name)
        work.log(None, "picture_written", picture=number, sha256=sha256)
    return work.change


def _opened(work: Any, number: PictureId) -> PictureAnswer:
    found = store.answer(work.db, number)
    work.require(Deed.WORK_ON_CASE, assigned=found.made_by == work.actor.name)
    return found
