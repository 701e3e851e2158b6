"""A collection of data and how people were told of it (handbook chapter 4): frozen values."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from gdpr_desktop.casework.model import Case, Person
from gdpr_desktop.core.address import PostalAddress
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.law.ages import age_on
from gdpr_desktop.law.calendar import is_working_day
from gdpr_desktop.law.information import InformationTime, information_time
from gdpr_desktop.law.information_exceptions import InformationException
from gdpr_desktop.law.rules import rules_on
from gdpr_desktop.register.entries.model import EntryId


class ToldWay(StrEnum):
    """How people were told."""

    LETTER = "letter"
    FORM = "form"
    POP_UP = "pop_up"
    SIGN = "sign"
    ORAL = "oral"
    PUBLISHED = "published"


class Intrusiveness(StrEnum):
    """How deep a new purpose cuts: the deeper, the earlier people are told."""

    LITTLE = "little"
    SOME = "some"
    MUCH = "much"


DAYS_BEFORE = {Intrusiveness.LITTLE: 3, Intrusiveness.SOME: 14, Intrusiveness.MUCH: 30}


def tell_before(starts: date, intrusiveness: Intrusiveness) -> date:
    """The last day to tell of a new purpose: a working day well before it ``starts``."""
    day = starts - timedelta(days=DAYS_BEFORE[intrusiveness])
    while not is_working_day(day):
        day -= timedelta(days=1)
    return day


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipient:
    """One of a group that a letter goes to."""

    name: str
    address: PostalAddress = field(default_factory=PostalAddress)


@dataclass(frozen=True, slots=True, kw_only=True)
class Secondary:
    """Somebody who is only mentioned: a spouse, a child, a doctor."""

    who: str
    part: str = ""
    told: str = ""  # how they are told, or why not


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """What is known of a collection. A group's ``subject`` is its title, not a person.

    ``categories`` are the nynorsk (or only) words of the activity's categories, as are
    ``sources`` of its sources; ``other_source`` is typed.
    """

    obtained: date
    from_person: bool = False
    sources: tuple[str, ...] = ()
    other_source: str = ""
    source_public: bool = False  # of the one that was typed
    activity_id: EntryId | None = None
    purpose: str = ""  # typed, where the record has no activity
    categories: tuple[str, ...] = ()
    group: bool = False
    subject: Person
    persons: int = 1
    recipients: tuple[Recipient, ...] = ()
    secondary: tuple[Secondary, ...] = ()
    caseworker: str = ""
    unit: str = ""
    first_contact: date | None = None
    first_disclosure: date | None = None
    disclosed_to: str = ""
    language: Language = Language.NYNORSK
    archive_number: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """The people were told. ``asked_for`` and ``identity`` belong to what is said orally."""

    way: ToldWay
    told_on: date
    by: str = ""
    what: str = ""  # what was said, which form, where it is published
    asked_for: bool = False
    identity: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExceptionUse:
    """An exception with what proves it; which fields it needs, ``exception.proofs`` says."""

    exception: InformationException
    known_what: str = ""
    known_how: str = ""
    unchanged: str = ""
    reason: str = ""
    published_where: str = ""
    published_on: date | None = None
    act: str = ""
    section: str = ""
    measures: str = ""
    considerations: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """The officer's advice on an exception, art. 38 and 39."""

    text: str
    name: str
    given_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """The decision of a delegated person on an exception: not the officer's."""

    text: str
    name: str
    role: str
    decided_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPurpose:
    """The data shall serve another purpose: people are told anew, before it ``starts``."""

    text: str
    starts: date
    intrusiveness: Intrusiveness
    tell_before: date
    noted_on: date


class CloseOutcome(StrEnum):
    """How a collection ended."""

    TOLD = "told"
    EXEMPT = "exempt"
    MISTAKEN = "mistaken"  # nothing was collected after all


@dataclass(frozen=True, slots=True, kw_only=True)
class Collection:
    """A collection with everything its case holds.

    ``changed_on``: the activity got another purpose or basis that day, after people were told or
    while they wait to be.
    """

    case: Case
    intake: Intake
    told: Told | None = None
    exception: ExceptionUse | None = None
    advice: Advice | None = None
    decision: Decision | None = None
    new_purpose: NewPurpose | None = None
    changed_on: date | None = None

    @property
    def age(self) -> int | None:
        """The person's age in whole years when the data were obtained; None when not known."""
        born = self.intake.subject.birth_date
        if self.intake.group or born is None or born > self.intake.obtained:
            return None
        return age_on(born, self.intake.obtained)

    @property
    def about_child(self) -> bool:
        """Is the person under age, by the rules of the day?"""
        return self.age is not None and self.age < rules_on(self.intake.obtained).ages.adult


def time_to_tell(intake: Intake) -> InformationTime:
    """When to tell, and by what rule."""
    return information_time(
        intake.obtained,
        from_person=intake.from_person,
        first_contact=intake.first_contact,
        first_disclosure=intake.first_disclosure,
    )


def due_day(collection: Collection) -> date:
    """The day that governs: before a new purpose begins, else by where the data came from."""
    if collection.new_purpose is not None:
        return collection.new_purpose.tell_before
    return time_to_tell(collection.intake).due


def latest_day(collection: Collection) -> date:
    """The last day that the law leaves open."""
    if collection.new_purpose is not None:
        return collection.new_purpose.starts
    time = time_to_tell(collection.intake)
    return time.due if collection.intake.from_person else time.latest.due


def told_late(collection: Collection) -> bool:
    """Were they told after the last day?"""
    told = collection.told
    return told is not None and told.told_on > latest_day(collection)


def settled_on(collection: Collection) -> date | None:
    """The day that stops the clock: told, or decided that they need not be."""
    if collection.told is not None:
        return collection.told.told_on
    if collection.exception is not None and collection.decision is not None:
        return collection.decision.decided_on
    return None
