"""Two versions beside each other, with the words that differ marked."""

import time
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as some

from dpia.filling import ABOUT, ANSWERS, MEASURES, SCENARIOS
from gdpr_desktop.dpia.advice.comparing import MOST_WORDS, changed_labels, compared, marked
from gdpr_desktop.dpia.catalogue.loading import builtin
from gdpr_desktop.dpia.content import Answer, Assessment, Estimate
from gdpr_desktop.dpia.rich import rich
from gdpr_desktop.dpia.risks.scales import usual

CONTENT = Assessment(about=ABOUT, answers=ANSWERS, scenarios=SCENARIOS, measures=MEASURES)


def said(pieces):
    return "".join(one.text for one in pieces)


def differ(pieces):
    return [one.text for one in pieces if one.changed]


def test_only_the_words_that_differ_are_marked():
    left, right = marked("Sensorar varslar om natta.", "Sensorar og kamera varslar om natta.")
    assert (differ(left), differ(right)) == ([], ["og kamera "])
    left, right = marked("Lagra i sju dagar.", "Lagra i tretti dagar.")
    assert (differ(left), differ(right)) == (["sju"], ["tretti"])


@settings(max_examples=40)
@given(before=some.text(max_size=80), now=some.text(max_size=80))
def test_nothing_of_either_text_is_lost(before, now):
    left, right = marked(before, now)
    assert (said(left), said(right)) == (before, now)
    assert bool(differ(left) or differ(right)) == (before != now)


def test_a_risk_is_named_by_the_scale_of_its_version():
    strict = replace(CONTENT, own_scale=replace(usual(5), medium_from=2, high_from=3))
    pairs = {one.key: one for one in compared(CONTENT, strict, builtin())}
    assert pairs["scenario:s1"].changed  # eight was medium, and is high


def test_the_same_content_differs_in_nothing():
    assert changed_labels(compared(CONTENT, CONTENT, builtin())) == ()


def test_what_was_changed_added_and_taken_away_stands_where_it_belongs():
    higher = replace(SCENARIOS[0], after=Estimate(consequence=5, likelihood=4))
    answers = (*ANSWERS[1:], Answer(question="storage", text=rich("I Noreg.")))
    newer = replace(CONTENT, answers=answers, scenarios=(higher,), measures=MEASURES[:2])
    changed = [one for one in compared(CONTENT, newer, builtin()) if one.changed]
    assert {one.key: (bool(one.older), bool(one.newer)) for one in changed} == {
        "question:what": (True, False),
        "question:storage": (False, True),
        "scenario:s1": (True, True),
        "scenario:s2": (True, False),
        "measure:m3": (True, False),
    }
    sections = [one.section for one in changed]
    assert sections.index("description") < sections.index("nature") < sections.index("risks")


def test_an_answer_to_an_earlier_version_of_the_questions_is_compared_too():
    older = replace(CONTENT, answers=(*ANSWERS, Answer(question="gone", text=rich("Gammalt."))))
    (pair,) = [one for one in compared(older, CONTENT, builtin()) if one.changed]
    assert (pair.key, pair.label, pair.section) == ("question:gone", "gone", "")


def test_long_texts_and_two_hundred_risks_are_compared_at_once():
    words = " ".join(f"ord{number}" for number in range(MOST_WORDS))
    turned = " ".join(reversed(words.split()))
    many = tuple(replace(SCENARIOS[0], key=f"k{number}") for number in range(200))
    older = replace(CONTENT, scenarios=many, answers=(Answer(question="what", text=rich(words)),))
    newer = replace(older, answers=(Answer(question="what", text=rich(turned)),))
    begun = time.perf_counter()
    (pair,) = [one for one in compared(older, newer, builtin()) if one.changed]
    assert time.perf_counter() - begun < 2
    assert said(pair.newer) == turned


def test_the_same_few_words_over_and_over_are_compared_at_once():
    before, now = "ja nei " * 700, "nei ja ja " * 450
    begun = time.perf_counter()
    left, right = marked(before, now)
    assert time.perf_counter() - begun < 2
    assert (said(left), said(right)) == (before, now)
