"""The window of the settings, used as a person does."""

import gc
import weakref
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from gdpr_desktop.administration.settings import sample, service
from gdpr_desktop.administration.settings import tool as settings_tool
from gdpr_desktop.administration.settings.dialogs.window import SettingsDialog
from gdpr_desktop.breaches.notifying.settings import Notifier, notifiers
from gdpr_desktop.casework import settings
from gdpr_desktop.core.errors import AppError
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.ui import form_state, tasks
from gdpr_desktop.ui.bus import bus
from gdpr_desktop.ui.fields.rows import RowsColumn, RowsField
from gdpr_desktop.ui.forms import FieldRow
from gdpr_desktop.vault import Vault, drafts
from ui import walk


@pytest.fixture
def dialog(vault: Vault, shown: Callable[[QWidget], QWidget], answers: object) -> SettingsDialog:
    parent = shown(QWidget())
    made = settings_tool.open(parent, vault)
    assert isinstance(made, SettingsDialog)
    yield made
    if isValid(made):
        made.discard()


def section(dialog: SettingsDialog) -> str:
    return dialog.sections.currentItem().text()


def problems(dialog: SettingsDialog) -> set[str]:
    return {row.field.objectName() for row in dialog.findChildren(FieldRow) if row.problem}


def test_every_section_has_names_and_room(dialog: SettingsDialog) -> None:
    for index in range(dialog.stack.count()):
        dialog._show_section(index)
        QTest.qWait(10)
        assert walk.nameless(dialog) + walk.cut(dialog) == []


def test_all_sections_are_saved_together(dialog: SettingsDialog, vault: Vault) -> None:
    dialog.municipality._lines["phone"].setText("70 11 22 33")
    dialog.deciders.deciders.set_rows([("Eli Rektor", "Rektor", "Innsyn", "1.1.2026", "")])
    dialog.notifiers.notifiers.set_rows([("Tore Testvik", "Rektor", "substitute", "1.11.2026")])
    dialog.letters.language.set_value(Language.BOKMAL)
    dialog.locking.minutes.set_value(5)
    dialog.targets.rectification.setChecked(True)
    dialog.save()
    assert not dialog.isVisible()
    assert vault.municipality().phone == "70 11 22 33"
    assert vault.municipality().language is Language.BOKMAL
    assert settings.deciders(vault)[0].starts == date(2026, 1, 1)
    assert notifiers(vault) == (
        Notifier(name="Tore Testvik", title="Rektor", substitute=True, tested_on=date(2026, 11, 1)),
    )
    assert settings.idle_minutes(vault) == 5
    assert settings.rectification_target(vault)


def test_a_problem_is_marked_at_its_section_and_nothing_typed_is_lost(
    dialog: SettingsDialog, vault: Vault
) -> None:
    dialog.locking.minutes.set_value(5)
    dialog.municipality._lines["organisation_number"].setText("312345677")
    officer = vault.municipality().officer.name
    dialog.deciders.deciders.set_rows([("Eli", "Rektor", "", "", ""), (officer, "x", "", "", "")])
    dialog.sections.setCurrentRow(7)
    dialog.save()
    assert problems(dialog) == {"organisation_number", "deciders"}
    assert dialog.sections.currentRow() == 0
    marked = [not dialog.sections.item(n).icon().isNull() for n in range(dialog.sections.count())]
    assert [n for n, bad in enumerate(marked) if bad] == [0, 2]
    assert settings.idle_minutes(vault) == 10
    dialog.municipality._lines["organisation_number"].setText("312345676")
    dialog.deciders.deciders.set_rows([("Eli", "Rektor", "", "", "")])
    dialog.save()
    assert settings.idle_minutes(vault) == 5


def test_a_day_that_is_none_is_said_with_its_line(dialog: SettingsDialog) -> None:
    dialog.deciders.deciders.set_rows(
        [("Eli", "Rektor", "", "1.1.", ""), ("Ola", "x", "", "", "40.")]
    )
    dialog.save()
    (row,) = [row for row in dialog.findChildren(FieldRow) if row.problem]
    assert "2" in row.problem.split(":")[0]


@pytest.mark.parametrize(
    "rows",
    [
        [("", "Rektor", "delegated", "")],
        [("Tore", "", "delegated", "i fjor")],
        [("Tore", "", "delegated", "1.12.2026")],
        [("Tore", "", "delegated", ""), ("tore", "", "substitute", "")],
    ],
)
def test_who_may_notify_has_a_name_and_was_tested_in_the_past(
    dialog: SettingsDialog, rows: list[tuple[str, ...]]
) -> None:
    dialog.notifiers.notifiers.set_rows(rows)
    dialog.save()
    assert problems(dialog) == {"notifiers"}


