"""The search for a person, used as by hand; and the list of what the register holds."""

import gc
import weakref
from datetime import date

import pytest
from docx import Document
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QWidget

from casework.conftest import register
from gdpr_desktop.administration.search.dialogs import PersonSearch, show_search
from gdpr_desktop.administration.search.words import count_words
from gdpr_desktop.casework import service as casework
from gdpr_desktop.casework.model import Person
from gdpr_desktop.core.roles import Role
from gdpr_desktop.requests import service
from gdpr_desktop.ui.bus import bus
from gdpr_desktop.ui.theme import Scheme, Theme
from gdpr_desktop.vault import Vault, people
from ui import walk

KARI = Person(name="Kari Nordmann", birth_date=date(1980, 2, 3), phone="90 00 12 34")


@pytest.fixture
def desk(vault):
    service.subscribe(vault)
    register(vault, subject=KARI, wording="Alt om meg")
    other = register(vault, "Ola Annan")
    casework.note(vault, other, "Snakka med Kari Nordmann")
    return vault


@pytest.fixture
def window(qtbot, qapp):
    Theme(qapp, scheme=Scheme.LIGHT)
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1024, 700)
    made.show()
    return made


@pytest.fixture
def look(desk, window, qtbot):
    """``look(text)``: type it, press Enter, wait till everything is read."""
    dialog = show_search(window, desk)

    def typed(text):
        dialog.field.setText(text)
        qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: dialog._slices is None)
        return dialog

    yield typed
    dialog.close()
    free()


def free():
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()


def lines(dialog):
    return [item.text(0) for item in dialog._items]


def test_persons_and_mentions_stand_in_groups(look):
    dialog = look("kari nordmann")
    heading, own, _mentioned, other = lines(dialog)
    assert "Kari Nordmann, 3. februar 1980" in heading
    assert (own, other) == ("2026-0001", "2026-0002")
    assert "Snakka med Kari Nordmann" in dialog._items[3].text(4)


def test_a_case_that_is_activated_is_shown_in_its_tab(look, qtbot):
    dialog = look("kari nordmann")
    wanted = []
    bus.case_wanted.connect(lambda feature, case_id: wanted.append((feature, case_id)))
    dialog.tree.setCurrentItem(dialog._items[1])
    qtbot.mouseClick(dialog.go_to_case, Qt.MouseButton.LeftButton)
    assert wanted == [("requests", 1)]
    assert dialog.isVisible(), "one goes on to the next case from here"


def test_nothing_typed_and_nothing_found_are_told_apart(look):
    dialog = look("  -  ")
    assert dialog._state.text()
    nothing = look("Finstikkje")._state.text()
    assert nothing != ""
    assert lines(dialog) == []


def test_a_search_that_is_stopped_keeps_what_it_has(desk, window, qtbot):
    dialog = show_search(window, desk)
    dialog.field.setText("nordmann")
    dialog.start()
    dialog.stop()
    assert "2026-0001" in lines(dialog)
    assert not dialog._timer.isActive()
    dialog.close()
    free()


def test_searching_is_journalled_without_the_words(look, desk):
    look("Kari Nordmann")
    texts = [row[0] for row in desk.db.execute("SELECT detail FROM journal")]
    assert '{"by":["name"]}' in texts
    assert not any("Kari" in text or "Nordmann" in text for text in texts)


def test_the_list_of_what_the_register_holds_names_the_data_and_is_journalled(
    look, desk, answers, tmp_path
):
    dialog = look("kari nordmann")
    dialog.tree.setCurrentItem(dialog._items[1])
    path = tmp_path / "liste.docx"
    answers(path)
    dialog.save_statement()
    document = Document(str(path))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    assert {"Kari Nordmann", "90 00 12 34", "3. februar 1980"} <= set(cells)
    assert any("Snakka med Kari" in one.text for one in document.paragraphs)
    last = desk.db.execute("SELECT deed, detail FROM journal ORDER BY seq DESC LIMIT 1").fetchone()
    assert last == ("person_statement_saved", '{"cases":[1]}')


def test_the_window_of_the_search_is_one_and_is_freed(desk, window):
    first = show_search(window, desk)
    assert show_search(window, desk) is first
    gone = weakref.ref(first)
    first.close()
    del first
    free()
    assert gone() is None
    assert window.findChildren(PersonSearch) == []


def test_everything_has_a_name_and_no_word_is_cut(look):
    dialog = look("kari nordmann")
    assert walk.nameless(dialog) + walk.cut(dialog) == []


def test_who_may_not_read_all_is_not_told_that_all_was_read_and_gets_no_list(desk, window, qtbot):
    password = "riktig hest batteri stift"
    people.add_user(desk, "Per Saksbehandlar", Role.CASEWORKER, password)
    desk.close()
    caseworker = Vault.open(desk.path, "Per Saksbehandlar", password, clock=desk.clock)
    dialog = show_search(window, caseworker)
    dialog.field.setText("kari nordmann")
    dialog.start()
    qtbot.waitUntil(lambda: dialog._slices is None)
    assert dialog._count() == count_words(0, found_any=False, sees_all=False)
    assert dialog._count() != count_words(0, found_any=False, sees_all=True)
    assert not dialog.statement.isVisible()
    dialog.close()
    free()
    caseworker.close()
