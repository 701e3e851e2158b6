"""Topics of the handbook, checklists, and checklists that somebody has filled in."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

NEW = 0  # the id of what is not saved yet


class PointKind(StrEnum):
    """How a point of a checklist is answered."""

    YES_NO_NA = "yes_no_na"
    TEXT = "text"


class Answer(StrEnum):
    """The answers to a point of the first kind."""

    YES = "yes"
    NO = "no"
    NOT_RELEVANT = "not_relevant"


class About(StrEnum):
    """What a filled checklist may be about. The values stand in the file."""

    NOTHING = ""  # in the register: its name alone tells
    ACTIVITY = "activity"
    STATEMENT = "statement"


@dataclass(frozen=True, slots=True, kw_only=True)
class References:
    """Where a rule stands. ``articles`` like ``6(1)(a)``; ``laws`` in words of the language."""

    handbook: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    laws: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """A group of topics."""

    id: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """One thing the handbook explains. ``text`` is simple Markdown."""

    id: str
    theme: str
    title: str
    text: str
    keywords: tuple[str, ...]
    references: References
    places: tuple[str, ...]  # where in the program it is needed
    related: tuple[str, ...]  # ids of other topics


@dataclass(frozen=True, slots=True, kw_only=True)
class ChecklistPoint:
    """One question; ``number`` counts from 1."""

    id: str
    number: int
    kind: PointKind
    text: str
    help: str
    references: References


@dataclass(frozen=True, slots=True, kw_only=True)
class Checklist:
    """A list of questions."""

    id: str
    about: About
    title: str
    intro: str
    points: tuple[ChecklistPoint, ...]
    references: References


@dataclass(frozen=True, slots=True, kw_only=True)
class PointAnswer:
    """What was answered to one point: a choice with a note, or a text."""

    point: str
    choice: Answer | None = None
    text: str = ""  # the answer to a point of text, else the note

    @property
    def is_empty(self) -> bool:
        """Was nothing said?"""
        return self.choice is None and not self.text


@dataclass(frozen=True, slots=True, kw_only=True)
class ChecklistData:
    """What the file keeps as JSON."""

    answered_by: str
    answers: tuple[PointAnswer, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FilledChecklist:
    """A checklist with answers. ``filled_by`` is the user who saved it first."""

    id: int = NEW
    checklist: str
    about_kind: About = About.NOTHING
    about_id: int | None = None
    about_name: str
    filled_on: date
    filled_by: int = 0
    answered_by: str
    answers: tuple[PointAnswer, ...] = ()
    changed_at: datetime | None = field(default=None, compare=False)

    def answer_to(self, point: ChecklistPoint) -> PointAnswer:
        """The answer to ``point``; an empty one where it was passed over."""
        found = (answer for answer in self.answers if answer.point == point.id)
        return next(found, PointAnswer(point=point.id))


def is_answered(point: ChecklistPoint, answer: PointAnswer) -> bool:
    """Does ``answer`` answer ``point``? A note without a choice does not."""
    if point.kind is PointKind.TEXT:
        return bool(answer.text.strip())
    return answer.choice is not None


def answered(checklist: Checklist, answers: tuple[PointAnswer, ...]) -> int:
    """How many points of ``checklist`` are answered."""
    given = {answer.point: answer for answer in answers}
    return sum(
        point.id in given and is_answered(point, given[point.id]) for point in checklist.points
    )
