"""The points of the first hour are ticked off; they may be left half done."""

from collections.abc import Iterable
from dataclasses import replace

from gdpr_desktop.breaches.facts.checks import first_hour_problems
from gdpr_desktop.breaches.facts.service import put_together
from gdpr_desktop.breaches.model import Ticked
from gdpr_desktop.breaches.service.base import opened, with_undo
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import require_valid
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.names import clean_line, clean_text
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.vault import Vault


def tick_off(vault: Vault, case_id: CaseId, ticked: Iterable[Ticked], *, over: bool) -> Change:
    """Keep what has been done so far. ``over`` closes the step, whatever was left undone.

    Raises ``InvalidInputError`` with each field.
    """
    kept = tuple(replace(one, by=clean_line(one.by), note=clean_text(one.note)) for one in ticked)
    with vault.begin(Deed.WORK_ON_CASE) as work:
        found = opened(work, case_id)
        require_valid(first_hour_problems(kept, work.clock.now()))
        ends = over and not found.first_hour_done
        code = "breach_first_hour_over" if ends else "breach_first_hour"
        undo = put_together(work, found, code, first_hour=kept, first_hour_done=over)
    return with_undo(work.change, undo)
