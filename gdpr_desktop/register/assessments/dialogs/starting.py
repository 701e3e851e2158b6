"""A new processing, from «does the law apply» to «you may start»: a page to each question of the
routine, and a draft of the activity at the end."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from gdpr_desktop.core.change import Change
from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.errors import FieldProblem, InvalidInputError
from gdpr_desktop.core.text import _
from gdpr_desktop.register.assessments.dialogs.guided import GuidedDialog
from gdpr_desktop.register.assessments.dialogs.result import ResultPanel
from gdpr_desktop.register.assessments.model import Kind, counted
from gdpr_desktop.register.assessments.questions import words
from gdpr_desktop.register.assessments.start.content import steps_of
from gdpr_desktop.register.assessments.start.outcome import EARLY, outcome
from gdpr_desktop.register.assessments.start.service import keep_start, problems
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields.text import TextArea
from gdpr_desktop.ui.labels import label
from gdpr_desktop.ui.page_scroll import PageScroll
from gdpr_desktop.ui.step_list import StepList
from gdpr_desktop.vault import Vault

_SIDE = 208  # pixels, of the list of steps


class StartDialog(GuidedDialog):
    """``accepted_value`` carries the ``Change`` that added the draft."""

    def __init__(self, vault: Vault, parent: QWidget | None = None) -> None:
        super().__init__(vault, Kind.START, parent, _("Save as a draft"), width=1000)
        self.step_list = StepList((*(page.title for page in self.pages), _("What comes of it")))
        self.step_list.chosen.connect(self.go_to)
        self._add_side()
        self.result_panel = ResultPanel(Kind.START)
        self.last_column.addWidget(label(_("What comes of it"), "heading"))
        self.last_column.addWidget(self.result_panel)
        self.note = TextArea(lines=3)
        form = forms.form_layout()
        self.last_column.addLayout(form)
        help_ = _("Why it came out as it did. It is kept with the draft.")
        forms.add_row(form, _("&Note"), self.note, help_, name="start_note")
        self.keep_draft_of("activity.start.0", None)
        self.begin()

    def _add_side(self) -> None:
        side = QFrame()
        side.setProperty("role", "side")
        column = QVBoxLayout(side)
        column.setContentsMargins(16, 24, 16, 16)
        column.addWidget(self.step_list)
        column.addStretch(1)
        scroll = PageScroll(side)
        scroll.setMinimumWidth(max(_SIDE, side.minimumSizeHint().width() + 16))
        scroll.setMaximumWidth(scroll.minimumWidth())
        outer = self.layout()
        assert isinstance(outer, QVBoxLayout)
        outer.removeWidget(self.scroll_area)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(scroll)
        row.addWidget(self.scroll_area, 1)
        outer.insertLayout(0, row, 1)

    def show_result(self) -> None:
        answers = counted(self.questions.questions, self.answers())
        found, texts = outcome(answers), words(Kind.START).codes
        steps = steps_of(answers, found, self.today, self.vault.municipality().language)
        self.result_panel.show_texts(
            texts[found.code.value],
            texts[f"{found.code.value}_text"],
            [texts[one] for one in found.reasons],
            [
                _("{step}, by {day}").format(step=one.text, day=long_date(one.due))
                for one in steps
                if one.due is not None
            ],
        )

    def _show_step(self) -> None:
        super()._show_step()
        self.step_list.set_current(self.step)
        found = outcome(counted(self.questions.questions, self.answers()))
        every = range(len(self.pages) + 1)
        self.step_list.show_only(self.steps() if found.code in EARLY else every)

    def problems(self) -> tuple[FieldProblem, ...]:
        return problems(self.answers())

    def show_problems(self, found: object) -> None:
        """A name that is taken is told at the question for it."""
        named = (
            FieldProblem(field="question_name", text=one.text) if one.field == "name" else one
            for one in found  # type: ignore[attr-defined]
        )
        super().show_problems(tuple(named))

    def do(self) -> Change:
        found = self.problems()
        if found:
            raise InvalidInputError(found)
        return keep_start(self.vault, self.answers(), self.notes(), self.note.text())

    def draft_about(self) -> str:
        return self.answers()["name"]
