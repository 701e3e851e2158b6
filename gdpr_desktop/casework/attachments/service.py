"""Files kept inside the register, in a case: added, taken out, given back.

A file that is taken out stays for a while, so that it can be put back, and as long as something
frozen refers to it; ``forget_removed`` deletes it for good.
"""

import hashlib
import mimetypes
import os
import tempfile
from collections.abc import Collection, Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any
from uuid import uuid4

from gdpr_desktop.casework import undo
from gdpr_desktop.casework.attachments import store
from gdpr_desktop.casework.attachments.model import Attachment
from gdpr_desktop.casework.deed import begin_on, record, require_open, require_readable
from gdpr_desktop.casework.store import case as case_of
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import AppError, RefusedError
from gdpr_desktop.core.ids import CaseId, EventId
from gdpr_desktop.core.names import clean_line
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.core.text import _
from gdpr_desktop.vault import Vault

MEGABYTE = 1024 * 1024
LARGEST = 25 * MEGABYTE  # bytes of one file
MOST = 250 * MEGABYTE  # bytes of all files of a case
LONGEST_NAME = 150  # characters
_KEPT_FOR = timedelta(days=30)  # a file that was taken out, before it is deleted for good


@dataclass(frozen=True, slots=True, kw_only=True)
class FilesChange:
    """Files of a case are about to be changed: a kind of case that may not be written in now
    raises ``RefusedError``."""

    case_id: CaseId


@dataclass(frozen=True, slots=True, kw_only=True)
class NewFile:
    """A file as it was read, not kept yet."""

    name: str
    content: bytes


def read_file(path: Path) -> NewFile:
    """Read a file that is to be attached; may be done by the worker.

    Raises ``AppError`` for a folder, for one that is too large, locked, empty or gone.
    """
    try:
        if path.is_dir():
            raise AppError(
                _("{name} is a folder.").format(name=path.name),
                hint=_("Choose one file at a time, or put the folder in a zip file first."),
            )
        if path.stat().st_size > LARGEST:
            raise _too_large(path.name)
        with path.open("rb") as source:
            content = source.read(LARGEST + 1)
    except OSError:
        raise AppError(
            _("{name} could not be read.").format(name=path.name),
            hint=_("See that it is still there, and that no other program keeps it locked."),
        ) from None
    if len(content) > LARGEST:  # it grew meanwhile
        raise _too_large(path.name)
    if not content:
        raise AppError(
            _("{name} is empty.").format(name=path.name),
            hint=_("If it lies in the cloud, download it to this computer first."),
        )
    return NewFile(name=path.name, content=content)


def add(vault: Vault, case_id: CaseId, path: Path, *, about: str = "") -> Change:
    """Read a file and keep it. Raises ``AppError``."""
    return keep(vault, case_id, read_file(path), about=about)


def keep(vault: Vault, case_id: CaseId, found: NewFile, *, about: str = "") -> Change:
    """Keep a file that was read. The same content at the same place is kept once.

    Raises ``AppError`` when there is no room in the case.
    """
    with vault.begin(Deed.WORK_ON_CASE) as work:
        _begin(work, case_id)
        digest = hashlib.sha256(found.content).hexdigest()
        there = store.attachments(work.db, case_id)
        if any(one.sha256 == digest and one.about == about for one in there):
            raise RefusedError(_("This very file is attached here already."))
        require_room(work.db, case_id, (len(found.content),))
        name = _free_name(clean_line(found.name), {one.name for one in there})
        kept = Attachment(
            key=uuid4().hex,
            name=name,
            media_type=mimetypes.guess_type(name)[0] or "",
            size=len(found.content),
            sha256=digest,
            about=about,
            added_at=work.clock.now(),
            added_by=work.actor.name,
        )
        store.insert(work.db, case_id, kept, found.content)
        event = record(work, case_id, "attachment_added", name=name, key=kept.key)
    verb = partial(_set_removed, case_id=case_id, found=kept, out=True, event=event)
    return undo.undoable(work.change, "attachment_added", verb)


