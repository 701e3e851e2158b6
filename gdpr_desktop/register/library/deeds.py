"""What the shelf of activities offers of an entry that was made from the library.

Without Qt: ``offered`` is for ``Shelf.deeds``, ``do`` for ``Shelf.do``.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from gdpr_desktop.core.text import _
from gdpr_desktop.register.entries.model import Entry
from gdpr_desktop.register.library.service import confirm_checked, is_unchecked

if TYPE_CHECKING:
    from gdpr_desktop.core.change import Change
    from gdpr_desktop.vault import Vault

CHECKED = "library_checked"


def offered(_vault: "Vault", entry: Entry) -> tuple[tuple[str, str], ...]:
    """The one deed, while the starting point has not been gone through."""
    return ((CHECKED, _("I have gone through the starting point")),) if is_unchecked(entry) else ()


def do(
    _parent: Any, vault: "Vault", entry: Entry, key: str, done: Callable[["Change"], None]
) -> bool:
    """Keep that it has been gone through; False for a key of others."""
    if key != CHECKED:
        return False
    done(confirm_checked(vault, entry.id))
    return True
