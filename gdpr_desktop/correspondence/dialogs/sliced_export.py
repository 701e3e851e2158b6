"""A list or a log that leaves the register: read in slices, written in the worker, then noted."""

from collections.abc import Callable, Generator
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import AppError
from gdpr_desktop.ui import tasks
from gdpr_desktop.ui.dialog import FormDialog
from gdpr_desktop.ui.labels import label
from gdpr_desktop.ui.notice_bar import say
from gdpr_desktop.ui.slices import Slices


class SlicedExportDialog(FormDialog):
    """``save`` of a subclass asks for ``path`` and calls ``begin``; the rest follows.

    A subclass adds its fields, then ``add_working``, and overrides ``progress_words``, ``on_read``
    (which calls ``write``), ``note`` and ``told``. The worker reads nothing of the register.
    """

    path = Path()
    choices: tuple[QWidget, ...] = ()  # not to be changed while it works
    _slices: Slices | None = None

    def progress_words(self, many: int) -> str:
        """How much is read so far."""
        raise NotImplementedError

    def on_read(self, rows: tuple[Any, ...]) -> None:
        """All is read: write it."""
        raise NotImplementedError

    def note(self) -> Change:
        """Note in the journal that it has left the register."""
        raise NotImplementedError

    def told(self) -> str:
        """What is said when it is done."""
        raise NotImplementedError

    def add_working(self) -> None:
        """The line that says what is being done, under the fields."""
        self.working = label("", "muted")
        self.form.addRow(self.working)
        self.set_working("")

    def is_dirty(self) -> bool:
        return False  # nothing is lost: it is chosen again in a moment

    def begin(self, run: Generator[int, None, tuple[Any, ...]], text: str) -> None:
        """Read ``run`` a slice at a time."""
        self.set_working(text)
        self._slices = Slices(run, self)
        self._slices.progressed.connect(self._on_progressed)
        self._slices.ended.connect(self.on_read)
        self._slices.failed.connect(self.fail)
        self._slices.start()

    def write(self, job: Callable[[], str], *, title: str, text: str) -> None:
        """Have the worker write the file."""
        self.set_working(text)
        tasks.run(job, title=title, on_done=self.finish, on_error=self.fail)

    def reject(self) -> None:
        if self._slices is not None:
            self._slices.cancel()
        super().reject()

    def set_working(self, text: str) -> None:
        """Say what is being done; empty: it waits for the person."""
        self.working.setText(text)
        self.working.setVisible(bool(text))
        for field in (self.save_button, *self.choices):
            field.setEnabled(not text)

    def finish(self, _sha256: str = "") -> None:
        """The file is there: note it, say so, and close."""
        try:
            change = self.note()
        except AppError as error:
            self.fail(error)
            return
        parent = self.parentWidget()
        if parent is not None:
            say(parent, self.told(), tone="ok")
        self.accepted_value.emit(change)
        self.accept()

    def fail(self, error: AppError) -> None:
        """Say why it could not be done; what was chosen stays."""
        self.set_working("")
        self.show_error(error)

    def _on_progressed(self, many: int) -> None:
        self.working.setText(self.progress_words(many))
