"""A time of day, shown as ``14:05``."""

import datetime as dt

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from gdpr_desktop.core.dates import parse_time
from gdpr_desktop.core.text import _
from gdpr_desktop.ui.fields.typed import TypedField


class TimeField(TypedField):
    """``14:05``, ``14.05``, ``1405`` or ``14``."""

    time_changed = Signal(object)  # time or None

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parse_time, _shown, parent)
        self.line.setPlaceholderText(_("hh:mm"))
        self.line.setMinimumWidth(self.line.fontMetrics().horizontalAdvance("00:00") + 48)
        self.set_accessible(_("Time of day"), "")
        self.value_changed.connect(self.time_changed)

    def time(self) -> dt.time | None:
        """The time typed; None when empty or unreadable (see ``problem``)."""
        return self._current()

    def set_time(self, time: dt.time | None) -> None:
        """Show a time, or none."""
        self._set(time)


def _shown(time: dt.time) -> str:
    return f"{time:%H:%M}"
