"""The first hour, the course and the scope of a breach: what is kept, refused, taken back."""

from dataclasses import replace
from datetime import timedelta

import pytest

from breaches.conftest import NOW
from breaches.filling import SCOPE, assessed
from gdpr_desktop.breaches import codes, store
from gdpr_desktop.breaches.code_words import words
from gdpr_desktop.breaches.codes import DataCategory, Happened, Incident, Known, Reporter
from gdpr_desktop.breaches.facts import summary as facts
from gdpr_desktop.breaches.facts.first_hour import points
from gdpr_desktop.breaches.facts.from_record import known_of, names
from gdpr_desktop.breaches.facts.rules import OlderFact, older_facts
from gdpr_desktop.breaches.facts.service import describe_course, describe_scope
from gdpr_desktop.breaches.facts.ticking import tick_off
from gdpr_desktop.breaches.facts.words import long_wait_words
from gdpr_desktop.breaches.model import Count, Course, Link, Scope, Ticked
from gdpr_desktop.breaches.service.base import read_breach
from gdpr_desktop.breaches.steps import Step, is_done
from gdpr_desktop.breaches.summary import step_hint
from gdpr_desktop.core.bilingual import same
from gdpr_desktop.core.errors import InvalidInputError
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.register.activities.model import Activity
from gdpr_desktop.register.activities.parts import DataCategory as RecordedData
from gdpr_desktop.register.activities.parts import Sensitivity, Subject
from gdpr_desktop.register.entries import service as entries
from gdpr_desktop.register.entries.model import EntryKind
from gdpr_desktop.register.systems.model import System

HOUR = timedelta(hours=1)
DONE = Ticked(point="stop", by="Nora Testdal", at=NOW - HOUR)


def _fields(error) -> set[str]:
    return {one.field for one in error.value.problems}


def _course(**facts: object) -> Course:
    return Course(happened=Happened.PERIOD, **facts)  # type: ignore[arg-type]


def _rows(rows) -> str:
    return "\n".join(text for _label, text in rows)


@pytest.mark.parametrize("language", Language)
def test_every_code_of_a_breach_has_words(language):
    enums = [one for one in vars(codes).values() if isinstance(one, type)]
    for one in enums:
        if one.__module__ == codes.__name__ and one is not codes.AuthorityState:  # a list's own
            assert all(words(code, language) for code in one), one


def test_the_common_points_come_first_and_what_was_ticked_stays():
    ids = [one.id for one in points(Incident.LOST, (Ticked(point="visitors", by="", at=NOW),))]
    assert ids[:2] == ["stop", "keep_traces"]
    assert ids[-1] == "visitors"
    assert "was_encrypted" in ids
    assert all(one.text and one.help and one.who for one in points(Incident.LOST))


def test_the_first_hour_may_be_left_half_done(officer, breach):
    tick_off(officer, breach, (DONE,), over=False)
    found = read_breach(officer, breach)
    assert found.first_hour == (DONE,)
    assert not is_done(found, Step.FIRST_HOUR)
    change = tick_off(officer, breach, (DONE,), over=True)
    assert is_done(read_breach(officer, breach), Step.FIRST_HOUR)
    assert "Nora Testdal" in _rows(facts.first_hour(read_breach(officer, breach)))
    change.undo.verb(officer)
    assert not is_done(read_breach(officer, breach), Step.FIRST_HOUR)


def test_a_point_that_is_done_has_somebody_and_a_time_that_has_been(officer, breach):
    with pytest.raises(InvalidInputError) as error:
        tick_off(officer, breach, (replace(DONE, by=" ", at=NOW + HOUR),), over=False)
    assert _fields(error) == {"stop_by", "stop_at"}


@pytest.mark.parametrize(
    ("course", "field"),
    [
        (_course(happened_to=NOW), "happened_from"),
        (_course(happened_from=NOW - 3 * HOUR), "happened_to"),
        (_course(happened_from=NOW - 3 * HOUR, happened_to=NOW - 4 * HOUR), "happened_to"),
        (_course(happened_from=NOW - 3 * HOUR, happened_to=NOW + HOUR), "happened_to"),
        (Course(happened=Happened.SINCE, happened_from=NOW), "happened_from"),
        (Course(happened=Happened.MOMENT, happened_from=NOW + HOUR), "happened_from"),
        (Course(reported_at=NOW + HOUR), "reported_at"),
        (Course(reported_at=NOW - 2 * HOUR, processor_aware=NOW - HOUR), "processor_aware"),
        (Course(cause="x" * 20_001), "cause"),
    ],
)
def test_times_out_of_order_are_refused_at_their_field(officer, breach, course, field):
    with pytest.raises(InvalidInputError) as error:
        describe_course(officer, breach, course, reporter=Reporter.PROCESSOR)
    assert _fields(error) == {field}
    assert read_breach(officer, breach).course is None


