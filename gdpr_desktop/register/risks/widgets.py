"""The risk map: five by five cells, with how many risks stand in each before and after."""

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from gdpr_desktop.core.text import _, ngettext
from gdpr_desktop.register.entries.model import Entry
from gdpr_desktop.register.risks import levels
from gdpr_desktop.register.risks.levels import STEPS, Level
from gdpr_desktop.register.risks.model import Risk
from gdpr_desktop.register.risks.words import level_words
from gdpr_desktop.ui import theme
from gdpr_desktop.ui.accessible import announce
from gdpr_desktop.ui.labels import label
from gdpr_desktop.vault import Vault

_SOFT = {Level.LOW: "ok_soft", Level.MEDIUM: "warning_soft", Level.HIGH: "danger_soft"}
_TONE = {Level.LOW: "ok", Level.MEDIUM: "warning", Level.HIGH: "danger"}
Cell = tuple[int, int]  # likelihood, consequence
_MOVES = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (1, 0),
    Qt.Key.Key_Down: (-1, 0),
}


def map_of(_vault: Vault, entry: Entry) -> QWidget:
    """The map of an assessment, with the words for it underneath."""
    return RiskMapPanel(entry.content.risks)


class RiskMapPanel(QWidget):
    """The map, and in words what stands in the cell that is chosen."""

    def __init__(self, risks: Iterable[Risk], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.map = RiskMap(risks)
        self.words = label("", "")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 8)
        layout.setSpacing(8)
        legend = _("Ring: without the measures. Disc: with the measures.")
        layout.addWidget(label(legend, "muted"))
        layout.addWidget(self.map)
        layout.addWidget(self.words)
        self.map.cell_chosen.connect(self.words.setText)
        self.words.setText(self.map.words())


