"""The answer went; the person is told, or by what right not."""

from PySide6.QtWidgets import QWidget

from gdpr_desktop.core.change import Change
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.text import _
from gdpr_desktop.correspondence.words import CHANNELS, channel_words
from gdpr_desktop.register.single_disclosures import service
from gdpr_desktop.register.single_disclosures.actions import Action
from gdpr_desktop.register.single_disclosures.dialogs.base import CaseDialog, day_of
from gdpr_desktop.register.single_disclosures.model import (
    EXEMPTIONS,
    Dispatch,
    Informing,
    Telling,
)
from gdpr_desktop.register.single_disclosures.words import exemption_words, telling_words
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields.choice import Choice, RadioChoice
from gdpr_desktop.ui.fields.text import LineField, TextArea
from gdpr_desktop.vault import Vault


class AnswerDialog(CaseDialog):
    """When, how and by whom the answer was sent."""

    action = Action.ANSWER

    def __init__(self, vault: Vault, case_id: CaseId, parent: QWidget | None = None) -> None:
        title = _("The answer was sent")
        super().__init__(vault, case_id, parent, title, _("Note that it was sent"))
        self.channel = Choice((code, channel_words(code)) for code, _words in CHANNELS)
        self.sent_by, self.how = LineField(), LineField()
        self.sent_on = self.day_row(_("&Sent on"), "sent_on", self.today)
        forms.add_row(self.form, _("Chan&nel"), self.channel, name="channel")
        help_ = _("For example encrypted, or handed over to a named officer.")
        forms.add_row(self.form, _("&How it was kept from others"), self.how, help_, name="how")
        forms.add_row(self.form, _("Sent &by"), self.sent_by, required=True, name="sent_by")
        self.sent_by.set_text(vault.actor.name)

    def do(self) -> Change:
        return service.note_answer(
            self.vault,
            self.case_id,
            Dispatch(
                sent_on=day_of(self.sent_on),
                channel=self.channel.value(),
                sent_by=self.sent_by.text(),
                how=self.how.text(),
            ),
        )


class InformDialog(CaseDialog):
    """Is the person told that the data were given away?"""

    action = Action.INFORM

    def __init__(self, vault: Vault, case_id: CaseId, parent: QWidget | None = None) -> None:
        why = _(
            "The person shall know who has received the data (articles 13 and 14), unless the"
            " disclosure is laid down in law or section 16 of the Personal Data Act exempts it."
            " The police may ask that nobody is told while they investigate."
        )
        title = _("Is the person told?")
        super().__init__(vault, case_id, parent, title, _("Save"), why=why)
        before = self.disclosure.informing
        gives = self.disclosure.gives
        offered = [one for one in Telling if not (gives and one is Telling.NOTHING_GIVEN)]
        self.telling = RadioChoice((one, telling_words(one)) for one in offered)
        self.exemption = Choice(
            [(one, exemption_words(one)) for one in EXEMPTIONS], empty=_("Not chosen")
        )
        self.why = TextArea(lines=3)
        forms.add_row(self.form, _("What was &settled"), self.telling, name="telling")
        self.exemption_row = forms.add_row(
            self.form, _("&Exemption"), self.exemption, name="exemption"
        )
        forms.add_row(self.form, _("&Why"), self.why, name="why")
        day = before.settled_on if before else self.today
        self.settled_on = self.day_row(_("&Date"), "settled_on", day)
        self.telling.value_changed.connect(self._on_telling_chosen)
        self.telling.set_value(before.telling if before else offered[0])
        self.exemption.set_value((before.exemption or None) if before else None)
        self.why.set_text(before.why if before else "")
        self._on_telling_chosen(self.telling.value())

    def _on_telling_chosen(self, telling: Telling) -> None:
        self.exemption_row.setVisible(telling is Telling.EXEMPT)

    def do(self) -> Change:
        telling = self.telling.value()
        exempt = telling is Telling.EXEMPT
        return service.note_informing(
            self.vault,
            self.case_id,
            Informing(
                telling=telling,
                settled_on=day_of(self.settled_on),
                exemption=(self.exemption.value() or "") if exempt else "",
                why=self.why.text(),
            ),
        )
