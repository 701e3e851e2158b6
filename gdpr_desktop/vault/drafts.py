"""What a person has typed and not saved: kept in the file, readable by that person alone.

The key comes from the private half of the user's own key pair, which only the user's password
opens: another user, and whoever has the database key, sees that there is a draft, not what it
says. After a reset of the password the key pair is another, and older drafts are lost on purpose.

Drafts are upkeep: no role is asked, nothing is journalled, no ``Change`` is told.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import msgspec

from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.vault import crypto
from gdpr_desktop.vault.reading import Row, first, rows
from gdpr_desktop.vault.secret import Secret
from gdpr_desktop.vault.vault import Vault

_COLUMNS = "id, form, case_id, content, saved_at"
_PLACE = "user_id = ? AND form = ? AND coalesce(case_id, 0) = ?"


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One form as it was typed so far. ``data`` is whatever JSON can hold, by name."""

    form: str
    case_id: CaseId | None
    saved_at: datetime
    data: Mapping[str, Any]


def save(vault: Vault, form: str, case_id: CaseId | None, data: Mapping[str, Any]) -> Draft:
    """Keep ``data`` in place of the user's draft of the same form and case.

    Raises ``VaultError`` when there is no room, ``RefusedError`` in a place that is read only.
    """
    now = vault.clock.now()
    content = Secret(msgspec.json.encode(data))
    box = crypto.wrap(vault.opened.drafts_key, content, _context(vault, form, case_id))
    with vault.begin_upkeep() as work:
        work.db.execute(f"DELETE FROM draft WHERE {_PLACE}", _place(vault, form, case_id))
        work.db.execute(
            "INSERT INTO draft (user_id, form, case_id, content, saved_at) VALUES (?, ?, ?, ?, ?)",
            [vault.actor.user_id, form, case_id, box, now.isoformat()],
        )
    return Draft(form=form, case_id=case_id, saved_at=now, data=data)


def load(vault: Vault, form: str, case_id: CaseId | None) -> Draft | None:
    """The user's draft of this form and case; None where there is none that can be read."""
    sql = f"SELECT {_COLUMNS} FROM draft WHERE {_PLACE}"
    row = first(vault.db, sql, _place(vault, form, case_id))
    return _opened(vault, row) if row else None


def discard(vault: Vault, form: str, case_id: CaseId | None) -> None:
    """Drop the user's draft of this form and case, if there is one. Raises ``VaultError``."""
    place = _place(vault, form, case_id)
    if vault.read_only or not first(vault.db, f"SELECT id FROM draft WHERE {_PLACE}", place):
        return
    with vault.begin_upkeep() as work:
        work.db.execute(f"DELETE FROM draft WHERE {_PLACE}", place)


def all_of(vault: Vault) -> tuple[Draft, ...]:
    """The user's drafts, newest first, without those that cannot be read."""
    found = (_opened(vault, row) for row in _own_rows(vault))
    return tuple(draft for draft in found if draft is not None)


def drop_unreadable(vault: Vault) -> int:
    """Drop the user's drafts from before the password was reset; how many there were."""
    lost = [row["id"] for row in _own_rows(vault) if _opened(vault, row) is None]
    if lost and not vault.read_only:
        with vault.begin_upkeep() as work:
            for number in lost:
                work.db.execute("DELETE FROM draft WHERE id = ?", [number])
    return len(lost)


def _own_rows(vault: Vault) -> tuple[Row, ...]:
    sql = f"SELECT {_COLUMNS} FROM draft WHERE user_id = ? ORDER BY saved_at DESC, id DESC"
    return tuple(rows(vault.db, sql, [vault.actor.user_id]))


def _opened(vault: Vault, row: Row) -> Draft | None:
    case_id = None if row["case_id"] is None else CaseId(row["case_id"])
    context = _context(vault, row["form"], case_id)
    try:
        content = crypto.unwrap(vault.opened.drafts_key, bytes(row["content"]), context)
    except crypto.NotOpenedError:
        return None
    return Draft(
        form=row["form"],
        case_id=case_id,
        saved_at=datetime.fromisoformat(row["saved_at"]),
        data=msgspec.json.decode(content.reveal(), type=dict[str, Any]),
    )


def _place(vault: Vault, form: str, case_id: CaseId | None) -> list[object]:
    return [vault.actor.user_id, form, case_id or 0]


def _context(vault: Vault, form: str, case_id: CaseId | None) -> bytes:
    parts = ["draft", vault.opened.vault.hex(), vault.actor.user_id, form, case_id]
    return json.dumps(parts).encode()
