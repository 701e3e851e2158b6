"""What a kind of entry shows and offers: one descriptor to a room, without Qt.

A room gives ``SHELF`` in its ``shelf.py``. Dialogs are named as ``module:name`` and imported when
they are opened.
"""

import importlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from gdpr_desktop.register.entries.model import Entry, EntryDue, EntryKind, Finding

if TYPE_CHECKING:
    from gdpr_desktop.vault import Vault


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """One section of an entry as it is shown: pairs of label and text; blank texts are left out.

    ``part`` is handed to the dialog, so that it opens at this section.
    """

    title: str
    facts: tuple[tuple[str, str], ...] = ()
    part: str = ""
    why: str = ""
    summary: str = ""
    actions: tuple[tuple[str, str], ...] = ()  # (key, words), handed to ``Shelf.do``
    widget: str = ""  # «module:function» that makes a picture of the entry, shown above the facts


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtraColumn:
    """A column beside state and name. ``sort`` is "" or a key of ``EntryQuery.sort``."""

    header: str  # N_
    text: Callable[[Entry], str]
    sort: str = ""
    width: int = 140
    named: bool = False  # says its header where it stands under the name: a date


def _nothing(_vault: "Vault", _entry: Entry) -> tuple[tuple[str, str], ...]:
    return ()


def _no_due_words(due: EntryDue) -> str:
    return due.title or due.kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """``title``, ``new_text`` and the like are source strings (``N_``), translated when shown.

    ``edit``: a dialog class made with ``(vault, entry or None, parent, part)``, whose
    ``accepted_value`` carries the ``Change``. ``new``: a function ``(parent, vault, done)`` in its
    place for new entries, which calls ``done(change)``. ``do``: a function
    ``(parent, vault, entry, key, done)`` for the deeds of ``deeds`` and ``Group.actions``;
    ``tools`` are buttons above the list for what concerns no single entry, done by
    ``tool``: a function ``(parent, vault, key, done)``.
    """

    kind: EntryKind
    title: str
    new_text: str
    search_hint: str
    empty_title: str
    empty_text: str
    groups: Callable[["Vault", Entry], tuple[Group, ...]]
    finding_words: Callable[[Finding], str]
    edit: str
    due_words: Callable[[EntryDue], str] = _no_due_words
    icon: str = "folder"
    columns: tuple[ExtraColumn, ...] = ()
    new: str = ""
    do: str = ""
    deeds: Callable[["Vault", Entry], tuple[tuple[str, str], ...]] = _nothing
    tools: tuple[tuple[str, str], ...] = ()  # (key, N_ words)
    keeper_tools: frozenset[str] = frozenset()  # those of them for who may keep the record
    tool: str = ""
    approves: bool = True  # entries of this kind are approved
    deeds_first: bool = False  # the next step is one of ``deeds``, not filling in more


def load(name: str) -> Any:
    """What ``module:name`` names."""
    module, _colon, attribute = name.partition(":")
    return getattr(importlib.import_module(module), attribute)
