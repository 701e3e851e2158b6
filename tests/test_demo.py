"""The demo register: the same from the same seed, every state, nobody real, not too slow."""

import itertools
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from gdpr_desktop.breaches import store as breaches
from gdpr_desktop.breaches.clock.model import ClockTone, clock_of_breach
from gdpr_desktop.breaches.codes import Incident, PeopleTelling, TellingState
from gdpr_desktop.breaches.deviations import store as deviations
from gdpr_desktop.breaches.deviations.model import State
from gdpr_desktop.breaches.model import Breach
from gdpr_desktop.casework import store as cases
from gdpr_desktop.casework.model import CaseKind, CaseState
from gdpr_desktop.consents import feature
from gdpr_desktop.consents.checking.points import check_form
from gdpr_desktop.consents.forms import store as consent_forms
from gdpr_desktop.consents.groups import store as groups
from gdpr_desktop.consents.withdrawals import store as withdrawn
from gdpr_desktop.core.clock import OSLO, FixedClock
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.demo import open_demo
from gdpr_desktop.demo.numbers import synthetic_number
from gdpr_desktop.demo.register import FILE_NAME, PASSWORD, USER, make_demo
from gdpr_desktop.dpia import store as assessments
from gdpr_desktop.dpia.catalogue.loading import builtin
from gdpr_desktop.dpia.codes import State as Assessed
from gdpr_desktop.information.collections import store as collections
from gdpr_desktop.information.statements.findings import findings_in
from gdpr_desktop.information.statements.sources import gather
from gdpr_desktop.law import identifiers
from gdpr_desktop.register.entries import store as entries
from gdpr_desktop.register.entries.model import Entry, EntryKind, EntryState
from gdpr_desktop.register.processors.findings import agreement_gaps
from gdpr_desktop.register.single_disclosures import store as disclosures
from gdpr_desktop.requests import store
from gdpr_desktop.requests.model import Channel, CloseOutcome, Request, Right
from gdpr_desktop.requests.rights import OFFERED
from gdpr_desktop.requests.steps import Step
from gdpr_desktop.requests.time_limits import answered_late, reply_deadline
from gdpr_desktop.vault import Vault, database

TODAY = date(2026, 11, 22)
CLOCK = FixedClock(datetime(2026, 11, 22, 10, tzinfo=OSLO))
MOST_STATEMENTS = 80_000  # 54,000 when this was written: the demo is made while a person waits


def requests_of(vault: Vault) -> list[Request]:
    return [store.request(vault.db, one) for one in ids_of(vault, CaseKind.REQUEST)]


def hours(left: timedelta) -> float:
    return left / timedelta(hours=1)


def ids_of(vault: Vault, kind: CaseKind) -> list[CaseId]:
    rows = vault.db.execute("SELECT id FROM case_file WHERE kind = ? ORDER BY id", [kind.value])
    return [CaseId(row[0]) for row in rows]


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> Iterator[Vault]:
    """The demo register made on 22 November 2026."""
    folder = tmp_path_factory.mktemp("demo")
    done = itertools.count()
    with pytest.MonkeyPatch.context() as patch:
        execute = database._Cursor.execute

        def counted(*arguments: Any) -> Any:
            next(done)
            return execute(*arguments)

        patch.setattr(database._Cursor, "execute", counted)
        make_demo(folder / "demo.register", anchor_dir=folder, clock=CLOCK)
    assert next(done) < MOST_STATEMENTS
    vault = Vault.open(folder / "demo.register", USER, PASSWORD, clock=CLOCK, anchor_dir=folder)
    yield vault
    vault.close()


def breaches_of(vault: Vault) -> list[Breach]:
    return [breaches.breach(vault.db, one) for one in ids_of(vault, CaseKind.BREACH)]


@pytest.fixture(scope="module")
def requests(made) -> list[Request]:
    return requests_of(made)


def test_the_same_day_gives_the_same_cases(made, requests, tmp_path):
    make_demo(tmp_path / "again.register", anchor_dir=tmp_path, clock=CLOCK)
    again = Vault.open(
        tmp_path / "again.register", USER, PASSWORD, clock=CLOCK, anchor_dir=tmp_path
    )
    assert requests_of(again) == requests
    for request in requests:
        case_id = request.case.id
        assert cases.timeline(again.db, case_id) == cases.timeline(made.db, case_id)
    again.close()


