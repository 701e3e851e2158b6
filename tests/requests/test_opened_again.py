"""A closed case of several rights is opened for those that shall be answered anew, no others."""

from dataclasses import replace
from datetime import timedelta

import pytest

from gdpr_desktop.casework import service as casework
from gdpr_desktop.casework import store as cases
from gdpr_desktop.casework.model import Person
from gdpr_desktop.core.errors import RefusedError
from gdpr_desktop.core.ids import PartId
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.requests import service
from gdpr_desktop.requests.dialogs.closing import ReopenDialog
from gdpr_desktop.requests.model import Right
from gdpr_desktop.requests.parts_store import put
from gdpr_desktop.requests.steps import Step, next_step
from gdpr_desktop.requests.timeline_words import timeline_detail
from gdpr_desktop.requests.words import words


@pytest.fixture
def closed(desk):
    """A closed case where access was answered today, and a question two days ago."""
    case_id = desk.sent(rights=(Right.ACCESS, Right.QUESTION))
    access, question = desk.request(case_id).parts
    early = replace(access.dispatch, sent_on=desk.today - timedelta(days=2))
    with desk.vault.begin(Deed.WORK_ON_CASE) as work:
        put(work.db, question.id, dispatch=early)
    casework.file_case(
        desk.vault, case_id, archive_number="26/1", archive_title="A", public_title="B"
    )
    service.close_request(desk.vault, case_id)
    return case_id


def sent_on(desk, case_id):
    return [part.dispatch and part.dispatch.sent_on for part in desk.request(case_id).parts]


def test_of_several_rights_none_is_answered_anew_unless_chosen(desk, closed):
    before = sent_on(desk, closed)
    service.reopen_request(desk.vault, closed, reason="Feil tittel")
    assert sent_on(desk, closed) == before
    assert next_step(desk.request(closed)) is Step.CLOSE
    row = desk.vault.db.execute("SELECT met_on FROM deadline WHERE kind = 'reply'").fetchone()
    assert row == (desk.today.isoformat(),)
    service.close_request(desk.vault, closed)


def test_the_others_keep_the_day_they_were_answered(desk, closed):
    access, question = desk.request(closed).parts
    service.reopen_request(desk.vault, closed, reason="Meir vart funne", parts={access.id})
    assert sent_on(desk, closed) == [None, question.dispatch.sent_on]
    assert cases.case(desk.vault.db, closed).due is not None
    told = [
        entry
        for entry in cases.timeline(desk.vault.db, closed)
        if entry.code == "answer_opened_again"
    ]
    assert [timeline_detail(entry) for entry in told] == [words(Right.ACCESS)]


def test_what_was_sent_to_one_person_is_not_made_another_persons(desk):
    case_id = desk.filed()
    service.close_request(desk.vault, case_id)
    service.reopen_request(desk.vault, case_id, reason="Meir")
    from tests.requests.test_another_subject import change

    with pytest.raises(RefusedError):
        change(desk, case_id, subject=Person(name="Ola Annan"))


def test_only_an_answered_right_of_the_case_is_answered_anew(desk, closed):
    with pytest.raises(RefusedError):
        service.reopen_request(desk.vault, closed, reason="Meir", parts=[PartId(999)])
    assert not cases.case(desk.vault.db, closed).open


def test_the_dialog_has_a_box_for_each_answered_right(vault, desk, window, opened, closed):
    hand = opened(ReopenDialog(vault, closed, window))
    assert hand.dialog.anew.rights() == ()
    hand.type("reason", "Meir vart funne")
    hand.click(hand.field("right_question"))
    hand.save()
    assert sent_on(desk, closed) == [desk.today, None]


def test_the_only_right_is_ticked_and_may_be_left_as_it_is(vault, desk, window, opened):
    case_id = desk.filed()
    service.close_request(desk.vault, case_id)
    hand = opened(ReopenDialog(vault, case_id, window))
    assert hand.dialog.anew.rights() == (Right.ACCESS,)
    hand.type("reason", "Feil tittel")
    hand.click(hand.field("right_access"))
    hand.save()
    assert desk.request(case_id).answered
