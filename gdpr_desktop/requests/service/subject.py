"""Another data subject than the one a case was opened for: what was found was about the first."""

from dataclasses import replace
from typing import Any

from gdpr_desktop.casework import store as cases
from gdpr_desktop.casework.model import Person, TaskOutcome
from gdpr_desktop.casework.service import record_first
from gdpr_desktop.core.errors import RefusedError
from gdpr_desktop.core.names import clean_line
from gdpr_desktop.core.text import _
from gdpr_desktop.requests import parts_store
from gdpr_desktop.requests.disagreement import store as disagreements
from gdpr_desktop.requests.model import Intake, Part, Request
from gdpr_desktop.requests.portability import store as portable_data
from gdpr_desktop.requests.recipients import store as recipients
from gdpr_desktop.requests.recipients.model import Recipients
from gdpr_desktop.requests.restrictions import store as restrictions
from gdpr_desktop.requests.unstructured import store as unstructured
from gdpr_desktop.requests.unstructured.model import Unstructured

_NOTHING: dict[str, object] = {
    "basis": None,
    "activity": "",
    "assessment": None,
    "assessed_on": None,
    "content": None,
    "refusal": None,
    "advice": None,
    "decision": None,
    "measures": (),
    "answer": None,
}


def may_be_another(before: Person, now: Person) -> bool:
    """May ``now`` be somebody else? A name may also be put right: only a person can tell.

    The same identity number is the same person; what was not known before tells nothing.
    """
    if before.national_id and now.national_id:
        return before.national_id != now.national_id
    if before.birth_date and now.birth_date and before.birth_date != now.birth_date:
        return True
    return _folded(before.name) != _folded(now.name)


def _folded(name: str) -> str:
    return clean_line(name).casefold()


def begun(request: Request) -> bool:
    """Is anything found out, or done, about the data subject?"""
    tasks = any(task.asked_on or task.done_on for task in request.tasks)
    return tasks or bool(request.unstructured) or any(part.touched for part in request.parts)


def asks_who(before: Request, intake: Intake) -> bool:
    """Must somebody say whether it is another person, since it matters by now?"""
    return begun(before) and may_be_another(before.subject, intake.subject)


def start_anew(work: Any, before: Request) -> None:
    """Take away what was found and assessed about the one before. The timeline keeps that it was.

    Raises ``RefusedError`` when it has had effects for the one before.
    """
    case_id = before.case.id
    sent_before = any(
        entry.code == "answer_opened_again" for entry in cases.timeline(work.db, case_id)
    )
    if sent_before or any(_has_had_effect(part) for part in before.parts):
        raise RefusedError(
            _("Something has been answered or carried out for the person in this case."),
            hint=_("Register a new case for the other person."),
        )
    if not begun(before):
        return
    for part in before.parts:
        parts_store.put(work.db, part.id, **_NOTHING)
        if part.told is not None:
            recipients.put(work.db, part.id, Recipients())
    disagreements.forget(work.db, case_id)
    restrictions.forget(work.db, case_id)
    portable_data.delete_of_case(work.db, case_id)
    for task_id in before.unstructured:
        unstructured.put(work.db, task_id, Unstructured())
    for task in before.tasks:
        pending = TaskOutcome.PENDING
        blank = replace(task, asked_on=None, done_on=None, due=None, outcome=pending, note="")
        cases.update_task(work.db, blank)
    record_first(work, case_id, "subject_replaced")


def _has_had_effect(part: Part) -> bool:
    told = part.told is not None and part.told.total > part.told.open
    return part.answered or told or any(one.done for one in part.measures)
