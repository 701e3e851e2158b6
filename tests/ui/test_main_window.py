"""The window with a real register: make, lock, unlock, and what goes wrong on the way."""

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QClipboard
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from gdpr_desktop.core.change import Change, Kind
from gdpr_desktop.core.errors import AppError
from gdpr_desktop.core.municipality import Language, Municipality
from gdpr_desktop.ui import tasks
from gdpr_desktop.ui.bus import bus
from gdpr_desktop.ui.create_page import CreatePage
from gdpr_desktop.ui.forms import FieldRow
from gdpr_desktop.ui.main_window import MainWindow
from gdpr_desktop.ui.new_vault import NewVault
from gdpr_desktop.ui.theme import Scheme

if TYPE_CHECKING:
    from gdpr_desktop.vault import Vault

from conftest import PASSWORD, USER


def _problems(root: QWidget) -> dict[str, str]:
    return {
        row.field.objectName(): row.problem for row in root.findChildren(FieldRow) if row.problem
    }


@pytest.fixture
def register(tmp_path: Path, sealed_vault: Path) -> Path:
    """A closed register of the test's own."""
    import shutil

    folder = shutil.copytree(sealed_vault.parent, tmp_path / "closed")
    return folder / sealed_vault.name


def _unlock(window: MainWindow, path: Path, password: str) -> None:
    window.unlock_page.show_file(path, USER, password)
    window.unlock_page.unlock()
    tasks.runner().wait()


