"""The letters of one withdrawal: their facts, when each may be written, the step they take."""

from collections.abc import Mapping
from dataclasses import dataclass

from gdpr_desktop.casework import store as cases
from gdpr_desktop.casework.checks import problem
from gdpr_desktop.casework.model import Person, PersonRole
from gdpr_desktop.consents.codes import Relation
from gdpr_desktop.consents.forms import store as forms
from gdpr_desktop.consents.withdrawals.facts import CHILD, OWN, withdrawal_facts
from gdpr_desktop.consents.withdrawals.model import Confirmed, Withdrawal
from gdpr_desktop.consents.withdrawals.service.base import read_withdrawal, whole
from gdpr_desktop.consents.withdrawals.service.telling import note_told
from gdpr_desktop.consents.withdrawals.steps import Step, is_done
from gdpr_desktop.core.address import PostalAddress
from gdpr_desktop.core.errors import InvalidInputError, RefusedError
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.text import _
from gdpr_desktop.correspondence.facts import case_frame, municipality_facts
from gdpr_desktop.correspondence.model import LetterOrder
from gdpr_desktop.vault import Vault

TO_ADDRESS = "to_address"  # of the order's changes: typed for the one letter, kept nowhere else


@dataclass(frozen=True, slots=True)
class WithdrawalLetters:
    """The letters of one withdrawal."""

    vault: Vault
    case_id: CaseId

    @property
    def own_facts(self) -> frozenset[str]:
        """What is changed in the case, never in one letter."""
        release = whole(self.vault.db, self.case_id).release
        return OWN if release else OWN | {"basis_used"}  # which only a release has

    def facts(self, order: LetterOrder) -> Mapping[str, object]:
        """Facts of the letter as ordered, of the case as it stands."""
        vault = self.vault
        found = read_withdrawal(vault, self.case_id)
        form = forms.form(vault.db, found.consent.form_id) if found.consent is not None else None
        own = self.own_facts
        changes = {name: value for name, value in order.changes.items() if name not in own}
        to = addressee(vault, found, order.template)
        address = changes.pop(TO_ADDRESS, to.address)
        assert isinstance(address, PostalAddress)
        person = Person(name=to.name, address=address)
        return {
            **municipality_facts(vault.municipality()),
            **withdrawal_facts(found, form, order.language, vault.clock.today()),
            **changes,
            "frame": case_frame(vault, found.case, person, order),
        }

    def refuse_wrong(self, order: LetterOrder) -> None:
        """Raise ``AppError`` for a letter that would promise what is not done."""
        require_stopped(whole(self.vault.db, self.case_id))
        if order.sent_on is not None and not order.channel:
            text = _("Choose how the person was told.")
            raise InvalidInputError([problem("channel", text)])

    def take_step(self, order: LetterOrder) -> None:
        """With the letter, the person is told."""
        if order.sent_on is not None:
            confirmed = Confirmed(told_on=order.sent_on, channel=order.channel)
            note_told(self.vault, self.case_id, confirmed)


def require_stopped(found: Withdrawal) -> None:
    """Raise while a place is left."""
    if not is_done(found, Step.STOP):
        raise RefusedError(
            _("The use is not stopped everywhere yet."),
            hint=_("See to every place first. Then the letter says how each stands."),
        )


def addressee(vault: Vault, found: Withdrawal, template: str) -> Person:
    """Who reads it: whoever took it back, but the child itself for the child's letter."""
    persons = cases.persons(vault.db, found.case.id)
    subject = persons.get(PersonRole.DATA_SUBJECT, Person(name=""))
    if template == CHILD or found.registered.relation is Relation.SELF:
        return subject
    return persons.get(PersonRole.REPRESENTATIVE, subject)
