"""Templates for assessments, and the way to the program PIA and back."""

import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QDialog

from gdpr_desktop.casework.model import CaseKind
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.dpia.pia_json import write
from gdpr_desktop.dpia.pia_json.dialogs.export import ExportDialog
from gdpr_desktop.dpia.pia_json.dialogs.import_ import ImportDialog
from gdpr_desktop.dpia.service.base import read_dpia
from gdpr_desktop.dpia.templates.dialogs.save import SaveTemplateDialog
from gdpr_desktop.dpia.templates.dialogs.start import StartDialog
from gdpr_desktop.dpia.templates.model import Order
from gdpr_desktop.dpia.templates.service import save_template
from gdpr_desktop.ui.main_window import MainWindow


def pictures(
    window: MainWindow, take: Callable[..., None], close: Callable[[QDialog], None]
) -> None:
    """Take them, on the first assessment of the demo."""
    vault = window.vault
    assert vault is not None, "it is unlocked"
    sql = "SELECT id FROM case_file WHERE kind = ? ORDER BY id LIMIT 1"
    case_id = CaseId(vault.db.execute(sql, [CaseKind.DPIA.value]).fetchone()[0])

    def shown(name: str, dialog: QDialog) -> None:
        dialog.open()
        take(f"dialog-dpia-{name}", dialog)
        close(dialog)

    shown("template-none", StartDialog(vault, window))
    shown("template-save", SaveTemplateDialog(vault, case_id, window))
    save_template(vault, Order(case_id=case_id, name="Velferdsteknologi", note="For heimetenesta."))
    shown("template-start", StartDialog(vault, window))
    shown("pia-export", ExportDialog(vault, case_id, window))
    shown("pia-import", ImportDialog(vault, window))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "pia-nattilsyn.json"
        write(read_dpia(vault, case_id).content, path, clock=vault.clock)
        chosen = ImportDialog(vault, window)
        chosen.take(path)
        shown("pia-import-chosen", chosen)
