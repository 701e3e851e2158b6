"""The risk is assessed, and assessed anew: every assessment is kept."""

from dataclasses import replace
from functools import partial
from typing import Any

from gdpr_desktop.breaches import store
from gdpr_desktop.breaches.assessing.advice import Assessment
from gdpr_desktop.breaches.assessing.checks import assessment_problems
from gdpr_desktop.breaches.assessing.from_case import is_stricter, with_scope
from gdpr_desktop.breaches.model import Breach, Version
from gdpr_desktop.breaches.nouns import noun
from gdpr_desktop.breaches.service.base import opened, with_undo
from gdpr_desktop.casework.deed import record, record_first
from gdpr_desktop.casework.undo import changed_since, note_undone, require_nothing_after
from gdpr_desktop.core.change import Change, Undo
from gdpr_desktop.core.errors import require_valid
from gdpr_desktop.core.ids import CaseId, EventId
from gdpr_desktop.core.names import clean_line, clean_text
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.vault import Vault

_BLOCKERS = frozenset({"advised", "decided", "breach_notified", "breach_people_told", "closed"})


def cleaned(assessment: Assessment) -> Assessment:
    """The assessment as it is kept."""
    return replace(
        assessment,
        factors=tuple(replace(one, why=clean_line(one.why)) for one in assessment.factors),
        consequences=clean_text(assessment.consequences),
        note=clean_text(assessment.note),
    )


def assess(vault: Vault, case_id: CaseId, assessment: Assessment) -> Change:
    """Keep an assessment, with the facts of the case as they stand now.

    Where it asks for more than the one before, advice and decision must be made anew.
    Raises ``InvalidInputError``.
    """
    with vault.begin(Deed.WORK_ON_CASE) as work:
        found = opened(work, case_id)
        kept = with_scope(cleaned(assessment), found.scope)
        require_valid(assessment_problems(kept))
        number = len(found.versions) + 1
        version = Version(number=number, assessment=kept, by=work.actor.name, at=work.clock.now())
        store.add_version(work.db, case_id, version)
        if is_stricter(found, kept):
            _open_again(work, found)
        event = record(work, case_id, "breach_assessed", number=str(number))
        verb = partial(undo_assess, before=found, version=version, event=event)
        undo = Undo(words=noun("breach_assessed"), verb=verb)
    return with_undo(work.change, undo)


def _open_again(work: Any, found: Breach) -> None:
    """What rested on a milder assessment no longer stands."""
    if found.advice is not None:
        record_first(work, found.case.id, "breach_advice_anew", name=found.advice.name)
    if found.decision is not None:
        record_first(work, found.case.id, "breach_decision_anew", name=found.decision.name)
    store.put_step(work.db, found.case.id, advice=None, decision=None)


def undo_assess(vault: Vault, *, before: Breach, version: Version, event: EventId) -> Change:
    """Take an assessment away that nothing rests on yet."""
    case_id = before.case.id
    with vault.begin(Deed.WORK_ON_CASE) as work:
        found = opened(work, case_id)
        require_nothing_after(work.db, case_id, event, _BLOCKERS)
        if not found.versions or found.versions[-1] != version:
            raise changed_since()
        store.drop_version(work.db, case_id, version.number)
        store.put_step(work.db, case_id, advice=before.advice, decision=before.decision)
        note_undone(work, case_id, "breach_assessed", event)
    return work.change
