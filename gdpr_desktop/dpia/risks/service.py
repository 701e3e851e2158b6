"""Deeds on risks and measures, one verb each."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from gdpr_desktop.casework.checks import problem, text_length
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import RefusedError, require_valid
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.names import clean_line, clean_text
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.core.text import _
from gdpr_desktop.dpia import store
from gdpr_desktop.dpia.assessment import Dpia
from gdpr_desktop.dpia.codes import MeasureStatus, RiskKind
from gdpr_desktop.dpia.content import Assessment, Estimate, Measure, Scenario
from gdpr_desktop.dpia.risks.checks import measure_problems, scenario_problems
from gdpr_desktop.dpia.risks.editing import Edit, write
from gdpr_desktop.dpia.risks.model import scale_in
from gdpr_desktop.dpia.risks.scales import begin_scale
from gdpr_desktop.dpia.service.base import opened, opened_to_write, with_undo
from gdpr_desktop.vault import Vault


def put_risk(
    vault: Vault, case_id: CaseId, scenario: Scenario, measures: Iterable[Measure] = ()
) -> Change:
    """Add a risk, or write one that is there anew. Raises ``InvalidInputError``.

    ``measures`` are new ones against it; one whose title is there already is that one.
    """
    kept = cleaned_scenario(scenario)
    with vault.begin(Deed.WORK_ON_CASE) as work:
        there = opened_to_write(work, case_id)
        found = begin_scale(vault, work, there)
        edits, same = _new_measures(found, measures)
        require_valid(scenario_problems(kept, found.content.measures, scale_in(found.content)))
        kept = replace(kept, measures=tuple(dict.fromkeys((*kept.measures, *same.values()))))
        before = _scenario(found, kept.key)
        code = "dpia_risk_changed" if before else "dpia_risk_added"
        edits.append(Edit(before=before, after=kept))
        old = _old_scale(there, found)
        undo = write(work, found, edits, code, old_scale=old, title=kept.title)
    return with_undo(work.change, undo)


def remove_risk(vault: Vault, case_id: CaseId, key: str) -> Change:
    """Take a risk away. Its measures stay."""
    with vault.begin(Deed.WORK_ON_CASE) as work:
        found = opened_to_write(work, case_id)
        gone = _present(_scenario(found, key))
        undo = write(work, found, [Edit(before=gone)], "dpia_risk_removed", title=gone.title)
    told = _("A risk was taken away: {title}").format(title=gone.title)
    return with_undo(work.change, replace(undo, told=told))


def move_risk(vault: Vault, case_id: CaseId, key: str, by: int) -> Change:
    """Move a risk up (-1) or down (1) in the list; its number on the map follows."""
    with vault.begin(Deed.WORK_ON_CASE) as work:
        found = opened_to_write(work, case_id)
        moved = _present(_scenario(found, key))
        order = list(found.content.scenarios)
        at = order.index(moved)
        to = min(max(at + by, 0), len(order) - 1)
        if to == at:
            raise RefusedError(_("Nothing was changed."))
        order.insert(to, order.pop(at))
        undo = write(
            work, found, _places(work.db, case_id, order), "dpia_risk_moved", title=moved.title
        )
    return with_undo(work.change, undo)


def put_measure(
    vault: Vault, case_id: CaseId, measure: Measure, *, lowers: Iterable[str] | None = None
) -> Change:
    """Add a measure, or write one that is there anew. ``lowers`` are the keys of its risks.

    Raises ``InvalidInputError``.
    """
    kept = cleaned_measure(measure)
    with vault.begin(Deed.WORK_ON_CASE) as work:
        found = opened_to_write(work, case_id)
        before = found.content.measure(kept.key)
        others = tuple(one for one in found.content.measures if one.key != kept.key)
        require_valid(measure_problems(kept, others, work.clock.today()))
        edits = [Edit(before=before, after=kept)]
        if lowers is not None:
            edits += _linked(found, kept.key, frozenset(lowers))
        code = "dpia_measure_changed" if before else "dpia_measure_added"
        undo = write(work, found, edits, code, title=kept.title)
    return with_undo(work.change, undo)


def remove_measure(vault: Vault, case_id: CaseId, key: str) -> Change:
    """Take a measure away, from the risks it lowers too."""
    with vault.begin(Deed.WORK_ON_CASE) as work:
        found = opened_to_write(work, case_id)
        gone = _present(found.content.measure(key))
        edits = [*_linked(found, key, frozenset()), Edit(before=gone)]
        undo = write(work, found, edits, "dpia_measure_removed", title=gone.title)
    told = _("A measure was taken away: {title}").format(title=gone.title)
    return with_undo(work.change, replace(undo, told=told))


def add_all(
    vault: Vault,
    case_id: CaseId,
    scenarios: Iterable[Scenario],
    measures: Iterable[Measure] = (),
) -> Change:
    """Add several at once, with one way back: suggestions that were ticked.

    A measure whose title stands there already is not added: the risks point to that one instead.
    """
    with vault.begin(Deed.WORK_ON_CASE) as work:
        there = opened_to_write(work, case_id)
        found = begin_scale(vault, work, there)
        edits, same = _new_measures(found, measures)
        added = 0
        for scenario in map(cleaned_scenario, scenarios):
            keys = tuple(dict.fromkeys(same.get(key, key) for key in scenario.measures))
            edits.append(Edit(after=replace(scenario, measures=keys)))
            added += 1
        if not edits:
            raise RefusedError(_("Choose at least one."))
        many, old = str(added), _old_scale(there, found)
        undo = write(work, found, edits, "dpia_risks_suggested", old_scale=old, risks=many)
    return with_undo(work.change, undo)


def note_done(vault: Vault, case_id: CaseId, key: str, done_on: date, what: str = "") -> Change:
    """Note that a planned measure is carried out. Also while the assessment is in force.

    ``what`` is put below what the measure is.
    """
    with vault.begin(Deed.WORK_ON_CASE) as work:
        found = opened(work, case_id)
        before = _present(found.content.measure(key))
        if not is_waiting(before):
            raise RefusedError(_("This measure has been carried out."))
        problems = text_length("what", what, 2000)
        if done_on > work.clock.today():
            problems.append(problem("done_on", _("This day has not come yet.")))
        require_valid(problems)
        text = "\n".join(part for part in (before.text, clean_text(what)) if part)
        after = replace(before, done_on=done_on, text=text)
        edits = [Edit(before=before, after=after)]
        code = "dpia_measure_done"
        undo = write(work, found, edits, code, anytime=True, title=before.title)
    return with_undo(work.change, undo)


def take_back_done(vault: Vault, case_id: CaseId, key: str) -> Change:
    """It was not carried out after all: planned again, with the day it had."""
    with vault.begin(Deed.WORK_ON_CASE) as work:
        found = opened(work, case_id)
        before = _present(found.content.measure(key))
        if before.done_on is None:
            raise RefusedError(_("This measure has not been carried out yet."))
        edits = [Edit(before=before, after=replace(before, done_on=None))]
        code = "dpia_measure_opened"
        undo = write(work, found, edits, code, anytime=True, title=before.title)
    return with_undo(work.change, undo)


def is_waiting(measure: Measure) -> bool:
    """Is it planned and not yet done?"""
    return measure.status is MeasureStatus.PLANNED and measure.done_on is None


def cleaned_scenario(scenario: Scenario) -> Scenario:
    """Lines without line breaks; reasons only where there is something to give them for."""
    return replace(
        scenario,
        title=clean_line(scenario.title),
        who=clean_line(scenario.who),
        description=clean_text(scenario.description),
        cause=clean_text(scenario.cause),
        kinds=tuple(kind for kind in RiskKind if kind in scenario.kinds),
        before=_cleaned_estimate(scenario.before),
        after=_cleaned_estimate(scenario.after),
        after_why=clean_text(scenario.after_why),
        measures=tuple(dict.fromkeys(scenario.measures)),
    )


def cleaned_measure(measure: Measure) -> Measure:
    """Lines without line breaks; an existing measure has no day it is due or done."""
    planned = measure.status is MeasureStatus.PLANNED
    return replace(
        measure,
        title=clean_line(measure.title),
        owner=clean_line(measure.owner),
        text=clean_text(measure.text),
        due=measure.due if planned else None,
        done_on=measure.done_on if planned else None,
    )


def _cleaned_estimate(estimate: Estimate) -> Estimate:
    return replace(
        estimate,
        consequence_why=clean_text(estimate.consequence_why),
        likelihood_why=clean_text(estimate.likelihood_why),
    )


def _linked(found: Dpia, key: str, wanted: frozenset[str]) -> list[Edit]:
    """The risks that the measure is to be put on, or taken from."""
    edits = []
    for one in found.content.scenarios:
        if (key in one.measures) == (one.key in wanted):
            continue
        kept = tuple(other for other in one.measures if other != key)
        after = replace(one, measures=(*kept, key) if one.key in wanted else kept)
        edits.append(Edit(before=one, after=after))
    return edits


def _new_measures(found: Dpia, measures: Iterable[Measure]) -> tuple[list[Edit], dict[str, str]]:
    """Adds those that are not there, and for each the key to go by."""
    there = {one.title.casefold(): one.key for one in found.content.measures}
    same: dict[str, str] = {}
    edits: list[Edit] = []
    for measure in map(cleaned_measure, measures):
        known = there.setdefault(measure.title.casefold(), measure.key)
        same[measure.key] = known
        if known == measure.key:
            edits.append(Edit(after=measure))
    return edits, same


def _places(db: Any, case_id: CaseId, order: Iterable[Scenario]) -> list[Edit]:
    """Puts the risks in this order; those that stand right are left alone."""
    edits = []
    for place, one in enumerate(order, 1):
        was = store.place_of(db, case_id, one)
        if was != place:
            edits.append(Edit(before=one, after=one, place=place, moved_from=was))
    return edits


def _old_scale(there: Dpia, found: Dpia) -> Assessment | None:
    """What holds the scale that stood there, where another was begun."""
    return None if found is there else there.content


def _scenario(found: Dpia, key: str) -> Scenario | None:
    return next((one for one in found.content.scenarios if one.key == key), None)


def _present(found: Any) -> Any:
    """What is worked on, when it is there still."""
    if found is None:
        raise RefusedError(_("This is not in the list any more."))
    return found
