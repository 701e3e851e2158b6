"""Letters to many: what the worker needs is read first, and what it wrote is recorded once.

``begin`` → ``writing.write`` in the worker → ``finish``, or ``give_up``.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from gdpr_desktop.breaches.many import store
from gdpr_desktop.breaches.many.letters import Batch, Reader, reader_of
from gdpr_desktop.breaches.many.model import Addressee
from gdpr_desktop.breaches.many.writing import Shape, Written
from gdpr_desktop.breaches.model import Breach
from gdpr_desktop.breaches.service.base import opened, read_breach
from gdpr_desktop.breaches.telling.checks import require_telling
from gdpr_desktop.breaches.telling.facts import AFFECTED
from gdpr_desktop.breaches.telling.letters import BreachLetters
from gdpr_desktop.casework import service as casework
from gdpr_desktop.casework.deed import record
from gdpr_desktop.casework.exports import begin as begin_export
from gdpr_desktop.casework.exports import mark_recorded, settle, take_place
from gdpr_desktop.casework.exports.manifest import SUFFIX
from gdpr_desktop.casework.exports.store import Export
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import AppError, RefusedError
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.core.text import _
from gdpr_desktop.correspondence.model import LetterOrder
from gdpr_desktop.correspondence.places import refuse_place
from gdpr_desktop.vault import Vault

MOST = 50_000  # people
KEPT = "breach_addresses_kept"


@dataclass(frozen=True, slots=True, kw_only=True)
class Started:
    """An export that a worker may write now."""

    export: Export
    batch: Batch
    shape: Shape

    @property
    def listed(self) -> str:
        """The name of the list of SHA-256, after the folder; empty for one long file."""
        return f"{self.export.path.name}{SUFFIX}" if self.shape is Shape.FOLDER else ""


def read_for_letters(vault: Vault, case_id: CaseId) -> Breach:
    """The breach, when people may be told of it now. Raises ``RefusedError``."""
    found = read_breach(vault, case_id)
    require_telling(found)
    return found


def kept_people(vault: Vault, case_id: CaseId) -> tuple[Addressee, ...]:
    """The address list that is kept in the case, for who may see it."""
    read_breach(vault, case_id)
    return store.kept(vault.db, case_id)


def batch_of(
    vault: Vault,
    case_id: CaseId,
    people: tuple[Addressee, ...],
    changes: Mapping[str, object],
    *,
    original: bool = False,
) -> Batch:
    """Everything the letters say. ``changes`` are facts that the person put in place of the case's
    own, the same in every letter; ``original``: the shipped wording.

    Raises ``AppError`` for letters that do not fit the case, or lack something.
    """
    from gdpr_desktop.letters.copies import frozen_copies

    language, day = read_breach(vault, case_id).case.language, vault.clock.today()
    letters = BreachLetters(vault, case_id)
    needed = {(one.language or language, reader_of(one, day).template) for one in people}
    facts = {}
    for spoken, template in sorted(needed | {(language, AFFECTED)}):
        order = LetterOrder(template=template, language=spoken, changes=changes, original=original)
        letters.refuse_wrong(order)
        facts[spoken, template] = letters.facts(order)
    return Batch(
        people=people,
        language=language,
        day=day,
        facts=facts,
        wordings=frozen_copies(None if original else vault),
        letterhead=vault.letterhead(),
    )


def suggested_name(vault: Vault, case_id: CaseId) -> str:
    """A name without personal data, for the folder or, with an ending, for the file."""
    from gdpr_desktop.letters import file_name

    found = read_breach(vault, case_id)
    named = file_name(found.case.number, AFFECTED, found.case.language, vault.clock.today())
    return named.removesuffix(".docx")


def begin(vault: Vault, case_id: CaseId, batch: Batch, shape: Shape, path: Path) -> Started:
    """Note that an export to ``path`` begins, before its first byte. Raises ``AppError``."""
    from gdpr_desktop.letters.long_file import MOST as LONGEST

    if not batch.people:
        raise RefusedError(_("There is nobody to write to."), hint=_("Choose an address list."))
    if len(batch.people) > (LONGEST if shape is Shape.LONG else MOST):
        text = _("{count} letters are too many for one file.")
        hint = _("Make a file for each person, or divide the list.")
        raise RefusedError(text.format(count=len(batch.people)), hint=hint)
    if shape is Shape.LONG:
        refuse_place(vault, path)
    elif path.exists():
        raise _is_there(path)
    export = begin_export(vault, case_id, path, folder=shape is Shape.FOLDER)
    return Started(export=export, batch=batch, shape=shape)


def finish(
    vault: Vault, case_id: CaseId, started: Started, written: Written, *, keep: bool = False
) -> Change:
    """The letters take their place, and the case knows of them; with ``keep`` the list too.

    Where one of these cannot be done nothing is left. Raises ``AppError``.
    """
    export, batch = started.export, started.batch
    place = export.path / written.listed if written.listed else export.path
    try:
        with vault.begin(Deed.SEND_LETTER) as work:
            require_telling(opened(work, case_id, Deed.SEND_LETTER))
            take_place(export)
            if keep:
                store.put(work.db, case_id, batch.people)
                record(work, case_id, KEPT, count=str(len(batch.people)))
            casework.record_letter(
                vault,
                case_id,
                template=batch.template,
                language=batch.language.value,
                path=place,
                sha256=written.sha256,
                wording={"count": str(written.count)} | _texts(batch),
            )
            mark_recorded(work, export)
    finally:
        settle(vault, export)
    return work.change


def give_up(vault: Vault, started: Started) -> None:
    """The worker wrote nothing, or stopped: nothing is left."""
    settle(vault, started.export)


def _texts(batch: Batch) -> dict[str, str]:
    """For the timeline: the municipality's own texts among those used."""
    used = {(template, language) for language, template in batch.facts}
    lines = [
        f"{template} own {digest}"
        for (template, language), digest in batch.wordings.digests().items()
        if (template, language) in used
    ]
    return {"wording": "own" if lines else "original", "texts": "\n".join(lines)}


def readers(people: tuple[Addressee, ...], vault: Vault) -> dict[Reader, int]:
    """How many letters go to whom."""
    day = vault.clock.today()
    found = dict.fromkeys(Reader, 0)
    for one in people:
        found[reader_of(one, day)] += 1
    return found


def languages(people: tuple[Addressee, ...], language: Language) -> frozenset[Language]:
    """Those that the letters are written in."""
    return frozenset(one.language or language for one in people)


def _is_there(path: Path) -> AppError:
    return AppError(
        _("«{name}» is there from before.").format(name=path.name),
        hint=_("Choose another name or another folder."),
    )


def differs(count: int, known: int) -> bool:
    """Is the number of letters quite another than the number of people affected?

    A fifth is within what an «about» allows; of few people, two.
    """
    return abs(count - known) > max(2, known // 5)
