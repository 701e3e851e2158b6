"""What is noted already, each line with a link to take it away when the dialog is saved."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from gdpr_desktop.core.text import _
from gdpr_desktop.ui.labels import button, label


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """``value`` is what is removed; ``detail`` stands below ``title``."""

    value: Any
    title: str
    detail: str = ""


class KeptList(QWidget):
    """Nothing is removed before the dialog is saved; until then each removal can be taken back."""

    def __init__(self, lines: Iterable[Line], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = tuple(lines)
        self._gone: set[int] = set()
        self._rows: list[tuple[QWidget, QPushButton]] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for index, one in enumerate(self._lines):
            column.addLayout(self._row(index, one))

    def _row(self, index: int, one: Line) -> QHBoxLayout:
        words = QWidget()
        below = QVBoxLayout(words)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(0)
        below.addWidget(label(one.title))
        if one.detail:
            below.addWidget(label(one.detail, "muted"))
        link = button("", "link")
        link.clicked.connect(partial(self._turn, index))
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(words, 1)
        row.addWidget(link, 0, Qt.AlignmentFlag.AlignTop)
        self._rows.append((words, link))
        self._show(index)
        return row

    def removed(self) -> tuple[Any, ...]:
        """What shall be taken away."""
        return tuple(one.value for index, one in enumerate(self._lines) if index in self._gone)

    def draft_state(self) -> list[int]:
        """The places of the lines to be removed."""
        return sorted(self._gone)

    def restore_draft(self, state: list[int]) -> None:
        """Mark the same lines again."""
        for index in state:
            if index < len(self._lines) and index not in self._gone:
                self._turn(index)

    def _turn(self, index: int, _checked: bool = False) -> None:
        self._gone ^= {index}
        self._show(index)

    def _show(self, index: int) -> None:
        words, link = self._rows[index]
        gone = index in self._gone
        words.setEnabled(not gone)
        link.setText(_("Keep it after all") if gone else _("Remove"))
        link.setAccessibleName(f"{link.text()}: {self._lines[index].title}")
