"""The form of a routine disclosure."""

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QCheckBox, QWidget

from gdpr_desktop.core.bilingual import Bilingual
from gdpr_desktop.core.text import _
from gdpr_desktop.register.activities.parts import Law
from gdpr_desktop.register.disclosures.model import RoutineDisclosure
from gdpr_desktop.register.disclosures.starting_points import begun_from, starting_points
from gdpr_desktop.register.entries import store
from gdpr_desktop.register.entries.dialogs.base import EntryDialog
from gdpr_desktop.register.entries.model import Entry, EntryKind
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields.choice import Choice
from gdpr_desktop.ui.fields.picks import PicksField
from gdpr_desktop.ui.fields.rows import RowsColumn, RowsField
from gdpr_desktop.ui.fields.text import LineField, TextArea
from gdpr_desktop.vault import Vault


class RoutineDisclosureDialog(EntryDialog):
    """A new disclosure, perhaps begun from a starting point, or one that is changed."""

    kind = EntryKind.ROUTINE_DISCLOSURE
    topic = "disclosure.basis"

    def __init__(
        self,
        vault: Vault,
        entry: Entry | None = None,
        parent: QWidget | None = None,
        part: str = "",
    ) -> None:
        title = _("Change the routine disclosure") if entry else _("New routine disclosure")
        super().__init__(vault, entry, parent, title, _("Save"))
        content = entry.content if entry else RoutineDisclosure(name=Bilingual())
        if entry is None:
            self._add_starting_points()
        self.add_language_switch()
        self._build_about()
        self._build_law()
        self._build_how(content)
        self.show_content(content)
        start: dict[str, QWidget] = {"law": self.basis, "how": self.how}
        if part in start:
            start[part].setFocus()

    def _add_starting_points(self) -> None:
        points = [(one.from_library, one.name.in_(self.language)) for one in starting_points()]
        self.start = Choice(points, empty=_("A blank form"))
        self.start.value_changed.connect(self._on_start_chosen)
        help_ = _("A starting point must be checked: laws change, and municipalities differ.")
        forms.add_row(self.form, _("Begin &from"), self.start, help_, name="start")

    def _build_about(self) -> None:
        self.name, self.recipient, self.responsible = self.bilingual(), LineField(), LineField()
        self.recipient_purpose, self.data = self.bilingual(), self.bilingual(lines=2)
        self.activities = PicksField(store.names(self.vault.db, EntryKind.ACTIVITY))
        forms.add_row(self.form, _("&Name"), self.name, required=True, name="name")
        help_ = _("Who answers for the data afterwards. A processor is no recipient.")
        forms.add_row(self.form, _("Re&cipient"), self.recipient, help_, name="recipient")
        forms.add_row(
            self.form,
            _("&Used for by the recipient"),
            self.recipient_purpose,
            name="recipient_purpose",
        )
        forms.add_row(self.form, _("&Data"), self.data, name="data")
        forms.add_row(self.form, _("&Activities"), self.activities, name="activities")
        help_ = _("The role that answers for the disclosure, not a person's name.")
        forms.add_row(
            self.form, _("&Responsible role"), self.responsible, help_, name="responsible"
        )

    def _build_law(self) -> None:
        self.basis = RowsField(
            (
                RowsColumn(header=_("Act in nynorsk"), width=20, stretch=2),
                RowsColumn(header=_("Act in bokmål"), width=20, stretch=2),
                RowsColumn(header=_("Section"), width=10),
            )
        )
        self.confidential = QCheckBox(_("The data are &confidential"))
        self.lifted_act, self.lifted_section = self.bilingual(), LineField(max_length=60)
        self.released = QCheckBox(_("The person has released us from &it"))
        forms.add_row(self.form, _("La&w that it rests on"), self.basis, name="basis")
        forms.add_row(self.form, "", self.confidential, name="confidential")
        self.lifted_act.setObjectName("lifted_by")
        self.lifted_section.setObjectName("lifted_section")
        self.lifted_row = forms.FieldRow(_("Act that &lifts confidentiality"), self.lifted_act)
        section_row = forms.FieldRow(_("&Section"), self.lifted_section)
        forms.add_pair(self.form, self.lifted_row, section_row, stretch=(2, 1))
        forms.add_row(self.form, "", self.released, name="released")
        self.confidential.toggled.connect(self._on_confidential_toggled)

    def _build_how(self, content: RoutineDisclosure) -> None:
        self.how, self.often, self.archive_number = LineField(), LineField(), LineField()
        self.note, self.checked = TextArea(lines=3), QCheckBox(_("The starting point is c&hecked"))
        help_ = _("The channel, and how the data are kept from others on the way.")
        forms.add_row(self.form, _("How it is s&ent"), self.how, help_, name="how")
        forms.add_row(self.form, _("How &often"), self.often, name="often")
        self.starts = self.day_row(_("Fro&m"), "starts", content.starts, required=False)
        self.ends = self.day_row(_("Unti&l"), "ends", content.ends, required=False)
        self.review_on = self.day_row(
            _("&Go through again"), "review_on", content.review_on, required=False
        )
        forms.add_row(
            self.form, _("Archi&ve case number"), self.archive_number, name="archive_number"
        )
        forms.add_row(self.form, _("No&te"), self.note, name="note")
        forms.add_row(self.form, "", self.checked, name="library_checked")

    def show_content(self, content: RoutineDisclosure) -> None:
        """Fill the fields."""
        self.before = content
        self.name.set_value(content.name)
        self.recipient.set_text(content.recipient)
        self.recipient_purpose.set_value(content.recipient_purpose)
        self.data.set_value(content.data)
        self.activities.set_value(content.activities)
        self.responsible.set_text(content.responsible)
        self.basis.set_rows((law.act.nn, law.act.nb, law.section) for law in content.basis)
        self.confidential.setChecked(content.confidential)
        self.lifted_act.set_value(content.lifted_by.act)
        self.lifted_section.set_text(content.lifted_by.section)
        self.released.setChecked(content.released)
        self.how.set_text(content.how)
        self.often.set_text(content.often)
        self.archive_number.set_text(content.archive_number)
        self.note.set_text(content.note)
        self.checked.setChecked(content.library_checked)
        self.checked.setVisible(bool(content.from_library))
        self._on_confidential_toggled(content.confidential)

    def content(self) -> RoutineDisclosure:
        return replace(
            self.before,
            name=self.name.value(),
            recipient=self.recipient.text(),
            recipient_purpose=self.recipient_purpose.value(),
            activities=self.activities.value(),
            data=self.data.value(),
            basis=tuple(
                Law(act=Bilingual(nn=nn, nb=nb), section=section)
                for nn, nb, section in self.basis.rows()
            ),
            confidential=self.confidential.isChecked(),
            lifted_by=Law(act=self.lifted_act.value(), section=self.lifted_section.text()),
            released=self.released.isChecked(),
            how=self.how.text(),
            often=self.often.text(),
            responsible=self.responsible.text(),
            starts=self.starts.date(),
            ends=self.ends.date(),
            review_on=self.review_on.date(),
            archive_number=self.archive_number.text(),
            note=self.note.text(),
            library_checked=self.checked.isChecked(),
        )

    def _on_start_chosen(self, chosen: str | None) -> None:
        points = {one.from_library: one for one in starting_points()}
        blank = RoutineDisclosure(name=Bilingual())
        self.show_content(begun_from(points[chosen], self.language) if chosen else blank)

    def _on_confidential_toggled(self, on: bool) -> None:
        for field in (self.lifted_act, self.lifted_section, self.released):
            field.setEnabled(on)

    def _state(self) -> tuple[Any, ...]:
        return (*super()._state(), self.activities.value())
