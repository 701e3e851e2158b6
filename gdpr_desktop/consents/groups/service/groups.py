"""A group: made, changed, moved up to the next school year, ended."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from gdpr_desktop.consents.groups import store
from gdpr_desktop.consents.groups.model import Group
from gdpr_desktop.consents.groups.rules import group_problems, tidy_group
from gdpr_desktop.consents.groups.service.base import DEED, Rows, begin_on_group, finish
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import FieldProblem, RefusedError, require_valid
from gdpr_desktop.core.ids import GroupId, MemberId
from gdpr_desktop.core.text import _

if TYPE_CHECKING:
    from gdpr_desktop.vault import Vault


def add_group(vault: "Vault", group: Group) -> Change:
    """Make a group; ``Change.id`` is its id. Raises ``InvalidInputError``."""
    with vault.begin(DEED) as work:
        made = insert(work, group)
        words = _("the new group «{name}»").format(name=made.name)
        return finish(
            work, "consent_group_added", before=Rows(), after=Rows(groups=(made,)), words=words
        )


def insert(work: Any, group: Group) -> Group:
    """Keep a new group, inside a unit of work. Raises ``InvalidInputError``."""
    made = tidy_group(group)
    require_valid(group_problems(made, store.groups(work.db, work.actor)))
    return replace(made, id=store.insert_group(work.db, made, work.actor, work.clock.now()))


def change_group(vault: "Vault", group: Group) -> Change:
    """Another name, unit, year or note. Raises ``InvalidInputError``."""
    assert group.id is not None
    with vault.begin(DEED) as work:
        before = begin_on_group(work, group.id)
        after = tidy_group(replace(group, ended_on=before.ended_on))
        return _write(
            work,
            "consent_group_changed",
            (before, after),
            _("the change of the group «{name}»").format(name=before.name),
        )


def move_up(
    vault: "Vault",
    group_id: GroupId,
    *,
    name: str,
    year: str,
    leaving: Iterable[MemberId] = (),
    on: date,
) -> Change:
    """The whole class goes on to the next school year, but for those who leave it."""
    gone = set(leaving)
    with vault.begin(DEED) as work:
        before = begin_on_group(work, group_id)
        after = tidy_group(replace(before, name=name, year=year))
        if after.year and after.year == before.year:
            text = _("The group is in this school year already.")
            require_valid([FieldProblem(field="year", text=text)])
        members = tuple(one for one in store.members(work.db, group_id) if one.id in gone)
        left = tuple(replace(one, left_on=on) for one in members)
        require_valid(group_problems(after, store.groups(work.db, work.actor)))
        store.update_group(work.db, after)
        for one in left:
            store.update_member(work.db, one)
        return finish(
            work,
            "consent_group_moved_up",
            before=Rows(groups=(before,), members=members),
            after=Rows(groups=(after,), members=left),
            words=_("moving «{name}» up").format(name=before.name),
            count=len(left),
        )


def end_group(vault: "Vault", group_id: GroupId, on: date) -> Change:
    """The group is over. It is kept, with its members, for the proof of what they said."""
    with vault.begin(DEED) as work:
        before = begin_on_group(work, group_id)
        if on > work.clock.today():
            text = _("Give a day that has come.")
            require_valid([FieldProblem(field="ended_on", text=text)])
        return _write(
            work,
            "consent_group_ended",
            (before, replace(before, ended_on=on)),
            _("the ending of «{name}»").format(name=before.name),
        )


def revive_group(vault: "Vault", group_id: GroupId) -> Change:
    """Take a group that had ended into use again."""
    with vault.begin(DEED) as work:
        before = begin_on_group(work, group_id, ended=True)
        if before.ended_on is None:
            raise RefusedError(_("«{name}» is in use.").format(name=before.name))
        return _write(
            work,
            "consent_group_revived",
            (before, replace(before, ended_on=None)),
            _("taking «{name}» into use").format(name=before.name),
        )


def _write(work: Any, code: str, groups: tuple[Group, Group], words: str) -> Change:
    before, after = groups
    if after.ended_on is None:
        require_valid(group_problems(after, store.groups(work.db, work.actor)))
    store.update_group(work.db, after)
    return finish(
        work, code, before=Rows(groups=(before,)), after=Rows(groups=(after,)), words=words
    )
