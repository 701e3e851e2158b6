"""An assessment saved for the program PIA."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from gdpr_desktop.casework.dialogs.base import CaseDialog
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.text import _
from gdpr_desktop.correspondence.dialogs.place import ask_path
from gdpr_desktop.dpia.pia_json.dialogs.findings import FindingsBox
from gdpr_desktop.dpia.pia_json.service import JSON, ZIP, export, rehearse, suggested_name
from gdpr_desktop.dpia.service.base import read_dpia
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields.choice import RadioChoice
from gdpr_desktop.vault import Vault


class ExportDialog(CaseDialog):
    """What does not fit into that format is told before the file is written."""

    def __init__(self, vault: Vault, case_id: CaseId, parent: QWidget | None = None) -> None:
        intro = _(
            "The file can be opened in PIA, the free program of the French authority, and be taken"
            " in here again."
        )
        title, deed = _("Save in the PIA format"), _("&Save …")
        super().__init__(vault, case_id, parent, title, deed, intro=intro)
        self._path: Path | None = None
        self.found = read_dpia(vault, case_id)
        self.shape = RadioChoice(
            (
                (JSON, _("&The assessment alone (.json)")),
                (ZIP, _("The assessment &with attachments (.zip)")),
            )
        )
        forms.add_row(self.form, _("The file becomes"), self.shape, name="shape")
        self.findings = FindingsBox(_("What does not come along as it stands"))
        self.form.addRow(self.findings)
        self.shape.value_changed.connect(self._show)
        self.shape.set_value(ZIP if self.found.content.attachments else JSON)
        self._show()

    def is_dirty(self) -> bool:
        return False  # it is chosen again in a moment

    def save(self) -> None:
        """Ask for the place, and only then write."""
        suffix = self._suffix()
        kinds = _("File for PIA (*.json)") if suffix == JSON else _("File for PIA (*.zip)")
        name = suggested_name(self.found, suffix)
        self._path = ask_path(self, _("Save in the PIA format"), name, kinds)
        if self._path is not None:
            super().save()

    def do(self) -> Change:
        assert self._path is not None, "asked for before"
        return export(self.vault, self.case_id, self._path)

    def _suffix(self) -> str:
        return ZIP if self.shape.value() == ZIP else JSON

    def _show(self, _value: object = None) -> None:
        self.findings.show_findings(rehearse(self.vault, self.case_id, self._suffix()))
        self._on_page_changed()
