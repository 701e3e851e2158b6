"""«Do we need an assessment?»: a page to each kind of sign, with the advice at the side."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import FieldProblem, InvalidInputError
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.text import _
from gdpr_desktop.dpia.actions import Action
from gdpr_desktop.dpia.codes import Advice
from gdpr_desktop.dpia.screening import texts
from gdpr_desktop.dpia.screening.checks import screening_problems
from gdpr_desktop.dpia.screening.dialogs.paged import PagedDialog
from gdpr_desktop.dpia.screening.lists import covering
from gdpr_desktop.dpia.screening.model import MOMENTS, Excuse, Moment, ScreeningAnswers
from gdpr_desktop.dpia.screening.putting import require_undecided
from gdpr_desktop.dpia.screening.rules import is_settled, screen
from gdpr_desktop.dpia.screening.service import note_screening
from gdpr_desktop.dpia.screening.widgets.answer_rows import NO, UNSURE, YES, AnswerRows
from gdpr_desktop.dpia.screening.words import advice_means, reason_lines
from gdpr_desktop.dpia.words import words
from gdpr_desktop.register.assessments.dialogs.fields import AnswerButtons
from gdpr_desktop.register.assessments.dialogs.result import bullets
from gdpr_desktop.ui import accessible, forms
from gdpr_desktop.ui.fields.choice import Choice
from gdpr_desktop.ui.fields.explained_choice import ExplainedChoice
from gdpr_desktop.ui.fields.text import TextArea
from gdpr_desktop.ui.labels import label
from gdpr_desktop.ui.notes import NoteBox
from gdpr_desktop.vault import Vault

_ROWS = ("listed", "always", "criteria")  # pages of rows with yes, no, unsure
_NONE = "none"
_MOMENTS, _EXCUSE = texts.PAGES.index("moments"), texts.PAGES.index("excuse")


class ScreenDialog(PagedDialog):
    """Answers given before stand there; they can be changed until the assessment is sent."""

    form_code = Action.SCREEN.value

    def __init__(self, vault: Vault, case_id: CaseId, parent: QWidget | None = None) -> None:
        super().__init__(
            vault, case_id, parent, _("Do we need an assessment?"), _("Save the answers")
        )
        require_undecided(self.found)
        self.rows: dict[str, AnswerRows] = {}
        self.high: dict[str, AnswerButtons] = {}
        self.why: dict[str, TextArea] = {}
        self._why_rows: dict[str, forms.FieldRow] = {}
        for name in texts.PAGES:
            said = texts.page(name)
            column = self.add_page(said.title, said.intro)
            self._fill_page(name, column)
        self.advice = NoteBox(role="card")
        self.side_column.addWidget(label(_("The advice so far"), "label"))
        self.side_column.addWidget(self.advice)
        before = self.found.screening
        if before is not None:
            self._show_answers(before)
        self.begin(len(self.pages) - 1 if before is not None else 0)

    def _fill_page(self, name: str, column: QVBoxLayout) -> None:
        if name in _ROWS:
            self.rows[name] = AnswerRows(texts.asked(name))
            self.rows[name].setObjectName(name)
            column.addWidget(forms.FieldRow("", self.rows[name]))
        elif name == "moments":
            self.settled = NoteBox()
            column.addWidget(self.settled)
            for one in texts.asked(name):
                self._add_moment(column, one)
        elif name == "excuse":
            self._add_excuse(column)
        else:
            self.outcome, self.reasons = NoteBox(role="side"), label("")
            column.addWidget(self.outcome)
            column.addWidget(self.reasons)

    def _add_moment(self, column: QVBoxLayout, one: texts.Asked) -> None:
        high, why = AnswerButtons((YES, NO, UNSURE)), TextArea(lines=2)
        high.setObjectName(f"moment_{one.id}")
        why.setObjectName(f"why_{one.id}")
        column.addWidget(forms.FieldRow(one.text, high, one.help))
        row = forms.FieldRow(_("Why?"), why, required=True)
        accessible.name(why, _("Why? {question}").format(question=one.text))
        column.addWidget(row)
        self.high[one.id], self.why[one.id], self._why_rows[one.id] = high, why, row

    def _add_excuse(self, column: QVBoxLayout) -> None:
        said = [(one, texts.excuse_text(one)) for one in (None, *Excuse)]
        self.excuse = ExplainedChoice(
            (one.value if one else _NONE, each.text, each.help) for one, each in said
        )
        self.covered_by = Choice(covering(self.vault, but=self.case_id), empty=_("Not chosen"))
        self.proof = TextArea(lines=3)
        self.excuse.setObjectName("excuse")
        self.covered_by.setObjectName("covered_by")
        self.proof.setObjectName("excuse_proof")
        column.addWidget(forms.FieldRow("", self.excuse))
        self._covered_row = forms.FieldRow(_("Which assessment?"), self.covered_by)
        self._proof_row = forms.FieldRow(_("What shows it?"), self.proof)
        column.addWidget(self._covered_row)
        column.addWidget(self._proof_row)

    def _show_answers(self, before: ScreeningAnswers) -> None:
        yes = {*before.listed, *before.always, *before.criteria}
        for rows in self.rows.values():
            doubted = {one: UNSURE if one in before.unsure else NO for one in rows.buttons}
            rows.set_answers({one: YES if one in yes else doubted[one] for one in doubted})
        for one in before.moments:
            self.high[one.id].set_answer(YES if one.high else NO)
            self.why[one.id].set_text(one.why)
        for name in set(MOMENTS) & set(before.unsure):
            self.high[name].set_answer(UNSURE)
        self.excuse.set_value(before.excuse.value if before.excuse else _NONE)
        self.covered_by.set_value(before.covered_by)
        self.proof.set_text(before.excuse_proof)

    def answers(self) -> ScreeningAnswers:
        """What is answered so far."""
        excuse = self._excuse()
        return ScreeningAnswers(
            listed=self._answered("listed", YES),
            always=self._answered("always", YES),
            criteria=self._answered("criteria", YES),
            unsure=(
                *(one for name in _ROWS for one in self._answered(name, UNSURE)),
                *(one for one in MOMENTS if self.high[one].answer() == UNSURE),
            ),
            moments=tuple(
                self._moment(one) for one in MOMENTS if self.high[one].answer() in (YES, NO)
            ),
            excuse=excuse,
            excuse_proof=self.proof.text() if excuse else "",
            covered_by=self.covered_by.value() if excuse is Excuse.SIMILAR else None,
        )

    def _answered(self, name: str, wanted: str) -> tuple[str, ...]:
        given = self.rows[name].answers()
        return tuple(one for one, answer in given.items() if answer == wanted)

    def _moment(self, one: str) -> Moment:
        high = self.high[one].answer() == YES
        return Moment(id=one, high=high, why=self.why[one].text() if high else "")

    def _excuse(self) -> Excuse | None:
        chosen = self.excuse.value()
        return Excuse(chosen) if chosen not in (None, _NONE) else None

    def show_result(self) -> None:
        answers = self.answers()
        found = screen(answers)
        begun = any(self.problems_of(page) for page in range(len(self.pages)))
        if begun and found.advice is Advice.NOT:
            text = _("So far nothing speaks for an assessment.")
            self.advice.say(text, _("Not finished yet"))
        else:
            self.advice.say(advice_means(found.advice), words(found.advice))
        self.outcome.say(advice_means(found.advice), words(found.advice))
        self.reasons.setText(bullets(reason_lines(found.reasons, answers)))
        for one, row in self._why_rows.items():
            row.setVisible(self.high[one].answer() == YES)
        self._tell_settled(answers)
        excuse = self._excuse()
        self._covered_row.setVisible(excuse is Excuse.SIMILAR)
        self._proof_row.setVisible(excuse is not None)
        if excuse is not None:
            text = texts.proof_text(excuse)
            chosen = excuse is Excuse.SIMILAR and self.covered_by.value() is not None
            self._proof_row.label.setText(text if chosen else f"{text} *")
            accessible.name(self.proof, text)

    def _tell_settled(self, answers: ScreeningAnswers) -> None:
        """Where the law has said «must», nothing on this page changes that."""
        text = _("The pages before have settled it. You may go on without answering here.")
        self.settled.say(text if is_settled(answers) else "")

    def problems_of(self, page: int) -> list[FieldProblem]:
        name = texts.PAGES[page]
        if name in _ROWS:
            if self.rows[name].unanswered():
                text = _("Answer each of them, or choose «No to the rest».")
                return [FieldProblem(field=name, text=text)]
            return []
        found = screening_problems(self.answers(), self.found.about.novelty)
        excuse = [one for one in found if one.field.startswith(("excuse", "covered"))]
        if page == _EXCUSE:
            lacks = self.excuse.value() is None
            text = _("Choose one of them, or «no».")
            return [FieldProblem(field="excuse", text=text)] if lacks else excuse
        if page != _MOMENTS:
            return []
        text = _("Answer the question.")
        open_ = () if is_settled(self.answers()) else MOMENTS
        blank = [one for one in open_ if not self.high[one].answer()]
        missing = [FieldProblem(field=f"moment_{one}", text=text) for one in blank]
        others = [one for one in found if one not in excuse]
        return sorted(missing + others, key=_place)  # the first of the page gets the focus

    def do(self) -> Change:
        found = [one for page in range(len(self.pages)) for one in self.problems_of(page)]
        if found:
            raise InvalidInputError(found)
        return note_screening(self.vault, self.case_id, self.answers())


def _place(problem: FieldProblem) -> int:
    return MOMENTS.index(problem.field.removeprefix("moment_").removeprefix("why_"))
