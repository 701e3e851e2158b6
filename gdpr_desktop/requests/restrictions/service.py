"""The deeds on a restriction in force: look again, plan its end, lift it. Art. 18(3).

They are open also when the case is closed: a restriction may last long after the answer.
"""

from dataclasses import replace
from datetime import date
from typing import Any

from gdpr_desktop.casework import store as cases
from gdpr_desktop.casework.checks import problem, required, text_length
from gdpr_desktop.casework.deed import CaseTouched
from gdpr_desktop.casework.model import CaseKind
from gdpr_desktop.casework.person_search import add_source
from gdpr_desktop.casework.retention import CaseAnonymised
from gdpr_desktop.casework.service import begin_on, record
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import RefusedError, require_valid
from gdpr_desktop.core.ids import CaseId, PartId
from gdpr_desktop.core.names import clean_text
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.core.text import _
from gdpr_desktop.law.restriction import ends_by, may_be_used_again
from gdpr_desktop.law.rules import rules_on
from gdpr_desktop.requests import parts_store
from gdpr_desktop.requests import store as requests
from gdpr_desktop.requests.model import Request, Right
from gdpr_desktop.requests.restrictions import store
from gdpr_desktop.requests.restrictions.letters import found_in
from gdpr_desktop.requests.restrictions.model import (
    Afterwards,
    Lift,
    Restriction,
    restriction_of,
    told,
)
from gdpr_desktop.requests.rights.restriction import conditions_met
from gdpr_desktop.requests.service.base import read_request
from gdpr_desktop.vault import Vault

SHOWN = 50  # restrictions in force that are read for the overview


def subscribe(vault: Vault) -> None:
    """Let every touched case say when its restriction must be looked at again."""
    vault.subscribe(CaseTouched, keep_in_step)
    vault.subscribe(CaseAnonymised, anonymise)
    for source in store.TEXTS:
        add_source(source)


def restrictions_of(db: Any, request: Request) -> tuple[Restriction, ...]:
    """What the case has restricted, lifted or not."""
    parts = (part for part in request.parts if part.right is Right.RESTRICTION)
    found = (restriction_of(request, part, store.course(db, part.id)) for part in parts)
    return tuple(one for one in found if one is not None)


def in_force(vault: Vault) -> tuple[tuple[Request, Restriction], ...]:
    """The restrictions in force that the actor may see, the next to think of first."""
    pairs = []
    for case_id in store.cases_in_force(vault.db, vault.actor, SHOWN):
        request = requests.request(vault.db, case_id)
        found = restrictions_of(vault.db, request)
        pairs += [(request, one) for one in found if one.in_force]
    return tuple(pairs)


def keep_in_step(work: Any, event: CaseTouched) -> None:
    """The day to look again is a deadline, until the restriction is lifted."""
    case = cases.case(work.db, event.case_id)
    if case.kind is not CaseKind.REQUEST or case.anonymised_at is not None:
        return
    request = requests.request(work.db, event.case_id)
    found = restrictions_of(work.db, request)
    for one in found:
        kept = told(one, request.part(one.part_id))
        if kept != one.course:
            store.put(work.db, one.part_id, kept)
    if not found and not store.has_deadline(work.db, case.id):
        return
    running = [one for one in found if one.in_force]
    due = min((one.look_again for one in running), default=cases.NO_DUE)
    ended = [one.lift.done_on for one in found if one.lift and one.lift.done_on]
    met = None if running else max(ended, default=case.received)
    rule = rules_on(case.received).version
    cases.put_deadline(work.db, case.id, kind=store.DEADLINE, due=due, rule=rule, met_on=met)


def anonymise(work: Any, event: CaseAnonymised) -> None:
    """Drop what is written about the end of a restriction."""
    if cases.case(work.db, event.case_id).kind is CaseKind.REQUEST:
        store.forget(work.db, event.case_id)


