"""The letter to one person and the round of telling, by a person's own events."""

import gc
import weakref
from dataclasses import replace

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QWidget

from breaches.filling import SCOPE, assessed, decided, put
from gdpr_desktop.breaches.actions import Action
from gdpr_desktop.breaches.codes import DataCategory, PeopleTelling, TellingChannel, TellingState
from gdpr_desktop.breaches.dialogs.drop import DropAddressesDialog
from gdpr_desktop.breaches.dialogs.letter import LetterDialog, To
from gdpr_desktop.breaches.dialogs.told import ToldDialog
from gdpr_desktop.breaches.service.base import read_breach
from gdpr_desktop.breaches.telling.hints import telling_hint
from gdpr_desktop.core import text
from gdpr_desktop.core.errors import RefusedError
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import _
from gdpr_desktop.correspondence.dialogs import letter as letters
from gdpr_desktop.ui.forms import FieldRow
from gdpr_desktop.ui.notes import NoteBox
from gdpr_desktop.ui.theme import Scheme, Theme
from ui import walk

LETTERS = (
    Action.LETTER_AFFECTED,
    Action.LETTER_PUBLIC,
    Action.LETTER_PROCESSOR,
    Action.LETTER_CONTROLLER,
)


@pytest.fixture
def window(qtbot, qapp) -> QWidget:
    """What the dialogs open above, 1024 × 700."""
    Theme(qapp, scheme=Scheme.LIGHT)
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1024, 700)
    made.show()
    return made


@pytest.fixture
def ready(officer, breach):
    """It is decided that people must be told."""
    decided(officer, breach)
    return breach


def makers(officer, case_id, window):
    """Each dialog of this room."""
    yield ToldDialog(officer, case_id, window)
    yield DropAddressesDialog(officer, case_id, window)
    for action in LETTERS:
        yield LetterDialog(officer, case_id, action.value, window)


def notes(dialog) -> str:
    shown = [box for box in dialog.findChildren(NoteBox) if box.isVisibleTo(dialog)]
    return "\n".join(box.text() for box in shown)


def problem(dialog, name: str) -> str:
    widget = dialog.findChild(QWidget, name)
    while not isinstance(widget, FieldRow):
        widget = widget.parentWidget()
    return widget.problem


def press(qtbot, dialog, button) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def choose(qtbot, radio, value) -> None:
    button = radio._group.button(radio._values.index(value))
    place = button.rect().center()
    place.setX(12)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton, pos=place)


@pytest.mark.parametrize("language", Language)
def test_every_field_has_a_name_room_and_a_key_of_its_own(officer, ready, window, qtbot, language):
    text.set_language(language)
    for dialog in makers(officer, ready, window):
        dialog.open()
        qtbot.wait(10)
        name = dialog.windowTitle()
        assert (name, walk.nameless(dialog), walk.cut(dialog)) == (name, [], [])
        keys = [key for key, _widget in walk.shortcuts(dialog)]
        assert (name, len(set(keys))) == (name, len(keys))
        dialog.discard()


def test_closing_frees_each_dialog(officer, ready, window, qtbot):
    for dialog in makers(officer, ready, window):
        dialog.open()
        watched = weakref.ref(dialog)
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
        del dialog
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()
        assert watched() is None


def test_longer_words_are_not_cut(officer, ready, window, qtbot, monkeypatch):
    class Longer:
        def gettext(self, message: str) -> str:
            return message + "x" * round(len(message) * 0.4)

        def ngettext(self, one: str, many: str, count: int) -> str:
            return self.gettext(one if count == 1 else many)

    monkeypatch.setattr(text, "_catalogue", lambda language: Longer())
    for dialog in makers(officer, ready, window):
        dialog.open()
        qtbot.wait(20)
        assert (dialog.windowTitle(), walk.cut(dialog)) == (dialog.windowTitle(), [])
        dialog.discard()


def test_letters_to_people_do_not_open_before_the_decision(officer, breach, window):
    assessed(officer, breach)
    for action in (Action.LETTER_AFFECTED, Action.LETTER_PUBLIC):
        with pytest.raises(RefusedError):
            LetterDialog(officer, breach, action.value, window)
    with pytest.raises(RefusedError):
        ToldDialog(officer, breach, window)
    LetterDialog(officer, breach, Action.LETTER_PROCESSOR.value, window).discard()


@pytest.fixture
def letter(officer, ready, window, qtbot) -> LetterDialog:
    """The letter to one person, open, with what was done filled in."""
    dialog = LetterDialog(officer, ready, Action.LETTER_AFFECTED.value, window)
    dialog.open()
    dialog.findChild(QWidget, "measures_done").set_text("Brevet er henta tilbake.")
    yield dialog
    if shiboken6.isValid(dialog):
        dialog.discard()


