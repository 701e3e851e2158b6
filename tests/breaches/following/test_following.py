"""Measures, evidence, routes, what was learnt, and closing."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from breaches.filling import decided, described, put
from gdpr_desktop.breaches import store
from gdpr_desktop.breaches.closing.checks import Missing, missing_before_closing
from gdpr_desktop.breaches.closing.service import close_breach, not_a_breach
from gdpr_desktop.breaches.codes import (
    Incident,
    Notice,
    Origin,
    PeopleException,
    PeopleTelling,
    Route,
    TellingChannel,
    TellingState,
)
from gdpr_desktop.breaches.following.measures import measure_line, proposals
from gdpr_desktop.breaches.following.routes import suggested
from gdpr_desktop.breaches.following.service.evidence import note_evidence
from gdpr_desktop.breaches.following.service.lessons import note_lessons
from gdpr_desktop.breaches.following.service.measures import (
    add_measure,
    change_measure,
    note_done,
    remove_measure,
    settle,
    take_back,
)
from gdpr_desktop.breaches.following.service.routes import note_routes
from gdpr_desktop.breaches.model import (
    AuthorityLetter,
    Breach,
    Evidence,
    Exempted,
    Lessons,
    Notification,
    NotifyChannel,
    Routed,
    Telling,
)
from gdpr_desktop.casework import lists
from gdpr_desktop.casework.deed import CaseTouched
from gdpr_desktop.casework.file_print import Reading, read_print
from gdpr_desktop.core.errors import AppError, InvalidInputError, RefusedError
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.roles import Deed

TODAY = date(2026, 11, 20)
SOON = TODAY + timedelta(days=14)


def found(vault, case_id) -> Breach:
    return store.breach(vault.db, case_id)


def fields(raised) -> set[str]:
    return {problem.field for problem in raised.value.problems}


def plan(vault, case_id, title="Vindaugskonvoluttar"):
    add_measure(vault, case_id, title=title, responsible="Arkivet", due=SOON)
    return found(vault, case_id).measures[-1]


def learnt(vault, case_id):
    lessons = Lessons(learnt="Pakkinga må delast.", changes="", name="Solveig", noted_on=TODAY)
    return note_lessons(vault, case_id, lessons)


def notified(vault, case_id, kind=Notice.FIRST, number=1, missing=""):
    with vault.begin(Deed.SEND_LETTER) as work:
        work.require(Deed.SEND_LETTER, assigned=True)
        sent = Notification(
            number=number,
            kind=kind,
            sent_at=work.clock.now(),
            channel=NotifyChannel.ALTINN,
            receipt="AR123",
            by="Tore",
            missing=missing,
            follow_up_on=SOON if missing else None,
        )
        store.add_notification(work.db, case_id, sent)
        work.publish(CaseTouched(case_id=case_id))


def told(vault, case_id, state=TellingState.ALL):
    telling = Telling(told_on=TODAY, channel=TellingChannel.LETTER, state=state)
    put(vault, case_id, tellings=(telling,))


def test_a_planned_measure_has_an_owner_and_a_day_to_come(officer, breach):
    with pytest.raises(InvalidInputError) as raised:
        add_measure(officer, breach, title=" ", due=TODAY - timedelta(days=1))
    assert fields(raised) == {"title", "responsible", "due"}
    with pytest.raises(InvalidInputError) as raised:
        add_measure(officer, breach, title="Opplæring", done_on=TODAY + timedelta(days=1))
    assert fields(raised) == {"done_on", "note"}


def test_a_measure_stands_on_the_overview_until_it_is_done(officer, breach):
    task = plan(officer, breach)
    due = lists.due_until(officer.db, SOON, officer.actor)
    assert (task.title, SOON) in {(one.title, one.due) for one in due}
    assert found(officer, breach).case.due is not None
    note_done(officer, task.id, done_on=TODAY, what="Kjøpte inn og tekne i bruk")
    due = lists.due_until(officer.db, SOON, officer.actor)
    assert task.title not in {one.title for one in due}


def test_a_measure_is_put_right_done_taken_back_and_removed_with_a_way_back(officer, breach):
    task = plan(officer, breach)
    changed = change_measure(
        officer, task.id, title="Nye konvoluttar", responsible="Posten", due=SOON, note="A4"
    )
    assert found(officer, breach).measures[0].title == "Nye konvoluttar"
    changed.undo.verb(officer)
    assert found(officer, breach).measures == (task,)
    note_done(officer, task.id, done_on=TODAY, what="Innført")
    for verb in (lambda: remove_measure(officer, task.id), lambda: note_done_again(officer, task)):
        with pytest.raises(RefusedError):
            verb()
    take_back(officer, task.id)
    after = found(officer, breach).measures[0]
    assert (after.done, after.due) == (False, SOON)
    removed = remove_measure(officer, task.id)
    assert found(officer, breach).measures == ()
    removed.undo.verb(officer)
    back = found(officer, breach).measures[0]
    assert replace(back, id=after.id) == after


def note_done_again(vault, task):
    return note_done(vault, task.id, done_on=TODAY, what="Igjen")


def test_whoever_adds_a_measure_says_anew_that_no_more_are_planned(officer, breach):
    settled = settle(officer, breach)
    with pytest.raises(RefusedError):
        settle(officer, breach)
    added = add_measure(officer, breach, title="Opplæring", done_on=TODAY, note="Halden")
    assert not found(officer, breach).measures_settled
    added.undo.verb(officer)
    assert found(officer, breach).measures_settled
    assert found(officer, breach).measures == ()
    settled.undo.verb(officer)
    assert not found(officer, breach).measures_settled


def test_two_measures_are_not_called_the_same(officer, breach):
    task = plan(officer, breach)
    with pytest.raises(InvalidInputError) as raised:
        plan(officer, breach, task.title)
    assert fields(raised) == {"title"}


@pytest.mark.parametrize("incident", Incident)
def test_proposals_begin_with_what_fits_and_are_in_both_languages(incident):
    nn, nb = proposals(incident, Language.NYNORSK), proposals(incident, Language.BOKMAL)
    assert len(nn) == len(nb) == len(set(nn)) > 20
    assert nn[0] != proposals(Incident.OTHER, Language.NYNORSK)[0] or incident is Incident.OTHER


def test_a_line_tells_who_and_by_when(officer, breach):
    line = measure_line(plan(officer, breach), TODAY)
    assert "Arkivet" in line
    assert "2026" in line


def test_only_name_and_fingerprint_of_a_file_are_kept(officer, breach, tmp_path):
    path = tmp_path / "logg.txt"
    path.write_bytes(b"")
    seen = read_print(path, Reading())
    assert (seen.name, seen.size, seen.sha256[:8]) == ("logg.txt", 0, "e3b0c442")
    proof = Evidence(what="Logg", file_name=seen.name, sha256=seen.sha256, noted_on=TODAY)
    note_evidence(officer, breach, proof)
    kept = found(officer, breach).evidence[0]
    assert (kept.file_name, kept.by) == ("logg.txt", officer.actor.name)
    assert str(tmp_path) not in repr(kept)
    with pytest.raises(InvalidInputError) as raised:
        note_evidence(officer, breach, proof)
    assert fields(raised) == {"file"}
    removed = note_evidence(officer, breach, removed=(kept,))
    assert found(officer, breach).evidence == ()
    removed.undo.verb(officer)
    assert found(officer, breach).evidence == (kept,)


def test_a_folder_and_a_file_that_is_gone_are_said_in_words(tmp_path):
    with pytest.raises(AppError) as raised:
        read_print(tmp_path, Reading())
    assert tmp_path.name in str(raised.value)
    with pytest.raises(AppError) as raised:
        read_print(tmp_path / "borte.pdf", Reading())
    assert "borte.pdf" in str(raised.value)


def test_reading_stops_when_it_is_left(tmp_path):
    path = tmp_path / "stor.bin"
    path.write_bytes(b"x" * 10)
    reading = Reading()
    reading.stopped.set()
    with pytest.raises(AppError):
        read_print(path, reading)


def test_a_proof_lies_somewhere(officer, breach):
    with pytest.raises(InvalidInputError) as raised:
        note_evidence(officer, breach, Evidence(what="Brevet", noted_on=TODAY))
    assert fields(raised) == {"archive"}


@pytest.mark.parametrize(
    ("incident", "origin", "routes"),
    [
        (Incident.MISDIRECTED, Origin.INTERNAL_ACCIDENT, {Route.HR}),  # confidentiality: 004
        (Incident.SNOOPING, Origin.INTERNAL_INTENT, {Route.HR}),
        (
            Incident.BREAK_IN,
            Origin.EXTERNAL_INTENT,
            {Route.IT, Route.POLICE, Route.SECURITY, Route.INSURANCE},
        ),
        (Incident.LOST, Origin.UNKNOWN, {Route.IT}),
        (Incident.MISDIRECTED, Origin.EXTERNAL_ACCIDENT, set()),
    ],
)
def test_who_should_know_follows_from_what_happened(officer, breach, incident, origin, routes):
    one = described(officer, breach)
    one = replace(
        one,
        intake=replace(one.intake, incident=incident),
        course=replace(one.course, origin=origin),
    )
    assert set(suggested(one)) == routes
    if routes:
        first = suggested(one)[0]
        routed = Routed(route=first, told_on=TODAY, whom="Leiaren")
        assert first not in suggested(replace(one, routes=(routed,)))


def test_a_route_says_whom_and_is_taken_away_when_it_was_wrong(officer, breach):
    with pytest.raises(InvalidInputError) as raised:
        note_routes(officer, breach, Routed(route=Route.IT, told_on=date(2026, 11, 1), whom=""))
    assert fields(raised) == {"whom", "told_on"}
    routed = Routed(route=Route.IT, told_on=TODAY, whom="IKT-vakta")
    note_routes(officer, breach, routed)
    with pytest.raises(RefusedError):
        note_routes(officer, breach, routed)
    note_routes(officer, breach, removed=(routed,))
    assert found(officer, breach).routes == ()


def test_all_that_is_missing_is_said_before_closing(officer, breach):
    missing = missing_before_closing(found(officer, breach))
    assert set(missing) == {
        Missing.COURSE,
        Missing.SCOPE,
        Missing.ASSESSMENT,
        Missing.DECISION,
        Missing.MEASURES,
        Missing.LESSONS,
    }
    with pytest.raises(RefusedError) as raised:
        close_breach(officer, breach)
    assert raised.value.hint.count(".") == len(missing)


def test_a_breach_that_was_decided_must_be_notified_told_and_followed_up(officer, breach):
    decided(officer, breach)
    settle(officer, breach)
    learnt(officer, breach)
    assert missing_before_closing(found(officer, breach)) == (
        Missing.NOT_NOTIFIED,
        Missing.NOT_TOLD,
    )
    notified(officer, breach, missing="Talet på råka")
    told(officer, breach, TellingState.SOME)
    assert missing_before_closing(found(officer, breach)) == (Missing.NOT_TOLD, Missing.FOLLOW_UP)
    some = replace(found(officer, breach).tellings[-1], rest="To brev kom i retur")
    put(officer, breach, tellings=(some,))
    assert missing_before_closing(found(officer, breach)) == (Missing.FOLLOW_UP,)
    notified(officer, breach, Notice.FOLLOW_UP, 2)
    told(officer, breach)
    close_breach(officer, breach)
    assert found(officer, breach).case.outcome == "notified"


def test_nothing_more_is_owed_when_the_authority_has_ended_the_matter(officer, breach):
    decided(officer, breach, people=PeopleTelling.VOLUNTARY)
    notified(officer, breach, missing="Talet på råka")
    assert Missing.FOLLOW_UP in missing_before_closing(found(officer, breach))
    ended = AuthorityLetter(received_on=SOON, reference="26/01234", what="Avslutta", closes=True)
    put(officer, breach, authority_letters=(ended,))
    assert Missing.FOLLOW_UP not in missing_before_closing(found(officer, breach))


def test_a_breach_that_is_not_notified_needs_why_and_the_proof_of_the_exception(officer, breach):
    decided(officer, breach, authority=False, people=PeopleTelling.NOT)
    settle(officer, breach)
    learnt(officer, breach)
    decision = replace(found(officer, breach).decision, why_authority="")
    put(officer, breach, decision=decision)
    assert missing_before_closing(found(officer, breach)) == (
        Missing.WHY_NOT_NOTIFIED,
        Missing.EXCEPTION,
    )
    exempted = Exempted(exception=PeopleException.NO_HIGH_RISK, proof="Sletta og stadfesta")
    put(
        officer,
        breach,
        decision=replace(decision, why_authority="Ingen såg det", exempted=exempted),
    )
    close_breach(officer, breach)
    assert found(officer, breach).case.outcome == "documented"


def test_telling_that_was_put_off_is_settled_before_closing(officer, breach):
    decided(officer, breach, people=PeopleTelling.NOT)
    exempted = Exempted(
        exception=PeopleException.POSTPONED, proof="Etterforsking", letter="b", look_again=SOON
    )
    decision = replace(found(officer, breach).decision, exempted=exempted)
    put(officer, breach, decision=decision)
    assert Missing.POSTPONED in missing_before_closing(found(officer, breach))


def test_measures_that_are_not_done_are_handed_over_with_a_sentence(officer, breach):
    decided(officer, breach, people=PeopleTelling.VOLUNTARY)
    notified(officer, breach)
    told(officer, breach)
    plan(officer, breach)
    settle(officer, breach)
    learnt(officer, breach)
    with pytest.raises(InvalidInputError) as raised:
        close_breach(officer, breach)
    assert fields(raised) == {"handed_over"}
    close_breach(officer, breach, handed_over="Arkivleiaren, i handlingsplanen for 2027")
    assert not found(officer, breach).case.open


def test_no_breach_after_all_says_why_and_waits_for_the_withdrawal(officer, breach):
    notified(officer, breach)
    with pytest.raises(RefusedError):
        not_a_breach(officer, breach, reason="Konvolutten var tom")
    notified(officer, breach, Notice.WITHDRAWAL, 2)
    with pytest.raises(InvalidInputError) as raised:
        not_a_breach(officer, breach, reason=" ")
    assert fields(raised) == {"reason"}
    not_a_breach(officer, breach, reason="Konvolutten var tom")
    assert found(officer, breach).case.outcome == "withdrawn"


def test_lessons_have_a_writer_and_a_day(officer, breach):
    with pytest.raises(InvalidInputError) as raised:
        note_lessons(
            officer, breach, Lessons(learnt="", changes="", name="", noted_on=date(2026, 11, 1))
        )
    assert fields(raised) == {"learnt", "name", "noted_on"}
    learnt(officer, breach).undo.verb(officer)
    assert found(officer, breach).lessons is None
