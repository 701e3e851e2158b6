"""Somebody calls: the breach is registered, and what was typed is put right."""

from dataclasses import replace

from gdpr_desktop.breaches import store
from gdpr_desktop.breaches.checks import intake_problems, moved_problems
from gdpr_desktop.breaches.model import Intake
from gdpr_desktop.breaches.service.base import opened, put, with_undo
from gdpr_desktop.casework import deed
from gdpr_desktop.casework import store as cases
from gdpr_desktop.casework.deed import CaseTouched, record, record_first
from gdpr_desktop.casework.model import CaseKind
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.clock import local_date
from gdpr_desktop.core.errors import require_valid
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.names import clean_line, clean_text
from gdpr_desktop.core.roles import Deed, Role
from gdpr_desktop.vault import Vault


def cleaned(intake: Intake, *, notified: bool = False) -> Intake:
    """The intake as it is kept; once ``notified``, what explains awareness stays."""
    same = intake.aware == intake.discovered and not notified
    return replace(
        intake,
        title=clean_line(intake.title),
        what=clean_text(intake.what),
        discovered_by=clean_line(intake.discovered_by),
        aware_reason="" if same else clean_text(intake.aware_reason),
        unit=clean_line(intake.unit),
    )


def register_breach(vault: Vault, intake: Intake) -> Change:
    """Register a breach; its 72 hours run from ``aware``. The caseworker is who registers it.

    Raises ``InvalidInputError`` with each field.
    """
    kept = cleaned(intake)
    require_valid(intake_problems(kept, vault.clock.now()))
    with vault.begin(Deed.REGISTER_CASE) as work:
        case_id = cases.insert_case(
            work.db,
            number=cases.next_number(work.db, work.clock.today().year),
            kind=CaseKind.BREACH,
            received=local_date(kept.discovered),
            language=vault.municipality().language,
            title=kept.title,
            actor=work.actor,
            at=work.clock.now(),
        )
        store.insert(work.db, case_id, kept)
        own = cases.user_named(work.db, work.actor.name)
        cases.update_case(work.db, case_id, caseworker=work.actor.name, assignee=own)
        record_first(work, case_id, "breach_registered")
        if work.actor.role is Role.OFFICER:
            store.mark_officer_told(work.db, case_id, work.clock.now())
        work.publish(CaseTouched(case_id=case_id))
    return work.change


def change_intake(vault: Vault, case_id: CaseId, intake: Intake) -> Change:
    """Put right what was registered; ``service.aware`` moves the start of the 72 hours."""
    with vault.begin(Deed.WORK_ON_CASE) as work:
        found = opened(work, case_id)
        kept = cleaned(intake, notified=bool(found.notifications))
        problems = intake_problems(kept, work.clock.now())
        require_valid([*problems, *moved_problems(found, kept)])
        undo = put(work, found, Deed.WORK_ON_CASE, "breach_changed", "intake", kept)
    return with_undo(work.change, undo)


def note_opened(vault: Vault, case_id: CaseId) -> Change | None:
    """Journal that the case was shown; an officer who sees it for the first time is told."""
    deed.note_opened(vault, case_id)
    if vault.actor.role is not Role.OFFICER or vault.read_only:
        return None
    found = store.breach(vault.db, case_id)
    if found.officer_told_at is not None or found.case.anonymised_at is not None:
        return None
    with vault.begin(Deed.WORK_ON_CASE) as work:
        store.mark_officer_told(work.db, case_id, work.clock.now())
        record(work, case_id, "officer_told")
    return work.change
