"""Going from one register to another: welcome, the demo, one that is known, one that is new."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from gdpr_desktop.core.text import _
from gdpr_desktop.ui.unlock_page import UnlockPage
from gdpr_desktop.ui.welcome_page import WelcomePage

if TYPE_CHECKING:
    from gdpr_desktop.ui.demo_banner import DemoBanner
    from gdpr_desktop.ui.main_window import MainWindow
    from gdpr_desktop.vault import Vault


class Registers:
    """Which register one window shows. One is open at a time."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window
        self._banner: DemoBanner | None = None
        self.demo_password = ""  # of the demo that is open, filled in where it is asked for

    def welcome(self) -> None:
        """Show the very first screen."""
        window = self._window
        page = WelcomePage()
        page.create_requested.connect(window.show_create)
        page.demo_requested.connect(window.demo_requested)
        page.existing_requested.connect(self._on_existing_requested)
        page.work_file_requested.connect(window.work_files.choose)
        page.language_chosen.connect(window.looks.choose_language)
        window.show_page(page)
        page.focus_first()

    @property
    def is_welcoming(self) -> bool:
        """Is the very first screen shown?"""
        return isinstance(self._window.stack.currentWidget(), WelcomePage)

    def show_again(self) -> None:
        """The page shown while nothing is open, in another language or size."""
        window = self._window
        if self.is_welcoming:
            self.welcome()
        elif window.work_files.is_shown:
            window.work_files.show_again()
        else:
            path, user = window.unlock_page.register.value(), window.unlock_page.user.text()
            window.show_unlock()
            if isinstance(path, Path):
                window.unlock_page.show_file(path, user)

    def ask_again(self, vault: "Vault", demo_password: str) -> None:
        """Ask for the password of what was just locked."""
        window = self._window
        if vault.is_work_file:
            window.work_files.ask(vault.path)
            return
        window.show_unlock()
        window.unlock_page.show_file(vault.path, vault.actor.name, demo_password)

    def start_page(self) -> None:
        """Where one is with no register open."""
        if self._window.settings.recent:
            self._window.show_unlock()
        else:
            self.welcome()

    def set_busy(self, busy: bool) -> None:
        """The demo is being made: its buttons rest."""
        page = self._window.stack.currentWidget()
        if isinstance(page, WelcomePage):
            page.set_busy(busy)
        elif isinstance(page, UnlockPage):
            page.demo_button.setEnabled(not busy)

    def open(self, path: Path) -> None:
        """Lock what is open, and ask for the password of the one at ``path``."""
        window = self._window
        if window.vault is not None and window.vault.path == path:
            return
        window.locking.lock(then=partial(self._ask_for_password, path))

    def _ask_for_password(self, path: Path) -> None:
        self._window.show_unlock()
        self._window.unlock_page.show_file(path)

    def open_other(self) -> None:
        """Let the person point at a register."""
        from gdpr_desktop.ui import notices

        window = self._window
        recent = window.settings.recent
        path = notices.open_path(
            window,
            _("Open another register"),
            recent[0].parent if recent else Path.home(),
            _("Registers") + " (*.register)",
        )
        if path is not None:
            self.open(path)

    def new(self) -> None:
        """Lock what is open, and begin a new register."""
        self._window.locking.lock(then=self._window.show_create)

    def forget(self, paths: tuple[Path, ...]) -> None:
        """Take registers off the list; the files themselves are left alone."""
        window = self._window
        for path in paths:
            window.settings.forget_vault(path)
        if window.vault is None and not window.is_creating:
            self.start_page()

    def mark_demo(self, vault: "Vault | None") -> None:
        """Show the banner above the demo, and nowhere else."""
        self.demo_password = vault.setting("demo", "") if vault is not None else ""
        demo = bool(self.demo_password)
        if demo and self._banner is None:
            from gdpr_desktop.ui.demo_banner import DemoBanner

            self._banner = DemoBanner()
            self._banner.create_requested.connect(self.new)
            self._window.put_on_top(self._banner)
        elif not demo and self._banner is not None:
            self._banner.hide()
            self._banner.deleteLater()
            self._banner = None

    def retell(self) -> None:
        """Another language or size: the banner is made anew."""
        self.mark_demo(None)
        self.mark_demo(self._window.vault)

    def _on_existing_requested(self) -> None:
        self._window.show_unlock()
        text = _("Choose your register below.")
        self._window.unlock_page.say(text)
