"""Users in the window: as an officer meets them, with keyboard and mouse."""

import re
from collections.abc import Callable
from datetime import timedelta
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from gdpr_desktop.administration.users import tool
from gdpr_desktop.administration.users.dialogs import greeting
from gdpr_desktop.administration.users.dialogs.recovery_key import (
    RecoveryKeyDialog,
    paper,
    print_key,
)
from gdpr_desktop.administration.users.dialogs.user import (
    NewUserDialog,
    RemoveUserDialog,
    ResetPasswordDialog,
    RoleDialog,
)
from gdpr_desktop.administration.users.dialogs.users import UsersDialog
from gdpr_desktop.core.change import Change, Kind
from gdpr_desktop.core.roles import Role
from gdpr_desktop.ui import tasks
from gdpr_desktop.ui.bus import bus
from gdpr_desktop.ui.change_password_dialog import ChangePasswordDialog
from gdpr_desktop.ui.forms import FieldRow
from gdpr_desktop.ui.theme import Scheme, Theme
from gdpr_desktop.ui.tool import is_for
from gdpr_desktop.vault import Vault, announcements, people, recovery, recovery_secret
from ui import walk

GOOD = "riktig hest batteri stift"


class Window(QMainWindow):
    """As much of the main window as a greeting asks for."""

    def __init__(self, vault: Vault) -> None:
        super().__init__()
        self.vault: Vault | None = vault
        self.said: list[str] = []
        self.actions: list[Callable[[], None]] = []

    def say(self, text: str, *, tone: str = "ok", action: str = "", on_action=None) -> None:
        self.said.append(text)
        if on_action:
            self.actions.append(on_action)

    def lock(self) -> None:
        self.vault = None


@pytest.fixture
def window(qtbot: QtBot, qapp, vault: Vault) -> Window:
    Theme(qapp, scheme=Scheme.LIGHT)
    made = Window(vault)
    qtbot.addWidget(made)
    made.resize(1024, 700)
    made.show()
    return made


@pytest.fixture
def per(vault: Vault):
    return people.add_user(vault, "Per Saksbehandlar", Role.CASEWORKER, GOOD)


@pytest.fixture
def users(window: Window, vault: Vault, per) -> UsersDialog:
    dialog = tool.open(window, vault)
    dialog.select(per.id)
    return dialog


def settle() -> None:
    tasks.runner().wait()
    QCoreApplication.processEvents()
    QCoreApplication.processEvents()


