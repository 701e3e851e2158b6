"""What stands in the menu «Register»: deeds on the register as a whole."""

from typing import TYPE_CHECKING, Any, Protocol

from gdpr_desktop.core.roles import Deed, Role, scope

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from gdpr_desktop.vault import Vault


class Tool(Protocol):
    """A module ``tool.py``. ``TEXT`` is a source string with its mnemonic.

    ``SHORTCUT`` is keys like ``Ctrl+J``, or empty; ``DEED`` decides which roles see it, None: all.
    With ``IN_HELP`` true it stands in the menu «Help» instead.
    It may also have ``attach(window, vault)``, called when a register was opened by whatever role,
    ``redraw`` when the window is made anew, and ``detach`` before it is locked.
    """

    NAME: str
    TEXT: str
    SHORTCUT: str
    DEED: Deed | None

    def open(self, window: "QWidget", vault: "Vault") -> Any:
        """Open its dialog over ``window``."""
        ...


def is_for(tool: Tool, role: Role) -> bool:
    """Does ``role`` get to see ``tool``?"""
    return tool.DEED is None or scope(role, tool.DEED) is not None
