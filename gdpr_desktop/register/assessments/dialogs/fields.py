"""A question on the screen: how it is answered, and the note beside the answer."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QHBoxLayout,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from gdpr_desktop.core.bilingual import Bilingual
from gdpr_desktop.core.text import _
from gdpr_desktop.register.activities.parts import Sensitivity
from gdpr_desktop.register.assessments.model import BUTTONS, Kind, Question, QuestionType
from gdpr_desktop.register.assessments.questions import words
from gdpr_desktop.register.assessments.start.rows import cells_of, lines_of
from gdpr_desktop.register.assessments.words import answer_words, sensitivity_words
from gdpr_desktop.register.entries import store
from gdpr_desktop.register.entries.model import EntryKind
from gdpr_desktop.ui import accessible, forms
from gdpr_desktop.ui.fields.choice import Choice, RadioChoice
from gdpr_desktop.ui.fields.date import DateField
from gdpr_desktop.ui.fields.rows import RowsColumn, RowsField
from gdpr_desktop.ui.fields.text import LineField, TextArea
from gdpr_desktop.ui.labels import button, label
from gdpr_desktop.vault import Vault

_ENTRIES = {QuestionType.UNIT: EntryKind.UNIT, QuestionType.SYSTEM: EntryKind.SYSTEM}


class AnswerButtons(QWidget):
    """Yes, no and their like, side by side."""

    value_changed = Signal(object)

    def __init__(self, answers: Iterable[str]) -> None:
        super().__init__()
        self._answers = tuple(answers)
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(24)
        for index, answer in enumerate(self._answers):
            made = QRadioButton(answer_words(answer))
            self._group.addButton(made, index)
            row.addWidget(made)
        row.addStretch(1)
        self._group.idToggled.connect(self._on_toggled)
        self.setFocusProxy(self._group.button(0))

    def editors(self) -> tuple[QWidget, ...]:
        """Nothing is framed in red: the sentence says enough."""
        return ()

    def set_accessible(self, name: str, description: str) -> None:
        """Pass the names inwards."""
        for one in self._group.buttons():
            one.setAccessibleName(f"{name}: {one.text()}")
            one.setAccessibleDescription(description)

    def answer(self) -> str:
        """The answer chosen; empty when none is."""
        index = self._group.checkedId()
        return self._answers[index] if index >= 0 else ""

    def set_answer(self, answer: str) -> None:
        """Choose ``answer``; an unknown one chooses nothing."""
        if answer in self._answers:
            self._group.button(self._answers.index(answer)).setChecked(True)
            return
        self._group.setExclusive(False)
        for one in self._group.buttons():
            one.setChecked(False)
        self._group.setExclusive(True)

    def draft_state(self) -> Any:
        """The answer."""
        return self.answer()

    def restore_draft(self, state: Any) -> None:
        """Put the answer back."""
        self.set_answer(str(state))

    def _on_toggled(self, index: int, checked: bool) -> None:
        if checked:
            self.setFocusProxy(self._group.button(index))
            self.value_changed.emit(self._answers[index])


class TickBoxes(QWidget):
    """Any of several; «none» takes the others away, and they take it away."""

    value_changed = Signal(object)

    def __init__(self, choices: Iterable[tuple[str, str]]) -> None:
        super().__init__()
        self._boxes: dict[str, QCheckBox] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for value, text in choices:
            made = QCheckBox(text)
            made.setProperty("answer", value)
            made.toggled.connect(self._on_toggled)
            self._boxes[value] = made
            column.addWidget(made)
        self.setFocusProxy(next(iter(self._boxes.values())))

    def editors(self) -> tuple[QWidget, ...]:
        """Nothing is framed in red: the sentence says enough."""
        return ()

    def set_accessible(self, name: str, description: str) -> None:
        """Pass the names inwards."""
        for one in self._boxes.values():
            one.setAccessibleName(f"{name}: {one.text()}")
            one.setAccessibleDescription(description)

    def answer(self) -> str:
        """The ticked, commas between."""
        return ",".join(value for value, box in self._boxes.items() if box.isChecked())

    def set_answer(self, answer: str) -> None:
        """Tick these."""
        wanted = answer.split(",")
        for value, box in self._boxes.items():
            box.setChecked(value in wanted)

    def draft_state(self) -> Any:
        """The ticked."""
        return self.answer()

    def restore_draft(self, state: Any) -> None:
        """Tick them again."""
        self.set_answer(str(state))

    def _on_toggled(self, checked: bool) -> None:
        if checked:
            is_none = self.sender().property("answer") == "none"
            for value, box in self._boxes.items():
                if (value == "none") is not is_none:
                    box.setChecked(False)
        self.value_changed.emit(self.answer())


class QuestionRow(QWidget):
    """A question with its field. With a ``fixed`` answer there is nothing to choose."""

    def __init__(
        self,
        vault: Vault,
        kind: Kind,
        question: Question,
        *,
        purposes: Iterable[Bilingual] = (),
        fixed: str = "",
    ) -> None:
        super().__init__()
        self.question, self._fixed = question, fixed
        texts = words(kind).questions[question.id]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        if fixed:
            told = _("{answer} (as it stands in the record)").format(answer=answer_words(fixed))
            self.field: QWidget = label(told, "problem" if fixed == "no" else "ok")
        else:
            self.field = _field(vault, kind, question, tuple(purposes))
            self.field.setObjectName(f"question_{question.id}")
        required = question.required and question.type in _WORDS
        self.row = forms.FieldRow(texts.text, self.field, texts.help, required=required)
        column.addWidget(self.row)
        self.note: TextArea | None = None
        if question.note:
            self._add_note(column, texts.text)

    def _add_note(self, column: QVBoxLayout, text: str) -> None:
        self.note = TextArea(lines=2, max_length=2_000)
        self.note.setObjectName(f"note_{self.question.id}")
        accessible.name(self.note, _("Note: {question}").format(question=text))
        self.note.hide()
        self._note_button = button(_("Add a note"), "link")
        self._note_button.setAccessibleName(_("Add a note: {question}").format(question=text))
        self._note_button.clicked.connect(self._on_note_clicked)
        self.note.text_changed.connect(self._on_note_changed)
        column.addWidget(self._note_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.note)

    def answer(self) -> str:
        """What is answered; empty when nothing is."""
        return self._fixed or read(self.field)

    def set_answer(self, answer: str) -> None:
        """Show an answer."""
        if not self._fixed:
            write(self.field, answer)

    def note_text(self) -> str:
        """The note beside the answer."""
        return self.note.text() if self.note else ""

    def _on_note_clicked(self) -> None:
        assert self.note is not None
        self._note_button.hide()
        self.note.show()
        self.note.setFocus()

    def _on_note_changed(self) -> None:
        assert self.note is not None
        if self.note.text() and self.note.isHidden():  # a draft came back
            self._note_button.hide()
            self.note.show()


_WORDS = (QuestionType.TEXT, QuestionType.LINE)


def _field(
    vault: Vault, kind: Kind, question: Question, purposes: tuple[Bilingual, ...]
) -> QWidget:
    if question.type in BUTTONS:
        return AnswerButtons(BUTTONS[question.type])
    choices = words(kind).questions[question.id].choices
    match question.type:
        case QuestionType.TEXT:
            return TextArea(lines=3)
        case QuestionType.LINE:
            return LineField()
        case QuestionType.DATE:
            return DateField(vault.clock)
        case QuestionType.CHOICE:
            return RadioChoice((one, choices[one]) for one in question.choices)
        case QuestionType.TICKS:
            return TickBoxes((one, choices[one]) for one in question.choices)
        case QuestionType.PURPOSE:
            return _purposes(vault, purposes)
        case QuestionType.DATA_ROWS:
            return _data_rows()
        case QuestionType.SUBJECT_ROWS:
            return _subject_rows()
        case _:
            names = store.names(vault.db, _ENTRIES[question.type])
            return Choice(((str(one), name) for one, name in names), empty=_("Not chosen"))


def _purposes(vault: Vault, purposes: tuple[Bilingual, ...]) -> Choice:
    language = vault.municipality().language
    pairs = [(one.nn or one.nb, one.in_(language)) for one in purposes]
    return Choice(pairs, empty="" if len(pairs) == 1 else _("Not chosen"))


def _data_rows() -> RowsField:
    kinds = tuple((one.value, sensitivity_words(one)) for one in Sensitivity)
    return RowsField(
        (
            RowsColumn(header=_("Data"), width=16, stretch=2),
            RowsColumn(header=_("How sensitive"), width=16, choices=kinds),
            RowsColumn(header=_("Kept, months"), width=8, stretch=0),
        )
    )


def _subject_rows() -> RowsField:
    return RowsField(
        (
            RowsColumn(header=_("Group"), width=20, stretch=2),
            RowsColumn(
                header=_("Vulnerable"),
                width=10,
                choices=tuple((one, answer_words(one)) for one in ("yes", "no")),
            ),
        )
    )


def read(field: Any) -> str:
    """The answer that stands in a field."""
    if isinstance(field, AnswerButtons | TickBoxes):
        return field.answer()
    if isinstance(field, Choice | RadioChoice):
        return str(field.value() or "")
    if isinstance(field, DateField):
        day = field.date()
        return day.isoformat() if day else ""
    if isinstance(field, RowsField):
        return lines_of(field.rows())
    return str(field.text())


def write(field: Any, answer: str) -> None:
    """Show an answer in a field. Dates are not written: they stand as they were typed."""
    if isinstance(field, AnswerButtons | TickBoxes):
        field.set_answer(answer)
    elif isinstance(field, Choice | RadioChoice):
        field.set_value(answer or None)
    elif isinstance(field, RowsField):
        field.set_rows(cells_of(answer))
    elif not isinstance(field, DateField):
        field.set_text(answer)
