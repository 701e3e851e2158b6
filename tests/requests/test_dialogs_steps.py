"""The dialogs of the steps from identity to decision."""

from datetime import timedelta

import pytest
from PySide6.QtGui import QGuiApplication

from gdpr_desktop.casework import store as cases
from gdpr_desktop.casework.model import Person, TaskOutcome
from gdpr_desktop.core.dates import short_date
from gdpr_desktop.law.exceptions import RefusalGround
from gdpr_desktop.requests import service
from gdpr_desktop.requests.dialogs.advice import AdviceDialog
from gdpr_desktop.requests.dialogs.authority import AuthorityDialog
from gdpr_desktop.requests.dialogs.decision import DecisionDialog
from gdpr_desktop.requests.dialogs.filing import FilingDialog
from gdpr_desktop.requests.dialogs.identity import IdentityDeed, IdentityDialog
from gdpr_desktop.requests.dialogs.receipt import ReceiptDialog
from gdpr_desktop.requests.dialogs.review import ReviewDialog
from gdpr_desktop.requests.dialogs.specification import SpecificationDialog
from gdpr_desktop.requests.dialogs.tasks import AddTaskDialog, AnswerTaskDialog, AskTaskDialog
from gdpr_desktop.requests.model import Channel, IdentityMethod, IdentityState, OnBehalfOf, Right
from gdpr_desktop.requests.parts_store import first_of
from gdpr_desktop.requests.rights.access import Outcome

NASTY = "{{ x }} **fett** <b>b</b> & Áŋŋel æøå"


def test_receipt_told_in_another_way_is_noted(vault, desk, window, opened):
    case_id = desk.register()
    hand = opened(ReceiptDialog(vault, case_id, window))
    hand.type("how", "På telefonen")
    hand.save()
    receipt = desk.request(case_id).receipt
    assert (receipt.how, receipt.confirmed_on) == ("På telefonen", desk.today)


def test_shown_id_is_noted_by_its_kind(vault, desk, window, opened):
    case_id = desk.register()
    hand = opened(IdentityDialog(vault, case_id, window))
    hand.choose("method", IdentityMethod.SHOWN_ID)
    hand.save()
    assert hand.problem("note")
    hand.type("note", "Pass")
    hand.save()
    identity = desk.request(case_id).identity
    assert (identity.method, identity.note) == (IdentityMethod.SHOWN_ID, "Pass")
    assert len(hand.changes) == 1


def test_number_of_an_id_is_refused_and_stays_to_be_corrected(vault, desk, window, opened):
    hand = opened(IdentityDialog(vault, desk.register(), window))
    hand.choose("method", IdentityMethod.SHOWN_ID)
    hand.type("note", "Pass 13097248022")
    hand.save()
    assert hand.problem("note")
    assert hand.field("note").text() == "Pass 13097248022"


def test_method_must_be_chosen(vault, desk, window, opened):
    hand = opened(IdentityDialog(vault, desk.register(), window))
    hand.save()
    assert hand.problem("method")


def test_login_is_no_method_for_a_letter(vault, desk, window, opened):
    hand = opened(IdentityDialog(vault, desk.register(), window))
    hand.choose("method", IdentityMethod.SECURE_CHANNEL)
    hand.save()
    assert hand.problem("method")


def test_asking_on_the_phone_is_noted_with_its_date(vault, desk, window, opened):
    case_id = desk.register()
    hand = opened(IdentityDialog(vault, case_id, window))
    hand.choose("deed", IdentityDeed.ASKED)
    hand.type("asked_on", "-2")
    hand.save()
    identity = desk.request(case_id).identity
    assert identity.state is IdentityState.ASKED
    assert identity.asked_on == desk.today - timedelta(days=2)


def test_request_is_not_turned_away_before_proof_was_asked_for(vault, desk, window, opened):
    case_id = desk.register()
    hand = opened(IdentityDialog(vault, case_id, window))
    hand.choose("deed", IdentityDeed.NOT_ESTABLISHED)
    hand.type("told", "På e-post")
    hand.save()
    assert hand.general()
    service.ask_for_identity(vault, case_id, asked_on=desk.received)
    hand.save()
    assert desk.request(case_id).identity.state is IdentityState.NOT_ESTABLISHED


@pytest.mark.parametrize("typed", ["31.2.", "tull", "+1", "1.1.2020", ""])
def test_impossible_day_is_told_at_the_day(vault, desk, window, opened, typed):
    case_id = desk.register()
    hand = opened(IdentityDialog(vault, case_id, window))
    hand.choose("method", IdentityMethod.ADDRESS_MATCHES)
    hand.type("settled_on", typed)
    hand.save()
    assert hand.problem("settled_on")
    assert hand.changes == []


