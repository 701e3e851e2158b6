"""Who else was told: the personnel department, IT, the police and other alarms."""

from dataclasses import replace

from gdpr_desktop.breaches.following.checks import route_problems
from gdpr_desktop.breaches.model import Routed
from gdpr_desktop.breaches.service.base import opened, put, with_undo
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import RefusedError, require_valid
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.names import clean_line, clean_text
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.core.text import _
from gdpr_desktop.vault import Vault


def note_routes(
    vault: Vault, case_id: CaseId, added: Routed | None = None, *, removed: tuple[Routed, ...] = ()
) -> Change:
    """Note that somebody else was told, and take away what was noted by mistake."""
    with vault.begin(Deed.WORK_ON_CASE) as work:
        found = opened(work, case_id)
        if any(one not in found.routes for one in removed):
            raise RefusedError(_("This is not in the list any more."))
        left = tuple(one for one in found.routes if one not in removed)
        code = "breach_route_removed"
        if added is not None:
            kept = replace(
                added,
                whom=clean_line(added.whom),
                reference=clean_line(added.reference),
                note=clean_text(added.note),
            )
            require_valid(route_problems(kept, found, work.clock.today()))
            if kept not in left:
                left = (*left, kept)
            code = "breach_routed"
        if left == found.routes:
            raise RefusedError(_("Nothing was changed."))
        undo = put(work, found, Deed.WORK_ON_CASE, code, "routes", left)
    return with_undo(work.change, undo)
