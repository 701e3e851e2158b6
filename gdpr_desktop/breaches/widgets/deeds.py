"""From an action on a breach to its dialog, or to the deed at once."""

from functools import partial
from typing import TYPE_CHECKING

from gdpr_desktop.breaches.actions import Action, Chosen
from gdpr_desktop.breaches.feature import NAME
from gdpr_desktop.breaches.model import Breach
from gdpr_desktop.casework.widgets.case_deeds import CaseDeeds, dialog_class
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.ids import TaskId
from gdpr_desktop.core.text import _
from gdpr_desktop.ui.bus import bus

if TYPE_CHECKING:
    from gdpr_desktop.ui.dialog import FormDialog

_DIALOGS = {
    Action.AWARE: ("aware", "AwareDialog"),
    Action.ASSIGN: ("assign", "AssignDialog"),
    Action.FIRST_HOUR: ("first_hour", "FirstHourDialog"),
    Action.COURSE: ("course", "CourseDialog"),
    Action.ROUTES: ("routes", "RouteDialog"),
    Action.EVIDENCE: ("evidence", "EvidenceDialog"),
    Action.SCOPE: ("scope", "ScopeDialog"),
    Action.ASSESS: ("assess", "AssessDialog"),
    Action.VERSIONS: ("versions", "VersionsDialog"),
    Action.NOT_A_BREACH: ("closing", "NotABreachDialog"),
    Action.ADVICE: ("advice", "AdviceDialog"),
    Action.DECISION: ("decision", "DecisionDialog"),
    Action.SHEET: ("sheet", "SheetDialog"),
    Action.NOTIFY: ("notify", "NotifyDialog"),
    Action.SENT: ("sent", "SentDialog"),
    Action.FOLLOW_UP: ("notify", "FollowUpDialog"),
    Action.WITHDRAW_NOTICE: ("notify", "WithdrawDialog"),
    Action.AUTHORITY_LETTER: ("authority", "AuthorityLetterDialog"),
    Action.LETTER_MANY: ("many", "ManyDialog"),
    Action.TOLD: ("told", "ToldDialog"),
    Action.DROP_ADDRESSES: ("drop", "DropAddressesDialog"),
    Action.MEASURE_ADD: ("measures", "MeasureDialog"),
    Action.LESSONS: ("lessons", "LessonsDialog"),
    Action.DOCUMENTATION: ("documentation", "DocumentationDialog"),
    Action.INTERNAL_REPORT: ("report", "InternalReportDialog"),
    Action.FILE: ("filing", "FilingDialog"),
    Action.CLOSE: ("closing", "CloseDialog"),
    Action.REOPEN: ("closing", "ReopenDialog"),
    Action.NOTE: ("closing", "NoteDialog"),
}
_OF_A_TASK = {
    Action.ANSWER_DEMAND: ("authority", "AnswerDemandDialog"),
    Action.MEASURE_CHANGE: ("measures", "ChangeMeasureDialog"),
    Action.MEASURE_DONE: ("measures", "DoneDialog"),
}
LETTERS = frozenset(
    {
        Action.LETTER_AFFECTED,
        Action.LETTER_PUBLIC,
        Action.LETTER_PROCESSOR,
        Action.LETTER_CONTROLLER,
    }
)
_ROOM = "breaches.dialogs"


class Deeds(CaseDeeds):
    """Opens the dialog of an action and tells the bus what it changed."""

    def at_once(self, chosen: Chosen, found: Breach) -> Change | None:
        from gdpr_desktop.breaches.following.service import measures

        if chosen.action is Action.MEASURES_SETTLED:
            return measures.settle(self._vault, found.case.id)
        if chosen.action is Action.MEASURE_BACK and chosen.task is not None:
            return measures.take_back(self._vault, chosen.task)
        if chosen.action is Action.MEASURE_REMOVE and chosen.task is not None:
            return measures.remove_measure(self._vault, chosen.task)
        return None

    def dialog_of(self, chosen: Chosen, found: Breach) -> "FormDialog | None":
        case_id, action = found.case.id, chosen.action
        if action is Action.OPEN_DEVIATION and found.deviation is not None:
            bus.case_wanted.emit(NAME, found.deviation.id)
            return None
        if action is Action.CHANGE_INTAKE:
            intake = dialog_class(_ROOM, "intake", "IntakeDialog")
            return intake(self._vault, self._parent, found)
        if action in LETTERS:
            letter = dialog_class(_ROOM, "letter", "LetterDialog")
            return letter(self._vault, case_id, action.value, self._parent)
        if action in _OF_A_TASK:
            of_task = dialog_class(_ROOM, *_OF_A_TASK[action])
            return of_task(self._vault, case_id, chosen.task, self._parent)
        made = dialog_class(_ROOM, *_DIALOGS[action])(self._vault, case_id, self._parent)
        if action is Action.SHEET:
            made.action_wanted.connect(partial(self._on_action_wanted, found))
        return made

    def _on_action_wanted(self, found: Breach, action: Action) -> None:
        """Go on to where a missing line of the sheet is filled in."""
        self.start(Chosen(action=action), found)

    def told(self, chosen: Chosen) -> str:
        """What is said of a deed that hardly shows on the page."""
        if chosen.action is Action.CLOSE:
            return _("The case is closed, and stands under «{list}».").format(list=_("Closed"))
        if chosen.action is Action.LETTER_MANY:
            return _("The letters are saved. Note that people were told when they have gone.")
        return _("The letter is saved as a Word file.") if chosen.action in LETTERS else ""

    def resume(self, form: str, found: Breach) -> None:
        """Drafts are named after the action, with the task where it is about one."""
        code, _dot, number = form.partition(".")
        if code in set(Action):
            task = TaskId(int(number)) if number.isdigit() else None
            self.start(Chosen(action=Action(code), task=task), found)
        else:  # a letter whose template is no action: the child's version
            self.start(Chosen(action=Action.LETTER_AFFECTED), found)
