"""The letters of one breach: their facts, and when each may be written."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from gdpr_desktop.breaches import store
from gdpr_desktop.breaches.model import Breach
from gdpr_desktop.breaches.service.base import read_breach
from gdpr_desktop.breaches.telling.advice import Reader, everybody_words
from gdpr_desktop.breaches.telling.checks import require_telling
from gdpr_desktop.breaches.telling.facts import (
    AFFECTED,
    CHILD,
    CONTROLLER,
    OWN,
    PROCESSOR,
    PUBLIC,
    controller_facts,
    disproportionate,
    processor_facts,
    public_facts,
    told_facts,
)
from gdpr_desktop.casework.checks import problem
from gdpr_desktop.casework.model import Person
from gdpr_desktop.core.address import PostalAddress
from gdpr_desktop.core.errors import InvalidInputError, RefusedError
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.text import _
from gdpr_desktop.correspondence.facts import case_frame, municipality_facts
from gdpr_desktop.correspondence.model import LetterOrder
from gdpr_desktop.vault import Vault

TO_NAME, TO_ADDRESS = "to_name", "to_address"  # of the order's changes: who gets this one letter
_TO_PEOPLE = frozenset({AFFECTED, CHILD, PUBLIC})
_EFFECTS = frozenset({"likely_effects", "effects_text"})


@dataclass(frozen=True, slots=True)
class BreachLetters:
    """The letters of one breach. Names and addresses are not kept: they come with the order."""

    vault: Vault
    case_id: CaseId

    @property
    def own_facts(self) -> frozenset[str]:
        """What is changed in the case, never in one letter."""
        return OWN

    def facts(self, order: LetterOrder) -> Mapping[str, object]:
        """Facts of the letter as ordered, of the case as it stands."""
        found = read_breach(self.vault, self.case_id)
        changes = {name: value for name, value in order.changes.items() if name not in OWN}
        name, address = changes.pop(TO_NAME, ""), changes.pop(TO_ADDRESS, PostalAddress())
        assert isinstance(address, PostalAddress)
        if order.template == PUBLIC:
            name = everybody_words(order.language)
        to = Person(name=str(name), address=address)
        frame = case_frame(self.vault, found.case, to, order)
        return {
            **municipality_facts(self.vault.municipality()),
            **self._own(found, order),
            **changes,
            "frame": replace(frame, approved_electronically=order.template != PUBLIC),
        }

    def _own(self, found: Breach, order: LetterOrder) -> dict[str, object]:
        clock = self.vault.clock
        if order.template == PUBLIC:
            return public_facts(found, order.language, clock)
        if order.template == PROCESSOR:
            return processor_facts(found, order.language, clock)
        if order.template == CONTROLLER:
            return controller_facts(found, order.language)
        reader = Reader.CHILD if order.template == CHILD else Reader.ADULT
        return told_facts(found, order.language, reader)

    def refuse_wrong(self, order: LetterOrder) -> None:
        """Raise ``AppError`` for a letter that does not fit the case."""
        found = store.breach(self.vault.db, self.case_id)
        if order.template not in _TO_PEOPLE:
            return
        require_telling(found)
        facts = {**self._own(found, order), **order.changes}
        if not facts["breached_data"]:
            raise RefusedError(
                _("It is not noted whose and which data it was about."),
                hint=_("Describe people and data first."),
            )
        if not any(facts[name] for name in _EFFECTS):
            text = _("Write what it may lead to (article 34(2)).")
            raise InvalidInputError([problem("effects_text", text)])
        if order.template == PUBLIC and not facts["beside_letters"] and not disproportionate(found):
            text = _("A notice takes the place of letters only when they are out of proportion.")
            raise InvalidInputError([problem("beside_letters", text)])

    def take_step(self, order: LetterOrder) -> None:
        """That people were told is noted in a step of its own, with how many."""
