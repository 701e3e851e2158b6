"""Rows of the page about the first hour, how it happened, whose and which data."""

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum

from gdpr_desktop.breaches.code_words import words
from gdpr_desktop.breaches.facts.first_hour import point, points
from gdpr_desktop.breaches.facts.rules import older_facts, processor_wait, waited_long
from gdpr_desktop.breaches.facts.words import (
    count_words,
    happened_words,
    long_wait_words,
    older_words,
)
from gdpr_desktop.breaches.model import Breach, Link, Scope
from gdpr_desktop.core.dates import long_instant
from gdpr_desktop.core.text import _

Rows = tuple[tuple[str, str], ...]


def first_hour(found: Breach) -> Rows:
    """(label, text) of what is known; an empty text is not shown."""
    if not found.first_hour and not found.first_hour_done:
        return ()
    offered = len(points(found.intake.incident, found.first_hour))
    done = _("{done} of {count} points").format(done=len(found.first_hour), count=offered)
    over = _("the hour is over") if found.first_hour_done else _("the hour is not over yet")
    ticked = (
        "{text} {who}".format(
            text=point(one.point).text,
            who=" · ".join(part for part in (one.by, long_instant(one.at), one.note) if part),
        )
        for one in found.first_hour
    )
    return ((_("The first hour"), f"{done}, {over}"), (_("Done so far"), "\n".join(ticked)))


def course(found: Breach) -> Rows:
    """(label, text) of what is known; an empty text is not shown."""
    one = found.course
    if one is None:
        return ()
    wait = processor_wait(one)
    return (
        (_("When it happened"), happened_words(one)),
        (_("How long the data lay open"), one.exposed),
        (_("How it was discovered"), one.discovered_how),
        (_("Told by"), _joined((words(found.intake.reporter), one.reporter_name))),
        (_("We were told"), _instant(one.reported_at)),
        (_("The processor knew of it"), _instant(one.processor_aware)),
        (_("The processor waited"), long_wait_words(wait) if wait and waited_long(one) else ""),
        (_("Reference in the quality system"), one.quality_reference),
        (_("What failed"), _codes(one.causes)),
        (_("Who caused it"), words(one.origin)),
        (_("The cause"), one.cause),
        (_("What it may lead to next"), one.secondary),
    )


def scope(found: Breach) -> Rows:
    """(label, text) of what is known; an empty text is not shown."""
    one = found.scope
    if one is None:
        return ()
    return (
        (_("Kind of breach"), _codes(one.kinds)),
        (_("Since the assessment"), older_words(older_facts(found))),
        (_("Whom it hit"), _joined((_codes(one.people), one.people_text), "\n")),
        (_("How many people"), count_words(one.people_count)),
        (_("Vulnerable people"), _vulnerable(one)),
        (_("Which data"), _joined((_codes(one.data), one.data_text), "\n")),
        (_("How many records"), count_words(one.records_count)),
        (_("Where the data are now"), one.where_now),
        (_("Who has seen them"), words(one.seen)),
        (_("Protected"), words(one.protection)),
        (_("Processing activities"), _links(one.activities)),
        (_("Systems"), _links(one.systems)),
        (_("Processors"), _links(one.processors)),
        (_("Measures before"), one.measures_before),
        (_("Consequences"), _joined((_codes(one.consequences), one.consequences_text), "\n")),
    )


def _vulnerable(one: Scope) -> str:
    children = _("Children") if one.children else ""
    return _joined((children, _("Others who are vulnerable") if one.vulnerable else ""))


def _codes(codes: Iterable[StrEnum]) -> str:
    return "\n".join(words(one) for one in codes)


def _links(links: Iterable[Link]) -> str:
    return ", ".join(one.name for one in links)


def _joined(parts: Iterable[str], between: str = ", ") -> str:
    return between.join(part for part in parts if part)


def _instant(at: datetime | None) -> str:
    return long_instant(at) if at else ""
