"""The confirmation: to whoever took the consent back, or in the child's version to the child."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from gdpr_desktop.casework import store as cases
from gdpr_desktop.casework.model import PersonRole
from gdpr_desktop.consents.withdrawals.letters import (
    TO_ADDRESS,
    WithdrawalLetters,
    addressee,
    require_stopped,
)
from gdpr_desktop.consents.withdrawals.service.base import read_withdrawal
from gdpr_desktop.core.errors import FieldProblem
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.text import _
from gdpr_desktop.correspondence.dialogs import letter as letters
from gdpr_desktop.correspondence.model import LetterOrder
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields.address import AddressField
from gdpr_desktop.ui.notes import NoteBox
from gdpr_desktop.vault import Vault


class LetterDialog(letters.LetterDialog):
    """One letter of one withdrawal. ``accepted_value`` carries the ``Change`` of the export."""

    def __init__(
        self, vault: Vault, case_id: CaseId, template: str, parent: QWidget | None = None
    ) -> None:
        self.withdrawal = read_withdrawal(vault, case_id)
        require_stopped(self.withdrawal)
        self.to_address: AddressField | None = None
        super().__init__(vault, WithdrawalLetters(vault, case_id), template, parent)

    def _build_fields(self) -> None:
        """The address comes first: consents hold none."""
        to = addressee(self.vault, self.withdrawal, self.template.id)
        subject = cases.persons(self.vault.db, self.case.id).get(PersonRole.DATA_SUBJECT)
        consent = self.withdrawal.consent
        secret = consent is not None and consent.subject.protected
        if secret or (subject is not None and subject.protected):
            text = _("The person has a protected address. Agree how the letter is to come.")
            self.form.addRow(NoteBox(text, role="notice"))
        self.to_address = AddressField(country=True)
        self.to_address.set_address(to.address)
        words = _("A&ddress of {name}").format(name=to.name)
        help_ = _("Look it up in the population register, or leave it blank.")
        forms.add_row(self.form, words, self.to_address, help_, name="to_address")
        super()._build_fields()

    def order(self) -> LetterOrder:
        """The letter as ordered now."""
        ordered = super().order()
        if self.to_address is None:
            return ordered
        return replace(ordered, changes={**ordered.changes, TO_ADDRESS: self.to_address.address()})

    def field_problems(self) -> list[FieldProblem]:
        found = super().field_problems()
        problem = self.to_address.problem() if self.to_address is not None else ""
        if problem:
            found.append(FieldProblem(field="to_address", text=problem))
        return found

    def _check_letter(self) -> None:
        super()._check_letter()
        self.letters.refuse_wrong(self.order())  # before a place is asked for
