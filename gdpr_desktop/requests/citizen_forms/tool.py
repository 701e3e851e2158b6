"""«Skjema til innbyggjarane…» in the menu «Register», and forms that are dropped on the window."""

from typing import TYPE_CHECKING, Any

from gdpr_desktop.core.roles import Deed
from gdpr_desktop.core.text import N_

if TYPE_CHECKING:
    from gdpr_desktop.vault import Vault

NAME = "citizen_forms"
TEXT = N_("Forms for c&itizens…")
SHORTCUT = ""
DEED: Deed | None = Deed.READ_RECORD


def open(window: Any, vault: "Vault") -> Any:
    """Offer the forms as files; a draft of their addresses is taken up."""
    from gdpr_desktop.requests.citizen_forms.dialogs.forms import open_forms

    return open_forms(window, vault)


def attach(window: Any, vault: "Vault") -> None:
    """A register was opened: filled forms may be dropped on the window, by who may register."""
    from gdpr_desktop.requests.citizen_forms.widgets import DropWatch

    DropWatch.on(window, vault)


def detach(window: Any, _vault: "Vault") -> None:
    """The register is being locked."""
    from gdpr_desktop.requests.citizen_forms.widgets import DropWatch

    DropWatch.off(window)
