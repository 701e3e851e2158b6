"""The journal as a list with its filter and check, and the dialog that tells what is wrong."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from gdpr_desktop.administration.journal import lists, service
from gdpr_desktop.administration.journal.codes import GRAVE
from gdpr_desktop.administration.journal.model import Entry, JournalFilter, What
from gdpr_desktop.administration.journal.widgets import CheckPanel, FilterBar, JournalSource
from gdpr_desktop.administration.journal.words import deed_words, detail_words, when_words
from gdpr_desktop.core.text import _, ngettext
from gdpr_desktop.ui import notices
from gdpr_desktop.ui.labels import button, label, line
from gdpr_desktop.ui.list_model import Column, WindowedModel
from gdpr_desktop.ui.list_view import ListView
from gdpr_desktop.ui.machine_settings import machine_settings
from gdpr_desktop.ui.page_scroll import PageScroll, fit
from gdpr_desktop.ui.slices import Slices
from gdpr_desktop.vault import finding_words, journal, verification

if TYPE_CHECKING:
    from gdpr_desktop.core.errors import AppError
    from gdpr_desktop.vault import Vault

_CHARACTERS = 160  # in a line, so that larger text gets a wider window


class JournalDialog(QDialog):
    """Who did what, newest first. ``case_number``: only who opened that case."""

    def __init__(self, parent: QWidget | None, vault: "Vault", *, case_number: str = "") -> None:
        super().__init__(parent)
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Journal"))
        self._vault = vault
        self._names = lists.names(vault.db)
        self._export: Slices | None = None
        self.source = JournalSource(vault.db)
        self.model = WindowedModel(self.source, self._columns(), row_id=_number_of, parent=self)
        self.view = ListView(self.model, "journal", machine_settings())
        self.view.setAccessibleName(_("Entries of the journal"))
        self.filter = FilterBar(vault)
        self.filter.chosen.connect(self._on_chosen)
        self.check = CheckPanel(vault)
        self.check.checked.connect(self._show_count)
        self._hits = label("", "muted")
        self._hits.setWordWrap(False)
        self._faults = label("", "problem")
        self._lay_out()
        self._show_count()
        if case_number:
            self.filter.what.set_value(What.OPENED)
            self.filter.show_case(case_number)

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column(header=_("No."), text=_number_words, align_right=True, width=60),
            Column(header=_("When"), text=when_words, width=165),
            Column(header=_("Who"), text=_who, width=100),
            Column(header=_("What"), text=deed_words, tone=_tone, width=205),
            Column(header=_("Case"), text=_case, width=100),
            Column(header=_("Detail"), text=self._detail, width=190, optional=True),
        )

    def _detail(self, entry: Entry) -> str:
        return detail_words(entry, self._names)

    def _lay_out(self) -> None:
        page = QVBoxLayout()
        page.setContentsMargins(24, 16, 24, 12)
        page.setSpacing(12)
        page.addWidget(self._faults)
        page.addWidget(self.filter)
        page.addWidget(self._hits)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(label(_("Nothing matches."), "muted"))
        page.addWidget(self._stack, 1)
        page.addWidget(self.check)
        self.export_button = button(_("&Save the list…"))
        self.export_button.clicked.connect(self.export)
        self.close_button = button(_("Close"), "primary")
        self.close_button.clicked.connect(self.close)
        row = QHBoxLayout()
        row.setContentsMargins(24, 12, 24, 16)
        row.addWidget(self.export_button)
        self._saving = QLabel()
        row.addWidget(self._saving, 1)
        row.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(page, 1)
        layout.addWidget(line())
        layout.addLayout(row)
        room = self.screen().availableGeometry()
        wide = max(1080, _CHARACTERS * self.fontMetrics().averageCharWidth())
        self.resize(min(wide, room.width() - 32), min(760, room.height() - 32))

    def _on_chosen(self, chosen: JournalFilter) -> None:
        self.source.choose(chosen)
        self._show_count()
        self.view.scrollToTop()

    def _show_count(self) -> None:
        self.model.refresh()
        count = self.model.count
        words = ngettext("{count} entry", "{count} entries", count.rows)
        text = words.format(count=count.words())
        if count.more:
            text += ". " + _("The newest are shown: choose dates to see older ones.")
        self._hits.setText(text)
        self._stack.setCurrentIndex(0 if count.rows else 1)
        self.export_button.setEnabled(bool(count.rows) and not self._vault.read_only)
        found = journal.noted(self._vault.db, journal.FOUND)
        sentences = [finding_words(verification.finding_of(fault)) for fault in found]
        self._faults.setText("\n".join(sentences))
        self._faults.setVisible(bool(sentences))

    def export(self) -> None:
        """Save what is shown; the newest entry is then that it was saved."""
        suggested = Path.home() / service.suggested_name(self._vault)
        filter = _("Tables") + " (*.csv)"
        path = notices.save_path(self, _("Save the list"), suggested, filter)
        if path is None:
            return
        run = service.export(self._vault, self.source.chosen, path)
        self._export = Slices(run, self)
        self._export.progressed.connect(self._on_export_progressed)
        self._export.ended.connect(self._on_exported)
        self._export.failed.connect(self._on_export_failed)
        self.export_button.setEnabled(False)
        self._export.start()

    def _on_export_progressed(self, count: int) -> None:
        self._saving.setText(_("Saving: {count} entries").format(count=count))

    def _on_exported(self, count: int) -> None:
        self._export = None
        words = ngettext("{count} entry is saved.", "{count} entries are saved.", count)
        self._saving.setText(words.format(count=count))
        self._show_count()

    def _on_export_failed(self, error: "AppError") -> None:
        self._export = None
        self._saving.clear()
        self._show_count()
        notices.error(self, error)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._export is not None:
            self._export.cancel()
        self.check.abandon()
        super().closeEvent(event)

    def reject(self) -> None:
        super().reject()
        self.close()  # Escape frees the dialog too


def _number_of(entry: Entry) -> int:
    return entry.seq


def _number_words(entry: Entry) -> str:
    return str(entry.seq)


def _who(entry: Entry) -> str:
    return entry.user


def _case(entry: Entry) -> str:
    return entry.case_number


def _tone(entry: Entry) -> str:
    return "danger" if entry.missing or entry.deed in GRAVE else ""


class FaultsDialog(QDialog):
    """What is wrong with the journal. «Eg har sett det»: not told at every unlock any more."""

    def __init__(self, parent: QWidget | None, vault: "Vault") -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self.setWindowTitle(_("Something is wrong with the journal"))
        self._vault = vault
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        column.addWidget(label(_("The journal is not as it was written"), "heading"))
        for fault in verification.told_faults(vault.db):
            column.addWidget(label(finding_words(verification.finding_of(fault)), "problem"))
        column.addWidget(
            label(
                _(
                    "Somebody has changed the register around this program, or the disk has"
                    " failed. Compare with the newest backup, find out who had the file, and"
                    " consider whether it is a breach. What you say that you have seen is still"
                    " shown in the journal."
                )
            )
        )
        column.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(PageScroll(page), 1)
        layout.addWidget(line())
        layout.addLayout(self._buttons())
        fit(self, column, 600)

    def _buttons(self) -> QHBoxLayout:
        self.seen_button = button(_("I have seen it"))
        self.seen_button.clicked.connect(self._on_seen)
        self.seen_button.setEnabled(not self._vault.read_only)
        close = button(_("Tell me again at the next unlock"), "primary")
        close.setDefault(True)
        close.clicked.connect(self.close)
        row = QHBoxLayout()
        row.setContentsMargins(24, 12, 24, 16)
        row.addWidget(self.seen_button)
        row.addStretch(1)
        row.addWidget(close)
        return row

    def _on_seen(self) -> None:
        verification.accept_faults(self._vault)
        self.close()

    def reject(self) -> None:
        super().reject()
        self.close()
