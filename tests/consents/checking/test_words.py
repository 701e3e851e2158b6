"""Each thing that the check can find is told in words, in both written forms."""

import re
from pathlib import Path

import pytest

from consents.filling import CONTENT
from gdpr_desktop.consents.checking import basis_words, seen, words
from gdpr_desktop.consents.checking.basis import Offer, Question, questions
from gdpr_desktop.consents.checking.points import POINTS, Outcome, found
from gdpr_desktop.consents.codes import FormKind
from gdpr_desktop.consents.pictures.model import (
    Answers,
    Motif,
    People,
    PictureVerdict,
    Setting,
    Shown,
)
from gdpr_desktop.consents.pictures.rules import PictureReason
from gdpr_desktop.consents.pictures.words import (
    choice_words,
    reason_words,
    verdict_short,
    verdict_words,
)


def codes() -> set[str]:
    """The codes that stand in the rules."""
    source = Path(seen.__file__).read_text(encoding="utf-8")
    told = re.findall(r'found\(\s*\d+, "(\w+)"', source)
    told += re.findall(r'_answered\(form, \d+, "(\w+)"\)', source)
    return {*told, *re.findall(r'\("(release_after|no_after)"', source)}


def test_each_finding_has_a_sentence() -> None:
    sentences = [
        words.finding_words(found(1, code, Outcome.NOT_MET, purpose="p1"), CONTENT)
        for code in sorted(codes())
    ]
    assert len(sentences) > 50
    assert all(one.startswith("«Ta bil") for one in sentences)


@pytest.mark.parametrize("number", POINTS)
def test_each_point_has_a_title_and_a_place(number: int) -> None:
    assert words.point_title(number)
    assert words.point_place(number).startswith("art.")


@pytest.mark.parametrize("question", list(Question))
def test_each_question_is_asked_of_some_form_and_says_what_speaks_against_it(
    question: Question,
) -> None:
    assert any(question in questions(kind) for kind in FormKind)
    assert basis_words.question_words(question)
    assert basis_words.question_help(question)
    assert basis_words.against_words(question)


def test_each_offer_and_each_reason_about_a_picture_names_its_source() -> None:
    assert all("." in basis_words.offer_words(one) for one in Offer)
    silent = {PictureReason.SOME_YES, PictureReason.NEWS_NOT_ENOUGH}
    told = [reason_words(one) for one in PictureReason if one not in silent]
    assert [one for one in told if "(" not in one] == []
    assert all(verdict_words(one) and verdict_short(one) for one in PictureVerdict)
    kinds = (Motif, Setting, People, Shown, Answers)
    assert all(choice_words(one) for kind in kinds for one in kind)
