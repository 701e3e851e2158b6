"""The report to the management before it is exported."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from gdpr_desktop.breaches.reports.export import suggested_name
from gdpr_desktop.breaches.reports.management import management_report
from gdpr_desktop.breaches.service.base import read_breach
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import _
from gdpr_desktop.correspondence.dialogs.document import DocumentDialog
from gdpr_desktop.correspondence.documents import record_document
from gdpr_desktop.vault import Vault

if TYPE_CHECKING:
    from gdpr_desktop.letters import Letter


class InternalReportDialog(DocumentDialog):
    """Where the case stands now, for those who answer for it."""

    def __init__(self, vault: Vault, case_id: CaseId, parent: QWidget | None = None) -> None:
        self._found = read_breach(vault, case_id)
        super().__init__(
            vault,
            _("Report to the management"),
            self._make_report,
            record=partial(record_document, vault, case_id),
            suggested=self._name,
            intro=_("It tells what is known now. Make it again when more is known."),
            parent=parent,
        )

    def _make_report(self, language: Language) -> "Letter":
        return management_report(self.vault, self._found, language)

    def _name(self, language: Language) -> str:
        kind = _("Report on a breach", language=language)
        return suggested_name(self.vault, self._found, kind)
