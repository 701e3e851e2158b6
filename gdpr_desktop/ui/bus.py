"""The change bus: who shows something hears what a committed write changed."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from gdpr_desktop.core.change import Change


class Bus(QObject):
    """One signal for all. ``changed(change, initiator)``; the initiator may be None.

    The wishes name a feature: ``case_wanted(feature, case id)``, ``list_wanted(feature, chip)``;
    ``tool_wanted(name)`` names a tool of the menu «Register».
    """

    changed = Signal(object, object)
    case_wanted = Signal(str, int)
    list_wanted = Signal(str, object)
    tool_wanted = Signal(str)

    def tell(self, change: "Change", initiator: object = None) -> None:
        """Send a change to all who listen."""
        self.changed.emit(change, initiator)


bus = Bus()
