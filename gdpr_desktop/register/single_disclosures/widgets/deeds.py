"""From an action on a single disclosure to its dialog."""

from typing import TYPE_CHECKING

from gdpr_desktop.casework.widgets.case_deeds import CaseDeeds
from gdpr_desktop.core.change import Change
from gdpr_desktop.register.single_disclosures import service
from gdpr_desktop.register.single_disclosures.actions import Action
from gdpr_desktop.register.single_disclosures.model import SingleDisclosure

if TYPE_CHECKING:
    from gdpr_desktop.ui.dialog import FormDialog


class Deeds(CaseDeeds):
    """Opens the dialog of an action and tells the bus what it changed."""

    def at_once(self, chosen: Action, found: SingleDisclosure) -> Change | None:
        if chosen is Action.TELL_OFFICER:
            return service.note_officer_told(self._vault, found.case.id)
        return None

    def dialog_of(self, chosen: Action, found: SingleDisclosure) -> "FormDialog":
        from gdpr_desktop.register.single_disclosures import dialogs

        return dialogs.dialog_of(chosen, self._vault, found.case.id, self._parent)

    def resume(self, form: str, found: SingleDisclosure) -> None:
        code = form.rpartition(".")[2]  # of single_disclosures.assess
        self.start(Action(code) if code in set(Action) else Action.LETTER, found)
