"""The start of a processing: how it ends, and what it leaves in the record."""

from datetime import date

import pytest

from gdpr_desktop.core.errors import InvalidInputError
from gdpr_desktop.law.bases import Basis, Condition
from gdpr_desktop.law.impact import LISTED, WITH_ANOTHER
from gdpr_desktop.register.activities.parts import Answer, DpiaExcuse, Sensitivity
from gdpr_desktop.register.assessments.start.outcome import Code, outcome
from gdpr_desktop.register.assessments.start.service import keep_start, problems
from gdpr_desktop.register.entries import store
from gdpr_desktop.register.entries.model import EntryId, EntryKind

READY = {
    "name": "Opptak i barnehage",
    "responsible": "styrar",
    "begins": "2027-03-01",
    "people": "yes",
    "filed": "yes",
    "role": "controller",
    "purpose_text": "Å gi barn plass",
    "necessary": "yes",
    "less": "no",
    "duty": "no",
    "task": "yes",
    "act": "barnehagelova",
    "section": "§ 18",
    "data": "Namn\tordinary\t24\nFødselsnummer\tnational_id\t12",
    "subjects": "Foreldre\t",
    "only_needed": "yes",
    "special": "no",
    "criminal": "no",
    "change": "none",
    "supplier": "no",
    "abroad": "no",
    "criteria": "none",
    "always": "none",
    "dpia_done": "no",
    "risk_done": "yes",
    "security": "yes",
    "information": "form,statement",
}


def test_with_everything_in_place_it_may_start_at_once():
    found = outcome(READY)
    assert (found.code, found.reasons, found.steps) == (Code.READY, (), ())


@pytest.mark.parametrize(
    ("change", "code", "reason"),
    [
        ({"people": "no"}, Code.NOT_APPLICABLE, None),
        ({"filed": "no"}, Code.NOT_APPLICABLE, None),
        ({"role": "processor"}, Code.PROCESSOR, None),
        ({"risk_done": "no"}, Code.RISK_ASSESSMENT_FIRST, "no_risk_assessment"),
        ({"criteria": "scoring"}, Code.READY, "one_criterion"),
        ({"criteria": "scoring,matching"}, Code.DPIA_FIRST, "criteria_reached"),
        ({"always": "school_evaluation"}, Code.DPIA_FIRST, "on_the_list"),
        ({"act": ""}, Code.NOT_LAWFUL_YET, "law"),
        ({"necessary": "no"}, Code.NOT_LAWFUL_YET, "not_necessary"),
        ({"only_needed": "no"}, Code.NOT_LAWFUL_YET, "not_minimised"),
        ({"special": "yes", "condition": "none"}, Code.NOT_LAWFUL_YET, "no_condition"),
        ({"special": "yes", "condition": "h"}, Code.NOT_LAWFUL_YET, "special_law"),
        ({"criminal": "yes"}, Code.NOT_LAWFUL_YET, "criminal_law"),
        ({"supplier": "yes", "agreement": "no"}, Code.NOT_LAWFUL_YET, "no_agreement"),
        ({"supplier": "yes", "agreement": "yes"}, Code.READY, None),
        (
            {"task": "no", "outside": "yes", "interest": "Vern"},
            Code.NOT_LAWFUL_YET,
            "weighing",
        ),
        (
            {"task": "no", "contract": "yes", "contract_special": "no", "special": "yes"},
            Code.NOT_LAWFUL_YET,
            "contract_with_special",
        ),
    ],
)
def test_what_is_lacking_decides_how_it_ends(change, code, reason):
    found = outcome({**READY, **change})
    assert found.code is code
    assert reason is None or reason in found.reasons


def test_unlawful_outweighs_high_risk_and_high_risk_a_missing_risk_assessment():
    high = {**READY, "criteria": "scoring,matching", "risk_done": "no"}
    assert outcome(high).code is Code.DPIA_FIRST
    assert outcome({**high, "section": ""}).code is Code.NOT_LAWFUL_YET


@pytest.mark.parametrize("listed", sorted(LISTED))
def test_what_stands_alone_on_the_list_is_always_assessed(listed):
    assert outcome({**READY, "always": listed}).code is Code.DPIA_FIRST


@pytest.mark.parametrize("listed", sorted(WITH_ANOTHER))
def test_the_rest_of_the_list_takes_a_criterion_other_than_its_own(listed):
    assert outcome({**READY, "always": listed}).code is Code.READY
    own = WITH_ANOTHER[listed] or "none"
    assert outcome({**READY, "always": listed, "criteria": own}).code is Code.READY
    other = {**READY, "always": listed, "criteria": "large_scale"}
    assert outcome(other).reasons == ("on_the_list",)


