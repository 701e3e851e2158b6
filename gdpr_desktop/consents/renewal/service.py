"""The yearly follow-up, and what is done when consents have ended."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Any

from gdpr_desktop.casework import store as cases
from gdpr_desktop.casework.checks import problem, required
from gdpr_desktop.casework.deed import record
from gdpr_desktop.casework.model import Task
from gdpr_desktop.casework.undo import note_undone, require_nothing_after
from gdpr_desktop.consents.content import Place
from gdpr_desktop.consents.forms.model import Form, Review
from gdpr_desktop.consents.forms.nouns import noun
from gdpr_desktop.consents.forms.service.base import opened, put, read_form, with_undo
from gdpr_desktop.consents.given import store as consents
from gdpr_desktop.consents.given.model import Consent
from gdpr_desktop.consents.given.service.base import write
from gdpr_desktop.consents.renewal import store
from gdpr_desktop.consents.renewal.bundles import why_of
from gdpr_desktop.consents.renewal.dates import attention_on, used_purposes
from gdpr_desktop.consents.renewal.model import Look, Why, key_of, month_of
from gdpr_desktop.core.change import Change, Undo
from gdpr_desktop.core.errors import FieldProblem, RefusedError, require_valid
from gdpr_desktop.core.ids import CaseId, ConsentId, EventId, TaskId
from gdpr_desktop.core.names import clean_line, clean_text
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.core.text import _
from gdpr_desktop.vault import Vault

REVIEWED, CHANGED, STOPPED = (
    "consent_form_reviewed",
    "consent_form_changed_use",
    "consent_expired_stopped",
)
MOST_UNDONE = 2_000  # consents: more are not taken back at once


@dataclass(frozen=True, slots=True, kw_only=True)
class Stopped:
    """What was done when consents had ended."""

    on: date
    by: str
    what: str


def note_review(vault: Vault, case_id: CaseId, review: Review) -> Change:
    """Note that the form's owner has looked whether purpose and use are still the same.

    Raises ``InvalidInputError`` with each field.
    """
    kept = replace(review, name=clean_line(review.name), note=clean_text(review.note))
    with vault.begin(Deed.WORK_ON_CASE) as work:
        found = opened(work, case_id)
        require_valid(review_problems(kept, found, work.clock.today()))
        code = REVIEWED if kept.same else CHANGED
        after = (*found.reviews, kept)
        undo = put(work, found, Deed.WORK_ON_CASE, code, "reviews", after, text=kept.note)
    return with_undo(work.change, undo)


def review_problems(review: Review, found: Form, today: date) -> list[FieldProblem]:
    """What hinders that a follow-up is noted."""
    latest = found.latest
    if latest is None:
        raise RefusedError(_("The form is not approved yet, so there is nothing to follow up."))
    problems = required("name", review.name, _("Write who has looked at it."))
    if review.reviewed_on > today:
        problems.append(problem("reviewed_on", _("This day has not come yet.")))
    elif review.reviewed_on < latest.approved_on:
        problems.append(problem("reviewed_on", _("This is before the form was approved.")))
    if not review.same:
        problems += required("note", review.note, _("Write what has changed."))
    return problems


def bundled(
    vault: Vault, case_id: CaseId, why: Iterable[Why], task: TaskId | None = None
) -> tuple[Consent, ...]:
    """The consents that wait for one of these reasons, or those of one task, by name."""
    found = read_form(vault, case_id)
    return _bundled(vault.db, found, frozenset(why), task, vault.clock.today())


def _bundled(
    db: Any, form: Form, reasons: frozenset[Why], task: TaskId | None, today: date
) -> tuple[Consent, ...]:
    key = next((key_of(one) for one in form.tasks if one.id == task and not one.done), None)
    found = []
    for one in store.waiting(db, form.case.id, today):
        why, month = waits_for(form, one, today)
        if why in reasons and (key is None or key == (why, month)):
            found.append(one)
    return tuple(found)


def waits_for(form: Form, consent: Consent, today: date) -> tuple[Why, date]:
    """Why somebody must look at a consent, and the month of its bundle."""
    look = Look(
        version=consent.version,
        valid_until=consent.valid_until or consents.NEVER,
        attention_on=attention_on(consent, form) or consents.NEVER,
        count=1,
    )
    why = why_of(form, look, today)
    return why, month_of(look.attention_on if why is Why.OUTGROWN else look.valid_until)


def places_of(form: Form, found: Iterable[Consent]) -> tuple[Place, ...]:
    """Where what these consents allowed is used, each place once."""
    places: dict[Place, None] = {}
    for one in found:
        version = form.version(one.version)
        for key in used_purposes(one, form):
            purpose = version.content.purpose(key) if version is not None else None
            places |= dict.fromkeys(purpose.places if purpose is not None else ())
    return tuple(places)


def note_stopped(
    vault: Vault, case_id: CaseId, stopped: Stopped, task: TaskId | None = None
) -> Change:
    """What the consents of a task (None: all that ended) allowed has been stopped and deleted."""
    kept = replace(stopped, by=clean_line(stopped.by), what=clean_text(stopped.what))
    with vault.begin(Deed.WORK_ON_CASE) as work:
        form, today = opened(work, case_id), work.clock.today()
        found = _bundled(work.db, form, frozenset({Why.EXPIRED}), task, today)
        if not found:
            raise RefusedError(_("Nothing has ended that is not noted as stopped already."))
        require_valid(stopped_problems(kept, found, today))
        for one in found:
            write(work, replace(one, settled_on=kept.on), form)
        tasks = tuple(one for one in form.tasks if _is_about(one, task))
        for one_task in tasks:
            done = replace(one_task, done_on=kept.on, responsible=kept.by, note=kept.what)
            cases.update_task(work.db, done)
        event = record(work, case_id, STOPPED, text=kept.what, whom=kept.by, count=str(len(found)))
    if len(found) > MOST_UNDONE:
        change: Change = work.change
        return change
    verb = partial(
        _restore_stopped,
        case_id=case_id,
        before=tuple((one.id, one.settled_on) for one in found),
        settled_on=kept.on,
        tasks=tasks,
        event=event,
    )
    return with_undo(work.change, Undo(words=noun(STOPPED), verb=verb))


def _is_about(one: Task, task: TaskId | None) -> bool:
    wanted = one.kind == Why.EXPIRED and not one.done
    return wanted and task in (None, one.id)


def stopped_problems(
    stopped: Stopped, found: tuple[Consent, ...], today: date
) -> list[FieldProblem]:
    """What hinders that it is noted."""
    problems = required("by", stopped.by, _("Write who has done it."))
    problems += required("what", stopped.what, _("Write what was stopped and deleted."))
    last = max((one.valid_until for one in found if one.valid_until), default=None)
    if stopped.on > today:
        problems.append(problem("on", _("This day has not come yet.")))
    elif last is not None and stopped.on <= last:
        problems.append(problem("on", _("This is before the consents had ended.")))
    return problems


def _restore_stopped(
    vault: Vault,
    *,
    case_id: CaseId,
    before: tuple[tuple[ConsentId, date | None], ...],
    settled_on: date,
    tasks: tuple[Task, ...],
    event: EventId,
) -> Change:
    """Take back that it was stopped; what has changed since is left as it is."""
    with vault.begin(Deed.WORK_ON_CASE) as work:
        form = opened(work, case_id)
        require_nothing_after(work.db, case_id, event, frozenset({"closed"}))
        for consent_id, day in before:
            now = consents.consent(work.db, consent_id)
            if now.settled_on == settled_on:
                write(work, replace(now, settled_on=day), form)
        for task in tasks:
            cases.update_task(work.db, task)
        note_undone(work, case_id, STOPPED, event)
    return work.change
