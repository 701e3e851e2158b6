"""Deeds that can be taken back (art. 5(1)(d)): each by a deed of its own, told on the timeline.

Nothing of the history is deleted. What was taken back may rest on nothing that came later; what
has been sent, closed or printed is not taken back. The way back is kept in memory only: it goes
when the register is locked.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

from gdpr_desktop.casework import store
from gdpr_desktop.casework.deed import begin_on, record, require_open
from gdpr_desktop.casework.model import Case, Task, TimelineEntry
from gdpr_desktop.core.change import Change, Undo
from gdpr_desktop.core.errors import RefusedError
from gdpr_desktop.core.ids import CaseId, EventId, TaskId
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.core.text import N_, _
from gdpr_desktop.vault import Vault

UNDONE = "undone"  # the timeline's code; ``what`` is the code taken back, ``of`` its entry
NOUNS = {
    "assigned": N_("the caseworker"),
    "note": N_("the note"),
    "task_added": N_("the place that was added"),
    "task_asked": N_("the question to a department"),
    "task_answered": N_("the answer of a department"),
    "task_reopened": N_("the answer that was undone"),
    "task_removed": N_("the place that was removed"),
    "attachment_added": N_("the file that was attached"),
    "attachment_removed": N_("the file that was removed"),
    "filed": N_("the archive number"),
    "titles_changed": N_("the archive titles"),
}
_TASK_BLOCKERS = frozenset({"reviewed", "decided", "answer_sent", "closed"})
_FILING_BLOCKERS = frozenset({"closed"})


def noun(code: str) -> str:
    """What is taken back: «the note»."""
    return _(NOUNS[code])


def undoable(change: Change, code: str, verb: "partial[Change]", told: str = "") -> Change:
    """``change`` with the way back; ``verb`` takes the vault, ``told`` is the notice."""
    return replace(change, undo=Undo(words=noun(code), verb=verb, told=told))


def with_undo(change: Change, undo: Undo) -> Change:
    """``change`` with the way back."""
    return replace(change, undo=undo)


def require_nothing_after(
    db: Any,
    case_id: CaseId,
    event: EventId,
    blockers: frozenset[str],
    concerns: Callable[[TimelineEntry], bool] = bool,
) -> None:
    """Refuse when the entry is undone already, or something later in the case rests on it.

    ``concerns`` says whether a later entry is about the same matter; else every one is.
    """
    later = [entry for entry in store.timeline(db, case_id) if entry.id > event]
    undone = {entry.detail.get("of") for entry in later if entry.code == UNDONE}
    if str(event) in undone:
        raise RefusedError(_("This has been undone already."))
    resting = (one for one in later if one.code in blockers and str(one.id) not in undone)
    if any(concerns(one) for one in resting):
        raise RefusedError(
            _("Something that was done later in the case rests on this."),
            hint=_("Undo that first, or correct it in the case."),
        )


def changed_since() -> RefusedError:
    """It is not any more as the deed left it."""
    return RefusedError(
        _("This has been changed since, so it cannot be undone."),
        hint=_("Correct it in the case."),
    )


def note_undone(work: Any, case_id: CaseId, code: str, event: EventId, **detail: str) -> None:
    """Tell on the timeline and in the journal that an entry was taken back."""
    record(work, case_id, UNDONE, what=code, of=str(event), **detail)


@dataclass(frozen=True, slots=True, kw_only=True)
class Steps:
    """How the steps of one kind of case are written and taken back.

    ``write`` is the store's ``put_step``; ``opened(work, case_id, deed, column)`` gives what the
    step is an attribute of, or refuses. ``blockers`` by code say what may not have come later;
    for the others it is ``gone``.
    """

    write: Callable[..., None]
    opened: Callable[[Any, CaseId, Deed, str], Any]
    noun: Callable[[str], str]
    gone: frozenset[str]
    blockers: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def put(
        self,
        work: Any,
        found: Any,
        deed: Deed,
        code: str,
        column: str,
        after: object,
        **detail: str,
    ) -> Undo:
        """Write a step of ``found`` and tell of it on the timeline; gives the way back."""
        case_id, before = found.case.id, getattr(found, column)
        self.write(work.db, case_id, **{column: after})
        event = record(work, case_id, code, **detail)
        verb = partial(
            self._restore,
            case_id=case_id,
            deed=deed,
            column=column,
            before=before,
            after=after,
            code=code,
            event=event,
        )
        return Undo(words=self.noun(code), verb=verb)

    def _restore(
        self,
        vault: Vault,
        *,
        case_id: CaseId,
        deed: Deed,
        column: str,
        before: object,
        after: object,
        code: str,
        event: EventId,
    ) -> Change:
        """Put a step back as it was, when it is still as the deed left it."""
        with vault.begin(deed) as work:
            found = self.opened(work, case_id, deed, column)
            require_nothing_after(work.db, case_id, event, self.blockers.get(code, self.gone))
            if getattr(found, column) != after:
                raise changed_since()
            self.write(work.db, case_id, **{column: before})
            note_undone(work, case_id, code, event)
        return work.change


def strike_note(vault: Vault, *, case_id: CaseId, event: EventId) -> Change:
    """Strike a note: it stays to be read, and the timeline says that it was struck."""
    with vault.begin(Deed.WORK_ON_CASE) as work:
        begin_on(work, Deed.WORK_ON_CASE, case_id)
        require_nothing_after(work.db, case_id, event, frozenset())
        note_undone(work, case_id, "note", event)
    return work.change


def restore_assignment(vault: Vault, *, before: Case, caseworker: str, event: EventId) -> Change:
    """Give the case back to the caseworker it had."""
    with vault.begin(Deed.REGISTER_CASE) as work:
        now = begin_on(work, Deed.READ_CASE, before.id)
        require_nothing_after(work.db, before.id, event, frozenset())
        if now.caseworker != caseworker:
            raise changed_since()
        store.update_case(
            work.db, before.id, caseworker=before.caseworker, assignee=before.assignee
        )
        note_undone(work, before.id, "assigned", event)
    return work.change


def restore_filing(
    vault: Vault, *, before: Case, filed: tuple[str, str, str], code: str, event: EventId
) -> Change:
    """Put the archive's number and titles back as they were."""
    with vault.begin(Deed.FILE_CASE) as work:
        now = begin_on(work, Deed.FILE_CASE, before.id)
        require_nothing_after(work.db, before.id, event, _FILING_BLOCKERS)
        if (now.archive_number, now.archive_title, now.public_title) != filed:
            raise changed_since()
        store.update_case(
            work.db,
            before.id,
            archive_number=before.archive_number,
            archive_title=before.archive_title,
            public_title=before.public_title,
        )
        note_undone(work, before.id, code, event)
    return work.change


def restore_task(
    vault: Vault, *, before: Task | None, after: Task | None, code: str, event: EventId
) -> Change:
    """Put a task back as it was; None stands for a task that was, or is, not there."""
    case_id = (before or after).case_id  # type: ignore[union-attr]  # one of them is there
    with vault.begin(Deed.WORK_ON_CASE) as work:
        require_open(begin_on(work, Deed.WORK_ON_CASE, case_id))
        require_nothing_after(work.db, case_id, event, _TASK_BLOCKERS)
        tasks = store.tasks(work.db, case_id)
        if after is not None and after not in tasks:
            raise changed_since()
        if after is None and before is not None:
            if before.title in {task.title for task in tasks}:
                raise changed_since()
            store.insert_task(
                work.db,
                case_id,
                kind=before.kind,
                title=before.title,
                responsible=before.responsible,
            )
        elif before is None and after is not None:
            store.delete_task(work.db, TaskId(after.id))
        elif before is not None:
            store.update_task(work.db, before)
        note_undone(work, case_id, code, event)
    return work.change
