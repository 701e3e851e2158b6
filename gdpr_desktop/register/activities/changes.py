"""A new basis for what was approved: it takes a reason, and people are told anew."""

from dataclasses import replace
from typing import TYPE_CHECKING

from gdpr_desktop.core.errors import FieldProblem, require_valid
from gdpr_desktop.core.names import clean_text
from gdpr_desktop.core.text import _
from gdpr_desktop.law.bases import Basis
from gdpr_desktop.register.activities.findings.duties import INFORM_ANEW
from gdpr_desktop.register.activities.parts import Purpose, Step
from gdpr_desktop.register.entries import service, store
from gdpr_desktop.register.entries.unreadable import Unreadable

if TYPE_CHECKING:
    from gdpr_desktop.core.change import Change
    from gdpr_desktop.register.activities.model import Activity
    from gdpr_desktop.register.entries.model import Entry
    from gdpr_desktop.vault import Vault


def approved_activity(vault: "Vault", entry: "Entry") -> "Activity | None":
    """The activity as it was approved last; None when it never was."""
    if entry.approved_at is None:
        return None
    for version in store.versions(vault.db, entry.id):
        readable = not isinstance(version.content, Unreadable)
        if version.revision == entry.approved_revision and readable:
            found: Activity = version.content
            return found
    return None


def rebased(before: "Activity", after: "Activity") -> tuple[Purpose, ...]:
    """The purposes of ``after`` that had another set of bases in ``before``.

    A purpose is known by its words, or where these are new, by its place.
    """
    found = []
    for place, purpose in enumerate(after.purposes):
        old = _same_purpose(before, after, place)
        if old is not None and _bases(old) and _bases(old) != _bases(purpose):
            found.append(purpose)
    return tuple(found)


def _same_purpose(before: "Activity", after: "Activity", place: int) -> Purpose | None:
    purpose = after.purposes[place]
    for old in before.purposes:
        if old.text == purpose.text:
            return old
    if place >= len(before.purposes):
        return None
    old = before.purposes[place]
    kept = any(one.text == old.text for one in after.purposes)
    return None if kept else old


def _bases(purpose: Purpose) -> frozenset[Basis]:
    return frozenset(one.basis for one in purpose.bases)


def save_activity(
    vault: "Vault", entry: "Entry | None", activity: "Activity", *, reason: str = ""
) -> "Change":
    """Add a draft, or change ``entry``.

    ``reason`` is asked for where the basis of an approved purpose is another; then a step says
    that people must be told (art. 13(3), 14(4)). Raises ``InvalidInputError``.
    """
    if entry is None:
        return service.add_entry(vault, activity)
    approved = approved_activity(vault, entry)
    changed = rebased(approved, activity) if approved else ()
    if not changed:
        return service.change_entry(vault, entry.id, activity)
    why = clean_text(reason)
    if not why:
        text = _("Write why the basis is another than the one that was approved.")
        require_valid([FieldProblem(field="basis_reason", text=text)])
    return service.change_entry(vault, entry.id, _told_anew(activity, changed, why), note=why)


def _told_anew(activity: "Activity", changed: tuple[Purpose, ...], why: str) -> "Activity":
    purposes = tuple(
        replace(one, reason=why) if one in changed and not one.reason.strip() else one
        for one in activity.purposes
    )
    steps = activity.steps
    if not any(one.kind == INFORM_ANEW and one.done_on is None for one in steps):
        text = _("Tell people that the basis is changed (article 13 no. 3, article 14 no. 4)")
        steps = (*steps, Step(text=text, kind=INFORM_ANEW))
    return replace(activity, purposes=purposes, steps=steps)
