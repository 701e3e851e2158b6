"""A deed that may be taken back is taken back by a deed of its own; the history keeps both."""

from datetime import timedelta

import pytest

from gdpr_desktop.casework import service as casework
from gdpr_desktop.casework import store as cases
from gdpr_desktop.casework.model import Person, TaskOutcome
from gdpr_desktop.core.errors import RefusedError
from gdpr_desktop.requests import service
from gdpr_desktop.requests.actions import Chosen
from gdpr_desktop.requests.model import Authority, IdentityMethod, IdentityState, OnBehalfOf
from gdpr_desktop.requests.timeline_words import timeline_text


def undo(desk, change):
    assert change.undo is not None
    return change.undo.verb(desk.vault)


def last(desk, case_id):
    return cases.timeline(desk.vault.db, case_id)[0]


def decide(desk, case_id):
    return service.note_decision(
        desk.vault,
        desk.part(case_id),
        text="Innsyn",
        name="Tore Testdal",
        role="Kommunedirektør",
        decided_on=desk.today,
    )


def advise(desk, case_id):
    return service.note_advice(
        desk.vault,
        desk.part(case_id),
        text="Gi innsyn",
        name="Solveig Testnes",
        given_on=desk.today,
    )


def test_an_answer_on_the_wrong_task_is_taken_back_and_both_stand_on_the_timeline(desk):
    case_id = desk.identified()
    task_id = desk.add_task(case_id)
    before = cases.task(desk.vault.db, task_id)
    change = casework.answer_task(
        desk.vault, task_id, outcome=TaskOutcome.FOUND, note="Mappe", answered_on=desk.today
    )
    undo(desk, change)
    assert cases.task(desk.vault.db, task_id) == before
    entry = last(desk, case_id)
    assert (entry.code, entry.detail["what"]) == ("undone", "task_answered")
    assert "task_answered" in [e.code for e in cases.timeline(desk.vault.db, case_id)]
    assert timeline_text(entry)
    with pytest.raises(RefusedError):
        undo(desk, change)


def test_a_place_that_was_added_or_removed_by_mistake_is_put_right(desk):
    case_id = desk.identified()
    change = casework.add_task(desk.vault, case_id, kind="collect", title="Skulen")
    undo(desk, change)
    assert [t.title for t in desk.request(case_id).tasks] == ["E-post og papir"]
    task_id = desk.add_task(case_id, "Skulen")
    change = casework.remove_task(desk.vault, task_id)
    undo(desk, change)
    assert [t.title for t in desk.request(case_id).tasks] == ["E-post og papir", "Skulen"]


def test_a_question_is_taken_back_with_its_day(desk):
    case_id = desk.identified()
    task_id = desk.add_task(case_id)
    change = casework.ask_task(
        desk.vault, task_id, responsible="Rektor", asked_on=desk.today, due=None
    )
    undo(desk, change)
    task = cases.task(desk.vault.db, task_id)
    assert (task.asked_on, task.responsible) == (None, "")


def test_what_the_review_rests_on_is_not_taken_back(desk):
    case_id = desk.identified()
    for task in desk.request(case_id).tasks:
        change = casework.answer_task(
            desk.vault, task.id, outcome=TaskOutcome.NOTHING, note="", answered_on=desk.today
        )
    from gdpr_desktop.requests.rights.access import Outcome, Review

    review = Review(outcome=Outcome.NOTHING_HELD, reviewed_by="S", reviewed_on=desk.today)
    service.review_material(desk.vault, desk.part(case_id), review)
    with pytest.raises(RefusedError):
        undo(desk, change)


def test_a_struck_note_can_still_be_read(desk):
    case_id = desk.register()
    change = casework.note(desk.vault, case_id, "Feil sak")
    undo(desk, change)
    struck, note, *_rest = cases.timeline(desk.vault.db, case_id)
    assert (struck.detail["what"], struck.detail["of"]) == ("note", str(note.id))
    assert note.detail["text"] == "Feil sak"


def test_the_caseworker_and_the_archive_number_go_back_to_what_they_were(desk):
    case_id = desk.register()
    assigned = casework.assign(desk.vault, case_id, caseworker="Ola", user_id=None)
    undo(desk, assigned)
    filed = casework.file_case(
        desk.vault, case_id, archive_number="26/1", archive_title="A", public_title="B"
    )
    undo(desk, filed)
    case = cases.case(desk.vault.db, case_id)
    assert (case.caseworker, case.archive_number, case.public_title) == ("Solveig Testnes", "", "")