def test_the_course_says_who_told_us_and_is_taken_back_whole(officer, breach):
    course = _course(
        happened_from=NOW - 80 * HOUR,
        happened_to=NOW - 80 * HOUR,
        reported_at=NOW - 2 * HOUR,
        processor_aware=NOW - 79 * HOUR,
    )
    change = describe_course(officer, breach, course, reporter=Reporter.PROCESSOR)
    found = read_breach(officer, breach)
    assert found.intake.reporter is Reporter.PROCESSOR
    assert long_wait_words(77 * HOUR) in _rows(facts.course(found))
    change.undo.verb(officer)
    found = read_breach(officer, breach)
    assert (found.course, found.intake.reporter) == (None, Reporter.EMPLOYEE)


def test_what_is_no_longer_asked_is_not_kept(officer, breach):
    course = Course(happened_from=NOW - HOUR, happened_to=NOW, processor_aware=NOW - 2 * HOUR)
    describe_course(officer, breach, course)
    assert read_breach(officer, breach).course == Course()


@pytest.mark.parametrize(
    ("scope", "field"),
    [
        (Scope(), "kinds"),
        (replace(SCOPE, people_count=Count(known=Known.EXACT, number=0)), "people_count"),
        (replace(SCOPE, records_count=Count(known=Known.ABOUT)), "records_count"),
        (replace(SCOPE, people_count=Count(known=Known.ABOUT, number=10**10)), "people_count"),
        (replace(SCOPE, systems=(Link(name="x" * 201),)), "systems"),
    ],
)
def test_a_scope_that_cannot_be_is_refused_at_its_field(officer, breach, scope, field):
    with pytest.raises(InvalidInputError) as error:
        describe_scope(officer, breach, scope)
    assert _fields(error) == {field}


def test_ten_million_people_are_kept(officer, breach):
    many = Count(known=Known.ABOUT, number=10_000_000)
    describe_scope(officer, breach, replace(SCOPE, people_count=many))
    found = read_breach(officer, breach)
    assert found.scope.people_count == many
    assert "10\u00a0000\u00a0000" in _rows(facts.scope(found))


def test_facts_that_change_after_the_assessment_are_named(officer, breach):
    found = assessed(officer, breach)
    then = found.assessment
    same_as_then = Scope(
        kinds=SCOPE.kinds, children=then.children, seen=then.seen, protection=then.protection
    )
    describe_scope(officer, breach, same_as_then)
    assert older_facts(read_breach(officer, breach)) == ()
    later = replace(same_as_then, children=False, data=(DataCategory.HEALTH,))
    change = describe_scope(officer, breach, later)
    found = read_breach(officer, breach)
    assert older_facts(found) == (OlderFact.SPECIAL, OlderFact.CHILDREN)
    assert step_hint(found, Step.ASSESSMENT)
    change.undo.verb(officer)
    assert older_facts(read_breach(officer, breach)) == ()


def test_an_activity_of_the_record_brings_people_data_and_systems(officer):
    system = entries.add_entry(officer, System(name="Oppad")).id
    activity = Activity(
        name=same("Opptak i barnehage"),
        systems=(system,),
        subjects=(Subject(text=same("barn og føresette"), vulnerable=True),),
        data=(
            RecordedData(text=same("namn og adresse")),
            RecordedData(text=same("allergi"), sensitivity=Sensitivity.SPECIAL),
            RecordedData(text=same("nummer"), sensitivity=Sensitivity.NATIONAL_ID),
        ),
    )
    entries.add_entry(officer, activity)
    known = known_of(officer.db, names(officer.db, EntryKind.ACTIVITY)["Opptak i barnehage"])
    assert {one.value for one in known.people} == {"pupils", "parents"}
    assert {one.value for one in known.data} == {"name", "contact", "health", "identity_number"}
    assert known.vulnerable
    assert known.systems == (Link(name="Oppad", entry=system),)


def test_an_erased_breach_has_no_points_and_no_names(officer, breach):
    tick_off(officer, breach, (DONE,), over=True)
    describe_course(officer, breach, Course(reporter_name="Trykk AS"))
    with officer.begin(None) as work:
        store.anonymise(work.db, breach)
    found = store.breach(officer.db, breach)
    assert (found.first_hour, found.course.reporter_name) == ((), "")
