"""Whose answer is needed: every row G1–G12 of the rules of age, and the days people turn older."""

from datetime import date

import pytest

from gdpr_desktop.consents.ages import Alone, Hearing, YouthRule, alone_on, hearing, youth_rules
from gdpr_desktop.consents.codes import FormKind, Giver, Matter
from gdpr_desktop.consents.givers import required_givers
from gdpr_desktop.law import rules
from gdpr_desktop.law.ages import AskerNote, age_on, asker_notes
from gdpr_desktop.law.rules import all_rules, read_rules, rules_on

TODAY = date(2026, 11, 22)
SELF, PARENT, PARENTS = (Giver.SELF,), (Giver.PARENT,), (Giver.PARENTS,)
YOUTH = (Giver.SELF, Giver.PARENTS)
MATURE = (YouthRule(start=date(2026, 8, 1), alone=Alone.MATURE),)


def born(age: int, *, days: int = 0) -> date:
    """Somebody who turned ``age`` today, or ``days`` later."""
    return date(TODAY.year - age, TODAY.month, TODAY.day + days)


def givers(age: int, matter: Matter | FormKind, *, sensitive: bool = False) -> tuple[Giver, ...]:
    return required_givers(born(age), matter, sensitive, TODAY)


def test_g1_an_online_service_is_answered_for_alone_from_13() -> None:
    assert givers(13, Matter.ONLINE_SERVICE) == SELF
    assert givers(12, Matter.ONLINE_SERVICE) == PARENT


def test_g2_the_main_rule_of_18_may_be_chosen() -> None:
    for matter in (Matter.ORDINARY, Matter.PICTURE, Matter.CONFIDENTIALITY):
        for age, alone in ((18, True), (17, False), (15, False)):
            found = required_givers(born(age), matter, False, TODAY, chosen=MATURE)
            assert (found == SELF) is alone


def test_g2_somebody_judged_mature_answers_alone_but_no_child_of_14_does() -> None:
    def mature(age: int, *, sensitive: bool = False) -> tuple[Giver, ...]:
        day = born(age)
        matter = Matter.PICTURE
        return required_givers(day, matter, sensitive, TODAY, chosen=MATURE, mature=True)

    assert mature(15) == SELF
    assert mature(14) == PARENTS
    assert mature(17, sensitive=True) == YOUTH  # the graver it is, the higher the threshold


def test_g2_the_choice_is_dated() -> None:
    later = (YouthRule(start=date(2027, 1, 1), alone=Alone.MATURE),)
    assert required_givers(born(16), Matter.PICTURE, False, TODAY, chosen=later) == SELF
    back = (*MATURE, YouthRule(start=date(2026, 11, 1), alone=Alone.FIFTEEN))
    assert alone_on(back, date(2026, 7, 31)) is Alone.FIFTEEN
    assert alone_on(back, date(2026, 10, 31)) is Alone.MATURE
    assert alone_on(back, TODAY) is Alone.FIFTEEN


def test_g2_the_choice_does_not_move_ages_that_stand_in_the_law() -> None:
    def chosen(age: int, matter: Matter) -> tuple[Giver, ...]:
        return required_givers(born(age), matter, False, TODAY, chosen=MATURE)

    assert chosen(13, Matter.ONLINE_SERVICE) == SELF
    assert chosen(16, Matter.HEALTH) == SELF
    assert chosen(15, Matter.ASSOCIATION) == SELF


def test_g3_the_handbooks_age_is_15() -> None:
    assert givers(15, Matter.ORDINARY) == SELF
    assert givers(14, Matter.ORDINARY) == PARENT
    assert alone_on((), TODAY) is Alone.FIFTEEN


def test_g4_special_categories_wait_until_18_but_for_what_the_acts_say() -> None:
    assert givers(17, Matter.ORDINARY, sensitive=True) == YOUTH
    assert givers(18, Matter.ORDINARY, sensitive=True) == SELF
    assert givers(15, Matter.ASSOCIATION, sensitive=True) == SELF  # membership, religion
    assert givers(16, Matter.HEALTH, sensitive=True) == SELF
    assert givers(16, Matter.HEALTH_RESEARCH, sensitive=True) == SELF
    assert givers(15, Matter.HEALTH_RESEARCH, sensitive=True) == YOUTH


def test_g5_health_care_is_decided_alone_from_16_and_parents_told_less_from_12() -> None:
    assert givers(16, Matter.HEALTH) == SELF
    assert givers(14, Matter.HEALTH) == PARENT
    assert AskerNote.HEALTH_WITHHELD in asker_notes(12, day=TODAY)
    assert AskerNote.HEALTH_WITHHELD not in asker_notes(11, day=TODAY)


def test_g6_membership_is_answered_for_alone_from_15() -> None:
    assert givers(15, Matter.ASSOCIATION) == SELF
    assert givers(14, Matter.ASSOCIATION) == PARENT


