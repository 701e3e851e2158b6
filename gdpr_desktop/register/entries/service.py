"""Deeds that every kind of entry has. Each returns the ``Change`` of its unit of work."""

from dataclasses import dataclass
from functools import partial
from typing import Any

from gdpr_desktop.core.change import Change, Kind, Undo
from gdpr_desktop.core.errors import FieldProblem, RefusedError, require_valid
from gdpr_desktop.core.names import clean_line, clean_text
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.core.text import _
from gdpr_desktop.register.entries import store
from gdpr_desktop.register.entries.model import (
    Entry,
    EntryId,
    EntryKind,
    EntryState,
    changed_fields,
    linked_ids,
    relinked,
)
from gdpr_desktop.register.entries.unreadable import is_readable, refusal
from gdpr_desktop.vault import Vault

_FOLLOWING = frozenset({"risk_assessed_on"})  # fields that follow from other entries


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryChanged:
    """The content of an entry is new. Handlers run inside the same transaction.

    ``before`` is None for an entry that was just added.
    """

    entry_id: EntryId
    kind: EntryKind
    before: Any
    after: Any


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryDeleted:
    """An entry is gone for good. Handlers run inside the same transaction."""

    kind: EntryKind
    before: Any


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryLeaves:
    """An entry is deleted, or ``new`` takes its place everywhere.

    Handlers run inside the same transaction, before it goes: they move what they keep about it,
    or raise ``RefusedError``.
    """

    entry_id: EntryId
    name: str
    new: EntryId | None


def add_entry(vault: Vault, content: Any, *, note: str = "") -> Change:
    """Add a draft; ``Change.id`` is its id. Raises ``InvalidInputError``."""
    with vault.begin(Deed.KEEP_RECORD) as work:
        work.require(Deed.KEEP_RECORD, assigned=True)  # it becomes the actor's own
        require_valid(_problems(work.db, content, None))
        at = work.clock.now()
        entry_id = store.insert(
            work.db, content, actor=work.actor.user_id, who=work.actor.name, at=at
        )
        _note(work, entry_id, content.KIND, "entry_added", note)
        work.publish(EntryChanged(entry_id=entry_id, kind=content.KIND, before=None, after=content))
    return work.change


def change_entry(vault: Vault, entry_id: EntryId, content: Any, *, note: str = "") -> Change:
    """Write changed content. An approved entry must then be approved anew.

    Nothing is written when nothing changed. What stands beside the content proper (``ASIDE``:
    notes, steps, kept assessments) makes no new revision, so nothing made from the entry goes out
    of date. Raises ``InvalidInputError``, ``RefusedError``.
    """
    with vault.begin(Deed.KEEP_RECORD) as work:
        before = _begin_on(work, entry_id)
        work.touch(Kind.ENTRY, entry_id)
        if before.content == content:
            return work.change
        require_valid(_problems(work.db, content, entry_id))
        if set(changed_fields(before.content, content)) <= getattr(content, "ASIDE", frozenset()):
            store.amend(work.db, entry_id, content)
        else:
            store.update(work.db, entry_id, content, who=work.actor.name, at=work.clock.now())
            if before.state is EntryState.APPROVED:
                store.set_state(work.db, entry_id, EntryState.TO_REVISE)
        _note(work, entry_id, before.kind, "entry_changed", note)
        work.publish(
            EntryChanged(entry_id=entry_id, kind=before.kind, before=before.content, after=content)
        )
        after = store.entry(work.db, entry_id)
    verb = partial(_restore, before=before, after=after)
    undo = Undo(words=_("the change of «{name}»").format(name=before.name), verb=verb)
    return Change(kinds=work.change.kinds, ids=work.change.ids, undo=undo)


