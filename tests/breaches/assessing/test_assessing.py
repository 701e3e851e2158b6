"""A risk is assessed, advised on and decided: what is kept, refused and opened again."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from breaches import filling
from gdpr_desktop.breaches import store
from gdpr_desktop.breaches.assessing.advice import Considered, Factor, Weight
from gdpr_desktop.breaches.assessing.deciding import note_advice, note_decision
from gdpr_desktop.breaches.assessing.from_case import (
    is_outdated,
    suggested_class,
    suggested_ease,
    suggested_losses,
    suggested_weights,
)
from gdpr_desktop.breaches.assessing.service import assess
from gdpr_desktop.breaches.assessing.severity import DataClass, Identifier, Loss
from gdpr_desktop.breaches.assessing.versions import versions_shown
from gdpr_desktop.breaches.codes import (
    BreachKind,
    DataCategory,
    PeopleException,
    PeopleTelling,
    Protection,
    Seen,
)
from gdpr_desktop.breaches.model import AuthorityLetter, Decision, Exempted, OfficerAdvice
from gdpr_desktop.breaches.service.upkeep import look_again_on
from gdpr_desktop.breaches.steps import Step, needs_telling, next_step
from gdpr_desktop.breaches.summary import step_rows
from gdpr_desktop.breaches.timeline_words import timeline_text
from gdpr_desktop.casework import store as cases
from gdpr_desktop.core.errors import InvalidInputError, RefusedError
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.vault import Vault

TODAY = date(2026, 11, 20)
MILD = replace(
    filling.assessment(Weight.LITTLE),
    enisa=replace(filling.assessment().enisa, context=1, identification=0.25, confidentiality=0.0),
    note="Berre namn, og mottakaren har sletta dei.",
)
DECISION = Decision(
    authority=True,
    why_authority="Barn",
    people=PeopleTelling.MUST,
    why_people="",
    name="Tore Testdal",
    role="kommunedirektør",
    decided_on=TODAY,
)


def advice(*, authority: bool = True, people: PeopleTelling = PeopleTelling.MUST) -> OfficerAdvice:
    return OfficerAdvice(
        authority=authority, people=people, why="Barn", name="Solveig Testnes", given_on=TODAY
    )


def calm(vault: Vault, case_id: CaseId) -> None:
    """A breach that is assessed to be no risk."""
    scope = replace(filling.SCOPE, data=(), children=False, seen=Seen.TRUSTED)
    filling.put(vault, case_id, scope=scope)
    assess(vault, case_id, MILD)


def refused(call: Any, *arguments: Any) -> list[str]:
    """The fields that were refused."""
    with pytest.raises(InvalidInputError) as caught:
        call(*arguments)
    return [problem.field for problem in caught.value.problems]


def codes(vault: Vault, case_id: CaseId) -> list[str]:
    return [entry.code for entry in cases.timeline(vault.db, case_id)]


# Assessing


def test_an_assessment_is_kept_with_the_facts_of_the_case_and_who_made_it(
    officer: Vault, breach: CaseId
) -> None:
    filling.described(officer, breach)
    assess(officer, breach, filling.assessment())
    version = store.breach(officer.db, breach).versions[-1]
    made = version.assessment
    assert (version.number, version.by, version.at) == (1, "Solveig Testnes", officer.clock.now())
    assert (made.identity_numbers, made.children, made.seen) == (True, True, Seen.KNOWN)
    assert made.number == 2


def test_altered_and_lost_data_are_seen_by_the_kind_of_breach_and_by_the_choices(
    officer: Vault, breach: CaseId
) -> None:
    scope = replace(filling.SCOPE, kinds=(BreachKind.INTEGRITY,))
    filling.put(officer, breach, scope=scope)
    one = filling.assessment()
    assess(officer, breach, replace(one, enisa=replace(one.enisa, availability=0.5)))
    made = store.breach(officer.db, breach).assessment
    assert made is not None
    assert (made.altered, made.available) == (True, False)


def test_a_factor_that_is_left_out_and_an_unexplained_no_are_refused(
    officer: Vault, breach: CaseId
) -> None:
    one = filling.assessment()
    assert refused(assess, officer, breach, replace(one, factors=one.factors[1:])) == ["kind"]
    scope = replace(filling.SCOPE, data=(), children=False, seen=Seen.NOBODY)
    filling.put(officer, breach, scope=scope)
    assert refused(assess, officer, breach, replace(MILD, note=" ")) == ["note"]


def test_a_stricter_assessment_opens_advice_and_decision_again_and_tells_so(
    officer: Vault, breach: CaseId
) -> None:
    calm(officer, breach)
    note_advice(officer, breach, advice(authority=False, people=PeopleTelling.NOT))
    note_decision(
        officer, breach, replace(DECISION, authority=False, people=PeopleTelling.VOLUNTARY)
    )
    filling.put(officer, breach, first_hour_done=True, scope=filling.SCOPE, course=None)
    assert is_outdated(store.breach(officer.db, breach))
    change = assess(officer, breach, filling.assessment())
    found = store.breach(officer.db, breach)
    assert (found.advice, found.decision) == (None, None)
    assert [one.number for one in found.versions] == [1, 2]
    assert {"breach_advice_anew", "breach_decision_anew"} <= set(codes(officer, breach))
    assert change.undo is not None
    change.undo.verb(officer)
    found = store.breach(officer.db, breach)
    assert found.decision is not None
    assert len(found.versions) == 1


def test_a_milder_assessment_leaves_the_decision(officer: Vault, breach: CaseId) -> None:
    filling.decided(officer, breach)
    assess(officer, breach, replace(filling.assessment(Weight.SOME), note="Mildare"))
    assert store.breach(officer.db, breach).decision is not None


def test_what_is_decided_rests_on_the_assessment_which_is_then_not_undone(
    officer: Vault, breach: CaseId
) -> None:
    filling.described(officer, breach)
    change = assess(officer, breach, filling.assessment())
    note_decision(officer, breach, DECISION)
    assert change.undo is not None
    with pytest.raises(RefusedError):
        change.undo.verb(officer)


def test_earlier_assessments_are_shown_with_what_was_changed(
    officer: Vault, breach: CaseId
) -> None:
    filling.described(officer, breach)
    one = filling.assessment(Weight.SOME)
    assess(officer, breach, one)
    graver = Considered(factor=Factor.NUMBER, weight=Weight.MUCH, why="Fleire enn vi trudde")
    assess(officer, breach, replace(one, factors=(*one.factors[:-1], graver)))
    newest, oldest = versions_shown(store.breach(officer.db, breach))
    assert [line.text for line in newest.changed] == ["Mykje. Fleire enn vi trudde"]
    assert [line.before for line in newest.changed] == ["Noko. Sjå saka"]
    assert oldest.changed == ()


def test_the_facts_suggest_what_they_can() -> None:
    scope = filling.SCOPE
    assert suggested_weights(scope) == {Factor.PEOPLE: Weight.MUCH, Factor.NUMBER: Weight.LITTLE}
    assert suggested_class(scope) is DataClass.SENSITIVE
    assert suggested_class(replace(scope, data=(DataCategory.ACCOUNT,))) is DataClass.FINANCIAL
    assert suggested_ease(scope) is None
    encrypted = replace(scope, protection=Protection.INTACT)
    assert suggested_ease(encrypted) == (Identifier.SEVERAL, 0.25)
    assert suggested_losses(scope)[Loss.CONFIDENTIALITY] == 0.25
    assert suggested_losses(None) == {}


def test_what_was_sent_or_ordered_is_not_decided_away(officer: Vault, breach: CaseId) -> None:
    filling.assessed(officer, breach)
    letter = AuthorityLetter(
        received_on=TODAY, reference="26/1", what="Pålegg", orders_telling=True
    )
    filling.put(officer, breach, authority_letters=(letter,))
    decision = exempted(PeopleException.NO_LONGER)
    assert refused(note_decision, officer, breach, decision) == ["people"]


# Advice and decision


def test_nothing_is_advised_or_decided_before_the_risk_is_assessed(
    officer: Vault, breach: CaseId
) -> None:
    with pytest.raises(RefusedError):
        note_advice(officer, breach, advice())
    with pytest.raises(RefusedError):
        note_decision(officer, breach, DECISION)


def test_people_who_must_be_told_without_the_authority_are_refused(
    officer: Vault, breach: CaseId
) -> None:
    filling.assessed(officer, breach)
    assert refused(note_advice, officer, breach, advice(authority=False)) == ["people"]
    assert "people" in refused(note_decision, officer, breach, replace(DECISION, authority=False))


def test_no_risk_and_people_who_must_be_told_is_refused_but_voluntary_is_well(
    officer: Vault, breach: CaseId
) -> None:
    calm(officer, breach)
    assert refused(note_advice, officer, breach, advice()) == ["people"]
    assert refused(note_decision, officer, breach, DECISION) == ["people"]
    told = replace(DECISION, authority=False, people=PeopleTelling.VOLUNTARY)
    note_decision(officer, breach, told)
    found = store.breach(officer.db, breach)
    assert needs_telling(found)
    assert "frivillig" in str(step_rows(found, Step.DECISION))


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"name": "Testnes, Solveig (PVO)"}, "name"),
        ({"role": "personvernombod"}, "role"),
        ({"name": " "}, "name"),
        ({"decided_on": TODAY + timedelta(days=1)}, "decided_on"),
        ({"decided_on": TODAY - timedelta(days=1)}, "decided_on"),
        (
            {"authority": False, "people": PeopleTelling.VOLUNTARY, "why_people": "x"}
            | {"why_authority": ""},
            "why_authority",
        ),
        ({"people": PeopleTelling.VOLUNTARY}, "why_people"),
    ],
)
def test_a_decision_that_cannot_stand_is_refused_at_its_field(
    officer: Vault, breach: CaseId, changed: dict[str, Any], field: str
) -> None:
    filling.assessed(officer, breach)
    assert refused(note_decision, officer, breach, replace(DECISION, **changed)) == [field]


def exempted(exception: PeopleException, **named: Any) -> Decision:
    """A decision not to tell people."""
    how = Exempted(exception=exception, **({"proof": "Sjå loggen"} | named))
    return replace(DECISION, people=PeopleTelling.NOT, exempted=how)


def test_not_telling_against_the_advice_needs_an_exception(officer: Vault, breach: CaseId) -> None:
    filling.assessed(officer, breach)
    decision = replace(DECISION, people=PeopleTelling.NOT, why_people="Unødvendig")
    assert refused(note_decision, officer, breach, decision) == ["exception"]


@pytest.mark.parametrize("exception", PeopleException)
def test_each_exception_demands_what_proves_it(
    officer: Vault, breach: CaseId, exception: PeopleException
) -> None:
    filling.assessed(officer, breach)
    assert "proof" in refused(note_decision, officer, breach, exempted(exception, proof=" "))


def test_data_that_were_not_protected_are_no_exception(officer: Vault, breach: CaseId) -> None:
    filling.assessed(officer, breach)  # the scope says: no protection
    decision = exempted(PeopleException.PROTECTED)
    assert refused(note_decision, officer, breach, decision) == ["exception"]
    for protection, problems in ((Protection.DOUBTFUL, ["exception"]), (Protection.INTACT, [])):
        filling.put(officer, breach, scope=replace(filling.SCOPE, protection=protection))
        if problems:
            assert refused(note_decision, officer, breach, decision) == problems
    note_decision(officer, breach, decision)


def test_encryption_is_no_exception_where_the_data_are_lost(officer: Vault, breach: CaseId) -> None:
    filling.assessed(officer, breach)
    filling.put(officer, breach, scope=replace(filling.SCOPE, protection=Protection.INTACT))
    made = filling.assessment()
    lost = replace(made, enisa=replace(made.enisa, availability=0.5), available=False)
    assess(officer, breach, lost)
    decision = exempted(PeopleException.PROTECTED)
    assert refused(note_decision, officer, breach, decision) == ["exception"]


def test_telling_is_put_off_by_a_letter_and_with_a_day_to_look_at_it_again(
    officer: Vault, breach: CaseId
) -> None:
    filling.assessed(officer, breach)
    postponed = PeopleException.POSTPONED
    assert refused(note_decision, officer, breach, exempted(postponed)) == ["letter", "look_again"]
    for wrong in (TODAY, TODAY + timedelta(days=200)):
        decision = exempted(postponed, letter="b", look_again=wrong)
        assert refused(note_decision, officer, breach, decision) == ["look_again"]
    later = TODAY + timedelta(days=60)
    note_decision(officer, breach, exempted(postponed, letter="b", look_again=later))
    assert look_again_on(store.breach(officer.db, breach)) == later


def test_a_public_notice_must_follow_where_letters_are_out_of_proportion(
    officer: Vault, breach: CaseId
) -> None:
    filling.assessed(officer, breach)
    note_decision(officer, breach, exempted(PeopleException.DISPROPORTIONATE))
    assert needs_telling(store.breach(officer.db, breach))


def test_the_page_says_what_was_assessed_advised_and_decided_and_undoing_takes_it_back(
    officer: Vault, breach: CaseId
) -> None:
    filling.described(officer, breach)
    assess(officer, breach, filling.assessment())
    note_advice(officer, breach, advice())
    change = note_decision(officer, breach, DECISION)
    found = store.breach(officer.db, breach)
    assert next_step(found) is Step.NOTIFY
    for step, words in {
        Step.ASSESSMENT: "4,25: Svært høg",
        Step.ADVICE: "Solveig Testnes, 20. november 2026",
        Step.DECISION: "Tore Testdal, kommunedirektør, 20. november 2026",
    }.items():
        assert words in str(step_rows(found, step))
    texts = [timeline_text(entry) for entry in cases.timeline(officer.db, breach)]
    assert not [text for text in texts if "{" in text or "_" in text]
    assert change.undo is not None
    change.undo.verb(officer)
    assert store.breach(officer.db, breach).decision is None
