"""Erasure, art. 17: what an assessment must say, and what follows from it."""

from dataclasses import replace
from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any

import pytest

from gdpr_desktop.core.ids import PartId
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.law.bases import Basis
from gdpr_desktop.law.erasure import ErasureGround, KeepReason
from gdpr_desktop.requests.model import Considered, Part, Result, Right
from gdpr_desktop.requests.questions import question_words, questions
from gdpr_desktop.requests.rights.erasure import (
    QUESTIONS,
    RULES,
    Backups,
    Copies,
    ErasureAssessment,
    ErasureItem,
    ErasureOutcome,
    Fate,
)

TODAY = date(2026, 3, 2)
NOTHING_FOUND: Any = SimpleNamespace(tasks=())
GONE = ErasureItem(what="Påmelding", system="Kulturskulesystemet", fate=Fate.ERASE)
KEPT = ErasureItem(what="Vedtak", system="Arkivet", fate=Fate.KEEP, keep=KeepReason.ARCHIVE_DUTY)


def considered(*yes: str) -> tuple[Considered, ...]:
    """All questions answered, those named with yes and a reason."""
    answered = dict.fromkeys(yes, "yes")
    return tuple(
        Considered(
            question=one.id,
            answer=answered.get(one.id, "no"),
            reason="Fordi det er slik" if one.id in answered else "",
        )
        for one in questions(QUESTIONS)
        if one.id != "clearly_laid_down" or "legal_duty" in answered
    )


DONE = ErasureAssessment(
    outcome=ErasureOutcome.DONE,
    considered=considered("no_longer_needed"),
    items=(GONE,),
    archivist="Arne Arkivmo",
    archivist_on=TODAY,
    archivist_said="Ingen av dei skal arkiverast.",
    copies=Copies.FOUND,
    copies_how="Kontoret har gått gjennom e-posten.",
    backups=Backups.OVERWRITTEN,
    backups_how="Drift slettar på nytt etter ei tilbakelegging.",
)
REFUSED = replace(
    DONE,
    outcome=ErasureOutcome.REFUSED,
    considered=considered("archive_duty"),
    items=(KEPT,),
    copies=None,
    copies_how="",
    backups=None,
    backups_how="",
    view="Eg vil ha det bort.",
)
PART = replace(
    DONE,
    outcome=ErasureOutcome.PART,
    considered=considered("no_longer_needed", "archive_duty"),
    items=(GONE, KEPT),
    view="Eg vil ha det bort.",
)


def part(assessment: ErasureAssessment, basis: Basis | None = None) -> Part:
    return Part(id=PartId(1), right=Right.ERASURE, basis=basis, assessment=assessment)


def problems(assessment: ErasureAssessment, basis: Basis | None = None) -> dict[str, str]:
    found = RULES.problems(assessment, NOTHING_FOUND, part(assessment, basis), TODAY)
    return {one.field: one.text for one in found}


@pytest.mark.parametrize("language", Language)
def test_the_questions_name_every_ground_and_exception_in_both_languages(
    language: Language,
) -> None:
    known = {one.id: one for one in questions(QUESTIONS)}
    for ground in ErasureGround:
        assert ground.article in known[ground.name.lower()].articles
    for reason in set(KeepReason) - {KeepReason.NO_GROUND}:
        assert reason.article in known[reason.value].articles
        assert known[reason.value].reason == "yes"  # it goes into the letter
    assert all(question_words(QUESTIONS, one, language).text.endswith("?") for one in known)


@pytest.mark.parametrize(
    ("assessment", "result", "grounds"),
    [
        (DONE, Result.GRANTED, ()),
        (PART, Result.PARTLY, ("17(3)(b)",)),
        (REFUSED, Result.REFUSED, ("17(3)(b)",)),
        (ErasureAssessment(outcome=ErasureOutcome.NOTHING_HELD), Result.NOTHING_HELD, ()),
    ],
)
def test_each_outcome_has_its_result_and_a_refusal_its_article(
    assessment: ErasureAssessment, result: Result, grounds: tuple[str, ...]
) -> None:
    assert problems(assessment) == {}
    assert RULES.result(part(assessment)) is result
    assert RULES.grounds(part(assessment)) == grounds
    assert RULES.anonymous(assessment).outcome is assessment.outcome
    assert RULES.grounds(part(RULES.anonymous(assessment))) == grounds


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        (replace(DONE, items=(GONE, KEPT)), "outcome"),  # done, with something kept
        (replace(REFUSED, items=(GONE, KEPT)), "outcome"),  # a refusal that erases
        (replace(PART, items=(GONE,)), "outcome"),  # a part that keeps nothing
        (replace(REFUSED, items=()), "items"),
        (replace(REFUSED, items=(replace(KEPT, keep=None),)), "items"),  # no exception
        (replace(REFUSED, items=(replace(KEPT, system=""),)), "items"),
        (replace(REFUSED, items=(replace(KEPT, until=TODAY - timedelta(1)),)), "items"),
        (replace(REFUSED, considered=considered()), "items"),  # the exception was answered no
        (replace(PART, considered=considered("no_longer_needed", "legal_claims")), "items"),
        (replace(DONE, considered=considered()), "considered"),  # no ground
        (replace(DONE, considered=()), "considered"),
        (replace(REFUSED, archivist=""), "archivist"),
        (replace(REFUSED, archivist_on=TODAY + timedelta(1)), "archivist_on"),
        (replace(REFUSED, archivist_said=""), "archivist_said"),
        (replace(DONE, copies=None), "copies"),
        (replace(DONE, copies_how=""), "copies_how"),
        (replace(DONE, backups=None), "backups"),
        (replace(DONE, backups_how=""), "backups_how"),
        (replace(DONE, considered=considered("unlawful", "published")), "publication_steps"),
        (replace(REFUSED, view=" "), "view"),
    ],
)
def test_what_is_missing_or_at_odds_is_said_at_its_field(
    wrong: ErasureAssessment, field: str
) -> None:
    assert problems(wrong).get(field)


