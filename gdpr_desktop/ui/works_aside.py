"""A dialog whose deed may take long: then the worker does it, and the window goes on answering."""

from collections.abc import Callable
from typing import Any

from gdpr_desktop.core.errors import AppError, InvalidInputError
from gdpr_desktop.core.text import _
from gdpr_desktop.ui import forms, tasks
from gdpr_desktop.ui.accessible import announce
from gdpr_desktop.ui.dialog import FormDialog
from gdpr_desktop.ui.labels import label

FEW = 200  # rows that are written at once


class WorksAside(FormDialog):
    """A subclass overrides ``is_long`` and ``job``; a deed that is not long is done as usual."""

    _working = False

    def is_long(self) -> bool:
        """Would the window stand still for it?"""
        raise NotImplementedError

    def job(self) -> Callable[[], Any]:
        """The deed for the worker, with all that it needs. Raises ``InvalidInputError``."""
        raise NotImplementedError

    def save(self) -> None:
        if self._working:
            return
        if not self.is_long():
            super().save()
            return
        self._general.hide()
        forms.clear_problems(self)
        try:
            job = self.job()
        except InvalidInputError as error:
            self.show_problems(error.problems)
            return
        except AppError as error:
            self.show_error(error)
            return
        self._begin()
        title = self.windowTitle()
        tasks.run(job, title=title, on_done=self._on_done, on_error=self._on_failed, quiet=True)

    def discard(self) -> None:
        """The register is being locked: what the worker does is not waited for."""
        if self._working:
            self._working, self._before = False, None
        super().discard()

    def _begin(self) -> None:
        self._working = True
        if self._draft is not None:
            self._draft.stop()  # it would wait for the worker
        if not hasattr(self, "working"):
            self.working = label("", "muted")
            self.button_row.insertWidget(0, self.working)
        self.working.setText(_("It is saved …"))
        announce(self, self.working.text())
        self._set_busy(True)

    def _set_busy(self, busy: bool) -> None:
        self.working.setVisible(busy)
        for widget in (self._page, self.cancel_button, self.save_button):
            widget.setEnabled(not busy)

    def _on_done(self, value: object) -> None:
        self._working, self._before = False, None
        self._set_busy(False)
        self.end_draft()
        self.accepted_value.emit(value)
        self.accept()

    def _on_failed(self, error: AppError) -> None:
        self._working = False
        self._set_busy(False)
        if isinstance(error, InvalidInputError):
            self.show_problems(error.problems)
        else:
            self.show_error(error)

    def _may_leave(self) -> bool:
        return not self._working and super()._may_leave()
