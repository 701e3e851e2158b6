"""Small files written whole or not at all."""

import contextlib
import glob
import os
import secrets
import time
from pathlib import Path

_RETRIES = (0.02, 0.05, 0.1, 0.2, 0.4)  # seconds; an antivirus program holds a file that long


def replace_file(path: Path, content: bytes, *, durable: bool = True) -> None:
    """Write ``content`` beside ``path`` and swap it in; mode 0600. Raises ``OSError``.

    After an error the old file is as it was and nothing is left beside it. ``durable`` waits
    for the disk.
    """
    fresh = path.with_name(f"{path.name}.{secrets.token_hex(4)}.new")
    try:
        write_new(fresh, content, durable=durable)
        swap(fresh, path)
    except BaseException:
        with contextlib.suppress(OSError):
            fresh.unlink(missing_ok=True)
        raise
    if durable:
        sync_folder(path.parent)


def remove_unfinished(path: Path) -> None:
    """Take away what ``replace_file`` left when the disk refused even to clean up."""
    with contextlib.suppress(OSError):
        for leftover in path.parent.glob(f"{glob.escape(path.name)}.*.new"):
            with contextlib.suppress(OSError):
                leftover.unlink()


def write_new(path: Path, content: bytes, *, durable: bool = True) -> None:
    """Write a file that is not there yet; mode 0600. Raises ``OSError``."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    descriptor = os.open(path, flags, 0o600)
    try:
        left = memoryview(content)
        while left:
            left = left[os.write(descriptor, left) :]
        if durable:
            os.fsync(descriptor)
    finally:
        os.close(descriptor)


def swap(fresh: Path, path: Path) -> None:
    """Rename ``fresh`` to ``path``, which it replaces; patient with antivirus programs."""
    for pause in _RETRIES:
        try:
            fresh.replace(path)
            return
        except PermissionError:
            time.sleep(pause)
    fresh.replace(path)


def sync_folder(folder: Path) -> None:
    """Make a rename in ``folder`` last, where the system can be asked to."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