def click(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def opened(parent: QWidget, kind: type[QDialog]) -> QDialog:
    return next(one for one in parent.findChildren(kind) if one.isVisible())


def problems(dialog: QDialog) -> dict[str, str]:
    rows = dialog.findChildren(FieldRow)
    return {row.field.objectName(): row.problem for row in rows if row.problem}


def test_users_are_for_officers_only_in_the_menu():
    assert [role for role in Role if is_for(tool, role)] == [Role.OFFICER]


def test_officer_adds_a_user_with_the_keyboard_alone(users: UsersDialog, vault: Vault):
    click(users.new)
    dialog = opened(users, NewUserDialog)
    QTest.keyClicks(dialog.focusWidget(), "Åse Arkivar")
    dialog.role.field.set_value(Role.ARCHIVIST)
    QTest.keyClicks(dialog.password.first.line, GOOD)
    QTest.keyClicks(dialog.password.second.line, GOOD)
    QTest.keyClick(dialog.password.second.line, Qt.Key.Key_Return)
    settle()
    made = people.users(vault)[-1]
    assert (made.name, made.role, made.must_change) == ("Åse Arkivar", Role.ARCHIVIST, True)
    assert users.model.rowCount() == 3
    assert users._said.isVisible()


def test_problems_of_a_new_user_stand_at_their_fields(users: UsersDialog):
    click(users.new)
    dialog = opened(users, NewUserDialog)
    dialog.save()
    assert set(problems(dialog)) == {"user", "password"}
    dialog.name.set_text("per saksbehandlar")
    for field in (dialog.password.first, dialog.password.second):
        field.set_text(GOOD)
    dialog.save()
    settle()
    assert set(problems(dialog)) == {"user"}


def test_role_password_and_removal_go_through_the_list(users: UsersDialog, vault: Vault, per):
    click(users.role)
    dialog = opened(users, RoleDialog)
    dialog.role.field.set_value(Role.MANAGER)
    click(dialog.save_button)
    settle()
    assert people.users(vault)[1].role is Role.MANAGER
    click(users.reset)
    dialog = opened(users, ResetPasswordDialog)
    for field in (dialog.password.first, dialog.password.second):
        field.set_text("eit heilt nytt lause ord")
    click(dialog.save_button)
    settle()
    assert people.users(vault)[1].must_change
    before = vault.opened.database_keys
    click(users.remove)
    dialog = opened(users, RemoveUserDialog)
    assert dialog.focusWidget() is dialog.cancel_button
    click(dialog.save_button)
    assert not dialog.save_button.isEnabled()
    dialog.reject()
    assert dialog.isVisible(), "not while the key is changed"
    settle()
    assert people.users(vault)[1].removed
    assert vault.opened.database_keys != before
    assert users.selected().id == per.id
    assert not users.remove.isEnabled()


def test_nothing_can_be_done_to_oneself_in_the_list(users: UsersDialog, vault: Vault):
    users.select(vault.actor.user_id)
    assert [b.isEnabled() for b in (users.new, users.role, users.reset, users.remove)] == [
        True,
        False,
        False,
        False,
    ]


# The recovery key


def make_key(dialog: RecoveryKeyDialog) -> None:
    click(dialog.save_button)
    for index, answer in zip(dialog.asked, dialog._answers, strict=True):
        QTest.keyClicks(answer, dialog.groups[index].lower())
    click(dialog.save_button)
    settle()


def test_recovery_key_is_taken_into_use_only_when_two_groups_are_typed_back(
    users: UsersDialog, vault: Vault
):
    click(users.recovery_button)
    dialog = opened(users, RecoveryKeyDialog)
    assert all(group in dialog.key.text() for group in dialog.groups)
    click(dialog.save_button)
    assert not dialog.key.isVisible()
    first = dialog._answers[0]
    QTest.qWait(10)
    assert dialog.focusWidget() is first
    QTest.keyClicks(first, "AAAAA")
    click(dialog.save_button)
    settle()
    assert len(problems(dialog)) == 2
    assert recovery.state(vault) is None
    first.clear()
    told: list[Change] = []
    bus.changed.connect(lambda change, _initiator: told.append(change))
    for index, answer in zip(dialog.asked, dialog._answers, strict=True):
        QTest.keyClicks(answer, dialog.groups[index].lower())
    QTest.keyClick(dialog._answers[-1], Qt.Key.Key_Return)
    settle()
    assert [change.kinds for change in told] == [{Kind.USER}]  # «Getting started» ticks it off
    assert recovery.state(vault).made_by == vault.actor.name
    assert "2026" in users._recovery.text()


def test_paper_holds_every_group_and_prints_without_a_file_of_ours(tmp_path, qapp):
    groups = recovery_secret.new()
    text = paper(groups, municipality="Fjordvik kommune", register="a.register", day="i dag")
    assert all(re.search(rf"^{n}:  {group}$", text, re.M) for n, group in enumerate(groups, 1))
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "paper.pdf"))
    print_key(printer, text)
    assert (tmp_path / "paper.pdf").read_bytes().startswith(b"%PDF")
    assert [path.name for path in tmp_path.iterdir()] == ["paper.pdf"]


# After unlocking


@pytest.fixture
def reopen(vault: Vault):
    made = []

    def opener(user: str, password: str) -> Vault:
        vault.close()
        again = Vault.open(vault.path, user, password, clock=vault.clock)
        made.append(again)
        return again

    yield opener
    for again in made:
        again.close()


