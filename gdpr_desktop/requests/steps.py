"""The handbook's way through a request (chapters 5–7): what is done, what is next, what must wait.

Only what the law orders is ordered: nothing leaves before we know who it is and that they may
have it, and before it is assessed and decided on. The rest goes in any order. Each part goes its
own way between the steps that the whole request has.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum

from gdpr_desktop.core.ids import PartId
from gdpr_desktop.requests.model import (
    SPOKEN_CHANNELS,
    IdentityState,
    OnBehalfOf,
    Part,
    Request,
    Result,
)
from gdpr_desktop.requests.model import Missing as Missing
from gdpr_desktop.requests.model import Step as Step
from gdpr_desktop.requests.refusals.rules import may_be_refused
from gdpr_desktop.requests.rights import asked, collects, needs_identity, rules_for
from gdpr_desktop.requests.rights.refused import refused_whole, unsettled_fee


class StepState(StrEnum):
    """How far a step has come."""

    DONE = "done"
    NEXT = "next"
    OPEN = "open"
    WAITING = "waiting"  # for somebody outside: identity asked for, departments asked
    BLOCKED = "blocked"
    NOT_NEEDED = "not_needed"


FIRST = (Step.RECEIPT, Step.IDENTITY, Step.COLLECT)
LAST = (Step.FILE, Step.CLOSE)


@dataclass(frozen=True, slots=True, kw_only=True)
class StepView:
    """One step as it stands in one request; ``part`` where it belongs to one."""

    step: Step
    state: StepState
    missing: tuple[Missing, ...] = ()
    part: PartId | None = None


def collected(request: Request) -> bool:
    """Has every system and department answered? At least one must have been asked."""
    return bool(request.tasks) and all(task.done for task in request.tasks)


def turned_away(request: Request) -> bool:
    """Could the identity not be established?"""
    return request.identity.state is IdentityState.NOT_ESTABLISHED


def missing_before_telling(request: Request, part: Part) -> tuple[Missing, ...]:
    """What must be in place before anything about the person is told, by letter or by mouth."""
    rules = rules_for(part)
    assessment = Missing.REVIEW if Step.REVIEW in rules.steps else Missing.ASSESSMENT
    wanted = (
        (Missing.IDENTITY, request.identity.established or not rules.identity),
        (Missing.AUTHORITY, _may_act(request, part) or not rules.identity),
        (Missing.COLLECTION, collected(request) or not rules.needs_collection(part)),
        (assessment, rules.assessed(request, part)),
        (Missing.DECISION, decided(part) or Step.DECISION not in rules.steps),
        (Missing.CARRIED_OUT, carried_out(part)),
    )
    missing = tuple(code for code, present in wanted if not present)
    return (*missing, *rules.missing_before_sending(request, part))


def _may_act(request: Request, part: Part) -> bool:
    """Is the authority settled? A parent without responsibility has none without a document.

    To be refused, and answered by barnelova § 47, needs none.
    """
    without = request.on_behalf_of is OnBehalfOf.PARENT_WITHOUT and may_be_refused(part.right)
    if without and not refused_whole(part):
        return request.authority.seen
    return request.authority_settled


def missing_before_sending(request: Request, part: Part) -> tuple[Missing, ...]:
    """What must be in place before any answer about the person leaves the house."""
    missing = missing_before_telling(request, part)
    written = rules_for(part).written(request, part)
    return missing if written else (*missing, Missing.ANSWER)


def decided(part: Part) -> bool:
    """Is there a decision, and not from before the assessment?"""
    if part.decision is None:
        return False
    return part.assessed_on is None or part.decision.decided_on >= part.assessed_on


def carried_out(part: Part) -> bool:
    """Has all been done that the answer says is done?"""
    return all(measure.done for measure in part.measures)


def refusal_untold(part: Part) -> bool:
    """Is a part of the claim refused, without the letter that says why?"""
    return part.refusal is not None and part.refusal.untold


def must_tell(part: Part) -> bool:
    """Must the recipients be told: was anything corrected, erased or restricted (art. 19)?"""
    rules = rules_for(part)
    return rules.tells_of(part) and rules.result(part) in (Result.GRANTED, Result.PARTLY)


def recipients_told(part: Part) -> bool:
    """Is it known who got the data, and has each been told, or is there a reason?"""
    return part.told is not None and part.told.settled


def filed(request: Request) -> bool:
    """Has the case the archive's number and both its titles?"""
    case = request.case
    return bool(case.archive_number and case.archive_title and case.public_title)


