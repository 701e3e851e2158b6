"""Starts the program, unlocks, loads the features, wires events."""

import gc
import importlib
import sys
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from gdpr_desktop import __version__
from gdpr_desktop.core import text
from gdpr_desktop.core.errors import AppError
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.paths import APP_NAME, REGISTER_SUFFIX, default_data_dir, resource
from gdpr_desktop.core.text import _, set_language
from gdpr_desktop.ui import crash, vault_calls
from gdpr_desktop.ui.feature import Feature
from gdpr_desktop.ui.machine_settings import MachineSettings
from gdpr_desktop.ui.main_window import MainWindow
from gdpr_desktop.ui.qt_words import QtWords
from gdpr_desktop.ui.theme import QT_ARGUMENTS, Theme
from gdpr_desktop.ui.tool import Tool
from gdpr_desktop.ui.vault_gate import VaultGate

FEATURES = (
    "gdpr_desktop.overview.feature",
    "gdpr_desktop.requests.feature",
    "gdpr_desktop.breaches.feature",
    "gdpr_desktop.consents.feature",
    "gdpr_desktop.dpia.feature",
    "gdpr_desktop.register.feature",
    "gdpr_desktop.information.feature",
)
# In the order of the menu «Register», which is also the order in which they meet a register that is
# opened: cleaning up says how cases are erased again before backups ask for it after a restore.
TOOLS: tuple[str, ...] = (
    "gdpr_desktop.administration.search.tool",
    "gdpr_desktop.administration.settings.tool",
    "gdpr_desktop.administration.templates.tool",
    "gdpr_desktop.requests.citizen_forms.tool",
    "gdpr_desktop.dpia.catalogue.tool",
    "gdpr_desktop.administration.users.tool",
    "gdpr_desktop.administration.cleanup.tool",
    "gdpr_desktop.administration.backups.tool",
    "gdpr_desktop.administration.journal.tool",
    "gdpr_desktop.administration.guidance.tool",
)


def load_features() -> tuple[Feature, ...]:
    """The features, in the order of their tabs; imported after unlocking."""
    return tuple(importlib.import_module(name) for name in FEATURES)


def load_work_file() -> tuple[Feature, ...]:
    """What is shown of a work file; imported after it is opened."""
    return (importlib.import_module("gdpr_desktop.dpia.work_file.feature"),)


def load_tools() -> tuple[Tool, ...]:
    """What stands in the menu «Register»; imported after unlocking."""
    return tuple(importlib.import_module(name) for name in TOOLS)


