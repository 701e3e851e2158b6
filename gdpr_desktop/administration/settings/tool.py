"""«Settings…» in the menu «Register»."""

from typing import TYPE_CHECKING, Any

from gdpr_desktop.core.roles import Deed
from gdpr_desktop.core.text import N_

if TYPE_CHECKING:
    from gdpr_desktop.vault import Vault

NAME = "settings"
TEXT = N_("&Settings…")
SHORTCUT = "Ctrl+,"
DEED: Deed | None = Deed.CHANGE_SETTINGS


def open(window: Any, vault: "Vault", part: str = "") -> Any:
    """Open the dialog, perhaps at ``part``."""
    from gdpr_desktop.administration.settings.dialogs.window import open_settings

    return open_settings(window, vault, part)
