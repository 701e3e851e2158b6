"""The tab «DPIA»."""

from typing import TYPE_CHECKING, Any

from gdpr_desktop.core.text import N_

if TYPE_CHECKING:
    from gdpr_desktop.vault import Vault

NAME = "dpia"
TITLE = N_("DPIA")
SHORTCUT = "Ctrl+5"


def make_page(vault: "Vault") -> Any:
    """The page (a widget), imported when it is first shown."""
    from gdpr_desktop.dpia.page import DpiaTab

    return DpiaTab(vault)


def subscribe(vault: "Vault") -> None:
    """Keep deadlines and next steps in step with every deed, and let all texts be searched."""
    from gdpr_desktop.casework.person_search import add_source
    from gdpr_desktop.dpia.searching.store import SOURCES
    from gdpr_desktop.dpia.service import upkeep

    upkeep.subscribe(vault)
    for source in SOURCES:
        add_source(source)
