"""Data that do not go along: rule, which data and why, in rows that come and go."""

from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from gdpr_desktop.core.text import _
from gdpr_desktop.law.portability import Limit
from gdpr_desktop.requests.portability.claim import LeftOut
from gdpr_desktop.requests.portability.words import rule_words
from gdpr_desktop.ui.fields.choice import Choice
from gdpr_desktop.ui.fields.text import LineField, TextArea
from gdpr_desktop.ui.labels import button, label


class LeftOutRow(QFrame):
    """One rule. Its list lets it go when asked."""

    removal_requested = Signal(QWidget)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "side")
        pairs = [(one, rule_words(one)) for one in Limit]
        self.limit = Choice(pairs, empty=_("Choose the rule"))
        self.what, self.explanation = LineField(), TextArea(max_length=5000, lines=2)
        self.remove = button(_("Remove"), "link")
        self.remove.clicked.connect(self._on_remove_clicked)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.limit, 1)
        top.addWidget(self.remove)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(8)
        layout.addLayout(top)
        layout.addWidget(label(_("Which data"), "help"))
        layout.addWidget(self.what)
        layout.addWidget(label(_("Why the rule applies. The person reads this."), "help"))
        layout.addWidget(self.explanation)

    def number(self, index: int, description: str) -> None:
        """Tell the screen reader which one this is."""
        name = _("Left out {number}").format(number=index)
        self.limit.setAccessibleName(name)
        self.limit.setAccessibleDescription(description)
        which, why, remove = _("which data"), _("why the rule applies"), _("Remove")
        self.what.set_accessible(f"{name}: {which}", description)
        self.explanation.set_accessible(f"{name}: {why}", description)
        self.remove.setAccessibleName(f"{remove}: {name}")

    def _on_remove_clicked(self) -> None:
        self.removal_requested.emit(self)


class LeftOutList(QWidget):
    """Give ``left_out()``; rows without a chosen rule are ``unfinished()``."""

    draft_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[LeftOutRow] = []
        self._description = ""
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(8)
        self.add = button(_("&Add what is left out"))
        self.add.clicked.connect(self._on_add_clicked)
        foot = QHBoxLayout()
        foot.addWidget(self.add)
        foot.addStretch(1)
        self._layout.addLayout(foot)
        self.setFocusProxy(self.add)

    @property
    def rows(self) -> tuple[LeftOutRow, ...]:
        """The rows on the screen."""
        return tuple(self._rows)

    def editors(self) -> tuple[QWidget, ...]:
        """Nothing is framed in red: the sentence says enough."""
        return ()

    def set_accessible(self, name: str, description: str) -> None:
        """Pass the description inwards; each row has a name of its own."""
        self._description = description
        self.add.setAccessibleDescription(description)
        self._renumber()

    def add_row(self, one: LeftOut | None = None) -> LeftOutRow:
        """Add a row, filled with ``one``."""
        row = LeftOutRow()
        if one is not None:
            row.limit.set_value(one.limit)
            row.what.set_text(one.what)
            row.explanation.set_text(one.explanation)
        row.removal_requested.connect(self._on_removal_requested)
        row.limit.value_changed.connect(self._on_row_changed)
        row.what.text_changed.connect(self._on_row_changed)
        row.explanation.text_changed.connect(self._on_row_changed)
        self._layout.insertWidget(len(self._rows), row)
        self._rows.append(row)
        self._renumber()
        self.draft_changed.emit()
        return row

    def draft_state(self) -> list[list[str]]:
        """Rule, data and why of each row."""
        return [
            [row.limit.value() or "", row.what.text(), row.explanation.text()] for row in self._rows
        ]

    def restore_draft(self, state: list[list[str]]) -> None:
        """Put back the rows as they were."""
        for row in self.rows:
            self._take_away(row)
        for code, what, explanation in state:
            row = self.add_row()
            row.limit.restore_draft(code or None)
            row.what.set_text(what)
            row.explanation.set_text(explanation)

    def left_out(self) -> tuple[LeftOut, ...]:
        """What is left out, by the rules chosen."""
        return tuple(
            LeftOut(
                limit=row.limit.value(), what=row.what.text(), explanation=row.explanation.text()
            )
            for row in self._rows
            if row.limit.value() is not None
        )

    def unfinished(self) -> bool:
        """Is something written where no rule is chosen?"""
        return any(
            row.limit.value() is None and (row.what.text() or row.explanation.text().strip())
            for row in self._rows
        )

    def _renumber(self) -> None:
        for index, row in enumerate(self._rows, 1):
            row.number(index, self._description)
        chain: list[QWidget] = []
        for row in self._rows:
            chain += [row.limit, row.remove, row.what.line, row.explanation.editor]
        chain.append(self.add)
        for before, after in pairwise(chain):
            QWidget.setTabOrder(before, after)

    def _on_add_clicked(self) -> None:
        self.add_row().limit.setFocus()

    def _on_row_changed(self, *_value: object) -> None:
        self.draft_changed.emit()

    def _on_removal_requested(self, row: LeftOutRow) -> None:
        self._take_away(row)
        self.draft_changed.emit()
        self.add.setFocus()

    def _take_away(self, row: LeftOutRow) -> None:
        self._rows.remove(row)
        row.hide()
        row.setParent(None)
        row.deleteLater()
        self._renumber()
