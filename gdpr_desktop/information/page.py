"""The tab «Informasjon»: what was collected, privacy statements, what is out of date, guidance."""

from functools import partial
from typing import TYPE_CHECKING

from gdpr_desktop.casework.model import CaseFilter
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.text import _
from gdpr_desktop.guidance.page import GuidancePage
from gdpr_desktop.information.collections.page import CollectionsPage
from gdpr_desktop.information.statements.widgets.page import StatementPage
from gdpr_desktop.information.statements.widgets.stale import StalePage
from gdpr_desktop.register.entries.model import EntryId, EntryKind
from gdpr_desktop.ui.shelves import ShelfPage, Shelves

if TYPE_CHECKING:
    from gdpr_desktop.vault import Vault
    from gdpr_desktop.vault.drafts import Draft

COLLECTIONS, STATEMENTS, STALE = "collections", EntryKind.STATEMENT.value, "stale"
GUIDANCE = "guidance"


class InformationPage(Shelves):
    """Pages are keyed by the kind of what they show."""

    def __init__(self, vault: "Vault") -> None:
        pages = (
            ShelfPage(
                key=COLLECTIONS, title=_("Collections"), make=partial(CollectionsPage, vault)
            ),
            ShelfPage(
                key=STATEMENTS, title=_("Privacy statements"), make=partial(StatementPage, vault)
            ),
            ShelfPage(key=STALE, title=_("Documents out of date"), make=partial(StalePage, vault)),
            ShelfPage(
                key=GUIDANCE,
                title=_("Guidance and checklists"),
                make=partial(GuidancePage, vault),
            ),
        )
        super().__init__(pages, _("Parts of the information"))

    def show_entry(self, entry_id: int) -> None:
        """Choose a statement."""
        self.show_shelf(STATEMENTS).show_entry(EntryId(entry_id))

    def show_case(self, case_id: CaseId) -> None:
        """Choose a collection."""
        self.show_shelf(COLLECTIONS).show_case(case_id)

    def show_list(self, wanted: object) -> None:
        """Go to a shelf by its key, or to the collections of a chip."""
        if isinstance(wanted, CaseFilter):
            self.show_shelf(COLLECTIONS).show_list(wanted)
        else:
            self.show_shelf(str(wanted))

    def resume_draft(self, draft: "Draft") -> None:
        """Go on with a draft: ``information.statement.number``, or a form of a collection."""
        kind = draft.form.split(".")[1]
        self.show_shelf(STATEMENTS if kind == STATEMENTS else COLLECTIONS).resume_draft(draft)
