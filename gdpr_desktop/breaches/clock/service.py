"""When the municipality was aware of a breach: the start of the 72 hours of art. 33(1)."""

from dataclasses import replace
from datetime import datetime

from gdpr_desktop.breaches.checks import aware_problems, moved_problems
from gdpr_desktop.breaches.service.base import opened, put, with_undo
from gdpr_desktop.breaches.service.intake import cleaned
from gdpr_desktop.casework import store as cases
from gdpr_desktop.casework.checks import text_length
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.dates import long_instant
from gdpr_desktop.core.errors import require_valid
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.vault import Vault


def set_aware(vault: Vault, case_id: CaseId, aware: datetime, reason: str) -> Change:
    """Move the start of the 72 hours. ``reason``: why it is later than the discovery, or changed.

    Raises ``InvalidInputError`` at ``aware`` or ``aware_reason``.
    """
    with vault.begin(Deed.WORK_ON_CASE) as work:
        found = opened(work, case_id)
        before = found.intake
        moved = replace(before, aware=aware, aware_reason=reason)
        kept = cleaned(moved, notified=bool(found.notifications))
        latest = max(entry.at for entry in cases.timeline(work.db, case_id))
        problems = aware_problems(kept, work.clock.now(), latest)
        problems += text_length("aware_reason", reason)
        require_valid([*problems, *moved_problems(found, kept)])
        told = f"{long_instant(before.aware)} → {long_instant(aware)}"
        deed = Deed.WORK_ON_CASE
        undo = put(work, found, deed, "breach_aware", "intake", kept, text=told)
    return with_undo(work.change, undo)