class Program(QObject):
    """One run of the program, on an application that exists."""

    _crashed = Signal(object)

    def __init__(self, app: QApplication, data_dir: Path | None = None) -> None:
        super().__init__(app)
        self._app = app
        self._shown_crash = False
        self.data_dir = data_dir or default_data_dir()
        self.settings = MachineSettings.load(self.data_dir)
        app.setProperty("machine_settings", self.settings)
        self._words = QtWords(app)
        self._use_language(self.settings.language)
        theme = Theme(app, scheme=self.settings.scheme, text=self.settings.text_size)
        new_folder = data_dir or Path.home() / APP_NAME  # seldom synced, unlike «Documents»
        gate = self._gate = VaultGate(
            data_dir=self.data_dir, new_folder=new_folder, check_letterhead=_check_letterhead
        )
        self.window = MainWindow(self.settings, theme, gate, load_features, load_tools)
        self.window.work_files.load = load_work_file
        self.window.language_chosen.connect(self._use_language)
        self.window.demo_requested.connect(self.open_demo)
        self.window.restore_requested.connect(self.restore_backup)
        self._crashed.connect(self._on_crashed)
        if not self.settings.recent:
            self.window.registers.welcome()

    def start(self, *, demo: bool = False) -> None:
        """Show the window; load what unlocking needs while the password is typed."""
        self.window.show()
        QTimer.singleShot(0, self, self._open_demo_too if demo else self._go_on)

    def open_file(self, path: Path) -> None:
        """Ask for the password of a register, or of a work file."""
        if path.suffix == REGISTER_SUFFIX:
            self.window.registers.open(path)
        else:
            self.window.work_files.ask(path)

    def catch_crashes(self) -> None:
        """Send what nobody catches to the crash dialog, from whatever thread."""
        crash.install(self._crashed.emit)

    def open_demo(self) -> None:
        """Go into the demo register; made if it is missing, or if its password was changed."""
        from gdpr_desktop.ui import tasks

        if self.window.vault is not None:
            return
        self.window.registers.set_busy(True)
        tasks.run(
            partial(_open_demo, self.data_dir, self._gate),
            title=_("Making the demo register"),
            on_done=self._on_demo_opened,
            on_error=self._on_demo_refused,
        )

    def restore_backup(self, register: Path, user: str) -> None:
        """Ask for a backup, and put it in place; no register is open."""
        from gdpr_desktop.administration.backups.dialogs.restore import restore_anywhere

        restore_anywhere(self.window, self.data_dir / "anchors", register, user)

    def wait(self) -> None:
        """Let the worker end what it is at."""
        from gdpr_desktop.ui import tasks

        tasks.runner().wait()

    def _open_demo_too(self) -> None:
        self._go_on()
        self.open_demo()

    def _go_on(self) -> None:
        """What the first screen can be shown without."""
        from gdpr_desktop.ui import tasks
        from gdpr_desktop.ui.signal_guard import keep_constants

        keep_constants()
        runner = tasks.runner()
        runner.crashed.connect(self._on_crashed)
        self.window.listen_to(runner)
        self.window.setWindowIcon(QIcon(str(resource("icons/program/program.png"))))
        runner.run(_load_all, title="", quiet=True)

    def _on_demo_opened(self, vault: Any) -> None:
        self.window.registers.set_busy(False)
        if self.window.vault is not None or self.window.is_creating:
            vault.close()  # the person went on to something else meanwhile
            return
        self.window.open_workspace(vault)
        hint = _("This is a municipality that does not exist, and its people are made up.")
        self.window.say(hint, tone="info")

    def _on_demo_refused(self, error: AppError) -> None:
        self.window.registers.set_busy(False)
        self.window.say(str(error), tone="danger")

    def _use_language(self, language: Language) -> None:
        set_language(language)
        self._words.use(language)

    def _on_crashed(self, error: BaseException) -> None:
        if isinstance(error, AppError):  # from a timer: no dialog stood by to show it
            self.window.say(str(error), tone="danger")
            return
        from gdpr_desktop.ui.crash_dialog import CrashDialog

        if self._shown_crash:
            return
        self._shown_crash = True
        dialog = CrashDialog(self.window, error)
        dialog.destroyed.connect(self._on_crash_closed)
        dialog.open()

    def _on_crash_closed(self) -> None:
        self._shown_crash = False


def _check_letterhead(path: Path) -> bytes:
    from gdpr_desktop.letters.letterhead import check_letterhead

    check_letterhead(path)
    return path.read_bytes()


def _open_demo(folder: Path, gate: VaultGate) -> Any:
    from gdpr_desktop.demo import fresh_demo, open_demo

    try:
        return gate.open(*open_demo(folder))
    except AppError as error:
        if not vault_calls.is_wrong_password(error):
            raise
    return gate.open(*fresh_demo(folder))


def _load_all() -> None:
    from gdpr_desktop.vault.hardening import forbid_core_dumps

    forbid_core_dumps()  # before the first password
    text.preload()
    vault_calls.preload()
    load_features()
    load_tools()


def make_application() -> QApplication:
    """The application that a program runs in."""
    app = QApplication([*sys.argv[:1], *QT_ARGUMENTS])
    app.setApplicationName(APP_NAME)
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("personvernpulten")
    return app


def run(
    *,
    demo: bool = False,
    data_dir: Path | None = None,
    exit_when_shown: bool = False,
    file: Path | None = None,
) -> int:
    """Run the program until the window is closed; returns the exit code."""
    app = make_application()
    program = Program(app, data_dir)
    program.catch_crashes()
    if file is not None:
        program.open_file(file)
    if exit_when_shown:
        program.window.show()
        QTimer.singleShot(0, app.quit)
        code = app.exec()
    else:
        program.start(demo=demo)
        code = app.exec()
        program.wait()
    gc.freeze()  # going through everything once more before the end takes 25 ms for nothing
    return code
