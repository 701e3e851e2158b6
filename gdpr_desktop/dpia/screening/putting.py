"""Several steps of an assessment written at once, its state among them, and the way back."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from gdpr_desktop.casework.deed import record
from gdpr_desktop.casework.undo import changed_since, note_undone, require_nothing_after
from gdpr_desktop.core.change import Change, Undo
from gdpr_desktop.core.errors import RefusedError
from gdpr_desktop.core.ids import CaseId, EventId
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.core.text import _
from gdpr_desktop.dpia import store
from gdpr_desktop.dpia.assessment import Dpia
from gdpr_desktop.dpia.catalogue import from_about
from gdpr_desktop.dpia.codes import State
from gdpr_desktop.dpia.content import Answer
from gdpr_desktop.dpia.nouns import noun
from gdpr_desktop.dpia.screening import record as in_record
from gdpr_desktop.dpia.service.base import opened
from gdpr_desktop.vault import Vault

SCREENED, DECIDED, VIEWED = "dpia_screened", "dpia_need_decided", "dpia_need_viewed"
UNDECIDED = frozenset({State.SCREENING, State.NOT_NEEDED, State.COVERED})
# what later rests on an answer to the need; what was written since is kept, and hinders nothing
_RESTING = frozenset({SCREENED, DECIDED, VIEWED, "dpia_sent", "dpia_dropped", "closed"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Put:
    """What was written, and what stood there before."""

    case_id: CaseId
    deed: Deed
    code: str
    event: EventId
    before: Mapping[str, object]
    after: Mapping[str, object]
    linked: tuple[in_record.Noted, ...]
    carried: tuple[Answer, ...]


def require_undecided(found: Dpia) -> None:
    """Raise ``RefusedError`` when the assessment has gone on to the officer."""
    draft = found.state is State.DRAFT and not found.submissions
    if found.state not in UNDECIDED and not draft:
        raise RefusedError(
            _("The assessment is on its way, so the need is settled."),
            hint=_("Drop the assessment if nothing comes of the processing."),
        )


def put_all(
    work: Any,
    found: Dpia,
    deed: Deed,
    code: str,
    steps: Mapping[str, object],
    *,
    linked: tuple[in_record.Noted, ...] = (),
    carried: tuple[Answer, ...] = (),
    **detail: str,
) -> Undo:
    """Write ``steps`` (``state`` too), tell of it on the timeline; gives the way back."""
    before = {name: getattr(found, name) for name in steps}
    _write(work, found.case.id, steps)
    made = _Put(
        case_id=found.case.id,
        deed=deed,
        code=code,
        event=record(work, found.case.id, code, **detail),
        before=before,
        after=dict(steps),
        linked=linked,
        carried=carried,
    )
    return Undo(words=noun(code), verb=partial(_back, made=made))


def _write(work: Any, case_id: CaseId, steps: Mapping[str, object]) -> None:
    plain = {name: one.value if isinstance(one, State) else one for name, one in steps.items()}
    store.put_step(work.db, case_id, **plain)


def _back(vault: Vault, *, made: _Put) -> Change:
    """Put the steps back, when they are still as the deed left them."""
    with vault.begin(made.deed) as work:
        found = opened(work, made.case_id, made.deed)
        require_nothing_after(work.db, made.case_id, made.event, _RESTING)
        if {name: getattr(found, name) for name in made.after} != dict(made.after):
            raise changed_since()
        _write(work, made.case_id, made.before)
        in_record.take_back(work, made.linked)
        from_about.take_back(work, made.case_id, made.carried)
        note_undone(work, made.case_id, made.code, made.event)
    return work.change
