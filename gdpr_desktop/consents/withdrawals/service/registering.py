"""Somebody takes a consent back: it ends at once, and a case sees to what must stop."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

from gdpr_desktop.casework import store as cases
from gdpr_desktop.casework.checks import required, text_length
from gdpr_desktop.casework.deed import begin_on, record, require_open
from gdpr_desktop.casework.model import Case, CaseKind, CaseState, Person, PersonRole
from gdpr_desktop.casework.undo import UNDONE, note_undone
from gdpr_desktop.consents.codes import FormKind, Relation
from gdpr_desktop.consents.content import FormContent
from gdpr_desktop.consents.forms import store as forms
from gdpr_desktop.consents.given import store as given
from gdpr_desktop.consents.given.model import Consent, Withdrawn
from gdpr_desktop.consents.given.service import base as giving
from gdpr_desktop.consents.withdrawals import store
from gdpr_desktop.consents.withdrawals.checks import covered, registered_problems, takeable
from gdpr_desktop.consents.withdrawals.model import (
    STOP,
    CaseOutcome,
    Registered,
    Withdrawal,
)
from gdpr_desktop.consents.withdrawals.nouns import noun
from gdpr_desktop.consents.withdrawals.places import (
    all_places_known,
    due_of,
    places_of,
    together,
)
from gdpr_desktop.consents.withdrawals.service.base import opened, with_undo
from gdpr_desktop.core.change import Change, Undo
from gdpr_desktop.core.errors import RefusedError, require_valid
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.names import clean_line, clean_text
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.core.text import _
from gdpr_desktop.vault import Vault

REGISTERED = "withdrawal_registered"
PLACE_ADDED, PLACE_REMOVED = "withdrawal_place_added", "withdrawal_place_removed"


def register_withdrawal(
    vault: Vault, registered: Registered, person: Person | None = None
) -> Change:
    """Take purposes of a consent back, and open the case about it. ``change.id`` is the case.

    ``person`` is whom the consent is about, with the address where it is known. Where a request
    has opened the case already, that case goes on. Raises ``InvalidInputError`` with each field.
    """
    with vault.begin(Deed.WORK_ON_CASE) as work:
        consent, content = _of(work.db, registered)
        waiting = _waiting(work.db, registered)
        if waiting is None or registered.request is None:
            giving.begin_on_form(work, Deed.WORK_ON_CASE, consent.form_id)
        else:  # whoever has the request says what it is about
            require_open(begin_on(work, Deed.WORK_ON_CASE, waiting))
        if waiting is not None:
            asked = store.withdrawal(work.db, waiting).registered
            registered = replace(registered, request=asked.request)
        kept = _cleaned(registered, content)
        require_valid(registered_problems(kept, consent, content, work.clock.today()))
        if waiting is None:
            about = person or _person_of(consent)
            language = vault.municipality().language
            case_id = open_case(work, kept, about, language)
        else:
            case_id = waiting
            store.put_step(work.db, case_id, registered=kept)
        _take_effect(work, case_id, consent, kept)
        _add_places(work, case_id, content, kept)
        record(work, case_id, REGISTERED)
    undo = Undo(words=noun(REGISTERED), verb=partial(take_back, case_id=case_id))
    # the case comes first, so that the page can go to it
    ids = (case_id, *(one for one in work.change.ids if one != case_id))
    return with_undo(replace(work.change, ids=ids), undo)


def _of(db: Any, registered: Registered) -> tuple[Consent, FormContent]:
    consent = given.consent(db, registered.consent_id)
    version = forms.form(db, consent.form_id).version(consent.version)
    if version is None or not takeable(consent, version.content):
        raise RefusedError(
            _("There is nothing left to take back."),
            hint=_("Nobody has said yes, or it was taken back before."),
        )
    return consent, version.content


def _waiting(db: Any, registered: Registered) -> CaseId | None:
    """The case that a request has opened about this consent, and that nobody has settled.

    Where no request is named, the newest there is.
    """
    wanted = registered.request
    for case_id in store.of_consent(db, registered.consent_id):
        found = store.withdrawal(db, case_id)
        asked = wanted is None or found.registered.request == wanted
        if found.waits and found.case.open and asked:
            return case_id
    return None


def _cleaned(registered: Registered, content: FormContent) -> Registered:
    wanted = tuple(one.key for one in content.purposes if one.key in registered.purposes)
    return replace(
        registered,
        purposes=wanted,
        name="" if registered.relation is Relation.SELF else clean_line(registered.name),
        note=clean_text(registered.note),
        places=places_of(content, wanted),
    )


def _person_of(consent: Consent) -> Person:
    return Person(name=consent.subject.name, birth_date=consent.subject.birth_date)


def open_case(work: Any, registered: Registered, person: Person, language: Language) -> CaseId:
    """The case about one person, with nothing done yet."""
    case_id = cases.insert_case(
        work.db,
        number=cases.next_number(work.db, work.clock.today().year),
        kind=CaseKind.CONSENT_WITHDRAWAL,
        received=registered.withdrawn_on,
        language=language,
        subject=person,
        actor=work.actor,
        at=work.clock.now(),
    )
    if registered.relation is not Relation.SELF and registered.name:
        acts = Person(name=registered.name)
        cases.put_person(work.db, case_id, PersonRole.REPRESENTATIVE, acts)
    store.insert(work.db, case_id, registered)
    own = cases.user_named(work.db, work.actor.name)
    cases.update_case(work.db, case_id, caseworker=work.actor.name, assignee=own)
    return case_id


def _take_effect(work: Any, case_id: CaseId, consent: Consent, kept: Registered) -> None:
    """The consent ends now; what a request left open about it is settled by this."""
    if kept.relation is not Relation.SELF:
        acts = Person(name=kept.name)
        cases.put_person(work.db, case_id, PersonRole.REPRESENTATIVE, acts)
    own = Withdrawn(
        purposes=kept.purposes,
        withdrawn_on=kept.withdrawn_on,
        channel=kept.channel,
        name=kept.name or consent.subject.name,
        case_id=case_id,
        covers=covered(kept, consent),
    )
    after = replace(
        consent,
        withdrawals=(*consent.withdrawals, own),
        pending=still_pending(work.db, consent),
    )
    giving.write(work, after)
    places = list(kept.places)
    for other, purposes in _older(work.db, consent, kept):
        ended = replace(own, purposes=purposes, covers=None)
        giving.write(work, replace(other, withdrawals=(*other.withdrawals, ended)))
        places += places_of(_content(work.db, other), purposes)
    store.put_step(work.db, case_id, registered=replace(kept, places=together(places)))
    work.log(consent.form_id, "consent_withdrawn", consent=consent.id)


def _older(
    db: Any, consent: Consent, kept: Registered
) -> Iterator[tuple[Consent, tuple[str, ...]]]:
    """What the same person answered on other versions of the form before that day.

    Without a birth date it may be another of the same name, and is left alone.
    """
    for other in _same_person(db, consent):
        live = takeable(other, _content(db, other)) if other.id != consent.id else ()
        since = giving.last_given(other)
        if since is None or since <= kept.withdrawn_on:
            purposes = tuple(key for key in kept.purposes if key in live)
            if purposes:
                yield other, purposes


def _same_person(db: Any, consent: Consent) -> tuple[Consent, ...]:
    if consent.subject.birth_date is None:
        return (consent,)
    return given.of_person_on(db, consent.form_id, given.match(consent.subject))


def _content(db: Any, consent: Consent) -> FormContent:
    version = forms.form(db, consent.form_id).version(consent.version)
    return version.content if version is not None else FormContent(kind=FormKind.BASIS)


def still_pending(db: Any, consent: Consent) -> CaseId | None:
    """The request that is still to be settled for a consent; None when there is none."""
    if consent.pending is None:
        return None
    for case_id in store.of_consent(db, consent.id):
        found = store.withdrawal(db, case_id)
        if found.waits and found.case.open:
            return found.registered.request
    return None


def _add_places(work: Any, case_id: CaseId, content: FormContent, kept: Registered) -> None:
    due = due_of(kept.withdrawn_on)
    for place in store.withdrawal(work.db, case_id).registered.places:
        put_place(work.db, case_id, place.name, place.responsible, due)
    if all_places_known(content, kept.purposes):
        store.put_step(work.db, case_id, settled=True)


def put_place(db: Any, case_id: CaseId, title: str, responsible: str, due: date) -> None:
    """One more place in which the use must stop by ``due``."""
    made = cases.insert_task(db, case_id, kind=STOP, title=title, responsible=responsible)
    cases.update_task(db, replace(cases.task(db, made), due=due))


def take_back(vault: Vault, case_id: CaseId, reason: str = "") -> Change:
    """It was registered by mistake: the consent is as before, and the case is closed.

    Refused once something rests on it: a place is stopped, a letter written, the person told.
    Without a ``reason`` it is an undo, and refused where somebody has added a place since.
    """
    with vault.begin(Deed.WORK_ON_CASE) as work:
        found = opened(work, case_id)
        require_nothing_rests(work.db, found)
        if not reason:
            _require_no_new_place(work.db, case_id)
        _give_back(work, found)
        for task in found.stops:
            cases.delete_task(work.db, task.id)
        event = _registered_event(work.db, case_id)
        if found.registered.request is None:
            end_case(work, case_id, CaseOutcome.MISTAKE)
        else:  # the request is still to be settled
            asked = replace(found.registered, purposes=(), places=())
            store.put_step(work.db, case_id, registered=asked, settled=False)
        record(work, case_id, "withdrawal_mistake", text=clean_text(reason))
        note_undone(work, case_id, REGISTERED, event)
    return work.change


def _give_back(work: Any, found: Withdrawal) -> None:
    """The consent is as before, but waits again where a request is about it."""
    consent = found.consent
    if consent is None:
        raise RefusedError(_("This consent does not exist any more."))
    ended = given.ended_in(work.db, consent.form_id, found.case.id)
    for one in (consent, *(other for other in ended if other.id != consent.id)):
        left = tuple(each for each in one.withdrawals if each.case_id != found.case.id)
        pending = one.pending
        if one.id == consent.id:
            pending = found.registered.request or pending
        if (left, pending) != (one.withdrawals, one.pending):
            giving.write(work, replace(one, withdrawals=left, pending=pending))
    work.log(consent.form_id, "consent_withdrawal_undone", consent=consent.id)


def mistaken(vault: Vault, case_id: CaseId, reason: str) -> Change:
    """``take_back`` with the reason, which stands on the timeline."""
    why = clean_text(reason)
    problems = required("reason", why, _("Write how the mistake came about."))
    require_valid([*problems, *text_length("reason", why)])
    return take_back(vault, case_id, why)


def require_nothing_rests(db: Any, found: Withdrawal) -> None:
    """Raise once something was done because of the withdrawal."""
    done = any(one.done for one in found.stops) or found.ended or found.confirmed is not None
    if done or found.case.archive_number or cases.letters(db, found.case.id):
        raise RefusedError(
            _("Something has been done because the consent was taken back."),
            hint=_("If the person wants it again, register a new answer."),
        )
    if found.waits:
        raise RefusedError(_("Nothing has been taken back yet."))


def _require_no_new_place(db: Any, case_id: CaseId) -> None:
    """Raise where a place was added by hand: what somebody found out is not thrown away at once."""
    entries = cases.timeline(db, case_id)
    undone = {one.detail.get("of") for one in entries if one.code == UNDONE}
    titles: dict[str, set[str]] = {PLACE_ADDED: set(), PLACE_REMOVED: set()}
    for one in entries:
        if one.code in titles and str(one.id) not in undone:
            titles[one.code].add(one.detail.get("title", ""))
    if titles[PLACE_ADDED] - titles[PLACE_REMOVED]:
        raise RefusedError(
            _("A place has been added since the consent was taken back."),
            hint=_("If it was registered by mistake, say so in the case, with the reason."),
        )


def _registered_event(db: Any, case_id: CaseId) -> Any:
    return next(one.id for one in cases.timeline(db, case_id) if one.code == REGISTERED)


def end_case(work: Any, case_id: CaseId, outcome: CaseOutcome) -> Case:
    """Close the case without the usual demands: there is nothing to see to."""
    cases.update_case(
        work.db,
        case_id,
        state=CaseState.CLOSED.value,
        outcome=outcome.value,
        closed_at=work.clock.now(),
    )
    return cases.case(work.db, case_id)
