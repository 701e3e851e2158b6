"""Deeds with starting points."""

from collections.abc import Generator, Iterable
from dataclasses import replace
from itertools import count
from typing import Any

from gdpr_desktop.core.bilingual import Bilingual, same
from gdpr_desktop.core.change import Change, Kind
from gdpr_desktop.core.errors import RefusedError
from gdpr_desktop.core.names import clean_line
from gdpr_desktop.core.text import _, current_language
from gdpr_desktop.register.activities.model import Activity
from gdpr_desktop.register.entries import store
from gdpr_desktop.register.entries.model import Entry, EntryId, EntryKind
from gdpr_desktop.register.entries.service import add_entry, change_entry
from gdpr_desktop.register.library.loading import activity_from
from gdpr_desktop.vault import Vault


def add_start(
    vault: Vault, start_id: str, *, unit_id: EntryId | None = None, name: str = ""
) -> Change:
    """Add a draft from a starting point, called ``name`` or as the library calls it.

    A name that is taken gets a number. Raises ``InvalidInputError``.
    """
    made = activity_from(start_id, current_language())
    wanted = clean_line(name)
    kept = wanted in ("", made.name.nn, made.name.nb)
    text = free_name(vault.db, made.name if kept else same(wanted))
    return add_entry(vault, replace(made, name=text, unit_id=unit_id))


def add_starts(
    vault: Vault, start_ids: Iterable[str], *, unit_id: EntryId | None = None
) -> Generator[Change, None, None]:
    """Add several, one at each turn; what is added stays when nobody asks for the next."""
    for start_id in start_ids:
        yield add_start(vault, start_id, unit_id=unit_id)


def together(changes: Iterable[Change]) -> Change:
    """What several deeds changed, as one. The first id is that of the first."""
    ids = [one_id for change in changes for one_id in change.ids]
    return Change(kinds=frozenset({Kind.ENTRY}), ids=tuple(dict.fromkeys(ids)))


def free_name(db: Any, name: Bilingual) -> Bilingual:
    """``name``, with a number behind it when an activity is called that already."""
    taken = name
    for number in count(2):
        if store.named(db, EntryKind.ACTIVITY, taken.nn) is None:
            break
        taken = Bilingual(nn=f"{name.nn} ({number})", nb=f"{name.nb} ({number})")
    return taken


def used_starts(db: Any) -> frozenset[str]:
    """The starting points that activities in use were made from."""
    found = store.entries(db, EntryKind.ACTIVITY)
    return frozenset(one.content.from_library for one in found if one.content.from_library)


def is_unchecked(entry: Entry) -> bool:
    """Was it made from a starting point that nobody has gone through?"""
    content = entry.content
    return (
        isinstance(content, Activity) and bool(content.from_library) and not content.library_checked
    )


def confirm_checked(vault: Vault, entry_id: EntryId) -> Change:
    """Somebody has gone through the starting point and made it the municipality's own."""
    entry = store.entry(vault.db, entry_id)
    if not is_unchecked(entry):
        raise RefusedError(_("«{name}» is no starting point.").format(name=entry.name))
    note = _("The starting point has been gone through.")
    return change_entry(vault, entry_id, replace(entry.content, library_checked=True), note=note)