LATER = """
[[rules]]
from = 2027-01-01
version = "later"
[rules.ages]
information_society = 15
association = 12
"""


def test_g6_and_g9_a_new_act_is_a_dated_rule_and_moves_no_answer_from_before(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    text = rules.Path(rules.__file__).with_name("rules.toml").read_text(encoding="utf-8")
    sets = read_rules(text + LATER)
    monkeypatch.setattr(rules, "all_rules", lambda: sets)
    new = date(2027, 1, 1)
    assert required_givers(date(2014, 6, 1), Matter.ASSOCIATION, False, new) == SELF
    assert required_givers(date(2014, 6, 1), Matter.ASSOCIATION, False, TODAY) == PARENT
    assert required_givers(date(2013, 6, 1), Matter.ONLINE_SERVICE, False, new) == PARENT
    assert required_givers(date(2013, 6, 1), Matter.ONLINE_SERVICE, False, TODAY) == SELF


def test_g7_and_g12_the_child_is_asked_beside_the_parents() -> None:
    assert hearing(born(4), TODAY) is Hearing.BY_MATURITY
    assert hearing(born(7), TODAY) is Hearing.HEARD
    assert hearing(born(12), TODAY) is Hearing.WEIGHS
    assert hearing(born(18), TODAY) is None
    assert hearing(None, TODAY) is None


def test_g8_a_party_to_a_case_is_told_from_15() -> None:
    assert rules_on(TODAY).ages.party == 15


def test_g9_the_age_of_online_services_is_13_today() -> None:
    assert all_rules()[-1].ages.information_society == 13


def test_g10_a_parent_asks_for_a_child_under_15() -> None:
    assert AskerNote.PARENT_MAY_ASK in asker_notes(14, day=TODAY)
    assert AskerNote.PARENT_MAY_ASK not in asker_notes(15, day=TODAY)


@pytest.mark.parametrize("matter", [Matter.PICTURE, Matter.CONFIDENTIALITY])
def test_g11_both_parents_answer_in_what_is_important(matter: Matter) -> None:
    assert givers(10, matter) == PARENTS
    assert givers(10, Matter.ORDINARY) == PARENT
    assert givers(10, Matter.ORDINARY, sensitive=True) == PARENTS


def test_g12_school_pictures_take_the_parents_until_15() -> None:
    assert givers(14, FormKind.PICTURE) == PARENTS
    assert givers(15, FormKind.PICTURE) == SELF


@pytest.mark.parametrize("age", [3, 9, 13])
def test_a_small_contest_and_counselling_need_no_parent(age: int) -> None:
    assert givers(age, Matter.CONTEST) == SELF
    assert givers(age, Matter.COUNSELLING, sensitive=True) == SELF


@pytest.mark.parametrize(
    ("birth_date", "age", "online", "special"),
    [
        (date(2013, 11, 22), 13, SELF, PARENTS),  # 13 today
        (date(2013, 11, 23), 12, PARENT, PARENTS),  # tomorrow
        (date(2011, 11, 22), 15, SELF, YOUTH),
        (date(2011, 11, 23), 14, SELF, PARENTS),
        (date(2008, 11, 22), 18, SELF, SELF),
        (date(2008, 11, 23), 17, SELF, YOUTH),
        (date(2008, 2, 29), 18, SELF, SELF),
        (date(2026, 11, 1), 0, PARENT, PARENTS),
    ],
)
def test_ages_are_counted_to_the_day(
    birth_date: date, age: int, online: tuple[Giver, ...], special: tuple[Giver, ...]
) -> None:
    assert age_on(birth_date, TODAY) == age
    assert required_givers(birth_date, Matter.ONLINE_SERVICE, False, TODAY) == online
    assert required_givers(birth_date, Matter.ORDINARY, True, TODAY) == special


def test_who_is_born_on_29_february_turns_older_on_1_march() -> None:
    leap = date(2008, 2, 29)
    assert required_givers(leap, Matter.ORDINARY, True, date(2026, 2, 28)) == YOUTH
    assert required_givers(leap, Matter.ORDINARY, True, date(2026, 3, 1)) == SELF


def test_nobody_answers_before_being_born() -> None:
    with pytest.raises(ValueError, match="not born"):
        required_givers(date(2026, 11, 23), Matter.ORDINARY, False, TODAY)


def test_without_a_birth_date_the_person_counts_as_grown_up() -> None:
    assert required_givers(None, Matter.ORDINARY, True, TODAY) == SELF


def test_the_setting_is_read_oldest_first() -> None:
    saved = [
        {"start": "2027-01-01", "alone": "fifteen"},
        {"start": "2026-08-01", "alone": "mature"},
    ]
    assert [one.alone for one in youth_rules(saved)] == [Alone.MATURE, Alone.FIFTEEN]
    assert youth_rules(None) == ()
