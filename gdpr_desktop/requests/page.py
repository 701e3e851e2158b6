"""The page of requests: the list of cases left, the chosen case right."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from gdpr_desktop.casework import lists
from gdpr_desktop.casework.model import Case, CaseFilter
from gdpr_desktop.casework.narrowing import Narrowing
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.roles import Deed, scope
from gdpr_desktop.core.text import _
from gdpr_desktop.requests.service import note_opened
from gdpr_desktop.requests.widgets.case_list import RequestSource, request_columns
from gdpr_desktop.requests.widgets.case_view import CaseView
from gdpr_desktop.requests.widgets.filters import RequestFilters
from gdpr_desktop.requests.words import words
from gdpr_desktop.ui.bus import bus
from gdpr_desktop.ui.empty_state import EmptyState
from gdpr_desktop.ui.labels import button
from gdpr_desktop.ui.list_model import WindowedModel
from gdpr_desktop.ui.list_page import ListPage
from gdpr_desktop.ui.notice_bar import say

if TYPE_CHECKING:
    from gdpr_desktop.vault import Vault
    from gdpr_desktop.vault.drafts import Draft

_CHIPS = (
    CaseFilter.OPEN,
    CaseFilter.THIS_WEEK,
    CaseFilter.OVERDUE,
    CaseFilter.MINE,
    CaseFilter.CLOSED,
)
_SEEN_AFTER = 1000  # milliseconds a case must be shown to count as opened


class RequestsPage(ListPage):
    """Chips exclude each other; with none pressed the list shows every request."""

    def __init__(self, vault: "Vault") -> None:
        self._vault = vault
        self._source = RequestSource(vault)
        self.case_view = CaseView(vault)
        may_register = scope(vault.actor.role, Deed.REGISTER_CASE) is not None
        empty = EmptyState(
            "inbox",
            _("No requests yet"),
            _(
                "Here you register what citizens ask of the municipality, and the program follows"
                " the handbook and the deadline with you."
            ),
            _("New request") if may_register else "",
        )
        filters = RequestFilters(vault)
        self._source.narrow(_narrowing(filters))
        super().__init__(
            WindowedModel(self._source, request_columns(vault)),
            name="requests",
            new_text=_("&New request") if may_register else "",
            search_hint=_("Search name, number or text"),
            chips=[(chip, words(chip)) for chip in _CHIPS],
            filters=filters,
            empty=empty,
            detail=self.case_view,
        )
        self._filters = filters
        self._add_tools(may_register=may_register)
        self._pressed: frozenset[CaseFilter] = frozenset()
        self._seen = QTimer(self)
        self._seen.setSingleShot(True)
        self._seen.setInterval(_SEEN_AFTER)
        self._seen.timeout.connect(self._on_case_seen)
        self.new_requested.connect(self._on_new_requested)
        self.search_changed.connect(self._on_search_changed)
        self.chips_changed.connect(self._on_chips_changed)
        filters.changed.connect(self._on_filters_changed)
        self.row_selected.connect(self._on_row_selected)
        if self.model.count.rows:
            self.check_chips([CaseFilter.OPEN])

    def refresh(self, change: Change | None = None) -> None:
        """Read list and case anew; the chosen case stays chosen."""
        self._filters.offer_names()
        super().refresh(change)
        self.case_view.refresh()

    def show_case(self, case_id: CaseId) -> None:
        """Choose a case wherever it stands in the list."""
        if self.select(case_id):
            return
        self.search.clear()
        self._filters.clear()
        self.check_chips([])
        if not self.select(case_id):
            vault = self._vault
            line = lists.position(
                vault.db, self._source.query, vault.actor, vault.clock.today(), case_id
            )
            self.model.row(line)
            self.select(case_id)

    def show_list(self, chip: CaseFilter) -> None:
        """Show the cases of one chip."""
        self.search.clear()
        self._filters.clear()
        self.check_chips([chip])

    def resume_draft(self, draft: "Draft") -> None:
        """Go to the case, and open the dialog that the draft was typed in."""
        if draft.case_id is None:
            self._resume_intake(draft.form.partition(".")[2])
            return
        self.show_case(draft.case_id)
        request = self.case_view.request
        if request is not None and request.case.id == draft.case_id:
            form = draft.form.partition(".")[2]
            self.case_view.resume_draft(form, request)
        else:  # somebody else has it now
            say(self, _("You cannot see the case of this draft any more."), tone="warning")

    def undo_words(self) -> str:
        """What Ctrl+Z takes back in the case shown."""
        return self.case_view.deeds.undo_words(self.selected_id())

    def undo(self) -> None:
        """Take back what was done last in the case shown."""
        case_id = self.selected_id()
        if case_id is not None:
            self.case_view.deeds.undo(case_id)

    def leave(self) -> None:
        """Locking: no case is «opened» any more."""
        self._seen.stop()

    def _on_new_requested(self) -> None:
        from gdpr_desktop.requests.dialogs.intake import IntakeDialog

        dialog = IntakeDialog(self._vault, self)
        dialog.accepted_value.connect(self._on_registered)
        dialog.open()

    def open_form(self, path: Path | None = None) -> None:
        """Read a form that a citizen has filled in, and offer to register what it says."""
        from gdpr_desktop.requests.citizen_forms.dialogs.opening import Opening

        Opening(self, self._vault, self._on_registered).start(path)

    def _on_form_clicked(self) -> None:
        self.open_form()

    def _resume_intake(self, form: str) -> None:
        from gdpr_desktop.requests.citizen_forms.dialogs.intake import DRAFT, FilledIntakeDialog

        if not form.startswith(DRAFT):
            self.new()
            return
        dialog = FilledIntakeDialog(self._vault, self, form=form)
        dialog.accepted_value.connect(self._on_registered)
        dialog.open()

    def _on_registered(self, change: Change) -> None:
        first = not self.model.count.rows and not self.checked_chips()
        bus.tell(change, self)
        if first and not self.search.text().strip():
            self.check_chips([CaseFilter.OPEN])  # as where there are cases from before
        self.show_case(CaseId(change.id))

    def _on_search_changed(self, text: str) -> None:
        self._source.query = replace(self._source.query, text=text)
        self.reload()

    def _on_chips_changed(self, pressed: frozenset[CaseFilter]) -> None:
        new = pressed - self._pressed
        if len(pressed) > 1 and new:
            self._pressed = new
            self.check_chips(new)
            return
        self._pressed = pressed
        self._source.filter(next(iter(pressed), CaseFilter.ALL))
        self.reload()

    def _on_filters_changed(self) -> None:
        self._source.narrow(_narrowing(self._filters))
        self.reload()

    def _add_tools(self, *, may_register: bool) -> None:
        if may_register:
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

    def _on_row_selected(self, row: Case | None) -> None:
        self._seen.stop()
        if row is None:
            self.case_view.clear()
            return
        self.case_view.show_case(row.id)
        self._seen.start()

    def _on_case_seen(self) -> None:
        case_id = self.selected_id()
        if case_id is None or not self.isVisible():
            return
        change = note_opened(self._vault, CaseId(case_id))
        if change is not None:
            bus.tell(change, self)


def _narrowing(filters: RequestFilters) -> Narrowing | None:
    chosen = filters.filter()
    return None if chosen.empty else chosen
