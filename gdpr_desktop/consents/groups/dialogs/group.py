"""A group: new, changed, ended."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from gdpr_desktop.consents.groups import store
from gdpr_desktop.consents.groups.model import Group
from gdpr_desktop.consents.groups.rules import school_year
from gdpr_desktop.consents.groups.service import groups
from gdpr_desktop.consents.groups.service.base import readable
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.ids import GroupId
from gdpr_desktop.core.text import _
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.deed_dialog import DeedDialog
from gdpr_desktop.ui.fields.suggestions import suggest
from gdpr_desktop.ui.fields.text import LineField, TextArea
from gdpr_desktop.vault import Vault


class GroupDialog(DeedDialog):
    """Name, unit, school year. With ``group_id`` the group is changed."""

    feature = "consents"

    def __init__(
        self, vault: Vault, parent: QWidget | None = None, group_id: GroupId | None = None
    ) -> None:
        found = readable(vault, group_id) if group_id is not None else None
        title = _("New group") if found is None else _("Change the group")
        deed = _("&Make the group") if found is None else _("&Save")
        super().__init__(vault, parent, title, deed)
        self.group = found
        self.name = LineField()
        help_ = _("What the class or the ward is called: «2B», «Reveungane».")
        forms.add_row(self.form, _("&Name"), self.name, help_, required=True, name="name")
        self.unit = LineField()
        suggest(self.unit.line, _units(vault))
        self.year = LineField(max_length=9)
        self.unit.setObjectName("unit")
        self.year.setObjectName("year")
        forms.add_pair(
            self.form,
            forms.FieldRow(_("&Unit"), self.unit, _("School, kindergarten or department.")),
            forms.FieldRow(_("School &year"), self.year, _("Empty where there is none.")),
            stretch=(2, 1),
        )
        self.note = TextArea(lines=2, max_length=2_000)
        forms.add_row(self.form, _("N&ote"), self.note, name="note")
        self._fill(found or Group(name="", year=school_year(self.today)))
        self.keep_draft_of(f"groups.group.{group_id or 0}", None)

    def _fill(self, group: Group) -> None:
        self.name.set_text(group.name)
        self.unit.set_text(group.unit)
        self.year.set_text(group.year)
        self.note.set_text(group.note)

    def draft_about(self) -> str:
        return self.group.name if self.group is not None else ""

    def do(self) -> Change:
        group = replace(
            self.group or Group(name=""),
            name=self.name.text(),
            unit=self.unit.text(),
            year=self.year.text(),
            note=self.note.text(),
        )
        if group.id is None:
            return groups.add_group(self.vault, group)
        return groups.change_group(self.vault, group)


class EndDialog(DeedDialog):
    """The day a group ended."""

    feature = "consents"

    def __init__(self, vault: Vault, parent: QWidget | None, group_id: GroupId) -> None:
        found = readable(vault, group_id)
        intro = _(
            "It leaves the lists. It is kept, so that what was answered can be proved, and can be"
            " taken into use again. What people have answered holds as long as it says itself."
        )
        title = _("End «{name}»").format(name=found.name)
        super().__init__(vault, parent, title, _("&End the group"), intro=intro)
        self.group_id = group_id
        self.ended_on = self.day_row(_("E&nded on"), "ended_on", self.today)

    def do(self) -> Change:
        day = self.ended_on.date()
        assert day is not None, "the field is required"
        return groups.end_group(self.vault, self.group_id, day)


def _units(vault: Vault) -> tuple[str, ...]:
    """The units that groups have now."""
    found = store.groups(vault.db, vault.actor, ended=True)
    return tuple(sorted({one.unit for one in found if one.unit}))
