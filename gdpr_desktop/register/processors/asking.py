"""The letter that asks a processor for what its agreement lacks, and that it was sent."""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from gdpr_desktop.core.change import Change
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.core.text import _
from gdpr_desktop.correspondence.facts import municipality_facts
from gdpr_desktop.register.activities.parts import Answer
from gdpr_desktop.register.documents import record_document
from gdpr_desktop.register.entries import service, store
from gdpr_desktop.register.entries.model import Entry, EntryId
from gdpr_desktop.register.processors.findings import agreement_gaps, frame_gaps, has_gaps
from gdpr_desktop.register.processors.model import Agreement, Processor
from gdpr_desktop.register.processors.words import clause_words, frame_words
from gdpr_desktop.vault import Vault

if TYPE_CHECKING:
    from gdpr_desktop.letters import Frame, Letter

TEMPLATE = "processor_gaps"
_ADDRESS_LINES = 5  # beside the name and the contact, in the window of an envelope


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What the processor is asked. ``place`` is the agreement's among all of them; None: there is
    none, and one is asked for."""

    place: int | None
    answer_by: date
    remark: str = ""


def askable(processor: Processor) -> tuple[int | None, ...]:
    """The places of the agreements that have gaps; None where there is no agreement at all."""
    if not processor.current:
        return (None,)
    return tuple(
        place for place, one in enumerate(processor.agreements) if not one.over and has_gaps(one)
    )


def gaps_letter(vault: Vault, entry: Entry, question: Question, language: Language) -> "Letter":
    """The letter, in the municipality's own wording where it has one. Raises ``AppError``."""
    from gdpr_desktop.letters import render
    from gdpr_desktop.letters.copies import OwnTemplates

    processor: Processor = entry.content
    facts = {
        **municipality_facts(vault.municipality()),
        **_facts(processor, question, language),
        "frame": _frame(vault, processor),
    }
    return render(TEMPLATE, language, facts, source=OwnTemplates(vault))


def record_asked(
    vault: Vault, entry_id: EntryId, question: Question, letter: "Letter", path: Path, sha256: str
) -> Change:
    """Note that the processor was asked, by when the answer is wanted, and the letter."""
    with vault.begin(Deed.KEEP_RECORD) as work:
        processor: Processor = store.entry(work.db, entry_id).content
        asked = _asked(processor, question, vault.clock.today())
        service.change_entry(vault, entry_id, asked, note=_("Asked for what is missing"))
        record_document(
            vault,
            kind=TEMPLATE,
            title=letter.title,
            language=letter.language.value,
            path=path,
            sha256=sha256,
            about=entry_id,
            sources=[entry_id],
        )
    return work.change


def _asked(processor: Processor, question: Question, today: date) -> Processor:
    if question.place is None:
        return replace(processor, asked_on=today, answer_by=question.answer_by)
    agreements = list(processor.agreements)
    agreements[question.place] = replace(
        agreements[question.place], asked_on=today, answer_by=question.answer_by
    )
    return replace(processor, agreements=tuple(agreements))


def _facts(processor: Processor, question: Question, language: Language) -> dict[str, object]:
    missing = question.place is None
    agreement = Agreement() if question.place is None else processor.agreements[question.place]
    letters, frame = agreement_gaps(agreement), frame_gaps(agreement)
    return {
        "no_agreement": missing,
        "agreement_name": agreement.name,
        "signed": agreement.signed_on,
        "gaps": [{"letter": letter, "text": clause_words(letter, language)} for letter in letters],
        "undescribed": [{"text": frame_words(part, language)} for part in frame],
        "no_warning": agreement.warns is not Answer.YES,
        "not_in_writing": missing or agreement.in_writing is Answer.NO,
        "not_signed": not missing and agreement.signed_on is None,
        "remark": question.remark,
        "answer_by": question.answer_by,
    }


def _frame(vault: Vault, processor: Processor) -> "Frame":
    from gdpr_desktop.letters import Frame, Sender, Signer

    municipality, name = vault.municipality(), vault.actor.name
    lines = [line.strip() for line in processor.address.splitlines() if line.strip()]
    contact = [f"v/ {processor.contact}"] if processor.contact else []
    return Frame(
        sender=Sender.of(municipality),
        recipient=processor.name,
        recipient_address=(*contact, *lines[:_ADDRESS_LINES]),
        day=vault.clock.today(),
        caseworker=name,
        caseworker_phone=municipality.phone,
        caseworker_email=municipality.email,
        signers=(Signer(name=name),),
    )
