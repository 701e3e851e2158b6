"""The tab «Samtykke»."""

from typing import TYPE_CHECKING, Any

from gdpr_desktop.core.text import N_

if TYPE_CHECKING:
    from gdpr_desktop.vault import Vault

NAME = "consents"
TITLE = N_("Consents")
SHORTCUT = "Ctrl+4"


def make_page(vault: "Vault") -> Any:
    """The page (a widget), imported when it is first shown."""
    from gdpr_desktop.consents.page import ConsentsTab

    return ConsentsTab(vault)


def subscribe(vault: "Vault") -> None:
    """Keep deadlines and next steps in step with every deed; catch up with what has ended."""
    from gdpr_desktop.casework.person_search import add_source
    from gdpr_desktop.consents.forms.service import upkeep as forms
    from gdpr_desktop.consents.renewal import upkeep as renewal
    from gdpr_desktop.consents.searching import store as searching
    from gdpr_desktop.consents.withdrawals import upkeep as withdrawals

    renewal.subscribe(vault)  # before the forms: their deadlines count the tasks
    forms.subscribe(vault)
    withdrawals.subscribe(vault)
    for source in searching.SOURCES:
        add_source(source)
    renewal.catch_up(vault)
