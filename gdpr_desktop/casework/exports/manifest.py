"""Many letters that were saved together: a small file beside them says which, and what is in each.

One line to a file, as ``sha256sum`` writes it. The case keeps the SHA-256 of this file, and so of
every letter; nothing in it names a person.
"""

import hashlib
import re
from contextlib import suppress
from pathlib import Path

from gdpr_desktop.core.errors import AppError, RefusedError
from gdpr_desktop.core.text import _, ngettext

SUFFIX = ".sha256"
INDEX = "index.xlsx"  # which letter is whose, where it was asked for
_LETTER = re.compile(r"[0-9]{4,}\.docx")


def manifest_line(name: str, digest: str) -> bytes:
    """The line of one file, by its SHA-256 in hex."""
    return f"{digest} *{name}\n".encode()


def is_manifest(path: Path) -> bool:
    """Does the file stand for many?"""
    return path.suffix == SUFFIX


def delete_listed(path: Path) -> None:
    """Delete the files that the list names, the list, and the folder where nothing else is in it.

    The caller has seen that the list is as it was written. What is gone already is fine; where a
    file has been changed, nothing is deleted. Raises ``AppError``.
    """
    if not path.exists():
        if any(path.parent.glob("*.docx")):  # of the list alone: they would be said to be gone
            raise RefusedError(_cannot_delete(path).text, hint=_others_words())
        return  # with the folder, or moved to the archive
    try:
        files = [(path.with_name(name), digest) for name, digest in _listed(path)]
        changed = sum(_is_another(file, digest) for file, digest in files)
    except OSError:  # Word keeps what it has open from being read, too
        raise _cannot_delete(path) from None
    if changed:
        text = ngettext(
            "{count} of the letters is not as it was saved here.",
            "{count} of the letters are not as they were saved here.",
            changed,
        )
        raise RefusedError(
            text.format(count=changed),
            hint=_others_words(),
        )
    try:
        for file, _digest in files:
            file.unlink(missing_ok=True)
        path.unlink()
    except OSError:
        raise _cannot_delete(path) from None
    with suppress(OSError):
        path.parent.rmdir()


def remove_listed(folder: Path) -> None:
    """Take away what an export that was cut short left in ``folder``, and nothing else.

    That is what its list names and holds as it was written, the list, and the folder when it is
    empty then. Raises ``OSError`` for what cannot go now; the list goes last, for the next try.
    """
    for path in folder.glob(f"*{SUFFIX}"):
        if path.stem != folder.name:
            continue
        for file, digest in [(path.with_name(name), digest) for name, digest in _listed(path)]:
            if not _is_another(file, digest):
                file.unlink(missing_ok=True)
        path.unlink()
    _remove_empty(folder)


def remove_unfinished(folder: Path) -> None:
    """Take away what was written in a folder that has no name yet: by the names that we give.

    Its list may be cut short. What has another name stays, and the folder with it. Raises
    ``OSError`` for what cannot go now.
    """
    for path in list(folder.iterdir()):
        ours = _LETTER.fullmatch(path.name) or path.name == INDEX or path.suffix == SUFFIX
        if ours and path.is_file():
            path.unlink(missing_ok=True)
    _remove_empty(folder)


def _remove_empty(folder: Path) -> None:
    if next(folder.iterdir(), None) is None:
        folder.rmdir()


def _others_words() -> str:
    return _("Somebody has changed them, or saved others. Delete them yourself.")


def _cannot_delete(path: Path) -> AppError:
    return AppError(
        _("The letters in {name} could not be deleted.").format(name=path.parent.name),
        hint=_("Close them if they are open in Word, and see that the disk is connected."),
    )


def _listed(path: Path) -> list[tuple[str, str]]:
    lines = (line.partition(" *") for line in path.read_text(encoding="utf-8").splitlines())
    return [(Path(name).name, digest) for digest, _star, name in lines if name]


def _is_another(file: Path, digest: str) -> bool:
    return file.is_file() and hashlib.sha256(file.read_bytes()).hexdigest() != digest
