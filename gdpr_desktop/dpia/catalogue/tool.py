"""«Own questions for assessments…» in the menu «Register»."""

from typing import TYPE_CHECKING, Any

from gdpr_desktop.core.roles import Deed
from gdpr_desktop.core.text import N_

if TYPE_CHECKING:
    from gdpr_desktop.vault import Vault

NAME = "own_questions"
TEXT = N_("&Own questions for assessments…")
SHORTCUT = ""
DEED: Deed | None = Deed.CHANGE_SETTINGS


def open(window: Any, vault: "Vault") -> Any:
    """Open the list of own questions over ``window``."""
    from gdpr_desktop.dpia.catalogue.dialogs.own import OwnQuestionsDialog

    dialog = OwnQuestionsDialog(vault, window)
    dialog.open()
    return dialog
