"""The decision about the need before it is exported to Word."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import _
from gdpr_desktop.correspondence.dialogs.document import DocumentDialog
from gdpr_desktop.correspondence.documents import record_document
from gdpr_desktop.dpia.screening.report import need_report, title
from gdpr_desktop.dpia.service.base import read_dpia
from gdpr_desktop.vault import Vault

if TYPE_CHECKING:
    from gdpr_desktop.letters import Letter


class NeedReportDialog(DocumentDialog):
    """The documented yes or no, in either written form."""

    def __init__(self, vault: Vault, case_id: CaseId, parent: QWidget | None = None) -> None:
        self._found = read_dpia(vault, case_id)
        super().__init__(
            vault,
            _("The decision to Word"),
            self._make,
            record=partial(record_document, vault, case_id),
            suggested=self._name,
            intro=_("File it in the archive: it shows why the answer was yes or no."),
            parent=parent,
        )

    def _make(self, language: Language) -> "Letter":
        return need_report(self.vault, self._found, language)

    def _name(self, language: Language) -> str:
        from gdpr_desktop.letters.file_names import document_name

        return document_name(self._found.case.number, title(language), self.today)
