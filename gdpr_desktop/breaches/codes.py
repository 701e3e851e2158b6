"""What a breach is described by: the choices of the handbook (chapter 10) and of the form.

The numbers in brackets are fields of the EDPB's template for notifications (``law.md`` 2.5).
"""

from enum import StrEnum


class Incident(StrEnum):
    """What kind of thing happened; it chooses the list of the first hour."""

    MISDIRECTED = "misdirected"  # sent or handed to the wrong person
    ENVELOPE = "envelope"  # seen on the outside of a letter
    SNOOPING = "snooping"  # an employee looked without a reason
    ACCESS_CONTROL = "access_control"  # too many could get in
    PUBLISHING = "publishing"  # on the web, in the public journal
    BREAK_IN = "break_in"  # into a computer or a building
    DISPOSAL = "disposal"  # thrown away without being destroyed
    LOST = "lost"  # mislaid, stolen or forgotten
    OTHER = "other"


class BreachKind(StrEnum):
    """Art. 4(12); one breach can be several (field 55)."""

    CONFIDENTIALITY = "confidentiality"
    INTEGRITY = "integrity"
    AVAILABILITY = "availability"


class Cause(StrEnum):
    """Handbook 10.1: what failed; several are possible."""

    TECHNICAL = "technical"
    HUMAN = "human"
    ROUTINE = "routine"


class Origin(StrEnum):
    """Who, and whether they meant it (field 61)."""

    INTERNAL_ACCIDENT = "internal_accident"
    INTERNAL_INTENT = "internal_intent"
    EXTERNAL_ACCIDENT = "external_accident"
    EXTERNAL_INTENT = "external_intent"
    UNKNOWN = "unknown"

    @property
    def intent(self) -> bool:
        """Was it done on purpose?"""
        return self in (Origin.INTERNAL_INTENT, Origin.EXTERNAL_INTENT)


class Ongoing(StrEnum):
    """Is it still going on?"""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class Happened(StrEnum):
    """What is known of when it happened (field 44)."""

    MOMENT = "moment"
    PERIOD = "period"
    SINCE = "since"  # from a time on, and still
    UNKNOWN = "unknown"


class Reporter(StrEnum):
    """Who told the municipality, or found out (field 50)."""

    EMPLOYEE = "employee"
    PROCESSOR = "processor"  # with a duty of its own: art. 33(2)
    CITIZEN = "citizen"
    OTHER = "other"  # another authority, the press, a chance finder


class Known(StrEnum):
    """How well a number is known (fields 67 and 72)."""

    EXACT = "exact"
    ABOUT = "about"
    UNKNOWN = "unknown"


class PeopleCategory(StrEnum):
    """Whom it hit (field 65), in a municipality's words."""

    INHABITANTS = "inhabitants"
    EMPLOYEES = "employees"
    PUPILS = "pupils"  # in school and kindergarten
    PARENTS = "parents"
    PATIENTS = "patients"  # of the health and care services
    CLIENTS = "clients"  # of social and child welfare
    APPLICANTS = "applicants"
    POLITICIANS = "politicians"
    OTHER = "other"


class DataCategory(StrEnum):
    """What was in it (field 70); it chooses the advice in the letter to people."""

    NAME = "name"
    CONTACT = "contact"
    BIRTH_DATE = "birth_date"
    IDENTITY_NUMBER = "identity_number"
    PROTECTED_ADDRESS = "protected_address"
    PASSWORD = "password"
    ACCOUNT = "account"  # account and card numbers
    FINANCES = "finances"  # income, debt, benefits
    FAMILY = "family"
    SCHOOL = "school"
    EMPLOYMENT = "employment"
    PICTURE = "picture"
    LOCATION = "location"
    CASE_FILE = "case_file"
    SOCIAL_WELFARE = "social_welfare"
    CHILD_WELFARE = "child_welfare"
    HEALTH = "health"  # from here to the end: art. 9 and 10
    ETHNICITY = "ethnicity"
    BELIEFS = "beliefs"
    POLITICS = "politics"
    UNION = "union"
    SEXUALITY = "sexuality"
    BIOMETRIC = "biometric"
    GENETIC = "genetic"
    CRIMINAL = "criminal"  # art. 10
    OTHER = "other"

    @property
    def special(self) -> bool:
        """Is it of art. 9 or 10?"""
        return self in _SPECIAL


