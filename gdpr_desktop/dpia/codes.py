"""The codes of assessments: what is kept in the file. Words for them stand in ``words.py``."""

from enum import StrEnum


class State(StrEnum):
    """Where an assessment stands. ``transitions`` in ``states.py`` says what may follow."""

    SCREENING = "screening"  # is one needed?
    NOT_NEEDED = "not_needed"  # a documented no, perhaps with a day to look again
    COVERED = "covered"  # an earlier assessment of a similar processing covers it, art. 35(1)
    DRAFT = "draft"  # somebody writes
    SENT = "sent"  # to the officer
    AT_OFFICER = "at_officer"  # the officer is at it
    MORE_WORK = "more_work"  # the officer sent it back
    ADVISED = "advised"  # the risk owner's turn
    SENT_BACK = "sent_back"  # the risk owner sent it back, with words
    IN_FORCE = "in_force"
    UNDER_REVIEW = "under_review"  # opened again: art. 35(11)
    DROPPED = "dropped"  # the processing will not be begun
    ENDED = "ended"  # it was in force, and the processing is over


class Novelty(StrEnum):
    """Is the processing new?"""

    NEW = "new"
    CHANGED = "changed"
    EXISTING = "existing"  # goes on as it is, and was never assessed


class Advice(StrEnum):
    """What the screening says (law.md 3.2)."""

    MUST = "must"  # Datatilsynet's list, or art. 35(3)
    SHOULD = "should"  # two or more criteria
    USUALLY_NOT = "usually_not"  # one criterion
    NOT = "not"  # none, or a reason that holds


class RiskKind(StrEnum):
    """What suffers."""

    CONFIDENTIALITY = "confidentiality"
    INTEGRITY = "integrity"
    AVAILABILITY = "availability"
    RIGHTS = "rights"  # chapter III
    FREEDOMS = "freedoms"  # the European Convention on Human Rights


class MeasureStatus(StrEnum):
    """Is it there already?"""

    EXISTING = "existing"
    PLANNED = "planned"


class MeasurePurpose(StrEnum):
    """Handbook 11, part 5: to do as the law says, or more than it asks."""

    COMPLY = "comply"
    BEYOND = "beyond"


class Follow(StrEnum):
    """What the controller does with the officer's advice."""

    FOLLOW = "follow"
    PARTLY = "partly"
    NOT = "not"


class ConsultationAnswer(StrEnum):
    """What Datatilsynet answered, art. 36(2) and 58."""

    NO_OBJECTION = "no_objection"
    ADVICE = "advice"  # written advice: to be followed up before it begins
    FORBIDDEN = "forbidden"  # art. 58(2)(f)
