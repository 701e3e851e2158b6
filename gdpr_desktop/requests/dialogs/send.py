"""The answer goes out: by a channel that may carry it, and it is noted who sent what, when."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import AppError, FieldProblem
from gdpr_desktop.core.ids import CaseId, PartId
from gdpr_desktop.core.text import _
from gdpr_desktop.correspondence.model import DispatchChannel
from gdpr_desktop.requests import guidance, service
from gdpr_desktop.requests.actions import Action
from gdpr_desktop.requests.dialogs.base import PartDialog
from gdpr_desktop.requests.dialogs.channel_choice import ChannelChoice
from gdpr_desktop.requests.model import Channel, Dispatch
from gdpr_desktop.requests.rights import answer_letter, answered_by_mouth, rules_for
from gdpr_desktop.requests.steps import missing_before_sending
from gdpr_desktop.requests.words import missing_words
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.bus import bus
from gdpr_desktop.ui.fields.text import LineField
from gdpr_desktop.ui.labels import button
from gdpr_desktop.ui.notes import NoteBox
from gdpr_desktop.vault import Vault

# who asked through a channel with login is answered there, unless the person wants otherwise
_ANSWERED_BY = {
    Channel.EDIALOG: DispatchChannel.EDIALOG,
    Channel.DIGITAL_POST: DispatchChannel.DIGITAL_POST,
}


class SendDialog(PartDialog):
    """Note that the answer has been sent."""

    action = Action.SEND

    def __init__(
        self, vault: Vault, case_id: CaseId, part_id: PartId, parent: QWidget | None = None
    ) -> None:
        why = guidance.step_texts("send").why
        title, deed = _("Send the answer"), _("Note as sent")
        super().__init__(vault, case_id, part_id, parent, title, deed, why=why, width=600)
        self._warn()
        self.channel = ChannelChoice(self.request, self.part)
        forms.add_row(
            self.form,
            _("How it is &sent"),
            self.channel,
            _("Choose together with the person. Never a public cloud share."),
            name="channel",
        )
        if self.request.channel in _ANSWERED_BY:
            self.channel.set_value(_ANSWERED_BY[self.request.channel])
        self.what = LineField(max_length=1000)
        self.what.set_text(rules_for(self.part).answering.sent_words(self.part))
        forms.add_row(self.form, _("&What was sent"), self.what, required=True, name="what")
        self.sent_by = LineField()
        self.sent_by.setObjectName("sent_by")
        self.sent_by.set_text(vault.actor.name)
        self.sent_on = self.day_field(self.today)
        self.sent_on.setObjectName("sent_on")
        forms.add_pair(
            self.form,
            forms.FieldRow(_("Sent &by"), self.sent_by, required=True),
            forms.FieldRow(_("Sent &on"), self.sent_on, required=True),
        )

    def _warn(self) -> None:
        """What is missing, or that the letter on this machine may be an old one."""
        missing = missing_before_sending(self.request, self.part)
        if missing:
            text = " ".join(missing_words(code) for code in missing)
            title = _("The answer cannot be sent yet.")
            self.form.addRow(NoteBox(text, title))
        elif not self.part.letter_saved and not answered_by_mouth(self.request, self.part):
            self._warn_of_letter()

    def _warn_of_letter(self) -> None:
        text = _(
            "The answer letter has not been saved since the case was last changed."
            " Save it first, so that what you send is what the case says."
        )
        self._letter_note = NoteBox(text, _("Is the letter the right one?"))
        self.form.addRow(self._letter_note)
        self.letter_button = button(_("Write the answer &letter …"))
        self.letter_button.clicked.connect(self._on_letter_clicked)
        row = QHBoxLayout()
        row.addWidget(self.letter_button)
        row.addStretch(1)
        self.form.addRow(row)

    def _on_letter_clicked(self) -> None:
        from gdpr_desktop.requests.dialogs.letter import LetterDialog

        template = answer_letter(self.request, self.part)
        try:
            dialog = LetterDialog(self.vault, self.case_id, template, self, self.part_id)
        except AppError as error:
            self.show_error(error)
            return
        dialog.accepted_value.connect(self._on_letter_saved)
        dialog.open()

    def _on_letter_saved(self, change: Change) -> None:
        self._letter_note.hide()
        self.letter_button.hide()
        self.channel.setFocus()
        bus.tell(change, self)

    def field_problems(self) -> list[FieldProblem]:
        found = super().field_problems()
        if self.channel.value() is None:
            found.append(FieldProblem(field="channel", text=_("Choose how it was sent.")))
        return found

    def do(self) -> Change:
        sent_on, channel = self.sent_on.date(), self.channel.value()
        assert sent_on is not None, "checked before"
        assert channel is not None, "checked before"
        dispatch = Dispatch(
            channel=channel,
            sent_by=self.sent_by.text(),
            sent_on=sent_on,
            what=self.what.text(),
        )
        return service.send_answer(self.vault, self.part_id, dispatch)
