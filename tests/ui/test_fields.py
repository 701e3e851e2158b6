"""Fields: what is typed, what is shown, what is said about it."""

import datetime as dt
import time
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QDate, QLocale, QMimeData, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCalendarWidget, QFormLayout, QLineEdit, QWidget

from gdpr_desktop.core.address import PostalAddress
from gdpr_desktop.core.clock import FixedClock
from gdpr_desktop.core.errors import FieldProblem
from gdpr_desktop.core.text import _
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields import (
    AddressField,
    Choice,
    DateField,
    LineField,
    PasswordField,
    RadioChoice,
    TextArea,
    TimeField,
)
from gdpr_desktop.ui.fields.calendar import CalendarPopup

Show = Callable[[QWidget], QWidget]


@pytest.fixture
def form(shown: Show) -> Iterator[QFormLayout]:
    """An empty form in a window."""
    page = QWidget()
    layout = forms.form_layout(page)
    shown(page)
    yield layout
    page.close()


def _type(field: DateField | TimeField, text: str) -> None:
    field.line.selectAll()
    QTest.keyClicks(field.line, text)
    QTest.keyClick(field.line, Qt.Key.Key_Return)


@pytest.mark.parametrize(
    ("typed", "shown_as"),
    [
        ("3.2.", "3. februar 2026"),
        ("03.02.26", "3. februar 2026"),
        ("i dag", "22. november 2026"),
        ("+7", "29. november 2026"),
        ("3. februar 2026", "3. februar 2026"),
    ],
)
def test_a_date_typed_the_norwegian_way_is_written_out_when_left(
    shown: Show, clock: FixedClock, typed: str, shown_as: str
) -> None:
    field = DateField(clock)
    shown(field)
    _type(field, typed)
    assert field.text() == shown_as
    assert field.problem() == ""


def test_a_day_that_does_not_exist_keeps_the_text_and_says_so(
    form: QFormLayout, clock: FixedClock
) -> None:
    field = DateField(clock)
    row = forms.add_row(form, "&Received", field)
    _type(field, "31.2.")
    assert field.text() == "31.2."
    assert field.date() is None
    assert row.problem == field.problem() != ""
    assert row.problem in field.line.accessibleDescription()


def test_typing_on_takes_the_sentence_away_until_the_field_is_left(
    form: QFormLayout, clock: FixedClock
) -> None:
    field = DateField(clock)
    row = forms.add_row(form, "&Received", field)
    _type(field, "31.2.")
    field.line.selectAll()
    QTest.keyClicks(field.line, "28.2.")
    assert row.problem == ""
    assert field.date() == dt.date(2026, 2, 28)


def test_each_change_of_the_date_is_told_once(shown: Show, clock: FixedClock) -> None:
    field = DateField(clock)
    shown(field)
    told: list[dt.date | None] = []
    field.date_changed.connect(told.append)
    _type(field, "3.2.")
    _type(field, "03.02.2026")
    _type(field, "nonsense")
    assert told == [dt.date(2026, 2, 3), None]


def test_an_emptied_date_is_no_date_and_no_problem(shown: Show, clock: FixedClock) -> None:
    field = DateField(clock)
    shown(field)
    field.set_date(dt.date(2026, 2, 3))
    field.line.clear()
    assert field.date() is None
    assert field.problem() == ""


