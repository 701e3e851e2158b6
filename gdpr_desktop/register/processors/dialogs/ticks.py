"""Several boxes to tick, each with a whole sentence that may break over lines."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QWidget


class TicksField(QWidget):
    """Offers ``(code, words)`` or ``(code, words, sign)``; the sign stands beside the box."""

    draft_changed = Signal()

    def __init__(self, offered: Iterable[tuple[str, ...]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.boxes: dict[str, QCheckBox] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for line, (code, words, *sign) in enumerate(offered):
            box = QCheckBox(sign[0] if sign else "")
            box.setAccessibleName(words)
            box.toggled.connect(self.draft_changed)
            self.boxes[code] = box
            grid.addWidget(box, line, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(_Sentence(words, box), line, 1)
        self.setFocusProxy(next(iter(self.boxes.values())))

    def editors(self) -> tuple[QWidget, ...]:
        """Nothing is framed in red: the sentence says enough."""
        return ()

    def set_accessible(self, name: str, description: str) -> None:
        """Pass the description inwards; the boxes have names of their own."""
        for box in self.boxes.values():
            box.setAccessibleDescription(" ".join(text for text in (name, description) if text))

    def value(self) -> tuple[str, ...]:
        """The codes that are ticked, in the order offered."""
        return tuple(code for code, box in self.boxes.items() if box.isChecked())

    def set_value(self, codes: Iterable[str]) -> None:
        """Tick exactly these."""
        wanted = set(codes)
        for code, box in self.boxes.items():
            box.setChecked(code in wanted)

    def draft_state(self) -> list[str]:
        """As JSON can hold it."""
        return list(self.value())

    def restore_draft(self, state: list[str]) -> None:
        """Tick what ``draft_state`` gave."""
        self.set_value(state)


class _Sentence(QLabel):
    """Words beside a box; a click on them is a click on it."""

    def __init__(self, words: str, box: QCheckBox) -> None:
        super().__init__(words)
        self._box = box
        self.setWordWrap(True)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()):
            self._box.toggle()
