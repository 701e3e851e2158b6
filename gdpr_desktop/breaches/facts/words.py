"""Words for the first hour, the course and the scope; and for what is worth another look."""

from datetime import timedelta

from gdpr_desktop.breaches.code_words import words
from gdpr_desktop.breaches.codes import Happened, Known
from gdpr_desktop.breaches.facts.rules import OlderFact
from gdpr_desktop.breaches.model import Count, Course
from gdpr_desktop.core.dates import long_instant
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import N_, _, ngettext

TIMELINE = {
    "breach_first_hour": (N_("Points of the first hour were ticked off"), "tasks"),
    "breach_first_hour_over": (N_("The first hour is over"), "done"),
    "breach_described": (N_("How it happened was described"), "note"),
    "breach_scoped": (N_("People and data were described"), "note"),
}
_OLDER = {
    OlderFact.SPECIAL: N_("special categories of data"),
    OlderFact.IDENTITY_NUMBERS: N_("identity numbers"),
    OlderFact.PROTECTED_ADDRESS: N_("protected addresses"),
    OlderFact.CHILDREN: N_("children"),
    OlderFact.VULNERABLE: N_("vulnerable people"),
    OlderFact.SEEN: N_("who has seen the data"),
    OlderFact.PROTECTION: N_("how the data were protected"),
}


def older_words(facts: tuple[OlderFact, ...]) -> str:
    """A sentence when facts have changed since it was assessed; empty when none has."""
    if not facts:
        return ""
    changed = ", ".join(_(_OLDER[one]) for one in facts)
    return _("Facts have changed since it was assessed: {facts}.").format(facts=changed)


def happened_words(course: Course, language: Language | None = None) -> str:
    """When it happened, as far as it is known. It may be empty."""
    first = long_instant(course.happened_from) if course.happened_from else ""
    last = long_instant(course.happened_to) if course.happened_to else ""
    if course.happened is Happened.UNKNOWN:
        return words(Happened.UNKNOWN, language)
    if course.happened is Happened.PERIOD and first and last:
        text = _("From {first} to {last}", language=language)
        return text.format(first=first, last=last)
    if course.happened is Happened.SINCE and first:
        return _("From {first}, and still going on", language=language).format(first=first)
    return first


def count_words(count: Count, language: Language | None = None) -> str:
    """«12», «about 1 200» or that it is not known."""
    if count.known is Known.UNKNOWN or count.number is None:
        return words(Known.UNKNOWN, language)
    number = f"{count.number:,}".replace(",", "\u00a0")
    if count.known is Known.EXACT:
        return number
    return _("about {number}", language=language).format(number=number)


def wait_words(wait: timedelta) -> str:
    """«4 days» or «30 hours»."""
    hours = int(wait.total_seconds() // 3600)
    if hours < 72:
        return ngettext("{count} hour", "{count} hours", hours).format(count=hours)
    return ngettext("{count} day", "{count} days", hours // 24).format(count=hours // 24)


def long_wait_words(wait: timedelta) -> str:
    """That a processor waited longer than it may without a reason."""
    text = _(
        "The processor knew of it for {time} before it told us. It shall tell us without undue"
        " delay (article 33(2)). Ask why, and look at the agreement."
    )
    return text.format(time=wait_words(wait))


def told_before_aware_words() -> str:
    """That the clock ought to run from when the processor told us."""
    return _(
        "The processor told us before the time from which the 72 hours are counted. We are aware"
        " of it when the processor tells us. Check when we were aware."
    )