def test_leaving_asks_only_when_something_was_typed(
    dialog: SettingsDialog, answers: Callable[..., None]
) -> None:
    dialog.deciders.deciders.set_rows([("Eli", "Rektor", "", "", "")])
    answers(None)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    dialog.deciders.deciders.set_rows([])
    assert not dialog.is_dirty()


def test_what_is_typed_comes_back_after_the_register_was_locked(
    dialog: SettingsDialog, vault: Vault
) -> None:
    parent = dialog.parentWidget()
    dialog.municipality._lines["phone"].setText("70 11 22 33")
    dialog.deciders.deciders.set_rows([("Eli", "Rektor", "", "", "")])
    dialog.letters.letterhead.set_content(b"a Word file")
    dialog.discard()
    again = settings_tool.open(parent, vault)
    assert again.municipality._lines["phone"].text() == "70 11 22 33"
    assert again.deciders.deciders.rows() == (("Eli", "Rektor", "", "", ""),)
    assert again.letters.letterhead.content() == b"a Word file"
    again.discard()


def test_a_draft_goes_when_the_settings_are_saved(dialog: SettingsDialog, vault: Vault) -> None:
    dialog.municipality._lines["phone"].setText("70 11 22 33")
    assert dialog.keep_now()
    dialog.save()
    assert drafts.all_of(vault) == ()


def test_tab_goes_from_the_sections_to_the_fields_and_ends_at_the_buttons(
    dialog: SettingsDialog,
) -> None:
    dialog.sections.setFocus()
    QTest.keyClick(dialog.sections, Qt.Key.Key_Tab)
    assert dialog.focusWidget().objectName() == "name"
    dialog.sections.setFocus()
    QTest.keyClick(dialog.sections, Qt.Key.Key_Backtab)
    assert dialog.focusWidget() is dialog.save_button


def test_a_closed_dialog_is_freed(vault: Vault, shown: Callable[[QWidget], QWidget]) -> None:
    parent = shown(QWidget())
    made = SettingsDialog(parent, vault)
    made.open()
    reference = weakref.ref(made)
    made.close()
    del made
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert reference() is None


def test_the_backups_have_a_window_of_their_own(dialog: SettingsDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bus.tool_wanted) as wanted:
        dialog.backups.open_button.click()
    assert wanted.args == ["backups"]


def test_systems_and_units_stand_in_the_record(dialog: SettingsDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bus.list_wanted) as wanted:
        dialog.places.open_button.click()
    assert wanted.args == ["register", "system"]
    assert not dialog.isVisible()


# The letterhead tried out


def _try(dialog: SettingsDialog, path: Path, answers: Callable[..., None], qtbot: QtBot) -> str:
    answers(path)
    dialog.letters.try_button.click()
    qtbot.waitUntil(lambda: bool(dialog.letters.result.text()))
    tasks.runner().wait()
    return dialog.letters.result.text()


def test_a_sample_is_saved_with_what_is_typed_now(
    dialog: SettingsDialog, tmp_path: Path, answers: Callable[..., None], qtbot: QtBot
) -> None:
    dialog.municipality._lines["name"].setText("Storfjord kommune")
    path = tmp_path / "prøve.docx"
    assert path.name in _try(dialog, path, answers, qtbot)
    text = zipfile.ZipFile(path).read("word/document.xml").decode()
    assert "Storfjord kommune" in text
    assert "Prøve Prøvesen" in text
    assert not dialog.letters.open_button.isHidden()


def test_a_letterhead_with_macros_says_so_and_saves_nothing(
    dialog: SettingsDialog, tmp_path: Path, answers: Callable[..., None], qtbot: QtBot
) -> None:
    bad = tmp_path / "bad.docx"
    with zipfile.ZipFile(bad, "w") as archive:
        for name in ("[Content_Types].xml", "_rels/.rels", "word/vbaProject.bin"):
            archive.writestr(name, "<x/>")
    dialog.letters.letterhead.set_content(bad.read_bytes())
    path = tmp_path / "prøve.docx"
    assert "makro" in _try(dialog, path, answers, qtbot)
    assert not path.exists()
    assert dialog.letters.open_button.isHidden()


def test_going_back_to_the_built_in_letterhead_is_saved(
    dialog: SettingsDialog, vault: Vault
) -> None:
    vault.save_letterhead(b"before")
    dialog._settled = service.read_settings(vault)
    dialog.letters.letterhead.set_content(b"before")
    dialog.letters.letterhead._choice.set_value(False)
    dialog.save()
    assert vault.letterhead() is None


