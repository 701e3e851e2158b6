"""Questions in a dialog: all on one page, or one part at a time with back and next."""

from collections.abc import Iterable, Mapping
from itertools import pairwise

from PySide6.QtWidgets import QVBoxLayout, QWidget

from gdpr_desktop.core.bilingual import Bilingual
from gdpr_desktop.core.errors import FieldProblem
from gdpr_desktop.core.text import _
from gdpr_desktop.register.assessments.dialogs.fields import QuestionRow
from gdpr_desktop.register.assessments.model import Kind, Part, asked
from gdpr_desktop.register.assessments.questions import questionnaire, words
from gdpr_desktop.ui import form_state, forms
from gdpr_desktop.ui.accessible import announce
from gdpr_desktop.ui.deed_dialog import DeedDialog
from gdpr_desktop.ui.labels import button, label
from gdpr_desktop.vault import Vault


class PartPage(QWidget):
    """One part: its title and its questions."""

    def __init__(self, title: str, rows: Iterable[QuestionRow]) -> None:
        super().__init__()
        self.rows = tuple(rows)
        self.title = title
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(label(title, "heading"))
        for row in self.rows:
            column.addWidget(row)

    def show_asked(self, ids: frozenset[str]) -> bool:
        """Hide the questions that are not asked; False when none is."""
        found = False
        for row in self.rows:
            row.setVisible(row.question.id in ids)
            found |= row.question.id in ids
        return found


