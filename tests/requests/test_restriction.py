"""Restriction (art. 18): one outcome that fits the answers, seen until lifted after notice."""

import io
from dataclasses import replace
from datetime import timedelta

import pytest

from gdpr_desktop.casework import lists
from gdpr_desktop.casework import store as cases
from gdpr_desktop.casework.model import Person
from gdpr_desktop.casework.retention import service as retention
from gdpr_desktop.casework.retention.model import HeldBack
from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.errors import InvalidInputError, RefusedError
from gdpr_desktop.core.ids import CaseId, PartId
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.correspondence.model import LetterOrder
from gdpr_desktop.correspondence.service import preview
from gdpr_desktop.law.restriction import LiftReason
from gdpr_desktop.overview.service import overview
from gdpr_desktop.requests import service
from gdpr_desktop.requests.model import Intake, Part, Result, Right
from gdpr_desktop.requests.restrictions import service as restrictions
from gdpr_desktop.requests.restrictions.letters import lift_template
from gdpr_desktop.requests.restrictions.model import Stage
from gdpr_desktop.requests.rights import rules_of
from gdpr_desktop.requests.rights.restriction import (
    Marking,
    RestrictionAssessment,
    RestrictionOutcome,
    UseGround,
    suggested,
)
from gdpr_desktop.requests.service.letters import RequestLetters
from requests.restricting import (
    CONTESTED,
    ITEM,
    NEEDED,
    NONE_MET,
    USED,
    advance,
    answer,
    answers,
    file,
    granted,
    in_force,
    mark,
    plan,
    read_back,
    refused,
    restriction_case,
    send_lift,
)


@pytest.fixture
def case(desk) -> tuple[CaseId, PartId]:
    """A case about restriction of somebody we know."""
    return restriction_case(desk)


def wrong(assessment, desk, case) -> list[str]:
    request = desk.request(case[0])
    part = request.parts[0]
    found = rules_of(Right.RESTRICTION).problems(assessment, request, part, desk.today)
    return sorted({one.field for one in found})


@pytest.mark.parametrize(
    ("considered", "outcome"),
    [
        (NONE_MET, RestrictionOutcome.REFUSED),
        (answers(unlawful="yes", erasure_opposed="no"), RestrictionOutcome.REFUSED),
        (answers(not_needed="yes", legal_claim="no"), RestrictionOutcome.REFUSED),
        (CONTESTED, RestrictionOutcome.GRANTED),
        (answers(unlawful="yes", erasure_opposed="yes"), RestrictionOutcome.GRANTED),
        (answers(not_needed="yes", legal_claim="yes"), RestrictionOutcome.GRANTED),
        (answers(objection_pending="yes"), RestrictionOutcome.GRANTED),
        (NEEDED, RestrictionOutcome.STILL_NECESSARY),
    ],
)
def test_the_answers_point_to_one_outcome(considered, outcome):
    assert suggested(considered) is outcome


def test_an_outcome_that_the_answers_do_not_carry_is_refused(desk, case):
    good = granted(desk)
    refused = RestrictionAssessment(
        outcome=RestrictionOutcome.REFUSED, considered=NONE_MET, reason="Svart på før."
    )
    necessary = RestrictionAssessment(
        outcome=RestrictionOutcome.STILL_NECESSARY, considered=NEEDED, still_used=(USED,)
    )
    partly = replace(good, outcome=RestrictionOutcome.PARTLY, considered=NEEDED, still_used=(USED,))
    other = replace(USED, ground=UseGround.PUBLIC_INTEREST)
    cases_ = [
        (good, []),
        (refused, []),
        (necessary, []),
        (partly, []),
        (replace(good, considered=NONE_MET), ["outcome"]),
        (replace(good, considered=NEEDED), ["outcome"]),
        (replace(good, considered=CONTESTED[:2]), ["considered"]),
        (replace(good, items=()), ["items"]),
        (replace(good, look_again=desk.today), ["look_again"]),
        (replace(good, archive_said=" "), ["archive_said"]),
        (replace(refused, considered=CONTESTED), ["outcome"]),
        (replace(refused, reason=" "), ["reason"]),
        (replace(necessary, considered=CONTESTED), ["outcome", "still_used"]),
        (replace(necessary, still_used=()), ["still_used"]),
        (replace(necessary, still_used=(replace(USED, reason=""),)), ["still_used"]),
        (replace(necessary, still_used=(other,)), ["still_used"]),
        (replace(partly, still_used=(replace(USED, ground=None),)), ["still_used"]),
    ]
    assert [wrong(one, desk, case) for one, _fields in cases_] == [f for _one, f in cases_]


