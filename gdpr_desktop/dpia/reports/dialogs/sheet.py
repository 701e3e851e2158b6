"""Risks and measures as a workbook."""

from PySide6.QtWidgets import QWidget

from gdpr_desktop.casework.dialogs.base import CaseDialog
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import RefusedError
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.text import _, current_language
from gdpr_desktop.correspondence.dialogs.place import ask_path
from gdpr_desktop.dpia.risks import sheet
from gdpr_desktop.dpia.service.base import read_dpia
from gdpr_desktop.register.exchange.places import write_whole
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.municipality_form import LanguageField
from gdpr_desktop.vault import Vault


class SheetDialog(CaseDialog):
    """In which written form, and where."""

    def __init__(self, vault: Vault, case_id: CaseId, parent: QWidget | None = None) -> None:
        found = read_dpia(vault, case_id).content
        if not found.scenarios and not found.measures:
            raise RefusedError(_("There are no risks and no measures yet."))
        super().__init__(
            vault,
            case_id,
            parent,
            _("Risks and measures as a spreadsheet"),
            _("Export …"),
            intro=_(
                "All that is written of risks and measures, with the scale, as a workbook (.xlsx)."
                " What stands in it may describe weaknesses: take care of who gets it."
            ),
        )
        self.language = LanguageField()
        self.language.set_value(current_language())
        forms.add_row(self.form, _("&Language"), self.language, name="language")

    def is_dirty(self) -> bool:
        return False  # nothing is lost: it can be made again

    def save(self) -> None:
        """Ask for the place first."""
        name = sheet.suggested_name(self.vault, self.case_id, self.language.value())
        path = ask_path(self, self.windowTitle(), name, _("Workbook (*.xlsx)"))
        if path is not None:
            self._path = path
            super().save()

    def do(self) -> Change:
        found = read_dpia(self.vault, self.case_id)
        name = self.vault.municipality().name
        data = sheet.book(name, found, self.today, self.language.value())
        write_whole(data, self._path, own=self.vault.path)
        return sheet.note_export(self.vault, self.case_id)
