"""The officer advises (art. 39(1)(a)); the delegated person approves, and a version is frozen."""

from dataclasses import replace
from functools import partial

from gdpr_desktop.casework.deed import record
from gdpr_desktop.casework.officers import officers
from gdpr_desktop.casework.undo import changed_since, note_undone, require_nothing_after
from gdpr_desktop.consents.checking.service import findings
from gdpr_desktop.consents.checking.words import finding_words
from gdpr_desktop.consents.forms import store
from gdpr_desktop.consents.forms.checks import advice_problems, approval_problems
from gdpr_desktop.consents.forms.digest import digest
from gdpr_desktop.consents.forms.model import Advice, Approval, Form, Version
from gdpr_desktop.consents.forms.nouns import noun
from gdpr_desktop.consents.forms.service.base import opened, put, with_undo
from gdpr_desktop.consents.given import store as given
from gdpr_desktop.core.change import Change, Undo
from gdpr_desktop.core.errors import RefusedError, require_valid
from gdpr_desktop.core.ids import CaseId, EventId
from gdpr_desktop.core.names import clean_line, clean_text
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.core.text import _
from gdpr_desktop.vault import Vault

APPROVED = "consent_form_approved"
_GONE = frozenset({APPROVED, "closed"})


def note_advice(vault: Vault, case_id: CaseId, advice: Advice) -> Change:
    """Note what the officer advises about the draft. Raises ``InvalidInputError``."""
    with vault.begin(Deed.ADVISE) as work:
        found = opened(work, case_id, Deed.ADVISE)
        kept = replace(
            advice,
            why=clean_text(advice.why),
            name=clean_line(advice.name),
            draft=digest(found.draft),
        )
        require_valid(advice_problems(kept, work.clock.today()))
        undo = put(work, found, Deed.ADVISE, "advised", "advice", kept)
    return with_undo(work.change, undo)


def approve_form(vault: Vault, case_id: CaseId, approval: Approval) -> Change:
    """Note the approval of the draft: it becomes the next version, which never changes.

    Raises ``RefusedError`` while the check finds what hinders it, ``InvalidInputError``.
    """
    kept = replace(
        approval,
        name=clean_line(approval.name),
        role=clean_line(approval.role),
        why=clean_text(approval.why),
    )
    with vault.begin(Deed.DECIDE) as work:
        found = opened(work, case_id, Deed.DECIDE)
        require_ready(vault, found)
        require_valid(approval_problems(kept, found, officers(vault), work.clock.today()))
        number = max((one.number for one in found.versions), default=0) + 1
        version = Version(number=number, content=found.draft, approval=kept, answers=found.answers)
        store.add_version(work.db, case_id, version)
        event = record(work, case_id, APPROVED, number=str(number), name=kept.name)
        verb = partial(take_back_approval, case_id=case_id, number=number, event=event)
    return with_undo(work.change, Undo(words=noun(APPROVED), verb=verb))


def require_ready(vault: Vault, found: Form) -> None:
    """Raise ``RefusedError`` where the draft is approved already, or cannot be."""
    if found.approved:
        raise RefusedError(_("This very draft has been approved already."))
    if found.basis is None:
        raise RefusedError(
            _("It has not been asked whether consent is right."), hint=_("Answer that first.")
        )
    blocking = [one for one in findings(vault, found) if one.blocks]
    if blocking:
        told = dict.fromkeys(finding_words(one, found.draft) for one in blocking)
        more = _("Go through the sixteen points. They say which sentence to change.")
        raise RefusedError(
            _("The form does not pass the checklist yet."), hint=" ".join((*list(told)[:2], more))
        )


def take_back_approval(vault: Vault, *, case_id: CaseId, number: int, event: EventId) -> Change:
    """Undo an approval, as long as the version was neither printed nor answered."""
    with vault.begin(Deed.DECIDE) as work:
        found = opened(work, case_id, Deed.DECIDE)
        require_nothing_after(work.db, case_id, event, _GONE)
        _require_unused(found, number, answered=given.is_answered(work.db, case_id, number))
        store.drop_version(work.db, case_id, number)
        note_undone(work, case_id, APPROVED, event)
    return work.change


def _require_unused(found: Form, number: int, *, answered: bool) -> None:
    latest = found.latest
    if latest is None or latest.number != number:
        raise changed_since()
    if answered or latest.used_on is not None:
        raise RefusedError(
            _("The version has been used, so its approval stands."),
            hint=_("Change the draft and have it approved: that makes the next version."),
        )
