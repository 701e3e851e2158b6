"""A restriction after it was given: it stays in force until it is lifted, after notice."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from gdpr_desktop.core.ids import CaseId, PartId
from gdpr_desktop.law.restriction import LiftReason
from gdpr_desktop.requests.model import CloseOutcome, Part, Request, Right
from gdpr_desktop.requests.rights.restriction import (
    RestrictionAssessment,
    assessment_of,
    restricted_since,
)


class Afterwards(StrEnum):
    """What happens with the data when the restriction ends."""

    USED = "used"
    ERASED = "erased"
    KEPT = "kept"  # in the archive alone


@dataclass(frozen=True, slots=True, kw_only=True)
class Lift:
    """The end of a restriction: planned, then told of, then done."""

    reason: LiftReason
    explanation: str
    afterwards: Afterwards
    lift_on: date
    told_on: date | None = None
    done_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """What has happened to a restriction since it was given.

    ``given`` is what the person was answered: it holds until it is lifted, also when the case is
    opened again and assessed anew.
    """

    given: RestrictionAssessment | None = None
    since: date | None = None
    look_again: date | None = None  # in place of the assessment's
    lift: Lift | None = None


class Stage(StrEnum):
    """Where a restriction stands."""

    IN_FORCE = "in_force"
    LIFT_PLANNED = "lift_planned"  # the person has not been told yet
    LIFT_TOLD = "lift_told"
    LIFTED = "lifted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Restriction:
    """One restriction that was given, with its course."""

    part_id: PartId
    case_id: CaseId
    assessment: RestrictionAssessment
    since: date
    course: Course

    @property
    def lift(self) -> Lift | None:
        """The end of it, where one is planned."""
        return self.course.lift

    @property
    def stage(self) -> Stage:
        """Where it stands."""
        if self.lift is None:
            return Stage.IN_FORCE
        if self.lift.done_on is not None:
            return Stage.LIFTED
        return Stage.LIFT_TOLD if self.lift.told_on is not None else Stage.LIFT_PLANNED

    @property
    def in_force(self) -> bool:
        """Must the data still not be used?"""
        return self.stage is not Stage.LIFTED

    @property
    def look_again(self) -> date:
        """The next day that somebody must think of it."""
        if self.lift is not None and self.lift.told_on is not None:
            return self.lift.lift_on
        return self.course.look_again or self.assessment.look_again or self.since


def restriction_of(request: Request, part: Part, course: Course | None) -> Restriction | None:
    """The restriction that a part gave; None where it gave none, or was taken back."""
    if part.right is not Right.RESTRICTION or request.case.anonymised_at is not None:
        return None
    taken_back = (CloseOutcome.WITHDRAWN.value, CloseOutcome.NOT_IDENTIFIED.value)
    if not request.case.open and request.case.outcome in taken_back:
        return None
    course = course or Course()
    found, since = _standing(part, course)
    if found is None or not found.restricts or since is None:
        return None
    return Restriction(
        part_id=part.id, case_id=request.case.id, assessment=found, since=since, course=course
    )


def _standing(part: Part, course: Course) -> tuple[RestrictionAssessment | None, date | None]:
    """The assessment that holds, and since when: a new one once it has been answered too."""
    found, since = assessment_of(part), restricted_since(part)
    new = part.answered and found is not None and found.restricts
    if course.given is None or new:
        return found, since
    return course.given, course.since


def told(found: Restriction, part: Part) -> Course:
    """The course once the person has been answered: what was given is kept."""
    if not part.answered or found.course.given == found.assessment:
        return found.course
    return Course(given=found.assessment, since=found.since)
