"""From an action on an assessment to its dialog, or to the wizard."""

from typing import TYPE_CHECKING, Any

from gdpr_desktop.casework.widgets.case_deeds import CaseDeeds, dialog_class
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.ids import CaseId, TaskId
from gdpr_desktop.dpia.actions import Action, Chosen
from gdpr_desktop.dpia.assessment import Dpia
from gdpr_desktop.dpia.catalogue.model import RISKS

if TYPE_CHECKING:
    from collections.abc import Callable

    from gdpr_desktop.ui.dialog import FormDialog

_CASE = "casework.dialogs"
_SCREENING = "dpia.screening.dialogs"
_ADVICE = "dpia.advice.dialogs"
_CONSULTATION = "dpia.consultation.dialogs"
_REPORTS = "dpia.reports.dialogs"
_DIALOGS = {
    Action.ASSIGN: (_CASE, "assign", "AssignDialog"),
    Action.ABOUT: (_SCREENING, "about", "AboutDialog"),
    Action.SCREEN: (_SCREENING, "screen", "ScreenDialog"),
    Action.VIEW: (_SCREENING, "view", "ViewDialog"),
    Action.NEED: (_SCREENING, "need", "NeedDialog"),
    Action.NEED_REPORT: (_SCREENING, "report", "NeedReportDialog"),
    Action.FILL: ("dpia.catalogue.dialogs", "fill", "FillDialog"),
    Action.WORK_FILE: ("dpia.work_file.dialogs", "send", "SendDialog"),
    Action.TAKE_IN: ("dpia.work_file.dialogs", "take_in", "TakeInDialog"),
    Action.SAVE_TEMPLATE: ("dpia.templates.dialogs", "save", "SaveTemplateDialog"),
    Action.SHEET: (_REPORTS, "sheet", "SheetDialog"),
    Action.SEND: (_ADVICE, "send", "SendDialog"),
    Action.OPINION: (_ADVICE, "opinion", "OpinionDialog"),
    Action.VERSIONS: (_ADVICE, "versions", "VersionsDialog"),
    Action.CONSULT: (_CONSULTATION, "ask", "AskDialog"),
    Action.CONSULT_SENT: (_CONSULTATION, "sent", "SentDialog"),
    Action.CONSULT_HEARD: (_CONSULTATION, "heard", "HeardDialog"),
    Action.CONSULT_ANSWERED: (_CONSULTATION, "answered", "AnsweredDialog"),
    Action.DECIDE: (_ADVICE, "decide", "DecideDialog"),
    Action.APPROVE: (_ADVICE, "approve", "ApproveDialog"),
    Action.MEASURE: ("dpia.risks.dialogs", "done", "MeasureDoneDialog"),
    Action.REVIEW: (_ADVICE, "review", "ReviewDialog"),
    Action.REPORT: (_REPORTS, "report", "ReportDialog"),
    Action.SHORT: (_REPORTS, "short", "ShortDialog"),
    Action.EXPORT: ("dpia.pia_json.dialogs", "export", "ExportDialog"),
    Action.FILE: (_ADVICE, "closing", "FilingDialog"),
    Action.CLOSE: (_ADVICE, "closing", "CloseDialog"),
    Action.REOPEN: (_ADVICE, "closing", "ReopenDialog"),
    Action.NOTE: (_CASE, "note", "NoteDialog"),
}
_COMMENTS = ("comment", "comment_answer")  # drafts of what is said in the wizard
LETTERS = frozenset({Action.CONSULT_LETTER})
_WIZARD = {Action.WRITE: "", Action.READ: "", Action.RISKS: RISKS}  # at which section


class Deeds(CaseDeeds):
    """Opens the dialog of an action and tells the bus what it changed.

    ``open_wizard(case_id, section)`` is set by the tab.
    """

    open_wizard: "Callable[[CaseId, str], None] | None" = None

    def at_once(self, chosen: Chosen, found: Dpia) -> Change | None:
        from gdpr_desktop.dpia.advice.service import begin_advice, give_advice_anew, take_back

        if chosen.action is Action.BEGIN:
            return begin_advice(self._vault, found.case.id)
        if chosen.action is Action.TAKE_BACK:
            return take_back(self._vault, found.case.id)
        if chosen.action is Action.ADVICE_ANEW:
            return give_advice_anew(self._vault, found.case.id)
        return None

    def dialog_of(self, chosen: Chosen, found: Dpia) -> "FormDialog | None":
        case_id, action = found.case.id, chosen.action
        if action in _WIZARD:
            if self.open_wizard is not None:
                self.open_wizard(case_id, _WIZARD[action])
            return None
        if action in LETTERS:
            letter = dialog_class(_CONSULTATION, "letter", "LetterDialog")
            made: FormDialog = letter(self._vault, case_id, action.value, self._parent)
            return made
        dialog: Any = dialog_class(*_DIALOGS[action])
        made = dialog(self._vault, case_id, self._parent)
        return made

    def resume(self, form: str, found: Dpia) -> None:
        """Drafts are named after the action, with the task where it is about one."""
        code, _dot, number = form.partition(".")
        if code in _COMMENTS:
            self._resume_comment(code, number, found)
        if code in set(Action):
            task = TaskId(int(number)) if number.isdigit() else None
            self.start(Chosen(action=Action(code), task=task), found)

    def _resume_comment(self, code: str, about: str, found: Dpia) -> None:
        """``about`` is what a comment is about, or the key of the one that is answered."""
        from gdpr_desktop.dpia.advice.dialogs import comment

        dialog: FormDialog | None = None
        if code == comment.COMMENT:
            dialog = comment.CommentDialog(self._vault, found.case.id, about, self._parent)
        for one in found.content.comments:
            if code == comment.ANSWER and one.key == about:
                dialog = comment.AnswerDialog(self._vault, found.case.id, one, self._parent)
        if dialog is not None:
            self.open(Chosen(action=Action.NOTE), dialog)
