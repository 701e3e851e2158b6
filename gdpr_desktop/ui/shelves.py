"""Pages side by side inside a tab, each made when first shown: the shelves of the record."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from gdpr_desktop.core.change import Change
from gdpr_desktop.ui.feature import call


@dataclass(frozen=True, slots=True, kw_only=True)
class ShelfPage:
    """``key`` names the page, ``make`` builds it."""

    key: str
    title: str
    make: Callable[[], QWidget]


class Shelves(QWidget):
    """What the window asks of a page is passed on to the shelf that is shown."""

    def __init__(self, shelves: Iterable[ShelfPage], name: str) -> None:
        super().__init__()
        self._shelves = tuple(shelves)
        self._pages: dict[str, QWidget] = {}
        self._stale: set[str] = set()
        self.bar = QTabBar()
        self.bar.setProperty("role", "shelves")
        self.bar.setDrawBase(False)
        self.bar.setExpanding(False)
        self.bar.setAccessibleName(name)
        self._stack = QStackedWidget()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addWidget(self._stack, 1)
        for shelf in self._shelves:
            self.bar.addTab(shelf.title)
        self.bar.currentChanged.connect(self._on_current_changed)
        self._on_current_changed(0)

    def page(self) -> QWidget:
        """The shelf that is shown."""
        return self._pages[self.key()]

    def key(self) -> str:
        """The key of the shelf that is shown."""
        return self._shelves[self.bar.currentIndex()].key

    def show_shelf(self, key: str) -> Any:
        """Go to a shelf; gives its page. Raises ``StopIteration`` for an unknown key."""
        self.bar.setCurrentIndex(next(i for i, s in enumerate(self._shelves) if s.key == key))
        return self.page()

    def refresh(self, change: Change | None = None) -> None:
        """The shelf shown reads anew; the others do when they are shown."""
        for key, page in self._pages.items():
            if key == self.key():
                call(page, "refresh", change)
            else:
                self._stale.add(key)

    def find(self) -> None:
        """Go to the search field."""
        call(self.page(), "find")

    def new(self) -> None:
        """The primary deed."""
        call(self.page(), "new")

    def leave(self) -> None:
        """Locking or closing."""
        for page in self._pages.values():
            call(page, "leave")

    def undo_words(self) -> str:
        """What Ctrl+Z takes back."""
        words = getattr(self.page(), "undo_words", None)
        return str(words()) if words else ""

    def undo(self) -> None:
        """Take it back."""
        call(self.page(), "undo")

    def _on_current_changed(self, index: int) -> None:
        shelf = self._shelves[index]
        if shelf.key not in self._pages:
            self._pages[shelf.key] = shelf.make()
            self._stack.addWidget(self._pages[shelf.key])
        elif shelf.key in self._stale:
            call(self._pages[shelf.key], "refresh", None)
        self._stale.discard(shelf.key)
        self._stack.setCurrentWidget(self._pages[shelf.key])
