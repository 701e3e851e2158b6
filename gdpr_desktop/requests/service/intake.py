"""A request comes in, and what was typed about it is put right."""

from dataclasses import replace

from gdpr_desktop.casework import store as cases
from gdpr_desktop.casework.model import CaseKind, Person, PersonRole
from gdpr_desktop.casework.service import begin_on, record, require_open
from gdpr_desktop.core.address import PostalAddress
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import require_valid
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.names import clean, clean_text
from gdpr_desktop.core.roles import Deed, Role
from gdpr_desktop.requests import store
from gdpr_desktop.requests.checks import intake_problems
from gdpr_desktop.requests.model import (
    SECURE_CHANNELS,
    Identity,
    IdentityMethod,
    IdentityState,
    Intake,
    OnBehalfOf,
    Request,
)
from gdpr_desktop.vault import Vault

COLLECT = "collect"  # a system or department that may hold data
UNSTRUCTURED = "unstructured"  # e-mail, files, paper, pictures, SMS: handbook chapter 9


def cleaned_person(person: Person) -> Person:
    """The person without control characters and needless blanks."""
    address = person.address
    return replace(
        person,
        name=clean(person.name).replace("\n", " "),
        address=PostalAddress(
            street=clean(address.street),
            postal_code=clean(address.postal_code),
            city=clean(address.city),
            country=clean(address.country),
        ),
        email=clean(person.email),
        phone=clean(person.phone),
        national_id="".join(clean(person.national_id).split()),
        national_id_reason=clean_text(person.national_id_reason),
    )


def cleaned(intake: Intake) -> Intake:
    """The intake as it is kept; who acts is dropped when the person acts alone."""
    acts = intake.representative if intake.on_behalf_of is not OnBehalfOf.SELF else None
    return replace(
        intake,
        subject=cleaned_person(intake.subject),
        representative=cleaned_person(acts) if acts else None,
        recipient=cleaned_person(intake.recipient) if intake.recipient else None,
        authority=replace(
            intake.authority,
            what=clean_text(intake.authority.what),
            why_not_needed=clean_text(intake.authority.why_not_needed),
        ),
        wording=clean_text(intake.wording),
        archive_number=clean(intake.archive_number),
        caseworker=clean(intake.caseworker),
    )


def register_request(vault: Vault, intake: Intake, *, unstructured: str) -> Change:
    """Register a request for access; the officer is told at once when it is the officer.

    ``unstructured`` is the title of the collection task that is always there: e-mail, files,
    paper, pictures, SMS (handbook chapter 9). Raises ``InvalidInputError`` with each field.
    """
    intake = cleaned(intake)
    problems = intake_problems(intake, vault.clock)
    require_valid(problems)
    with vault.begin(Deed.REGISTER_CASE) as work:
        now = work.clock.now()
        case_id = cases.insert_case(
            work.db,
            number=cases.next_number(work.db, work.clock.today().year),
            kind=CaseKind.ACCESS,
            received=intake.received,
            language=intake.language,
            subject=intake.subject,
            actor=work.actor,
            at=now,
        )
        store.insert(work.db, case_id, intake)
        _put_others(work.db, case_id, intake)
        cases.insert_task(work.db, case_id, kind=UNSTRUCTURED, title=unstructured)
        if intake.channel in SECURE_CHANNELS and intake.representative is None:
            store.put_step(work.db, case_id, identity=_logged_in(intake, work.actor.name))
        record(work, case_id, "registered", channel=intake.channel.value)
        if work.actor.role is Role.OFFICER:
            store.mark_officer_told(work.db, case_id, now)
            record(work, case_id, "officer_told")
    return work.change


def _logged_in(intake: Intake, name: str) -> Identity:
    return Identity(
        state=IdentityState.ESTABLISHED,
        method=IdentityMethod.SECURE_CHANNEL,
        checked_by=name,
        settled_on=intake.received,
    )


def _put_others(db: object, case_id: CaseId, intake: Intake) -> None:
    cases.put_person(db, case_id, PersonRole.REPRESENTATIVE, intake.representative)
    cases.put_person(db, case_id, PersonRole.RECIPIENT, intake.recipient)
    cases.update_case(
        db, case_id, archive_number=intake.archive_number, caseworker=intake.caseworker
    )


def change_intake(vault: Vault, case_id: CaseId, intake: Intake) -> Change:
    """Put right what was typed at intake; the deadline follows the date of receipt.

    A changed address, or another person, opens an identity step that rested on the address.
    """
    intake = cleaned(intake)
    problems = intake_problems(intake, vault.clock)
    require_valid(problems)
    with vault.begin(Deed.WORK_ON_CASE) as work:
        require_open(begin_on(work, Deed.WORK_ON_CASE, case_id))
        before = store.request(work.db, case_id)
        store.update_intake(work.db, case_id, intake)
        cases.update_case(
            work.db, case_id, received=intake.received, language=intake.language.value
        )
        cases.put_person(work.db, case_id, PersonRole.DATA_SUBJECT, intake.subject)
        _put_others(work.db, case_id, intake)
        if _unsettles_identity(before, intake):
            store.put_step(work.db, case_id, identity=Identity())
            record(work, case_id, "identity_opened_again")
        record(work, case_id, "intake_changed")
    return work.change


def _unsettles_identity(before: Request, intake: Intake) -> bool:
    method = before.identity.method
    moved = (
        before.subject.address != intake.subject.address
        or before.persons.get(PersonRole.REPRESENTATIVE) != intake.representative
    )
    renamed = before.subject.name != intake.subject.name
    if method is IdentityMethod.ADDRESS_MATCHES:
        return moved or renamed
    another = before.persons.get(PersonRole.REPRESENTATIVE) != intake.representative
    return method is IdentityMethod.SECURE_CHANNEL and (another or renamed)


def note_opened(vault: Vault, case_id: CaseId) -> Change | None:
    """Journal that the case was shown; an officer who sees it for the first time is told."""
    vault.note_opened(case_id)
    if vault.actor.role is not Role.OFFICER or vault.read_only:
        return None
    if store.request(vault.db, case_id).officer_told_at is not None:
        return None
    with vault.begin(Deed.WORK_ON_CASE) as work:
        store.mark_officer_told(work.db, case_id, work.clock.now())
        record(work, case_id, "officer_told")
    return work.change
