"""The head of a collection: who, the deadline with its reason, and the one clear next step."""

from datetime import date

from gdpr_desktop.casework.widgets.case_head import Head, NextStep, due_sign
from gdpr_desktop.core.roles import Role
from gdpr_desktop.core.text import _
from gdpr_desktop.information.collections.actions import (
    Action,
    deed_words,
    is_for,
    primary_action,
)
from gdpr_desktop.information.collections.model import Collection, due_day
from gdpr_desktop.information.collections.steps import Step, next_step
from gdpr_desktop.information.collections.summary import due_words, head_lines
from gdpr_desktop.information.collections.words import action_words


def head_of(collection: Collection, today: date, role: Role) -> Head:
    """The head as it stands ``today``, with what ``role`` may do next."""
    case = collection.case
    about = _("Information, case {number}").format(number=case.number)
    if case.caseworker:
        about += " · " + _("caseworker {name}").format(name=case.caseworker)
    words = due_words(collection, today)
    return Head(
        title=case.subject_name if not case.anonymised_at else _("(erased)"),
        about=about,
        warnings=head_lines(collection),
        due=words.long,
        reason=words.reason,
        sign=due_sign(due_day(collection), today, met=words.met, late=words.late),
        next=_next(collection, role),
    )


def _next(collection: Collection, role: Role) -> NextStep | None:
    step = next_step(collection)
    if step is None:
        return None
    action = primary_action(collection, step)
    return NextStep(key=action, words=_next_words(step, action), offered=is_for(action, role))


def _next_words(step: Step, action: Action) -> str:
    special = (Action.LETTER, Action.LETTER_CHILD, Action.BULK, Action.TOLD)
    return deed_words(action).removesuffix(" …") if action in special else action_words(step)
