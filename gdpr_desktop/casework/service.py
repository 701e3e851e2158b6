"""Deeds that every kind of case has. Each returns the ``Change`` of its unit of work.

A feature keeps its own view of the case in step by subscribing to ``CaseTouched``: its handler
runs inside the same transaction and recomputes deadline and next step.
"""

import hashlib
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from pathlib import Path

from gdpr_desktop.casework import store, undo
from gdpr_desktop.casework.checks import line_lengths, problem, required, text_length
from gdpr_desktop.casework.deed import CaseTouched as CaseTouched
from gdpr_desktop.casework.deed import begin_on as begin_on
from gdpr_desktop.casework.deed import record as record
from gdpr_desktop.casework.deed import record_first as record_first
from gdpr_desktop.casework.deed import require_open as require_open
from gdpr_desktop.casework.exports.manifest import delete_listed, is_manifest
from gdpr_desktop.casework.model import (
    UNSTRUCTURED,
    Case,
    CaseState,
    Person,
    PersonRole,
    SentLetter,
    Task,
)
from gdpr_desktop.casework.model import TaskOutcome as Outcome
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import AppError, FieldProblem, RefusedError, require_valid
from gdpr_desktop.core.ids import CaseId, EventId, LetterId, TaskId, UserId
from gdpr_desktop.core.names import clean_line, clean_text, fold_long, fold_short
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.core.text import _
from gdpr_desktop.vault import Vault

# a birth date or more, also with gaps; a year or an article is no such number
_NUMBER = re.compile(
    r"[0-9]{6}|[0-9]{1,2}[./ -]+[0-9]{1,2}[./ -]+[0-9]{2,4}"
    r"|[0-9]{1,2}\. ?(?:jan|feb|mar|apr|mai|jun|jul|aug|sep|okt|nov|des)",
    re.IGNORECASE,
)


def assign(vault: Vault, case_id: CaseId, *, caseworker: str, user_id: UserId | None) -> Change:
    """Say who handles the case; ``user_id`` when it is a user of this register."""
    with vault.begin(Deed.REGISTER_CASE) as work:
        before = begin_on(work, Deed.READ_CASE, case_id)
        name = clean_line(caseworker)
        require_valid(line_lengths(caseworker=name))
        store.update_case(work.db, case_id, caseworker=name, assignee=user_id)
        event = record(work, case_id, "assigned", caseworker=name)
    verb = partial(undo.restore_assignment, before=before, caseworker=name, event=event)
    return undo.undoable(work.change, "assigned", verb)


def note(vault: Vault, case_id: CaseId, text: str) -> Change:
    """Put a note on the timeline."""
    text = clean_text(text)
    require_valid([*required("text", text, _("Write the note first.")), *text_length("text", text)])
    with vault.begin(Deed.WORK_ON_CASE) as work:
        begin_on(work, Deed.WORK_ON_CASE, case_id)
        event = record(work, case_id, "note", text=text)
    return undo.undoable(
        work.change, "note", partial(undo.strike_note, case_id=case_id, event=event)
    )


def add_task(
    vault: Vault, case_id: CaseId, *, kind: str, title: str, responsible: str = ""
) -> Change:
    """Add a task; its ``kind`` belongs to the feature."""
    title, whom = clean_line(title), clean_line(responsible)
    problems = required("title", title, _("Write which system or department it is."))
    require_valid([*problems, *line_lengths(title=title, responsible=whom)])
    with vault.begin(Deed.WORK_ON_CASE) as work:
        require_open(begin_on(work, Deed.WORK_ON_CASE, case_id))
        if title in {task.title for task in store.tasks(work.db, case_id)}:
            text = _("This is in the list already. Give it a name that tells them apart.")
            require_valid([problem("title", text)])
        made = store.insert_task(work.db, case_id, kind=kind, title=title, responsible=whom)
        event = record(work, case_id, "task_added", title=title)
        after = store.task(work.db, made)
    return _task_undo(work.change, None, after, "task_added", event)


def _task_undo(
    change: Change,
    before: Task | None,
    after: Task | None,
    code: str,
    event: EventId,
    told: str = "",
) -> Change:
    verb = partial(undo.restore_task, before=before, after=after, code=code, event=event)
    return undo.undoable(change, code, verb, told)


def ask_task(
    vault: Vault, task_id: TaskId, *, responsible: str, asked_on: date, due: date | None
) -> Change:
    """Note that somebody has been asked, when, and by when they must answer."""
    whom = clean_line(responsible)
    with vault.begin(Deed.WORK_ON_CASE) as work:
        task = store.task(work.db, task_id)
        found = begin_on(work, Deed.WORK_ON_CASE, task.case_id)
        require_open(found)
        _require_undone(task)
        require_valid(line_lengths(responsible=whom))
        _check_task_dates(found, asked_on, due, work.clock.today())
        after = replace(task, responsible=whom, asked_on=asked_on, due=due)
        store.update_task(work.db, after)
        event = record(work, task.case_id, "task_asked", title=task.title, whom=whom)
    return _task_undo(work.change, task, after, "task_asked", event)


