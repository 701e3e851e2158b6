"""What follows a refusal or a fee: the person takes the fee, or the refusal is taken back."""

from PySide6.QtWidgets import QWidget

from gdpr_desktop.core.change import Change
from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.ids import CaseId, PartId
from gdpr_desktop.core.text import _
from gdpr_desktop.requests import service
from gdpr_desktop.requests.actions import Action
from gdpr_desktop.requests.dialogs.base import PartDialog
from gdpr_desktop.requests.refusals.words import kroner
from gdpr_desktop.vault import Vault


class ChargeFeeDialog(PartDialog):
    """The person has been warned, and takes the fee."""

    action = Action.CHARGE_FEE

    def __init__(
        self, vault: Vault, case_id: CaseId, part_id: PartId, parent: QWidget | None = None
    ) -> None:
        title, deed = _("The person takes the fee"), _("Charge the fee")
        intro = _("The request is answered as ever after this. Send the bill with the answer.")
        super().__init__(vault, case_id, part_id, parent, title, deed, intro=intro)
        refusal = self.part.refusal
        if refusal is not None and refusal.fee is not None:
            text = _("{title}: {amount}").format(title=title, amount=kroner(refusal.fee.amount))
            self.setWindowTitle(text)
        self.agreed_on = self.day_row(_("The person agreed &on"), "agreed_on", self.today)

    def do(self) -> Change:
        agreed_on = self.agreed_on.date()
        assert agreed_on is not None, "checked before"
        return service.charge_fee(self.vault, self.part_id, agreed_on=agreed_on)


class RefuseUnpaidDialog(PartDialog):
    """The person says no to the fee, or has not answered in time: the claim is refused."""

    action = Action.REFUSE_UNPAID

    def __init__(
        self, vault: Vault, case_id: CaseId, part_id: PartId, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            vault,
            case_id,
            part_id,
            parent,
            _("The fee is not taken"),
            _("Refuse the claim"),
            intro=_(
                "All of the claim is refused, on the ground and with the reasons that were noted"
                " for the fee (article 12(5)). A decision and a letter with reasons follow."
            ),
        )
        refusal = self.part.refusal
        fee = refusal.open_fee if refusal is not None else None
        helped = _("Blank when nobody has answered.")
        if fee is not None and fee.answer_by is not None:
            wanted = _("The answer was wanted by {day}.").format(day=long_date(fee.answer_by))
            helped = f"{helped} {wanted}"
        self.declined_on = self.day_row(
            _("The person said &no on"),
            "declined_on",
            None,
            help=helped,
            required=False,
        )

    def do(self) -> Change:
        declined_on = self.declined_on.date()
        return service.refuse_unpaid(self.vault, self.part_id, declined_on=declined_on)


class WithdrawRefusalDialog(PartDialog):
    """The claim is answered after all."""

    def __init__(
        self, vault: Vault, case_id: CaseId, part_id: PartId, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            vault,
            case_id,
            part_id,
            parent,
            _("Take the refusal back"),
            _("Take it back"),
            intro=_("The claim is assessed and answered as ever. A decision is made anew."),
        )

    def do(self) -> Change:
        return service.withdraw_refusal(self.vault, self.part_id)
