"""The record out: as what, in which form, how much of it."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QWidget

from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import AppError
from gdpr_desktop.core.text import _, current_language
from gdpr_desktop.correspondence.dialogs.place import ask_path
from gdpr_desktop.register.exchange import service
from gdpr_desktop.register.exchange.documents import title_of, written
from gdpr_desktop.register.exchange.model import Format, Order, Snapshot
from gdpr_desktop.register.exchange.places import write_whole
from gdpr_desktop.ui import forms, tasks
from gdpr_desktop.ui.dialog import FormDialog
from gdpr_desktop.ui.fields.choice import RadioChoice
from gdpr_desktop.ui.labels import label
from gdpr_desktop.ui.municipality_form import LanguageField
from gdpr_desktop.ui.notice_bar import say
from gdpr_desktop.ui.slices import Slices
from gdpr_desktop.vault import Vault


class ExportDialog(FormDialog):
    """``accepted_value`` carries the ``Change`` of noting what was given out."""

    def __init__(self, vault: Vault, parent: QWidget | None = None) -> None:
        intro = _("Only what article 30 asks for is given out, unless you choose more.")
        super().__init__(parent, _("Export the record"), _("Export …"), intro=intro, width=640)
        self.vault = vault
        self.path = Path()
        self._slices: Slices | None = None
        self.format = RadioChoice(_formats())
        self.format.set_value(Format.SHEET)
        self.format.value_changed.connect(self._on_format_changed)
        forms.add_row(self.form, _("&As"), self.format, name="format")
        self.language = LanguageField()
        self.language.set_value(current_language())
        forms.add_row(self.form, _("&Language"), self.language, name="language")
        self.states = RadioChoice(
            (
                (False, _("All that are not over; drafts are marked")),
                (True, _("Approved activities only")),
            )
        )
        self.states.set_value(False)
        forms.add_row(self.form, _("A&ctivities"), self.states, name="states")
        self.internal = QCheckBox(_("With &internal columns: basis, systems, DPIA, notes …"))
        self.form.addRow(self.internal)
        self.working = label("", "muted")
        self.form.addRow(self.working)

    def order(self) -> Order:
        """What is chosen."""
        chosen = self.format.value()
        public = chosen.is_public
        return Order(
            format=chosen,
            language=self.language.value(),
            internal=self.internal.isChecked() and self.internal.isEnabled(),
            approved_only=public or self.states.value(),
        )

    def is_dirty(self) -> bool:
        return False  # nothing is lost: it is chosen again in a moment

    def save(self) -> None:
        """Ask for the place, read the record in slices, write it in the worker."""
        order = self.order()
        name = f"{title_of(order)} {self.vault.clock.today()}{order.format.suffix}"
        path = ask_path(self, self.windowTitle(), name, _kinds(order.format))
        if path is None:
            return
        self.path = path
        self._set_working(_("The record is read …"))
        self._slices = Slices(service.gather(self.vault), self)
        self._slices.ended.connect(partial(self._on_gathered, order))
        self._slices.failed.connect(self._on_failed)
        self._slices.start()

    def reject(self) -> None:
        if self._slices is not None:
            self._slices.cancel()
        super().reject()

    def _set_working(self, text: str) -> None:
        self.working.setText(text)
        self.save_button.setEnabled(not text)
        for field in (self.format, self.language, self.states, self.internal):
            field.setEnabled(not text)
        if not text:
            self._on_format_changed(self.format.value())

    def _on_gathered(self, order: Order, snapshot: Snapshot) -> None:
        self._set_working(_("The file is written …"))
        letterhead = self.vault.letterhead()
        self._noted = (snapshot, order)
        tasks.run(
            partial(_write, snapshot, order, letterhead, self.path, self.vault.path),
            title=_("Exporting the record"),
            on_done=self._on_written,
            on_error=self._on_failed,
        )

    def _on_written(self, sha256: str) -> None:
        snapshot, order = self._noted
        try:
            change = service.note_export(
                self.vault, snapshot, order, title_of(order), self.path, sha256
            )
        except AppError as error:
            self._on_failed(error)
            return
        self._finish(change)

    def _finish(self, change: Change) -> None:
        parent = self.parentWidget()
        if parent is not None:
            text = _("The record was exported to {name}.").format(name=self.path.name)
            lost = self._noted[0].unreadable
            if lost:
                left = _("Left out, because it cannot be read: {names}.")
                text += " " + left.format(names=", ".join(lost))
            say(parent, text, tone="warning" if lost else "ok")
        self.accepted_value.emit(change)
        self.accept()

    def _on_failed(self, error: AppError) -> None:
        self._set_working("")
        self.show_error(error)

    def _on_format_changed(self, chosen: Format) -> None:
        self.states.setEnabled(not chosen.is_public)
        self.internal.setEnabled(chosen in (Format.SHEET, Format.WORD))


def _write(
    snapshot: Snapshot, order: Order, letterhead: bytes | None, path: Path, own: Path
) -> str:
    return write_whole(written(snapshot, order, letterhead), path, own=own)


def _formats() -> tuple[tuple[Format, str], ...]:
    return (
        (Format.SHEET, _("Workbook in the authority's layout (.xlsx)")),
        (Format.EDITING, _("Workbook to edit and import again (.xlsx)")),
        (Format.WORD, _("Word document")),
        (Format.PUBLIC_WORD, _("Public version, Word: approved activities, nothing internal")),
        (Format.PUBLIC_MARKDOWN, _("Public version, Markdown for the web")),
    )


def _kinds(chosen: Format) -> str:
    return {
        ".xlsx": _("Workbook (*.xlsx)"),
        ".md": _("Markdown text (*.md)"),
    }.get(chosen.suffix, "")
