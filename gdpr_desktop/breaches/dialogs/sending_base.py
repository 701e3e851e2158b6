"""What the dialogs about messages to the authority share: when, how, by whom."""

from datetime import datetime

from PySide6.QtWidgets import QCheckBox

from gdpr_desktop.breaches.clock.machine import machine_words
from gdpr_desktop.breaches.code_words import words
from gdpr_desktop.breaches.dialogs.case_dialog import BreachDialog
from gdpr_desktop.breaches.model import NotifyChannel
from gdpr_desktop.breaches.notifying.readiness_words import readiness_words
from gdpr_desktop.breaches.notifying.service import Sending
from gdpr_desktop.breaches.notifying.settings import may_notify, notifiers, readiness
from gdpr_desktop.core.errors import FieldProblem
from gdpr_desktop.core.text import _
from gdpr_desktop.ui import form_state, forms
from gdpr_desktop.ui.fields.choice import Choice
from gdpr_desktop.ui.fields.moment import MomentField
from gdpr_desktop.ui.fields.suggestions import suggest
from gdpr_desktop.ui.fields.text import LineField
from gdpr_desktop.ui.notes import NoteBox


class SendingDialog(BreachDialog):
    """When it was sent, how, with which receipt, by whom; the rest is the subclass's."""

    wide = 640

    def add_sending(self) -> None:
        """Add the fields that every message has."""
        vault = self.vault
        self.form.addRow(NoteBox(machine_words(vault), role="notice"))
        self.known = notifiers(vault)
        hinders = readiness(self.known, self.today)
        self.form.addRow(NoteBox(" ".join(readiness_words(one) for one in hinders)))
        self.sent_at = MomentField(vault.clock)
        self.sent_at.set_moment(vault.clock.now().replace(second=0))
        forms.add_row(self.form, _("&Sent at"), self.sent_at, required=True, name="sent_at")
        self.channel = Choice((one, words(one)) for one in NotifyChannel)
        forms.add_row(self.form, _("Chan&nel"), self.channel, name="channel")
        self.email_note = NoteBox()
        self.form.addRow(self.email_note)
        self.receipt = LineField()
        help_ = _("The reference that Altinn gives when the form is sent.")
        forms.add_row(self.form, _("&Receipt number"), self.receipt, help_, name="receipt")
        self.by = LineField()
        self.by.set_text(vault.actor.name)
        suggest(self.by.line, [one.name for one in self.known])
        forms.add_row(self.form, _("Sent &by"), self.by, required=True, name="by")
        self.asked = QCheckBox(_("The &controller has asked for it"))
        label = _("Somebody who is not delegated")
        self.asked_row = forms.add_row(self.form, label, self.asked, name="asked")
        self.channel.value_changed.connect(self._on_channel_chosen)
        self.by.text_changed.connect(self._on_by_changed)
        self._on_by_changed(self.by.text())

    def moment(self) -> datetime:
        """When it was sent: checked before."""
        found: datetime | None = self.sent_at.moment()
        assert found is not None, "checked before"
        return found

    def field_problems(self) -> list[FieldProblem]:
        found = [one for one in super().field_problems() if one.field]
        if self.sent_at.moment() is None:
            text = self.sent_at.problem() or _("Give the date and the time.")
            found.append(FieldProblem(field="sent_at", text=text))
        return found

    def draft_changes(self, untouched: form_state.State) -> form_state.State:
        """With the moment suggested: when the draft is opened again, another is suggested."""
        found = super().draft_changes(untouched)
        if found:
            found.setdefault(self.sent_at.objectName(), self.sent_at.draft_state())
        return found

    def _on_channel_chosen(self, channel: NotifyChannel) -> None:
        text = _(
            "Ordinary e-mail can be read by others. Tell the authority there only that a breach"
            " has happened, and send the content through Altinn or by post."
        )
        self.email_note.say(text if channel is NotifyChannel.EMAIL else "")

    def _on_by_changed(self, name: str) -> None:
        stranger = bool(name.strip()) and not may_notify(self.known, name)
        self.asked_row.setVisible(stranger)
        if not stranger:
            self.asked.setChecked(False)

    def sending(self, **more: object) -> Sending:
        """What was filled in."""
        return Sending(
            sent_at=self.moment(),
            channel=self.channel.value(),
            receipt=self.receipt.text(),
            by=self.by.text(),
            asked=self.asked.isChecked(),
            **more,  # type: ignore[arg-type]
        )
