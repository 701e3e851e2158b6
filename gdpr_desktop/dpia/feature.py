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
    """Keep deadlines and next steps in step with every deed."""
    from gdpr_desktop.dpia.risks import upkeep as plan
    from gdpr_desktop.dpia.service import upkeep

    plan.subscribe(vault)  # first: the deadlines count its tasks
    upkeep.subscribe(vault)
