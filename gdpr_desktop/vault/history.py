"""Whether something has ever been done with the register, as its journal tells."""

from typing import Any

from gdpr_desktop.core.actor import Actor
from gdpr_desktop.vault.vault import Vault


def has_happened(vault: Vault, deed: str) -> bool:
    """Is there an entry of this kind in the journal?"""
    sql = "SELECT 1 FROM journal WHERE deed = ? LIMIT 1"
    return vault.db.execute(sql, [deed]).fetchone() is not None


def happened_now(db: Any, actor: Actor, case_id: int, deed: str) -> bool:
    """Has the actor done this with the case since unlocking?"""
    sql = "SELECT 1 FROM journal WHERE case_id = ? AND deed = ? AND session = ? LIMIT 1"
    return db.execute(sql, [case_id, deed, actor.session]).fetchone() is not None