def test_the_right_password_opens_the_tabs(
    window: MainWindow, register: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(window.opened):
        _unlock(window, register, PASSWORD)
    assert window.windowTitle() == f"Fjordvik kommune – {USER} – Personvernpulten"
    assert window.settings.recent == (register,)
    window.lock()


def test_a_wrong_password_is_said_under_the_password(
    window: MainWindow, register: Path, qtbot: QtBot
) -> None:
    _unlock(window, register, "feil passord, diverre")
    qtbot.waitUntil(lambda: bool(_problems(window.unlock_page)))
    assert list(_problems(window.unlock_page)) == ["password"]
    assert window.unlock_page.password.text() == "feil passord, diverre"


def test_a_register_in_use_says_who_has_it(
    window: MainWindow, vault: "Vault", qtbot: QtBot
) -> None:
    _unlock(window, vault.path, PASSWORD)
    qtbot.waitUntil(lambda: bool(_problems(window.unlock_page)))
    assert USER in _problems(window.unlock_page)["register"]


def test_nothing_filled_in_is_said_at_each_field(window: MainWindow) -> None:
    window.unlock_page.unlock()
    assert set(_problems(window.unlock_page)) == {"register", "user", "password"}


def test_locking_blanks_everything_and_closes_the_register(
    window: MainWindow,
    fake_vault: SimpleNamespace,
    municipality: Municipality,
    freed: Callable[[], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(QClipboard, "ownsClipboard", lambda clipboard: True)
    window.open_workspace(fake_vault)
    window.change_password()
    QApplication.clipboard().setText("Kari")
    QTest.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    window.lock()
    freed()
    assert fake_vault.closed == [True]
    assert window.workspace is None
    assert window.windowTitle() == "Personvernpulten"
    assert QApplication.clipboard().text() == ""
    words = {shown.text() for shown in window.findChildren(QLabel)}
    assert municipality.name not in words


def test_an_idle_register_locks_itself(
    window: MainWindow, fake_vault: SimpleNamespace, qtbot: QtBot
) -> None:
    window.open_workspace(fake_vault)
    window.locking.idle._timer.start(1)
    qtbot.waitUntil(lambda: window.vault is None)
    assert fake_vault.closed == [True]


def test_the_minutes_of_the_register_hold_at_once(
    window: MainWindow, fake_vault: SimpleNamespace
) -> None:
    minutes = {"idle_minutes": 5}
    fake_vault.setting = lambda key, default=None: minutes.get(key, default)
    window.open_workspace(fake_vault)
    assert window.locking.idle is not None
    assert window.locking.idle._timer.interval() == 5 * 60_000
    minutes["idle_minutes"] = 30
    bus.tell(Change(kinds=frozenset({Kind.SETTINGS}), ids=(0,)))
    assert window.locking.idle._timer.interval() == 30 * 60_000


def test_pages_are_made_when_first_shown_and_hidden_ones_refresh_when_shown(
    window: MainWindow, fake_vault: SimpleNamespace, features: tuple[SimpleNamespace, ...]
) -> None:
    class Page(QWidget):
        def __init__(self) -> None:
            super().__init__()
            self.told: list[Change] = []

        def refresh(self, change: Change) -> None:
            self.told.append(change)

    made: list[Page] = []

    def make_page(vault: object) -> Page:
        made.append(Page())
        return made[-1]

    for feature in features:
        feature.make_page = make_page
    window.open_workspace(fake_vault)
    assert len(made) == 1
    window.show_tab(1)
    window.show_tab(0)
    first, second = (Change(kinds=frozenset({Kind.CASE}), ids=(number,)) for number in (1, 2))
    bus.tell(first)
    bus.tell(second)
    assert (made[0].told, made[1].told) == ([first, second], [])
    window.show_tab(1)
    assert [change.ids for change in made[1].told] == [(1, 2)]


def test_a_new_register_is_made_in_four_pages(
    window: MainWindow, municipality: Municipality, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    from gdpr_desktop.vault import Kdf, Vault

    cheap = Vault.create.__func__.__kwdefaults__
    monkeypatch.setitem(cheap, "kdf", Kdf.floor())
    window.show_create()
    page = window.create_page
    page.municipality.show_values(municipality)
    page.go_on()
    page.people.show_values(municipality)
    page.go_on()
    page.letters.language.set_value(Language.BOKMAL)
    page.go_on()
    page.file.password.first.set_text(PASSWORD)
    page.file.password.second.set_text(PASSWORD)
    with qtbot.waitSignal(window.opened, timeout=10_000):
        page.go_on()
        tasks.runner().wait()
    made = window.vault.municipality()
    assert (made.name, made.language) == (municipality.name, Language.BOKMAL)
    assert made.officer == municipality.officer
    assert window.vault.path.name == "Fjordvik kommune.register"
    window.lock()


def test_a_page_that_is_not_right_is_not_left_and_going_back_loses_nothing(
    window: MainWindow,
) -> None:
    window.show_create()
    page = window.create_page
    page.municipality._lines["organisation_number"].setText("312345677")
    page.go_on()
    assert page.step == 0
    assert set(_problems(page)) == {"name", "organisation_number"}
    page.municipality._lines["name"].setText("Fjordvik kommune")
    page.municipality._lines["organisation_number"].setText("312 345 676")
    page.go_on()
    page._on_back_clicked()
    assert page.municipality._lines["name"].text() == "Fjordvik kommune"


def test_passwords_that_differ_or_are_weak_are_said_at_the_field(
    window: MainWindow, municipality: Municipality
) -> None:
    window.show_create()
    step = window.create_page.file
    step.prepare(municipality.name, USER)
    step.password.first.set_text("Fjordvik2026!")
    step.password.second.set_text("Fjordvik2026!")
    assert {problem.field for problem in step.problems()} == {"password"}
    step.password.first.set_text(PASSWORD)
    assert {problem.field for problem in step.problems()} == {"repeated"}


def test_a_synced_folder_is_warned_about(window: MainWindow) -> None:
    from gdpr_desktop.vault import place_words

    window.show_create()
    place = window.create_page.file.place
    place.set_path(Path("/home/x/OneDrive/a.register"))
    assert place.warning() == place_words("synced")
    place.set_path(Path("/home/x/a.register"))
    assert place.warning() == ""


def test_the_password_of_a_new_register_is_in_no_text(municipality: Municipality) -> None:
    new = NewVault(path=Path("a"), user="x", password="hemmeleg", municipality=municipality)
    assert "hemmeleg" not in repr(new)


def test_a_wrong_present_password_is_said_at_its_field(
    window: MainWindow, vault: "Vault", qtbot: QtBot
) -> None:
    window.open_workspace(vault)
    dialog = window._gate.change_password(window, vault, lambda: None)
    dialog.old.set_text("feil passord, diverre")
    for field in (dialog.new.first, dialog.new.second):
        field.set_text("fire heilt ulike ord her")
    dialog.save()
    qtbot.waitUntil(lambda: bool(_problems(dialog)))
    assert set(_problems(dialog)) == {"old"}
    dialog.old.set_text(PASSWORD)
    with qtbot.waitSignal(dialog.accepted_value):
        dialog.save()
    window.lock()


def test_typed_text_is_not_left_without_asking(
    window: MainWindow, fake_vault: SimpleNamespace, answers: Callable[..., None]
) -> None:
    window.open_workspace(fake_vault)
    dialog = window._gate.change_password(window, fake_vault, lambda: None)
    dialog.old.set_text("noko")
    answers(False)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    answers(True)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not window.findChildren(type(dialog)) or not dialog.isVisible()


def test_the_language_can_be_changed_while_a_register_is_open(
    window: MainWindow, fake_vault: SimpleNamespace
) -> None:
    told: list[Language] = []
    window.language_chosen.connect(told.append)
    window.open_workspace(fake_vault)
    window.show_tab(1)
    window.looks.choose_language(Language.BOKMAL)
    assert told == [Language.BOKMAL]
    assert window.workspace.tabs.currentIndex() == 1
    assert window.settings.language is Language.BOKMAL


def test_colours_and_text_size_can_be_chosen(window: MainWindow) -> None:
    window.looks.choose_scheme(Scheme.DARK)
    window.looks.larger_text()
    assert (window.settings.scheme, window.settings.text_size) == (Scheme.DARK, 115)
    window.looks.smaller_text()
    window.looks.choose_scheme(Scheme.LIGHT)
    assert window.settings.text_size == 100


def test_closing_waits_for_the_worker(window: MainWindow, qtbot: QtBot) -> None:
    import threading

    go = threading.Event()
    tasks.run(lambda: go.wait(5), title="Work")
    window.close()
    assert window.isVisible()
    go.set()
    qtbot.waitUntil(lambda: not window.isVisible())


def test_a_letterhead_that_is_refused_says_why_and_the_built_in_one_stays(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, answers: Callable[..., None]
) -> None:
    def refuse(path: Path) -> bytes:
        raise AppError("The letterhead has macros.", hint="Save it without.")

    page = CreatePage(tmp_path, check_letterhead=refuse)
    qtbot.addWidget(page)
    field = page.letters.letterhead
    field._choice.set_value(True)
    answers(tmp_path / "letterhead.docx")
    field._pick.click()
    qtbot.waitUntil(lambda: bool(_problems(page)))
    assert _problems(page) == {"letterhead": "The letterhead has macros. Save it without."}
    assert field.content() is None