def test_a_birth_year_of_two_digits_is_not_ahead(shown: Show, clock: FixedClock) -> None:
    field = DateField(clock, past=True)
    shown(field)
    _type(field, "3.2.35")
    assert field.date() == dt.date(1935, 2, 3)


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)
def test_the_calendar_starts_on_monday_with_week_numbers_and_fills_the_field(
    shown: Show, clock: FixedClock
) -> None:
    field = DateField(clock)
    shown(field)
    QTest.keyClick(field.line, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    popup = field.findChild(CalendarPopup)
    calendar = popup.findChild(QCalendarWidget)
    assert calendar.firstDayOfWeek() == Qt.DayOfWeek.Monday
    assert calendar.verticalHeaderFormat() == QCalendarWidget.VerticalHeaderFormat.ISOWeekNumbers
    assert calendar.locale().language() == QLocale.Language.NorwegianNynorsk
    assert calendar.selectedDate() == QDate(2026, 11, 22)
    calendar.activated.emit(QDate(2026, 2, 3))
    assert field.text() == "3. februar 2026"


@pytest.mark.parametrize("typed", ["14:05", "14.05", "1405"])
def test_a_time_of_day(shown: Show, typed: str) -> None:
    field = TimeField()
    shown(field)
    _type(field, typed)
    assert field.text() == "14:05"
    assert field.time() == dt.time(14, 5)


def test_ten_megabytes_pasted_are_cut_at_once_and_it_is_said(shown: Show) -> None:
    area = TextArea(max_length=20_000)
    shown(area)
    data = QMimeData()
    data.setText("a" * 10_000_000)
    start = time.perf_counter()
    area.editor.insertFromMimeData(data)
    assert time.perf_counter() - start < 2
    assert len(area.text()) == 20_000
    assert "20" in area.counter()


def test_typing_past_the_limit_stops_there(shown: Show) -> None:
    area = TextArea(max_length=10)
    shown(area)
    QTest.keyClicks(area.editor, "æøåæøåæøåæøå")
    assert area.text() == "æøåæøåæøåæ"
    assert area.counter() != ""


def test_the_counter_is_hidden_while_there_is_room(shown: Show) -> None:
    area = TextArea(max_length=100)
    shown(area)
    QTest.keyClicks(area.editor, "short")
    assert area.counter() == ""


@pytest.mark.parametrize("lines", [2, 8])
def test_an_area_has_room_for_its_lines(qtbot, lines):
    area = TextArea(lines=lines)
    qtbot.addWidget(area)
    area.show()
    area.set_text("\n".join(["Øg"] * lines))
    area.resize(400, area.minimumSizeHint().height())
    assert area.editor.verticalScrollBar().maximum() == 0


@pytest.mark.parametrize("make", [TextArea, LineField])
def test_an_identity_number_in_free_text_is_noticed(
    shown: Show, make: Callable[[], TextArea | LineField]
) -> None:
    field = make()
    shown(field)
    field.set_text("Ring 13097248022 i morgon")
    field.notice.look()
    sentence = _("This looks like a national identity number. Leave it out if you can.")
    assert field.notice.sentence() == sentence
    field.set_text("Ring i morgon")
    field.notice.look()
    assert field.notice.sentence() == ""


def test_a_norwegian_postal_code_has_four_digits(form: QFormLayout) -> None:
    field = AddressField()
    row = forms.add_row(form, "&Address", field)
    field.postal_code.setFocus()
    QTest.keyClicks(field.postal_code, "610")
    QTest.keyClick(field.postal_code, Qt.Key.Key_Return)
    assert row.problem != ""
    QTest.keyClicks(field.postal_code, "0")
    QTest.keyClick(field.postal_code, Qt.Key.Key_Return)
    assert row.problem == ""


def test_a_postal_code_without_its_place_is_warned_of_and_stops_nobody(form: QFormLayout) -> None:
    field = AddressField(country=True)
    row = forms.add_row(form, "&Address", field)
    field.set_address(PostalAddress(street="Gata 1", postal_code="6100"))
    field.city.setFocus()
    QTest.keyClick(field.city, Qt.Key.Key_Return)
    assert row.problem != ""
    assert field.problem() == ""
    QTest.keyClicks(field.city, "Volda")
    QTest.keyClick(field.city, Qt.Key.Key_Return)
    assert row.problem == ""


def test_a_code_abroad_may_have_letters(shown: Show) -> None:
    field = AddressField(country=True)
    shown(field)
    field.set_address(PostalAddress(street="1 Main", postal_code="SW1A 1AA", country="England"))
    assert field.problem() == ""


def test_a_street_of_two_lines_that_nobody_touched_stays_two_lines(shown: Show) -> None:
    address = PostalAddress(street="c/o Berg\nStorgata 1", postal_code="6100", city="Volda")
    field = AddressField()
    shown(field)
    field.set_address(address)
    assert field.address() == address


def test_a_choice_gives_values_and_not_words(shown: Show) -> None:
    field = Choice([("a", "First"), ("b", "Second")], empty="Not chosen")
    shown(field)
    told: list[object] = []
    field.value_changed.connect(told.append)
    assert field.value() is None
    QTest.keyClick(field, Qt.Key.Key_Down)
    assert (field.value(), told) == ("a", ["a"])


def test_a_radio_choice_starts_without_an_answer(shown: Show) -> None:
    field = RadioChoice([("a", "First"), ("b", "Second")])
    shown(field)
    assert field.value() is None
    field.set_value("b")
    assert field.value() == "b"
    field.set_value(None)
    assert field.value() is None


def test_a_password_is_hidden_until_asked_for(shown: Show) -> None:
    field = PasswordField()
    shown(field)
    QTest.keyClicks(field.line, "secret")
    assert field.line.echoMode() == QLineEdit.EchoMode.Password
    field._show.click()
    assert field.line.echoMode() == QLineEdit.EchoMode.Normal
    field.clear()
    assert (field.text(), field.line.echoMode()) == ("", QLineEdit.EchoMode.Password)


def test_caps_lock_is_hinted_at(shown: Show) -> None:
    field = PasswordField()
    shown(field)
    QTest.sendKeyEvent(
        QTest.KeyAction.Click, field.line, Qt.Key.Key_A, "A", Qt.KeyboardModifier.NoModifier
    )
    assert field._caps.isVisible()


def test_problems_are_shown_at_their_fields_and_the_text_is_kept(form: QFormLayout) -> None:
    name, age = QLineEdit("Kari"), QLineEdit("x")
    name_row = forms.add_row(form, "&Name", name, "As it is written.", name="person.name")
    age_row = forms.add_row(form, "&Age", age, name="age")
    page = form.parentWidget()
    homeless = forms.show_problems(
        page,
        (
            FieldProblem(field="age", text="Type a number."),
            FieldProblem(field="person.name.first", text="Too short."),
            FieldProblem(field="elsewhere", text="Not here."),
        ),
    )
    assert (name_row.problem, age_row.problem) == ("Too short.", "Type a number.")
    assert (name.text(), age.text()) == ("Kari", "x")
    assert page.focusWidget() is age
    assert [problem.field for problem in homeless] == ["elsewhere"]
    forms.clear_problems(page)
    assert (name_row.problem, age_row.problem) == ("", "")


def test_a_row_names_its_field_for_the_screen_reader(form: QFormLayout) -> None:
    field = DateField()
    row = forms.add_row(form, "&Received", field, "The day it came.", required=True)
    assert field.line.accessibleName() == "Received"
    assert "The day it came." in field.line.accessibleDescription()
    assert row.label.buddy() is field
