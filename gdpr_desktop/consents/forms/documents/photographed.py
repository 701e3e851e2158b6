"""The letter to those who are photographed: what pictures are taken for, and what they decide."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from gdpr_desktop.casework.model import Person
from gdpr_desktop.consents.codes import FormKind
from gdpr_desktop.consents.forms import store
from gdpr_desktop.consents.forms.documents.facts import form_facts
from gdpr_desktop.consents.forms.documents.service import printable
from gdpr_desktop.consents.forms.documents.words import everybody_words
from gdpr_desktop.consents.forms.model import Form
from gdpr_desktop.consents.forms.service.base import read_form
from gdpr_desktop.core.errors import RefusedError
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.text import _
from gdpr_desktop.correspondence.facts import case_frame
from gdpr_desktop.correspondence.model import LetterOrder
from gdpr_desktop.vault import Vault

# of this letter, not of the form
_TYPED = frozenset({"photo_when", "photographer", "photo_ground", "photo_ground_why"})


@dataclass(frozen=True, slots=True)
class PhotographedLetters:
    """The letter goes to nobody by name."""

    vault: Vault
    case_id: CaseId

    @property
    def own_facts(self) -> frozenset[str]:
        """What stands on the form, and is changed there."""
        found = printable(read_form(self.vault, self.case_id))
        language = self.vault.municipality().language
        made = form_facts(found.content, self.vault.municipality(), language)
        return frozenset(made) - _TYPED

    def facts(self, order: LetterOrder) -> Mapping[str, object]:
        """Facts of the letter as ordered, of the version that is in use."""
        found = read_form(self.vault, self.case_id)
        municipality = self.vault.municipality()
        to = Person(name=everybody_words(order.language))
        frame = case_frame(self.vault, found.case, to, order)
        return {
            **form_facts(printable(found).content, municipality, order.language),
            **{name: value for name, value in order.changes.items() if name in _TYPED},
            "frame": replace(frame, approved_electronically=False),
        }

    def refuse_wrong(self, _order: LetterOrder) -> None:
        """Raise ``RefusedError`` for a form that is not about pictures, or not approved."""
        refuse_other_kind(store.form(self.vault.db, self.case_id))

    def take_step(self, _order: LetterOrder) -> None:
        """It is no step of the form."""


def refuse_other_kind(found: Form) -> None:
    """Raise ``RefusedError`` where nobody is photographed by the form."""
    if printable(found).content.kind is not FormKind.PICTURE:
        raise RefusedError(
            _("The form is not about pictures and film."),
            hint=_("This letter belongs to a form of the kind «use of one's own picture»."),
        )
