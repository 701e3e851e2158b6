"""A deviation is closed when what was wrong has been put right."""

from dataclasses import replace

from gdpr_desktop.breaches.deviations import store
from gdpr_desktop.breaches.deviations.checks import facts_problems
from gdpr_desktop.breaches.deviations.model import Ended
from gdpr_desktop.breaches.deviations.service.base import opened
from gdpr_desktop.casework import service as casework
from gdpr_desktop.casework.checks import required
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import require_valid
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.names import clean_text
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.core.text import _
from gdpr_desktop.vault import Vault


def close_deviation(vault: Vault, case_id: CaseId, *, corrective: str) -> Change:
    """Close it, with what was done about it."""
    with vault.begin(Deed.CLOSE_CASE) as work:
        found = opened(work, case_id, Deed.CLOSE_CASE)
        kept = replace(found.facts, corrective=clean_text(corrective))
        text = _("Write what was done, or why nothing had to be done.")
        problems = required("corrective", kept.corrective, text)
        require_valid([*problems, *facts_problems(kept, work.clock.today())])
        store.put(work.db, case_id, kept)
        casework.close(vault, case_id, Ended.HANDLED.value)
    return work.change
