"""What was done on the cases of a page, told to all, and how the last of it is taken back."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from gdpr_desktop.core.change import Change, Undo
from gdpr_desktop.core.errors import AppError
from gdpr_desktop.core.text import _
from gdpr_desktop.ui import notices
from gdpr_desktop.ui.bus import bus
from gdpr_desktop.ui.notice_bar import say

if TYPE_CHECKING:
    from gdpr_desktop.vault import Vault


class UndoableDeeds(QObject):
    """Base of what opens the dialogs of a case."""

    def __init__(self, vault: "Vault", parent: QWidget) -> None:
        super().__init__(parent)
        self._vault, self._parent = vault, parent
        self._undos: dict[int, list[Undo]] = {}  # by case, the last deed last

    def _tell(self, change: Change) -> None:
        """Tell the bus; where the deed can be taken back, the notice at the foot offers it."""
        bus.tell(change, self)
        undo = change.undo
        if undo is None:
            return
        self._undos.setdefault(change.id, []).append(undo)
        text = undo.told or _("Saved: {what}.").format(what=undo.words)
        take_back = partial(self.undo, change.id, undo)
        say(self._parent, text, action=_("Undo"), on_action=take_back)

    def undo_words(self, case_id: int | None) -> str:
        """What Ctrl+Z takes back in the case: «the note»; empty when there is nothing."""
        undos = self._undos.get(case_id) if case_id is not None else None
        return undos[-1].words if undos else ""

    def undo(self, case_id: int, wanted: Undo | None = None) -> None:
        """Take back ``wanted``, or what was done last in the case; says why where it cannot be."""
        undos = self._undos.get(case_id, [])
        if wanted is None and undos:
            wanted = undos[-1]
        if wanted is None or not any(one is wanted for one in undos):
            return
        undos[:] = [one for one in undos if one is not wanted]
        try:
            bus.tell(wanted.verb(self._vault), self)
        except AppError as error:
            notices.error(self._parent, error)
            return
        say(self._parent, _("Undone: {what}").format(what=wanted.words))
