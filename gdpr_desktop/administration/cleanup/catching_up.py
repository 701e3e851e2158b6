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
    from gdpr_desktop.consents.keeping import service as proof
    from gdpr_desktop.consents.keeping.words import back_words
    from gdpr_desktop.core.change import Change, Kind
    from gdpr_desktop.vault import erasures
    from gdpr_desktop.vault.backup import erased

    erased.register(erasures.in_file, reapply_erasures)
    erased.register(proof.erased_ids, proof.erase_again)
    listed = erasures.on_machine(vault)  # before cases that come back bring it up to date
    change, back = erase_again(vault), proof.erase_again(vault, listed)
    if change is None:
        return (Change(kinds=frozenset({Kind.CONSENT})), back_words(back)) if back else None
    count = len(change.ids)
    text = ngettext(
        "{count} case that had been erased came back with an older copy, and is erased again.",
        "{count} cases that had been erased came back with an older copy, and are erased again.",
        count,
    )
    told = [text.format(count=count), back_words(back) if back else ""]
    return change, " ".join(one for one in told if one)
