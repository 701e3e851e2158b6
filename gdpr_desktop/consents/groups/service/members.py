"""A member: put in, changed, moved to another group, has left."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from gdpr_desktop.consents.groups import store
from gdpr_desktop.consents.groups.model import Member
from gdpr_desktop.consents.groups.rules import (
    almost,
    almost_words,
    member_problems,
    same_as,
    tidy_member,
    twice_words,
)
from gdpr_desktop.consents.groups.service.base import (
    DEED,
    Rows,
    begin_on_group,
    finish,
    with_members,
)
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import FieldProblem, InvalidInputError, RefusedError, require_valid
from gdpr_desktop.core.ids import GroupId, MemberId
from gdpr_desktop.core.text import _, ngettext

if TYPE_CHECKING:
    from gdpr_desktop.vault import Vault


class AlmostTwiceError(InvalidInputError):
    """It may be somebody who is there already: kept all the same with ``anyway=True``."""


def add_member(vault: "Vault", member: Member, *, anyway: bool = False) -> Change:
    """Put somebody into a group. Raises ``InvalidInputError``: the same child twice, for one.

    Raises ``AlmostTwiceError`` unless ``anyway``.
    """
    assert member.group_id is not None
    with vault.begin(DEED) as work:
        begin_on_group(work, member.group_id)
        made = tidy_member(replace(member, id=None, left_on=None))
        others = store.members(work.db, member.group_id)
        require_valid(member_problems(made, others, work.clock.today()))
        _ask_of_slip(made, others, anyway=anyway)
        made = replace(made, id=store.insert_member(work.db, made))
        return finish(
            work,
            "consent_member_added",
            before=Rows(),
            after=with_members([made]),
            words=_("putting {name} into the group").format(name=made.name),
            member=made.id,
        )


def _ask_of_slip(member: Member, others: Iterable[Member], *, anyway: bool) -> None:
    same = None if anyway else almost(member, others)
    if same is not None:
        text = _("{doubt} If they are two, save once more.").format(doubt=almost_words(same))
        raise AlmostTwiceError([FieldProblem(field="birth_date", text=text)])


def change_member(vault: "Vault", member: Member, *, anyway: bool = False) -> Change:
    """Write a member anew. Consents that were given before stay as they were given.

    Raises ``AlmostTwiceError`` unless ``anyway``, where the name or birth date is another.
    """
    with vault.begin(DEED) as work:
        (before,) = _found(work, [member.id])
        after = tidy_member(replace(member, group_id=before.group_id, left_on=before.left_on))
        assert before.group_id is not None
        others = store.members(work.db, before.group_id)
        require_valid(member_problems(after, others, work.clock.today()))
        same = (after.name, after.birth_date) == (before.name, before.birth_date)
        _ask_of_slip(after, others, anyway=anyway or same)
        store.update_member(work.db, after)
        return finish(
            work,
            "consent_member_changed",
            before=with_members([before]),
            after=with_members([after]),
            words=_("the change of {name}").format(name=before.name),
            member=before.id,
        )


def move_members(vault: "Vault", members: Iterable[MemberId], group_id: GroupId) -> Change:
    """Move people to another group. What they have answered goes with them."""
    with vault.begin(DEED) as work:
        before = _found(work, members)
        target = begin_on_group(work, group_id)
        if any(one.group_id == group_id for one in before):
            require_valid([FieldProblem(field="group", text=_("Choose another group."))])
        there = store.members(work.db, group_id)
        for one in before:
            if same := same_as(replace(one, id=None), there):
                require_valid([FieldProblem(field="group", text=twice_words(same))])
        after = tuple(replace(one, group_id=group_id, left_on=None) for one in before)
        for one in after:
            store.update_member(work.db, one)
        text = ngettext(
            "moving {count} person to «{group}»", "moving {count} people to «{group}»", len(after)
        )
        return finish(
            work,
            "consent_member_moved",
            before=with_members(before),
            after=with_members(after),
            words=text.format(count=len(after), group=target.name),
            count=len(after),
        )


def members_left(vault: "Vault", members: Iterable[MemberId], on: date) -> Change:
    """Note that people have left the group. What they have answered is kept."""
    with vault.begin(DEED) as work:
        before = _found(work, members)
        if on > work.clock.today():
            text = _("Give a day that has come.")
            require_valid([FieldProblem(field="left_on", text=text)])
        after = tuple(replace(one, left_on=on) for one in before)
        for one in after:
            store.update_member(work.db, one)
        text = ngettext("that {count} person has left", "that {count} people have left", len(after))
        return finish(
            work,
            "consent_member_left",
            before=with_members(before),
            after=with_members(after),
            words=text.format(count=len(after)),
            count=len(after),
        )


def _found(work: Any, members: Iterable[MemberId | None]) -> tuple[Member, ...]:
    """The members, in groups that the actor may change. Raises ``RefusedError`` for none."""
    found = tuple(store.member(work.db, one) for one in members if one is not None)
    for group_id in dict.fromkeys(one.group_id for one in found):
        assert group_id is not None
        begin_on_group(work, group_id)
    if not found:
        raise RefusedError(_("Choose somebody in the list first."))
    if gone := next((one for one in found if one.left_on is not None), None):
        raise RefusedError(_("{name} has left the group.").format(name=gone.name))
    return found
