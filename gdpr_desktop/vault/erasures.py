"""The list of anonymised cases: in the file, and beside the anchors where no restore undoes it.

The list on the machine is authenticated under a key from the file, and holds ids and times only.
One that cannot be read, or was altered, counts as missing.
"""

import contextlib
import hmac
from collections.abc import Mapping
from datetime import datetime
from typing import Any

import msgspec
from sqlite_utils import Database

from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.vault import crypto
from gdpr_desktop.vault.files import replace_file
from gdpr_desktop.vault.secret import Secret
from gdpr_desktop.vault.vault import Vault

_SUFFIX = ".erased"
_MAX_BYTES = 50_000_000  # room for a million cases

Erased = dict[CaseId, datetime]  # when each case was anonymised


class _Listed(msgspec.Struct):
    erased: dict[str, datetime]
    mac: str


def in_file(db: Database) -> Erased:
    """The cases that the file itself knows were anonymised."""
    found = db.execute("SELECT case_id, at FROM erased_case ORDER BY case_id")
    return {CaseId(number): datetime.fromisoformat(at) for number, at in found}


def add(db: Database, case_id: CaseId, at: datetime) -> None:
    """Note it in the file, inside the unit of work; what was noted first stays."""
    db.execute(
        "INSERT OR IGNORE INTO erased_case (case_id, at) VALUES (?, ?)", [case_id, at.isoformat()]
    )


def drop_private_notes(db: Database, case_id: CaseId) -> None:
    """Take the officers' private notes of a case away, in a file that has them."""
    there = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'private_note'"
    if db.execute(there).fetchone():
        db.execute("DELETE FROM private_note WHERE case_id = ?", [case_id])


def on_machine(vault: Vault) -> Erased:
    """The cases that this machine knows were anonymised in this vault."""
    path = vault.opened.anchor.beside(_SUFFIX)
    try:
        with path.open("rb") as file:
            listed = msgspec.json.decode(file.read(_MAX_BYTES), type=_Listed)
        erased = {CaseId(int(number)): at for number, at in listed.erased.items()}
    except (OSError, ValueError, msgspec.MsgspecError):
        return {}
    right = _mac(vault, listed.erased)
    return erased if hmac.compare_digest(right, listed.mac) else {}


def remember(vault: Vault) -> None:
    """Bring the list on the machine up to date. A failure is passed over: unlocking tries again."""
    seen = on_machine(vault)
    known = {**in_file(vault.db), **seen}
    if known == seen:
        return
    listed = {str(number): at for number, at in sorted(known.items())}
    path = vault.opened.anchor.beside(_SUFFIX)
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        written = msgspec.json.encode(_Listed(erased=listed, mac=_mac(vault, listed)))
        replace_file(path, written)


def _mac(vault: Vault, listed: Mapping[str, Any]) -> str:
    # the first key of the journal outlives every change of database key and every restore
    row = vault.db.execute("SELECT key FROM journal_key ORDER BY from_seq LIMIT 1").fetchone()
    key = crypto.subkey(Secret(row[0]), f"erased {vault.opened.vault.hex()}")
    return crypto.mac(key, msgspec.json.encode(listed)).hex()
