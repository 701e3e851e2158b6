"""An objection as it is assessed, art. 21. One frozen value, kept as JSON."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from gdpr_desktop.law.objection import Ground, Use
from gdpr_desktop.requests.model import Considered
from gdpr_desktop.requests.questions import YES, answer_of


class ObjectionOutcome(StrEnum):
    """What comes of an objection."""

    WEIGHING = "weighing"  # the processing is paused, nothing is decided
    UPHELD = "upheld"
    PART = "part"
    NOT_UPHELD = "not_upheld"
    NOT_APPLICABLE = "not_applicable"  # no right to object on this basis


# The outcomes that a weighing leads to, where there is a right to object
WEIGHED = frozenset({ObjectionOutcome.UPHELD, ObjectionOutcome.PART, ObjectionOutcome.NOT_UPHELD})
STOPPING = frozenset({ObjectionOutcome.UPHELD, ObjectionOutcome.PART})
GOING_ON = frozenset({ObjectionOutcome.PART, ObjectionOutcome.NOT_UPHELD})


@dataclass(frozen=True, slots=True, kw_only=True)
class Pause:
    """The processing stands still in a system from ``day`` on, until it is decided."""

    system: str
    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """A system where the processing stops for good, and the processor who must be told."""

    system: str
    processor: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectionAssessment:
    """The pause, the written weighing, and what comes of it.

    ``our_grounds`` are the municipality's compelling legitimate grounds: the burden of proof is
    ours (art. 21(1)). The person reads the four texts of the weighing in the letter.
    """

    outcome: ObjectionOutcome
    objected_to: str = ""
    considered: tuple[Considered, ...] = ()
    paused: tuple[Pause, ...] = ()
    not_paused: str = ""  # why, where nothing was paused
    restriction_offered: bool = False  # art. 18(1)(d)
    situation: str = ""
    our_grounds: str = ""
    weighing: str = ""
    conclusion: str = ""
    ground: Ground | None = None
    stops: tuple[Stop, ...] = ()
    continues: str = ""


def use_of(considered: Iterable[Considered]) -> Use:
    """What the data are used for, by the answers of the decision helper."""
    answers = tuple(considered)
    if answer_of(answers, "direct_marketing") == YES:
        return Use.MARKETING
    return Use.RESEARCH if answer_of(answers, "research") == YES else Use.ORDINARY
