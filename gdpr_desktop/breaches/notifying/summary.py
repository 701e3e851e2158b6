"""Rows of the page about what the authority was told, and still waits for."""

from gdpr_desktop.breaches.code_words import words
from gdpr_desktop.breaches.model import AuthorityLetter, Breach, Notification
from gdpr_desktop.breaches.notifying.sheet import contradictions
from gdpr_desktop.breaches.steps import must_follow_up
from gdpr_desktop.casework.model import Task
from gdpr_desktop.core.dates import long_date, long_instant
from gdpr_desktop.core.text import _, ngettext

Rows = tuple[tuple[str, str], ...]


def notify(found: Breach) -> Rows:
    """When the authority was notified, and what came after; or why it was not."""
    if found.notifications:
        return tuple((words(one.kind), _sent(one)) for one in found.notifications)
    decision = found.decision
    if decision is not None and not decision.authority:
        return ((_("Not notified"), decision.why_authority),)
    return ((_("Before it is sent"), _before(found)),)


def _sent(one: Notification) -> str:
    parts = [long_instant(one.sent_at), words(one.channel), one.receipt, one.by]
    told = ", ".join(part for part in parts if part)
    if one.late_reason:
        reason = _("Late: {why}").format(why=one.late_reason)
        return f"{told}\n{reason}"
    if one.all_known:
        told = "\n".join((told, _("This was all we knew.")))
    return f"{told}\n{one.reason}" if one.reason else told


def _before(found: Breach) -> str:
    clashes = len(contradictions(found))
    if not clashes:
        return ""
    text = ngettext(
        "{count} thing in the sheet does not go together.",
        "{count} things in the sheet do not go together.",
        clashes,
    )
    return text.format(count=clashes)


def sent_rows(one: Notification) -> Rows:
    """Everything that was noted of one message, without what is empty."""
    day = long_date(one.follow_up_on) if one.follow_up_on else ""
    rows = (
        (_("Sent"), long_instant(one.sent_at)),
        (_("Channel"), words(one.channel)),
        (_("Receipt"), one.receipt),
        (_("Sent by"), one.by),
        (_("Why it was late"), one.late_reason),
        (_("Reason"), one.reason),
        (_("Still missing"), one.missing),
        (_("Will more follow?"), _("No, this was all we knew") if one.all_known else ""),
        (_("The rest follows by"), day),
        (_("Checksum"), _grouped(one.sha256)),
    )
    return tuple(row for row in rows if row[1])


def _grouped(digits: str) -> str:
    """A checksum that can be broken over lines."""
    return " ".join(digits[at : at + 16] for at in range(0, len(digits), 16))


def follow_up(found: Breach) -> Rows:
    """What the authority waits for, and its letters."""
    last = found.notifications[-1] if found.notifications else None
    rows: list[tuple[str, str]] = []
    if last is not None and last.missing and must_follow_up(found):
        rows.append((_("Still missing"), last.missing))
        if last.follow_up_on:
            rows.append((_("The rest follows by"), long_date(last.follow_up_on)))
    rows += [(_("Demanded"), _demand(one)) for one in found.demands]
    rows += [(_("Letter from the authority"), _letter(one)) for one in found.authority_letters]
    return tuple(rows)


def _demand(task: Task) -> str:
    if task.done_on:
        text = _("{what} – answered {day}, {how}")
        return text.format(what=task.title, day=long_date(task.done_on), how=task.note)
    due = long_date(task.due) if task.due else ""
    return _("{what} – answer by {day}").format(what=task.title, day=due)


def _letter(one: AuthorityLetter) -> str:
    parts = [long_date(one.received_on), one.reference, one.what]
    if one.orders_telling:
        parts.append(_("orders us to tell those affected"))
    if one.closes:
        parts.append(_("ends the matter"))
    return ", ".join(part for part in parts if part)
