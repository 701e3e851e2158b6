"""What may be done on a form, where each deed stands on the page, and whom it is for."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from gdpr_desktop.consents.codes import FormKind
from gdpr_desktop.consents.forms.model import EXPIRED, Form
from gdpr_desktop.consents.forms.steps import Step, awaits_answers, passes
from gdpr_desktop.core.ids import TaskId
from gdpr_desktop.core.roles import Deed, Role, scope
from gdpr_desktop.core.text import N_, _


class Action(StrEnum):
    """A button, and the name of its drafts."""

    ASSIGN = "assign"
    BASIS = "basis"
    CONTENT = "content"
    PURPOSES = "purposes"
    DRAFT = "draft"  # how it would look on paper
    CHECK = "check"
    ADVICE = "advice"
    APPROVE = "approve"
    VERSIONS = "versions"
    PRINT = "print"  # one blank form, or filled with a name
    PRINT_GROUP = "print_group"
    RETURN_LIST = "return_list"
    LETTER_PHOTOGRAPHED = "consent_photographed"
    QUICK = "quick"  # forms have come back in a heap
    REGISTER = "register"  # one consent
    REVIEW = "review"
    RENEW = "renew"  # letters to those whose consent ends
    EXPIRED_DONE = "expired_done"  # what expired is stopped and deleted
    FILE = "file"
    CLOSE = "close"
    REOPEN = "reopen"
    NOTE = "note"


_WORDS = {
    Action.ASSIGN: N_("Give it to a caseworker …"),
    Action.BASIS: N_("Is consent right? …"),
    Action.CONTENT: N_("Write the form …"),
    Action.PURPOSES: N_("Purposes …"),
    Action.DRAFT: N_("See the draft …"),
    Action.CHECK: N_("Go through the sixteen points …"),
    Action.ADVICE: N_("Give advice …"),
    Action.APPROVE: N_("Note the approval …"),
    Action.VERSIONS: N_("Earlier versions …"),
    Action.PRINT: N_("Make the form for Word …"),
    Action.PRINT_GROUP: N_("Make forms for a group …"),
    Action.RETURN_LIST: N_("List to tick off …"),
    Action.LETTER_PHOTOGRAPHED: N_("Tell those photographed …"),
    Action.QUICK: N_("Register answers in a heap …"),
    Action.REGISTER: N_("Register one answer …"),
    Action.REVIEW: N_("Follow up the form …"),
    Action.RENEW: N_("Ask again before it ends …"),
    Action.EXPIRED_DONE: N_("Stopped and deleted …"),
    Action.FILE: N_("File in the archive …"),
    Action.CLOSE: N_("Take the form out of use …"),
    Action.REOPEN: N_("Take the form into use again …"),
    Action.NOTE: N_("Write a note …"),
}
_DEEDS = {
    Action.ASSIGN: Deed.REGISTER_CASE,
    Action.ADVICE: Deed.ADVISE,
    Action.APPROVE: Deed.DECIDE,
    Action.DRAFT: Deed.READ_CASE,
    Action.VERSIONS: Deed.READ_CASE,
    Action.PRINT: Deed.SEND_LETTER,
    Action.PRINT_GROUP: Deed.SEND_LETTER,
    Action.RETURN_LIST: Deed.SEND_LETTER,
    Action.LETTER_PHOTOGRAPHED: Deed.SEND_LETTER,
    Action.QUICK: Deed.REGISTER_CASE,
    Action.REGISTER: Deed.REGISTER_CASE,
    Action.RENEW: Deed.SEND_LETTER,
    Action.FILE: Deed.FILE_CASE,
    Action.CLOSE: Deed.CLOSE_CASE,
    Action.REOPEN: Deed.REOPEN_CASE,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """A deed with the task that it is about."""

    action: Action
    task: TaskId | None = None


def action_words(action: Action, kind: FormKind | None = None) -> str:
    """The words on the button; nothing is deleted because a release has ended."""
    if action is Action.EXPIRED_DONE and kind is FormKind.CONFIDENTIALITY:
        return _("Stopped sharing …")
    return _(_WORDS[action])


def may(action: Action, role: Role) -> bool:
    """Is the button for this role?"""
    return scope(role, _DEEDS.get(action, Deed.WORK_ON_CASE)) is not None


def intake_actions(found: Form) -> tuple[Action, ...]:
    """What the section of what was registered offers."""
    return (Action.ASSIGN,) if found.case.open else ()


def actions_of(found: Form, step: Step) -> tuple[Action, ...]:
    """What a step offers now, the nearest first."""
    if not found.case.open:
        return _closed(found, step)
    return {
        Step.BASIS: (Action.BASIS,),
        Step.CONTENT: (Action.CONTENT, Action.PURPOSES, *_looking(found)),
        Step.CHECK: (Action.CHECK,) if found.draft.purposes else (),
        Step.APPROVAL: _approving(found),
        Step.USE: _using(found),
        Step.REVIEW: _following(found),
        Step.FILE: (Action.FILE,),
        Step.CLOSE: (Action.CLOSE, Action.NOTE),
    }[step]


def _closed(found: Form, step: Step) -> tuple[Action, ...]:
    return {
        Step.APPROVAL: (Action.VERSIONS,) if found.versions else (),
        Step.FILE: (Action.FILE,),
        Step.CLOSE: (Action.REOPEN,),
    }.get(step, ())


def _approving(found: Form) -> tuple[Action, ...]:
    old = (Action.VERSIONS,) if found.versions else ()
    if found.approved:
        return old
    ready = found.basis is not None and bool(found.draft.purposes) and passes(found)
    return (*((Action.APPROVE,) if ready else ()), Action.ADVICE, *_looking(found), *old)


def _looking(found: Form) -> tuple[Action, ...]:
    """A draft is read as it will look; what is approved is seen where the form is made."""
    return (Action.DRAFT,) if found.draft.purposes and not found.approved else ()


def _following(found: Form) -> tuple[Action, ...]:
    """Those that something waits for come first."""
    if not found.versions:
        return ()
    ended = any(one.kind == EXPIRED and not one.done for one in found.tasks)
    return (*((Action.EXPIRED_DONE,) if ended else ()), Action.REVIEW, Action.RENEW)


def _using(found: Form) -> tuple[Action, ...]:
    if not found.versions:
        return ()
    return (
        Action.PRINT,
        Action.PRINT_GROUP,
        Action.QUICK,
        Action.REGISTER,
        Action.RETURN_LIST,
        *((Action.LETTER_PHOTOGRAPHED,) if found.draft.kind is FormKind.PICTURE else ()),
    )


def primary(found: Form, step: Step | None, today: date) -> Chosen | None:
    """The one button of the next step; answers are registered until the follow-up is near."""
    if step is None:
        return None
    open_ = (one for one in found.tasks if not one.done)
    waiting = min(open_, key=lambda one: one.due or date.max, default=None)
    if step is Step.REVIEW and waiting is not None:
        ended = waiting.kind == EXPIRED
        return Chosen(action=Action.EXPIRED_DONE if ended else Action.RENEW, task=waiting.id)
    if awaits_answers(found, today):
        return Chosen(action=Action.QUICK)
    action = next(iter(actions_of(found, step)), None)
    return Chosen(action=action) if action is not None else None
