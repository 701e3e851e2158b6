"""The codes of consents. Words for them are in ``words.py``."""

from enum import StrEnum


class FormKind(StrEnum):
    """Three that people mix (practice, Consents). A form is of one kind, for good."""

    BASIS = "basis"  # consent as lawful basis, art. 6(1)(a)
    CONFIDENTIALITY = "confidentiality"  # release from it, forvaltningslova § 13 a nr. 1
    PICTURE = "picture"  # use of one's own picture, åndsverklova § 104 and art. 6(1)(a)


class Matter(StrEnum):
    """What a purpose is about: it decides from which age the child answers alone."""

    ORDINARY = "ordinary"
    PICTURE = "picture"  # taken, kept or published
    CONFIDENTIALITY = "confidentiality"
    ONLINE_SERVICE = "online_service"  # offered directly to a child, art. 8
    HEALTH = "health"  # decisions on health care
    HEALTH_RESEARCH = "health_research"  # medical and health research
    ASSOCIATION = "association"  # membership, religion
    CONTEST = "contest"  # contact data only, deleted after the prize
    COUNSELLING = "counselling"  # preventive or advising, offered directly to a child


class Audience(StrEnum):
    """Whose data the form is about."""

    ADULTS = "adults"
    CHILDREN = "children"
    EMPLOYEES = "employees"


class LanguageLevel(StrEnum):
    """For whom the words are written."""

    ADULT = "adult"
    YOUNG = "young"
    CHILD = "child"


class Lasting(StrEnum):
    """For how long an answer holds."""

    DATE = "date"
    ONE_YEAR = "one_year"
    THREE_YEARS = "three_years"
    FIVE_YEARS = "five_years"
    SCHOOL_YEAR = "school_year"  # to 31 July, art. 12 of no act: the school year's end
    WITHDRAWN = "withdrawn"  # until it is withdrawn


class PictureUse(StrEnum):
    """What is done with a picture or film: each is asked about on its own (handbook 8)."""

    TAKE = "take"
    KEEP = "keep"
    SHARE_CLOSED = "share_closed"  # a closed group is sharing too
    PUBLISH_WEB = "publish_web"
    PUBLISH_SOCIAL = "publish_social"
    PUBLISH_PRINT = "publish_print"
    PRESS = "press"
    WITH_NAME = "with_name"
    HAND_OUT = "hand_out"  # at the end, to parents: others may be in the picture


class PlaceKind(StrEnum):
    """Where data given on a consent is used or lies."""

    SYSTEM = "system"
    WEBSITE = "website"
    SOCIAL_MEDIA = "social_media"
    PRINT = "print"
    RECIPIENT = "recipient"
    PAPER = "paper"


class Giver(StrEnum):
    """Whose answer is needed."""

    SELF = "self"
    PARENT = "parent"  # one who has parental responsibility is enough
    PARENTS = "parents"  # all who have it


class Relation(StrEnum):
    """Who gave the answer."""

    SELF = "self"
    PARENT = "parent"
    GUARDIAN = "guardian"  # verje
    CHILD_WELFARE = "child_welfare"  # after a care order


class How(StrEnum):
    """How the answer came."""

    PAPER = "paper"
    DIGITAL = "digital"
    ORAL = "oral"


class Channel(StrEnum):
    """How a withdrawal came: as easily as the consent was given (art. 7(3))."""

    SLIP = "slip"
    EMAIL = "email"
    DIGITAL = "digital"
    ORAL = "oral"
    REQUEST = "request"  # a request about rights


class Reason(StrEnum):
    """Why a consent, or one purpose of it, may not be used."""

    UNDATED = "undated"
    FUTURE = "future"  # dated after today
    BEFORE_VERSION = "before_version"  # dated before its form was approved
    NO_VERSION = "no_version"  # on no approved version of the form
    EXPIRED = "expired"
    NO_WITHDRAWAL = "no_withdrawal"  # the form did not say that it can be withdrawn
    NO_PURPOSE = "no_purpose"
    NOT_EXPLICIT = "not_explicit"  # special categories or a transfer without its own sentence
    WRONG_GIVER = "wrong_giver"
    MISSING_GIVER = "missing_giver"
    DISAGREE = "disagree"  # one of those who must say yes said no
    OUTGROWN = "outgrown"  # the child answers alone now
    OUTGROWN_BESIDE = "outgrown_beside"  # … answers now, and the parents beside it
    NO_PROOF = "no_proof"  # oral, and not noted how
    NO_CAPACITY = "no_capacity"  # who judged the capacity is not noted
    BIRTH_DATE = "birth_date"  # unknown: who must answer cannot be said
    REFUSED = "refused"
    UNANSWERED = "unanswered"
    WITHDRAWN = "withdrawn"
    PENDING = "pending"  # a request about its withdrawal has come
    NONE = "none"  # nothing is registered


class Verdict(StrEnum):
    """«Har vi lov?»"""

    YES = "yes"
    NO = "no"


class State(StrEnum):
    """What lists are narrowed by; kept with the row on the day it was written."""

    VALID = "valid"
    LACKING = "lacking"  # something must be put right
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