def test_authority_seen_must_be_named(vault, desk, window, opened):
    case_id = desk.register(
        on_behalf_of=OnBehalfOf.GUARDIAN, representative=Person(name="Vera Verje")
    )
    hand = opened(AuthorityDialog(vault, case_id, window))
    hand.click(hand.dialog.part.seen)
    hand.save()
    assert hand.problem("authority_what")
    hand.type("authority_what", "Verjefullmakt")
    hand.save()
    assert desk.request(case_id).authority_settled


def test_system_is_added_with_who_answers_for_it(vault, desk, window, opened):
    case_id = desk.register()
    hand = opened(AddTaskDialog(vault, case_id, window))
    hand.save()
    assert hand.problem("title")
    hand.type("title", NASTY)
    hand.type("responsible", "Rektor")
    hand.save()
    task = desk.request(case_id).tasks[-1]
    assert (task.title, task.responsible) == (NASTY, "Rektor")


def test_systems_with_a_wording_are_suggested(vault, desk, window, opened):
    desk.written()
    hand = opened(AddTaskDialog(vault, desk.register(), window))
    completer = hand.dialog.title.line.completer()
    assert completer.model().index(0, 0).data() == "Barnehagesystemet"


def test_ready_text_names_the_case_and_nobody(vault, desk, window, opened):
    case_id = desk.register()
    hand = opened(AskTaskDialog(vault, desk.add_task(case_id), window))
    hand.click(hand.dialog.copy_button)
    text = QGuiApplication.clipboard().text()
    assert desk.request(case_id).case.number in text
    assert "Berg-Hansen" not in text
    assert "{" not in text
    assert hand.dialog.copied.text()


def test_ready_text_follows_the_due_date(vault, desk, window, opened):
    hand = opened(AskTaskDialog(vault, desk.add_task(desk.register()), window))
    hand.type("due", "1.12.")
    assert "1. desember 2026" in hand.dialog.mail.toPlainText()


def test_asked_task_keeps_who_and_by_when(vault, desk, window, opened):
    task_id = desk.add_task(desk.register())
    hand = opened(AskTaskDialog(vault, task_id, window))
    hand.type("responsible", "Rektor")
    hand.type("asked_on", "i dag")
    hand.type("due", "+3")
    hand.save()
    task = cases.task(vault.db, task_id)
    assert (task.responsible, task.asked_on) == ("Rektor", desk.today)
    assert task.due == desk.today + timedelta(days=3)


def test_answer_cannot_be_due_before_it_was_asked_for(vault, desk, window, opened):
    hand = opened(AskTaskDialog(vault, desk.add_task(desk.register()), window))
    hand.type("due", "-1")
    hand.save()
    assert hand.problem("due")


def test_found_must_be_told_and_nothing_need_not(vault, desk, window, opened):
    case_id = desk.register()
    first, second = desk.add_task(case_id), desk.add_task(case_id, "Skulesystemet")
    hand = opened(AnswerTaskDialog(vault, first, window))
    hand.save()
    assert hand.problem("outcome")
    hand.choose("outcome", TaskOutcome.FOUND)
    hand.save()
    assert hand.problem("note")
    hand.type("note", NASTY)
    hand.save()
    hand = opened(AnswerTaskDialog(vault, second, window))
    hand.choose("outcome", TaskOutcome.NOTHING)
    hand.save()
    tasks = {task.id: task for task in desk.request(case_id).tasks}
    assert tasks[first].note == NASTY
    assert tasks[second].outcome is TaskOutcome.NOTHING


def test_specification_is_answered_or_all_is_wanted(vault, desk, window, opened):
    case_id = desk.identified()
    service.ask_for_specification(vault, case_id, asked_on=desk.received)
    hand = opened(SpecificationDialog(vault, case_id, window))
    hand.save()
    assert hand.problem("wants_all")
    hand.choose("wants_all", False)
    hand.save()
    assert hand.problem("answer")
    hand.choose("wants_all", True)
    hand.save()
    assert desk.request(case_id).specification.wants_all


