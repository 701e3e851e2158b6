"""Which dataclass holds the content of which kind of entry."""

import importlib
from typing import Any

from gdpr_desktop.register.entries.model import EntryKind

_ROOMS = {
    EntryKind.ACTIVITY: "activities.model:Activity",
    EntryKind.SYSTEM: "systems.model:System",
    EntryKind.UNIT: "units.model:Unit",
    EntryKind.PROCESSOR: "processors.model:Processor",
    EntryKind.ASSIGNMENT: "processors.model:Assignment",
    EntryKind.ARRANGEMENT: "arrangements.model:Arrangement",
    EntryKind.ROUTINE_DISCLOSURE: "disclosures.model:RoutineDisclosure",
    EntryKind.RISK_ASSESSMENT: "risks.model:RiskAssessment",
    EntryKind.RETENTION_ROUND: "retention.model:RetentionRound",
}
_added: dict[EntryKind, type[Any]] = {}


def add_content(content: type[Any]) -> None:
    """Have entries of ``content.KIND`` hold this dataclass: for features above this room."""
    _added[content.KIND] = content


def content_type(kind: EntryKind) -> type[Any]:
    """The dataclass of ``kind``, loaded when first asked for."""
    if kind not in _added:
        module, _colon, name = _ROOMS[kind].partition(":")
        add_content(getattr(importlib.import_module(f"gdpr_desktop.register.{module}"), name))
    return _added[kind]
