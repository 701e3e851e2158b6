"""What was done in the wizard, and how the last of it is taken back."""

from gdpr_desktop.casework.widgets.undoable_deeds import UndoableDeeds
from gdpr_desktop.core.change import Change


class WizardDeeds(UndoableDeeds):
    """Deeds of the pages; their parts tell of some themselves."""

    def tell(self, change: Change) -> None:
        """Tell all, and offer the way back at the foot of the window."""
        self._tell(change)

    def remember(self, change: Change) -> None:
        """What others told of can be taken back from here too."""
        if change.undo is not None and change.ids:
            self._undos.setdefault(change.id, []).append(change.undo)
