"""What a deviation has as every case: a note, a caseworker, being opened again."""

from gdpr_desktop.breaches.deviations.dialogs.base import DRAFTS
from gdpr_desktop.casework.dialogs import assign, note, reopen


class NoteDialog(note.NoteDialog):
    """Put a note on the timeline of a deviation."""

    form_code = f"{DRAFTS}.note"


class ReopenDialog(reopen.ReopenDialog):
    """Open a closed deviation again."""

    form_code = f"{DRAFTS}.reopen"


class AssignDialog(assign.AssignDialog):
    """Say who handles a deviation."""

    form_code = f"{DRAFTS}.assign"