def test_results_and_grounds_tell_refusals_apart():
    rules = rules_of(Right.RESTRICTION)

    def came_to(outcome, *used) -> tuple[Result | None, tuple[str, ...]]:
        found = RestrictionAssessment(outcome=outcome, still_used=used)
        part = Part(id=PartId(1), right=Right.RESTRICTION, assessment=found)
        return rules.result(part), rules.grounds(part)

    no_condition = replace(USED, ground=UseGround.NO_CONDITION)
    assert came_to(RestrictionOutcome.GRANTED) == (Result.GRANTED, ())
    assert came_to(RestrictionOutcome.REFUSED) == (Result.REFUSED, ("18(1)",))
    assert came_to(RestrictionOutcome.STILL_NECESSARY, USED) == (Result.REFUSED, ("18(2)",))
    both = came_to(RestrictionOutcome.PARTLY, USED, no_condition)
    assert both == (Result.PARTLY, ("18(2)", "18(1)"))


def test_data_are_restricted_once_they_are_marked_in_every_system(desk, case):
    case_id, part_id = case
    two = (ITEM, replace(ITEM, system="Arkivet", marking=Marking.FLAGGED))
    service.assess(desk.vault, part_id, granted(desk, items=two))
    measures = desk.request(case_id).part(part_id).measures
    assert [("Barnehagesystemet" in one.what, "Arkivet" in one.what) for one in measures] == [
        (True, False),
        (False, True),
    ]
    assert restrictions.in_force(desk.vault) == ()
    mark(desk, case_id, part_id)
    ((_request, found),) = restrictions.in_force(desk.vault)
    assert (found.since, found.stage) == (desk.today, Stage.IN_FORCE)


def test_a_restriction_is_seen_on_the_overview_though_the_case_is_closed(desk, case):
    case_id, part_id = in_force(desk, case)
    file(desk, case_id)
    service.close_request(desk.vault, case_id)
    look_again = granted(desk).look_again
    (due,) = lists.due_until(desk.vault.db, look_again, desk.vault.actor)
    assert (due.kind, due.due, due.case_id) == ("restriction", look_again, case_id)
    (seen,) = overview(desk.vault).restricted
    assert (seen.case_id, seen.since, seen.look_again) == (case_id, desk.today, look_again)
    later = look_again + timedelta(days=30)
    restrictions.look_again(desk.vault, part_id, on=later, note="Ventar på legen.")
    assert lists.due_until(desk.vault.db, look_again, desk.vault.actor) == ()
    ((_request, found),) = restrictions.in_force(desk.vault)
    assert found.look_again == later


def test_a_restriction_that_was_answered_holds_though_the_case_is_assessed_anew(desk, case):
    case_id, part_id = in_force(desk, case)
    file(desk, case_id)
    service.close_request(desk.vault, case_id)
    service.reopen_request(desk.vault, case_id, reason="Ny vurdering")
    refused(desk, case)
    ((_request, found),) = restrictions.in_force(desk.vault)
    assert (found.assessment, found.since) == (granted(desk), desk.today)
    answer(desk, case_id, part_id)
    assert len(restrictions.in_force(desk.vault)) == 1
    plan(desk, part_id)


