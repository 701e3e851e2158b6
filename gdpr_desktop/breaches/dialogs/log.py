"""The log of breaches for an inspection: a period, a format, with or without free text."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QWidget

from gdpr_desktop.breaches.reports import log
from gdpr_desktop.breaches.reports.log import MOST_IN_WORD, Line, LogOrder
from gdpr_desktop.casework.checks import problem
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import AppError, require_valid
from gdpr_desktop.core.text import _, current_language, ngettext
from gdpr_desktop.correspondence.dialogs.place import ask_path
from gdpr_desktop.correspondence.dialogs.sliced_export import SlicedExportDialog
from gdpr_desktop.correspondence.documents import export_document
from gdpr_desktop.register.exchange.places import write_whole
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields import DateField, RadioChoice
from gdpr_desktop.ui.labels import label
from gdpr_desktop.ui.municipality_form import LanguageField
from gdpr_desktop.vault import Vault

WORKBOOK, WORD = "xlsx", "docx"


class LogDialog(SlicedExportDialog):
    """A period, a format, and whether free text goes along."""

    def __init__(self, vault: Vault, parent: QWidget | None = None) -> None:
        intro = _(
            "The log holds no names: numbers, times, kinds, risk, and what was done. The short"
            " title of each breach is in it, so look through those first."
        )
        super().__init__(parent, _("Export the log"), _("Export …"), intro=intro, width=640)
        self._vault = vault
        self._wanted: LogOrder
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
        self.choices = (self.first, self.last, self.format, self.typed)
        self.add_working()

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
        self.begin(log.read_log(self._vault, self._wanted), _("The log is read …"))

    def progress_words(self, many: int) -> str:
        text = ngettext("{count} breach read …", "{count} breaches read …", many)
        return text.format(count=many)

    def on_read(self, lines: tuple[Line, ...]) -> None:
        self._many = len(lines)
        if not lines:
            self.fail(AppError(_("There are no breaches in these days.")))
            return
        if self.format.value() == WORD:
            self._write_document(lines)
            return
        name = self._vault.municipality().name
        job = partial(_write, name, self._wanted, lines, (self.path, self._vault.path))
        self.write(job, title=_("Exporting the log"), text=_("The file is written …"))

    def _write_document(self, lines: tuple[Line, ...]) -> None:
        if len(lines) > MOST_IN_WORD:
            text = _("There are {count} breaches in these days, too many for a document.")
            hint = _("Choose fewer days, or the workbook.")
            self.fail(AppError(text.format(count=len(lines)), hint=hint))
            return
        try:
            letter = log.log_document(self._vault, self._wanted, lines)
            export_document(self._vault, letter, self.path, None)
        except AppError as error:
            self.fail(error)
            return
        self.finish()

    def note(self) -> Change:
        return log.note_export(self._vault, self._wanted, self._many)

    def told(self) -> str:
        return _("The log was exported to {name}.").format(name=self.path.name)


def _write(name: str, order: LogOrder, lines: tuple[Line, ...], places: tuple[Path, Path]) -> str:
    path, own = places
    return write_whole(log.log_book(name, order, lines), path, own=own)
