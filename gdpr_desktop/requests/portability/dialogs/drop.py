"""What was brought in is deleted here: it came only to be packed."""

from PySide6.QtWidgets import QWidget

from gdpr_desktop.core.change import Change
from gdpr_desktop.core.ids import CaseId, PartId
from gdpr_desktop.core.text import _
from gdpr_desktop.requests.dialogs.base import PartDialog
from gdpr_desktop.requests.portability import service
from gdpr_desktop.requests.rights.portability import package_of
from gdpr_desktop.ui.labels import label
from gdpr_desktop.vault import Vault


class DropDataDialog(PartDialog):
    """Say what goes and what stays, and delete it."""

    def __init__(
        self, vault: Vault, case_id: CaseId, part_id: PartId, parent: QWidget | None = None
    ) -> None:
        title = _("Delete the data brought in?")
        super().__init__(vault, case_id, part_id, parent, title, _("Delete the data"))
        self.save_button.setProperty("kind", "danger")
        self.form.addRow(label(_("They were here only to be packed. The rest of the case stays.")))
        if package_of(self.part) is not None:
            zip_file = _(
                "Delete the zip file on this machine too: on the timeline, as with letters."
            )
            self.form.addRow(label(zip_file))
        self.cancel_button.setFocus()

    def do(self) -> Change:
        return service.drop_data(self.vault, self.part_id)
