"""What was done on one part can be taken back, while nothing of that part rests on it.

What came later on another part is no hindrance. A part is put back as it was before the deed, in
all that the deed changed, and only while it still is as the deed left it.
"""

from dataclasses import replace
from functools import partial
from typing import Any

from gdpr_desktop.casework.model import TimelineEntry
from gdpr_desktop.casework.undo import changed_since, note_undone, require_nothing_after
from gdpr_desktop.core.change import Change, Undo
from gdpr_desktop.core.ids import EventId
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.requests import parts_store
from gdpr_desktop.requests.model import Part, Request
from gdpr_desktop.requests.rights import rules_for, rules_of
from gdpr_desktop.requests.service.base import of_part, opened_part
from gdpr_desktop.requests.service.undo import GONE, noun
from gdpr_desktop.vault import Vault

_COLUMNS = (
    "basis",
    "activity",
    "assessment",
    "assessed_on",
    "content",
    "advice",
    "decision",
    "measures",
)
_ON_AN_ASSESSMENT = GONE | {
    "advised",
    "decided",
    "carried_out",
    "refused",
    "answer_prepared",
    "recipients_noted",
}
_BLOCKERS = {
    "assessed": _ON_AN_ASSESSMENT,
    "reviewed": _ON_AN_ASSESSMENT,
    "advised": frozenset({"decided", "answer_sent", "closed"}),
    "right_added": _ON_AN_ASSESSMENT | {"assessed", "reviewed"},
}


def part_undo(
    work: Any,
    code: str,
    event: EventId,
    request: Request,
    before: Part,
    deed: Deed = Deed.WORK_ON_CASE,
) -> Undo:
    """How the part gets back to what it was ``before``; asked for inside the unit of work."""
    found = parts_store.of_case(work.db, request.case.id)
    after = next(part for part in found if part.id == before.id)
    verb = partial(put_back, before=before, after=after, code=code, event=event, deed=deed)
    return Undo(words=part_noun(code, request, before), verb=verb)


def part_noun(code: str, request: Request, part: Part) -> str:
    """What is taken back, with the right where the case has several: «the decision (Erasure)»."""
    return noun(code, part.right if len(request.parts) > 1 else None)


def with_undo(change: Change, undo: Undo) -> Change:
    """``change`` with the way back."""
    return replace(change, undo=undo)


def put_back(
    vault: Vault, *, before: Part, after: Part, code: str, event: EventId, deed: Deed
) -> Change:
    """Write all back that a deed on a part changed."""
    changed = [name for name in _COLUMNS if getattr(before, name) != getattr(after, name)]
    with vault.begin(deed) as work:
        request, part = opened_part(work, before.id, deed)
        require_free(work, code, event, request, part)
        if any(getattr(part, name) != getattr(after, name) for name in changed):
            raise changed_since()
        parts_store.put(work.db, part.id, **{name: getattr(before, name) for name in changed})
        note_undone(work, request.case.id, code, event, **of_part(part))
    return work.change


def require_free(work: Any, code: str, event: EventId, request: Request, part: Part) -> None:
    """Refuse when something later on this part rests on the deed, or its letter is written."""
    require_nothing_after(
        work.db,
        request.case.id,
        event,
        _BLOCKERS.get(code, GONE),
        partial(_concerns, request, part),
    )


def _concerns(request: Request, part: Part, entry: TimelineEntry) -> bool:
    """Is the entry about this part, or about the case as a whole?"""
    if "right" in entry.detail:
        return entry.detail["right"] == part.right.value
    template = entry.detail.get("template")
    answered = {
        one.right
        for one in request.parts
        if template in rules_of(one.right).letters | rules_for(one).letters
    }
    return not answered or part.right in answered
