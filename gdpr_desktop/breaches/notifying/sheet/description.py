"""What happened, whom and what it hit, and of which kind it is: sections 3.1 to 3.5 of the form."""

from collections.abc import Iterable
from enum import StrEnum

from gdpr_desktop.breaches.code_words import words
from gdpr_desktop.breaches.codes import BreachKind, Happened, Known, Ongoing, Protection, Reporter
from gdpr_desktop.breaches.facts.words import happened_words
from gdpr_desktop.breaches.model import Count, Course, Scope
from gdpr_desktop.breaches.notifying.sheet.model import (
    Asked,
    Place,
    SheetRow,
    maybe,
    must,
    must_or_later,
    not_needed,
)
from gdpr_desktop.core.dates import long_instant
from gdpr_desktop.core.text import N_
from gdpr_desktop.law.deadlines import notified_in_time


def rows(asked: Asked) -> tuple[SheetRow, ...]:
    """The description: what, when, how, whose and which data, where they are now."""
    return (*_times(asked), *_course(asked), *_extent(asked), *_surroundings(asked))


def _times(asked: Asked) -> tuple[SheetRow, ...]:
    intake = asked.found.intake
    course = asked.found.course
    return (
        must_or_later(
            asked,
            "happened",
            N_("When it happened"),
            _happened(asked, course) if course else "",
            Place.FACTS,
            N_("Say when it happened, or that it cannot be determined."),
        ),
        must(
            asked,
            "discovered",
            N_("Discovered"),
            long_instant(intake.discovered, asked.language),
            Place.INTAKE,
        ),
        must(
            asked,
            "aware",
            N_("When we became aware of it"),
            long_instant(intake.aware, asked.language),
            Place.INTAKE,
        ),
        maybe(
            asked,
            "aware_reason",
            N_("Why we became aware later than it was discovered"),
            intake.aware_reason,
        ),
        _late(asked),
    )


def _late(asked: Asked) -> SheetRow:
    """Reasons for a late notification: the template's condition is printed the wrong way round."""
    found = asked.found
    label = N_("Why the notification comes later than 72 hours")
    if found.notifications:
        return maybe(asked, "late_reason", label, found.notifications[0].late_reason)
    if notified_in_time(found.intake.aware, asked.now):
        why = N_("Not needed before 72 hours have gone.")
        return not_needed(asked, "late_reason", label, why)
    help_ = N_("Write the reason when you note the notification.")
    return must(asked, "late_reason", label, asked.late_reason, Place.NOTIFY, help_)


def _happened(asked: Asked, course: Course) -> str:
    if course.happened is Happened.UNKNOWN:
        return asked.say(N_("Cannot be determined"))
    return happened_words(course, asked.language)


def _course(asked: Asked) -> tuple[SheetRow, ...]:
    language, found = asked.language, asked.found
    intake, course = found.intake, found.course
    causes = listed(asked, course.causes) if course else ""
    cause = joined((causes, course.cause if course else ""))
    how = course.discovered_how if course else ""
    return (
        must(asked, "what", N_("What happened"), intake.what, Place.INTAKE),
        must(asked, "incident", N_("Main cause"), words(intake.incident, language), Place.INTAKE),
        must(
            asked,
            "how",
            N_("How it could happen"),
            cause,
            Place.FACTS,
            N_("Describe what failed, and how."),
        ),
        must_or_later(
            asked,
            "origin",
            N_("Who caused it, and whether they meant it"),
            words(course.origin, language) if course else "",
            Place.FACTS,
            N_("Choose who caused it; «unknown» is an answer too."),
        ),
        maybe(
            asked,
            "ongoing",
            N_("Is it still going on?"),
            "" if intake.ongoing is Ongoing.UNKNOWN else words(intake.ongoing, language),
        ),
        must(
            asked,
            "discovered_how",
            N_("How it was discovered"),
            joined((words(intake.reporter, language), how)),
            Place.FACTS,
        ),
        _reported(asked, course),
    )


def _reported(asked: Asked, course: Course | None) -> SheetRow:
    """When somebody else told us (52); of a processor, when it knew itself (art. 33(2))."""
    label = N_("When others told us")
    if asked.found.intake.reporter is Reporter.EMPLOYEE:
        return not_needed(asked, "reported_at", label)
    told = long_instant(course.reported_at, asked.language) if course and course.reported_at else ""
    if told and course and course.processor_aware:
        knew = asked.say(N_("{told}; the processor knew of it {aware}"))
        told = knew.format(told=told, aware=long_instant(course.processor_aware, asked.language))
    help_ = N_("Note when they told us.")
    return must(asked, "reported_at", label, told, Place.FACTS, help_)


def _extent(asked: Asked) -> tuple[SheetRow, ...]:
    return (*_numbers(asked), *_whom(asked))


def _numbers(asked: Asked) -> tuple[SheetRow, ...]:
    scope = asked.found.scope
    people = _count(asked, scope.people_count) if scope else ""
    records = _count(asked, scope.records_count) if scope else ""
    help_ = N_("Give a number, an approximate one where the exact is not known.")
    affected = N_("How many people are affected")
    written = N_("How many records (entries, documents) are affected")
    return (
        must_or_later(asked, "people_count", affected, people, Place.SCOPE, help_),
        must_or_later(asked, "records_count", written, records, Place.SCOPE, help_),
    )


