"""What is wrong with the text, and what it no longer says: a list that leads to the line."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from gdpr_desktop.core.text import _, ngettext
from gdpr_desktop.letters.trial import Trial
from gdpr_desktop.ui import icons
from gdpr_desktop.ui.accessible import announce
from gdpr_desktop.ui.labels import label

_LINE = Qt.ItemDataRole.UserRole
_ROWS = 4  # shown without scrolling
_MOST = 100


class ProblemList(QWidget):
    """Hidden while all is well. ``line_wanted`` when a problem is chosen."""

    line_wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._head = label("", "label")
        self.list = QListWidget()
        self.list.setWordWrap(True)
        self.list.setAccessibleName(_("What is wrong with the text"))
        self.list.setAccessibleDescription(_("Enter goes to the line."))
        self.list.itemActivated.connect(self._on_item_activated)
        self.list.itemClicked.connect(self._on_item_activated)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._head)
        layout.addWidget(self.list)
        self.hide()

    def show_trial(self, trial: Trial) -> None:
        """List what ``trial`` found."""
        problems = [
            (one.line, _("Line {line}: {problem}").format(line=one.line, problem=one.text))
            for one in trial.problems[:_MOST]
        ]
        self._show([*problems, *((0, text) for text in trial.warnings)], len(problems))

    def texts(self) -> tuple[str, ...]:
        """The sentences shown."""
        return tuple(self.list.item(row).text() for row in range(self.list.count()))

    def _show(self, rows: Iterable[tuple[int, str]], wrong: int) -> None:
        rows = list(rows)
        if [text for _line, text in rows] == list(self.texts()):
            return
        self.list.clear()
        for line, text in rows:
            item = QListWidgetItem(text, self.list)
            item.setData(_LINE, line)
            item.setIcon(
                icons.icon("problem", "danger", 16)
                if line
                else icons.icon("warning", "warning", 16)
            )
        self.setVisible(bool(rows))
        if wrong:
            head = ngettext(
                "{count} problem: correct it before you save",
                "{count} problems: correct them before you save",
                wrong,
            )
            self._head.setText(head.format(count=wrong))
        else:
            self._head.setText(_("You can save this, but look at it once more"))
        height = self.fontMetrics().lineSpacing() * 2 + 8
        self.list.setMaximumHeight(height * min(max(len(rows), 1), _ROWS) + 4)
        self.list.setMinimumHeight(min(height, self.list.maximumHeight()))
        if rows:
            announce(self, f"{self._head.text()}. {rows[0][1]}")

    def _on_item_activated(self, item: QListWidgetItem) -> None:
        if line := item.data(_LINE):
            self.line_wanted.emit(line)
