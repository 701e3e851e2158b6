"""The field for one point of a checklist."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QWidget

from gdpr_desktop.core.text import _
from gdpr_desktop.guidance.model import Answer, ChecklistPoint, PointAnswer, PointKind
from gdpr_desktop.guidance.words import answer_words
from gdpr_desktop.ui import accessible
from gdpr_desktop.ui.fields import LineField, RadioChoice, TextArea


class PointField(QWidget):
    """The answer to one point: yes, no or not relevant with a note, or a text."""

    value_changed = Signal()

    def __init__(self, point: ChecklistPoint, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._point = point
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        self.choice: RadioChoice | None = None
        self.note: LineField | TextArea
        if point.kind is PointKind.YES_NO_NA:
            self.choice = self._make_choice()
            row.addWidget(self.choice, 0, Qt.AlignmentFlag.AlignTop)
            self.note = LineField(max_length=500)
            self.note.line.setPlaceholderText(_("Comment"))
        else:
            self.note = TextArea(max_length=4000, lines=2)
        self.note.setObjectName(f"note_{point.id}")
        self.note.text_changed.connect(self.value_changed)
        row.addWidget(self.note, 1)
        self.setFocusProxy(self.choice or self.note)

    def _make_choice(self) -> RadioChoice:
        made = RadioChoice((answer, answer_words(answer)) for answer in Answer)
        made.setObjectName(f"choice_{self._point.id}")
        made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        layout = made.layout()
        if isinstance(layout, QBoxLayout):
            layout.setDirection(QBoxLayout.Direction.LeftToRight)
            layout.setSpacing(8)
        made.value_changed.connect(self.value_changed)
        return made

    def editors(self) -> tuple[QWidget, ...]:
        """The widgets that carry the mark of a problem."""
        return self.note.editors()

    def set_accessible(self, name: str, description: str) -> None:
        """Pass the names inwards."""
        if self.choice is None:
            accessible.name(self.note, name, description)
            return
        accessible.name(self.choice, name, description)
        accessible.name(self.note, _("Comment: {point}").format(point=name))

    def answer(self) -> PointAnswer:
        """What stands here now."""
        choice = self.choice.value() if self.choice else None
        return PointAnswer(point=self._point.id, choice=choice, text=self.note.text())

    def set_answer(self, answer: PointAnswer) -> None:
        """Show an answer."""
        if self.choice is not None:
            self.choice.set_value(answer.choice)
        self.note.set_text(answer.text)
