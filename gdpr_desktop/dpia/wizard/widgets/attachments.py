"""The files beside a question, or all of an assessment: added, saved as a copy, removed."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from gdpr_desktop.casework.attachments import service
from gdpr_desktop.casework.attachments.model import Attachment
from gdpr_desktop.casework.attachments.store import attachments
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.clock import local_date
from gdpr_desktop.core.dates import short_date
from gdpr_desktop.core.errors import AppError
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.text import _
from gdpr_desktop.dpia.wizard.service import detach, keep_file
from gdpr_desktop.dpia.wizard.words import size_words
from gdpr_desktop.ui import notices, tasks
from gdpr_desktop.ui.labels import button, label
from gdpr_desktop.ui.notice_bar import say

if TYPE_CHECKING:
    from PySide6.QtGui import QDragEnterEvent, QDropEvent

    from gdpr_desktop.vault import Vault

# documents, pictures and sound: what can do nothing by itself
_OPENED = frozenset(
    ".pdf .txt .csv .md .rtf .docx .xlsx .pptx .odt .ods .odp .png .jpg .jpeg .gif .bmp .tif .tiff"
    " .webp .heic .mp3 .m4a .wav .mp4 .mov".split()
)
_MOST_LINES = 6  # shown without scrolling


class AttachmentsField(QWidget):
    """Files can be dropped here. ``changed`` carries the ``Change`` of each deed."""

    changed = Signal(object)

    def __init__(self, vault: "Vault", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._vault = vault
        self._case_id: CaseId | None = None
        self._about: str | None = ""
        self._shown: tuple[Attachment, ...] = ()
        self.titles: Mapping[str, str] = {}  # of what files are attached to, where that is told
        self._writable = True
        self._problem = label("", "problem")
        self._problem.hide()
        self.none = label("", "muted")
        self.list = QListWidget()
        self.list.setProperty("role", "lines")
        self.list.setAccessibleName(_("Attached files"))
        self.list.setTextElideMode(self.list.textElideMode().ElideMiddle)
        self.list.currentRowChanged.connect(self._on_row_changed)
        self.list.itemActivated.connect(self._on_save_clicked)
        self.add_button = button(_("Attach a file …"))
        self.save_button = button(_("Save a copy …"))
        self.remove_button = button(_("Remove the file"))
        self.add_button.clicked.connect(self.choose)
        self.save_button.clicked.connect(self._on_save_clicked)
        self.remove_button.clicked.connect(self._on_remove_clicked)
        self._lay_out()
        self.setAcceptDrops(True)
        self.setFocusProxy(self.list)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        for made in (self.add_button, self.save_button, self.remove_button):
            row.addWidget(made)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.none)
        column.addWidget(self.list)
        column.addWidget(self._problem)
        column.addLayout(row)

    def show(self, case_id: CaseId | None = None, about: str | None = "") -> None:
        """Show the files of a part, or of all (None). Without a case it is Qt's ``show``."""
        super().show()
        if case_id is not None:
            self._case_id, self._about = case_id, about
            self.refresh()

    def show_found(
        self, case_id: CaseId, found: tuple[Attachment, ...], about: str | None = ""
    ) -> None:
        """The same from what has been read already."""
        self._case_id, self._about = case_id, about
        self._show_lines(found)

    def refresh(self) -> None:
        """Read anew."""
        if self._case_id is not None:
            self._show_lines(attachments(self._vault.db, self._case_id))

    def _show_lines(self, found: tuple[Attachment, ...]) -> None:
        chosen = self.list.currentRow()
        self._shown = tuple(one for one in found if self._about in (None, one.about))
        was = self.list.blockSignals(True)
        self.list.clear()
        for one in self._shown:
            title = self.titles.get(one.about, "")
            item = QListWidgetItem(_line(one) + (f" – {title}" if title else ""))
            item.setToolTip(item.text())
            self.list.addItem(item)
        self.list.blockSignals(was)
        if self._shown:
            self.list.setCurrentRow(min(max(chosen, 0), len(self._shown) - 1))
        lines = min(max(len(self._shown), 1), _MOST_LINES)
        self.list.setFixedHeight(lines * (self.fontMetrics().height() + 8) + 10)
        self.list.setVisible(bool(self._shown))
        self._tell_none()
        self._on_row_changed()

    def set_read_only(self, read_only: bool) -> None:
        """To look at, or to add to."""
        self._writable = not read_only
        self.add_button.setVisible(self._writable)
        self.setAcceptDrops(self._writable)
        self._tell_none()
        self._on_row_changed()

    def _tell_none(self) -> None:
        drop = _("No file is attached. You can drop files here.")
        self.none.setText(drop if self._writable else _("No file is attached."))
        self.none.setVisible(not self._shown)

    def choose(self) -> None:
        """Ask for a file and attach it."""
        path = notices.open_path(self, _("Choose a file"), Path.home(), _("All files (*)"))
        if path is not None:
            self.add(path)

    def add(self, path: Path) -> None:
        """Attach a file: read by the worker, kept when it has been read."""
        self._say("")
        tasks.run(
            partial(service.read_file, path),
            title=_("Reading {name}").format(name=path.name),
            on_done=partial(self._on_read, self._case_id),
            on_error=self._on_failed,
        )

    def problem(self) -> str:
        """The sentence shown; empty when all is well."""
        return "" if self._problem.isHidden() else self._problem.text()

    def dragEnterEvent(self, event: "QDragEnterEvent") -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: "QDropEvent") -> None:
        event.acceptProposedAction()
        for url in event.mimeData().urls():
            if url.isLocalFile():
                self.add(Path(url.toLocalFile()))

    def _chosen(self) -> Attachment | None:
        row = self.list.currentRow()
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def _on_row_changed(self, _row: int = 0) -> None:
        there = self._chosen() is not None
        self.save_button.setVisible(there)
        self.remove_button.setVisible(there and self._writable)

    def _on_read(self, case_id: CaseId | None, found: service.NewFile) -> None:
        if case_id is None or case_id != self._case_id:
            return
        self._do(partial(keep_file, self._vault, case_id, found, about=self._about or ""))

    def _on_remove_clicked(self) -> None:
        found = self._chosen()
        if found is not None and self._case_id is not None:
            self._do(partial(detach, self._vault, self._case_id, found.key))

    def _on_save_clicked(self) -> None:
        found = self._chosen()
        if found is None or self._case_id is None:
            return
        suggested = Path.home() / found.name
        path = notices.save_path(self, _("Save a copy"), suggested, _("All files (*)"))
        if path is None:
            return
        self._say("")
        try:
            service.save_as(self._vault, self._case_id, found.key, path)
        except AppError as error:
            self._on_failed(error)
            return
        self._tell_saved(path)

    def _tell_saved(self, path: Path) -> None:
        """Say where the copy is. What may be a program is never run from here."""
        text = _("{name} is saved outside the register. Delete it when you are done with it.")
        action, target = _("Open it"), path
        if path.suffix.lower() not in _OPENED:
            more = _("Files of this kind are not opened from here: it may be a program.")
            text, action, target = f"{text} {more}", _("Open the folder"), path.parent
        say(self, text.format(name=path.name), action=action, on_action=partial(_open, target))

    def _do(self, deed: "partial[Change]") -> None:
        self._say("")
        try:
            change = deed()
        except AppError as error:
            self._on_failed(error)
            return
        self.refresh()
        self.changed.emit(change)

    def _on_failed(self, error: AppError) -> None:
        self.refresh()
        self._say(str(error))

    def _say(self, text: str) -> None:
        self._problem.setText(text)
        self._problem.setVisible(bool(text))


def _line(one: Attachment) -> str:
    day = short_date(local_date(one.added_at))
    return _("{name} ({size}, {day}, {by})").format(
        name=one.name, size=size_words(one.size), day=day, by=one.added_by
    )


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
