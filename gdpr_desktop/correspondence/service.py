"""Letters of any case: made in the right wording, exported, kept on the timeline."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from gdpr_desktop.casework import service as casework
from gdpr_desktop.casework import store as cases
from gdpr_desktop.casework.exports import exporting, mark_recorded
from gdpr_desktop.casework.service import begin_on
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.correspondence.model import CaseLetters, LetterOrder
from gdpr_desktop.correspondence.places import refuse_place
from gdpr_desktop.vault import Vault

if TYPE_CHECKING:
    from gdpr_desktop.letters import Letter


def compose(vault: Vault, order: LetterOrder, facts: Mapping[str, object]) -> "Letter":
    """The letter in the municipality's own wording where it has one. Raises ``AppError``."""
    from gdpr_desktop.letters import render
    from gdpr_desktop.letters.copies import OwnTemplates

    source = None if order.original else OwnTemplates(vault)
    return render(order.template, order.language, facts, source=source)


def preview(vault: Vault, letters: CaseLetters, order: LetterOrder) -> "Letter":
    """The letter as it would be, for looking at. Raises ``AppError`` for what it lacks."""
    return compose(vault, order, letters.facts(order))


def suggested_name(vault: Vault, case_id: CaseId, order: LetterOrder) -> str:
    """A file name without personal data: case number, letter, date."""
    from gdpr_desktop.letters import file_name

    number = cases.case(vault.db, case_id).number
    return file_name(number, order.template, order.language, vault.clock.today())


def export_letter(
    vault: Vault, letters: CaseLetters, order: LetterOrder, path: Path, **detail: str
) -> Change:
    """Write the letter to ``path``, keep it on the timeline and take the step it belongs to.

    ``detail`` is what the timeline says of it besides.

    The caller has asked before an existing file is replaced. When the record cannot be made, or
    not be committed, the file is as it was before, so that no letter lies about that the case
    does not know.
    """
    refuse_place(vault, path)
    case_id = letters.case_id
    with exporting(vault, case_id, path) as export, vault.begin(Deed.SEND_LETTER) as work:
        begin_on(work, Deed.SEND_LETTER, case_id)
        letters.refuse_wrong(order)
        letters.take_step(order)
        # the step may have moved the date that the letter names: facts are read after it
        letter = compose(vault, order, letters.facts(order))
        sha256 = letter.save(path, vault.letterhead(), temporary=export.temporary, kept=export.kept)
        casework.record_letter(
            vault,
            case_id,
            template=order.template,
            language=order.language.value,
            path=path.absolute(),
            sha256=sha256,
            sent_on=order.sent_on,
            channel=order.channel,
            wording=wording_of(letter) | detail,
        )
        mark_recorded(work, export)
    return work.change


def wording_of(letter: "Letter") -> dict[str, str]:
    """For the timeline: the shipped wording or the municipality's own, and which texts."""
    own = any(one.own for one in letter.wordings)
    texts = (
        f"{one.template} {'own' if one.own else 'original'} {one.sha256}" for one in letter.wordings
    )
    return {"wording": "own" if own else "original", "texts": "\n".join(texts)}