def missing_before_closing(request: Request) -> tuple[Missing, ...]:
    """What must be in place before the case is closed as answered or turned away."""
    found: list[Missing] = []
    if not request.answered and not turned_away(request):
        found.append(Missing.SENT)
    if any(refusal_untold(part) for part in request.parts) and not turned_away(request):
        found.append(Missing.REFUSAL_TOLD)
    untold = any(must_tell(part) and not recipients_told(part) for part in request.parts)
    if untold and not turned_away(request):
        found.append(Missing.RECIPIENTS)
    if not filed(request):
        found.append(Missing.FILED)
    return tuple(found)


def missing_before_withdrawing(request: Request) -> tuple[Missing, ...]:
    """What came in writing is filed, also when the person takes it back."""
    written = request.channel not in SPOKEN_CHANNELS
    return (Missing.FILED,) if written and not filed(request) else ()


def _receipt(request: Request) -> StepState:
    if request.receipt is None and not asked(request):
        return StepState.NOT_NEEDED
    return _done_if(request.receipt is not None)


def _identity(request: Request) -> StepState:
    if request.identity.established:
        return StepState.DONE if request.authority_settled else StepState.OPEN
    if turned_away(request):
        return StepState.DONE
    if not needs_identity(request):
        return StepState.NOT_NEEDED
    waiting = request.identity.state is IdentityState.ASKED
    return StepState.WAITING if waiting else StepState.OPEN


def _collect(request: Request) -> StepState:
    if collected(request):
        return StepState.DONE
    if not collects(request) and not any(task.asked_on for task in request.tasks):
        return StepState.NOT_NEEDED
    asked = request.tasks and all(task.asked_on or task.done for task in request.tasks)
    return StepState.WAITING if asked else StepState.OPEN


def _done_if(present: bool) -> StepState:
    return StepState.DONE if present else StepState.OPEN


_STATES: dict[Step, Callable[[Request], StepState]] = {
    Step.RECEIPT: _receipt,
    Step.IDENTITY: _identity,
    Step.COLLECT: _collect,
    Step.FILE: lambda r: _done_if(filed(r)),
    Step.CLOSE: lambda r: _done_if(not r.case.open),
}
_NEEDED_WHEN_TURNED_AWAY = frozenset({Step.RECEIPT, Step.IDENTITY, Step.FILE, Step.CLOSE})


def _assessment(request: Request, part: Part) -> StepState:
    fee = unsettled_fee(part)
    if fee is not None:
        return StepState.OPEN if fee.warned_on is None else StepState.WAITING
    early = part.assessment is not None and may_not_assess(request, part)
    return _done_if(early or rules_for(part).assessed(request, part))


def _carry_out(_request: Request, part: Part) -> StepState:
    if not part.measures and part.assessment is not None:
        return StepState.NOT_NEEDED
    return _done_if(bool(part.measures) and carried_out(part))


_PART_STATES: dict[Step, Callable[[Request, Part], StepState]] = {
    Step.REVIEW: _assessment,
    Step.ASSESS: _assessment,
    Step.ADVICE: lambda _r, part: _done_if(part.advice is not None),
    Step.DECISION: lambda _r, part: _done_if(decided(part)),
    Step.PACK: lambda r, part: _done_if(rules_for(part).written(r, part)),
    Step.CARRY_OUT: _carry_out,
    Step.ANSWER: lambda r, part: _done_if(rules_for(part).written(r, part)),
    Step.SEND: lambda _r, part: _done_if(part.answered and not refusal_untold(part)),
    Step.TELL: lambda _r, part: _done_if(recipients_told(part)),
}


