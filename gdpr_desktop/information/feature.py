"""The tab «Informasjon»."""

from typing import TYPE_CHECKING, Any

from gdpr_desktop.core.text import N_

if TYPE_CHECKING:
    from gdpr_desktop.vault import Vault

NAME = "information"
TITLE = N_("Information")
SHORTCUT = "Ctrl+7"
TEXTS = N_("Texts of information")  # offered on an activity of the record
DO_TEXTS = "gdpr_desktop.information.collections.dialogs.texts:do"


def make_page(vault: "Vault") -> Any:
    """The page (a widget), imported when it is first shown."""
    from gdpr_desktop.information.page import InformationPage

    return InformationPage(vault)


def subscribe(vault: "Vault") -> None:
    """Have the record know what a privacy statement is, and keep collections in step with it."""
    from gdpr_desktop.information.collections import service
    from gdpr_desktop.information.statements import model  # noqa: F401 — adds its content
    from gdpr_desktop.register import rooms
    from gdpr_desktop.register.entries.model import EntryKind

    rooms.add_deed(EntryKind.ACTIVITY, rooms.AddedDeed(key="texts", words=TEXTS, do=DO_TEXTS))
    service.subscribe(vault)
    service.recompute_deadlines(vault)


def shows_entry(vault: "Vault", entry_id: int) -> bool:
    """Is it a privacy statement?"""
    from gdpr_desktop.register.entries import store
    from gdpr_desktop.register.entries.model import EntryId, EntryKind

    found = store.entry(vault.db, EntryId(entry_id), unreadable=True)
    return found.kind is EntryKind.STATEMENT
