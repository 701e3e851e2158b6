"""Put in writing; which law lets us, and what lifts confidentiality."""

from PySide6.QtWidgets import QCheckBox, QWidget

from gdpr_desktop.core.change import Change
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.text import _
from gdpr_desktop.register.single_disclosures import service
from gdpr_desktop.register.single_disclosures.actions import Action
from gdpr_desktop.register.single_disclosures.dialogs.base import CaseDialog, day_of
from gdpr_desktop.register.single_disclosures.model import Assessment
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields.text import LineField, TextArea
from gdpr_desktop.vault import Vault


class AskInWritingDialog(CaseDialog):
    """When the requester was asked."""

    action = Action.ASK_IN_WRITING

    def __init__(self, vault: Vault, case_id: CaseId, parent: QWidget | None = None) -> None:
        title = _("Ask for the request in writing")
        intro = _("Ask for the law, what exactly is needed, and a signature.")
        super().__init__(vault, case_id, parent, title, _("Note that it was asked"), intro=intro)
        self.asked_on = self.day_row(_("&Asked on"), "asked_on", self.today)

    def do(self) -> Change:
        return service.ask_in_writing(self.vault, self.case_id, asked_on=day_of(self.asked_on))


class CameInWritingDialog(CaseDialog):
    """When the written request came."""

    action = Action.CAME_IN_WRITING

    def __init__(self, vault: Vault, case_id: CaseId, parent: QWidget | None = None) -> None:
        title = _("The request came in writing")
        intro = _("Put the law that it names, and the signature, in the facts afterwards.")
        super().__init__(vault, case_id, parent, title, _("Note that it came"), intro=intro)
        self.came_on = self.day_row(_("&Came on"), "came_on", self.today)

    def do(self) -> Change:
        return service.note_came_in_writing(self.vault, self.case_id, came_on=day_of(self.came_on))


class AssessDialog(CaseDialog):
    """Which law lets us give the data, and what lifts confidentiality."""

    action = Action.ASSESS

    def __init__(self, vault: Vault, case_id: CaseId, parent: QWidget | None = None) -> None:
        why = _(
            "Two questions, and both need an answer. Does a law let us, or demand of us, that the"
            " data are given? And, if they are confidential, which section lifts that? A request"
            " from the police lifts nothing by itself."
        )
        title = _("Law and confidentiality")
        super().__init__(vault, case_id, parent, title, _("Save the assessment"), why=why)
        before = self.disclosure.assessment
        self.law, self.lifted_by, self.assessed_by = LineField(), LineField(), LineField()
        self.confidential = QCheckBox(_("The data are &confidential"))
        self.released = QCheckBox(_("The person has released us from &it"))
        self.note = TextArea(lines=4)
        help_ = _("Leave it blank when no law does.")
        forms.add_row(self.form, _("&Law that lets us give them"), self.law, help_, name="law")
        forms.add_row(self.form, "", self.confidential, name="confidential")
        forms.add_row(
            self.form, _("Section that li&fts confidentiality"), self.lifted_by, name="lifted_by"
        )
        forms.add_row(self.form, "", self.released, name="released")
        forms.add_row(self.form, _("&Reasons"), self.note, name="note")
        forms.add_row(
            self.form, _("Assessed &by"), self.assessed_by, required=True, name="assessed_by"
        )
        day = before.assessed_on if before else self.today
        self.assessed_on = self.day_row(_("&Date"), "assessed_on", day)
        self._show(before)
        self.confidential.toggled.connect(self._on_confidential_toggled)
        self._on_confidential_toggled(self.confidential.isChecked())

    def _show(self, before: Assessment | None) -> None:
        self.confidential.setChecked(before.confidential if before else True)
        self.assessed_by.set_text(before.assessed_by if before else self.vault.actor.name)
        if before:
            self.law.set_text(before.law)
            self.lifted_by.set_text(before.lifted_by)
            self.released.setChecked(before.released)
            self.note.set_text(before.note)

    def _on_confidential_toggled(self, on: bool) -> None:
        self.lifted_by.setEnabled(on)
        self.released.setEnabled(on)

    def do(self) -> Change:
        confidential = self.confidential.isChecked()
        return service.assess(
            self.vault,
            self.case_id,
            Assessment(
                law=self.law.text(),
                confidential=confidential,
                lifted_by=self.lifted_by.text() if confidential else "",
                released=confidential and self.released.isChecked(),
                note=self.note.text(),
                assessed_by=self.assessed_by.text(),
                assessed_on=day_of(self.assessed_on),
            ),
        )
