"""Watches over the backups of the register that is open: status bar, closing, what was left."""

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QDialog

from gdpr_desktop.administration.backups import words
from gdpr_desktop.core.change import Change, Kind
from gdpr_desktop.core.errors import AppError
from gdpr_desktop.core.text import _
from gdpr_desktop.ui import icons, notice_bar, tasks
from gdpr_desktop.ui.bus import bus
from gdpr_desktop.ui.labels import button
from gdpr_desktop.vault import Alarm, Vault, alarm_words
from gdpr_desktop.vault.backup import erased, keeping
from gdpr_desktop.vault.backup.errors import BackupCancelledError
from gdpr_desktop.vault.backup.format import Journal, Reason
from gdpr_desktop.vault.backup.making import Made

if TYPE_CHECKING:
    from gdpr_desktop.ui.main_window import MainWindow

_POLL = 100  # milliseconds
_HOUR = 3_600_000
_CATCH_UP_AFTER = 60_000


class BackupGuard(QObject):
    """One to each open register. ``progress`` is 0 to 1; then ``made`` or ``failed``."""

    progress = Signal(float)
    made = Signal(object)
    failed = Signal(object)

    def __init__(self, window: "MainWindow", vault: Vault) -> None:
        super().__init__(window)
        self.window, self.vault = window, vault
        self._job: keeping.Job | None = None
        self._may_close = False
        self.is_ended = False
        self.button = button("", "link")
        self.button.clicked.connect(self.show_backups)
        self._poll = _timer(self, _POLL, self._on_poll)
        self._hourly = _timer(self, _HOUR, self.show_state)
        self._later = _timer(self, _CATCH_UP_AFTER, self._catch_up, once=True)

    def begin(self) -> None:
        """Show the state, tell what must be told, and take the closing of the window."""
        self.window.statusBar().addPermanentWidget(self.button)
        self.button.show()
        self.window.ask_before_closing = self.before_closing
        self.vault.before_key_change.append(partial(_back_up_first, self.vault))
        self._hourly.start()
        bus.changed.connect(self._on_changed)
        if erased.reapply(self.vault):
            self._say(_("Cases that were anonymised are anonymised again."), tone="info")
        self.show_state()
        self._tell()
        if not self._needs_none:
            self._later.start()

    def end(self) -> None:
        """The register is being locked: what is being made is given up."""
        self.cancel()
        for timer in (self._poll, self._hourly, self._later):
            timer.stop()
        self.window.ask_before_closing = None
        self.window.statusBar().removeWidget(self.button)
        self.button.deleteLater()
        self.is_ended = True
        if self._job is None:
            self.deleteLater()

    @property
    def running(self) -> bool:
        """Is a backup being made?"""
        return self._job is not None

    @property
    def _needs_none(self) -> bool:
        """Nothing can be lost: open for reading only, or the demo."""
        return self.vault.read_only or bool(self.vault.setting("demo", ""))

    def run(self, reason: Reason) -> None:
        """Make a backup in the worker; one at a time."""
        if self._job is not None:
            return
        try:
            self._job = keeping.Job(self.vault, reason)
        except AppError as error:
            self.failed.emit(error)
            return
        self._poll.start()
        self.show_state()
        tasks.run(
            self._job.run,
            title=_("Making a backup"),
            on_done=self._on_made,
            on_error=self._on_failed,
            quiet=True,
        )

    def cancel(self) -> None:
        """Stop the one that is being made."""
        if self._job is not None:
            self._job.cancel()

    def before_closing(self) -> bool:
        """Is there something to do before the window closes? It is then closed from here."""
        if self._may_close or self._needs_none or not keeping.status(self.vault).due_on_closing:
            return False
        from gdpr_desktop.administration.backups.dialogs.closing import ClosingDialog

        dialog = ClosingDialog(self.window, self)
        dialog.close_wanted.connect(self._on_close_wanted)
        dialog.open()
        dialog.begin()
        return True

    def show_backups(self) -> QDialog:
        """Open the dialog."""
        from gdpr_desktop.administration.backups.dialogs.overview import BackupsDialog

        dialog = BackupsDialog(self.window, self)
        dialog.open()
        return dialog

    def show_state(self) -> None:
        """The words in the status bar."""
        status = keeping.status(self.vault)
        if self.running:
            text, amber = _("Making a backup…"), False
        else:
            text, amber = words.short(status, self.vault.clock), status.needs_attention
        self.button.setText(text)
        self.button.setAccessibleName(_("Backups: {state}").format(state=text))
        self.button.setToolTip(words.long(status, self.vault.clock))
        icons.set_icon(
            self.button, "warning" if amber else "archive", "warning" if amber else "muted"
        )

    def _tell(self) -> None:
        status = keeping.status(self.vault)
        clock = self.vault.clock
        if status.failed or status.folder_missing or (status.overdue and status.made is not None):
            self._say(words.long(status, clock), tone="warning", action=_("Look at it"))
        elif status.rehearsal_due:
            text = _("Try out a restore from time to time, so that you know that it works.")
            self._say(text, tone="info", action=_("Try it now"))

    def _say(self, text: str, *, tone: str, action: str = "") -> None:
        notice_bar.say(
            self.window,
            text,
            tone=tone,
            action=action,
            on_action=self._on_look if action else None,
        )

    def _on_look(self) -> None:
        self.show_backups()

    def _catch_up(self) -> None:
        if keeping.is_time_to_catch_up(self.vault):
            self.run(Reason.CATCHING_UP)

    def _on_changed(self, change: Change, _initiator: object) -> None:
        if Kind.USER in change.kinds and not self.is_ended:  # copied before a new key
            self.show_state()

    def _on_poll(self) -> None:
        if self._job is not None:
            self.progress.emit(self._job.fraction)

    def _on_made(self, made: Made) -> None:
        self._finish()
        if self.is_ended:
            return
        if made.manifest.journal is Journal.ALTERED:
            self._say(alarm_words(Alarm.JOURNAL_ALTERED), tone="danger")
        self.made.emit(made)

    def _on_failed(self, error: AppError) -> None:
        self._finish()
        if self.is_ended:
            return
        if not isinstance(error, BackupCancelledError):
            self._say(str(error), tone="danger")
        self.failed.emit(error)

    def _finish(self) -> None:
        self._poll.stop()
        self._job = None
        self.is_ended = self.is_ended or not self.vault.is_open
        if self.is_ended:
            self.deleteLater()
        else:
            self.show_state()

    def _on_close_wanted(self) -> None:
        self.cancel()
        self._may_close = True
        self.window.close()


def _back_up_first(vault: Vault, _code: str) -> None:
    """Before a key is changed; in the worker, which waits for it."""
    keeping.back_up_before(vault, Reason.KEY_CHANGE)


def _timer(parent: QObject, milliseconds: int, deed: Any, *, once: bool = False) -> QTimer:
    made = QTimer(parent)
    made.setInterval(milliseconds)
    made.setSingleShot(once)
    made.timeout.connect(deed)
    return made


def guard_of(window: "MainWindow", vault: Vault) -> BackupGuard:
    """The guard of the register that is open in ``window``; made when there is none yet."""
    for guard in window.findChildren(BackupGuard):
        if guard.vault is vault and not guard.is_ended:
            return guard
        guard.end()
    return BackupGuard(window, vault)
