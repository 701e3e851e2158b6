"""«Rettleiing og sjekklister»: topics to the left, the text to the right, checklists below it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, QUrl
from PySide6.QtWidgets import (
    QLineEdit,
    QSplitter,
    QStackedWidget,
    QTextBrowser,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from gdpr_desktop.core.change import Change, Kind
from gdpr_desktop.core.text import _, ngettext
from gdpr_desktop.guidance.html import TOPIC, topic_html
from gdpr_desktop.guidance.texts import search, themes, topic
from gdpr_desktop.guidance.widgets.panel import ChecklistPanel
from gdpr_desktop.ui.accessible import announce
from gdpr_desktop.ui.labels import label

if TYPE_CHECKING:
    from gdpr_desktop.vault import Vault
    from gdpr_desktop.vault.drafts import Draft

_WAIT = 40  # milliseconds after the last key
_ID = Qt.ItemDataRole.UserRole


class GuidancePage(QWidget):
    """``find`` goes to the search, ``show_topic`` to a text; ``refresh`` after a change."""

    def __init__(self, vault: "Vault", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._searched = ""
        self._items: dict[str, QTreeWidgetItem] = {}
        self._make_left()
        self.browser = QTextBrowser()
        self.browser.setOpenLinks(False)
        self.browser.setAccessibleName(_("Text of the topic"))
        self.browser.anchorClicked.connect(self._on_link_clicked)
        self.browser.document().setDocumentMargin(16)
        self.checklists = ChecklistPanel(vault)
        self._lay_out()
        self._show_topics()

    def _make_left(self) -> None:
        self.search = QLineEdit()
        self.search.setPlaceholderText(_("Search in the guidance"))
        self.search.setAccessibleName(_("Search in the guidance"))
        self.search.setClearButtonEnabled(True)
        self.search.setMaxLength(100)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_WAIT)
        self._timer.timeout.connect(self._on_search_settled)
        self.search.textChanged.connect(self._timer.start)
        self.hits = label("", "muted")
        self.tree = QTreeWidget()
        self.tree.setHeaderHidden(True)
        self.tree.setIndentation(12)
        self.tree.setRootIsDecorated(False)
        self.tree.setItemsExpandable(False)
        self.tree.setAccessibleName(_("Topics"))
        self.tree.currentItemChanged.connect(self._on_item_changed)
        nothing = label(_("Nothing matches."), "muted")
        nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.tree)
        self._stack.addWidget(nothing)

    def _lay_out(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(16, 16, 8, 16)
        column.setSpacing(8)
        column.addWidget(self.search)
        column.addWidget(self.hits)
        column.addWidget(self._stack, 1)
        right = QSplitter(Qt.Orientation.Vertical)
        right.addWidget(self.browser)
        right.addWidget(self.checklists)
        right.setStretchFactor(0, 1)
        right.setChildrenCollapsible(False)
        right.setSizes([10_000, 1])  # the checklists take what they need
        self._halves = QSplitter(Qt.Orientation.Horizontal)
        self._halves.addWidget(left)
        self._halves.addWidget(right)
        self._halves.setStretchFactor(1, 1)
        self._halves.setChildrenCollapsible(False)
        self._halves.setSizes([self.fontMetrics().averageCharWidth() * 50, 10_000])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._halves)

    def find(self) -> None:
        """Go to the search field."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def refresh(self, change: Change | None = None) -> None:
        """Read the filled checklists anew."""
        if change is None or Kind.CHECKLIST in change.kinds:
            self.checklists.refresh()

    def resume_draft(self, draft: "Draft") -> None:
        """Go on with a checklist that was not saved."""
        self.checklists.resume_draft(draft)

    def show_topic(self, topic_id: str) -> None:
        """Show a text, and its line in the list; a search that hides it is cleared."""
        if topic_id not in self._items:
            self.search.clear()
            self._on_search_settled()
        self.tree.setCurrentItem(self._items[topic_id])

    def topic_id(self) -> str:
        """The topic shown."""
        item = self.tree.currentItem()
        return str(item.data(0, _ID) or "") if item else ""

    def titles(self) -> tuple[str, ...]:
        """The titles in the list, from the top."""
        return tuple(item.text(0) for item in self._items.values())

    def _show_topics(self) -> None:
        """By theme; what was searched for as one list, the best first."""
        before, words = self.topic_id(), self._searched
        found = search(words)
        was = self.tree.blockSignals(True)
        self.tree.clear()
        self._items = {}
        groups = {} if words else {theme.id: self._theme(theme.title) for theme in themes()}
        for one in found:
            item = QTreeWidgetItem([one.title])
            item.setData(0, _ID, one.id)
            item.setToolTip(0, one.title)
            self._items[one.id] = item
            if words:
                self.tree.addTopLevelItem(item)
            else:
                groups[one.theme].addChild(item)
        self.tree.expandAll()
        self.tree.blockSignals(was)
        count = ngettext("{count} topic", "{count} topics", len(found)).format(count=len(found))
        self.hits.setText(count)
        self._stack.setCurrentIndex(0 if found else 1)
        if found:
            self.show_topic(before if before in self._items and not words else found[0].id)
        if words:
            announce(self, count if found else _("Nothing matches."))

    def _theme(self, title: str) -> QTreeWidgetItem:
        item = QTreeWidgetItem([title])
        item.setFlags(Qt.ItemFlag.ItemIsEnabled)
        font = item.font(0)
        font.setBold(True)
        item.setFont(0, font)
        self.tree.addTopLevelItem(item)
        return item

    def _on_search_settled(self) -> None:
        self._timer.stop()
        words = self.search.text().strip()
        if words != self._searched:
            self._searched = words
            self._show_topics()

    def _on_item_changed(self, item: QTreeWidgetItem | None, _before: object) -> None:
        if item is not None and item.data(0, _ID):
            self.browser.setHtml(topic_html(topic(item.data(0, _ID))))

    def _on_link_clicked(self, url: QUrl) -> None:
        address = url.toString()
        if address.startswith(TOPIC):
            self.show_topic(address.removeprefix(TOPIC))
