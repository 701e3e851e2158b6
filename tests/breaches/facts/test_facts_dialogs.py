"""The dialogs of the first hour, the course and the scope, as a person uses them."""

import gc
import weakref
from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from breaches.conftest import NOW
from breaches.filling import described
from gdpr_desktop.breaches.codes import BreachKind, DataCategory, Happened, Known, Reporter
from gdpr_desktop.breaches.dialogs.course import CourseDialog
from gdpr_desktop.breaches.dialogs.facts.base import FactsDialog
from gdpr_desktop.breaches.dialogs.facts.count_field import CountField
from gdpr_desktop.breaches.dialogs.first_hour import FirstHourDialog
from gdpr_desktop.breaches.dialogs.scope import ScopeDialog
from gdpr_desktop.breaches.model import Count, Link
from gdpr_desktop.breaches.service.base import read_breach
from gdpr_desktop.core import text
from gdpr_desktop.core.bilingual import same
from gdpr_desktop.register.activities.model import Activity
from gdpr_desktop.register.activities.parts import Subject
from gdpr_desktop.register.entries import service as entries
from gdpr_desktop.ui.fields.text import LineField, TextArea
from gdpr_desktop.ui.theme import Scheme, Theme
from ui import walk

DIALOGS = (FirstHourDialog, CourseDialog, ScopeDialog)
HOUR = timedelta(hours=1)
Opener = Callable[[type[FactsDialog]], FactsDialog]


def _free() -> None:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QCoreApplication.processEvents()
    gc.collect()


@pytest.fixture
def opened(qtbot: QtBot, qapp: QApplication, officer, breach) -> Iterator[Opener]:
    """Open a dialog of the breach above a window of 1024 × 700."""
    Theme(qapp, scheme=Scheme.LIGHT)
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1024, 700)
    window.show()
    left: list[weakref.ref[FactsDialog]] = []

    def open_dialog(kind: type[FactsDialog]) -> FactsDialog:
        made = kind(officer, breach, window)
        made.open()
        made.activateWindow()
        qtbot.waitUntil(made.isActiveWindow)
        left.append(weakref.ref(made))
        return made

    yield open_dialog
    for one in left:
        dialog = one()
        if dialog is not None and shiboken6.isValid(dialog) and dialog.isVisible():
            dialog.discard()
    _free()


def _click(qtbot: QtBot, widget: QWidget) -> None:
    place = QPoint(12, widget.height() // 2)
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton, pos=place)


def _type(qtbot: QtBot, field: QWidget, words: str) -> None:
    line = field
    while line.focusProxy() is not None:
        line = line.focusProxy()
    line.setFocus()
    qtbot.keyClicks(line, words)
    qtbot.keyClick(line, Qt.Key.Key_Tab)


@pytest.mark.parametrize("kind", DIALOGS)
def test_dialogs_have_names_notice_numbers_and_are_freed(opened, qtbot, answers, kind):
    dialog = opened(kind)
    assert walk.nameless(dialog) == []
    room = dialog.screen().availableGeometry()
    assert dialog.height() <= room.height()
    answers()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    dialog = opened(kind)
    for field in (*dialog.findChildren(TextArea), *dialog.findChildren(LineField)):
        field.set_text("Konto 8601 11 17947")
        field.notice.look()
        assert field.notice.sentence()
    dialog.discard()
    watched = weakref.ref(dialog)
    del dialog, field
    _free()
    assert watched() is None


@pytest.mark.parametrize("kind", DIALOGS)
def test_longer_words_are_not_cut(monkeypatch, opened, qtbot, kind):
    class Longer:
        def gettext(self, message: str) -> str:
            return message + "x" * round(len(message) * 0.4)

        def ngettext(self, one: str, many: str, count: int) -> str:
            return self.gettext(one if count == 1 else many)

    monkeypatch.setattr(text, "_catalogue", lambda language: Longer())
    dialog = opened(kind)
    qtbot.wait(20)
    assert walk.cut(dialog) == []


def test_points_are_ticked_off_left_and_gone_on_with(opened, qtbot, officer, breach):
    dialog = opened(FirstHourDialog)
    _click(qtbot, dialog.rows["stop"].box)
    dialog.save()
    (done,) = read_breach(officer, breach).first_hour
    assert (done.point, done.by, done.at) == ("stop", officer.actor.name, NOW)
    again = opened(FirstHourDialog)
    assert again.rows["stop"].is_ticked()
    _click(qtbot, again.over)
    again.save()
    assert read_breach(officer, breach).first_hour_done


def test_a_missing_time_of_a_point_is_shown_where_it_is_folded_away(opened, qtbot):
    dialog = opened(FirstHourDialog)
    row = dialog.rows["stop"]
    _click(qtbot, row.box)
    row.at.set_moment(None)
    dialog.save()
    assert dialog.isVisible()
    assert row.at.isVisibleTo(dialog)


def test_a_draft_of_the_first_hour_comes_back(opened, qtbot):
    dialog = opened(FirstHourDialog)
    _click(qtbot, dialog.rows["tell_officer"].box)
    dialog.rows["tell_officer"].by.set_text("Tore Testvik")
    dialog.discard()
    row = opened(FirstHourDialog).rows["tell_officer"]
    assert row.is_ticked()
    assert row.by.text() == "Tore Testvik"


