"""Rows of ``breach_recipient``: an address list, kept because somebody asked for it."""

from collections.abc import Iterable
from typing import Any

import msgspec

from gdpr_desktop.breaches.many.model import Addressee
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.vault.reading import rows


def put(db: Any, case_id: CaseId, people: Iterable[Addressee]) -> None:
    """Keep these in place of what was kept before. Only inside a unit of work."""
    db.execute("DELETE FROM breach_recipient WHERE case_id = ?", [case_id])
    for position, one in enumerate(people):
        db.execute(
            "INSERT INTO breach_recipient (case_id, position, name, data) VALUES (?,?,?,?)",
            [case_id, position, one.name, msgspec.json.encode(one).decode()],
        )


def kept(db: Any, case_id: CaseId) -> tuple[Addressee, ...]:
    """The list, in its order."""
    sql = "SELECT data FROM breach_recipient WHERE case_id = ? ORDER BY position"
    return tuple(
        msgspec.json.decode(row["data"], type=Addressee) for row in rows(db, sql, [case_id])
    )
