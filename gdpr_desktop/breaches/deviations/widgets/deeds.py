"""From an action on a deviation to its dialog."""

from functools import partial
from typing import TYPE_CHECKING

from gdpr_desktop.breaches.deviations.actions import Action
from gdpr_desktop.breaches.deviations.model import Deviation
from gdpr_desktop.breaches.deviations.service.base import read_deviation
from gdpr_desktop.casework.model import FEATURE_OF, CaseKind
from gdpr_desktop.casework.widgets.case_deeds import CaseDeeds, dialog_class
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.text import _
from gdpr_desktop.ui.bus import bus

if TYPE_CHECKING:
    from gdpr_desktop.ui.dialog import FormDialog

_DIALOGS = {
    Action.CHANGE: ("intake", "ChangeDialog"),
    Action.ASSIGN: ("every_case", "AssignDialog"),
    Action.IS_BREACH: ("is_breach", "IsBreachDialog"),
    Action.FOLLOW_UP: ("following", "FollowUpDialog"),
    Action.CLOSE: ("following", "CloseDialog"),
    Action.REOPEN: ("every_case", "ReopenDialog"),
    Action.NOTE: ("every_case", "NoteDialog"),
}


class Deeds(CaseDeeds):
    """Opens the dialog of an action and tells the bus what it changed."""

    def dialog_of(self, chosen: Action, found: Deviation) -> "FormDialog | None":
        if chosen is Action.OPEN_BREACH:
            if found.breach is not None:
                bus.case_wanted.emit(FEATURE_OF[CaseKind.BREACH], found.breach.id)
            return None
        made = dialog_class("breaches.deviations.dialogs", *_DIALOGS[chosen])
        return made(self._vault, found.case.id, self._parent)

    def open(self, chosen: Action, dialog: "FormDialog") -> None:
        super().open(chosen, dialog)
        if chosen is Action.IS_BREACH:  # after what is told: the page has left the deviation then
            deviation: CaseId = dialog.deviation_id  # type: ignore[attr-defined]
            dialog.accepted_value.connect(partial(self._on_breach_made, deviation))

    def _on_breach_made(self, case_id: CaseId, _change: Change) -> None:
        """Its 72 hours run: go there."""
        made = read_deviation(self._vault, case_id).breach
        if made is not None:
            bus.case_wanted.emit(FEATURE_OF[CaseKind.BREACH], made.id)

    def told(self, chosen: Action) -> str:
        """What is said of a deed that hardly shows on the page."""
        if chosen is Action.IS_BREACH:
            return _("The breach is registered, and its 72 hours run.")
        return _("The case is closed.") if chosen is Action.CLOSE else ""

    def resume(self, form: str, found: Deviation) -> None:
        """Drafts are named after the action: ``deviations.follow_up``."""
        self.start(Action(form.rpartition(".")[2]), found)
