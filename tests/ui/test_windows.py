"""Rules that hold for every window and dialog of the shared room."""

import gc
import weakref
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QWidget

from gdpr_desktop.core import text
from gdpr_desktop.ui.about_dialog import AboutDialog
from gdpr_desktop.ui.change_password_dialog import ChangePasswordDialog
from gdpr_desktop.ui.crash_dialog import CrashDialog
from gdpr_desktop.ui.create_page import CreatePage
from gdpr_desktop.ui.dialog import FormDialog
from gdpr_desktop.ui.fields.calendar import CalendarPopup
from gdpr_desktop.ui.main_window import MainWindow
from gdpr_desktop.ui.manual_dialog import ManualDialog
from gdpr_desktop.ui.shortcuts_dialog import ShortcutsDialog
from ui import walk

Maker = Callable[[QWidget], QDialog]


DIALOGS: dict[str, Maker] = {
    "about": AboutDialog,
    "manual": ManualDialog,
    "shortcuts": ShortcutsDialog,
    "password": lambda parent: ChangePasswordDialog(parent, lambda old, new: None),
    "crash": lambda parent: CrashDialog(parent, ValueError("13880598778")),
}


@pytest.fixture(params=DIALOGS)
def dialog(request: pytest.FixtureRequest, window: MainWindow) -> QDialog:
    made = DIALOGS[request.param](window)
    made.open()
    return made


@pytest.fixture
def stretched(monkeypatch: pytest.MonkeyPatch) -> None:
    """All our words become 40 % longer."""

    class Longer:
        def gettext(self, message: str) -> str:
            return message + "x" * round(len(message) * 0.4)

        def ngettext(self, one: str, many: str, count: int) -> str:
            return self.gettext(one if count == 1 else many)

    monkeypatch.setattr(text, "_catalogue", lambda language: Longer())


def _screens(window: MainWindow, vault: SimpleNamespace) -> list[tuple[str, list[str]]]:
    """Each screen of the window, with what the walker ``cut`` and ``nameless`` found there."""
    found = [("unlock", walk.cut(window) + walk.nameless(window))]
    window.unlock_page.unlock()
    found.append(("unlock problems", walk.cut(window) + walk.nameless(window)))
    window.show_create()
    page = window.create_page
    assert isinstance(page, CreatePage)
    municipality = vault.municipality()
    page.municipality.show_values(municipality)
    page.people.show_values(municipality)
    for step in range(4):
        _settle()
        found.append((f"create {step}", walk.cut(window) + walk.nameless(window)))
        if step < 3:
            page.go_on()
    page.file.place.set_path(Path("/home/x/OneDrive/Fjordvik.register"))
    page.go_on()
    _settle()
    found.append(("create problems", walk.cut(window) + walk.nameless(window)))
    window.open_workspace(vault)
    for tab in range(2):
        window.show_tab(tab)
        window.say("Saved", action="Undo")
        _settle()
        found.append((f"tab {tab}", walk.cut(window) + walk.nameless(window)))
    return found


def _settle() -> None:
    from PySide6.QtTest import QTest

    for _turn in range(3):  # what one turn lays out may ask for another
        QTest.qWait(10)


def test_everything_reachable_has_a_name_and_no_word_is_cut(
    window: MainWindow, fake_vault: SimpleNamespace
) -> None:
    assert {name: found for name, found in _screens(window, fake_vault) if found} == {}


def test_words_longer_by_two_fifths_are_not_cut_at_1024_by_700(
    stretched: None, window: MainWindow, fake_vault: SimpleNamespace
) -> None:
    window.rebuild()
    assert {name: found for name, found in _screens(window, fake_vault) if found} == {}


def test_every_field_of_a_dialog_has_a_name_and_room(dialog: QDialog) -> None:
    _settle()
    assert walk.nameless(dialog) + walk.cut(dialog) == []


def test_stretched_dialogs_are_not_cut(stretched: None, dialog: QDialog) -> None:
    _settle()
    assert walk.cut(dialog) == []


def test_a_dialog_is_freed_when_closed(
    dialog: QDialog, freed: Callable[[], None], request: pytest.FixtureRequest
) -> None:
    gone = []
    dialog.destroyed.connect(lambda: gone.append(True))
    dialog.close()
    freed()
    assert gone == [True]


@pytest.mark.parametrize("name", DIALOGS)
def test_nothing_of_ours_keeps_a_closed_dialog_alive(
    name: str, window: MainWindow, freed: Callable[[], None]
) -> None:
    made = DIALOGS[name](window)
    made.open()
    reference = weakref.ref(made)
    made.close()
    del made
    freed()
    gc.collect()
    assert reference() is None


def test_escape_frees_an_information_dialog(window: MainWindow, freed: Callable[[], None]) -> None:
    made = AboutDialog(window)
    made.open()
    reference = weakref.ref(made)
    made.reject()
    del made
    freed()
    assert reference() is None


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)
def test_the_calendar_names_its_parts(shown: Callable[[QWidget], QWidget]) -> None:
    holder = shown(QWidget())
    popup = CalendarPopup(holder)
    popup.show()
    assert walk.nameless(popup) == []
    popup.close()


def test_no_two_menu_entries_share_keys(window: MainWindow, fake_vault: SimpleNamespace) -> None:
    window.open_workspace(fake_vault)
    keys = Counter(key for key, _who in walk.shortcuts(window))
    assert [key for key, times in keys.items() if times > 1] == []


def test_the_buttons_come_after_the_fields(window: MainWindow) -> None:
    made = DIALOGS["password"](window)
    made.open()
    first = made.focusWidget()
    assert first is made.old.line
    order, walker = [], first
    while not order or walker is not first:  # the chain is a ring
        if walker.focusPolicy() & Qt.FocusPolicy.TabFocus:
            order.append(walker)
        walker = walker.nextInFocusChain()
    assert order[-2:] == [made.cancel_button, made.save_button]
    made.discard()


class Wide(FormDialog):
    """Made small by Qt, and as wide as the screen when shown."""

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        room = self.screen().availableGeometry()
        self.resize(room.width() - 32, room.height() - 64)


def test_a_dialog_lies_within_the_screen(window: MainWindow) -> None:
    dialog = Wide(window, "A", "B")
    dialog.open()
    assert dialog.screen().availableGeometry().contains(dialog.geometry())
    dialog.reject()
