"""Letters of a collection: the facts, which one may be written, and that one sent is telling."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from gdpr_desktop.casework import store as cases
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import RefusedError, require_valid
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.text import _
from gdpr_desktop.correspondence import service as correspondence
from gdpr_desktop.correspondence.facts import case_frame
from gdpr_desktop.correspondence.form_links import rights_facts
from gdpr_desktop.correspondence.model import LetterOrder
from gdpr_desktop.information.collections import store
from gdpr_desktop.information.collections.letter_facts import (
    CASE_FACTS,
    activity_of,
    collection_facts,
)
from gdpr_desktop.information.collections.model import Collection
from gdpr_desktop.information.collections.service.base import day_problems, read_collection
from gdpr_desktop.information.collections.service.telling import told_by_letter
from gdpr_desktop.register.documents import record_document
from gdpr_desktop.vault import Vault

DOCUMENT_KIND = "information_letter"


def facts_for(vault: Vault, collection: Collection, order: LetterOrder) -> dict[str, object]:
    """Facts of the letter as ordered, to the person the case is about."""
    activity = activity_of(vault.db, collection)
    facts = collection_facts(collection, activity, vault.municipality(), order.language)
    changes = {name: value for name, value in order.changes.items() if name not in CASE_FACTS}
    frame = case_frame(vault, collection.case, collection.intake.subject, order)
    return {**facts, **rights_facts(vault, order.language), **changes, "frame": frame}


@dataclass(frozen=True, slots=True)
class CollectionLetters:
    """The letters of one collection."""

    vault: Vault
    case_id: CaseId

    @property
    def own_facts(self) -> frozenset[str]:
        """What is changed in the case or the record, never in one letter."""
        return CASE_FACTS

    def facts(self, order: LetterOrder) -> Mapping[str, object]:
        """Facts of the letter as ordered, of the collection as it stands."""
        return facts_for(self.vault, read_collection(self.vault, self.case_id), order)

    def refuse_wrong(self, order: LetterOrder) -> None:
        """Raise ``AppError`` for a letter that does not fit the collection."""
        refuse_wrong_letter(store.collection(self.vault.db, self.case_id), order, self.vault)

    def take_step(self, order: LetterOrder) -> None:
        """A letter that is sent is itself the telling; the record knows what it was made from."""
        if order.sent_on is not None:
            told_by_letter(self.vault, self.case_id, order.sent_on, _("Letter"))
        note_document(self.vault, self.case_id, order)


def refuse_wrong_letter(collection: Collection, order: LetterOrder, vault: Vault) -> None:
    """Raise ``AppError`` for a letter that does not fit the collection."""
    if not collection.case.open:
        raise RefusedError(
            _("The case is closed."), hint=_("Open it again to work on it. Its history is kept.")
        )
    wrong = "information_14" if collection.intake.from_person else "information_13"
    if order.template == wrong:
        raise RefusedError(
            _("This letter does not say where the data came from."),
            hint=_("Choose the letter that the case offers."),
        )
    if order.sent_on is not None:
        require_valid(day_problems("sent_on", order.sent_on, collection, vault.clock.today()))


def export_letter(vault: Vault, case_id: CaseId, order: LetterOrder, path: Path) -> Change:
    """Write the letter, note that people were told if it is sent, and keep what it was made from.

    All of it or nothing: see ``correspondence``.
    """
    return correspondence.export_letter(vault, CollectionLetters(vault, case_id), order, path)


def note_document(vault: Vault, case_id: CaseId, order: LetterOrder) -> None:
    """Tell the record of the letter, so that a change there shows it as out of date.

    In the unit of work that keeps the letter in the case.
    """
    activity_id = store.collection(vault.db, case_id).intake.activity_id
    if activity_id is None:
        return
    from gdpr_desktop.letters import load_template

    name = load_template(order.template).title(order.language)
    record_document(
        vault,
        kind=DOCUMENT_KIND,
        title=f"{name}: {cases.case(vault.db, case_id).number}",
        language=order.language.value,
        path=None,
        sha256="",
        about=activity_id,
        sources=[activity_id],
    )
