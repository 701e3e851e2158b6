"""After unlocking: what came back with an older copy of the file is erased again, and told."""

from typing import TYPE_CHECKING

from gdpr_desktop.core.text import ngettext

if TYPE_CHECKING:
    from gdpr_desktop.core.change import Change
    from gdpr_desktop.vault import Vault


def catch_up(vault: "Vault") -> "tuple[Change, str] | None":
    """Erase again what a restored copy brought back: the change and the sentence to tell."""
    from gdpr_desktop.casework.retention import catch_up as erase_again
    from gdpr_desktop.casework.retention import reapply_erasures
    from gdpr_desktop.vault import erasures
    from gdpr_desktop.vault.backup import erased

    erased.register(erasures.in_file, reapply_erasures)
    change = erase_again(vault)
    if change is None:
        return None
    count = len(change.ids)
    text = ngettext(
        "{count} case that had been erased came back with an older copy, and is erased again.",
        "{count} cases that had been erased came back with an older copy, and are erased again.",
        count,
    )
    return change, text.format(count=count)
