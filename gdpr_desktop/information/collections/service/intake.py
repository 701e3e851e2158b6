"""A collection is registered, and what was typed about it is put right."""

from dataclasses import replace
from typing import Any

from gdpr_desktop.casework import store as cases
from gdpr_desktop.casework.model import CaseKind, PersonRole
from gdpr_desktop.casework.service import CaseTouched, record, record_first
from gdpr_desktop.core.address import PostalAddress
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import FieldProblem, require_valid
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.names import clean, clean_line, clean_text
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.core.text import _
from gdpr_desktop.information.collections import store
from gdpr_desktop.information.collections.checks import intake_problems, told_problems
from gdpr_desktop.information.collections.model import (
    Collection,
    Intake,
    Recipient,
    Secondary,
    Told,
)
from gdpr_desktop.information.collections.service.base import opened
from gdpr_desktop.vault import Vault


def cleaned_address(address: PostalAddress) -> PostalAddress:
    """The address without control characters and needless blanks."""
    return PostalAddress(
        street=clean(address.street),
        postal_code=clean_line(address.postal_code),
        city=clean_line(address.city),
        country=clean_line(address.country),
    )


def cleaned(intake: Intake) -> Intake:
    """The intake as it is kept: what does not belong to its kind is dropped."""
    from_others, subject = not intake.from_person, intake.subject
    return replace(
        intake,
        sources=intake.sources if from_others else (),
        other_source=clean_line(intake.other_source) if from_others else "",
        purpose=clean_text(intake.purpose),
        subject=replace(
            subject,
            name=clean_line(subject.name),
            address=cleaned_address(subject.address),
            birth_date=None if intake.group else subject.birth_date,
        ),
        persons=intake.persons if intake.group else 1,
        recipients=tuple(
            Recipient(name=clean_line(one.name), address=cleaned_address(one.address))
            for one in (intake.recipients if intake.group else ())
        ),
        secondary=tuple(
            Secondary(who=clean_line(one.who), part=clean_line(one.part), told=clean_line(one.told))
            for one in intake.secondary
        ),
        caseworker=clean_line(intake.caseworker),
        unit=clean_line(intake.unit),
        first_contact=intake.first_contact if from_others else None,
        first_disclosure=intake.first_disclosure if from_others else None,
        disclosed_to=clean_line(intake.disclosed_to),
        archive_number=clean_line(intake.archive_number),
    )


def cleaned_told(told: Told) -> Told:
    """How they were told, without needless blanks."""
    return replace(
        told,
        by=clean_line(told.by),
        what=clean_text(told.what),
        identity=clean_line(told.identity),
    )


def register_collection(vault: Vault, intake: Intake, told: Told | None = None) -> Change:
    """Register a collection; ``told`` where people were told already, by the form for one.

    Raises ``InvalidInputError`` with each field.
    """
    intake = cleaned(intake)
    require_valid(intake_problems(intake, vault.clock.today()))
    with vault.begin(Deed.REGISTER_CASE) as work:
        case_id = cases.insert_case(
            work.db,
            number=cases.next_number(work.db, work.clock.today().year),
            kind=CaseKind.COLLECTION,
            received=intake.obtained,
            language=intake.language,
            subject=intake.subject,
            actor=work.actor,
            at=work.clock.now(),
        )
        store.insert(work.db, case_id, intake)
        _put_case(work.db, case_id, intake)
        record_first(work, case_id, "collection_registered")
        if told is not None:
            told = cleaned_told(told)
            made = store.collection(work.db, case_id)
            require_valid(told_problems(made, told, work.clock.today()))
            store.put_step(work.db, case_id, told=told)
            on = told.told_on.isoformat()
            record_first(work, case_id, "people_told", method=told.way.value, on=on)
        work.publish(CaseTouched(case_id=case_id))
    return work.change


def _put_case(db: Any, case_id: CaseId, intake: Intake) -> None:
    cases.update_case(
        db,
        case_id,
        archive_number=intake.archive_number,
        caseworker=intake.caseworker,
        assignee=cases.user_named(db, intake.caseworker),
    )


def change_collection(vault: Vault, case_id: CaseId, intake: Intake) -> Change:
    """Put right what was typed; the deadline follows the date and the source."""
    intake = cleaned(intake)
    require_valid(intake_problems(intake, vault.clock.today()))
    with vault.begin(Deed.WORK_ON_CASE) as work:
        before = opened(work, case_id)
        require_valid(_against_deeds(before, intake))
        store.update_intake(work.db, case_id, intake)
        cases.update_case(
            work.db, case_id, received=intake.obtained, language=intake.language.value
        )
        cases.put_person(work.db, case_id, PersonRole.DATA_SUBJECT, intake.subject)
        _put_case(work.db, case_id, intake)
        record(work, case_id, "collection_changed")
    return work.change


def _against_deeds(before: Collection, intake: Intake) -> list[FieldProblem]:
    """An exception that was used must still be open by the new source."""
    use = before.exception
    if use is None or use.exception.holds_for(from_person=intake.from_person):
        return []
    text = _("The exception in use is not open when the person gave the data.")
    return [FieldProblem(field="from_person", text=text)]
