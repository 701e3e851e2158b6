"""Keeps the tasks of a form in step with what ends by itself: at unlock, and with every deed."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from gdpr_desktop import __version__
from gdpr_desktop.casework import store as cases
from gdpr_desktop.casework.deed import CaseTouched
from gdpr_desktop.casework.model import CaseKind, Task
from gdpr_desktop.consents.codes import State
from gdpr_desktop.consents.forms import store as forms
from gdpr_desktop.consents.forms.model import Form
from gdpr_desktop.consents.given import store as consents
from gdpr_desktop.consents.given.model import Consent
from gdpr_desktop.consents.given.service.base import state_of, write
from gdpr_desktop.consents.renewal import store
from gdpr_desktop.consents.renewal.bundles import bundles
from gdpr_desktop.consents.renewal.model import Bundle, key_of
from gdpr_desktop.consents.renewal.words import task_title
from gdpr_desktop.core.change import Kind
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.roles import Deed, scope
from gdpr_desktop.vault import Vault, settings

_FOLLOWED = "consent_ends_followed"  # the day, and the version whose rules were followed


def subscribe(vault: Vault) -> None:
    """Let the tasks of every touched form be brought in step. Before the form's own upkeep."""
    vault.subscribe(CaseTouched, keep_in_step)


def keep_in_step(work: Any, event: CaseTouched) -> None:
    """Bring the tasks of one form in step, where the case is a form in use."""
    case = cases.case(work.db, event.case_id)
    if case.kind is CaseKind.CONSENT_FORM and case.open:
        _put(work.db, forms.form(work.db, case.id), work.clock.today())


def catch_up(vault: Vault) -> int:
    """Bring every form in use in step with the day; returns how many were not. Once a day.

    What is done meanwhile keeps its own form in step.
    """
    if vault.read_only or scope(vault.actor.role, Deed.READ_CASE) is None:
        return 0
    now = f"{vault.clock.today()} {__version__}"
    if vault.setting(_FOLLOWED) == now:
        return 0
    if not store.open_forms(vault.db):
        return 0
    today = vault.clock.today()
    begun, stale = consents.started(vault.db, today), _candidates(vault.db, today)
    with vault.begin_upkeep() as work:
        _restate(work, begun, today)
        for form_id in stale:
            work.publish(CaseTouched(case_id=form_id))
            work.touch(Kind.CASE, form_id)
        if stale:
            work.log(None, "consent_ends_followed", forms=len(stale))
        settings.write(work.db, _FOLLOWED, now)
    return len(stale)


def _restate(work: Any, begun: Iterable[Consent], today: date) -> None:
    """What lists know of consents that hold from a day of their own, once it has come."""
    known: dict[CaseId, Form] = {}
    for one in begun:
        if one.form_id not in known:
            known[one.form_id] = forms.form(work.db, one.form_id)
        if state_of(one, known[one.form_id], today) is not State.LACKING:
            write(work, one, known[one.form_id])


def waiting(db: Any, form: Form, today: date) -> list[Bundle]:
    """What waits on a form."""
    looks, more = store.looks(db, form.case.id, today)
    return bundles(form, looks, today, more=more) if looks else []


def _candidates(db: Any, today: date) -> list[CaseId]:
    """The forms whose tasks do not say what waits."""
    with_tasks = store.forms_with_tasks(db)
    found = []
    for form_id in store.open_forms(db):
        looks, more = store.looks(db, form_id, today)
        if not looks and form_id not in with_tasks:
            continue
        form = forms.form(db, form_id)
        if any(_differences(form, bundles(form, looks, today, more=more))):
            found.append(form_id)
    return found


def _put(db: Any, form: Form, today: date) -> None:
    new, changed, gone = _differences(form, waiting(db, form, today))
    for one in new:
        title = task_title(one, form.draft.kind, form.case.language)
        made = cases.insert_task(db, form.case.id, kind=one.why.value, title=title)
        cases.update_task(db, replace(cases.task(db, made), due=one.due))
    for task in changed:
        cases.update_task(db, task)
    for task in gone:
        cases.delete_task(db, task.id)


def _differences(form: Form, found: list[Bundle]) -> tuple[list[Bundle], list[Task], list[Task]]:
    """Bundles without a task, tasks that say something else by now, tasks with nothing left.

    A task that was done stays as it is: what waits after it is another round.
    """
    tasks = {key: one for one in form.tasks if not one.done and (key := key_of(one)) is not None}
    wanted = {one.key: one for one in found}
    new = [one for key, one in wanted.items() if key not in tasks]
    gone = [one for key, one in tasks.items() if key not in wanted]
    changed = []
    for key, task in tasks.items():
        if key in wanted:
            bundle = wanted[key]
            title = task_title(bundle, form.draft.kind, form.case.language)
            now = replace(task, title=title, due=bundle.due)
            if now != task:
                changed.append(now)
    return new, changed, gone
