"""What the law asks for: the handbook's own examples, and what always holds."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdpr_desktop.breaches.assessing.advice import (
    Advice,
    Assessment,
    Considered,
    Factor,
    Reason,
    Risk,
    SeverityChoices,
    Weight,
    advise,
    stricter,
)
from gdpr_desktop.breaches.assessing.severity import CIRCUMSTANCES, CONTEXTS, IDENTIFICATIONS
from gdpr_desktop.breaches.codes import PeopleException, Protection, Seen

LITTLE, SOME, MUCH = Weight
MILD = SeverityChoices(context=1, identification=0.25)
SEVEREST = SeverityChoices(context=4, identification=1.0, confidentiality=0.5, malicious=True)


def assessment(
    *, enisa: SeverityChoices = MILD, weight: Weight = LITTLE, **named: Any
) -> Assessment:
    """All six factors weigh ``weight``, but those named by their value."""
    given = {factor: named.pop(factor.value, weight) for factor in Factor}
    factors = tuple(Considered(factor=one, weight=how) for one, how in given.items())
    return Assessment(factors=factors, enisa=enisa, **named)


# The handbook's own examples (10.3, 10.5)


def test_identity_numbers_that_a_log_proves_nobody_saw_are_not_notified() -> None:
    enisa = SeverityChoices(context=1, identification=1.0)
    found = advise(assessment(weight=SOME, enisa=enisa, identity_numbers=True, seen=Seen.NOBODY))
    assert (found.document, found.authority, found.people) == (True, False, False)
    assert Reason.NOBODY_SAW in found.reasons


def test_people_are_told_when_their_identity_number_could_be_found_for_two_months() -> None:
    enisa = SeverityChoices(context=1, identification=1.0, confidentiality=0.5)
    found = advise(assessment(extent=SOME, enisa=enisa, identity_numbers=True))
    assert (found.authority, found.people) == (True, True)
    assert Reason.IDENTITY_NUMBERS in found.reasons


def test_people_on_a_list_that_one_person_got_and_deletes_are_not_told() -> None:
    enisa = SeverityChoices(context=1, identification=1.0, confidentiality=0.25)
    for seen in (Seen.KNOWN, Seen.TRUSTED):
        assert not advise(assessment(extent=SOME, enisa=enisa, seen=seen)).people


def test_the_risk_is_no_longer_high_when_a_log_proves_that_only_the_right_ones_looked() -> None:
    enisa = SeverityChoices(context=4, identification=1.0)
    before = assessment(weight=MUCH, enisa=enisa, special=True)
    assert advise(before).people
    by_log = advise(replace(before, seen=Seen.NOBODY))
    by_measure = advise(replace(before, exception=PeopleException.NO_LONGER))
    assert (by_log.people, by_measure.people) == (False, False)
    assert by_measure.authority, "an exception takes nothing but the telling away"


def test_a_public_notice_stands_for_letters_when_all_contact_data_are_locked() -> None:
    enisa = SeverityChoices(context=3, identification=1.0, availability=0.5, malicious=True)
    locked = assessment(weight=MUCH, enisa=enisa, available=False)
    assert advise(locked).people
    found = advise(replace(locked, exception=PeopleException.DISPROPORTIONATE))
    assert (found.authority, found.people) == (True, False)
    assert Reason.PUBLIC_NOTICE in found.reasons


# When we are aware (A1-A8): the knowledge that is there then must be enough to advise on


def test_a_lost_stick_that_is_not_encrypted_is_notified_though_nobody_is_known_to_have_it() -> None:
    lost = assessment(extent=SOME, seen=Seen.UNKNOWN, protection=Protection.NONE)
    assert advise(lost).authority
    assert advise(replace(lost, special=True)).people


def test_a_letter_that_another_got_and_tells_of_is_notified() -> None:
    assert advise(assessment(extent=SOME, seen=Seen.KNOWN)).authority


def test_an_intrusion_that_is_not_yet_looked_into_is_in_doubt_and_notified() -> None:
    found = advise(Assessment(factors=(), enisa=MILD))
    assert found.authority
    assert Reason.IN_DOUBT in found.reasons


def test_criminals_who_have_taken_data_make_it_high_by_the_severity_alone() -> None:
    taken = replace(MILD, context=3, identification=0.75, confidentiality=0.5, malicious=True)
    found = advise(assessment(kind=SOME, enisa=taken))
    assert found.people
    assert Reason.SEVERITY_RAISES in found.reasons


def test_what_a_processor_tells_is_advised_on_before_all_is_known() -> None:
    told = assessment(kind=SOME)
    partly = replace(told, factors=told.factors[:2])
    assert advise(partly).authority
    assert advise(replace(partly, seen=Seen.NOBODY)).risk is Risk.UNLIKELY


# Each flag


@pytest.mark.parametrize("fact", ["special", "identity_numbers"])
def test_sensitive_data_among_strangers_are_high_and_among_those_we_know_a_risk(fact: str) -> None:
    facts: dict[str, Any] = {fact: True}
    assert advise(assessment(seen=Seen.UNKNOWN, **facts)).risk is Risk.HIGH
    assert advise(assessment(seen=Seen.KNOWN, **facts)).risk is Risk.RISK


@pytest.mark.parametrize("seen", [Seen.TRUSTED, Seen.KNOWN, Seen.UNKNOWN])
def test_a_protected_address_is_high_unless_a_log_shows_that_nobody_saw_it(seen: Seen) -> None:
    hidden = assessment(protected_address=True, seen=seen, protection=Protection.INTACT)
    assert advise(hidden).people
    assert advise(replace(hidden, seen=Seen.NOBODY)).risk is Risk.UNLIKELY


@pytest.mark.parametrize("fact", ["children", "vulnerable"])
def test_children_and_the_vulnerable_make_it_a_risk_and_weigh_much(fact: str) -> None:
    facts: dict[str, Any] = {fact: True}
    assert advise(assessment(**facts)).risk is Risk.RISK
    assert advise(assessment(kind=MUCH, extent=MUCH, **facts)).people


# What makes a risk unlikely


EASING = (
    {"protection": Protection.INTACT},
    {"seen": Seen.NOBODY},
    {"seen": Seen.TRUSTED},
)
LOST = (
    {"available": False},
    {"altered": True},
    {"enisa": replace(MILD, integrity=0.25)},
    {"enisa": replace(MILD, availability=0.25)},
)


@pytest.mark.parametrize("eased", EASING)
@pytest.mark.parametrize("lost", LOST)
def test_kept_secrecy_makes_risk_unlikely_but_not_where_data_are_lost_or_altered(
    eased: dict[str, Any], lost: dict[str, Any]
) -> None:
    grave: dict[str, Any] = {"weight": MUCH, "special": True} | eased
    assert advise(assessment(**grave)).risk is Risk.UNLIKELY
    assert advise(assessment(**(grave | lost))).risk is Risk.HIGH


def test_serious_consequences_or_three_grave_factors_make_it_high() -> None:
    assert advise(assessment(consequences=MUCH)).risk is Risk.HIGH
    assert advise(assessment(kind=MUCH, extent=MUCH)).risk is Risk.RISK
    assert advise(assessment(kind=MUCH, extent=MUCH, number=MUCH)).risk is Risk.HIGH


def test_the_severity_raises_and_says_so_but_never_softens() -> None:
    raised = advise(assessment(enisa=SEVEREST))
    assert raised.people
    assert Reason.SEVERITY_RAISES in raised.reasons
    kept = advise(assessment(weight=MUCH))
    assert kept.people
    assert Reason.SEVERITY_LOWER in kept.reasons


@pytest.mark.parametrize("protection", [Protection.NONE, Protection.DOUBTFUL])
def test_a_protection_that_does_not_hold_exempts_from_nothing(protection: Protection) -> None:
    claimed = assessment(weight=MUCH, exception=PeopleException.PROTECTED, protection=protection)
    assert advise(claimed).people


@pytest.mark.parametrize("exception", [PeopleException.NO_HIGH_RISK, PeopleException.POSTPONED])
def test_what_is_only_held_or_postponed_leaves_the_duty(exception: PeopleException) -> None:
    assert advise(assessment(weight=MUCH, exception=exception)).people


def test_a_severity_that_says_otherwise_takes_the_trust_away() -> None:
    """What the officer said of the readers and of the severity must hold together."""
    seen_by_some = replace(MILD, confidentiality=0.25)
    unknown, meant = replace(MILD, confidentiality=0.5), replace(MILD, malicious=True)
    numbers: dict[str, Any] = {"identity_numbers": True}
    assert not advise(assessment(seen=Seen.TRUSTED, enisa=seen_by_some, **numbers)).authority
    for enisa in (unknown, meant):
        assert advise(assessment(seen=Seen.TRUSTED, enisa=enisa, **numbers)).authority
    assert advise(assessment(seen=Seen.NOBODY, enisa=seen_by_some, **numbers)).authority


@pytest.mark.parametrize("seen", [Seen.KNOWN, Seen.UNKNOWN])
def test_sensitive_data_about_a_child_are_high_wherever_they_have_been_seen(seen: Seen) -> None:
    found = advise(assessment(special=True, children=True, seen=seen))
    assert (found.authority, found.people) == (True, True)


@pytest.mark.parametrize("exception", [PeopleException.NO_LONGER, PeopleException.DISPROPORTIONATE])
def test_nothing_stands_for_telling_whoever_has_a_protected_address_that_was_seen(
    exception: PeopleException,
) -> None:
    assert advise(assessment(protected_address=True, exception=exception)).people


@pytest.mark.parametrize("seen", [Seen.TRUSTED, Seen.KNOWN, Seen.UNKNOWN])
def test_what_is_done_on_purpose_is_notified_unless_nobody_can_have_read_it(seen: Seen) -> None:
    meant = assessment(enisa=replace(MILD, malicious=True), seen=seen)
    assert Reason.ON_PURPOSE in advise(meant).reasons
    assert advise(meant).authority
    assert not advise(replace(meant, protection=Protection.INTACT)).authority
    assert not advise(replace(meant, seen=Seen.NOBODY)).authority


@pytest.mark.parametrize("lost", LOST)
def test_encryption_exempts_from_nothing_where_the_data_are_lost(lost: dict[str, Any]) -> None:
    claimed: dict[str, Any] = {
        "weight": MUCH,
        "exception": PeopleException.PROTECTED,
        "protection": Protection.INTACT,
    }
    assert advise(assessment(**(claimed | lost))).people


# What always holds

_FLAGS = ("special", "identity_numbers", "protected_address", "children", "vulnerable", "altered")
_enisa = st.builds(
    SeverityChoices,
    context=st.sampled_from(CONTEXTS),
    identification=st.sampled_from(IDENTIFICATIONS),
    confidentiality=st.sampled_from(CIRCUMSTANCES),
    integrity=st.sampled_from(CIRCUMSTANCES),
    availability=st.sampled_from(CIRCUMSTANCES),
    malicious=st.booleans(),
)
_weights = st.tuples(*[st.sampled_from(Weight)] * len(Factor))
_assessments = st.builds(
    Assessment,
    factors=_weights.map(
        lambda weights: tuple(
            Considered(factor=factor, weight=weight)
            for factor, weight in zip(Factor, weights, strict=True)
        )
    ),
    enisa=_enisa,
    seen=st.sampled_from(Seen),
    protection=st.sampled_from(Protection),
    available=st.booleans(),
    exception=st.sampled_from([None, *PeopleException]),
    **{flag: st.booleans() for flag in _FLAGS},
)
_SCALES: dict[str, tuple[Any, ...]] = {
    **dict.fromkeys(_FLAGS, (False, True)),
    "available": (True, False),
    "seen": (Seen.NOBODY, Seen.TRUSTED, Seen.KNOWN, Seen.UNKNOWN),
}
_ENISA_SCALES: dict[str, tuple[Any, ...]] = {
    "context": CONTEXTS,
    "identification": IDENTIFICATIONS,
    "confidentiality": CIRCUMSTANCES,
    "integrity": CIRCUMSTANCES,
    "availability": CIRCUMSTANCES,
    "malicious": (False, True),
}


def _raised(one: Assessment) -> list[Assessment]:
    """All that are one step graver in one respect."""
    found = [
        replace(one, **{field: higher})
        for field, scale in _SCALES.items()
        for higher in scale[scale.index(getattr(one, field)) + 1 :][:1]
    ]
    found += [
        replace(one, enisa=replace(one.enisa, **{field: higher}))
        for field, scale in _ENISA_SCALES.items()
        for higher in scale[scale.index(getattr(one.enisa, field)) + 1 :][:1]
    ]
    if one.protection is Protection.INTACT:
        found.append(replace(one, protection=Protection.NONE))
    for index, considered in enumerate(one.factors):
        for higher in tuple(Weight)[tuple(Weight).index(considered.weight) + 1 :][:1]:
            graver = replace(considered, weight=higher)
            found.append(
                replace(one, factors=(*one.factors[:index], graver, *one.factors[index + 1 :]))
            )
    return found


def _asks(advice: Advice) -> tuple[bool, bool, bool]:
    return advice.document, advice.authority, advice.people


@given(_assessments)
def test_it_is_always_documented_and_people_are_never_told_without_the_authority(
    one: Assessment,
) -> None:
    found = advise(one)
    assert found.document
    assert found.authority or not found.people
    assert found.reasons[0] is Reason.ALWAYS_DOCUMENT
    assert len(set(found.reasons)) == len(found.reasons)


@given(_assessments)
def test_what_is_graver_in_any_respect_never_gets_a_milder_advice(one: Assessment) -> None:
    found = advise(one)
    for graver in _raised(one):
        other = advise(graver)
        assert not stricter(found, other)
        assert all(
            after or not before for before, after in zip(_asks(found), _asks(other), strict=True)
        )


@given(_assessments, _enisa)
def test_no_severity_softens_what_the_mildest_would_leave(
    one: Assessment, enisa: SeverityChoices
) -> None:
    mildest = replace(enisa, context=1, identification=0.25, confidentiality=0.0, malicious=False)
    assert not stricter(advise(replace(one, enisa=mildest)), advise(replace(one, enisa=enisa)))
