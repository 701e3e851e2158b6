"""The first page: what is due, and where things stand."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gdpr_desktop.breaches.clock.model import clock_of
from gdpr_desktop.breaches.lists import RunningClock
from gdpr_desktop.breaches.service.upkeep import NOTIFY
from gdpr_desktop.breaches.widgets.clock_panel import ClockPanel
from gdpr_desktop.casework.lists import COUNT_LIMIT, DUE_LIMIT
from gdpr_desktop.casework.model import FEATURE_OF, RESTRICTION, CaseFilter, CaseKind, Due
from gdpr_desktop.casework.retention import clean_up_due
from gdpr_desktop.consents.keeping.service import clean_up_due as old_consents
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.dates import long_date, weekday
from gdpr_desktop.core.errors import AppError
from gdpr_desktop.core.text import _, ngettext
from gdpr_desktop.overview.getting_started import dismiss, getting_started, notifiers_words
from gdpr_desktop.overview.model import Band, Overview, band
from gdpr_desktop.overview.service import DAYS_AHEAD, overview
from gdpr_desktop.overview.widgets import DraftRow, DueRow, MonthBars, NumberButton, StartPanel
from gdpr_desktop.overview.words import (
    DueLine,
    band_words,
    draft_words,
    line_of,
    reminder_words,
    restricted_line,
)
from gdpr_desktop.ui import notices
from gdpr_desktop.ui.bus import bus
from gdpr_desktop.ui.contents import swap
from gdpr_desktop.ui.drafts import unfinished
from gdpr_desktop.ui.empty_state import EmptyState
from gdpr_desktop.ui.labels import button, label
from gdpr_desktop.ui.notice_bar import say, say_gently
from gdpr_desktop.ui.page_scroll import PageScroll
from gdpr_desktop.vault.drafts import Draft, discard, drop_unreadable

if TYPE_CHECKING:
    from gdpr_desktop.vault import Vault

_REQUESTS = FEATURE_OF[CaseKind.REQUEST]
_INFORMATION, _STALE = FEATURE_OF[CaseKind.COLLECTION], "stale"  # a tab, and a shelf of it
_SHOWN = 12  # due lines to a group; the rest is in the list


class OverviewPage(PageScroll):
    """Reads anew each time something changed."""

    def __init__(self, vault: "Vault", parent: QWidget | None = None) -> None:
        page = QWidget()
        super().__init__(page, parent)
        self._vault = vault
        self._today = label("", "title")
        self._numbers = {
            CaseFilter.OPEN: NumberButton(_("Open")),
            CaseFilter.OVERDUE: NumberButton(_("Overdue")),
            CaseFilter.THIS_WEEK: NumberButton(_("Due this week")),
        }
        for chip, made in self._numbers.items():
            made.clicked.connect(partial(bus.list_wanted.emit, _REQUESTS, chip))
        self._copies = label("", "warning")
        self._stale = button("", "link")
        self._stale.clicked.connect(partial(bus.list_wanted.emit, _INFORMATION, _STALE))
        self._notifiers = button("", "link")
        self._notifiers.setAccessibleName(_("Those who notify"))
        self._notifiers.clicked.connect(partial(bus.tool_wanted.emit, "settings:notifiers"))
        self._clean_up = label("", "warning")
        self._bars = MonthBars()
        self._drafts = QWidget()
        self._due = QWidget()
        self._due, self._start, self._clocks = QWidget(), QWidget(), QWidget()
        self._reminded = False
        self._due_items: tuple[Due, ...] = ()
        self._running: tuple[RunningClock, ...] = ()
        self._lay_out(page)
        self.refresh()
        bus.draft_told.connect(self._on_draft_told)

    def showEvent(self, event: QShowEvent) -> None:
        """Remind once, when the register has just been unlocked."""
        super().showEvent(event)
        if not self._reminded:
            self._reminded = True
            QTimer.singleShot(0, self, self._remind)
            return
        self._show_drafts()

    def _remind(self) -> None:
        if not self._vault.is_open:
            return  # locked at once
        drafts = unfinished(self._vault)
        text = draft_words(len(drafts), drop_unreadable(self._vault))
        if drafts:
            go_on = partial(self._on_go_on_requested, drafts[0])
            say(self, text, tone="warning", action=_("Go on"), on_action=go_on)
            return
        now, today = self._vault.clock.now(), self._vault.clock.today()
        states = [clock_of(one.aware, now, stopped_at=None) for one in self._running]
        text = text or reminder_words(self._due_items, today, states)
        if text:
            say_gently(self, text, tone="warning")

    def leave(self) -> None:
        """Locking: hear of no more drafts."""
        bus.draft_told.disconnect(self._on_draft_told)

    def _lay_out(self, page: QWidget) -> None:
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(24, 16, 24, 24)
        self._column.setSpacing(16)
        self._column.addWidget(self._today)
        self._column.addWidget(self._clocks)
        self._column.addWidget(self._start)
        numbers = QHBoxLayout()
        numbers.setSpacing(8)
        for made in self._numbers.values():
            numbers.addWidget(made)
        numbers.addStretch(1)
        self._column.addLayout(numbers)
        self._column.addWidget(self._copies)
        self._column.addWidget(self._stale, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(self._notifiers, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(self._drafts)
        self._column.addWidget(self._clean_up)
        self._column.addWidget(self._due)
        self._column.addStretch(1)
        self._column.addWidget(label(_("Requests received in each month"), "heading"))
        self._column.addWidget(self._bars)

    def refresh(self, _change: Change | None = None) -> None:
        """Read and show anew."""
        today = self._vault.clock.today()
        found = overview(self._vault)
        self._due_items = found.due
        day = f"{weekday(today)} {long_date(today)}"
        week = _("week {number}").format(number=today.isocalendar().week)
        self._today.setText(f"{day[:1].upper()}{day[1:]}, {week}")
        self._numbers[CaseFilter.OPEN].set_number(_number(found.open))
        self._numbers[CaseFilter.OVERDUE].set_number(_number(found.overdue))
        self._numbers[CaseFilter.THIS_WEEK].set_number(_number(found.this_week))
        self._show_clocks(found.clocks)
        self._show_start()
        self._show_copies(found.local_copies)
        self._show_stale(found.stale)
        self._show_notifiers()
        self._show_clean_up()
        self._bars.show_months(found.months)
        self._show_drafts()
        self._show_due(found)

    def _show_clocks(self, clocks: tuple[RunningClock, ...]) -> None:
        self._running = clocks
        old, self._clocks = self._clocks, ClockPanel(clocks, self._vault.clock)
        swap(self._column, old, self._clocks)
        self._clocks.setVisible(bool(clocks))

    def _show_start(self) -> None:
        starts = getting_started(self._vault)
        old, self._start = self._start, StartPanel(starts) if starts else QWidget()
        if isinstance(self._start, StartPanel):
            self._start.dismissed.connect(self._on_start_dismissed)
        swap(self._column, old, self._start)
        self._start.setVisible(bool(starts))

    def _on_start_dismissed(self) -> None:
        bus.tell(dismiss(self._vault), self)

    def _show_copies(self, count: int) -> None:
        text = ngettext(
            "{count} letter still lies on this machine. Delete it when it is in the archive.",
            "{count} letters still lie on this machine. Delete them when they are in the archive.",
            count,
        )
        self._copies.setText(text.format(count=count))
        self._copies.setVisible(count > 0)

    def _show_stale(self, count: int) -> None:
        text = ngettext(
            "{count} document says something else than the record does now",
            "{count} documents say something else than the record does now",
            count,
        )
        self._stale.setText(text.format(count=count))
        self._stale.setVisible(count > 0)

    def _show_notifiers(self) -> None:
        """Who may notify the authority; the list of a new register says the first of it itself."""
        text = "" if isinstance(self._start, StartPanel) else notifiers_words(self._vault)
        self._notifiers.setText(text)
        self._notifiers.setVisible(bool(text))

    def _show_drafts(self) -> None:
        old, self._drafts = self._drafts, QWidget()
        column = QVBoxLayout(self._drafts)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        found = unfinished(self._vault)
        if found:
            column.addWidget(label(_("Drafts that you have not saved"), "heading"))
        for draft in found:
            row = DraftRow(draft, self._vault.clock.today())
            row.go_on_requested.connect(self._on_go_on_requested)
            row.discard_requested.connect(self._on_discard_requested)
            column.addWidget(row)
        self._drafts.setVisible(bool(found))
        swap(self._column, old, self._drafts)

    def _on_draft_told(self, _text: str) -> None:
        if self.isVisible():
            self._show_drafts()

    def _on_go_on_requested(self, draft: Draft) -> None:
        bus.draft_wanted.emit(draft.form.partition(".")[0], draft)

    def _on_discard_requested(self, draft: Draft) -> None:
        sure = notices.ask(
            self,
            _("Discard the draft?"),
            _("What you typed and did not save will be gone."),
            _("Discard the draft"),
            dangerous=True,
        )
        if not sure:
            return
        try:
            discard(self._vault, draft.form, draft.case_id)
        except AppError as error:
            notices.error(self, error)
        self._show_drafts()

    def _show_clean_up(self) -> None:
        due = clean_up_due(self._vault) or old_consents(self._vault)
        text = _(
            "It is time for the yearly clean-up: some of it has been kept for long enough."
            " Choose Register, Clean-up."
        )
        self._clean_up.setText(text if due else "")
        self._clean_up.setVisible(due)

    def _show_due(self, found: Overview) -> None:
        old, self._due = self._due, QWidget()
        column = QVBoxLayout(self._due)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        today = self._vault.clock.today()
        apart = {RESTRICTION, *([NOTIFY] if found.clocks else [])}  # shown by themselves
        due = (item for item in found.due if item.kind not in apart)
        lines = [*map(line_of, due), *map(line_of, found.entries)]
        lasting = [restricted_line(item) for item in found.restricted]
        lines += [item for item in lasting if (item.due - today).days <= DAYS_AHEAD]
        for group in Band:
            items = [item for item in lines if band(item.due, today) is group]
            if items:
                items.sort(key=lambda item: (item.is_task, item.due))
                self._add_group(column, group, items)
        if found.unused:
            text = _("When the first request is registered, its deadlines stand here.")
            empty = EmptyState("inbox", _("No cases yet"), text, _("Go to the requests"))
            empty.activated.connect(partial(bus.list_wanted.emit, _REQUESTS, CaseFilter.OPEN))
            column.addWidget(empty)
        elif not lines:
            text = _("Nothing is due in the next two weeks.")
            column.addWidget(EmptyState("check", _("All is well"), text))
        later = [item for item in lasting if (item.due - today).days > DAYS_AHEAD]
        if later:
            self._add_lines(column, _("Restricted processing in force"), later)
        swap(self._column, old, self._due)

    def _add_group(self, column: QVBoxLayout, group: Band, items: list[DueLine]) -> None:
        self._add_lines(column, band_words(group), items)

    def _add_lines(self, column: QVBoxLayout, heading: str, items: list[DueLine]) -> None:
        today = self._vault.clock.today()
        column.addWidget(label(heading, "heading"))
        for item in items[:_SHOWN]:
            row = DueRow(item, today)
            row.chosen.connect(self._on_due_chosen)
            column.addWidget(row)
        more = len(items) - _SHOWN
        if more > 0:
            text = ngettext("… and {count} more", "… and {count} more", more)
            cut = len(self._due_items) >= DUE_LIMIT  # there are more than were read
            column.addWidget(label(text.format(count=f"{more}+" if cut else more), "muted"))
        column.addSpacing(12)

    def _on_due_chosen(self, item: DueLine) -> None:
        if item.feature:
            bus.case_wanted.emit(item.feature, item.target)
        else:
            bus.entry_wanted.emit(item.target)


def _number(count: int) -> str:
    return f"{COUNT_LIMIT}+" if count > COUNT_LIMIT else str(count)