class RiskMap(QWidget):
    """Likelihood upwards, consequence to the right. Arrows or a click choose a cell."""

    cell_chosen = Signal(str)  # the words for the cell

    def __init__(self, risks: Iterable[Risk], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._risks = tuple(risks)
        self.cell: Cell = self._first()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("Risk map"))
        self.setAccessibleDescription(self.text_alternative())

    def sizeHint(self) -> QSize:
        height = self._cell_height() * len(STEPS) + self._margin() * 2
        return QSize(self._cell_height() * 11, height)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._cell_height() * 6, self.sizeHint().height())

    def counts(self, cell: Cell) -> tuple[int, int]:
        """How many risks stand in the cell without and with the measures."""
        before, after = self._names(cell)
        return len(before), len(after)

    def words(self) -> str:
        """What stands in the cell that is chosen."""
        likelihood, consequence = self.cell
        level = level_words(levels.USUAL.level(likelihood, consequence)).lower()
        lines = [
            _("Likelihood {likelihood}, consequence {consequence}: {level} risk.").format(
                likelihood=likelihood, consequence=consequence, level=level
            )
        ]
        before, after = self._names(self.cell)
        if before:
            lines.append(_("Without the measures: {names}").format(names="; ".join(before)))
        if after:
            lines.append(_("With the measures: {names}").format(names="; ".join(after)))
        if not (before or after):
            lines.append(_("No risk stands here."))
        return "\n".join(lines)

    def text_alternative(self) -> str:
        """The whole map in a sentence or two."""
        parts = []
        for level in (Level.HIGH, Level.MEDIUM, Level.LOW):
            before = sum(levels.before(risk) is level for risk in self._risks)
            after = sum(levels.after(risk) is level for risk in self._risks)
            text = ngettext(
                "{level}: {count} risk without the measures, {after} with them.",
                "{level}: {count} risks without the measures, {after} with them.",
                before,
            )
            parts.append(text.format(level=level_words(level), count=before, after=after))
        return " ".join(parts)

    def choose(self, cell: Cell) -> None:
        """Choose a cell, and say what stands there."""
        self.cell = (min(max(cell[0], 1), 5), min(max(cell[1], 1), 5))
        self.update()
        words = self.words()
        self.cell_chosen.emit(words)
        announce(self, words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        move = _MOVES.get(Qt.Key(event.key()))
        if move is None:
            super().keyPressEvent(event)
            return
        self.choose((self.cell[0] + move[0], self.cell[1] + move[1]))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for likelihood in STEPS:
            for consequence in STEPS:
                if self._rect((likelihood, consequence)).contains(event.position()):
                    self.choose((likelihood, consequence))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for likelihood in STEPS:
            for consequence in STEPS:
                self._paint_cell(painter, (likelihood, consequence))
        self._paint_axes(painter)
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self._rect(self.cell).adjusted(1, 1, -1, -1))
        painter.end()

    def _first(self) -> Cell:
        """The gravest cell that has a risk."""
        found = [
            (risk.likelihood * risk.consequence, (risk.likelihood, risk.consequence))
            for risk in self._risks
            if levels.is_set(risk)
        ]
        return max(found)[1] if found else (1, 1)

    def _names(self, cell: Cell) -> tuple[list[str], list[str]]:
        before = [r.text for r in self._risks if (r.likelihood, r.consequence) == cell]
        after = [r.text for r in self._risks if (r.likelihood_after, r.consequence_after) == cell]
        return before, after

    def _cell_height(self) -> int:
        return self.fontMetrics().height() + 16

    def _margin(self) -> int:
        return self.fontMetrics().height() + 6

    def _rect(self, cell: Cell) -> QRectF:
        """The place of a cell; axes stand left of and below the cells."""
        left, height = self._margin() * 1.8, self._cell_height()
        width = (self.width() - left) / len(STEPS)
        top = (len(STEPS) - cell[0]) * height
        return QRectF(left + (cell[1] - 1) * width, top, width - 2, height - 2)

    def _paint_cell(self, painter: QPainter, cell: Cell) -> None:
        level = levels.USUAL.level(*cell)
        place = self._rect(cell)
        painter.fillRect(place, theme.colour(_SOFT[level]))
        painter.setPen(theme.colour(_TONE[level]))
        corner = place.adjusted(4, 2, -4, -2)
        painter.drawText(corner, Qt.AlignmentFlag.AlignLeft, str(cell[0] * cell[1]))
        before, after = self.counts(cell)
        radius = self._cell_height() * 0.36
        right = place.right() - radius - 4
        if after:
            self._paint_mark(painter, QPointF(right, place.center().y()), radius, after, True)
            right -= radius * 2 + 4
        if before:
            self._paint_mark(painter, QPointF(right, place.center().y()), radius, before, False)

    def _paint_mark(
        self, painter: QPainter, centre: QPointF, radius: float, number: int, disc: bool
    ) -> None:
        painter.setPen(QPen(theme.colour("text"), 2))
        painter.setBrush(theme.colour("text" if disc else "window"))
        painter.drawEllipse(centre, radius, radius)
        painter.setPen(theme.colour("window" if disc else "text"))
        square = QRectF(centre.x() - radius, centre.y() - radius, radius * 2, radius * 2)
        painter.drawText(square, Qt.AlignmentFlag.AlignCenter, str(number))

    def _paint_axes(self, painter: QPainter) -> None:
        painter.setPen(theme.colour("muted"))
        height, margin = self._cell_height(), self._margin()
        for step in STEPS:
            side = self._rect((step, 1))
            number = QRectF(margin, side.top(), margin * 0.6, height)
            painter.drawText(number, Qt.AlignmentFlag.AlignCenter, str(step))
            below = self._rect((1, step))
            number = QRectF(below.left(), below.bottom() + 2, below.width(), margin)
            painter.drawText(number, Qt.AlignmentFlag.AlignCenter, str(step))
        bottom = self._rect((1, 1)).bottom() + margin
        line = QRectF(margin * 1.8, bottom, self.width() - margin * 1.8, margin)
        painter.drawText(line, Qt.AlignmentFlag.AlignCenter, _("Consequence for the person"))
        painter.save()
        painter.translate(0, height * len(STEPS))
        painter.rotate(-90)
        line = QRectF(0, 0, height * len(STEPS), margin)
        painter.drawText(line, Qt.AlignmentFlag.AlignCenter, _("Likelihood"))
        painter.restore()
