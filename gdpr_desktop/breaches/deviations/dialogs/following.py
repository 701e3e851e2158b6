"""A deviation is followed up, and closed when what was wrong has been put right."""

from PySide6.QtWidgets import QWidget

from gdpr_desktop.breaches.deviations import store
from gdpr_desktop.breaches.deviations.actions import Action
from gdpr_desktop.breaches.deviations.dialogs.base import DRAFTS, DeviationDialog
from gdpr_desktop.breaches.deviations.dialogs.facts_part import severity_field
from gdpr_desktop.breaches.deviations.service.closing import close_deviation
from gdpr_desktop.breaches.deviations.service.intake import follow_up
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.text import _
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields.suggestions import suggest
from gdpr_desktop.ui.fields.text import LineField, TextArea
from gdpr_desktop.vault import Vault


class FollowUpDialog(DeviationDialog):
    """Who answers for it, when it is looked at next, and what is done."""

    form_code = f"{DRAFTS}.{Action.FOLLOW_UP.value}"

    def __init__(self, vault: Vault, case_id: CaseId, parent: QWidget | None = None) -> None:
        title = _("Follow up the deviation")
        super().__init__(vault, case_id, parent, title, _("Save"))
        facts = self.deviation.facts
        self.responsible, self.corrective = LineField(), TextArea(lines=3)
        suggest(self.responsible.line, store.known(vault.db, "responsible", vault.actor))
        self.responsible.set_text(facts.responsible)
        self.corrective.set_text(facts.corrective)
        words = _("&Who follows it up")
        forms.add_row(self.form, words, self.responsible, required=True, name="responsible")
        help_ = _("The day stands on the overview until then. Empty: no more is planned.")
        self.follow_up_on = self.day_row(
            _("&Next follow-up"), "follow_up_on", facts.follow_up_on, help=help_, required=False
        )
        help_ = _("What has been done, and what is left.")
        forms.add_row(self.form, _("&Corrective action"), self.corrective, help_, name="corrective")
        self.severity = severity_field()
        self.severity.set_value(facts.severity)
        forms.add_row(self.form, _("How &serious"), self.severity, name="severity")

    def do(self) -> Change:
        return follow_up(
            self.vault,
            self.case_id,
            responsible=self.responsible.text(),
            follow_up_on=self.follow_up_on.date(),
            corrective=self.corrective.text(),
            severity=self.severity.value(),
        )


class CloseDialog(DeviationDialog):
    """Close it, with what was done."""

    form_code = f"{DRAFTS}.{Action.CLOSE.value}"

    def __init__(self, vault: Vault, case_id: CaseId, parent: QWidget | None = None) -> None:
        intro = _(
            "The case leaves the list of open cases, and its deadlines stop. Everything in it is "
            "kept, and it can be opened again."
        )
        title = _("Close the deviation")
        super().__init__(vault, case_id, parent, title, title, intro=intro)
        self.corrective = TextArea(lines=3)
        self.corrective.set_text(self.deviation.facts.corrective)
        help_ = _("What was done to put it right, or why nothing had to be done.")
        forms.add_row(
            self.form, _("&Corrective action"), self.corrective, help_, True, name="corrective"
        )

    def do(self) -> Change:
        return close_deviation(self.vault, self.case_id, corrective=self.corrective.text())
