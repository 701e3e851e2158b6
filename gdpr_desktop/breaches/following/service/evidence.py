"""What proves a breach. The document lies in the archive: here are its name and SHA-256 only."""

from dataclasses import replace
from datetime import date

from gdpr_desktop.breaches.following.checks import evidence_problems
from gdpr_desktop.breaches.model import Evidence
from gdpr_desktop.breaches.service.base import opened, put, with_undo
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import RefusedError, require_valid
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.names import clean_line, clean_text
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.core.text import _
from gdpr_desktop.vault import Vault


def note_evidence(
    vault: Vault,
    case_id: CaseId,
    added: Evidence | None = None,
    *,
    removed: tuple[Evidence, ...] = (),
) -> Change:
    """Note a document that proves something, and take lines away. No document is touched.

    Who and when are those of the one who notes it.
    """
    with vault.begin(Deed.WORK_ON_CASE) as work:
        found = opened(work, case_id)
        if any(one not in found.evidence for one in removed):
            raise RefusedError(_("This is not in the list any more."))
        left = tuple(one for one in found.evidence if one not in removed)
        code = "breach_evidence_removed"
        if added is not None:
            kept = _cleaned(added, work.clock.today(), work.actor.name)
            require_valid(evidence_problems(kept, left))
            left, code = (*left, kept), "breach_evidence_added"
        if left == found.evidence:
            raise RefusedError(_("Nothing was changed."))
        undo = put(work, found, Deed.WORK_ON_CASE, code, "evidence", left)
    return with_undo(work.change, undo)


def _cleaned(evidence: Evidence, today: date, name: str) -> Evidence:
    return replace(
        evidence,
        what=clean_text(evidence.what),
        file_name=clean_line(evidence.file_name),
        archive=clean_line(evidence.archive),
        noted_on=today,
        by=name,
    )
