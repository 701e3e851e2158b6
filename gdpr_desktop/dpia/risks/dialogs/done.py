"""A planned measure is carried out; one is chosen of those that wait."""

from PySide6.QtWidgets import QWidget

from gdpr_desktop.casework.dialogs.base import CaseDialog
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import RefusedError
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.text import _
from gdpr_desktop.dpia.actions import Action
from gdpr_desktop.dpia.content import Measure
from gdpr_desktop.dpia.risks.service import is_waiting, note_done
from gdpr_desktop.dpia.risks.words import measure_state
from gdpr_desktop.dpia.service.base import read_dpia
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields.choice import Choice
from gdpr_desktop.ui.fields.text import TextArea
from gdpr_desktop.ui.labels import label
from gdpr_desktop.vault import Vault


class MeasureDoneDialog(CaseDialog):
    """Which, when, and what was done. ``key`` chooses one beforehand."""

    form_code = Action.MEASURE.value

    def __init__(
        self, vault: Vault, case_id: CaseId, parent: QWidget | None = None, key: str = ""
    ) -> None:
        waiting = [one for one in read_dpia(vault, case_id).content.measures if is_waiting(one)]
        if not waiting:
            raise RefusedError(_("No measure waits to be carried out."))
        waiting.sort(key=_by_day)
        super().__init__(
            vault, case_id, parent, _("A measure is carried out"), _("Note that it is done")
        )
        self._plans = {one.key: _plan(one) for one in waiting}
        self.measure = Choice([(one.key, one.title) for one in waiting])
        self.measure.set_value(key if key in self._plans else waiting[0].key)
        forms.add_row(self.form, _("&Measure"), self.measure, name="measure")
        self.plan = label("", "muted")
        self.form.addRow(self.plan)
        self.measure.value_changed.connect(self._show_plan)
        self._show_plan()
        self.done_on = self.day_row(_("&Carried out"), "done_on", self.today)
        self.what = TextArea(max_length=2000, lines=3)
        help_ = _("Write how, and where it is documented.")
        forms.add_row(self.form, _("&What was done"), self.what, help_, name="what")

    def _show_plan(self, _key: object = None) -> None:
        self.plan.setText(self._plans[self.measure.value()])

    def do(self) -> Change:
        day = self.done_on.date()
        assert day is not None, "it is required"
        key = self.measure.value()
        return note_done(self.vault, self.case_id, key, day, self.what.text())


def _by_day(measure: Measure) -> tuple[bool, str]:
    """What is due first stands first; those without a day last."""
    return measure.due is None, measure.due.isoformat() if measure.due else ""


def _plan(measure: Measure) -> str:
    """By when, and who sees to it."""
    parts = (measure_state(measure), measure.owner)
    return " · ".join(part for part in parts if part)