class GuidedDialog(DeedDialog):
    """Subclasses add to ``self.last`` what stands after the questions, then call ``begin``, and
    say in ``show_result`` what comes of the answers."""

    feature = "register"

    def __init__(
        self,
        vault: Vault,
        kind: Kind,
        parent: QWidget | None,
        deed: str,
        *,
        purposes: tuple[Bilingual, ...] = (),
        fixed: Mapping[str, str] | None = None,
        width: int = 760,
    ) -> None:
        texts = words(kind)
        super().__init__(vault, parent, texts.title, deed, intro=texts.intro, width=width)
        self.kind, self.questions = kind, questionnaire(kind)
        self._step = 0
        self._purposes, self._fixed = purposes, dict(fixed or {})
        self.pages = tuple(self._page_of(part) for part in self.questions.parts)
        self.last = QWidget()
        self.last_column = QVBoxLayout(self.last)
        self.last_column.setContentsMargins(0, 0, 0, 0)
        self.last_column.setSpacing(16)
        for page in (*self.pages, self.last):
            self.page_layout.addWidget(page)
        self.page_layout.addStretch(1)
        self._add_buttons()

    def _page_of(self, part: Part) -> PartPage:
        made = (
            QuestionRow(
                self.vault,
                self.kind,
                one,
                purposes=self._purposes,
                fixed=self._fixed.get(one.id, ""),
            )
            for one in part.questions
        )
        return PartPage(words(self.kind).parts[part.id], made)

    def _add_buttons(self) -> None:
        self.progress = label("", "muted")
        self.progress.setWordWrap(False)
        self.button_row.insertWidget(0, self.progress)
        self.back_button = button(_("Back"))
        self.back_button.clicked.connect(self.go_back)
        self.next_button = button(_("Next"), "primary")
        self.next_button.clicked.connect(self.go_on)
        place = self.button_row.indexOf(self.save_button)
        self.button_row.insertWidget(place, self.back_button)
        self.button_row.insertWidget(place + 1, self.next_button)

    def begin(self) -> None:
        """The fields stand: follow what is answered."""
        form_state.watch(self._page, self._on_answers_changed)
        self._on_answers_changed()

    # Answers

    def rows(self) -> tuple[QuestionRow, ...]:
        """All questions, in order."""
        return tuple(row for page in self.pages for row in page.rows)

    def answers(self) -> dict[str, str]:
        """What is answered, by id; blank where nothing is."""
        return {row.question.id: row.answer() for row in self.rows()}

    def notes(self) -> dict[str, str]:
        """The notes beside the answers."""
        return {row.question.id: row.note_text() for row in self.rows() if row.note_text()}

    def set_answer(self, question: str, answer: str) -> None:
        """Fill in an answer."""
        for row in self.rows():
            if row.question.id == question:
                row.set_answer(answer)

    def problems(self) -> tuple[FieldProblem, ...]:
        """What is lacking. Fields are named ``question_ID``, ``conclusion`` and the like."""
        raise NotImplementedError

    def show_result(self) -> None:
        """Show what comes of the answers."""
        raise NotImplementedError

    def _asked(self) -> frozenset[str]:
        return frozenset(one.id for one in asked(self.questions.questions, self.answers()))

    def _on_answers_changed(self, *_value: object) -> None:
        self.show_result()
        self._show_step()

    # Pages

    def steps(self) -> tuple[int, ...]:
        """The numbers of the pages that are gone through; the last is what comes of it."""
        ids = self._asked()
        found = [
            number
            for number, page in enumerate(self.pages)
            if any(row.question.id in ids for row in page.rows)
        ]
        return (*found, len(self.pages))

    @property
    def step(self) -> int:
        """The number of the page shown."""
        return self._step

    def go_on(self) -> None:
        """To the next page, if this one is answered."""
        forms.clear_problems(self)
        here = {f"question_{row.question.id}" for row in self._shown_rows()}
        found = [one for one in (*self.field_problems(), *self.problems()) if one.field in here]
        if found:
            self.show_problems(found)
            return
        steps = self.steps()
        self.go_to(next((one for one in steps if one > self._step), steps[-1]))

    def go_back(self) -> None:
        """To the page before."""
        self.go_to(max((one for one in self.steps() if one < self._step), default=0))

    def go_to(self, step: int) -> None:
        """Show the page ``step`` and begin at its first field."""
        self._step = step
        self.show_result()
        self._show_step()
        self.scroll_area.ensureVisible(0, 0)
        rows = self._shown_rows()
        if rows:
            announce(self, self.pages[step].title)
            rows[0].field.setFocus()
        elif step == len(self.pages):
            first = next((one for one in self.last.findChildren(forms.FieldRow)), None)
            if first is not None:
                first.field.setFocus()

    def _shown_rows(self) -> tuple[QuestionRow, ...]:
        if self._step >= len(self.pages):
            return ()
        return tuple(row for row in self.pages[self._step].rows if row.isVisibleTo(self))

    def _show_step(self) -> None:
        ids, steps = self._asked(), self.steps()
        paged = self.questions.paged
        for number, page in enumerate(self.pages):
            has_any = page.show_asked(ids)
            page.setVisible(has_any and (not paged or number == self._step))
        at_end = not paged or self._step == steps[-1]
        self.last.setVisible(at_end)
        self.save_button.setVisible(at_end)
        self.next_button.setVisible(not at_end)
        self.back_button.setVisible(paged and self._step > 0)
        self._show_progress(ids, steps)

    def _show_progress(self, ids: frozenset[str], steps: tuple[int, ...]) -> None:
        if self.questions.paged:
            number = steps.index(self._step) + 1 if self._step in steps else 1
            text = _("Page {number}").format(number=number)
        else:
            answers = self.answers()
            done = sum(bool(answers.get(one, "").strip()) for one in ids)
            text = _("{done} of {count} answered").format(done=done, count=len(ids))
        self.progress.setText(text)

    def save(self) -> None:
        if self.save_button.isHidden():  # Enter and Ctrl+Enter go on until the end
            self.go_on()
        else:
            super().save()

    def show_problems(self, problems: Iterable[FieldProblem]) -> None:
        found = tuple(problems)
        if self.questions.paged:
            fields = {one.field for one in found}
            for number, page in enumerate(self.pages):
                if fields & {f"question_{row.question.id}" for row in page.rows}:
                    self.go_to(number)
                    break
        super().show_problems(found)

    def restore_draft(self, state: form_state.State) -> None:
        super().restore_draft(state)
        self._on_answers_changed()

    def _order(self) -> None:
        super()._order()
        chain = (self.cancel_button, self.back_button, self.next_button, self.save_button)
        for one, other in pairwise(chain):
            self.setTabOrder(one, other)

    def _fit(self) -> None:
        super()._fit()
        if self.questions.paged:  # one size, whatever the page
            room = self.screen().availableGeometry().height() - 64
            self.resize(self.width(), min(640, room))
