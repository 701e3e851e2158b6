"""The steps of a guided creation: which are done, which is on."""

from collections.abc import Collection

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gdpr_desktop.core.text import _
from gdpr_desktop.ui import icons
from gdpr_desktop.ui.labels import button


class StepList(QWidget):
    """One button to a step; those already done can be gone back to."""

    chosen = Signal(int)

    def __init__(self, titles: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._furthest = 0
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        self._buttons = []
        for number, title in enumerate(titles):
            made = button(title, "row")
            made.clicked.connect(lambda _checked=False, n=number: self.chosen.emit(n))
            layout.addWidget(made)
            self._buttons.append(made)
        self.set_current(0)

    def show_only(self, steps: Collection[int]) -> None:
        """Hide the steps that are not gone through."""
        for number, made in enumerate(self._buttons):
            made.setVisible(number in steps)

    def set_current(self, step: int) -> None:
        """Mark the step shown."""
        self._furthest = max(self._furthest, step)
        for number, made in enumerate(self._buttons):
            now = number == step
            done = number < self._furthest and not now
            name, tone = (
                ("next", "accent") if now else ("done", "ok") if done else ("open", "muted")
            )
            icons.set_icon(made, name, tone, 20)
            font = made.font()
            font.setBold(now)
            made.setFont(font)
            made.setEnabled(number <= self._furthest)
            state = _("shown now") if now else _("done") if done else _("not done")
            made.setAccessibleName(
                _("Step {number}: {title}, {state}").format(
                    number=number + 1, title=made.text(), state=state
                )
            )
