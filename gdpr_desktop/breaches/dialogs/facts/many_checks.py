"""Some of many, each with a box; in groups, and in as many columns as there is room for."""

import textwrap
from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QPoint, QRect, QSize, Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from gdpr_desktop.ui.flow_layout import FlowLayout
from gdpr_desktop.ui.labels import label

_LONGEST = 46  # characters beside a box, which do not wrap by themselves
_FEW = 3  # so many stand under each other


class _Columns(FlowLayout):
    """Like a row that wraps, with everything as wide as the widest of all ``peers``."""

    def __init__(self, parent: QWidget, peers: "list[_Columns]") -> None:
        super().__init__(parent, spacing=16)
        self._peers = peers
        peers.append(self)

    def widest(self) -> int:
        """In pixels."""
        return max((item.sizeHint().width() for item in self._items), default=0)

    def _place(self, rect: QRect, *, move: bool) -> int:
        hints = [item.sizeHint() for item in self._items]
        widest = max(peer.widest() for peer in self._peers)
        gap = self.spacing()
        columns = max((rect.width() + gap) // (widest + gap), 1) if len(hints) > _FEW else 1
        width = min(widest, rect.width())
        y = rect.y()
        for start in range(0, len(hints), columns):
            height = max(hint.height() for hint in hints[start : start + columns])
            if move:
                for column, item in enumerate(self._items[start : start + columns]):
                    corner = QPoint(rect.x() + column * (widest + gap), y)
                    item.setGeometry(QRect(corner, QSize(width, height)))
            y += height + 2
        return y - rect.y()


class ManyChecks(QWidget):
    """``groups`` are a heading (may be empty) and its ``(value, words)``."""

    value_changed = Signal(object)

    def __init__(self, groups: Iterable[tuple[str, Iterable[tuple[Any, str]]]]) -> None:
        super().__init__()
        self._boxes: dict[Any, QCheckBox] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        peers: list[_Columns] = []
        for heading, pairs in groups:
            if heading:
                column.addSpacing(4)
                column.addWidget(label(heading, "muted"))
            holder = QWidget()
            flow = _Columns(holder, peers)
            for value, words in pairs:
                box = QCheckBox(textwrap.fill(words, _LONGEST))
                box.toggled.connect(self._on_box_toggled)
                flow.addWidget(box)
                self._boxes[value] = box
            column.addWidget(holder)
        self.setFocusProxy(next(iter(self._boxes.values())))

    def editors(self) -> tuple[QWidget, ...]:
        """Nothing is framed in red: the sentence says enough."""
        return ()

    def set_accessible(self, name: str, description: str) -> None:
        """Pass the names inwards."""
        for box in self._boxes.values():
            box.setAccessibleName(f"{name}: {box.text()}".replace("\n", " "))
            box.setAccessibleDescription(description)

    def value(self) -> tuple[Any, ...]:
        """What is ticked, in the order it is offered."""
        return tuple(value for value, box in self._boxes.items() if box.isChecked())

    def set_value(self, values: Iterable[Any]) -> None:
        """Tick exactly these."""
        wanted = set(values)
        for value, box in self._boxes.items():
            box.setChecked(value in wanted)

    def add(self, values: Iterable[Any]) -> None:
        """Tick these too."""
        self.set_value({*self.value(), *values})

    def draft_state(self) -> list[str]:
        """What is ticked, as JSON can hold it."""
        return [str(value) for value in self.value()]

    def restore_draft(self, state: list[str]) -> None:
        """Tick what ``draft_state`` gave."""
        self.set_value(value for value in self._boxes if str(value) in state)

    def _on_box_toggled(self, _checked: bool) -> None:
        self.value_changed.emit(self.value())
