"""What is sent to the officer, what the officer says, and what the controller decides."""

from dataclasses import dataclass
from datetime import date, datetime

from gdpr_desktop.dpia.codes import Follow
from gdpr_desktop.dpia.consultation.model import Consultation
from gdpr_desktop.dpia.content import Assessment
from gdpr_desktop.dpia.rich import EMPTY, Rich


@dataclass(frozen=True, slots=True, kw_only=True)
class Submission:
    """What was sent, frozen and numbered. ``sha256`` is of the content as it is kept."""

    number: int
    at: datetime  # UTC
    name: str
    note: str  # what is new since the last
    sha256: str
    content: Assessment


@dataclass(frozen=True, slots=True, kw_only=True)
class SubmissionHead:
    """A submission without its content: many are listed, few are read."""

    number: int
    at: datetime
    name: str
    note: str
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionVerdict:
    """Is a section enough? None until the officer has said so.

    ``carried``: the number of the submission that it was said of, where nothing in the section
    has been changed since; 0 when it was said of this one.
    """

    section: str
    sufficient: bool | None = None
    feedback: str = ""
    carried: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What the controller does with the advice; against it, or in part, it takes a reason.

    ``consult``: is Datatilsynet asked, where the officer advises it? None where it was not asked
    about: what is said of the whole advice is said of that too.
    """

    submission: int
    follow: Follow
    why: str
    name: str
    role: str
    decided_on: date
    consult: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Approval:
    """The risk owner accepts what is left, or sends it back with words. Never the officer."""

    submission: int
    approved: bool
    why: str
    name: str
    role: str
    decided_on: date
    review_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Opinion:
    """The officer's advice on one submission (art. 35(2), 39(1)(c)); a draft until ``given_on``.

    ``wants_back``: sent back for more work instead of on to the risk owner. ``decision``,
    ``approval`` and ``consultation`` are what came of it, once something newer has been sent.
    """

    submission: int
    verdicts: tuple[SectionVerdict, ...] = ()
    go_ahead: bool | None = None
    go_ahead_why: str = ""
    consult: bool | None = None  # prior consultation, art. 36
    consult_why: str = ""
    follow_up: bool | None = None  # will the officer follow up the measures?
    text: Rich = EMPTY
    wants_back: bool = False
    name: str = ""
    given_on: date | None = None
    decision: Decision | None = None
    approval: Approval | None = None
    consultation: Consultation | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """Looked at again (art. 35(11)): the same, or to be assessed anew."""

    reviewed_on: date
    name: str
    same: bool
    why: str
    next_on: date | None = None
