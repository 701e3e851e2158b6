"""The questions, from ``forms/assessments``: structure once, words in each written form."""

import tomllib
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.paths import form
from gdpr_desktop.core.text import current_language
from gdpr_desktop.register.assessments.model import Kind, Part, Question, Questionnaire, Side
from gdpr_desktop.register.assessments.model import QuestionType as Type


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionWords:
    """A question as it is asked, a sentence of help, and the words of its choices."""

    text: str
    help: str = ""
    choices: dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The words of one assessment in one language. ``codes`` has outcomes, needs, warnings,
    steps."""

    title: str
    intro: str
    parts: dict[str, str]
    questions: dict[str, QuestionWords]
    codes: dict[str, str]


@cache
def questionnaire(kind: Kind) -> Questionnaire:
    """The structure of an assessment."""
    tree = _tree(f"{kind}.toml")
    return Questionnaire(
        kind=kind,
        parts=tuple(part for one in tree["parts"] for part in _parts(one)),
        articles=tuple(tree["articles"]),
        handbook=tuple(tree["handbook"]),
        paged=tree.get("paged", False),
        concludes=tree.get("concludes", False),
    )


def words(kind: Kind, language: Language | None = None) -> Words:
    """The words of an assessment, in the language of the screen or in ``language``."""
    return _words(kind, language or current_language())


def _tree(name: str) -> dict[str, Any]:
    return tomllib.loads(form("assessments").joinpath(name).read_text(encoding="utf-8"))


def _parts(tree: dict[str, Any]) -> tuple[Part, ...]:
    """A part; with ``questions_of`` it has the questions of another assessment, asked ``when``."""
    lent = tree.get("questions_of")
    if lent is None:
        return (Part(id=tree["id"], questions=tuple(map(_question, tree["questions"]))),)
    without = tree.get("without", ())
    when = tuple(tree.get("when", ()))
    taken = (one for one in questionnaire(Kind(lent)).questions if one.id not in without)
    asked = tuple(one if one.when else replace(one, when=when) for one in taken)
    return (Part(id=tree["id"], questions=asked),)


def _question(tree: dict[str, Any]) -> Question:
    return Question(
        id=tree["id"],
        type=Type(tree["type"]),
        required=tree.get("required", True),
        note=tree.get("note", False),
        side=Side(tree.get("side", "")),
        choices=tuple(tree.get("choices", ())),
        when=tuple(tree.get("when", ())),
    )


@cache
def _words(kind: Kind, language: Language) -> Words:
    tree = _tree(f"{kind}.{language.value}.toml")
    lent = {one["questions_of"] for one in _tree(f"{kind}.toml")["parts"] if "questions_of" in one}
    questions: dict[str, QuestionWords] = {}
    codes: dict[str, str] = {}
    for name in sorted(lent):
        other = _words(Kind(name), language)
        questions |= other.questions
        codes |= other.codes
    for question_id, one in tree["questions"].items():
        questions[question_id] = QuestionWords(
            text=one["text"], help=one.get("help", ""), choices=dict(one.get("choices", {}))
        )
    return Words(
        title=tree["title"],
        intro=tree["intro"],
        parts=dict(tree["parts"]),
        questions=questions,
        codes=codes | tree["codes"],
    )
