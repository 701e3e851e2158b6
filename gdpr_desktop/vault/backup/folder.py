"""The folder for backups: which lie there, what new ones are called, which may go."""

import contextlib
import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from gdpr_desktop.core.clock import OSLO
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import _
from gdpr_desktop.vault.backup import format as file_format
from gdpr_desktop.vault.backup.errors import BackupError
from gdpr_desktop.vault.backup.format import SUFFIX, Journal, Manifest
from gdpr_desktop.vault.backup.thinning import Entry, superfluous

_DATED = re.compile(r" [0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{4}( \([0-9]+\))?$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A file in the folder. ``problem`` is the sentence when it cannot be read."""

    path: Path
    size: int
    manifest: Manifest | None = None
    problem: str = ""


def default_folder(register: Path) -> Path:
    """A folder beside the register, whatever language it was made in."""
    names = [_("Backups", language=language) for language in Language]
    here = [register.with_name(name) for name in dict.fromkeys([*names, "Backups"])]
    return next((folder for folder in here if folder.is_dir()), register.with_name(_("Backups")))


def file_name(register: Path, made: datetime, folder: Path) -> Path:
    """``NAME 2026-11-22 0504.backup``, or with a number where that is taken."""
    stem = f"{register.stem} {made.astimezone(OSLO):%Y-%m-%d %H%M}"
    path, number = folder / f"{stem}{SUFFIX}", 1
    while path.exists():
        number += 1
        path = folder / f"{stem} ({number}){SUFFIX}"
    return path


def register_name(backup: Path) -> str:
    """The name of the register by the name of its backup."""
    return _DATED.sub("", backup.stem) or backup.stem


def list_backups(folder: Path, vault: bytes) -> tuple[Found, ...]:
    """All backups of this vault in ``folder``, newest first, and those that cannot be read.

    Only their heads are read. Raises ``OSError`` when the folder is not there.
    """
    found = []
    for path in folder.iterdir():
        if path.suffix == SUFFIX and path.is_file():
            one = look_at(path)
            if one.manifest is None or one.manifest.vault == vault.hex():
                found.append(one)
    known = [one for one in found if one.manifest]
    known.sort(key=_made, reverse=True)
    unknown = sorted((one for one in found if not one.manifest), key=lambda one: one.path.name)
    return (*known, *unknown)


def look_at(path: Path) -> Found:
    """What the head of one file says."""
    size = 0
    try:
        size = path.stat().st_size
        return Found(path=path, size=size, manifest=file_format.read_head(path).manifest)
    except BackupError as error:
        return Found(path=path, size=size, problem=error.text)
    except OSError:
        return Found(path=path, size=size, problem=_("The file cannot be read."))


def _made(found: Found) -> tuple[datetime, int]:
    assert found.manifest is not None
    return found.manifest.made, found.manifest.seq


def thin(folder: Path, vault: bytes) -> tuple[Path, ...]:
    """Delete what the rule lets go; returns what went. Files that cannot be read stay."""
    entries = {found.path.name: found for found in list_backups(folder, vault) if found.manifest}
    gone = []
    for entry in superfluous(_entry(found) for found in entries.values()):
        with contextlib.suppress(OSError):
            entries[entry.name].path.unlink()
            gone.append(entries[entry.name].path)
    return tuple(gone)


def _entry(found: Found) -> Entry:
    assert found.manifest is not None
    return Entry(
        name=found.path.name,
        made=found.manifest.made,
        seq=found.manifest.seq,
        verified=found.manifest.journal is not Journal.ALTERED,
    )


def part_name(final: Path, vault: bytes) -> Path:
    """What a backup is called until it is proved."""
    return final.with_name(f"{final.name}.{vault.hex()[:8]}.part")


def remove_leftovers(folder: Path, vault: bytes) -> None:
    """Take away what a backup that was cut short left. Only while the register is locked by us."""
    with contextlib.suppress(OSError):
        for leftover in folder.glob(f"*{SUFFIX}.{vault.hex()[:8]}.part"):
            with contextlib.suppress(OSError):
                leftover.unlink()
