"""A request comes in, and what was typed about it is put right."""

from dataclasses import replace
from datetime import date

from gdpr_desktop.casework import deed
from gdpr_desktop.casework import store as cases
from gdpr_desktop.casework.checks import problem
from gdpr_desktop.casework.model import UNSTRUCTURED, CaseKind, Person, PersonRole
from gdpr_desktop.casework.service import CaseTouched, record, record_first
from gdpr_desktop.core.address import PostalAddress
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.clock import local_date
from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.errors import FieldProblem, require_valid
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.names import clean, clean_line, clean_text
from gdpr_desktop.core.roles import Deed, Role
from gdpr_desktop.core.text import _
from gdpr_desktop.requests import store
from gdpr_desktop.requests.checks import intake_problems
from gdpr_desktop.requests.model import (
    SECURE_CHANNELS,
    Authority,
    Identity,
    IdentityMethod,
    IdentityState,
    Intake,
    OnBehalfOf,
    Request,
)
from gdpr_desktop.requests.rights import rules_of
from gdpr_desktop.requests.service.assessing import open_decision_again
from gdpr_desktop.requests.service.base import opened
from gdpr_desktop.requests.service.parts import change_rights, tell_of
from gdpr_desktop.requests.service.subject import may_be_another, start_anew
from gdpr_desktop.requests.time_limits import first_deed
from gdpr_desktop.vault import Vault

COLLECT = "collect"  # a system or department that may hold data


def cleaned_person(person: Person) -> Person:
    """The person without control characters and needless blanks."""
    address = person.address
    return replace(
        person,
        name=clean_line(person.name),
        address=PostalAddress(
            street=clean(address.street),
            postal_code=clean_line(address.postal_code),
            city=clean_line(address.city),
            country=clean_line(address.country),
        ),
        email=clean_line(person.email),
        phone=clean_line(person.phone),
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
            what=clean_line(intake.authority.what),
            why_not_needed=clean_text(intake.authority.why_not_needed),
        ),
        rights=tuple(dict.fromkeys(intake.rights)),
        wording=clean_text(intake.wording),
        unit=clean_line(intake.unit),
        archive_number=clean_line(intake.archive_number),
        caseworker=clean_line(intake.caseworker),
    )


def register_request(vault: Vault, intake: Intake, *, unstructured: str) -> Change:
    """Register a request; the officer is told at once when it is the officer who does.

    ``unstructured`` is the title of the collection task that is always there where data are
    collected: e-mail, files, paper, pictures, SMS (handbook chapter 9). Raises
    ``InvalidInputError`` with each field.
    """
    intake = cleaned(intake)
    problems = intake_problems(intake, vault.clock)
    require_valid(problems)
    with vault.begin(Deed.REGISTER_CASE) as work:
        now = work.clock.now()
        case_id = cases.insert_case(
            work.db,
            number=cases.next_number(work.db, work.clock.today().year),
            kind=CaseKind.REQUEST,
            received=intake.received,
            language=intake.language,
            subject=intake.subject,
            actor=work.actor,
            at=now,
        )
        store.insert(work.db, case_id, intake)
        _put_others(work.db, case_id, intake)
        if any(rules_of(right).collects for right in intake.rights):
            cases.insert_task(work.db, case_id, kind=UNSTRUCTURED, title=unstructured)
        if intake.channel in SECURE_CHANNELS and intake.representative is None:
            store.put_step(work.db, case_id, identity=_logged_in(intake, work.actor.name))
        named = " ".join(right.value for right in intake.rights)
        record_first(work, case_id, "registered", channel=intake.channel.value, rights=named)
        if work.actor.role is Role.OFFICER:
            store.mark_officer_told(work.db, case_id, now)
            record_first(work, case_id, "officer_told")
        work.publish(CaseTouched(case_id=case_id))
        tell_of(work, case_id, intake.rights)
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
        db,
        case_id,
        archive_number=intake.archive_number,
        caseworker=intake.caseworker,
        assignee=cases.user_named(db, intake.caseworker),
    )


