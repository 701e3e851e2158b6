"""Documents that are no letters, reports and forms: exported, and noted where they must be."""

import secrets
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from gdpr_desktop.casework import service as casework
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.correspondence.places import refuse_place
from gdpr_desktop.vault import Vault

if TYPE_CHECKING:
    from gdpr_desktop.letters import Letter

Record = Callable[["Letter", Path, str], Change]  # the document, its place, its SHA-256 in hex


def export_document(vault: Vault, letter: "Letter", path: Path, record: Record | None) -> Change:
    """Write ``letter`` to ``path``, and have ``record`` note it in a unit of work of its own.

    The caller has asked before an existing file is replaced. Where the file cannot be written or
    noted, the place is as it was before. Raises ``AppError``.
    """
    refuse_place(vault, path)
    if record is None:
        letter.save(path, vault.letterhead())
        return Change(kinds=frozenset())
    kept = path.with_name(f".letter-{secrets.token_hex(4)}.old")
    try:
        sha256 = letter.save(path, vault.letterhead(), kept=kept)
    except BaseException:
        _put_back(kept, path)
        raise
    try:
        change = record(letter, path.absolute(), sha256)
    except BaseException:
        with suppress(OSError):
            path.unlink(missing_ok=True)
        _put_back(kept, path)
        raise
    with suppress(OSError):
        kept.unlink(missing_ok=True)
    return change


def record_document(
    vault: Vault, case_id: CaseId, letter: "Letter", path: Path, sha256: str
) -> Change:
    """Keep the document on the timeline like a letter, so that its local copy is not forgotten."""
    return casework.record_letter(
        vault,
        case_id,
        template=letter.template,
        language=letter.language.value,
        path=path.absolute(),
        sha256=sha256,
    )


def _put_back(kept: Path, path: Path) -> None:
    """The file that was replaced, if there was one."""
    with suppress(OSError):
        if kept.exists():
            kept.replace(path)
