"""What was done on one part is taken back, whatever happened meanwhile on another."""

from dataclasses import replace

import pytest

from gdpr_desktop.casework import service as casework
from gdpr_desktop.casework import store as cases
from gdpr_desktop.core.errors import RefusedError
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.law.bases import Basis
from gdpr_desktop.requests import service
from gdpr_desktop.requests.model import Right
from gdpr_desktop.requests.recipients.model import Recipient, Recipients, Telling
from gdpr_desktop.requests.recipients.service import note_recipients, read_recipients
from gdpr_desktop.requests.rights.access import Outcome, Review
from gdpr_desktop.requests.timeline_words import timeline_detail, timeline_text
from gdpr_desktop.requests.words import words
from requests.restricting import answer, granted, mark, restriction_case
from requests.test_undo import last, undo


def decide(desk, part_id):
    return service.note_decision(
        desk.vault,
        part_id,
        text="Gitt",
        name="Tore Testdal",
        role="Kommunedirektør",
        decided_on=desk.today,
    )


def export(desk, case_id, template):
    casework.record_letter(
        desk.vault, case_id, template=template, language="nn", path=desk.vault.path, sha256=""
    )


@pytest.fixture
def restricted(desk):
    return restriction_case(desk)


def test_an_assessment_is_taken_back_with_the_decision_that_it_opened_again(desk, restricted):
    case_id, part_id = restricted
    blank = desk.request(case_id).part(part_id)
    undo(desk, service.assess(desk.vault, part_id, granted(desk)))
    assert desk.request(case_id).part(part_id) == blank
    service.assess(desk.vault, part_id, granted(desk))
    decide(desk, part_id)
    decided = desk.request(case_id).part(part_id)
    change = service.assess(desk.vault, part_id, granted(desk), basis=Basis.CONSENT)
    assert desk.request(case_id).part(part_id).decision is None
    undo(desk, change)
    assert desk.request(case_id).part(part_id) == decided


def test_an_assessment_stays_while_a_decision_or_what_was_done_rests_on_it(desk, restricted):
    case_id, part_id = restricted
    assessed = service.assess(desk.vault, part_id, granted(desk))
    wanted = desk.request(case_id).part(part_id).measures
    done = tuple(replace(one, done_on=desk.today, done_by="Per Prøve") for one in wanted)
    for later in (service.carry_out(desk.vault, part_id, done), decide(desk, part_id)):
        with pytest.raises(RefusedError):
            undo(desk, assessed)
        undo(desk, later)
    assert desk.request(case_id).part(part_id).measures == wanted
    undo(desk, assessed)
    assert not desk.request(case_id).part(part_id).touched


def test_a_deed_on_another_part_is_no_hindrance_but_its_own_letter_is(desk, restricted):
    case_id, part_id = restricted
    service.add_right(desk.vault, case_id, Right.COMPLAINT)
    assessed = service.assess(desk.vault, part_id, granted(desk))
    other = desk.request(case_id).of(Right.COMPLAINT)
    with desk.vault.begin(Deed.WORK_ON_CASE) as work:
        casework.record(work, case_id, "decided", name="Tore", right=other.right.value)
    export(desk, case_id, "complaint_answer")
    undo(desk, assessed)
    again = service.assess(desk.vault, part_id, granted(desk))
    export(desk, case_id, "restriction_answer")
    with pytest.raises(RefusedError):
        undo(desk, again)


def test_the_going_through_of_the_material_is_taken_back(desk):
    case_id = desk.collected()
    review = Review(outcome=Outcome.ALL, reviewed_by="Solveig", reviewed_on=desk.today)
    change = service.review_material(desk.vault, desk.part(case_id), review)
    undo(desk, change)
    part = desk.request(case_id).parts[0]
    assert (part.assessment, part.assessed_on) == (None, None)


def test_who_got_the_data_is_taken_back_also_after_the_answer(desk, restricted):
    case_id, part_id = restricted
    service.assess(desk.vault, part_id, granted(desk))
    mark(desk, case_id, part_id)
    answer(desk, case_id, part_id)
    nobody, one = Recipients(nobody=True), Recipients(rows=(Recipient(name="Fylket"),))
    first = note_recipients(desk.vault, part_id, nobody)
    second = note_recipients(desk.vault, part_id, one)
    with pytest.raises(RefusedError):
        undo(desk, first)
    undo(desk, second)
    request = desk.request(case_id)
    assert read_recipients(desk.vault, request, request.part(part_id)) == nobody
    undo(desk, note_recipients(desk.vault, part_id, nobody))
    told = replace(one, rows=(replace(one.rows[0], telling=Telling.TOLD, told_on=desk.today),))
    change = note_recipients(desk.vault, part_id, told)
    export(desk, case_id, "recipients_notice")
    with pytest.raises(RefusedError):
        undo(desk, change)


def test_a_right_that_was_added_goes_again_with_its_task_until_it_is_worked_on(desk, restricted):
    case_id, _part_id = restricted
    before = desk.request(case_id)
    undo(desk, service.add_right(desk.vault, case_id, Right.PORTABILITY))
    after = desk.request(case_id)
    assert (after.parts, after.tasks) == (before.parts, before.tasks)
    change = service.add_right(desk.vault, case_id, Right.PORTABILITY)
    (task,) = desk.request(case_id).tasks
    casework.ask_task(desk.vault, task.id, responsible="Arkivet", asked_on=desk.today, due=None)
    with pytest.raises(RefusedError):
        undo(desk, change)


def test_it_is_said_of_which_right_where_there_are_several(desk, restricted):
    case_id, part_id = restricted
    alone = service.assess(desk.vault, part_id, granted(desk))
    assert "(" not in alone.undo.words
    assert timeline_detail(last(desk, case_id)) != ""
    service.add_right(desk.vault, case_id, Right.COMPLAINT)
    decided = decide(desk, part_id)
    name = words(Right.RESTRICTION)
    assert decided.undo.words == f"avgjerda ({name})"
    undo(desk, decided)
    undone, made, *_older = cases.timeline(desk.vault.db, case_id)
    assert timeline_text(undone) == "Angra: avgjerda"
    for entry in (undone, made):
        assert timeline_detail(entry, several=True) == name
        assert timeline_detail(entry) == ""
