"""The page of requests: the list of cases left, the chosen case right."""

from pathlib import Path
from typing import TYPE_CHECKING

from gdpr_desktop.casework.narrowing import Narrowing
from gdpr_desktop.casework.widgets.case_page import CHIPS, CasePage, CaseShelf
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.text import _
from gdpr_desktop.requests.service import note_opened
from gdpr_desktop.requests.widgets.case_list import RequestSource, request_columns
from gdpr_desktop.requests.widgets.case_view import RequestView
from gdpr_desktop.requests.widgets.filters import RequestFilters
from gdpr_desktop.requests.words import words
from gdpr_desktop.ui.labels import button

if TYPE_CHECKING:
    from gdpr_desktop.vault import Vault


class RequestsPage(CasePage):
    """Filters beside the chips, and what concerns no single request above the list."""

    def __init__(self, vault: "Vault") -> None:
        self._filters = RequestFilters(vault)
        source = RequestSource(vault)
        source.narrow(self.narrowing())
        shelf = CaseShelf(
            name="requests",
            source=source,
            columns=request_columns(vault),
            chips=((chip, words(chip)) for chip in CHIPS),
            new_text=_("&New request"),
            empty_title=_("No requests yet"),
            empty_text=_(
                "Here you register what citizens ask of the municipality, and the program follows"
                " the handbook and the deadline with you."
            ),
            filters=self._filters,
        )
        super().__init__(vault, RequestView(vault), shelf)
        self._add_tools()

    def refresh(self, change: Change | None = None) -> None:
        """Read list and case anew; the chosen case stays chosen."""
        self._filters.offer_names()
        super().refresh(change)

    def narrowing(self) -> Narrowing | None:
        chosen = self._filters.filter()
        return None if chosen.empty else chosen

    def note_opened(self, case_id: CaseId) -> Change | None:
        return note_opened(self._vault, case_id)

    def open_intake(self) -> None:
        from gdpr_desktop.requests.dialogs.intake import IntakeDialog

        self.open_new(IntakeDialog(self._vault, self))

    def resume_intake(self, form: str) -> None:
        from gdpr_desktop.requests.citizen_forms.dialogs.intake import DRAFT, FilledIntakeDialog

        if form.startswith(DRAFT):
            self.open_new(FilledIntakeDialog(self._vault, self, form=form))
        else:
            self.new()

    def open_form(self, path: Path | None = None) -> None:
        """Read a form that a citizen has filled in, and offer to register what it says."""
        from gdpr_desktop.requests.citizen_forms.dialogs.opening import Opening

        Opening(self, self._vault, self._on_registered).start(path)

    def _on_form_clicked(self) -> None:
        self.open_form()

    def _add_tools(self) -> None:
        if self.may_register:
            self.form_button = button(_("&Open a filled form …"))
            self.form_button.clicked.connect(self._on_form_clicked)
            self.add_tool(self.form_button)
        self.figures_button = button(_("&Figures …"))
        self.figures_button.clicked.connect(self._on_figures_clicked)
        self.add_tool(self.figures_button)
        self.export_button = button(_("Export the &list …"), "link")
        self.export_button.clicked.connect(self._on_export_clicked)
        self._filters.add(self.export_button)

    def _on_figures_clicked(self) -> None:
        from gdpr_desktop.requests.dialogs.figures import FiguresDialog

        FiguresDialog(self._vault, self).open()

    def _on_export_clicked(self) -> None:
        from gdpr_desktop.requests.dialogs.list_export import ListExportDialog

        typed = self.search.text().strip()
        shown = [self._hits.text(), *(words(chip) for chip in self.checked_chips())]
        shown += [f"«{typed}»"] if typed else []
        ListExportDialog(self._vault, self._source.query, ", ".join(shown), self).open()