def test_the_archive_number_of_a_closed_case_stays(desk):
    case_id = desk.sent()
    change = casework.file_case(
        desk.vault, case_id, archive_number="26/1", archive_title="A", public_title="B"
    )
    service.close_request(desk.vault, case_id)
    with pytest.raises(RefusedError):
        undo(desk, change)


def test_an_identity_check_is_taken_back_until_a_letter_has_been_written(desk, tmp_path):
    case_id = desk.register()
    change = service.confirm_identity(
        desk.vault,
        case_id,
        method=IdentityMethod.SHOWN_ID,
        note="Pass",
        settled_on=desk.today,
    )
    undo(desk, change)
    assert desk.request(case_id).identity.state is IdentityState.UNKNOWN
    change = service.confirm_identity(
        desk.vault, case_id, method=IdentityMethod.SHOWN_ID, note="Pass", settled_on=desk.today
    )
    casework.record_letter(
        desk.vault, case_id, template="x", language="nn", path=tmp_path / "x.docx", sha256=""
    )
    with pytest.raises(RefusedError):
        undo(desk, change)


def test_authority_specification_and_receipt_are_taken_back(desk):
    case_id = desk.identified(
        on_behalf_of=OnBehalfOf.GUARDIAN, representative=Person(name="Per Verje")
    )
    changes = [
        service.confirm_receipt(desk.vault, case_id, confirmed_on=desk.received),
        service.settle_authority(desk.vault, case_id, Authority(seen=True, what="Vedtak")),
        service.ask_for_specification(desk.vault, case_id, asked_on=desk.received),
        service.answer_specification(
            desk.vault, case_id, answered_on=desk.today, wants_all=True, answer=""
        ),
    ]
    for change in reversed(changes):
        undo(desk, change)
    request = desk.request(case_id)
    assert (request.receipt, request.specification) == (None, None)
    assert not request.authority.settled


def test_a_changed_step_is_not_put_back_over_the_change(desk):
    case_id = desk.register()
    first = service.confirm_receipt(desk.vault, case_id, confirmed_on=desk.received)
    service.confirm_receipt(desk.vault, case_id, confirmed_on=desk.received + timedelta(days=1))
    with pytest.raises(RefusedError):
        undo(desk, first)


def test_the_advice_stays_once_it_is_decided_on_and_goes_when_the_decision_is_undone(desk):
    case_id = desk.reviewed()
    advised = advise(desk, case_id)
    decided = decide(desk, case_id)
    with pytest.raises(RefusedError):
        undo(desk, advised)
    undo(desk, decided)
    undo(desk, advised)
    request = desk.request(case_id)
    assert (request.parts[0].advice, request.parts[0].decision) == (None, None)


def test_nothing_is_undone_once_the_answer_has_gone(desk):
    case_id = desk.reviewed()
    decided = decide(desk, case_id)
    casework.record_letter(
        desk.vault, case_id, template="x", language="nn", path=desk.vault.path, sha256=""
    )
    with pytest.raises(RefusedError):
        undo(desk, decided)


def test_sending_and_closing_offer_no_way_back(desk):
    case_id = desk.filed()
    assert service.close_request(desk.vault, case_id).undo is None
    assert service.reopen_request(desk.vault, case_id, reason="Meir kom").undo is None


def test_ctrl_z_takes_back_the_last_deed_on_the_case_shown(desk, qtbot, qapp):
    from gdpr_desktop.requests.actions import Action
    from gdpr_desktop.requests.page import RequestsPage

    case_id = desk.identified()
    desk.add_task(case_id)
    page = RequestsPage(desk.vault)
    qtbot.addWidget(page)
    page.show_case(case_id)
    assert page.undo_words() == ""
    request = page.case_view.request
    page.case_view.deeds.start(Chosen(action=Action.REMOVE_TASK, task=request.tasks[1].id), request)
    assert len(desk.request(case_id).tasks) == 1
    assert page.undo_words()
    page.undo()
    assert len(desk.request(case_id).tasks) == 2
    assert page.undo_words() == ""
    page.undo()
    assert len(desk.request(case_id).tasks) == 2


def test_a_deed_that_cannot_be_taken_back_any_more_says_why(desk, qtbot, qapp, answers):
    from gdpr_desktop.requests.actions import Action
    from gdpr_desktop.requests.page import RequestsPage

    case_id = desk.identified()
    desk.add_task(case_id)
    page = RequestsPage(desk.vault)
    qtbot.addWidget(page)
    page.show_case(case_id)
    request = page.case_view.request
    page.case_view.deeds.start(Chosen(action=Action.REMOVE_TASK, task=request.tasks[1].id), request)
    desk.add_task(case_id)
    answers(None)
    page.undo()
    assert len(desk.request(case_id).tasks) == 2