def entries_of(vault: Vault, kind: EntryKind) -> list[Entry]:
    return list(entries.entries(vault.db, kind))


def test_the_record_has_what_a_municipality_has(made):
    count = {kind: len(entries_of(made, kind)) for kind in EntryKind}
    assert count[EntryKind.UNIT] == 6
    assert count[EntryKind.SYSTEM] == 8
    assert count[EntryKind.PROCESSOR] == 4
    assert count[EntryKind.ACTIVITY] == 15
    assert count[EntryKind.ARRANGEMENT] == 1
    assert count[EntryKind.ROUTINE_DISCLOSURE] == 2
    assert count[EntryKind.RISK_ASSESSMENT] == 1
    assert count[EntryKind.ASSIGNMENT] == 1
    assert count[EntryKind.STATEMENT] == 2
    assert count[EntryKind.RETENTION_ROUND] == 2


def test_one_statement_is_whole_and_approved_and_one_has_gaps(made):
    statements = entries_of(made, EntryKind.STATEMENT)
    gaps = {one.state: statement_gaps(made, one) for one in statements}
    assert gaps[EntryState.APPROVED] == set()
    assert {"point_5", "point_10", "one_language"} <= gaps[EntryState.DRAFT]


def statement_gaps(vault: Vault, entry: Entry) -> set[str]:
    around = gather(vault, entry).around
    return {finding.code for finding in findings_in(entry.content, around)}


def test_collections_wait_are_overdue_told_excepted_and_closed(made):
    ids = ids_of(made, CaseKind.COLLECTION)
    found = [collections.collection(made.db, one) for one in ids]
    assert sorted(one.case.next_step for one in found) == ["", "archive", "archive", "tell", "tell"]
    overdue, soon = sorted(one.case.due for one in found if one.case.next_step == "tell")
    assert overdue < TODAY < soon
    assert [one.told is None for one in found if one.decision is not None] == [True]
    assert [one.case.outcome for one in found if not one.case.open] == ["told"]


def test_single_disclosures_wait_are_refused_and_given(made):
    ids = ids_of(made, CaseKind.DISCLOSURE)
    found = [disclosures.disclosure(made.db, one) for one in ids]
    stands = {(one.requester_kind, one.case.next_step, one.gives) for one in found}
    assert stands == {
        ("police", "in_writing", False),
        ("insurance", "file", False),
        ("tax", "", True),
    }


def test_breaches_stand_at_every_stage_with_the_clock_in_every_colour(made):
    found = breaches_of(made)
    assert {clock_of_breach(one, CLOCK).tone for one in found} == set(ClockTone)
    assert {one.intake.incident for one in found} == set(Incident)
    assert {one.case.outcome for one in found} >= {"notified", "documented", "not_a_breach"}
    assert {one.decision.people for one in found if one.decision} == set(PeopleTelling)
    assert any(one.told is TellingState.ALL and len(one.notifications) > 2 for one in found)
    states = {deviations.deviation(made.db, one).state for one in ids_of(made, CaseKind.DEVIATION)}
    assert states == set(State)


def test_one_unit_has_answered_what_it_erased_and_one_has_not(made):
    answered = [one.content.answered_on for one in entries_of(made, EntryKind.RETENTION_ROUND)]
    assert answered.count(None) == 1


def test_the_record_is_partly_done(made):
    activities = entries_of(made, EntryKind.ACTIVITY)
    states = Counter(one.state for one in activities)
    assert states[EntryState.APPROVED] >= 7
    assert states[EntryState.TO_REVISE] >= 2
    assert states[EntryState.DRAFT] >= 4
    assert any(not one.complete for one in activities)
    for one in activities:
        if one.state is EntryState.APPROVED:
            assert one.complete
            assert one.content.library_checked


def test_one_agreement_lacks_instructions_of_security_and_return(made):
    lacking = {
        letter
        for one in entries_of(made, EntryKind.PROCESSOR)
        for agreement in one.content.agreements
        for letter in agreement_gaps(agreement)
    }
    assert lacking == {"d", "g"}


def test_organisation_numbers_of_processors_are_whole_and_made_up(made):
    for one in entries_of(made, EntryKind.PROCESSOR):
        assert identifiers.is_organisation(one.content.organisation_number)


