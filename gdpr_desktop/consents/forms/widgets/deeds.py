"""From an action on a form to its dialog."""

from typing import TYPE_CHECKING

from gdpr_desktop.casework.widgets.case_deeds import CaseDeeds, dialog_class
from gdpr_desktop.consents.forms.actions import Action, Chosen
from gdpr_desktop.consents.forms.model import Form
from gdpr_desktop.core.ids import TaskId
from gdpr_desktop.core.text import _

if TYPE_CHECKING:
    from gdpr_desktop.ui.dialog import FormDialog

_FORMS, _GIVEN, _RENEWAL = (
    "consents.forms.dialogs",
    "consents.given.dialogs",
    "consents.renewal.dialogs",
)
_DIALOGS = {
    Action.ASSIGN: ("casework.dialogs", "assign", "AssignDialog"),
    Action.BASIS: (_FORMS, "basis", "BasisDialog"),
    Action.CONTENT: (_FORMS, "content", "ContentDialog"),
    Action.PURPOSES: (_FORMS, "purposes", "PurposesDialog"),
    Action.DRAFT: (_FORMS, "draft", "DraftDialog"),
    Action.CHECK: (_FORMS, "check", "CheckDialog"),
    Action.ADVICE: (_FORMS, "advice", "AdviceDialog"),
    Action.APPROVE: (_FORMS, "approve", "ApproveDialog"),
    Action.VERSIONS: (_FORMS, "versions", "VersionsDialog"),
    Action.PRINT: (_FORMS, "print", "PrintDialog"),
    Action.PRINT_GROUP: (_FORMS, "print_group", "PrintGroupDialog"),
    Action.RETURN_LIST: (_FORMS, "return_list", "ReturnListDialog"),
    Action.QUICK: (_GIVEN, "quick", "QuickDialog"),
    Action.REGISTER: (_GIVEN, "register", "RegisterDialog"),
    Action.REVIEW: (_RENEWAL, "review", "ReviewDialog"),
    Action.RENEW: (_RENEWAL, "renew", "RenewDialog"),
    Action.FILE: (_FORMS, "closing", "FilingDialog"),
    Action.CLOSE: (_FORMS, "closing", "CloseDialog"),
    Action.REOPEN: (_FORMS, "closing", "ReopenDialog"),
    Action.NOTE: ("casework.dialogs", "note", "NoteDialog"),
}
_OF_A_TASK = {Action.EXPIRED_DONE: (_RENEWAL, "expired", "ExpiredDialog")}
LETTERS = frozenset({Action.LETTER_PHOTOGRAPHED})
_PRINTED = frozenset({Action.PRINT, Action.PRINT_GROUP, Action.RETURN_LIST})


class Deeds(CaseDeeds):
    """Opens the dialog of an action and tells the bus what it changed."""

    def dialog_of(self, chosen: Chosen, found: Form) -> "FormDialog | None":
        case_id, action = found.case.id, chosen.action
        if action in LETTERS:
            letter = dialog_class(_FORMS, "letter", "LetterDialog")
            made: FormDialog = letter(self._vault, case_id, action.value, self._parent)
        elif action in _OF_A_TASK:
            of_task = dialog_class(*_OF_A_TASK[action])
            made = of_task(self._vault, case_id, chosen.task, self._parent)
        else:
            made = dialog_class(*_DIALOGS[action])(self._vault, case_id, self._parent)
        return made

    def told(self, chosen: Chosen) -> str:
        """What is said of a deed that hardly shows on the page."""
        if chosen.action is Action.CLOSE:
            return _("The case is closed, and stands under «{list}».").format(list=_("Closed"))
        if chosen.action in _PRINTED:
            return _("It is saved as Word, ready to print.")
        return _("The letter is saved as a Word file.") if chosen.action in LETTERS else ""

    def resume(self, form: str, found: Form) -> None:
        """Drafts are named after the action, with the task where it is about one."""
        code, _dot, number = form.partition(".")
        if code in set(Action):
            task = TaskId(int(number)) if number.isdigit() else None
            self.start(Chosen(action=Action(code), task=task), found)
