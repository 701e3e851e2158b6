"""Keeps what lists, searches and the overview read in step with a withdrawal."""

from dataclasses import replace
from datetime import date
from typing import Any

from gdpr_desktop.casework import store as cases
from gdpr_desktop.casework.deed import CaseTouched
from gdpr_desktop.casework.events import ConsentWithdrawn, WithdrawalAsked
from gdpr_desktop.casework.model import CaseKind
from gdpr_desktop.casework.retention import CaseAnonymised
from gdpr_desktop.consents.withdrawals import store
from gdpr_desktop.consents.withdrawals.model import Withdrawal
from gdpr_desktop.consents.withdrawals.places import due_of
from gdpr_desktop.consents.withdrawals.service.base import whole
from gdpr_desktop.consents.withdrawals.service.pending import mark_pending
from gdpr_desktop.consents.withdrawals.steps import next_step
from gdpr_desktop.core.clock import local_date
from gdpr_desktop.core.ids import ConsentId
from gdpr_desktop.law.rules import rules_on
from gdpr_desktop.vault import Vault

SETTLE, CONFIRM = "consent_settle", "consent_confirm"  # kinds of deadlines


def subscribe(vault: Vault) -> None:
    """Keep every touched withdrawal in step; hear of those that come with a request."""
    vault.subscribe(CaseTouched, keep_in_step)
    vault.subscribe(CaseAnonymised, anonymise)
    vault.subscribe(WithdrawalAsked, mark_pending)
    vault.subscribe(ConsentWithdrawn, mark_pending)  # of what was registered since


def keep_in_step(work: Any, event: CaseTouched) -> None:
    """Recompute deadlines, next step, columns and search words of one withdrawal."""
    case = cases.case(work.db, event.case_id)
    if case.kind is not CaseKind.CONSENT_WITHDRAWAL or case.anonymised_at is not None:
        return
    found = whole(work.db, case.id)
    due = _put_deadlines(work.db, found)
    step = next_step(found)
    cases.update_case(
        work.db,
        case.id,
        received=found.registered.withdrawn_on,
        next_step=step.value if step else "",
        due=due or cases.NO_DUE,
    )
    texts = [case.number, case.subject_name, found.registered.name]
    if found.content is not None:
        texts += [found.content.title.nn, found.content.title.nb, found.content.unit]
    cases.put_words(work.db, case.id, texts)


def _put_deadlines(db: Any, found: Withdrawal) -> date | None:
    """By when it must be settled, or the person told. The places have days of their own."""
    due, case = due_of(found.registered.withdrawn_on), found.case
    closed = local_date(case.closed_at) if case.closed_at is not None else None
    waiting = any(not one.done for one in found.stops)
    told = found.confirmed.told_on if found.confirmed is not None else closed
    _put(db, found, SETTLE, due if found.waits else None, closed)
    _put(db, found, CONFIRM, None if found.waits or waiting else due, told)
    if not case.open:
        return None
    return due if found.waits or waiting or found.confirmed is None else None


def _put(db: Any, found: Withdrawal, kind: str, due: date | None, met: date | None) -> None:
    if due is None:
        cases.drop_deadline(db, found.case.id, kind)
        return
    rule = rules_on(found.registered.withdrawn_on).version
    cases.put_deadline(db, found.case.id, kind=kind, due=due, rule=rule, met_on=met)


def anonymise(work: Any, event: CaseAnonymised) -> None:
    """Drop names and free text when a case is anonymised; codes and days stay."""
    if cases.case(work.db, event.case_id).kind is not CaseKind.CONSENT_WITHDRAWAL:
        return
    found = store.withdrawal(work.db, event.case_id)
    registered = replace(found.registered, consent_id=ConsentId(0), name="", note="", places=())
    ended = tuple(replace(one, other_basis="", note="") for one in found.ended)
    confirmed = replace(found.confirmed, note="") if found.confirmed is not None else None
    store.put_step(work.db, event.case_id, registered=registered, ended=ended, confirmed=confirmed)
    store.unlink(work.db, event.case_id)
