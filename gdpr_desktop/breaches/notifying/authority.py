"""Letters from the authority, and the answers to what it demands."""

from dataclasses import replace
from datetime import date

from gdpr_desktop.breaches import store
from gdpr_desktop.breaches.model import DEMAND, AuthorityLetter, Breach
from gdpr_desktop.breaches.notifying.checks import letter_problems
from gdpr_desktop.breaches.service.base import opened
from gdpr_desktop.casework import store as cases
from gdpr_desktop.casework.checks import line_lengths, problem, required
from gdpr_desktop.casework.deed import record
from gdpr_desktop.casework.model import Task
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.clock import local_date
from gdpr_desktop.core.errors import RefusedError, require_valid
from gdpr_desktop.core.ids import CaseId, TaskId
from gdpr_desktop.core.names import clean_line, clean_text
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.core.text import _
from gdpr_desktop.vault import Vault


def note_letter(
    vault: Vault, case_id: CaseId, letter: AuthorityLetter, *, demand: str = "", due: date | None
) -> Change:
    """Note a letter; what it demands becomes a task with the authority's own date."""
    kept = replace(letter, reference=clean_line(letter.reference), what=clean_text(letter.what))
    wanted = clean_line(demand)
    with vault.begin(Deed.WORK_ON_CASE) as work:
        found = opened(work, case_id)
        require_valid(letter_problems(kept, found, wanted, due, work.clock.today()))
        _refuse_twice(found, kept)
        store.put_step(work.db, case_id, authority_letters=(*found.authority_letters, kept))
        if wanted:
            _add_demand(work.db, case_id, wanted, kept, due)
        text = ", ".join(one for one in (kept.reference, wanted or kept.what) if one)
        record(work, case_id, "breach_authority_letter", text=text)
    return work.change


def _refuse_twice(found: Breach, letter: AuthorityLetter) -> None:
    if letter in found.authority_letters:
        raise RefusedError(_("This letter has been noted already."))


def _add_demand(
    db: object, case_id: CaseId, title: str, letter: AuthorityLetter, due: date | None
) -> None:
    made = cases.insert_task(db, case_id, kind=DEMAND, title=title, responsible="")
    task = cases.task(db, made)
    cases.update_task(db, replace(task, asked_on=letter.received_on, due=due))


def answer_demand(
    vault: Vault, task_id: TaskId, *, answered_on: date, how: str, reference: str
) -> Change:
    """Note when and how the authority was answered."""
    how, reference = clean_line(how), clean_line(reference)
    with vault.begin(Deed.WORK_ON_CASE) as work:
        task = cases.task(work.db, task_id)
        found = opened(work, task.case_id)
        _require_waiting(task)
        problems = required("how", how, _("Write how it was answered."))
        problems += line_lengths(how=how, reference=reference)
        if answered_on > work.clock.today():
            problems.append(problem("answered_on", _("This day has not come yet.")))
        if answered_on < (task.asked_on or local_date(found.intake.aware)):
            text = _("The answer cannot come before the question.")
            problems.append(problem("answered_on", text))
        require_valid(problems)
        note = ", ".join(one for one in (how, reference) if one)
        cases.update_task(work.db, replace(task, done_on=answered_on, note=note))
        record(work, task.case_id, "breach_demand_answered", text=f"{task.title}: {note}")
    return work.change


def _require_waiting(task: Task) -> None:
    if task.kind != DEMAND or task.done:
        raise RefusedError(_("This has been answered already."))
