"""«Kan biletet brukast?»: what decides, and that a doubt is never a yes."""

import itertools
from dataclasses import replace
from datetime import date

import pytest

from gdpr_desktop.consents.pictures.model import (
    Answers,
    Motif,
    People,
    PictureFacts,
    PictureVerdict,
    Setting,
    Shown,
)
from gdpr_desktop.consents.pictures.rules import PictureReason, judge

TODAY = date(2026, 11, 20)
CONCERT = PictureFacts(
    motif=Motif.SITUATION,
    setting=Setting.HARMLESS,
    people=People.ADULTS,
    shown=Shown.OPEN,
    news=False,
    answers=Answers.NONE,
)
MAY, ASK, NO = PictureVerdict.MAY, PictureVerdict.ASK, PictureVerdict.NO


@pytest.mark.parametrize(
    ("change", "verdict", "reason"),
    [
        ({}, MAY, PictureReason.SITUATION),
        ({"motif": Motif.PORTRAIT}, ASK, PictureReason.PORTRAIT),
        ({"motif": Motif.PORTRAIT, "answers": Answers.ALL}, MAY, PictureReason.ALL_YES),
        ({"motif": Motif.GROUP, "answers": Answers.SOME}, ASK, PictureReason.GROUP),
        ({"motif": Motif.GROUP, "answers": Answers.ALL}, MAY, PictureReason.GROUP),
        ({"setting": Setting.EXPOSED}, ASK, PictureReason.EXPOSED),
        ({"setting": Setting.EXPOSED, "news": True}, ASK, PictureReason.NEWS_NOT_ENOUGH),
        ({"people": People.CHILDREN}, MAY, PictureReason.CHILDREN),
        ({"answers": Answers.REFUSED}, NO, PictureReason.REFUSED),
        ({"motif": Motif.PORTRAIT, "shown": Shown.CLOSED}, ASK, PictureReason.CLOSED),
        ({"motif": Motif.PORTRAIT, "shown": Shown.KEPT}, ASK, PictureReason.KEPT),
        ({"motif": Motif.PORTRAIT, "news": True}, MAY, PictureReason.NEWS),
        (
            {"motif": Motif.PORTRAIT, "news": True, "people": People.CHILDREN},
            ASK,
            PictureReason.NEWS_NOT_ENOUGH,
        ),
        ({"motif": Motif.GROUP, "news": True}, ASK, PictureReason.NEWS_NOT_ENOUGH),
        (
            {"motif": Motif.PORTRAIT, "news": True, "shown": Shown.CLOSED},
            ASK,
            PictureReason.NEWS_NOT_ENOUGH,
        ),
    ],
)
def test_each_answer_counts(
    change: dict[str, object], verdict: PictureVerdict, reason: PictureReason
) -> None:
    found = judge(replace(CONCERT, **change), TODAY)  # type: ignore[arg-type]
    assert found.verdict is verdict
    assert reason in found.reasons


@pytest.mark.parametrize(("died", "verdict"), [(2010, MAY), (2011, ASK), (2025, ASK), (None, ASK)])
def test_the_dead_are_protected_for_15_years_after_the_year_of_death(
    died: int | None, verdict: PictureVerdict
) -> None:
    facts = replace(CONCERT, motif=Motif.PORTRAIT, people=People.DEAD, died=died)
    assert judge(facts, TODAY).verdict is verdict


def test_those_who_are_left_may_say_no_also_later() -> None:
    facts = replace(CONCERT, people=People.DEAD, died=1990, answers=Answers.REFUSED)
    assert judge(facts, TODAY).verdict is NO


def test_the_regulation_is_not_cited_for_the_dead() -> None:
    found = judge(replace(CONCERT, people=People.DEAD, died=2020), TODAY)
    assert found.verdict is MAY
    assert PictureReason.DEAD_PROTECTED in found.reasons
    assert {PictureReason.BASIS, PictureReason.HEAR_A_NO}.isdisjoint(found.reasons)


def test_without_consent_the_basis_and_a_no_are_spoken_of() -> None:
    found = judge(CONCERT, TODAY)
    assert PictureReason.BASIS in found.reasons
    assert PictureReason.HEAR_A_NO in found.reasons


def test_no_combination_says_yes_to_who_refused_or_to_exposed_people_unasked() -> None:
    parts = itertools.product(Motif, Setting, People, Shown, (True, False), Answers)
    for motif, setting, people, shown, news, answers in parts:
        facts = PictureFacts(
            motif=motif, setting=setting, people=people, shown=shown, news=news, answers=answers
        )
        found = judge(facts, TODAY)
        assert found.reasons
        if answers is Answers.REFUSED:
            assert found.verdict is NO
        elif answers is not Answers.ALL and (setting is Setting.EXPOSED or motif is Motif.GROUP):
            assert found.verdict is ASK
