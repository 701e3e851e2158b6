"""Keeps what lists and searches read in step with a disclosure, inside the same transaction."""

from datetime import date, time
from typing import Any

from gdpr_desktop.casework import store as cases
from gdpr_desktop.casework.deed import CaseTouched
from gdpr_desktop.casework.model import CaseKind
from gdpr_desktop.casework.person_search import add_source
from gdpr_desktop.casework.retention import CaseAnonymised
from gdpr_desktop.core.clock import local_date
from gdpr_desktop.law import deadlines
from gdpr_desktop.law.deadlines import InstantDeadline
from gdpr_desktop.law.rules import rules_on
from gdpr_desktop.register.single_disclosures import store
from gdpr_desktop.register.single_disclosures.model import SingleDisclosure
from gdpr_desktop.register.single_disclosures.steps import next_step
from gdpr_desktop.vault import Vault

TOLD, WANTED = "disclosure_told", "disclosure_wanted"


def subscribe(vault: Vault) -> None:
    """Let every touched disclosure be brought in step before the unit of work commits."""
    vault.subscribe(CaseTouched, keep_in_step)
    vault.subscribe(CaseAnonymised, anonymise)
    for source in store.TEXTS:
        add_source(source)


def told_due(found: SingleDisclosure) -> InstantDeadline:
    """When the officer must know: 24 hours from receipt, or from noon that day."""
    at = deadlines.oslo_instant(found.case.received, found.received_time or time(12))
    return deadlines.officer_told_due(at)


def governing_due(found: SingleDisclosure) -> date | None:
    """The day the list goes by: the officer's 24 hours, then the day the requester asked for."""
    if not found.case.open:
        return None
    if found.officer_told_at is None:
        return told_due(found).due_day
    return found.wanted_by if found.dispatch is None else None


def keep_in_step(work: Any, event: CaseTouched) -> None:
    """Recompute deadlines, next step and search words of one disclosure."""
    case = cases.case(work.db, event.case_id)
    if case.kind is not CaseKind.DISCLOSURE or case.anonymised_at is not None:
        return
    found = store.disclosure(work.db, event.case_id)
    _put_deadlines(work.db, found)
    step = next_step(found)
    due = governing_due(found) or cases.NO_DUE
    cases.update_case(work.db, case.id, next_step=step.value if step else "", due=due)
    cases.put_words(work.db, case.id, _words(found))


def _put_deadlines(db: Any, found: SingleDisclosure) -> None:
    rule = rules_on(found.case.received).version
    closed = local_date(found.case.closed_at) if found.case.closed_at else None
    told = local_date(found.officer_told_at) if found.officer_told_at else closed
    due = told_due(found).due_day
    cases.put_deadline(db, found.case.id, kind=TOLD, due=due, rule=rule, met_on=told)
    sent = found.dispatch.sent_on if found.dispatch else closed
    wanted = found.wanted_by
    if wanted is None:  # a day that is no longer wanted is met by itself
        wanted, sent = cases.NO_DUE, sent or found.case.received
    cases.put_deadline(db, found.case.id, kind=WANTED, due=wanted, rule=rule, met_on=sent)


def _words(found: SingleDisclosure) -> list[str]:
    return [found.case.number, found.wanted, found.subject.name, found.requester.name]


def anonymise(work: Any, event: CaseAnonymised) -> None:
    """Drop names and free text when a case is anonymised."""
    if cases.case(work.db, event.case_id).kind is CaseKind.DISCLOSURE:
        store.anonymise(work.db, event.case_id)
