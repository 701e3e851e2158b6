"""«Backups…» in the menu «Register», and their age in the status bar."""

from typing import TYPE_CHECKING, Any

from gdpr_desktop.core.roles import Deed
from gdpr_desktop.core.text import N_

if TYPE_CHECKING:
    from gdpr_desktop.vault import Vault

NAME = "backups"
TEXT = N_("&Backups…")
SHORTCUT = ""
DEED = Deed.BACK_UP


def open(window: Any, vault: "Vault") -> Any:
    """Show what there is, and what can be done."""
    from gdpr_desktop.administration.backups.widgets import guard_of

    return guard_of(window, vault).show_backups()


def attach(window: Any, vault: "Vault") -> None:
    """A register was opened: watch over its backups as long as it is."""
    from gdpr_desktop.administration.backups.widgets import guard_of

    guard_of(window, vault).begin()


def redraw(window: Any, vault: "Vault") -> None:
    """The window was made anew, perhaps in another language."""
    from gdpr_desktop.administration.backups.widgets import guard_of

    guard_of(window, vault).show_state()


def detach(window: Any, vault: "Vault") -> None:
    """The register is being locked."""
    from gdpr_desktop.administration.backups.widgets import guard_of

    guard_of(window, vault).end()
