"""One shelf of the record: the list of entries left, the chosen one right."""

from dataclasses import replace
from datetime import timedelta
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING, Any

from gdpr_desktop.core.change import Change, Undo
from gdpr_desktop.core.errors import AppError
from gdpr_desktop.core.roles import Deed, scope
from gdpr_desktop.core.text import _
from gdpr_desktop.register.entries import lists, service, store
from gdpr_desktop.register.entries.model import Entry, EntryId, EntryState
from gdpr_desktop.register.entries.shelf import Shelf, load
from gdpr_desktop.register.entries.unreadable import is_readable
from gdpr_desktop.register.entries.widgets import entry_view as deeds
from gdpr_desktop.register.entries.widgets.entry_list import EntrySource, entry_columns
from gdpr_desktop.register.entries.widgets.entry_view import EntryView
from gdpr_desktop.register.rooms import added_deeds
from gdpr_desktop.ui import notices
from gdpr_desktop.ui.bus import bus
from gdpr_desktop.ui.empty_state import EmptyState
from gdpr_desktop.ui.labels import button
from gdpr_desktop.ui.list_model import WindowedModel
from gdpr_desktop.ui.list_page import ListPage
from gdpr_desktop.ui.notice_bar import say

if TYPE_CHECKING:
    from gdpr_desktop.vault import Vault
    from gdpr_desktop.vault.drafts import Draft


class EntryFilter(StrEnum):
    """The chips above a list of entries. They exclude each other."""

    INCOMPLETE = "incomplete"
    DRAFTS = "drafts"
    APPROVED = "approved"
    TO_REVISE = "to_revise"
    DUE = "due"  # within thirty days, or overdue
    RETIRED = "retired"


def _chips(shelf: Shelf) -> list[tuple[EntryFilter, str]]:
    chips = [(EntryFilter.INCOMPLETE, _("Incomplete"))]
    if shelf.approves:
        chips += [
            (EntryFilter.DRAFTS, _("Drafts")),
            (EntryFilter.APPROVED, _("Approved")),
            (EntryFilter.TO_REVISE, _("To be revised")),
        ]
    return [*chips, (EntryFilter.DUE, _("Due soon")), (EntryFilter.RETIRED, _("Over"))]


