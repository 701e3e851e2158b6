"""The window «Templates», used as by hand: write, see, save, compare, go back."""

import gc
import weakref
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from gdpr_desktop.administration.templates import tool
from gdpr_desktop.administration.templates.dialogs.templates import TemplatesDialog
from gdpr_desktop.core import text as words
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.roles import Role
from gdpr_desktop.letters import copies, load_template, store, unsaved
from gdpr_desktop.ui import tasks
from gdpr_desktop.ui.bus import bus
from gdpr_desktop.ui.theme import Scheme, Theme
from gdpr_desktop.ui.tool import is_for
from gdpr_desktop.vault import Vault
from ui import walk

NN, NB = Language.NYNORSK, Language.BOKMAL
RECEIPT = "access_receipt"
TEXT = "# Eigen tekst\n\nVi fekk kravet {{ received }}.\n"


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication) -> QWidget:
    """Something for the dialog to lie over."""
    Theme(qapp, scheme=Scheme.LIGHT)
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1024, 700)
    made.show()
    return made


@pytest.fixture
def settle(qtbot: QtBot) -> Callable[[], None]:
    """Wait until the text has been tried out."""

    def wait() -> None:
        qtbot.wait(350)  # the text must be still for a while
        qtbot.waitUntil(lambda: not tasks.runner().busy, timeout=10_000)

    return wait


@pytest.fixture
def dialog(window: QWidget, vault: Vault, settle: Callable[[], None]) -> Iterator[TemplatesDialog]:
    """The dialog, with the letter of receipt chosen."""
    made = tool.open(window, vault)
    made.resize(1400, 850)
    made.letters.wanted.emit(RECEIPT, NN)
    settle()
    yield made
    if isValid(made):
        made.discard()


def write(dialog: TemplatesDialog, text: str) -> None:
    """Everything marked, and written over."""
    dialog.text.editor.selectAll()
    dialog.text.editor.insertPlainText(text)


def original(template: str = RECEIPT, language: Language = NN) -> str:
    return load_template(template).body(language)


def test_only_officers_see_the_tool() -> None:
    assert [role for role in Role if is_for(tool, role)] == [Role.OFFICER]


def test_the_sample_letter_follows_the_text(dialog, settle):
    assert "Vi har fått førespurnaden din" in dialog.sample.preview.browser.toPlainText()
    write(dialog, TEXT)
    settle()
    shown = dialog.sample.preview.browser.toPlainText()
    assert "Eigen tekst" in shown
    assert "3. februar 2026" in shown
    assert "Kari Prøvedatter" in shown
    assert "Fjordvik kommune" in shown


def test_problems_are_told_with_their_line_while_one_writes(dialog, settle):
    write(dialog, TEXT + "\n{{ nmae }}\n")
    settle()
    (problem,) = [one for one in dialog.text.problems.texts() if "nmae" in one]
    assert "5" in problem
    assert dialog.text.editor._bad == {5}
    assert not dialog.sample.export.isEnabled()
    dialog.text.problems.list.setCurrentRow(0)
    dialog.text.problems.list.itemActivated.emit(dialog.text.problems.list.item(0))
    assert dialog.text.editor.line() == 5
    dialog.save()
    assert copies.copies(dialog.vault) == ()
    assert "nmae" in dialog.notice_bar.accessibleName()
    write(dialog, TEXT)
    settle()
    assert dialog.text.editor._bad == frozenset()


def test_what_the_letter_no_longer_says_is_warned_about_and_can_be_saved(dialog, settle):
    write(dialog, TEXT)
    settle()
    assert any("fristen" in one for one in dialog.text.problems.texts())
    dialog.save()
    assert copies.copy_of(dialog.vault, RECEIPT, NN).text == TEXT


