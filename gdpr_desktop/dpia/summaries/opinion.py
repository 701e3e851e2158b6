"""What was sent, and what the officer says."""

from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.text import _, ngettext
from gdpr_desktop.dpia.advice.model import Opinion
from gdpr_desktop.dpia.advice.rules import unsettled
from gdpr_desktop.dpia.advice.words import (
    advice_words,
    consult_words,
    follow_up_words,
    version_words,
)
from gdpr_desktop.dpia.assessment import Dpia
from gdpr_desktop.dpia.codes import State
from gdpr_desktop.dpia.words import words


def rows(found: Dpia) -> tuple[tuple[str, str], ...]:
    """Labels and texts; those without a text are left out."""
    latest = found.latest
    waiting = len(unsettled(found.content))
    comments = ngettext("{count} is not settled", "{count} are not settled", waiting)
    earlier = [_said(one) for one in reversed(found.opinions)]
    return (
        *_given(found),
        (_("Sent last"), version_words(latest) if latest else ""),
        (_("Note with it"), latest.note if latest else ""),
        (_("Comments"), comments.format(count=waiting) if waiting else ""),
        (_("Advice before"), "\n".join(one for one in earlier if one)),
    )


def _given(found: Dpia) -> tuple[tuple[str, str], ...]:
    given = found.opinion
    if given is None:
        return ()
    if given.given_on is None:
        writing = found.state is State.AT_OFFICER
        return ((_("Advice"), _("The officer is writing it") if writing else ""),)
    return (
        (_("Advice"), f"{advice_words(given)}. {given.name}, {long_date(given.given_on)}"),
        (_("Why"), given.go_ahead_why),
        (_("Prior consultation"), _joined(consult_words(given), given.consult_why)),
        (_("Follow-up"), follow_up_words(given)),
        (_("The officer says"), given.text.plain),
    )


def _said(given: Opinion) -> str:
    """One line to each earlier round: the number, the advice, what came of it."""
    day = long_date(given.given_on) if given.given_on else ""
    text = _("Number {number}: {advice} ({day})")
    said = text.format(number=given.submission, advice=advice_words(given), day=day)
    came = words(given.decision.follow) if given.decision else ""
    return ". ".join(one for one in (said, came) if one)


def _joined(said: str, why: str) -> str:
    return f"{said}: {why}" if said and why else said