def require_room(db: Any, case_id: CaseId | None, sizes: Iterable[int]) -> None:
    """Raise ``AppError`` when files of these ``sizes`` (bytes) do not fit beside a case's own.

    Ask before anything is written; without a case for one that is yet to be made.
    """
    there = store.taken(db, case_id) if case_id is not None else 0
    if there + sum(sizes) > MOST:
        raise AppError(
            _("There is no more room for files in this case."),
            hint=_(
                "All files of a case together can be {limit} MB. Remove some, or keep this one"
                " in the archive and write where it is."
            ).format(limit=MOST // MEGABYTE),
        )


def remove(vault: Vault, case_id: CaseId, key: str) -> Change:
    """Take a file out of a case; it can be put back. Raises ``AppError`` when it is gone."""
    with vault.begin(Deed.WORK_ON_CASE) as work:
        _begin(work, case_id)
        found = _attachment(work.db, case_id, key)
        store.set_removed(work.db, case_id, key, work.clock.now())
        event = record(work, case_id, "attachment_removed", name=found.name, key=key)
    verb = partial(_set_removed, case_id=case_id, found=found, out=False, event=event)
    told = _("File removed: {name}").format(name=found.name)
    return undo.undoable(work.change, "attachment_removed", verb, told)


def content(vault: Vault, case_id: CaseId, key: str) -> bytes:
    """The bytes of a file. Raises ``AppError`` when it is gone, or is not the actor's to see."""
    require_readable(vault, case_of(vault.db, case_id))
    found = store.content(vault.db, case_id, key)
    if found is None:
        raise _gone()
    return found


def save_as(vault: Vault, case_id: CaseId, key: str, path: Path) -> None:
    """Write a copy of a file outside the register, whole or not at all, and note it in the journal.

    Raises ``AppError`` when it cannot be written there.
    """
    found = content(vault, case_id, key)
    _refuse_own_files(vault, path)
    if vault.read_only:
        _write(path, found)
        return
    with vault.begin_upkeep() as work:
        _write(path, found)
        work.log(case_id, "attachment_saved", key=key)


def forget_removed(work: Any, case_id: CaseId, needed: Collection[str]) -> None:
    """Delete for good what was taken out a while ago, but for the ``needed`` keys."""
    before = work.clock.now() - _KEPT_FOR
    for key in store.removed_before(work.db, case_id, before):
        if key not in needed:
            store.delete(work.db, case_id, key)


def _set_removed(
    vault: Vault, *, case_id: CaseId, found: Attachment, out: bool, event: EventId
) -> Change:
    code = "attachment_added" if out else "attachment_removed"
    with vault.begin(Deed.WORK_ON_CASE) as work:
        _begin(work, case_id)
        undo.require_nothing_after(work.db, case_id, event, frozenset())
        there = found.key in {one.key for one in store.attachments(work.db, case_id)}
        if there is not out or store.content(work.db, case_id, found.key) is None:
            raise undo.changed_since()
        store.set_removed(work.db, case_id, found.key, work.clock.now() if out else None)
        undo.note_undone(work, case_id, code, event)
    return work.change


def _begin(work: Any, case_id: CaseId) -> None:
    require_open(begin_on(work, Deed.WORK_ON_CASE, case_id))
    work.publish(FilesChange(case_id=case_id))


def _attachment(db: Any, case_id: CaseId, key: str) -> Attachment:
    for one in store.attachments(db, case_id):
        if one.key == key:
            return one
    raise _gone()


def _gone() -> AppError:
    return AppError(
        _("The file is not in the case any more."), hint=_("Somebody has removed it meanwhile.")
    )


def _too_large(name: str) -> AppError:
    return AppError(
        _("{name} is too large.").format(name=name),
        hint=_(
            "A file can be at most {limit} MB. Save it smaller, or keep it in the archive and"
            " write where it is."
        ).format(limit=LARGEST // MEGABYTE),
    )


def _free_name(name: str, taken: Collection[str]) -> str:
    stem, dot, suffix = name[-LONGEST_NAME:].rpartition(".")
    if not stem:
        stem, dot, suffix = suffix, "", ""
    number, free = 1, f"{stem}{dot}{suffix}"
    while free in taken:
        number += 1
        free = f"{stem} ({number}){dot}{suffix}"
    return free


def _refuse_own_files(vault: Vault, path: Path) -> None:
    """A copy is never put in place of the register."""
    files = vault.opened.files
    own = {one.resolve() for one in (files.database, files.keys, files.lock)}
    with suppress(OSError):
        if path.resolve() in own or (path.exists() and path.samefile(files.database)):
            raise _not_saved(path)


def _not_saved(path: Path) -> AppError:
    return AppError(
        _("{name} could not be saved.").format(name=path.name),
        hint=_("Close it if it is open in another program, or choose another folder."),
    )


def _write(path: Path, found: bytes) -> None:
    half = ""
    try:
        handle, half = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
        with os.fdopen(handle, "wb") as target:
            target.write(found)
            target.flush()
            os.fsync(target.fileno())
        Path(half).replace(path)
    except OSError:
        if half:
            with suppress(OSError):
                Path(half).unlink()
        raise _not_saved(path) from None
