"""The form of a risk assessment."""

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QWidget

from gdpr_desktop.core.errors import FieldProblem
from gdpr_desktop.core.text import _
from gdpr_desktop.register.entries import store
from gdpr_desktop.register.entries.dialogs.base import EntryDialog
from gdpr_desktop.register.entries.model import Entry, EntryKind
from gdpr_desktop.register.risks.dialogs.risks_field import RisksField
from gdpr_desktop.register.risks.model import Occasion, RiskAssessment
from gdpr_desktop.register.risks.words import occasion_words
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields.choice import Choice
from gdpr_desktop.ui.fields.picks import PicksField
from gdpr_desktop.ui.fields.text import LineField, TextArea
from gdpr_desktop.vault import Vault


class RiskAssessmentDialog(EntryDialog):
    """A new assessment, or one that is changed; ``part`` opens it at «risks» or «conclusion»."""

    kind = EntryKind.RISK_ASSESSMENT
    topic = "system.risk"

    def __init__(
        self,
        vault: Vault,
        entry: Entry | None = None,
        parent: QWidget | None = None,
        part: str = "",
    ) -> None:
        title = _("Change the risk assessment") if entry else _("New risk assessment")
        super().__init__(vault, entry, parent, title, _("Save"))
        fresh = RiskAssessment(name="", made_on=self.today)
        self._build_about(entry.content if entry else fresh)
        self._build_outcome(entry.content if entry else fresh)
        self.show_content(entry.content if entry else fresh)
        start: dict[str, QWidget] = {"risks": self.risks, "conclusion": self.conclusion}
        if part in start:
            start[part].setFocus()

    def _build_about(self, assessment: RiskAssessment) -> None:
        self.name, self.made_by, self.method = LineField(), LineField(), LineField()
        self.activities = PicksField(store.names(self.vault.db, EntryKind.ACTIVITY))
        self.systems = PicksField(store.names(self.vault.db, EntryKind.SYSTEM))
        self.occasion = Choice([(one, occasion_words(one)) for one in Occasion])
        forms.add_row(self.form, _("&Name"), self.name, required=True, name="name")
        forms.add_row(self.form, _("&Activities"), self.activities, name="activities")
        forms.add_row(self.form, _("&Systems"), self.systems, name="systems")
        forms.add_row(self.form, _("&Occasion"), self.occasion, name="occasion")
        self.made_on = self.day_row(_("Asse&ssed"), "made_on", assessment.made_on, required=False)
        help_ = _("Those who took part, by role.")
        forms.add_row(self.form, _("Made &by"), self.made_by, help_, name="made_by")
        help_ = _("For example a workshop, or the municipality's own form.")
        forms.add_row(self.form, _("&Method"), self.method, help_, name="method")

    def _build_outcome(self, assessment: RiskAssessment) -> None:
        self.risks = RisksField(self.vault.clock)
        self.conclusion, self.accepted_risk = TextArea(lines=4), TextArea(lines=2)
        self.archive_number = LineField()
        forms.add_row(self.form, _("&Risks"), self.risks, name="risks")
        forms.add_row(self.form, _("&Conclusion"), self.conclusion, name="conclusion")
        help_ = _("Who accepts the risk that is left, and why.")
        forms.add_row(
            self.form, _("Risk that is acc&epted"), self.accepted_risk, help_, name="accepted"
        )
        self.review_on = self.day_row(
            _("Assess a&gain"), "review_on", assessment.review_on, required=False
        )
        forms.add_row(
            self.form, _("Archi&ve case number"), self.archive_number, name="archive_number"
        )

    def show_content(self, assessment: RiskAssessment) -> None:
        """Fill the fields."""
        self.before = assessment
        self.name.set_text(assessment.name)
        self.activities.set_value(assessment.activities)
        self.systems.set_value(assessment.systems)
        self.occasion.set_value(assessment.occasion)
        self.made_by.set_text(assessment.made_by)
        self.method.set_text(assessment.method)
        self.risks.set_value(assessment.risks)
        self.conclusion.set_text(assessment.conclusion)
        self.accepted_risk.set_text(assessment.accepted)
        self.archive_number.set_text(assessment.archive_number)

    def content(self) -> RiskAssessment:
        return replace(
            self.before,
            name=self.name.text(),
            activities=self.activities.value(),
            systems=self.systems.value(),
            occasion=str(self.occasion.value()),
            made_on=self.made_on.date(),
            made_by=self.made_by.text(),
            method=self.method.text(),
            risks=self.risks.value(),
            conclusion=self.conclusion.text(),
            accepted=self.accepted_risk.text(),
            review_on=self.review_on.date(),
            archive_number=self.archive_number.text(),
        )

    def field_problems(self) -> list[FieldProblem]:
        """Also a day that has not come: the assessment would count as made."""
        found = super().field_problems()
        day = self.made_on.date()
        if day is not None and day > self.today:
            text = _("This day has not come yet.")
            found.append(FieldProblem(field="made_on", text=text))
        return found

    def _state(self) -> tuple[Any, ...]:
        return (
            *super()._state(),
            self.risks.value(),
            self.activities.value(),
            self.systems.value(),
        )
