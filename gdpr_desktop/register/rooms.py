"""The rooms of the record in the order of their shelves, and which shelf shows what."""

import importlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from gdpr_desktop.register.entries.model import EntryDue, EntryKind

if TYPE_CHECKING:
    from gdpr_desktop.register.entries.shelf import Shelf

_PLACES: dict[EntryKind, str] = {
    EntryKind.ACTIVITY: "gdpr_desktop.register.activities",
    EntryKind.SYSTEM: "gdpr_desktop.register.systems",
    EntryKind.PROCESSOR: "gdpr_desktop.register.processors",
    EntryKind.ASSIGNMENT: "gdpr_desktop.register.assignments",
    EntryKind.ARRANGEMENT: "gdpr_desktop.register.arrangements",
    EntryKind.ROUTINE_DISCLOSURE: "gdpr_desktop.register.disclosures",
    EntryKind.RISK_ASSESSMENT: "gdpr_desktop.register.risks",
    EntryKind.RETENTION_ROUND: "gdpr_desktop.register.retention",
    EntryKind.UNIT: "gdpr_desktop.register.units",
}
SHELVES = tuple(_PLACES)  # those of the tab «Protokoll»


def add_room(kind: EntryKind, package: str) -> None:
    """Have a feature above this room show entries of ``kind``; its ``shelf.py`` gives ``SHELF``."""
    _PLACES[kind] = package


@dataclass(frozen=True, slots=True, kw_only=True)
class AddedDeed:
    """What a feature above the record offers on its entries. ``words`` is a source string; ``do``
    is ``module:function``, called as ``Shelf.do`` is."""

    key: str
    words: str
    do: str


_added_deeds: dict[EntryKind, dict[str, AddedDeed]] = {}


def add_deed(kind: EntryKind, deed: AddedDeed) -> None:
    """Offer ``deed`` on entries of ``kind``; the same key again takes the place of the first."""
    _added_deeds.setdefault(kind, {})[deed.key] = deed


def added_deeds(kind: EntryKind) -> tuple[AddedDeed, ...]:
    """What features above the record offer on entries of ``kind``."""
    return tuple(_added_deeds.get(kind, {}).values())


def shelf_for(kind: EntryKind) -> "Shelf":
    """The shelf that shows entries of ``kind``, loaded when first asked for."""
    found: Shelf = importlib.import_module(f"{_PLACES[kind]}.shelf").SHELF
    return found


def due_words(kind: EntryKind, due: EntryDue) -> str:
    """What must be done with an entry of ``kind``."""
    return shelf_for(kind).due_words(due)