def test_criteria_that_other_answers_show_are_counted_without_a_tick():
    children = {**READY, "subjects": "Barn\tyes", "special": "yes", "condition": "f"}
    found = outcome(children)
    assert (found.code, found.criteria) == (
        Code.DPIA_FIRST,
        frozenset({"sensitive", "vulnerable"}),
    )


def test_a_risk_that_stays_high_is_taken_to_the_authority():
    done = {**READY, "criteria": "scoring,matching", "dpia_done": "yes", "dpia_reference": "26/1"}
    assert outcome({**done, "risk_left": "no"}).code is Code.READY
    found = outcome({**done, "risk_left": "yes"})
    assert (found.code, found.steps) == (Code.DPIA_FIRST, ("consultation",))


def test_what_is_not_in_place_becomes_steps():
    lacking = {
        **READY,
        "role": "joint",
        "data": "Namn\tordinary\t",
        "change": "bought",
        "supplier": "yes",
        "agreement": "no",
        "abroad": "unsure",
        "risk_done": "no",
        "security": "unsure",
        "information": "none",
    }
    assert outcome(lacking).steps == (
        "risk_assessment",
        "agreement",
        "arrangement",
        "transfer",
        "security",
        "retention",
        "information",
        "built_in",
    )


def test_the_draft_holds_everything_that_was_filled_in(vault, unit, system):
    answers = {
        **READY,
        "unit": str(unit),
        "system": str(system),
        "data": "Namn\tordinary\t24\nAllergi\tspecial\t",
        "subjects": "Barn\tyes",
        "special": "yes",
        "condition": "g",
        "special_act": "barnehagelova",
        "special_section": "§ 47",
    }
    change = keep_start(vault, answers, {"people": "Søkjarar"})
    found = store.entry(vault.db, EntryId(change.id)).content
    assert found.unit_id == unit
    assert found.systems == (system,)
    assert found.purposes[0].bases[0].basis is Basis.PUBLIC_TASK
    assert found.purposes[0].bases[0].laws[0].act.nn == "barnehagelova"
    assert found.special[0].condition is Condition.SUBSTANTIAL_PUBLIC_INTEREST
    assert found.data[0].retention.months == 24
    assert (found.data[1].sensitivity, found.data[1].retention) == (Sensitivity.SPECIAL, None)
    assert found.subjects[0].vulnerable
    assert found.dpia.needed is Answer.YES
    kept = found.assessments[0]
    assert (kept.kind, kept.outcome, kept.notes) == (
        "start",
        "dpia_first",
        (("people", "Søkjarar"),),
    )
    first = found.steps[0]
    assert (first.kind, first.owner, first.due) == ("dpia", "styrar", date(2027, 1, 15))


def test_without_signs_of_high_risk_the_draft_says_why_none_is_assessed(vault):
    change = keep_start(vault, READY, {})
    dpia = store.entry(vault.db, EntryId(change.id)).content.dpia
    assert (dpia.needed, dpia.excuses) == (Answer.NO, tuple(DpiaExcuse)[:5])


def test_a_step_is_never_due_before_today(vault):
    change = keep_start(vault, {**READY, "begins": "2026-11-25", "risk_done": "no"}, {})
    step = store.entry(vault.db, EntryId(change.id)).content.steps[0]
    assert step.due == date(2026, 11, 22)


def test_where_the_law_does_not_apply_a_note_is_kept(vault):
    change = keep_start(vault, {"name": "Vêrdata", "people": "no"}, {}, "Berre temperatur.")
    entry = store.entry(vault.db, EntryId(change.id))
    assert entry.content.note.endswith("Berre temperatur.")
    assert entry.content.assessments[0].outcome == "not_applicable"


def test_the_work_of_a_processor_is_kept_as_processing_for_others(vault):
    answers = {"name": "Lønn for vassverket", "people": "yes", "filed": "yes"}
    change = keep_start(vault, {**answers, "role": "processor"}, {})
    assert store.entry(vault.db, EntryId(change.id)).kind is EntryKind.ASSIGNMENT


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"data": "Allergi\tspecial\t"}, "question_special"),
        ({"data": "Dom\tcriminal\t"}, "question_criminal"),
        ({"data": "Namn\tordinary\tto år"}, "question_data"),
    ],
)
def test_answers_that_contradict_each_other_are_refused(change, field):
    assert [one.field for one in problems({**READY, **change})] == [field]


def test_what_is_not_answered_is_refused_at_its_question(vault):
    with pytest.raises(InvalidInputError) as refused:
        keep_start(vault, {"name": "Opptak", "people": "yes"}, {})
    assert [one.field for one in refused.value.problems] == ["question_filed"]
