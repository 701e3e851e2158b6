"""The decision helper: short questions with their articles, from ``forms/decisions``."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from gdpr_desktop.core.errors import FieldProblem
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.paths import form
from gdpr_desktop.core.text import _, current_language
from gdpr_desktop.requests.model import Considered

YES, NO = "yes", "no"


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One yes-or-no question.

    ``when`` are «id=answer» of which one must hold for it to be asked; ``reason`` is the answer
    that demands a written reason: yes, no, both or none.
    """

    id: str
    articles: tuple[str, ...]
    handbook: tuple[str, ...]
    when: tuple[str, ...]
    reason: str

    def needs_reason(self, answer: str) -> bool:
        """Must the answer have a written reason?"""
        return self.reason in (answer, "both")


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionWords:
    """A question as it is asked, with a sentence of help."""

    text: str
    help: str = ""


@cache
def questions(name: str) -> tuple[Question, ...]:
    """The questions of one decision, in the order they are asked."""
    return tuple(
        Question(
            id=one["id"],
            articles=tuple(one["articles"]),
            handbook=tuple(one.get("handbook", ())),
            when=tuple(one.get("when", ())),
            reason=one.get("reason", "none"),
        )
        for one in _tree(f"{name}.toml")["questions"]
    )


def question_words(name: str, question: str, language: Language | None = None) -> QuestionWords:
    """The words of a question, in the language of the screen or of a letter."""
    one = _tree(f"{name}.{(language or current_language()).value}.toml")["questions"][question]
    return QuestionWords(text=one["text"], help=one.get("help", ""))


@cache
def _tree(name: str) -> dict[str, Any]:
    return tomllib.loads(form("decisions").joinpath(name).read_text(encoding="utf-8"))


def answer_of(considered: Iterable[Considered], question: str) -> str:
    """«yes», «no», or "" for what is not answered."""
    return next((one.answer for one in considered if one.question == question), "")


def reason_of(considered: Iterable[Considered], question: str) -> str:
    """The reason that was written with an answer."""
    return next((one.reason for one in considered if one.question == question), "")


def asked(
    name: str, considered: tuple[Considered, ...], without: frozenset[str] = frozenset()
) -> tuple[Question, ...]:
    """The questions that the answers so far lead to; ``without`` those that matter no more."""
    found: list[Question] = []
    ids: set[str] = set()
    for question in questions(name):
        conditions = (one.partition("=") for one in question.when)
        holds = any(q in ids and answer_of(considered, q) == a for q, _is, a in conditions)
        if (holds or not question.when) and question.id not in without:
            found.append(question)
            ids.add(question.id)
    return tuple(found)


def problems(
    name: str, considered: tuple[Considered, ...], without: frozenset[str] = frozenset()
) -> list[FieldProblem]:
    """What is not answered, and answers that lack their reason: at the field ``considered``."""
    field = "considered"
    found = asked(name, considered, without)
    unanswered = [one for one in found if answer_of(considered, one.id) not in (YES, NO)]
    if unanswered:
        text = _("Answer all the questions. The first one left is «{question}»")
        said = question_words(name, unanswered[0].id).text
        return [FieldProblem(field=field, text=text.format(question=said))]
    for one in found:
        if one.needs_reason(answer_of(considered, one.id)) and not reason_of(considered, one.id):
            text = _("Write the reason for your answer to «{question}»")
            said = question_words(name, one.id).text
            return [FieldProblem(field=field, text=text.format(question=said))]
    return []


def in_words(name: str, considered: Iterable[Considered]) -> str:
    """Each question with its answer and reason on a line of its own, for the case page."""
    said = {YES: _("Yes"), NO: _("No")}
    known = {question.id for question in questions(name)}  # not one that is asked no longer
    lines = []
    for one in considered:
        if one.answer in said and one.question in known:
            asked_for = question_words(name, one.question).text
            lines.append(f"{asked_for} {said[one.answer]}. {one.reason}".strip())
    return "\n".join(lines)
