"""What every deed on a consent begins with, and how one is written."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from gdpr_desktop.casework import store as cases
from gdpr_desktop.casework.deed import CaseTouched, begin_on, require_readable
from gdpr_desktop.consents.codes import Reason, State
from gdpr_desktop.consents.forms import store as forms
from gdpr_desktop.consents.forms.model import Form
from gdpr_desktop.consents.given import store
from gdpr_desktop.consents.given.model import Consent, Statement
from gdpr_desktop.consents.given.store import Columns
from gdpr_desktop.consents.lasting import valid_until
from gdpr_desktop.consents.renewal.dates import attention_on, used_purposes
from gdpr_desktop.consents.renewal.store import answered_anew
from gdpr_desktop.consents.validity import allowed, validity
from gdpr_desktop.core.change import Kind
from gdpr_desktop.core.ids import CaseId, ConsentId
from gdpr_desktop.core.roles import Deed, Role, allows, scope

if TYPE_CHECKING:
    from gdpr_desktop.vault import Vault

NEW = ConsentId(0)  # the id of a consent that is not kept yet


def begin_on_form(work: Any, deed: Deed, form_id: CaseId) -> Form:
    """The form, once the role may do ``deed`` on it. Every deed on a consent starts here.

    Answers come also to a form that is out of use. Raises ``RefusedError``.
    """
    if deed is Deed.REGISTER_CASE and not allows(
        work.actor.role, Deed.READ_CASE, assigned=_own(work.db, form_id, work.actor)
    ):
        require_readable(work, cases.case(work.db, form_id))
    begin_on(work, deed, form_id)
    return forms.form(work.db, form_id)


def readable(vault: "Vault", consent_id: ConsentId) -> Consent:
    """The consent, for who may see its form. Raises ``RefusedError`` for a role that may not."""
    found = store.consent(vault.db, consent_id)
    require_readable(vault, cases.case(vault.db, found.form_id))
    return found


def may_work(vault: "Vault", form_id: CaseId, deed: Deed = Deed.WORK_ON_CASE) -> bool:
    """Is the button of a deed on the consents of a form for the one at the desk?"""
    role: Role = vault.actor.role
    if scope(role, deed) is None:
        return False
    return allows(role, deed, assigned=_own(vault.db, form_id, vault.actor))


def _own(db: Any, form_id: CaseId, actor: Any) -> bool:
    return cases.assigned(cases.case(db, form_id), actor)


def columns_of(consent: Consent, form: Form, today: date) -> Columns:
    """What lists need to know of a consent, as it is today."""
    return Columns(
        state=state_of(consent, form, today),
        given_on=last_given(consent),
        valid_until=consent.valid_until,
        attention_on=attention_on(consent, form),
    )


def state_of(consent: Consent, form: Form, today: date) -> State:
    """In a word. What ends by a date alone is told from the date, and not here."""
    found = validity(consent, form, today, ends=False)
    if found.purposes and not found.reasons:
        return State.VALID
    if found.reasons == (Reason.REFUSED,):
        return State.REFUSED
    return State.WITHDRAWN if found.reasons == (Reason.WITHDRAWN,) else State.LACKING


def last_given(consent: Consent) -> date | None:
    """The day of the newest answer."""
    return max((one.given_on for one in consent.statements if one.given_on), default=None)


def ends_on(consent: Consent, form: Form) -> date | None:
    """The last day on which enough of the answers still hold; None: until it is withdrawn.

    Parents may have answered on different days, and one of them may have answered anew.
    """
    version = form.version(consent.version)
    if version is None:
        return None
    keys = used_purposes(consent, form)
    said = [(one.given_on, one.renews) for one in consent.standing() if one.yes] if keys else []
    found = (valid_until(version.content, *one) for one in said or [(last_given(consent), None)])
    ends = sorted({end for end in found if end is not None}, reverse=True)
    bare = replace(consent, valid_until=None)
    for end in ends:
        if any(Reason.EXPIRED not in allowed(bare, form, key, end).reasons for key in keys):
            return end
    return next(iter(ends), None)


def told_end(before: Consent, form: Form) -> date | None:
    """The end that was told of a consent, where it is earlier than the form's; else None."""
    until, own = before.valid_until, ends_on(before, form)
    return until if until is not None and (own is None or until < own) else None


def ends_by(consent: Consent, form: Form, told: date | None) -> date | None:
    """The last day: the one that was told, but never later than the form allows."""
    own = ends_on(consent, form)
    return min((day for day in (told, own) if day is not None), default=None)


def answers_anew(before: Consent, fresh: Iterable[Statement]) -> bool:
    """Does somebody who has answered already answer again, later than all before?"""
    last, known = last_given(before), {one.giver for one in before.statements}
    return any(
        one.giver in known and one.given_on is not None and (last is None or one.given_on > last)
        for one in fresh
    )


def write(work: Any, consent: Consent, form: Form | None = None) -> Consent:
    """Keep a consent, new or changed, with all that follows from it. Gives it as it is kept."""
    found = form or forms.form(work.db, consent.form_id)
    version = found.version(consent.version)
    kept = replace(consent, valid_until=consent.valid_until or ends_on(consent, found))
    columns = columns_of(kept, found, work.clock.today())
    if kept.id == NEW:
        kept = replace(kept, id=store.insert(work.db, kept, columns))
        if version is not None and version.used_on is None:
            forms.mark_used(work.db, found.case.id, version.number, work.clock.today())
            work.publish(CaseTouched(case_id=found.case.id))  # the form is in use now
    else:
        store.update(work.db, kept, columns)
    _settle_older(work.db, kept, columns)
    work.touch(Kind.CONSENT, kept.id)
    return kept


def take_away(work: Any, consent: Consent, form: Form) -> None:
    """Delete a consent that was registered by mistake."""
    store.delete(work.db, consent.id)
    work.touch(Kind.CONSENT, consent.id)
    wait_again(work, consent, form)


def wait_again(work: Any, gone: Consent, form: Form) -> None:
    """``gone`` is no more an answer of the person it named: older ones wait as if it never was."""
    if gone.subject.birth_date is None:
        return
    left = store.of_person_on(work.db, gone.form_id, store.match(gone.subject))
    columns = [columns_of(one, form, work.clock.today()) for one in left]
    for one, now in zip(left, columns, strict=True):
        store.put_attention(work.db, one.id, now.attention_on)
    for one, now in zip(left, columns, strict=True):
        _settle_older(work.db, one, now)


def _settle_older(db: Any, consent: Consent, columns: Columns) -> None:
    if columns.state is State.VALID and columns.given_on is not None:
        answered_anew(db, consent, store.match(consent.subject), columns.given_on)
