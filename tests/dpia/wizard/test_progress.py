"""How far an assessment has come: what counts as an answer, and how each section stands."""

from dataclasses import replace

import pytest

from dpia.filling import ABOUT, MEASURES, SCENARIOS
from gdpr_desktop.dpia.advice.model import SectionVerdict
from gdpr_desktop.dpia.catalogue.folding import earlier
from gdpr_desktop.dpia.catalogue.loading import builtin
from gdpr_desktop.dpia.catalogue.model import QuestionKind
from gdpr_desktop.dpia.content import Answer, Assessment
from gdpr_desktop.dpia.rich import rich
from gdpr_desktop.dpia.wizard.progress import (
    Lack,
    SectionState,
    count,
    is_answered,
    missing,
    section_state,
)

CATALOGUE = builtin()
EMPTY, BEGUN, DONE = SectionState.EMPTY, SectionState.BEGUN, SectionState.DONE


def written(*answers: Answer, **more: object) -> Assessment:
    return replace(Assessment(about=ABOUT, answers=answers), **more)  # type: ignore[arg-type]


def state(section: str, content: Assessment, *verdicts: SectionVerdict) -> SectionState:
    found = CATALOGUE.section(section)
    assert found is not None
    return section_state(found, content, verdicts)


def full(question: str, **beside: object) -> Answer:
    """An answer in full, whatever the kind."""
    found = CATALOGUE.question(question)
    assert found is not None
    kind = found.kind
    made = Answer(question=question)
    if kind in (QuestionKind.TEXT, QuestionKind.LINE):
        made = replace(made, text=rich("Slik."))
    elif kind is QuestionKind.TICKS:
        made = replace(made, picks=(found.choices[0][0],))
    elif kind is QuestionKind.ROWS:
        made = replace(made, rows=(tuple("x" for _column in found.columns),))
    elif kind is QuestionKind.POINTS:
        made = replace(made, rows=tuple((point, "yes", "") for point, _words in found.choices))
    else:
        made = replace(made, choice="no")
    return replace(made, **beside)  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", QuestionKind)
def test_a_full_answer_counts_and_half_of_one_does_not(kind: QuestionKind) -> None:
    every = (one for part in CATALOGUE.sections for one in part.questions)
    question = next((one for one in every if one.kind is kind), None)
    if question is None:  # lines are for the municipality's own questions
        question = replace(next(iter(CATALOGUE.sections)).questions[0], kind=kind)
    assert is_answered(question, full(question.id))
    assert not is_answered(question, Answer(question=question.id))
    if kind is QuestionKind.POINTS:
        assert not is_answered(question, replace(full(question.id), rows=(("asked_for", "yes"),)))
    note = Answer(question=question.id, text=rich("Berre eit notat."))
    assert is_answered(question, note) is (kind in (QuestionKind.TEXT, QuestionKind.LINE))
    assert is_answered(question, Answer(question=question.id, not_applicable="Ingen slike."))


def test_a_section_is_empty_begun_and_done() -> None:
    assert state("views", written()) is EMPTY
    assert state("views", written(full("views_asked", choice="yes"))) is BEGUN
    reason = full("views_why_not")
    assert state("views", written(full("views_asked", choice="no"), reason)) is DONE


def test_the_officer_asking_for_more_comes_before_what_is_answered() -> None:
    done = written(full("views_asked", choice="no"), full("views_why_not"))
    verdict = SectionVerdict(section="views", sufficient=False, feedback="Kven er spurd?")
    assert state("views", done, verdict) is SectionState.NEEDS_WORK
    assert state("views", done, replace(verdict, sufficient=True)) is DONE
    assert state("freedoms", done, verdict) is EMPTY


def test_a_section_that_folds_whole_is_done_when_that_is_decided() -> None:
    assert state("interest", written()) is EMPTY
    assert state("interest", written(full("basis", picks=("e",)))) is DONE
    assert state("interest", written(full("basis", picks=("f",)))) is EMPTY


def test_risks_are_done_when_each_is_judged() -> None:
    section = CATALOGUE.section("risks")
    assert section is not None
    answers = tuple(full(one.id) for one in section.questions)
    assert state("risks", written()) is EMPTY
    assert state("risks", written(scenarios=SCENARIOS)) is BEGUN
    assert state("risks", written(*answers)) is BEGUN
    assert state("risks", written(*answers, scenarios=SCENARIOS[:1], measures=MEASURES[:2])) is DONE
    nothing = type(SCENARIOS[0].before)()
    for change, why in (
        ({"before": nothing}, Lack.NOT_ESTIMATED),
        ({"after": nothing}, Lack.NOT_JUDGED),
        ({"measures": ()}, Lack.NO_MEASURES),
    ):
        content = written(*answers, scenarios=(replace(SCENARIOS[0], **change),))
        assert state("risks", content) is BEGUN
        (lack,) = (one for one in missing(CATALOGUE, content) if one.section == "risks")
        assert (lack.lack, lack.about, lack.question) == (why, "scenario:s1", "")
    content = written(*answers, scenarios=SCENARIOS[:1], measures=MEASURES)
    assert Lack.NO_DUE in {one.lack for one in missing(CATALOGUE, content)}


def test_a_choice_of_an_earlier_version_counts_where_it_has_become_a_tick() -> None:
    question = CATALOGUE.question("basis")
    assert question is not None
    once = Answer(question="basis", choice="f")
    assert is_answered(question, once)
    assert state("interest", written(once)) is EMPTY
    assert earlier(CATALOGUE, (once,)) == ()


def test_what_is_missing_stands_in_the_order_of_the_pages_and_leaves_out_what_folds() -> None:
    found = [one.question for one in missing(CATALOGUE, written()) if one.lack is Lack.ANSWER]
    order = [one.id for part in CATALOGUE.sections for one in part.questions]
    assert found == [one for one in order if one in set(found)]
    assert found[0] == "what"
    assert "changed_what" not in found
    assert "life_cycle" not in found  # optional


def test_all_answered_leaves_nothing_missing_and_counts_what_is_asked() -> None:
    answers = (full(one.id) for part in CATALOGUE.sections for one in part.questions)
    content = written(*answers, scenarios=SCENARIOS[:1], measures=MEASURES[:2])
    assert missing(CATALOGUE, content) == ()
    counted = count(CATALOGUE, content)
    assert counted.answered == counted.asked > 30
    assert count(CATALOGUE, written()).answered == 0
