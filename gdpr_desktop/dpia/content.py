"""What an assessment says: the same value in the register, in a work file and in a report.

``key`` is a random name that is the same in every copy of the assessment, so that two copies can
be put together again. Levels are whole numbers from 1 to the size of the scale, 0 when not set.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import uuid4

from gdpr_desktop.casework.attachments.model import Attachment
from gdpr_desktop.core.bilingual import Bilingual
from gdpr_desktop.dpia.codes import MeasurePurpose, MeasureStatus, Novelty, RiskKind
from gdpr_desktop.dpia.rich import EMPTY, Rich


def new_key() -> str:
    """A name for a new scenario, measure, comment or attachment."""
    return uuid4().hex


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """The first page: what it is about, before anything is assessed.

    ``activities`` are entries of the record that it was begun from, by id; a work file has none.
    """

    title: str
    description: str = ""
    systems: str = ""
    novelty: Novelty = Novelty.NEW
    unit: str = ""
    responsible: str = ""  # who answers for the processing: the risk owner
    responsible_role: str = ""
    starts_on: date | None = None
    activities: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The answer to one question of the catalogue; see ``catalogue/model.py`` for the kinds.

    ``text`` is the answer, or the note to a choice. ``rows`` are the lines of a table, or of
    points: (point, «yes» | «no» | «unsure», note). ``not_applicable``: why it does not apply.
    """

    question: str
    text: Rich = EMPTY
    choice: str = ""
    picks: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    not_applicable: str = ""

    def __bool__(self) -> bool:
        return bool(self.text or self.choice or self.picks or self.rows or self.not_applicable)


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """How grave, and how likely, with a reason for each."""

    consequence: int = 0
    likelihood: int = 0
    consequence_why: str = ""
    likelihood_why: str = ""

    @property
    def complete(self) -> bool:
        """Are both set?"""
        return bool(self.consequence and self.likelihood)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """Something that could happen to somebody. ``measures`` are keys; ``suggestion`` is the id
    in the catalogue of risks that it was taken from."""

    key: str
    title: str
    description: str = ""
    who: str = ""
    cause: str = ""
    kinds: tuple[RiskKind, ...] = ()
    before: Estimate = field(default_factory=Estimate)
    after: Estimate = field(default_factory=Estimate)
    after_why: str = ""
    measures: tuple[str, ...] = ()
    suggestion: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """What lowers a risk, or makes the processing lawful. Titles are unique in an assessment."""

    key: str
    title: str
    text: str = ""
    status: MeasureStatus = MeasureStatus.PLANNED
    purpose: MeasurePurpose = MeasurePurpose.COMPLY
    owner: str = ""
    due: date | None = None
    done_on: date | None = None
    suggestion: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment:
    """What somebody said about a part of it.

    ``about``: «question:ID», «section:ID», «scenario:KEY», «measure:KEY», or empty for all of it.
    ``at`` is in UTC. ``answer`` is what was said back, by whom and when.
    """

    key: str
    about: str
    text: str
    name: str
    at: datetime
    officer: bool = False
    answer: str = ""
    answered_by: str = ""
    settled_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Opinions:
    """What others said, as CNIL's program keeps it: who wrote, evaluated, validated; the officer.

    Kept for exchange only; in the register the people and the advice are deeds of the case.
    """

    author: str = ""
    evaluator: str = ""
    validator: str = ""
    officer: str = ""
    officer_may_go_ahead: bool | None = None
    officer_says: str = ""
    asked_people: bool | None = None
    people: str = ""
    people_for: bool | None = None
    people_say: str = ""
    why_not_asked: str = ""
    rejected_why: str = ""
    changed_after: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnScale:
    """The municipality's own scale, copied into the assessment: from which product of the two a
    risk is medium and high, and the words of each step; without them the usual words."""

    steps: int
    medium_from: int
    high_from: int
    consequence: tuple[Bilingual, ...] = ()
    likelihood: tuple[Bilingual, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """All that is written. ``scale`` is 4 or 5 steps; ``catalogue`` the version answered last.

    ``own_scale`` holds while it has as many steps as ``scale``; see ``risks/model.scale_in``.
    """

    about: About
    answers: tuple[Answer, ...] = ()
    scenarios: tuple[Scenario, ...] = ()
    measures: tuple[Measure, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    comments: tuple[Comment, ...] = ()
    scale: int = 5
    catalogue: str = ""
    opinions: Opinions = field(default_factory=Opinions)
    own_scale: OwnScale | None = None

    def answer(self, question: str) -> Answer:
        """The answer to a question; an empty one where there is none."""
        found = (one for one in self.answers if one.question == question)
        return next(found, Answer(question=question))

    def measure(self, key: str) -> Measure | None:
        """The measure with this key."""
        return next((one for one in self.measures if one.key == key), None)