def _require_undone(task: Task) -> None:
    if task.done:
        raise RefusedError(_("This has been answered already."), hint=_("Undo the answer first."))


def _check_task_dates(found: Case, asked_on: date, due: date | None, today: date) -> None:
    problems = []
    if asked_on > today:
        problems.append(problem("asked_on", _("This day has not come yet.")))
    if asked_on < found.received:
        problems.append(problem("asked_on", _("This is before the request was received.")))
    if due is not None and due < asked_on:
        problems.append(problem("due", _("The answer cannot be due before it was asked for.")))
    require_valid(problems)


def answer_task(
    vault: Vault, task_id: TaskId, *, outcome: Outcome, note: str, answered_on: date
) -> Change:
    """Note what came of it: something found (``note`` says what) or nothing held."""
    with vault.begin(Deed.WORK_ON_CASE) as work:
        task = store.task(work.db, task_id)
        found = begin_on(work, Deed.WORK_ON_CASE, task.case_id)
        require_open(found)
        _require_undone(task)
        _check_answer(task, found, outcome, note, answered_on, work.clock.today())
        after = replace(task, done_on=answered_on, outcome=outcome, note=clean_text(note))
        store.update_task(work.db, after)
        detail = {"title": task.title, "outcome": outcome.value}
        event = record(work, task.case_id, "task_answered", **detail)
    return _task_undo(work.change, task, after, "task_answered", event)


def _check_answer(
    task: Task, found: Case, outcome: Outcome, note: str, answered_on: date, today: date
) -> None:
    problems = text_length("note", note)
    if outcome is Outcome.PENDING:
        problems.append(problem("outcome", _("Choose whether anything was found.")))
    if outcome is Outcome.FOUND and not clean_text(note):
        problems.append(problem("note", _("Write in short what was found.")))
    if answered_on > today:
        problems.append(problem("answered_on", _("This day has not come yet.")))
    if answered_on < (task.asked_on or found.received):
        problems.append(problem("answered_on", _("The answer cannot come before the question.")))
    require_valid(problems)


def reopen_task(vault: Vault, task_id: TaskId) -> Change:
    """Undo an answer that was noted on the wrong task."""
    with vault.begin(Deed.WORK_ON_CASE) as work:
        task = store.task(work.db, task_id)
        require_open(begin_on(work, Deed.WORK_ON_CASE, task.case_id))
        if not task.done:
            raise RefusedError(_("This has not been answered yet."))
        after = replace(task, done_on=None, outcome=Outcome.PENDING)
        store.update_task(work.db, after)
        event = record(work, task.case_id, "task_reopened", title=task.title)
    return _task_undo(work.change, task, after, "task_reopened", event)


def remove_task(vault: Vault, task_id: TaskId) -> Change:
    """Remove a task that nobody has been asked to do."""
    with vault.begin(Deed.WORK_ON_CASE) as work:
        task = store.task(work.db, task_id)
        require_open(begin_on(work, Deed.WORK_ON_CASE, task.case_id))
        if task.kind == UNSTRUCTURED:  # handbook chapter 9
            raise RefusedError(
                _("Unstructured data must always be looked for, so this must stay."),
                hint=_("Note that nothing was found, if nothing was."),
            )
        if task.asked_on or task.done:
            raise RefusedError(
                _("Somebody has been asked already, so this must stay."),
                hint=_("Note that nothing was found instead."),
            )
        store.delete_task(work.db, task_id)
        event = record(work, task.case_id, "task_removed", title=task.title)
    told = _("Removed: {title}").format(title=task.title)
    return _task_undo(work.change, task, None, "task_removed", event, told)


def file_case(
    vault: Vault, case_id: CaseId, *, archive_number: str, archive_title: str, public_title: str
) -> Change:
    """Note the archive's case number and titles. Allowed on a closed case too."""
    with vault.begin(Deed.FILE_CASE) as work:
        found = begin_on(work, Deed.FILE_CASE, case_id)
        persons = store.persons(work.db, case_id)
        kept = {
            "archive_number": clean_line(archive_number),
            "archive_title": clean_line(archive_title),
            "public_title": clean_line(public_title),
        }
        problems = filing_problems(kept["public_title"], persons)
        require_valid([*problems, *line_lengths(**kept)])
        store.update_case(work.db, case_id, **kept)
        number = kept["archive_number"]
        code = "filed" if number != found.archive_number else "titles_changed"
        event = record(work, case_id, code, number=number)
    filed = (number, kept["archive_title"], kept["public_title"])
    verb = partial(undo.restore_filing, before=found, filed=filed, code=code, event=event)
    return undo.undoable(work.change, code, verb)


