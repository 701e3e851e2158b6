"""A table model that shows any number of rows through a window of pages."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum
from typing import Any, NamedTuple, Protocol

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QIcon

from gdpr_desktop.core.text import _
from gdpr_desktop.ui import icons, theme

PAGE = 100  # rows
_PAGES_KEPT = 20


class Count(NamedTuple):
    """How many rows there are; ``more`` when counting stopped there."""

    rows: int
    more: bool = False

    def words(self) -> str:
        """``1 204``, or ``10 000+``."""
        return f"{self.rows:,}".replace(",", "\N{NO-BREAK SPACE}") + ("+" if self.more else "")


class PageSource(Protocol):
    """Where the rows come from. Answers at once: only indexed queries."""

    def count(self) -> Count:
        """How many rows the list has now."""
        ...

    def page(self, offset: int, limit: int) -> tuple[Any, ...]:
        """Rows from ``offset``, in the order asked for; fewer only at the end."""
        ...

    def sort(self, key: str, descending: bool) -> None:
        """Change the order. ``key`` is a ``Column.sort_key``."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column. Every function takes the row; ``header`` is in the language of the screen."""

    header: str
    text: Callable[[Any], str]
    sort_key: str = ""  # empty: cannot be sorted by
    align_right: bool = False
    tooltip: Callable[[Any], str] | None = None
    icon: Callable[[Any], tuple[str, str] | QIcon | None] | None = None  # (icon name, tone)
    tone: Callable[[Any], str] | None = None  # a colour token for the text, or ""
    accessible: Callable[[Any], str] | None = None  # read aloud in place of the text
    width: int = 120  # pixels at first, at the ordinary size of text
    optional: bool = False  # goes to a second line where the list is too narrow for all
    named: bool = False  # says its header there: a bare date could be any


class Role(IntEnum):
    """Our own roles."""

    ROW = Qt.ItemDataRole.UserRole + 1
    SORT_KEY = Qt.ItemDataRole.UserRole + 2
    ROW_ID = Qt.ItemDataRole.UserRole + 3


_ALL_ROLES = [
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.DecorationRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.ForegroundRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Role.ROW,
    Role.ROW_ID,
]
_Index = QModelIndex | QPersistentModelIndex


class WindowedModel(QAbstractTableModel):
    """Count and an LRU of pages: the scroll bar tells the truth and memory stays small."""

    def __init__(
        self,
        source: PageSource,
        columns: tuple[Column, ...],
        *,
        row_id: Callable[[Any], int] = lambda row: row.id,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._source, self._columns, self._row_id = source, columns, row_id
        self._pages: OrderedDict[int, tuple[Any, ...]] = OrderedDict()
        self._count = source.count()
        self.folded: tuple[int, ...] = ()  # columns that the view shows on a second line

    def second_line(self, line: int) -> str:
        """What the folded columns say about a row."""
        row = self.row(line)
        columns = (self._columns[index] for index in self.folded) if row else ()
        told = ((column, column.text(row)) for column in columns)
        return " · ".join(
            f"{column.header}: {text}" if column.named else text
            for column, text in told
            if text.strip("– ")
        )

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns, left to right."""
        return self._columns

    @property
    def count(self) -> Count:
        """As counted at the last refresh."""
        return self._count

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  Qt's signature
        return 0 if parent.isValid() else self._count.rows

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  Qt's signature
        return 0 if parent.isValid() else len(self._columns)

    def row(self, number: int) -> Any | None:
        """The row shown at line ``number``; None when it is gone since the count."""
        start = number // PAGE * PAGE
        page = self._pages.get(start)
        if page is None:
            page = self._pages[start] = self._source.page(start, PAGE)
            if len(self._pages) > _PAGES_KEPT:
                self._pages.popitem(last=False)
        else:
            self._pages.move_to_end(start)
        return page[number - start] if number - start < len(page) else None

    def find(self, row_id: int, near: int = 0) -> int | None:
        """The line of a row among the pages at hand, or of the page around line ``near``."""
        if 0 <= near < self._count.rows:
            self.row(near)
        for start, page in self._pages.items():
            for offset, row in enumerate(page):
                if self._row_id(row) == row_id and start + offset < self._count.rows:
                    return start + offset
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        column = self._columns[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.align_right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        if role not in _ALL_ROLES:
            return None
        row = self.row(index.row())
        return None if row is None else self._cell(column, row, role)

    def _cell(self, column: Column, row: Any, role: int) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text(row)
        if role == Qt.ItemDataRole.DecorationRole:
            return self._icon(column, row)
        if role == Qt.ItemDataRole.ToolTipRole:
            return column.tooltip(row) if column.tooltip else column.text(row)
        if role == Qt.ItemDataRole.ForegroundRole:
            tone = column.tone(row) if column.tone else ""
            return theme.colour(tone) if tone else None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            spoken = column.accessible(row) if column.accessible else column.text(row)
            told = [f"{column.header}: {spoken}"]
            if column is self._columns[0]:
                folded = (self._columns[index] for index in self.folded)
                told += [f"{one.header}: {one.text(row)}" for one in folded]
            return ", ".join(told)
        return row if role == Role.ROW else self._row_id(row)

    def _icon(self, column: Column, row: Any) -> QIcon | None:
        found = column.icon(row) if column.icon else None
        if isinstance(found, QIcon):
            return found
        return icons.icon(*found) if found else None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        column = self._columns[section]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return column.header
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.align_right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.ToolTipRole and column.sort_key:
            return _("Sort by {column}").format(column=column.header)
        return column.sort_key if role == Role.SORT_KEY else None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Ask the source for another order. A column without a key is left alone."""
        if 0 <= column < len(self._columns) and self._columns[column].sort_key:
            descending = order == Qt.SortOrder.DescendingOrder
            self._source.sort(self._columns[column].sort_key, descending)
            self.refresh()

    def refresh(self) -> None:
        """Read anew. Rows are added or taken at the end, so scroll and selection stay put.

        Whoever shows a selected row looks up its new line with ``find``.
        """
        self._pages.clear()
        count = self._source.count()
        before = self._count.rows
        if count.rows > before:
            self.beginInsertRows(QModelIndex(), before, count.rows - 1)
            self._count = count
            self.endInsertRows()
        elif count.rows < before:
            self.beginRemoveRows(QModelIndex(), count.rows, before - 1)
            self._count = count
            self.endRemoveRows()
        self._count = count
        if count.rows:
            last = self.index(count.rows - 1, len(self._columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last, _ALL_ROLES)

    def refresh_row(self, row_id: int) -> None:
        """Read the page of one row anew; the others are left alone."""
        line = self.find(row_id)
        if line is None:
            return
        self._pages.pop(line // PAGE * PAGE, None)
        last = self.index(line, len(self._columns) - 1)
        self.dataChanged.emit(self.index(line, 0), last, _ALL_ROLES)
