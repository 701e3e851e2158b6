"""The scale of an assessment: four or five steps, the municipality's limits and words.

What the municipality has settled is kept among the settings, and copied into an assessment when
its first risk is written: what was judged by a scale is read by it ever after.
"""

from dataclasses import replace
from functools import partial
from typing import Any

import msgspec

from gdpr_desktop.casework.deed import record
from gdpr_desktop.casework.undo import changed_since, note_undone, require_nothing_after
from gdpr_desktop.core.change import Change, Undo
from gdpr_desktop.core.errors import require_valid
from gdpr_desktop.core.ids import CaseId, EventId
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.dpia import store
from gdpr_desktop.dpia.assessment import Dpia
from gdpr_desktop.dpia.content import Assessment, Estimate, OwnScale, Scenario
from gdpr_desktop.dpia.nouns import noun
from gdpr_desktop.dpia.risks.checks import scale_problems
from gdpr_desktop.dpia.risks.model import scale_of
from gdpr_desktop.dpia.risks.words import usual_words
from gdpr_desktop.dpia.service.base import opened_to_write, with_undo
from gdpr_desktop.vault import Vault

SETTING = "dpia_scale"
_BLOCKERS = frozenset({"dpia_sent", "dpia_advised", "dpia_approved", "closed"})


def usual(steps: int) -> OwnScale:
    """The usual scale with so many steps, with its words."""
    scale = scale_of(steps)
    consequence, likelihood = usual_words(scale.steps)
    return OwnScale(
        steps=scale.steps,
        medium_from=scale.medium_from,
        high_from=scale.high_from,
        consequence=consequence,
        likelihood=likelihood,
    )


def own_scale(vault: Any) -> OwnScale | None:
    """What the municipality has settled; None where it goes by the usual."""
    kept = vault.setting(SETTING)
    return msgspec.convert(kept, type=OwnScale) if kept else None


def save_own_scale(vault: Vault, own: OwnScale) -> Change:
    """Settle the scale of new assessments. Raises ``InvalidInputError``."""
    require_valid(scale_problems(own))
    return vault.save_setting(SETTING, msgspec.to_builtins(own))


def scale_now(content: Assessment) -> OwnScale:
    """The scale of an assessment with all its words."""
    own = content.own_scale
    return own if own is not None and own.steps == content.scale else usual(content.scale)


def begin_scale(vault: Vault, work: Any, found: Dpia) -> Dpia:
    """Copy the municipality's scale into an assessment that has no risks yet."""
    own = own_scale(vault)
    if own is None or found.content.scenarios or found.content.own_scale is not None:
        return found
    store.put_step(work.db, found.case.id, scale=own.steps, own_scale=own)
    content = replace(found.content, scale=own.steps, own_scale=own)
    return replace(found, content=content)


def choose_scale(vault: Vault, case_id: CaseId, own: OwnScale) -> Change:
    """Judge the risks of one assessment by another scale. Raises ``InvalidInputError``.

    With another number of steps each estimate goes to the step that answers to it, rounded up:
    nothing gets milder by it.
    """
    require_valid(scale_problems(own))
    with vault.begin(Deed.WORK_ON_CASE) as work:
        found = opened_to_write(work, case_id)
        before = found.content
        moved = tuple(_moved(one, before.scale, own.steps) for one in before.scenarios)
        _put(work, case_id, own.steps, own, moved)
        event = record(work, case_id, "dpia_scale_chosen")
    verb = partial(_restore, case_id=case_id, before=before, own=own, scenarios=moved, event=event)
    return with_undo(work.change, Undo(words=noun("dpia_scale_chosen"), verb=verb))


def judged(content: Assessment) -> int:
    """How many risks have a step that another scale would move."""
    return sum(
        any((one.before.consequence, one.before.likelihood, one.after.consequence))
        or bool(one.after.likelihood)
        for one in content.scenarios
    )


def _moved(scenario: Scenario, old: int, new: int) -> Scenario:
    if old == new:
        return scenario
    return replace(
        scenario,
        before=_moved_estimate(scenario.before, old, new),
        after=_moved_estimate(scenario.after, old, new),
    )


def _moved_estimate(estimate: Estimate, old: int, new: int) -> Estimate:
    return replace(
        estimate,
        consequence=_step(estimate.consequence, old, new),
        likelihood=_step(estimate.likelihood, old, new),
    )


def _step(step: int, old: int, new: int) -> int:
    """Rounded up."""
    return min(-(-step * new // old), new)


def _put(
    work: Any,
    case_id: CaseId,
    steps: int,
    own: OwnScale | None,
    scenarios: tuple[Scenario, ...],
) -> None:
    store.put_step(work.db, case_id, scale=steps, own_scale=own)
    for place, one in enumerate(scenarios, 1):
        store.put_item(work.db, case_id, one, place)


def _restore(
    vault: Vault,
    *,
    case_id: CaseId,
    before: Assessment,
    own: OwnScale,
    scenarios: tuple[Scenario, ...],
    event: EventId,
) -> Change:
    with vault.begin(Deed.WORK_ON_CASE) as work:
        now = opened_to_write(work, case_id).content
        require_nothing_after(work.db, case_id, event, _BLOCKERS)
        if now.own_scale != own or now.scenarios != scenarios:
            raise changed_since()
        _put(work, case_id, before.scale, before.own_scale, before.scenarios)
        note_undone(work, case_id, "dpia_scale_chosen", event)
    return work.change
