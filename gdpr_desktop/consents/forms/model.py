"""A form as a case: its draft, the questions answered, its approved versions."""

from dataclasses import dataclass
from datetime import date

from gdpr_desktop.casework.model import Case, Task
from gdpr_desktop.consents.ages import YouthRule
from gdpr_desktop.consents.content import FormContent

RENEWAL, EXPIRED = "consent_renewal", "consent_expired"  # kinds of tasks of a form
REVIEW = "consent_review"  # kind of the deadline of the yearly follow-up


@dataclass(frozen=True, slots=True, kw_only=True)
class PointAnswer:
    """What a person answered to a point of checklist 3.8 that the program cannot see."""

    number: int  # 1–16
    yes: bool
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BasisAnswer:
    """«Is consent the right basis?»: the answers by question, and what was chosen.

    ``why`` says why it is consent all the same, where another basis was offered.
    """

    answers: tuple[tuple[str, bool], ...] = ()
    why: str = ""
    answered_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """The officer's view of the draft (art. 39(1)(a)); ``draft`` is the sign of that draft."""

    may_be_used: bool
    why: str
    name: str
    given_on: date
    draft: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Approval:
    """Who approved a version: never the officer."""

    name: str
    role: str
    decided_on: date
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """An approved form. ``used_on``: first printed, or an answer on it first registered."""

    number: int
    content: FormContent
    approval: Approval
    answers: tuple[PointAnswer, ...] = ()
    used_on: date | None = None

    @property
    def approved_on(self) -> date:
        """The first day an answer on it can count."""
        return self.approval.decided_on


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """The yearly follow-up: purpose and processing are still the same, or not."""

    reviewed_on: date
    name: str
    same: bool
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What the register knows that the checklist asks for, beside the form itself.

    ``officer``: the settings name the data protection officer, whom the printed form names.
    ``reached``: they say how the municipality and the officer are reached.
    ``today``: the day by which a date on the form is judged.
    """

    officer: bool = True
    reached: bool = True
    today: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """Everything about a form. ``draft`` is what is worked on, and may equal the last version."""

    case: Case
    draft: FormContent
    basis: BasisAnswer | None = None
    answers: tuple[PointAnswer, ...] = ()
    advice: Advice | None = None
    versions: tuple[Version, ...] = ()
    reviews: tuple[Review, ...] = ()
    tasks: tuple[Task, ...] = ()
    youth_rules: tuple[YouthRule, ...] = ()  # the municipality's, of the settings
    known: Known = Known()  # pure rules judge by it what approving judges by

    @property
    def latest(self) -> Version | None:
        """The version that is handed out now."""
        return self.versions[-1] if self.versions else None

    @property
    def approved(self) -> bool:
        """Is the draft what was approved last?"""
        return self.latest is not None and self.latest.content == self.draft

    def version(self, number: int) -> Version | None:
        """The approved version with this number."""
        return next((one for one in self.versions if one.number == number), None)
