"""Rows and columns of a list of entries."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from gdpr_desktop.casework.deadline_words import remaining
from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.text import _, ngettext
from gdpr_desktop.register.entries import lists
from gdpr_desktop.register.entries.model import Entry, EntryQuery, EntryState
from gdpr_desktop.register.entries.shelf import Shelf
from gdpr_desktop.register.entries.unreadable import is_readable
from gdpr_desktop.register.entries.words import state_words, used_words
from gdpr_desktop.ui.list_model import Column, Count

if TYPE_CHECKING:
    from gdpr_desktop.vault import Vault

_LOOKS = {
    EntryState.DRAFT: ("open", "muted"),
    EntryState.APPROVED: ("done", "ok"),
    EntryState.TO_REVISE: ("warning", "warning"),
    EntryState.RETIRED: ("close", "muted"),
}


class EntrySource:
    """Pages of entries of one kind."""

    def __init__(self, vault: "Vault", shelf: Shelf) -> None:
        self._vault = vault
        self.query = EntryQuery(kind=shelf.kind)

    def count(self) -> Count:
        found = lists.count(self._vault.db, self.query)
        limit = lists.HIT_LIMIT if self.query.text.strip() else lists.COUNT_LIMIT
        return Count(min(found, limit), found > limit)

    def page(self, offset: int, limit: int) -> tuple[Entry, ...]:
        return lists.page(self._vault.db, self.query, offset=offset, limit=limit)

    def sort(self, key: str, descending: bool) -> None:
        self.query = replace(self.query, sort=key, descending=descending)


class _Standing:
    """The state, or how much is missing: that outweighs it."""

    def __init__(self, shelf: Shelf) -> None:
        self._approves = shelf.approves

    def look(self, entry: Entry) -> tuple[str, str]:
        if not is_readable(entry):
            return "problem", "danger"
        if entry.state is EntryState.RETIRED:
            return _LOOKS[entry.state]
        if entry.errors:
            return "problem", "danger"
        if self._approves:
            return _LOOKS[entry.state]
        return ("warning", "warning") if entry.warnings else ("done", "ok")

    def text(self, entry: Entry) -> str:
        if not is_readable(entry):
            return _("Cannot be read")
        if entry.errors and entry.state is not EntryState.RETIRED:
            text = ngettext("{count} thing missing", "{count} things missing", entry.errors)
            return text.format(count=entry.errors)
        return state_words(entry.state) if self._approves else used_words(entry.state)


class _Due:
    def __init__(self, vault: "Vault") -> None:
        self._clock = vault.clock

    def text(self, entry: Entry) -> str:
        return remaining(entry.due, self._clock.today()) if entry.due else ""

    def tip(self, entry: Entry) -> str:
        return long_date(entry.due) if entry.due else ""


def _readable(text: Callable[[Entry], str], entry: Entry) -> str:
    """What a room says of an entry: nothing where the content is not there."""
    return text(entry) if is_readable(entry) else ""


def _name(entry: Entry) -> str:
    return entry.name


def entry_columns(vault: "Vault", shelf: Shelf) -> tuple[Column, ...]:
    """State, name, what the room adds, the next date."""
    due, standing = _Due(vault), _Standing(shelf)
    return (
        Column(
            header=_("State"),
            text=standing.text,
            sort_key="state",
            icon=standing.look,
            width=150,
        ),
        Column(header=_("Name"), text=_name, sort_key="name", width=220),
        *(
            Column(
                header=_(one.header),
                text=partial(_readable, one.text),
                sort_key=one.sort,
                width=one.width,
                optional=True,
                named=one.named,
            )
            for one in shelf.columns
        ),
        Column(
            header=_("Next date"),
            text=due.text,
            sort_key="due",
            tooltip=due.tip,
            width=124,
            optional=True,
        ),
    )
