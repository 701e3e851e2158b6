"""One question: why it is asked, its answer, what does not apply, files and comments beside it.

What is seldom used is made when it is first asked for: a page of many questions shows at once.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from shiboken6 import isValid

from gdpr_desktop.casework.widgets.case_deeds import dialog_class
from gdpr_desktop.core.errors import FieldProblem
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.text import _, current_language
from gdpr_desktop.dpia.assessment import Dpia
from gdpr_desktop.dpia.catalogue.folding import fitted, keeping
from gdpr_desktop.dpia.catalogue.model import Question
from gdpr_desktop.dpia.catalogue.words import answer_lines, source_words
from gdpr_desktop.dpia.content import Answer, Assessment
from gdpr_desktop.dpia.widgets.rich_field import RichField
from gdpr_desktop.dpia.wizard.progress import has_note
from gdpr_desktop.dpia.wizard.service import LONGEST_REASON, cleaned
from gdpr_desktop.dpia.wizard.widgets.answer_fields import (
    AnswerField,
    ChoiceAnswer,
    RowsAnswer,
    TicksAnswer,
    field_for,
)
from gdpr_desktop.dpia.wizard.widgets.attachments import AttachmentsField
from gdpr_desktop.ui import accessible
from gdpr_desktop.ui.elided_label import ElidedLabel
from gdpr_desktop.ui.fields import LineField
from gdpr_desktop.ui.labels import button, label, set_flat
from gdpr_desktop.ui.notice_bar import say

if TYPE_CHECKING:
    from gdpr_desktop.vault import Vault


CATEGORIES = "data"  # the question about the categories of data


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What a block needs of the page that it stands on."""

    vault: "Vault"
    found: Callable[[], Dpia]  # what is shown now


