"""Who is it, and may they? Handbook 2.2; art. 12(6), 11(2)."""

from dataclasses import replace
from datetime import date

from gdpr_desktop.casework.checks import problem, required, text_length
from gdpr_desktop.casework.model import PersonRole
from gdpr_desktop.casework.service import record
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import FieldProblem, RefusedError, require_valid
from gdpr_desktop.core.ids import CaseId, EventId
from gdpr_desktop.core.names import clean_line, clean_text
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.core.text import _
from gdpr_desktop.requests import store
from gdpr_desktop.requests.checks import authority_problems
from gdpr_desktop.requests.model import (
    SECURE_CHANNELS,
    Authority,
    Identity,
    IdentityMethod,
    IdentityState,
    Request,
)
from gdpr_desktop.requests.service.base import day_problems, opened
from gdpr_desktop.requests.service.undo import step_undo
from gdpr_desktop.vault import Vault


def confirm_identity(
    vault: Vault, case_id: CaseId, *, method: IdentityMethod, note: str, settled_on: date
) -> Change:
    """Note how we know who it is. No copy of an ID is kept; ``note`` names its kind.

    A number said on the phone is no proof, so there is no such method.
    """
    with vault.begin(Deed.WORK_ON_CASE) as work:
        request = opened(work, case_id)
        problems = _method_problems(request, method, note) + text_length("note", note, 1000)
        problems += day_problems("settled_on", settled_on, request, work.clock.today())
        asked = request.identity.asked_on
        if not problems and asked and settled_on < asked:
            problems.append(problem("settled_on", _("The answer cannot come before the question.")))
        require_valid(problems)
        identity = replace(
            request.identity,
            state=IdentityState.ESTABLISHED,
            method=method,
            note=clean_text(note),
            checked_by=work.actor.name,
            settled_on=_first(request.identity.settled_on, settled_on),
        )
        store.put_step(work.db, case_id, identity=identity)
        event = record(work, case_id, "identity_established", method=method.value)
    return _identity_undo(work.change, "identity_established", event, request, identity)


def _identity_undo(
    change: Change, code: str, event: EventId, request: Request, after: Identity
) -> Change:
    before = request.identity
    return step_undo(
        change, code, event, request.case.id, column="identity", before=before, after=after
    )


def _first(noted: date | None, day: date) -> date:
    """Noted again, a day may be put earlier but never later: the clock depends on it."""
    return day if noted is None else min(noted, day)


def _method_problems(request: Request, method: IdentityMethod, note: str) -> list[FieldProblem]:
    from gdpr_desktop.law.identifiers import find

    if find(note):
        text = _("Do not keep the number. Write only what kind of proof it was.")
        return [problem("note", text)]
    if method is IdentityMethod.SECURE_CHANNEL and request.channel not in SECURE_CHANNELS:
        text = _("The request did not come through a channel with login.")
        return [problem("method", text)]
    if method is IdentityMethod.ADDRESS_MATCHES:
        return _address_problems(request)
    if not clean_text(note):
        needs = {
            IdentityMethod.SHOWN_ID: _("Write what kind of ID was shown: passport, licence …"),
            IdentityMethod.CONTROL_QUESTIONS: _("Write what the questions were about."),
        }
        if method in needs:
            return [problem("note", needs[method])]
    return []


def _address_problems(request: Request) -> list[FieldProblem]:
    if not request.recipient.address:
        text = _("Write the address in the case first: the answer is locked to it.")
        return [problem("method", text)]
    if PersonRole.RECIPIENT in request.persons:
        text = _("The answer goes to somebody else, so the address proves nothing.")
        return [problem("method", text)]
    return []


def ask_for_identity(vault: Vault, case_id: CaseId, *, asked_on: date) -> Change:
    """Note that we have asked who it is. May stop the clock when asked without delay."""
    with vault.begin(Deed.WORK_ON_CASE) as work:
        request = opened(work, case_id)
        if request.identity.established:
            raise RefusedError(
                _("The identity is already established."),
                hint=_("To ask again would be more than the law allows."),
            )
        problems = day_problems("asked_on", asked_on, request, work.clock.today())
        require_valid(problems)
        identity = replace(
            request.identity,
            state=IdentityState.ASKED,
            asked_on=request.identity.asked_on or asked_on,  # what was noted first counts
            settled_on=None,
        )
        store.put_step(work.db, case_id, identity=identity)
        event = record(work, case_id, "identity_asked", on=asked_on.isoformat())
    return _identity_undo(work.change, "identity_asked", event, request, identity)


def reject_identity(vault: Vault, case_id: CaseId, *, settled_on: date, told: str) -> Change:
    """Note that we could not establish who it is: nothing about anybody is given out.

    ``told`` says how the person got to know, as far as that was possible (handbook 2.2).
    """
    with vault.begin(Deed.WORK_ON_CASE) as work:
        request = opened(work, case_id)
        if request.identity.state is not IdentityState.ASKED:
            raise RefusedError(
                _("Ask for proof of identity first."),
                hint=_("Only when no proof comes may the request be turned away."),
            )
        problems = day_problems("settled_on", settled_on, request, work.clock.today())
        asked = request.identity.asked_on
        if not problems and asked and settled_on < asked:
            problems.append(problem("settled_on", _("The answer cannot come before the question.")))
        text = _("Write how the person was told, or why it was not possible.")
        problems += required("told", told, text) + text_length("told", told, 1000)
        require_valid(problems)
        identity = replace(
            request.identity,
            state=IdentityState.NOT_ESTABLISHED,
            settled_on=settled_on,
            note=clean_text(told),
        )
        store.put_step(work.db, case_id, identity=identity)
        event = record(work, case_id, "identity_not_established")
    return _identity_undo(work.change, "identity_not_established", event, request, identity)


def settle_authority(vault: Vault, case_id: CaseId, authority: Authority) -> Change:
    """Note the authority seen of somebody who acts or receives, or why none is needed."""
    problems = authority_problems(authority)
    kept = replace(
        authority,
        what=clean_line(authority.what),
        why_not_needed=clean_text(authority.why_not_needed),
    )
    if not kept.settled:
        text = _("Say what authority was seen, or why none is needed.")
        problems.append(problem("authority_what", text))
    require_valid(problems)
    with vault.begin(Deed.WORK_ON_CASE) as work:
        before = opened(work, case_id).authority
        store.put_step(work.db, case_id, authority=kept)
        code = "authority_settled"
        event = record(work, case_id, code)
    return step_undo(
        work.change, code, event, case_id, column="authority", before=before, after=kept
    )
