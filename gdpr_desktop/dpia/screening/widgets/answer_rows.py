"""Many questions with the same few answers: the words to the left, the buttons to the right."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from gdpr_desktop.core.text import _
from gdpr_desktop.dpia.screening.texts import Asked
from gdpr_desktop.register.assessments.dialogs.fields import AnswerButtons
from gdpr_desktop.ui.labels import button, label

YES, NO, UNSURE = "yes", "no", "unsure"


class AnswerRows(QWidget):
    """Each is answered with yes, no or unsure; a link answers the rest with no."""

    value_changed = Signal(object)

    def __init__(self, asked: Iterable[Asked]) -> None:
        super().__init__()
        self._asked = tuple(asked)
        self.buttons = {one.id: AnswerButtons((YES, NO, UNSURE)) for one in self._asked}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(14)
        grid.setColumnStretch(0, 1)
        for number, one in enumerate(self._asked):
            self._add(grid, number, one)
        column.addLayout(grid)
        self.rest_button = button(_("No to the rest"), "link")
        self.rest_button.clicked.connect(self.answer_rest)
        column.addWidget(self.rest_button, 0, Qt.AlignmentFlag.AlignRight)
        self._follow()

    def _add(self, grid: QGridLayout, number: int, one: Asked) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(label(one.text))
        if one.help:
            words.addWidget(label(one.help, "help"))
        grid.addLayout(words, number, 0)
        made = self.buttons[one.id]
        made.setObjectName(f"answer_{one.id}")
        made.set_accessible(one.text, one.help)
        made.value_changed.connect(self._on_answered)
        grid.addWidget(made, number, 1, Qt.AlignmentFlag.AlignTop)

    def editors(self) -> tuple[QWidget, ...]:
        """Nothing is framed in red: the sentence says enough."""
        return ()

    def set_accessible(self, _name: str, _description: str) -> None:
        """Each row has the name of its own question."""

    def answers(self) -> dict[str, str]:
        """What is answered, by id; blank where nothing is."""
        return {name: one.answer() for name, one in self.buttons.items()}

    def set_answers(self, answers: Mapping[str, str]) -> None:
        """Show answers; the others are left alone."""
        for name, answer in answers.items():
            self.buttons[name].set_answer(answer)
        self._follow()

    def unanswered(self) -> tuple[str, ...]:
        """Ids of those without an answer."""
        return tuple(name for name, one in self.buttons.items() if not one.answer())

    def answer_rest(self) -> None:
        """Answer with no what has no answer."""
        self.set_answers(dict.fromkeys(self.unanswered(), NO))

    def _on_answered(self, answer: object) -> None:
        self._follow()
        self.value_changed.emit(answer)

    def _follow(self) -> None:
        left = self.unanswered()
        self.rest_button.setVisible(bool(left))
        first = left[0] if left else self._asked[0].id
        self.setFocusProxy(self.buttons[first])
