"""The risk owner accepts the risk that is left, or sends the assessment back with words."""

from PySide6.QtWidgets import QWidget

from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import FieldProblem
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.text import _
from gdpr_desktop.dpia.actions import Action
from gdpr_desktop.dpia.advice.deciding import approve, number_of, require_advised
from gdpr_desktop.dpia.advice.dialogs.base import DecidingDialog, chosen
from gdpr_desktop.dpia.advice.model import Approval
from gdpr_desktop.dpia.advice.rules import consulted, forbidden, wants_consultation
from gdpr_desktop.dpia.advice.words import decision_words
from gdpr_desktop.dpia.risks.model import Level, highest_left
from gdpr_desktop.dpia.words import words
from gdpr_desktop.law.calendar import add_months, next_working_day
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields.choice import RadioChoice
from gdpr_desktop.ui.fields.text import TextArea
from gdpr_desktop.ui.notes import NoteBox
from gdpr_desktop.vault import Vault

MONTHS = 12  # until it is looked at again, unless another day is given


class ApproveDialog(DecidingDialog):
    """Says first what risk is left, and what stands in the way."""

    form_code = Action.APPROVE.value

    def __init__(self, vault: Vault, case_id: CaseId, parent: QWidget | None = None) -> None:
        title = _("Approve, or send back")
        super().__init__(vault, case_id, parent, title, _("Save the decision"))
        require_advised(self.found)
        self._add_standing()
        self.add_advice()
        pairs = (
            (True, _("Approved: the risk that is left is accepted")),
            (False, _("Sent back: something must be changed first")),
        )
        self.approved = RadioChoice(pairs)
        forms.add_row(self.form, _("What &is decided"), self.approved, name="approved")
        self.why = TextArea(lines=4)
        help_ = _("Must be filled in when it is sent back.")
        forms.add_row(self.form, _("&Why"), self.why, help_, name="why")
        about, decided = self.found.about, self.found.decision
        self.add_who(
            decided.name if decided else about.responsible,
            decided.role if decided else about.responsible_role,
            self.today,
        )
        again = next_working_day(add_months(self.today, MONTHS))
        help_ = _("A year is usual. Sooner where much is changing.")
        words_ = _("Look at it &again")
        self.review_on = self.day_row(words_, "review_on", again, help=help_)
        self.approved.value_changed.connect(self._on_chosen)
        self.approved.setFocus()

    @property
    def _hindered(self) -> bool:
        waits = wants_consultation(self.found) and not consulted(self.found)
        return self.found.decision is None or waits or forbidden(self.found)

    def _add_standing(self) -> None:
        left = highest_left(self.found.content)
        title = _("The highest risk that is left: {level}").format(level=words(left).lower())
        said = [decision_words(self.found.decision)] if self.found.decision else []
        if forbidden(self.found):
            said.append(_("Datatilsynet has forbidden the processing."))
        elif wants_consultation(self.found) and not consulted(self.found):
            said.append(_("Datatilsynet must answer before it can be approved."))
        if self.found.decision is None:
            said.append(_("It has not been noted yet whether the advice is followed."))
        role = "notice" if self._hindered or left is Level.HIGH else "side"
        self.form.addRow(NoteBox("\n".join(said), title, role=role))

    def _on_chosen(self, _value: object = None) -> None:
        row = self.review_on.parentWidget()
        if row is not None:
            row.setVisible(self.approved.value() is not False)

    def field_problems(self) -> list[FieldProblem]:
        return super().field_problems() + chosen("approved", self.approved)

    def do(self) -> Change:
        decided_on = self.decided_on.date()
        assert decided_on is not None, "checked before"
        approved = bool(self.approved.value())
        approval = Approval(
            submission=number_of(self.found),
            approved=approved,
            why=self.why.text(),
            name=self.name.text(),
            role=self.role.text(),
            decided_on=decided_on,
            review_on=self.review_on.date() if approved else None,
        )
        return approve(self.vault, self.case_id, approval)
