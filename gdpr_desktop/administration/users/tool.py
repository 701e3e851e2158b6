"""«Users…» in the menu «Register»."""

from typing import Any

from gdpr_desktop.core.roles import Deed
from gdpr_desktop.core.text import N_

NAME = "users"
TEXT = N_("&Users…")
SHORTCUT = ""
DEED: Deed | None = Deed.MANAGE_USERS


def open(window: Any, vault: Any) -> Any:
    """Open the list of users over ``window``."""
    from gdpr_desktop.administration.users.dialogs.users import UsersDialog

    dialog = UsersDialog(window, vault)
    dialog.open()
    return dialog


def attach(window: Any, vault: Any) -> None:
    """A register was opened: tell what its users must know, or do at once."""
    from gdpr_desktop.administration.users.dialogs.greeting import greet

    greet(window, vault)
