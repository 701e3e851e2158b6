"""Writing to many as a person does it: list, columns, people, letter, files."""

import gc
import threading
import weakref
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from breaches.filling import decided
from gdpr_desktop.breaches.dialogs.many import ManyDialog, Step
from gdpr_desktop.breaches.many import store, writing
from gdpr_desktop.breaches.many.model import Use
from gdpr_desktop.breaches.many.widgets.people_step import Cell
from gdpr_desktop.breaches.many.writing import Shape
from gdpr_desktop.casework import exports
from gdpr_desktop.casework import store as cases
from gdpr_desktop.core import text
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.ui import tasks
from gdpr_desktop.ui.locking import stop_worker
from gdpr_desktop.ui.theme import Scheme, Theme
from gdpr_desktop.vault import Vault
from ui import walk

LIST = """Namn;Adresse;Postnr;Poststad
Kari Berg;Strandgata 1;6100;Fjellvik
;Vegen 2;6100;Fjellvik
Kari Berg;Strandgata 1;6100;Fjellvik
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "liste.csv"
    path.write_text(LIST, encoding="utf-8")
    return path


@pytest.fixture
def dialog(qtbot: QtBot, officer: Vault, breach: CaseId) -> Iterator[ManyDialog]:
    decided(officer, breach)
    made = ManyDialog(officer, breach)
    made.open()
    yield made
    tasks.runner().wait()
    if isValid(made):
        made.discard()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def drop(dialog: ManyDialog, path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    copy, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    dialog.dropEvent(QDropEvent(QPointF(9, 9), copy, data, Qt.MouseButton.LeftButton, none))


def at(qtbot: QtBot, dialog: ManyDialog, step: Step) -> None:
    qtbot.waitUntil(lambda: dialog.step is step)


def to_people(qtbot: QtBot, dialog: ManyDialog, path: Path) -> None:
    drop(dialog, path)
    at(qtbot, dialog, Step.COLUMNS)
    dialog.save_button.click()
    at(qtbot, dialog, Step.PEOPLE)


def to_output(qtbot: QtBot, dialog: ManyDialog, path: Path) -> None:
    to_people(qtbot, dialog, path)
    dialog.save_button.click()
    dialog.letter_step.fields.show_drafts({"measures_done": "Vi har henta breva."})
    dialog.letter_step.form_page.findChild(object, "measures_done").set_text("Vi har henta dei.")
    dialog.save_button.click()
    at(qtbot, dialog, Step.OUTPUT)


def test_a_line_is_put_right_or_taken_in_where_it_stands(
    qtbot: QtBot, dialog: ManyDialog, file: Path
) -> None:
    to_people(qtbot, dialog, file)
    table = dialog.people_step.table
    assert [one.name for one in dialog.people_step.people()] == ["Kari Berg"]
    table.item(0, Cell.ROW).setCheckState(Qt.CheckState.Checked)
    assert len(dialog.people_step.people()) == 1  # a letter to nobody cannot be made
    table.item(0, Cell.NAME).setText("Ola Dal 01817299996")
    assert [one.name for one in dialog.people_step.people()] == ["Kari Berg", "Ola Dal"]
    table.item(1, Cell.ROW).setCheckState(Qt.CheckState.Checked)
    assert len(dialog.people_step.people()) == 3
    assert dialog.is_dirty()


def test_columns_without_name_or_address_go_no_further(
    qtbot: QtBot, dialog: ManyDialog, file: Path
) -> None:
    drop(dialog, file)
    at(qtbot, dialog, Step.COLUMNS)
    choice = dialog.columns_step.table.choice(0)
    assert choice.value() is Use.NAME
    choice.set_value(None)
    dialog.save_button.click()
    assert dialog.step is Step.COLUMNS
    assert dialog._general.isVisible()
    choice.set_value(Use.CITY)
    dialog.columns_step.table.choice(1).set_value(Use.NAME)
    dialog.save_button.click()  # two are the place
    assert dialog.step is Step.COLUMNS
    dialog.back_button.click()
    assert dialog.step is Step.FILE


def test_a_file_that_is_no_list_is_told_and_another_can_be_chosen(
    qtbot: QtBot, dialog: ManyDialog, file: Path, answers: Callable[..., None]
) -> None:
    drop(dialog, file.with_name("borte.xlsx"))
    qtbot.waitUntil(dialog._general.isVisible)
    answers(file)
    dialog.file_step.file_button.click()
    at(qtbot, dialog, Step.COLUMNS)


def test_a_letter_that_lacks_something_says_so_at_its_field(
    qtbot: QtBot, dialog: ManyDialog, file: Path
) -> None:
    to_people(qtbot, dialog, file)
    dialog.save_button.click()
    assert dialog.step is Step.LETTER
    assert "Kari Berg" in dialog.letter_step.preview.browser.toPlainText()
    dialog.save_button.click()
    assert dialog.step is Step.LETTER


@pytest.mark.parametrize("shape", Shape)
def test_the_letters_are_saved_and_the_list_is_kept_if_asked_for(
    qtbot: QtBot,
    dialog: ManyDialog,
    file: Path,
    answers: Callable[..., None],
    tmp_path: Path,
    shape: Shape,
) -> None:
    to_output(qtbot, dialog, file)
    dialog.output_step.shape.set_value(shape)
    dialog.output_step.keep.setChecked(shape is Shape.LONG)
    place = tmp_path / "ut"
    place.mkdir()
    answers(place / "brev.docx" if shape is Shape.LONG else place)
    vault, case_id = dialog.vault, dialog.case_id
    with qtbot.waitSignal(dialog.accepted_value):
        dialog.save_button.click()
    (letter,) = cases.letters(vault.db, case_id)
    assert Path(letter.path).is_file()
    assert len(store.kept(vault.db, case_id)) == (1 if shape is Shape.LONG else 0)


def test_cancel_stops_the_letters_and_leaves_nothing(
    qtbot: QtBot,
    dialog: ManyDialog,
    file: Path,
    answers: Callable[..., None],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    to_output(qtbot, dialog, file)
    place = tmp_path / "ut"
    place.mkdir()
    answers(place / "brev.docx")
    write = writing.write

    def slow(*given: object, **named: object) -> object:
        dialog._watch.stop()
        return write(*given, **named)

    monkeypatch.setattr(writing, "write", slow)
    dialog.save_button.click()
    assert not dialog.back_button.isEnabled()
    dialog.cancel_button.click()
    qtbot.waitUntil(dialog.back_button.isEnabled)
    assert dialog.isVisible()
    assert not list(place.iterdir())
    assert not cases.letters(dialog.vault.db, dialog.case_id)


def test_locking_stops_the_letters_and_it_is_told_after_unlocking(
    qtbot: QtBot,
    dialog: ManyDialog,
    file: Path,
    answers: Callable[..., None],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    to_output(qtbot, dialog, file)
    place = tmp_path / "ut"
    place.mkdir()
    answers(place / "brev.docx")
    write, locked = writing.write, threading.Event()

    def waiting(*given: object, **named: object) -> object:
        assert locked.wait(20)
        return write(*given, **named)

    monkeypatch.setattr(writing, "write", waiting)
    dialog.save_button.click()
    stop_worker()
    locked.set()
    qtbot.waitUntil(lambda: not tasks.runner().busy)
    assert not list(place.iterdir())
    assert not cases.letters(dialog.vault.db, dialog.case_id)
    (told,) = exports.clear_up(dialog.vault)
    assert "brev.docx" in told
    assert not exports.clear_up(dialog.vault)


class Longer:
    """All our words become 40 % longer."""

    def gettext(self, message: str) -> str:
        return message + "x" * round(len(message) * 0.4)

    def ngettext(self, one: str, many: str, count: int) -> str:
        return self.gettext(one if count == 1 else many)


def fits(dialog: ManyDialog) -> None:
    assert walk.cut(dialog) == []


@pytest.mark.parametrize("longer", [False, True])
def test_every_step_has_names_room_and_keys_of_its_own(
    qtbot: QtBot,
    qapp: QApplication,
    officer: Vault,
    breach: CaseId,
    file: Path,
    longer: bool,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    Theme(qapp, scheme=Scheme.LIGHT)
    decided(officer, breach)
    if longer:
        monkeypatch.setattr(text, "_catalogue", lambda language: Longer())
    dialog = ManyDialog(officer, breach)
    dialog.open()
    drop(dialog, file)
    at(qtbot, dialog, Step.COLUMNS)
    dialog.save_button.click()
    at(qtbot, dialog, Step.PEOPLE)
    dialog.letter_step.show_people(dialog.people_step.people())
    for step in Step:
        dialog.go_to(step)
        qtbot.wait(20)
        assert (step, walk.nameless(dialog)) == (step, [])
        qtbot.waitUntil(partial(fits, dialog))  # once it is laid out
        keys = [key for key, _widget in walk.shortcuts(dialog)]
        assert (step, len(set(keys))) == (step, len(keys))
    watched = weakref.ref(dialog)
    dialog.discard()
    del dialog
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert watched() is None
