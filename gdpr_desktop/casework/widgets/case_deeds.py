"""From an action on a case to its dialog, or to the deed at once."""

import importlib
from functools import partial
from typing import TYPE_CHECKING, Any

from gdpr_desktop.casework.widgets.undoable_deeds import UndoableDeeds
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import AppError
from gdpr_desktop.ui import notices
from gdpr_desktop.ui.notice_bar import say

if TYPE_CHECKING:
    from gdpr_desktop.ui.dialog import FormDialog


class CaseDeeds(UndoableDeeds):
    """Opens the dialog of an action, and tells what it changed.

    A feature overrides ``dialog_of`` (and imports the dialog there, when it is first opened),
    ``resume`` for drafts, and where needed ``at_once`` for what needs no dialog, and ``told`` for
    what hardly shows on the page.
    """

    def dialog_of(self, chosen: Any, found: Any) -> "FormDialog | None":
        """The dialog of an action on the case; None when it has opened one of its own."""
        raise NotImplementedError

    def at_once(self, chosen: Any, found: Any) -> Change | None:
        """Do what needs no dialog; None for all else."""
        return None

    def told(self, chosen: Any) -> str:
        """What is said when a deed was done that cannot be undone; empty for nothing."""
        return ""

    def resume(self, form: str, found: Any) -> None:
        """Open the dialog that a draft of ``form`` was typed in; it brings the draft back."""
        raise NotImplementedError

    def start(self, chosen: Any, found: Any) -> None:
        """Open the dialog of an action, or do it at once; says why where neither can be."""
        try:
            change = self.at_once(chosen, found)
            dialog = self.dialog_of(chosen, found) if change is None else None
        except AppError as error:
            notices.error(self._parent, error)
            return
        if change is not None:
            self._tell(change)
        if dialog is not None:
            self.open(chosen, dialog)

    def open(self, chosen: Any, dialog: "FormDialog") -> None:
        """Show the dialog; what it saves is told."""
        dialog.accepted_value.connect(partial(self._on_accepted, chosen))
        dialog.open()

    def _on_accepted(self, chosen: Any, change: Change) -> None:
        self._tell(change)
        words = self.told(chosen)
        if words and change.undo is None:
            say(self._parent, words)


def dialog_class(room: str, module: str, name: str) -> type:
    """``name`` of ``gdpr_desktop.room.module``, imported now."""
    found: type = getattr(importlib.import_module(f"gdpr_desktop.{room}.{module}"), name)
    return found
