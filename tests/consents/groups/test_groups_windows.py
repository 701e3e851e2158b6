"""Groups as a person meets them: the shelf, its dialogs, a school's list step by step."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from consents.filling import a_group, approved_form, given
from gdpr_desktop.consents.allowed.dialogs.allowed import AllowedDialog
from gdpr_desktop.consents.forms.dialogs.print_group import PrintGroupDialog
from gdpr_desktop.consents.given.dialogs.quick import QuickDialog
from gdpr_desktop.consents.groups import store
from gdpr_desktop.consents.groups.dialogs.choose_form import ChooseFormDialog
from gdpr_desktop.consents.groups.dialogs.group import EndDialog, GroupDialog
from gdpr_desktop.consents.groups.dialogs.importing import ImportDialog
from gdpr_desktop.consents.groups.dialogs.member import MemberDialog
from gdpr_desktop.consents.groups.dialogs.moving import LeftDialog, MoveDialog, MoveUpDialog
from gdpr_desktop.consents.groups.importing.headings import Use
from gdpr_desktop.consents.groups.widgets.group_view import Action
from gdpr_desktop.consents.page import GROUPS, ConsentsTab
from gdpr_desktop.core.ids import CaseId, GroupId
from gdpr_desktop.core.text import _
from gdpr_desktop.tables.widgets.dialog import Step
from gdpr_desktop.ui import tasks
from gdpr_desktop.ui.dialog import FormDialog
from gdpr_desktop.vault import Vault
from ui import walk

LIST = """Elev;Fødselsdato;Foresatt 1;Foresatt 2
Ada Testhaug;1.1.2022;Mor Testhaug;Far Testhaug
Nora Testdal;tull;Mor Testdal;
Nora Testdal;3.5.2022;Mor Testdal;
"""
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def tab(qtbot: QtBot, officer: Vault) -> Iterator[ConsentsTab]:
    """The tab, on the shelf of groups."""
    made = ConsentsTab(officer)
    qtbot.addWidget(made)
    made.show_shelf(GROUPS)
    made.show()
    yield made
    tasks.runner().wait()
    for dialog in made.findChildren(FormDialog):
        dialog.discard()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def opened(tab: ConsentsTab, button: QPushButton, kind: type) -> FormDialog:
    """The dialog that the button opens."""
    button.click()
    shown = [one for one in tab.findChildren(kind) if isValid(one) and one.isVisible()]
    assert len(shown) == 1
    assert walk.nameless(shown[0]) == []
    assert walk.cut(shown[0]) == []
    return shown[0]


def test_a_group_is_made_filled_and_undone(qtbot: QtBot, officer: Vault, tab: ConsentsTab) -> None:
    page = tab.page()
    dialog = opened(tab, page.new_button, GroupDialog)
    qtbot.mouseClick(dialog.save_button, LEFT)
    assert dialog.isVisible()  # it has no name
    dialog.name.set_text("2B")
    qtbot.mouseClick(dialog.save_button, LEFT)
    group_id = GroupId(page.selected_id())
    assert page.group_view.title.text() == "2B"
    buttons = page.group_view.buttons
    dialog = opened(tab, buttons[Action.ADD], MemberDialog)
    dialog.name.set_text("Nora Testdal")
    dialog.born.set_date(date(2019, 5, 3))
    dialog.guardians.set_rows([("Mor Testdal", "parent", "", "")])
    dialog.parents.set_value(1)
    qtbot.mouseClick(dialog.save_button, LEFT)
    (kept,) = store.members(officer.db, group_id)
    assert (kept.parents, kept.guardians[0].name) == (1, "Mor Testdal")
    tab.refresh()  # as the window does at every change
    assert page.group_view.table.item(0, 0).text() == "Nora Testdal"
    tab.undo()
    assert store.members(officer.db, group_id) == ()


def test_a_namesake_born_almost_the_same_day_is_put_in_when_saved_once_more(
    officer: Vault, tab: ConsentsTab, qtbot: QtBot
) -> None:
    page = tab.page()
    group_id = a_group(officer, 1)
    page.show_group(group_id)
    (there,) = store.members(officer.db, group_id)
    assert there.birth_date is not None
    dialog = opened(tab, page.group_view.buttons[Action.ADD], MemberDialog)
    dialog.name.set_text(there.name)
    dialog.born.set_date(there.birth_date.replace(year=2021))
    qtbot.mouseClick(dialog.save_button, LEFT)
    assert len(store.members(officer.db, group_id)) == 1
    qtbot.mouseClick(dialog.save_button, LEFT)
    assert len(store.members(officer.db, group_id)) == 2


@pytest.mark.parametrize(
    ("action", "kind"),
    [
        (Action.CHANGE, GroupDialog),
        (Action.END, EndDialog),
        (Action.MOVE_UP, MoveUpDialog),
        (Action.MEMBER, MemberDialog),
        (Action.MOVE, MoveDialog),
        (Action.LEFT, LeftDialog),
        (Action.IMPORT, ImportDialog),
    ],
)
def test_each_button_has_its_dialog(
    officer: Vault, tab: ConsentsTab, action: Action, kind: type
) -> None:
    page = tab.page()
    page.show_group(a_group(officer, 2))
    page.group_view.table.selectRow(0)
    opened(tab, page.group_view.buttons[action], kind)


@pytest.mark.parametrize(
    ("action", "kind"), [(Action.PRINT, PrintGroupDialog), (Action.ANSWERS, QuickDialog)]
)
def test_a_form_is_made_and_answered_for_the_group_that_is_shown(
    qtbot: QtBot, officer: Vault, tab: ConsentsTab, form_id: CaseId, action: Action, kind: type
) -> None:
    page, second = tab.page(), approved_form(officer)
    a_group(officer, 1, "Ein annan")
    group_id = a_group(officer, 2)
    page.show_group(group_id)
    chooser = opened(tab, page.group_view.buttons[action], ChooseFormDialog)
    qtbot.mouseClick(chooser.save_button, LEFT)
    assert chooser.isVisible(), "no form is chosen"
    chooser.which.set_value(second)
    qtbot.mouseClick(chooser.save_button, LEFT)
    (made,) = [one for one in tab.findChildren(kind) if one.isVisible()]
    assert (made.case_id, made.group.value()) == (second, group_id)


def test_a_single_form_is_not_asked_about(
    officer: Vault, tab: ConsentsTab, form_id: CaseId
) -> None:
    tab.page().show_group(a_group(officer, 2))
    made = opened(tab, tab.page().group_view.buttons[Action.PRINT], PrintGroupDialog)
    assert made.case_id == form_id


def test_the_proof_behind_an_answer_is_shown_on_its_shelf(
    qtbot: QtBot, officer: Vault, tab: ConsentsTab, form_id: CaseId
) -> None:
    page, consent_id = tab.page(), given(officer, form_id)
    page.show_group(a_group(officer, 1))
    dialog = opened(tab, page.group_view.buttons[Action.ALLOWED], AllowedDialog)
    dialog.consent_wanted.emit(consent_id)
    qtbot.waitUntil(lambda: tab.key() != GROUPS)
    assert tab.page().selected_id() == consent_id


def test_several_leave_at_once(qtbot: QtBot, officer: Vault, tab: ConsentsTab) -> None:
    group_id, page = a_group(officer, 3), tab.page()
    page.show_group(group_id)
    assert not page.group_view.buttons[Action.LEFT].isEnabled()
    page.group_view.table.selectAll()
    assert not page.group_view.buttons[Action.MEMBER].isEnabled()
    dialog = opened(tab, page.group_view.buttons[Action.LEFT], LeftDialog)
    qtbot.mouseClick(dialog.save_button, LEFT)
    tab.refresh()
    assert store.members(officer.db, group_id) == ()
    assert page.group_view.left.isVisibleTo(page)


def test_how_each_stands_on_a_form_is_seen(
    officer: Vault, tab: ConsentsTab, form_id: CaseId
) -> None:
    group_id, page = a_group(officer, 2), tab.page()
    one = store.members(officer.db, group_id)[0]
    given(officer, form_id, one.name, one.birth_date)
    page.show_group(group_id)
    table = page.group_view.table
    assert [table.item(row, 2).text() for row in (0, 1)] == [_("Yes"), _("No answer")]
    assert walk.nameless(page) == []


def at(qtbot: QtBot, dialog: ImportDialog, step: Step) -> None:
    qtbot.waitUntil(lambda: dialog.step is step)


def test_a_list_is_looked_at_put_right_and_taken_in(
    qtbot: QtBot,
    officer: Vault,
    tab: ConsentsTab,
    tmp_path: Path,
    answers: Callable[..., None],
) -> None:
    path = tmp_path / "klasse.csv"
    path.write_text(LIST, encoding="utf-8")
    dialog = opened(tab, tab.page().import_button, ImportDialog)
    assert isinstance(dialog, ImportDialog)
    answers(path)
    dialog.file_step.file_button.click()
    at(qtbot, dialog, Step.COLUMNS)
    dialog.save_button.click()
    assert dialog.step is Step.COLUMNS  # the new group has no name
    dialog.name.set_text("2B")
    dialog.columns_step.table.choice(0).set_value(None)
    dialog.save_button.click()
    assert dialog.step is Step.COLUMNS  # nobody has a name
    dialog.columns_step.table.choice(0).set_value(Use.NAME)
    dialog.save_button.click()
    at(qtbot, dialog, Step.ROWS)
    model = dialog.rows_step.model
    assert len(dialog.rows_step.taken()) == 2
    assert model.setData(model.index(1, 3), "4.5.2022 03851999093")
    assert len(dialog.rows_step.taken()) == 3
    tick = model.index(2, 0)
    assert model.setData(tick, Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    with qtbot.waitSignal(dialog.accepted_value):
        dialog.save_button.click()
    (group,) = store.groups(officer.db, officer.actor)
    assert group.id is not None
    born = {one.name: one.birth_date for one in store.members(officer.db, group.id)}
    assert born == {"Ada Testhaug": date(2022, 1, 1), "Nora Testdal": date(2022, 5, 4)}


def test_a_hostile_file_is_told_of_and_nothing_is_shown(
    qtbot: QtBot, tab: ConsentsTab, tmp_path: Path
) -> None:
    path = tmp_path / "brei.csv"
    path.write_text(";".join(["x"] * 100_000), encoding="utf-8")
    dialog = opened(tab, tab.page().import_button, ImportDialog)
    assert isinstance(dialog, ImportDialog)
    dialog.open_file(path)
    qtbot.waitUntil(dialog._general.isVisible)
    assert dialog.step is Step.FILE
    assert dialog.file_step.isEnabled()
