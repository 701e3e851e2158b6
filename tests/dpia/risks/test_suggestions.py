"""Suggestions of risks: in both languages, searched, and copied without being judged."""

import pytest

from gdpr_desktop.core.municipality import Language
from gdpr_desktop.dpia.codes import MeasureStatus
from gdpr_desktop.dpia.content import Estimate
from gdpr_desktop.dpia.risks.suggestions import as_written, suggestions


@pytest.fixture(params=Language, scope="module")
def found(request):
    return suggestions(request.param)


def test_there_are_enough_for_municipal_work(found):
    assert len(found.risks) >= 40
    assert len(found.measures) >= 60
    assert len({one.title for one in found.measures}) == len(found.measures)
    assert len({one.id for one in found.risks}) == len(found.risks)


def test_both_languages_say_something_everywhere(found):
    texts = [text for one in found.risks for text in (one.title, one.meaning, one.who, one.cause)]
    texts += [text for one in found.measures for text in (one.title, one.text)]
    assert all(text.strip() for text in texts)
    assert all(len(one.title) <= 100 for one in (*found.risks, *found.measures))


def test_each_area_has_some_and_each_risk_has_measures(found):
    assert all(len(found.found(area=area)) >= 3 for area, _words in found.areas)
    assert all(found.measures_of(one) for one in found.risks)
    used = {measure for one in found.risks for measure in one.measures}
    assert used == {one.id for one in found.measures}


def test_search_takes_the_words_in_any_order_and_without_norwegian_letters():
    found = suggestions(Language.NYNORSK)
    assert found.found("KAMERA folk")
    assert {one.id for one in found.found("pasørande")} == set()
    assert "visitors_caught" in {one.id for one in found.found("parorande gjester")}
    assert found.found("", "camera") != found.found("")


def test_what_is_taken_is_a_copy_that_nobody_has_judged():
    found = suggestions(Language.BOKMAL)
    risk = found.risks[0]
    measures = found.measures_of(risk)
    scenarios, made = as_written(
        (risk,), measures[:2], {one.id: MeasureStatus.EXISTING for one in measures}
    )
    assert {one.status for one in made} == {MeasureStatus.EXISTING}
    assert scenarios[0].suggestion == risk.id
    assert scenarios[0].before == Estimate()
    assert scenarios[0].measures == tuple(one.key for one in made)
    assert len(made) == 2
