"""Whether something has ever been done with the register, as its journal tells."""

from gdpr_desktop.vault.vault import Vault


def has_happened(vault: Vault, deed: str) -> bool:
    """Is there an entry of this kind in the journal?"""
    sql = "SELECT 1 FROM journal WHERE deed = ? LIMIT 1"
    return vault.db.execute(sql, [deed]).fetchone() is not None
