"""The page of one kind of case: the list of cases left, the chosen case right."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from gdpr_desktop.casework import lists
from gdpr_desktop.casework.deed import note_opened
from gdpr_desktop.casework.model import Case, CaseFilter
from gdpr_desktop.casework.narrowing import Narrowing
from gdpr_desktop.casework.widgets.case_list import CaseSource
from gdpr_desktop.casework.widgets.case_view import CaseView
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import RefusedError
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.roles import Deed, scope
from gdpr_desktop.core.text import _
from gdpr_desktop.ui.bus import bus
from gdpr_desktop.ui.empty_state import EmptyState
from gdpr_desktop.ui.filter_row import FilterRow
from gdpr_desktop.ui.list_model import Column, WindowedModel
from gdpr_desktop.ui.list_page import ListPage
from gdpr_desktop.ui.notice_bar import say

if TYPE_CHECKING:
    from gdpr_desktop.ui.dialog import FormDialog
    from gdpr_desktop.vault import Vault
    from gdpr_desktop.vault.drafts import Draft

CHIPS = (
    CaseFilter.OPEN,
    CaseFilter.THIS_WEEK,
    CaseFilter.OVERDUE,
    CaseFilter.MINE,
    CaseFilter.CLOSED,
)
_SEEN_AFTER = 1000  # milliseconds a case must be shown to count as opened


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseShelf:
    """What a page of cases is made of. ``name`` is the key of its remembered widths.

    ``new_text`` has its mnemonic; the button is left out for who may not do ``deed``.
    """

    name: str
    source: CaseSource
    columns: tuple[Column, ...]
    chips: Iterable[tuple[CaseFilter, str]]
    first_chip: CaseFilter | None = CaseFilter.OPEN  # pressed from the start, if there are cases
    new_text: str
    empty_title: str
    empty_text: str
    empty_button: str = ""  # what the empty list offers where there is nothing to make here
    deed: Deed = Deed.REGISTER_CASE
    filters: FilterRow | None = None


class CasePage(ListPage):
    """Chips exclude each other; with none pressed the list shows every case.

    A feature hands in its ``CaseShelf`` and ``CaseView``, and overrides

    - ``open_intake``: make the dialog of a new case, and hand it to ``open_new``;

    and where needed

    - ``note_opened(case_id)``: what is written when a case was shown for a second;
    - ``narrowing()``: what its filters ask for (the source is narrowed by hand at the start);
    - ``resume_intake(form)``: go on with a draft of a new case, where there are several forms.

    ``case_view`` is the view, whose ``deeds`` hold what can be undone.
    """

    def __init__(self, vault: "Vault", view: CaseView, shelf: CaseShelf) -> None:
        self._vault, self._source = vault, shelf.source
        self._first_chip = shelf.first_chip
        self.case_view = view
        self.may_register = scope(vault.actor.role, shelf.deed) is not None
        new_text = shelf.new_text if self.may_register else ""
        super().__init__(
            WindowedModel(shelf.source, shelf.columns),
            name=shelf.name,
            new_text=new_text,
            search_hint=_("Search name, number or text"),
            chips=shelf.chips,
            filters=shelf.filters,
            empty=EmptyState(
                "inbox",
                shelf.empty_title,
                shelf.empty_text,
                new_text.replace("&", "") or shelf.empty_button,
            ),
            detail=view,
        )
        self._pressed: frozenset[CaseFilter] = frozenset()
        self._seen = QTimer(self)
        self._seen.setSingleShot(True)
        self._seen.setInterval(_SEEN_AFTER)
        self._seen.timeout.connect(self._on_case_seen)
        self.new_requested.connect(self._on_new_requested)
        self.search_changed.connect(self._on_search_changed)
        self.chips_changed.connect(self._on_chips_changed)
        self.row_selected.connect(self._on_row_selected)
        if shelf.filters is not None:
            shelf.filters.changed.connect(self._on_filters_changed)
        if self._first_chip is not None and self.model.count.rows:
            self.check_chips([self._first_chip])

    # What a feature overrides

    def open_intake(self) -> None:
        """Open the dialog of a new case with ``open_new``."""
        raise NotImplementedError

    def resume_intake(self, form: str) -> None:
        """Go on with the draft of a new case; ``form`` without the name of the feature."""
        self.new()

    def note_opened(self, case_id: CaseId) -> Change | None:
        """Write that the case was shown. A change, if it changed what is seen of the case."""
        note_opened(self._vault, case_id)
        return None

    def narrowing(self) -> Narrowing | None:
        """What the filters ask for."""
        return None

    # What the window calls

    def refresh(self, change: Change | None = None) -> None:
        """Read list and case anew; the chosen case stays chosen."""
        super().refresh(change)
        self.case_view.refresh()

    def show_case(self, case_id: CaseId) -> None:
        """Choose a case wherever it stands in the list."""
        if self.select(case_id):
            return
        self._clear_search()
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
        self._clear_search()
        self.check_chips([chip])

    def resume_draft(self, draft: "Draft") -> None:
        """Go to the case, and open the dialog that the draft was typed in."""
        form = draft.form.partition(".")[2]
        if draft.case_id is None:
            self.resume_intake(form)
            return
        self.show_case(draft.case_id)
        found = self.case_view.found
        if found is not None and found.case.id == draft.case_id:
            self.case_view.resume_draft(form)
        else:  # somebody else has it now
            say(self, _("You cannot see the case of this draft any more."), tone="warning")

    def undo_words(self) -> str:
        """What Ctrl+Z takes back in the case shown."""
        return self.case_view.deeds.undo_words(self.selected_id())

    def undo(self) -> None:
        """Take back what was done last in the case shown; says why where it cannot be."""
        case_id = self.selected_id()
        if case_id is not None:
            self.case_view.deeds.undo(case_id)

    def leave(self) -> None:
        """Locking: no case is «opened» any more."""
        self._seen.stop()

    # What a feature calls

    def open_new(self, dialog: "FormDialog") -> None:
        """Open the dialog of a new case; the case is shown when it is saved."""
        dialog.accepted_value.connect(self._on_registered)
        dialog.open()

    def _on_registered(self, change: Change) -> None:
        """A case was made: tell all, and show it."""
        first = not self.model.count.rows and not self.checked_chips()
        bus.tell(change, self)
        if self._first_chip is not None and first and not self.search.text().strip():
            self.check_chips([self._first_chip])  # as where there are cases from before
        self.show_case(CaseId(change.id))

    def _clear_search(self) -> None:
        self.search.clear()
        if self.filters is not None:
            self.filters.clear()

    def _on_new_requested(self) -> None:
        self.open_intake()

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
        self._source.narrow(self.narrowing())
        self.reload()

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
        try:
            change = self.note_opened(CaseId(case_id))
        except RefusedError:  # somebody else has it since it was chosen
            return
        if change is not None:
            bus.tell(change, self)
