"""What is said about a part of an assessment, what is answered, and when it is settled."""

from dataclasses import replace
from functools import partial
from typing import Any

from gdpr_desktop.casework.checks import required, text_length
from gdpr_desktop.core.change import Change, Undo
from gdpr_desktop.core.errors import FieldProblem, RefusedError, require_valid
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.names import clean_text
from gdpr_desktop.core.roles import Deed, Role
from gdpr_desktop.core.text import _
from gdpr_desktop.dpia import store
from gdpr_desktop.dpia.advice.quiet import note_quietly
from gdpr_desktop.dpia.advice.rules import is_written
from gdpr_desktop.dpia.content import Comment, new_key
from gdpr_desktop.dpia.nouns import noun
from gdpr_desktop.dpia.service.base import opened, with_undo
from gdpr_desktop.vault import Vault

LONGEST = 5_000  # characters of a comment, and of an answer to it


def add_comment(vault: Vault, case_id: CaseId, about: str, text: str) -> Change:
    """Say something about a part of it; ``about`` as in ``Comment``. Raises
    ``InvalidInputError``."""
    text = clean_text(text)
    with vault.begin(Deed.WORK_ON_CASE) as work:
        _commentable(work, case_id)
        require_valid(_problems(text, _("Write the comment first.")))
        made = Comment(
            key=new_key(),
            about=about,
            text=text,
            name=work.actor.name,
            at=work.clock.now(),
            officer=work.actor.role is Role.OFFICER,
        )
        store.put_item(work.db, case_id, made)
        note_quietly(work, case_id, "dpia_commented")
    verb = partial(remove_comment, case_id=case_id, key=made.key)
    return with_undo(work.change, Undo(words=noun("dpia_commented"), verb=verb))


def answer_comment(vault: Vault, case_id: CaseId, key: str, text: str) -> Change:
    """Say something back. An answer may be written anew until the comment is settled."""
    text = clean_text(text)
    with vault.begin(Deed.WORK_ON_CASE) as work:
        before = _comment(work, case_id, key)
        if before.settled_at is not None:
            raise _settled()
        require_valid(_problems(text, _("Write the answer first.")))
        after = replace(before, answer=text, answered_by=work.actor.name)
        return _write(work, case_id, before, after, "dpia_comment_answered")


def settle_comment(vault: Vault, case_id: CaseId, key: str, *, settled: bool = True) -> Change:
    """Say that nothing more is to be done about it, or open it again.

    What the officer said is settled by an officer.
    """
    with vault.begin(Deed.WORK_ON_CASE) as work:
        before = _comment(work, case_id, key)
        if before.officer and work.actor.role is not Role.OFFICER:
            raise RefusedError(
                _("The officer settles what the officer has said."),
                hint=_("Write an answer. The officer sees it."),
            )
        after = replace(before, settled_at=work.clock.now() if settled else None)
        code = "dpia_comment_settled" if settled else "dpia_comment_opened"
        return _write(work, case_id, before, after, code)


def remove_comment(vault: Vault, case_id: CaseId, key: str) -> Change:
    """Take away what one has said oneself, while nobody has answered it."""
    with vault.begin(Deed.WORK_ON_CASE) as work:
        before = _comment(work, case_id, key)
        if not may_remove(before, work.actor.name):
            raise RefusedError(
                _("Only who wrote a comment can take it away, and only before it is answered.")
            )
        place = store.place_of(work.db, case_id, before)
        store.remove_item(work.db, case_id, before)
        code = "dpia_comment_removed"
        note_quietly(work, case_id, code)
    verb = partial(_put_back, case_id=case_id, gone=before, place=place)
    return with_undo(work.change, Undo(words=noun(code), verb=verb))


def may_remove(comment: Comment, actor: str) -> bool:
    """Is it their own, with no answer and not settled?"""
    return comment.name == actor and not comment.answer and comment.settled_at is None


def _write(work: Any, case_id: CaseId, before: Comment, after: Comment, code: str) -> Change:
    store.put_item(work.db, case_id, after, store.place_of(work.db, case_id, before))
    note_quietly(work, case_id, code)
    verb = partial(_restore, case_id=case_id, before=before, after=after)
    change: Change = work.change
    return with_undo(change, Undo(words=noun(code), verb=verb))


def _restore(vault: Vault, *, case_id: CaseId, before: Comment, after: Comment) -> Change:
    with vault.begin(Deed.WORK_ON_CASE) as work:
        if _comment(work, case_id, after.key) != after:
            raise RefusedError(_("This has been changed since, so it cannot be undone."))
        store.put_item(work.db, case_id, before, store.place_of(work.db, case_id, before))
        note_quietly(work, case_id, "dpia_commented")
    return work.change


def _put_back(vault: Vault, *, case_id: CaseId, gone: Comment, place: int | None) -> Change:
    with vault.begin(Deed.WORK_ON_CASE) as work:
        _commentable(work, case_id)
        store.put_item(work.db, case_id, gone, place)
        note_quietly(work, case_id, "dpia_commented")
    return work.change


def _commentable(work: Any, case_id: CaseId) -> None:
    if not is_written(opened(work, case_id)):
        raise RefusedError(_("There is nothing to comment on yet."))


def _comment(work: Any, case_id: CaseId, key: str) -> Comment:
    found = opened(work, case_id).content.comments
    comment = next((one for one in found if one.key == key), None)
    if comment is None:
        raise RefusedError(_("The comment is not there any more."))
    return comment


def _problems(text: str, missing: str) -> list[FieldProblem]:
    return required("text", text, missing) + text_length("text", text, LONGEST)


def _settled() -> RefusedError:
    return RefusedError(_("The comment is settled."), hint=_("Open it again to answer it."))
