"""The figures of the requests: a picture and the numbers, to be copied or exported."""

from functools import partial
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.errors import AppError
from gdpr_desktop.core.roles import Deed, Scope, scope
from gdpr_desktop.core.text import _, current_language, ngettext
from gdpr_desktop.correspondence.dialogs.place import ask_path
from gdpr_desktop.register.exchange.places import write_whole
from gdpr_desktop.requests.figures import service
from gdpr_desktop.requests.figures.model import Figures
from gdpr_desktop.requests.figures.period import Period
from gdpr_desktop.requests.figures.sheets import Heading, figures_book
from gdpr_desktop.requests.figures.tables import (
    STEPS,
    Table,
    as_text,
    period_words,
    tables_of,
)
from gdpr_desktop.requests.widgets.figures_table import FiguresTable
from gdpr_desktop.ui import tasks
from gdpr_desktop.ui.accessible import announce
from gdpr_desktop.ui.bar_chart import Bar, BarChart
from gdpr_desktop.ui.fields.choice import Choice
from gdpr_desktop.ui.information_dialog import InformationDialog
from gdpr_desktop.ui.labels import button, label
from gdpr_desktop.ui.slices import Slices
from gdpr_desktop.vault import Vault

_WIDTH, _HEIGHT = 900, 760
_MONTH = STEPS.index(31)  # bars after this one took longer than the limit without extension


class FiguresDialog(InformationDialog):
    """Counts in slices: the window answers meanwhile, and closing stops it."""

    def __init__(self, vault: Vault, parent: QWidget | None = None) -> None:
        super().__init__(parent, _("Figures of the requests"), _WIDTH, _HEIGHT)
        self._vault = vault
        self._slices: Slices | None = None
        self._name = self._told = ""
        self.tables: tuple[Table, ...] = ()
        self._build_choices()
        self.state = label("", "muted")
        self.body.addWidget(self.state)
        if scope(vault.actor.role, Deed.READ_CASE) is Scope.ASSIGNED:
            self.body.addWidget(label(_("Only requests that you have, or registered, count.")))
        self._figures = QWidget()
        self.body.addWidget(self._figures)
        self.body.addStretch(1)
        self.show_period(Period())

    def _build_choices(self) -> None:
        self.year = Choice(
            [(year, str(year)) for year in service.years(self._vault)], empty=_("All years")
        )
        self.year.setObjectName("year")
        self.year.setAccessibleName(_("Year"))
        self.quarter = Choice(
            [(n, _("Quarter {number}").format(number=n)) for n in range(1, 5)],
            empty=_("Whole year"),
        )
        self.quarter.setObjectName("quarter")
        self.quarter.setAccessibleName(_("Quarter"))
        self.quarter.setEnabled(False)
        self.copy_button = button(_("C&opy the numbers"))
        self.copy_button.clicked.connect(self._on_copy_clicked)
        self.export_button = button(_("&Export …"))
        self.export_button.clicked.connect(self._on_export_clicked)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.year)
        row.addWidget(self.quarter)
        row.addStretch(1)
        row.addWidget(self.copy_button)
        row.addWidget(self.export_button)
        self.body.addLayout(row)
        for choice in (self.year, self.quarter):
            choice.value_changed.connect(self._on_period_changed)

    def period(self) -> Period:
        """What is chosen."""
        year = self.year.value()
        return Period(year=year, quarter=self.quarter.value() if year else None)

    def show_period(self, period: Period) -> None:
        """Count, then show."""
        self._stop()
        self._set_ready(False)
        self.state.setText(_("Counting …"))
        self._slices = Slices(service.count(self._vault, period), self)
        self._slices.progressed.connect(self._on_progressed)
        self._slices.ended.connect(self._on_counted)
        self._slices.failed.connect(self._on_failed)
        self._slices.start()

    def done(self, result: int) -> None:
        self._stop()
        super().done(result)

    def discard(self) -> None:
        """Locking: nothing is lost."""
        self._stop()
        self.close()

    def _stop(self) -> None:
        if self._slices is not None:
            self._slices.cancel()
            self._slices.deleteLater()
            self._slices = None

    def _set_ready(self, ready: bool) -> None:
        self.copy_button.setEnabled(ready)
        self.export_button.setEnabled(ready)

    def _on_period_changed(self) -> None:
        self.quarter.setEnabled(self.year.value() is not None)
        self.show_period(self.period())

    def _on_progressed(self, many: int) -> None:
        text = ngettext("{count} request counted …", "{count} requests counted …", many)
        self.state.setText(text.format(count=many))

    def _on_counted(self, figures: Figures) -> None:
        self._stop()
        self.tables = tables_of(figures, self.period())
        self._told = self._about(figures)
        self._tell(self._told)
        fresh = QWidget()
        column = QVBoxLayout(fresh)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        for table in self.tables if figures.total.received else ():
            column.addWidget(label(table.title, "label"))
            if table.chart and len(table.rows) > 1:
                column.addWidget(_chart(table))
            column.addWidget(FiguresTable(table))
            column.addSpacing(16)
        self.body.replaceWidget(self._figures, fresh)
        self._figures.deleteLater()
        self._figures = fresh
        self._set_ready(bool(figures.total.received))

    def _about(self, figures: Figures) -> str:
        if not figures.total.received:
            return _("No requests were received in this time.")
        return _(
            "Requests received: {period}. Counted {day}. A request with several rights is"
            " answered when the last of them is, and counts once for each right."
        ).format(period=period_words(self.period()), day=long_date(self._vault.clock.today()))

    def _on_failed(self, error: AppError) -> None:
        self._stop()
        self._tell(str(error))
        self._set_ready(bool(self.tables))

    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(as_text(self.tables))
        self._tell(_("The numbers are copied."))

    def _on_export_clicked(self) -> None:
        name = _("Requests in numbers")
        today = self._vault.clock.today()
        file_name = f"{name} {period_words(self.period())} {today}.xlsx"
        path = ask_path(self, self.windowTitle(), file_name, _("Workbook (*.xlsx)"))
        if path is None:
            return
        heading = Heading(
            title=name,
            municipality=self._vault.municipality().name,
            about=(self._told,),
            language=current_language(),
        )
        self._name = path.name
        self._set_ready(False)
        tasks.run(
            partial(_write, heading, self.tables, path, self._vault.path),
            title=_("Exporting the figures"),
            on_done=self._on_written,
            on_error=self._on_failed,
        )

    def _on_written(self, _sha256: str) -> None:
        self._set_ready(True)
        self._tell(_("The figures were exported to {name}.").format(name=self._name))

    def _tell(self, text: str) -> None:
        self.state.setText(text)
        announce(self, text)


def _write(heading: Heading, tables: tuple[Table, ...], path: Path, own: Path) -> str:
    return write_whole(figures_book(heading, tables), path, own=own)


def _chart(table: Table) -> BarChart:
    made = BarChart(_("{title}: {column}").format(title=table.title, column=table.headers[1]))
    late = table.key == "times"
    made.show_bars(
        tuple(
            Bar(
                label=str(row[0]),
                value=int(row[table.chart] or 0),
                tone="warning" if late and number > _MONTH else "accent",
            )
            for number, row in enumerate(table.rows)
        )
    )
    return made
