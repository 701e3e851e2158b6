"""A file of which only the name and SHA-256 are kept: read through in the worker."""

import hashlib
import threading
from dataclasses import dataclass, field
from pathlib import Path

from gdpr_desktop.core.errors import AppError
from gdpr_desktop.core.text import _

_PIECE = 1024 * 1024  # bytes read at a time


@dataclass(frozen=True, slots=True, kw_only=True)
class FilePrint:
    """A file by its name and SHA-256 (hex); ``size`` in bytes."""

    name: str
    sha256: str
    size: int


@dataclass(slots=True)
class Reading:
    """How far the worker has come: written by the worker, read by the window."""

    total: int = 0
    done: int = 0
    stopped: threading.Event = field(default_factory=threading.Event)


def read_print(path: Path, reading: Reading) -> FilePrint:
    """Read the file through, a piece at a time; nothing of it is kept, and nothing is written.

    Raises ``AppError`` for a folder, for a file that cannot be read, and when it was stopped.
    """
    if path.is_dir():
        raise AppError(
            _("{name} is a folder.").format(name=path.name),
            hint=_("Choose one file at a time, or put the folder in a zip file first."),
        )
    digest = hashlib.sha256()
    try:
        reading.total = path.stat().st_size
        with path.open("rb") as source:
            while piece := source.read(_PIECE):
                if reading.stopped.is_set():
                    raise AppError(_("The file was not read to its end."))
                digest.update(piece)
                reading.done += len(piece)
    except OSError:
        raise AppError(
            _("{name} could not be read.").format(name=path.name),
            hint=_("See that it is still there, and that no other program keeps it locked."),
        ) from None
    return FilePrint(name=path.name, sha256=digest.hexdigest(), size=reading.done)
