"""The address list of the letters is deleted: asked first, since it cannot be undone."""

from PySide6.QtWidgets import QWidget

from gdpr_desktop.breaches.service.base import read_breach
from gdpr_desktop.breaches.telling.service import drop_addresses
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.text import _, ngettext
from gdpr_desktop.ui.deed_dialog import DeedDialog
from gdpr_desktop.ui.labels import label
from gdpr_desktop.vault import Vault


class DropAddressesDialog(DeedDialog):
    """How many names and addresses go, and what stays."""

    feature = "breaches"

    def __init__(self, vault: Vault, case_id: CaseId, parent: QWidget | None = None) -> None:
        self.case_id, kept = case_id, read_breach(vault, case_id).addresses_kept
        super().__init__(vault, parent, _("Delete the address list"), _("Delete it for good"))
        text = ngettext(
            "{count} name and address is deleted from the case. It cannot be undone.",
            "{count} names and addresses are deleted from the case. It cannot be undone.",
            kept,
        )
        self.form.addRow(label(text.format(count=kept)))
        self.form.addRow(label(_("What is noted of how many were told, and when, stays.")))

    def do(self) -> Change:
        return drop_addresses(self.vault, self.case_id)
