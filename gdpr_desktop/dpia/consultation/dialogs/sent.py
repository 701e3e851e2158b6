"""The prior consultation was sent."""

from PySide6.QtWidgets import QWidget

from gdpr_desktop.core.change import Change
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.text import _
from gdpr_desktop.dpia.actions import Action
from gdpr_desktop.dpia.advice.dialogs.base import AssessmentDialog
from gdpr_desktop.dpia.consultation.service import note_sent, require_asked
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields.text import LineField
from gdpr_desktop.vault import Vault


class SentDialog(AssessmentDialog):
    """From when the eight weeks are counted."""

    form_code = Action.CONSULT_SENT.value

    def __init__(self, vault: Vault, case_id: CaseId, parent: QWidget | None = None) -> None:
        title = _("Sent to Datatilsynet")
        intro = _(
            "Datatilsynet has eight weeks to answer from when it has got it (article 36(2)). The"
            " processing is not begun before that."
        )
        super().__init__(vault, case_id, parent, title, _("Save"), intro=intro)
        asked = require_asked(self.found)
        self.sent_on = self.day_row(_("&Sent on"), "sent_on", asked.sent_on or self.today)
        self.received_on = self.day_field(asked.received_on, required=False)
        self.received_on.setObjectName("received_on")
        help_ = _("Leave it blank until you know it: the time is then counted from the sending.")
        forms.add_row(
            self.form, _("&Received by Datatilsynet"), self.received_on, help_, name="received_on"
        )
        self.reference = LineField()
        forms.add_row(self.form, _("Re&ference of Datatilsynet"), self.reference, name="reference")
        self.reference.set_text(asked.reference)
        self.sent_on.setFocus()

    def do(self) -> Change:
        return note_sent(
            self.vault,
            self.case_id,
            self.sent_on.date(),
            self.received_on.date(),
            self.reference.text(),
        )
