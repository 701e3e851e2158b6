"""Several of a few: boxes in a row that wraps."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtWidgets import QCheckBox, QWidget

from gdpr_desktop.ui.flow_layout import FlowLayout


class TickRow(QWidget):
    """A box for each ``(value, words)``; each box is named by ``name`` and its value."""

    def __init__(self, pairs: Iterable[tuple[Any, str]], *, name: str) -> None:
        super().__init__()
        row = FlowLayout(self, spacing=16)
        self.boxes = {value: QCheckBox(words) for value, words in pairs}
        for value, box in self.boxes.items():
            box.setObjectName(f"{name}_{value}")
            row.addWidget(box)
        self.setFocusProxy(next(iter(self.boxes.values())))

    def editors(self) -> tuple[QWidget, ...]:
        """Nothing is framed in red: the sentence says enough."""
        return ()

    def set_accessible(self, name: str, description: str) -> None:
        """Pass the names inwards."""
        for box in self.boxes.values():
            box.setAccessibleName(f"{name}: {box.text()}")
            box.setAccessibleDescription(description)

    def value(self) -> tuple[Any, ...]:
        """Those ticked."""
        return tuple(value for value, box in self.boxes.items() if box.isChecked())

    def set_value(self, values: Iterable[Any]) -> None:
        """Tick these."""
        wanted = frozenset(values)
        for value, box in self.boxes.items():
            box.setChecked(value in wanted)
