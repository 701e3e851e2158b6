"""The tab «Protokoll»: a shelf for each kind of entry."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.text import _
from gdpr_desktop.register.entries import store
from gdpr_desktop.register.entries.model import EntryId, EntryKind
from gdpr_desktop.register.entries.widgets.entry_page import EntryPage
from gdpr_desktop.register.rooms import SHELVES, shelf_for
from gdpr_desktop.ui.shelves import ShelfPage, Shelves

if TYPE_CHECKING:
    from gdpr_desktop.vault import Vault
    from gdpr_desktop.vault.drafts import Draft

SINGLE = "single_disclosures"  # cases, on a shelf of their own


def _single_disclosures(vault: "Vault") -> QWidget:
    from gdpr_desktop.register.single_disclosures.widgets.page import SingleDisclosuresPage

    return SingleDisclosuresPage(vault)


class RegisterPage(Shelves):
    """Pages are keyed by the kind of entry they show."""

    def __init__(self, vault: "Vault") -> None:
        self._vault = vault
        shelves = [shelf_for(kind) for kind in SHELVES]
        pages = [
            ShelfPage(key=one.kind.value, title=_(one.title), make=partial(EntryPage, vault, one))
            for one in shelves
        ]
        single = ShelfPage(
            key=SINGLE, title=_("Single disclosures"), make=partial(_single_disclosures, vault)
        )
        after = SHELVES.index(EntryKind.ROUTINE_DISCLOSURE) + 1
        super().__init__((*pages[:after], single, *pages[after:]), _("Parts of the record"))

    def show_entry(self, entry_id: int) -> None:
        """Choose an entry on its shelf."""
        entry = store.entry(self._vault.db, EntryId(entry_id), unreadable=True)
        self.show_shelf(entry.kind.value).show_entry(entry.id)

    def show_case(self, case_id: CaseId) -> None:
        """Choose a single disclosure."""
        self.show_shelf(SINGLE).show_case(case_id)

    def show_list(self, kind: object) -> None:
        """Go to the shelf of a kind."""
        self.show_shelf(str(kind))

    def resume_draft(self, draft: "Draft") -> None:
        """Go on with a draft: ``register.kind.number``."""
        kind = SINGLE if draft.case_id is not None else draft.form.split(".")[1]
        self.show_shelf(kind).resume_draft(draft)