def progress(request: Request) -> tuple[StepView, ...]:
    """Every step with its state; exactly one is NEXT while the case is open.

    When all that is left to do waits for somebody outside, the first waiting step is NEXT.
    """
    views = [_view(request, step) for step in FIRST]
    for part in request.parts:
        views += [_part_view(request, part, step) for step in steps_of(part)]
    views += [_view(request, step) for step in LAST]
    if not request.case.open:
        return tuple(views)
    for wanted in (StepState.OPEN, StepState.WAITING):
        for index, view in enumerate(views):
            if view.state is wanted and not _too_early(request, view):
                views[index] = replace(view, state=StepState.NEXT)
                return tuple(views)
    return tuple(views)


def steps_of(part: Part) -> tuple[Step, ...]:
    """The steps of a part: those of its right, and telling the recipients where it must be.

    Data that lie here to be packed keep their place, though the claim is refused as a whole.
    """
    steps = rules_for(part).steps
    if part.tables and Step.PACK not in steps:
        steps = (*steps[:-1], Step.PACK, steps[-1])
    return (*steps, Step.TELL) if must_tell(part) else steps


def may_drop_data(request: Request, part: Part) -> bool:
    """Do data lie here that are not packed any more: the answer has gone, or the case is closed?"""
    return part.tables > 0 and (part.answered or not request.case.open)


def _too_early(request: Request, view: StepView) -> bool:
    """May the step be taken, though it makes little sense to offer it yet?"""
    if view.part is not None:
        part = request.part(view.part)
        if view.step is Step.ASSESS and may_not_assess(request, part):
            return True
        later = (Step.ADVICE, Step.DECISION, Step.PACK, Step.CARRY_OUT, Step.ANSWER)
        return view.step in later and not rules_for(part).assessed(request, part)
    return view.step is Step.FILE and not request.answered and not turned_away(request)


def _view(request: Request, step: Step) -> StepView:
    state = _STATES[step](request)
    needless = step not in _NEEDED_WHEN_TURNED_AWAY if turned_away(request) else request.answered
    if state in (StepState.OPEN, StepState.WAITING) and needless and step not in LAST:
        return StepView(step=step, state=StepState.NOT_NEEDED)
    missing = missing_before_closing(request) if step is Step.CLOSE else ()
    if step is Step.COLLECT and _all_wait_for_a_fee(request):
        missing = (Missing.FEE,)
    if missing and state is not StepState.DONE:
        return StepView(step=step, state=StepState.BLOCKED, missing=missing)
    return StepView(step=step, state=state)


def _part_view(request: Request, part: Part, step: Step) -> StepView:
    state = _PART_STATES[step](request, part)
    left = part.answered and step is Step.SEND  # the letter on what is refused
    needless = turned_away(request) or (part.answered and not left)
    if state is StepState.OPEN and needless and step is not Step.TELL:
        return StepView(step=step, state=StepState.NOT_NEEDED, part=part.id)
    missing = _part_blockers(request, part, step) if state is not StepState.DONE else ()
    if missing:
        state = StepState.BLOCKED
    return StepView(step=step, state=state, missing=missing, part=part.id)


def _part_blockers(request: Request, part: Part, step: Step) -> tuple[Missing, ...]:
    waits = unsettled_fee(part) is not None
    if step in (Step.REVIEW, Step.ASSESS):
        may = waits or rules_for(part).may_be_early or not may_not_assess(request, part)
        return () if may else (Missing.COLLECTION,)
    fee = (Missing.FEE,) if waits else ()
    if step is Step.SEND and not part.answered:
        return (*fee, *missing_before_sending(request, part))
    return fee


def _all_wait_for_a_fee(request: Request) -> bool:
    """Is there no part to collect for before a person says whether they take a fee?"""
    left = [part for part in request.parts if not part.answered]
    return bool(left) and all(unsettled_fee(part) is not None for part in left)


def may_not_assess(request: Request, part: Part) -> bool:
    """Must all have answered first, and have they not?"""
    return rules_for(part).needs_collection(part) and not collected(request)


def next_view(request: Request) -> StepView | None:
    """The step to offer as the one clear button; None when the case is closed."""
    return next((view for view in progress(request) if view.state is StepState.NEXT), None)


def next_step(request: Request) -> Step | None:
    """The code of the step to offer."""
    view = next_view(request)
    return view.step if view is not None else None