def test_a_case_with_a_restriction_in_force_is_not_cleaned_away(desk, case, clock):
    case_id, _part_id = in_force(desk, case)
    file(desk, case_id)
    service.close_request(desk.vault, case_id)
    advance(clock, timedelta(days=1200))
    (kept,) = retention.due_page(desk.vault, offset=0, limit=10)
    assert HeldBack.RESTRICTED in kept.held_back
    assert retention.free_ids(desk.vault) == ()
    with pytest.raises(RefusedError):
        retention.anonymise_case(desk.vault, case_id)


def test_a_lift_without_notice_is_refused(desk, case, tmp_path, clock):
    case_id, part_id = in_force(desk, case)
    with pytest.raises(RefusedError, match=r"beskjed|told"):
        restrictions.lift(desk.vault, part_id, on=desk.today)
    plan(desk, part_id)
    with pytest.raises(RefusedError, match=r"beskjed|told"):
        restrictions.lift(desk.vault, part_id, on=desk.today)
    send_lift(desk, case_id, part_id, tmp_path / "varsel.docx", desk.today)
    with pytest.raises(InvalidInputError):  # on the very day of the letter
        restrictions.lift(desk.vault, part_id, on=desk.today)
    assert restrictions.restriction(desk.vault, case_id, part_id).in_force


def test_a_restriction_is_lifted_after_notice_and_leaves_the_overview(desk, case, tmp_path, clock):
    case_id, part_id = in_force(desk, case)
    plan(desk, part_id)
    told = desk.today
    send_lift(desk, case_id, part_id, tmp_path / "varsel.docx", told)
    found = restrictions.restriction(desk.vault, case_id, part_id)
    assert (found.stage, found.look_again) == (Stage.LIFT_TOLD, told + timedelta(days=14))
    advance(clock, timedelta(days=13))
    with pytest.raises(InvalidInputError):  # before the day that the person was told of
        restrictions.lift(desk.vault, part_id, on=desk.today)
    advance(clock, timedelta(days=1))
    restrictions.lift(desk.vault, part_id, on=desk.today)
    assert restrictions.in_force(desk.vault) == ()
    assert restrictions.restriction(desk.vault, case_id, part_id).stage is Stage.LIFTED
    codes = [one.code for one in cases.timeline(desk.vault.db, case_id)]
    assert codes[:4] == ["restriction_lifted", "letter_exported", "lift_told", "lift_planned"]


def test_a_letter_on_the_day_of_the_lift_or_without_a_plan_is_refused(desk, case, tmp_path, clock):
    case_id, part_id = in_force(desk, case)
    with pytest.raises(RefusedError):
        send_lift(desk, case_id, part_id, tmp_path / "a.docx", desk.today)
    plan(desk, part_id, days=1)
    advance(clock, timedelta(days=1))
    with pytest.raises(InvalidInputError):
        send_lift(desk, case_id, part_id, tmp_path / "b.docx", desk.today)
    assert list(tmp_path.glob("*.docx")) == []


def test_only_what_ends_its_condition_ends_a_restriction(desk, case):
    _case_id, part_id = in_force(desk, case)
    with pytest.raises(InvalidInputError):
        plan(desk, part_id, reason=LiftReason.CLAIM_SETTLED)
    with pytest.raises(InvalidInputError):
        plan(desk, part_id, days=0)
    plan(desk, part_id, reason=LiftReason.PERSON_ASKED)


