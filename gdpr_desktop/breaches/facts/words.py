"""Words for the first hour, the course and the scope; and for what is worth another look."""

from datetime import timedelta

from gdpr_desktop.breaches.facts.rules import OlderFact
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
