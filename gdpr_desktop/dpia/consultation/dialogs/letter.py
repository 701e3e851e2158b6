"""The letter to Datatilsynet, and the assessment that goes with it."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QWidget

from gdpr_desktop.core.change import Change
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.text import _
from gdpr_desktop.correspondence.dialogs import letter as letters
from gdpr_desktop.correspondence.documents import export_document, record_document
from gdpr_desktop.dpia.consultation.letters import ConsultationLetters
from gdpr_desktop.dpia.consultation.service import require_asked
from gdpr_desktop.dpia.reports.report import report
from gdpr_desktop.dpia.service.base import read_dpia
from gdpr_desktop.ui.notes import NoteBox
from gdpr_desktop.vault import Vault


class LetterDialog(letters.LetterDialog):
    """``accepted_value`` carries the ``Change`` of the export."""

    def __init__(
        self, vault: Vault, case_id: CaseId, template: str, parent: QWidget | None = None
    ) -> None:
        self.found = read_dpia(vault, case_id)
        require_asked(self.found)
        self.attach = QCheckBox(_("Write the &assessment beside it: it must go with the letter"))
        super().__init__(vault, ConsultationLetters(vault, case_id), template, parent)

    def draft_about(self) -> str:
        return f"{self.case.number}, {self.found.about.title}"

    def build_dispatch(self) -> None:
        """That it was sent is a step of its own, with the day that Datatilsynet had it."""
        self.attach.setChecked(True)
        self.attach.setObjectName("attach")
        self.form.addRow(self.attach)
        text = _(
            "Send both files through the form or the secure mailbox of Datatilsynet. Afterwards,"
            " note that it was sent."
        )
        self.form.addRow(NoteBox(text))

    def do(self) -> Change:
        change = super().do()
        if self.attach.isChecked():
            self._write_report()
        return change

    def _write_report(self) -> None:
        from gdpr_desktop.dpia.risks.widgets.picture import map_png

        language, content = self.language.value(), self.found.content
        drawn = map_png(content, language) if content.scenarios else b""
        made = report(self.vault, self.found, language, drawn)
        record = partial(record_document, self.vault, self.found.case.id)
        export_document(self.vault, made, self.beside(self._path), record)

    def beside(self, path: Path) -> Path:
        """Where the assessment is written: next to the letter, under a name of its own."""
        kind = _("assessment", language=self.language.value())
        wanted = path.with_name(f"{path.stem}-{kind}{path.suffix}")
        number = 2
        while wanted.exists():
            wanted = path.with_name(f"{path.stem}-{kind}-{number}{path.suffix}")
            number += 1
        return wanted
