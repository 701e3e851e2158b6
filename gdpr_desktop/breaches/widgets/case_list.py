"""The rows and columns of the log of breaches."""

from dataclasses import dataclass, fields, replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from PySide6.QtGui import QIcon

from gdpr_desktop.breaches.clock.model import ClockState, clock_of
from gdpr_desktop.breaches.clock.words import moment_words, short_words, state_words
from gdpr_desktop.breaches.code_words import words
from gdpr_desktop.breaches.lists import BreachFilter, ClockRow, clocks_of
from gdpr_desktop.breaches.widgets.clock_face import row_icon
from gdpr_desktop.breaches.words import closed_words, step_words
from gdpr_desktop.casework.deadline_words import remaining, urgency
from gdpr_desktop.casework.model import Case, CaseFilter, CaseKind, CaseSort
from gdpr_desktop.casework.narrowing import Narrowing
from gdpr_desktop.casework.widgets.case_list import URGENCY_LOOKS, CaseSource, case_columns
from gdpr_desktop.core.text import _
from gdpr_desktop.ui.list_model import Column, Count

if TYPE_CHECKING:
    from gdpr_desktop.vault import Vault

_FIELDS = tuple(field.name for field in fields(Case))
_Look = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class BreachRow(Case):
    """A case in the list, with its clock."""

    clock: ClockRow


class BreachSource(CaseSource):
    """Pages of breaches; the clocks of a whole page are read at once.

    Two chips ask for what only breaches have: a running clock, and one that has run out to the
    minute, which the date of the deadline does not tell.
    """

    def __init__(self, vault: "Vault") -> None:
        super().__init__(vault, (CaseKind.BREACH,))
        self._chip, self._chosen = CaseFilter.ALL, BreachFilter()

    def filter(self, wanted: CaseFilter) -> None:
        super().filter(wanted)
        self._chip = wanted
        if wanted in (CaseFilter.RUNNING, CaseFilter.OVERDUE):
            self.query = replace(self.query, filter=CaseFilter.OPEN)
        self._ask()

    def narrow(self, narrowing: Narrowing | None) -> None:
        self._chosen = narrowing if isinstance(narrowing, BreachFilter) else BreachFilter()
        self._ask()

    def count(self) -> Count:
        self._ask()
        return super().count()

    def page(self, offset: int, limit: int) -> tuple[Case, ...]:
        found = super().page(offset, limit)
        clocks = clocks_of(self._vault.db, (case.id for case in found))
        read = [_row(case, clocks[case.id]) for case in found]
        if self.query.sort is CaseSort.DUE:  # the deadline has a date, the clock a minute
            read.sort(key=_due_minute, reverse=self.query.descending)
        return tuple(read)

    def _ask(self) -> None:
        """What chip and filters ask for together, at this instant."""
        clock, asked = self._vault.clock, self._chosen
        if self._chip is CaseFilter.RUNNING:
            asked = replace(asked, running=True)
        elif self._chip is CaseFilter.OVERDUE:
            asked = replace(asked, overdue=(clock.now(), clock.today()))
        super().narrow(None if asked.empty else asked)


class ClockCell:
    """The clock while it runs; then how the authority was told, and what else is due."""

    def __init__(self, vault: "Vault") -> None:
        self._clock = vault.clock

    def state(self, row: BreachRow) -> ClockState | None:
        """The clock that runs."""
        if not row.open or not row.clock.running:
            return None
        return clock_of(row.clock.aware, self._clock.now(), stopped_at=None)

    def text(self, row: BreachRow) -> str:
        """«31 h to go», «2 h over», «Notified · 3 days left», «Notified too late»."""
        if not row.open:
            return closed_words(row.outcome) if row.outcome else _("Closed")
        state = self.state(row)
        if state is not None:
            return short_words(state)
        parts = [words(row.clock.authority) if row.clock.authority else ""]
        parts.append(remaining(row.due, self._clock.today()) if row.due else "")
        return " · ".join(part for part in parts if part)

    def icon(self, row: BreachRow) -> QIcon | _Look:
        """A ring, or the sign of another deadline."""
        state = self.state(row)
        return row_icon(state) if state is not None else self._sign(row)

    def tone(self, row: BreachRow) -> str:
        """The colour of the words."""
        state = self.state(row)
        if state is not None:
            return {"red": "danger", "passed": "danger", "amber": "warning"}.get(state.tone, "")
        return self._sign(row)[1] if row.open else "muted"

    def tip(self, row: BreachRow) -> str:
        """When, in full."""
        state = self.state(row)
        return state_words(state, self._clock.now()) if state is not None else self.text(row)

    def aware(self, row: BreachRow) -> str:
        """When the 72 hours started."""
        return moment_words(row.clock.aware, self._clock.now())

    def _sign(self, row: BreachRow) -> _Look:
        if not row.open or row.due is None:
            return "done", "ok"
        return URGENCY_LOOKS[urgency(row.due, self._clock.today())]


def breach_columns(vault: "Vault") -> tuple[Column, ...]:
    """The clock, what happened, next step, caseworker, aware, number."""
    cell = ClockCell(vault)
    _due, title, step, number = case_columns(
        vault,
        step_words=step_words,
        outcome_words=closed_words,
        settled="",
        person=_("What happened"),
    )
    clock = Column(
        header=_("72 hours"),
        text=cell.text,
        sort_key=CaseSort.DUE,
        icon=cell.icon,
        tone=cell.tone,
        tooltip=cell.tip,
        width=172,
    )
    aware = Column(header=_("Aware of it"), text=cell.aware, width=170, optional=True, named=True)
    caseworker = Column(header=_("Caseworker"), text=_caseworker, width=120, optional=True)
    return (clock, replace(title, width=198), replace(step, width=175), caseworker, aware, number)


def _caseworker(row: BreachRow) -> str:
    return row.caseworker


def _due_minute(row: BreachRow) -> tuple[date, datetime]:
    last = datetime.max.replace(tzinfo=UTC)
    return row.due or date.max, row.clock.aware if row.clock.running else last


def _row(case: Case, clock: ClockRow) -> BreachRow:
    return BreachRow(**{name: getattr(case, name) for name in _FIELDS}, clock=clock)
