"""A dialog whose deed takes a second: it stays, greyed, until the worker is done."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from gdpr_desktop.core.errors import AppError, InvalidInputError
from gdpr_desktop.ui import forms, tasks
from gdpr_desktop.ui.dialog import FormDialog
from gdpr_desktop.ui.labels import label
from gdpr_desktop.ui.unlock_page import busy_bar

_BAR = 80  # pixels


class WorkerDialog(FormDialog):
    """Subclasses give ``job()``: checks the form in the window's thread, returns what to run."""

    def __init__(
        self, parent: QWidget | None, title: str, deed: str, *, intro: str = "", working: str
    ) -> None:
        super().__init__(parent, title, deed, intro=intro)
        self._working = working
        self._words = label(working, "muted")
        self._bar = busy_bar(working)
        self._bar.setFixedWidth(_BAR)
        for widget in (self._words, self._bar):
            widget.hide()
        self.button_row.insertWidget(0, self._bar)
        self.button_row.insertWidget(1, self._words, 9)  # the stretch before the buttons gets 1
        self._running = False

    def job(self) -> Callable[[], Any]:
        """What the worker is to run. Raises ``InvalidInputError``."""
        raise NotImplementedError

    def save(self) -> None:
        """Check, then do it in the worker."""
        if self._running:
            return
        self._general.hide()
        forms.clear_problems(self)
        try:
            job = self.job()
        except AppError as error:
            self._show(error)
            return
        self._set_running(True)
        tasks.run(
            job,
            title=self._working,
            on_done=self._on_done,
            on_error=self._on_refused,
            quiet=True,
        )

    def reject(self) -> None:
        """Not while the worker is at it."""
        if not self._running:
            super().reject()

    def _on_done(self, result: object) -> None:
        self._set_running(False)
        self._before = None
        self.accepted_value.emit(result)
        self.accept()

    def _on_refused(self, error: AppError) -> None:
        self._set_running(False)
        self._show(error)

    def _show(self, error: AppError) -> None:
        if isinstance(error, InvalidInputError):
            self.show_problems(error.problems)
        else:
            self.show_error(error)

    def _set_running(self, running: bool) -> None:
        self._running = running
        self._bar.setVisible(running)
        self._words.setVisible(running)
        self.cancel_button.setVisible(not running)
        for widget in (self._page, self.save_button):
            widget.setEnabled(not running)
