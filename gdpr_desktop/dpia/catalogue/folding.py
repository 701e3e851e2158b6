"""Which questions are asked, given what is answered, and which answers belong to none of them."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from enum import StrEnum

from gdpr_desktop.dpia.catalogue.model import Catalogue, Question, QuestionKind
from gdpr_desktop.dpia.content import Answer

Answers = Mapping[str, Answer]

BUTTONS: Mapping[QuestionKind, tuple[str, ...]] = {
    QuestionKind.YES_NO: ("yes", "no"),
    QuestionKind.YES_NO_UNSURE: ("yes", "no", "unsure"),
}


class Folded(StrEnum):
    """Why a question is folded away."""

    NO = ""  # it is asked
    NOT_YET = "not_yet"  # what it hangs on is not answered
    OTHERWISE = "otherwise"  # what it hangs on is answered with something else


def applies(question: Question, answers: Answers) -> bool:
    """Is it asked? One of its conditions must hold, each of them whole («a=x & b=y»)."""
    return not question.when or any(_holds(one, answers) for one in question.when)


def folded_because(question: Question, answers: Answers) -> Folded:
    """Why it is folded away; falsy when it is asked."""
    if applies(question, answers):
        return Folded.NO
    asked = (name for one in question.when for name, _value in pairs(one))
    answered = any(given(answers.get(name)) for name in asked)
    return Folded.OTHERWISE if answered else Folded.NOT_YET


def pairs(condition: str) -> tuple[tuple[str, str], ...]:
    """The question and the answer of each part of a condition."""
    parts = (one.strip().partition("=") for one in condition.split("&"))
    return tuple((name, value) for name, _sign, value in parts)


def given(answer: Answer | None) -> tuple[str, ...]:
    """What was chosen or ticked; nothing where the question was said not to apply."""
    if answer is None or answer.not_applicable:
        return ()
    return (answer.choice, *answer.picks) if answer.choice else answer.picks


def _holds(condition: str, answers: Answers) -> bool:
    return all(value in given(answers.get(name)) for name, value in pairs(condition))


def by_question(answers: Iterable[Answer]) -> dict[str, Answer]:
    """The answers by the id of their question."""
    return {one.question: one for one in answers}


def asked(catalogue: Catalogue, answers: Answers) -> tuple[Question, ...]:
    """All questions that are asked now, in order."""
    every = (one for section in catalogue.sections for one in section.questions)
    return tuple(one for one in every if applies(one, answers))


def earlier(catalogue: Catalogue, answers: Iterable[Answer]) -> tuple[Answer, ...]:
    """What was answered to an earlier version: to questions that are no more, and what of an
    answer has no place in its question now. Nothing of it is ever dropped."""
    found = (stray(catalogue.question(one.question), one) for one in answers)
    return tuple(one for one in found if one)


def fitted(question: Question | None, answer: Answer) -> Answer:
    """The answer as its question takes it now: a choice is a tick where it has become ticks, and
    one tick a choice. What folds by an answer and what shows it agree on what it says."""
    if question is None:
        return answer
    ids = tuple(name for name, _words in question.choices)
    if question.kind is QuestionKind.TICKS and answer.choice in ids:
        told = {*answer.picks, answer.choice}
        strange = (one for one in answer.picks if one not in ids)
        picks = (*(one for one in ids if one in told), *strange)
        return replace(answer, choice="", picks=picks)
    choices = ids if question.kind is QuestionKind.CHOICE else BUTTONS.get(question.kind, ())
    if not answer.choice and len(answer.picks) == 1 and answer.picks[0] in choices:
        return replace(answer, choice=answer.picks[0], picks=())
    return answer


def stray(question: Question | None, answer: Answer) -> Answer:
    """As much of an answer as its question has no place for; all where it is no more."""
    if question is None:
        return answer
    answer = fitted(question, answer)
    ids = {name for name, _words in question.choices}
    kind = question.kind
    choices = ids if kind is QuestionKind.CHOICE else set(BUTTONS.get(kind, ()))
    ticked = ids if kind is QuestionKind.TICKS else set()
    return Answer(
        question=answer.question,
        choice="" if answer.choice in choices else answer.choice,
        picks=tuple(one for one in answer.picks if one not in ticked),
        rows=tuple(row for row in answer.rows if not _fits(question, ids, row)),
    )


def _fits(question: Question, ids: set[str], row: tuple[str, ...]) -> bool:
    if question.kind is QuestionKind.POINTS:
        return bool(row) and row[0] in ids
    if question.kind is QuestionKind.ROWS:
        return not any(row[len(question.columns) :])
    return False


def keeping(question: Question | None, before: Answer, answer: Answer) -> Answer:
    """``answer`` as it is saved over ``before``: what of that had no place on the page stays.

    Where the question is answered anew with a choice, that takes the place of the old one.
    """
    left = stray(question, before)
    return replace(
        answer,
        choice=answer.choice or left.choice,
        picks=tuple(dict.fromkeys((*answer.picks, *left.picks))),
        rows=(*answer.rows, *(row for row in left.rows if row not in answer.rows)),
    )
