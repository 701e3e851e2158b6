"""What a guided assessment is: questions, which of them are asked, and what comes of the answers.

Answers are texts by question id: ``yes``, ``no``, ``unsure``, ``na``, the id of a choice, ids with
commas between (ticks), a date as ``2026-01-31``, lines of tab-separated cells (rows), or words.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from gdpr_desktop.law.bases import Basis, Condition

Answers = Mapping[str, str]


class Kind(StrEnum):
    """The assessments. The values are ``Assessment.kind``."""

    LAWFUL_BASIS = "lawful_basis"  # art. 6(1)
    INTERESTS = "interests"  # art. 6(1)(f)
    NEW_PURPOSE = "new_purpose"  # art. 6(4)
    SPECIAL = "special"  # art. 9(2)
    BASIS_CHECKLIST = "basis_checklist"  # handbook 3.6
    BUILT_IN = "built_in"  # art. 25
    START = "start"  # of a processing


class QuestionType(StrEnum):
    """How a question is answered."""

    YES_NO = "yes_no"
    YES_NO_UNSURE = "yes_no_unsure"
    YES_NO_NA = "yes_no_na"  # «na»: does not concern this
    TEXT = "text"
    LINE = "line"
    DATE = "date"
    CHOICE = "choice"
    TICKS = "ticks"  # «none» excludes the others
    PURPOSE = "purpose"  # one of the activity's
    UNIT = "unit"  # id of an entry, as are the two below
    SYSTEM = "system"
    DATA_ROWS = "data_rows"  # what, how sensitive, months
    SUBJECT_ROWS = "subject_rows"  # who, vulnerable


BUTTONS: dict[QuestionType, tuple[str, ...]] = {
    QuestionType.YES_NO: ("yes", "no"),
    QuestionType.YES_NO_UNSURE: ("yes", "no", "unsure"),
    QuestionType.YES_NO_NA: ("yes", "no", "na"),
}


class Side(StrEnum):
    """What a yes speaks for."""

    NONE = ""
    FOR = "for"
    AGAINST = "against"


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """``when``: asked if one of these holds: «id=answer», several joined with « & »; empty: always.

    A condition on a question that was not asked does not hold.
    """

    id: str
    type: QuestionType
    required: bool = True
    note: bool = False  # may have a note beside the answer
    side: Side = Side.NONE
    choices: tuple[str, ...] = ()
    when: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Questions that are asked together."""

    id: str
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Questionnaire:
    """The questions of one assessment. ``paged``: one part at a time."""

    kind: Kind
    parts: tuple[Part, ...]
    articles: tuple[str, ...]
    handbook: tuple[str, ...]
    paged: bool = False
    concludes: bool = False  # a written conclusion is required

    @property
    def questions(self) -> tuple[Question, ...]:
        """All of them, in order."""
        return tuple(one for part in self.parts for one in part.questions)


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What comes of the answers. Codes have their words in the file of the assessment.

    ``closed`` says why the assessment cannot be used here; ``steps`` are codes of things to do.
    """

    outcome: str = ""
    closed: str = ""
    needs: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()
    basis: Basis | None = None
    condition: Condition | None = None
    day: date | None = None  # by which people must be told


def _holds(condition: str, answers: Answers) -> bool:
    pairs = (one.strip().partition("=") for one in condition.split("&"))
    return all(answers.get(name) == value for name, _sign, value in pairs)


def asked(questions: Iterable[Question], answers: Answers) -> tuple[Question, ...]:
    """Those that are asked, given what was answered so far."""
    found: list[Question] = []
    counted: dict[str, str] = {}
    for one in questions:
        if one.when and not any(_holds(each, counted) for each in one.when):
            continue
        found.append(one)
        if one.id in answers:
            counted[one.id] = answers[one.id]
    return tuple(found)


def counted(questions: Iterable[Question], answers: Answers) -> dict[str, str]:
    """The answers that count: to questions that are asked, and not blank."""
    found = ((one.id, answers.get(one.id, "").strip()) for one in asked(questions, answers))
    return {name: text for name, text in found if text}


def unanswered(questions: Iterable[Question], answers: Answers) -> tuple[str, ...]:
    """Ids of the required questions that are asked and have no answer."""
    return tuple(
        one.id
        for one in asked(questions, answers)
        if one.required and not answers.get(one.id, "").strip()
    )


def ticked(answers: Answers, question: str) -> frozenset[str]:
    """The ticks of a question; «none» is no tick."""
    return frozenset(answers.get(question, "").split(",")) - {"", "none"}
