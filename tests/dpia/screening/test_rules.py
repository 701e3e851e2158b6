"""Rows X1-X9 of law.md 3.2, the authority's list of 3.3, and what proves that none is needed."""

from dataclasses import replace

import pytest

from gdpr_desktop.dpia.codes import Advice
from gdpr_desktop.dpia.model import ScreeningAnswers, screen
from gdpr_desktop.dpia.screening.model import ALWAYS, CRITERIA, Excuse, Moment
from gdpr_desktop.dpia.screening.rules import Rule, criteria_of
from gdpr_desktop.law.impact import LISTED, WITH_ANOTHER


def advice(**answers: object) -> Advice:
    """The advice on such answers."""
    return screen(ScreeningAnswers(**answers)).advice  # type: ignore[arg-type]


def test_x1_nothing_ticked_needs_no_assessment() -> None:
    found = screen(ScreeningAnswers())
    assert (found.advice, found.reasons) == (Advice.NOT, ())


@pytest.mark.parametrize("criterion", CRITERIA)
def test_x2_one_criterion_usually_needs_none(criterion: str) -> None:
    found = screen(ScreeningAnswers(criteria=(criterion,)))
    assert (found.advice, found.reasons) == (Advice.USUALLY_NOT, (criterion,))


def test_x3_two_criteria_should_be_assessed() -> None:
    found = screen(ScreeningAnswers(criteria=("vulnerable", "scoring")))
    assert (found.advice, found.reasons) == (Advice.SHOULD, ("scoring", "vulnerable"))


def test_x4_nine_criteria_warn_strongly() -> None:
    found = screen(ScreeningAnswers(criteria=CRITERIA))
    assert found.advice is Advice.SHOULD
    assert found.reasons == (Rule.MANY, *CRITERIA)


@pytest.mark.parametrize("entry", LISTED)
def test_x5_what_stands_on_the_list_alone_must_be_assessed(entry: str) -> None:
    found = screen(ScreeningAnswers(listed=(entry,)))
    assert (found.advice, found.reasons) == (Advice.MUST, (entry,))


@pytest.mark.parametrize("entry", WITH_ANOTHER)
def test_the_other_entries_need_one_more_criterion_than_their_own(entry: str) -> None:
    own = WITH_ANOTHER[entry]
    alone = screen(ScreeningAnswers(listed=(entry,)))
    assert alone.advice is Advice.USUALLY_NOT
    assert alone.reasons == ((own, entry) if own else (entry,))
    assert advice(listed=(entry,), criteria=(own,) if own else ()) is Advice.USUALLY_NOT
    assert advice(listed=(entry,), criteria=("vulnerable",)) is Advice.MUST


def test_two_entries_of_the_list_are_a_criterion_to_each_other() -> None:
    assert advice(listed=("new_technology", "genetic")) is Advice.MUST
    assert advice(listed=("biometric", "genetic")) is Advice.USUALLY_NOT  # one criterion in all


@pytest.mark.parametrize("case", ALWAYS)
def test_x6_the_three_cases_of_the_law_must_be_assessed(case: str) -> None:
    found = screen(ScreeningAnswers(always=(case,), criteria=("sensitive",)))
    assert (found.advice, found.reasons) == (Advice.MUST, (case, "sensitive"))


def test_x7_assessed_in_the_making_of_the_law_needs_the_provision() -> None:
    told = ScreeningAnswers(listed=("measuring",), excuse=Excuse.IN_LAW)
    assert screen(told).advice is Advice.MUST
    assert screen(told).reasons[0] == Rule.NOT_PROVED
    proved = replace(told, excuse_proof="opplæringslova § 25-1, Prop. 57 L")
    assert screen(proved).advice is Advice.NOT
    assert screen(proved).reasons == ("in_law", "measuring")


def test_x8_an_earlier_assessment_of_a_similar_processing_covers() -> None:
    told = ScreeningAnswers(criteria=CRITERIA[:3], excuse=Excuse.SIMILAR)
    assert screen(told).advice is Advice.SHOULD
    assert screen(replace(told, covered_by=7)).advice is Advice.NOT
    assert screen(replace(told, excuse_proof="Arkivsak 25/88")).advice is Advice.NOT


def test_a_licence_of_before_2018_needs_proof_that_nothing_changed() -> None:
    told = ScreeningAnswers(criteria=CRITERIA[:2], excuse=Excuse.LICENSED, excuse_proof="  ")
    assert screen(told).advice is Advice.SHOULD
    proved = replace(told, excuse_proof="Konsesjon 14/22. Leiaren har sjekka at alt er som då.")
    assert screen(proved).advice is Advice.NOT


def test_saying_that_the_risk_is_not_high_does_not_make_it_so() -> None:
    told = ScreeningAnswers(excuse=Excuse.NO_HIGH_RISK, excuse_proof="Lita liste")
    assert screen(told).advice is Advice.NOT
    high = replace(told, criteria=CRITERIA[:2])
    assert screen(high).advice is Advice.SHOULD
    assert screen(high).reasons[0] == Rule.SAYS_OTHERWISE


def test_in_doubt_it_counts_but_a_must_rests_on_what_is_known() -> None:
    assert advice(criteria=("scoring",), unsure=("vulnerable",)) is Advice.SHOULD
    assert advice(unsure=("vulnerable",)) is Advice.USUALLY_NOT
    doubted = screen(ScreeningAnswers(unsure=("school_camera",)))
    assert (doubted.advice, doubted.reasons) == (Advice.SHOULD, (Rule.UNSURE, "school_camera"))
    assert advice(unsure=("35_3_c",)) is Advice.SHOULD
    assert advice(listed=("location",), unsure=("matching",)) is Advice.SHOULD


def test_nature_scope_purpose_and_context_count_beside_the_criteria() -> None:
    nature = Moment(id="nature", high=True, why="Heile døgnet")
    scope = Moment(id="scope", high=False)
    assert advice(moments=(nature, scope)) is Advice.USUALLY_NOT
    found = screen(ScreeningAnswers(criteria=("monitoring",), moments=(nature, scope)))
    assert (found.advice, found.reasons) == (Advice.SHOULD, ("monitoring", "nature"))
    doubted = screen(ScreeningAnswers(criteria=("monitoring",), unsure=("nature",)))
    assert doubted == found, "in doubt it counts"


def test_an_entry_of_the_list_is_a_criterion_itself() -> None:
    answers = ScreeningAnswers(listed=("biometric",), unsure=("new_technology",))
    assert criteria_of(answers) == ("sensitive", "innovative")
    assert criteria_of(answers, unsure=False) == ("sensitive",)
