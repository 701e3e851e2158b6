"""The form of a unit."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QWidget

from gdpr_desktop.core.bilingual import Bilingual
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import _
from gdpr_desktop.register.entries import store
from gdpr_desktop.register.entries.dialogs.base import EntryDialog
from gdpr_desktop.register.entries.model import Entry, EntryKind
from gdpr_desktop.register.units.model import Unit
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields.choice import Choice
from gdpr_desktop.ui.fields.text import LineField
from gdpr_desktop.vault import Vault


class UnitDialog(EntryDialog):
    """A new unit, or one that is changed."""

    kind = EntryKind.UNIT
    topic = "activity.owner"

    def __init__(
        self,
        vault: Vault,
        entry: Entry | None = None,
        parent: QWidget | None = None,
        part: str = "",
    ) -> None:
        title = _("Change the unit") if entry else _("New unit")
        super().__init__(vault, entry, parent, title, _("Save"), width=620)
        self.add_language_switch()
        self.name, self.responsible = self.bilingual(), self.bilingual()
        self.field_of_work, self.contact = self.bilingual(), LineField()
        own = entry.id if entry else None
        units = [pair for pair in store.names(vault.db, EntryKind.UNIT) if pair[0] != own]
        self.parent_id = Choice(units, empty=_("None: directly under the chief executive"))
        forms.add_row(self.form, _("&Name"), self.name, required=True, name="name")
        forms.add_row(self.form, _("&Under"), self.parent_id, name="parent_id")
        help_ = _("The role that answers for the data, not a person's name.")
        forms.add_row(
            self.form, _("&Responsible role"), self.responsible, help_, name="responsible"
        )
        forms.add_row(self.form, _("&Field of work"), self.field_of_work, name="field_of_work")
        forms.add_row(self.form, _("&Contact"), self.contact, name="contact")
        self.show_content(entry.content if entry else Unit(name=Bilingual()))

    def show_content(self, unit: Unit) -> None:
        """Fill the fields."""
        self.before = unit
        self.name.set_value(unit.name)
        self.responsible.set_value(unit.responsible)
        self.field_of_work.set_value(unit.field_of_work)
        self.contact.set_text(unit.contact)
        self.parent_id.set_value(unit.parent_id)

    def content(self) -> Unit:
        return replace(
            self.before,
            name=self.name.value(),
            responsible=self.responsible.value(),
            field_of_work=self.field_of_work.value(),
            contact=self.contact.text(),
            parent_id=self.parent_id.value(),
        )


def open_list(parent: QWidget, vault: Vault, _key: str, done: Callable[[Change], None]) -> None:
    """Show and export who answers for what."""
    from gdpr_desktop.correspondence.dialogs.document import DocumentDialog
    from gdpr_desktop.register.units import responsibility

    dialog = DocumentDialog(
        vault,
        _("Who answers for what"),
        partial(responsibility.responsibility_list, vault),
        record=partial(responsibility.record, vault),
        suggested=partial(list_name, vault),
        parent=parent,
    )
    dialog.accepted_value.connect(done)
    dialog.open()


def list_name(vault: Vault, language: Language) -> str:
    """The file's name."""
    from gdpr_desktop.letters.file_names import document_name

    title = _("Who answers for what", language=language)
    return document_name(vault.municipality().name, title, vault.clock.today())