LETTERS = {  # outcome → article that stands there, and what must not
    "granted": (("18 nr. 1 bokstav a", "Merknader om helsa"), ("bokstav b", "bokstav d")),
    "refused": (("18 nr. 1", "Svart på før."), ("bokstav a", "18 nr. 3")),
    "still_necessary": (("18 nr. 2", "bokstav a", "Klagesaka"), ("18 nr. 3", "bokstav c")),
    "partly": (("18 nr. 2", "bokstav a", "Klagesaka", "18 nr. 3"), ("bokstav d", "bokstav b")),
}


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("outcome", RestrictionOutcome)
def test_the_letter_says_the_outcome_its_article_and_where_to_complain(
    desk, case, outcome, language
):
    case_id, part_id = case
    necessary = outcome in (RestrictionOutcome.STILL_NECESSARY, RestrictionOutcome.PARTLY)
    assessment = granted(
        desk,
        outcome=outcome,
        considered=NEEDED if necessary else CONTESTED,
        still_used=(USED,) if necessary else (),
    )
    if outcome is RestrictionOutcome.REFUSED:
        assessment = RestrictionAssessment(
            outcome=outcome, considered=NONE_MET, reason="Svart på før."
        )
    service.assess(desk.vault, part_id, assessment)
    order = LetterOrder(template="restriction_answer", language=language)
    letter = preview(desk.vault, RequestLetters(desk.vault, case_id, part_id), order)
    text = read_back(io.BytesIO(letter.docx(None)))
    said, not_said = LETTERS[outcome.value]
    said += ("artikkel 77", "artikkel 79", "Datatilsynet")
    assert [one for one in said if one not in text] == []
    assert [one for one in not_said if one in text] == []


@pytest.mark.parametrize("language", Language)
def test_the_letter_names_archive_and_accounts_only_where_they_keep_the_data(desk, case, language):
    case_id, part_id = case
    names = ("rkivlova", "okføringslov")
    for kept in ((False, False), (True, False), (False, True)):
        made = granted(desk, archive_duty=kept[0], accounting_duty=kept[1])
        service.assess(desk.vault, part_id, made)
        order = LetterOrder(template="restriction_answer", language=language)
        letter = preview(desk.vault, RequestLetters(desk.vault, case_id, part_id), order)
        text = read_back(io.BytesIO(letter.docx(None)))
        assert tuple(name in text for name in names) == kept


@pytest.mark.parametrize("language", Language)
def test_the_notice_says_when_and_why_it_ends_and_nothing_of_other_ends(
    desk, case, tmp_path, language
):
    case_id, part_id = in_force(desk, case)
    plan(desk, part_id)
    path = tmp_path / "varsel.docx"
    send_lift(desk, case_id, part_id, path, desk.today, language)
    text = read_back(str(path))
    ends = long_date(desk.today + timedelta(days=14))
    said = ("18 nr. 3", ends, "Opplysningane er retta.", "artikkel 77", "artikkel 79")
    assert [one for one in said if one not in text] == []
    assert [one for one in ("rettskrav", "protest", "arkivet") if one in text] == []


def test_a_child_who_asks_alone_gets_the_childs_words(desk):
    born = desk.today.replace(year=desk.today.year - 14)
    case_id = desk.register(
        rights=(Right.RESTRICTION,), subject=Person(name="Nora Prøve", birth_date=born)
    )
    request = desk.request(case_id)
    part = request.parts[0]
    assert rules_of(Right.RESTRICTION).template(request, part) == "restriction_answer_child"
    assert lift_template(request) == "restriction_lift_child"


def test_nothing_is_restricted_any_more_once_the_person_takes_the_claim_back(desk, case):
    case_id, part_id = case
    service.assess(desk.vault, part_id, granted(desk))
    mark(desk, case_id, part_id)
    assert len(restrictions.in_force(desk.vault)) == 1
    file(desk, case_id)
    service.close_request(desk.vault, case_id, withdrawn=True, reason="Ringde")
    assert restrictions.in_force(desk.vault) == ()


def test_what_is_done_stays_done_when_the_case_gets_another_language(desk, case):
    case_id, part_id = case
    service.assess(desk.vault, part_id, granted(desk))
    mark(desk, case_id, part_id)
    before = desk.request(case_id)
    intake = Intake(
        received=before.case.received,
        channel=before.channel,
        subject=before.subject,
        rights=(Right.RESTRICTION,),
        language=Language.BOKMAL,
    )
    service.change_intake(desk.vault, case_id, intake)
    service.assess(desk.vault, part_id, granted(desk))
    (one,) = desk.request(case_id).part(part_id).measures
    assert one.done
    assert one.what != before.part(part_id).measures[0].what
