"""The parts and sections left, each with how it stands, and how many questions are answered."""

from collections.abc import Mapping

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from gdpr_desktop.core.text import _, current_language
from gdpr_desktop.dpia.catalogue.model import Catalogue
from gdpr_desktop.dpia.wizard.progress import Count, SectionState
from gdpr_desktop.dpia.wizard.words import SIGNS, words
from gdpr_desktop.ui import icons
from gdpr_desktop.ui.labels import label

_ID = Qt.ItemDataRole.UserRole
_ROOM = 52  # pixels at the sides of the words, with a scroll bar


class SectionList(QFrame):
    """``chosen`` carries the id of a section, or of a page of our own."""

    chosen = Signal(str)

    def __init__(self, catalogue: Catalogue, own: tuple[tuple[str, str], ...]) -> None:
        super().__init__()
        self.setProperty("role", "side")
        self._items: dict[str, QListWidgetItem] = {}
        self._titles: dict[str, str] = {}
        self.list = QListWidget()
        self.list.setProperty("role", "sections")
        self.list.setAccessibleName(_("The parts of the assessment"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setWordWrap(True)
        self.list.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setIconSize(QSize(16, 16))
        self.list.setSpacing(1)
        self._fill(catalogue, own)
        self.list.currentItemChanged.connect(self._on_current_changed)
        self._count = label("", "muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 12, 8, 12)
        column.setSpacing(8)
        column.addWidget(self._count)
        column.addWidget(self.list, 1)
        self.setFocusProxy(self.list)

    def _fill(self, catalogue: Catalogue, own: tuple[tuple[str, str], ...]) -> None:
        language = current_language()
        self._with_state = {section.id for section in catalogue.sections}
        part = 0
        for section in catalogue.sections:
            if section.part != part:
                part = section.part
                self._add_heading(f"{part}. {catalogue.parts[part - 1].in_(language)}")
            self._add(section.id, section.title.in_(language))
        self._add_gap()
        for name, title in own:
            self._add(name, title)

    def _add_heading(self, text: str) -> None:
        if self.list.count():
            self._add_gap()
        item = QListWidgetItem(text)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        font = item.font()
        font.setBold(True)
        item.setFont(font)
        self.list.addItem(item)

    def _add_gap(self) -> None:
        item = QListWidgetItem()
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        item.setSizeHint(QSize(0, 8))
        self.list.addItem(item)

    def _add(self, name: str, title: str) -> None:
        item = QListWidgetItem(title)
        item.setData(_ID, name)
        self._items[name], self._titles[name] = item, title
        self.list.addItem(item)

    def fit(self, width: int) -> None:
        """Be so wide, each line as high as its wrapped words: Qt forgets the room at the sides."""
        self.setFixedWidth(width)
        room = width - _ROOM
        for row in range(self.list.count()):
            item = self.list.item(row)
            if not item.text():
                continue
            icon = 24 if item.data(_ID) in self._with_state else 0
            box = QRect(0, 0, room - icon, 1000)
            metrics = QFontMetrics(item.font() if not item.data(_ID) else self.list.font())
            words = metrics.boundingRect(box, int(Qt.TextFlag.TextWordWrap), item.text())
            item.setSizeHint(QSize(0, words.height() + 4))

    def names(self) -> tuple[str, ...]:
        """The ids of what can be chosen now, in order."""
        return tuple(name for name, item in self._items.items() if not item.isHidden())

    def set_shown(self, name: str, shown: bool) -> None:
        """Offer a page, or not."""
        self._items[name].setHidden(not shown)

    def set_title(self, name: str, title: str) -> None:
        """Call a page of our own something else."""
        self._titles[name] = title
        self._items[name].setText(title)

    def show_states(self, states: Mapping[str, SectionState], counted: Count) -> None:
        """Show how each section stands."""
        for name, state in states.items():
            item = self._items[name]
            sign, tone = SIGNS[state]
            item.setIcon(icons.icon(sign, tone, 16))
            told = _("{title}: {state}").format(title=self._titles[name], state=words(state))
            item.setToolTip(told)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, told)
        text = _("{answered} of {asked} questions answered")
        self._count.setText(text.format(answered=counted.answered, asked=counted.asked))

    def set_current(self, name: str) -> None:
        """Mark what is shown; nothing is sent."""
        was = self.list.blockSignals(True)
        self.list.setCurrentItem(self._items[name])
        self.list.blockSignals(was)
        if self.list.currentItem() is next(iter(self._items.values())):
            self.list.scrollToTop()  # the heading of the first part too

    def _on_current_changed(self, item: QListWidgetItem | None) -> None:
        if item is not None and item.data(_ID):
            self.chosen.emit(item.data(_ID))


def side_width(widget: QWidget) -> int:
    """How wide the list is, by the size of the text."""
    return widget.fontMetrics().averageCharWidth() * 34
