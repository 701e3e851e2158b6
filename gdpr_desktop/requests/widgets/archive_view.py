"""The archive leader is asked: who, when, and what they said."""

from PySide6.QtWidgets import QFormLayout

from gdpr_desktop.core.text import _
from gdpr_desktop.requests.rights.rectification import ArchiveView
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.deed_dialog import DeedDialog
from gdpr_desktop.ui.fields.text import LineField, TextArea
from gdpr_desktop.ui.labels import label


class ArchiveFields:
    """Three fields in the form of ``dialog``."""

    def __init__(self, dialog: DeedDialog, form: QFormLayout) -> None:
        form.addRow(label(_("The archive leader"), "label"))
        form.addRow(
            label(_("Asked before anything is changed, so that no duty to keep is broken."), "help")
        )
        self.name = LineField()
        self.name.setObjectName("archive_name")
        self.asked_on = dialog.day_field(None, required=False)
        self.asked_on.setObjectName("archive_on")
        forms.add_pair(
            form,
            forms.FieldRow(_("Who was as&ked"), self.name),
            forms.FieldRow(_("Ask&ed on"), self.asked_on),
        )
        self.said = TextArea(max_length=5000, lines=2)
        forms.add_row(form, _("What the&y said"), self.said, name="archive_said")

    def show(self, view: ArchiveView) -> None:
        """Fill the fields."""
        self.name.set_text(view.name)
        self.asked_on.set_date(view.asked_on)
        self.said.set_text(view.said)

    def value(self) -> ArchiveView:
        """What is typed."""
        return ArchiveView(
            name=self.name.text(), asked_on=self.asked_on.date(), said=self.said.text().strip()
        )
