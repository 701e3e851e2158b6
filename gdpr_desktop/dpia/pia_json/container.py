"""The file itself: JSON, or a zip with JSON and other files in it. Nothing of it is trusted."""

import json
import lzma
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from gdpr_desktop.core.errors import AppError
from gdpr_desktop.core.text import _
from gdpr_desktop.dpia.pia_json.cleaning import clean_name
from gdpr_desktop.dpia.pia_json.model import Finding, FindingCode, PiaFile

LARGEST_JSON = 25_000_000  # bytes: it is kept as an attachment too
_MOST_FILES = 500
_EACH = 25_000_000  # bytes of one attachment
_ALL_FILES = 250_000_000  # bytes of attachments together
_BROKEN = (zipfile.BadZipFile, zlib.error, lzma.LZMAError)
_MADE = frozenset({"doc", "csv", "images"})  # folders that the program makes itself


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """The object in the file, and what lay beside it."""

    raw: dict[str, Any]
    source: bytes
    files: tuple[PiaFile, ...] = ()
    findings: tuple[Finding, ...] = ()


def open_file(path: Path) -> Opened:
    """Read a ``.json``, or a ``.zip`` with one in it. Raises ``AppError`` for anything else."""
    try:
        if zipfile.is_zipfile(path):
            return _open_zip(path)
        if path.stat().st_size > LARGEST_JSON:
            raise _too_large()
        source = path.read_bytes()
    except (OSError, RuntimeError, EOFError, *_BROKEN) as error:
        raise AppError(
            _("The file could not be read: {name}.").format(name=path.name),
            hint=_("It may be damaged, locked or encrypted. Ask for it once more."),
        ) from error
    return Opened(raw=_decoded(source), source=source)


def _decoded(source: bytes) -> dict[str, Any]:
    text = source.decode("utf-8-sig", errors="replace")
    try:
        raw = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise AppError(
            _("This is not a file of the program PIA: it is not JSON, or it is cut short."),
            hint=_("Save the assessment in PIA as .json once more, and take in that file."),
        ) from error
    if not isinstance(raw, dict) or not isinstance(raw.get("pia"), dict):
        raise AppError(
            _("This is not an assessment of the program PIA: the part «pia» is missing."),
            hint=_("A template or a knowledge base cannot be taken in. Choose an assessment."),
        )
    return raw


def _open_zip(path: Path) -> Opened:
    with zipfile.ZipFile(path) as packed:
        inside = [one for one in packed.infolist() if not one.is_dir()]
        found = [one for one in inside if one.filename.lower().endswith(".json")]
        found.sort(key=_depth)
        if not found:
            raise AppError(
                _("There is no assessment in the zip file."),
                hint=_("It must hold the .json file that PIA made."),
            )
        chosen = found[0]
        if chosen.file_size > LARGEST_JSON:
            raise _too_large()
        source = packed.read(chosen)
        raw = _decoded(source)
        files, findings = _beside(packed, [one for one in inside if one is not chosen])
    return Opened(raw=raw, source=source, files=files, findings=findings)


def _depth(info: zipfile.ZipInfo) -> tuple[int, str]:
    return len(PurePosixPath(info.filename).parts), info.filename


def _beside(
    packed: zipfile.ZipFile, others: list[zipfile.ZipInfo]
) -> tuple[tuple[PiaFile, ...], tuple[Finding, ...]]:
    files: list[PiaFile] = []
    findings: list[Finding] = []
    room = _ALL_FILES
    for info in others:
        if not _is_attachment(info):
            continue
        name = clean_name(PurePosixPath(info.filename.replace("\\", "/")).name)
        if info.file_size > min(_EACH, room) or len(files) >= _MOST_FILES:
            findings.append(Finding(code=FindingCode.ATTACHMENT_TOO_LARGE, detail=name))
            continue
        content = packed.read(info)
        room -= len(content)
        files.append(PiaFile(name=name, content=content))
    return tuple(files), tuple(findings)


def _is_attachment(info: zipfile.ZipInfo) -> bool:
    parts = PurePosixPath(info.filename.replace("\\", "/")).parts
    if len(parts) < 2 or parts[0] == "__MACOSX" or parts[-1].startswith("."):
        return False  # beside the .json lie only what the program made from it
    return not any(part.lower() in _MADE for part in parts[:-1])


def _too_large() -> AppError:
    return AppError(
        _("The file is too large to be an assessment."),
        hint=_("More than {size} MB is not read.").format(size=LARGEST_JSON // 1_000_000),
    )
