"""A deviation is registered, put right and followed up."""

from dataclasses import replace
from datetime import date
from typing import Any

from gdpr_desktop.breaches.deviations import store
from gdpr_desktop.breaches.deviations.checks import facts_problems, follow_up_problems
from gdpr_desktop.breaches.deviations.model import Facts, Severity
from gdpr_desktop.breaches.deviations.service.base import cleaned, opened, put
from gdpr_desktop.casework import store as cases
from gdpr_desktop.casework.deed import CaseTouched, record_first
from gdpr_desktop.casework.model import CaseKind
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import require_valid
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.names import clean_line, clean_text
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.vault import Vault


def register_deviation(vault: Vault, facts: Facts) -> Change:
    """Register a deviation. Raises ``InvalidInputError`` with each field."""
    kept = cleaned(facts)
    today = vault.clock.today()
    problems = facts_problems(kept, today)
    if kept.follow_up_on is not None:
        problems += follow_up_problems(kept, today, None)
    require_valid(problems)
    with vault.begin(Deed.REGISTER_CASE) as work:
        insert(vault, work, kept)
    return work.change


def insert(vault: Vault, work: Any, facts: Facts, breach: CaseId | None = None) -> CaseId:
    """A new case inside a unit of work; the caseworker is who registers it."""
    case_id = cases.insert_case(
        work.db,
        number=cases.next_number(work.db, work.clock.today().year),
        kind=CaseKind.DEVIATION,
        received=facts.noticed_on,
        language=vault.municipality().language,
        title=facts.title,
        actor=work.actor,
        at=work.clock.now(),
    )
    store.insert(work.db, case_id, facts, breach)
    own = cases.user_named(work.db, work.actor.name)
    cases.update_case(work.db, case_id, caseworker=work.actor.name, assignee=own)
    record_first(work, case_id, "deviation_registered")
    work.publish(CaseTouched(case_id=case_id))
    return case_id


def change_facts(vault: Vault, case_id: CaseId, facts: Facts) -> Change:
    """Put right what was registered; what follows it up stays."""
    with vault.begin(Deed.WORK_ON_CASE) as work:
        found = opened(work, case_id)
        kept = replace(
            cleaned(facts),
            responsible=found.facts.responsible,
            follow_up_on=found.facts.follow_up_on,
            corrective=found.facts.corrective,
        )
        require_valid(facts_problems(kept, work.clock.today()))
        undo = put(work, found, "deviation_changed", kept)
    return replace(work.change, undo=undo)


def follow_up(
    vault: Vault,
    case_id: CaseId,
    *,
    responsible: str,
    follow_up_on: date | None,
    corrective: str,
    severity: Severity,
) -> Change:
    """Note who answers for it, when it is looked at next, and what is done."""
    with vault.begin(Deed.WORK_ON_CASE) as work:
        found = opened(work, case_id)
        kept = replace(
            found.facts,
            responsible=clean_line(responsible),
            follow_up_on=follow_up_on,
            corrective=clean_text(corrective),
            severity=severity,
        )
        today = work.clock.today()
        problems = follow_up_problems(kept, today, found.facts.follow_up_on)
        require_valid([*problems, *facts_problems(kept, today)])
        undo = put(work, found, "deviation_followed_up", kept)
    return replace(work.change, undo=undo)
