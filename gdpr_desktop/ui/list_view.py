"""The table of a list tab: whole rows, one at a time, widths remembered.

Where there is no room for all columns, the optional ones stand on a second line of each row.
"""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from gdpr_desktop.ui import theme
from gdpr_desktop.ui.labels import restyle
from gdpr_desktop.ui.list_model import WindowedModel
from gdpr_desktop.ui.machine_settings import MachineSettings

_USUAL_CHARACTER = 7  # pixels
_NARROWEST = 0.9  # of the wanted widths; below that a column must go to the second line
_CUT = 0.6  # where none is left that can go: words are cut before one must scroll sideways
_MARGIN = 11  # pixels, left of a text


class ListView(QTableView):
    """Up and down go through the rows; Tab leaves the list."""

    def __init__(
        self,
        model: WindowedModel,
        name: str,
        settings: MachineSettings | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._name, self._settings, self._model = name, settings, model
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        rows = self.verticalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(self.fontMetrics().height() + 20)
        self.setItemDelegate(_Cells(model, self))
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionsMovable(False)
        head.setSortIndicatorClearable(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        head.setMinimumSectionSize(48)
        head.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setModel(model)
        self.setSortingEnabled(True)
        self._set_widths()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(500)
        self._timer.timeout.connect(self._remember)
        head.sectionResized.connect(self._timer.start)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.activated.emit(self.currentIndex())
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._remembered():
            self._share(self.viewport().width())

    def _remembered(self) -> tuple[int, ...] | None:
        widths = self._settings.columns.get(self._name) if self._settings else None
        return widths if widths and len(widths) == len(self._model.columns) else None

    def _set_widths(self) -> None:
        widths = self._remembered() or self._wanted()
        for index, width in enumerate(widths):
            self.setColumnWidth(index, max(width, 48))

    def _wanted(self) -> tuple[int, ...]:
        # Columns are measured for the usual text; larger text needs more.
        scale = max(self.fontMetrics().averageCharWidth() / _USUAL_CHARACTER, 1.0)
        return tuple(round(column.width * scale) for column in self._model.columns)

    def _share(self, room: int) -> None:
        # Until the person has set widths, the columns fill the list in their proportions, and
        # optional ones go to a second line, the last first, where there is no room for all.
        wanted = self._wanted()
        shown = list(range(len(wanted)))
        for index in reversed(range(len(wanted))):
            full = sum(wanted[kept] for kept in shown)
            if full * _NARROWEST > room and self._model.columns[index].optional:
                shown.remove(index)
        scale = max(room / (sum(wanted[kept] for kept in shown) or 1), _CUT)
        head = self.horizontalHeader()
        was = head.blockSignals(True)
        for index, width in enumerate(wanted):
            self.setColumnHidden(index, index not in shown)
            if index in shown:
                head.resizeSection(index, int(width * scale))
        head.blockSignals(was)
        self._fold(tuple(index for index in range(len(wanted)) if index not in shown))
        self.updateGeometries()

    def _fold(self, indexes: tuple[int, ...]) -> None:
        if indexes == self._model.folded:
            return
        self._model.folded = indexes
        line = self.fontMetrics().height()
        self.verticalHeader().setDefaultSectionSize(2 * line + 24 if indexes else line + 20)
        self.setProperty("lines", "2" if indexes else "1")
        restyle(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._model.folded:
            return
        painter = QPainter(self.viewport())
        painter.setPen(theme.colour("muted"))
        metrics, height = self.fontMetrics(), self.verticalHeader().defaultSectionSize()
        width = self.viewport().width() - 2 * _MARGIN
        line = self.rowAt(event.rect().top())
        while 0 <= line < self._model.rowCount():
            top = self.rowViewportPosition(line)
            if top > event.rect().bottom():
                break
            words = self._model.second_line(line)
            place = QRect(_MARGIN, top + height // 2, width, height // 2 - 4)
            side = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, width)
            painter.drawText(place, side, shown)
            line += 1

    def _remember(self) -> None:
        if self._settings:
            head = self.horizontalHeader()
            self._settings.columns[self._name] = tuple(
                head.sectionSize(index) for index in range(head.count())
            )
            self._settings.save()


class _Cells(QStyledItemDelegate):
    """Leaves the lower half of a row to the second line, where there is one."""

    def __init__(self, model: WindowedModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        if self._model.folded:
            side = option.displayAlignment & Qt.AlignmentFlag.AlignHorizontal_Mask
            option.displayAlignment = side | Qt.AlignmentFlag.AlignTop
            option.decorationAlignment = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
