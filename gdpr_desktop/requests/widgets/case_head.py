"""The head of a request: who, the deadline with its reason, and the one clear next step."""

from datetime import date

from gdpr_desktop.casework.widgets.case_head import Head, NextStep, due_sign
from gdpr_desktop.core.roles import Role
from gdpr_desktop.core.text import _
from gdpr_desktop.requests.actions import Action, Chosen, is_for, primary_action
from gdpr_desktop.requests.model import Request
from gdpr_desktop.requests.refusals.words import fee_line
from gdpr_desktop.requests.rights.refused import unsettled_fee
from gdpr_desktop.requests.steps import Step, next_view
from gdpr_desktop.requests.summary import after_turning_away, due_words, head_lines, task_line
from gdpr_desktop.requests.words import action_words, rights_words
from gdpr_desktop.requests.words import words as code_words


def head_of(request: Request, today: date, role: Role) -> Head:
    """The head of ``request`` as it stands ``today``, with what ``role`` may do next."""
    case = request.case
    rights = rights_words(part.right for part in request.parts)
    about = _("{rights}, case {number}").format(rights=rights, number=case.number)
    if case.caseworker:
        about += " · " + _("caseworker {name}").format(name=case.caseworker)
    lines = (*head_lines(request), after_turning_away(request))
    words = due_words(request, today)
    return Head(
        title=request.subject.name if not case.anonymised_at else _("(erased)"),
        about=about,
        warnings=tuple(line for line in lines if line),
        due=words.long,
        reason=words.reason[:1].upper() + words.reason[1:],
        sign=due_sign(case.due, today, met=words.met, late=words.late),
        next=_next(request, role),
    )


def _next(request: Request, role: Role) -> NextStep | None:
    view = next_view(request)
    if view is None:
        return None
    chosen = primary_action(request, view)
    return NextStep(
        key=chosen,
        words=_next_words(view.step, chosen.action),
        hint=_hint(request, chosen),
        offered=is_for(chosen.action, role),
    )


def _hint(request: Request, chosen: Chosen) -> str:
    task = next((task for task in request.tasks if task.id == chosen.task), None)
    hint = f"{task.title}. {task_line(task)}" if task else ""
    if chosen.part is None:
        return hint
    part = request.part(chosen.part)
    if len(request.parts) > 1:
        hint = code_words(part.right)
    fee = unsettled_fee(part)
    return ". ".join(text for text in (hint, fee_line(fee)) if text) if fee is not None else hint


def _next_words(step: Step, action: Action) -> str:
    special = {
        Action.AUTHORITY: _("Note the authority"),
        Action.ADD_TASK: _("Add a system or department"),
        Action.ASK_TASK: _("Ask the next one"),
        Action.ANSWER_TASK: _("Note the answer"),
        Action.LETTER_ANSWER: _("Write the answer letter"),
        Action.LETTER_FEE: _("Warn of the fee by letter"),
        Action.FEE_ANSWER: _("Note the answer on the fee"),
        Action.LETTER_REFUSAL: _("Write the letter of refusal"),
    }
    return special.get(action, action_words(step))
