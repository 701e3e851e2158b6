"""The way through a collection: people are told, or an exception is decided on; then it is filed.

What the law orders is ordered: an exception holds only once somebody other than the officer has
decided on it.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum

from gdpr_desktop.information.collections.model import Collection, ToldWay


class Step(StrEnum):
    """The steps, in the order they are shown."""

    CHANGE = "change"  # the purpose or basis was changed in the record
    TELL = "tell"
    EXCEPTION = "exception"
    ADVICE = "advice"
    DECISION = "decision"
    FILE = "archive"
    CLOSE = "close"


class StepState(StrEnum):
    """How far a step has come."""

    DONE = "done"
    NEXT = "next"
    OPEN = "open"
    BLOCKED = "blocked"
    NOT_NEEDED = "not_needed"


class Missing(StrEnum):
    """What must come first."""

    TOLD = "told"
    DECISION = "decision"
    CHANGE = "change"
    FILED = "filed"


@dataclass(frozen=True, slots=True, kw_only=True)
class StepView:
    """One step as it stands in one collection."""

    step: Step
    state: StepState
    missing: tuple[Missing, ...] = ()


def exempt(collection: Collection) -> bool:
    """Is an exception used instead of telling?"""
    return collection.exception is not None and collection.told is None


def settled(collection: Collection) -> bool:
    """Have the people been told, or has it been decided that they need not be?"""
    return collection.told is not None or (exempt(collection) and collection.decision is not None)


def filed(collection: Collection) -> bool:
    """Has the case the archive's number and both its titles?"""
    case = collection.case
    return bool(case.archive_number and case.archive_title and case.public_title)


def must_be_filed(collection: Collection) -> bool:
    """A letter, a note of what was said, a decision: these belong in the archive.

    What stands in a form, on a sign or on the web is the same for all, and is filed there.
    """
    told = collection.told
    return told is None or told.way in (ToldWay.LETTER, ToldWay.ORAL)


def missing_before_closing(collection: Collection) -> tuple[Missing, ...]:
    """What must be in place before the case is closed."""
    found: list[Missing] = []
    if collection.changed_on is not None:
        found.append(Missing.CHANGE)
    if not settled(collection):
        found.append(Missing.DECISION if exempt(collection) else Missing.TOLD)
    if must_be_filed(collection) and not filed(collection):
        found.append(Missing.FILED)
    return tuple(found)


def _needed(wanted: bool, present: bool) -> StepState:
    if present:
        return StepState.DONE
    return StepState.OPEN if wanted else StepState.NOT_NEEDED


_STATES: dict[Step, Callable[[Collection], StepState]] = {
    Step.CHANGE: lambda c: _needed(c.changed_on is not None, False),
    Step.TELL: lambda c: _needed(not exempt(c), c.told is not None),
    Step.EXCEPTION: lambda c: _needed(False, c.exception is not None),
    Step.ADVICE: lambda c: _needed(exempt(c), c.advice is not None),
    Step.DECISION: lambda c: _needed(exempt(c), c.decision is not None),
    Step.FILE: lambda c: _needed(must_be_filed(c), filed(c)),
    Step.CLOSE: lambda c: _needed(True, not c.case.open),
}


def progress(collection: Collection) -> tuple[StepView, ...]:
    """Every step with its state; exactly one is NEXT while the case is open."""
    views = [_view(step, collection) for step in Step]
    if not collection.case.open:
        return tuple(views)
    early = set() if settled(collection) else {Step.FILE}
    if collection.decision is not None:
        early.add(Step.ADVICE)  # too late to be of use
    for index, view in enumerate(views):
        if view.state is StepState.OPEN and view.step not in early:
            views[index] = replace(view, state=StepState.NEXT)
            break
    return tuple(views)


def _view(step: Step, collection: Collection) -> StepView:
    state = _STATES[step](collection)
    missing: tuple[Missing, ...] = ()
    if step is Step.CLOSE and state is StepState.OPEN:
        missing = missing_before_closing(collection)
    if missing:
        state = StepState.BLOCKED
    return StepView(step=step, state=state, missing=missing)


def next_step(collection: Collection) -> Step | None:
    """The step to offer as the one clear button; None when the case is closed."""
    return next((v.step for v in progress(collection) if v.state is StepState.NEXT), None)
