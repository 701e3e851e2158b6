"""«Finn ein person…»: one search across everything in the register."""

from typing import TYPE_CHECKING, Any

from gdpr_desktop.core.roles import Deed
from gdpr_desktop.core.text import N_

if TYPE_CHECKING:
    from gdpr_desktop.vault import Vault

NAME = "search"
TEXT = N_("&Find a person…")
SHORTCUT = "Ctrl+Shift+F"
DEED = Deed.READ_CASE


def open(window: Any, vault: "Vault") -> Any:
    """Open the search, or bring the one that is open to the front."""
    from gdpr_desktop.administration.search.dialogs import show_search

    return show_search(window, vault)
