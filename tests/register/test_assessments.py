"""Guided assessments: what comes of the answers, and how they are kept."""

import tomllib
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from gdpr_desktop.core.bilingual import same
from gdpr_desktop.core.errors import InvalidInputError, RefusedError
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.law.bases import Basis, Condition
from gdpr_desktop.register.activities.parts import (
    DataCategory,
    InformationWay,
    Law,
    LawfulBasis,
    Purpose,
    Sensitivity,
    SpecialBasis,
)
from gdpr_desktop.register.assessments import rules, weighing
from gdpr_desktop.register.assessments.lawful_basis import propose
from gdpr_desktop.register.assessments.model import BUTTONS, Kind, asked, counted, unanswered
from gdpr_desktop.register.assessments.questions import questionnaire, words
from gdpr_desktop.register.assessments.service import Done, keep_assessment
from gdpr_desktop.register.assessments.special import propose_condition
from gdpr_desktop.register.entries import service, store
from gdpr_desktop.register.entries.model import EntryId

FORMS = Path(__file__).resolve().parents[2] / "forms" / "assessments"
TODAY = date(2026, 11, 22)
PURPOSE = "Å gi barn plass"
DUTY = {"necessary": "yes", "less": "no", "duty": "yes", "act": "bokføringslova", "section": "§ 13"}
NO_LAW = {"necessary": "yes", "less": "no", "duty": "no", "task": "no"}
AGREED = {"contract_form": "skriftleg", "contract_date": "1.2.2026", "contract_about": "arbeid"}


def ids(tree: object, path: str = "") -> set[str]:
    """Where each text of a file stands."""
    if isinstance(tree, dict):
        return {one for key, branch in tree.items() for one in ids(branch, f"{path}.{key}")}
    return {path}


@pytest.mark.parametrize("kind", Kind)
def test_both_languages_have_the_same_ids_and_all_of_the_structure(kind):
    trees = [
        tomllib.loads((FORMS / f"{kind}.{one.value}.toml").read_text("utf-8")) for one in Language
    ]
    assert ids(trees[0]) == ids(trees[1])
    assert list(trees[0]["questions"]) == list(trees[1]["questions"])
    structure = questionnaire(kind)
    texts = words(kind)
    assert set(texts.parts) == {part.id for part in structure.parts}
    own = {one.id for one in structure.questions}
    assert own <= set(texts.questions)
    assert set(trees[0]["questions"]) <= own
    for one in structure.questions:
        assert set(one.choices) == set(texts.questions[one.id].choices), one.id


@pytest.mark.parametrize("kind", Kind)
def test_a_question_depends_only_on_questions_before_it(kind):
    before: dict[str, tuple[str, ...]] = {}
    for one in questionnaire(kind).questions:
        for condition in one.when:
            for pair in condition.split("&"):
                name, _sign, value = pair.strip().partition("=")
                assert value in before[name], (one.id, condition)
        before[one.id] = BUTTONS.get(one.type, one.choices)


def test_an_answer_to_a_question_that_is_not_asked_does_not_count():
    answers = {"necessary": "no", "duty": "yes", "task": "yes"}
    questions = questionnaire(Kind.LAWFUL_BASIS).questions
    assert [one.id for one in asked(questions, answers)] == ["purpose", "necessary"]
    assert counted(questions, answers) == {"necessary": "no"}
    assert unanswered(questions, answers) == ("purpose",)


# Art. 6


@pytest.mark.parametrize(
    ("answers", "basis", "needs"),
    [
        ({}, None, ("unfinished",)),
        ({"necessary": "no"}, None, ("not_necessary",)),
        (DUTY, Basis.LEGAL_OBLIGATION, ()),
        ({**DUTY, "section": ""}, Basis.LEGAL_OBLIGATION, ("law",)),
        ({**NO_LAW, "task": "yes", "act": "x", "section": "§ 1"}, Basis.PUBLIC_TASK, ()),
        ({**NO_LAW, "life": "yes"}, Basis.VITAL_INTERESTS, ()),
        ({**NO_LAW, "contract": "yes", **AGREED}, Basis.CONTRACT, ()),
        ({**NO_LAW, "contract": "yes"}, Basis.CONTRACT, ("contract_noted",)),
        (
            {**NO_LAW, "outside": "yes", "interest": "Vern av lageret"},
            Basis.LEGITIMATE_INTERESTS,
            ("weighing",),
        ),
        ({**NO_LAW, "outside": "no", "free": "yes"}, Basis.CONSENT, ("consent_proof",)),
        ({**NO_LAW, "outside": "no", "free": "no"}, None, ("no_basis",)),
    ],
)
def test_the_first_basis_that_carries_is_proposed(answers, basis, needs):
    found = propose(answers)
    assert (found.basis, found.needs) == (basis, needs)


