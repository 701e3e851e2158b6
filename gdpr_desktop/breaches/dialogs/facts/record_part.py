"""Activities, systems and processors from the record; an activity offers what it knows."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from gdpr_desktop.breaches.dialogs.facts.links_field import LinksField
from gdpr_desktop.breaches.facts.from_record import Known, known_of, names
from gdpr_desktop.breaches.model import Link
from gdpr_desktop.core.errors import AppError
from gdpr_desktop.core.text import _
from gdpr_desktop.register.entries.model import EntryKind
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.labels import button
from gdpr_desktop.ui.notes import NoteBox
from gdpr_desktop.vault import Vault


class RecordPart(QWidget):
    """``fill_wanted`` carries what the person wants taken over from the record."""

    fill_wanted = Signal(object)  # Known

    def __init__(self, vault: Vault) -> None:
        super().__init__()
        self._vault = vault
        self._known = Known()
        self.activities = LinksField(names(vault.db, EntryKind.ACTIVITY))
        self.systems = LinksField(names(vault.db, EntryKind.SYSTEM))
        self.processors = LinksField(names(vault.db, EntryKind.PROCESSOR))
        self.offer = NoteBox()
        self.fill_button = button(_("Take it over from the record"))
        self.fill_button.hide()
        self.fill_button.clicked.connect(self._on_fill_clicked)
        self.activities.added.connect(self._on_activity_added)
        form = forms.form_layout(self)
        help_ = _("As it stands in the record of processing, or a name of your own.")
        forms.add_row(form, _("Processing &activities"), self.activities, help_, name="activities")
        form.addRow(self.offer)
        form.addRow(self.fill_button)
        forms.add_row(form, _("S&ystems"), self.systems, name="systems")
        forms.add_row(form, _("Processors in&volved"), self.processors, name="processors")
        form.setAlignment(self.fill_button, Qt.AlignmentFlag.AlignLeft)

    def set_links(
        self,
        activities: tuple[Link, ...],
        systems: tuple[Link, ...],
        processors: tuple[Link, ...],
    ) -> None:
        """Show these."""
        self.activities.set_value(activities)
        self.systems.set_value(systems)
        self.processors.set_value(processors)

    def said(self) -> str:
        """All names in a line."""
        fields = (self.activities, self.systems, self.processors)
        return ", ".join(link.name for field in fields for link in field.value())

    def _on_activity_added(self, link: Link) -> None:
        if link.entry is None:
            return
        try:
            self._known = known_of(self._vault.db, link.entry)
        except AppError as error:  # it is gone since, or cannot be read
            self._known = Known()
            self.fill_button.hide()
            self.offer.say(str(error))
            return
        found = (
            (_("people"), bool(self._known.people_text)),
            (_("data"), bool(self._known.data_text)),
            (_("systems"), bool(self._known.systems)),
            (_("processors"), bool(self._known.processors)),
        )
        what = ", ".join(words for words, there in found if there)
        text = _("The record says this of «{name}»: {what}. Take over what fits, and check it.")
        self.offer.say(text.format(name=link.name, what=what) if self._known else "")
        self.fill_button.setVisible(bool(self._known))

    def _on_fill_clicked(self) -> None:
        self.systems.add(self._known.systems)
        self.processors.add(self._known.processors)
        self.offer.say("")
        self.fill_button.hide()
        self.activities.setFocus()
        self.fill_wanted.emit(self._known)
