"""The handbook's way through a request (chapter 5): what is done, what is next, what must wait.

Only what the law orders is ordered: nothing leaves before we know who it is and that they may
have it, and before the material is gone through and decided on. The rest goes in any order.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum

from gdpr_desktop.casework.model import TaskOutcome
from gdpr_desktop.core.ids import TaskId
from gdpr_desktop.requests.model import SPOKEN_CHANNELS, IdentityState, Outcome, Request


class Step(StrEnum):
    """The steps, in the order they are shown."""

    RECEIPT = "confirm_receipt"
    IDENTITY = "identity"
    COLLECT = "collect"
    REVIEW = "review"
    ADVICE = "advice"
    DECISION = "decision"
    ANSWER = "answer"
    SEND = "send"
    FILE = "archive"
    CLOSE = "close"


class StepState(StrEnum):
    """How far a step has come."""

    DONE = "done"
    NEXT = "next"
    OPEN = "open"
    WAITING = "waiting"  # for somebody outside: identity asked for, departments asked
    BLOCKED = "blocked"
    NOT_NEEDED = "not_needed"


class Missing(StrEnum):
    """What must come first."""

    IDENTITY = "identity"
    AUTHORITY = "authority"
    COLLECTION = "collection"
    REVIEW = "review"
    DECISION = "decision"
    ANSWER = "answer"
    SENT = "sent"
    FILED = "filed"


@dataclass(frozen=True, slots=True, kw_only=True)
class StepView:
    """One step as it stands in one request."""

    step: Step
    state: StepState
    missing: tuple[Missing, ...] = ()


def collected(request: Request) -> bool:
    """Has every system and department answered? At least one must have been asked."""
    return bool(request.tasks) and all(task.done for task in request.tasks)


def turned_away(request: Request) -> bool:
    """Could the identity not be established?"""
    return request.identity.state is IdentityState.NOT_ESTABLISHED


def reviewed(request: Request) -> bool:
    """Has all of the material been gone through, and does what came of it still fit?

    What a department sends after the review has not been gone through.
    """
    review = request.review
    if review is None or any(t.done_on and t.done_on > review.reviewed_on for t in request.tasks):
        return False
    found = found_tasks(request)
    if review.covers is not None and set(review.covers) != set(found):
        return False
    return bool(found) is (review.outcome is not Outcome.NOTHING_HELD)


def found_tasks(request: Request) -> tuple[TaskId, ...]:
    """The places where something was found."""
    return tuple(task.id for task in request.tasks if task.outcome is TaskOutcome.FOUND)


def missing_before_telling(request: Request) -> tuple[Missing, ...]:
    """What must be in place before anything about the person is told, by letter or by mouth."""
    wanted = (
        (Missing.IDENTITY, request.identity.established),
        (Missing.AUTHORITY, request.authority_settled),
        (Missing.COLLECTION, collected(request)),
        (Missing.REVIEW, reviewed(request)),
        (Missing.DECISION, decided(request)),
    )
    return tuple(code for code, present in wanted if not present)


def missing_before_sending(request: Request) -> tuple[Missing, ...]:
    """What must be in place before any answer about the person leaves the house."""
    missing = missing_before_telling(request)
    return missing if answer_ready(request) else (*missing, Missing.ANSWER)


def answer_ready(request: Request) -> bool:
    """Is there an answer to send: a copy and the points about every place where there was any?

    «Nothing held» needs no further words.
    """
    if request.review is not None and request.review.outcome is Outcome.NOTHING_HELD:
        return True
    answer = request.answer
    if answer is None:
        return False
    found = {task.title for task in request.tasks if task.outcome is TaskOutcome.FOUND}
    written = {c.name for c in answer.copies} & {s.name for s in answer.systems}
    return answer.oral is not None or (bool(found) and found <= written)


def decided(request: Request) -> bool:
    """Is there a decision, and not from before the material was gone through?"""
    review, decision = request.review, request.decision
    if decision is None:
        return False
    return review is None or decision.decided_on >= review.reviewed_on


def filed(request: Request) -> bool:
    """Has the case the archive's number and both its titles?"""
    case = request.case
    return bool(case.archive_number and case.archive_title and case.public_title)


