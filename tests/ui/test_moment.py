"""A date and a time of day that together are an instant."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from gdpr_desktop.core.clock import FixedClock
from gdpr_desktop.ui import form_state, forms
from gdpr_desktop.ui.fields import MomentField
from gdpr_desktop.ui.fields.date import DateField
from gdpr_desktop.ui.fields.time import TimeField
from ui import walk

Show = Callable[[QWidget], QWidget]


@pytest.fixture
def field(shown: Show, clock: FixedClock) -> MomentField:
    """An empty one."""
    made = MomentField(clock)
    made.setObjectName("aware")
    shown(made)
    return made


def _type(part: DateField | TimeField, text: str) -> None:
    part.line.selectAll()
    QTest.keyClicks(part.line, text)
    QTest.keyClick(part.line, Qt.Key.Key_Return)


def _fill(field: MomentField, day: str, time: str) -> None:
    _type(field.date_part, day)
    _type(field.time_part, time)


@pytest.mark.parametrize(
    ("day", "time", "instant"),
    [
        ("20.11.2026", "9", datetime(2026, 11, 20, 8, tzinfo=UTC)),
        ("1.7.26", "1405", datetime(2026, 7, 1, 12, 5, tzinfo=UTC)),
    ],
)
def test_what_is_typed_on_norwegian_clocks_is_an_instant(field, day, time, instant):
    told: list[object] = []
    field.value_changed.connect(told.append)
    _fill(field, day, time)
    assert field.moment() == instant
    assert field.problem() == ""
    assert told == [instant]
    assert not field.which.isVisible()


def test_half_a_moment_is_told_only_when_it_is_to_be_used(field):
    said: list[str] = []
    field.problem_changed.connect(said.append)
    _type(field.date_part, "20.11.2026")
    assert field.moment() is None
    assert not any(said)
    assert field.problem()


@pytest.mark.parametrize(("answer", "hour"), [(0, 0), (1, 1)])
def test_the_hour_that_comes_twice_is_asked_about_and_nothing_is_chosen_for_one(
    field, answer, hour
):
    _fill(field, "25.10.2026", "02:30")
    assert field.which.isVisible()
    assert field.which.value() is None
    assert field.moment() is None
    assert field.problem()
    field.which.setFocus()
    QTest.keyClick(field.which.focusWidget(), Qt.Key.Key_Space)
    if answer:
        QTest.keyClick(field.which.focusWidget(), Qt.Key.Key_Down)
    assert field.moment() == datetime(2026, 10, 25, hour, 30, tzinfo=UTC)
    assert field.problem() == ""


def test_an_answer_about_that_hour_does_not_outlive_it(field):
    _fill(field, "25.10.2026", "02:30")
    field.which.set_value(1)
    _type(field.time_part, "03:30")
    assert not field.which.isVisible()
    _type(field.time_part, "02:30")
    assert field.moment() is None


def test_the_hour_left_out_is_refused_each_time_and_names_summer_time(
    shown: Show, clock: FixedClock
):
    page = QWidget()
    field = MomentField(clock)
    row = forms.add_row(forms.form_layout(page), "Aware", field)
    shown(page)
    for time in ("02:30", "02:45"):
        _fill(field, "29.3.2026", time)
        assert field.moment() is None
        assert time in row.problem
    _type(field.time_part, "03:30")
    assert row.problem == ""
    assert field.moment() == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)


def test_now_is_one_button_away(field, clock):
    field.now_button.setFocus()
    QTest.keyClick(field.now_button, Qt.Key.Key_Space)
    assert field.moment() == clock.now().replace(second=0)


def test_an_instant_that_is_only_looked_at_keeps_its_seconds(field):
    exact = datetime(2026, 11, 20, 8, 0, 41, tzinfo=UTC)
    field.set_moment(exact)
    assert field.moment() == exact
    _type(field.time_part, "09:01")
    assert field.moment() == exact + timedelta(seconds=19)
    field.set_moment(None)
    assert field.moment() is None
    assert field.problem() == ""


def test_the_second_pass_is_shown_as_the_second(field):
    field.set_moment(datetime(2026, 10, 25, 1, 30, tzinfo=UTC))
    assert field.which.value() == 1
    assert field.moment() == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)


def test_a_draft_keeps_the_date_the_time_and_the_answer(shown: Show, clock: FixedClock):
    pages = []
    for _one in range(2):
        page = QWidget()
        field = MomentField(clock)
        forms.add_row(forms.form_layout(page), "Aware", field, name="aware")
        shown(page)
        pages.append((page, field))
    untouched = form_state.capture(pages[1][0])
    _fill(pages[0][1], "25.10.2026", "02:30")
    pages[0][1].which.set_value(1)
    kept = form_state.changes(untouched, form_state.capture(pages[0][0]))
    form_state.restore(pages[1][0], kept)
    assert pages[1][1].moment() == pages[0][1].moment() is not None


def test_each_part_has_a_name_of_its_own(field):
    field.set_accessible("Aware", "Must be filled in.")
    assert walk.nameless(field) == []
    assert field.date_part.line.accessibleName() != field.time_part.line.accessibleName()
