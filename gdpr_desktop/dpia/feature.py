"""The tab «DPIA»."""

from typing import TYPE_CHECKING, Any

from gdpr_desktop.core.text import N_

if TYPE_CHECKING:
    from gdpr_desktop.vault import Vault

NAME = "dpia"
TITLE = N_("DPIA")
SHORTCUT = "Ctrl+5"
FROM_RECORD = N_("Assessment (DPIA)")  # offered on an activity of the record
DO_FROM_RECORD = "gdpr_desktop.dpia.screening.dialogs.from_record:do"


def make_page(vault: "Vault") -> Any:
    """The page (a widget), imported when it is first shown."""
    from gdpr_desktop.dpia.page import DpiaTab

    return DpiaTab(vault)


def subscribe(vault: "Vault") -> None:
    """Keep deadlines and next steps in step with every deed, and let all texts be searched."""
    from gdpr_desktop.casework.person_search import add_source
    from gdpr_desktop.dpia.risks import upkeep as plan
    from gdpr_desktop.dpia.screening import record
    from gdpr_desktop.dpia.screening import upkeep as need
    from gdpr_desktop.dpia.searching.store import SOURCES
    from gdpr_desktop.dpia.service import upkeep
    from gdpr_desktop.register import rooms
    from gdpr_desktop.register.entries.model import EntryKind

    plan.subscribe(vault)  # first: the deadlines count its tasks
    upkeep.subscribe(vault)
    for source in SOURCES:
        add_source(source)
    record.subscribe(vault)
    need.subscribe(vault)
    begin = rooms.AddedDeed(key="dpia", words=FROM_RECORD, do=DO_FROM_RECORD)
    rooms.add_deed(EntryKind.ACTIVITY, begin)