def filing_problems(
    public_title: str, persons: Mapping[PersonRole, Person]
) -> tuple[FieldProblem, ...]:
    """What is wrong with a public title: it is seen by all, so no name and no number."""
    from gdpr_desktop.law.identifiers import find

    names = {word for person in persons.values() for word in _title_words(person.name)}
    names |= {f"{name}s" for name in names}  # «Nordmanns krav»
    public_title = unicodedata.normalize("NFKC", public_title)
    if _title_words(public_title) & names or find(public_title) or _NUMBER.search(public_title):
        text = _("The public title can be read by all. Leave out names and numbers.")
        return (problem("public_title", text),)
    return ()


def _title_words(text: str) -> set[str]:
    """The words of more than one letter, in both foldings."""
    folded = f"{fold_short(text)} {fold_long(text)}"
    return {word for word in re.findall(r"[^\W_]+", folded) if len(word) > 1}


def record_letter(
    vault: Vault,
    case_id: CaseId,
    *,
    template: str,
    language: str,
    path: Path,
    sha256: str,
    sent_on: date | None = None,
    channel: str = "",
    wording: Mapping[str, str] | None = None,
) -> Change:
    """Keep an exported letter on the timeline: name, SHA-256 (hex), who, when.

    ``wording`` says which texts of the templates it was made from.
    """
    with vault.begin(Deed.SEND_LETTER) as work:
        begin_on(work, Deed.SEND_LETTER, case_id)
        letter_id = store.insert_letter(
            work.db,
            case_id,
            {
                "template": template,
                "language": language,
                "file_name": path.name,
                "path": str(path),
                "sha256": sha256,
                "at": work.clock.now().isoformat(),
                "actor": work.actor.name,
                "sent_on": sent_on.isoformat() if sent_on else None,
                "channel": channel,
            },
        )
        detail = {
            "letter": str(letter_id),
            "template": template,
            "file": path.name,
            "sha256": sha256,
            "channel": channel,
        }
        if sent_on:
            detail["sent_on"] = sent_on.isoformat()
        record(work, case_id, "letter_exported", **detail, **(wording or {}))
    return work.change


def delete_local_copy(vault: Vault, case_id: CaseId, letter: SentLetter) -> Change:
    """Delete the exported file from this machine and note it. A file already gone is fine."""
    with vault.begin(Deed.SEND_LETTER) as work:
        begin_on(work, Deed.SEND_LETTER, case_id)
        own = next((one for one in store.letters(work.db, case_id) if one.id == letter.id), None)
        if own is None:
            raise RefusedError(_("This letter is not in the case."))
        if own.local_copy_deleted_at is not None:
            raise RefusedError(_("The local copy has been deleted already."))
        store.mark_local_copy_deleted(work.db, LetterId(own.id), work.clock.now())
        record(work, case_id, "local_copy_deleted", file=own.file_name)
        path = Path(own.path)
        if path.exists() and _digest(path) != own.sha256:
            raise RefusedError(
                _("{name} is not the letter that was saved here.").format(name=path.name),
                hint=_("Somebody has changed it, or saved another. Delete it yourself."),
            )
        if is_manifest(path):
            delete_listed(path)
        else:
            _unlink(path)
    return work.change


def _digest(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:  # Word keeps what it has open from being read, too
        raise _cannot_delete(path) from None


def _unlink(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError:
        raise _cannot_delete(path) from None


def _cannot_delete(path: Path) -> AppError:
    return AppError(
        _("{name} could not be deleted.").format(name=path.name),
        hint=_("Close it if it is open in Word, and see that the disk is connected."),
    )


def close(vault: Vault, case_id: CaseId, outcome: str) -> Change:
    """Close the case with the feature's code for how it ended."""
    with vault.begin(Deed.CLOSE_CASE) as work:
        require_open(begin_on(work, Deed.CLOSE_CASE, case_id))
        store.update_case(
            work.db,
            case_id,
            state=CaseState.CLOSED.value,
            outcome=outcome,
            closed_at=work.clock.now(),
        )
        record(work, case_id, "closed", outcome=outcome)
    return work.change


def reopen(vault: Vault, case_id: CaseId, reason: str) -> Change:
    """Open a closed case again; everything in it is kept."""
    problems = required("reason", clean_text(reason), _("Write why the case is opened again."))
    require_valid([*problems, *text_length("reason", reason)])
    with vault.begin(Deed.REOPEN_CASE) as work:
        if begin_on(work, Deed.REOPEN_CASE, case_id).open:
            raise RefusedError(_("The case is open."))
        store.update_case(work.db, case_id, state=CaseState.OPEN.value, outcome="", closed_at=None)
        record(work, case_id, "reopened", reason=clean_text(reason))
    return work.change


def task_due(asked_on: date, reply_due: date) -> date:
    """A fair day for a department to answer: two weeks, but a week before the reply is due.

    A working day: the one after, where the fair day is free.
    """
    from gdpr_desktop.law.calendar import next_working_day

    fair = max(asked_on, min(asked_on + timedelta(days=14), reply_due - timedelta(days=7)))
    return next_working_day(fair)
