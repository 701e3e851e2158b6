"""The letter to the one who asked: its facts, and when it may be written."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.correspondence.facts import case_frame, municipality_facts
from gdpr_desktop.correspondence.model import LetterOrder
from gdpr_desktop.register.single_disclosures import store
from gdpr_desktop.register.single_disclosures.model import SingleDisclosure
from gdpr_desktop.register.single_disclosures.service.answering import require_answerable
from gdpr_desktop.register.single_disclosures.service.base import read_disclosure
from gdpr_desktop.vault import Vault

ANSWER = "disclosure_answer"
_OWN = frozenset({"received", "decided", "law", "lifted_by"})


def answer_facts(found: SingleDisclosure) -> dict[str, object]:
    """What the case says in the letter."""
    assessment, decision = found.assessment, found.decision
    return {
        "received": found.case.received,
        "requested": found.wanted,
        "decided": decision.outcome.value if decision else "",
        "given": decision.given if decision else "",
        "refused": decision.refused if decision else "",
        "law": assessment.law if assessment else "",
        "lifted_by": assessment.lifted_by if assessment and assessment.confidential else "",
        "how": found.dispatch.how if found.dispatch else "",
    }


@dataclass(frozen=True, slots=True)
class DisclosureLetters:
    """The letters of one disclosure."""

    vault: Vault
    case_id: CaseId

    @property
    def own_facts(self) -> frozenset[str]:
        """What is changed in the case, never in one letter."""
        return _OWN

    def facts(self, order: LetterOrder) -> Mapping[str, object]:
        """Facts of the letter as ordered, of the case as it stands."""
        found = read_disclosure(self.vault, self.case_id)
        changes = {name: value for name, value in order.changes.items() if name not in _OWN}
        frame = case_frame(self.vault, found.case, found.requester, order)
        return {
            **municipality_facts(self.vault.municipality()),
            **answer_facts(found),
            **changes,
            "frame": replace(frame, your_reference=found.reference),
        }

    def refuse_wrong(self, order: LetterOrder) -> None:
        """Raise ``AppError`` for a letter that does not fit the case."""
        require_answerable(store.disclosure(self.vault.db, self.case_id))

    def take_step(self, order: LetterOrder) -> None:
        """The answer is noted as sent in a step of its own, where the channel is checked."""
