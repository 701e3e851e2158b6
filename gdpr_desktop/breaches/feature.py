"""The tab «Brot»."""

from typing import TYPE_CHECKING, Any

from gdpr_desktop.core.text import N_

if TYPE_CHECKING:
    from gdpr_desktop.vault import Vault

NAME = "breaches"
TITLE = N_("Breaches")
SHORTCUT = "Ctrl+3"


def make_page(vault: "Vault") -> Any:
    """The page (a widget), imported when it is first shown."""
    from gdpr_desktop.breaches.page import BreachesTab

    return BreachesTab(vault)


def subscribe(vault: "Vault") -> None:
    """Keep deadlines and next steps in step with every deed; catch up with changed rules."""
    from gdpr_desktop.breaches.deviations import upkeep as deviations
    from gdpr_desktop.breaches.service import upkeep

    upkeep.subscribe(vault)
    deviations.subscribe(vault)
    upkeep.recompute_deadlines(vault)
