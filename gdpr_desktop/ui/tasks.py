"""One worker for slow things. It gets frozen data; what it raises is shown by the GUI thread."""

import gc
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count
from typing import Any

import shiboken6
from PySide6.QtCore import QObject, QRunnable, QThreadPool, QTimer, Signal

from gdpr_desktop.core.errors import AppError

PROGRESS_AFTER = 500  # milliseconds


@dataclass(slots=True, kw_only=True)
class _Job:
    number: int
    title: str
    work: Callable[[], Any]
    on_done: Callable[[Any], None] | None
    on_error: Callable[[AppError], None] | None
    cancel: Callable[[], None] | None
    stop: Callable[[], None] | None
    cancelled: threading.Event = field(default_factory=threading.Event)


class _Runnable(QRunnable):
    def __init__(self, job: _Job, finished: Callable[[int, object, object], None]) -> None:
        super().__init__()
        self._job: _Job | None = job
        self._finished = finished

    def run(self) -> None:
        job, self._job = self._job, None  # Qt may keep us: whoever asked is not kept with us
        assert job is not None
        number = job.number
        result, error = None, None
        try:
            if not job.cancelled.is_set():
                result = job.work()
        except Exception as caught:  # noqa: BLE001  the task runner hands it to the GUI thread
            error = caught
        del job  # the last to hold a dialog is the GUI thread, where alone it may be freed
        self._finished(number, result, error)


class TaskRunner(QObject):
    """Runs one job after the other in one thread."""

    started_long = Signal(int, str, bool)  # number, title, can be cancelled: after 500 ms
    ended = Signal(int)
    idle = Signal()
    failed = Signal(object)  # AppError that no one else handles
    crashed = Signal(object)  # any other exception: our bug
    _finished = Signal(int, object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._pool.setExpiryTimeout(-1)
        self._jobs: dict[int, _Job] = {}
        self._numbers = count(1)
        self._finished.connect(self._on_finished)

    @property
    def busy(self) -> bool:
        """Is anything running or waiting?"""
        return bool(self._jobs)

    def run(
        self,
        fn: Callable[[], Any],
        *,
        title: str,
        on_done: Callable[[Any], None] | None = None,
        on_error: Callable[[AppError], None] | None = None,
        cancel: Callable[[], None] | None = None,
        stop: Callable[[], None] | None = None,
        quiet: bool = False,
    ) -> int:
        """Run ``fn`` in the worker; ``on_done(result)`` or ``on_error(AppError)`` come back here.

        ``cancel`` (called in the GUI thread) asks ``fn`` to stop; the callbacks are then left out.
        ``stop`` (in the GUI thread, when the register is locked) asks ``fn`` to come to its end
        early; the callbacks still come. ``quiet``: no progress is shown.
        """
        number = next(self._numbers)
        job = _Job(
            number=number,
            title=title,
            work=fn,
            on_done=on_done,
            on_error=on_error,
            cancel=cancel,
            stop=stop,
        )
        self._jobs[number] = job
        gc.disable()  # what is collected may be a window's, and is not freed in another thread
        if not quiet:
            QTimer.singleShot(PROGRESS_AFTER, self, lambda: self._show(number))
        self._pool.start(_Runnable(job, self._finished.emit))
        return number

    def cancel(self, number: int) -> None:
        """Ask a job to stop and forget its answer."""
        job = self._jobs.get(number)
        if job and not job.cancelled.is_set():
            job.cancelled.set()
            if job.cancel:
                job.cancel()

    def stop_early(self) -> None:
        """Ask what runs or waits to come to its end early, where it can: see ``run``."""
        for job in tuple(self._jobs.values()):
            if job.stop is not None:
                job.stop()

    def wait(self, milliseconds: int = 30_000) -> bool:
        """Block until the worker is done. For the very end of the program, and tests."""
        return self._pool.waitForDone(milliseconds)

    def _show(self, number: int) -> None:
        job = self._jobs.get(number)
        if job:
            self.started_long.emit(number, job.title, job.cancel is not None)

    def _on_finished(self, number: int, result: object, error: object) -> None:
        job = self._jobs.pop(number)
        if not self._jobs:
            gc.enable()
        self.ended.emit(number)
        if not job.cancelled.is_set():
            self._deliver(job, result, error)
        elif error is not None and not isinstance(error, AppError):
            self.crashed.emit(error)
        if not self._jobs:
            self.idle.emit()

    def _deliver(self, job: _Job, result: object, error: object) -> None:
        if error is None:
            if job.on_done and _alive(job.on_done):
                job.on_done(result)
        elif isinstance(error, AppError):
            if job.on_error and _alive(job.on_error):
                job.on_error(error)
            else:
                self.failed.emit(error)
        else:
            self.crashed.emit(error)


def _alive(callback: Callable[..., None]) -> bool:
    owner = getattr(callback, "__self__", None)
    return not isinstance(owner, QObject) or shiboken6.isValid(owner)


_runner: TaskRunner | None = None


def runner() -> TaskRunner:
    """The program's one runner, made on first use."""
    global _runner  # one worker for the whole program
    if _runner is None or not shiboken6.isValid(_runner):
        _runner = TaskRunner()
    return _runner


def run(
    fn: Callable[[], Any],
    *,
    title: str,
    on_done: Callable[[Any], None] | None = None,
    on_error: Callable[[AppError], None] | None = None,
    cancel: Callable[[], None] | None = None,
    stop: Callable[[], None] | None = None,
    quiet: bool = False,
) -> int:
    """``TaskRunner.run`` on the program's one runner."""
    return runner().run(
        fn,
        title=title,
        on_done=on_done,
        on_error=on_error,
        cancel=cancel,
        stop=stop,
        quiet=quiet,
    )
