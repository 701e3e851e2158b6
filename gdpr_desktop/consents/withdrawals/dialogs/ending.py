"""A withdrawal ends: all is done, it was a mistake, or the request was about something else."""

from PySide6.QtWidgets import QWidget

from gdpr_desktop.consents.withdrawals.actions import Action
from gdpr_desktop.consents.withdrawals.dialogs.base import WithdrawalDialog
from gdpr_desktop.consents.withdrawals.service.closing import (
    close_withdrawal,
    missing_before_closing,
    missing_words,
)
from gdpr_desktop.consents.withdrawals.service.pending import not_this
from gdpr_desktop.consents.withdrawals.service.registering import mistaken
from gdpr_desktop.consents.withdrawals.steps import Step
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.text import _
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields.text import TextArea
from gdpr_desktop.ui.labels import label
from gdpr_desktop.ui.notes import NoteBox
from gdpr_desktop.vault import Vault


class CloseDialog(WithdrawalDialog):
    """Shows what will happen, or all that is missing."""

    form_code = Action.CLOSE.value
    step = Step.CLOSE

    def __init__(self, vault: Vault, case_id: CaseId, parent: QWidget | None = None) -> None:
        title = _("Close the case")
        super().__init__(vault, case_id, parent, title, title)
        self.untold = TextArea(max_length=2000, lines=2)
        missing = missing_before_closing(self.found)
        if missing:
            text = "\n".join(missing_words(code) for code in missing)
            self.form.addRow(NoteBox(text, _("The case cannot be closed yet.")))
            self.save_button.setEnabled(False)
            return
        text = _(
            "The case leaves the list of open cases, and its deadlines stop. Everything in it is "
            "kept, and it can be opened again."
        )
        self.form.addRow(label(text))
        if self.found.confirmed is None:
            words = _("Why the person is &not told")
            help_ = _("Nobody has noted that the person knows that it is done.")
            forms.add_row(self.form, words, self.untold, help_, True, name="untold")
        if not self.case.archive_number:
            text = _("You can close without it, and note the number later.")
            self.form.addRow(NoteBox(text, _("The case has no archive number")))

    def do(self) -> Change:
        return close_withdrawal(self.vault, self.case_id, untold=self.untold.text())


class MistakeDialog(WithdrawalDialog):
    """Nobody took it back: the consent is as before."""

    form_code = Action.MISTAKE.value

    def __init__(self, vault: Vault, case_id: CaseId, parent: QWidget | None = None) -> None:
        intro = _(
            "The consent holds again as it did before. Use this only when nobody took it back. If"
            " the person has thought again, register a new answer instead."
        )
        title, deed = _("Registered by mistake"), _("The consent holds as before")
        super().__init__(vault, case_id, parent, title, deed, intro=intro)
        self.reason = self.ask_why(_("&How the mistake came about"))

    def do(self) -> Change:
        return mistaken(self.vault, self.case_id, self.reason.text())


class NotThisDialog(WithdrawalDialog):
    """The request was about something else: the consent may be used again."""

    form_code = Action.NOT_THIS.value

    def __init__(self, vault: Vault, case_id: CaseId, parent: QWidget | None = None) -> None:
        intro = _(
            "The consent may be used again from now on. Be sure first: ask the person when you are"
            " in doubt."
        )
        title, deed = _("It is about something else"), _("The consent may be used")
        super().__init__(vault, case_id, parent, title, deed, intro=intro)
        self.reason = self.ask_why(_("&Why it is not about this consent"))

    def do(self) -> Change:
        return not_this(self.vault, self.case_id, self.reason.text())
