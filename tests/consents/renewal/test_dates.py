"""When an answer ends, opens for renewal, and is outgrown (handbook 3.7, law.md 4.2)."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consents.renewal.values import a_consent, a_form, content, said
from gdpr_desktop.consents.codes import Giver, Lasting, Matter, Reason, Relation
from gdpr_desktop.consents.content import Purpose
from gdpr_desktop.consents.forms.model import Form
from gdpr_desktop.consents.renewal.dates import (
    attention_on,
    birthday,
    months_after,
    outgrown_on,
    renewal_on,
    review_due,
    school_year_end,
    valid_until,
)
from gdpr_desktop.consents.validity import allowed, required
from gdpr_desktop.core.bilingual import same
from gdpr_desktop.law.ages import age_on

GIVEN = date(2026, 9, 1)


@pytest.mark.parametrize(
    ("lasting", "day", "end"),
    [
        (Lasting.ONE_YEAR, GIVEN, date(2027, 9, 1)),
        (Lasting.THREE_YEARS, GIVEN, date(2029, 9, 1)),
        (Lasting.FIVE_YEARS, GIVEN, date(2031, 9, 1)),
        (Lasting.ONE_YEAR, date(2028, 2, 29), date(2029, 2, 28)),
        (Lasting.SCHOOL_YEAR, GIVEN, date(2027, 7, 31)),
        (Lasting.SCHOOL_YEAR, date(2027, 7, 31), date(2027, 7, 31)),
        (Lasting.SCHOOL_YEAR, date(2027, 8, 1), date(2028, 7, 31)),
        (Lasting.DATE, GIVEN, date(2026, 12, 31)),
        (Lasting.WITHDRAWN, GIVEN, None),
        (Lasting.ONE_YEAR, None, None),
    ],
)
def test_an_answer_ends_as_its_form_says(
    lasting: Lasting, day: date | None, end: date | None
) -> None:
    assert valid_until(content(lasting=lasting, until=date(2026, 12, 31)), day) == end


def test_a_form_that_lacks_its_date_lets_nothing_hold_on() -> None:
    assert valid_until(content(lasting=Lasting.DATE, until=None), GIVEN) == GIVEN


@given(st.dates(date(1990, 1, 1), date(2099, 12, 31)))
def test_every_day_is_in_a_school_year_that_ends_within_a_year(day: date) -> None:
    assert 0 <= (school_year_end(day) - day).days <= 366


@given(st.dates(date(1920, 1, 1), date(2040, 1, 1)), st.integers(1, 99))
def test_somebody_is_as_old_as_the_birthday_says_and_not_a_day_before(
    born: date, years: int
) -> None:
    day = birthday(born, years)
    assert day is not None
    assert age_on(born, day) == years
    assert age_on(born, date.fromordinal(day.toordinal() - 1)) == years - 1


def test_people_are_asked_again_some_months_before_the_end() -> None:
    form = a_form(renew_months=2)
    assert renewal_on(a_consent(until=date(2027, 7, 31)), form) == date(2027, 5, 31)


def test_renewal_never_opens_before_the_answer() -> None:
    form = a_form(renew_months=24)
    assert renewal_on(a_consent(until=date(2027, 7, 31)), form) == GIVEN


def test_nobody_is_asked_again_about_what_was_refused() -> None:
    refused = a_consent(statements=(said(yes=(), no=("p1",)),))
    assert attention_on(refused, a_form()) is None


def of(matter: Matter, *, special: bool = False) -> Form:
    purpose = Purpose(key="p1", text=same("Bruk"), matter=matter, special=special)
    return a_form(purposes=(purpose,), explicit=same("Eg samtykkjer uttrykkjeleg."))


@pytest.mark.parametrize(
    ("matter", "special", "age"),
    [
        (Matter.ONLINE_SERVICE, False, 13),
        (Matter.ORDINARY, False, 15),
        (Matter.PICTURE, False, 15),
        (Matter.ASSOCIATION, False, 15),
        (Matter.HEALTH, False, 15),  # the young person answers beside the parents
        (Matter.ORDINARY, True, 15),  # the same: of special categories
    ],
)
def test_a_child_outgrows_the_parents_answer(matter: Matter, special: bool, age: int) -> None:
    born = date(2020, 3, 5)
    consent = a_consent(born=born, until=None, parents=1)
    assert outgrown_on(consent, of(matter, special=special)) == date(2020 + age, 3, 5)


def test_what_ends_before_the_birthday_is_not_outgrown() -> None:
    consent = a_consent(born=date(2012, 3, 5), until=date(2026, 12, 31), parents=1)
    assert outgrown_on(consent, of(Matter.PICTURE)) is None
    later = replace(consent, valid_until=date(2027, 7, 31))
    assert outgrown_on(later, of(Matter.PICTURE)) == date(2027, 3, 5)


def test_who_is_born_on_29_february_outgrows_it_on_1_march() -> None:
    consent = a_consent(born=date(2012, 2, 29), until=None, parents=1)
    assert outgrown_on(consent, of(Matter.PICTURE)) == date(2027, 3, 1)


def test_an_own_answer_is_not_outgrown() -> None:
    own = said(relation=Relation.SELF, name="Elev Testland")
    consent = a_consent(born=date(2011, 3, 5), until=None, statements=(own,))
    assert attention_on(consent, of(Matter.PICTURE)) is None


@given(st.dates(date(2005, 1, 1), date(2026, 8, 31)), st.sampled_from(Matter), st.booleans())
def test_an_outgrown_answer_is_good_until_that_very_day(
    born: date, matter: Matter, special: bool
) -> None:
    form, consent = of(matter, special=special), a_consent(born=born, until=None, parents=1)
    day = outgrown_on(consent, form)
    if day is not None:
        before = date.fromordinal(day.toordinal() - 1)
        alone = required(consent, form.draft.purposes[0], day) == (Giver.SELF,)
        why = Reason.OUTGROWN if alone else Reason.OUTGROWN_BESIDE
        assert why in allowed(consent, form, "p1", day).reasons
        earlier = allowed(consent, form, "p1", before).reasons
        assert not {Reason.OUTGROWN, Reason.OUTGROWN_BESIDE}.intersection(earlier)


def test_a_form_is_followed_up_a_year_after_it_was_approved() -> None:
    assert review_due(a_form()) == date(2027, 8, 15)


def test_the_months_shift_stays_within_the_calendar() -> None:
    assert months_after(date(2026, 1, 31), 1) == date(2026, 2, 28)
    assert months_after(date(2026, 1, 31), -2) == date(2025, 11, 30)


def test_who_was_asked_again_is_looked_at_when_the_consent_has_ended() -> None:
    consent = a_consent(until=date(2027, 7, 31))
    asked = replace(consent, asked_on=date(2027, 7, 5))
    assert attention_on(consent, a_form()) == date(2027, 6, 30)
    assert attention_on(asked, a_form()) == date(2027, 8, 1)
    assert attention_on(replace(asked, settled_on=date(2027, 8, 10)), a_form()) is None
