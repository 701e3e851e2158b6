"""Earlier requests of the same person for the same, named while a new one is typed in."""

from collections.abc import Iterable
from datetime import date

from gdpr_desktop.casework.model import Person
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.requests.checks import REGULATION_IN_FORCE
from gdpr_desktop.requests.model import Right
from gdpr_desktop.requests.repeat import earlier_answers
from gdpr_desktop.requests.repeat_words import repeat_text
from gdpr_desktop.ui.notes import NoteBox
from gdpr_desktop.vault import Vault


class RepeatNote(NoteBox):
    """Says nothing where there is none."""

    def __init__(self, vault: Vault, but: CaseId | None) -> None:
        super().__init__()
        self._vault, self._but = vault, but

    def look(self, person: Person, rights: Iterable[Right], received: date) -> None:
        """Look again, for what is typed now."""
        if received < REGULATION_IN_FORCE:  # mistyped: the form says so
            self.say("")
            return
        found = [
            one
            for right in rights
            for one in earlier_answers(self._vault, person, right, received, but=self._but)
        ]
        self.say(repeat_text(found))
