"""A date typed the Norwegian way, or picked in a calendar."""

import datetime as dt

from PySide6.QtCore import QDate, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from gdpr_desktop.core.clock import Clock, SystemClock
from gdpr_desktop.core.dates import long_date, parse_date
from gdpr_desktop.core.text import _
from gdpr_desktop.ui import icons
from gdpr_desktop.ui.fields.typed import TypedField


class DateField(TypedField):
    """``3.2.``, ``03.02.26``, ``i dag``, ``+7``; shows ``3. februar 2026`` when left.

    ``past`` reads two-digit years as birth years. Alt+Down opens the calendar.
    """

    date_changed = Signal(object)  # date or None

    def __init__(
        self,
        clock: Clock | None = None,
        *,
        past: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        self._clock = clock or SystemClock()
        self._past = past
        super().__init__(self._parse, long_date, parent)
        self.line.setPlaceholderText(_("Day.month.year"))
        self.line.setMinimumWidth(
            self.line.fontMetrics().horizontalAdvance("30. september 2026") + 24
        )
        self._button = QToolButton(self)
        icons.set_icon(self._button, "calendar", "muted", 20)
        self._button.setToolTip(_("Open the calendar (Alt+Down)"))
        self._button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._button.clicked.connect(self.open_calendar)
        self._button.setSizePolicy(
            QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred
        )  # no lower than the line
        self.row.addWidget(self._button)
        self.set_accessible(_("Date"), "")
        self.value_changed.connect(self.date_changed)

    def date(self) -> dt.date | None:
        """The date typed; None when empty or unreadable (see ``problem``)."""
        return self._current()

    def set_date(self, day: dt.date | None) -> None:
        """Show a date, or none."""
        self._set(day)

    def set_accessible(self, name: str, description: str) -> None:
        super().set_accessible(name, description)
        self._button.setAccessibleName(_("Calendar: {field}").format(field=name))

    def open_calendar(self) -> None:
        """Open the calendar under the field."""
        from gdpr_desktop.ui.fields.calendar import CalendarPopup  # built on first use

        popup = CalendarPopup(self)
        popup.picked.connect(self._on_calendar_picked)
        day = self.date() or self._clock.today()
        popup.select(QDate(day.year, day.month, day.day))
        popup.open_at(self.mapToGlobal(QPoint(0, self.height() + 2)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        if event.key() == Qt.Key.Key_Down and alt:
            self.open_calendar()
            return
        super().keyPressEvent(event)

    def _parse(self, text: str) -> dt.date:
        return parse_date(text, today=self._clock.today(), past=self._past)

    def _on_calendar_picked(self, day: QDate) -> None:
        self._set(dt.date(day.year(), day.month(), day.day()))
        self.line.setFocus()
