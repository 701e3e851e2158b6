"""Risk assessments: levels, what is missing, the day of the activity, the advice about a DPIA."""

from dataclasses import replace
from datetime import date

import pytest

from gdpr_desktop.core.municipality import Language
from gdpr_desktop.register import feature
from gdpr_desktop.register.documents import record_document, stale_documents
from gdpr_desktop.register.entries import service, store
from gdpr_desktop.register.entries.model import EntryId, EntryState
from gdpr_desktop.register.risks import levels
from gdpr_desktop.register.risks.advice import dpia_advice
from gdpr_desktop.register.risks.levels import DpiaReason, Level
from gdpr_desktop.register.risks.model import Measure, Risk, RiskAssessment
from gdpr_desktop.register.risks.report import report

LOGGING = Measure(text="Logg", owner="IKT-leiar", due=date(2027, 1, 15))
SNOOPING = Risk(text="Snoking", likelihood=4, consequence=4, measures=(LOGGING,))
LOWERED = replace(SNOOPING, likelihood_after=2, consequence_after=4)


def assessment(*risks: Risk, **fields) -> RiskAssessment:
    return RiskAssessment(
        name="Oppad 2026", made_on=date(2026, 11, 2), made_by="rektor", risks=risks, **fields
    )


def with_measure(**fields) -> Risk:
    return replace(LOWERED, measures=(Measure(text="Logg", **fields),))


def codes(content: RiskAssessment) -> set[str]:
    return {one.code for one in content.findings()} - {"assesses_nothing"}


def add(vault, content) -> EntryId:
    return EntryId(service.add_entry(vault, content).id)


@pytest.mark.parametrize(
    ("likelihood", "consequence", "level"),
    [(1, 4, Level.LOW), (1, 5, Level.MEDIUM), (2, 5, Level.MEDIUM), (3, 4, Level.HIGH)],
)
def test_level_follows_the_product(likelihood, consequence, level):
    assert levels.USUAL.level(likelihood, consequence) is level


def test_measures_count_for_nothing_until_somebody_has_judged_them():
    assert levels.left(SNOOPING) is Level.HIGH
    assert levels.left(LOWERED) is Level.MEDIUM


def test_high_risk_calls_for_a_dpia_to_be_considered():
    assert levels.needs_dpia_hint(assessment(SNOOPING)) is DpiaReason.HIGH_LEFT
    assert levels.needs_dpia_hint(assessment(LOWERED)) is DpiaReason.HIGH_BEFORE
    mild = replace(SNOOPING, likelihood=1)
    assert levels.needs_dpia_hint(assessment(mild)) is None


@pytest.mark.parametrize(
    ("risks", "code"),
    [
        ((), "no_risks"),
        ((Risk(text="Tap"),), "no_numbers"),
        ((replace(SNOOPING, measures=()),), "high_without_measure"),
        ((SNOOPING,), "not_judged_after"),
        ((with_measure(due=LOGGING.due),), "measure_without_owner"),
        ((with_measure(owner="rektor"),), "measure_without_due"),
    ],
)
def test_assessment_says_what_it_lacks(risks, code):
    assert code in codes(assessment(*risks))


def test_whole_assessment_lacks_nothing():
    assert codes(assessment(replace(LOWERED, likelihood=1, likelihood_after=1))) == set()


def test_measures_that_are_not_done_fall_due():
    done = replace(LOGGING, done_on=date(2026, 11, 1), text="Kurs")
    content = assessment(replace(LOWERED, measures=(LOGGING, done)))
    assert [one.title for one in content.dues()] == ["Logg"]


@pytest.fixture
def approved(vault, activity) -> EntryId:
    """An activity that is approved, with subscribers on."""
    feature.subscribe(vault)
    number = add(vault, activity)
    with vault.begin(None) as work:
        store.set_approved(work.db, number, who="Solveig", at=work.clock.now())
    return number


def test_assessment_dates_its_activity_without_asking_for_a_new_approval(vault, approved, place):
    record_document(
        vault,
        kind="sign",
        title="Skilt",
        language="nn",
        path=place,
        sha256="00",
        about=approved,
        sources=[approved],
    )
    add(vault, assessment(LOWERED, activities=(approved,)))
    found = store.entry(vault.db, approved)
    assert found.content.risk_assessed_on == date(2026, 11, 2)
    assert (found.state, found.revision) == (EntryState.APPROVED, 1)
    assert stale_documents(vault.db) == ()
    assert store.versions(vault.db, approved)[0].code == "entry_assessed"


def test_older_assessment_does_not_move_the_day_back(vault, approved, system):
    add(vault, assessment(LOWERED, activities=(approved,), systems=(system,)))
    older = replace(assessment(LOWERED), name="Eldre", made_on=date(2024, 5, 1))
    add(vault, replace(older, activities=(approved,)))
    for one in (approved, system):
        assert store.entry(vault.db, one).content.risk_assessed_on == date(2026, 11, 2)


def test_day_typed_wrong_goes_when_it_is_put_right(vault, approved):
    number = add(vault, assessment(LOWERED, activities=(approved,)))
    right = replace(store.entry(vault.db, number).content, made_on=date(2025, 11, 2))
    service.change_entry(vault, number, right)
    assert store.entry(vault.db, approved).content.risk_assessed_on == date(2025, 11, 2)


def test_day_goes_with_the_assessment_it_came_from(vault, system):
    feature.subscribe(vault)
    number = add(vault, assessment(LOWERED, systems=(system,)))
    assert store.entry(vault.db, system).content.risk_assessed_on == date(2026, 11, 2)
    service.delete_entry(vault, number)
    assert store.entry(vault.db, system).content.risk_assessed_on is None


def test_undoing_a_change_of_a_system_keeps_the_day_of_a_later_assessment(vault, system):
    feature.subscribe(vault)
    before = store.entry(vault.db, system).content
    change = service.change_entry(vault, system, replace(before, owner="rektor"))
    add(vault, assessment(LOWERED, systems=(system,)))
    change.undo.verb(vault)
    after = store.entry(vault.db, system).content
    assert (after.owner, after.risk_assessed_on) == (before.owner, date(2026, 11, 2))


def test_activity_is_advised_by_assessments_of_its_systems_too(vault, activity, system):
    number = add(vault, activity)
    add(vault, assessment(SNOOPING, systems=(system,)))
    (advice,) = dpia_advice(vault.db, number)
    assert (advice.name, advice.reason) == ("Oppad 2026", DpiaReason.HIGH_LEFT)


@pytest.mark.parametrize("language", Language)
def test_report_names_every_risk_and_measure(vault, system, language):
    number = add(vault, assessment(LOWERED, systems=(system,)))
    text = report(vault, store.entry(vault.db, number), language).text()
    assert all(words in text for words in ("Snoking", "Logg", "IKT-leiar", "Oppad"))
