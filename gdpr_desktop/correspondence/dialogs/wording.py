"""Whose wording a letter has; the program's own is offered when the municipality's fails."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from gdpr_desktop.core.text import _
from gdpr_desktop.ui.notes import NoteBox

if TYPE_CHECKING:
    from gdpr_desktop.letters import Letter


class WordingChoice(QWidget):
    """Hidden while the letter has the program's wording and nothing else was ever meant."""

    def __init__(self) -> None:
        super().__init__()
        self.note = NoteBox()
        self.box = QCheckBox(_("Use the &original wording this time"))
        self.box.setAccessibleDescription(_("The wording that came with the program."))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.note)
        layout.addWidget(self.box)
        self.hide()

    def original(self) -> bool:
        """Did the person choose the shipped wording?"""
        return self.box.isChecked()

    def offer_original(self, why: str) -> None:
        """The municipality's own wording cannot be used: say why."""
        self.note.say(why)
        self.show()

    def show_used(self, letter: "Letter") -> None:
        """Say whose words these are."""
        if any(one.own for one in letter.wordings):
            self.note.say(_("This letter is in the municipality's own wording."))
            self.show()
        elif self.original():
            self.note.say(_("This letter is in the original wording."))
