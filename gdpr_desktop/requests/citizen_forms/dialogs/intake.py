"""The intake of a request that a citizen wrote on a form: filled in, to be looked over."""

from functools import partial
from typing import Any

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from gdpr_desktop.casework.model import Person
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.text import _
from gdpr_desktop.requests.citizen_forms.model import FilledForm, FormSource
from gdpr_desktop.requests.citizen_forms.service import register_from
from gdpr_desktop.requests.dialogs.intake import IntakeDialog
from gdpr_desktop.requests.model import Right
from gdpr_desktop.ui.notes import NoteBox
from gdpr_desktop.vault import Vault

DRAFT = "filled_form"  # and the beginning of the file's SHA-256: each form has a draft of its own
_DIGITS = 16


class FormNote(NoteBox):
    """Which file the request was read from, and what must be looked at; kept with the draft."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("form_source")
        self.source: FormSource | None = None
        self._notes: tuple[str, ...] = ()

    def show_source(self, source: FormSource, notes: tuple[str, ...]) -> None:
        """Name the file."""
        self.source, self._notes = source, notes
        kept = _(
            "The register does not keep the file: file it in the archive. Its name and its"
            " fingerprint (SHA-256) are noted in the case. Look over what was read."
        )
        title = _("Read from {name}").format(name=source.name)
        self.say("\n".join((kept, *(f"• {note}" for note in notes))), title)

    def draft_state(self) -> Any:
        """The file as JSON can hold it."""
        if self.source is None:
            return None
        return {
            "name": self.source.name,
            "sha256": self.source.sha256,
            "notes": list(self._notes),
        }

    def restore_draft(self, state: Any) -> None:
        """Name the file of a draft."""
        if state:
            source = FormSource(name=state["name"], sha256=state["sha256"])
            self.show_source(source, tuple(state["notes"]))


class FilledIntakeDialog(IntakeDialog):
    """``filled`` is what was read; without it the draft ``form`` is gone on with."""

    def __init__(
        self,
        vault: Vault,
        parent: QWidget | None = None,
        filled: FilledForm | None = None,
        form: str = "",
    ) -> None:
        self._filled = filled
        self._form = f"{DRAFT}.{filled.source.sha256[:_DIGITS]}" if filled else form
        super().__init__(vault, parent)
        self.note = FormNote()
        self.form.insertRow(0, self.note)

    def keep_draft_of(self, form: str, case_id: CaseId | None) -> None:
        super().keep_draft_of(self._form, case_id)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous() and self.note.source is None:  # no draft was brought back
            self._show_filled()

    def _on_again_clicked(self) -> None:
        super()._on_again_clicked()
        self._show_filled()

    def _show_filled(self) -> None:
        if self._filled is not None:
            self.show_form(self._filled)

    def show_form(self, filled: FilledForm) -> None:
        """Fill in what the form says; how and when it came, the form does not know."""
        self.note.show_source(filled.source, filled.notes)
        self.subject.show_person(filled.subject)
        self.on_behalf_of.set_value(filled.on_behalf_of)
        self.representative.show_person(filled.representative or Person(name=""))
        self.rights.set_rights(Right(right) for right in filled.rights)
        self.wording.set_text(filled.wording)
        self.oral.setChecked(filled.wants_oral_answer)
        self.language.set_value(filled.language)

    def do(self) -> Change:
        if self.note.source is None:
            return super().do()
        return register_from(self.vault, self.note.source, partial(IntakeDialog.do, self))
