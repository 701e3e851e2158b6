"""The calendar that drops down under a date field: Monday first, week numbers."""

from PySide6.QtCore import QDate, QLocale, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QToolButton, QVBoxLayout, QWidget

from gdpr_desktop.core.text import _, current_language
from gdpr_desktop.ui import icons, theme


class CalendarPopup(QFrame):
    """Closes when a day is picked (click, Enter) or with Escape; deleted when closed."""

    picked = Signal(QDate)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("role", "popup")
        self.setAccessibleName(_("Calendar"))
        self._calendar = QCalendarWidget(self)
        self._calendar.setLocale(QLocale(f"{current_language().value}_NO"))
        self._calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self._calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.ISOWeekNumbers)
        self._calendar.setHorizontalHeaderFormat(
            QCalendarWidget.HorizontalHeaderFormat.ShortDayNames
        )
        self._calendar.setGridVisible(False)
        weekend = QTextCharFormat()
        weekend.setForeground(theme.colour("muted"))
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self._calendar.setWeekdayTextFormat(day, weekend)
        header = QTextCharFormat()
        header.setForeground(theme.colour("muted"))
        header.setBackground(theme.colour("field"))
        self._calendar.setHeaderTextFormat(header)
        self._name_parts()
        self._calendar.clicked.connect(self._on_day_picked)
        self._calendar.activated.connect(self._on_day_picked)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.addWidget(self._calendar)
        self.setFocusProxy(self._calendar)

    def select(self, day: QDate) -> None:
        """Show and mark a day."""
        self._calendar.setSelectedDate(day)

    def open_at(self, where: QPoint) -> None:
        """Show inside the screen, at ``where`` if there is room."""
        self.adjustSize()
        screen = self.screen().availableGeometry()
        where.setX(max(screen.left(), min(where.x(), screen.right() - self.width())))
        where.setY(max(screen.top(), min(where.y(), screen.bottom() - self.height())))
        self.move(where)
        self.show()
        self._calendar.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
            return
        super().keyPressEvent(event)

    def _name_parts(self) -> None:
        names = {
            "qt_calendar_prevmonth": (_("Month before"), "chevron-left"),
            "qt_calendar_nextmonth": (_("Month after"), "chevron-right"),
            "qt_calendar_monthbutton": (_("Month"), ""),
            "qt_calendar_yearbutton": (_("Year"), ""),
            "qt_calendar_yearedit": (_("Year"), ""),
            "qt_calendar_calendarview": (_("Days"), ""),
        }
        for name, (words, picture) in names.items():
            part = self._calendar.findChild(QWidget, name)
            if part is None:
                continue
            part.setAccessibleName(words)
            if picture and isinstance(part, QToolButton):
                icons.set_icon(part, picture, "text", 16)

    def _on_day_picked(self, day: QDate) -> None:
        self.picked.emit(day)
        self.close()
