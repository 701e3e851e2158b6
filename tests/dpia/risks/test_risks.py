"""Risks and measures: written one by one, taken back, counted, and followed up."""

from dataclasses import replace
from datetime import date

import pytest

from dpia.filling import MEASURES, SCENARIOS, in_force, put, sent
from gdpr_desktop.casework.deed import record
from gdpr_desktop.core.bilingual import Bilingual
from gdpr_desktop.core.errors import InvalidInputError, RefusedError
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.dpia import store
from gdpr_desktop.dpia.assessment import MEASURE
from gdpr_desktop.dpia.codes import MeasureStatus, State
from gdpr_desktop.dpia.content import About, Assessment, Estimate, Measure, OwnScale, Scenario
from gdpr_desktop.dpia.risks import scales, service
from gdpr_desktop.dpia.risks.model import (
    FOUR,
    Level,
    highest_left,
    left,
    level_of,
    risk_level,
    scale_in,
)
from gdpr_desktop.dpia.risks.words import (
    consequence_steps,
    counts_text,
    likelihood_steps,
    map_text,
)

FIRE = Scenario(key="s9", title="Brann i serverrommet", before=Estimate(consequence=3))
LOG = Measure(key="m9", title="Logg", owner="IT", due=date(2026, 12, 1))
STRICT = OwnScale(steps=4, medium_from=3, high_from=6)


def content(vault, case_id) -> Assessment:
    return store.dpia(vault.db, case_id).content


@pytest.mark.parametrize(
    ("consequence", "likelihood", "level"),
    [
        (0, 5, Level.NONE),
        (5, 0, Level.NONE),
        (1, 4, Level.LOW),
        (1, 5, Level.MEDIUM),
        (2, 5, Level.MEDIUM),
        (3, 4, Level.HIGH),
        (5, 5, Level.HIGH),
    ],
)
def test_level_follows_the_product_of_the_two(consequence, likelihood, level):
    assert risk_level(consequence, likelihood) is level


def test_step_outside_the_scale_is_a_bug_of_the_caller_but_never_of_what_was_read():
    with pytest.raises(ValueError, match="1–4"):
        risk_level(5, 1, FOUR)
    assert level_of(Estimate(consequence=9, likelihood=-2), FOUR) is Level.NONE
    assert level_of(Estimate(consequence=9, likelihood=4), FOUR) is Level.HIGH


def test_nothing_is_better_until_somebody_has_judged_it():
    scenario = Scenario(key="a", title="x", before=Estimate(consequence=5, likelihood=5))
    assert left(scenario) is Level.HIGH
    half = replace(scenario, after=Estimate(consequence=1))
    assert left(half) is Level.HIGH
    whole = replace(scenario, after=Estimate(consequence=1, likelihood=1))
    assert left(whole) is Level.LOW
    assert highest_left(Assessment(about=About(title="x"), scenarios=(whole, half))) is Level.HIGH


def test_risk_is_added_changed_and_removed_and_each_is_taken_back(officer, case_id):
    before = content(officer, case_id)
    service.put_risk(officer, case_id, replace(FIRE, title=" Brann i\nserverrommet "))
    assert content(officer, case_id).scenarios[-1] == FIRE
    changed = service.put_risk(officer, case_id, replace(FIRE, cause="Straum"))
    assert content(officer, case_id).scenarios[-1].cause == "Straum"
    changed.undo.verb(officer)
    removed = service.remove_risk(officer, case_id, "s1")
    assert [one.key for one in content(officer, case_id).scenarios] == ["s2", "s9"]
    removed.undo.verb(officer)
    assert content(officer, case_id).scenarios == (*before.scenarios, FIRE)


def test_what_was_changed_since_is_not_taken_back(officer, case_id):
    added = service.put_risk(officer, case_id, FIRE)
    service.put_risk(officer, case_id, replace(FIRE, cause="Straum"))
    with pytest.raises(RefusedError):
        added.undo.verb(officer)


def order(vault, case_id) -> list[str]:
    return [one.key for one in content(vault, case_id).scenarios]


def test_risk_moves_and_its_number_with_it_and_back(officer, case_id):
    change = service.move_risk(officer, case_id, "s2", -1)
    assert order(officer, case_id) == ["s2", "s1"]
    with pytest.raises(RefusedError):
        service.move_risk(officer, case_id, "s2", -1)
    change.undo.verb(officer)
    assert order(officer, case_id) == ["s1", "s2"]


