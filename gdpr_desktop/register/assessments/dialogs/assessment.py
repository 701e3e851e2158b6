"""One assessment of an activity or a system: the questions, what comes of them, the conclusion."""

from PySide6.QtWidgets import QCheckBox, QFormLayout, QWidget

from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import FieldProblem, InvalidInputError
from gdpr_desktop.core.text import _
from gdpr_desktop.register.assessments import rules, service
from gdpr_desktop.register.assessments.dialogs.guided import GuidedDialog
from gdpr_desktop.register.assessments.dialogs.result import ResultPanel, SidesPanel
from gdpr_desktop.register.assessments.model import Kind, Side, counted
from gdpr_desktop.register.assessments.weighing import purpose_of
from gdpr_desktop.register.entries.model import Entry
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields.choice import RadioChoice
from gdpr_desktop.ui.fields.text import TextArea
from gdpr_desktop.ui.labels import label
from gdpr_desktop.vault import Vault

_PROPOSES = frozenset({Kind.LAWFUL_BASIS, Kind.SPECIAL})


class AssessmentDialog(GuidedDialog):
    """``accepted_value`` carries the ``Change``. What is typed is kept as a draft."""

    def __init__(
        self, vault: Vault, entry: Entry, kind: Kind, parent: QWidget | None = None
    ) -> None:
        content = entry.content
        purposes = tuple(one.text for one in getattr(content, "purposes", ()))
        fixed = rules.answered_by_program(kind, content)
        super().__init__(
            vault, kind, parent, _("Keep the assessment"), purposes=purposes, fixed=fixed
        )
        self.entry = entry
        self.sides: SidesPanel | None = None
        self.use: QCheckBox | None = None
        self.result_panel = ResultPanel(kind)
        if any(one.side is not Side.NONE for one in self.questions.questions):
            self._add_sides()
        self.last_column.addWidget(label(_("What comes of it"), "heading"))
        self.last_column.addWidget(self.result_panel)
        form = forms.form_layout()
        self.last_column.addLayout(form)
        if kind in _PROPOSES:
            self._add_use(form)
        self.conclusion = TextArea(lines=4)
        help_ = _("Written by you, not by the program. It is kept and printed.")
        forms.add_row(
            form,
            _("&Conclusion"),
            self.conclusion,
            help_,
            self.questions.concludes,
            name="conclusion",
        )
        self.keep_draft_of(f"{entry.kind.value}.assess:{kind}.{entry.id}", None)
        self.begin()

    def _add_sides(self) -> None:
        self.sides = SidesPanel(self.kind)
        heading = label(_("What speaks for and against"), "heading")
        place = self.page_layout.indexOf(self.pages[-1])
        self.page_layout.insertWidget(place, heading)
        self.page_layout.insertWidget(place + 1, self.sides)

    def _add_use(self, form: QFormLayout) -> None:
        self.use = QCheckBox(_("&Use the proposal"))
        self.use.setObjectName("use")
        self.use.setChecked(True)
        form.addRow(self.use)
        self.way = RadioChoice(
            (
                ("replace", _("In the place of the basis it has")),
                ("add", _("Beside it: the purpose needs several")),
            )
        )
        self.way.set_value("replace")
        self.way_row = forms.add_row(
            form, _("The purpose has another basis already"), self.way, name="way"
        )
        self.reason = TextArea(lines=2)
        help_ = _("People must be told anew when the basis is changed.")
        self.reason_row = forms.add_row(
            form, _("&Why"), self.reason, help_, required=True, name="reason"
        )

    def show_result(self) -> None:
        answers, content = self.answers(), self.entry.content
        verdict = rules.judge(self.kind, answers, content, self.today)
        self.result_panel.show_verdict(verdict)
        self.save_button.setEnabled(not verdict.closed)
        if self.sides is not None:
            self.sides.show_answers(counted(self.questions.questions, answers))
        if self.use is not None:
            proposed = verdict.basis is not None or verdict.condition is not None
            self.use.setVisible(proposed)
            purpose = purpose_of(content, answers) if self.kind is Kind.LAWFUL_BASIS else None
            other = self.use.isChecked() and service.needs_reason(purpose, verdict.basis)
            self.way_row.setVisible(proposed and other)
            self.reason_row.setVisible(proposed and other)

    def problems(self) -> tuple[FieldProblem, ...]:
        return service.problems(self.kind, self.answers(), self.conclusion.text())

    def do(self) -> Change:
        found = self.problems()
        if found:
            raise InvalidInputError(found)
        used = self.use is not None and self.use.isChecked()
        done = service.Done(
            kind=self.kind,
            answers=self.answers(),
            notes=self.notes(),
            conclusion=self.conclusion.text(),
            use=used,
            add=used and self.way.value() == "add",
            reason=self.reason.text() if used else "",
        )
        return service.keep_assessment(self.vault, self.entry.id, done)

    def draft_about(self) -> str:
        return self.entry.name
