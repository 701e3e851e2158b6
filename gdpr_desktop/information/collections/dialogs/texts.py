"""Texts for a form, a box on the screen or a sign, made from an activity of the record."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QWidget

from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import AppError
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import _
from gdpr_desktop.correspondence.dialogs.document import DocumentDialog
from gdpr_desktop.information.collections.texts import TEXTS, TextOrder, make_text, text_name
from gdpr_desktop.register.documents import record_document
from gdpr_desktop.register.entries import store as entries
from gdpr_desktop.register.entries.model import Entry, EntryId
from gdpr_desktop.ui import forms, notices
from gdpr_desktop.ui.bus import bus
from gdpr_desktop.ui.fields.choice import Choice
from gdpr_desktop.ui.fields.text import LineField
from gdpr_desktop.vault import Vault

if TYPE_CHECKING:
    from gdpr_desktop.letters import Letter


class TextsDialog(DocumentDialog):
    """Which text, and what only the place knows: the link, the camera."""

    def __init__(self, vault: Vault, activity_id: EntryId, parent: QWidget | None = None) -> None:
        self.activity = entries.entry(vault.db, activity_id)
        super().__init__(
            vault,
            _("Text for a form, box or sign"),
            self._text,
            record=self._note,
            suggested=self._name,
            intro=_("Copy the text from the preview, or export it to Word."),
            parent=parent,
        )

    def build_fields(self) -> None:
        self.kind = Choice([(code, _(words)) for code, words in TEXTS])
        forms.add_row(self.form, _("&Text"), self.kind, name="kind")
        self.link = LineField(max_length=500)
        self.link.set_text(self.vault.municipality().web)
        self.link_row = forms.add_row(
            self.form,
            _("Lin&k"),
            self.link,
            _("Where all of it can be read: the privacy statement."),
            name="statement_link",
        )
        self.camera = QCheckBox(_("It is about a &camera"))
        self.camera.setObjectName("camera")
        self.form.addRow(self.camera)
        self.sound = QCheckBox(_("It also records &sound"))
        self.sound.setObjectName("sound")
        self.form.addRow(self.sound)
        self.kept_for = LineField(max_length=80)
        self.kept_row = forms.add_row(
            self.form,
            _("Recordings are &erased after"),
            self.kept_for,
            _("Normally within a week. Left blank, it says a week."),
            name="kept_for",
        )
        self.kind.value_changed.connect(self._on_kind_changed)
        self.camera.toggled.connect(self._on_kind_changed)
        self._on_kind_changed()

    def _on_kind_changed(self, *_value: object) -> None:
        sign = self.kind.value() == "information_sign"
        self.camera.setVisible(sign)
        filming = sign and self.camera.isChecked()
        self.sound.setVisible(filming)
        self.kept_row.setVisible(filming)

    def _order(self) -> TextOrder:
        return TextOrder(
            template=self.kind.value(),
            link=self.link.text(),
            camera=self.camera.isChecked(),
            sound=self.sound.isChecked(),
            kept_for=self.kept_for.text(),
        )

    def _text(self, language: Language) -> "Letter":
        return make_text(self.vault, (self.activity.content,), self._order(), language)

    def _name(self, language: Language) -> str:
        return text_name(self.activity.name, self._order(), language, self.today)

    def _note(self, letter: "Letter", path: Path, sha256: str) -> Change:
        return record_document(
            self.vault,
            kind=letter.template,
            title=f"{letter.title}: {self.activity.name}",
            language=letter.language.value,
            path=path,
            sha256=sha256,
            about=self.activity.id,
            sources=[self.activity.id],
        )


def open_texts(parent: QWidget, vault: Vault, activity_id: EntryId) -> None:
    """Offer the texts of an activity; what is exported is noted in the record."""
    _open(parent, vault, activity_id, partial(_tell, parent))


def do(
    parent: QWidget, vault: Vault, entry: Entry, _key: str, done: Callable[[Change], None]
) -> None:
    """The same from the record itself."""
    _open(parent, vault, entry.id, done)


def _open(
    parent: QWidget, vault: Vault, activity_id: EntryId, done: Callable[[Change], None]
) -> None:
    try:
        dialog = TextsDialog(vault, activity_id, parent)
    except AppError as error:
        notices.error(parent, error)
        return
    dialog.accepted_value.connect(done)
    dialog.open()


def _tell(parent: QWidget, change: Change) -> None:
    bus.tell(change, parent)
