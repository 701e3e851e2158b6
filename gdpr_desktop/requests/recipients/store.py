"""Rows ↔ recipients of a part: the only SQL of recipients.

The list is kept as one document, since it is read and written whole; the counts stand beside it,
so that a case is shown without reading it.
"""

from dataclasses import replace
from typing import Any

import msgspec

from gdpr_desktop.core.ids import CaseId, PartId
from gdpr_desktop.requests.model import Told
from gdpr_desktop.requests.recipients.model import Recipients
from gdpr_desktop.vault.reading import first, rows


def recipients(db: Any, part_id: PartId) -> Recipients:
    """The recipients of a part; none where nothing has been noted."""
    row = first(db, "SELECT data FROM part_recipients WHERE part_id = ?", [part_id])
    return Recipients() if row is None else msgspec.json.decode(row["data"], type=Recipients)


def put(db: Any, part_id: PartId, kept: Recipients) -> None:
    """Write the list back whole, with its counts."""
    db.execute(
        "INSERT INTO part_recipients (part_id, total, open, nobody, data) VALUES (?,?,?,?,?)"
        " ON CONFLICT (part_id) DO UPDATE SET total = excluded.total, open = excluded.open,"
        " nobody = excluded.nobody, data = excluded.data",
        [
            part_id,
            len(kept.rows),
            kept.open,
            int(kept.nobody),
            msgspec.json.encode(kept).decode(),
        ],
    )


def delete(db: Any, part_id: PartId) -> None:
    """Nothing is noted any more."""
    db.execute("DELETE FROM part_recipients WHERE part_id = ?", [part_id])


def told_of_case(db: Any, case_id: CaseId) -> dict[PartId, Told]:
    """The counts of each part of a case that something is noted on."""
    found = rows(
        db,
        "SELECT r.part_id, r.total, r.open, r.nobody FROM part_recipients r"
        " JOIN request_part p ON p.id = r.part_id WHERE p.case_id = ?",
        [case_id],
    )
    return {
        PartId(row["part_id"]): Told(
            total=row["total"], open=row["open"], nobody=bool(row["nobody"])
        )
        for row in found
    }


def anonymise(db: Any, part_id: PartId) -> None:
    """Keep how many there were and what came of it: no name and no text."""
    before = recipients(db, part_id)
    if before == Recipients():
        return
    blank = tuple(
        replace(one, name="", contact="", what="", given="", reason="") for one in before.rows
    )
    put(db, part_id, replace(before, rows=blank, steps=""))
