"""A breach is registered in a minute, by the keyboard, and its awareness put right."""

import gc
import weakref
from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from breaches.conftest import NOW
from gdpr_desktop.breaches.codes import Incident, Reporter
from gdpr_desktop.breaches.dialogs.aware import AwareDialog
from gdpr_desktop.breaches.dialogs.intake import IntakeDialog
from gdpr_desktop.breaches.service.base import read_breach
from gdpr_desktop.core import text
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.ui.dialog import FormDialog, Leave
from gdpr_desktop.ui.forms import FieldRow
from gdpr_desktop.ui.theme import Scheme, Theme
from ui import walk

HOUR = timedelta(hours=1)


@pytest.fixture
def shown(qtbot, qapp: QApplication) -> Iterator[Callable[[FormDialog], FormDialog]]:
    """Open a dialog; whatever is left open is taken away."""
    Theme(qapp, scheme=Scheme.LIGHT)
    left: list[FormDialog] = []

    def show(dialog: FormDialog) -> FormDialog:
        dialog.open()
        dialog.activateWindow()
        qtbot.waitUntil(dialog.isActiveWindow)
        left.append(dialog)
        return dialog

    yield show
    for dialog in left:
        if shiboken6.isValid(dialog):
            dialog.discard()


def type_here(dialog: QWidget, words: str) -> None:
    """Type where the focus is, and go on with Tab."""
    QTest.keyClicks(dialog.focusWidget(), words)
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)


def problems(dialog: FormDialog) -> dict[str, str]:
    return {
        row.field.objectName(): row.problem for row in dialog.findChildren(FieldRow) if row.problem
    }


@pytest.fixture(autouse=True)
def no_box(answers: Callable[..., None]) -> None:
    """A box that a test did not expect fails it."""


def test_a_breach_is_registered_by_the_keyboard_alone(officer, shown):
    dialog = shown(IntakeDialog(officer))
    done: list[object] = []
    dialog.accepted_value.connect(done.append)
    type_here(dialog, "Brev til feil forelder")
    type_here(dialog, "Mottakaren ringde.")
    for _date_time_now in range(3):
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    type_here(dialog, "Nora Testdal")
    type_here(dialog, "Barnevernet")
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Down)
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    found = read_breach(officer, CaseId(done[0].id)).intake
    assert (found.title, found.unit) == ("Brev til feil forelder", "Barnevernet")
    assert found.incident is Incident.MISDIRECTED
    assert found.discovered == found.aware == NOW
    assert found.reporter is Reporter.EMPLOYEE


def test_what_is_missing_is_said_at_each_field(officer, shown):
    dialog = shown(IntakeDialog(officer))
    dialog.discovered.set_moment(None)
    dialog.save()
    assert set(problems(dialog)) == {"title", "discovered_by", "discovered"}


def test_sure_only_later_asks_when_and_why(officer, shown):
    dialog = shown(IntakeDialog(officer))
    dialog.title_line.set_text("Innbrot")
    dialog.discovered_by.set_text("IT")
    dialog.discovered.set_moment(NOW - 5 * HOUR)
    assert "67" in dialog.clock_note.text()
    dialog.later.click()
    dialog.aware.set_moment(NOW - 2 * HOUR)
    assert "70" in dialog.clock_note.text()
    dialog.save()
    assert set(problems(dialog)) == {"aware_reason"}
    dialog.aware_reason.set_text("Kontrollen tok tre timar.")
    done: list[object] = []
    dialog.accepted_value.connect(done.append)
    dialog.save()
    found = read_breach(officer, CaseId(done[0].id)).intake
    assert found.aware - found.discovered == 3 * HOUR


def test_awareness_follows_a_discovery_that_is_put_right_while_they_are_the_same(
    officer, breach, shown
):
    dialog = shown(IntakeDialog(officer, None, read_breach(officer, breach)))
    assert not dialog.later.isVisible()
    dialog.discovered.set_moment(NOW - 3 * HOUR)
    dialog.save()
    found = read_breach(officer, breach).intake
    assert found.discovered == found.aware == NOW - 3 * HOUR


def test_the_new_72_hours_are_shown_while_awareness_is_typed(officer, breach, shown):
    dialog = shown(AwareDialog(officer, breach))
    assert dialog.ring.face.big.startswith("71")
    dialog.aware.now_button.click()
    assert dialog.ring.face.big.startswith("72")
    dialog.aware.time_part.line.clear()
    QTest.keyClick(dialog.aware.time_part.line, Qt.Key.Key_Return)
    assert dialog.ring.face.big == "–"


def test_a_breach_that_is_changed_has_no_other_awareness_than_its_own(officer, breach, shown):
    aware = shown(AwareDialog(officer, breach))
    aware.aware.set_moment(NOW)
    aware.reason.set_text("Kontrollen tok ein time.")
    aware.save()
    dialog = shown(IntakeDialog(officer, None, read_breach(officer, breach)))
    dialog.discovered.set_moment(NOW)
    dialog.save()
    assert read_breach(officer, breach).intake.aware == NOW


MAKERS: dict[str, Callable] = {
    "new": lambda vault, case_id: IntakeDialog(vault),
    "change": lambda vault, case_id: IntakeDialog(vault, None, read_breach(vault, case_id)),
    "aware": AwareDialog,
}


@pytest.mark.parametrize("name", MAKERS)
def test_each_dialog_names_its_fields_has_room_for_long_words_and_is_freed(
    monkeypatch, officer, breach, qapp, qtbot, name
):
    class Longer:
        def gettext(self, message: str) -> str:
            return message + "x" * round(len(message) * 0.4)

        def ngettext(self, one: str, many: str, count: int) -> str:
            return self.gettext(one if count == 1 else many)

    Theme(qapp, scheme=Scheme.LIGHT)
    monkeypatch.setattr(text, "_catalogue", lambda language: Longer())
    dialog = MAKERS[name](officer, breach)
    dialog.open()
    qtbot.wait(30)
    assert walk.nameless(dialog) == []
    assert walk.cut(dialog) == []
    watched = weakref.ref(dialog)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    del dialog
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QCoreApplication.processEvents()
    gc.collect()
    assert watched() is None


def test_a_draft_keeps_the_time_that_was_suggested_when_it_was_begun(
    officer, shown, answers, clock
):
    dialog = shown(IntakeDialog(officer))
    dialog.title_line.set_text("Brev til feil forelder")
    answers(Leave.KEEP)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    clock.instant = NOW + 20 * HOUR
    again = shown(IntakeDialog(officer))
    assert again.title_line.text() == "Brev til feil forelder"
    assert again.discovered.moment() == NOW
    assert "52" in again.clock_note.text()


@pytest.mark.parametrize(
    ("day", "time"), [("25.10.2026", "02:30"), ("29.3.2026", "02:30"), ("20.11.2026", "25:00")]
)
def test_a_moment_that_cannot_be_read_is_said_once_at_its_field(officer, shown, day, time):
    dialog = shown(IntakeDialog(officer))
    dialog.title_line.set_text("Brev")
    dialog.discovered_by.set_text("Nora Testdal")
    dialog.discovered.date_part.line.setText(day)
    dialog.discovered.time_part.line.setText(time)
    dialog.save()
    assert set(problems(dialog)) == {"discovered"}
    assert dialog._general.isHidden()
