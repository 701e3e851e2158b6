"""A date and a time of day on Norwegian clocks, which together are an instant."""

import datetime as dt
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gdpr_desktop.core.clock import OSLO, Clock, SystemClock
from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.text import _
from gdpr_desktop.ui.fields.choice import RadioChoice
from gdpr_desktop.ui.fields.date import DateField
from gdpr_desktop.ui.fields.time import TimeField
from gdpr_desktop.ui.labels import button


class MomentField(QWidget):
    """Date, time and «Now» beside each other.

    In the hour that comes twice when summer time ends it asks which of the two is meant, and
    chooses none itself. The hour that is left out when summer time begins is refused.
    """

    value_changed = Signal(object)  # aware datetime in UTC, or None
    problem_changed = Signal(str)

    def __init__(self, clock: Clock | None = None, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock = clock or SystemClock()
        self._value: dt.datetime | None = None
        self._shown: dt.datetime | None = None  # to the second; the fields show the minute
        self.date_part = DateField(self._clock)
        self.time_part = TimeField()
        self.now_button = button(_("Now"))
        self.now_button.clicked.connect(self._on_now_clicked)
        self.which = RadioChoice(
            (
                (0, _("The first time: still summer time")),
                (1, _("The second time: the clocks had been put back")),
            )
        )
        self.which.hide()
        self._arrange()
        for part in (self.date_part, self.time_part):
            part.value_changed.connect(self._on_part_changed)
            part.line.editingFinished.connect(self._on_part_left)
            part.line.textEdited.connect(self._on_part_edited)
        self.which.value_changed.connect(self._on_which_chosen)
        self.setFocusProxy(self.date_part)
        self.set_accessible(_("Date and time"), "")

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.date_part, 3)
        row.addWidget(self.time_part, 1)
        row.addWidget(self.now_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(row)
        layout.addWidget(self.which)

    def moment(self) -> dt.datetime | None:
        """The instant in UTC; None when it is empty or cannot be read (see ``problem``)."""
        day, clock = self.date_part.date(), self.time_part.time()
        if day is None or clock is None:
            return None
        fold = self._fold(day, clock)
        if fold is None:
            return None
        from gdpr_desktop.law.deadlines import oslo_instant

        try:
            found = oslo_instant(day, clock, fold)
        except ValueError:
            return None
        exact = self._shown
        return exact if exact is not None and exact.replace(second=0) == found else found

    def set_moment(self, moment: dt.datetime | None) -> None:
        """Show an aware instant, or none."""
        self._shown = moment and moment.astimezone(dt.UTC).replace(microsecond=0)
        local = moment.astimezone(OSLO) if moment else None
        self.date_part.set_date(local.date() if local else None)
        self.time_part.set_time(dt.time(local.hour, local.minute) if local else None)
        self._ask()
        self.which.set_value(local.fold if local and self.which.isVisibleTo(self) else None)
        self._tell()
        self.problem_changed.emit("")

    def problem(self) -> str:
        """The sentence about what stands there now; empty when it reads well or is empty."""
        if typed := self._typed_problem():
            return typed
        given = (self.date_part.date() is not None, self.time_part.time() is not None)
        if given == (True, False):
            return _("Give the time of day too.")
        if given == (False, True):
            return _("Give the date too.")
        if given == (True, True) and self.moment() is None:
            return _(
                "The clocks were put back that night, so this hour came twice. "
                "Choose the first or the second time."
            )
        return ""

    def editors(self) -> tuple[QWidget, ...]:
        """The widgets that carry the mark of a problem."""
        return (self.date_part.line, self.time_part.line)

    def set_accessible(self, name: str, description: str) -> None:
        """Pass the names inwards."""
        parts = ((self.date_part, _("Date")), (self.time_part, _("Time of day")))
        for part, words in parts:
            part.set_accessible(f"{name}: {words}", description)
        self.which.set_accessible(name, description)
        self.now_button.setAccessibleName(_("Now: {field}").format(field=name))

    def draft_state(self) -> dict[str, Any]:
        """What is typed and chosen."""
        return {
            "date": self.date_part.draft_state(),
            "time": self.time_part.draft_state(),
            "which": self.which.draft_state(),
        }

    def restore_draft(self, state: dict[str, Any]) -> None:
        """Put back what was typed and chosen."""
        self.date_part.restore_draft(state.get("date", self.date_part.draft_state()))
        self.time_part.restore_draft(state.get("time", self.time_part.draft_state()))
        self._ask()
        if self.which.isVisibleTo(self):
            self.which.restore_draft(state.get("which"))
        self._tell()

    def _typed_problem(self) -> str:
        """What can be said before both are filled in: nobody is scolded on the way."""
        if problem := self.date_part.problem() or self.time_part.problem():
            return problem
        day, clock = self.date_part.date(), self.time_part.time()
        if day is None or clock is None or self._fold(day, clock) is None or self.moment():
            return ""
        return _(
            "The clocks were put forward to summer time that night, so {time} did not exist on "
            "{date}. Type the time that the clock showed."
        ).format(time=f"{clock:%H:%M}", date=long_date(day))

    def _fold(self, day: dt.date, clock: dt.time) -> int | None:
        """Which pass is meant; None where it must be asked and has not been answered."""
        from gdpr_desktop.law.deadlines import comes_twice  # not needed before the first moment

        if not comes_twice(day, clock):
            return 0
        answer: int | None = self.which.value()
        return answer

    def _ask(self) -> None:
        """Show the question where the hour comes twice; elsewhere no old answer stays."""
        from gdpr_desktop.law.deadlines import comes_twice

        day, clock = self.date_part.date(), self.time_part.time()
        twice = day is not None and clock is not None and comes_twice(day, clock)
        self.which.setVisible(twice)
        if not twice:
            self.which.set_value(None)

    def _tell(self) -> None:
        moment = self.moment()
        if moment != self._value:
            self._value = moment
            self.value_changed.emit(moment)

    def _on_part_changed(self, _value: object) -> None:
        self._ask()
        self._tell()

    def _on_part_left(self) -> None:
        # here and not at the change: that takes the sentence of a row away
        self.problem_changed.emit(self._typed_problem())

    def _on_part_edited(self, _text: str) -> None:
        self.problem_changed.emit("")

    def _on_which_chosen(self, _value: object) -> None:
        self._tell()
        self.problem_changed.emit("")

    def _on_now_clicked(self) -> None:
        self.set_moment(self._clock.now().replace(second=0, microsecond=0))
