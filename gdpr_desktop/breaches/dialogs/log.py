"""The log of breaches for an inspection: a period, a format, with or without free text."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QWidget

from gdpr_desktop.breaches.reports import log
from gdpr_desktop.breaches.reports.log import MOST_IN_WORD, Line, LogOrder
from gdpr_desktop.casework.checks import problem
from gdpr_desktop.core.errors import AppError, require_valid
from gdpr_desktop.core.text import _, current_language, ngettext
from gdpr_desktop.correspondence.dialogs.place import ask_path
from gdpr_desktop.correspondence.documents import export_document
from gdpr_desktop.register.exchange.places import write_whole
from gdpr_desktop.ui import forms, tasks
from gdpr_desktop.ui.dialog import FormDialog
from gdpr_desktop.ui.fields import DateField, RadioChoice
from gdpr_desktop.ui.labels import label
from gdpr_desktop.ui.municipality_form import LanguageField
from gdpr_desktop.ui.notice_bar import say
from gdpr_desktop.ui.slices import Slices
from gdpr_desktop.vault import Vault

WORKBOOK, WORD = "xlsx", "docx"


class LogDialog(FormDialog):
    """Reads in slices, writes in the worker; nothing is lost by closing it."""

    def __init__(self, vault: Vault, parent: QWidget | None = None) -> None:
        intro = _(
            "The log holds no names: numbers, times, kinds, risk, and what was done. The short"
            " title of each breach is in it, so look through those first."
        )
        super().__init__(parent, _("Export the log"), _("Export …"), intro=intro, width=640)
        self._vault = vault
        self._slices: Slices | None = None
        self._wanted: LogOrder
        self.path = Path()
        today = vault.clock.today()
        self.first, self.last = DateField(vault.clock), DateField(vault.clock)
        self.first.setObjectName("first")
        self.last.setObjectName("last")
        self.first.set_date(today.replace(month=1, day=1))
        self.last.set_date(today)
        forms.add_pair(
            self.form,
            forms.FieldRow(_("&From"), self.first, required=True),
            forms.FieldRow(_("&To"), self.last, required=True),
        )
        self.format = RadioChoice(
            [(WORKBOOK, _("Workbook (.xlsx)")), (WORD, _("Word document"))], horizontal=True
        )
        self.format.set_value(WORKBOOK)
        forms.add_row(self.form, _("For&mat"), self.format, name="format")
        self.language = LanguageField()
        self.language.set_value(current_language())
        forms.add_row(self.form, _("&Language"), self.language, name="language")
        self.typed = QCheckBox(_("Also what was t&yped"))
        self.form.addRow(self.typed)
        hint = _(
            "Descriptions, reasons and measures: they may name people. Read them through before"
            " they leave the municipality."
        )
        self.form.addRow(label(hint, "help"))
        self.working = label("", "muted")
        self.working.hide()
        self.form.addRow(self.working)

    def is_dirty(self) -> bool:
        return False  # it is chosen again in a moment

    def order(self) -> LogOrder:
        """What is chosen. Raises ``InvalidInputError``."""
        first, last = self.first.date(), self.last.date()
        problems = []
        if first is None:
            problems.append(problem("first", _("Write the first day.")))
        if last is None:
            problems.append(problem("last", _("Write the last day.")))
        if first is not None and last is not None and last < first:
            problems.append(problem("last", _("This is before the first day.")))
        require_valid(problems)
        assert first is not None
        assert last is not None
        return LogOrder(
            first=first,
            last=last,
            language=self.language.value(),
            typed=self.typed.isChecked(),
        )

    def save(self) -> None:
        """Ask for the place, read the log in slices, write it in the worker."""
        if not self.save_button.isEnabled():
            return
        try:
            self._wanted = self.order()
        except AppError as error:
            self.show_error(error)
            return
        kind = self.format.value()
        name = "{title} {day}.{kind}".format(
            title=_("Log of breaches"), day=self._vault.clock.today(), kind=kind
        )
        wanted = (_("Workbook (*.xlsx)"),) if kind == WORKBOOK else ()
        path = ask_path(self, self.windowTitle(), name, *wanted)
        if path is None:
            return
        self.path = path
        self._set_working(_("The log is read …"))
        self._slices = Slices(log.read_log(self._vault, self._wanted), self)
        self._slices.progressed.connect(self._on_progressed)
        self._slices.ended.connect(self._on_read)
        self._slices.failed.connect(self._on_failed)
        self._slices.start()

    def reject(self) -> None:
        if self._slices is not None:
            self._slices.cancel()
        super().reject()

    def _set_working(self, text: str) -> None:
        self.working.setText(text)
        self.working.setVisible(bool(text))
        for field in (self.save_button, self.first, self.last, self.format, self.typed):
            field.setEnabled(not text)

    def _on_progressed(self, many: int) -> None:
        text = ngettext("{count} breach read …", "{count} breaches read …", many)
        self.working.setText(text.format(count=many))

    def _on_read(self, lines: tuple[Line, ...]) -> None:
        self._many = len(lines)
        if not lines:
            self._on_failed(AppError(_("There are no breaches in these days.")))
            return
        if self.format.value() == WORD:
            self._write_document(lines)
            return
        self._set_working(_("The file is written …"))
        name = self._vault.municipality().name  # the worker reads nothing of the register
        tasks.run(
            partial(_write, name, self._wanted, lines, (self.path, self._vault.path)),
            title=_("Exporting the log"),
            on_done=self._on_written,
            on_error=self._on_failed,
        )

    def _write_document(self, lines: tuple[Line, ...]) -> None:
        if len(lines) > MOST_IN_WORD:
            text = _("There are {count} breaches in these days, too many for a document.")
            hint = _("Choose fewer days, or the workbook.")
            self._on_failed(AppError(text.format(count=len(lines)), hint=hint))
            return
        try:
            letter = log.log_document(self._vault, self._wanted, lines)
            export_document(self._vault, letter, self.path, None)
        except AppError as error:
            self._on_failed(error)
            return
        self._on_written("")

    def _on_written(self, _sha256: str) -> None:
        try:
            change = log.note_export(self._vault, self._wanted, self._many)
        except AppError as error:
            self._on_failed(error)
            return
        parent = self.parentWidget()
        if parent is not None:
            text = _("The log was exported to {name}.").format(name=self.path.name)
            say(parent, text, tone="ok")
        self.accepted_value.emit(change)
        self.accept()

    def _on_failed(self, error: AppError) -> None:
        self._set_working("")
        self.show_error(error)


def _write(name: str, order: LogOrder, lines: tuple[Line, ...], places: tuple[Path, Path]) -> str:
    path, own = places
    return write_whole(log.log_book(name, order, lines), path, own=own)
