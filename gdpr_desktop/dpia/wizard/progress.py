"""How far an assessment has come: what is answered, what is missing, how each section stands."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from gdpr_desktop.dpia.advice.model import SectionVerdict
from gdpr_desktop.dpia.assessment import Dpia
from gdpr_desktop.dpia.catalogue.folding import applies, fitted, pairs
from gdpr_desktop.dpia.catalogue.model import RISKS, Catalogue, Question, QuestionKind, Section
from gdpr_desktop.dpia.codes import MeasureStatus
from gdpr_desktop.dpia.content import Answer, Assessment, Scenario
from gdpr_desktop.dpia.risks.model import Level, Scale, level_of, scale_in

_CHOICES = (QuestionKind.CHOICE, QuestionKind.YES_NO, QuestionKind.YES_NO_UNSURE)


class SectionState(StrEnum):
    """How a section stands."""

    EMPTY = "empty"
    BEGUN = "begun"
    DONE = "done"
    NEEDS_WORK = "needs_work"  # the officer has said so


class Lack(StrEnum):
    """What kind of thing is missing."""

    ANSWER = "answer"
    NO_RISKS = "no_risks"
    NOT_ESTIMATED = "not_estimated"
    NO_MEASURES = "no_measures"  # against a risk that is not low
    NOT_JUDGED = "not_judged"  # anew, with its measures
    NO_DUE = "no_due"  # a planned measure without a day or somebody who does it


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """``about`` as in ``Comment``; empty for the section itself."""

    lack: Lack
    section: str
    about: str = ""

    @property
    def question(self) -> str:
        """The question that is not answered; empty where something else is missing."""
        return self.about.partition(":")[2] if self.lack is Lack.ANSWER else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How many of the questions that must be answered are."""

    answered: int
    asked: int


def answers_of(content: Assessment) -> dict[str, Answer]:
    """The answers by question."""
    return {one.question: one for one in content.answers}


def is_answered(question: Question, answer: Answer) -> bool:
    """Is it answered in full? What does not apply is, once the reason is written."""
    answer = fitted(question, answer)
    if answer.not_applicable.strip():
        return True
    match question.kind:
        case QuestionKind.TEXT | QuestionKind.LINE:
            return bool(answer.text)
        case QuestionKind.TICKS:
            return bool(answer.picks)
        case QuestionKind.ROWS:
            return any(any(cell.strip() for cell in row) for row in answer.rows)
        case QuestionKind.POINTS:
            told = {row[0] for row in answer.rows if len(row) > 1 and row[1]}
            return all(point in told for point, _words in question.choices)
    return bool(answer.choice)


def asked(section: Section, answers: Mapping[str, Answer]) -> tuple[Question, ...]:
    """The questions of a section that apply now."""
    return tuple(one for one in section.questions if applies(one, answers))


def folded(catalogue: Catalogue, content: Assessment) -> frozenset[str]:
    """The sections in which there is nothing to answer, as it stands: they are passed by."""
    answers, sections = answers_of(content), catalogue.sections
    return frozenset(one.id for one in sections if one.id != RISKS and not asked(one, answers))


def section_state(
    section: Section, content: Assessment, verdicts: Iterable[SectionVerdict] = ()
) -> SectionState:
    """How a section stands. ``verdicts`` are the officer's on what was sent last."""
    if any(one.section == section.id and one.sufficient is False for one in verdicts):
        return SectionState.NEEDS_WORK
    answers = answers_of(content)
    now = asked(section, answers)
    if not now and section.id != RISKS:
        return SectionState.DONE if _is_decided(section, answers) else SectionState.EMPTY
    if not lacking(section, content):
        return SectionState.DONE
    begun = any(answers.get(one.id) for one in now)
    if section.id == RISKS:
        begun = begun or bool(content.scenarios or content.measures)
    return SectionState.BEGUN if begun else SectionState.EMPTY


def states(catalogue: Catalogue, found: Dpia) -> dict[str, SectionState]:
    """How each section stands, with what the officer has said of what was sent last."""
    opinion = found.opinion
    verdicts = opinion.verdicts if opinion is not None and opinion.given_on else ()
    return {one.id: section_state(one, found.content, verdicts) for one in catalogue.sections}


def missing(catalogue: Catalogue, content: Assessment) -> tuple[Missing, ...]:
    """All that is missing before it is sent, in the order of the pages. It is said before, and
    never in the way: a draft may be advised on. What does not apply, or folds, is not missing."""
    found = (lacking(section, content) for section in catalogue.sections)
    return tuple(one for part in found for one in part)


def lacking(section: Section, content: Assessment) -> tuple[Missing, ...]:
    """What is missing in one section."""
    answers = answers_of(content)
    questions = tuple(
        Missing(section=section.id, lack=Lack.ANSWER, about=f"question:{one.id}")
        for one in asked(section, answers)
        if one.required and not is_answered(one, answers.get(one.id, Answer(question=one.id)))
    )
    return (*_lacking_risks(content), *questions) if section.id == RISKS else questions


def count(catalogue: Catalogue, content: Assessment) -> Count:
    """How many of the questions that apply and must be answered are answered."""
    answers = answers_of(content)
    now = [one for part in catalogue.sections for one in asked(part, answers) if one.required]
    done = (one for one in now if is_answered(one, answers.get(one.id, Answer(question=one.id))))
    return Count(answered=sum(1 for _one in done), asked=len(now))


def has_note(question: Question) -> bool:
    """Is there room for a note beside the answer? A text needs none, nor does a list of points."""
    return question.kind in (*_CHOICES, QuestionKind.TICKS)


def _lacking_risks(content: Assessment) -> tuple[Missing, ...]:
    if not content.scenarios:
        return (Missing(lack=Lack.NO_RISKS, section=RISKS),)
    scale = scale_in(content)
    lacks = ((one.key, _lack_of(one, scale)) for one in content.scenarios)
    risks = (
        Missing(lack=lack, section=RISKS, about=f"scenario:{key}") for key, lack in lacks if lack
    )
    measures = (
        Missing(lack=Lack.NO_DUE, section=RISKS, about=f"measure:{one.key}")
        for one in content.measures
        if one.status is MeasureStatus.PLANNED and not (one.done_on or (one.owner and one.due))
    )
    return (*risks, *measures)


def _lack_of(scenario: Scenario, scale: Scale) -> Lack | None:
    level = level_of(scenario.before, scale)
    if level is Level.NONE:
        return Lack.NOT_ESTIMATED
    if not scenario.measures:
        return Lack.NO_MEASURES if level is not Level.LOW else None
    return None if scenario.after.complete else Lack.NOT_JUDGED


def _is_decided(section: Section, answers: Mapping[str, Answer]) -> bool:
    """Have the answers been given that the questions of a folded section wait for?"""
    rules = (rule for one in section.questions for rule in one.when)
    waited = {name for rule in rules for name, _value in pairs(rule)}
    return all(answers.get(one) for one in waited)