def test_the_record_is_the_same_on_the_same_day_and_never_ahead_of_it(made):
    for kind in (EntryKind.UNIT, EntryKind.ACTIVITY, EntryKind.RISK_ASSESSMENT):
        for one in entries_of(made, kind):
            assert one.created_at <= one.changed_at <= CLOCK.now()
            assert one.changed_at <= (one.approved_at or CLOCK.now())


def test_there_are_about_eighty_over_five_years(requests):
    assert 70 <= len(requests) <= 85
    years = {request.case.received.year for request in requests}
    assert len(years) >= 5


def test_every_state_can_be_seen(requests):
    still_open = [request for request in requests if request.case.open]
    assert {request.case.next_step for request in still_open} == {step.value for step in Step}
    closed = {request.case.outcome for request in requests if not request.case.open}
    assert closed == set(CloseOutcome)
    assert {request.channel for request in requests} == set(Channel)
    assert {request.identity.state for request in requests} >= {"unknown", "asked", "established"}
    assert any(request.extension for request in requests)
    assert any(answered_late(request) for request in requests)
    overdue = [one for one in still_open if one.case.due and one.case.due < TODAY]
    this_week = [
        one
        for one in still_open
        if one.case.due and TODAY <= one.case.due <= TODAY + timedelta(days=7)
    ]
    assert overdue
    assert this_week


def test_every_right_is_seen_in_both_written_forms(requests):
    parts = [(part, request) for request in requests for part in request.parts]
    assert {part.right for part, _request in parts} == set(OFFERED)
    others = [one.case.language for part, one in parts if part.right is not Right.ACCESS]
    assert set(others) == set(Language)


def test_one_case_has_two_rights_that_are_answered_at_different_times(requests):
    (two,) = [one for one in requests if len(one.parts) > 1]
    assert {part.answered for part in two.parts} == {True, False}


def test_something_lies_outside_the_systems_and_waits(requests):
    found = [loose for one in requests for loose in one.unstructured.values()]
    assert {bool(loose.undone) for loose in found} == {True, False}


def test_identity_numbers_belong_to_nobody(made, requests):
    numbers = [
        person.national_id
        for request in requests
        for person in request.persons.values()
        if person.national_id
    ]
    assert numbers
    for number in numbers:
        assert identifiers.is_national_id(number)
        assert int(number[2:4]) > 80
    for request in requests:
        texts = [entry.detail.values() for entry in cases.timeline(made.db, request.case.id)]
        found = [
            finding
            for text in itertools.chain(*texts)
            for finding in identifiers.find(text)
            if finding.kind in (identifiers.Kind.NATIONAL_ID, identifiers.Kind.D_NUMBER)
        ]
        assert found == []


def test_addresses_on_the_net_lead_nowhere(made, requests):
    owner = made.municipality()
    mails = [owner.email, owner.officer.email]
    mails += [person.email for one in requests for person in one.persons.values() if person.email]
    assert all(mail.endswith(".example") for mail in mails)


@pytest.mark.parametrize(
    "born", [date(1940, 2, 29), date(1999, 12, 31), date(2000, 1, 1), date(2024, 2, 29)]
)
def test_a_synthetic_number_fits_the_birth_date(born):
    numbers = {synthetic_number(born, serial) for serial in range(5)}
    assert len(numbers) > 1
    assert {identifiers.birth_date(number, date(2031, 12, 31)) for number in numbers} == {born}


def test_nothing_happens_before_its_time_or_after_today(made, requests):
    for request in requests:
        entries = cases.timeline(made.db, request.case.id)[::-1]
        times = [entry.at for entry in entries]
        assert times == sorted(times)
        assert times[0].astimezone(OSLO).date() == request.case.received
        assert times[-1] <= CLOCK.now()
        assert request.case.due is None or request.case.due == reply_deadline(request).due


def test_closed_cases_are_closed_in_order_and_filed_also_those_that_were_taken_back(requests):
    for request in requests:
        case = request.case
        if case.state is CaseState.CLOSED:
            assert case.archive_number
            assert case.closed_at


def test_the_journal_of_the_demo_is_whole(made):
    from gdpr_desktop.vault import journal

    assert journal.verify(made.db) is None
    assert made.warnings == ()


