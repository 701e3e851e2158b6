"""A general question about our processing, answered with what everyone may read of the record.

No claim of a right, and nothing about the person who asks: so no identity and no decision.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from gdpr_desktop.casework.checks import line_lengths, problem, required, text_length
from gdpr_desktop.core.code_words import CodeWords
from gdpr_desktop.core.errors import FieldProblem
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import N_, _
from gdpr_desktop.requests.model import Considered, Part, Request, Result, Right, Step
from gdpr_desktop.requests.questions import answer_of
from gdpr_desktop.requests.questions import problems as unanswered
from gdpr_desktop.requests.rights.base import RightRules


class QuestionOutcome(StrEnum):
    """Ours to answer, or somebody else's."""

    ANSWERED = "answered"
    NOT_OURS = "not_ours"


@dataclass(frozen=True, slots=True, kw_only=True)
class Concerned:
    """A processing activity that the question is about, as the record tells everyone of it."""

    name: str
    purpose: str = ""
    basis: str = ""
    storage: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionAssessment:
    """What we answer. ``record_attached``: the public version of the record goes with it."""

    outcome: QuestionOutcome
    answer: str
    concerned: tuple[Concerned, ...] = ()
    record_attached: bool = False
    who_answers: str = ""
    considered: tuple[Considered, ...] = ()


words = CodeWords(
    (
        (QuestionOutcome.ANSWERED, N_("We answer it")),
        (QuestionOutcome.NOT_OURS, N_("Somebody else is responsible")),
    )
)


class QuestionRules(RightRules):
    """Answered with the public record."""

    right = Right.QUESTION
    assessment = QuestionAssessment
    letters = frozenset({"question_answer"})
    steps = (Step.ASSESS, Step.CARRY_OUT, Step.SEND)
    identity = False
    claim = False

    def problems(
        self, assessment: QuestionAssessment, request: Request, part: Part, today: date
    ) -> list[FieldProblem]:
        found = unanswered(self.right.value, assessment.considered)
        found += required("answer", assessment.answer, _("Write the answer."))
        found += text_length("answer", assessment.answer)
        not_ours = assessment.outcome is QuestionOutcome.NOT_OURS
        if not_ours != (answer_of(assessment.considered, "ours") == "no"):
            text = _("This does not go with what you answered on who is responsible.")
            found.append(problem("outcome", text))
        if not_ours:
            text = _("Write who can answer.")
            found += required("who_answers", assessment.who_answers, text)
        return found + line_lengths(who_answers=assessment.who_answers)

    def result(self, part: Part) -> Result | None:
        return Result.ANSWERED if part.assessment else None

    def measures(self, assessment: QuestionAssessment, language: Language) -> tuple[str, ...]:
        if not assessment.record_attached:
            return ()
        return (_("Put the public version of the record with the letter", language=language),)

    def offers(self, part: Part) -> tuple[Right, ...]:
        found: QuestionAssessment | None = part.assessment
        about_self = found is not None and answer_of(found.considered, "about_self") == "yes"
        return (Right.ACCESS,) if about_self else ()

    def template(self, request: Request, part: Part) -> str:
        return "question_answer"

    def facts(self, request: Request, part: Part, language: Language) -> Mapping[str, object]:
        found: QuestionAssessment | None = part.assessment
        if found is None:
            return {}
        ours = found.outcome is QuestionOutcome.ANSWERED
        return {
            "outcome": found.outcome.value,
            "answer_text": found.answer,
            "concerned": tuple(_line(one) for one in found.concerned) if ours else (),
            "record_attached": found.record_attached,
            "who_answers": found.who_answers.rstrip("."),
        }

    def summary(self, request: Request, part: Part) -> tuple[tuple[str, str], ...]:
        found: QuestionAssessment = part.assessment
        attached = _("The public version goes with the letter") if found.record_attached else ""
        rows = (
            (_("Result"), words(found.outcome)),
            (_("The answer"), found.answer),
            (_("Activities"), ", ".join(one.name for one in found.concerned)),
            (_("The record"), attached),
            (_("Who can answer"), found.who_answers),
        )
        return tuple((name, text) for name, text in rows if text)

    def anonymous(self, assessment: QuestionAssessment) -> QuestionAssessment:
        return QuestionAssessment(
            outcome=assessment.outcome,
            answer="",
            record_attached=assessment.record_attached,
            considered=tuple(replace(one, reason="") for one in assessment.considered),
        )


def _line(one: Concerned) -> Mapping[str, object]:
    """On one line each, without the full stop that the letter sets."""
    texts = {"purpose": one.purpose, "basis": one.basis, "storage": one.storage}
    return {"name": one.name} | {
        name: "; ".join(text.rstrip(". ").splitlines()) for name, text in texts.items()
    }


RULES = QuestionRules()
