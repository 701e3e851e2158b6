"""The tab «Brot»: breaches, and deviations that are none."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent

from gdpr_desktop.breaches.service.intake import note_opened
from gdpr_desktop.breaches.widgets.case_list import BreachSource, breach_columns
from gdpr_desktop.breaches.widgets.case_view import BreachView
from gdpr_desktop.breaches.widgets.filters import BreachFilters
from gdpr_desktop.breaches.words import chips
from gdpr_desktop.casework import store as cases
from gdpr_desktop.casework.model import CaseFilter, CaseKind
from gdpr_desktop.casework.narrowing import Narrowing
from gdpr_desktop.casework.widgets.case_deeds import dialog_class
from gdpr_desktop.casework.widgets.case_page import CasePage, CaseShelf
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.text import _
from gdpr_desktop.ui.labels import button
from gdpr_desktop.ui.ring import REFRESH
from gdpr_desktop.ui.shelves import ShelfPage, Shelves

if TYPE_CHECKING:
    from gdpr_desktop.vault import Vault
    from gdpr_desktop.vault.drafts import Draft

BREACHES, DEVIATIONS = "breaches", "deviations"


class BreachesPage(CasePage):
    """The log of breaches."""

    def __init__(self, vault: "Vault") -> None:
        self._filters = BreachFilters(vault)
        source = BreachSource(vault)
        source.narrow(self.narrowing())
        shelf = CaseShelf(
            name="breaches",
            source=source,
            columns=breach_columns(vault),
            chips=chips(),
            new_text=_("&New breach"),
            empty_title=_("No breaches yet"),
            empty_text=_(
                "When data about people have gone astray, you register it here in a minute. The"
                " program keeps the 72 hours, and follows the handbook with you to the end."
            ),
            filters=self._filters,
        )
        super().__init__(vault, BreachView(vault), shelf)
        self._minute = QTimer(self)
        self._minute.setInterval(REFRESH)
        self._minute.timeout.connect(self.view.viewport().update)  # the rows look at the clock
        self.log_button = button(_("Export the &log …"))
        self.log_button.clicked.connect(self._on_log_clicked)
        self.add_tool(self.log_button)

    def _on_log_clicked(self) -> None:
        from gdpr_desktop.breaches.dialogs.log import LogDialog

        LogDialog(self._vault, self).open()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._minute.start()

    def hideEvent(self, event: QHideEvent) -> None:
        self._minute.stop()
        super().hideEvent(event)

    def refresh(self, change: Change | None = None) -> None:
        """Read list and case anew; the chosen case stays chosen."""
        self._filters.offer_names()
        super().refresh(change)

    def narrowing(self) -> Narrowing | None:
        return self._filters.filter()

    def open_intake(self) -> None:
        made = dialog_class("breaches.dialogs", "intake", "IntakeDialog")
        self.open_new(made(self._vault, self))

    def note_opened(self, case_id: CaseId) -> Change | None:
        return note_opened(self._vault, case_id)


class BreachesTab(Shelves):
    """The log, and the list of deviations beside it."""

    def __init__(self, vault: "Vault") -> None:
        self._vault = vault
        pages = (
            ShelfPage(key=BREACHES, title=_("Breaches"), make=partial(BreachesPage, vault)),
            ShelfPage(key=DEVIATIONS, title=_("Deviations"), make=partial(_deviations, vault)),
        )
        super().__init__(pages, _("Parts of the log of breaches"))

    def show_case(self, case_id: CaseId) -> None:
        """Choose a breach or a deviation."""
        self.show_shelf(self._shelf_of(case_id)).show_case(case_id)

    def selected_id(self) -> int | None:
        """The case that is shown."""
        page = self.page()
        return page.selected_id() if isinstance(page, CasePage) else None

    def _shelf_of(self, case_id: CaseId) -> str:
        kind = cases.case(self._vault.db, case_id).kind
        return DEVIATIONS if kind is CaseKind.DEVIATION else BREACHES

    def show_list(self, chip: CaseFilter) -> None:
        """Show the breaches of one chip."""
        self.show_shelf(BREACHES).show_list(chip)

    def resume_draft(self, draft: "Draft") -> None:
        """Go on with a draft, on the shelf of its case, or of its form where there is no case."""
        if draft.case_id is not None:
            shelf = self._shelf_of(draft.case_id)
        else:
            shelf = DEVIATIONS if f".{DEVIATIONS}." in draft.form else BREACHES
        self.show_shelf(shelf).resume_draft(draft)


def _deviations(vault: "Vault") -> CasePage:
    from gdpr_desktop.breaches.deviations.page import DeviationsPage

    return DeviationsPage(vault)
