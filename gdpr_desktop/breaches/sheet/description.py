"""What happened, whom and what it hit, and of which kind it is: sections 3.1 to 3.5 of the form."""

from collections.abc import Iterable
from enum import StrEnum

from gdpr_desktop.breaches.code_words import words
from gdpr_desktop.breaches.codes import (
    BreachKind,
    Happened,
    Known,
    Ongoing,
    Protection,
    Reporter,
)
from gdpr_desktop.breaches.model import Count, Course, Scope
from gdpr_desktop.breaches.sheet.model import (
    Asked,
    Place,
    SheetRow,
    maybe,
    must,
    must_or_later,
    not_needed,
)
from gdpr_desktop.core.dates import long_instant
from gdpr_desktop.core.text import N_, _
from gdpr_desktop.law.deadlines import notified_in_time


def rows(asked: Asked) -> tuple[SheetRow, ...]:
    """The description: what, when, how, whose and which data, where they are now."""
    return (*_times(asked), *_course(asked), *_extent(asked), *_surroundings(asked))


def _times(asked: Asked) -> tuple[SheetRow, ...]:
    language, intake = asked.language, asked.found.intake
    course = asked.found.course
    return (
        must_or_later(
            asked,
            "happened",
            _("When it happened", language=language),
            _happened(asked, course) if course else "",
            Place.FACTS,
            _("Say when it happened, or that it cannot be determined.", language=language),
        ),
        must(
            asked,
            "discovered",
            _("Discovered", language=language),
            long_instant(intake.discovered),
            Place.INTAKE,
        ),
        must(
            asked,
            "aware",
            _("When we became aware of it", language=language),
            long_instant(intake.aware),
            Place.INTAKE,
        ),
        maybe(
            asked,
            "aware_reason",
            _("Why we became aware later than it was discovered", language=language),
            intake.aware_reason,
        ),
        _late(asked),
    )


def _late(asked: Asked) -> SheetRow:
    """Reasons for a late notification: the template's condition is printed the wrong way round."""
    language, found = asked.language, asked.found
    label = _("Why the notification comes later than 72 hours", language=language)
    if found.notifications:
        return maybe(asked, "late_reason", label, found.notifications[0].late_reason)
    if notified_in_time(found.intake.aware, asked.now):
        why = _("Not needed before 72 hours have gone.", language=language)
        return not_needed(asked, "late_reason", label, why)
    help_ = _("Write the reason when you note the notification.", language=language)
    return must(asked, "late_reason", label, asked.late_reason, Place.NOTIFY, help_)


def _happened(asked: Asked, course: Course) -> str:
    first = long_instant(course.happened_from) if course.happened_from else ""
    last = long_instant(course.happened_to) if course.happened_to else ""
    if course.happened is Happened.UNKNOWN:
        return _("Cannot be determined", language=asked.language)
    if course.happened is Happened.PERIOD and first and last:
        text = _("From {first} to {last}", language=asked.language)
        return text.format(first=first, last=last)
    if course.happened is Happened.SINCE and first:
        text = _("From {first}, and still going on", language=asked.language)
        return text.format(first=first)
    return first


def _course(asked: Asked) -> tuple[SheetRow, ...]:
    language, found = asked.language, asked.found
    intake, course = found.intake, found.course
    causes = listed(asked, course.causes) if course else ""
    cause = joined((causes, course.cause if course else ""))
    how = course.discovered_how if course else ""
    return (
        must(asked, "what", _("What happened", language=language), intake.what, Place.INTAKE),
        must(
            asked,
            "incident",
            _("Main cause", language=language),
            words(intake.incident, language),
            Place.INTAKE,
        ),
        must(
            asked,
            "how",
            _("How it could happen", language=language),
            cause,
            Place.FACTS,
            _("Describe what failed, and how.", language=language),
        ),
        must_or_later(
            asked,
            "origin",
            _("Who caused it, and whether they meant it", language=language),
            words(course.origin, language) if course else "",
            Place.FACTS,
            _("Choose who caused it; «unknown» is an answer too.", language=language),
        ),
        maybe(
            asked,
            "ongoing",
            _("Is it still going on?", language=language),
            "" if intake.ongoing is Ongoing.UNKNOWN else words(intake.ongoing, language),
        ),
        must(
            asked,
            "discovered_how",
            _("How it was discovered", language=language),
            joined((words(intake.reporter, language), how)),
            Place.FACTS,
        ),
        _reported(asked, course),
    )


def _reported(asked: Asked, course: Course | None) -> SheetRow:
    """When somebody else told us (52); of a processor, when it knew itself (art. 33(2))."""
    language = asked.language
    label = _("When others told us", language=language)
    if asked.found.intake.reporter is Reporter.EMPLOYEE:
        return not_needed(asked, "reported_at", label)
    told = long_instant(course.reported_at) if course and course.reported_at else ""
    if told and course and course.processor_aware:
        knew = _("{told}; the processor knew of it {aware}", language=language)
        told = knew.format(told=told, aware=long_instant(course.processor_aware))
    help_ = _("Note when they told us.", language=language)
    return must(asked, "reported_at", label, told, Place.FACTS, help_)


