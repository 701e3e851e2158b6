"""An assessment that was begun in the program PIA becomes a case here."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import AppError, FieldProblem
from gdpr_desktop.core.text import _, ngettext
from gdpr_desktop.dpia.content import About, Assessment
from gdpr_desktop.dpia.pia_json.dialogs.findings import FindingsBox
from gdpr_desktop.dpia.pia_json.model import Imported
from gdpr_desktop.dpia.pia_json.reading import read
from gdpr_desktop.dpia.pia_json.service import import_case
from gdpr_desktop.dpia.service.intake import LONGEST_TITLE, about_problems
from gdpr_desktop.ui import forms, notices, tasks
from gdpr_desktop.ui.accessible import announce
from gdpr_desktop.ui.deed_dialog import DeedDialog
from gdpr_desktop.ui.fields.text import LineField
from gdpr_desktop.ui.labels import button, label
from gdpr_desktop.ui.works_aside import WorksAside
from gdpr_desktop.vault import Vault

_AT_ONCE = 50_000  # bytes: read before anybody notices


class ImportDialog(WorksAside, DeedDialog):
    """Choose a file, see what comes along and what does not, take it in."""

    feature = "dpia"

    def __init__(self, vault: Vault, parent: QWidget | None = None) -> None:
        intro = _(
            "PIA is the free program of the French authority. Choose the .json file that it saved,"
            " or the .zip file with the attachments. You can also drop the file here."
        )
        super().__init__(
            vault, parent, _("Take in from the program PIA"), _("&Take it in"), intro=intro
        )
        self.found: Imported | None = None
        self._name = ""
        self._reading = False
        self.choose_button = button(_("Choose a &file …"))
        self.choose_button.clicked.connect(self._on_choose_clicked)
        self.told = label("")
        row = QHBoxLayout()
        row.addWidget(self.choose_button)
        row.addWidget(self.told, 1)
        self.form.addRow(row)
        self.title = LineField(max_length=LONGEST_TITLE)
        self.unit = LineField(max_length=LONGEST_TITLE)
        self.rows = (
            forms.add_row(
                self.form, _("&What the assessment is about"), self.title, "", True, name="title"
            ),
            forms.add_row(self.form, _("For which &unit"), self.unit, "", True, name="unit"),
        )
        self.findings = FindingsBox(_("What did not come along as it stood"))
        self.form.addRow(self.findings)
        self.setAcceptDrops(True)
        self._show()

    def take(self, path: Path) -> None:
        """Read a file, a long one in the worker. What is wrong with it is shown."""
        if self._reading or self._working:
            return
        self._general.hide()
        self.found, self._name = None, path.name
        work = partial(read, path, clock=self.vault.clock)
        if _is_long(path):
            self._read_aside(work)
            return
        try:
            self._on_read(work())
        except AppError as error:
            self._on_unreadable(error)

    def _read_aside(self, work: Callable[[], Imported]) -> None:
        self._reading = True
        self.choose_button.setEnabled(False)
        self._show()
        announce(self, self.told.text())
        tasks.run(
            work,
            title=self.windowTitle(),
            on_done=self._on_read,
            on_error=self._on_unreadable,
            quiet=True,
        )

    def _on_read(self, found: Imported) -> None:
        self._end_reading()
        self.found = found
        self._show()

    def _on_unreadable(self, error: AppError) -> None:
        self._end_reading()
        self.show_error(error)
        self._show()

    def _end_reading(self) -> None:
        self._reading = False
        self.choose_button.setEnabled(True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = _dropped(event)
        if path is not None:
            event.acceptProposedAction()
            self.take(path)

    def do(self) -> Change:
        assert self.found is not None, "looked at in field_problems"
        return import_case(self.vault, self.found, self._about(self.found), self._name)

    def is_long(self) -> bool:
        found = self.found
        return found is not None and (bool(found.files) or len(found.source) > _AT_ONCE)

    def job(self) -> Callable[[], Change]:
        self.require_answers()
        assert self.found is not None, "looked at in field_problems"
        about = self._about(self.found)
        return partial(import_case, self.vault, self.found, about, self._name)

    def field_problems(self) -> list[FieldProblem]:
        if self.found is None:
            return [FieldProblem(field="file", text=_("Choose the file first."))]
        return super().field_problems() + about_problems(self._about(self.found))

    def _about(self, found: Imported) -> About:
        return About(
            title=self.title.text(),
            unit=self.unit.text(),
            responsible=found.assessment.about.responsible,
        )

    def _on_choose_clicked(self) -> None:
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        start = Path(QStandardPaths.writableLocation(documents))
        kinds = _("Assessments from PIA (*.json *.zip)")
        path = notices.open_path(self, _("Choose the file from PIA"), start, kinds)
        if path is not None:
            self.take(path)

    def _show(self) -> None:
        found = self.found
        for row in self.rows:
            row.setVisible(found is not None)
        self.save_button.setEnabled(found is not None)
        if found is None:
            self.told.setText(_("The file is being read …") if self._reading else "")
            self.findings.show_findings(())
            return
        self.told.setText(f"{self._name}\n{_counted(found.assessment, len(found.files))}")
        self.title.set_text(found.assessment.about.title or self.title.text())
        self.unit.set_text(found.assessment.about.unit or self.unit.text())
        self.findings.show_findings(found.findings)
        self._on_page_changed()


def _is_long(path: Path) -> bool:
    """A .zip may hold much that is not seen from outside."""
    try:
        return path.suffix.lower() != ".json" or path.stat().st_size > _AT_ONCE
    except OSError:
        return False  # what is wrong is told by who reads it


def _counted(found: Assessment, files: int) -> str:
    answers, risks, measures = len(found.answers), len(found.scenarios), len(found.measures)
    parts = [
        ngettext("{count} answer", "{count} answers", answers).format(count=answers),
        ngettext("{count} risk", "{count} risks", risks).format(count=risks),
        ngettext("{count} measure", "{count} measures", measures).format(count=measures),
    ]
    if files:
        text = ngettext("{count} attachment", "{count} attachments", files)
        parts.append(text.format(count=files))
    return ", ".join(parts)


def _dropped(event: QDropEvent) -> Path | None:
    urls = event.mimeData().urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    return Path(urls[0].toLocalFile())
