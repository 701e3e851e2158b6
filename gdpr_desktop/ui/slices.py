"""Pulls a generator in the window's own thread, a piece at each turn of the event loop.

For work that needs the open register: the database is used by one thread only.
"""

from collections.abc import Generator
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from gdpr_desktop.core.errors import AppError


class Slices(QObject):
    """``run`` yields what to tell of its progress and returns its result."""

    progressed = Signal(object)
    ended = Signal(object)
    failed = Signal(object)  # AppError

    def __init__(self, run: Generator[Any, None, Any], parent: QObject, *, pause: int = 0) -> None:
        """``pause`` is the time between two pieces, in milliseconds."""
        super().__init__(parent)
        self._run = run
        self._timer = QTimer(self)
        self._timer.setInterval(pause)
        self._timer.timeout.connect(self._on_turn)

    @property
    def running(self) -> bool:
        """Is there more to come?"""
        return self._timer.isActive()

    def start(self) -> None:
        """Begin at the next turn."""
        self._timer.start()

    def cancel(self) -> None:
        """Stop where it is; nothing more is told."""
        self._timer.stop()
        self._run.close()

    def _on_turn(self) -> None:
        try:
            step = next(self._run)
        except StopIteration as end:
            self._timer.stop()
            self.ended.emit(end.value)
        except AppError as error:
            self._timer.stop()
            self.failed.emit(error)
        else:
            self.progressed.emit(step)
