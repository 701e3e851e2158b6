"""The library and the ways to a new activity, used as a person does."""

import gc
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from gdpr_desktop.core.change import Change
from gdpr_desktop.register.entries import store
from gdpr_desktop.register.entries.model import EntryKind, EntryState
from gdpr_desktop.register.library.dialogs import LibraryDialog, NewActivityDialog, new_activity
from gdpr_desktop.register.library.dialogs import new as ways
from gdpr_desktop.ui.theme import Scheme, Theme
from gdpr_desktop.vault import Vault
from ui import walk


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication) -> Iterator[QWidget]:
    theme = Theme(qapp, scheme=Scheme.LIGHT)
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    yield made
    del theme


def free() -> None:
    """Do what Qt has put off, as the event loop would."""
    for _turn in range(3):
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()


@pytest.fixture
def dialog(vault: Vault, window: QWidget, unit: int) -> Iterator[LibraryDialog]:
    made = LibraryDialog(vault, window)
    made.open()
    yield made
    if isValid(made):
        made.discard()


def names(vault: Vault) -> list[str]:
    return [one.name for one in store.entries(vault.db, EntryKind.ACTIVITY)]


def press(qtbot, button) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_everything_has_a_name_and_room(dialog, qtbot):
    qtbot.wait(20)
    assert walk.nameless(dialog) + walk.cut(dialog) == []


def test_two_are_found_ticked_and_made_as_drafts(dialog, vault, unit, qtbot):
    told: list[Change] = []
    dialog.accepted_value.connect(told.append)
    for typed in ("bibliotek", "barnevern"):
        dialog.search.clear()
        qtbot.keyClicks(dialog.search, typed)
        assert dialog.preview.title.text().lower() == typed
        dialog.tree.setFocus()
        qtbot.keyClick(dialog.tree, Qt.Key.Key_Space)
    assert set(dialog.wanted()) == {"library", "child_welfare"}
    assert not dialog.name.isEnabled()
    dialog.unit.set_value(unit)
    press(qtbot, dialog.save_button)
    assert names(vault) == ["Barnevern", "Bibliotek"]
    made = list(store.entries(vault.db, EntryKind.ACTIVITY))
    assert {one.state for one in made} == {EntryState.DRAFT}
    assert {one.content.unit_id for one in made} == {unit}
    assert [one.content.library_checked for one in made] == [False, False]
    assert len(told) == 1
    assert len(told[0].ids) == 2


def test_the_one_that_is_shown_can_be_given_another_name(dialog, vault, qtbot):
    dialog.tree.choose("school")
    assert dialog.name.text() == "Grunnskule"
    dialog.name.set_text("Vik skule")
    press(qtbot, dialog.save_button)
    assert names(vault) == ["Vik skule"]


def test_many_are_added_behind_a_bar(dialog, vault, qtbot):
    for start_id in ("school", "press", "library", "camera", "staff", "payroll"):
        dialog.tree.tick(start_id)
    with qtbot.waitSignal(dialog.accepted_value) as told:
        press(qtbot, dialog.save_button)
        assert dialog.progress.isVisible()
    assert len(names(vault)) == 6
    assert len(told.args[0].ids) == 6


def test_what_was_added_before_the_bar_was_stopped_is_told(dialog, vault, qtbot):
    for start_id in ("school", "press", "library", "camera", "staff", "payroll"):
        dialog.tree.tick(start_id)
    told: list[Change] = []
    dialog.accepted_value.connect(told.append)
    press(qtbot, dialog.save_button)
    qtbot.waitUntil(lambda: dialog.progress.value() >= 1)
    press(qtbot, dialog.cancel_button)
    assert 1 <= len(names(vault)) == len(told[0].ids) < 6


def test_a_search_that_finds_nothing_says_so_and_loses_no_tick(dialog, qtbot):
    dialog.tree.tick("school")
    qtbot.keyClicks(dialog.search, "romfart")
    assert dialog.tree.topLevelItem(0).isHidden()
    assert dialog.count.text()
    assert dialog.wanted() == ("school",)


def test_closing_asks_nothing_and_frees_the_dialog(vault, window, answers, qtbot):
    answers()
    for make in (lambda: LibraryDialog(vault, window), lambda: NewActivityDialog(window)):
        made = make()
        made.open()
        if isinstance(made, LibraryDialog):
            qtbot.keyClicks(made.search, "skule")
        watched = weakref.ref(made)
        qtbot.keyClick(made, Qt.Key.Key_Escape)
        del made
        free()
        assert watched() is None


@pytest.mark.parametrize("way", [ways.Way.GUIDED, ways.Way.BLANK])
def test_the_other_ways_open_what_other_rooms_have(way, vault, window, monkeypatch, qtbot):
    opened: list[str] = []

    def load(name: str) -> object:
        opened.append(name)
        return lambda *_given: None

    monkeypatch.setattr(ways, "load", load)
    monkeypatch.setattr(ways, "edit_form", lambda: lambda *_given: _Form(opened))
    new_activity(window, vault, lambda change: None)
    dialog = window.findChild(NewActivityDialog)
    dialog.way.set_value(way)
    press(qtbot, dialog.save_button)
    assert opened == [ways.GUIDED if way is ways.Way.GUIDED else "form"]


class _Form:
    """Stands for the form of an activity."""

    def __init__(self, opened: list[str]) -> None:
        self._opened = opened
        self.accepted_value = self

    def connect(self, _slot: object) -> None:
        """As a signal does."""

    def open(self) -> None:
        self._opened.append("form")


def test_the_first_way_opens_the_library(vault, window, qtbot):
    new_activity(window, vault, lambda change: None)
    dialog = window.findChild(NewActivityDialog)
    assert walk.nameless(dialog) + walk.cut(dialog) == []
    press(qtbot, dialog.save_button)
    opened = window.findChild(LibraryDialog)
    assert opened.isVisible()
    opened.discard()
