"""The tab «Oversikt»."""

from typing import TYPE_CHECKING, Any

from gdpr_desktop.core.text import N_

if TYPE_CHECKING:
    from gdpr_desktop.vault import Vault

NAME = "overview"
TITLE = N_("Overview")
SHORTCUT = "Ctrl+1"


def make_page(vault: "Vault") -> Any:
    """The page (a widget), imported when it is first shown."""
    from gdpr_desktop.overview.page import OverviewPage

    return OverviewPage(vault)


def subscribe(vault: "Vault") -> None:
    """The overview keeps nothing of its own."""
