"""«Hendingsjournal…» in the menu «Register»."""

from typing import TYPE_CHECKING, Any

from gdpr_desktop.core.roles import Deed
from gdpr_desktop.core.text import N_

if TYPE_CHECKING:
    from gdpr_desktop.vault import Vault

NAME = "journal"
TEXT = N_("&Journal…")
SHORTCUT = "Ctrl+J"
DEED: Deed | None = Deed.READ_JOURNAL


def open(window: Any, vault: "Vault") -> Any:
    """Open its dialog over ``window``."""
    from gdpr_desktop.administration.journal.dialogs import JournalDialog

    dialog = JournalDialog(window, vault)
    dialog.open()
    return dialog


def attach(window: Any, vault: "Vault") -> None:
    """A register was opened: tell what was found, and check the rest of the journal."""
    from gdpr_desktop.administration.journal.widgets import JournalWatch

    JournalWatch(window, vault)
