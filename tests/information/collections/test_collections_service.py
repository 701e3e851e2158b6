"""Rules of collections: when people are told, what an exception needs, what a change calls for."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from gdpr_desktop.casework import store as cases
from gdpr_desktop.casework.lists import page as page_of_cases
from gdpr_desktop.casework.model import FEATURE_OF, CaseFilter, CaseKind, CaseQuery, Person
from gdpr_desktop.casework.person_search.sources import sources
from gdpr_desktop.casework.retention import anonymise_case
from gdpr_desktop.core.bilingual import same
from gdpr_desktop.core.errors import AppError, InvalidInputError, RefusedError
from gdpr_desktop.core.ids import UserId
from gdpr_desktop.core.roles import Role
from gdpr_desktop.information.collections import service, store
from gdpr_desktop.information.collections.model import (
    ExceptionUse,
    Intrusiveness,
    ToldWay,
    told_late,
)
from gdpr_desktop.information.collections.steps import Step, next_step
from gdpr_desktop.information.collections.words import due_reason
from gdpr_desktop.law.bases import Basis
from gdpr_desktop.law.information_exceptions import InformationException, Proof
from gdpr_desktop.register.entries import service as entries
from gdpr_desktop.register.entries import store as record

from .conftest import make_activity

USER = "Solveig Testnes"
ALL_PROOFS = {
    "known_what": "Alt i brevet",
    "known_how": "Brev 3. mars 2025",
    "unchanged": "Formålet er det same",
    "reason": "Dei er 12 000, og adressene er ukjende",
    "published_where": "www.fjordvik.example/personvern",
    "act": "barnevernslova",
    "section": "§ 13-1",
    "measures": "Tilgangen er avgrensa",
    "considerations": "Faren for andre",
}


def fields_of(error: pytest.ExceptionInfo[InvalidInputError]) -> set[str]:
    """The fields that have a problem."""
    return {problem.field for problem in error.value.problems}


def case_of(vault, case_id):
    return cases.case(vault.db, case_id)


def deadlines(vault, case_id):
    found = vault.db.execute(
        "SELECT kind, due, met_on FROM deadline WHERE case_id = ? ORDER BY kind", [case_id]
    )
    return [tuple(row) for row in found.fetchall()]


def test_collections_belong_to_the_tab_of_information():
    assert FEATURE_OF[CaseKind.COLLECTION] == "information"


def test_data_from_others_are_told_of_within_ten_days_and_never_after_a_month(vault, desk):
    case_id = desk.register(obtained=date(2026, 11, 18))  # + 10 days is a Saturday
    assert case_of(vault, case_id).due == date(2026, 11, 30)
    assert deadlines(vault, case_id) == [
        ("inform", "2026-11-30", None),
        ("inform_latest", "2026-12-18", None),
    ]
    reason = due_reason(desk.read(case_id).intake)
    assert "28. november 2026" in reason
    assert "30. november 2026" in reason
    assert "18. desember 2026" in reason


@pytest.mark.parametrize("field", ["first_contact", "first_disclosure"])
def test_a_known_contact_or_disclosure_sets_the_day(vault, desk, field):
    day = desk.today + timedelta(days=3)
    case_id = desk.register(**{field: day, "disclosed_to": "NAV"})
    assert case_of(vault, case_id).due == day
    far = desk.register(**{field: desk.today + timedelta(days=60), "disclosed_to": "NAV"})
    assert deadlines(vault, far)[0][1] == deadlines(vault, far)[1][1]  # the month governs


def test_data_from_the_person_are_told_of_at_once(vault, desk):
    case_id = desk.register(from_person=True, obtained=desk.today)
    assert case_of(vault, case_id).due == desk.today
    assert "18." not in due_reason(desk.read(case_id).intake)  # no month to wait
    open_ = [kind for kind, _due, met in deadlines(vault, case_id) if met is None]
    assert open_ == ["inform"]  # not the same day twice


def test_told_by_the_form_is_logged_as_told_and_can_be_closed_without_a_letter(vault, desk):
    told = desk.told(told_on=desk.today)
    case_id = desk.register(told, from_person=True, obtained=desk.today)
    assert case_of(vault, case_id).due is None
    assert case_of(vault, case_id).next_step == Step.CLOSE
    service.close_collection(vault, case_id)
    assert case_of(vault, case_id).outcome == "told"


def test_a_collection_says_from_whom_about_whom_and_for_what(vault, desk):
    with pytest.raises(InvalidInputError) as error:
        desk.register(
            sources=(),
            subject=Person(name=" "),
            activity_id=None,
            first_disclosure=desk.today,
            obtained=desk.today + timedelta(days=1),
        )
    assert fields_of(error) == {
        "obtained",
        "other_source",
        "name",
        "activity_id",
        "disclosed_to",
        "first_disclosure",
    }


def test_telling_late_is_seen(vault, desk):
    early = desk.register(obtained=desk.today - timedelta(days=20))
    late = desk.register(obtained=desk.today - timedelta(days=40))
    for case_id in (early, late):
        service.note_told(vault, case_id, desk.told(told_on=desk.today))
    assert not told_late(desk.read(early))
    assert told_late(desk.read(late))


def test_what_is_told_orally_was_asked_for_and_says_to_whom_and_what(vault, desk):
    case_id = desk.register()
    with pytest.raises(InvalidInputError) as error:
        service.note_told(vault, case_id, desk.told(ToldWay.ORAL))
    assert fields_of(error) == {"asked_for", "identity", "what"}
    told = desk.told(ToldWay.ORAL, asked_for=True, identity="Viste pass", what="Alle punkta")
    with pytest.raises(InvalidInputError) as error:
        service.note_told(vault, case_id, replace(told, identity="konto 8601 11 17947"))
    assert fields_of(error) == {"identity"}
    service.note_told(vault, case_id, told)
    assert case_of(vault, case_id).next_step == Step.FILE  # the note goes to the archive


def test_published_needs_a_place(vault, desk):
    with pytest.raises(InvalidInputError) as error:
        service.note_told(vault, desk.register(), desk.told(ToldWay.PUBLISHED))
    assert fields_of(error) == {"what"}


def test_an_exception_holds_only_with_every_proof_of_its_own(vault, desk):
    case_id = desk.register()
    for exception in InformationException:
        with pytest.raises(InvalidInputError) as error:
            service.use_exception(vault, case_id, ExceptionUse(exception=exception))
        assert fields_of(error) == {proof.value for proof in exception.proofs}
        use = ExceptionUse(exception=exception, published_on=desk.today, **ALL_PROOFS)
        service.use_exception(vault, case_id, use)
        kept = desk.read(case_id).exception
        assert bool(kept.published_on) == (Proof.PUBLISHED_ON in exception.proofs)
        assert bool(kept.measures) == (Proof.MEASURES in exception.proofs)


def test_disproportionate_effort_is_refused_without_the_substitute(vault, desk):
    use = ExceptionUse(exception=InformationException.DISPROPORTIONATE, reason="Mange")
    with pytest.raises(InvalidInputError) as error:
        service.use_exception(vault, desk.register(), use)
    assert fields_of(error) == {"published_where", "published_on"}


def test_who_gave_the_data_can_only_know_already_or_fall_under_section_16(vault, desk):
    open_to = {one for one in InformationException if one.holds_for(from_person=True)}
    assert InformationException.ALREADY_KNOWN in open_to
    assert InformationException.OBVIOUS_INTERESTS in open_to
    assert len(open_to) == 7
    use = ExceptionUse(
        exception=InformationException.DISPROPORTIONATE, published_on=desk.today, **ALL_PROOFS
    )
    case_id = desk.register(from_person=True)
    with pytest.raises(InvalidInputError) as error:
        service.use_exception(vault, case_id, use)
    assert fields_of(error) == {"exception"}


def test_an_exception_is_decided_by_another_than_the_officer(vault, desk):
    case_id = desk.exempted()
    assert case_of(vault, case_id).next_step == Step.ADVICE
    service.note_advice(vault, case_id, text="Ja", name=USER, given_on=desk.today)
    assert case_of(vault, case_id).next_step == Step.DECISION
    assert case_of(vault, case_id).due is not None  # the clock runs until it is decided
    with pytest.raises(InvalidInputError) as error:
        service.note_decision(
            vault, case_id, text="Ja", name=USER, role="Ombod", decided_on=desk.today
        )
    assert fields_of(error) == {"name"}
    desk.decide(case_id)
    assert case_of(vault, case_id).due is None
    assert case_of(vault, case_id).next_step == Step.FILE
    desk.file(case_id)
    service.close_collection(vault, case_id)
    assert case_of(vault, case_id).outcome == "exempt"


def test_without_an_exception_there_is_nothing_to_decide(vault, desk):
    with pytest.raises(RefusedError):
        desk.decide(desk.register())


def test_other_proof_needs_another_decision(vault, desk):
    case_id = desk.exempted()
    desk.decide(case_id)
    use = ExceptionUse(exception=InformationException.CRIME, reason="Etterforsking")
    service.use_exception(vault, case_id, use)
    assert desk.read(case_id).decision is None


def test_a_case_is_not_closed_before_people_are_told_and_the_case_is_filed(vault, desk):
    case_id = desk.register()
    with pytest.raises(RefusedError):
        service.close_collection(vault, case_id)
    service.note_told(vault, case_id, desk.told(ToldWay.LETTER))
    with pytest.raises(RefusedError):
        service.close_collection(vault, case_id)
    desk.file(case_id)
    service.close_collection(vault, case_id)


def test_a_new_purpose_is_told_of_before_it_begins_the_earlier_the_deeper_it_cuts(vault, desk):
    case_id = desk.register(desk.told())
    starts = date(2027, 2, 1)
    with pytest.raises(InvalidInputError) as error:
        service.note_new_purpose(
            vault,
            case_id,
            text="Statistikk",
            starts=starts,
            intrusiveness=Intrusiveness.MUCH,
            by=starts - timedelta(days=2),
        )
    assert fields_of(error) == {"tell_before"}
    service.note_new_purpose(
        vault, case_id, text="Statistikk", starts=starts, intrusiveness=Intrusiveness.MUCH
    )
    found = desk.read(case_id)
    assert found.told is None
    assert next_step(found) is Step.TELL
    assert case_of(vault, case_id).due == date(2026, 12, 31)  # 2 January is a Saturday
    assert deadlines(vault, case_id)[1][1] == "2027-02-01"


def test_a_changed_basis_in_the_record_calls_for_telling_anew(vault, desk):
    open_, closed = desk.register(desk.told()), desk.register(desk.told())
    service.close_collection(vault, closed)
    untouched = desk.register(activity_id=None, purpose="Noko anna")
    waiting = desk.register()  # these will be told what the record says by then
    before = record.entry(vault.db, desk.activity_id).content
    entries.change_entry(vault, desk.activity_id, replace(before, note="Ny merknad"))
    assert store.changed(vault.db, vault.actor) == ()
    purposes = (replace(before.purposes[0], text=same("Noko nytt")),)
    entries.change_entry(vault, desk.activity_id, replace(before, purposes=purposes))
    assert {one.id for one in store.changed(vault.db, vault.actor)} == {open_, closed}
    assert case_of(vault, open_).next_step == Step.CHANGE
    assert case_of(vault, open_).due == desk.today
    assert case_of(vault, closed).due is None
    assert desk.read(untouched).changed_on is None
    assert case_of(vault, waiting).next_step == Step.TELL
    service.settle_change(vault, closed, reason="Berre ei retting")
    service.note_told(vault, open_, desk.told(told_on=desk.today))
    assert store.changed(vault.db, vault.actor) == ()


def test_a_caseworker_is_told_of_the_own_cases_among_many_newer_ones(vault, desk):
    officer = vault.actor
    other = replace(officer, user_id=UserId(99), role=Role.CASEWORKER)
    vault._worker.actor = other
    own = desk.register(desk.told())
    vault._worker.actor = officer
    newer = desk.register(desk.told())
    with vault.begin_upkeep() as work:
        store.mark_changed(work.db, [own, newer], desk.today)
    assert [one.id for one in store.changed(vault.db, officer, limit=1)] == [newer]
    assert [one.id for one in store.changed(vault.db, other, limit=1)] == [own]


def test_a_change_in_the_record_is_to_be_seen_to_again_when_the_telling_is_undone(vault, desk):
    case_id = desk.register(desk.told())
    entries.change_entry(vault, desk.activity_id, make_activity(Basis.CONSENT))
    change = service.note_told(vault, case_id, desk.told(told_on=desk.today))
    assert desk.read(case_id).changed_on is None
    change.undo.verb(vault)
    assert desk.read(case_id).changed_on == desk.today
    assert case_of(vault, case_id).next_step == Step.CHANGE


def test_telling_after_all_takes_the_exception_back_and_can_be_undone(vault, desk):
    case_id = desk.exempted()
    desk.decide(case_id)
    before = desk.read(case_id)
    change = service.note_told(vault, case_id, desk.told())
    assert desk.read(case_id).exception is None
    change.undo.verb(vault)
    assert desk.read(case_id).exception == before.exception
    assert desk.read(case_id).decision == before.decision


def test_steps_can_be_taken_back_until_something_rests_on_them(vault, desk):
    case_id = desk.register()
    change = service.note_told(vault, case_id, desk.told())
    change.undo.verb(vault)
    assert desk.read(case_id).told is None
    case_id = desk.register()
    use = ExceptionUse(exception=InformationException.CRIME, reason="Etterforsking")
    change = service.use_exception(vault, case_id, use)
    desk.decide(case_id)
    with pytest.raises(RefusedError):
        change.undo.verb(vault)


def test_a_person_named_anywhere_in_a_collection_is_found(vault, desk):
    case_id = desk.group()
    query = CaseQuery(kinds=(CaseKind.COLLECTION,), filter=CaseFilter.ALL, text="Ola Nr")
    found = page_of_cases(vault.db, query, vault.actor, desk.today, offset=0, limit=5)
    assert [one.id for one in found] == [case_id]
    source = next(one for one in sources() if one.name == "collection")
    assert "Ola Nr 2" in source.page(vault.db, 0, source.last(vault.db))[0].text


def test_an_erased_collection_keeps_numbers_and_no_names(vault, desk, clock):
    told = desk.told(ToldWay.ORAL, asked_for=True, identity="Pass", what="Alt om Kari")
    case_id = desk.register(told)
    desk.file(case_id)
    service.close_collection(vault, case_id)
    clock.instant += timedelta(days=3 * 366)
    anonymise_case(vault, case_id)
    row = vault.db.execute("SELECT * FROM collection").fetchone()
    assert "Kari" not in str(tuple(row))
    assert "Folkeregisteret" not in str(tuple(row))
    kept = desk.read(case_id)
    assert (kept.told.way, kept.intake.activity_id) == (ToldWay.ORAL, desk.activity_id)
    with pytest.raises(AppError):
        service.reopen_collection(vault, case_id, reason="Meir")


def test_an_activity_leaves_its_collections_to_the_one_in_its_place(vault, desk):
    case_id = desk.register(told=desk.told())
    before = record.entry(vault.db, desk.activity_id).content
    with pytest.raises(RefusedError, match="Opptak i barnehage"):
        entries.delete_entry(vault, desk.activity_id)
    other = replace(before, name=same("Opptak og bytte"), purposes=())
    other_id = entries.add_entry(vault, other).id
    entries.replace_entry(vault, desk.activity_id, other_id)
    found = desk.read(case_id)
    assert found.intake.activity_id == other_id
    assert found.changed_on == desk.today
