"""A part is refused, warned of a fee, charged, or the refusal is taken back."""

from dataclasses import replace
from datetime import date
from typing import Any

from gdpr_desktop.casework.checks import problem
from gdpr_desktop.casework.service import begin_on, record, require_open
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.errors import RefusedError, require_valid
from gdpr_desktop.core.ids import PartId
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.core.text import _
from gdpr_desktop.law.excess import may_refuse_unpaid
from gdpr_desktop.requests import parts_store, store
from gdpr_desktop.requests.model import Part, Request
from gdpr_desktop.requests.refusals.checks import refusal_problems
from gdpr_desktop.requests.refusals.model import Refusal, RefusalKind
from gdpr_desktop.requests.refusals.rules import may_be_refused, unpaid
from gdpr_desktop.requests.rights import rules_of
from gdpr_desktop.requests.service.assessing import cleaned, measures_of, open_decision_again
from gdpr_desktop.requests.service.base import day_problems, of_part, opened_part
from gdpr_desktop.vault import Vault


def refuse_part(vault: Vault, part_id: PartId, refusal: Refusal) -> Change:
    """Note that a claim is refused, wholly or in part, or that a fee is asked for.

    A decision made before is about something else, and is opened again.
    """
    with vault.begin(Deed.WORK_ON_CASE) as work:
        request, part = opened_part(work, part_id)
        if not may_be_refused(part.right):
            raise RefusedError(_("There is no ground in the law to refuse this."))
        kept: Refusal = cleaned(refusal)
        _keep(work, request, part, _with_known_days(kept, part))
    return work.change


def _keep(work: Any, request: Request, part: Part, kept: Refusal) -> None:
    result = rules_of(part.right).result(part) if part.assessment is not None else None
    require_valid(refusal_problems(kept, request, part, result, work.clock.today()))
    parts_store.put(work.db, part.id, refusal=kept)
    if kept.whole:  # nothing more is to be carried out
        done = tuple(one for one in part.measures if one.done)
        parts_store.put(work.db, part.id, measures=done)
    if part.decision and kept != part.refusal:
        open_decision_again(work, request, part)
    record(work, request.case.id, "refused", how=kept.kind.value, **of_part(part))


def refuse_unpaid(vault: Vault, part_id: PartId, *, declined_on: date | None) -> Change:
    """Refuse all of a claim whose fee was declined on a day, or (None) not answered in time."""
    with vault.begin(Deed.WORK_ON_CASE) as work:
        request, part = opened_part(work, part_id)
        fee = _with_fee(part).fee
        assert part.refusal is not None, "checked before"
        assert fee is not None, "checked before"
        today = work.clock.today()
        if declined_on is not None:
            require_valid(day_problems("declined_on", declined_on, request, today))
        if fee.warned_on is None:
            raise _not_warned()
        if declined_on is not None and declined_on < fee.warned_on:
            text = _("The person was warned {day}, and cannot have said no before that.")
            said = text.format(day=long_date(fee.warned_on))
            require_valid([problem("declined_on", said)])
        kept = unpaid(part.refusal, declined_on)
        assert kept.fee is not None, "as it was"
        if not may_refuse_unpaid(kept.fee, today):
            text = _("The person still has time to answer. Give the day they said no.")
            require_valid([problem("declined_on", text)])
        _keep(work, request, part, kept)
    return work.change


def _with_known_days(refusal: Refusal, part: Part) -> Refusal:
    """The days of a letter and of a yes are noted elsewhere, and stay while it says the same."""
    told = part.refusal.told_on if part.refusal is not None else None
    if part.refusal == replace(refusal, told_on=told):
        return replace(refusal, told_on=told)
    refusal = replace(refusal, told_on=None)
    before = part.refusal.fee if part.refusal is not None else None
    if refusal.kind is not RefusalKind.FEE or refusal.fee is None or before is None:
        return refusal
    same = (refusal.fee.amount, refusal.fee.calculation) == (before.amount, before.calculation)
    if not same:  # another fee needs another warning
        return replace(refusal, fee=replace(refusal.fee, warned_on=None, charged_on=None))
    warned, charged = before.warned_on, before.charged_on
    return replace(refusal, fee=replace(refusal.fee, warned_on=warned, charged_on=charged))


