"""«Templates…» in the menu «Register»."""

from typing import TYPE_CHECKING, Any

from gdpr_desktop.core.roles import Deed
from gdpr_desktop.core.text import N_

if TYPE_CHECKING:
    from gdpr_desktop.vault import Vault

NAME = "templates"
TEXT = N_("&Templates…")
SHORTCUT = ""
DEED: Deed | None = Deed.EDIT_TEMPLATES


def open(window: Any, vault: "Vault") -> Any:
    """Open the dialog over ``window``."""
    from gdpr_desktop.administration.templates.dialogs.templates import TemplatesDialog

    dialog = TemplatesDialog(vault, window)
    dialog.open()
    return dialog
