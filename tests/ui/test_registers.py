"""Several registers on one machine, the first start, and the demo."""

import shutil
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from conftest import PASSWORD, USER
from gdpr_desktop import app
from gdpr_desktop.app import Program
from gdpr_desktop.demo import register as demo
from gdpr_desktop.ui import tasks
from gdpr_desktop.ui.demo_banner import DemoBanner
from gdpr_desktop.ui.main_window import MainWindow
from gdpr_desktop.ui.welcome_page import WelcomePage
from gdpr_desktop.vault import Vault, people
from ui import walk


@pytest.fixture
def two(window: MainWindow, tmp_path: Path) -> tuple[Path, Path]:
    """Two registers that the machine remembers; the second was used last."""
    paths = []
    for name, user in (("Fjordvik", "Kari"), ("Storfjord", "Ola")):
        path = tmp_path / name / "register.register"
        path.parent.mkdir()
        path.touch()
        window.settings.remember_vault(path, user, f"{name} kommune")
        paths.append(path)
    window.show_unlock()
    return paths[0], paths[1]


def words(window: MainWindow) -> list[tuple[str, bool]]:
    window.menus._registers.fill()
    actions = window.menus._registers.menu.actions()
    return [(action.text(), action.isEnabled()) for action in actions if not action.isSeparator()]


def press(window: MainWindow, index: int) -> None:
    window.menus._registers.fill()
    window.menus._registers.menu.actions()[index].trigger()


def test_each_register_fills_in_its_own_user(window: MainWindow, two: tuple[Path, Path]) -> None:
    page = window.unlock_page
    assert (page.register.value(), page.user.text()) == (two[1], "Ola")
    page.register.set_value(two[0])
    page.register.activated.emit(page.register.currentIndex())
    assert page.user.text() == "Kari"


def test_registers_are_told_apart_by_their_municipality(
    window: MainWindow, two: tuple[Path, Path]
) -> None:
    listed = [text for text, _enabled in words(window)]
    assert listed[0].startswith("Storfjord kommune")
    assert listed[1].startswith("Fjordvik kommune")


def test_choosing_another_register_locks_the_open_one_and_asks_for_its_password(
    window: MainWindow, two: tuple[Path, Path], fake_vault: SimpleNamespace
) -> None:
    window.open_workspace(fake_vault)
    press(window, 1)
    assert fake_vault.closed == [True]
    page = window.unlock_page
    assert (page.register.value(), page.user.text()) == (two[0], "Kari")


def test_a_register_that_is_gone_is_greyed_and_can_be_taken_off_the_list(
    window: MainWindow, two: tuple[Path, Path]
) -> None:
    two[1].unlink()
    window.show_unlock()
    page = window.unlock_page
    assert page.register.value() == two[0]
    assert not page.register.model().item(0).isEnabled()
    assert words(window)[0][1] is False
    page.forget_button.click()
    assert window.settings.recent == (two[0],)
    assert page.forget_button.isHidden()


def test_the_menu_takes_gone_registers_off_the_list_too(
    window: MainWindow, two: tuple[Path, Path]
) -> None:
    two[0].unlink()
    press(window, 2)
    assert window.settings.recent == (two[1],)


def test_another_register_is_pointed_at_from_the_menu(
    window: MainWindow, tmp_path: Path, answers: Callable[..., None]
) -> None:
    path = tmp_path / "ny.register"
    path.touch()
    answers(path)
    press(window, 0)
    assert window.unlock_page.register.value() == path


def test_a_new_register_can_be_begun_from_the_menu(
    window: MainWindow, fake_vault: SimpleNamespace
) -> None:
    window.open_workspace(fake_vault)
    press(window, -1)
    assert fake_vault.closed == [True]
    assert window.is_creating
    assert not window.menus._registers.menu.isEnabled()


def test_what_is_unlocked_is_remembered_with_its_municipality(
    window: MainWindow, sealed_vault: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    path = shutil.copytree(sealed_vault.parent, tmp_path / "c") / sealed_vault.name
    window.unlock_page.show_file(path, USER, PASSWORD)
    with qtbot.waitSignal(window.opened):
        window.unlock_page.unlock()
        tasks.runner().wait()
    assert window.settings.user_of(path) == USER
    assert window.settings.names[str(path)] == "Fjordvik kommune"
    window.lock()


# The first start


def test_the_welcome_offers_three_ways_and_comes_back_when_one_is_left(
    window: MainWindow,
) -> None:
    window.registers.welcome()
    assert walk.cut(window) + walk.nameless(window) == []
    page = window.stack.currentWidget()
    assert isinstance(page, WelcomePage)
    page.create_button.click()
    assert window.is_creating
    window.create_page.cancel_button.click()
    assert window.registers.is_welcoming
    window.stack.currentWidget().existing_button.click()
    assert window.stack.currentWidget() is window.unlock_page


def test_the_welcome_follows_the_size_of_text(window: MainWindow) -> None:
    window.registers.welcome()
    window.looks.choose_text_size(150)
    assert window.registers.is_welcoming
    window.looks.choose_text_size(100)


# The demo


@pytest.fixture
def program(
    qapp: QApplication,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    features: tuple[SimpleNamespace, ...],
) -> Program:
    """The program on a machine of its own, with a demo without cases: it is made in no time."""
    monkeypatch.setattr(app, "load_features", lambda: features)
    monkeypatch.setattr(demo, "_run", lambda vault, past, clock: None)
    made = Program(qapp, tmp_path / "data")
    qtbot.addWidget(made.window)
    made.window.listen_to(tasks.runner())
    made.window.show()
    yield made
    made.window.lock()


def _go_in(program: Program, qtbot: QtBot) -> None:
    with qtbot.waitSignal(program.window.opened, timeout=20_000):
        program.window.stack.currentWidget().demo_button.click()
        tasks.runner().wait()


def test_the_demo_is_one_click_from_the_welcome_and_marked_as_demo(
    program: Program, qtbot: QtBot
) -> None:
    assert program.window.registers.is_welcoming
    _go_in(program, qtbot)
    qtbot.waitUntil(lambda: program.window.findChild(DemoBanner).isVisible())
    assert program.settings.recent == ()


def test_a_demo_whose_password_was_changed_gives_way_to_a_fresh_one(
    program: Program, qtbot: QtBot
) -> None:
    _go_in(program, qtbot)
    people.change_password(program.window.vault, demo.PASSWORD, "endå ein lang passordfrase")
    first = program.window.vault.path
    program.window.lock()
    for _time in range(2):
        _go_in(program, qtbot)
        assert program.window.vault.path != first
        second = program.window.vault.path
        program.window.lock()
    assert second.exists()
    assert first.exists()


def test_a_locked_demo_is_unlocked_without_typing(program: Program, qtbot: QtBot) -> None:
    _go_in(program, qtbot)
    program.window.lock()
    with qtbot.waitSignal(program.window.opened, timeout=20_000):
        program.window.unlock_page.unlock()
        tasks.runner().wait()
    assert program.settings.recent == ()


def test_ones_own_register_is_begun_from_the_demo(program: Program, qtbot: QtBot) -> None:
    _go_in(program, qtbot)
    program.window.findChild(DemoBanner).create_button.click()
    assert program.window.vault is None
    assert program.window.is_creating


def test_a_real_register_is_not_called_a_demo(window: MainWindow, vault: Vault) -> None:
    window.open_workspace(vault)
    assert window.findChild(DemoBanner) is None
    window.lock()