@pytest.mark.parametrize(
    "now",
    [
        datetime(2028, 2, 29, 0, 5, tzinfo=OSLO),
        datetime(2033, 1, 1, 0, 5, tzinfo=OSLO),
        datetime(2032, 10, 31, 2, 30, tzinfo=OSLO, fold=1),  # an hour that comes twice
    ],
)
def test_the_demo_can_be_made_at_any_time(now, tmp_path):
    clock = FixedClock(now)
    make_demo(tmp_path / "demo.register", anchor_dir=tmp_path, clock=clock)
    vault = Vault.open(tmp_path / "demo.register", USER, PASSWORD, clock=clock, anchor_dir=tmp_path)
    received = [request.case.received for request in requests_of(vault)]
    left = {one.clock.due - clock.now() for one in breaches_of(vault) if one.clock_runs}
    vault.close()
    assert max(received) == now.date()
    assert {hours(one) for one in left} == {71, 20, 4, -31}


def test_the_demo_is_made_once_and_opened_as_it_was_left(tmp_path):
    (tmp_path / FILE_NAME).write_bytes(b"made before")
    assert open_demo(tmp_path) == (tmp_path / FILE_NAME, USER, PASSWORD)
    assert (tmp_path / FILE_NAME).read_bytes() == b"made before"


def test_a_half_made_demo_is_never_left_under_its_name(tmp_path, monkeypatch):
    from gdpr_desktop.requests import service

    path = tmp_path / "demo.register"

    def stopped(*_args: object, **_kwargs: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(service, "send_answer", stopped)
    with pytest.raises(KeyboardInterrupt):
        make_demo(path, anchor_dir=tmp_path, clock=CLOCK)
    assert not path.exists()
    with pytest.raises(KeyboardInterrupt):  # and what is left of it is not in the way
        make_demo(path, anchor_dir=tmp_path, clock=CLOCK)


def test_consents_stand_at_every_stage(made):
    found = [consent_forms.form(made.db, one) for one in ids_of(made, CaseKind.CONSENT_FORM)]
    assert Counter(len(one.versions) for one in found) == {1: 3, 0: 1}
    (draft,) = (one for one in found if not one.versions)
    assert {one.number for one in check_form(draft) if one.blocks} >= {10, 15}
    states = made.db.execute("SELECT state, count(*) FROM consent GROUP BY state ORDER BY state")
    assert dict(states) == {"lacking": 1, "valid": 23}
    (group,) = groups.groups(made.db, made.actor)
    assert group.members == 25
    withdrawals = [
        withdrawn.withdrawal(made.db, one) for one in ids_of(made, CaseKind.CONSENT_WITHDRAWAL)
    ]
    assert sorted((len(one.ended), one.confirmed is not None) for one in withdrawals) == [
        (1, False),
        (1, True),
    ]


def test_what_ends_and_who_is_outgrown_waits_from_the_first_day(made):
    feature.subscribe(made)
    kinds = made.db.execute(
        "SELECT kind FROM task WHERE done_on IS NULL AND kind LIKE 'consent_%' AND"
        " kind <> 'consent_stop' ORDER BY kind"
    )
    assert [row[0] for row in kinds] == ["consent_expired", "consent_outgrown"]


def test_the_assessments_show_every_turn_of_the_road(made):
    found = [assessments.dpia(made.db, one) for one in ids_of(made, CaseKind.DPIA)]
    in_force, at_officer, drafted, not_needed = sorted(found, key=lambda one: order(one.state))
    assert in_force.opinion.name == "Solveig Testnes"
    assert in_force.approval.name != in_force.opinion.name  # who advises does not decide
    assert len(in_force.content.answers) > 50
    assert all(one.after.complete for one in in_force.content.scenarios)
    assert any(one.due and not one.done for one in in_force.tasks)  # to be done soon
    assert len(at_officer.content.comments) == 2
    assert drafted.need.needed
    assert not_needed.case.due is not None  # the day to look again
    answers = [one.question for assessment in found for one in assessment.content.answers]
    assert all(map(builtin().question, answers))


order = (Assessed.IN_FORCE, Assessed.AT_OFFICER, Assessed.DRAFT, Assessed.NOT_NEEDED).index