def _restore(vault: Vault, *, before: Entry, after: Entry) -> Change:
    """Put the content back, unless somebody has changed or approved the entry since.

    What was approved, or made, of it is so again.
    """
    entry_id, content = before.id, before.content
    with vault.begin(Deed.KEEP_RECORD) as work:
        now = _begin_on(work, entry_id)
        others = set(changed_fields(after.content, now.content)) - _FOLLOWING
        if others or (now.revision, now.state) != (after.revision, after.state):
            raise RefusedError(_("This has been changed since, so it cannot be undone."))
        require_valid(_problems(work.db, content, entry_id))
        if before.revision == after.revision:  # only what stands beside the content changed
            store.amend(work.db, entry_id, content)
        else:
            store.update(work.db, entry_id, content, who=work.actor.name, at=work.clock.now())
            store.carry_over(work.db, entry_id, before.revision, now.revision + 1)
        store.set_state(work.db, entry_id, before.state)
        _note(work, entry_id, now.kind, "entry_put_back", "")
        work.publish(
            EntryChanged(entry_id=entry_id, kind=now.kind, before=now.content, after=content)
        )
    return work.change


def approve_entry(vault: Vault, entry_id: EntryId, *, note: str = "") -> Change:
    """Approve an entry as it stands. Refused while something that the law asks for is missing."""
    with vault.begin(Deed.APPROVE_RECORD) as work:
        found = store.entry(work.db, entry_id)
        store.refresh(work.db, entry_id, found.content)
        if store.entry(work.db, entry_id).errors:
            raise RefusedError(
                _("«{name}» cannot be approved yet.").format(name=found.name),
                hint=_("Put right what is marked as missing or unlawful first."),
            )
        if found.state is EntryState.RETIRED:
            raise RefusedError(
                _("«{name}» is over.").format(name=found.name), hint=_("Take it into use first.")
            )
        store.set_approved(work.db, entry_id, who=work.actor.name, at=work.clock.now())
        _note(work, entry_id, found.kind, "entry_approved", note)
    return work.change


def ask_for_revision(vault: Vault, entry_id: EntryId, *, reason: str) -> Change:
    """Say that an entry must be looked at again, and why."""
    if not clean_text(reason):
        text = _("Write why it must be looked at again.")
        require_valid([FieldProblem(field="reason", text=text)])
    with vault.begin(Deed.APPROVE_RECORD) as work:
        found = store.entry(work.db, entry_id)
        store.set_state(work.db, entry_id, EntryState.TO_REVISE)
        _note(work, entry_id, found.kind, "entry_to_revise", clean_text(reason))
    return work.change


def retire_entry(vault: Vault, entry_id: EntryId, *, reason: str = "") -> Change:
    """The entry is over: it leaves the lists, and its history is kept."""
    with vault.begin(Deed.APPROVE_RECORD) as work:
        found = store.entry(work.db, entry_id)
        store.set_state(work.db, entry_id, EntryState.RETIRED)
        _note(work, entry_id, found.kind, "entry_retired", clean_text(reason))
    undo = Undo(
        words=_("the ending of «{name}»").format(name=found.name),
        verb=partial(revive_entry, entry_id=entry_id),
    )
    return Change(kinds=work.change.kinds, ids=work.change.ids, undo=undo)


def revive_entry(vault: Vault, entry_id: EntryId) -> Change:
    """Take an entry that was over into use again, to be revised."""
    with vault.begin(Deed.APPROVE_RECORD) as work:
        found = store.entry(work.db, entry_id)
        if found.state is not EntryState.RETIRED:
            raise RefusedError(_("«{name}» is in use.").format(name=found.name))
        store.set_state(work.db, entry_id, EntryState.TO_REVISE)
        _note(work, entry_id, found.kind, "entry_revived", "")
    return work.change


def delete_entry(vault: Vault, entry_id: EntryId) -> Change:
    """Delete an entry for good. Refused while another points to it, or it was once approved."""
    with vault.begin(Deed.KEEP_RECORD) as work:
        found = _begin_on(work, entry_id)
        users = store.users_of(work.db, entry_id)
        if users:
            raise RefusedError(
                _("«{name}» is used by «{others}».").format(
                    name=found.name, others="», «".join(one.name for one in users[:5])
                ),
                hint=_("Choose what shall stand in its place, or take it out there first."),
            )
        if found.approved_at is not None:
            raise RefusedError(
                _("«{name}» has been approved, so its history must be kept.").format(
                    name=found.name
                ),
                hint=_("Mark it as over instead."),
            )
        work.publish(EntryLeaves(entry_id=entry_id, name=found.name, new=None))
        _delete(work, found)
    return work.change


