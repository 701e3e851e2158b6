"""A request is closed, taken back, or opened again."""

from PySide6.QtWidgets import QWidget

from gdpr_desktop.casework.dialogs import reopen
from gdpr_desktop.casework.dialogs.note import NoteDialog as NoteDialog
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.text import _
from gdpr_desktop.requests import guidance, service
from gdpr_desktop.requests.actions import Action
from gdpr_desktop.requests.dialogs.base import RequestDialog
from gdpr_desktop.requests.dialogs.rights_part import RightsField
from gdpr_desktop.requests.model import CloseOutcome
from gdpr_desktop.requests.steps import (
    missing_before_closing,
    missing_before_withdrawing,
    turned_away,
)
from gdpr_desktop.requests.words import missing_words, words
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields.text import TextArea
from gdpr_desktop.ui.labels import label
from gdpr_desktop.ui.notes import NoteBox
from gdpr_desktop.vault import Vault


class CloseDialog(RequestDialog):
    """Close as answered, or turned away; shows what will happen, or what is missing."""

    def __init__(self, vault: Vault, case_id: CaseId, parent: QWidget | None = None) -> None:
        why = guidance.step_texts("close").why
        super().__init__(vault, case_id, parent, _("Close the case"), _("Close the case"), why=why)
        missing = missing_before_closing(self.request)
        if missing:
            text = " ".join(missing_words(code) for code in missing)
            self.form.addRow(NoteBox(text, _("The case cannot be closed yet.")))
            self.save_button.setEnabled(False)
            return
        turned = turned_away(self.request)
        outcome = CloseOutcome.NOT_IDENTIFIED if turned else CloseOutcome.ANSWERED
        ends = _("The case ends as «{outcome}».").format(outcome=words(outcome))
        self.form.addRow(label(f"{ends} {_what_happens()}"))
        _say_data_stay(self)
        left = guidance.note("letters_left_behind")
        self.form.addRow(NoteBox(left.text, left.title))

    def do(self) -> Change:
        return service.close_request(self.vault, self.case_id)


class WithdrawDialog(RequestDialog):
    """Close because the person took the request back."""

    action = Action.WITHDRAW

    def __init__(self, vault: Vault, case_id: CaseId, parent: QWidget | None = None) -> None:
        title, deed = _("The person takes the request back"), _("Close as withdrawn")
        super().__init__(vault, case_id, parent, title, deed, intro=_what_happens())
        missing = missing_before_withdrawing(self.request)
        if missing:
            text = " ".join(missing_words(code) for code in missing)
            self.form.addRow(NoteBox(text, _("The case cannot be closed yet.")))
            self.save_button.setEnabled(False)
        _say_data_stay(self)
        self.reason = TextArea(max_length=5000, lines=3)
        forms.add_row(
            self.form,
            _("&How the person took it back"),
            self.reason,
            _("When, and how you were told."),
            True,
            name="reason",
        )

    def do(self) -> Change:
        return service.close_request(
            self.vault, self.case_id, withdrawn=True, reason=self.reason.text()
        )


def _say_data_stay(dialog: RequestDialog) -> None:
    """Data brought in to be packed are not deleted unasked: say where it is done."""
    if any(part.tables for part in dialog.request.parts):
        text = _(
            "They stay when the case is closed. Delete them afterwards in the case, where the data"
            " are packed."
        )
        dialog.form.addRow(NoteBox(text, _("Data brought in lie here")))


def _what_happens() -> str:
    return _(
        "The case leaves the list of open cases, and its deadlines stop. Everything in it is "
        "kept, and it can be opened again."
    )


class ReopenDialog(reopen.ReopenDialog):
    """Open a closed case again, and say which answers shall be given anew."""

    def __init__(self, vault: Vault, case_id: CaseId, parent: QWidget | None = None) -> None:
        intro = _("Its history is kept, and the deadline runs as before.")
        super().__init__(vault, case_id, parent, intro=intro)
        self.request = service.read_request(vault, case_id)
        answered = [part.right for part in self.request.parts if part.answered]
        self.anew = RightsField(answered, explained=False)
        if not answered:
            return
        if len(self.request.parts) == 1:
            self.anew.set_rights(answered)
        forms.add_row(
            self.form,
            _("Shall be answered anew"),
            self.anew,
            _("The others keep their answer and the day it was sent. What was sent is kept."),
            name="anew",
        )

    def do(self) -> Change:
        wanted = self.anew.rights()
        parts = [part.id for part in self.request.parts if part.right in wanted]
        reason = self.reason.text()
        return service.reopen_request(self.vault, self.case_id, reason=reason, parts=parts)
