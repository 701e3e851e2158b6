"""A request, its parts and their steps, handbook chapters 2.2, 2.3 and 5–7.

One frozen value for each step. What only one right has stands in its module of ``rights``.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from gdpr_desktop.casework.model import Case, Person, PersonRole, Task
from gdpr_desktop.core.errors import RefusedError
from gdpr_desktop.core.ids import PartId, TaskId
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import _
from gdpr_desktop.correspondence.model import DispatchChannel
from gdpr_desktop.law.ages import age_on
from gdpr_desktop.law.bases import Basis
from gdpr_desktop.law.deadlines import ExtensionGround
from gdpr_desktop.law.rules import rules_on
from gdpr_desktop.requests.step_codes import Missing as Missing
from gdpr_desktop.requests.step_codes import Step as Step
from gdpr_desktop.requests.unstructured.model import Unstructured

if TYPE_CHECKING:
    from gdpr_desktop.requests.refusals.model import Refusal


class Right(StrEnum):
    """What a part of a request is about: a right, or what else comes in the same way."""

    ACCESS = "access"  # art. 15
    RECTIFICATION = "rectification"  # art. 16
    ERASURE = "erasure"  # art. 17
    RESTRICTION = "restriction"  # art. 18
    OBJECTION = "objection"  # art. 21
    PORTABILITY = "portability"  # art. 20
    AUTOMATED = "automated"  # art. 22: a human shall look at a decision made by machine
    COPIES = "copies"  # art. 15(3): further copies
    WITHDRAWAL = "withdrawal"  # of a consent, art. 7(3)
    COMPLAINT = "complaint"  # about how we handled something
    CORRECTION = "correction"  # on our own initiative, no request: art. 5(1)(d)
    NOTICE = "notice"  # from another controller, art. 19
    QUESTION = "question"  # a general one about our processing


NO_RIGHTS = frozenset({Right.COMPLAINT, Right.CORRECTION, Right.NOTICE, Right.QUESTION})


class Result(StrEnum):
    """What came of a part, the same words for every right: for lists and figures."""

    GRANTED = "granted"
    PARTLY = "partly"
    REFUSED = "refused"
    NOTHING_HELD = "nothing_held"
    ANSWERED = "answered"  # what is no claim, or neither yes nor no


class Channel(StrEnum):
    """How a request came in. All are equally valid (EDPB 01/2022 §52)."""

    EDIALOG = "edialog"
    DIGITAL_POST = "digital_post"
    EMAIL = "email"
    LETTER = "letter"
    PHONE = "phone"
    IN_PERSON = "in_person"
    SOCIAL_MEDIA = "social_media"


SPOKEN_CHANNELS = frozenset({Channel.PHONE, Channel.IN_PERSON})  # nothing in writing to file
SECURE_CHANNELS = frozenset({Channel.EDIALOG, Channel.DIGITAL_POST})  # the sender logged in


class OnBehalfOf(StrEnum):
    """Who acts for the data subject."""

    SELF = "self"
    PARENT = "parent"
    PARENT_WITHOUT = "parent_without"  # parental responsibility: barnelova § 47
    GUARDIAN = "guardian"
    LAWYER_OR_AUDITOR = "lawyer_or_auditor"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Authority:
    """Proof that a representative, or a recipient in the person's place, may act or receive."""

    seen: bool = False
    what: str = ""  # the document seen
    why_not_needed: str = ""

    @property
    def settled(self) -> bool:
        """Has the question been answered?"""
        return self.seen or bool(self.why_not_needed.strip())


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """What is known when the request comes in."""

    received: date
    received_time: time | None = None
    channel: Channel
    subject: Person
    on_behalf_of: OnBehalfOf = OnBehalfOf.SELF
    representative: Person | None = None
    recipient: Person | None = None  # None: the data subject, or who acts for them
    authority: Authority = field(default_factory=Authority)
    rights: tuple[Right, ...] = (Right.ACCESS,)
    wording: str = ""
    wants_oral_answer: bool = False
    language: Language = Language.NYNORSK
    unit: str = ""  # the part of the municipality that it concerns, where it is one
    archive_number: str = ""
    caseworker: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """The confirmation that the request has come."""

    confirmed_on: date
    how: str = ""  # letter, or told at the counter


class IdentityMethod(StrEnum):
    """How we know who it is, handbook 2.2."""

    SECURE_CHANNEL = "secure_channel"
    ADDRESS_MATCHES = "address_matches"  # locks the answer to that address
    SHOWN_ID = "shown_id"
    CONTROL_QUESTIONS = "control_questions"


class IdentityState(StrEnum):
    """Where the identity step stands."""

    UNKNOWN = "unknown"
    ASKED = "asked"
    ESTABLISHED = "established"
    NOT_ESTABLISHED = "not_established"


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """The identity step. ``note`` names the kind of ID, never its number; no copy is kept."""

    state: IdentityState = IdentityState.UNKNOWN
    method: IdentityMethod | None = None
    note: str = ""
    checked_by: str = ""
    asked_on: date | None = None
    settled_on: date | None = None

    @property
    def established(self) -> bool:
        """Do we know who it is?"""
        return self.state is IdentityState.ESTABLISHED


