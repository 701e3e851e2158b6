"""The report on an assessment before it is exported."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import _
from gdpr_desktop.correspondence.dialogs.document import DocumentDialog
from gdpr_desktop.correspondence.documents import record_document
from gdpr_desktop.dpia.reports.export import as_written, suggested_name
from gdpr_desktop.dpia.reports.report import report
from gdpr_desktop.dpia.risks.widgets.picture import map_png
from gdpr_desktop.dpia.service.base import read_dpia
from gdpr_desktop.vault import Vault

if TYPE_CHECKING:
    from gdpr_desktop.letters import Letter


class ReportDialog(DocumentDialog):
    """Everything that is written, advised and decided, as it stands now."""

    def __init__(self, vault: Vault, case_id: CaseId, parent: QWidget | None = None) -> None:
        self._found = read_dpia(vault, case_id)
        super().__init__(
            vault,
            _("The assessment to Word"),
            self._make_report,
            record=partial(record_document, vault, case_id),
            suggested=self._name,
            intro=as_written(
                _(
                    "File it in the archive. It tells how the data are guarded: give out the short"
                    " version instead."
                )
            ),
            parent=parent,
        )

    def _make_report(self, language: Language) -> "Letter":
        content = self._found.content
        drawn = map_png(content, language) if content.scenarios else b""
        return report(self.vault, self._found, language, drawn)

    def _name(self, language: Language) -> str:
        kind = _("Impact assessment", language=language)
        return suggested_name(self.vault, self._found, kind)
