"""The authority is notified, gets more, or is told that it was no breach: each frozen as sent."""

from dataclasses import dataclass
from datetime import date, datetime

from gdpr_desktop.breaches import store
from gdpr_desktop.breaches.codes import Notice
from gdpr_desktop.breaches.model import Breach, Notification, NotifyChannel
from gdpr_desktop.breaches.notifying.checks import content_problems, sent_problems
from gdpr_desktop.breaches.notifying.settings import may_notify, notifiers
from gdpr_desktop.breaches.notifying.sheet import (
    SheetSection,
    contradictions,
    fingerprint,
    frozen,
    is_late,
    must_follow,
    sheet,
)
from gdpr_desktop.breaches.notifying.words import contradiction_words
from gdpr_desktop.breaches.service.base import opened, read_breach
from gdpr_desktop.casework.checks import problem
from gdpr_desktop.casework.deed import record
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.dates import long_instant
from gdpr_desktop.core.errors import FieldProblem, RefusedError, require_valid
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.names import clean_line, clean_text
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.core.text import _
from gdpr_desktop.vault import Vault

_CODES = {
    Notice.FIRST: "breach_notified",
    Notice.FOLLOW_UP: "breach_followed_up",
    Notice.WITHDRAWAL: "breach_notice_withdrawn",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sending:
    """What is noted of one message to the authority, before it is frozen.

    ``asked``: the controller has asked somebody who is not delegated. ``despite``: it was sent as
    it stood, though the sheet contradicts itself: what has been sent is noted. ``all_known``:
    nothing will follow, though the sheet has empty lines. ``again``: why the same was sent once
    more.
    """

    sent_at: datetime
    channel: NotifyChannel
    receipt: str = ""
    by: str
    asked: bool = False
    despite: bool = False
    missing: str = ""
    all_known: bool = False
    follow_up_on: date | None = None
    late_reason: str = ""
    reason: str = ""
    again: str = ""


def sheet_of(
    vault: Vault,
    case_id: CaseId,
    language: Language,
    *,
    late_reason: str = "",
    at: datetime | None = None,
) -> tuple[SheetSection, ...]:
    """The sheet of a breach, for who may see it; as at ``at``, or now."""
    found = read_breach(vault, case_id)
    at = at or vault.clock.now()
    return sheet(found, vault.municipality(), language, at, late_reason=late_reason)


def note_first(vault: Vault, case_id: CaseId, sending: Sending) -> Change:
    """Note that the authority was notified. Raises ``InvalidInputError`` with each field."""
    return _note(vault, case_id, Notice.FIRST, sending)


def note_follow_up(vault: Vault, case_id: CaseId, sending: Sending) -> Change:
    """Note that the authority got more (art. 33(4)). The same twice is refused."""
    return _note(vault, case_id, Notice.FOLLOW_UP, sending)


def withdraw(vault: Vault, case_id: CaseId, sending: Sending) -> Change:
    """Note that the authority was told that it was no breach. Nothing else changes."""
    return _note(vault, case_id, Notice.WITHDRAWAL, sending)


def _note(vault: Vault, case_id: CaseId, kind: Notice, sending: Sending) -> Change:
    with vault.begin(Deed.SEND_LETTER) as work:
        found = opened(work, case_id, Deed.SEND_LETTER)
        _refuse(found, kind)
        made, sections = _made(vault, found, kind, sending)
        late = kind is Notice.FIRST and is_late(found, made.sent_at)
        left = must_follow(sections) if kind is not Notice.WITHDRAWAL else ()
        problems = sent_problems(made, found, work.clock.now())
        problems += content_problems(made, lacking=[row.label for row in left], late=late)
        problems += _sender_problems(vault, made, sending)
        problems += _clash_problems(found, kind, sending)
        problems += _twice_problems(found, made, sending)
        require_valid(problems)
        store.add_notification(work.db, case_id, made)
        record(work, case_id, _CODES[kind], **_detail(vault, made, sending))
    return work.change


def _refuse(found: Breach, kind: Notice) -> None:
    """What cannot be sent as things stand."""
    if kind is Notice.FIRST and found.notifications:
        raise RefusedError(
            _("The authority has been notified already."),
            hint=_("Note what you send now as a follow-up."),
        )
    if kind is not Notice.FIRST and not found.notifications:
        raise RefusedError(_("The authority has not been notified yet."))
    if kind is not Notice.FIRST and found.withdrawn:
        raise RefusedError(
            _("The notification has been withdrawn."),
            hint=_("If it was a breach all the same, register it as a new case."),
        )


def _clash_problems(found: Breach, kind: Notice, sending: Sending) -> list[FieldProblem]:
    """A sheet that contradicts itself is put right before it is sent; what was sent, is noted."""
    clashes = contradictions(found) if kind is not Notice.WITHDRAWAL else ()
    if not clashes or sending.despite:
        return []
    told = " ".join(contradiction_words(one) for one in clashes)
    text = _("{what} Correct the case first. Was it sent like this, tick here.")
    return [problem("despite", text.format(what=told))]


def _made(
    vault: Vault, found: Breach, kind: Notice, sending: Sending
) -> tuple[Notification, tuple[SheetSection, ...]]:
    """The notification as it will be kept, and the sheet that it was made from."""
    late = kind is Notice.FIRST and is_late(found, sending.sent_at)
    reason = clean_text(sending.late_reason) if late else ""
    withdrawal = kind is Notice.WITHDRAWAL
    all_known = sending.all_known and not withdrawal
    sections = sheet(
        found,
        vault.municipality(),
        found.case.language,
        sending.sent_at,
        late_reason=reason,
        withdrawal=clean_text(sending.reason) if withdrawal else "",
        all_known=all_known,
    )
    rows = frozen(sections)
    missing = "" if withdrawal or all_known else clean_text(sending.missing)
    return (
        Notification(
            number=len(found.notifications) + 1,
            kind=kind,
            sent_at=sending.sent_at,
            channel=sending.channel,
            receipt=clean_line(sending.receipt),
            by=clean_line(sending.by),
            missing=missing,
            follow_up_on=sending.follow_up_on if missing else None,
            late_reason=reason,
            reason=clean_text(sending.reason if withdrawal else sending.again),
            sheet=rows,
            sha256=fingerprint(rows),
            all_known=all_known and bool(must_follow(sections)),
        ),
        sections,
    )


def _sender_problems(vault: Vault, made: Notification, sending: Sending) -> list[FieldProblem]:
    """The controller may always send it, but says so when it is not somebody delegated."""
    if not made.by or sending.asked or may_notify(notifiers(vault), made.by):
        return []
    text = _("{name} is not delegated to notify. Confirm that the controller has asked for it.")
    return [problem("asked", text.format(name=made.by))]


def _twice_problems(found: Breach, made: Notification, sending: Sending) -> list[FieldProblem]:
    """The same follow-up again: only with another receipt, and a word of why."""
    same = [
        one
        for one in found.notifications
        if one.kind is made.kind and one.sha256 == made.sha256 and one.missing == made.missing
    ]
    if made.kind is not Notice.FOLLOW_UP or not same:
        return []
    text = _("This was noted already: {when}.").format(when=long_instant(same[-1].sent_at))
    other = bool(made.receipt) and all(one.receipt != made.receipt for one in same)
    if not other:
        hint = _("Nothing has changed since. If it was sent again, give the new receipt number.")
        return [problem("receipt", f"{text} {hint}")]
    if not clean_text(sending.again):
        hint = _("Write why it was sent again.")
        return [problem("again", f"{text} {hint}")]
    return []


def _detail(vault: Vault, made: Notification, sending: Sending) -> dict[str, str]:
    """What the timeline says of it."""
    told = [long_instant(made.sent_at), made.receipt, made.by]
    if sending.asked and not may_notify(notifiers(vault), made.by):
        told.append(_("asked by the controller"))
    if made.late_reason:
        told.append(_("late: {why}").format(why=made.late_reason))
    if made.all_known:
        told.append(_("nothing more is known"))
    if made.reason:
        told.append(made.reason)
    text = ", ".join(one for one in told if one)
    return {"text": text, "number": str(made.number), "sha256": made.sha256}
