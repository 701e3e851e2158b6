"""A deviation turns out to be a breach: the same first minute, begun from what is known."""

from PySide6.QtWidgets import QWidget

from gdpr_desktop.breaches.deviations.actions import Action
from gdpr_desktop.breaches.deviations.dialogs.base import DRAFTS
from gdpr_desktop.breaches.deviations.service.base import read_deviation
from gdpr_desktop.breaches.deviations.service.linking import make_breach, reporter_of
from gdpr_desktop.breaches.dialogs.intake import IntakeDialog
from gdpr_desktop.breaches.model import Intake
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.text import _
from gdpr_desktop.ui.notes import NoteBox
from gdpr_desktop.vault import Vault

FORM = f"{DRAFTS}.{Action.IS_BREACH.value}"


class IsBreachDialog(IntakeDialog):
    """Asks when it was discovered and when we were aware: noticing a deviation is neither."""

    def __init__(self, vault: Vault, case_id: CaseId, parent: QWidget | None = None) -> None:
        self._deviation = read_deviation(vault, case_id)
        self.deviation_id = case_id
        super().__init__(vault, parent)
        facts = self._deviation.facts
        text = _(
            "A breach is registered from the deviation {number}, and the deviation is closed. The"
            " two are linked. The 72 hours run from when we were reasonably sure that personal"
            " data were hit."
        )
        self.form.insertRow(0, NoteBox(text.format(number=self._deviation.case.number)))
        self.title_line.set_text(facts.title)
        self.what.set_text(facts.what)
        self.unit.set_text(facts.department)
        self.reporter.set_value(reporter_of(facts.source))
        if facts.noticed_on != self.today:
            self.discovered.set_moment(None)  # the hour is not known: it is asked for
            self.later.setChecked(True)

    def keep_draft_of(self, form: str, case_id: CaseId | None) -> None:
        super().keep_draft_of(FORM, self._deviation.case.id)

    def register(self, intake: Intake) -> Change:
        return make_breach(self.vault, self._deviation.case.id, intake)

    def draft_about(self) -> str:
        return f"{self._deviation.case.number}: {super().draft_about()}"