def test_a_law_goes_before_what_the_person_may_choose():
    assert propose({**DUTY, "contract": "yes", "free": "yes"}).basis is Basis.LEGAL_OBLIGATION


def test_an_agreement_never_carries_special_categories():
    answers = {**NO_LAW, "contract": "yes", **AGREED, "outside": "no", "free": "yes"}
    for found in (
        propose({**answers, "contract_special": "yes"}),
        propose(answers, special=True),
    ):
        assert found.basis is Basis.CONSENT
        assert "contract_not_special" in found.warnings


def test_every_basis_needs_a_condition_beside_it_for_special_categories():
    assert "special_condition" in propose(DUTY, special=True).needs


@pytest.mark.parametrize("relation", ["authority", "employment", "school"])
def test_consent_between_the_uneven_is_warned_of(relation):
    free = {**NO_LAW, "outside": "no", "free": "yes"}
    assert propose({**free, "relation": relation}).warnings == ("consent_uneven",)
    assert propose({**free, "relation": "none"}).warnings == ()


# Art. 9


@pytest.mark.parametrize(
    ("answers", "condition", "needs"),
    [
        ({"health_care": "yes", "act": "x", "section": "§ 1", "secrecy": "yes"}, "h", ()),
        ({"health_care": "yes", "act": "x", "section": "§ 1"}, "h", ("secrecy",)),
        ({"employment_social": "yes"}, "b", ("law",)),
        ({"life": "yes"}, "c", ("cannot_consent",)),
        ({"legal_claims": "yes"}, "f", ()),
        ({"consent": "yes"}, "a", ("consent_proof",)),
        ({"consent": "no"}, None, ("no_condition",)),
        ({"health_care": "no"}, None, ("unfinished",)),
    ],
)
def test_the_condition_comes_with_what_its_letter_asks_for(answers, condition, needs):
    found = propose_condition(answers)
    assert (found.condition, found.needs) == (condition and Condition(condition), needs)


def test_a_law_that_says_nothing_concrete_is_warned_of():
    answers = {"public_health": "yes", "act": "x", "section": "§ 1", "specific": "unsure"}
    assert propose_condition(answers).warnings == ("law_too_general",)


# What is weighed


@pytest.fixture
def private(activity):
    """An activity whose purpose is no task of the authority."""
    return replace(activity, purposes=(Purpose(text=same(PURPOSE), public_task=False),))


@pytest.fixture
def weighed() -> dict[str, str]:
    """All of the weighing answered; more speaks for than against."""
    answers = {
        one.id: {"for": "yes", "against": "no"}.get(one.side.value, "no")
        for one in questionnaire(Kind.INTERESTS).questions
    }
    return {**answers, "purpose": PURPOSE, "why": "Vern", "result": "theirs"}


def test_the_person_concludes_and_not_the_number_of_answers(private, weighed):
    found = rules.judge(Kind.INTERESTS, weighed, private, TODAY)
    assert (found.outcome, found.needs) == ("theirs", ("other_basis",))
    speak_for, against, unsure = weighing.sides(questionnaire(Kind.INTERESTS), weighed)
    assert (len(speak_for), against, unsure) == (12, (), ())


def test_a_task_of_the_authority_is_never_weighed(activity, weighed):
    assert rules.judge(Kind.INTERESTS, weighed, activity, TODAY).closed == "public_task"
    assert rules.closed(Kind.INTERESTS, activity) == "public_task"


def test_a_less_intrusive_way_is_warned_of(private, weighed):
    found = rules.judge(Kind.INTERESTS, {**weighed, "gentler": "yes"}, private, TODAY)
    assert found.warnings == ("gentler",)


NEW = {
    "purpose": PURPOSE,
    "new": "Statistikk",
    "own_basis": "no",
    **dict.fromkeys(("link", "context", "nature", "consequences", "safeguards"), "yes"),
    "intrusive": "much",
    "begins": "2027-03-01",
    "result": "compatible",
}


