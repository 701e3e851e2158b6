"""A single disclosure: who asks for data about a person, by what right, and what came of it.

Giving data away is processing, whoever asks; confidentiality holds towards the police too.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum

from gdpr_desktop.casework.model import Case, Person, PersonRole
from gdpr_desktop.correspondence.model import DispatchChannel


class Requester(StrEnum):
    """Who asks."""

    POLICE = "police"
    TAX = "tax"
    INSURANCE = "insurance"
    AUDITOR = "auditor"
    ESTATE = "estate"  # bustyrar: of a bankruptcy
    AUTHORITY = "authority"
    OTHER = "other"


class Outcome(StrEnum):
    """What was decided."""

    ALL = "all"
    PART = "part"
    REFUSED = "refused"


class Telling(StrEnum):
    """Is the person told that the data were given away?"""

    TOLD = "told"  # art. 13(3), 14
    KNOWS = "knows"  # has the information already, art. 13(4), 14(5)(a)
    LAW = "law"  # the disclosure is laid down in law, art. 14(5)(c)
    EXEMPT = "exempt"  # personopplysningslova § 16
    NOTHING_GIVEN = "nothing_given"


EXEMPTIONS = ("a", "b", "c", "d", "e", "f")  # letters of personopplysningslova § 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """What was asked for, by whom. ``ground``: the law that the requester names."""

    received: date
    requester_kind: Requester
    requester: Person
    subject: Person
    received_time: time | None = None
    written: bool = True
    wanted: str = ""
    ground: str = ""
    signed: bool = False  # confirms by signature that the ground holds
    court_order: str = ""  # court, date and number; empty when there is none
    reference: str = ""  # the requester's own
    wanted_by: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class InWriting:
    """An oral request: asked to put it in writing, and when that came."""

    asked_on: date
    came_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """Which law lets us, and what lifts confidentiality. ``released``: by the person."""

    law: str
    confidential: bool
    assessed_by: str
    assessed_on: date
    lifted_by: str = ""
    released: bool = False
    note: str = ""

    @property
    def lifted(self) -> bool:
        """May the data be given, as far as confidentiality goes?"""
        return not self.confidential or bool(self.lifted_by) or self.released


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """What the officer advises."""

    text: str
    name: str
    given_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What the delegated person decided. ``given``: the data; ``refused``: what, and why not."""

    outcome: Outcome
    name: str
    role: str
    decided_on: date
    given: str = ""
    refused: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispatch:
    """The answer went."""

    sent_on: date
    channel: DispatchChannel
    sent_by: str
    how: str = ""  # how it was kept from others


@dataclass(frozen=True, slots=True, kw_only=True)
class Informing:
    """Whether the person was told. ``exemption`` is a letter of § 16."""

    telling: Telling
    settled_on: date
    exemption: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SingleDisclosure:
    """The whole case, as it stands."""

    case: Case
    requester_kind: Requester
    persons: Mapping[PersonRole, Person] = field(default_factory=dict)
    received_time: time | None = None
    written: bool = True
    wanted: str = ""
    ground: str = ""
    signed: bool = False
    court_order: str = ""
    reference: str = ""
    wanted_by: date | None = None
    officer_told_at: datetime | None = None
    in_writing: InWriting | None = None
    assessment: Assessment | None = None
    advice: Advice | None = None
    decision: Decision | None = None
    dispatch: Dispatch | None = None
    informing: Informing | None = None

    @property
    def subject(self) -> Person:
        """Whom the data are about."""
        return self.persons.get(PersonRole.DATA_SUBJECT, Person(name=""))

    @property
    def requester(self) -> Person:
        """Who asks, and is answered."""
        return self.persons.get(PersonRole.RECIPIENT, Person(name=""))

    @property
    def is_written(self) -> bool:
        """Has the request come in writing?"""
        return self.written or (self.in_writing is not None and self.in_writing.came_on is not None)

    @property
    def gives(self) -> bool:
        """Was it decided to give anything?"""
        return self.decision is not None and self.decision.outcome is not Outcome.REFUSED
