"""«Open register» in the menu «File»: the registers known on this machine, another, a new one."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QAction

from gdpr_desktop.core.text import _

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu

    from gdpr_desktop.ui.main_window import MainWindow


class RegisterMenu:
    """Filled anew each time it is shown: files come and go."""

    def __init__(self, menu: "QMenu", window: "MainWindow") -> None:
        self.menu, self._window = menu, window
        self._actions: list[QAction] = []
        menu.aboutToShow.connect(self.fill)
        self.fill()

    def fill(self) -> None:
        """List what is known now. The register that is open is ticked."""
        for action in self._actions:
            self.menu.removeAction(action)
            action.setParent(None)
        self._actions = []
        settings = self._window.settings
        missing = tuple(path for path in settings.recent if not path.is_file())
        for path in settings.recent:
            self._add_register(path, gone=path in missing)
        if missing:
            self._add(
                _("&Remove those that are not here now"),
                partial(self._window.registers.forget, missing),
            )
        if settings.recent:
            self._actions.append(self.menu.addSeparator())
        self._add(_("&Another register…"), self._window.registers.open_other)
        self._add(_("&New register…"), self._window.registers.new)

    def _add_register(self, path: Path, *, gone: bool) -> None:
        words = self._window.settings.label_of(path).replace("&", "&&")
        if gone:
            words = _("{register} (is not here now)").format(register=words)
        action = self._add(words, partial(self._window.registers.open, path))
        action.setToolTip(str(path))
        action.setEnabled(not gone)
        vault = self._window.vault
        action.setCheckable(vault is not None and vault.path == path)
        action.setChecked(action.isCheckable())

    def _add(self, words: str, deed: Callable[[], Any]) -> QAction:
        action = QAction(words, self.menu)
        self.menu.addAction(action)
        action.triggered.connect(partial(_do, deed))
        self._actions.append(action)
        return action


def _do(deed: Callable[[], Any], _checked: bool = False) -> None:
    deed()