@pytest.mark.qt_log_ignore("Keyboard event not accepted", extend=True)
def test_user_with_a_password_from_another_must_choose_one_or_be_locked_out(
    window: Window, vault: Vault, reopen
):
    people.add_user(vault, "Åse Arkivar", Role.ARCHIVIST, GOOD, must_change=True)
    window.vault = again = reopen("Åse Arkivar", GOOD)
    greeting.greet(window, again)
    dialog = opened(window, ChangePasswordDialog)
    dialog.reject()
    QTest.qWait(10)
    assert window.vault is None
    window.vault = again
    greeting.greet(window, again)
    dialog = opened(window, ChangePasswordDialog)
    dialog.old.set_text(GOOD)
    for field in (dialog.new.first, dialog.new.second):
        field.set_text("eit heilt nytt lause ord")
    QTest.keyClick(dialog.new.second.line, Qt.Key.Key_Return)
    settle()
    assert not people.me(again).must_change
    assert window.vault is again
    greeting.greet(window, again)
    assert not [d for d in window.findChildren(QDialog) if d.isVisible()]


def test_use_of_the_recovery_key_is_shown_until_it_is_read_and_a_new_key_is_offered(
    window: Window, vault: Vault, reopen
):
    recovery.make(vault, recovery_secret.new())
    with vault.begin_upkeep() as work:
        announcements.announce(work, announcements.RECOVERY_USED, user=1)
        work.db.execute("UPDATE recovery_key SET used_at = '2026-11-22T09:00:00+00:00'")
    greeting.greet(window, vault)
    dialog = opened(window, greeting.AnnouncementsDialog)
    assert any(vault.actor.name in text.text() for text in dialog.findChildren(QLabel))
    dialog.close()  # as locking does
    assert announcements.unseen(vault)
    greeting.greet(window, vault)
    click(opened(window, greeting.AnnouncementsDialog).read_button)
    assert announcements.unseen(vault) == ()
    assert len(window.actions) == 1
    window.actions[0]()
    make_key(opened(window, RecoveryKeyDialog))
    assert not recovery.state(vault).to_be_replaced
    window.said.clear()
    greeting.greet(window, vault)
    assert window.said == []


def test_failed_attempts_are_told_to_the_next_who_unlocks(window: Window, vault: Vault, clock):
    vault.failed_attempts = SimpleNamespace(count=3, last=clock.now() - timedelta(hours=1))
    greeting.greet(window, vault)
    assert len(window.said) == 1
    assert "3" in window.said[0]
    assert "9:00" in window.said[0] or "09:00" in window.said[0]


# Rules for every dialog


def _all(parent: QWidget, vault: Vault, per) -> dict[str, Callable[[], QDialog]]:
    told = (
        announcements.Announcement(
            id=1, at=vault.clock.now(), code=announcements.RECOVERY_USED, user_name="Kari"
        ),
    )
    return {
        "users": lambda: UsersDialog(parent, vault),
        "new": lambda: NewUserDialog(parent, vault),
        "role": lambda: RoleDialog(parent, vault, per),
        "reset": lambda: ResetPasswordDialog(parent, vault, per),
        "remove": lambda: RemoveUserDialog(parent, vault, per),
        "recovery": lambda: RecoveryKeyDialog(parent, vault),
        "told": lambda: greeting.AnnouncementsDialog(parent, told),
    }


@pytest.mark.parametrize("name", ["users", "new", "role", "reset", "remove", "recovery", "told"])
def test_dialog_has_names_room_for_its_words_and_is_freed(name, window, vault, per):
    dialog = _all(window, vault, per)[name]()
    dialog.open()
    QTest.qWait(10)
    assert walk.nameless(dialog) + walk.cut(dialog) == []
    gone = []
    dialog.destroyed.connect(lambda: gone.append(True))
    dialog.close()
    del dialog
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QCoreApplication.processEvents()
    assert gone == [True]
