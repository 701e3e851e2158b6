"""Onto the disk, whole or not at all, and read back before it is called done."""

import contextlib
import errno
import hashlib
import io
import os
import tempfile
import time
import zipfile
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from xml.etree import ElementTree

from gdpr_desktop.core.errors import AppError
from gdpr_desktop.core.text import _
from gdpr_desktop.letters.file_names import check_path
from gdpr_desktop.letters.word_styles import W

_TRIES = 5  # a virus scanner may hold the file for a moment


def save(
    data: bytes,
    expected: Sequence[str],
    path: Path,
    *,
    temporary: Path | None = None,
    kept: Path | None = None,
) -> str:
    """Writes a Word file to ``path`` and gives its SHA-256 in hex: see ``save_file``.

    ``expected`` is the text of every paragraph, in reading order.
    """
    check = partial(check_text, expected=expected)
    return save_file(data, path, temporary=temporary, kept=kept, check=check)


def save_file(
    data: bytes,
    path: Path,
    *,
    temporary: Path | None = None,
    kept: Path | None = None,
    check: Callable[[bytes], None] | None = None,
) -> str:
    """Writes ``data`` to ``path`` and gives its SHA-256 in hex.

    ``temporary`` is an empty file beside ``path`` that becomes the file, ``kept`` is where an old
    file is set aside for the caller to put back or delete; without it the old file is replaced.
    ``check`` looks at what was read back. Raises ``AppError``; then ``path`` is as it was, and
    nothing is left beside it but a file in ``kept``.
    """
    check_path(path)
    fresh: Path | None = None
    try:
        fresh = temporary or _new_file(path.parent)
        with fresh.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        written = fresh.read_bytes()
        if written != data:
            raise AppError(
                _("The letter was not written correctly to the disk."),
                hint=_("Save it in another place."),
            )
        if check is not None:
            check(written)
        if kept is not None and path.exists():
            _replace(path, kept)
        _replace(fresh, path)
        fresh = None
    except OSError as error:
        raise _disk_error(path, error) from error
    finally:
        if fresh:
            with contextlib.suppress(OSError):
                fresh.unlink(missing_ok=True)
    return hashlib.sha256(written).hexdigest()


def _new_file(folder: Path) -> Path:
    handle, name = tempfile.mkstemp(dir=folder, prefix=".letter-", suffix=".tmp")
    os.close(handle)
    return Path(name)


def check_text(data: bytes, expected: Sequence[str]) -> None:
    """Raises ``AppError`` when the Word file lacks a paragraph of the letter, or has another."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        root = ElementTree.fromstring(archive.read("word/document.xml"))  # noqa: S314 — our own text
    found = [text for text in map(_paragraph_text, root.iter(f"{{{W}}}p")) if text]
    if found != [text for text in expected if text]:
        raise AppError(
            _("The saved letter does not say the same as the preview, so it was not kept."),
            hint=_("Report this as an error in the program."),
        )


def _paragraph_text(paragraph: ElementTree.Element) -> str:
    pieces = []
    for element in paragraph.iter():
        if element.tag == f"{{{W}}}t":
            pieces.append(element.text or "")
        elif element.tag == f"{{{W}}}br":
            pieces.append("\n")
    return "".join(pieces)


def _replace(fresh: Path, path: Path) -> None:
    for attempt in range(_TRIES):
        try:
            fresh.replace(path)
            break
        except PermissionError:
            if attempt == _TRIES - 1:
                raise
            time.sleep(0.1)
    if os.name == "posix":
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def _disk_error(path: Path, error: OSError) -> AppError:
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return AppError(
            _("The folder {folder} does not exist.").format(folder=path.parent.name),
            hint=_("Choose another folder."),
        )
    if error.errno == errno.ENAMETOOLONG:
        return AppError(
            _("The name of the file is too long."),
            hint=_("Choose a shorter name, or a folder nearer to the top."),
        )
    if isinstance(error, PermissionError):
        return AppError(
            _("{name} cannot be written.").format(name=path.name),
            hint=_("Close it if it is open in Word, or choose another folder."),
        )
    return AppError(
        _("{name} cannot be written.").format(name=path.name),
        hint=_("Check that the disk has room, or choose another place."),
    )
