"""From an action on a withdrawal to its dialog, or to the deed at once."""

from typing import TYPE_CHECKING

from gdpr_desktop.casework.widgets.case_deeds import CaseDeeds, dialog_class
from gdpr_desktop.consents.withdrawals.actions import LETTERS, Action, Chosen
from gdpr_desktop.consents.withdrawals.model import Withdrawal
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.ids import TaskId
from gdpr_desktop.core.text import _

if TYPE_CHECKING:
    from gdpr_desktop.ui.dialog import FormDialog

_ROOM = "consents.withdrawals.dialogs"
_DIALOGS = {
    Action.ASSIGN: ("every_case", "AssignDialog"),
    Action.MISTAKE: ("ending", "MistakeDialog"),
    Action.SETTLE: ("settle", "SettleDialog"),
    Action.NOT_THIS: ("ending", "NotThisDialog"),
    Action.ADD: ("places", "AddPlaceDialog"),
    Action.TOLD: ("told", "ToldDialog"),
    Action.FILE: ("every_case", "FilingDialog"),
    Action.CLOSE: ("ending", "CloseDialog"),
    Action.REOPEN: ("every_case", "ReopenDialog"),
    Action.NOTE: ("every_case", "NoteDialog"),
}
_OF_A_PLACE = {
    Action.END: ("places", "EndPlaceDialog"),
    Action.CHANGE: ("places", "ChangePlaceDialog"),
}


class Deeds(CaseDeeds):
    """Opens the dialog of an action and tells the bus what it changed."""

    def at_once(self, chosen: Chosen, found: Withdrawal) -> Change | None:
        from gdpr_desktop.consents.withdrawals.service import stopping

        if chosen.action is Action.NO_MORE:
            return stopping.settle(self._vault, found.case.id)
        if chosen.action is Action.OPEN and chosen.task is not None:
            return stopping.open_place(self._vault, chosen.task)
        if chosen.action is Action.REMOVE and chosen.task is not None:
            return stopping.remove_place(self._vault, chosen.task)
        return None

    def dialog_of(self, chosen: Chosen, found: Withdrawal) -> "FormDialog | None":
        case_id, action = found.case.id, chosen.action
        if action in LETTERS:
            letter = dialog_class(_ROOM, "letter", "LetterDialog")
            made: FormDialog = letter(self._vault, case_id, action.value, self._parent)
        elif action in _OF_A_PLACE:
            of_place = dialog_class(_ROOM, *_OF_A_PLACE[action])
            made = of_place(self._vault, case_id, chosen.task, self._parent)
        else:
            made = dialog_class(_ROOM, *_DIALOGS[action])(self._vault, case_id, self._parent)
        return made

    def told(self, chosen: Chosen) -> str:
        """What is said of a deed that hardly shows on the page."""
        if chosen.action is Action.CLOSE:
            return _("The case is closed, and stands under «{list}».").format(list=_("Closed"))
        return _("The letter is saved as a Word file.") if chosen.action in LETTERS else ""

    def resume(self, form: str, found: Withdrawal) -> None:
        """Drafts are named after the action, with the place where it is about one."""
        code, _dot, number = form.partition(".")
        if code in set(Action):
            task = TaskId(int(number)) if number.isdigit() else None
            self.start(Chosen(action=Action(code), task=task), found)