def test_a_reason_is_demanded_of_every_item_that_is_kept() -> None:
    blank = tuple(replace(one, reason="") for one in REFUSED.considered)
    unsaid = replace(REFUSED, considered=blank)
    assert problems(unsaid).get("items")
    said = replace(unsaid, items=(replace(KEPT, reason="Dokument i ei barnevernssak"),))
    assert "items" not in problems(said)


def test_another_act_or_task_is_named_with_its_section() -> None:
    item = replace(KEPT, keep=KeepReason.OTHER_DUTY)
    found = replace(REFUSED, items=(item,), considered=considered("other_duty"))
    assert problems(found).get("items")
    named = replace(found, items=(replace(item, provision="helsepersonellova § 39"),))
    assert problems(named) == {}


@pytest.mark.parametrize(
    ("basis", "ground", "fits"),
    [
        (Basis.LEGAL_OBLIGATION, "no_longer_needed", True),  # once the duty has ended
        (Basis.LEGAL_OBLIGATION, "consent_withdrawn", False),
        (Basis.LEGAL_OBLIGATION, "objection", False),
        (Basis.PUBLIC_TASK, "objection", True),
        (Basis.CONSENT, "consent_withdrawn", True),
        (Basis.CONSENT, "objection", True),  # to direct marketing
    ],
)
def test_a_ground_must_fit_the_lawful_basis(basis: Basis, ground: str, fits: bool) -> None:
    found = problems(replace(DONE, considered=considered(ground)), basis)
    assert ("considered" not in found) is fits


def test_there_is_no_right_while_a_law_demands_the_data() -> None:
    found = problems(replace(DONE, considered=considered()), Basis.LEGAL_OBLIGATION)
    assert "6 nr. 1 bokstav c" in found["considered"]


def test_exceptions_are_asked_for_once_there_is_a_ground_or_something_kept_by_one() -> None:
    grounds = {one.name.lower() for one in ErasureGround}
    said = tuple(one for one in considered() if one.question in grounds)
    item = replace(KEPT, keep=KeepReason.NO_GROUND, reason="Vi brukar det enno.")
    assert problems(replace(REFUSED, items=(item,), considered=said)) == {}
    assert "considered" in problems(replace(REFUSED, considered=said))
    found = tuple(one for one in considered("unlawful") if one.question in grounds)
    assert "considered" in problems(replace(DONE, considered=found))


def test_an_exception_that_does_not_fit_the_basis_is_refused() -> None:
    item = replace(KEPT, keep=KeepReason.PUBLIC_TASK, provision="opplæringslova § 1-1")
    found = replace(REFUSED, items=(item,), considered=considered("public_task"))
    assert "items" in problems(found, Basis.CONSENT)
    assert problems(found, Basis.PUBLIC_TASK) == {}


def test_a_need_that_lasts_is_no_answer_where_a_ground_has_been_found() -> None:
    item = replace(KEPT, keep=KeepReason.NO_GROUND, reason="Vi brukar det enno.")
    refused = replace(REFUSED, items=(item,), considered=considered("unlawful"))
    assert "items" in problems(refused)
    assert problems(replace(refused, considered=considered())) == {}


def test_child_welfare_keeps_its_note_on_ethnic_origin() -> None:  # PVN-2022-19
    kept = (KEPT, replace(KEPT, what="Notat", keep=KeepReason.ARCHIVE_RESEARCH))
    answers = considered("archive_duty", "archive_research")
    upheld = replace(REFUSED, items=kept, considered=answers)
    assert problems(upheld, Basis.PUBLIC_TASK) == {}
    assert RULES.grounds(part(upheld)) == ("17(3)(b)", "17(3)(d)")


def test_the_archive_lets_go_where_another_act_says_so_clearly() -> None:  # arkivlova § 13
    clear = considered("legal_duty", "clearly_laid_down", "archive_duty")
    unclear = considered("legal_duty", "archive_duty")
    assert "items" in problems(replace(REFUSED, considered=clear))
    assert problems(replace(REFUSED, considered=unclear)) == {}


def test_restriction_is_offered_where_something_is_kept() -> None:
    assert RULES.offers(part(DONE)) == ()
    assert RULES.offers(part(REFUSED)) == (Right.RESTRICTION,)
    assert RULES.offers(part(PART, Basis.PUBLIC_TASK)) == (Right.RESTRICTION, Right.OBJECTION)
    assert RULES.offers(part(REFUSED, Basis.CONSENT)) == (Right.RESTRICTION, Right.WITHDRAWAL)


def test_everything_that_the_answer_says_is_gone_has_a_measure() -> None:
    found = replace(PART, considered=considered("unlawful", "archive_duty", "published"))
    assert len(RULES.measures(found, Language.NYNORSK)) == 5
    assert "Kulturskulesystemet" in RULES.measures(found, Language.NYNORSK)[0]
    assert len(RULES.measures(REFUSED, Language.NYNORSK)) == 1  # the view goes into the case
    nothing = ErasureAssessment(outcome=ErasureOutcome.NOTHING_HELD)
    assert RULES.measures(nothing, Language.NYNORSK) == ()


def test_anonymised_it_holds_no_text() -> None:
    told = str(RULES.anonymous(replace(PART, publication_steps="Bede Google om det")))
    for text in ("Påmelding", "Arkivet", "Arne", "Fordi", "Google", "bort"):
        assert text not in told
