"""The short questions lead to every ground there is, and the notes at intake name both clocks."""

from datetime import date

import pytest

from gdpr_desktop.core.municipality import Language
from gdpr_desktop.law.exceptions import RefusalGround, grounds_for
from gdpr_desktop.requests.dialogs.intake import IntakeDialog
from gdpr_desktop.requests.dialogs.intake_notes import asker_text, health_text, other_access_text
from gdpr_desktop.requests.model import Considered, OnBehalfOf, Right
from gdpr_desktop.requests.questions import question_words, questions
from gdpr_desktop.requests.refusals.model import Reason
from gdpr_desktop.requests.refusals.rules import (
    article_of,
    grounds_found,
    may_be_refused,
    question_lists,
)
from gdpr_desktop.requests.refusals.words import reference_words, rule_words

REFUSABLE = [right for right in Right if may_be_refused(right)]


def everything(right: Right, answer: str) -> tuple[Considered, ...]:
    return tuple(
        Considered(question=question.id, answer=answer, reason="Derfor")
        for name in question_lists(right)
        for question in questions(name)
    )


@pytest.mark.parametrize("right", REFUSABLE)
def test_every_ground_of_a_right_has_a_question_that_leads_to_it(right):
    found = (*grounds_found(right, everything(right, "yes")),)
    found += (*grounds_found(right, everything(right, "no")),)
    assert {ground for ground, _reason in found} == set(grounds_for(article_of(right)))


def test_only_the_rights_of_15_to_22_are_refused_here():
    assert {article_of(right) for right in REFUSABLE} == {"15", "16", "17", "18", "20", "21", "22"}
    assert question_lists(Right.WITHDRAWAL) == question_lists(Right.COMPLAINT) == ()
    assert question_lists(Right.ACCESS, fee=True) == ("refusal",)


@pytest.mark.parametrize("name", ["refusal", "refusal_access", "refusal_archive", "refusal_others"])
def test_every_question_is_worded_and_asked_after_one_that_comes_before(name):
    before: set[str] = set()
    for question in questions(name):
        assert {one.partition("=")[0] for one in question.when} <= before
        assert question.articles
        for language in Language:
            assert question_words(name, question.id, language).text.endswith("?")
        before.add(question.id)


@pytest.mark.parametrize("ground", RefusalGround)
@pytest.mark.parametrize("language", Language)
def test_every_ground_has_its_rule_and_its_provision_in_the_letter(ground, language):
    reason = Reason(ground=ground, explanation="")
    assert rule_words(reason, language).endswith(".")
    told = reference_words(reason, Right.ACCESS, language)
    assert ground.reference.number in told


def test_the_archive_ground_follows_the_right():
    reason = Reason(ground=RefusalGround.ARCHIVE_PURPOSE, explanation="")
    told = [reference_words(reason, right) for right in (Right.ACCESS, Right.RECTIFICATION)]
    assert told[0] != told[1]


def test_both_clocks_are_shown_where_another_act_may_fit():
    told = other_access_text(date(2026, 11, 20))
    for day in ("23. november 2026", "25. november 2026", "21. desember 2026"):
        assert day in told


def test_a_parent_without_responsibility_asks_by_the_children_act():
    assert "§ 47" in asker_text(OnBehalfOf.PARENT_WITHOUT)
    assert "Statsforvalt" in asker_text(OnBehalfOf.PARENT_WITHOUT)
    assert asker_text(OnBehalfOf.PARENT) == ""


def test_from_twelve_a_child_may_keep_health_from_the_parents():
    assert health_text(11) == health_text(None) == health_text(18) == ""
    assert health_text(12)
    assert health_text(12) != health_text(16)


def test_the_intake_says_so_at_once(vault, window, opened):
    hand = opened(IntakeDialog(vault, window))
    assert hand.dialog.other_access_note.isHidden()
    hand.click(hand.field("right_access"))
    assert "2026" in hand.dialog.other_access_note.text()
    hand.choose("on_behalf_of", OnBehalfOf.PARENT_WITHOUT)
    assert "§ 47" in hand.dialog.asker_note.text()
