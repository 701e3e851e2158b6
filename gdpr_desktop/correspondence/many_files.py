"""Many letters onto the disk, in the worker: each is read back, and none is kept in memory.

File names are running numbers: nothing in them names a person.
"""

import hashlib
import os
import shutil
import threading
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from gdpr_desktop.casework.exports.manifest import INDEX, manifest_line
from gdpr_desktop.core.errors import AppError
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import N_, _
from gdpr_desktop.letters.blocks import paragraph_texts
from gdpr_desktop.letters.saving import check_text

if TYPE_CHECKING:
    from gdpr_desktop.letters import Letter

_FILE = N_("File")


class Shape(StrEnum):
    """What the letters become."""

    FOLDER = "folder"  # a file for each, in a new folder
    LONG = "long"  # one Word file, a new page for each


@dataclass(slots=True)
class Watch:
    """How far the worker has come, and whether it should stop. Shared between the threads."""

    done: int = 0
    _stop: threading.Event = field(default_factory=threading.Event)

    def stop(self) -> None:
        """Ask the worker to stop."""
        self._stop.set()

    @property
    def stopped(self) -> bool:
        """Was it asked to?"""
        return self._stop.is_set()


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What lies ready: how many letters, and the SHA-256 in hex of the long file or of the list.

    ``listed`` is the name of that list in the folder; empty for a long file.
    """

    count: int
    sha256: str
    listed: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stack:
    """The letters to write, made as they are asked for. ``index`` makes a workbook that says which
    number is whose; None: it is not wanted."""

    letters: Iterable["Letter"]
    letterhead: bytes | None
    index: Callable[[], bytes] | None = None


def write(
    stack: Stack, shape: Shape, place: Path, watch: Watch, *, listed: str = ""
) -> Written | None:
    """All letters to ``place``, an empty folder or file; None when it was stopped.

    ``listed`` is the name of the list of SHA-256 in a folder. Whatever stops it, nothing is left
    at ``place``. Raises ``AppError``.
    """
    written = None
    try:
        if shape is Shape.LONG:
            written = _long(stack, place, watch)
        else:
            written = _folder(stack, place, watch, listed)
    except OSError as error:
        raise _disk_error(place, error) from error
    finally:
        if written is None:
            _clear(place)
    return written


def index_book(
    language: Language, headers: Sequence[str], widths: Sequence[int], rows: Iterable[Sequence[str]]
) -> bytes:
    """A workbook with a line to each letter: the number of its file, and whose it is."""
    from gdpr_desktop.letters.sheet import Writer, new_book, saved

    title = _("The letters", language=language)
    book = new_book(title, "", language)
    sheet = book.create_sheet(title)
    writer = Writer(sheet)
    lines = [(f"{number:04d}", *row) for number, row in enumerate(rows, 1)]
    writer.set_up(1, (10, *widths), len(lines))
    writer.table([_(text, language=language) for text in (_FILE, *headers)], lines)
    return saved(book)


def _folder(stack: Stack, folder: Path, watch: Watch, listed: str) -> Written | None:
    number = 0
    with (folder / listed).open("xb") as list_file:
        for number, letter in enumerate(stack.letters, 1):
            if watch.stopped:
                return None
            data = letter.docx(stack.letterhead)
            check_text(data, tuple(paragraph_texts(letter.blocks)))
            name = f"{number:04d}.docx"
            list_file.write(manifest_line(name, _put(folder / name, data)))
            watch.done = number
        if stack.index is not None:
            list_file.write(manifest_line(INDEX, _put(folder / INDEX, stack.index())))
        list_file.flush()
        os.fsync(list_file.fileno())
    digest = hashlib.sha256((folder / listed).read_bytes()).hexdigest()
    return Written(count=number, sha256=digest, listed=listed)


def _put(path: Path, data: bytes) -> str:
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    if path.read_bytes() != data:
        raise AppError(
            _("The letter was not written correctly to the disk."),
            hint=_("Save it in another place."),
        )
    return hashlib.sha256(data).hexdigest()


def _long(stack: Stack, path: Path, watch: Watch) -> Written | None:
    from gdpr_desktop.letters.long_file import LongFile, check_long_file

    with path.open("wb") as file:
        long_file = LongFile(file, stack.letterhead)
        try:
            for number, letter in enumerate(stack.letters, 1):
                if watch.stopped:
                    return None
                long_file.add(letter)
                watch.done = number
            long_file.close()
        finally:
            long_file.abandon()  # after ``close`` nothing is left to let go of
        file.flush()
        os.fsync(file.fileno())
    check_long_file(path, long_file.digest)
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return Written(count=long_file.count, sha256=digest)


def _clear(place: Path) -> None:
    with suppress(OSError):  # what cannot go now goes at the next unlock: see casework.exports
        if place.is_dir():
            shutil.rmtree(place)
        else:
            place.unlink(missing_ok=True)


def _disk_error(place: Path, error: OSError) -> AppError:
    text = _("The letters could not be saved in the folder {folder}. Nothing is left of them.")
    hint = _("Check that the disk has room, or choose another place.")
    if isinstance(error, FileNotFoundError):
        hint = _("Check that the disk is connected, or choose another place.")
    return AppError(text.format(folder=place.parent.name), hint=hint)