def _begun(work: Any, part_id: PartId) -> tuple[Request, Restriction]:
    """A restriction in force that the actor may work on; the case may be closed."""
    case_id = parts_store.case_of(work.db, part_id)
    if case_id is None:
        raise RefusedError(_("This part of the request has been taken away."))
    begin_on(work, Deed.WORK_ON_CASE, case_id)
    request = requests.request(work.db, case_id)
    found = found_in(work.db, request, part_id)
    if not found.in_force:
        raise RefusedError(_("The restriction has been lifted already."))
    return request, found


def look_again(vault: Vault, part_id: PartId, *, on: date, note: str = "") -> Change:
    """It was looked at, and goes on: the next day to look at it again. A plan to lift it falls."""
    with vault.begin(Deed.WORK_ON_CASE) as work:
        request, found = _begun(work, part_id)
        problems = text_length("note", note)
        if on <= work.clock.today():
            problems.append(problem("look_again", _("Give a day that has not come yet.")))
        require_valid(problems)
        store.put(work.db, part_id, replace(found.course, look_again=on, lift=None))
        detail = {"text": clean_text(note)} if note.strip() else {}
        record(work, request.case.id, "restriction_kept", on=on.isoformat(), **detail)
    return work.change


def plan_lift(vault: Vault, part_id: PartId, lift: Lift) -> Change:
    """Write down why a restriction ends, when, and what happens then. It still holds.

    The person must be told before that day; a plan that changes must be told of anew.
    """
    with vault.begin(Deed.WORK_ON_CASE) as work:
        request, found = _begun(work, part_id)
        problems = required(
            "explanation", lift.explanation, _("Write what was found. The person reads it.")
        )
        problems += text_length("explanation", lift.explanation)
        if lift.lift_on <= work.clock.today():
            text = _("The person must be told before this day, so it must lie ahead.")
            problems.append(problem("lift_on", text))
        met = conditions_met(found.assessment.considered)
        if lift.reason not in ends_by(met):
            text = _("This does not end a restriction that was given on this condition.")
            problems.append(problem("reason", text))
        elif lift.afterwards is Afterwards.USED and not may_be_used_again(met, lift.reason):
            text = _("What we need no longer, or may not use, cannot be used as before.")
            problems.append(problem("afterwards", text))
        require_valid(problems)
        kept = replace(lift, explanation=clean_text(lift.explanation), told_on=None, done_on=None)
        store.put(work.db, part_id, replace(found.course, lift=kept))
        ground, on = lift.reason.value, lift.lift_on.isoformat()
        record(work, request.case.id, "lift_planned", ground=ground, on=on)
    return work.change


def lift(vault: Vault, part_id: PartId, *, on: date) -> Change:
    """The restriction is lifted. Refused without a letter that was sent before that day."""
    with vault.begin(Deed.WORK_ON_CASE) as work:
        request, found = _begun(work, part_id)
        if found.lift is None or found.lift.told_on is None:
            raise RefusedError(
                _("The person has not been told that the restriction ends."),
                hint=_("Send the letter first: article 18(3) asks for it."),
            )
        problems = []
        if on > work.clock.today():
            problems.append(problem("lifted_on", _("This day has not come yet.")))
        elif on <= found.lift.told_on:
            text = _("The letter must have gone before the restriction ends.")
            problems.append(problem("lifted_on", text))
        elif on < found.lift.lift_on:
            text = _("This is before the day that the person was told of.")
            problems.append(problem("lifted_on", text))
        require_valid(problems)
        done = replace(found.lift, done_on=on)
        store.put(work.db, part_id, replace(found.course, lift=done))
        record(work, request.case.id, "restriction_lifted", on=on.isoformat())
    return work.change


def restriction(vault: Vault, case_id: CaseId, part_id: PartId) -> Restriction:
    """One restriction, for who may see the case."""
    return found_in(vault.db, read_request(vault, case_id), part_id)
