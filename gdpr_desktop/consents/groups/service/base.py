"""What every deed on a group begins with, and how it is taken back."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any

from gdpr_desktop.consents.given import store as consents
from gdpr_desktop.consents.groups import store
from gdpr_desktop.consents.groups.model import Group, Member
from gdpr_desktop.core.actor import Actor
from gdpr_desktop.core.change import Change, Kind, Undo
from gdpr_desktop.core.errors import RefusedError
from gdpr_desktop.core.ids import GroupId
from gdpr_desktop.core.roles import Deed, Scope, scope
from gdpr_desktop.core.text import _

if TYPE_CHECKING:
    from gdpr_desktop.vault import Vault

DEED = Deed.REGISTER_CASE
_AT_ONCE = 500  # members asked about in one query


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """Groups and members as they stood before a deed, or after it."""

    groups: tuple[Group, ...] = ()
    members: tuple[Member, ...] = ()


def may_change(vault: "Vault") -> bool:
    """Are the buttons for the one at the desk?"""
    return scope(vault.actor.role, DEED) is not None


def own(db: Any, group_id: GroupId, actor: Actor) -> bool:
    """May the actor see the group: one that they made, where their role reaches no further?"""
    reach = scope(actor.role, Deed.READ_CASE)
    if reach is Scope.ASSIGNED:
        return store.created_by(db, group_id) == actor.user_id
    return reach is Scope.ANY


def readable(vault: "Vault", group_id: GroupId) -> Group:
    """The group, for who may see it. Raises ``RefusedError``."""
    return _required(vault.db, group_id, vault.actor)


def begin_on_group(work: Any, group_id: GroupId, *, ended: bool = False) -> Group:
    """The group, once the actor may change it; one that has ended only with ``ended``."""
    found = _required(work.db, group_id, work.actor)
    if found.ended_on is not None and not ended:
        raise RefusedError(_("The group has ended."), hint=_("Take it into use again first."))
    return found


def _required(db: Any, group_id: GroupId, actor: Actor) -> Group:
    found = store.group(db, group_id)
    if not own(db, group_id, actor):
        raise RefusedError(
            _("This group is not yours to see."),
            hint=_("Ask the data protection officer for the list."),
        )
    return found


def finish(
    work: Any,
    code: str,
    *,
    before: Rows,
    after: Rows,
    words: str,
    group_id: GroupId | None = None,
    **detail: object,
) -> Change:
    """Write it in the journal, and give what changed with the way back.

    ``group_id`` where the rows may be none.
    """
    if group_id is not None:
        work.touch(Kind.GROUP, group_id)
    touched = _touched(work, before, after)
    work.log(None, code, group=group_id or touched[0], **detail)
    undo = Undo(words=words, verb=partial(_restore, before=before, after=after, code=code))
    change: Change = work.change
    return replace(change, undo=undo)


def _restore(vault: "Vault", *, before: Rows, after: Rows, code: str) -> Change:
    """Put everything back, unless somebody has changed any of it since."""
    with vault.begin(DEED) as work:
        for group in after.groups:
            assert group.id is not None
            if _bare(_required(work.db, group.id, work.actor)) != _bare(group):
                raise _changed_since()
        for member in after.members:
            assert member.id is not None
            if store.member(work.db, member.id) != member:
                raise _changed_since()
        _put_members(work, before, after)
        _put_groups(work, before, after)
        touched = _touched(work, before, after)
        if touched:
            work.log(None, "consent_group_put_back", group=touched[0], of=code)
    return work.change


def _touched(work: Any, before: Rows, after: Rows) -> tuple[GroupId, ...]:
    ids = [one.id for one in after.groups]
    ids += [one.group_id for one in (*before.members, *after.members)]
    found = tuple(dict.fromkeys(one for one in ids if one is not None))
    for group_id in found:
        work.touch(Kind.GROUP, group_id)
    return found


def _put_members(work: Any, before: Rows, after: Rows) -> None:
    known = {one.id for one in before.members}
    new = [one.id for one in after.members if one.id is not None and one.id not in known]
    for start in range(0, len(new), _AT_ONCE):
        if consents.of_members(work.db, new[start : start + _AT_ONCE]):
            raise RefusedError(
                _("There are consents of people in the list, so it cannot be undone."),
                hint=_("Note that they have left instead."),
            )
    for member_id in new:
        store.delete_member(work.db, member_id)
    for member in before.members:
        store.update_member(work.db, member)


def _put_groups(work: Any, before: Rows, after: Rows) -> None:
    known = {one.id for one in before.groups}
    for group in after.groups:
        assert group.id is not None
        if group.id not in known:
            if store.members(work.db, group.id, left=True):
                raise _changed_since()
            store.delete_group(work.db, group.id)
    for group in before.groups:
        store.update_group(work.db, group)


def _changed_since() -> RefusedError:
    return RefusedError(_("This has been changed since, so it cannot be undone."))


def _bare(group: Group) -> Group:
    return replace(group, members=0)


def with_members(members: Iterable[Member]) -> Rows:
    """Rows of members alone."""
    return Rows(members=tuple(members))