def test_part_wants_an_exception_and_why(vault, desk, window, opened):
    case_id = desk.collected()
    hand = opened(ReviewDialog(vault, case_id, first_of(vault.db, case_id), window))
    hand.choose("outcome", Outcome.PART)
    hand.save()
    assert hand.problem("exempted")
    (row,) = hand.dialog.exempted.rows
    row.exception.set_value(RefusalGround.INTERNAL_DOCUMENT)
    hand.save()
    assert hand.problem("exempted")
    row.explanation.setObjectName("explanation")
    hand.type("explanation", NASTY)
    hand.click(hand.dialog.content.boxes["confidential"])
    hand.save()
    review = desk.request(case_id).parts[0].assessment
    assert [one.explanation for one in review.exempted] == [NASTY]
    assert review.content.confidential


def test_exceptions_come_and_go(vault, desk, window, opened):
    hand = opened(ReviewDialog(vault, (case := desk.collected()), first_of(vault.db, case), window))
    hand.choose("outcome", Outcome.PART)
    hand.click(hand.dialog.exempted.add)
    first, second = hand.dialog.exempted.rows
    hand.click(first.remove)
    assert hand.dialog.exempted.rows == (second,)


def test_nothing_held_is_proposed_where_nothing_was_found(vault, desk, window, opened):
    case_id = desk.collected(found=False)
    hand = opened(ReviewDialog(vault, case_id, first_of(vault.db, case_id), window))
    hand.save()
    assert desk.request(case_id).parts[0].assessment.outcome is Outcome.NOTHING_HELD


def test_review_opens_as_it_was_saved(vault, desk, window, opened):
    case_id = desk.reviewed()
    hand = opened(ReviewDialog(vault, case_id, first_of(vault.db, case_id), window))
    assert hand.dialog.outcome.value() is Outcome.ALL


def test_review_waits_for_all_to_answer(vault, desk, window, opened):
    hand = opened(ReviewDialog(vault, (case := desk.register()), first_of(vault.db, case), window))
    hand.choose("outcome", Outcome.ALL)
    hand.save()
    assert hand.general()


def test_advice_is_the_officers_own(vault, desk, window, opened):
    case_id = desk.reviewed()
    hand = opened(AdviceDialog(vault, case_id, first_of(vault.db, case_id), window))
    hand.save()
    assert hand.problem("text")
    hand.type("text", NASTY)
    hand.save()
    advice = desk.request(case_id).parts[0].advice
    assert (advice.text, advice.name) == (NASTY, "Solveig Testnes")


def test_decision_names_who_decided_and_in_what_role(vault, desk, window, opened):
    case_id = desk.reviewed(channel=Channel.EDIALOG)
    hand = opened(DecisionDialog(vault, case_id, first_of(vault.db, case_id), window))
    hand.type("text", "Innsyn")
    hand.save()
    assert hand.problem("name")
    assert hand.problem("role")
    hand.type("name", "Tore Testdal")
    hand.type("role", "Kommunedirektør")
    hand.type("decided_on", short_date(desk.today))
    hand.save()
    decision = desk.request(case_id).parts[0].decision
    assert (decision.name, decision.role) == ("Tore Testdal", "Kommunedirektør")


def test_the_day_of_the_answer_counts_from_the_day_of_the_question_until_it_is_chosen(
    desk, window, opened
):
    from gdpr_desktop.casework.service import task_due
    from gdpr_desktop.requests.dialogs.tasks import AskTaskDialog
    from gdpr_desktop.requests.time_limits import reply_deadline

    case_id = desk.register()
    hand = opened(AskTaskDialog(desk.vault, desk.add_task(case_id), window))
    reply_due = reply_deadline(desk.request(case_id)).due
    hand.dialog.asked_on.set_date(desk.received)
    assert hand.dialog.due.date() == task_due(desk.received, reply_due)
    hand.dialog.due.set_date(desk.today)
    hand.dialog.asked_on.set_date(desk.today)
    assert hand.dialog.due.date() == desk.today
    assert desk.vault.municipality().officer.phone in hand.dialog.mail.toPlainText()


@pytest.mark.parametrize(
    ("rights", "title"),
    [
        ((Right.ACCESS,), "Krav om innsyn i personopplysningar"),
        ((Right.ACCESS, Right.ERASURE), "innsyn, sletting"),
        ((Right.QUESTION,), "spørsmål om korleis vi behandlar opplysningar"),
    ],
)
def test_the_archive_gets_a_title_of_what_the_case_is_about(vault, desk, window, rights, title):
    dialog = FilingDialog(vault, desk.register(rights=rights), window)
    assert title in dialog.archive_title.text()
    assert dialog.public_title.text() == dialog.archive_title.text()
