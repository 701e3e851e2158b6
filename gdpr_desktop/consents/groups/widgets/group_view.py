"""The chosen group: who is in it, what they have answered, and what can be done."""

from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QScrollArea, QVBoxLayout, QWidget

from gdpr_desktop.consents.forms.actions import Action as FormAction
from gdpr_desktop.consents.forms.actions import may
from gdpr_desktop.consents.groups import store
from gdpr_desktop.consents.groups.answers import columns
from gdpr_desktop.consents.groups.model import Group
from gdpr_desktop.consents.groups.service.base import may_change, readable
from gdpr_desktop.consents.groups.widgets.members_table import MembersTable
from gdpr_desktop.consents.groups.words import group_facts
from gdpr_desktop.core.ids import GroupId, MemberId
from gdpr_desktop.core.text import _
from gdpr_desktop.ui.flow_layout import FlowLayout
from gdpr_desktop.ui.labels import button, label
from gdpr_desktop.ui.notes import NoteBox

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton

    from gdpr_desktop.vault import Vault


class Action(StrEnum):
    """A button on a group."""

    ALLOWED = "allowed"
    PRINT = "print"  # forms for everybody in it
    ANSWERS = "answers"  # that have come back
    IMPORT = "import"
    ADD = "add"
    CHANGE = "change"
    MOVE_UP = "move_up"
    END = "end"
    REVIVE = "revive"
    MEMBER = "member"
    MOVE = "move"
    LEFT = "left"


MOST_JUDGED = 500  # members: to judge the answers of more would stop the window
_OF_FORMS = {Action.PRINT: FormAction.PRINT_GROUP, Action.ANSWERS: FormAction.QUICK}
_OF_MEMBERS = (Action.MEMBER, Action.MOVE, Action.LEFT)


class GroupView(QScrollArea):
    """Heading, buttons, the table, and buttons for who is chosen in it."""

    action_chosen = Signal(object)  # Action

    def __init__(self, vault: "Vault") -> None:
        super().__init__()
        self._vault = vault
        self.group: Group | None = None
        self._may_change = may_change(vault)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what is in it takes the focus
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._build()
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(16, 0, 16, 24)
        column.setSpacing(12)
        for widget in (self.title, self.facts, self.note, self.over, self._above, self.empty):
            column.addWidget(widget)
        column.addWidget(self.table, 1)
        column.addWidget(self.many)
        column.addWidget(self.left)
        column.addWidget(self._below)
        self.setWidget(page)

    def _build(self) -> None:
        self.title, self.facts = label("", "title"), label("", "muted")
        self.note, self.over = label(""), NoteBox()
        self.buttons: dict[Action, QPushButton] = {}
        self._above = self._row(
            (Action.ALLOWED, _("Are we &allowed? …")),
            (Action.PRINT, _("Make for&ms …")),
            (Action.ANSWERS, _("Re&gister answers …")),
            (Action.ADD, _("New &person …")),
            (Action.IMPORT, _("Take in a &list …")),
            (Action.MOVE_UP, _("Move &up a year …")),
            (Action.CHANGE, _("&Change the group …")),
            (Action.END, _("&End the group …")),
            (Action.REVIVE, _("Take into &use again")),
        )
        self.left = QCheckBox(_("Show those who have left"))
        self.left.toggled.connect(self.refresh)
        self.table = MembersTable()
        self.table.chosen.connect(self._show_member_buttons)
        self.table.itemDoubleClicked.connect(self._on_double_clicked)
        self.empty = label(_("Nobody is in the group yet. Put people in, or take in a list."))
        text = _("The group is large: ask «Are we allowed?» for what has been answered.")
        self.many = label(text, "muted")
        self._below = self._row(
            (Action.MEMBER, _("Change the pe&rson …")),
            (Action.MOVE, _("&Move to another group …")),
            (Action.LEFT, _("Has le&ft …")),
        )

    def _row(self, *actions: tuple[Action, str]) -> QWidget:
        holder = QWidget()
        row = FlowLayout(holder, spacing=8)
        for action, words in actions:
            made = button(words)
            made.clicked.connect(partial(self.action_chosen.emit, action))
            row.addWidget(made)
            self.buttons[action] = made
        return holder

    def show_group(self, group_id: GroupId) -> None:
        """Show a group."""
        if self.group is None or self.group.id != group_id:
            self.left.setChecked(False)
        self.group = readable(self._vault, group_id)
        self.refresh()

    def clear(self) -> None:
        """No group is chosen."""
        self.group = None

    def refresh(self) -> None:
        """Read the group anew."""
        if self.group is None or self.group.id is None:
            return
        self.group = found = readable(self._vault, self.group.id)
        assert found.id is not None
        everybody = store.members(self._vault.db, found.id, left=True)
        gone = sum(one.left_on is not None for one in everybody)
        shown = [one for one in everybody if (one.left_on is not None) == self.left.isChecked()]
        self.title.setText(found.name)
        self.facts.setText(group_facts(found))
        self.note.setText(found.note)
        self.note.setVisible(bool(found.note))
        over = _("The group has ended. It is kept, so that what was answered can be proved.")
        self.over.say(over if found.ended_on is not None else "")
        self.left.setVisible(gone > 0)
        few = len(shown) <= MOST_JUDGED
        self.table.show_members(shown, columns(self._vault, found.unit, shown) if few else ())
        self.many.setVisible(not few)
        self.table.setVisible(bool(shown))
        self.empty.setVisible(not everybody)
        self._show_buttons(found, bool(shown))

    def _show_buttons(self, found: Group, anybody: bool) -> None:
        in_use = self._may_change and found.ended_on is None
        for action, made in self.buttons.items():
            if action is Action.ALLOWED:
                made.setVisible(anybody)
            elif action in _OF_FORMS:
                may_do = may(_OF_FORMS[action], self._vault.actor.role)
                made.setVisible(may_do and anybody and found.ended_on is None)
            elif action is Action.REVIVE:
                made.setVisible(self._may_change and not in_use)
            elif action is Action.MOVE_UP:
                made.setVisible(in_use and anybody)
            elif action not in _OF_MEMBERS:
                made.setVisible(in_use)
        self._show_member_buttons()

    def _show_member_buttons(self) -> None:
        chosen = len(self.table.chosen_ids())
        group = self.group
        may = self._may_change and group is not None and group.ended_on is None
        here = may and not self.left.isChecked()
        for action in _OF_MEMBERS:
            self.buttons[action].setVisible(here and self.table.rowCount() > 0)
            self.buttons[action].setEnabled(chosen > 0)
        self.buttons[Action.MEMBER].setEnabled(chosen == 1)

    def chosen(self) -> tuple[MemberId, ...]:
        """Who is chosen in the table."""
        return self.table.chosen_ids()

    def _on_double_clicked(self) -> None:
        made = self.buttons[Action.MEMBER]
        if made.isVisibleTo(self) and made.isEnabled():
            self.action_chosen.emit(Action.MEMBER)
