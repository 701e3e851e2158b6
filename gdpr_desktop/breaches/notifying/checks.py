"""What may be noted as sent to the authority, and as come from it. Each returns the problems."""

from collections.abc import Sequence
from datetime import date, datetime

from gdpr_desktop.breaches.codes import Notice
from gdpr_desktop.breaches.model import AuthorityLetter, Breach, Notification
from gdpr_desktop.casework.checks import line_lengths, problem, required, text_length
from gdpr_desktop.core.clock import local_date
from gdpr_desktop.core.errors import FieldProblem
from gdpr_desktop.core.text import _


def sent_problems(made: Notification, found: Breach, now: datetime) -> list[FieldProblem]:
    """The time, who sent it, and its texts."""
    problems = time_problems(made, found, now)
    problems += required("by", made.by, _("Write who sent it."))
    problems += line_lengths(by=made.by, receipt=made.receipt)
    for field in ("missing", "late_reason", "reason"):
        problems += text_length(field, getattr(made, field))
    return problems


def time_problems(made: Notification, found: Breach, now: datetime) -> list[FieldProblem]:
    """Not in the future, not before we were aware, not before what was sent last.

    A moment is typed to the minute, and what it is compared with may have seconds.
    """
    if made.sent_at > now:
        text = _("This time has not come yet. Check the date and the clock.")
        return [problem("sent_at", text)]
    if made.sent_at < found.intake.aware.replace(second=0):
        text = _("This is before we were aware of the breach. Check both times.")
        return [problem("sent_at", text)]
    if found.notifications and made.sent_at < found.notifications[-1].sent_at.replace(second=0):
        text = _("This is before what was sent last. Check the time.")
        return [problem("sent_at", text)]
    return []


def content_problems(
    made: Notification, *, lacking: Sequence[str], late: bool
) -> list[FieldProblem]:
    """``lacking``: the lines still to be told; ``late``: more than 72 hours have gone."""
    problems = []
    if late:
        text = _("More than 72 hours had gone. Write why (article 33(1)).")
        problems += required("late_reason", made.late_reason, text)
    if lacking and not made.all_known:
        text = _(
            "The sheet is not complete. It lacks: {lines}. Write what will follow, or tick that"
            " this is all we know."
        )
        problems += required("missing", made.missing, text.format(lines="; ".join(lacking)))
    if made.missing:
        problems += _follow_up_problems(made)
    if made.kind is Notice.WITHDRAWAL:
        text = _("Write why the notification is withdrawn.")
        problems += required("reason", made.reason, text)
    return problems


def _follow_up_problems(made: Notification) -> list[FieldProblem]:
    if made.follow_up_on is None:
        text = _("Say by which day the rest will follow.")
        return [problem("follow_up_on", text)]
    if made.follow_up_on < local_date(made.sent_at):
        text = _("This is before the notification was sent.")
        return [problem("follow_up_on", text)]
    return []


def letter_problems(
    letter: AuthorityLetter, found: Breach, demand: str, due: date | None, today: date
) -> list[FieldProblem]:
    """A letter from the authority, and what it demands."""
    problems = required("what", letter.what, _("Write in short what the letter says."))
    problems += line_lengths(reference=letter.reference, demand=demand)
    problems += text_length("what", letter.what)
    if letter.received_on > today:
        problems.append(problem("received_on", _("This day has not come yet.")))
    if letter.received_on < local_date(found.intake.aware):
        text = _("This is before we were aware of the breach.")
        problems.append(problem("received_on", text))
    if demand and due is None:
        text = _("Say by which day the authority wants its answer.")
        problems.append(problem("due", text))
    if due is not None and not demand:
        problems.append(problem("demand", _("Write what is due then.")))
    if due is not None and due < letter.received_on:
        text = _("The answer cannot be due before the letter came.")
        problems.append(problem("due", text))
    if letter.closes and demand:
        text = _("A letter that ends the matter demands nothing. Choose one of them.")
        problems.append(problem("closes", text))
    return problems