def change_intake(
    vault: Vault, case_id: CaseId, intake: Intake, *, same_person: bool = False
) -> Change:
    """Put right what was typed at intake; the deadline follows the date of receipt.

    ``same_person``: a name that was put right. Else what was found and assessed about somebody
    of another name is taken away, or refused where it has been answered (``subject.py``).

    A changed address, or another person, opens an identity step that rested on the address; a
    changed channel, one that rested on the login. An authority is for the one who had it.
    """
    intake = cleaned(intake)
    problems = intake_problems(intake, vault.clock)
    require_valid(problems)
    with vault.begin(Deed.WORK_ON_CASE) as work:
        before = opened(work, case_id)
        require_valid(_received_after_deeds(before, intake.received))
        if _another_acts(before, intake) and intake.authority == before.authority:
            intake = replace(intake, authority=Authority())
        if not same_person and may_be_another(before.subject, intake.subject):
            start_anew(work, before)
            before = store.request(work.db, case_id)
        store.update_intake(work.db, case_id, intake)
        cases.update_case(
            work.db, case_id, received=intake.received, language=intake.language.value
        )
        cases.put_person(work.db, case_id, PersonRole.DATA_SUBJECT, intake.subject)
        _put_others(work.db, case_id, intake)
        identity = _identity_after(before, intake, work.actor.name)
        if identity != before.identity:
            store.put_step(work.db, case_id, identity=identity)
            if before.identity.established and not identity.established:
                record_first(work, case_id, "identity_opened_again")
            if identity.established and not before.identity.established:
                method = IdentityMethod.SECURE_CHANNEL.value
                record_first(work, case_id, "identity_established", method=method)
        if _another_person(before, intake):
            for part in before.parts:
                if part.decision is not None and not part.answered:
                    open_decision_again(work, before, part)  # it was about somebody else
        change_rights(work, before, intake.rights)
        if _who(before.subject) != _who(intake.subject):
            tell_of(work, case_id, intake.rights)
        moved = f"{before.case.received.isoformat()} → {intake.received.isoformat()}"
        changed = {"received": moved} if before.case.received != intake.received else {}
        record(work, case_id, "intake_changed", **changed)
    return work.change


def _received_after_deeds(before: Request, received: date) -> list[FieldProblem]:
    """The day of receipt cannot be moved past what has been done since."""
    registered = local_date(before.case.created_at)
    if received > registered:
        text = _("The request was registered {day}, so it cannot have come later.")
        return [problem("received", text.format(day=long_date(registered)))]
    first = first_deed(before)
    if first is None or received <= first:
        return []
    text = _("Something in the case was done on {day}, and that cannot be before the receipt.")
    return [problem("received", text.format(day=long_date(first)))]


def _another_acts(before: Request, intake: Intake) -> bool:
    """Does somebody else act or receive than before, or in another capacity?

    Names are not enough: two may have the same.
    """
    old = [before.persons.get(role) for role in (PersonRole.REPRESENTATIVE, PersonRole.RECIPIENT)]
    return before.on_behalf_of is not intake.on_behalf_of or old != [
        intake.representative,
        intake.recipient,
    ]


def _another_person(before: Request, intake: Intake) -> bool:
    """Is it another data subject, or somebody else who acts, than the one we know?"""
    acts = before.persons.get(PersonRole.REPRESENTATIVE)
    another = _who(before.subject) != _who(intake.subject)
    return another or _who(acts) != _who(intake.representative)


def _who(person: Person | None) -> object:
    return person and (person.name, person.birth_date, person.national_id)


def _identity_after(before: Request, intake: Intake, actor: str) -> Identity:
    """The identity step as it stands after the change.

    An opened step forgets when proof was asked for: the time in between was not spent waiting.
    """
    identity = before.identity
    alone = intake.channel in SECURE_CHANNELS and intake.representative is None
    if identity.method is IdentityMethod.SECURE_CHANNEL and identity.established:
        if _unsettles_login(before, intake):
            return Identity()
        return replace(identity, settled_on=intake.received) if alone else identity
    if identity.method is IdentityMethod.ADDRESS_MATCHES and _unsettles_address(before, intake):
        return Identity()
    if identity.state is not IdentityState.UNKNOWN and _another_person(before, intake):
        return Identity()
    if alone and not identity.established and before.channel not in SECURE_CHANNELS:
        return _logged_in(intake, actor)
    return identity


def _unsettles_login(before: Request, intake: Intake) -> bool:
    another = before.persons.get(PersonRole.REPRESENTATIVE) != intake.representative
    renamed = before.subject.name != intake.subject.name
    return another or renamed or intake.channel not in SECURE_CHANNELS


def _unsettles_address(before: Request, intake: Intake) -> bool:
    """Does the answer go elsewhere, or to somebody else, than the address that was compared?"""
    persons = before.persons
    return (
        before.subject.address != intake.subject.address
        or before.subject.name != intake.subject.name
        or persons.get(PersonRole.REPRESENTATIVE) != intake.representative
        or persons.get(PersonRole.RECIPIENT) != intake.recipient
    )


def note_opened(vault: Vault, case_id: CaseId) -> Change | None:
    """Journal that the case was shown; an officer who sees it for the first time is told."""
    deed.note_opened(vault, case_id)
    if vault.actor.role is not Role.OFFICER or vault.read_only:
        return None
    request = store.request(vault.db, case_id)
    if request.officer_told_at is not None or request.case.anonymised_at is not None:
        return None
    with vault.begin(Deed.WORK_ON_CASE) as work:
        store.mark_officer_told(work.db, case_id, work.clock.now())
        record(work, case_id, "officer_told")
    return work.change
