"""From a button on a group to its dialog, and the way back from what was done."""

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from gdpr_desktop.casework.widgets.case_deeds import dialog_class
from gdpr_desktop.casework.widgets.undoable_deeds import UndoableDeeds
from gdpr_desktop.consents.groups.service.base import readable
from gdpr_desktop.consents.groups.service.groups import revive_group
from gdpr_desktop.consents.groups.widgets.group_view import Action
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import AppError
from gdpr_desktop.core.ids import CaseId, GroupId, MemberId
from gdpr_desktop.core.text import _
from gdpr_desktop.ui import notices

if TYPE_CHECKING:
    from gdpr_desktop.ui.dialog import FormDialog

ROOM, ALLOWED = "consents.groups.dialogs", "consents.allowed.dialogs"
_WITH_A_FORM = {
    Action.PRINT: ("consents.forms.dialogs", "print_group", "PrintGroupDialog"),
    Action.ANSWERS: ("consents.given.dialogs", "quick", "QuickDialog"),
}


class GroupDeeds(UndoableDeeds):
    """Opens dialogs; what they save is told."""

    consent_wanted = Signal(int)  # the proof behind an answer to «are we allowed?»

    def start(self, action: Action, group_id: GroupId, members: tuple[MemberId, ...]) -> None:
        """Do what a button says; says why where it cannot be done."""
        try:
            if action is Action.REVIVE:
                self._tell(revive_group(self._vault, group_id))
            elif action is Action.ALLOWED:
                self._ask_allowed(group_id)
            elif action in _WITH_A_FORM:
                self._choose_form(action, group_id)
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

    def _ask_allowed(self, group_id: GroupId) -> None:
        dialog = dialog_class(ALLOWED, "allowed", "AllowedDialog")(
            self._vault, self._parent, group_id
        )
        dialog.consent_wanted.connect(self.consent_wanted)
        dialog.list_wanted.connect(partial(self._photo_list, group_id))
        dialog.open()

    def _choose_form(self, action: Action, group_id: GroupId) -> None:
        """Which form it is about; asked only where there are several."""
        from gdpr_desktop.consents.groups.dialogs.choose_form import ChooseFormDialog, forms_for

        found = forms_for(self._vault, readable(self._vault, group_id))
        start = partial(self._with_form, action, group_id)
        if len(found) == 1:
            start(found[0].id)
            return
        title = _("Make forms") if action is Action.PRINT else _("Register answers")
        dialog = ChooseFormDialog(found, title, self._parent)
        dialog.accepted_value.connect(start)
        dialog.open()

    def _with_form(self, action: Action, group_id: GroupId, form_id: CaseId) -> None:
        try:
            made = dialog_class(*_WITH_A_FORM[action])(self._vault, form_id, self._parent, group_id)
        except AppError as error:
            notices.error(self._parent, error)
            return
        made.accepted_value.connect(partial(self._on_form_accepted, group_id))
        made.open()

    def _on_form_accepted(self, group_id: GroupId, change: Change) -> None:
        # the way back belongs to the group, whose number may be that of a form too
        self._tell(replace(change, ids=(group_id, *change.ids)))

    def _photo_list(self, group_id: GroupId) -> None:
        made = dialog_class(ALLOWED, "photo_list", "PhotoListDialog")
        made(self._vault, self._parent, group_id).open()

    def _dialog(
        self, action: Action, group_id: GroupId, members: tuple[MemberId, ...]
    ) -> "FormDialog":
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

    def _on_accepted(self, change: Change) -> None:
        self._tell(change)