def shown(dialog) -> str:
    dialog.preview.refresh()
    return dialog.preview.browser.toPlainText()


def test_the_childs_version_is_shown_when_a_child_reads_it(letter, qtbot):
    assert "kredittsperre" in shown(letter)
    choose(qtbot, letter.to, To.CHILD)
    assert "Det er ikkje din feil" in shown(letter)
    assert letter.order().template == "breach_affected_child"


def test_a_parent_is_told_whose_data_it_was_and_nobody_else_is_asked(letter, qtbot):
    assert not letter.about.isVisibleTo(letter)
    choose(qtbot, letter.to, To.PARENT)
    qtbot.keyClicks(letter.to_name.line, "Kari Testmor")
    press(qtbot, letter, letter.save_button)
    assert problem(letter, "about")
    qtbot.keyClicks(letter.about.line, "Lise Testbarn")
    assert "Lise Testbarn" in shown(letter)


def test_a_letter_without_a_name_is_not_exported(letter, qtbot, monkeypatch):
    monkeypatch.setattr(letters, "ask_path", lambda *_: pytest.fail("no place is asked for"))
    press(qtbot, letter, letter.save_button)
    assert problem(letter, "to_name")
    assert letter.isVisible()


def test_a_letter_is_exported_and_the_texts_but_not_the_name_come_back(
    officer, ready, window, qtbot, letter, tmp_path, monkeypatch
):
    path = tmp_path / "brev.docx"
    monkeypatch.setattr(letters, "ask_path", lambda *_: path)
    qtbot.keyClicks(letter.to_name.line, "Kari Testmor")
    press(qtbot, letter, letter.save_button)
    assert path.is_file()
    again = LetterDialog(officer, ready, Action.LETTER_AFFECTED.value, window)
    again.open()
    assert again.to_name.text() == ""
    assert "Brevet er henta tilbake." in shown(again)
    again.discard()


def test_the_name_of_somebody_else_in_the_letter_is_pointed_out(letter, qtbot):
    assert "Nora Testdal" not in notes(letter)
    letter.findChild(QWidget, "happened_what").set_text("Nora Testdal sende det feil.")
    shown(letter)
    assert "Nora Testdal" in notes(letter)


def test_an_identity_number_typed_in_a_letter_is_noticed(letter, qtbot):
    field = letter.findChild(QWidget, "happened_what")
    field.editor.setPlainText("Nummeret er 13897249639.")  # synthetic: the month is raised by 80
    field.notice.look()
    assert field.notice.isVisibleTo(letter)


def test_a_protected_address_is_warned_of_in_letter_and_round(officer, ready, window):
    put(officer, ready, scope=replace(SCOPE, data=(DataCategory.PROTECTED_ADDRESS,)))
    hint = telling_hint(read_breach(officer, ready))
    for dialog in (
        LetterDialog(officer, ready, Action.LETTER_AFFECTED.value, window),
        ToldDialog(officer, ready, window),
    ):
        dialog.open()
        assert hint in notes(dialog)
        dialog.discard()


def test_a_round_is_noted_by_hand_and_a_wrong_number_asked_about(officer, ready, window, qtbot):
    dialog = ToldDialog(officer, ready, window)
    dialog.open()
    changes = []
    dialog.accepted_value.connect(changes.append)
    qtbot.keyClicks(dialog.number.line, "3")
    press(qtbot, dialog, dialog.save_button)
    assert problem(dialog, "state")
    choose(qtbot, dialog.state, TellingState.ALL)
    press(qtbot, dialog, dialog.save_button)
    assert "2" in problem(dialog, "number")
    assert dialog.more.isVisibleTo(dialog)
    dialog.more.click()
    press(qtbot, dialog, dialog.save_button)
    assert len(changes) == 1
    (told,) = read_breach(officer, ready).tellings
    assert (told.number, told.channel, told.state) == (3, "letter", "all")


def test_the_rest_is_asked_for_only_when_not_all_were_told(officer, breach, window, qtbot):
    decided(officer, breach, people=PeopleTelling.VOLUNTARY)
    dialog = ToldDialog(officer, breach, window)
    dialog.open()
    assert not dialog.rest.isVisibleTo(dialog)
    choose(qtbot, dialog.state, TellingState.SOME)
    dialog.channels.set_value([TellingChannel.PUBLIC])
    assert dialog.where.isVisibleTo(dialog)
    press(qtbot, dialog, dialog.save_button)
    assert problem(dialog, "rest") == _("Write who has not been told, and why.")
    assert problem(dialog, "where")
    choose(qtbot, dialog.state, TellingState.NONE)
    assert not dialog.number.isVisibleTo(dialog)
    dialog.discard()
