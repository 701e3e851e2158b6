"""What will be filled in: each question with a box, and the answer below it."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QVBoxLayout, QWidget

from gdpr_desktop.core.text import ngettext
from gdpr_desktop.ui.contents import swap
from gdpr_desktop.ui.labels import label

_SHOWN = 5  # lines of an answer


class ProposalsField(QWidget):
    """Offers ``(code, question, lines of the answer)``; all are ticked at first."""

    draft_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.boxes: dict[str, QCheckBox] = {}
        self._holder = QWidget()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.addWidget(self._holder)

    def editors(self) -> tuple[QWidget, ...]:
        """Nothing is framed in red."""
        return ()

    def set_accessible(self, name: str, description: str) -> None:
        """The boxes have names of their own."""
        self.setAccessibleName(name)
        self.setAccessibleDescription(description)

    def offer(self, offered: Iterable[tuple[str, str, tuple[str, ...]]]) -> None:
        """Show these in place of what is there."""
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(12)
        grid.setColumnStretch(1, 1)
        self.boxes = {}
        for line, (code, question, answer) in enumerate(offered):
            text = _shortened(answer)
            box = QCheckBox()
            box.setChecked(True)
            box.setAccessibleName(question)
            box.setAccessibleDescription(text)
            box.toggled.connect(self.draft_changed)
            self.boxes[code] = box
            grid.addWidget(box, line, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(_Row(question, text, box), line, 1)
        swap(self._layout, self._holder, holder)
        self._holder = holder
        first = next(iter(self.boxes.values()), None)
        if first is not None:
            self.setFocusProxy(first)

    def value(self) -> tuple[str, ...]:
        """The codes that are ticked, in the order offered."""
        return tuple(code for code, box in self.boxes.items() if box.isChecked())

    def draft_state(self) -> list[str]:
        """Those that are not ticked, as JSON can hold it."""
        return [code for code, box in self.boxes.items() if not box.isChecked()]

    def restore_draft(self, state: list[str]) -> None:
        """Take away the ticks that ``draft_state`` gave."""
        for code, box in self.boxes.items():
            box.setChecked(code not in state)


class _Row(QWidget):
    """The words beside a box; a click on them is a click on it."""

    def __init__(self, question: str, answer: str, box: QCheckBox) -> None:
        super().__init__()
        self._box = box
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        parts: tuple[QLabel, ...] = (label(question, "label"), label(answer))
        for one in parts:
            column.addWidget(one)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()):
            self._box.toggle()


def _shortened(answer: tuple[str, ...]) -> str:
    """The first lines, and how many more there are."""
    left = len(answer) - _SHOWN
    if left <= 1:
        return "\n".join(answer)
    more = ngettext("… and {count} more line", "… and {count} more lines", left).format(count=left)
    return "\n".join((*answer[:_SHOWN], more))
