"""The shelf of single disclosures: the list of cases left, the chosen one right."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from gdpr_desktop.casework import lists
from gdpr_desktop.casework.model import Case, CaseFilter, CaseKind
from gdpr_desktop.casework.widgets.case_list import CaseSource, case_columns
from gdpr_desktop.core.change import Change, Undo
from gdpr_desktop.core.errors import AppError
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.roles import Deed, scope
from gdpr_desktop.core.text import _
from gdpr_desktop.register.single_disclosures import service
from gdpr_desktop.register.single_disclosures.actions import Action
from gdpr_desktop.register.single_disclosures.steps import Step
from gdpr_desktop.register.single_disclosures.widgets.view import DisclosureView
from gdpr_desktop.register.single_disclosures.words import closed_words, step_words
from gdpr_desktop.ui import notices
from gdpr_desktop.ui.bus import bus
from gdpr_desktop.ui.empty_state import EmptyState
from gdpr_desktop.ui.list_model import WindowedModel
from gdpr_desktop.ui.list_page import ListPage
from gdpr_desktop.ui.notice_bar import say

if TYPE_CHECKING:
    from gdpr_desktop.vault import Vault
    from gdpr_desktop.vault.drafts import Draft

_SEEN_AFTER = 1000  # milliseconds a case must be shown to count as opened


def _chips() -> list[tuple[CaseFilter, str]]:
    return [
        (CaseFilter.OPEN, _("Open cases")),
        (CaseFilter.OVERDUE, _("Overdue")),
        (CaseFilter.MINE, _("Mine")),
        (CaseFilter.CLOSED, _("Closed")),
    ]


def _step_words(code: str) -> str:
    return step_words(Step(code))


class SingleDisclosuresPage(ListPage):
    """Chips exclude each other; with none pressed the list shows every case."""

    def __init__(self, vault: "Vault") -> None:
        self._vault = vault
        self._source = CaseSource(vault, (CaseKind.DISCLOSURE,))
        self.case_view = DisclosureView(vault)
        registers = scope(vault.actor.role, Deed.REGISTER_CASE) is not None
        new_text = _("&Somebody asks for data") if registers else ""
        columns = case_columns(
            vault, step_words=_step_words, outcome_words=closed_words, settled=_("No deadline")
        )
        super().__init__(
            WindowedModel(self._source, columns),
            name="single_disclosures",
            new_text=new_text,
            search_hint=_("Search name, number or text"),
            chips=_chips(),
            empty=EmptyState(
                "inbox",
                _("Nobody has asked for data yet"),
                _(
                    "When the police, an insurance company or somebody else asks for data about a"
                    " person, it becomes a case here: told to the officer within a day, in writing,"
                    " by law, and decided by the one who is delegated to."
                ),
                new_text.replace("&", ""),
            ),
            detail=self.case_view,
        )
        self._pressed: frozenset[CaseFilter] = frozenset()
        self._undos: dict[int, list[Undo]] = {}
        self._seen = QTimer(self)
        self._seen.setSingleShot(True)
        self._seen.setInterval(_SEEN_AFTER)
        self._seen.timeout.connect(self._on_case_seen)
        self.new_requested.connect(self._on_new_requested)
        self.search_changed.connect(self._on_search_changed)
        self.chips_changed.connect(self._on_chips_changed)
        self.row_selected.connect(self._on_row_selected)
        self.case_view.action_wanted.connect(self.start)

    # What the window calls

    def refresh(self, change: Change | None = None) -> None:
        """Read list and case anew; the chosen case stays chosen."""
        super().refresh(change)
        self.case_view.refresh()

    def show_case(self, case_id: CaseId) -> None:
        """Choose a case wherever it stands in the list."""
        if self.select(case_id):
            return
        self.search.clear()
        self.check_chips([])
        vault = self._vault
        self.model.row(
            lists.position(vault.db, self._source.query, vault.actor, vault.clock.today(), case_id)
        )
        self.select(case_id)

    def resume_draft(self, draft: "Draft") -> None:
        """Open the dialog that the draft was typed in: ``register.single_disclosures.action``."""
        code = draft.form.rpartition(".")[2]
        if draft.case_id is None:
            self.new()
            return
        self.show_case(draft.case_id)
        found = self.case_view.disclosure
        if found is not None and found.case.id == draft.case_id:
            self.start(Action(code) if code in set(Action) else Action.LETTER)
        else:  # somebody else has it now
            say(self, _("You cannot see the case of this draft any more."), tone="warning")

    def undo_words(self) -> str:
        """What Ctrl+Z takes back in the case shown."""
        undos = self._undos.get(self.selected_id() or 0)
        return undos[-1].words if undos else ""

    def undo(self) -> None:
        """Take back what was done last in the case shown; says why where it cannot be."""
        undos = self._undos.get(self.selected_id() or 0)
        if not undos:
            return
        undo = undos.pop()
        try:
            bus.tell(undo.verb(self._vault), self)
        except AppError as error:
            notices.error(self, error)
            return
        say(self, _("Undone: {what}").format(what=undo.words))

    def leave(self) -> None:
        """Locking: no case is «opened» any more."""
        self._seen.stop()

    # Deeds

    def start(self, action: Action) -> None:
        """Open the dialog of ``action`` on the case shown, or do it at once."""
        found = self.case_view.disclosure
        if found is None:
            return
        try:
            if action is Action.TELL_OFFICER:
                self.done(service.note_officer_told(self._vault, found.case.id))
                return
            from gdpr_desktop.register.single_disclosures import dialogs

            dialog = dialogs.dialog_of(action, self._vault, found.case.id, self)
        except AppError as error:
            notices.error(self, error)
            return
        dialog.accepted_value.connect(self.done)
        dialog.open()

    def done(self, change: Change) -> None:
        """A deed was done: tell all; the notice at the foot offers the way back."""
        bus.tell(change, self)
        if change.undo is not None:
            self._undos.setdefault(change.id, []).append(change.undo)
            text = _("Saved: {what}.").format(what=change.undo.words)
            say(self, text, action=_("Undo"), on_action=self.undo)

    def _on_new_requested(self) -> None:
        from gdpr_desktop.register.single_disclosures.dialogs.intake import IntakeDialog

        dialog = IntakeDialog(self._vault, None, self)
        dialog.accepted_value.connect(self._on_registered)
        dialog.open()

    def _on_registered(self, change: Change) -> None:
        self.done(change)
        self.show_case(CaseId(change.id))

    # The list

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
        change = service.note_opened(self._vault, CaseId(case_id))
        if change is not None:
            bus.tell(change, self)
