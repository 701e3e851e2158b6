"""A request is about the withdrawal of a consent: what may be meant is used no more.

That is so from the day the request is registered (art. 7(3)), not first when it is assessed. Until
somebody has said which consent it is about, «Har vi lov?» says no to all that it may be.
"""

from dataclasses import replace
from typing import Any

from gdpr_desktop.casework import store as cases
from gdpr_desktop.casework.checks import required, text_length
from gdpr_desktop.casework.deed import record
from gdpr_desktop.casework.events import ConsentWithdrawn, WithdrawalAsked
from gdpr_desktop.casework.model import Case, Person, PersonRole
from gdpr_desktop.consents.codes import Channel
from gdpr_desktop.consents.forms import store as forms
from gdpr_desktop.consents.given.model import Consent
from gdpr_desktop.consents.given.service import base as giving
from gdpr_desktop.consents.withdrawals import store
from gdpr_desktop.consents.withdrawals.checks import takeable
from gdpr_desktop.consents.withdrawals.lists import possibly_of
from gdpr_desktop.consents.withdrawals.model import CaseOutcome, Registered
from gdpr_desktop.consents.withdrawals.service.base import opened
from gdpr_desktop.consents.withdrawals.service.registering import (
    end_case,
    open_case,
    still_pending,
)
from gdpr_desktop.core.change import Change, Kind
from gdpr_desktop.core.errors import RefusedError, require_valid
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.names import clean_text
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.core.text import _
from gdpr_desktop.vault import Vault


def mark_pending(work: Any, event: ConsentWithdrawn | WithdrawalAsked) -> None:
    """Open a case about each consent that the request may be about, once for each."""
    request = cases.case(work.db, event.case_id)
    subject = cases.persons(work.db, event.case_id).get(PersonRole.DATA_SUBJECT)
    if subject is None:
        return
    work.touch(Kind.CASE, event.case_id)  # what was done was done on the request
    for consent in possibly_of(work.db, subject):
        if _in_use(work, consent) and not _seen_before(work.db, consent, event.case_id):
            _ask(work, consent, request, subject)


def _in_use(work: Any, consent: Consent) -> bool:
    """Has somebody said yes, and has it not ended by itself?"""
    if consent.valid_until is not None and consent.valid_until < work.clock.today():
        return False
    version = forms.form(work.db, consent.form_id).version(consent.version)
    return version is not None and bool(takeable(consent, version.content))


def _seen_before(db: Any, consent: Consent, request: CaseId) -> bool:
    found = (store.withdrawal(db, one) for one in store.of_consent(db, consent.id))
    return any(one.registered.request == request for one in found)


def _ask(work: Any, consent: Consent, request: Case, subject: Person) -> None:
    registered = Registered(
        consent_id=consent.id,
        purposes=(),
        withdrawn_on=request.received,
        channel=Channel.REQUEST,
        request=request.id,
    )
    person = replace(
        subject,
        name=consent.subject.name,
        birth_date=consent.subject.birth_date or subject.birth_date,
        national_id="",
        national_id_reason="",
    )
    case_id = open_case(work, registered, person, request.language)
    if request.caseworker:  # who has the request settles what it is about
        who, assignee = request.caseworker, request.assignee
        cases.update_case(work.db, case_id, caseworker=who, assignee=assignee)
    if consent.pending is None:
        giving.write(work, replace(consent, pending=request.id))
    record(work, case_id, "withdrawal_asked", number=request.number)
    work.log(consent.form_id, "consent_pending", consent=consent.id)


def not_this(vault: Vault, case_id: CaseId, reason: str) -> Change:
    """The request was not about this consent: it may be used again, and the case is closed."""
    why = clean_text(reason)
    problems = required("reason", why, _("Write why it is not about this consent."))
    require_valid([*problems, *text_length("reason", why)])
    with vault.begin(Deed.WORK_ON_CASE) as work:
        found = opened(work, case_id)
        if not found.waits:
            raise RefusedError(_("This has been settled already."))
        end_case(work, case_id, CaseOutcome.NOT_THIS)
        consent = found.consent
        if consent is not None:
            giving.write(work, replace(consent, pending=still_pending(work.db, consent)))
            work.log(consent.form_id, "consent_pending_cleared", consent=consent.id)
        record(work, case_id, "withdrawal_not_this", text=why)
    return work.change
