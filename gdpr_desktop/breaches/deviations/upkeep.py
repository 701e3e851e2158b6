"""Keeps what lists, searches and the overview read in step with a deviation."""

from typing import Any

from gdpr_desktop.breaches.deviations import store
from gdpr_desktop.breaches.deviations.steps import next_step
from gdpr_desktop.casework import store as cases
from gdpr_desktop.casework.deed import CaseTouched
from gdpr_desktop.casework.model import CaseKind
from gdpr_desktop.casework.person_search import add_source
from gdpr_desktop.casework.retention import CaseAnonymised
from gdpr_desktop.core.clock import local_date
from gdpr_desktop.law.rules import rules_on
from gdpr_desktop.vault import Vault

FOLLOW_UP = "deviation_follow_up"  # kind of the deadline: our own next look


def subscribe(vault: Vault) -> None:
    """Let every touched deviation be brought in step before the unit of work commits."""
    vault.subscribe(CaseTouched, keep_in_step)
    vault.subscribe(CaseAnonymised, anonymise)
    for source in store.TEXTS:
        add_source(source)


def keep_in_step(work: Any, event: CaseTouched) -> None:
    """Recompute deadline, next step, title and search words of one deviation."""
    case = cases.case(work.db, event.case_id)
    if case.kind is not CaseKind.DEVIATION or case.anonymised_at is not None:
        return
    found = store.deviation(work.db, case.id)
    facts, due = found.facts, found.facts.follow_up_on
    cases.put_title(work.db, case.id, facts.title)
    if due is None:
        cases.drop_deadline(work.db, case.id, FOLLOW_UP)
    else:
        rule = rules_on(facts.noticed_on).version
        met = local_date(case.closed_at) if case.closed_at is not None else None
        cases.put_deadline(work.db, case.id, kind=FOLLOW_UP, due=due, rule=rule, met_on=met)
    step = next_step(found)
    runs = due if case.open and due is not None else cases.NO_DUE
    cases.update_case(
        work.db,
        case.id,
        received=facts.noticed_on,
        next_step=step.value if step else "",
        due=runs,
    )
    texts = [case.number, facts.what, facts.department, facts.system, facts.responsible]
    cases.put_words(work.db, case.id, texts)


def anonymise(work: Any, event: CaseAnonymised) -> None:
    """Drop names and free text when a case is anonymised."""
    if cases.case(work.db, event.case_id).kind is CaseKind.DEVIATION:
        store.anonymise(work.db, event.case_id)
