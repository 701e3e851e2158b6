"""The notification sheet: what goes into the authority's form, line by line (art. 33(3))."""

from gdpr_desktop.breaches.notifying.sheet.contradictions import Contradiction, contradictions
from gdpr_desktop.breaches.notifying.sheet.model import Place, RowState, SheetRow, SheetSection
from gdpr_desktop.breaches.notifying.sheet.whole import (
    as_text,
    fingerprint,
    frozen,
    is_late,
    lacking,
    must_follow,
    sheet,
)

__all__ = [
    "Contradiction",
    "Place",
    "RowState",
    "SheetRow",
    "SheetSection",
    "as_text",
    "contradictions",
    "fingerprint",
    "frozen",
    "is_late",
    "lacking",
    "must_follow",
    "sheet",
]
