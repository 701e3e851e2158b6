"""The letter of a prior consultation: what article 36(3) asks for, from what is written."""

from collections.abc import Mapping
from dataclasses import dataclass

from gdpr_desktop.casework.model import Person
from gdpr_desktop.core.address import PostalAddress
from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import _
from gdpr_desktop.correspondence.facts import AUTHORITY_NAME, case_frame, municipality_facts
from gdpr_desktop.correspondence.model import LetterOrder
from gdpr_desktop.dpia import store
from gdpr_desktop.dpia.assessment import Dpia
from gdpr_desktop.dpia.catalogue.folding import applies, by_question
from gdpr_desktop.dpia.catalogue.model import Catalogue
from gdpr_desktop.dpia.catalogue.service import catalogue
from gdpr_desktop.dpia.catalogue.words import answer_lines
from gdpr_desktop.dpia.codes import Novelty
from gdpr_desktop.dpia.consultation.service import require_asked
from gdpr_desktop.dpia.content import About, Assessment
from gdpr_desktop.dpia.risks.model import Level, highest_left, left, scale_in
from gdpr_desktop.dpia.risks.words import measure_state
from gdpr_desktop.dpia.service.base import read_dpia
from gdpr_desktop.vault import Vault

_OWN = frozenset({"planned_processing", "planned_unit", "consult_case"})
_ADDRESS = PostalAddress(street="Postboks 458 Sentrum", postal_code="0105", city="Oslo")


@dataclass(frozen=True, slots=True)
class ConsultationLetters:
    """The letters of one prior consultation."""

    vault: Vault
    case_id: CaseId

    @property
    def own_facts(self) -> frozenset[str]:
        """What is changed in the case, never in one letter."""
        return _OWN

    def facts(self, order: LetterOrder) -> Mapping[str, object]:
        """Facts of the letter as ordered, of the case as it stands."""
        found = read_dpia(self.vault, self.case_id)
        to = Person(name=AUTHORITY_NAME, address=_ADDRESS)
        return {
            **municipality_facts(self.vault.municipality()),
            **consultation_facts(found, catalogue(self.vault.db), order.language),
            **{name: value for name, value in order.changes.items() if name not in _OWN},
            "frame": case_frame(self.vault, found.case, to, order),
        }

    def refuse_wrong(self, order: LetterOrder) -> None:
        """Raise ``AppError`` where there is nothing to ask about now."""
        del order
        require_asked(store.dpia(self.vault.db, self.case_id))

    def take_step(self, order: LetterOrder) -> None:
        """That it was sent is noted in a step of its own, with the day of receipt."""


def consultation_facts(
    found: Dpia, asked_about: Catalogue, language: Language
) -> dict[str, object]:
    """What is written, for each point of article 36(3)."""
    content, about, asked = found.content, found.about, found.consultation
    said = _Said(content, asked_about, language)
    return {
        "planned_processing": about.title,
        "planned_unit": about.unit,
        "consult_case": found.case.number,
        "planned_start": long_date(about.starts_on, language) if about.starts_on else "",
        "high_left": highest_left(content) is Level.HIGH,
        "under_way": about.novelty is Novelty.EXISTING,
        "is_change": about.novelty is Novelty.CHANGED,
        "consult_why": asked.why if asked else "",
        "risks_left": _risks_left(content),
        "joint_controllers": said.of("joint"),
        "planned_processors": said.of("processors"),
        "planned_purposes": said.of("aim", "purposes") or about.description,
        "planned_means": _means(said, about),
        "planned_measures": _measures(content, language),
        "planned_security": said.of("security"),
    }


@dataclass(frozen=True, slots=True)
class _Said:
    """Answers as bare text."""

    content: Assessment
    catalogue: Catalogue
    language: Language

    def of(self, *questions: str) -> str:
        """What is answered to them, a line to each piece; nothing of what is not asked."""
        answers = by_question(self.content.answers)
        lines: list[str] = []
        for name in questions:
            question, answer = self.catalogue.question(name), answers.get(name)
            if question is not None and answer is not None and applies(question, answers):
                lines += answer_lines(question, answer, self.language)
        return "\n".join(lines)


def _means(said: _Said, about: About) -> str:
    """The systems and equipment, then how the data are collected and kept."""
    parts = (said.of("systems") or about.systems, said.of("collection", "storage"))
    return "\n".join(one for one in parts if one)


def _risks_left(content: Assessment) -> tuple[str, ...]:
    """The titles of the gravest risks that are left."""
    scale, gravest = scale_in(content), highest_left(content)
    return tuple(one.title for one in content.scenarios if left(one, scale) is gravest)


def _measures(content: Assessment, language: Language) -> tuple[str, ...]:
    text = _("{measure} ({state})", language=language)
    stated = ((one.title, measure_state(one, language)) for one in content.measures)
    return tuple(
        text.format(measure=title, state=state[:1].lower() + state[1:]) for title, state in stated
    )
