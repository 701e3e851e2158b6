"""The note of disagreement, one JSON document beside its part: the only SQL of it."""

from typing import Any

import msgspec

from gdpr_desktop.casework.person_search import Where
from gdpr_desktop.casework.person_search.store import table_source
from gdpr_desktop.core.ids import CaseId, PartId
from gdpr_desktop.requests.disagreement.model import Disagreement
from gdpr_desktop.vault.reading import first

TEXTS = (
    table_source("request_part", Where.STEPS, "disagreement", key="id", name="part_disagreement"),
)


def note(db: Any, part_id: PartId) -> Disagreement | None:
    """The note of a part, where there is one."""
    row = first(db, "SELECT disagreement FROM request_part WHERE id = ?", [part_id])
    if row is None or row["disagreement"] is None:
        return None
    return msgspec.json.decode(row["disagreement"], type=Disagreement)


def put(db: Any, part_id: PartId, kept: Disagreement | None) -> None:
    """Write it back whole; None takes it away."""
    text = msgspec.json.encode(kept).decode() if kept is not None else None
    db.execute("UPDATE request_part SET disagreement = ? WHERE id = ?", [text, part_id])


def forget(db: Any, case_id: CaseId) -> None:
    """Drop the notes of a case that is anonymised."""
    db.execute("UPDATE request_part SET disagreement = NULL WHERE case_id = ?", [case_id])
