"""Locking: everything off the screen at once, drafts kept, and then the register is closed.

Between the two, what is under way ends: a box that somebody waits for is answered with Cancel, a
job of the worker runs to its end (or stops, where it can be done over), a save is finished. Nobody
meets a closed register half-way.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from gdpr_desktop.core.change import Change, Kind
from gdpr_desktop.core.text import _
from gdpr_desktop.ui.bus import bus
from gdpr_desktop.ui.feature import call

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog

    from gdpr_desktop.ui.idle import IdleWatch
    from gdpr_desktop.ui.main_window import MainWindow
    from gdpr_desktop.ui.sleep import Reason, SleepWatch
    from gdpr_desktop.vault import Vault

SETTING = "idle_minutes"
_AGAIN = 20  # milliseconds until it is looked again whether all has ended


class Locking(QObject):
    """Locks ``window``: by hand, when nobody is there, when the machine sleeps."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._why = ""
        self._then: Callable[[], None] | None = None
        self.is_under_way = False
        self.idle: IdleWatch | None = None
        self.sleep: SleepWatch | None = None
        bus.changed.connect(self._on_bus_changed)

    def watch(self, vault: "Vault") -> None:
        """A register is open: see that it is not left open."""
        if self.idle is None or self.sleep is None:
            from gdpr_desktop.ui.idle import IdleWatch
            from gdpr_desktop.ui.sleep import SleepWatch

            self.idle = IdleWatch(_minutes(vault), self)
            self.idle.idle.connect(self._on_idle)
            self.idle.lock_pressed.connect(self.lock)
            self.sleep = SleepWatch(self, window=int(self._window.winId()))
            self.sleep.slept.connect(self._on_slept)
        self.idle.set_minutes(_minutes(vault))
        self.idle.start()
        self.sleep.start()

    def lock(self, why: str = "", then: Callable[[], None] | None = None) -> None:
        """Lock; ``why`` is said and ``then`` done when all has ended, mostly at once."""
        if self._window.vault is None:
            if then is not None:
                then()
            return
        if then is not None:
            self._then = then
        if self.is_under_way:
            return
        self.is_under_way, self._why = True, why
        if self.idle is not None and self.sleep is not None:
            self.idle.stop()
            self.sleep.stop()
        self._blank()
        if not self._is_busy():
            keep_drafts(self._window)  # the machine may sleep before the rest is done
        from gdpr_desktop.ui import notices  # not needed before the first screen is shown

        notices.close_all()
        stop_worker()
        self._go_on()

    def _blank(self) -> None:
        clear_clipboard()
        for _popup in range(10):  # a list in a menu in a menu
            popup = QApplication.activePopupWidget()
            if popup is None:
                break
            popup.close()
        for dialog in dialogs_of(self._window):
            dialog.hide()
        self._window.blank()

    def _is_busy(self) -> bool:
        from gdpr_desktop.ui import tasks  # not needed before the first screen is shown

        vault = self._window.vault
        return tasks.runner().busy or (vault is not None and vault.is_working)

    def _go_on(self) -> None:
        from gdpr_desktop.ui import notices

        if notices.are_open() or self._is_busy():
            QTimer.singleShot(_AGAIN, self, self._go_on)
            return
        lost: tuple[str, ...] = ()
        try:
            lost = close_dialogs(self._window)
        finally:  # whatever goes wrong, nothing stays open
            notices.allow()
            self.is_under_way = False
            self._window.leave_vault()
        self._tell(lost)
        then, self._then = self._then, None
        if then is not None:
            then()

    def _tell(self, lost: tuple[str, ...]) -> None:
        said = [self._why] if self._why else []
        for title in lost:
            text = _("There was no room to keep what was typed last in «{form}». It is gone.")
            said.append(text.format(form=title))
        if said:
            self._window.say(" ".join(said), tone="danger" if lost else "info")

    def _on_idle(self) -> None:
        if self._window.work_files.is_open:
            self.lock(_("The work file was closed because nobody used it."))
        else:
            self.lock(_("The register was locked because nobody used it."))

    def _on_slept(self, reason: "Reason") -> None:
        if self._window.work_files.is_open:
            self.lock(_of_work_file(reason))
            return
        self.lock(
            {
                "sleep": _("The register was locked because the machine went to sleep."),
                "screen": _("The register was locked together with the screen."),
                "clock": _(
                    "The register was locked because the machine slept, or its clock was set."
                ),
            }[reason.value]
        )

    def _on_bus_changed(self, change: Change, _initiator: object) -> None:
        vault = self._window.vault
        if self.idle is not None and vault is not None and Kind.SETTINGS in change.kinds:
            self.idle.set_minutes(_minutes(vault))


def _of_work_file(reason: "Reason") -> str:
    return {
        "sleep": _("The work file was closed because the machine went to sleep."),
        "screen": _("The work file was closed together with the screen."),
        "clock": _("The work file was closed because the machine slept, or its clock was set."),
    }[reason.value]


def _minutes(vault: "Vault") -> float:
    from gdpr_desktop.ui.idle import MINUTES

    wanted = vault.setting(SETTING, MINUTES)
    return wanted if isinstance(wanted, int | float) else MINUTES


def dialogs_of(window: QWidget) -> "list[QDialog]":
    """Every dialog of ``window``, the newest last."""
    from PySide6.QtWidgets import QDialog  # not needed before the first screen is shown

    return list(window.findChildren(QDialog))


def keep_drafts(window: QWidget) -> None:
    """Save the drafts of all dialogs now."""
    for dialog in dialogs_of(window):
        call(dialog, "keep_now")


def close_dialogs(window: QWidget) -> tuple[str, ...]:
    """Close every dialog of ``window`` without asking; the titles of those that lost something."""
    lost = []
    for dialog in dialogs_of(window):
        keep = getattr(dialog, "keep_now", None)
        if callable(keep) and not keep():
            lost.append(dialog.windowTitle())
        call(dialog, "discard")
        dialog.close()
    return tuple(lost)


def stop_worker() -> None:
    """Ask the worker not to keep the register open for long."""
    from gdpr_desktop.ui import tasks  # not needed before the first screen is shown

    tasks.runner().stop_early()


def clear_clipboard() -> None:
    """Take away what this program has put there; what others have put there is theirs."""
    clipboard = QGuiApplication.clipboard()
    if clipboard.ownsClipboard():
        clipboard.clear()
    if clipboard.supportsSelection() and clipboard.ownsSelection():
        clipboard.clear(clipboard.Mode.Selection)
