"""The shelf of single disclosures: the list of cases left, the chosen one right."""

from typing import TYPE_CHECKING

from gdpr_desktop.casework.model import CaseFilter, CaseKind
from gdpr_desktop.casework.widgets.case_list import CaseSource, case_columns
from gdpr_desktop.casework.widgets.case_page import CasePage, CaseShelf
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.text import _
from gdpr_desktop.register.single_disclosures import service
from gdpr_desktop.register.single_disclosures.steps import Step
from gdpr_desktop.register.single_disclosures.widgets.view import DisclosureView
from gdpr_desktop.register.single_disclosures.words import closed_words, step_words

if TYPE_CHECKING:
    from gdpr_desktop.vault import Vault


def _chips() -> tuple[tuple[CaseFilter, str], ...]:
    return (
        (CaseFilter.OPEN, _("Open cases")),
        (CaseFilter.OVERDUE, _("Overdue")),
        (CaseFilter.MINE, _("Mine")),
        (CaseFilter.CLOSED, _("Closed")),
    )


def _step_words(code: str) -> str:
    return step_words(Step(code))


class SingleDisclosuresPage(CasePage):
    """Shows every case from the start."""

    def __init__(self, vault: "Vault") -> None:
        shelf = CaseShelf(
            name="single_disclosures",
            source=CaseSource(vault, (CaseKind.DISCLOSURE,)),
            columns=case_columns(
                vault, step_words=_step_words, outcome_words=closed_words, settled=_("No deadline")
            ),
            chips=_chips(),
            first_chip=None,
            new_text=_("&Somebody asks for data"),
            empty_title=_("Nobody has asked for data yet"),
            empty_text=_(
                "When the police, an insurance company or somebody else asks for data about a"
                " person, it becomes a case here: told to the officer within a day, in writing,"
                " by law, and decided by the one who is delegated to."
            ),
        )
        super().__init__(vault, DisclosureView(vault), shelf)

    def open_intake(self) -> None:
        from gdpr_desktop.register.single_disclosures.dialogs.intake import IntakeDialog

        self.open_new(IntakeDialog(self._vault, None, self))

    def note_opened(self, case_id: CaseId) -> Change | None:
        return service.note_opened(self._vault, case_id)
