"""A dialog that has the worker make many letters, shows how far it has come, and may stop it."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths, QTimer
from PySide6.QtGui import QCloseEvent

from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import AppError
from gdpr_desktop.core.text import _
from gdpr_desktop.correspondence.dialogs.output_step import OutputStep
from gdpr_desktop.correspondence.dialogs.place import ask_path
from gdpr_desktop.correspondence.many_files import Shape, Watch, Written
from gdpr_desktop.ui import notices, tasks
from gdpr_desktop.ui.dialog import FormDialog
from gdpr_desktop.ui.labels import label

_EVERY = 150  # milliseconds between looks at how far the worker has come


class ManyFilesDialog(FormDialog):
    """A subclass sets ``output_step``, calls ``prepare_files`` when its widgets stand, notes that
    an export begins, and calls ``make_files``; then ``record_files`` or ``give_up_files`` is
    called, once."""

    output_step: OutputStep
    _watch: Watch | None = None
    _locked = False
    _count = 0

    def prepare_files(self) -> None:
        """The line under everything, and the clock that looks at the worker."""
        self.working = label("", "muted")
        self.page_layout.addWidget(self.working)
        self.working.hide()
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY)
        self._timer.timeout.connect(self._show_progress)

    def record_files(self, written: Written) -> Change:
        """The letters take their place, and the case knows of them."""
        raise NotImplementedError

    def give_up_files(self) -> None:
        """Nothing was written: nothing is left."""
        raise NotImplementedError

    def at_work(self, *, busy: bool) -> None:
        """What may not be pressed while the worker makes the letters."""
        self.save_button.setEnabled(not busy)

    def ask_place(self, shape: Shape, name: str) -> Path | None:
        """Where to put one file called ``name``, or a new folder; None: thought better of."""
        if shape is Shape.LONG:
            return ask_path(self, _("Save the letters"), f"{name}.docx")
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        start = Path(QStandardPaths.writableLocation(documents))
        title = _("Where should the new folder with the letters be?")
        folder = notices.folder(self, title, start)
        if folder is None:
            return None
        names = (name if number == 1 else f"{name} ({number})" for number in range(1, 1000))
        return next(folder / one for one in names if not (folder / one).exists())

    def make_files(self, count: int, job: Callable[[Watch], Written | None]) -> None:
        """Have the worker do ``job``, which makes ``count`` letters."""
        watch = self._watch = Watch()
        self._count = count
        self.at_work(busy=True)
        self._show_progress()
        self._timer.start()
        tasks.run(
            partial(job, watch),
            title=_("Making the letters"),
            on_done=self._on_written,
            on_error=self._on_not_written,
            stop=self._on_locked,
            quiet=True,
        )

    def _show_progress(self) -> None:
        if self._watch is not None:
            self.output_step.show_progress(self._watch, self._count)

    def _on_written(self, written: Written | None) -> None:
        self._come_to_rest()
        if written is None and self._locked:
            return  # the note of the export stays: it is told after the next unlock
        if written is None:
            self.give_up_files()
            self.working.setText(_("It was stopped. No letters were saved."))
            self.working.show()
            return
        try:
            change = self.record_files(written)
        except AppError as error:
            self.show_error(error)
            return
        self._before = None
        self.end_draft()
        self.accepted_value.emit(change)
        self.accept()

    def _on_locked(self) -> None:
        """The register is being locked: it does not wait for many letters."""
        if self._watch is not None:
            self._locked = True
            self._watch.stop()

    def _on_not_written(self, error: AppError) -> None:
        self._come_to_rest()
        self.give_up_files()
        self.show_error(error)

    def _come_to_rest(self) -> None:
        self._watch = None
        self._timer.stop()
        self.output_step.show_rest()
        self.at_work(busy=False)

    def reject(self) -> None:
        """Cancel stops the letters first, and only then leaves."""
        if self._watch is not None:
            self._watch.stop()
            self._show_progress()
        else:
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._watch is not None:
            self._watch.stop()  # the worker clears up, and the register does at the next unlock
        super().closeEvent(event)
