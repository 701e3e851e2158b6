"""Some of many: what is chosen stands in a list, the rest in a drop-down to choose from."""

from collections.abc import Iterable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gdpr_desktop.core.text import _
from gdpr_desktop.ui.contents import swap
from gdpr_desktop.ui.fields.choice import Choice
from gdpr_desktop.ui.labels import button, label

_TAKE = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class _Offered(Choice):
    """Closed, the arrows only look: Enter or the space bar takes what is shown."""

    taken = Signal()

    def __init__(self, empty: str) -> None:
        super().__init__([], empty=empty)
        self._looking = False
        self.activated.connect(self._on_activated)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _TAKE and self.value() is not None:
            self.taken.emit()
            event.accept()
            return
        self._looking = True
        super().keyPressEvent(event)
        self._looking = False

    def _on_activated(self, _index: int) -> None:
        if not self._looking:
            self.taken.emit()


class PicksField(QWidget):
    """Offers ``(value, words)``; values are ids or codes. Order is as chosen."""

    draft_changed = Signal()

    def __init__(
        self,
        pairs: Iterable[tuple[Any, str]] = (),
        *,
        empty: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._words: dict[Any, str] = {}
        self._chosen: list[Any] = []
        self._empty = empty or _("None chosen")
        self.choice = _Offered(_("Choose one more …"))
        self.choice.taken.connect(self._on_taken)
        self._holder = QWidget()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._holder)
        layout.addWidget(self.choice)
        self.setFocusProxy(self.choice)
        self.set_pairs(pairs)

    def editors(self) -> tuple[QWidget, ...]:
        """The widgets that carry the mark of a problem."""
        return (self.choice,)

    def set_accessible(self, name: str, description: str) -> None:
        """Pass the names inwards."""
        self.choice.setAccessibleName(name)
        self.choice.setAccessibleDescription(description)

    def set_pairs(self, pairs: Iterable[tuple[Any, str]]) -> None:
        """Offer these; what is chosen and not among them stays."""
        self._words.update(dict(pairs))
        self._show()

    def offer(self, pairs: Iterable[tuple[Any, str]]) -> None:
        """Offer only these from now on; what is chosen stays."""
        self._words = {one: self._words[one] for one in self._chosen if one in self._words}
        self.set_pairs(pairs)

    def value(self) -> tuple[Any, ...]:
        """What is chosen."""
        return tuple(self._chosen)

    def set_value(self, values: Iterable[Any]) -> None:
        """Choose exactly these."""
        self._chosen = list(dict.fromkeys(values))
        self._show()
        self.draft_changed.emit()

    def draft_state(self) -> Any:
        """As JSON can hold it."""
        return list(self._chosen)

    def restore_draft(self, state: Any) -> None:
        """Put back what ``draft_state`` gave, as far as it is still offered."""
        self.set_value(value for value in self._words if value in state)

    def _show(self) -> None:
        left = [(value, words) for value, words in self._words.items() if value not in self._chosen]
        self.choice.set_pairs(left, empty=_("Choose one more …"))
        self.choice.set_value(None)
        self.choice.setVisible(bool(left))
        old, self._holder = self._holder, QWidget()
        column = QVBoxLayout(self._holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        if not self._chosen:
            column.addWidget(label(self._empty, "muted"))
        for value in self._chosen:
            column.addLayout(self._row(value))
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        swap(layout, old, self._holder)

    def _row(self, value: Any) -> QHBoxLayout:
        words = self._words.get(value, _("(gone)"))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(label(words), 1)
        away = button(_("Take away"), "link")
        away.setAccessibleName(_("Take away {name}").format(name=words))
        away.clicked.connect(partial(self._remove, value))
        row.addWidget(away, 0, Qt.AlignmentFlag.AlignRight)
        return row

    def _remove(self, value: Any) -> None:
        self.set_value(one for one in self._chosen if one != value)

    def _on_taken(self) -> None:
        value = self.choice.value()
        if value is not None:
            self.set_value([*self._chosen, value])
