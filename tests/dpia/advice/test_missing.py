"""What is missing is said before it is sent, and hinders nothing."""

from dataclasses import replace

from dpia.advice.values import read
from gdpr_desktop.dpia.advice import service
from gdpr_desktop.dpia.advice.words import MOST_SHOWN, missing_lines
from gdpr_desktop.dpia.catalogue.loading import builtin
from gdpr_desktop.dpia.codes import State
from gdpr_desktop.dpia.content import Answer, Estimate, Scenario
from gdpr_desktop.dpia.rich import rich
from gdpr_desktop.dpia.risks.scales import usual
from gdpr_desktop.dpia.wizard import progress
from gdpr_desktop.dpia.wizard.progress import Lack, missing


def test_unanswered_questions_unjudged_risks_and_loose_measures_are_missing(officer, case_id):
    content = read(officer, case_id).content
    found = missing(builtin(), content)
    about = {one.about for one in found if one.lack is Lack.ANSWER}
    assert "question:storage" in about
    assert "question:what" not in about  # answered
    assert "question:interest_what" not in about  # folds away: the basis is another
    others = {(one.lack, one.about) for one in found if one.lack is not Lack.ANSWER}
    assert others == {(Lack.NOT_JUDGED, "scenario:s2"), (Lack.NO_DUE, "measure:m3")}


def test_what_is_low_by_the_usual_scale_may_lack_measures_by_a_stricter_one(officer, case_id):
    low = Scenario(key="s", title="Noko", before=Estimate(consequence=2, likelihood=2))
    content = replace(read(officer, case_id).content, scenarios=(low,))
    strict = replace(usual(5), medium_from=3, high_from=8)
    usually, strictly = (
        {one.lack for one in missing(builtin(), replace(content, own_scale=own))}
        for own in (None, strict)
    )
    assert Lack.NO_MEASURES not in usually
    assert Lack.NO_MEASURES in strictly


def test_a_note_without_a_choice_is_no_answer_here_either(officer, case_id):
    content = read(officer, case_id).content
    note = Answer(question="joint", text=rich("Usikkert."))
    content = replace(content, answers=(*content.answers, note))
    said = {one.about for one in missing(builtin(), content) if one.lack is Lack.ANSWER}
    asked = {one.question for one in progress.missing(builtin(), content) if one.question}
    assert "question:joint" in said
    assert said == {f"question:{one}" for one in asked}


def test_what_does_not_apply_with_a_reason_is_answered(officer, case_id):
    content = read(officer, case_id).content
    answer = Answer(question="storage", not_applicable="Ingenting blir lagra.")
    answers = (*content.answers, answer)
    found = missing(builtin(), replace(content, answers=answers))
    assert "question:storage" not in {one.about for one in found}


def test_no_risk_at_all_is_said_and_long_lists_are_cut(officer, case_id):
    content = replace(read(officer, case_id).content, scenarios=(), measures=())
    found = missing(builtin(), content)
    assert next(one.lack for one in found if one.section == "risks") is Lack.NO_RISKS
    assert len(missing_lines(found * 3, content, builtin())) == MOST_SHOWN


def test_a_draft_with_much_missing_is_sent(officer, case_id):
    service.send(officer, case_id, "Berre eit utkast.")
    assert read(officer, case_id).state is State.SENT