_SPECIAL = frozenset(
    (
        DataCategory.HEALTH,
        DataCategory.ETHNICITY,
        DataCategory.BELIEFS,
        DataCategory.POLITICS,
        DataCategory.UNION,
        DataCategory.SEXUALITY,
        DataCategory.BIOMETRIC,
        DataCategory.GENETIC,
        DataCategory.CRIMINAL,
    )
)


class Protection(StrEnum):
    """Could a stranger read the data? (field 57)"""

    INTACT = "intact"  # encrypted, and the key is safe
    DOUBTFUL = "doubtful"  # protected, but it may be broken
    NONE = "none"
    UNKNOWN = "unknown"


class Seen(StrEnum):
    """Who has, or may have, seen the data."""

    NOBODY = "nobody"  # a log that can be trusted shows that nobody did
    TRUSTED = "trusted"  # known, trusted, and has confirmed in writing that it is deleted
    KNOWN = "known"  # a number of people whom we know
    UNKNOWN = "unknown"  # we do not know who, or how many


class Consequence(StrEnum):
    """What it may lead to for people: handbook 10.2, recitals 75 and 85 (field 85)."""

    LOSS_OF_CONTROL = "loss_of_control"
    RIGHTS_LIMITED = "rights_limited"
    DISCRIMINATION = "discrimination"
    IDENTITY_THEFT = "identity_theft"
    FRAUD = "fraud"
    FINANCIAL_LOSS = "financial_loss"
    PSEUDONYMS_BROKEN = "pseudonyms_broken"
    REPUTATION = "reputation"
    CONFIDENTIALITY = "confidentiality"  # of what is under a duty of secrecy
    SAFETY = "safety"  # life, health, threats
    NO_SERVICE = "no_service"  # help that did not come
    OTHER = "other"


class Route(StrEnum):
    """Who else must know."""

    HR = "hr"  # deliberate acts and breaches of confidentiality: source 004
    IT = "it"
    POLICE = "police"
    SECURITY = "security"  # the alarm of the digital security act, where it applies
    HEALTH = "health"  # the health authorities' own alarms
    INSURANCE = "insurance"
    OTHER = "other"


class PeopleTelling(StrEnum):
    """What is decided about telling the people concerned."""

    MUST = "must"  # art. 34: likely high risk
    VOLUNTARY = "voluntary"  # told though art. 34 does not demand it
    NOT = "not"


class PeopleException(StrEnum):
    """Why people need not be told: the five of handbook 10.5."""

    NO_HIGH_RISK = "no_high_risk"
    PROTECTED = "protected"  # art. 34(3)(a)
    NO_LONGER = "no_longer"  # art. 34(3)(b)
    DISPROPORTIONATE = "disproportionate"  # art. 34(3)(c): a public notice instead
    POSTPONED = "postponed"  # personopplysningslova § 16 a, b and d: for a time

    @property
    def article(self) -> str:
        """Where it stands; empty for the plain condition of art. 34(1)."""
        return _ARTICLES[self]


_ARTICLES = {
    PeopleException.NO_HIGH_RISK: "34(1)",
    PeopleException.PROTECTED: "34(3)(a)",
    PeopleException.NO_LONGER: "34(3)(b)",
    PeopleException.DISPROPORTIONATE: "34(3)(c)",
    PeopleException.POSTPONED: "§ 16",
}


class Notice(StrEnum):
    """What a notification to the authority is (fields 3 and 4)."""

    FIRST = "first"
    FOLLOW_UP = "follow_up"
    WITHDRAWAL = "withdrawal"


class TellingState(StrEnum):
    """How far telling the people has come (field 102)."""

    NONE = "none"
    SOME = "some"
    ALL = "all"


class TellingChannel(StrEnum):
    """How people are told."""

    LETTER = "letter"
    DIGITAL_POST = "digital_post"
    EMAIL = "email"
    SMS = "sms"
    PHONE = "phone"
    MEETING = "meeting"
    PUBLIC = "public"  # a public notice


class AuthorityState(StrEnum):
    """How a breach stands with the authority, for lists."""

    OPEN = "open"  # neither notified nor decided that it need not be
    SENT = "sent"
    LATE = "late"
    NOT_NEEDED = "not_needed"
    WITHDRAWN = "withdrawn"
