"""One letter to each of a group, in one file: whole, or not at all and with the fault named."""

import hashlib
import io
import threading
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import BinaryIO

from gdpr_desktop.casework import service as casework
from gdpr_desktop.casework import store as cases
from gdpr_desktop.casework.exports import exporting, mark_recorded
from gdpr_desktop.casework.model import Person
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import AppError
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.core.text import _
from gdpr_desktop.correspondence.facts import case_frame
from gdpr_desktop.correspondence.model import LetterOrder
from gdpr_desktop.information.collections import store
from gdpr_desktop.information.collections.letter_facts import activity_of, collection_facts
from gdpr_desktop.information.collections.model import Recipient
from gdpr_desktop.information.collections.service.base import read_collection
from gdpr_desktop.information.collections.service.letters import (
    note_document,
    refuse_wrong_letter,
)
from gdpr_desktop.information.collections.service.telling import told_by_letter
from gdpr_desktop.letters.copies import Wordings, frozen_copies
from gdpr_desktop.vault import Vault

_MOMENT = (1980, 1, 1, 0, 0, 0)  # a fixed time: the file's SHA-256 says only what is in it


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """All that the worker needs; ``facts`` in the order of ``names`` of files."""

    template: str
    language: Language
    facts: tuple[Mapping[str, object], ...]
    names: tuple[str, ...]
    letterhead: bytes | Path | None
    wordings: Wordings
    path: Path
    stop: threading.Event = field(default_factory=threading.Event)
    done: list[int] = field(default_factory=lambda: [0])  # letters made, for who waits


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What came of it: the file to be, its SHA-256 in hex, and that of each letter in it."""

    path: Path
    data: bytes = field(repr=False)
    sha256: str
    letters: tuple[tuple[str, str], ...]


def prepare(vault: Vault, case_id: CaseId, order: LetterOrder, path: Path) -> Batch:
    """Read everything, so that the worker needs no vault. Raises ``AppError``."""
    collection = read_collection(vault, case_id)
    refuse_wrong_letter(collection, order, vault)
    recipients = collection.intake.recipients
    if not recipients:
        raise AppError(
            _("There is nobody to write to."),
            hint=_("Add names and addresses to the collection first."),
        )
    _refuse_without_address(recipients)
    _refuse_place(vault, path)
    activity = activity_of(vault.db, collection)
    facts = collection_facts(collection, activity, vault.municipality(), order.language)
    facts |= order.changes
    letters = tuple(
        {**facts, "frame": case_frame(vault, collection.case, _person(one), order)}
        for one in recipients
    )
    return Batch(
        template=order.template,
        language=order.language,
        facts=letters,
        names=_names(collection.case.number, len(recipients)),
        letterhead=vault.letterhead(),
        wordings=frozen_copies(None if order.original else vault),
        path=path.absolute(),
    )


def _person(recipient: Recipient) -> Person:
    return Person(name=recipient.name, address=recipient.address)


def _names(number: str, count: int) -> tuple[str, ...]:
    """Names without personal data, in the order of the list: 2026-0012 001.docx."""
    return tuple(f"{number} {index:04d}.docx" for index in range(1, count + 1))


def _refuse_without_address(recipients: tuple[Recipient, ...]) -> None:
    lacking = [str(n) for n, one in enumerate(recipients, 1) if not one.address]
    if lacking:
        text = _("These lines have no address: {lines}.")
        shown = ", ".join(lacking[:20]) + (" …" if len(lacking) > 20 else "")
        raise AppError(
            text.format(lines=shown), hint=_("Add the addresses, or take the lines away.")
        )


def _refuse_place(vault: Vault, path: Path) -> None:
    from gdpr_desktop.letters.file_names import check_path

    check_path(path)
    own = {vault.path.with_suffix(s).absolute() for s in (vault.path.suffix, ".keys", ".lock")}
    if path.suffix.lower() != ".zip" or path.absolute() in own:
        raise AppError(
            _("The letters must be saved as a file that ends in .zip."),
            hint=_("Choose another name."),
        )


def write(batch: Batch) -> Written:
    """Make every letter and put them in one file, in memory: nothing lies on the disk that the case
    does not know.

    For the worker. Raises ``AppError`` naming the letter that could not be made.
    """
    stream = io.BytesIO()
    made = _fill(batch, stream)
    _refuse_stopped(batch)
    data = stream.getvalue()
    return Written(
        path=batch.path, data=data, sha256=hashlib.sha256(data).hexdigest(), letters=made
    )


def _fill(batch: Batch, stream: BinaryIO) -> tuple[tuple[str, str], ...]:
    from gdpr_desktop.letters import render_many

    made = []
    letters = render_many(batch.template, batch.language, batch.facts, source=batch.wordings)
    with zipfile.ZipFile(stream, "w") as archive:
        for number, name in enumerate(batch.names, 1):
            _refuse_stopped(batch)
            try:
                data = next(letters).docx(batch.letterhead)
            except AppError as error:
                text = _("Letter {number} could not be made, so none was saved. {reason}")
                raise AppError(text.format(number=number, reason=error.text)) from None
            info = zipfile.ZipInfo(name, _MOMENT)
            archive.writestr(info, data)  # a Word file is packed already
            made.append((name, hashlib.sha256(data).hexdigest()))
            batch.done[0] = number
    return tuple(made)


def _refuse_stopped(batch: Batch) -> None:
    if batch.stop.is_set():
        raise AppError(_("The letters were not made: it was cancelled."))


def record(vault: Vault, case_id: CaseId, order: LetterOrder, written: Written) -> Change:
    """Save the file, keep the letters on the timeline, and note that the people were told if they
    are sent.

    Where one of these cannot be done the place is as it was, and no letter is known.
    """
    from gdpr_desktop.letters.saving import save_file

    with (
        exporting(vault, case_id, written.path) as export,
        vault.begin(Deed.SEND_LETTER) as work,
    ):
        refuse_wrong_letter(store.collection(work.db, case_id), order, vault)
        save_file(written.data, written.path, temporary=export.temporary, kept=export.kept)
        casework.record_letter(
            vault,
            case_id,
            template=order.template,
            language=order.language.value,
            path=written.path,
            sha256=written.sha256,
            sent_on=order.sent_on,
            channel=order.channel,
            wording={
                "count": str(len(written.letters)),
                "letters": "\n".join(f"{name} {sha}" for name, sha in written.letters),
            },
        )
        if order.sent_on is not None:
            told_by_letter(vault, case_id, order.sent_on, _("Letter to each of them"))
        note_document(vault, case_id, order)
        mark_recorded(work, export)
    return work.change


def suggested_name(vault: Vault, case_id: CaseId, day: date) -> str:
    """A file name without personal data."""
    number = cases.case(vault.db, case_id).number
    return f"{number} {day.isoformat()}.zip"