def missing_before_closing(request: Request) -> tuple[Missing, ...]:
    """What must be in place before the case is closed as answered or turned away."""
    found: list[Missing] = []
    if request.dispatch is None and not turned_away(request):
        found.append(Missing.SENT)
    if not filed(request):
        found.append(Missing.FILED)
    return tuple(found)


def missing_before_withdrawing(request: Request) -> tuple[Missing, ...]:
    """What came in writing is filed, also when the person takes it back."""
    written = request.channel not in SPOKEN_CHANNELS
    return (Missing.FILED,) if written and not filed(request) else ()


def _identity(request: Request) -> StepState:
    if request.identity.established:
        return StepState.DONE if request.authority_settled else StepState.OPEN
    if turned_away(request):
        return StepState.DONE
    waiting = request.identity.state is IdentityState.ASKED
    return StepState.WAITING if waiting else StepState.OPEN


def _collect(request: Request) -> StepState:
    if collected(request):
        return StepState.DONE
    asked = request.tasks and all(task.asked_on or task.done for task in request.tasks)
    return StepState.WAITING if asked else StepState.OPEN


def _done_if(present: bool) -> StepState:
    return StepState.DONE if present else StepState.OPEN


_STATES: dict[Step, Callable[[Request], StepState]] = {
    Step.RECEIPT: lambda r: _done_if(r.receipt is not None),
    Step.IDENTITY: _identity,
    Step.COLLECT: _collect,
    Step.REVIEW: lambda r: _done_if(r.review is not None and (not collected(r) or reviewed(r))),
    Step.ADVICE: lambda r: _done_if(r.advice is not None),
    Step.DECISION: lambda r: _done_if(decided(r)),
    Step.ANSWER: lambda r: _done_if(answer_ready(r)),
    Step.SEND: lambda r: _done_if(r.dispatch is not None),
    Step.FILE: lambda r: _done_if(filed(r)),
    Step.CLOSE: lambda r: _done_if(not r.case.open),
}
_NEEDED_WHEN_TURNED_AWAY = frozenset({Step.RECEIPT, Step.IDENTITY, Step.FILE, Step.CLOSE})


def _blockers(step: Step, request: Request) -> tuple[Missing, ...]:
    if step is Step.SEND:
        return missing_before_sending(request)
    if step is Step.REVIEW and not collected(request):
        return (Missing.COLLECTION,)
    if step is Step.CLOSE:
        return missing_before_closing(request)
    return ()


def progress(request: Request) -> tuple[StepView, ...]:
    """Every step with its state; exactly one is NEXT while the case is open.

    When all that is left to do waits for somebody outside, the first waiting step is NEXT.
    """
    views = [_view(step, request) for step in Step]
    if not request.case.open:
        return tuple(views)
    early = _too_early(request)
    for wanted in (StepState.OPEN, StepState.WAITING):
        for index, view in enumerate(views):
            if view.state is wanted and view.step not in early:
                views[index] = replace(view, state=StepState.NEXT)
                return tuple(views)
    return tuple(views)


def _too_early(request: Request) -> frozenset[Step]:
    """Steps that may be taken, but make little sense to offer yet."""
    early: set[Step] = set()
    if not reviewed(request):
        early |= {Step.ADVICE, Step.DECISION, Step.ANSWER}
    if request.dispatch is None and not turned_away(request):
        early.add(Step.FILE)
    return frozenset(early)


def _needless(step: Step, request: Request) -> bool:
    """Would the step come too late to be of use?"""
    if turned_away(request):
        return step not in _NEEDED_WHEN_TURNED_AWAY
    return request.dispatch is not None and step not in (Step.FILE, Step.CLOSE)


def _view(step: Step, request: Request) -> StepView:
    state = _STATES[step](request)
    if state in (StepState.OPEN, StepState.WAITING) and _needless(step, request):
        return StepView(step=step, state=StepState.NOT_NEEDED)
    missing = _blockers(step, request) if state is not StepState.DONE else ()
    if missing:
        state = StepState.BLOCKED
    return StepView(step=step, state=state, missing=missing)


def next_step(request: Request) -> Step | None:
    """The step to offer as the one clear button; None when the case is closed."""
    return next((v.step for v in progress(request) if v.state is StepState.NEXT), None)