def replace_entry(vault: Vault, old: EntryId, new: EntryId | None) -> Change:
    """Put ``new`` in the place of ``old`` everywhere (None: nothing), and take ``old`` away.

    What was once approved is kept as over, anything else is deleted.
    """
    with vault.begin(Deed.APPROVE_RECORD) as work:
        found = store.entry(work.db, old)
        if new is not None and store.entry(work.db, new).kind is not found.kind:
            raise RefusedError(_("Only something of the same kind can stand in its place."))
        if old == new:
            raise RefusedError(_("Choose another than the one that goes."))
        for user in store.users_of(work.db, old):
            if not is_readable(user):
                raise refusal(user)
            if user.id != new:
                note = _("«{name}» was replaced").format(name=found.name)
                change_entry(vault, user.id, relinked(user.content, old, new), note=note)
            else:
                change_entry(vault, user.id, relinked(user.content, old, None))
        work.publish(EntryLeaves(entry_id=old, name=found.name, new=new))
        if found.approved_at is None:
            _delete(work, found)
        else:
            store.set_state(work.db, old, EntryState.RETIRED)
            _note(work, old, found.kind, "entry_retired", "")
        work.touch(Kind.ENTRY, old)
    return work.change


def _delete(work: Any, found: Entry) -> None:
    store.delete(work.db, found.id)
    work.log(None, "entry_deleted", entry=found.id, kind=found.kind.value)
    work.touch(Kind.ENTRY, found.id)
    work.publish(EntryDeleted(kind=found.kind, before=found.content))


def _begin_on(work: Any, entry_id: EntryId) -> Entry:
    found = store.entry(work.db, entry_id)
    own = found.created_by == work.actor.user_id and found.approved_at is None
    work.require(Deed.KEEP_RECORD, assigned=own)
    return found


def _note(work: Any, entry_id: EntryId, kind: EntryKind, code: str, note: str) -> None:
    store.add_version(
        work.db, entry_id, code=code, note=note, who=work.actor.name, at=work.clock.now()
    )
    work.log(None, code, entry=entry_id, kind=kind.value)
    work.touch(Kind.ENTRY, entry_id)


def _problems(db: Any, content: Any, own: EntryId | None) -> list[FieldProblem]:
    found = _name_problems(db, content, own) + _lost_links(db, content)
    return found or _circles(db, content, own)


def _lost_links(db: Any, content: Any) -> list[FieldProblem]:
    """What was chosen may be gone by the time it is saved: a draft that lay, a change undone."""
    return [
        FieldProblem(field=part, text=_("What was chosen here is gone. Choose again."))
        for part, to_id in linked_ids(content)
        if store.kind_of(db, to_id) is not content.LINKS[part]
    ]


def _name_problems(db: Any, content: Any, own: EntryId | None) -> list[FieldProblem]:
    name = clean_line(content.title)
    if not name:
        return [FieldProblem(field="name", text=_("Give it a name."))]
    if len(name) > 200:
        return [FieldProblem(field="name", text=_("Give it a shorter name."))]
    other = store.named(db, content.KIND, name)
    if other is not None and other != own:
        text = _("There is one of this name already. Give it a name that tells them apart.")
        return [FieldProblem(field="name", text=text)]
    return []


def _circles(db: Any, content: Any, own: EntryId | None) -> list[FieldProblem]:
    """Within one kind no chain may lead back: a unit under itself, a processor under itself."""
    return [
        FieldProblem(field=part, text=_("This would lead back to itself. Choose another."))
        for part, to_id in linked_ids(content)
        if own is not None and content.LINKS[part] is content.KIND and store.reaches(db, to_id, own)
    ]
