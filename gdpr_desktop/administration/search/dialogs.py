"""The search for a person: one field, what was found by person, and the way to each case."""

import time
from collections.abc import Iterator
from pathlib import Path

import shiboken6
from PySide6.QtCore import QStandardPaths, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QStackedWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from gdpr_desktop.administration.search.words import (
    capital,
    clue_words,
    count_words,
    group_words,
    row_texts,
    where_words,
)
from gdpr_desktop.casework import person_search as search
from gdpr_desktop.casework.model import FEATURE_OF
from gdpr_desktop.casework.person_search import CaseFound, Found, Group
from gdpr_desktop.core.errors import AppError
from gdpr_desktop.core.roles import Deed, Scope, scope
from gdpr_desktop.core.text import _, current_language, ngettext
from gdpr_desktop.ui import notices
from gdpr_desktop.ui.accessible import announce
from gdpr_desktop.ui.bus import bus
from gdpr_desktop.ui.labels import button, label, line
from gdpr_desktop.ui.notice_bar import say
from gdpr_desktop.vault import Vault

_TURN = 0.02  # seconds of reading at a time: the window answers between
_REDRAW = 0.4  # seconds between two drawings of the same list while the reading goes on
_SHOWN = 300  # cases to a group
_DATA = Qt.ItemDataRole.UserRole
_DOCUMENTS = QStandardPaths.StandardLocation.DocumentsLocation


def show_search(window: QWidget, vault: Vault) -> "PersonSearch":
    """Open the search over ``window``, or the one that is open already."""
    for other in window.findChildren(PersonSearch):
        if shiboken6.isValid(other) and other.isVisible():
            other.raise_()
            other.activateWindow()
            return other
    made = PersonSearch(vault, window)
    made.show()  # beside the work, not before it: one goes to the cases and back
    return made


