"""The shelf of withdrawals: the list left, the chosen one right."""

from typing import TYPE_CHECKING

from gdpr_desktop.casework.model import CaseKind
from gdpr_desktop.casework.widgets.case_list import CaseSource, case_columns
from gdpr_desktop.casework.widgets.case_page import CasePage, CaseShelf
from gdpr_desktop.consents.given.widgets.shelves import GIVEN, show_shelf
from gdpr_desktop.consents.withdrawals.widgets.case_view import WithdrawalView
from gdpr_desktop.consents.withdrawals.words import chips, outcome_words, step_words
from gdpr_desktop.core.text import _

if TYPE_CHECKING:
    from gdpr_desktop.vault import Vault


class WithdrawalsPage(CasePage):
    """Consents that were taken back, and requests about that. New ones come from a consent."""

    def __init__(self, vault: "Vault") -> None:
        shelf = CaseShelf(
            name="consent_withdrawals",
            source=CaseSource(vault, (CaseKind.CONSENT_WITHDRAWAL,)),
            columns=case_columns(
                vault,
                step_words=step_words,
                outcome_words=outcome_words,
                settled=_("All is done"),
            ),
            chips=chips(),
            new_text="",
            empty_title=_("Nobody has taken a consent back"),
            empty_text=_(
                "Who wants to take a consent back, need not say why. Find the consent, and"
                " register it there. It ends at once, and a case here sees to every place where"
                " it was used."
            ),
            empty_button=_("Show the consents"),
        )
        super().__init__(vault, WithdrawalView(vault), shelf)

    def open_intake(self) -> None:
        """A withdrawal begins at the consent that is taken back."""
        show_shelf(self, GIVEN)
