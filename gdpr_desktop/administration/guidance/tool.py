"""«Guidance and checklists…» in the menu «Help»."""

from typing import TYPE_CHECKING, Any

from gdpr_desktop.core.roles import Deed
from gdpr_desktop.core.text import N_

if TYPE_CHECKING:
    from gdpr_desktop.vault import Vault

NAME = "guidance"
TEXT = N_("G&uidance and checklists…")
SHORTCUT = "Shift+F1"
DEED: Deed | None = Deed.READ_RECORD
IN_HELP = True


def open(window: Any, vault: "Vault", part: str = "") -> Any:
    """Open the guidance over ``window``, at the topic ``part`` if there is one."""
    from gdpr_desktop.administration.guidance.dialogs import GuidanceDialog

    made = GuidanceDialog(window, vault)
    if part:
        made.page.show_topic(part)
    made.open()
    return made