def test_move_is_not_taken_back_when_the_list_was_changed_since(officer, case_id):
    service.put_risk(officer, case_id, FIRE)
    change = service.move_risk(officer, case_id, "s1", 1)
    service.move_risk(officer, case_id, "s1", 1)
    with pytest.raises(RefusedError):
        change.undo.verb(officer)
    assert order(officer, case_id) == ["s2", "s9", "s1"]


def test_measure_leaves_its_risks_and_comes_back_to_them(officer, case_id):
    removed = service.remove_measure(officer, case_id, "m1")
    assert content(officer, case_id).scenarios[0].measures == ()
    removed.undo.verb(officer)
    found = content(officer, case_id)
    assert (found.measures, found.scenarios) == (MEASURES, SCENARIOS)


def test_measure_is_put_on_the_risks_it_lowers(officer, case_id):
    service.put_measure(officer, case_id, LOG, lowers=("s1",))
    first, second = content(officer, case_id).scenarios
    assert first.measures == ("m1", "m9")
    assert second.measures == ("m2",)


@pytest.mark.parametrize(
    ("measure", "field"),
    [
        (Measure(key="m8", title="  "), "title"),
        (Measure(key="m8", title="TILGANGSSTYRING"), "title"),
        (Measure(key="m8", title="x" * 201), "title"),
        (Measure(key="m8", title="x", done_on=date(2027, 1, 1)), "done_on"),
    ],
)
def test_measure_that_cannot_be_kept_says_where(officer, case_id, measure, field):
    with pytest.raises(InvalidInputError) as caught:
        service.put_measure(officer, case_id, measure)
    assert [one.field for one in caught.value.problems] == [field]


def test_risk_points_only_to_measures_that_are_there(officer, case_id):
    with pytest.raises(InvalidInputError) as caught:
        service.put_risk(officer, case_id, replace(FIRE, measures=("gone",)))
    assert caught.value.problems[0].field == "measures"


def test_nothing_is_written_while_it_is_with_the_officer(officer):
    case_id = sent(officer)
    for deed in (
        lambda: service.put_risk(officer, case_id, FIRE),
        lambda: service.put_measure(officer, case_id, LOG),
        lambda: service.remove_measure(officer, case_id, "m1"),
        lambda: scales.choose_scale(officer, case_id, STRICT),
    ):
        with pytest.raises(RefusedError):
            deed()


def test_several_are_added_at_once_and_taken_back_at_once(officer, case_id):
    before = content(officer, case_id)
    measures = (Measure(key="n1", title="tilgangsstyring"), Measure(key="n2", title="Ny"))
    scenario = replace(FIRE, measures=("n1", "n2"))
    change = service.add_all(officer, case_id, (scenario,), measures)
    found = content(officer, case_id)
    assert [one.title for one in found.measures[3:]] == ["Ny"]
    assert found.scenarios[-1].measures == ("m1", "n2")  # the one that was there already
    change.undo.verb(officer)
    assert content(officer, case_id) == before


# The action plan


def plan(vault, case_id):
    tasks = store.dpia(vault.db, case_id).tasks
    return {one.title: one for one in tasks if one.kind == MEASURE}


def test_planned_measure_with_a_day_or_an_owner_is_a_task_of_the_case(officer, case_id):
    service.put_measure(officer, case_id, LOG)
    found = plan(officer, case_id)
    assert set(found) == {"Slette opptak etter sju dagar", "Logg"}
    assert (found["Logg"].due, found["Logg"].responsible) == (LOG.due, "IT")
    assert store.dpia(officer.db, case_id).case.due == LOG.due
    renamed = replace(LOG, title="Logg og kontroll", due=date(2026, 12, 5))
    service.put_measure(officer, case_id, renamed)
    assert plan(officer, case_id)["Logg og kontroll"].due == date(2026, 12, 5)
    service.put_measure(officer, case_id, replace(renamed, status=MeasureStatus.EXISTING))
    assert set(plan(officer, case_id)) == {"Slette opptak etter sju dagar"}


def test_task_follows_its_measure_by_another_name_and_not_one_of_the_same_name(officer, case_id):
    service.put_measure(officer, case_id, replace(LOG, done_on=date(2026, 11, 2)))
    task = plan(officer, case_id)["Logg"]
    service.put_measure(officer, case_id, replace(LOG, title="Ny logg", done_on=task.done_on))
    assert plan(officer, case_id)["Ny logg"] == replace(task, title="Ny logg")
    with officer.begin(Deed.WORK_ON_CASE) as work:
        work.require(Deed.WORK_ON_CASE, assigned=True)
        for key in ("n1", "n2"):
            twin = Measure(key=key, title="Same", owner=key, due=LOG.due)
            store.put_item(work.db, case_id, twin)
        record(work, case_id, "dpia_measure_added", title="Same")
    found = [one for one in store.dpia(officer.db, case_id).tasks if one.title == "Same"]
    assert [one.responsible for one in found] == ["n1", "n2"]


