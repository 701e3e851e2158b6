"""Somebody calls: the breach is registered, and what was typed is put right."""

from dataclasses import replace

from gdpr_desktop.breaches import store
from gdpr_desktop.breaches.checks import intake_problems
from gdpr_desktop.breaches.model import Breach, Intake
from gdpr_desktop.breaches.service.base import opened, put, with_undo
from gdpr_desktop.casework import store as cases
from gdpr_desktop.casework.checks import problem
from gdpr_desktop.casework.deed import CaseTouched, record, record_first
from gdpr_desktop.casework.model import CaseKind
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.clock import local_date
from gdpr_desktop.core.errors import FieldProblem, require_valid
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.names import clean_line, clean_text
from gdpr_desktop.core.roles import Deed, Role
from gdpr_desktop.core.text import _
from gdpr_desktop.vault import Vault


def cleaned(intake: Intake) -> Intake:
    """The intake as it is kept."""
    same = intake.aware == intake.discovered
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
    """Put right what was registered; awareness has a deed of its own once something was sent."""
    kept = cleaned(intake)
    require_valid(intake_problems(kept, vault.clock.now()))
    with vault.begin(Deed.WORK_ON_CASE) as work:
        found = opened(work, case_id)
        require_valid(_against_deeds(found, kept))
        undo = put(work, found, Deed.WORK_ON_CASE, "breach_changed", "intake", kept)
    return with_undo(work.change, undo)


def _against_deeds(found: Breach, intake: Intake) -> list[FieldProblem]:
    """When we were aware is not moved past what was done because of it."""
    first = found.notifications[0] if found.notifications else None
    if first is not None and intake.aware > first.sent_at:
        text = _("The authority was notified before this. Check the time.")
        return [problem("aware", text)]
    return []


def note_opened(vault: Vault, case_id: CaseId) -> Change | None:
    """Journal that the case was shown; an officer who sees it for the first time is told."""
    vault.note_opened(case_id)
    if vault.actor.role is not Role.OFFICER or vault.read_only:
        return None
    found = store.breach(vault.db, case_id)
    if found.officer_told_at is not None or found.case.anonymised_at is not None:
        return None
    with vault.begin(Deed.WORK_ON_CASE) as work:
        store.mark_officer_told(work.db, case_id, work.clock.now())
        record(work, case_id, "officer_told")
    return work.change
