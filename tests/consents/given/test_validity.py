"""Is a consent valid, and may a purpose be used? Each reason, and each way to a wrong «yes»."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from consents.given.made import (
    BOTH,
    GIVEN,
    TODAY,
    alone,
    by_both,
    consent,
    content,
    form,
    picture,
    said,
    withdrawn,
)
from gdpr_desktop.consents.codes import (
    Audience,
    Giver,
    How,
    Lasting,
    Matter,
    Reason,
    Relation,
    Verdict,
)
from gdpr_desktop.consents.model import allowed, validity
from gdpr_desktop.consents.validity import Lacking, missing_givers
from gdpr_desktop.core.bilingual import Bilingual
from gdpr_desktop.core.ids import CaseId

KARI, OLA = BOTH
FORM = form()


def why(found, made=FORM, purpose="p1", on=TODAY):
    """The reasons against a purpose; () is yes."""
    answer = allowed(found, made, purpose, on)
    assert (answer.verdict is Verdict.YES) == (not answer.reasons)
    return answer.reasons


def one(*statements, **changes):
    """The reasons against the first purpose of a consent."""
    return why(consent(*statements, **changes))


def test_both_parents_of_a_child_say_yes():
    assert one(*by_both("p1")) == ()


@pytest.mark.parametrize(
    ("found", "reason"),
    [
        (consent(*by_both("p1", given_on=None)), Reason.UNDATED),
        (consent(*by_both("p1", given_on=TODAY + timedelta(days=1))), Reason.FUTURE),
        (consent(*by_both("p1"), valid_from=TODAY + timedelta(days=1)), Reason.FUTURE),
        (consent(*by_both("p1", given_on=date(2026, 8, 31))), Reason.BEFORE_VERSION),
        (consent(*by_both("p1"), version=2), Reason.NO_VERSION),
        (consent(*by_both("p1"), valid_until=TODAY - timedelta(days=1)), Reason.EXPIRED),
        (consent(alone("p1"), born=date(2014, 5, 6)), Reason.WRONG_GIVER),
        (consent(said(KARI, "p1")), Reason.MISSING_GIVER),
        (consent(said(KARI, "p1"), said(OLA, no=("p1",))), Reason.DISAGREE),
        (consent(*by_both("p1", how=How.ORAL)), Reason.NO_PROOF),
        (consent(said("Siv Prøve", "p1", relation=Relation.GUARDIAN)), Reason.NO_CAPACITY),
        (consent(*by_both("p1"), born=None), Reason.BIRTH_DATE),
        (consent(*by_both("p1"), born=date(2026, 12, 1)), Reason.BIRTH_DATE),
        (consent(*by_both("p1", given_on=GIVEN), born=date(2026, 9, 11)), Reason.BIRTH_DATE),
        (consent(*by_both(no=("p1",))), Reason.REFUSED),
        (consent(*by_both("p2")), Reason.UNANSWERED),
        (consent(*by_both("p1"), withdrawals=(withdrawn("p1"),)), Reason.WITHDRAWN),
        (consent(*by_both("p1"), pending=CaseId(7)), Reason.PENDING),
        (consent(), Reason.NONE),
    ],
)
def test_each_fault_of_a_consent_is_a_no_with_its_reason(found, reason):
    assert why(found) == (reason,)


@pytest.mark.parametrize(
    ("made", "reason"),
    [
        (content(withdraw_how=Bilingual()), Reason.NO_WITHDRAWAL),
        (content(picture(special=True)), Reason.NOT_EXPLICIT),
        (content(picture(transfer=True)), Reason.NOT_EXPLICIT),
    ],
)
def test_a_form_that_lacks_what_it_must_say_makes_every_answer_worthless(made, reason):
    assert why(consent(*by_both("p1")), form(made)) == (reason,)


def test_a_form_without_a_purpose_gives_nothing():
    empty = form(replace(content(), purposes=()))
    assert Reason.NO_PURPOSE in validity(consent(*by_both("p1")), empty, TODAY).reasons


def test_separated_parents_who_disagree_are_a_no_for_that_purpose_alone():
    found = consent(said(KARI, "p1", "p2"), said(OLA, "p2", no=("p1",)))
    assert why(found) == (Reason.DISAGREE,)
    assert why(found, purpose="p2") == ()
    assert validity(found, FORM, TODAY).purposes == ("p2",)


def test_part_yes_and_part_no_is_a_valid_consent_for_what_was_said_yes_to():
    found = validity(consent(*by_both("p2", no=("p1",))), FORM, TODAY)
    assert (found.valid, found.reasons, found.purposes) == (True, (), ("p2",))


def test_a_purpose_in_both_yes_and_no_is_a_no():
    assert one(*by_both("p1", no=("p1",))) == (Reason.DISAGREE,)


def test_where_it_is_not_known_how_many_parents_there_are_both_must_answer():
    assert one(said(KARI, "p1"), parents=None) == (Reason.MISSING_GIVER,)
    assert one(said(KARI, "p1"), parents=1) == ()


def test_one_parent_is_enough_for_an_ordinary_matter_unless_the_other_says_no():
    ordinary = form(content(picture(matter=Matter.ORDINARY)))
    assert why(consent(said(KARI, "p1")), ordinary) == ()
    disagree = consent(said(KARI, "p1"), said(OLA, no=("p1",)))
    assert why(disagree, ordinary) == (Reason.DISAGREE,)


@pytest.mark.parametrize(
    "typed", ["kari  testdal", "Testdal, Kari", "KARI TESTDAL ", "Kari-Testdal"]
)
def test_the_same_parent_typed_twice_is_one_parent(typed):
    assert one(said(KARI, "p1"), said(typed, "p1")) == (Reason.MISSING_GIVER,)


def test_parents_without_names_are_told_apart_by_their_place_on_the_form():
    assert one(said("", "p1", which=1), said("", "p1", which=2)) == ()
    assert one(said("", "p1", which=1), said("", "p1", which=1)) == (Reason.MISSING_GIVER,)


def test_a_parent_without_a_name_may_be_the_one_who_is_named():
    assert one(said(KARI, "p1"), said("", "p1", which=2)) == (Reason.MISSING_GIVER,)


def test_after_a_care_order_child_welfare_answers_and_not_the_parents():
    welfare = said("Barnevernet", "p1", relation=Relation.CHILD_WELFARE)
    assert one(welfare, care_order=True) == ()
    assert one(*by_both("p1"), care_order=True) == (Reason.WRONG_GIVER,)
    assert one(welfare) == (Reason.WRONG_GIVER,)  # no care order is noted


def test_a_guardian_stands_in_for_the_parents_of_a_child_but_not_for_a_youth():
    guardian = said("Siv Prøve", "p1", relation=Relation.GUARDIAN, capacity_by="Statsforvaltaren")
    assert one(guardian) == ()
    special = form(content(picture(special=True), explicit=Bilingual(nn="Ja", nb="Ja")))
    youth = consent(guardian, born=date(2010, 1, 1))
    assert why(youth, special) == (Reason.MISSING_GIVER,)
    with_youth = consent(guardian, alone("p1"), born=date(2010, 1, 1))
    assert why(with_youth, special) == ()


def test_the_guardian_of_an_adult_answers_and_a_parent_does_not():
    adults = form(content(picture(), audience=Audience.ADULTS))
    guardian = said("Siv Prøve", "p1", relation=Relation.GUARDIAN, capacity_by="Legen")
    grown = date(1990, 1, 1)
    assert why(consent(guardian, born=grown), adults) == ()
    assert why(consent(said(KARI, "p1"), born=grown), adults) == (Reason.WRONG_GIVER,)


def test_the_guardian_of_a_minor_is_asked_anew_when_the_child_is_of_age():
    guardian = said("Siv Prøve", "p1", relation=Relation.GUARDIAN, capacity_by="Legen")
    found = consent(guardian, born=date(2008, 10, 1))  # 18 on 1 October 2026
    assert why(found, on=date(2026, 9, 30)) == ()
    assert why(found) == (Reason.OUTGROWN,)


@pytest.mark.parametrize(
    ("born", "reasons"),
    [(date(2011, 11, 21), ()), (date(2011, 11, 20), (Reason.OUTGROWN,))],
)
def test_a_child_who_turns_fifteen_has_outgrown_what_the_parents_answered(born, reasons):
    assert one(*by_both("p1"), born=born) == reasons


def test_what_a_child_answered_too_young_is_not_healed_by_a_birthday():
    born = date(2011, 9, 20)  # 14 on the day of the answer, 15 today
    assert one(alone("p1"), born=born) == (Reason.WRONG_GIVER,)
    late = by_both("p1", given_on=date(2026, 10, 1))
    assert one(alone("p1"), *late, born=born) == (Reason.WRONG_GIVER,)
    assert one(alone("p1", given_on=date(2026, 10, 1)), born=born) == ()


def test_a_childs_own_no_stands_against_the_yes_of_the_parents():
    assert one(*by_both("p1"), alone(no=("p1",))) == (Reason.DISAGREE,)


def test_a_parents_old_no_does_not_bind_a_child_who_answers_alone_now():
    found = (*by_both(no=("p1",)), alone("p1", given_on=date(2026, 11, 1)))
    assert one(*found, born=date(2011, 10, 1)) == ()
    assert one(*found, born=date(2012, 10, 1)) == (Reason.WRONG_GIVER, Reason.DISAGREE)


def test_counselling_and_small_contests_need_no_birth_date():
    for matter in (Matter.COUNSELLING, Matter.CONTEST):
        made = form(content(picture(matter=matter)))
        assert why(consent(alone("p1"), born=None), made) == ()


def test_a_later_answer_of_the_same_giver_counts_whatever_order_they_were_registered_in():
    no_later = said(OLA, no=("p1",), given_on=date(2026, 10, 1))
    assert one(*by_both("p1"), no_later) == (Reason.DISAGREE,)
    assert one(no_later, *by_both("p1")) == (Reason.DISAGREE,)
    yes_again = said(OLA, "p1", given_on=date(2026, 10, 2))
    assert one(yes_again, no_later, *by_both("p1")) == ()


def test_an_undated_answer_may_be_the_last_word_of_its_giver():
    assert one(said(OLA, no=("p1",), given_on=None), *by_both("p1")) == (Reason.DISAGREE,)
    assert one(said(OLA, "p1", given_on=None), *by_both("p1")) == (Reason.UNDATED,)


def test_what_was_withdrawn_and_given_anew_by_all_is_a_yes():
    again = by_both("p1", given_on=date(2026, 10, 2))
    assert one(*by_both("p1"), *again, withdrawals=(withdrawn("p1"),)) == ()


@pytest.mark.parametrize("day", [None, date(2026, 10, 1)])
def test_an_answer_of_the_day_of_the_withdrawal_or_of_no_day_heals_nothing(day):
    again = by_both("p1", given_on=day)
    found = one(*by_both("p1"), *again, withdrawals=(withdrawn("p1"),))
    assert Reason.WITHDRAWN in found


def test_what_one_parent_took_back_is_not_given_anew_by_the_other():
    late = said(OLA, "p1", given_on=date(2026, 10, 2))
    by_kari = withdrawn("p1", name="kari testdal")
    assert one(*by_both("p1"), late, withdrawals=(by_kari,)) == (Reason.WITHDRAWN,)
    ordinary = form(content(picture(matter=Matter.ORDINARY)))  # where one is enough
    assert Reason.WITHDRAWN in why(consent(*by_both("p1"), withdrawals=(by_kari,)), ordinary)
    again = said(KARI, "p1", given_on=date(2026, 10, 3))
    assert one(*by_both("p1"), again, withdrawals=(by_kari,)) == ()


def test_a_withdrawal_of_one_purpose_leaves_the_others():
    found = consent(*by_both("p1", "p2"), withdrawals=(withdrawn("p1"),))
    assert validity(found, FORM, TODAY).purposes == ("p2",)
    assert validity(found, FORM, TODAY).reasons == ()


def test_when_all_is_withdrawn_the_consent_says_so():
    found = consent(*by_both("p1"), withdrawals=(withdrawn("p1", "p2"),))
    assert validity(found, FORM, TODAY).reasons == (Reason.WITHDRAWN,)


def test_an_answer_ends_when_the_form_says_so_even_if_no_end_was_noted():
    made = form(content(lasting=Lasting.SCHOOL_YEAR), approved=date(2025, 1, 1))
    assert why(consent(*by_both("p1")), made, on=date(2027, 7, 31)) == ()
    assert why(consent(*by_both("p1")), made, on=date(2027, 8, 1)) == (Reason.EXPIRED,)


def test_a_new_answer_of_one_parent_does_not_carry_the_ended_one_of_the_other():
    made = form(content(lasting=Lasting.ONE_YEAR), approved=date(2025, 1, 1))
    old = by_both("p1", given_on=date(2025, 9, 1))
    again = said(KARI, "p1", given_on=date(2026, 9, 1))
    assert why(consent(*old, again), made) == (Reason.EXPIRED,)
    assert why(consent(*old, again, parents=1), made) == ()


def test_someone_born_on_29_february_answers_alone_from_1_march():
    born = date(2012, 2, 29)
    answer = alone("p1", given_on=date(2027, 2, 28))
    assert one(answer, born=born) == (Reason.FUTURE, Reason.WRONG_GIVER)
    assert why(consent(answer, born=born), on=date(2027, 3, 1)) == (Reason.WRONG_GIVER,)
    later = alone("p1", given_on=date(2027, 3, 1))
    assert why(consent(later, born=born), on=date(2027, 3, 1)) == ()


def test_who_is_still_missing_is_told():
    purpose = picture()
    one_parent = (Lacking(giver=Giver.PARENTS, count=1),)
    assert missing_givers(consent(), purpose, TODAY) == (Lacking(giver=Giver.PARENTS, count=2),)
    assert missing_givers(consent(said(KARI, "p1")), purpose, TODAY) == one_parent
    assert missing_givers(consent(*by_both("p1")), purpose, TODAY) == ()
    youth = consent(born=date(2010, 1, 1))
    special = (Lacking(giver=Giver.SELF), Lacking(giver=Giver.PARENTS, count=2))
    assert missing_givers(youth, replace(purpose, special=True), TODAY) == special