@pytest.mark.parametrize(
    ("basis", "closed"),
    [
        (Basis.CONSENT, "basis_consent"),
        (Basis.LEGAL_OBLIGATION, "basis_law"),
        (Basis.PUBLIC_TASK, ""),
    ],
)
def test_a_new_purpose_is_not_tested_where_consent_or_a_law_carries_the_old(
    activity, basis, closed
):
    purpose = replace(activity.purposes[0], bases=(LawfulBasis(basis=basis),))
    content = replace(activity, purposes=(purpose,))
    assert rules.judge(Kind.NEW_PURPOSE, NEW, content, TODAY).closed == closed


@pytest.mark.parametrize(
    ("intrusive", "day"),
    [
        ("little", date(2027, 2, 15)),
        ("some", date(2027, 1, 30)),
        ("much", date(2026, 12, 31)),
    ],
)
def test_people_are_told_earlier_the_more_it_intrudes(activity, intrusive, day):
    found = rules.judge(Kind.NEW_PURPOSE, {**NEW, "intrusive": intrusive}, activity, TODAY)
    assert (found.outcome, found.day) == ("compatible", day)
    assert "inform_anew" in found.needs


def test_a_new_purpose_that_is_too_near_says_so(activity):
    found = rules.judge(Kind.NEW_PURPOSE, {**NEW, "begins": "2026-12-01"}, activity, TODAY)
    assert (found.day, "too_late" in found.warnings) == (TODAY, True)


def test_a_purpose_that_is_not_compatible_needs_law_or_consent(activity):
    found = rules.judge(Kind.NEW_PURPOSE, {**NEW, "result": "not_compatible"}, activity, TODAY)
    assert found.needs == ("needs_law_or_consent",)


# Lists


def test_the_program_answers_what_stands_in_the_activity(activity):
    law = Law(act=same("x"), section="§ 1")
    purpose = replace(
        activity.purposes[0], bases=(LawfulBasis(basis=Basis.PUBLIC_TASK, laws=(law,)),)
    )
    told = replace(activity, purposes=(purpose,), information=(InformationWay.STATEMENT,))
    assert rules.answered_by_program(Kind.BASIS_CHECKLIST, told) == {
        "best_basis": "yes",
        "documented": "yes",
        "told": "yes",
        "special": "na",
        "criminal": "na",
    }
    health = DataCategory(text=same("Helse"), sensitivity=Sensitivity.SPECIAL)
    lacking = replace(
        activity, data=(health,), special=(SpecialBasis(condition=Condition.HEALTH_CARE),)
    )
    found = rules.judge(Kind.BASIS_CHECKLIST, {"necessary": "yes", "told": "no"}, lacking, TODAY)
    assert found.outcome == "not_passed"
    assert found.steps == ("best_basis", "documented", "told", "special")


# Kept with the entry


@pytest.fixture
def entry(vault, activity) -> EntryId:
    return EntryId(service.add_entry(vault, activity).id)


def content(vault, entry_id):
    return store.entry(vault.db, entry_id).content


def test_a_proposal_is_written_into_the_purpose_when_used(vault, entry):
    done = Done(kind=Kind.LAWFUL_BASIS, answers={**DUTY, "purpose": PURPOSE}, use=True)
    keep_assessment(vault, entry, done)
    found = content(vault, entry)
    basis = found.purposes[0].bases[0]
    assert (basis.basis, basis.laws[0].section) == (Basis.LEGAL_OBLIGATION, "§ 13")
    kept = found.assessments[0]
    assert (kept.kind, kept.outcome, kept.made_on) == ("lawful_basis", "c", TODAY)
    assert dict(kept.answers)["duty"] == "yes"


def test_another_basis_takes_a_reason_in_its_place_and_beside_it(vault, entry):
    keep_assessment(
        vault,
        entry,
        Done(kind=Kind.LAWFUL_BASIS, answers={**DUTY, "purpose": PURPOSE}, use=True),
    )
    other = {**NO_LAW, "life": "yes", "purpose": PURPOSE}
    with pytest.raises(InvalidInputError) as refused:
        keep_assessment(vault, entry, Done(kind=Kind.LAWFUL_BASIS, answers=other, use=True))
    assert [one.field for one in refused.value.problems] == ["reason"]
    both = Done(kind=Kind.LAWFUL_BASIS, answers=other, use=True, add=True, reason="Lova er trong")
    keep_assessment(vault, entry, both)
    purpose = content(vault, entry).purposes[0]
    assert [one.basis.value for one in purpose.bases] == ["c", "d"]
    assert purpose.reason == "Lova er trong"
    assert len(content(vault, entry).assessments) == 2


