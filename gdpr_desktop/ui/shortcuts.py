"""All shortcuts of the program in one collection, so that no two are alike."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from gdpr_desktop.core.text import N_, _

if TYPE_CHECKING:
    from PySide6.QtGui import QKeySequence


@dataclass(frozen=True, slots=True, kw_only=True)
class Shortcut:
    """A key and what it does. ``group`` and ``text`` are source strings."""

    name: str
    keys: str  # portable: "Ctrl+L"
    text: str
    group: str

    def sequence(self) -> "QKeySequence":
        """As Qt wants it."""
        from PySide6.QtGui import QKeySequence

        return QKeySequence(self.keys)


_WINDOW, _LIST, _FORM = N_("The window"), N_("Lists"), N_("Forms")


def _shortcut(group: str, name: str, keys: str, text: str) -> Shortcut:
    return Shortcut(name=name, keys=keys, text=text, group=group)


BUILT_IN = (
    _shortcut(_WINDOW, "lock", "Ctrl+L", N_("Lock")),
    _shortcut(_WINDOW, "quit", "Ctrl+Q", N_("Quit")),
    _shortcut(_WINDOW, "settings", "Ctrl+,", N_("Settings")),
    _shortcut(_WINDOW, "shortcuts", "F1", N_("Show the keyboard shortcuts")),
    _shortcut(_WINDOW, "larger", "Ctrl++", N_("Larger text")),
    _shortcut(_WINDOW, "smaller", "Ctrl+-", N_("Smaller text")),
    _shortcut(_WINDOW, "journal", "Ctrl+J", N_("Open the journal")),
    _shortcut(_WINDOW, "search_everything", "Ctrl+Shift+F", N_("Find a person")),
    _shortcut(_LIST, "new", "Ctrl+N", N_("New")),
    _shortcut(_LIST, "find", "Ctrl+F", N_("Search")),
    _shortcut(_LIST, "allowed", "Ctrl+H", N_("Among the consents: ask whether we are allowed")),
    _shortcut(_FORM, "save", "Ctrl+Return", N_("Save and close the form")),
    _shortcut(_FORM, "leave", "Escape", N_("Leave the form")),
    _shortcut(_FORM, "next_page", "Ctrl+PgDown", N_("Next page of an assessment")),
    _shortcut(_FORM, "previous_page", "Ctrl+PgUp", N_("Previous page of an assessment")),
    _shortcut(_FORM, "calendar", "Alt+Down", N_("Open the calendar of a date field")),
    _shortcut(
        _FORM, "undo", "Ctrl+Z", N_("Undo: what was typed, or the last deed on the case shown")
    ),
)


class Shortcuts:
    """The collection. A second use of a name or of keys is refused with ``ValueError``."""

    def __init__(self) -> None:
        self._by_name: dict[str, Shortcut] = {}
        for shortcut in BUILT_IN:
            self.add(shortcut)

    def add(self, shortcut: Shortcut) -> Shortcut:
        """Add one; the same one again is no fault."""
        if self._by_name.get(shortcut.name) == shortcut:
            return shortcut
        keys = shortcut.keys.casefold()
        for other in self._by_name.values():
            if other.name == shortcut.name or other.keys.casefold() == keys:
                raise ValueError(f"shortcut {shortcut.name} {shortcut.keys} is taken: {other}")
        self._by_name[shortcut.name] = shortcut
        return shortcut

    def drop(self, start: str) -> None:
        """Take away those whose name begins with ``start``: other tabs take their place."""
        for name in [one for one in self._by_name if one.startswith(start)]:
            del self._by_name[name]

    def sequence(self, name: str) -> "QKeySequence":
        """The keys of a shortcut."""
        return self._by_name[name].sequence()

    def keys(self, name: str) -> str:
        """The keys of a shortcut as words."""
        return self._by_name[name].keys

    def groups(self) -> dict[str, tuple[Shortcut, ...]]:
        """All, by group in the language of the screen, in the order they were added."""
        found: dict[str, list[Shortcut]] = {}
        for shortcut in self._by_name.values():
            found.setdefault(_(shortcut.group), []).append(shortcut)
        return {group: tuple(members) for group, members in found.items()}


shortcuts = Shortcuts()
