"""Export and import of the record, as tools of the shelf of activities."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from gdpr_desktop.core.change import Change

if TYPE_CHECKING:
    from gdpr_desktop.vault import Vault


def tool(parent: QWidget, vault: "Vault", key: str, done: Callable[[Change], None]) -> None:
    """Do what ``tools.TOOLS`` offers; ``done`` is told what changed."""
    if key == "import":
        from gdpr_desktop.register.exchange.dialogs.opening import Opening

        Opening(parent, vault, done).start()
        return
    from gdpr_desktop.register.exchange.dialogs.export import ExportDialog

    dialog = ExportDialog(vault, parent)
    dialog.accepted_value.connect(done)
    dialog.open()
