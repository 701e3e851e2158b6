"""The tab «Førespurnader»."""

from typing import TYPE_CHECKING, Any

from gdpr_desktop.core.text import N_

if TYPE_CHECKING:
    from gdpr_desktop.vault import Vault

NAME = "requests"
TITLE = N_("Requests")
SHORTCUT = "Ctrl+2"


def make_page(vault: "Vault") -> Any:
    """The page (a widget), imported when it is first shown."""
    from gdpr_desktop.requests.page import RequestsPage

    return RequestsPage(vault)


def catch_up(vault: "Vault") -> tuple[str, ...]:
    """Clear up after a crash; sentences that the person must see."""
    from gdpr_desktop.casework import exports

    return exports.clear_up(vault)


def subscribe(vault: "Vault") -> None:
    """Keep deadlines and next steps in step with every deed; catch up with changed rules."""
    from gdpr_desktop.requests import service

    service.subscribe(vault)
    service.recompute_deadlines(vault)
    service.mend_search(vault)