class EntryPage(ListPage):
    """With no chip pressed the list shows all that is not over."""

    def __init__(self, vault: "Vault", shelf: Shelf) -> None:
        self._vault, self._shelf = vault, shelf
        self._source = EntrySource(vault, shelf)
        self.entry_view = EntryView(vault, shelf)
        keeps = scope(vault.actor.role, Deed.KEEP_RECORD) is not None
        new_text = _(shelf.new_text) if keeps else ""
        empty = EmptyState(
            shelf.icon, _(shelf.empty_title), _(shelf.empty_text), new_text.replace("&", "")
        )
        super().__init__(
            WindowedModel(self._source, entry_columns(vault, shelf)),
            name=f"register_{shelf.kind}",
            new_text=new_text,
            search_hint=_(shelf.search_hint),
            chips=_chips(shelf),
            empty=empty,
            detail=self.entry_view,
        )
        self._pressed: frozenset[EntryFilter] = frozenset()
        self._undos: list[Undo] = []
        for key, words in shelf.tools:
            if key in shelf.keeper_tools and not keeps:
                continue
            made = button(_(words))
            made.clicked.connect(partial(self._on_tool_clicked, key))
            self.add_tool(made)
        self.new_requested.connect(self._on_new_requested)
        self.search_changed.connect(self._on_search_changed)
        self.chips_changed.connect(self._on_chips_changed)
        self.row_selected.connect(self._on_row_selected)
        self.entry_view.deed_wanted.connect(self._on_deed_wanted)

    # What the window calls

    def refresh(self, change: Change | None = None) -> None:
        """Read list and entry anew; the chosen one stays chosen."""
        super().refresh(change)
        wanted = self.selected_id()
        if wanted is not None:
            self.entry_view.show_entry(self._entry(EntryId(wanted)))

    def show_entry(self, entry_id: EntryId) -> None:
        """Choose an entry wherever it stands in the list."""
        if self.select(entry_id):
            return
        self.search.clear()
        over = self._entry(entry_id).state is EntryState.RETIRED
        self.check_chips([EntryFilter.RETIRED] if over else [])
        self.model.row(lists.position(self._vault.db, self._source.query, entry_id))
        self.select(entry_id)

    def resume_draft(self, draft: "Draft") -> None:
        """Open the dialog that the draft was typed in: ``register.kind.number``, 0 for a new."""
        number = int(draft.form.rpartition(".")[2] or 0)
        deed = draft.form.split(".")[2:-1]
        if deed:  # ``register.kind.deed.number``: the form of a deed of the room
            entry = store.entry(self._vault.db, EntryId(number)) if number else None
            load(self._shelf.do)(self, self._vault, entry, deed[0], self.done)
        elif number:
            self.show_entry(EntryId(number))
            if is_readable(found := self._entry(EntryId(number))):
                self._edit(found, "")
        else:
            self._edit(None, "")

    def _entry(self, entry_id: EntryId) -> Entry:
        return store.entry(self._vault.db, entry_id, unreadable=True)

    def undo_words(self) -> str:
        """What Ctrl+Z takes back."""
        return self._undos[-1].words if self._undos else ""

    def undo(self) -> None:
        """Take back what was done last; says why where it cannot be."""
        if not self._undos:
            return
        undo = self._undos.pop()
        try:
            bus.tell(undo.verb(self._vault), self)
        except AppError as error:
            notices.error(self, error)
            return
        say(self, _("Undone: {what}").format(what=undo.words))

    # Deeds

    def done(self, change: Change) -> None:
        """A deed was done: tell all, and show the entry it was done on."""
        bus.tell(change, self)
        if change.undo is not None:
            self._undos.append(change.undo)
            text = _("Saved: {what}.").format(what=change.undo.words)
            say(self, text, action=_("Undo"), on_action=self.undo)
        if change.ids and change.id:
            try:
                self.show_entry(EntryId(change.id))
            except AppError:
                return  # it was deleted

    def _on_new_requested(self) -> None:
        if self._shelf.new:
            load(self._shelf.new)(self, self._vault, self.done)
        else:
            self._edit(None, "")

    def _edit(self, entry: Entry | None, part: str) -> None:
        dialog = load(self._shelf.edit)(self._vault, entry, self, part)
        dialog.accepted_value.connect(self.done)
        dialog.open()

    def _on_deed_wanted(self, key: str, part: str) -> None:
        entry = self.entry_view.entry
        if entry is None:
            return
        if key == deeds.EDIT:
            self._edit(entry, part)
            return
        if key in (deeds.REVISE, deeds.RETIRE, deeds.REPLACE):
            from gdpr_desktop.register.entries import dialogs

            opened = dialogs.deed_dialog(key, self._vault, entry, self)
            opened.accepted_value.connect(self.done)
            opened.open()
            return
        try:
            self._do_at_once(key, part, entry)
        except AppError as error:
            notices.error(self, error)

    def _do_at_once(self, key: str, part: str, entry: Entry) -> None:
        if key == deeds.APPROVE:
            self.done(service.approve_entry(self._vault, entry.id))
            say(self, _("«{name}» is approved.").format(name=entry.name))
        elif key == deeds.REVIVE:
            self.done(service.revive_entry(self._vault, entry.id))
        elif key == deeds.DELETE:
            if self._sure_to_delete(entry):
                self.done(service.delete_entry(self._vault, entry.id))
        else:
            added = {one.key: one.do for one in added_deeds(self._shelf.kind)}
            wanted = f"{key}:{part}" if part else key
            load(added.get(key, self._shelf.do))(self, self._vault, entry, wanted, self.done)

    def _sure_to_delete(self, entry: Entry) -> bool:
        return bool(
            notices.ask(
                self,
                _("Delete «{name}» for good?").format(name=entry.name),
                _("It has never been approved. It and its history will be gone."),
                _("Delete for good"),
                dangerous=True,
            )
        )

    def _on_tool_clicked(self, key: str) -> None:
        load(self._shelf.tool)(self, self._vault, key, self.done)

    # The list

    def _on_search_changed(self, text: str) -> None:
        self._source.query = replace(self._source.query, text=text)
        self.reload()

    def _on_chips_changed(self, pressed: frozenset[Any]) -> None:
        new = pressed - self._pressed
        if len(pressed) > 1 and new:
            self._pressed = new
            self.check_chips(new)
            return
        self._pressed = pressed
        self._filter(next(iter(pressed), None))
        self.reload()

    def _filter(self, wanted: EntryFilter | None) -> None:
        states = {
            EntryFilter.DRAFTS: (EntryState.DRAFT,),
            EntryFilter.APPROVED: (EntryState.APPROVED,),
            EntryFilter.TO_REVISE: (EntryState.TO_REVISE,),
            EntryFilter.RETIRED: (EntryState.RETIRED,),
        }
        soon = self._vault.clock.today() + timedelta(days=30)
        self._source.query = replace(
            self._source.query,
            states=states.get(wanted, ()) if wanted else (),
            incomplete=wanted is EntryFilter.INCOMPLETE,
            due_by=soon if wanted is EntryFilter.DUE else None,
        )

    def _on_row_selected(self, row: Entry | None) -> None:
        if row is None:
            self.entry_view.clear()
        else:
            self.entry_view.show_entry(row)
