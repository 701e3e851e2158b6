"""The purposes that can be taken back, each with a box."""

import textwrap
from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from gdpr_desktop.ui.fields.choice import LONGEST_LINE

_ROOM = 460  # pixels beside a box, in the narrowest dialog


class PurposeBoxes(QWidget):
    """``(key, words)``; all are ticked from the start, as most take everything back."""

    draft_changed = Signal()

    def __init__(self, pairs: Iterable[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.boxes: dict[str, QCheckBox] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        letters = _ROOM // self.fontMetrics().averageCharWidth()  # large text fills a line sooner
        longest = min(LONGEST_LINE, letters)
        for key, words in pairs:
            box = QCheckBox(textwrap.fill(words, longest).replace("&", "&&"))
            box.setAccessibleName(words)
            box.setChecked(True)
            box.toggled.connect(self.draft_changed)
            self.boxes[key] = box
            layout.addWidget(box)
        if self.boxes:
            self.setFocusProxy(next(iter(self.boxes.values())))

    def editors(self) -> tuple[QWidget, ...]:
        """Nothing is framed in red: the sentence says enough."""
        return ()

    def set_accessible(self, name: str, description: str) -> None:
        """Pass the names inwards."""
        for box in self.boxes.values():
            words = box.text().replace("\n", " ").replace("&&", "&")
            box.setAccessibleName(f"{name}: {words}")
            box.setAccessibleDescription(description)

    def value(self) -> tuple[str, ...]:
        """The keys that are ticked."""
        return tuple(key for key, box in self.boxes.items() if box.isChecked())

    def draft_state(self) -> Any:
        """As JSON can hold it."""
        return list(self.value())

    def restore_draft(self, state: Any) -> None:
        """Tick what ``draft_state`` gave."""
        for key, box in self.boxes.items():
            box.setChecked(key in state)
