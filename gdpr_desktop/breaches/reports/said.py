"""Pieces of a breach in words, in the language of a document. Each may be empty."""

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum

from gdpr_desktop.breaches.code_words import words
from gdpr_desktop.breaches.codes import (
    Happened,
    Incident,
    Notice,
    PeopleTelling,
    TellingState,
)
from gdpr_desktop.breaches.facts.words import count_words
from gdpr_desktop.breaches.model import Breach
from gdpr_desktop.breaches.steps import needs_notification, needs_telling
from gdpr_desktop.core.dates import long_date, long_instant
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import _, ngettext


def listed(codes: Iterable[StrEnum], language: Language, typed: str = "") -> str:
    """Codes in words, one to a line, and what was typed beside them."""
    lines = [words(code, language) for code in codes]
    return "\n".join(line for line in (*lines, typed) if line)


def times(found: Breach, language: Language) -> str:
    """When it happened, was discovered, and when we were aware of it."""
    intake = found.intake
    lines = [_happened(found, language)]
    lines.append(_line(_("Discovered {when}", language=language), intake.discovered, language))
    lines.append(_line(_("We were aware of it {when}", language=language), intake.aware, language))
    if intake.aware_reason:
        lines.append(intake.aware_reason)
    return "\n".join(line for line in lines if line)


def _happened(found: Breach, language: Language) -> str:
    course = found.course
    if course is None or course.happened is Happened.UNKNOWN:
        return words(Happened.UNKNOWN, language)
    start, end = course.happened_from, course.happened_to
    if course.happened is Happened.PERIOD and start and end:
        text = _("It happened from {start} to {end}", language=language)
        return text.format(start=long_instant(start, language), end=long_instant(end, language))
    if course.happened is Happened.SINCE and start:
        text = _("It has gone on since {when}", language=language)
        return text.format(when=long_instant(start, language))
    return _line(_("It happened {when}", language=language), start, language)


def _line(text: str, at: datetime | None, language: Language) -> str:
    return text.format(when=long_instant(at, language)) if at is not None else ""


def cause(found: Breach, language: Language) -> str:
    """Why it happened: what kind of thing, what failed, who, and in words."""
    course = found.course
    incident = found.intake.incident
    first = (incident,) if incident is not Incident.OTHER else ()
    if course is None:
        return listed(first, language)
    return listed((*first, *course.causes, course.origin), language, course.cause)


def data(found: Breach, language: Language) -> str:
    """Which kinds of data, about whom, and how many."""
    scope = found.scope
    if scope is None:
        return ""
    kinds = listed(scope.data, language, scope.data_text)
    people = listed(scope.people, language, scope.people_text).replace("\n", "; ")
    whom = _("Whom it hit", language=language)
    people = f"{whom}: {people}" if people else ""
    many = _("Number of people: {number}", language=language)
    return "\n".join(
        line
        for line in (kinds, people, many.format(number=count_words(scope.people_count, language)))
        if line
    )


def consequences(found: Breach, language: Language) -> str:
    """What it may lead to for people, and what follows from that."""
    scope, course = found.scope, found.course
    if scope is None:
        return ""
    secondary = course.secondary if course is not None else ""
    texts = "\n".join(one for one in (scope.consequences_text, secondary) if one)
    return listed(scope.consequences, language, texts)


def measures(found: Breach, language: Language) -> str:
    """What was in place before, what has been done and what is planned."""
    before = found.scope.measures_before if found.scope is not None else ""
    lines = []
    if before:
        lines.append(_("In place before: {text}", language=language).format(text=before))
    for task in found.measures:
        if task.done_on is not None:
            text = _("Done {day}: {title}", language=language)
            lines.append(text.format(day=long_date(task.done_on, language), title=task.title))
        elif task.due is not None:
            text = _("Planned by {day}: {title}", language=language)
            lines.append(text.format(day=long_date(task.due, language), title=task.title))
        else:
            text = _("Planned: {title}", language=language)
            lines.append(text.format(title=task.title))
    return "\n".join(lines)


def notified(found: Breach, language: Language) -> str:
    """Whether and when the authority was told, late or not, and what came after."""
    if not found.notifications:
        if found.decision is None:
            return _("Not decided yet", language=language)
        waits = needs_notification(found)
        return _("Not yet", language=language) if waits else _("No", language=language)
    lines = []
    for sent in found.notifications:
        text = f"{words(sent.kind, language)}: {long_instant(sent.sent_at, language)}"
        lines.append(f"{text} ({sent.receipt})" if sent.receipt else text)
        if sent.kind is Notice.FIRST and sent.late_reason:
            late = _("Later than 72 hours, because: {why}", language=language)
            lines.append(late.format(why=sent.late_reason))
    return "\n".join(lines)


def why_not_notified(found: Breach) -> str:
    """The reasons for not telling the authority."""
    decision = found.decision
    return decision.why_authority if decision is not None and not decision.authority else ""


def told(found: Breach, language: Language) -> str:
    """Whether and when people were told, how, and how many."""
    if not found.tellings:
        if found.decision is None:
            return _("Not decided yet", language=language)
        waits = needs_telling(found)
        return _("Not yet", language=language) if waits else _("No", language=language)
    lines = []
    if found.decision is not None and found.decision.people is PeopleTelling.VOLUNTARY:
        lines.append(words(PeopleTelling.VOLUNTARY, language))
    for one in found.tellings:
        parts = [long_date(one.told_on, language), words(one.channel, language)]
        parts += [words(one.state, language)] if one.state is not TellingState.NONE else []
        parts += [_people(one.number, language)] if one.number else []
        lines.append(", ".join(parts))
        lines += [text for text in (one.where, one.rest) if text]
    return "\n".join(lines)


def _people(number: int, language: Language) -> str:
    text = ngettext("{count} person", "{count} people", number, language=language)
    return text.format(count=number)


def why_not_told(found: Breach, language: Language) -> str:
    """The reasons for not telling people, with the exception and what proves it."""
    decision = found.decision
    if decision is None or decision.people is not PeopleTelling.NOT:
        return ""
    lines = [decision.why_people]
    exempted = decision.exempted
    if exempted is not None:
        article = exempted.exception.article
        where = f"§ 16 {exempted.letter}" if exempted.letter else article
        lines += [f"{words(exempted.exception, language)} ({where})", exempted.proof]
    return "\n".join(line for line in lines if line)