def test_what_was_carried_out_stays_done_when_it_is_no_plan_any_more(officer, case_id):
    done = replace(LOG, done_on=date(2026, 11, 2))
    service.put_measure(officer, case_id, done)
    task = plan(officer, case_id)["Logg"]
    service.put_measure(officer, case_id, replace(done, status=MeasureStatus.EXISTING))
    assert plan(officer, case_id)["Logg"] == task
    service.remove_measure(officer, case_id, LOG.key)
    assert "Logg" not in plan(officer, case_id)


def test_plan_is_gone_when_the_processing_is_dropped(officer, case_id):
    service.put_measure(officer, case_id, LOG)
    put(officer, case_id, state=State.DROPPED.value)
    assert plan(officer, case_id) == {}


def test_measure_is_carried_out_while_in_force_and_that_is_taken_back(officer):
    case_id = in_force(officer)
    change = service.note_done(officer, case_id, "m2", date(2026, 11, 20), "Sletta av leverandøren")
    found = store.dpia(officer.db, case_id)
    measure = found.content.measure("m2")
    assert measure.done_on == date(2026, 11, 20)
    assert "Sletta av leverandøren" in measure.text
    assert plan(officer, case_id)[measure.title].done
    change.undo.verb(officer)
    assert content(officer, case_id).measure("m2") == MEASURES[1]
    with pytest.raises(InvalidInputError):
        service.note_done(officer, case_id, "m2", date(2026, 11, 21))


# The scale


def test_other_scale_moves_steps_upwards_and_is_taken_back(officer, case_id):
    change = scales.choose_scale(officer, case_id, STRICT)
    found = content(officer, case_id)
    assert found.scale == 4
    assert scale_in(found).high_from == 6
    first, second = found.scenarios
    assert (first.before.consequence, first.before.likelihood) == (4, 4)  # 4 of 5
    assert (second.before.consequence, second.before.likelihood) == (4, 2)  # 5 and 2 of 5
    change.undo.verb(officer)
    assert content(officer, case_id).scenarios == SCENARIOS
    assert content(officer, case_id).own_scale is None


def test_scale_of_the_municipality_goes_into_an_assessment_with_its_first_risk(officer, case_id):
    own = replace(STRICT, consequence=(Bilingual(nn="lite", nb="lite nb"),) * 4)
    scales.save_own_scale(officer, own)
    assert content(officer, case_id).own_scale is None  # it was begun by another
    with officer.begin(Deed.WORK_ON_CASE) as work:
        work.require(Deed.WORK_ON_CASE, assigned=True)
        for one in SCENARIOS:
            store.remove_item(work.db, case_id, one)
    change = service.put_risk(officer, case_id, FIRE)
    found = content(officer, case_id)
    assert (found.scale, found.own_scale) == (4, own)
    change.undo.verb(officer)
    without = content(officer, case_id)
    assert (without.scale, without.own_scale, without.scenarios) == (5, None, ())
    change = service.add_all(officer, case_id, [FIRE])
    service.put_risk(officer, case_id, replace(FIRE, key="s8", title="Straum"))
    change.undo.verb(officer)
    assert content(officer, case_id).own_scale == own  # a risk is judged by it
    assert consequence_steps(found, Language.BOKMAL)[0] == (1, "1 – lite nb")
    assert len(likelihood_steps(found)) == 4


@pytest.mark.parametrize(
    ("own", "field"),
    [
        (replace(STRICT, medium_from=1), "medium_from"),
        (replace(STRICT, high_from=3), "high_from"),
        (replace(STRICT, high_from=17), "high_from"),
        (replace(STRICT, likelihood=(Bilingual(nn="x" * 201),) * 4), "likelihood_1"),
    ],
)
def test_scale_leaves_room_for_three_levels(officer, own, field):
    with pytest.raises(InvalidInputError) as caught:
        scales.save_own_scale(officer, own)
    assert caught.value.problems[0].field == field


def test_map_is_told_in_words_with_what_was_not_judged(officer, case_id):
    found = content(officer, case_id)
    text = map_text(found, Language.NYNORSK)
    assert text.startswith("Høg: 1 ")
    assert counts_text(found, Language.NYNORSK)
    assert counts_text(replace(found, scenarios=())) == ""
