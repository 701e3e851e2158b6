"""Somebody asks for data; the officer is told; an oral request is put in writing."""

from dataclasses import replace
from datetime import date

from gdpr_desktop.casework import deed
from gdpr_desktop.casework import store as cases
from gdpr_desktop.casework.checks import problem
from gdpr_desktop.casework.deed import CaseTouched, record, record_first
from gdpr_desktop.casework.model import CaseKind, Person, PersonRole
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import RefusedError, require_valid
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.names import clean, clean_line, clean_text
from gdpr_desktop.core.roles import Deed, Role
from gdpr_desktop.core.text import _
from gdpr_desktop.register.single_disclosures import store
from gdpr_desktop.register.single_disclosures.checks import day_problems, intake_problems
from gdpr_desktop.register.single_disclosures.model import Intake, InWriting
from gdpr_desktop.register.single_disclosures.service.base import opened, put, with_undo
from gdpr_desktop.vault import Vault


def _person(person: Person) -> Person:
    address = replace(
        person.address,
        street=clean(person.address.street),
        postal_code=clean_line(person.address.postal_code),
        city=clean_line(person.address.city),
    )
    return replace(
        person,
        name=clean_line(person.name),
        address=address,
        email=clean_line(person.email),
        phone=clean_line(person.phone),
    )


def cleaned(intake: Intake) -> Intake:
    """The intake as it is kept."""
    return replace(
        intake,
        requester=_person(intake.requester),
        subject=_person(intake.subject),
        wanted=clean_text(intake.wanted),
        ground=clean_line(intake.ground),
        court_order=clean_line(intake.court_order),
        reference=clean_line(intake.reference),
    )


def register_disclosure(vault: Vault, intake: Intake) -> Change:
    """Register that somebody asks for data. Raises ``InvalidInputError`` with each field.

    The officer is told at once when it is the officer who registers.
    """
    intake = cleaned(intake)
    require_valid(intake_problems(intake, vault.clock))
    with vault.begin(Deed.REGISTER_CASE) as work:
        now = work.clock.now()
        case_id = cases.insert_case(
            work.db,
            number=cases.next_number(work.db, work.clock.today().year),
            kind=CaseKind.DISCLOSURE,
            received=intake.received,
            language=vault.municipality().language,
            subject=intake.subject,
            actor=work.actor,
            at=now,
        )
        store.insert(work.db, case_id, intake)
        store.put_requester(work.db, case_id, intake.requester)
        record_first(work, case_id, "disclosure_registered")
        if work.actor.role is Role.OFFICER:
            store.mark_officer_told(work.db, case_id, now)
            record_first(work, case_id, "officer_told")
        work.publish(CaseTouched(case_id=case_id))
    return work.change


def change_intake(vault: Vault, case_id: CaseId, intake: Intake) -> Change:
    """Put right what was typed when it came in."""
    intake = cleaned(intake)
    require_valid(intake_problems(intake, vault.clock))
    with vault.begin(Deed.WORK_ON_CASE) as work:
        opened(work, case_id)
        store.update_intake(work.db, case_id, intake)
        store.put_requester(work.db, case_id, intake.requester)
        cases.put_person(work.db, case_id, PersonRole.DATA_SUBJECT, intake.subject)
        cases.update_case(work.db, case_id, received=intake.received)
        record(work, case_id, "intake_changed")
    return work.change


def note_officer_told(vault: Vault, case_id: CaseId) -> Change:
    """Note that the officer knows of it now."""
    with vault.begin(Deed.WORK_ON_CASE) as work:
        if opened(work, case_id).officer_told_at is not None:
            raise RefusedError(_("The officer has been told already."))
        store.mark_officer_told(work.db, case_id, work.clock.now())
        record(work, case_id, "officer_told")
    return work.change


def note_opened(vault: Vault, case_id: CaseId) -> Change | None:
    """Journal that the case was shown; an officer who sees it for the first time is told."""
    deed.note_opened(vault, case_id)
    if vault.actor.role is not Role.OFFICER or vault.read_only:
        return None
    found = store.disclosure(vault.db, case_id)
    if found.officer_told_at is not None or found.case.anonymised_at is not None:
        return None
    with vault.begin(Deed.WORK_ON_CASE) as work:
        store.mark_officer_told(work.db, case_id, work.clock.now())
        record(work, case_id, "officer_told")
    return work.change


def ask_in_writing(vault: Vault, case_id: CaseId, *, asked_on: date) -> Change:
    """The requester, who asked orally, is asked to put it in writing."""
    with vault.begin(Deed.WORK_ON_CASE) as work:
        found = opened(work, case_id)
        if found.is_written:
            raise RefusedError(_("The request is in writing already."))
        require_valid(day_problems("asked_on", asked_on, found, work.clock.today()))
        step = InWriting(asked_on=asked_on)
        undo = put(work, found, Deed.WORK_ON_CASE, "disclosure_writing_asked", "in_writing", step)
    return with_undo(work.change, undo)


def note_came_in_writing(vault: Vault, case_id: CaseId, *, came_on: date) -> Change:
    """The written request came."""
    with vault.begin(Deed.WORK_ON_CASE) as work:
        found = opened(work, case_id)
        if found.is_written:
            raise RefusedError(_("The request is in writing already."))
        problems = day_problems("came_on", came_on, found, work.clock.today())
        asked = found.in_writing.asked_on if found.in_writing else found.case.received
        if came_on < asked:
            problems.append(problem("came_on", _("This is before it was asked for.")))
        require_valid(problems)
        step = InWriting(asked_on=asked, came_on=came_on)
        undo = put(work, found, Deed.WORK_ON_CASE, "disclosure_written", "in_writing", step)
    return with_undo(work.change, undo)
