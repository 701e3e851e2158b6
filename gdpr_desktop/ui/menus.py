"""The menu bar: words, keys and what each does. No rule, no state of its own."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPlainTextEdit, QTextEdit

from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import _, current_language
from gdpr_desktop.ui.feature import call
from gdpr_desktop.ui.machine_settings import TEXT_SIZES
from gdpr_desktop.ui.register_menu import RegisterMenu
from gdpr_desktop.ui.shortcuts import shortcuts
from gdpr_desktop.ui.theme import Scheme
from gdpr_desktop.ui.tool import Tool

if TYPE_CHECKING:
    from gdpr_desktop.ui.main_window import MainWindow

_EDIT = ("undo", "cut", "copy", "paste", "selectAll")


class Menus:
    """Built anew with the window's words; ``set_open`` says whether a register is open."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window
        self._for_open: list[QAction] = []
        bar = window.menuBar()
        bar.clear()
        self._file(bar.addMenu(_("&File")))
        self._edit(bar.addMenu(_("&Edit")))
        self._register = bar.addMenu(_("&Register"))
        self._tools: list[QAction] = []
        self._below_tools = self._register.addSeparator()
        self._register_menu(self._register)
        self.view = bar.addMenu(_("&View"))
        self._tabs: list[QAction] = []
        self._below_tabs = self.view.addSeparator()
        self._view()
        self._help(bar.addMenu(_("&Help")))

    def set_open(
        self,
        opened: bool,
        tabs: tuple[tuple[str, str], ...] = (),
        tools: tuple[Tool, ...] = (),
    ) -> None:
        """Enable what needs an open register; ``tabs`` are (words, keys)."""
        self._show_tools(tools)
        for action in self._for_open:
            action.setEnabled(opened)
        self._language.setEnabled(not self._window.is_creating)
        self._registers.menu.setEnabled(not self._window.is_creating)
        self._work_file.setEnabled(not self._window.is_creating)
        alone = self._window.work_files.is_open
        self._new.setEnabled(opened and not alone)
        self._password.setEnabled(opened and not alone)
        self._register.menuAction().setVisible(not alone)  # there is nothing of it in a work file
        for action in self._tabs:
            self.view.removeAction(action)
            action.setParent(None)
        self._tabs = []
        for index, (words, keys) in enumerate(tabs):
            action = QAction(words, self.view)
            action.setProperty("shortcut", keys)
            action.triggered.connect(lambda _checked=False, i=index: self._window.show_tab(i))
            self.view.insertAction(self._below_tabs, action)
            self._tabs.append(action)

    def _show_tools(self, tools: tuple[Tool, ...]) -> None:
        for action in self._tools:
            self._register.removeAction(action)
            self._help_menu.removeAction(action)
            action.setParent(None)
        self._tools = []
        self._below_tools.setVisible(bool(tools))
        for tool in tools:
            menu, before = self._place_of(tool)
            action = QAction(_(tool.TEXT), menu)
            if tool.SHORTCUT:
                action.setProperty("shortcut", tool.SHORTCUT)
            action.triggered.connect(lambda _checked=False, one=tool: self._window.open_tool(one))
            menu.insertAction(before, action)
            self._tools.append(action)

    def _place_of(self, tool: Tool) -> tuple[QMenu, QAction]:
        """The menu of a tool, and what stands below it there."""
        if getattr(tool, "IN_HELP", False):
            return self._help_menu, self._below_guide
        return self._register, self._below_tools

    def _add(
        self,
        menu: QMenu,
        words: str,
        deed: Callable[[], Any],
        shortcut: str = "",
        *,
        needs_open: bool = False,
    ) -> QAction:
        action = _action(menu, words)
        if shortcut:
            action.setProperty("shortcut", shortcuts.keys(shortcut))
        action.triggered.connect(deed)
        if needs_open:
            self._for_open.append(action)
        return action

    def _file(self, menu: QMenu) -> None:
        window = self._window
        self._new = self._add(menu, _("&New"), window.new_in_page, "new", needs_open=True)
        self._registers = RegisterMenu(menu.addMenu(_("&Open register")), window)
        self._work_file = self._add(menu, _("Open a &work file…"), window.work_files.choose)
        menu.addSeparator()
        self._add(menu, _("&Lock"), window.lock, "lock", needs_open=True)
        self._add(menu, _("&Quit"), window.close, "quit")

    def _register_menu(self, menu: QMenu) -> None:
        window = self._window
        words = _("Change the &password…")
        self._password = self._add(menu, words, window.change_password, needs_open=True)

    def _edit(self, menu: QMenu) -> None:
        words = (_("&Undo"), _("Cu&t"), _("&Copy"), _("&Paste"), _("Select &all"))
        keys = ("Ctrl+Z", "Ctrl+X", "Ctrl+C", "Ctrl+V", "Ctrl+A")
        for name, text, key in zip(_EDIT, words, keys, strict=True):
            action = _action(menu, text)
            action.setProperty("shortcut", key)
            if name == "undo":
                self._undo_action = action
                action.triggered.connect(self._undo)
            else:
                action.triggered.connect(lambda _checked=False, name=name: _in_focus(name))
        menu.aboutToShow.connect(self._name_undo)
        menu.addSeparator()
        self._add(menu, _("&Search"), self._window.find_in_page, "find", needs_open=True)

    def _page(self) -> Any:
        workspace = self._window.workspace
        return workspace.page() if workspace is not None else None

    def _undo(self) -> None:
        """In a text the last typing, else the last deed on the case shown."""
        if _has_undo(QApplication.focusWidget()):
            _in_focus("undo")
        else:
            call(self._page(), "undo")

    def _name_undo(self) -> None:
        """Say what would be undone: «Undo: the note»."""
        told = getattr(self._page(), "undo_words", None)
        what = told() if callable(told) and not _has_undo(QApplication.focusWidget()) else ""
        self._undo_action.setText(_("&Undo: {what}").format(what=what) if what else _("&Undo"))

    def _view(self) -> None:
        window, settings = self._window, self._window.settings
        language = self._language = self.view.addMenu(_("&Language"))
        pairs = ((Language.NYNORSK, "Nynorsk"), (Language.BOKMAL, "Bokmål"))
        self._choices(language, pairs, current_language(), window.looks.choose_language)
        look = self.view.addMenu(_("&Colours"))
        schemes = (
            (Scheme.SYSTEM, _("As the system")),
            (Scheme.LIGHT, _("Light")),
            (Scheme.DARK, _("Dark")),
        )
        self._choices(look, schemes, settings.scheme, window.looks.choose_scheme)
        size = self.view.addMenu(_("&Text size"))
        sizes = tuple((size, f"{size} %") for size in TEXT_SIZES)
        self._choices(size, sizes, settings.text_size, window.looks.choose_text_size)
        size.addSeparator()
        self._add(size, _("Larger"), window.looks.larger_text, "larger")
        self._add(size, _("Smaller"), window.looks.smaller_text, "smaller")

    def _choices(
        self,
        menu: QMenu,
        pairs: tuple[tuple[Any, str], ...],
        chosen: Any,
        deed: Callable[[Any], None],
    ) -> None:
        group = QActionGroup(menu)
        for value, words in pairs:
            action = _action(menu, words)
            action.setCheckable(True)
            action.setChecked(value == chosen)
            group.addAction(action)
            action.triggered.connect(lambda _checked=False, value=value: deed(value))

    def _help(self, menu: QMenu) -> None:
        window, self._help_menu = self._window, menu
        self._add(menu, _("&Guide"), window.show_manual)
        self._below_guide = self._add(
            menu, _("&Keyboard shortcuts"), window.show_shortcuts, "shortcuts"
        )
        self._add(menu, _("&About the program"), window.show_about)


def _action(menu: QMenu, words: str) -> QAction:
    # menu.addAction(words) loads the namespace Qt, and so does QKeySequence: see theme.py.
    action = QAction(words, menu)
    menu.addAction(action)
    return action


def _in_focus(name: str) -> bool:
    """Have the widget in focus do it; False when it cannot."""
    method = getattr(QApplication.focusWidget(), name, None)
    if not callable(method):
        return False
    method()
    return True


def _has_undo(widget: object) -> bool:
    """Is there typing to take back? An empty search field must not swallow the key."""
    if isinstance(widget, QLineEdit):
        return widget.isUndoAvailable()
    if isinstance(widget, (QPlainTextEdit, QTextEdit)):
        return not widget.isReadOnly() and widget.document().isUndoAvailable()
    return False
