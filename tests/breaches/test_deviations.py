"""The list of deviations: what is no breach, who follows it up, and what becomes of it."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from breaches.conftest import NOW
from gdpr_desktop.breaches import store as breaches
from gdpr_desktop.breaches.closing.service import not_a_breach
from gdpr_desktop.breaches.codes import Reporter
from gdpr_desktop.breaches.deviations import exporting, store
from gdpr_desktop.breaches.deviations.model import Facts, Severity, Source, State
from gdpr_desktop.breaches.deviations.service.base import read_deviation
from gdpr_desktop.breaches.deviations.service.closing import close_deviation
from gdpr_desktop.breaches.deviations.service.intake import (
    change_facts,
    follow_up,
    register_deviation,
)
from gdpr_desktop.breaches.deviations.service.linking import make_breach, reporter_of
from gdpr_desktop.breaches.deviations.steps import Step, next_step
from gdpr_desktop.breaches.deviations.upkeep import FOLLOW_UP
from gdpr_desktop.breaches.deviations.words import timeline_text
from gdpr_desktop.breaches.model import Intake
from gdpr_desktop.breaches.timeline_words import timeline_text as breach_timeline_text
from gdpr_desktop.casework import lists
from gdpr_desktop.casework import store as cases
from gdpr_desktop.casework.model import CaseFilter, CaseKind, CaseQuery
from gdpr_desktop.casework.retention import CaseAnonymised
from gdpr_desktop.core.errors import InvalidInputError, RefusedError
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.vault import Vault

TODAY = date(2026, 11, 20)
SOON = TODAY + timedelta(days=7)
FACTS = Facts(
    noticed_on=TODAY - timedelta(days=3),
    what="Mange forsøk på innlogging\nFrå same adresse, ingen kom inn.",
    source=Source.LOG,
    department="IKT",
    system="Skulesystemet",
    severity=Severity.MEDIUM,
)


@pytest.fixture
def deviation(officer: Vault) -> CaseId:
    """Log-ins that failed: no breach."""
    return CaseId(register_deviation(officer, FACTS).id)


def followed(vault: Vault, case_id: CaseId, day: date | None = SOON, corrective: str = ""):
    return follow_up(
        vault,
        case_id,
        responsible="IKT-leiaren",
        follow_up_on=day,
        corrective=corrective,
        severity=Severity.HIGH,
    )


def test_a_deviation_is_in_the_list_by_its_first_line(officer, deviation):
    found = read_deviation(officer, deviation)
    assert found.facts == FACTS
    assert found.case.subject_name == "Mange forsøk på innlogging"
    assert found.state is State.NEW
    query = CaseQuery(kinds=(CaseKind.DEVIATION,), filter=CaseFilter.OPEN)
    shown = lists.page(officer.db, query, officer.actor, TODAY, offset=0, limit=10)
    assert [one.id for one in shown] == [deviation]
    query = replace(query, text="skulesystemet", filter=CaseFilter.ALL)
    assert lists.count(officer.db, query, officer.actor, TODAY) == 1


def test_what_happened_and_a_day_that_has_come_are_asked_for(officer):
    wrong = replace(FACTS, what=" ", noticed_on=SOON, follow_up_on=TODAY - timedelta(days=1))
    with pytest.raises(InvalidInputError) as raised:
        register_deviation(officer, wrong)
    fields = {problem.field for problem in raised.value.problems}
    assert fields == {"what", "noticed_on", "responsible", "follow_up_on"}


def test_the_next_follow_up_stands_on_the_overview_until_it_is_closed(officer, deviation):
    assert next_step(read_deviation(officer, deviation)) is Step.FOLLOW_UP
    followed(officer, deviation, corrective="Sperra etter fem forsøk")
    found = read_deviation(officer, deviation)
    assert (found.state, found.case.due, next_step(found)) == (State.STARTED, SOON, Step.CLOSE)
    due = lists.due_until(officer.db, SOON, officer.actor)
    assert [(one.kind, one.due) for one in due] == [(FOLLOW_UP, SOON)]
    close_deviation(officer, deviation, corrective="Sperra etter fem forsøk")
    assert lists.due_until(officer.db, SOON, officer.actor) == ()
    assert read_deviation(officer, deviation).state is State.CLOSED


def test_a_follow_up_is_taken_back_as_it_was(officer, deviation):
    followed(officer, deviation)
    again = followed(officer, deviation, day=None)
    assert cases.open_deadline(officer.db, deviation, FOLLOW_UP) is None
    again.undo.verb(officer)
    assert read_deviation(officer, deviation).facts.follow_up_on == SOON


def test_putting_the_facts_right_keeps_what_follows_it_up(officer, deviation):
    followed(officer, deviation)
    change_facts(officer, deviation, replace(FACTS, what="Åtte forsøk", responsible="Ingen"))
    facts = read_deviation(officer, deviation).facts
    assert (facts.what, facts.responsible, facts.follow_up_on) == (
        "Åtte forsøk",
        "IKT-leiaren",
        SOON,
    )


def test_it_is_not_closed_without_saying_what_was_done(officer, deviation):
    with pytest.raises(InvalidInputError):
        close_deviation(officer, deviation, corrective=" ")


def test_a_deviation_that_is_a_breach_starts_the_clock_and_the_two_are_linked(officer, deviation):
    hour_ago = NOW - timedelta(hours=1)
    intake = Intake(
        title="Ein kom inn likevel",
        what="",
        discovered=hour_ago,
        discovered_by="IKT",
        aware=hour_ago,
        reporter=reporter_of(Source.LOG),
    )
    made = CaseId(make_breach(officer, deviation, intake).id)
    found = breaches.breach(officer.db, made)
    assert (found.clock_runs, found.intake.reporter) == (True, Reporter.EMPLOYEE)
    assert found.deviation is not None
    assert found.deviation.id == deviation
    ended = read_deviation(officer, deviation)
    assert ended.breach is not None
    assert (ended.breach.id, ended.case.outcome) == (made, "breach")
    number = ended.case.number
    texts = [breach_timeline_text(one) for one in cases.timeline(officer.db, made)]
    assert any(number in text for text in texts)
    with pytest.raises(RefusedError):
        make_breach(officer, deviation, intake)


def test_a_wrong_time_leaves_the_deviation_as_it_was(officer, deviation):
    later = NOW + timedelta(hours=1)
    intake = Intake(title="X", what="", discovered=later, discovered_by="IKT", aware=later)
    with pytest.raises(InvalidInputError):
        make_breach(officer, deviation, intake)
    assert read_deviation(officer, deviation).case.open


def test_what_was_no_breach_is_kept_as_a_deviation(officer, breach):
    not_a_breach(officer, breach, reason="Konvolutten var tom", keep=True)
    found = breaches.breach(officer.db, breach)
    assert found.deviation is not None
    kept = read_deviation(officer, found.deviation.id)
    assert kept.breach is not None
    assert kept.breach.id == breach
    assert (kept.case.open, kept.facts.department) == (True, "Barnevernet")
    assert kept.facts.title == "Brev til feil forelder"
    texts = [timeline_text(one) for one in cases.timeline(officer.db, kept.case.id)]
    assert any(found.case.number in text for text in texts)


def test_the_exported_list_has_the_columns_of_the_source(officer, deviation):
    followed(officer, deviation)
    query = CaseQuery(kinds=(CaseKind.DEVIATION,), filter=CaseFilter.ALL)
    reading = exporting.listed(officer, query)
    with pytest.raises(StopIteration) as ended:
        next(reading)
    rows = ended.value.value
    assert len(rows) == 1
    assert len(rows[0]) == len(exporting.headers()) == 11
    assert rows[0][1] == FACTS.noticed_on
    made = exporting.book("Testvik", "1 treff", exporting.headers(), rows, Language.NYNORSK)
    assert made.startswith(b"PK")
    assert exporting.note_export(officer, 1).ids == ()


def test_an_erased_deviation_keeps_codes_and_days_only(officer, deviation):
    followed(officer, deviation, corrective="Sperra")
    with officer.begin(Deed.CLEAN_UP) as work:
        work.require(Deed.CLEAN_UP, assigned=True)
        work.publish(CaseAnonymised(case_id=deviation))
    facts = store.deviation(officer.db, deviation).facts
    assert facts == Facts(
        noticed_on=FACTS.noticed_on,
        what="",
        source=Source.LOG,
        severity=Severity.HIGH,
        follow_up_on=SOON,
    )
