"""The change bus: who shows something hears what a committed write changed."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from gdpr_desktop.core.change import Change


class Bus(QObject):
    """One signal for all. ``changed(change, initiator)``; the initiator may be None.

    The wishes name a feature: ``case_wanted(feature, case id)``, ``list_wanted(feature, chip)``,
    ``draft_wanted(feature, draft)``. ``draft_told`` carries what the status bar says of a draft
    that was kept or could not be, empty when one is gone. ``journal_wanted(case id)``: who has
    opened this case? ``tool_wanted(name)`` names a tool of the menu «Register»,
    after a colon perhaps a part of it. ``entry_wanted(id)``: show this entry of the record.
    """

    changed = Signal(object, object)
    case_wanted = Signal(str, int)
    list_wanted = Signal(str, object)
    journal_wanted = Signal(int)
    draft_wanted = Signal(str, object)
    draft_told = Signal(str)
    tool_wanted = Signal(str)
    entry_wanted = Signal(int)

    def tell(self, change: "Change", initiator: object = None) -> None:
        """Send a change to all who listen."""
        self.changed.emit(change, initiator)


bus = Bus()
