"""People go on: to another group, to the next school year, or away."""

from PySide6.QtWidgets import QWidget

from gdpr_desktop.consents.groups import lists, store
from gdpr_desktop.consents.groups.rules import next_year
from gdpr_desktop.consents.groups.service import groups, members
from gdpr_desktop.consents.groups.service.base import readable
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.ids import GroupId, MemberId
from gdpr_desktop.core.text import _, ngettext
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.deed_dialog import DeedDialog
from gdpr_desktop.ui.fields.choice import Choice
from gdpr_desktop.ui.fields.picks import PicksField
from gdpr_desktop.ui.fields.text import LineField
from gdpr_desktop.vault import Vault

_NAMED = 6  # in the sentence at the top


class MoveDialog(DeedDialog):
    """Those who were chosen, to another group."""

    feature = "consents"

    def __init__(
        self,
        vault: Vault,
        parent: QWidget | None,
        group_id: GroupId,
        chosen: tuple[MemberId, ...],
    ) -> None:
        intro = _("{names}: what they have answered goes with them.")
        title = _("Move to another group")
        intro = intro.format(names=_names(vault, chosen))
        super().__init__(vault, parent, title, _("&Move"), intro=intro)
        self.chosen = chosen
        self.group = Choice(lists.choices(vault, but=group_id), empty=_("Choose a group"))
        forms.add_row(self.form, _("&To the group"), self.group, required=True, name="group")

    def do(self) -> Change:
        return members.move_members(self.vault, self.chosen, self.group.value() or GroupId(0))


class LeftDialog(DeedDialog):
    """Those who were chosen have left the group."""

    feature = "consents"

    def __init__(
        self,
        vault: Vault,
        parent: QWidget | None,
        _group_id: GroupId,
        chosen: tuple[MemberId, ...],
    ) -> None:
        intro = _("{names}: what was answered is kept until it ends or is withdrawn.")
        intro = intro.format(names=_names(vault, chosen))
        super().__init__(vault, parent, _("Has left the group"), _("&Has left"), intro=intro)
        self.chosen = chosen
        self.left_on = self.day_row(_("&Left on"), "left_on", self.today)

    def do(self) -> Change:
        day = self.left_on.date()
        assert day is not None, "the field is required"
        return members.members_left(self.vault, self.chosen, day)


class MoveUpDialog(DeedDialog):
    """The whole class to the next school year, but for those who go away."""

    feature = "consents"

    def __init__(self, vault: Vault, parent: QWidget | None, group_id: GroupId) -> None:
        found = readable(vault, group_id)
        intro = _(
            "The group stays the same list of people, with a new name and school year. Consents"
            " that held for the school year have ended, and the forms go out anew."
        )
        title = _("Move «{name}» up a year").format(name=found.name)
        super().__init__(vault, parent, title, _("&Move up"), intro=intro)
        self.group_id = group_id
        self.name, self.year = LineField(), LineField(max_length=9)
        self.name.setObjectName("name")
        self.year.setObjectName("year")
        self.name.set_text(_next_name(found.name))
        self.year.set_text(next_year(found.year, self.today))
        forms.add_pair(
            self.form,
            forms.FieldRow(_("New &name"), self.name, required=True),
            forms.FieldRow(_("School &year"), self.year, required=True),
            stretch=(2, 1),
        )
        people = store.members(vault.db, group_id)
        self.leaving = PicksField(
            ((one.id, one.name) for one in people), empty=_("Everybody comes along")
        )
        help_ = _("They are noted as having left. What they have answered is kept.")
        forms.add_row(self.form, _("&Who does not come along"), self.leaving, help_, name="leaving")
        self.left_on = self.day_row(_("They &left on"), "left_on", self.today)

    def do(self) -> Change:
        day = self.left_on.date()
        assert day is not None, "the field is required"
        return groups.move_up(
            self.vault,
            self.group_id,
            name=self.name.text(),
            year=self.year.text(),
            leaving=self.leaving.value(),
            on=day,
        )


def _next_name(name: str) -> str:
    """«1A» becomes «2A»; what does not begin with a year of school stays."""
    digits = name[: len(name) - len(name.lstrip("0123456789"))]
    last = 13  # years of school
    return f"{int(digits) + 1}{name[len(digits) :]}" if digits and int(digits) < last else name


def _names(vault: Vault, chosen: tuple[MemberId, ...]) -> str:
    names = [store.member(vault.db, one).name for one in chosen[:_NAMED]]
    more = len(chosen) - len(names)
    if more > 0:
        names.append(ngettext("{count} more", "{count} more", more).format(count=more))
    return ", ".join(names)