def _whom(asked: Asked) -> tuple[SheetRow, ...]:
    scope = asked.found.scope
    return (
        must_or_later(
            asked,
            "people",
            N_("Who is affected, and their relation to us"),
            _people(asked, scope) if scope else "",
            Place.SCOPE,
            N_("Choose whom it hit."),
        ),
        must_or_later(
            asked,
            "data",
            N_("Which personal data"),
            joined((listed(asked, scope.data), scope.data_text)) if scope else "",
            Place.SCOPE,
            N_("Choose which data were in it."),
        ),
        maybe(
            asked,
            "special",
            N_("Special categories, identity numbers, protected address"),
            _sensitive(asked, scope) if scope else "",
        ),
    )


def _people(asked: Asked, scope: Scope) -> str:
    marks = []
    if scope.children:
        marks.append(asked.say(N_("Children are among them")))
    if scope.vulnerable:
        marks.append(asked.say(N_("Others who are vulnerable are among them")))
    told = joined((listed(asked, scope.people), scope.people_text))
    return joined((told, *marks)) if told else ""


def _sensitive(asked: Asked, scope: Scope) -> str:
    marks = []
    if scope.special:
        marks.append(asked.say(N_("Special categories of personal data")))
    if scope.identity_numbers:
        marks.append(asked.say(N_("National identity numbers")))
    if scope.protected_address:
        marks.append(asked.say(N_("Protected addresses")))
    return "; ".join(marks)


def _count(asked: Asked, count: Count) -> str:
    """A number that nobody knows is «to be determined» at first; at last it cannot be."""
    if count.known is Known.UNKNOWN:
        return asked.say(N_("Cannot be determined")) if asked.later else ""
    if count.number is None or count.number < 1:
        return ""
    exact = asked.say(N_("{number} (exact)"))
    about = asked.say(N_("About {number}"))
    return (exact if count.known is Known.EXACT else about).format(number=count.number)


def _surroundings(asked: Asked) -> tuple[SheetRow, ...]:
    scope = asked.found.scope
    exposed = asked.found.course.exposed if asked.found.course else ""
    systems = [one.name for one in scope.systems] if scope else []
    processors = [one.name for one in scope.processors] if scope else []
    return (
        must(
            asked,
            "where_now",
            N_("Where the data are now"),
            scope.where_now if scope else "",
            Place.SCOPE,
            N_("Say where the data are after the breach."),
        ),
        maybe(asked, "exposed", N_("How long the data lay open"), exposed),
        must(
            asked,
            "systems",
            N_("Systems and services involved"),
            ", ".join(systems),
            Place.SCOPE,
            N_("Name the systems; write «paper» where there is none."),
        ),
        maybe(asked, "processors", N_("Processors and others involved"), ", ".join(processors)),
        must(
            asked,
            "before",
            N_("Measures that were in place"),
            scope.measures_before if scope else "",
            Place.SCOPE,
            N_("Describe how the data were protected before it happened."),
        ),
    )


def kinds(asked: Asked) -> tuple[SheetRow, ...]:
    """Confidentiality, integrity, availability, and each in more detail."""
    scope = asked.found.scope
    chosen = scope.kinds if scope else ()
    label = N_("Kind of breach")
    help_ = N_("Choose one or several.")
    found = [must(asked, "kinds", label, listed(asked, chosen), Place.SCOPE, help_)]
    if scope and BreachKind.CONFIDENTIALITY in chosen:
        found += _confidentiality(asked, scope)
    assessment = asked.found.assessment
    if BreachKind.INTEGRITY in chosen:
        changed = _LOSSES["integrity"][assessment.enisa.integrity] if assessment else ""
        label = N_("How the data were changed")
        told = asked.say(changed) if changed else ""
        found.append(must_or_later(asked, "integrity", label, told, Place.ASSESSMENT))
    if BreachKind.AVAILABILITY in chosen:
        lost = _LOSSES["availability"][assessment.enisa.availability] if assessment else ""
        label = N_("How the data became unavailable")
        told = asked.say(lost) if lost else ""
        found.append(must_or_later(asked, "availability", label, told, Place.ASSESSMENT))
    return tuple(found)


def _confidentiality(asked: Asked, scope: Scope) -> list[SheetRow]:
    """Were they disclosed (56), and could they be read (57)?"""
    language = asked.language
    unknown = scope.protection is Protection.UNKNOWN and not asked.later
    return [
        must(
            asked,
            "seen",
            N_("Who has seen, or may have seen, the data"),
            words(scope.seen, language),
            Place.SCOPE,
        ),
        must_or_later(
            asked,
            "protection",
            N_("Were the data protected so that strangers cannot read them?"),
            "" if unknown else words(scope.protection, language),
            Place.SCOPE,
            N_("Find out whether the data were encrypted, and the key is safe."),
        ),
    ]


_LOSSES: dict[str, dict[float, str]] = {
    "integrity": {
        0.0: N_("Changed, but there is no sign of wrong use"),
        0.25: N_("Changed and possibly used, but it can be put right"),
        0.5: N_("Changed and possibly used, and it cannot be put right"),
    },
    "availability": {
        0.0: N_("Recovered without difficulty"),
        0.25: N_("Unavailable for a time"),
        0.5: N_("Lost for good"),
    },
}


def listed(asked: Asked, codes: Iterable[StrEnum]) -> str:
    """The words of several codes in a row."""
    return "; ".join(words(one, asked.language) for one in codes)


def joined(parts: Iterable[str]) -> str:
    """Sentences one after the other, each ended with a full stop."""
    kept = [part.strip() for part in parts if part.strip()]
    return " ".join(part if part[-1] in ".!?" else f"{part}." for part in kept[:-1]) + (
        (" " if len(kept) > 1 else "") + kept[-1] if kept else ""
    )
