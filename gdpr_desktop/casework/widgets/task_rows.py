"""The collection tasks of a case: who is asked, who has answered."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from gdpr_desktop.casework.model import Task
from gdpr_desktop.core.text import _
from gdpr_desktop.ui import icons
from gdpr_desktop.ui.contents import swap
from gdpr_desktop.ui.flow_layout import FlowLayout
from gdpr_desktop.ui.labels import button, label


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskWords:
    """What a feature says of a task: where it stands, and its buttons as (key, words)."""

    line: Callable[[Task], str]
    actions: Callable[[Task], tuple[tuple[Any, str], ...]]


class TaskRows(QWidget):
    """One block for each task; rebuilt when the tasks change."""

    action_chosen = Signal(object, int)  # the key, task id

    def __init__(self, words: TaskWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._shown: tuple[tuple[Task, ...], bool] | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._contents = QWidget()
        self._layout.addWidget(self._contents)

    def show_tasks(self, tasks: tuple[Task, ...], *, enabled: bool) -> None:
        """Show these; without buttons when the case is closed."""
        if (tasks, enabled) == self._shown:
            return
        self._shown = (tasks, enabled)
        old, self._contents = self._contents, QWidget()
        column = QVBoxLayout(self._contents)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        for task in tasks:
            column.addWidget(self._block(task, enabled))
        swap(self._layout, old, self._contents)

    def _block(self, task: Task, enabled: bool) -> QWidget:
        block = QWidget()
        grid = QGridLayout(block)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        sign = QLabel()
        icons.set_icon(sign, "done" if task.done else "open", "ok" if task.done else "muted", 16)
        grid.addWidget(sign, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(label(task.title or _("(erased)"), "label"), 0, 1)
        grid.addWidget(label(self._words.line(task), "muted"), 1, 1)
        if enabled:
            holder = QWidget()
            row = FlowLayout(holder, spacing=8)
            for key, words in self._words.actions(task):
                made = button(words, "link")
                made.setAccessibleName(f"{words} {task.title}")
                made.clicked.connect(partial(self.action_chosen.emit, key, task.id))
                row.addWidget(made)
            grid.addWidget(holder, 2, 1)
        return block
