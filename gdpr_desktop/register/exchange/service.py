"""Deeds on the record as a whole: taken out of the vault, put into it, noted when it was given out.

What is slow with files is done elsewhere, in the worker, with what ``gather`` returns.
"""

from collections.abc import Generator, Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from gdpr_desktop.core.change import Change, Kind, Undo
from gdpr_desktop.core.errors import AppError, RefusedError
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.core.text import _
from gdpr_desktop.register.documents import record_document
from gdpr_desktop.register.entries import lists, store
from gdpr_desktop.register.entries import service as entries
from gdpr_desktop.register.entries.model import Entry, EntryId, EntryKind, EntryQuery, EntryState
from gdpr_desktop.register.entries.unreadable import is_readable
from gdpr_desktop.register.exchange.model import Fate, Order, Plan, Snapshot
from gdpr_desktop.register.exchange.record import chosen_entries
from gdpr_desktop.vault import Vault

PAGE = 100  # entries at a turn of the event loop
_OTHERS = (EntryKind.UNIT, EntryKind.SYSTEM, EntryKind.PROCESSOR, EntryKind.ARRANGEMENT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What an import did; ``change`` undoes all of it."""

    change: Change
    added: int
    updated: int


def gather(vault: Vault) -> Generator[int, None, Snapshot]:
    """Read the whole record, a page at a time; yields how many entries have been read."""
    found: dict[EntryKind, list[Entry]] = {}
    done, unreadable = 0, []
    for kind in (EntryKind.ACTIVITY, EntryKind.ASSIGNMENT, *_OTHERS):
        query = EntryQuery(kind=kind, states=tuple(EntryState))
        kept, offset = found.setdefault(kind, []), 0
        while True:
            if not vault.is_open:  # locked between two turns
                raise RefusedError(_("The register is locked."))
            page = lists.page(vault.db, query, offset=offset, limit=PAGE)
            kept += [one for one in page if is_readable(one)]
            unreadable += [one.name for one in page if not is_readable(one)]
            offset += len(page)
            done += len(page)
            yield done
            if len(page) < PAGE:
                break
    return Snapshot(
        municipality=vault.municipality(),
        day=vault.clock.today(),
        activities=tuple(found[EntryKind.ACTIVITY]),
        assignments=tuple(found[EntryKind.ASSIGNMENT]),
        others={one.id: one for kind in _OTHERS for one in found[kind]},
        unreadable=tuple(unreadable),
    )


def gathered(vault: Vault) -> Snapshot:
    """``gather`` in one go."""
    steps = gather(vault)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            snapshot: Snapshot = end.value
            return snapshot


def note_export(
    vault: Vault, snapshot: Snapshot, order: Order, title: str, path: Path, sha256: str
) -> Change:
    """Note that the record was given out. Only what everyone reads must be kept up to date."""
    sources: Iterable[EntryId] = ()
    if order.format.is_public:
        sources = [one.id for one in chosen_entries(snapshot.activities, order)]
    return record_document(
        vault,
        kind=f"record_{order.format.value}",
        title=title,
        language=order.language.value,
        path=path,
        sha256=sha256,
        about=None,
        sources=sources,
    )


def import_plan(vault: Vault, plan: Plan) -> Imported:
    """Add and change what ``plan`` says, in one unit of work: all of it or nothing.

    Raises ``RefusedError`` when the record has changed since the plan was made, and what
    ``add_entry`` and ``change_entry`` raise, with the row.
    """
    added: list[tuple[EntryId, Any]] = []
    before: list[tuple[EntryId, Any, Any, EntryState]] = []
    with vault.begin(Deed.KEEP_RECORD) as work:
        for read in plan.reads:
            if read.content is None:
                continue
            try:
                if read.fate is Fate.ADD:
                    made = entries.add_entry(vault, read.content, note=_note())
                    added.append((EntryId(made.id), read.content))
                elif read.fate is Fate.UPDATE and read.entry_id is not None:
                    old = store.entry(work.db, read.entry_id)
                    entries.change_entry(vault, old.id, read.content, note=_note())
                    before.append((old.id, old.content, read.content, old.state))
            except AppError as error:
                text = _("Row {row}, «{name}»: {problem}")
                raise RefusedError(
                    text.format(row=read.row, name=read.name, problem=error.text),
                    hint=_("Nothing was imported."),
                ) from error
        change = work.change
    left = len(plan.reads) - len(added) - len(before) - plan.count(Fate.SAME)
    words = _("the import ({added} new, {updated} changed, {left} left out)")
    undo = Undo(
        words=words.format(added=len(added), updated=len(before), left=left),
        verb=partial(_take_back, added=tuple(added), before=tuple(before)),
    )
    return Imported(
        change=Change(kinds=change.kinds or frozenset({Kind.ENTRY}), ids=change.ids, undo=undo),
        added=len(added),
        updated=len(before),
    )


def _note() -> str:
    return _("Imported from a sheet")


def _take_back(
    vault: Vault,
    *,
    added: tuple[tuple[EntryId, Any], ...],
    before: tuple[tuple[EntryId, Any, Any, EntryState], ...],
) -> Change:
    """Delete what was added and put back what was changed, unless somebody has gone on with it."""
    with vault.begin(Deed.KEEP_RECORD) as work:
        for entry_id, content in added:
            _refuse_changed(store.entry(work.db, entry_id), content, EntryState.DRAFT)
            entries.delete_entry(vault, entry_id)
        for entry_id, old, new, state in before:
            left = EntryState.TO_REVISE if state is EntryState.APPROVED else state
            _refuse_changed(store.entry(work.db, entry_id), new, left)
            entries.change_entry(vault, entry_id, old, note=_("The import was undone"))
            store.set_state(work.db, entry_id, state)
    return work.change


def _refuse_changed(entry: Entry, content: Any, state: EntryState) -> None:
    if (entry.content, entry.state) != (content, state):
        raise RefusedError(
            _("«{name}» has been changed since the import.").format(name=entry.name),
            hint=_("Undo or delete that by itself first."),
        )