def test_saving_is_told_to_all_and_marked_in_the_list(dialog, qtbot):
    write(dialog, TEXT)
    with qtbot.waitSignal(bus.changed) as told:
        qtbot.keyClick(dialog.text.editor, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert told.args[1] is dialog
    assert not dialog.is_dirty()
    assert "Solveig Testnes" in dialog.text.state.text()
    row = dialog.letters.list.currentItem().text()
    assert row.startswith(load_template(RECEIPT).title(NN))
    assert row.split("\n")[1]


def test_unsaved_text_is_asked_about_before_another_letter_is_shown(dialog, answers):
    write(dialog, TEXT)
    answers(None, "drop", "save")
    dialog.letters.list.setCurrentRow(0)
    assert dialog.letters.template().id == RECEIPT  # cancelled
    assert dialog.letters.list.currentItem().text().startswith(load_template(RECEIPT).title(NN))
    dialog.letters.list.setCurrentRow(0)
    assert dialog.letters.template().id == "access_answer"
    assert copies.copies(dialog.vault) == ()
    write(dialog, original("access_answer") + "\nHei.\n")
    dialog.letters.language.set_value(NB)
    assert [(one.template, one.language) for one in copies.copies(dialog.vault)] == [
        ("access_answer", NN)
    ]
    assert dialog.text.editor.text() == original("access_answer", NB)


def test_unsaved_text_is_asked_about_before_the_window_closes(dialog, answers, qtbot):
    write(dialog, TEXT)
    answers(None)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert dialog.text.editor.text() == TEXT
    answers("drop")
    dialog.reject()
    assert not dialog.isVisible()


def test_undo_in_the_text_works_letter_by_letter(dialog, qtbot):
    dialog.text.editor.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClicks(dialog.text.editor, "abc")
    assert dialog.text.editor.text() == original() + "abc"
    qtbot.keyClick(dialog.text.editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert dialog.text.editor.text() == original()


def test_going_back_to_the_original_asks_and_can_be_undone(dialog, answers):
    write(dialog, TEXT)
    dialog.save()
    answers(False)
    dialog.return_to_original()
    assert copies.copies(dialog.vault)
    answers(True)
    dialog.text.original_button.click()
    assert copies.copies(dialog.vault) == ()
    assert dialog.text.editor.text() == original()
    assert not dialog.is_dirty()
    assert not dialog.text.original_button.isEnabled()
    dialog.notice_bar._action.click()
    assert copies.copy_of(dialog.vault, RECEIPT, NN).text == TEXT
    assert dialog.text.editor.text() == TEXT


def test_the_text_given_up_is_one_undo_away_too(dialog, answers):
    write(dialog, TEXT)
    dialog.save()
    answers(True)
    dialog.return_to_original()
    dialog.text.editor.undo()
    assert dialog.text.editor.text() == TEXT


def test_undoing_from_another_letter_finds_the_right_one(dialog, answers):
    write(dialog, TEXT)
    dialog.save()
    answers(True)
    dialog.return_to_original()
    dialog.letters.wanted.emit("access_answer", NB)
    dialog.notice_bar._action.click()
    assert dialog.letters.template().id == RECEIPT
    assert [(one.template, one.text) for one in copies.copies(dialog.vault)] == [(RECEIPT, TEXT)]


def test_differences_have_a_sign_and_not_only_a_colour(dialog):
    write(dialog, original().replace("Det er gratis", "Det kostar ingenting"))
    dialog.compare()
    lines = dialog.differences.browser.toPlainText().replace("\xa0", " ").split("\n")
    assert any(one.startswith("− Det er gratis") for one in lines)
    assert any(one.startswith("+ Det kostar ingenting") for one in lines)


def test_a_changed_original_is_told_until_compared_and_saved(dialog, settle):
    vault = dialog.vault
    write(dialog, TEXT)
    dialog.save()
    with vault.begin_upkeep() as work:
        kept = copies.copy_of(vault, RECEIPT, NN)
        store.put(work, replace(kept, based_on="0" * 64))
    dialog._show_letter(RECEIPT, NN)
    assert dialog.text.note.text()
    dialog.save()
    assert dialog.text.note.text()
    dialog.compare()
    dialog.save()
    assert not dialog.text.note.text()


def test_fields_are_inserted_by_their_labels(dialog):
    editor = dialog.text.editor
    editor.moveCursor(QTextCursor.MoveOperation.End)
    menu = dialog.text.fields.menu_of_fields
    template = load_template(RECEIPT)
    names = [action.text().removesuffix(" *") for action in menu.actions()]
    assert names == [field.label(NN) for field in template.fields]
    menu.actions()[0].trigger()
    assert editor.text().endswith(f"{{{{ {template.fields[0].name} }}}}")


@pytest.mark.parametrize("name", [one.stem for one in load_template(RECEIPT).folder.glob("*.toml")])
def test_every_field_of_every_letter_can_be_inserted(dialog, name):
    from gdpr_desktop.letters import check_template

    dialog._show_letter(name, NN)
    found = load_template(name)
    waiting = list(dialog.text.fields.menu_of_fields.actions())
    for action in waiting:
        inner = action.menu()
        for each in inner.actions()[:-1] if inner else [action]:
            dialog.text.editor.show_text("# Brev\n\n")
            dialog.text.editor.moveCursor(QTextCursor.MoveOperation.End)
            each.trigger()
            problems = check_template(dialog.text.editor.text(), found.fields)
            inside = "item." in dialog.text.editor.text() and "{% for" not in (
                dialog.text.editor.text()
            )
            assert problems == () or inside, each.text()


def test_the_sample_letter_is_saved_as_word_on_the_letterhead(dialog, answers, tmp_path: Path):
    path = tmp_path / "prøve.docx"
    answers(path)
    dialog.sample.export.click()
    said = "\n".join(paragraph.text for paragraph in Document(str(path)).paragraphs)
    assert "Kari Prøvedatter" in said
    assert "Vi har fått førespurnaden din" in said
    answers(None)
    dialog.export()


def test_a_sample_that_cannot_be_saved_is_told(dialog, answers, tmp_path: Path):
    answers(tmp_path / "finst ikkje" / "a.docx")
    dialog.export()
    assert dialog.notice_bar.accessibleName()


def test_other_samples_show_other_parts_of_the_letter(dialog, settle):
    before = dialog.sample.preview.browser.toPlainText()
    dialog.sample.variant.set_value("identity")
    settle()
    assert "Vi må vite kven du er" in dialog.sample.preview.browser.toPlainText()
    assert "Vi må vite kven du er" not in before


def test_hard_blanks_survive_the_editor(dialog):
    dialog.text.editor.show_text("# A\n\n§\xa016\n")
    assert dialog.text.editor.text() == "# A\n\n§\xa016\n"


def test_a_register_for_reading_only_says_so(dialog, monkeypatch):
    monkeypatch.setattr(dialog.vault, "read_only", True)
    write(dialog, TEXT)
    dialog.save()
    assert dialog.notice_bar.accessibleName()
    assert dialog.is_dirty()


@pytest.mark.parametrize("size", [(1400, 850), (1008, 640)])
def test_everything_has_a_name_and_room(dialog, settle, size):
    dialog.resize(*size)
    write(dialog, TEXT + "{{ x }}")
    settle()
    for tab in range(dialog.tabs.count()):
        dialog.tabs.setCurrentIndex(tab)
        assert walk.nameless(dialog) + walk.cut(dialog) == []


def test_with_little_room_the_text_is_the_first_tab_and_keeps_what_is_typed(dialog, settle):
    assert dialog.tabs.count() == 2
    write(dialog, TEXT)
    dialog.resize(1000, 640)
    assert dialog.tabs.count() == 3
    assert dialog.tabs.currentWidget() is dialog.text
    dialog.resize(1400, 850)
    assert dialog.tabs.count() == 2
    assert dialog.text.isVisible()
    assert dialog.text.editor.text() == TEXT
    dialog.text.editor.undo()
    assert dialog.text.editor.text() == original()


def test_longer_words_are_not_cut_where_there_is_little_room(
    window, vault, settle, monkeypatch: pytest.MonkeyPatch
):
    class Longer:
        def gettext(self, message: str) -> str:
            return message + "x" * round(len(message) * 0.4)

        def ngettext(self, one: str, many: str, count: int) -> str:
            return self.gettext(one if count == 1 else many)

    monkeypatch.setattr(words, "_catalogue", lambda language: Longer())
    made = tool.open(window, vault)
    made.resize(1008, 640)
    settle()
    assert walk.cut(made) == []
    made.discard()


def test_text_that_was_not_saved_is_there_after_the_register_was_locked(
    window, vault, settle, qtbot
):
    made = tool.open(window, vault)
    made.letters.wanted.emit(RECEIPT, NB)
    write(made, TEXT)
    made.discard()
    again = tool.open(window, vault)
    settle()
    assert again.letters.template().id == RECEIPT
    assert again.letters.language.value() == NB
    assert again.text.editor.text() == TEXT
    assert again.is_dirty()
    again.save()
    again.discard()
    third = tool.open(window, vault)
    assert third.letters.template().id == "access_answer"
    third.discard()


def test_text_is_kept_a_second_after_the_last_letter_and_not_when_it_is_not_wanted(
    dialog, answers, qtbot
):
    write(dialog, TEXT)
    qtbot.waitUntil(lambda: unsaved.kept(dialog.vault) is not None, timeout=3000)
    assert unsaved.kept(dialog.vault).text == TEXT
    assert copies.copies(dialog.vault) == ()
    answers("drop")
    dialog.reject()
    assert unsaved.kept(dialog.vault) is None


def test_locking_closes_it_without_asking_and_nothing_keeps_it(window, vault, settle):
    made = tool.open(window, vault)
    settle()
    write(made, TEXT)
    settle()
    watched = weakref.ref(made)
    made.discard()
    del made
    for _time in range(2):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QCoreApplication.processEvents()
    gc.collect()
    assert watched() is None
