"""A school's list into a group: all of it at once, and taken back at once."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from gdpr_desktop.consents.groups import store
from gdpr_desktop.consents.groups.importing.judge import Coming, Fate
from gdpr_desktop.consents.groups.model import Group, Member
from gdpr_desktop.consents.groups.service.base import DEED, Rows, begin_on_group, finish
from gdpr_desktop.consents.groups.service.groups import insert
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import RefusedError
from gdpr_desktop.core.ids import GroupId
from gdpr_desktop.core.text import _, ngettext
from gdpr_desktop.tables.preview import Line, Watch

if TYPE_CHECKING:
    from gdpr_desktop.vault import Vault


def take_in(
    vault: "Vault", target: Group, lines: Sequence[Line], left_on: date, watch: Watch
) -> Change:
    """Keep the lines in ``target``: a group in the register, or a new one (its id is None).

    The group must be as it was when the lines were judged. Raises ``InvalidInputError``,
    ``RefusedError``, ``StoppedError``: nothing is kept then.
    """
    coming = [one.value for one in lines if isinstance(one.value, Coming)]
    watch.total, watch.done = len(coming), 0
    with vault.begin(DEED) as work:
        made = insert(work, target) if target.id is None else begin_on_group(work, target.id)
        assert made.id is not None
        _require_unchanged(work, coming)
        before = [one.before for one in coming if one.before and one.fate is not Fate.SAME]
        after = [_write(work, made.id, one, left_on, watch) for one in coming]
        new = (made,) if target.id is None else ()
        count = sum(one.fate is not Fate.SAME for one in coming)
        text = ngettext("the list with {count} person", "the list with {count} people", count)
        return finish(
            work,
            "consent_group_imported",
            before=Rows(members=tuple(before)),
            after=Rows(groups=new, members=tuple(one for one in after if one is not None)),
            words=text.format(count=count),
            group_id=made.id,
            count=count,
        )


def _require_unchanged(work: Any, coming: Iterable[Coming]) -> None:
    for one in coming:
        number = one.before.id if one.before is not None else None
        if number is not None and store.member(work.db, number) != one.before:
            raise RefusedError(
                _("The group has been changed meanwhile."),
                hint=_("Go back to the columns, and look at the rows anew."),
            )


def _write(work: Any, group_id: GroupId, one: Coming, left_on: date, watch: Watch) -> Member | None:
    watch.step()
    if one.fate is Fate.SAME:
        return None
    if one.fate is Fate.NEW:
        made = replace(one.member, group_id=group_id)
        return replace(made, id=store.insert_member(work.db, made))
    after = replace(one.member, left_on=left_on) if one.fate is Fate.GONE else one.member
    store.update_member(work.db, after)
    return after
