"""What the letters become, and how far they have come."""

from PySide6.QtWidgets import QCheckBox, QVBoxLayout

from gdpr_desktop.core.text import _
from gdpr_desktop.correspondence.dialogs import output_step
from gdpr_desktop.ui.notes import NoteBox


class OutputStep(output_step.OutputStep):
    """A file for each, or one long file; whether the case keeps the list; then the bar."""

    def build_more(self, layout: QVBoxLayout) -> None:
        self.keep = QCheckBox(_("&Keep the address list in the case until it is closed"))
        self.keep.setObjectName("keep")
        layout.addWidget(self.keep)
        text = _(
            "The letters lie on this machine until you delete the local copies. That they were"
            " sent is noted in a step of its own."
        )
        layout.addWidget(NoteBox(text))
