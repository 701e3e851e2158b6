"""An assessment in force is looked at again: it holds, or it must be made anew."""

from PySide6.QtWidgets import QWidget

from gdpr_desktop.casework.officers import is_officer
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.errors import FieldProblem
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.text import _, ngettext
from gdpr_desktop.dpia.actions import Action
from gdpr_desktop.dpia.advice.deciding import advisers
from gdpr_desktop.dpia.advice.dialogs.approve import MONTHS
from gdpr_desktop.dpia.advice.dialogs.base import AssessmentDialog, chosen
from gdpr_desktop.dpia.advice.model import Review
from gdpr_desktop.dpia.advice.reviewing import require_reviewable, review
from gdpr_desktop.dpia.assessment import CHANGED, MEASURE
from gdpr_desktop.dpia.codes import State
from gdpr_desktop.dpia.steps import Step
from gdpr_desktop.law.calendar import add_months, next_working_day
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields.choice import RadioChoice
from gdpr_desktop.ui.fields.text import LineField, TextArea
from gdpr_desktop.ui.notes import NoteBox
from gdpr_desktop.vault import Vault


class ReviewDialog(AssessmentDialog):
    """Says first what has been changed in the record, and which measures are not done."""

    form_code = Action.REVIEW.value
    step = Step.REVIEW

    def __init__(self, vault: Vault, case_id: CaseId, parent: QWidget | None = None) -> None:
        title = _("Look at the assessment again")
        super().__init__(vault, case_id, parent, title, _("Save"))
        opened = self.found.state is State.UNDER_REVIEW
        require_reviewable(vault.db, self.found, same=opened)
        self._add_standing()
        pairs = [(True, _("It still holds"))]
        if not opened:
            pairs.append((False, _("It must be assessed anew")))
        self.same = RadioChoice(pairs)
        forms.add_row(self.form, _("What you &found"), self.same, name="same")
        self.why, self.name = TextArea(lines=4), LineField()
        help_ = _("The processing, the law, the technology, breaches and complaints since then.")
        forms.add_row(self.form, _("What you &looked at"), self.why, help_, True, name="why")
        forms.add_row(self.form, _("&Who looked at it"), self.name, "", True, name="name")
        owner = self.found.about.responsible
        self.name.set_text("" if is_officer(owner, advisers(vault, self.found)) else owner)
        self.reviewed_on = self.day_row(_("&Date"), "reviewed_on", self.today)
        again = next_working_day(add_months(self.today, MONTHS))
        self.next_on = self.day_row(_("Look at it &again"), "next_on", again)
        self.same.value_changed.connect(self._on_chosen)
        if opened:
            self.same.set_value(True)
        self.same.setFocus()

    def _add_standing(self) -> None:
        waiting = [one for one in self.found.tasks if not one.done]
        changed = [one.title for one in waiting if one.kind == CHANGED]
        if changed:
            text = "\n".join(f"• {one}" for one in changed)
            self.form.addRow(NoteBox(text, _("In the record"), role="notice"))
        late = [one for one in waiting if one.kind == MEASURE]
        if late:
            text = ngettext(
                "{count} measure is not done.", "{count} measures are not done.", len(late)
            )
            self.form.addRow(NoteBox(text.format(count=len(late)), role="notice"))
        approved = self.found.approval
        if approved is not None:
            text = _("In force since {day}.").format(day=long_date(approved.decided_on))
            self.form.addRow(NoteBox(text))

    def _on_chosen(self, _value: object = None) -> None:
        row = self.next_on.parentWidget()
        if row is not None:
            row.setVisible(self.same.value() is not False)

    def field_problems(self) -> list[FieldProblem]:
        return super().field_problems() + chosen("same", self.same)

    def do(self) -> Change:
        reviewed_on = self.reviewed_on.date()
        assert reviewed_on is not None, "checked before"
        same = bool(self.same.value())
        given = Review(
            reviewed_on=reviewed_on,
            name=self.name.text(),
            same=same,
            why=self.why.text(),
            next_on=self.next_on.date() if same else None,
        )
        return review(self.vault, self.case_id, given)
