"""The dialogs of templates and of the PIA format, driven as a person does."""

import gc
import json
import weakref
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QDialog, QWidget

from breaches.test_dialogs_windows import leave, twice
from consents.test_every_dialog import Longer
from dpia.filling import in_force
from dpia.pia_json.making import save, whole
from dpia.pia_json.making import text as text_answer
from gdpr_desktop.core import text
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.dpia import store
from gdpr_desktop.dpia.pia_json.dialogs.export import ExportDialog
from gdpr_desktop.dpia.pia_json.dialogs.import_ import ImportDialog
from gdpr_desktop.dpia.templates.dialogs.save import SaveTemplateDialog
from gdpr_desktop.dpia.templates.dialogs.start import StartDialog
from gdpr_desktop.dpia.templates.model import Order
from gdpr_desktop.dpia.templates.service import save_template, templates
from gdpr_desktop.ui import notices
from gdpr_desktop.ui.theme import Scheme, Theme
from gdpr_desktop.vault import Vault
from ui import walk


@pytest.fixture
def window(qtbot, qapp) -> QWidget:
    """What the dialogs open above, on a small screen."""
    Theme(qapp, scheme=Scheme.LIGHT)
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1024, 700)
    made.show()
    return made


def _each(vault: Vault, folder: Path, window: QWidget) -> Iterator[QDialog]:
    yield StartDialog(vault, window)
    case_id = in_force(vault)
    yield SaveTemplateDialog(vault, case_id, window)
    save_template(vault, Order(case_id=case_id, name="Mal", note="Til nytte"))
    yield StartDialog(vault, window)
    yield ExportDialog(vault, case_id, window)
    yield ImportDialog(vault, window)
    chosen = ImportDialog(vault, window)
    chosen.take(save(folder / "pia.json", whole()))
    yield chosen


def test_longer_words_have_room_and_every_dialog_is_freed(
    officer, tmp_path, window, monkeypatch
) -> None:
    catalogue = text._catalogue
    monkeypatch.setattr(text, "_catalogue", lambda asked: Longer(catalogue(asked)))
    wrong, closed = [], []
    for made in _each(officer, tmp_path, window):
        made.open()
        QCoreApplication.processEvents()
        wrong += walk.cut(made) + walk.nameless(made) + twice(made)
        closed.append(weakref.ref(made))
        leave(made)
        del made
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QCoreApplication.processEvents()
    gc.collect()
    assert wrong == []
    assert [one() for one in closed if one() is not None] == []


def test_a_file_is_chosen_looked_at_and_taken_in(officer, tmp_path, window, qtbot, answers) -> None:
    path = save(tmp_path / "pia.json", whole())
    dialog = ImportDialog(officer, window)
    dialog.open()
    assert not dialog.save_button.isEnabled()
    answers(path)
    qtbot.mouseClick(dialog.choose_button, Qt.MouseButton.LeftButton)
    assert dialog.title.text() == "Ny skjermbruk i barnehagen"
    assert "Skjermlås" in dialog.findings.text()
    qtbot.keyClick(dialog.unit.editors()[0], "A", Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(dialog.unit.editors()[0], "Fjordvik barnehage")
    with qtbot.waitSignal(dialog.accepted_value) as got:
        qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    made = store.dpia(officer.db, CaseId(got.args[0].id))
    assert made.about.unit == "Fjordvik barnehage"
    assert len(made.content.measures) == 3


def test_a_file_that_is_dropped_is_taken_and_a_wrong_one_is_refused_in_words(
    officer, tmp_path, window
) -> None:
    dialog = ImportDialog(officer, window)
    dialog.open()
    _drop(dialog, save(tmp_path / "pia.json", whole()))
    assert dialog.save_button.isEnabled()
    wrong = tmp_path / "notat.json"
    wrong.write_text("{")
    _drop(dialog, wrong)
    assert not dialog.save_button.isEnabled()
    assert dialog._general.isVisibleTo(dialog)
    leave(dialog)


def test_a_long_file_is_read_and_taken_in_by_the_worker(officer, tmp_path, window, qtbot) -> None:
    raw = whole()
    raw["answers"].append(text_answer(111, "<p>mykje</p>" * 10_000))
    dialog = ImportDialog(officer, window)
    dialog.open()
    dialog.take(save(tmp_path / "pia.json", raw))
    assert dialog.found is None
    assert not dialog.choose_button.isEnabled()
    qtbot.waitUntil(lambda: dialog.found is not None)
    dialog.unit.set_text("Fjordvik barnehage")
    with qtbot.waitSignal(dialog.accepted_value) as got:
        dialog.save_button.click()
        assert not dialog.save_button.isEnabled()
    assert len(store.dpia(officer.db, CaseId(got.args[0].id)).content.measures) == 3


def _drop(dialog: ImportDialog, path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    event = QDropEvent(
        QPointF(10, 10),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    dialog.dropEvent(event)


def test_an_assessment_is_saved_for_the_other_program(
    officer, case_id, tmp_path, window, qtbot, answers
) -> None:
    dialog = ExportDialog(officer, case_id, window)
    dialog.open()
    assert dialog.findings.text()  # told before it is written
    path = tmp_path / "ut.json"
    answers(path)
    with qtbot.waitSignal(dialog.accepted_value):
        qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    assert json.loads(path.read_bytes())["pia"]["name"] == "Digitalt tilsyn om natta"


def test_a_template_is_saved_used_and_deleted(officer, case_id, window, qtbot, answers) -> None:
    dialog = SaveTemplateDialog(officer, case_id, window)
    dialog.open()
    qtbot.keyClicks(dialog.note.editors()[0], "For natta")
    with qtbot.waitSignal(dialog.accepted_value):
        qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    start = StartDialog(officer, window)
    start.open()
    assert "For natta" in start.told.text()
    qtbot.mouseClick(start.save_button, Qt.MouseButton.LeftButton)
    assert start.isVisible()  # what it is about is missing
    qtbot.keyClicks(start.title.editors()[0], "Tilsyn i bufellesskapet")
    qtbot.keyClicks(start.unit.editors()[0], "Bu og meistring")
    with qtbot.waitSignal(start.accepted_value) as got:
        qtbot.mouseClick(start.save_button, Qt.MouseButton.LeftButton)
    assert store.dpia(officer.db, CaseId(got.args[0].id)).content.measures
    again = StartDialog(officer, window)
    again.open()
    answers(True)
    qtbot.mouseClick(again.delete_button, Qt.MouseButton.LeftButton)
    assert templates(officer) == ()
    assert not again.save_button.isEnabled()
    assert notices.waiting_answers() == 0
    leave(again)
