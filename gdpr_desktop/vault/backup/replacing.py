"""Puts a proved pair of files in the place of the live one, so that a crash leaves old or new.

The new pair lies beside as ``NAME.register.incoming`` and ``NAME.keys.incoming``. Writing
``NAME.restoring`` is the one act that decides: from then on the renames are finished, now or when
the register is opened next; without it what is incoming is thrown away.

Anybody who may write in the folder can make such a pair and such a file. So the anchor follows
only what this machine decided itself, by its own note beside the anchor; else what was put in
place is checked against the anchor like any other file.
"""

import contextlib
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from gdpr_desktop.vault.anchor import AnchorFile
from gdpr_desktop.vault.backup import copying
from gdpr_desktop.vault.chain import Link
from gdpr_desktop.vault.files import remove_unfinished, replace_file, swap, sync_folder
from gdpr_desktop.vault.lock import VaultLock

if TYPE_CHECKING:
    from gdpr_desktop.vault.opening import VaultFiles

_MAX_BYTES = 16_384


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """The content of ``NAME.restoring``: what the replaced pair is called, the new anchor."""

    kept: str  # without suffix
    vault: str  # hexadecimal
    seq: int
    mac: str
    at: datetime


def incoming(path: Path) -> Path:
    """Where the file that shall become ``path`` waits."""
    return path.with_name(path.name + ".incoming")


def _marker(files: "VaultFiles") -> Path:
    return files.database.with_suffix(".restoring")


def decide(files: "VaultFiles", decided: Decided, anchors: Path) -> None:
    """From here on the new pair is the one. Raises ``OSError``, and then nothing is decided."""
    content, note = msgspec.json.encode(decided), _own_note(decided, anchors)
    for _attempt in range(2):  # without it the file looks rolled back, and an officer is asked
        with contextlib.suppress(OSError):
            note.parent.mkdir(parents=True, exist_ok=True)
            replace_file(note, content)
            break
    try:
        replace_file(_marker(files), content)
    except BaseException:
        with contextlib.suppress(OSError):
            note.unlink(missing_ok=True)
        raise


def is_decided(files: "VaultFiles") -> bool:
    """Was a restore decided and not finished?"""
    return _marker(files).exists()


def finish(files: "VaultFiles", anchors: Path) -> None:
    """Do the renames that are left. Only under the lock. Raises ``OSError``."""
    decided = _read(_marker(files))
    if decided is None:
        return
    for path in (files.database, files.keys):
        _replace(path, path.with_name(decided.kept + path.suffix))
    sync_folder(files.database.parent)
    note = _own_note(decided, anchors)
    if _read(note) == decided:
        _set_anchor(AnchorFile(anchors, bytes.fromhex(decided.vault)), decided)
    _marker(files).unlink(missing_ok=True)
    sync_folder(files.database.parent)
    with contextlib.suppress(OSError):
        note.unlink(missing_ok=True)


def _own_note(decided: Decided, anchors: Path) -> Path:
    return AnchorFile(anchors, bytes.fromhex(decided.vault)).beside(".restoring")


def _read(path: Path) -> Decided | None:
    """What was decided; None where nothing was, and for what is not ours. Raises ``OSError``."""
    with contextlib.suppress(FileNotFoundError, ValueError):  # also what msgspec says
        with path.open("rb") as file:
            decided = msgspec.json.decode(file.read(_MAX_BYTES), type=Decided)
        bytes.fromhex(decided.mac)
        named = bool(decided.kept) and Path(decided.kept).name == decided.kept
        if named and len(bytes.fromhex(decided.vault)) == 16:
            return decided
    return None


def _set_anchor(file: AnchorFile, decided: Decided) -> None:
    """Tried twice: a failure is passed over, and the restored file would look rolled back."""
    for _attempt in range(2):
        file.write(Link(seq=decided.seq, mac=bytes.fromhex(decided.mac)), decided.at)
        if (there := file.read()) and there.mac == decided.mac:
            return


def _replace(path: Path, kept: Path) -> None:
    fresh = incoming(path)
    if not fresh.exists():
        return  # done already
    # a journal left by a crash belongs to the old file: it would be played into the new one
    for suffix in ("-journal", ""):
        old = path.with_name(path.name + suffix)
        if old.exists():
            swap(old, kept.with_name(kept.name + suffix))
    swap(fresh, path)


def discard(files: "VaultFiles") -> None:
    """Throw away what is incoming, unless it was decided on."""
    if is_decided(files):
        return
    for path in (files.database, files.keys):
        copying.remove(incoming(path))
    remove_unfinished(_marker(files))


def finish_if_cut_short(files: "VaultFiles", anchors: Path) -> None:
    """Before a register is opened: finish a restore that a crash cut short.

    Raises ``InUseError``, ``VaultError``.
    """
    if not is_decided(files):
        return
    lock = VaultLock.take(files.lock)
    try:
        finish(files, anchors)
    finally:
        lock.release()
