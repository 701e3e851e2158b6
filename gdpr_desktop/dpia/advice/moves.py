"""A deed that moves an assessment to another state, and the way back from it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

from gdpr_desktop.casework import store as cases
from gdpr_desktop.casework.model import Task
from gdpr_desktop.casework.undo import changed_since, note_undone, require_nothing_after
from gdpr_desktop.core.change import Change, Undo
from gdpr_desktop.core.ids import CaseId, EventId
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.dpia import store
from gdpr_desktop.dpia.advice.rules import as_sent
from gdpr_desktop.dpia.assessment import Dpia
from gdpr_desktop.dpia.codes import State
from gdpr_desktop.dpia.nouns import noun
from gdpr_desktop.dpia.service.base import go_to, opened
from gdpr_desktop.vault import Vault

# what later rests on a move: it is not taken back under it
_RESTING = frozenset(
    {
        "closed",
        "dpia_advised",
        "dpia_approved",
        "dpia_decided",
        "dpia_reviewed",
        "dpia_sent",
        "dpia_sent_back",
        "dpia_written",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Move:
    """What a move left behind, and what was there before it."""

    case_id: CaseId
    deed: Deed
    code: str
    event: EventId
    was: State
    now: State
    before: Mapping[str, object]
    after: Mapping[str, object]
    content: str  # digest of what was written
    tasks: tuple[Task, ...] = field(default=())  # those that the move set as done


def move(
    work: Any,
    found: Dpia,
    then: State,
    deed: Deed,
    code: str,
    steps: Mapping[str, object],
    **detail: str,
) -> Undo:
    """Write steps, go to another state, and tell of it; gives the way back.

    Raises ``RefusedError`` where ``then`` cannot follow.
    """
    before = {column: getattr(found, column) for column in steps}
    case_id = found.case.id
    store.put_step(work.db, case_id, **steps)
    event = go_to(work, found, then, code, **detail)
    made = _Move(
        case_id=case_id,
        deed=deed,
        code=code,
        event=event,
        was=found.state,
        now=then,
        before=before,
        after=dict(steps),
        content=store.digest(as_sent(found.content)),
    )
    return Undo(words=noun(code), verb=partial(_back, made=made))


def with_tasks(undo: Undo, tasks: tuple[Task, ...]) -> Undo:
    """The same, which also opens tasks again that were set as done."""
    made = replace(undo.verb.keywords["made"], tasks=tasks)  # type: ignore[attr-defined]
    return Undo(words=undo.words, verb=partial(_back, made=made))


def _back(vault: Vault, *, made: _Move) -> Change:
    with vault.begin(made.deed) as work:
        found = opened(work, made.case_id, made.deed)
        require_nothing_after(work.db, made.case_id, made.event, _RESTING)
        left = {column: getattr(found, column) for column in made.after}
        written = store.digest(as_sent(found.content))
        if (found.state, left, written) != (made.now, made.after, made.content):
            raise changed_since()
        store.put_step(work.db, made.case_id, **made.before, state=made.was.value)
        for task in made.tasks:
            cases.update_task(work.db, task)
        note_undone(work, made.case_id, made.code, made.event)
    return work.change
