"""What Datatilsynet says before it answers."""

from PySide6.QtWidgets import QWidget

from gdpr_desktop.core.change import Change
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.text import _
from gdpr_desktop.dpia.actions import Action
from gdpr_desktop.dpia.advice.dialogs.base import AssessmentDialog
from gdpr_desktop.dpia.consultation.service import Heard, choices, note_heard, require_running
from gdpr_desktop.dpia.consultation.words import heard_words
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields.choice import RadioChoice
from gdpr_desktop.ui.fields.text import TextArea
from gdpr_desktop.vault import Vault


class HeardDialog(AssessmentDialog):
    """Each of them changes the time that Datatilsynet has."""

    form_code = Action.CONSULT_HEARD.value

    def __init__(self, vault: Vault, case_id: CaseId, parent: QWidget | None = None) -> None:
        title = _("What Datatilsynet says")
        super().__init__(vault, case_id, parent, title, _("Save"))
        now = choices(require_running(self.found))
        self.heard = RadioChoice((one, heard_words(one)) for one in now)
        self.heard.set_value(now[0])
        forms.add_row(self.form, _("&What has happened"), self.heard, name="heard")
        self.day = self.day_row(_("&Date"), "day", self.today)
        self.text = TextArea(lines=4)
        help_ = _("What do they ask for, or why does it take longer?")
        forms.add_row(self.form, _("What &it says"), self.text, help_, name="text")
        self.heard.setFocus()

    def do(self) -> Change:
        heard: Heard = self.heard.value()
        return note_heard(self.vault, self.case_id, heard, self.day.date(), self.text.text())
