"""A list of exceptions: the provision used, and why, in rows that come and go."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from gdpr_desktop.core.text import _
from gdpr_desktop.law.exceptions import grounds_for
from gdpr_desktop.requests.exception_words import exception_words
from gdpr_desktop.requests.rights.access import Exempted
from gdpr_desktop.ui.fields.choice import Choice
from gdpr_desktop.ui.fields.text import TextArea
from gdpr_desktop.ui.labels import button, label

# what single items are held back on; a claim is refused as such in a form of its own
ITEMS = tuple(one for one in grounds_for("15") if not one.whole_request)


class _Row(QFrame):
    """One exception. Its list lets it go when asked."""

    removal_requested = Signal(QWidget)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "side")
        pairs = [(code, exception_words(code)) for code in ITEMS]
        self.exception = Choice(pairs, empty=_("Choose the exception"))
        self.explanation = TextArea(max_length=5000, lines=2)
        self.remove = button(_("Remove"), "link")
        self.remove.clicked.connect(self._on_remove_clicked)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.exception, 1)
        top.addWidget(self.remove)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(8)
        layout.addLayout(top)
        layout.addWidget(label(_("Why it applies. The person reads this."), "help"))
        layout.addWidget(self.explanation)

    def number(self, index: int, description: str) -> None:
        """Tell the screen reader which one this is."""
        name = _("Exception {number}").format(number=index)
        self.exception.setAccessibleName(name)
        self.exception.setAccessibleDescription(description)
        why, remove = _("why it applies"), _("Remove")
        self.explanation.set_accessible(f"{name}: {why}", description)
        self.remove.setAccessibleName(f"{remove}: {name}")

    def _on_remove_clicked(self) -> None:
        self.removal_requested.emit(self)


class ExemptedList(QWidget):
    """Give ``exempted()``; rows without a chosen exception are ``unfinished()``."""

    draft_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[_Row] = []
        self._description = ""
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(8)
        self.add = button(_("&Add an exception"))
        self.add.clicked.connect(self._on_add_clicked)
        foot = QHBoxLayout()
        foot.addWidget(self.add)
        foot.addStretch(1)
        self._layout.addLayout(foot)
        self.setFocusProxy(self.add)

    @property
    def rows(self) -> tuple[_Row, ...]:
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

    def add_row(self, one: Exempted | None = None) -> _Row:
        """Add a row, filled with ``one``."""
        row = _Row()
        if one:
            row.exception.set_value(one.exception)
            row.explanation.set_text(one.explanation)
        row.removal_requested.connect(self._on_removal_requested)
        row.exception.value_changed.connect(self._on_row_changed)
        row.explanation.text_changed.connect(self._on_row_changed)
        self._layout.insertWidget(len(self._rows), row)
        self._rows.append(row)
        self._renumber()
        self.draft_changed.emit()
        return row

    def draft_state(self) -> list[list[str]]:
        """Exception and explanation of each row."""
        return [[row.exception.value() or "", row.explanation.text()] for row in self._rows]

    def restore_draft(self, state: list[list[str]]) -> None:
        """Put back the rows as they were."""
        for row in self.rows:
            self._take_away(row)
        for code, explanation in state:
            row = self.add_row()
            row.exception.restore_draft(code or None)
            row.explanation.set_text(explanation)

    def exempted(self) -> tuple[Exempted, ...]:
        """The exceptions chosen."""
        return tuple(
            Exempted(exception=row.exception.value(), explanation=row.explanation.text())
            for row in self._rows
            if row.exception.value() is not None
        )

    def unfinished(self) -> bool:
        """Is there a row with an explanation, but no exception chosen?"""
        return any(
            row.exception.value() is None and row.explanation.text().strip() for row in self._rows
        )

    def _renumber(self) -> None:
        for index, row in enumerate(self._rows, 1):
            row.number(index, self._description)
        before: QWidget = self.add
        for row in reversed(self._rows):
            QWidget.setTabOrder(row.explanation.editor, before)
            QWidget.setTabOrder(row.remove, row.explanation.editor)
            QWidget.setTabOrder(row.exception, row.remove)
            before = row.exception

    def _on_add_clicked(self) -> None:
        self.add_row().exception.setFocus()

    def _on_row_changed(self, *_value: object) -> None:
        self.draft_changed.emit()

    def _on_removal_requested(self, row: _Row) -> None:
        self._take_away(row)
        self.draft_changed.emit()
        self.add.setFocus()

    def _take_away(self, row: _Row) -> None:
        self._rows.remove(row)
        row.hide()
        row.setParent(None)
        row.deleteLater()
        self._renumber()
