"""What proves a breach. The document lies in the archive: here are its name and SHA-256 only."""

import hashlib
import threading
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from gdpr_desktop.breaches.following.checks import evidence_problems
from gdpr_desktop.breaches.model import Evidence
from gdpr_desktop.breaches.service.base import opened, put, with_undo
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import AppError, RefusedError, require_valid
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.names import clean_line, clean_text
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.core.text import _
from gdpr_desktop.vault import Vault

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


def note_evidence(
    vault: Vault,
    case_id: CaseId,
    added: Evidence | None = None,
    *,
    removed: tuple[Evidence, ...] = (),
) -> Change:
    """Note a document that proves something, and take lines away. No document is touched.

    Who and when are those of the one who notes it.
    """
    with vault.begin(Deed.WORK_ON_CASE) as work:
        found = opened(work, case_id)
        if any(one not in found.evidence for one in removed):
            raise RefusedError(_("This is not in the list any more."))
        left = tuple(one for one in found.evidence if one not in removed)
        code = "breach_evidence_removed"
        if added is not None:
            kept = _cleaned(added, work.clock.today(), work.actor.name)
            require_valid(evidence_problems(kept, left))
            left, code = (*left, kept), "breach_evidence_added"
        if left == found.evidence:
            raise RefusedError(_("Nothing was changed."))
        undo = put(work, found, Deed.WORK_ON_CASE, code, "evidence", left)
    return with_undo(work.change, undo)


def _cleaned(evidence: Evidence, today: date, name: str) -> Evidence:
    return replace(
        evidence,
        what=clean_text(evidence.what),
        file_name=clean_line(evidence.file_name),
        archive=clean_line(evidence.archive),
        noted_on=today,
        by=name,
    )
