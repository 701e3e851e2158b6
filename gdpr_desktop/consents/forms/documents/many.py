"""The forms of a group: what the worker needs is read first, and what it wrote is recorded once.

``begin`` → ``write`` in the worker → ``finish``, or ``give_up``.
"""

from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from gdpr_desktop.casework import service as casework
from gdpr_desktop.casework.exports import begin as begin_export
from gdpr_desktop.casework.exports import mark_recorded, settle, take_place
from gdpr_desktop.casework.exports.manifest import SUFFIX
from gdpr_desktop.casework.exports.store import Export
from gdpr_desktop.consents.forms import store
from gdpr_desktop.consents.forms.documents.handouts import Handout, handouts
from gdpr_desktop.consents.forms.documents.making import Sheet, forms
from gdpr_desktop.consents.forms.documents.service import printable, refuse_other, sheet_of
from gdpr_desktop.consents.forms.service.base import opened, read_form
from gdpr_desktop.consents.groups import store as groups
from gdpr_desktop.consents.groups.model import Group
from gdpr_desktop.consents.groups.service.base import readable
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import AppError, RefusedError
from gdpr_desktop.core.ids import CaseId, GroupId
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.core.text import N_, _
from gdpr_desktop.correspondence import many_files
from gdpr_desktop.correspondence.many_files import Shape, Stack, Watch, Written, index_book
from gdpr_desktop.correspondence.places import refuse_place
from gdpr_desktop.letters.copies import Wordings, frozen_copies
from gdpr_desktop.vault import Vault


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """All that the worker needs."""

    sheet: Sheet
    people: tuple[Handout, ...]
    wordings: Wordings
    letterhead: bytes | None


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


def groups_to_print(vault: Vault, case_id: CaseId) -> tuple[Group, ...]:
    """The groups that have somebody in them, those of the form's unit first."""
    unit = printable(read_form(vault, case_id)).content.unit.casefold()
    found = [one for one in groups.groups(vault.db, vault.actor) if one.members]
    return tuple(sorted(found, key=lambda one: one.unit.casefold() != unit))


def batch_of(
    vault: Vault, case_id: CaseId, group_id: GroupId, language: Language, *, slip: bool = True
) -> Batch:
    """The forms for everyone in a group. Raises ``AppError`` for a form that lacks something."""
    sheet = replace(sheet_of(vault, case_id, language), slip=slip)
    people = people_of(vault, sheet, group_id)
    batch = Batch(
        sheet=sheet,
        people=people,
        wordings=frozen_copies(vault),
        letterhead=vault.letterhead(),
    )
    next(forms(sheet, people[:1], batch.wordings), None)  # says at once what every form lacks
    return batch


def people_of(vault: Vault, sheet: Sheet, group_id: GroupId) -> tuple[Handout, ...]:
    """A form for each in a group that the actor may see, more where guardians live apart."""
    readable(vault, group_id)
    return tuple(
        one
        for member in groups.members(vault.db, group_id)
        for one in handouts(sheet.content, member, sheet.day, sheet.youth_rules)
    )


def begin(vault: Vault, case_id: CaseId, batch: Batch, shape: Shape, path: Path) -> Started:
    """Note that an export to ``path`` begins, before its first byte. Raises ``AppError``."""
    from gdpr_desktop.letters.long_file import MOST

    if not batch.people:
        raise RefusedError(_("There is nobody in the group."), hint=_("Choose another group."))
    if shape is Shape.LONG and len(batch.people) > MOST:
        text = _("{count} letters are too many for one file.")
        hint = _("Make a file for each person, or divide the list.")
        raise RefusedError(text.format(count=len(batch.people)), hint=hint)
    if shape is Shape.LONG:
        refuse_place(vault, path)
    elif path.exists():
        raise AppError(
            _("«{name}» is there from before.").format(name=path.name),
            hint=_("Choose another name or another folder."),
        )
    export = begin_export(vault, case_id, path, folder=shape is Shape.FOLDER)
    return Started(export=export, batch=batch, shape=shape)


def write(started: Started, watch: Watch, *, index: bool = False) -> Written | None:
    """In the worker: all forms to the place of ``started``; None when it was stopped."""
    batch = started.batch
    stack = Stack(
        letters=forms(batch.sheet, batch.people, batch.wordings),
        letterhead=batch.letterhead,
        index=partial(_index, batch) if index else None,
    )
    place = started.export.temporary
    return many_files.write(stack, started.shape, place, watch, listed=started.listed)


def finish(vault: Vault, case_id: CaseId, started: Started, written: Written) -> Change:
    """The forms take their place, the version is used, and the case knows of them.

    Where one of these cannot be done nothing is left. Raises ``AppError``.
    """
    export, sheet = started.export, started.batch.sheet
    place = export.path / written.listed if written.listed else export.path
    try:
        with vault.begin(Deed.SEND_LETTER) as work:
            refuse_other(opened(work, case_id, Deed.SEND_LETTER), sheet)
            take_place(export)
            store.mark_used(work.db, case_id, sheet.version, work.clock.today())
            casework.record_letter(
                vault,
                case_id,
                template=sheet.template,
                language=sheet.language.value,
                path=place,
                sha256=written.sha256,
                wording={"count": str(written.count), "version": str(sheet.version)}
                | _texts(started.batch),
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
    from gdpr_desktop.letters import load_template

    template = load_template(batch.sheet.template)
    used = {(one, batch.sheet.language) for one in (template.id, *template.attachments)}
    lines = [
        f"{name} own {digest}"
        for (name, language), digest in batch.wordings.digests().items()
        if (name, language) in used
    ]
    return {"wording": "own" if lines else "original", "texts": "\n".join(lines)}


def _index(batch: Batch) -> bytes:
    rows = ((one.name, one.reader) for one in batch.people)
    return index_book(batch.sheet.language, (N_("Name"), N_("The form goes to")), (40, 40), rows)
