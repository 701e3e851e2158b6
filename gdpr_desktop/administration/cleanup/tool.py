"""«Opprydding…»: the yearly clean-up of the register's own cases."""

from typing import TYPE_CHECKING, Any

from gdpr_desktop.core.roles import Deed
from gdpr_desktop.core.text import N_

if TYPE_CHECKING:
    from gdpr_desktop.vault import Vault

NAME = "cleanup"
TEXT = N_("&Clean-up…")
SHORTCUT = ""
DEED = Deed.CLEAN_UP


def open(window: Any, vault: "Vault") -> Any:
    """Open the clean-up over ``window``."""
    from gdpr_desktop.administration.cleanup.dialogs import CleanUpDialog

    made = CleanUpDialog(vault, window)
    made.open()
    return made


def attach(window: Any, vault: "Vault") -> None:
    """A register was opened: what an older copy brought back is erased again, and told."""
    from gdpr_desktop.administration.cleanup.dialogs import tell_what_came_back

    tell_what_came_back(window, vault)