def test_a_processor_that_waited_is_questioned_not_refused(opened, officer, breach):
    dialog = opened(CourseDialog)
    assert not dialog.processor_aware.isVisibleTo(dialog)
    dialog.reporter.set_value(Reporter.PROCESSOR)
    dialog.reported_at.set_moment(NOW - HOUR)
    dialog.processor_aware.set_moment(NOW - 20 * HOUR)
    assert dialog.wait_note.isHidden()
    dialog.processor_aware.set_moment(NOW - 26 * HOUR)
    assert "33" in dialog.wait_note.text()
    dialog.save()
    assert not dialog.isVisible()
    assert read_breach(officer, breach).course.processor_aware == NOW - 26 * HOUR


def test_an_end_before_the_beginning_is_shown_at_the_end(opened):
    dialog = opened(CourseDialog)
    dialog.happened.set_value(Happened.PERIOD)
    dialog.happened_from.set_moment(NOW - 2 * HOUR)
    dialog.happened_to.set_moment(NOW - 3 * HOUR)
    dialog.save()
    assert dialog.to_row.problem
    assert not dialog.from_row.problem


def test_a_number_is_read_and_zero_and_letters_are_refused(opened, qtbot):
    dialog = opened(ScopeDialog)
    dialog.kinds.set_value((BreachKind.CONFIDENTIALITY,))
    field: CountField = dialog.people_count
    field.known.set_value(Known.EXACT)
    _type(qtbot, field.number, "1 200")
    assert field.value() == Count(known=Known.EXACT, number=1200)
    for typed in ("0", "mange", ""):
        field.number.line.clear()
        _type(qtbot, field.number, typed)
        dialog.save()
        assert dialog.isVisible(), typed
    field.number.line.clear()
    _type(qtbot, field.number, "10000000")
    assert field.improbable.isVisibleTo(dialog)
    dialog.save()
    assert not dialog.isVisible()


def test_a_draft_of_the_scope_comes_back_whole(opened, officer, breach):
    dialog = opened(ScopeDialog)
    dialog.kinds.set_value((BreachKind.INTEGRITY,))
    dialog.data.set_value((DataCategory.PROTECTED_ADDRESS,))
    assert dialog.danger.text()
    dialog.record.systems.set_value((Link(name="Oppad"),))
    dialog.people_count.set_value(Count(known=Known.ABOUT, number=12))
    dialog.has_children.setChecked(True)
    dialog.discard()
    again = opened(ScopeDialog)
    again.save()
    scope = read_breach(officer, breach).scope
    assert scope.kinds == (BreachKind.INTEGRITY,)
    assert scope.protected_address
    assert scope.systems == (Link(name="Oppad"),)
    assert scope.people_count == Count(known=Known.ABOUT, number=12)
    assert scope.children


def test_a_draft_of_what_was_changed_leaves_the_rest_as_it_was(opened, officer, breach):
    described(officer, breach)
    dialog = opened(ScopeDialog)
    dialog.people_count.number.set_number(5)
    dialog.record.systems.line.set_text("Oppad")
    dialog.discard()
    opened(ScopeDialog).save()
    scope = read_breach(officer, breach).scope
    assert scope.people_count == Count(known=Known.EXACT, number=5)
    assert scope.systems == (Link(name="Oppad"),)


def test_parts_that_are_filled_are_folded_and_open_for_a_problem(opened, officer, breach):
    described(officer, breach)
    dialog = opened(ScopeDialog)
    assert not dialog.people.isVisibleTo(dialog)
    assert dialog.measures_before.isVisibleTo(dialog)
    dialog.people_count.set_value(Count(known=Known.ABOUT))
    dialog.save()
    assert dialog.people_count.isVisibleTo(dialog)
    dialog.people_count.set_value(Count())
    dialog.save()
    assert not read_breach(officer, breach).scope.people_count.number


def test_a_kind_is_asked_for(opened):
    dialog = opened(ScopeDialog)
    dialog.save()
    assert dialog.isVisible()


def test_names_are_taken_from_the_record_or_typed(opened, qtbot, officer, breach):
    subject = Subject(text=same("barn i barnehage"), vulnerable=True)
    made = entries.add_entry(officer, Activity(name=same("Opptak"), subjects=(subject,)))
    dialog = opened(ScopeDialog)
    dialog.kinds.set_value((BreachKind.AVAILABILITY,))
    field = dialog.record.activities
    field.line.line.completer().activated.emit("Opptak")  # a list that drops down needs a screen
    qtbot.waitUntil(lambda: bool(field.value()))
    _click(qtbot, dialog.record.fill_button)
    field.line.set_text("opptak")
    _click(qtbot, field.add_button)
    field.line.set_text("Eit gammalt skjema")
    dialog.save()
    scope = read_breach(officer, breach).scope
    assert scope.activities == (
        Link(name="Opptak", entry=made.id),
        Link(name="Eit gammalt skjema"),
    )
    assert "barn i barnehage" in scope.people_text
    assert scope.vulnerable