class QuestionBlock(QWidget):
    """``edited`` is sent when the answer was changed by a person."""

    edited = Signal(object)  # the block
    focused = Signal(object)  # an editor
    changed = Signal(object)  # Change: files
    told = Signal(object)  # Change: comments, of which the strip has told all
    height_changed = Signal()
    turned = Signal(object)  # the block: a person said that it applies, or that it does not

    def __init__(self, question: Question, beside: Beside, parent: QWidget) -> None:
        super().__init__(parent)
        self.question, self._beside = question, beside
        self._known = self._base = Answer(question=question.id)
        self._writable, self._is_shown = True, False
        self.setObjectName(f"question-{question.id}")
        language = current_language()
        self._title = question.text.in_(language)
        self._texts = [question.why.in_(language), question.example.in_(language)]
        self._why: QLabel | None = None
        self.read_label: QLabel | None = None
        self._note: RichField | None = None
        self._reason: LineField | None = None
        self.files: AttachmentsField | None = None
        self.comments: Any = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 16)
        self._column.setSpacing(6)
        self._make_head()  # first: Tab comes to why it is asked before the answer
        self.field: AnswerField = field_for(question, self)
        self.field.edited.connect(self._on_edited)
        if isinstance(self.field, RowsAnswer):
            self.field.removed.connect(self._on_line_removed)
        self._column.addWidget(self.field)
        self._problem = label("", "problem", parent=self)
        self._problem.hide()
        self._column.addWidget(self._problem)
        self._make_links()
        self._describe("")
        inner = getattr(self.field, "inner", None)
        if isinstance(inner, RichField):
            self._follow(inner)

    def _make_head(self) -> None:
        words = self._title
        if not self.question.required:
            words = _("{question} (optional)").format(question=words)
        self._column.addWidget(label(words, "label", parent=self))
        head = QHBoxLayout()
        head.setSpacing(8)
        source = source_words(self.question)
        if source:
            head.addWidget(ElidedLabel(source, "muted", self))
        self.why_button = self._link(_("Why, and an example"), self._on_why_toggled)
        self.why_button.setCheckable(True)
        self.why_button.setVisible(any(self._texts))
        head.addWidget(self.why_button)
        head.addStretch(1)
        self._column.addLayout(head)

    def _make_links(self) -> None:
        self._links = QHBoxLayout()
        self._links.setSpacing(4)
        if asks_by_category(self.question):
            self.fetch_button = self._link(_("Take in the categories"), self._on_fetch_clicked)
            self._links.addWidget(self.fetch_button)
        self.note_button = self._link(_("Write a note"), self._on_note_clicked)
        self.note_button.setVisible(has_note(self.question))
        self.clear_button = self._link(_("Take the answer away"), self._on_clear_clicked)
        self.not_button = self._link(_("Does not apply"), self._on_not_clicked)
        self.file_button = self._link(_("Attach a file …"), self._on_file_clicked)
        self.comment_button = self._link(_("Comment …"), self._on_comment_clicked)
        for made in (
            self.note_button,
            self.clear_button,
            self.not_button,
            self.file_button,
            self.comment_button,
        ):
            self._links.addWidget(made)
        self._links.addStretch(1)
        self._column.addLayout(self._links)

    def _link(self, words: str, slot: Callable[..., None]) -> QPushButton:
        made = button(words, "link", parent=self)
        made.setAccessibleName(f"{words}: {self._title}")
        made.clicked.connect(slot)
        return made

    # What the page asks

    def show_answer(self, content: Assessment, *, writable: bool) -> None:
        """Show the answer, and what stands beside it; what stands there already is let be, with
        the cursor in it."""
        kept = content.answer(self.question.id)
        base = fitted(self.question, kept)
        same = self._is_shown and cleaned(self.answer()) == base
        self._known, self._base = kept, base
        self._writable, self._is_shown = writable, True
        out = self._is_out() if same else bool(kept.not_applicable)
        if not same:
            self._fill()
        if self.files is not None or any(x.about == self.about for x in content.attachments):
            self._show_files()
        if self.comments is not None or any(x.about == self.about for x in content.comments):
            self._show_comments()
        self._show_state(applies=not out)
        self.show_problems(())

    def _fill(self) -> None:
        was = self.blockSignals(True)
        self.field.show_answer(self._base)
        if has_note(self.question) and (self._known.text or self._note is not None):
            self._make_note().set_value(self._known.text)
        if self._known.not_applicable or self._reason is not None:
            self._make_reason().set_text(self._known.not_applicable)
        self.blockSignals(was)

    @property
    def known(self) -> Answer:
        """What is kept."""
        return self._known

    @property
    def about(self) -> str:
        """How files and comments refer to the question."""
        return f"question:{self.question.id}"

    def answer(self) -> Answer:
        """What stands here now; what has no place here is kept as it was."""
        now = self.field.put_into(self._base)
        if self._note is not None:
            now = replace(now, text=self._note.value())
        reason = self._reason
        now = replace(now, not_applicable=reason.text() if self._is_out() and reason else "")
        return keeping(self.question, self._base, now)

    def saved(self, answer: Answer) -> None:
        """This is what is kept now."""
        self._known, self._base = answer, fitted(self.question, answer)

    def show_problems(self, problems: tuple[FieldProblem, ...]) -> None:
        """Say what hinders that it is kept."""
        text = " ".join(one.text for one in problems)
        self._problem.setText(text)
        self._problem.setVisible(bool(text))
        self._describe(text)

    def focus(self) -> None:
        """Go to the answer."""
        target = self._reason if self._is_out() and self._reason is not None else self.field
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    # What a person does

    def _on_edited(self) -> None:
        self.clear_button.setVisible(self._writable and self._is_choice_made())
        self.edited.emit(self)

    def _on_why_toggled(self) -> None:
        if self._why is None:
            why, example = self._texts
            parts = [why, _("For example: {example}").format(example=example) if example else ""]
            self._why = label("\n\n".join(part for part in parts if part), "muted")
            self._column.insertWidget(2, self._why)
        self._why.setVisible(self.why_button.isChecked())
        self.height_changed.emit()

    def _on_note_clicked(self) -> None:
        self._make_note().setFocus()
        self._show_state(applies=True)

    def _on_clear_clicked(self) -> None:
        if isinstance(self.field, ChoiceAnswer):
            self._base = replace(self._base, choice="")
            self.field.clear()

    def _on_fetch_clicked(self) -> None:
        """A line to each category of data that has none yet."""
        assert isinstance(self.field, RowsAnswer), "only a table asks by category"
        told = self._beside.found().content.answer(CATEGORIES).rows
        there = {row[0].casefold() for row in self.field.inner.rows()}
        names = dict.fromkeys(row[0] for row in told if row and row[0])
        self.field.add_rows(tuple(one for one in names if one.casefold() not in there))

    def _on_line_removed(self, line: int, row: tuple[str, ...]) -> None:
        deed = partial(self._put_back, self._beside.found().case.id, line, row)
        say(self, _("The line was removed."), action=_("Undo"), on_action=deed)

    def _put_back(self, case_id: CaseId, line: int, row: tuple[str, ...]) -> None:
        """Put the line in again, in the assessment that it was taken from."""
        if not isValid(self):
            return
        assert isinstance(self.field, RowsAnswer), "only a table has lines"
        if self._writable and self._beside.found().case.id == case_id:
            self.field.put_back(line, row)
            return
        text = _("The line belongs to another assessment. Open it for writing, and try again.")
        again = partial(self._put_back, case_id, line, row)
        say(self, text, tone="warning", action=_("Undo"), on_action=again)

    def _on_not_clicked(self) -> None:
        out = not self._is_out()
        if out:
            self._make_reason()
        self._show_state(applies=not out)
        if out and self._reason is not None:
            self._reason.setFocus()
        self.edited.emit(self)
        self.turned.emit(self)

    def _on_file_clicked(self) -> None:
        self._show_files().choose()

    def _on_comment_clicked(self) -> None:
        self._show_comments()
        self.comments.add_button.click()

    def _on_files_dropped(self, paths: list[Path]) -> None:
        if self._writable:
            files = self._show_files()
            for path in paths:
                files.add(path)

    # What is made when it is needed

    def _make_note(self) -> RichField:
        if self._note is None:
            self._note = RichField(lines=2, bar=False)
            self._note.set_accessible(_("Note: {question}").format(question=self._title), "")
            self._note.text_changed.connect(self._on_edited)
            self._column.insertWidget(self._place(self.field) + 1, self._note)
            self._follow(self._note)
        return self._note

    def _make_reason(self) -> LineField:
        if self._reason is None:
            self._reason = LineField(max_length=LONGEST_REASON)
            self._reason.line.setPlaceholderText(_("Why does it not apply?"))
            name = _("Why does it not apply: {question}").format(question=self._title)
            self._reason.set_accessible(name, "")
            self._reason.text_changed.connect(self._on_edited)
            self._column.insertWidget(self._place(self.field), self._reason)
        return self._reason

    def _show_read(self, words: str) -> None:
        if self.read_label is None and words:
            self.read_label = label("", parent=self)
            self.read_label.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse
                | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
            self.read_label.setAccessibleName(self._title)
            self._column.insertWidget(self._place(self.field), self.read_label)
        if self.read_label is not None:
            self.read_label.setText(words)
            self.read_label.setVisible(bool(words))

    def _show_files(self) -> AttachmentsField:
        if self.files is None:
            self.files = AttachmentsField(self._beside.vault)
            self.files.changed.connect(self.changed)
            self._column.addWidget(self.files)
        found = self._beside.found()
        self.files.show_found(found.case.id, found.content.attachments, self.about)
        self.files.set_read_only(not self._writable)
        self.file_button.hide()
        return self.files

    def _show_comments(self) -> None:
        if self.comments is None:
            self.comments = comments_strip(self._beside.vault)
            self.comments.changed.connect(self.told)
            self._column.addWidget(self.comments)
            self.comment_button.hide()
        self.comments.show_found(self._beside.found(), self.about)

    def _follow(self, field: RichField) -> None:
        field.focused.connect(self.focused)
        field.files_dropped.connect(self._on_files_dropped)

    def _place(self, widget: QWidget) -> int:
        return self._column.indexOf(widget)

    # How it looks

    def _is_out(self) -> bool:
        return self._reason is not None and not self._reason.isHidden()

    def _is_choice_made(self) -> bool:
        return isinstance(self.field, ChoiceAnswer) and self.field.inner.value() is not None

    def _show_state(self, *, applies: bool) -> None:
        read = "" if self._writable or not applies else self._read_words()
        self._show_read(read)
        self.field.setVisible(applies and not read)
        if self._note is not None:
            self._note.setVisible(applies)
            self._note.set_read_only(not self._writable)
        if self._reason is not None:
            self._reason.setVisible(not applies)
            self._reason.line.setReadOnly(not self._writable)
            set_flat(self._reason.line, not self._writable)
        self.field.set_read_only(not self._writable)
        self.note_button.setVisible(
            self._writable and applies and has_note(self.question) and self._note is None
        )
        self.clear_button.setVisible(self._writable and applies and self._is_choice_made())
        if asks_by_category(self.question):
            self.fetch_button.setVisible(self._writable and applies)
        self.not_button.setVisible(self._writable)
        self.not_button.setText(_("Does not apply") if applies else _("It applies after all"))
        self.file_button.setVisible(self._writable and self.files is None)
        talks = self._beside.found().case.open and self.comments is None
        self.comment_button.setVisible(talks)
        self.height_changed.emit()

    def _read_words(self) -> str:
        """An answer that is only read, where a line says as much as the field."""
        shown = self.field.put_into(Answer(question=self.question.id))
        if not shown:
            return _("This is not answered.")
        chosen = isinstance(self.field, ChoiceAnswer | TicksAnswer)
        return "\n".join(answer_lines(self.question, shown)) if chosen else ""

    def _describe(self, problem: str) -> None:
        parts = (problem, *self._texts)
        accessible.name(self.field, self._title, " ".join(part for part in parts if part))


def asks_by_category(question: Question) -> bool:
    """Is it a table with a line to each category of data?"""
    columns = [name for name, _words in question.columns]
    return columns[:1] == ["category"] and question.id != CATEGORIES


def comments_strip(vault: "Vault") -> Any:
    """A strip of comments, imported when the first one is needed."""
    return dialog_class("dpia.advice.widgets", "comments", "CommentsStrip")(vault)