def test_an_interest_makes_the_purpose_no_public_task_and_is_weighed_after(vault, entry, weighed):
    answers = {**NO_LAW, "life": "no", "contract": "no", "outside": "yes", "interest": "Vern"}
    helper = Done(kind=Kind.LAWFUL_BASIS, answers={**answers, "purpose": PURPOSE}, use=True)
    keep_assessment(vault, entry, helper)
    purpose = content(vault, entry).purposes[0]
    assert (purpose.public_task, purpose.bases[0].interest.nn) == (False, "Vern")
    weighing_ = {**weighed, "result": "ours"}
    keep_assessment(
        vault, entry, Done(kind=Kind.INTERESTS, answers=weighing_, conclusion="Lite inngrep")
    )
    found = rules.judge(Kind.LAWFUL_BASIS, helper.answers, content(vault, entry), TODAY)
    assert (found.basis, found.needs) == (Basis.LEGITIMATE_INTERESTS, ())


def test_a_condition_is_written_into_the_activity_when_used(vault, entry):
    answers = {"data": "health", "health_care": "no", "employment_social": "yes"}
    answers |= {"act": "folketrygdlova", "section": "§ 25-1", "specific": "yes"}
    keep_assessment(vault, entry, Done(kind=Kind.SPECIAL, answers=answers, use=True))
    found = content(vault, entry).special[0]
    assert (found.condition, found.laws[0].section) == (Condition.EMPLOYMENT_SOCIAL, "§ 25-1")


def test_a_weighing_without_a_written_conclusion_is_refused(vault, private, weighed):
    entry = EntryId(service.add_entry(vault, private).id)
    done = Done(kind=Kind.INTERESTS, answers={**weighed, "important": "x", "otherwise": "y"})
    with pytest.raises(InvalidInputError) as refused:
        keep_assessment(vault, entry, done)
    assert [one.field for one in refused.value.problems] == ["conclusion"]
    keep_assessment(vault, entry, replace(done, conclusion="Folk ventar det ikkje."))
    assert content(vault, entry).assessments[0].conclusion == "Folk ventar det ikkje."


def test_a_weighing_of_a_public_task_is_refused(vault, entry, weighed):
    with pytest.raises(RefusedError):
        keep_assessment(vault, entry, Done(kind=Kind.INTERESTS, answers=weighed, conclusion="Ja"))


def test_a_new_purpose_becomes_a_step_with_the_day_to_tell(vault, entry):
    keep_assessment(vault, entry, Done(kind=Kind.NEW_PURPOSE, answers=NEW, conclusion="Nært"))
    step = content(vault, entry).steps[0]
    assert (step.due, step.text) == (
        date(2026, 12, 31),
        "Fortel personane om det nye formålet",
    )


@pytest.fixture
def built_in() -> dict[str, str]:
    questions = questionnaire(Kind.BUILT_IN).questions
    return {one.id: "yes" for one in questions} | {"logging": "no", "pseudonyms": "na"}


def test_each_no_to_built_in_privacy_is_a_step_once(vault, entry, built_in):
    done = Done(kind=Kind.BUILT_IN, answers=built_in)
    keep_assessment(vault, entry, done)
    keep_assessment(vault, entry, done)
    found = content(vault, entry)
    assert [one.kind for one in found.steps] == ["built_in_logging"]
    assert [one.outcome for one in found.assessments] == ["steps", "steps"]


def test_a_system_that_lacks_something_is_looked_at_again(vault, system, built_in):
    keep_assessment(vault, system, Done(kind=Kind.BUILT_IN, answers=built_in))
    found = content(vault, system)
    assert found.review_on == date(2027, 2, 20)
    passed = Done(kind=Kind.BUILT_IN, answers={**built_in, "logging": "yes"})
    keep_assessment(vault, system, passed)
    assert [one.outcome for one in content(vault, system).assessments] == ["steps", "passed"]
