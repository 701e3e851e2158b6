"""The parts of a privacy statement. Texts are ``Bilingual``; long ones are simple Markdown."""

from dataclasses import dataclass, field
from enum import StrEnum

from gdpr_desktop.core.bilingual import Bilingual
from gdpr_desktop.law.bases import Basis
from gdpr_desktop.register.activities.parts import Law


class StatementKind(StrEnum):
    """For whom it is written."""

    WEBSITE = "website"
    INTRANET = "intranet"
    EMPLOYEES = "employees"
    APPLICANTS = "applicants"
    USERS = "users"
    SERVICE = "service"


class Place(StrEnum):
    """The chapters of a statement, in the order in which people read them."""

    CONTROLLER = "controller"
    USE = "use"
    TOPICS = "topics"
    COOKIES = "cookies"
    LOGS = "logs"
    RECIPIENTS = "recipients"
    TRANSFERS = "transfers"
    ERASURE = "erasure"
    AUTOMATED = "automated"
    SECURITY = "security"
    RIGHTS = "rights"
    COMPLAINT = "complaint"
    CONTACT = "contact"
    VERSION = "version"


class Topic(StrEnum):
    """What a statement tells of beside the activities of the record."""

    CASEWORK = "casework"
    ENQUIRIES = "enquiries"  # e-mail and telephone
    FORMS = "forms"
    CONSULTATIONS = "consultations"  # høyringar
    SURVEYS = "surveys"
    COURSES = "courses"
    NEWSLETTERS = "newsletters"
    PRESS = "press"
    STATISTICS = "statistics"
    VIDEO = "video"
    SOCIAL_MEDIA = "social_media"
    EDITORIAL = "editorial"
    METADATA = "metadata"
    JOURNAL = "journal"  # archive and public journal
    ACCESS_REQUESTS = "access_requests"  # offentleglova
    RECRUITMENT = "recruitment"
    EMPLOYEES = "employees"
    OTHER = "other"


class CookieNeed(StrEnum):
    """May it be set without consent (ekomlova § 3-15)?"""

    UNKNOWN = ""
    NECESSARY = "necessary"
    CONSENT = "consent"


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """Somebody to turn to. ``name`` empty: the municipality's own is used."""

    name: str = ""
    email: str = ""
    phone: str = ""
    address: str = ""
    web: str = ""

    def __bool__(self) -> bool:
        return bool(self.name or self.email or self.phone or self.address or self.web)

    @property
    def reachable(self) -> bool:
        """Is there any way to reach them?"""
        return bool(self.email or self.phone or self.address or self.web)


@dataclass(frozen=True, slots=True, kw_only=True)
class Responsible:
    """One of several controllers of one site, and what it answers for."""

    name: str
    part: Bilingual = field(default_factory=Bilingual)
    contact: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cookie:
    """A cookie, or what does the same."""

    name: str
    provider: str = ""
    purpose: Bilingual = field(default_factory=Bilingual)
    duration: Bilingual = field(default_factory=Bilingual)
    need: CookieNeed = CookieNeed.UNKNOWN


@dataclass(frozen=True, slots=True, kw_only=True)
class Log:
    """A log: what is written in it, for how long, where it lies and who may get it."""

    what: Bilingual
    contents: Bilingual = field(default_factory=Bilingual)
    purpose: Bilingual = field(default_factory=Bilingual)
    retention: Bilingual = field(default_factory=Bilingual)
    where: str = ""
    access: Bilingual = field(default_factory=Bilingual)
    basis: Basis | None = None
    laws: tuple[Law, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One topic. ``tool`` is the program used, ``provider`` who delivers it; ``stop`` how one
    withdraws or objects. ``agreement``: there is a processor agreement."""

    topic: Topic = Topic.OTHER
    heading: Bilingual = field(default_factory=Bilingual)  # empty: that of the topic
    text: Bilingual = field(default_factory=Bilingual)
    purpose: Bilingual = field(default_factory=Bilingual)
    data: Bilingual = field(default_factory=Bilingual)
    basis: Basis | None = None
    laws: tuple[Law, ...] = ()
    interest: Bilingual = field(default_factory=Bilingual)
    sources: Bilingual = field(default_factory=Bilingual)  # others than the person
    recipients: Bilingual = field(default_factory=Bilingual)
    retention: Bilingual = field(default_factory=Bilingual)
    stop: Bilingual = field(default_factory=Bilingual)
    tool: str = ""
    provider: str = ""
    agreement: bool = False

    @property
    def processes(self) -> bool:
        """Does it say that personal data are used?"""
        return bool(self.purpose or self.data or self.basis)


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnText:
    """A text of one's own at the end of a chapter, under a heading of its own if it has one."""

    place: Place = Place.USE
    heading: Bilingual = field(default_factory=Bilingual)
    text: Bilingual = field(default_factory=Bilingual)
