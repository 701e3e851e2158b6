"""The shelf of groups: the list left, who is in the chosen one right."""

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer

from gdpr_desktop.consents.groups import store
from gdpr_desktop.consents.groups.model import Group
from gdpr_desktop.consents.groups.service.base import may_change
from gdpr_desktop.consents.groups.widgets.deeds import GroupDeeds
from gdpr_desktop.consents.groups.widgets.group_list import GroupSource, columns
from gdpr_desktop.consents.groups.widgets.group_view import Action, GroupView
from gdpr_desktop.core.change import Change, Kind
from gdpr_desktop.core.errors import AppError
from gdpr_desktop.core.ids import ConsentId, GroupId, MemberId
from gdpr_desktop.core.text import _
from gdpr_desktop.ui.bus import bus
from gdpr_desktop.ui.empty_state import EmptyState
from gdpr_desktop.ui.feature import call
from gdpr_desktop.ui.labels import button
from gdpr_desktop.ui.list_model import WindowedModel
from gdpr_desktop.ui.list_page import ListPage
from gdpr_desktop.ui.shelves import Shelves

if TYPE_CHECKING:
    from gdpr_desktop.vault import Vault
    from gdpr_desktop.vault.drafts import Draft

ENDED = "ended"


class GroupsPage(ListPage):
    """Groups in use; those that have ended with the chip pressed."""

    def __init__(self, vault: "Vault") -> None:
        self._vault, self._source = vault, GroupSource(vault)
        self.group_view = GroupView(vault)
        new_text = _("&New group") if may_change(vault) else ""
        empty = EmptyState(
            "person",
            _("No groups yet"),
            _(
                "A group is a class, a ward in a kindergarten, or others who are asked together."
                " With a group the forms are made for all at once, and you see who has answered."
            ),
            new_text.replace("&", ""),
        )
        super().__init__(
            WindowedModel(self._source, columns()),
            name="consent_groups",
            new_text=new_text,
            search_hint=_("Search group, unit or school year"),
            chips=((ENDED, _("Ended")),),
            empty=empty,
            detail=self.group_view,
        )
        self.deeds = GroupDeeds(vault, self)
        self.import_button = button(_("Take in a school's &list …"))
        self.import_button.setVisible(bool(new_text))
        self.import_button.clicked.connect(self._on_import)
        self.add_tool(self.import_button)
        self.new_requested.connect(self.deeds.new_group)
        self.search_changed.connect(self._on_search_changed)
        self.chips_changed.connect(self._on_chips_changed)
        self.row_selected.connect(self._on_row_selected)
        self.group_view.action_chosen.connect(self._on_action_chosen)
        self.deeds.consent_wanted.connect(self._on_consent_wanted)
        bus.changed.connect(self._on_changed)

    def refresh(self, change: Change | None = None) -> None:
        """Read list and group anew; the chosen one stays chosen."""
        super().refresh(change)
        if self.selected_id() is not None:
            self.group_view.refresh()

    def show_group(self, group_id: GroupId) -> None:
        """Choose a group wherever it stands in the list."""
        if self.select(group_id):
            return
        self.search.clear()
        over = store.group(self._vault.db, group_id).ended_on is not None
        self._source.query = replace(self._source.query, text="", ended=over)
        self.check_chips([ENDED] if over else [])
        self.reload()
        line = self._source.line(group_id)
        if line is not None:
            self.model.row(line)
            self.select(group_id)

    def resume_draft(self, draft: "Draft") -> None:
        """Open the dialog that the draft was typed in: ``consents.groups.what.group.member``."""
        _feature, _room, what, group, member = (*draft.form.split("."), "", "", "")[:5]
        group_id = GroupId(int(group or 0))
        if not group_id:
            self.deeds.new_group()
            return
        self.show_group(group_id)
        chosen = (MemberId(int(member)),) if member not in ("", "0") else ()
        action = Action.CHANGE if what == "group" else Action.MEMBER if chosen else Action.ADD
        self.deeds.start(action, group_id, chosen)

    def undo_words(self) -> str:
        """What Ctrl+Z takes back on the group shown."""
        return self.deeds.undo_words(self.selected_id())

    def undo(self) -> None:
        """Take back what was done last on the group shown."""
        group_id = self.selected_id()
        if group_id is not None:
            self.deeds.undo(group_id)

    def _on_changed(self, change: Change, initiator: object) -> None:
        """Show the group that was made or taken in here."""
        if initiator is not self.deeds or Kind.GROUP not in change.kinds:
            return
        try:
            self.show_group(GroupId(change.id))
        except AppError:
            return  # its making was undone

    def _on_consent_wanted(self, consent_id: int) -> None:
        """Consents stand on another shelf of the tab."""
        QTimer.singleShot(0, self, partial(self._show_consent, ConsentId(consent_id)))

    def _show_consent(self, consent_id: ConsentId) -> None:
        tab = self.parentWidget()
        while tab is not None and not isinstance(tab, Shelves):
            tab = tab.parentWidget()
        if tab is not None:
            call(tab, "show_consent", consent_id)

    def _on_import(self) -> None:
        self.deeds.import_list()

    def _on_action_chosen(self, action: Action) -> None:
        group = self.group_view.group
        if group is not None and group.id is not None:
            self.deeds.start(action, group.id, self.group_view.chosen())

    def _on_search_changed(self, text: str) -> None:
        self._source.query = replace(self._source.query, text=text)
        self.reload()

    def _on_chips_changed(self, pressed: frozenset[Any]) -> None:
        self._source.query = replace(self._source.query, ended=ENDED in pressed)
        self.reload()

    def _on_row_selected(self, row: Group | None) -> None:
        if row is None or row.id is None:
            self.group_view.clear()
        else:
            self.group_view.show_group(row.id)
