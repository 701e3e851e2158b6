"""The tab «Informasjon»: privacy statements, and what is out of date."""

from functools import partial
from typing import TYPE_CHECKING

from gdpr_desktop.core.text import _
from gdpr_desktop.information.statements.widgets.page import StatementPage
from gdpr_desktop.information.statements.widgets.stale import StalePage
from gdpr_desktop.register.entries.model import EntryId, EntryKind
from gdpr_desktop.ui.shelves import ShelfPage, Shelves

if TYPE_CHECKING:
    from gdpr_desktop.vault import Vault
    from gdpr_desktop.vault.drafts import Draft

STATEMENTS, STALE = EntryKind.STATEMENT.value, "stale"


class InformationPage(Shelves):
    """Pages are keyed by the kind of what they show."""

    def __init__(self, vault: "Vault") -> None:
        pages = (
            ShelfPage(
                key=STATEMENTS, title=_("Privacy statements"), make=partial(StatementPage, vault)
            ),
            ShelfPage(key=STALE, title=_("Documents out of date"), make=partial(StalePage, vault)),
        )
        super().__init__(pages, _("Parts of the information"))

    def show_entry(self, entry_id: int) -> None:
        """Choose a statement."""
        self.show_shelf(STATEMENTS).show_entry(EntryId(entry_id))

    def resume_draft(self, draft: "Draft") -> None:
        """Go on with a draft: ``information.kind.number``."""
        self.show_shelf(draft.form.split(".")[1]).resume_draft(draft)
