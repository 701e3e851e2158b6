"""Cards of a form that come and go: one for each thing, a button to add one more."""

from itertools import chain, pairwise
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from gdpr_desktop.core.text import _
from gdpr_desktop.ui.labels import button


class Card(QFrame):
    """One thing. Its list lets it go when asked."""

    removal_requested = Signal(QWidget)
    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "side")
        self.remove = button(_("Remove"), "link")
        self.remove.clicked.connect(self._on_remove_clicked)

    def number(self, index: int, description: str) -> None:
        """Name the fields, for the screen reader; the first is 1."""
        raise NotImplementedError

    def show_item(self, item: Any) -> None:
        """Fill the fields with one that was written before."""
        raise NotImplementedError

    def state(self) -> Any:
        """As a draft keeps it."""
        raise NotImplementedError

    def restore(self, state: Any) -> None:
        """Put back what ``state`` gave."""
        raise NotImplementedError

    def tab_chain(self) -> tuple[QWidget, ...]:
        """Its fields in the order of the tab key, where that is not how they were made."""
        return ()

    def first(self) -> QWidget:
        """The field to begin in."""
        return self.tab_chain()[0]

    def _on_remove_clicked(self) -> None:
        self.removal_requested.emit(self)

    def _on_edited(self, *_value: object) -> None:
        self.edited.emit()


class CardList(QWidget):
    """Base of a list of cards; ``new_card`` makes a blank one."""

    draft_changed = Signal()

    def __init__(self, add_words: str) -> None:
        super().__init__()
        self._rows: list[Any] = []
        self._description = ""
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(8)
        self.add = button(add_words)
        self.add.clicked.connect(self._on_add_clicked)
        foot = QHBoxLayout()
        foot.addWidget(self.add)
        foot.addStretch(1)
        self._layout.addLayout(foot)
        self.setFocusProxy(self.add)

    def new_card(self) -> Card:
        """A blank card."""
        raise NotImplementedError

    @property
    def rows(self) -> tuple[Any, ...]:
        """The cards on the screen."""
        return tuple(self._rows)

    def editors(self) -> tuple[QWidget, ...]:
        """Nothing is framed in red: the sentence says enough."""
        return ()

    def set_accessible(self, name: str, description: str) -> None:
        """Pass the description inwards; each card has a name of its own."""
        self._description = description
        self.add.setAccessibleDescription(f"{name}. {description}".strip())
        self._arrange()

    def add_row(self, item: Any = None) -> Any:
        """Add a card, filled with ``item``."""
        card = self.new_card()
        if item is not None:
            card.show_item(item)
        card.removal_requested.connect(self._on_removal_requested)
        card.edited.connect(self.draft_changed)
        self._layout.insertWidget(len(self._rows), card)
        self._rows.append(card)
        self._arrange()
        self.draft_changed.emit()
        return card

    def clear(self) -> None:
        """Take all cards away."""
        for card in self.rows:
            self._take_away(card)

    def draft_state(self) -> list[Any]:
        """Every card as it is."""
        return [card.state() for card in self._rows]

    def restore_draft(self, state: list[Any]) -> None:
        """Put back the cards as they were."""
        self.clear()
        for one in state:
            self.add_row().restore(one)

    def _arrange(self) -> None:
        for index, card in enumerate(self._rows, 1):
            card.number(index, self._description)
        fields = [*chain.from_iterable(card.tab_chain() for card in self._rows), self.add]
        for before, after in pairwise(fields):
            QWidget.setTabOrder(before, after)

    def _on_add_clicked(self) -> None:
        self.add_row().first().setFocus()

    def _on_removal_requested(self, card: Card) -> None:
        self._take_away(card)
        self.draft_changed.emit()
        self.add.setFocus()

    def _take_away(self, card: Card) -> None:
        self._rows.remove(card)
        card.hide()
        card.setParent(None)
        card.deleteLater()
        self._arrange()