def _extent(asked: Asked) -> tuple[SheetRow, ...]:
    language, scope = asked.language, asked.found.scope
    return (
        must_or_later(
            asked,
            "people_count",
            _("How many people are affected", language=language),
            _count(asked, scope.people_count) if scope else "",
            Place.SCOPE,
            _("Give a number, an approximate one where the exact is not known.", language=language),
        ),
        must_or_later(
            asked,
            "records_count",
            _("How many records (entries, documents) are affected", language=language),
            _count(asked, scope.records_count) if scope else "",
            Place.SCOPE,
            _("Give a number, an approximate one where the exact is not known.", language=language),
        ),
        must_or_later(
            asked,
            "people",
            _("Who is affected, and their relation to us", language=language),
            _people(asked, scope) if scope else "",
            Place.SCOPE,
            _("Choose whom it hit.", language=language),
        ),
        must_or_later(
            asked,
            "data",
            _("Which personal data", language=language),
            joined((listed(asked, scope.data), scope.data_text)) if scope else "",
            Place.SCOPE,
            _("Choose which data were in it.", language=language),
        ),
        maybe(
            asked,
            "special",
            _("Special categories, identity numbers, protected address", language=language),
            _sensitive(asked, scope) if scope else "",
        ),
    )


def _people(asked: Asked, scope: Scope) -> str:
    marks = []
    if scope.children:
        marks.append(_("children are among them", language=asked.language))
    if scope.vulnerable:
        marks.append(_("others who are vulnerable are among them", language=asked.language))
    told = joined((listed(asked, scope.people), scope.people_text))
    return joined((told, ", ".join(marks))) if told else ""


def _sensitive(asked: Asked, scope: Scope) -> str:
    marks = []
    if scope.special:
        marks.append(_("special categories of personal data", language=asked.language))
    if scope.identity_numbers:
        marks.append(_("identity numbers", language=asked.language))
    if scope.protected_address:
        marks.append(_("protected address", language=asked.language))
    return ", ".join(marks)


def _count(asked: Asked, count: Count) -> str:
    """A number that nobody knows is «to be determined» at first; at last it cannot be."""
    if count.known is Known.UNKNOWN:
        return _("Cannot be determined", language=asked.language) if asked.later else ""
    if count.number is None or count.number < 1:
        return ""
    exact = _("{number} (exact)", language=asked.language)
    about = _("About {number}", language=asked.language)
    return (exact if count.known is Known.EXACT else about).format(number=count.number)


def _surroundings(asked: Asked) -> tuple[SheetRow, ...]:
    language, scope = asked.language, asked.found.scope
    exposed = asked.found.course.exposed if asked.found.course else ""
    systems = [one.name for one in scope.systems] if scope else []
    processors = [one.name for one in scope.processors] if scope else []
    return (
        must(
            asked,
            "where_now",
            _("Where the data are now", language=language),
            joined((scope.where_now, exposed)) if scope else "",
            Place.SCOPE,
            _("Say where the data are after the breach.", language=language),
        ),
        must(
            asked,
            "systems",
            _("Systems and services involved", language=language),
            ", ".join(systems),
            Place.SCOPE,
            _("Name the systems; write «paper» where there is none.", language=language),
        ),
        maybe(
            asked,
            "processors",
            _("Processors and others involved", language=language),
            ", ".join(processors),
        ),
        must(
            asked,
            "before",
            _("Measures that were in place", language=language),
            scope.measures_before if scope else "",
            Place.SCOPE,
            _("Describe how the data were protected before it happened.", language=language),
        ),
    )


def kinds(asked: Asked) -> tuple[SheetRow, ...]:
    """Confidentiality, integrity, availability, and each in more detail."""
    language, scope = asked.language, asked.found.scope
    chosen = scope.kinds if scope else ()
    label = _("Kind of breach", language=language)
    help_ = _("Choose one or several.", language=language)
    found = [must(asked, "kinds", label, listed(asked, chosen), Place.SCOPE, help_)]
    if scope and BreachKind.CONFIDENTIALITY in chosen:
        found += _confidentiality(asked, scope)
    assessment = asked.found.assessment
    if BreachKind.INTEGRITY in chosen:
        changed = _LOSSES["integrity"][assessment.enisa.integrity] if assessment else ""
        label = _("How the data were changed", language=language)
        told = asked.say(changed) if changed else ""
        found.append(must_or_later(asked, "integrity", label, told, Place.ASSESSMENT))
    if BreachKind.AVAILABILITY in chosen:
        lost = _LOSSES["availability"][assessment.enisa.availability] if assessment else ""
        label = _("How the data became unavailable", language=language)
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
            _("Who has seen, or may have seen, the data", language=language),
            words(scope.seen, language),
            Place.SCOPE,
        ),
        must_or_later(
            asked,
            "protection",
            _("Were the data protected so that strangers cannot read them?", language=language),
            "" if unknown else words(scope.protection, language),
            Place.SCOPE,
            _("Find out whether the data were encrypted, and the key is safe.", language=language),
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
