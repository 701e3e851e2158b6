"""A request and its steps, handbook chapters 2.2, 2.3 and 5. One frozen value for each step."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum

from gdpr_desktop.casework.model import Case, Person, PersonRole, Task
from gdpr_desktop.core.ids import TaskId
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.correspondence.model import DispatchChannel
from gdpr_desktop.law.ages import age_on
from gdpr_desktop.law.deadlines import ExtensionGround
from gdpr_desktop.law.exceptions import AccessException
from gdpr_desktop.law.rules import rules_on


class Right(StrEnum):
    """The right that is claimed."""

    ACCESS = "access"  # art. 15


class Channel(StrEnum):
    """How a request came in. All are equally valid (EDPB 01/2022 §52)."""

    EDIALOG = "edialog"
    DIGITAL_POST = "digital_post"
    EMAIL = "email"
    LETTER = "letter"
    PHONE = "phone"
    IN_PERSON = "in_person"


SPOKEN_CHANNELS = frozenset({Channel.PHONE, Channel.IN_PERSON})  # nothing in writing to file
SECURE_CHANNELS = frozenset({Channel.EDIALOG, Channel.DIGITAL_POST})  # the sender logged in


class OnBehalfOf(StrEnum):
    """Who acts for the data subject."""

    SELF = "self"
    PARENT = "parent"
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
    wording: str = ""
    wants_oral_answer: bool = False
    language: Language = Language.NYNORSK
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


class Outcome(StrEnum):
    """What the person gets."""

    ALL = "all"
    PART = "part"
    NOTHING_HELD = "nothing_held"


@dataclass(frozen=True, slots=True, kw_only=True)
class Exempted:
    """Something held back: the exception used, and why in words."""

    exception: AccessException
    explanation: str


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
class Review:
    """The material has been gone through: others' data removed, exceptions weighed."""

    outcome: Outcome
    others_removed: bool = False  # removed or redacted, art. 15(4); False: none was there
    reviewed_by: str
    reviewed_on: date
    exempted: tuple[Exempted, ...] = ()
    content: Content = field(default_factory=Content)
    covers: tuple[TaskId, ...] | None = None  # the finds that were gone through; None: not known


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
class ProcessingInfo:
    """The points of art. 15(1) and (2) for one system (handbook 5.6); plain text each."""

    name: str
    purpose: str = ""
    basis: str = ""
    categories: str = ""
    recipients: str = ""
    third_countries: str = ""
    storage: str = ""
    source: str = ""
    automated: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyItem:
    """One line of attachment 2: what is given from one place."""

    name: str
    what: str  # in one line
    as_copy: bool = True  # a copy of documents lies behind the list; else an overview
    details: str = ""  # the overview itself


@dataclass(frozen=True, slots=True, kw_only=True)
class OralAnswer:
    """An answer given by word of mouth, because the person asked for it."""

    what: str
    to_whom: str
    at: datetime
    identity: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What the answer says."""

    systems: tuple[ProcessingInfo, ...] = ()
    copies: tuple[CopyItem, ...] = ()
    child_version: bool = False
    oral: OralAnswer | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispatch:
    """The answer has gone: who sent what, how and when."""

    channel: DispatchChannel
    sent_by: str
    sent_on: date
    what: str


class CloseOutcome(StrEnum):
    """How a request ended."""

    ANSWERED = "answered"
    NOT_IDENTIFIED = "not_identified"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """A request with everything its case holds."""

    case: Case
    right: Right
    received_time: time | None
    channel: Channel
    on_behalf_of: OnBehalfOf
    wording: str
    wants_oral_answer: bool
    officer_told_at: datetime | None
    persons: Mapping[PersonRole, Person]
    tasks: tuple[Task, ...] = ()
    authority: Authority = field(default_factory=Authority)
    receipt: Receipt | None = None
    identity: Identity = field(default_factory=Identity)
    specification: Specification | None = None
    extension: Extension | None = None
    review: Review | None = None
    advice: Advice | None = None
    decision: Decision | None = None
    answer: Answer | None = None
    dispatch: Dispatch | None = None

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
