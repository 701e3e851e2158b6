"""A file onto the disk, whole or not at all, and read back before it is called done."""

import contextlib
import hashlib
import os
import secrets
from pathlib import Path

from gdpr_desktop.core.errors import AppError
from gdpr_desktop.core.paths import is_too_long
from gdpr_desktop.core.text import _


def write_whole(data: bytes, path: Path, *, own: Path) -> str:
    """Write ``data`` to ``path`` by way of a file beside it; gives its SHA-256 in hex.

    ``own`` is the register: it and its keys are never written over. Raises ``AppError``; then
    ``path`` is as it was.
    """
    _refuse(path, own)
    fresh = path.with_name(f".record-{secrets.token_hex(4)}.tmp")
    try:
        with fresh.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if fresh.read_bytes() != data:
            raise AppError(
                _("The file was not written correctly to the disk."),
                hint=_("Save it in another place."),
            )
        fresh.replace(path)
    except PermissionError:
        raise AppError(
            _("{name} cannot be written.").format(name=path.name),
            hint=_("Close it if it is open in another program, or choose another folder."),
        ) from None
    except OSError:
        raise AppError(
            _("{name} cannot be written.").format(name=path.name),
            hint=_("Check that the disk has room, or choose another place."),
        ) from None
    finally:
        with contextlib.suppress(OSError):
            fresh.unlink(missing_ok=True)
    return hashlib.sha256(data).hexdigest()


def _refuse(path: Path, own: Path) -> None:
    from gdpr_desktop.letters.file_names import check_path

    check_path(path)
    keys = {own.with_suffix(suffix).absolute() for suffix in (own.suffix, ".keys", ".lock")}
    if path.absolute() in keys or is_too_long(path):
        raise AppError(
            _("{name} cannot be written.").format(name=path.name),
            hint=_("Choose another name or another folder."),
        )
    if path.exists() and not path.is_file():
        raise AppError(
            _("{name} is not a file.").format(name=path.name), hint=_("Choose another name.")
        )
