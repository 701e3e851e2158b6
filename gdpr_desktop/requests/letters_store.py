"""Which parts have their answer letter saved as the case stands: read from the timeline."""

import json
from collections.abc import Iterable
from typing import Any

from gdpr_desktop.core.ids import CaseId, PartId
from gdpr_desktop.requests.model import Part
from gdpr_desktop.requests.rights import rules_for
from gdpr_desktop.vault.reading import rows

_SAVED = "letter_exported"
_CODES = (
    _SAVED,
    "intake_changed",
    "reviewed",
    "assessed",
    "refused",
    "refusal_withdrawn",
    "carried_out",
    "recipients_noted",
    "decided",
    "answer_prepared",
    "answer_opened_again",
)


def with_saved_letter(db: Any, case_id: CaseId, parts: Iterable[Part]) -> frozenset[PartId]:
    """The parts whose answer letter was saved after what it says was last changed."""
    found = rows(
        db, "SELECT code, detail FROM timeline WHERE case_id = ? ORDER BY id DESC", [case_id]
    )
    happened = [(row["code"], json.loads(row["detail"])) for row in found if row["code"] in _CODES]
    return frozenset(part.id for part in parts if _saved(part, happened))


def _saved(part: Part, happened: list[tuple[str, dict[str, str]]]) -> bool:
    letters = rules_for(part).letters
    for code, detail in happened:  # the newest first
        if detail.get("right", part.right.value) != part.right.value:
            continue  # of another part, which may have the same letter
        if code != _SAVED:
            return False
        if detail.get("template") in letters:
            return True
    return False
