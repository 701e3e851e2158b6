"""From a button on a group to its dialog, and the way back from what was done."""

from functools import partial
from typing import TYPE_CHECKING

from gdpr_desktop.casework.widgets.case_deeds import dialog_class
from gdpr_desktop.casework.widgets.undoable_deeds import UndoableDeeds
from gdpr_desktop.consents.groups.service.groups import revive_group
from gdpr_desktop.consents.groups.widgets.group_view import Action
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import AppError
from gdpr_desktop.core.ids import GroupId, MemberId
from gdpr_desktop.ui import notices

if TYPE_CHECKING:
    from gdpr_desktop.ui.dialog import FormDialog

ROOM = "consents.groups.dialogs"


class GroupDeeds(UndoableDeeds):
    """Opens dialogs; what they save is told."""

    def start(self, action: Action, group_id: GroupId, members: tuple[MemberId, ...]) -> None:
        """Do what a button says; says why where it cannot be done."""
        try:
            if action is Action.REVIVE:
                self._tell(revive_group(self._vault, group_id))
            else:
                self.open(self._dialog(action, group_id, members))
        except AppError as error:
            notices.error(self._parent, error)

    def new_group(self) -> None:
        """Open the dialog of a new group."""
        self.open(dialog_class(ROOM, "group", "GroupDialog")(self._vault, self._parent))

    def import_list(self, group_id: GroupId | None = None) -> None:
        """Open the dialog of a school's list."""
        made = dialog_class(ROOM, "importing", "ImportDialog")
        self.open(made(self._vault, self._parent, group_id))

    def open(self, dialog: "FormDialog") -> None:
        """Show a dialog; what it saves is told."""
        dialog.accepted_value.connect(self._on_accepted)
        dialog.open()

    def _dialog(
        self, action: Action, group_id: GroupId, members: tuple[MemberId, ...]
    ) -> "FormDialog":
        if action is Action.ALLOWED:
            allowed = dialog_class("consents.allowed.dialogs", "allowed", "AllowedDialog")
            shown: FormDialog = allowed(self._vault, self._parent, group_id=group_id)
            return shown
        module, name = {
            Action.ADD: ("member", "MemberDialog"),
            Action.MEMBER: ("member", "MemberDialog"),
            Action.IMPORT: ("importing", "ImportDialog"),
            Action.CHANGE: ("group", "GroupDialog"),
            Action.MOVE_UP: ("moving", "MoveUpDialog"),
            Action.END: ("group", "EndDialog"),
            Action.MOVE: ("moving", "MoveDialog"),
            Action.LEFT: ("moving", "LeftDialog"),
        }[action]
        make = partial(dialog_class(ROOM, module, name), self._vault, self._parent)
        if action is Action.MEMBER:
            made: FormDialog = make(group_id, members[0])
        elif action in (Action.MOVE, Action.LEFT):
            made = make(group_id, members)
        else:
            made = make(group_id)
        return made

    def _on_accepted(self, change: object) -> None:
        if isinstance(change, Change):  # «are we allowed?» changes nothing
            self._tell(change)