def test_a_sample_is_never_saved_as_something_else(vault: Vault, tmp_path: Path) -> None:
    with pytest.raises(AppError):
        sample.save_sample(vault.municipality(), None, vault.clock.today(), vault.path)


def test_what_is_odd_about_a_letterhead_is_told(tmp_path: Path) -> None:
    from docx import Document

    document = Document()
    document.add_paragraph("Kjære innbyggjar")
    path = tmp_path / "brev.docx"
    document.save(path)
    assert sample.Note.BODY_TEXT in sample.notes(path.read_bytes())
    assert sample.Note.NO_EDGES in sample.notes(path.read_bytes())


# The table


@pytest.fixture
def table(shown: Callable[[QWidget], QWidget]) -> RowsField:
    made = RowsField((RowsColumn(header="A"), RowsColumn(header="B")))
    shown(made)
    return made


def test_typing_in_a_cell_counts_at_once_and_leaves_a_blank_line(table: RowsField) -> None:
    table.add_button.click()
    editor = table.table.findChild(QLineEdit)
    QTest.keyClicks(editor, "Visma")
    assert table.rows() == (("Visma", ""),)
    assert table.text.toPlainText() == "Visma\t"
    assert table.table.rowCount() == 2


def test_lines_from_a_spreadsheet_are_added_each_once(table: RowsField) -> None:
    table.set_rows([("a", "1")])
    QApplication.clipboard().setText("a\t1\nb\t2\tfor mykje\n\n  c \t")
    table.table.setFocus()
    QTest.keyClick(table.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert table.rows() == (("a", "1"), ("b", "2"), ("c", ""))


def test_more_lines_than_there_is_room_for_are_refused_at_once(
    shown: Callable[[QWidget], QWidget],
) -> None:
    made = RowsField((RowsColumn(header="A"),), most=3)
    shown(made)
    made.set_rows([("a",)])
    QApplication.clipboard().setText("\n".join(map(str, range(50_000))))
    QTest.mouseClick(made.paste_button, Qt.MouseButton.LeftButton)
    assert made.rows() == (("a",),)
    assert "50000" in made.too_many.text()
    QApplication.clipboard().setText("b\nc")
    QTest.mouseClick(made.paste_button, Qt.MouseButton.LeftButton)
    assert made.rows() == (("a",), ("b",), ("c",))
    assert made.too_many.isHidden()


def test_a_choice_keeps_its_value_and_shows_its_words(shown: Callable[[QWidget], QWidget]) -> None:
    column = RowsColumn(header="Rolle", choices=(("own", "Eiga"), ("shared", "Delt")))
    made = RowsField((column, RowsColumn(header="Kva", stretch=3)))
    shown(made)
    QApplication.clipboard().setText("delt\tSkule\nOWN\tHelse\nukjend\tBarnevern")
    QTest.mouseClick(made.paste_button, Qt.MouseButton.LeftButton)
    assert made.rows() == (("shared", "Skule"), ("own", "Helse"), ("", "Barnevern"))
    assert made.table.item(0, 0).text() == "Delt"
    made.table.setCurrentCell(2, 0)
    QTest.keyClick(made.table, Qt.Key.Key_Return)
    box = made.table.findChild(QComboBox)
    QTest.keyClick(box, Qt.Key.Key_Down)
    assert made.rows()[2] == ("own", "Barnevern")
    made.restore_draft(made.draft_state())
    assert made.rows()[2] == ("own", "Barnevern")


def test_a_line_can_be_taken_away(table: RowsField) -> None:
    table.set_rows([("a", "1"), ("b", "2")])
    table.table.setCurrentCell(0, 0)
    table.remove_button.click()
    assert table.rows() == (("b", "2"),)


def test_a_draft_of_rows_does_not_depend_on_an_open_cell(dialog: SettingsDialog) -> None:
    field = dialog.deciders.deciders
    field.set_rows([("a", "1", "", "", "")])
    closed = form_state.capture(dialog.deciders)
    dialog._show_section(2)
    field.table.editItem(field.table.item(0, 0))
    assert field.table.findChildren(QLineEdit)
    assert form_state.capture(dialog.deciders) == closed
    two = [["a", "1", "", "", ""], ["b", "2", "", "", ""]]
    form_state.restore(dialog.deciders, {"deciders": two})
    assert field.rows() == tuple(map(tuple, two))


def test_an_account_number_in_a_cell_is_noticed(table: RowsField) -> None:
    table.set_rows([("Konto 8601.11.17947", "")])
    assert table.notice.sentence()
