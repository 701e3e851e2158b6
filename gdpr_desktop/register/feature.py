"""The tab «Protokoll»."""

from typing import TYPE_CHECKING, Any

from gdpr_desktop.core.text import N_

if TYPE_CHECKING:
    from gdpr_desktop.vault import Vault

NAME = "register"
TITLE = N_("Record")
SHORTCUT = "Ctrl+6"


def make_page(vault: "Vault") -> Any:
    """The page (a widget), imported when it is first shown."""
    from gdpr_desktop.register.page import RegisterPage

    return RegisterPage(vault)


def subscribe(vault: "Vault") -> None:
    """Keep what the record is listed and found by in step; give requests its systems and units."""
    from gdpr_desktop.casework.settings import set_place_source
    from gdpr_desktop.register import places
    from gdpr_desktop.register.entries import upkeep
    from gdpr_desktop.register.risks import assessed
    from gdpr_desktop.register.single_disclosures import upkeep as disclosures

    upkeep.subscribe()
    assessed.subscribe(vault)
    disclosures.subscribe(vault)
    set_place_source(places.known_places)
    places.take_over(vault)


def catch_up(vault: "Vault") -> tuple[str, ...]:
    """Count findings anew, once every feature has said what its entries hold."""
    from gdpr_desktop.register.entries import upkeep

    upkeep.catch_up(vault)
    return ()
