"""Words for what every entry has."""

from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import _
from gdpr_desktop.register.entries.model import Entry, EntryKind, EntryState, Version


def state_words(state: EntryState, language: Language | None = None) -> str:
    """The state as a label."""
    return {
        EntryState.DRAFT: _("Draft", language=language),
        EntryState.APPROVED: _("Approved", language=language),
        EntryState.TO_REVISE: _("To be revised", language=language),
        EntryState.RETIRED: _("Over", language=language),
    }[state]


def used_words(state: EntryState) -> str:
    """The state of an entry that is not approved."""
    return _("Over") if state is EntryState.RETIRED else _("In use")


def kind_words(kind: EntryKind) -> str:
    """One entry of the kind."""
    return {
        EntryKind.ACTIVITY: _("Processing activity"),
        EntryKind.SYSTEM: _("System"),
        EntryKind.UNIT: _("Unit"),
        EntryKind.PROCESSOR: _("Processor"),
        EntryKind.ASSIGNMENT: _("Processing for others"),
        EntryKind.ARRANGEMENT: _("Joint control"),
        EntryKind.ROUTINE_DISCLOSURE: _("Routine disclosure"),
        EntryKind.RISK_ASSESSMENT: _("Risk assessment"),
        EntryKind.RETENTION_ROUND: _("Confirmation of erasure"),
        EntryKind.STATEMENT: _("Privacy statement"),
    }[kind]


def version_words(version: Version) -> str:
    """What was done."""
    return {
        "entry_added": _("Added"),
        "entry_changed": _("Changed"),
        "entry_put_back": _("Changed back"),
        "entry_approved": _("Approved"),
        "entry_to_revise": _("To be revised"),
        "entry_retired": _("Marked as over"),
        "entry_revived": _("Taken into use again"),
        "entry_assessed": _("The risk was assessed"),
        "entry_dpia_noted": _("What was decided about a DPIA was noted"),
    }.get(version.code, version.code)


def approved_words(entry: Entry) -> str:
    """By whom and when it was approved last; empty when never."""
    if entry.approved_at is None:
        return ""
    text = _("Approved {day} by {name}")
    words = text.format(day=long_date(entry.approved_at.date()), name=entry.approved_by)
    if entry.revision > entry.approved_revision:
        words += ". " + _("It has been changed since.")
    return words
