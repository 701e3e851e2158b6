"""An export is noted before its first byte is written, so that a crash leaves nothing unknown.

1. A row is committed, and then an empty file, or a folder, is made beside the place: none is there
   that no row knows.
2. The letter is written into it, an older file is set aside, the new one takes its name: renames
   only, so that putting back needs no room on a full disk.
3. The case and the row are committed together: from here on the letter stays.
4. The file set aside is deleted, then the row.

What fails before 3 is undone at once; what a crash cut short is undone, or ended, by ``clear_up``
at the next unlock.
"""

import dataclasses
import os
import secrets
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import Any

from gdpr_desktop.casework.exports import store
from gdpr_desktop.casework.exports.manifest import remove_listed, remove_unfinished
from gdpr_desktop.casework.exports.store import Export
from gdpr_desktop.core.errors import AppError
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.text import _
from gdpr_desktop.vault import Vault

_PAUSES = (0.0, 0.05, 0.1, 0.2, 0.4)  # seconds; a virus scanner may hold a file that long
_TEMPORARY = ".tmp"


@contextmanager
def exporting(vault: Vault, case_id: CaseId, path: Path) -> Iterator[Export]:
    """Around an export to ``path``: the letter goes to ``temporary``, an old file to ``kept``.

    Inside, the unit of work that records the letter calls ``mark_recorded``. After an error the
    file at ``path`` is as it was, with nothing beside it. Raises ``AppError`` where no file can be
    made.
    """
    begun = begin(vault, case_id, path)
    try:
        yield begun
    finally:
        settle(vault, begun)


def mark_recorded(work: Any, export: Export) -> None:
    """To be committed with the letter's record."""
    store.mark_recorded(work.db, export.id)


def clear_up(vault: Vault) -> tuple[str, ...]:
    """End or undo what a crash cut short; sentences about it for the person.

    Rows of a disk that is not connected wait for it.
    """
    if vault.read_only:
        return ()
    told = []
    for export in store.begun(vault.db):
        if not export.path.parent.is_dir():
            continue
        done = export.recorded or _undo(export)
        if not (_written_removed(export) and _removed(export.kept) and done):
            told.append(_left_words(export))
            continue
        with vault.begin_upkeep() as work:
            store.delete(work.db, export.id)
            if not export.recorded:
                work.log(export.case_id, "export_undone")
        if not export.recorded:
            told.append(_undone_words(export))
            told += [_others_words(path) for path in _folders_left(export)]
    return tuple(told)


def begin(vault: Vault, case_id: CaseId, path: Path, *, folder: bool = False) -> Export:
    """The first step of an export that a worker writes; ``settle`` is the last, however it went.

    ``folder``: ``path`` becomes a folder of files, and ``temporary`` is one.
    """
    path = path.absolute()
    name = f".letter-{secrets.token_hex(4)}"
    temporary, kept = path.with_name(f"{name}{_TEMPORARY}"), path.with_name(f"{name}.old")
    export = Export(id=0, case_id=case_id, path=path, temporary=temporary, kept=kept)
    with vault.begin_upkeep() as work:
        export = dataclasses.replace(export, id=store.insert(work.db, export))
    try:
        file_id = _made(temporary, folder=folder)
        with vault.begin_upkeep() as work:
            store.set_file_id(work.db, export.id, file_id)
    except OSError as error:
        settle(vault, export)
        raise _cannot_write(path, error) from None
    except BaseException:
        settle(vault, export)
        raise
    return dataclasses.replace(export, file_id=file_id)


def _made(temporary: Path, *, folder: bool) -> str:
    if folder:
        temporary.mkdir(mode=0o700)
    else:
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
        os.close(os.open(temporary, flags, 0o600))
    return _file_id(temporary)


def take_place(export: Export) -> None:
    """What was written becomes ``export.path``; a file that is there is set aside.

    Renames only. Raises ``AppError``; a folder never takes the place of anything.
    """
    try:
        if export.path.exists():
            if export.temporary.is_dir():
                raise FileExistsError
            export.path.replace(export.kept)
        export.temporary.replace(export.path)
    except FileExistsError:
        raise AppError(
            _("«{name}» is there from before.").format(name=export.path.name),
            hint=_("Choose another name or another folder."),
        ) from None
    except OSError as error:
        raise _cannot_write(export.path, error) from None


def settle(vault: Vault, export: Export) -> None:
    """Make the files agree with the case. Where that fails the next unlock tries again."""
    try:
        recorded = store.is_recorded(vault.db, export.id)
    except AppError:
        return
    if _removed(export.kept) if recorded else _undo(export):
        with suppress(AppError), vault.begin_upkeep() as work:
            store.delete(work.db, export.id)


def _undo(export: Export) -> bool:
    """Put things back as before; was all put back that is ours?

    A folder that was left behind may hold what somebody has put there since: that stays.
    """
    done = True
    if _is_ours(export):
        done = _removed(export.path)
    if export.kept.exists():
        done = done and _quietly(lambda: export.kept.replace(export.path))
    return _written_removed(export) and done


def _written_removed(export: Export) -> bool:
    """Is what was written in gone? Before it was noted as made it is empty, or not ours."""
    with suppress(OSError):
        if not export.file_id and export.temporary.stat().st_size and export.temporary.is_file():
            return True
    return _removed(export.temporary)


def _is_ours(export: Export) -> bool:
    with suppress(OSError):
        return _file_id(export.path) == export.file_id
    return False


def _removed(path: Path) -> bool:
    return _quietly(partial(_remove, path))


def _remove(path: Path) -> None:
    if not path.is_dir() or path.is_symlink():
        path.unlink(missing_ok=True)
    elif path.suffix == _TEMPORARY:
        remove_unfinished(path)
    else:
        remove_listed(path)


def _folders_left(export: Export) -> list[Path]:
    """Those of an export undone that hold what is not ours."""
    places = [export.path] if _is_ours(export) else []
    return [path for path in (*places, export.temporary) if path.is_dir()]


def _quietly(call: Callable[[], object]) -> bool:
    """Did it succeed, perhaps at a later try?"""
    for pause in _PAUSES:
        time.sleep(pause)
        with suppress(OSError):
            call()
            return True
    return False


def _file_id(path: Path) -> str:
    found = path.stat()
    return f"{found.st_dev}-{found.st_ino}"


def _cannot_write(path: Path, error: OSError) -> AppError:
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return AppError(
            _("The folder {folder} does not exist.").format(folder=path.parent.name),
            hint=_("Choose another folder."),
        )
    return AppError(
        _("Nothing can be saved in the folder {folder}.").format(folder=path.parent.name),
        hint=_("Check that the disk has room, or choose another folder."),
    )


def _undone_words(export: Export) -> str:
    text = _("The export of {name} was cut short, and has been undone.")
    return text.format(name=export.path.name) + " " + _("Export the letter once more.")


def _left_words(export: Export) -> str:
    text = _(
        "The export of {name} was cut short, and something of it is left in the folder {folder}."
    )
    hint = _("Close the file if it is open, lock the register and unlock it again.")
    return text.format(name=export.path.name, folder=export.path.parent.name) + " " + hint


def _others_words(folder: Path) -> str:
    text = _(
        "There are files in the folder {folder} that are not as the program saved them, or not"
        " from it. They were left there."
    )
    return text.format(folder=folder.name) + " " + _("Look at them, and delete what is not needed.")
