"""Noting who got the data, and that they have been told."""

from dataclasses import replace
from datetime import date

from gdpr_desktop.casework.checks import line_lengths, problem, text_length
from gdpr_desktop.casework.service import begin_on, record
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import FieldProblem, RefusedError, require_valid
from gdpr_desktop.core.ids import PartId
from gdpr_desktop.core.names import clean_line, clean_text
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.core.text import _
from gdpr_desktop.register.entries import store as entries
from gdpr_desktop.register.entries.model import EntryKind
from gdpr_desktop.requests import parts_store
from gdpr_desktop.requests.model import Part, Request
from gdpr_desktop.requests.recipients import store
from gdpr_desktop.requests.recipients.model import MOST, REASONED, Recipient, Recipients, Telling
from gdpr_desktop.requests.service.base import of_part, read_request
from gdpr_desktop.vault import Vault


def note_recipients(vault: Vault, part_id: PartId, recipients: Recipients) -> Change:
    """Keep the list as it now stands. Allowed while the case is open, also after the answer."""
    with vault.begin(Deed.WORK_ON_CASE) as work:
        case_id = parts_store.case_of(work.db, part_id)
        if case_id is None:
            raise RefusedError(_("This part of the request has been taken away."))
        case = begin_on(work, Deed.WORK_ON_CASE, case_id)
        if not case.open:
            raise RefusedError(
                _("The case is closed."), hint=_("Open the case again, if more must be done.")
            )
        kept = _cleaned(recipients)
        require_valid(_problems(kept, case.received, work.clock.today()))
        store.put(work.db, part_id, kept)
        part = next(one for one in parts_store.of_case(work.db, case_id) if one.id == part_id)
        counts = {"total": str(len(kept.rows)), "open": str(kept.open)}
        record(work, case_id, "recipients_noted", **counts, **of_part(part))
    return work.change


def _cleaned(recipients: Recipients) -> Recipients:
    rows = tuple(
        Recipient(
            name=clean_line(one.name),
            contact=clean_line(one.contact),
            what=clean_line(one.what),
            given=clean_line(one.given),
            telling=one.telling,
            told_on=one.told_on if one.telling is Telling.TOLD else None,
            reason=clean_text(one.reason) if one.telling in REASONED else "",
        )
        for one in recipients.rows
    )
    kept = tuple(one for one in rows if one != Recipient(name=""))
    steps = clean_text(recipients.steps) if recipients.published else ""
    return replace(recipients, rows=kept, steps=steps)


def _problems(recipients: Recipients, received: date, today: date) -> list[FieldProblem]:
    found: list[FieldProblem] = []
    if len(recipients.rows) > MOST:
        text = _("At most {most} recipients can be kept here. Divide them between cases.")
        return [problem("rows", text.format(most=MOST))]
    if recipients.nobody and recipients.rows:
        text = _("There are recipients in the list, so somebody got the data.")
        found.append(problem("nobody", text))
    if recipients.published and not recipients.steps:
        text = _("Write what has been done so that links and copies go too (article 17(2)).")
        found.append(problem("steps", text))
    found += text_length("steps", recipients.steps)
    for number, one in enumerate(recipients.rows, start=1):
        said = _row_problem(one, received, today)
        if said:
            text = _("Line {number}: {problem}")
            found.append(problem("rows", text.format(number=number, problem=said)))
            break
        for text in (one.name, one.contact, one.what, one.given):
            found += line_lengths(rows=text)
        found += text_length("rows", one.reason, 2000)
    return found


def _row_problem(one: Recipient, received: date, today: date) -> str:
    """What is wrong with one line; "" when it is well."""
    if not one.name:
        return _("write who it is.")
    if one.telling is Telling.TOLD and one.told_on is None:
        return _("write the day they were told.")
    if one.told_on is not None and not received <= one.told_on <= today:
        return _("the day they were told must be between the receipt and today.")
    if one.telling in REASONED and not one.reason:
        return _("write why they cannot be told.")
    return ""


def read_recipients(vault: Vault, request: Request, part: Part) -> Recipients:
    """The recipients of a part, for who may see the case."""
    read_request(vault, request.case.id)
    return store.recipients(vault.db, part.id)


def known_from_record(vault: Vault, part: Part) -> tuple[str, ...]:
    """Whom the record says that the activity gives data to, in the language of its titles."""
    found = entries.named(vault.db, EntryKind.ACTIVITY, part.activity) if part.activity else None
    if found is None:
        return ()
    activity = entries.entry(vault.db, found).content
    language = vault.municipality().language
    return tuple(name for one in activity.recipients if (name := one.text.in_(language)))
