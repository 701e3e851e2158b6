"""The dialogs of export and import, used as a person does."""

import gc
import weakref

import pytest
from docx import Document
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from gdpr_desktop.register.entries import service as entries
from gdpr_desktop.register.entries import store
from gdpr_desktop.register.entries.model import EntryKind
from gdpr_desktop.register.exchange import service
from gdpr_desktop.register.exchange.dialogs import tool
from gdpr_desktop.register.exchange.dialogs.export import ExportDialog
from gdpr_desktop.register.exchange.dialogs.importing import ImportDialog
from gdpr_desktop.register.exchange.model import Format
from gdpr_desktop.tables.workbook import read_book
from gdpr_desktop.ui.theme import Scheme, Theme
from register.exchange_samples import foreign, opened
from ui import walk

ROWS = (
    ("Behandling", "Formål", "Behandlingsgrunnlag", "Kategoriar av opplysningar", "Farge"),
    ("Byggesak", "Å handsame søknader", "art. 6 nr. 1 bokstav e", "Namn, adresse", "blå"),
    ("", "Utan namn", "", "", ""),
    ("Skulemat", "Å gi mat", "fordi", "Namn", "raud"),
)


@pytest.fixture
def window(qtbot, qapp):
    Theme(qapp, scheme=Scheme.LIGHT)
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def book(tmp_path):
    return read_book(foreign(tmp_path / "gammal.xlsx", ROWS))


def make_import(vault, window, book):
    return ImportDialog(vault, book, service.gathered(vault), window)


def make_export(vault, window, _book):
    return ExportDialog(vault, window)


@pytest.mark.parametrize("make", [make_export, make_import])
def test_everything_has_a_name_no_word_is_cut_and_closing_frees(vault, window, book, make, qtbot):
    dialog = make(vault, window, book)
    dialog.open()
    qtbot.wait(30)
    assert walk.nameless(dialog) + walk.cut(dialog) == []
    if isinstance(dialog, ImportDialog):
        dialog.save_button.click()
        qtbot.waitUntil(dialog.view.isVisible)
        qtbot.wait(30)
        assert walk.nameless(dialog) + walk.cut(dialog) == []
    watched = weakref.ref(dialog)
    dialog.reject()
    del dialog
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert watched() is None


def test_a_sheet_is_imported_after_it_was_seen(vault, window, qtbot, answers, tmp_path):
    told = []
    answers(foreign(tmp_path / "gammal.xlsx", ROWS))
    tool(window, vault, "import", told.append)
    qtbot.waitUntil(lambda: bool(window.findChildren(ImportDialog)))
    (dialog,) = window.findChildren(ImportDialog)
    assert dialog.table.keys() == ("name", "purposes", "bases", "data", "")
    dialog.table.choice(4).set_value("note")
    dialog.save_button.click()
    qtbot.waitUntil(lambda: dialog.plan is not None)
    assert [one.name for one in dialog.plan.reads] == ["Byggesak", "", "Skulemat"]
    assert dialog.view.problems.rowCount() == 2
    assert "2" in dialog.save_button.text()
    dialog.back_button.click()
    assert dialog.columns_page.isVisible()
    dialog.save_button.click()
    qtbot.waitUntil(lambda: dialog.plan is not None)
    dialog.save_button.click()
    qtbot.waitUntil(lambda: bool(told))
    assert len(told) == 1
    number = store.named(vault.db, EntryKind.ACTIVITY, "Byggesak")
    assert store.entry(vault.db, number).content.note == "blå"


def test_a_file_that_is_no_good_is_told(vault, window, qtbot, answers, tmp_path):
    bad = tmp_path / "bilete.xlsx"
    bad.write_bytes(b"PNG")
    answers(bad, None)
    tool(window, vault, "import", print)
    from gdpr_desktop.ui import notices

    qtbot.waitUntil(lambda: not notices.waiting_answers())
    assert "bilete.xlsx" in notices.shown[-1].title


@pytest.mark.parametrize("chosen", [Format.SHEET, Format.WORD, Format.PUBLIC_MARKDOWN])
def test_the_record_is_written_in_the_background(
    vault, window, qtbot, answers, tmp_path, activity, chosen
):
    entries.add_entry(vault, activity)
    place, told = tmp_path / f"ut{chosen.suffix}", []
    tool(window, vault, "export", told.append)
    (dialog,) = window.findChildren(ExportDialog)
    dialog.format.set_value(chosen)
    assert dialog.internal.isEnabled() is (not chosen.is_public)
    answers(place)
    dialog.save_button.click()
    qtbot.waitUntil(lambda: bool(told))
    if chosen is Format.SHEET:
        assert "Opptak i barnehage" in {
            cell.value for cell in opened(place.read_bytes()).active["A"]
        }
    elif chosen is Format.WORD:
        assert "Opptak i barnehage" in {one.text for one in Document(str(place)).paragraphs}
    else:
        assert "Opptak" not in place.read_text("utf-8")  # a draft is not for everyone


def test_a_place_that_cannot_be_written_is_told_and_the_dialog_stays(
    vault, window, qtbot, answers, tmp_path
):
    dialog = ExportDialog(vault, window)
    dialog.open()
    answers(tmp_path / "finst-ikkje" / "ut.xlsx")
    dialog.save_button.click()
    qtbot.waitUntil(lambda: dialog.save_button.isEnabled())
    assert isValid(dialog)
    assert dialog.isVisible()
    assert dialog._general.isVisible()
    dialog.reject()


def test_a_register_that_is_locked_on_the_way_stops_the_reading(vault):
    from gdpr_desktop.core.errors import RefusedError

    steps = service.gather(vault)
    next(steps)
    vault.close()
    with pytest.raises(RefusedError):
        next(steps)
