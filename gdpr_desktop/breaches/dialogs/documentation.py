"""The documentation of a breach before it is exported."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from gdpr_desktop.breaches.reports.documentation import documentation
from gdpr_desktop.breaches.reports.export import suggested_name
from gdpr_desktop.breaches.service.base import read_breach
from gdpr_desktop.breaches.widgets.severity_picture import severity_png
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import _
from gdpr_desktop.correspondence.dialogs.document import DocumentDialog
from gdpr_desktop.correspondence.documents import record_document
from gdpr_desktop.vault import Vault

if TYPE_CHECKING:
    from gdpr_desktop.letters import Letter


class DocumentationDialog(DocumentDialog):
    """The handbook's form, filled with what the case says."""

    def __init__(self, vault: Vault, case_id: CaseId, parent: QWidget | None = None) -> None:
        self._found = read_breach(vault, case_id)
        super().__init__(
            vault,
            _("The documentation to Word"),
            self._make_form,
            record=partial(record_document, vault, case_id),
            suggested=self._name,
            intro=_("File it in the archive: the authority may ask for it (art. 33(5))."),
            parent=parent,
        )

    def _make_form(self, language: Language) -> "Letter":
        assessment, drawn = self._found.assessment, b""
        if assessment is not None:
            choices = assessment.enisa
            drawn = severity_png(choices.severity(), choices, language)
        return documentation(self.vault, self._found, language, drawn)

    def _name(self, language: Language) -> str:
        kind = _("Documentation of a breach", language=language)
        return suggested_name(self.vault, self._found, kind)
