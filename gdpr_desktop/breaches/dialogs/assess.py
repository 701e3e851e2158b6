"""The risk is assessed: six factors and four choices, with what comes of them beside."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gdpr_desktop.breaches.actions import Action
from gdpr_desktop.breaches.assessing import factors
from gdpr_desktop.breaches.assessing.advice import Assessment, Factor, SeverityChoices
from gdpr_desktop.breaches.assessing.from_case import (
    suggested_class,
    suggested_ease,
    suggested_losses,
    suggested_malice,
    suggested_weights,
    with_scope,
)
from gdpr_desktop.breaches.assessing.service import assess
from gdpr_desktop.breaches.clock.machine import machine_words
from gdpr_desktop.breaches.dialogs.assess_fields import FactorField, SeverityField
from gdpr_desktop.breaches.dialogs.assess_result import ResultPanel
from gdpr_desktop.breaches.dialogs.assessing_dialog import AssessingDialog
from gdpr_desktop.breaches.steps import Step
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import FieldProblem
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.text import _
from gdpr_desktop.ui import form_state, forms
from gdpr_desktop.ui.fields.text import TextArea
from gdpr_desktop.ui.labels import label
from gdpr_desktop.ui.notes import NoteBox
from gdpr_desktop.vault import Vault

_WIDTH, _HEIGHT = 1080, 780


class AssessDialog(AssessingDialog):
    """An earlier assessment is shown to be changed; a new one takes its place."""

    form_code = Action.ASSESS.value
    step = Step.ASSESSMENT

    def __init__(self, vault: Vault, case_id: CaseId, parent: QWidget | None = None) -> None:
        title, deed = _("Assess the risk"), _("Save the assessment")
        super().__init__(vault, case_id, parent, title, deed, width=_WIDTH)
        self._add_notes()
        self.factors = {factor: FactorField(factor) for factor in Factor}
        self.form.addRow(label(_("Six questions"), "heading"))
        for factor, field in self.factors.items():
            words = factors.factor_words(factor)
            help_ = f"{factors.heading('worse')} {words.text}"
            forms.add_row(self.form, words.title, field, help_, name=factor.value)
        self.form.addRow(label(_("How severe is it? Four choices"), "heading"))
        self.severity = SeverityField()
        self.form.addRow(self.severity)
        self.consequences, self.note = TextArea(lines=3), TextArea(lines=3)
        self.form.addRow(label(_("In your own words"), "heading"))
        forms.add_row(
            self.form, _("Possible &consequences"), self.consequences, name="consequences"
        )
        help_ = _("Where a risk is unlikely, write why. It must stand up to a check.")
        forms.add_row(self.form, _("The assessment as a &whole"), self.note, help_, name="note")
        self._add_result()
        self._fill()
        form_state.watch(self._page, self._on_changed)
        self._on_changed()

    def _add_notes(self) -> None:
        self.form.addRow(NoteBox(machine_words(self.vault), role="notice"))
        if self.breach.scope is None:
            text = _("Describe the people and the data first, or what is not known is in doubt.")
            self.form.addRow(NoteBox(text, _("People and data are not described")))
        elif not self.breach.versions:
            text = _("Some answers are suggested from the case. Go through them.")
            self.form.addRow(NoteBox(text))

    def _add_result(self) -> None:
        self.outcome = ResultPanel()
        outer = self.layout()
        assert isinstance(outer, QVBoxLayout), "the frame of every form"
        outer.removeWidget(self.scroll_area)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.scroll_area, 3)
        row.addWidget(self.outcome, 2)
        outer.insertLayout(0, row, 1)

    def _fill(self) -> None:
        made, scope = self.breach.assessment, self.breach.scope
        if made is not None:
            for considered in made.factors:
                self.factors[considered.factor].show_considered(considered)
            self.severity.show_choices(made.enisa)
            self.consequences.set_text(made.consequences)
            self.note.set_text(made.note)
            return
        for factor, weight in suggested_weights(scope).items():
            self.factors[factor].weight.set_value(weight)
        self.severity.data.set_value(suggested_class(scope))
        self.severity.show_ease(suggested_ease(scope))
        self.severity.show_losses(suggested_losses(scope))
        self.severity.malicious.set_value(suggested_malice(self.breach.course))
        self.consequences.set_text(scope.consequences_text if scope is not None else "")

    def assessment(self) -> Assessment | None:
        """What is chosen, with the facts of the case; None while an answer is missing."""
        enisa = self.severity.choices()
        considered = tuple(field.considered() for field in self.factors.values())
        if enisa is None or None in considered:
            return None
        return self._made(enisa)

    def _made(self, enisa: SeverityChoices) -> Assessment:
        considered = (field.considered() for field in self.factors.values())
        made = Assessment(
            factors=tuple(one for one in considered if one is not None),
            enisa=enisa,
            consequences=self.consequences.text(),
            note=self.note.text(),
        )
        return with_scope(made, self.breach.scope)

    def _on_changed(self, *_value: object) -> None:
        assessment, enisa = self.assessment(), self.severity.choices()
        self.outcome.show_severity(enisa, self._made(enisa) if enisa is not None else None)
        self.outcome.show_advice(assessment)

    def restore_draft(self, state: form_state.State) -> None:
        super().restore_draft(state)
        self._on_changed()

    def field_problems(self) -> list[FieldProblem]:
        text = _("Choose how much it counts.")
        factors_left = [
            FieldProblem(field=factor.value, text=text)
            for factor, field in self.factors.items()
            if field.considered() is None
        ]
        return [*super().field_problems(), *factors_left, *self.severity.problems()]

    def do(self) -> Change:
        assessment = self.assessment()
        assert assessment is not None, "checked before"
        return assess(self.vault, self.case_id, assessment)

    def _order(self) -> None:
        super()._order()
        self.setTabOrder(self.save_button, self.outcome)

    def _fit(self) -> None:
        super()._fit()
        room = self.screen().availableGeometry()
        characters = self.fontMetrics().averageCharWidth() * 130
        width = min(max(_WIDTH, characters), room.width() - 32)
        self.resize(width, min(max(_HEIGHT, self.height()), room.height() - 64))
