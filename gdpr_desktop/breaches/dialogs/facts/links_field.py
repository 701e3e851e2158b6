"""Several names, suggested from the record of processing or typed."""

from collections.abc import Iterable, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gdpr_desktop.breaches.model import Link
from gdpr_desktop.core.names import clean_line
from gdpr_desktop.core.text import _
from gdpr_desktop.ui.contents import swap
from gdpr_desktop.ui.fields.suggestions import suggest
from gdpr_desktop.ui.fields.text import LineField
from gdpr_desktop.ui.labels import button, label


class LinksField(QWidget):
    """``known``: the entries of the record, name → id. What is typed and not added counts too."""

    draft_changed = Signal()
    added = Signal(object)  # Link

    def __init__(self, known: Mapping[str, int]) -> None:
        super().__init__()
        self._known = dict(known)
        self._by_key = {name.casefold(): name for name in known}
        self._links: list[Link] = []
        self.line = LineField()
        self.line.line.setPlaceholderText(_("Type a few letters, or a name"))
        self.add_button = button(_("Add"))
        self._holder = QWidget()
        suggest(self.line.line, self._known).activated.connect(self._on_suggestion_chosen)
        self.line.line.returnPressed.connect(self.take)
        self.add_button.clicked.connect(self.take)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.line, 1)
        row.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._holder)
        layout.addLayout(row)
        self.setFocusProxy(self.line)
        self._show()

    def editors(self) -> tuple[QWidget, ...]:
        """The widgets that carry the mark of a problem."""
        return self.line.editors()

    def set_accessible(self, name: str, description: str) -> None:
        """Pass the names inwards."""
        self.line.set_accessible(name, description)
        self.add_button.setAccessibleName(_("Add: {field}").format(field=name))

    def value(self) -> tuple[Link, ...]:
        """What is chosen, with what stands in the line."""
        typed = self._link(self.line.text())
        return tuple(dict.fromkeys((*self._links, *([typed] if typed.name else []))))

    def set_value(self, links: Iterable[Link]) -> None:
        """Choose exactly these."""
        self._links = list(dict.fromkeys(links))
        self._show()
        self.draft_changed.emit()

    def add(self, links: Iterable[Link]) -> None:
        """Choose these too."""
        self.set_value((*self._links, *links))

    def take(self) -> None:
        """Add what stands in the line."""
        self._take(self.line.text())
        self._clear()

    def _take(self, text: str) -> None:
        link = self._link(text)
        if link.name and link not in self._links:
            self.add((link,))
            self.added.emit(link)

    def _clear(self) -> None:
        self.line.set_text("")

    def draft_state(self) -> dict[str, Any]:
        """What is chosen and typed."""
        chosen = [[one.name, one.entry] for one in self._links]
        return {"chosen": chosen, "typed": self.line.text()}

    def restore_draft(self, state: dict[str, Any]) -> None:
        """Put it back; what is not there had not been changed."""
        if "chosen" in state:
            self.set_value(Link(name=str(name), entry=entry) for name, entry in state["chosen"])
        if "typed" in state:
            self.line.set_text(str(state["typed"]))

    def _link(self, text: str) -> Link:
        name = clean_line(text)
        name = self._by_key.get(name.casefold(), name)
        return Link(name=name, entry=self._known.get(name))

    def _on_suggestion_chosen(self, name: str) -> None:
        self._take(name)
        QTimer.singleShot(0, self, self._clear)  # the completer fills the line after this

    def _show(self) -> None:
        old, self._holder = self._holder, QWidget()
        column = QVBoxLayout(self._holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for link in self._links:
            column.addLayout(self._row(link))
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        swap(layout, old, self._holder)
        self._holder.setVisible(bool(self._links))

    def _row(self, link: Link) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        known = link.entry is not None
        words = link.name if known else _("{name} (not in the record)").format(name=link.name)
        row.addWidget(label(words), 1)
        away = button(_("Take away"), "link")
        away.setAccessibleName(_("Take away {name}").format(name=link.name))
        away.clicked.connect(partial(self._remove, link))
        row.addWidget(away, 0, Qt.AlignmentFlag.AlignRight)
        return row

    def _remove(self, link: Link) -> None:
        self.set_value(one for one in self._links if one != link)