@dataclass(frozen=True, slots=True, kw_only=True)
class Specification:
    """We asked what the person wants access to; if they will not say, they get all of it."""

    asked_on: date
    answered_on: date | None = None
    wants_all: bool = False
    answer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Extension:
    """The one extension by two further months, art. 12(3)."""

    ground: ExtensionGround
    explanation: str
    notice_sent: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What the answer holds, as far as it decides how it may be sent."""

    special_categories: bool = False  # art. 9
    criminal: bool = False  # art. 10
    identifiers: bool = False  # identity or account numbers
    confidential: bool = False  # teieplikt

    @property
    def delicate(self) -> bool:
        """May it not go by e-mail?"""
        return self.special_categories or self.criminal or self.identifiers or self.confidential


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """The officer's advice, art. 38 and 39."""

    text: str
    name: str
    given_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """The decision of a delegated person: not the officer's."""

    text: str
    name: str
    role: str
    decided_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispatch:
    """The answer has gone: who sent what, how and when."""

    channel: DispatchChannel
    sent_by: str
    sent_on: date
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Considered:
    """One question of the decision helper: its id, «yes» or «no», and the reason."""

    question: str
    answer: str
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """Something that must be carried out before an answer can say that it is done."""

    what: str
    done_on: date | None = None
    done_by: str = ""
    note: str = ""

    @property
    def done(self) -> bool:
        """Has it been carried out?"""
        return self.done_on is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """How many got the data, and how many of them still have to be told (art. 19)."""

    total: int
    open: int
    nobody: bool

    @property
    def settled(self) -> bool:
        """Has it been found out who got the data, and is nobody left to tell?"""
        return (self.nobody or self.total > 0) and self.open == 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One right of a request, with its own way from assessment to answer.

    ``assessment`` and ``answer`` are of the types that the right's rules name; ``activity`` is the
    processing activity that it concerns, by name.
    """

    id: PartId
    right: Right
    basis: Basis | None = None
    activity: str = ""
    assessment: Any = None
    assessed_on: date | None = None
    content: Content | None = None
    refusal: "Refusal | None" = None
    advice: Advice | None = None
    decision: Decision | None = None
    measures: tuple[Measure, ...] = ()
    answer: Any = None
    dispatch: Dispatch | None = None
    told: Told | None = None  # None: nothing is noted of recipients
    tables: int = 0  # data brought in to be packed, that lie here
    letter_saved: bool = False  # has the answer letter been saved as the case stands?

    @property
    def answered(self) -> bool:
        """Has its answer gone?"""
        return self.dispatch is not None

    @property
    def touched(self) -> bool:
        """Has anything been done on it?"""
        done = (self.assessment, self.refusal, self.advice, self.decision, self.answer)
        return any((*done, self.dispatch, self.told))


class CloseOutcome(StrEnum):
    """How a request ended."""

    ANSWERED = "answered"
    NOT_IDENTIFIED = "not_identified"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """A request with everything its case holds."""

    case: Case
    parts: tuple[Part, ...]
    received_time: time | None
    channel: Channel
    on_behalf_of: OnBehalfOf
    wording: str
    wants_oral_answer: bool
    officer_told_at: datetime | None
    persons: Mapping[PersonRole, Person]
    unit: str = ""
    tasks: tuple[Task, ...] = ()
    authority: Authority = field(default_factory=Authority)
    receipt: Receipt | None = None
    identity: Identity = field(default_factory=Identity)
    specification: Specification | None = None
    extension: Extension | None = None
    unstructured: Mapping[TaskId, Unstructured] = field(default_factory=dict)  # where noted
    target: date | None = None  # our own three days for rectification, while they are not met

    def part(self, part_id: PartId) -> Part:
        """One of its parts. Raises ``RefusedError`` for one that has been taken away."""
        for part in self.parts:
            if part.id == part_id:
                return part
        raise RefusedError(
            _("This part of the request has been taken away."), hint=_("Open the case again.")
        )

    def of(self, right: Right) -> Part | None:
        """The part about ``right``, where there is one."""
        return next((part for part in self.parts if part.right is right), None)

    @property
    def answered(self) -> bool:
        """Has every part been answered?"""
        return all(part.answered for part in self.parts)

    @property
    def subject(self) -> Person:
        """The data subject."""
        return self.persons[PersonRole.DATA_SUBJECT]

    @property
    def age(self) -> int | None:
        """The data subject's age in whole years when the request came; None when not known."""
        born = self.subject.birth_date
        if born is None or born > self.case.received:
            return None
        return age_on(born, self.case.received)

    @property
    def about_child(self) -> bool:
        """Is the data subject under age, by the rules of the day of receipt?"""
        return self.age is not None and self.age < rules_on(self.case.received).ages.adult

    @property
    def asked_by_child(self) -> bool:
        """Does a child ask alone? The answer then has the child's words."""
        return self.about_child and self.addressee is self.subject

    @property
    def addressee(self) -> Person:
        """Who gets our letters while the case runs: who acts, else the data subject."""
        return self.persons.get(PersonRole.REPRESENTATIVE, self.subject)

    @property
    def recipient(self) -> Person:
        """Who gets the answer."""
        return self.persons.get(PersonRole.RECIPIENT, self.addressee)

    @property
    def needs_authority(self) -> bool:
        """Does somebody else act, or receive the data?"""
        return self.on_behalf_of is not OnBehalfOf.SELF or PersonRole.RECIPIENT in self.persons

    @property
    def authority_settled(self) -> bool:
        """Is the authority seen or not needed?"""
        return not self.needs_authority or self.authority.settled
