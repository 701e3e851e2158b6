"""The rules of the record by the names that others know them by."""

from gdpr_desktop.register.activities.findings import findings
from gdpr_desktop.register.activities.model import Activity
from gdpr_desktop.register.entries.model import Entry, EntryId, EntryKind, Finding, Severity
from gdpr_desktop.register.processors.findings import agreement_gaps
from gdpr_desktop.register.processors.model import Agreement, Processor

__all__ = [
    "Activity",
    "Agreement",
    "Entry",
    "EntryId",
    "EntryKind",
    "Finding",
    "Processor",
    "Severity",
    "agreement_gaps",
    "findings",
]
