"""What was found about one person is never given to another."""

from dataclasses import replace
from datetime import date

import pytest

from gdpr_desktop.casework import store as cases
from gdpr_desktop.casework.model import Person
from gdpr_desktop.core.errors import RefusedError
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.core.text import _
from gdpr_desktop.requests import service
from gdpr_desktop.requests.dialogs.intake import IntakeDialog
from gdpr_desktop.requests.model import Intake, Measure, Right
from gdpr_desktop.requests.parts_store import put
from gdpr_desktop.requests.service.subject import may_be_another
from gdpr_desktop.requests.timeline_words import timeline_text
from tests.requests.portability_claims import Claim

OTHER = Person(name="Ola Annan")


def intake_of(request, **changes):
    fields = {
        "received": request.case.received,
        "channel": request.channel,
        "subject": request.subject,
        "rights": tuple(part.right for part in request.parts),
        "wording": request.wording,
    }
    return Intake(**(fields | changes))


def change(desk, case_id, same_person=False, **changes):
    intake = intake_of(desk.request(case_id), **changes)
    service.change_intake(desk.vault, case_id, intake, same_person=same_person)


def test_all_is_assessed_anew_about_another_person(desk):
    case_id = desk.written()
    change(desk, case_id, subject=OTHER)
    request = desk.request(case_id)
    assert not any(part.touched for part in request.parts)
    assert not any(task.asked_on or task.done or task.note for task in request.tasks)
    assert not request.identity.established
    entries = cases.timeline(desk.vault.db, case_id)
    codes = [entry.code for entry in entries]
    assert codes.count("subject_replaced") == 1
    assert {"reviewed", "decided", "answer_prepared"} <= set(codes)
    (told,) = (entry for entry in entries if entry.code == "subject_replaced")
    assert timeline_text(told)


def test_data_of_one_person_are_not_packed_for_another(desk):
    claim = Claim(desk, rights=(Right.PORTABILITY,))
    claim.bring_in()
    change(desk, claim.case_id, subject=OTHER)
    assert not desk.vault.db.execute("SELECT id FROM portable_data").fetchall()


def test_a_name_put_right_keeps_what_was_found(desk):
    case_id = desk.reviewed()
    before = desk.request(case_id)
    change(desk, case_id, same_person=True, subject=replace(before.subject, name="Kari Berg"))
    after = desk.request(case_id)
    assert after.parts[0].assessment == before.parts[0].assessment
    assert after.tasks == before.tasks


@pytest.mark.parametrize("effect", ["sent", "measure"])
def test_another_person_gets_a_case_of_their_own_once_something_had_effect(desk, effect):
    if effect == "sent":
        case_id = desk.sent(rights=(Right.ACCESS, Right.QUESTION))
    else:
        case_id = desk.reviewed()
        done = Measure(what="Slett", done_on=desk.today, done_by="Ein")
        with desk.vault.begin(Deed.WORK_ON_CASE) as work:
            put(work.db, desk.part(case_id), measures=(done,))
    with pytest.raises(RefusedError) as refused:
        change(desk, case_id, subject=OTHER)
    assert refused.value.hint == _("Register a new case for the other person.")
    assert desk.request(case_id).subject.name == "Kari Berg-Hansen"


BORN = date(1985, 2, 3)
KARI = Person(name="Kari Vik", birth_date=BORN, national_id="03028549963")


@pytest.mark.parametrize(
    ("before", "now", "another"),
    [
        (KARI, replace(KARI, name="Kari Berg"), False),  # the same number
        (KARI, replace(KARI, national_id="01017000027"), True),
        (Person(name="Kari Vik"), KARI, False),  # more is known
        (Person(name="Kari Vik"), Person(name=" kari  VIK"), False),
        (Person(name="Kari Vik"), Person(name="Kari Wiik"), True),
        (
            Person(name="Ola", birth_date=BORN),
            Person(name="Ola", birth_date=date(1990, 1, 1)),
            True,
        ),
    ],
)
def test_who_may_be_another(before, now, another):
    assert may_be_another(before, now) is another


@pytest.mark.parametrize(("answer", "kept"), [(True, True), (False, False), (None, True)])
def test_the_dialog_asks_whether_it_is_another_person(
    vault, desk, window, opened, answers, answer, kept
):
    case_id = desk.reviewed()
    hand = opened(IntakeDialog(vault, window, desk.request(case_id)))
    hand.type("name", "Ola Annan")
    answers(answer)
    hand.save()
    answers()
    assert (desk.request(case_id).parts[0].assessment is not None) is kept
    assert bool(hand.general()) is (answer is None)


def test_nothing_is_asked_before_anything_is_found(vault, desk, window, opened, answers):
    case_id = desk.register()
    hand = opened(IntakeDialog(vault, window, desk.request(case_id)))
    hand.type("name", "Ola Annan")
    hand.save()
    assert desk.request(case_id).subject.name == "Ola Annan"
