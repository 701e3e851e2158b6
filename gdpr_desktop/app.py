"""Starts the program, unlocks, loads the features, wires events."""

import gc
import importlib
import sys
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from gdpr_desktop import __version__
from gdpr_desktop.core.errors import AppError
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.paths import APP_NAME, default_data_dir, resource
from gdpr_desktop.core.text import _, set_language
from gdpr_desktop.ui import crash, vault_calls
from gdpr_desktop.ui.feature import Feature
from gdpr_desktop.ui.machine_settings import MachineSettings
from gdpr_desktop.ui.main_window import MainWindow
from gdpr_desktop.ui.qt_words import QtWords
from gdpr_desktop.ui.theme import QT_ARGUMENTS, Theme
from gdpr_desktop.ui.tool import Tool
from gdpr_desktop.ui.vault_gate import VaultGate

FEATURES = ("gdpr_desktop.overview.feature", "gdpr_desktop.requests.feature")
TOOLS: tuple[str, ...] = ()  # in the order of the menu «Register»


def load_features() -> tuple[Feature, ...]:
    """The features, in the order of their tabs; imported after unlocking."""
    return tuple(importlib.import_module(name) for name in FEATURES)


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
        gate = VaultGate(
            data_dir=self.data_dir, new_folder=new_folder, check_letterhead=_check_letterhead
        )
        self.window = MainWindow(self.settings, theme, gate, load_features, load_tools)
        self.window.language_chosen.connect(self._use_language)
        self.window.demo_requested.connect(self.make_demo)
        self._crashed.connect(self._on_crashed)

    def start(self, *, demo: bool = False) -> None:
        """Show the window; load what unlocking needs while the password is typed."""
        self.window.show()
        QTimer.singleShot(0, self, self._make_demo_too if demo else self._go_on)

    def catch_crashes(self) -> None:
        """Send what nobody catches to the crash dialog, from whatever thread."""
        crash.install(self._crashed.emit)

    def make_demo(self) -> None:
        """Make the demo register if it is missing, and fill in its password."""
        from gdpr_desktop.ui import tasks

        folder = self.data_dir

        def make() -> tuple[Path, str, str]:
            from gdpr_desktop.demo import open_demo

            return open_demo(folder)

        tasks.run(make, title=_("Making the demo register"), on_done=self._on_demo_made)

    def wait(self) -> None:
        """Let the worker end what it is at."""
        from gdpr_desktop.ui import tasks

        tasks.runner().wait()

    def _make_demo_too(self) -> None:
        self._go_on()
        self.make_demo()

    def _go_on(self) -> None:
        """What the first screen can be shown without."""
        from gdpr_desktop.ui import tasks

        runner = tasks.runner()
        runner.crashed.connect(self._on_crashed)
        self.window.listen_to(runner)
        self.window.setWindowIcon(QIcon(str(resource("icons/program/program.png"))))
        runner.run(_load_all, title="", quiet=True)

    def _on_demo_made(self, made: tuple[Path, str, str]) -> None:
        path, user, password = made
        hint = _("This is a municipality that does not exist, and its people are made up.")
        press = _("Press Unlock to go in.")  # by itself: a text inside an f-string is not found
        self.window.show_file(path, user, password, f"{hint} {press}")

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


def _load_all() -> None:
    from gdpr_desktop.vault.hardening import forbid_core_dumps

    forbid_core_dumps()  # before the first password
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


def run(*, demo: bool = False, data_dir: Path | None = None, exit_when_shown: bool = False) -> int:
    """Run the program until the window is closed; returns the exit code."""
    app = make_application()
    program = Program(app, data_dir)
    program.catch_crashes()
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
