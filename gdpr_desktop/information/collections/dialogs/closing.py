"""A collection is closed, was a mistake, or is opened again."""

from PySide6.QtWidgets import QWidget

from gdpr_desktop.casework.dialogs import reopen
from gdpr_desktop.casework.dialogs.note import NoteDialog as NoteDialog
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.text import _
from gdpr_desktop.information.collections import guidance, service
from gdpr_desktop.information.collections.actions import Action
from gdpr_desktop.information.collections.dialogs.base import CollectionDialog
from gdpr_desktop.information.collections.service.closing import outcome_of
from gdpr_desktop.information.collections.steps import Step, missing_before_closing
from gdpr_desktop.information.collections.words import missing_words, words
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields.text import TextArea
from gdpr_desktop.ui.labels import label
from gdpr_desktop.ui.notes import NoteBox
from gdpr_desktop.vault import Vault


class CloseDialog(CollectionDialog):
    """Close as told or exempt; shows what will happen, or what is missing."""

    def __init__(self, vault: Vault, case_id: CaseId, parent: QWidget | None = None) -> None:
        why = guidance.why(Step.CLOSE)
        super().__init__(vault, case_id, parent, _("Close the case"), _("Close the case"), why=why)
        missing = missing_before_closing(self.collection)
        if missing:
            text = " ".join(missing_words(code) for code in missing)
            self.form.addRow(NoteBox(text, _("The case cannot be closed yet.")))
            self.save_button.setEnabled(False)
            return
        ends = _("The case ends as «{outcome}».")
        ends = ends.format(outcome=words(outcome_of(self.collection)))
        self.form.addRow(label(f"{ends} {_what_happens()}"))

    def do(self) -> Change:
        return service.close_collection(self.vault, self.case_id)


class MistakenDialog(CollectionDialog):
    """Close because nothing was collected after all."""

    action = Action.MISTAKEN

    def __init__(self, vault: Vault, case_id: CaseId, parent: QWidget | None = None) -> None:
        title = _("Registered by mistake")
        super().__init__(vault, case_id, parent, title, _("Close the case"), intro=_what_happens())
        self.reason = TextArea(max_length=5000, lines=3)
        forms.add_row(self.form, _("&Why"), self.reason, required=True, name="reason")

    def do(self) -> Change:
        return service.close_collection(
            self.vault, self.case_id, mistaken=True, reason=self.reason.text()
        )


def _what_happens() -> str:
    return _(
        "The case leaves the list of open cases, and its deadlines stop. Everything in it is "
        "kept, and it can be opened again."
    )


class ReopenDialog(reopen.ReopenDialog):
    """Open a closed collection again."""

    def do(self) -> Change:
        return service.reopen_collection(self.vault, self.case_id, reason=self.reason.text())
