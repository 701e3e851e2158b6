"""The yearly clean-up, used as by hand."""

import gc
import weakref
from datetime import datetime

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QWidget

from casework.conftest import register
from gdpr_desktop.administration.cleanup.catching_up import catch_up
from gdpr_desktop.administration.cleanup.dialogs import CleanUpDialog
from gdpr_desktop.casework import retention
from gdpr_desktop.casework import service as casework
from gdpr_desktop.casework import store as cases
from gdpr_desktop.core.clock import OSLO
from gdpr_desktop.requests import service
from gdpr_desktop.ui import notices
from gdpr_desktop.ui.theme import Scheme, Theme
from ui import walk


@pytest.fixture
def desk(vault, clock):
    """Three cases closed more than two years ago; one of them is not filed."""
    service.subscribe(vault)
    for number in range(3):
        case_id = register(vault, f"Kari Nummer{number}")
        if number:
            casework.file_case(
                vault, case_id, archive_number=f"26/{number}", archive_title="", public_title=""
            )
        casework.close(vault, case_id, "answered")
    clock.instant = datetime(2029, 1, 10, 10, tzinfo=OSLO)
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
def dialog(desk, window):
    made = CleanUpDialog(desk, window)
    made.open()
    yield made
    made.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def erase(dialog, qtbot):
    with qtbot.waitSignal(dialog.finished_erasing):
        qtbot.mouseClick(dialog.erase_button, Qt.MouseButton.LeftButton)


def names(vault):
    found = (cases.case(vault.db, number) for number in (1, 2, 3))
    return [case.subject_name for case in found]


def test_what_falls_due_is_listed_with_what_holds_it_back(dialog):
    fates = [dialog.model.index(line, 4).data() for line in range(dialog.model.rowCount())]
    assert len(fates) == 3
    assert fates[0] != fates[1] == fates[2]
    assert "3" in dialog._summary.text()
    assert "2" in dialog.erase_button.text()


def test_only_after_a_yes_that_names_the_number_is_anything_erased(dialog, desk, answers, qtbot):
    answers(False)
    qtbot.mouseClick(dialog.erase_button, Qt.MouseButton.LeftButton)
    assert "2" in notices.shown[-1].title
    assert names(desk) == ["Kari Nummer0", "Kari Nummer1", "Kari Nummer2"]
    answers(True)
    erase(dialog, qtbot)
    assert names(desk) == ["Kari Nummer0", "", ""]
    assert dialog.model.rowCount() == 1
    assert not retention.clean_up_due(desk)


def test_a_clean_up_with_nothing_to_erase_is_only_noted(dialog, desk, answers, qtbot):
    answers(True)
    erase(dialog, qtbot)
    erase(dialog, qtbot)  # without a question
    assert dialog._state.text()


def test_a_clean_up_that_is_stopped_keeps_what_is_left_for_next_time(dialog, desk, answers):
    answers(True)
    dialog.erase()
    dialog._on_turn()
    dialog.stop()
    assert names(desk) == ["Kari Nummer0", "", "Kari Nummer2"]
    assert retention.clean_up_due(desk)
    assert retention.erased_ids(desk) == (2,)


def test_everything_has_a_name_and_no_word_is_cut(dialog, qtbot):
    qtbot.wait(10)
    assert walk.nameless(dialog) + walk.cut(dialog) == []


def test_the_dialog_is_freed_when_closed(desk, window):
    made = CleanUpDialog(desk, window)
    made.open()
    gone = weakref.ref(made)
    made.close()
    del made
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert gone() is None


def test_unlocking_tells_of_nothing_when_nothing_came_back(desk):
    assert catch_up(desk) is None