def withdraw_refusal(vault: Vault, part_id: PartId) -> Change:
    """Take a refusal back: the claim is assessed and answered as ever."""
    with vault.begin(Deed.WORK_ON_CASE) as work:
        request, part = opened_part(work, part_id)
        if part.refusal is None:
            raise RefusedError(_("Nothing is refused here."))
        parts_store.put(work.db, part_id, refusal=None)
        if part.assessment is not None:
            parts_store.put(work.db, part_id, measures=measures_of(request, part))
        if part.decision:
            open_decision_again(work, request, part)
        record(work, request.case.id, "refusal_withdrawn", **of_part(part))
    return work.change


def tell_of_refusal(vault: Vault, part_id: PartId, *, told_on: date) -> Change:
    """Note that the letter on what is refused has gone (art. 12(4)), before the answer or after."""
    with vault.begin(Deed.WORK_ON_CASE) as work:
        case_id = parts_store.case_of(work.db, part_id)
        if case_id is None:
            raise RefusedError(_("This part of the request has been taken away."))
        require_open(begin_on(work, Deed.WORK_ON_CASE, case_id))
        request = store.request(work.db, case_id)
        part = request.part(part_id)
        if part.refusal is None or part.refusal.kind is not RefusalKind.PART:
            raise RefusedError(_("Nothing is refused here."))
        require_valid(day_problems("told_on", told_on, request, work.clock.today()))
        parts_store.put(work.db, part_id, refusal=replace(part.refusal, told_on=told_on))
        record(work, case_id, "refusal_told", on=told_on.isoformat(), **of_part(part))
    return work.change


def warn_of_fee(vault: Vault, part_id: PartId, *, warned_on: date) -> Change:
    """Note that the person has been told of the fee: how much, why, and what happens then."""
    with vault.begin(Deed.WORK_ON_CASE) as work:
        request, part = opened_part(work, part_id)
        refusal = _with_fee(part)
        require_valid(day_problems("warned_on", warned_on, request, work.clock.today()))
        assert refusal.fee is not None, "checked before"
        # noted again, it may be put earlier but never later: the person may have agreed since
        first = min(warned_on, refusal.fee.warned_on or warned_on)
        kept = replace(refusal, fee=replace(refusal.fee, warned_on=first))
        parts_store.put(work.db, part_id, refusal=kept)
        on = warned_on.isoformat()
        record(work, request.case.id, "fee_warned", on=on, **of_part(part))
    return work.change


def charge_fee(vault: Vault, part_id: PartId, *, agreed_on: date) -> Change:
    """Note that the person takes the fee, so that it is charged. Only after a warning (C17)."""
    with vault.begin(Deed.WORK_ON_CASE) as work:
        request, part = opened_part(work, part_id)
        refusal = _with_fee(part)
        fee = refusal.fee
        assert fee is not None, "checked before"
        if fee.warned_on is None:
            raise _not_warned()
        problems = day_problems("agreed_on", agreed_on, request, work.clock.today())
        require_valid(problems)
        if agreed_on < fee.warned_on:
            raise RefusedError(
                _("The person was warned {day}, and cannot have agreed before that.").format(
                    day=long_date(fee.warned_on)
                )
            )
        kept = replace(refusal, fee=replace(fee, charged_on=agreed_on))
        parts_store.put(work.db, part_id, refusal=kept)
        on = agreed_on.isoformat()
        record(work, request.case.id, "fee_charged", on=on, **of_part(part))
    return work.change


def _not_warned() -> RefusedError:
    return RefusedError(
        _("The person has not been warned of the fee."),
        hint=_("Send the letter about the fee first, and note the day it went."),
    )


def _with_fee(part: Part) -> Refusal:
    refusal = part.refusal
    if refusal is None or refusal.kind is not RefusalKind.FEE or refusal.fee is None:
        raise RefusedError(_("No fee is noted on this part of the request."))
    return refusal