class PersonSearch(QDialog):
    """Hits of the indexes show at once; the reading of all text goes on behind a bar."""

    def __init__(self, vault: Vault, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Find a person"))
        self._vault = vault
        self._sees_all = scope(vault.actor.role, Deed.READ_CASE) is Scope.ANY
        self._search: search.Search | None = None
        self._slices: Iterator[bool] | None = None
        self._found = Found()
        self._drawn = 0.0
        self._items: list[QTreeWidgetItem] = []  # headings and cases, from above
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._on_turn)
        self._make_field()
        self._make_results()
        self._make_buttons()
        self._lay_out()
        room = self.screen().availableGeometry()
        self.resize(min(880, room.width() - 32), min(640, room.height() - 64))

    def _make_field(self) -> None:
        self.field = QLineEdit()
        self.field.setMaxLength(200)
        self.field.setClearButtonEnabled(True)
        self.field.setAccessibleName(_("Who do you look for?"))
        self._help = label(
            _(
                "Name, birth date, identity number, phone, e-mail or case number, one or several."
                " Open and closed cases are searched, and all that is written in them."
            ),
            "help",
        )
        self.field.setAccessibleDescription(self._help.text())
        self.go = button(_("&Search"), "primary")
        self.go.clicked.connect(self.start)
        self._clues = label("", "muted")

    def _make_results(self) -> None:
        self.tree = QTreeWidget()
        self.tree.setAccessibleName(_("What was found"))
        self.tree.setColumnCount(5)
        self.tree.setHeaderLabels([_("Case"), _("Kind"), _("Part"), _("State"), _("Found in")])
        self.tree.setUniformRowHeights(True)
        self.tree.setAlternatingRowColors(False)
        self.tree.header().setStretchLastSection(True)
        self.tree.itemActivated.connect(self._on_item_activated)
        self.tree.currentItemChanged.connect(self._on_current_item_changed)
        self._empty = label(_("What you find is shown here."), "muted")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._results = QStackedWidget()
        self._results.addWidget(self._empty)
        self._results.addWidget(self.tree)
        self._state = label("", "muted")
        self.progress = QProgressBar()
        self.progress.setRange(0, 1000)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(_("How much has been read"))
        self.progress.hide()
        self.stop_button = button(_("S&top"), "link")
        self.stop_button.clicked.connect(self.stop)
        self.stop_button.hide()

    def _make_buttons(self) -> None:
        self.go_to_case = button(_("&Go to the case"))
        self.go_to_case.setEnabled(False)
        self.go_to_case.clicked.connect(self._on_go_clicked)
        self.statement = button(_("&What does the register hold about this person…"))
        self.statement.setEnabled(False)
        self.statement.setVisible(bool(scope(self._vault.actor.role, Deed.TELL_OF_PERSON)))
        self.statement.clicked.connect(self.save_statement)
        self.leave = button(_("Close"))
        self.leave.clicked.connect(self.close)

    def _lay_out(self) -> None:
        inside = QVBoxLayout()
        inside.setContentsMargins(24, 24, 24, 16)
        inside.setSpacing(8)
        inside.addWidget(label(_("Find a person"), "heading"))
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.field, 1)
        top.addWidget(self.go)
        inside.addLayout(top)
        inside.addWidget(self._help)
        inside.addWidget(self._clues)
        inside.addWidget(self._results, 1)
        under = QHBoxLayout()
        under.setSpacing(12)
        under.addWidget(self._state, 1)
        under.addWidget(self.progress)
        under.addWidget(self.stop_button)
        inside.addLayout(under)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(24, 12, 24, 16)
        buttons.setSpacing(8)
        buttons.addWidget(self.statement)
        buttons.addStretch(1)
        buttons.addWidget(self.go_to_case)
        buttons.addWidget(self.leave)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(inside, 1)
        layout.addWidget(line())
        layout.addLayout(buttons)
        self._order()

    def _order(self) -> None:
        for one, other in (
            (self.field, self.go),
            (self.go, self.tree),
            (self.tree, self.stop_button),
            (self.stop_button, self.statement),
            (self.statement, self.go_to_case),
            (self.go_to_case, self.leave),
        ):
            self.setTabOrder(one, other)

    # Searching

    def start(self) -> None:
        """Search for what is typed."""
        self.stop()
        clues = search.clues_in(self.field.text(), self._vault.clock.today())
        self._clues.setText(clue_words(clues))
        if not clues:
            self._show(Found())
            self._end(_("Type a name or a number first."))
            return
        search.note_search(self._vault, clues)
        self._search = search.start(self._vault, clues)
        self._search.at_once()
        self._slices = self._search.slices()
        self._show(self._search.found)
        self.progress.setValue(0)
        self.progress.show()
        self.stop_button.show()
        self._empty.clear()
        self._state.setText(_("Reads all text in the register …"))
        self._state.show()
        self._timer.start()

    def stop(self) -> None:
        """Read no further; what was found stays."""
        if self._slices is not None:
            self._end(_("Stopped before everything was read."))

    def _on_turn(self) -> None:
        running, slices = self._search, self._slices
        if running is None or slices is None:
            return
        until = time.perf_counter() + _TURN
        new = False
        while time.perf_counter() < until:
            try:
                new |= next(slices)
            except StopIteration:
                self._show(running.found)
                self._end(self._count())
                announce(self, self._state.text())
                return
        self.progress.setValue(1000 * running.done // running.total)
        if new and until - self._drawn > _REDRAW:
            self._show(running.found)

    def _end(self, text: str) -> None:
        self._timer.stop()
        self._slices = None
        self.progress.hide()
        self.stop_button.hide()
        self._state.setText(text)
        self._empty.setText(text)  # said once: in the middle when nothing was found
        self._state.setVisible(self._results.currentIndex() == 1)

    def _count(self) -> str:
        count = len(self._found.case_ids)
        if self._found.cut:
            return _("There is too much to show. Write more of the name, or a birth date.")
        found_any = bool(count or self._found.elsewhere)
        return count_words(count, found_any=found_any, sees_all=self._sees_all)

    # Showing

    def _show(self, found: Found) -> None:
        self._drawn = time.perf_counter()
        self._found = found
        chosen = self._chosen()
        self._items.clear()
        self.tree.clear()
        for group in found.groups:
            self._add_group(group)
        if found.elsewhere:
            top = self._heading(_("Outside the cases"), None)
            for one in found.elsewhere:
                place = [capital(where_words(one.where)), "", "", "", one.text]
                item = QTreeWidgetItem(top, place)
                item.setToolTip(4, one.text)
            top.setExpanded(True)
        for column in range(4):
            self.tree.resizeColumnToContents(column)
        self._results.setCurrentIndex(1 if found.groups or found.elsewhere else 0)
        self._choose(chosen)

    def _add_group(self, group: Group) -> None:
        top = self._heading(group_words(group), group)
        for found in group.cases[:_SHOWN]:
            item = QTreeWidgetItem(top, row_texts(found))
            item.setData(0, _DATA, found)
            self._items.append(item)
            item.setToolTip(4, "\n".join(found.texts))
            spoken = ", ".join(text for text in row_texts(found) if text)
            item.setData(0, Qt.ItemDataRole.AccessibleTextRole, spoken)
        more = len(group.cases) - _SHOWN
        if more > 0:
            words = ngettext("… and {count} more", "… and {count} more", more)
            QTreeWidgetItem(top, [words.format(count=more)])
        top.setExpanded(True)

    def _heading(self, text: str, group: Group | None) -> QTreeWidgetItem:
        item = QTreeWidgetItem(self.tree, [text])
        item.setData(0, _DATA, group)
        item.setFirstColumnSpanned(True)
        self._items.append(item)
        font = item.font(0)
        font.setBold(True)
        item.setFont(0, font)
        return item

    def _chosen(self) -> object:
        item = self.tree.currentItem()
        data = item.data(0, _DATA) if item else None
        if isinstance(data, CaseFound):
            return data.case.id
        return data.key if isinstance(data, Group) else None

    def _choose(self, chosen: object) -> None:
        for item in self._items:
            data = item.data(0, _DATA)
            key = data.case.id if isinstance(data, CaseFound) else getattr(data, "key", None)
            if chosen is not None and key == chosen:
                self.tree.setCurrentItem(item)
                return
        self._on_current_item_changed(self.tree.currentItem(), None)

    # Going on from here

    def _on_item_activated(self, item: QTreeWidgetItem, _column: int) -> None:
        data = item.data(0, _DATA)
        if isinstance(data, CaseFound):
            bus.case_wanted.emit(FEATURE_OF[data.case.kind], data.case.id)

    def _on_go_clicked(self) -> None:
        item = self.tree.currentItem()
        if item is not None:
            self._on_item_activated(item, 0)

    def _on_current_item_changed(self, item: QTreeWidgetItem | None, _old: object) -> None:
        data = item.data(0, _DATA) if item else None
        self.go_to_case.setEnabled(isinstance(data, CaseFound))
        self.statement.setEnabled(self._group() is not None)

    def _group(self) -> Group | None:
        """The person chosen, or the only one that was found."""
        item = self.tree.currentItem()
        top = item.parent() or item if item else None
        data = top.data(0, _DATA) if top else None
        if isinstance(data, Group):
            return data
        if not self._found.groups and self._found.elsewhere:
            return Group(key="", name="", born=None, cases=())  # on a list, and in no case
        return self._found.groups[0] if len(self._found.groups) == 1 else None

    def save_statement(self) -> None:
        """Write out what the register holds about the person chosen."""
        from gdpr_desktop.administration.search.statement import Statement

        group = self._group()
        if group is None:
            return
        if self._slices is not None and not self._go_on_unread():
            return
        mentioned = next((one for one in self._found.groups if not one.key), None)
        day = self._vault.clock.today().isoformat()
        name = _("Data in the register {day}").format(day=day)
        folder = Path(QStandardPaths.writableLocation(_DOCUMENTS))
        path = notices.save_path(
            self, self.statement.text(), folder / f"{name}.docx", _("Word document (*.docx)")
        )
        if path is None:
            return
        try:
            outside = self._found.elsewhere
            Statement(self._vault, group, mentioned, current_language(), outside).save(path)
        except AppError as error:
            notices.error(self, error)
            return
        self._state.setText(_("Saved as {name}.").format(name=path.name))
        say(self, self._state.text())

    def _go_on_unread(self) -> bool:
        return notices.ask(
            self,
            _("Not everything has been read yet"),
            _("The list may lack something. Wait until all text has been read."),
            _("Write the list now"),
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.field.hasFocus():
                self.start()
            return  # Enter in a line must not press a button
        super().keyPressEvent(event)

    def reject(self) -> None:
        super().reject()
        self.close()  # Escape frees the dialog too

    def closeEvent(self, event: QCloseEvent) -> None:
        self._timer.stop()
        self._slices = None
        super().closeEvent(event)
