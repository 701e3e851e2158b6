"""Where the prior consultation stands."""

from gdpr_desktop.casework.deadline_words import explain
from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.text import _, ngettext
from gdpr_desktop.dpia.advice.rules import must_consult
from gdpr_desktop.dpia.assessment import Dpia
from gdpr_desktop.dpia.consultation.model import Consultation
from gdpr_desktop.dpia.consultation.timing import (
    answer_due,
    days_stood,
    inform_due,
    notice_came_late,
    notice_due,
    runs,
    stands,
)
from gdpr_desktop.dpia.consultation.words import answer_words, suspension_words
from gdpr_desktop.law.deadlines import Deadline


def rows(found: Dpia) -> tuple[tuple[str, str], ...]:
    """Labels and texts; those without a text are left out."""
    return (*_now(found), *_earlier(found))


def _now(found: Dpia) -> tuple[tuple[str, str], ...]:
    asked = found.consultation
    if asked is None:
        text = _("A risk that is left is high: Datatilsynet must be asked first (article 36(1)).")
        return ((_("Why"), text if found.content.scenarios and must_consult(found) else ""),)
    who = ", ".join(one for one in (asked.decided_by, asked.role) if one)
    return (
        (_("Stands"), answer_words(asked)),
        *_times(asked),
        (_("Why"), asked.why),
        (_("Decided by"), f"{who}, {long_date(asked.decided_on)}"),
        (_("Sent on"), long_date(asked.sent_on) if asked.sent_on else ""),
        (_("Reference of Datatilsynet"), asked.reference),
        (_("Received by Datatilsynet"), long_date(asked.received_on) if asked.received_on else ""),
        (_("What the answer says"), asked.answer_text),
        (_("What was changed after it"), asked.followed_up),
    )


def _earlier(found: Dpia) -> tuple[tuple[str, str], ...]:
    """What Datatilsynet was asked, and answered, in the rounds before."""
    label = _("Before, number {number}")
    return tuple(
        (label.format(number=one.submission), _said(one.consultation))
        for one in reversed(found.opinions)
        if one.consultation is not None
    )


def _said(asked: Consultation) -> str:
    """The outcome, the days and the reference, and what the answer said."""
    days = (
        (_("Sent on"), long_date(asked.sent_on) if asked.sent_on else ""),
        (_("Answered on"), long_date(asked.answered_on) if asked.answered_on else ""),
        (_("Reference of Datatilsynet"), asked.reference),
    )
    told = ", ".join(f"{name}: {text}" for name, text in days if text)
    lines = (answer_words(asked), told, asked.answer_text, asked.followed_up)
    return "\n".join(one for one in lines if one)


def _times(asked: Consultation) -> tuple[tuple[str, str], ...]:
    answered = long_date(asked.answered_on) if asked.answered_on else ""
    if not runs(asked):
        return ((_("Answered on"), answered),)
    due, notice = answer_due(asked), notice_due(asked)
    assert due is not None, "it has been sent"
    assert notice is not None, "it has been sent"
    told = ""
    if asked.extended_on is not None:
        told = long_date(asked.extended_on)
        if notice_came_late(asked):
            text = _("{day}, after the month that the law gives (article 36(2))")
            told = text.format(day=told)
    waits = _("The time stands until Datatilsynet has the information")
    return (
        (_("Answer at the latest"), waits if stands(asked) else _due_words(asked, due)),
        (_("Datatilsynet waits for us"), _inform_words(asked)),
        (
            _("Word of more time at the latest"),
            "" if told or stands(asked) else explain(notice),
        ),
        (_("Told of fourteen weeks"), told),
        (_("Time that stood"), "\n".join(map(suspension_words, asked.suspensions))),
    )


def _inform_words(asked: Consultation) -> str:
    """By when it should have what it waits for: the time runs no sooner."""
    day = inform_due(asked)
    text = _("Send the information by {day}. That is our own target: the law gives none.")
    return text.format(day=long_date(day)) if day else ""


def _due_words(asked: Consultation, due: Deadline) -> str:
    """How the day was reached; with the days that the time stood where it did."""
    days = days_stood(asked)
    if not days:
        return explain(due)
    text = ngettext(
        "{day}: {count} day later, since the time stood",
        "{day}: {count} days later, since the time stood",
        days,
    )
    return text.format(day=long_date(due.due), count=days)
