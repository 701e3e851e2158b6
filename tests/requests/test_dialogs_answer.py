"""The dialogs from the answer to the end of the case, and the letters."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from gdpr_desktop.casework import store as cases
from gdpr_desktop.casework.model import AddressProtection, CaseState, Person
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.correspondence.model import DispatchChannel
from gdpr_desktop.requests import service
from gdpr_desktop.requests.dialogs.answer import AnswerDialog
from gdpr_desktop.requests.dialogs.closing import (
    CloseDialog,
    NoteDialog,
    ReopenDialog,
    WithdrawDialog,
)
from gdpr_desktop.requests.dialogs.filing import FilingDialog
from gdpr_desktop.requests.dialogs.letter import LetterDialog
from gdpr_desktop.requests.dialogs.oral import OralDialog
from gdpr_desktop.requests.dialogs.send import SendDialog
from gdpr_desktop.requests.model import Channel, Content, OnBehalfOf
from gdpr_desktop.requests.parts_store import first_of
from gdpr_desktop.requests.rights.access import Answer, CopyItem, ProcessingInfo

NASTY = "{{ x }} **fett** <b>b</b> & Áŋŋel æøå"
POINTS = "purpose basis categories recipients third_countries storage source automated".split()
CHILD = Person(name="Ola Berg", birth_date=date(2014, 3, 1))


def _preview(hand) -> str:
    hand.dialog.preview.refresh()
    return hand.dialog.preview.browser.toPlainText()


def test_answer_is_kept_and_its_wording_is_remembered(vault, desk, window, opened):
    case_id = desk.reviewed()
    hand = opened(AnswerDialog(vault, case_id, first_of(vault.db, case_id), window))
    for point in POINTS:
        hand.type(f"systems.0.{point}", f"{point} {NASTY}")
    hand.save()
    answer = desk.request(case_id).parts[0].answer
    assert answer.systems[0].purpose == f"purpose {NASTY}"
    assert answer.copies[0].what == "Plan for barnet, 2024"
    hand = opened(AnswerDialog(vault, (case := desk.reviewed()), first_of(vault.db, case), window))
    assert hand.field("systems.0.basis").text() == f"basis {NASTY}"


def test_answer_lacks_nothing_the_law_asks_for(vault, desk, window, opened):
    hand = opened(AnswerDialog(vault, (case := desk.reviewed()), first_of(vault.db, case), window))
    hand.type("copies.0.what", "")
    hand.save()
    assert hand.problem("copies.0.what")
    assert all(hand.problem(f"systems.0.{point}") for point in POINTS)
    assert hand.changes == []


def test_letter_is_seen_while_it_is_written(vault, desk, window, opened, qtbot):
    hand = opened(AnswerDialog(vault, (case := desk.reviewed()), first_of(vault.db, case), window))
    assert "…" in _preview(hand)
    hand.type("systems.0.purpose", NASTY)
    browser = hand.dialog.preview.browser
    qtbot.waitUntil(lambda: NASTY in browser.toPlainText())


def test_overview_is_written_where_no_copy_is_given(vault, desk, window, opened):
    case_id = desk.written()
    hand = opened(AnswerDialog(vault, case_id, first_of(vault.db, case_id), window))
    part = hand.dialog.places[0].part
    hand.click(part.as_copy._group.button(1))
    hand.save()
    assert hand.problem("copies.0.details")
    hand.type("copies.0.details", "Namn: Kari")
    hand.save()
    item = desk.request(case_id).parts[0].answer.copies[0]
    assert (item.as_copy, item.details) == (False, "Namn: Kari")


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"subject": CHILD}, True),
        ({"subject": Person(name="Kari", birth_date=date(1985, 3, 1))}, False),
        (
            {
                "subject": CHILD,
                "on_behalf_of": OnBehalfOf.PARENT,
                "representative": Person(name="Gro Berg"),
            },
            False,
        ),
    ],
)
def test_child_who_asks_alone_gets_the_childs_version(
    vault, desk, window, opened, changes, expected
):
    hand = opened(
        AnswerDialog(vault, (case := desk.reviewed(**changes)), first_of(vault.db, case), window)
    )
    assert hand.dialog.child_version.isChecked() is expected


def test_answer_before_the_review_says_why_there_is_no_letter(vault, desk, window, opened):
    hand = opened(AnswerDialog(vault, (case := desk.collected()), first_of(vault.db, case), window))
    assert hand.dialog.preview.problem.text()


def test_oral_answer_is_noted_with_time_and_person(vault, desk, window, opened):
    case_id = desk.written(wants_oral_answer=True)
    hand = opened(OralDialog(vault, case_id, first_of(vault.db, case_id), window))
    hand.type("what", NASTY)
    hand.save()
    assert hand.problem("at_time")
    hand.type("at_time", "23.59")
    hand.save()
    assert hand.problem("at")
    hand.type("at_time", "9.05")
    hand.save()
    oral = desk.request(case_id).parts[0].answer.oral
    assert (oral.what, oral.to_whom) == (NASTY, "Kari Berg-Hansen")
    assert oral.identity
    assert oral.at.hour == 8  # UTC


def test_channel_that_may_not_carry_it_says_why_and_cannot_be_chosen(vault, desk, window, opened):
    case_id = desk.written(content=Content(special_categories=True))
    hand = opened(SendDialog(vault, case_id, first_of(vault.db, case_id), window))
    email = hand.dialog.channel.button(DispatchChannel.EMAIL)
    assert not email.isEnabled()
    assert email.accessibleDescription()
    hand.click(email)
    hand.save()
    assert hand.problem("channel")
    assert desk.request(case_id).parts[0].dispatch is None


def test_protected_address_closes_email(vault, desk, window, opened):
    subject = Person(
        name="Kari", email="kari@fjordvik.example", protection=AddressProtection.CONFIDENTIAL
    )
    hand = opened(
        SendDialog(
            vault,
            (case := desk.written(subject=subject)),
            first_of(vault.db, case),
            window,
        )
    )
    assert not hand.dialog.channel.button(DispatchChannel.EMAIL).isEnabled()
    assert not hand.dialog.channel.button(DispatchChannel.REGISTERED_POST).isEnabled()


def test_sent_answer_tells_who_what_when_and_how(vault, desk, window, opened):
    case_id = desk.written()
    hand = opened(SendDialog(vault, case_id, first_of(vault.db, case_id), window))
    hand.click(hand.dialog.channel.button(DispatchChannel.REGISTERED_POST))
    hand.type("sent_on", "+1")
    hand.save()
    assert hand.problem("sent_on")
    hand.type("sent_on", "i dag")
    hand.save()
    dispatch = desk.request(case_id).parts[0].dispatch
    assert dispatch.channel is DispatchChannel.REGISTERED_POST
    assert (dispatch.sent_by, dispatch.sent_on) == ("Solveig Testnes", desk.today)
    assert dispatch.what


def test_who_asked_in_edialog_is_answered_there(vault, desk, window, opened):
    hand = opened(
        SendDialog(
            vault,
            (case := desk.written(channel=Channel.EDIALOG)),
            first_of(vault.db, case),
            window,
        )
    )
    assert hand.dialog.channel.value() is DispatchChannel.EDIALOG


def test_answer_that_is_not_ready_is_not_noted_as_sent(vault, desk, window, opened):
    case_id = desk.register()
    hand = opened(SendDialog(vault, case_id, first_of(vault.db, case_id), window))
    hand.click(hand.dialog.channel.button(DispatchChannel.EDIALOG))
    hand.save()
    assert hand.general()


def test_public_title_may_hold_no_name(vault, desk, window, opened):
    case_id = desk.sent()
    hand = opened(FilingDialog(vault, case_id, window))
    assert hand.field("public_title").text()
    hand.type("archive_number", "26/114")
    hand.type("public_title", "Innsyn for Kari")
    hand.save()
    assert hand.problem("public_title")
    hand.type("public_title", "Innsyn")
    hand.save()
    case = desk.request(case_id).case
    assert (case.archive_number, case.public_title) == ("26/114", "Innsyn")


def test_case_is_closed_when_nothing_is_missing(vault, desk, window, opened):
    waiting, ready = desk.written(), desk.filed()
    hand = opened(CloseDialog(vault, waiting, window))
    assert not hand.dialog.save_button.isEnabled()
    hand.dialog.discard()
    hand = opened(CloseDialog(vault, ready, window))
    hand.save()
    assert desk.request(ready).case.state is CaseState.CLOSED


def test_withdrawal_and_reopening_want_a_reason(vault, desk, window, opened):
    case_id = desk.register(channel=Channel.PHONE)
    hand = opened(WithdrawDialog(vault, case_id, window))
    hand.save()
    assert hand.problem("reason")
    hand.type("reason", NASTY)
    hand.save()
    assert not desk.request(case_id).case.open
    hand = opened(ReopenDialog(vault, case_id, window))
    hand.save()
    assert hand.problem("reason")
    hand.type("reason", "Ringde att")
    hand.save()
    assert desk.request(case_id).case.open


def test_note_lands_on_the_timeline(vault, desk, window, opened):
    case_id = desk.register()
    hand = opened(NoteDialog(vault, case_id, window))
    hand.save()
    assert hand.problem("text")
    hand.type("text", NASTY)
    hand.save()
    notes = [e.detail for e in cases.timeline(vault.db, case_id) if e.code == "note"]
    assert notes == [{"text": NASTY}]


def test_letter_is_exported_and_its_step_taken_on_the_day_it_goes(
    vault, desk, window, opened, answers, tmp_path: Path
):
    case_id, path = desk.register(), tmp_path / "brev.docx"
    hand = opened(LetterDialog(vault, case_id, "access_receipt", window))
    hand.type("sent_on", "i dag")
    answers(path)
    hand.save()
    assert path.stat().st_size > 0
    assert desk.request(case_id).receipt.confirmed_on == desk.today
    (letter,) = cases.letters(vault.db, case_id)
    assert letter.sent_on == desk.today
    assert len(hand.changes) == 1


def test_letter_that_has_not_gone_takes_no_step(vault, desk, window, opened, answers, tmp_path):
    case_id = desk.register()
    hand = opened(LetterDialog(vault, case_id, "access_receipt", window))
    answers(tmp_path / "brev.docx")
    hand.save()
    assert desk.request(case_id).receipt is None


def test_name_proposed_for_the_file_holds_nothing_personal(
    vault, desk, window, opened, answers, tmp_path
):
    from gdpr_desktop.ui import notices

    hand = opened(LetterDialog(vault, desk.register(), "access_receipt", window))
    answers(None)
    hand.save()
    (box,) = notices.shown
    assert "Kari" not in box.text
    assert "2026-" in box.text
    assert hand.changes == []
    assert hand.dialog.isVisible()


def test_letter_without_what_it_needs_says_so_at_the_field(vault, desk, window, opened, answers):
    hand = opened(LetterDialog(vault, desk.register(), "access_extension", window))
    assert hand.dialog.preview.problem.text()
    assert "Fjordvik kommune" in _preview(hand)
    answers()
    hand.save()
    assert hand.problem("explanation")


def test_late_notice_of_extension_is_told_at_its_day(
    vault, desk, window, opened, answers, clock, tmp_path
):
    case_id = desk.register(received=desk.today - timedelta(days=60))
    hand = opened(LetterDialog(vault, case_id, "access_extension", window))
    hand.type("explanation", NASTY)
    hand.type("sent_on", "i dag")
    answers(tmp_path / "brev.docx")
    hand.save()
    assert hand.problem("sent_on")
    assert hand.field("explanation").text() == NASTY
    assert not (tmp_path / "brev.docx").exists()


def test_what_is_typed_shows_in_the_letter_as_typed(vault, desk, window, opened, qtbot):
    hand = opened(LetterDialog(vault, desk.register(), "access_extension", window))
    hand.type("explanation", NASTY)
    qtbot.waitUntil(lambda: NASTY in hand.dialog.preview.browser.toPlainText())


def test_only_what_was_changed_is_ordered(vault, desk, window, opened):
    hand = opened(LetterDialog(vault, desk.register(), "access_receipt", window))
    assert hand.dialog.order().changes == {}
    hand.type("channel", "på telefon")
    assert hand.dialog.order().changes == {"channel": "på telefon"}


def test_another_language_keeps_what_was_typed(vault, desk, window, opened):
    hand = opened(LetterDialog(vault, desk.register(), "access_extension", window))
    hand.type("explanation", "Mange saker")
    hand.choose("language", Language.BOKMAL)
    assert hand.dialog.order().changes == {"explanation": "Mange saker"}
    assert "Vi trenger" in _preview(hand)


def test_what_lacks_in_a_folded_part_is_brought_forward(vault, desk, window, opened, answers):
    hand = opened(LetterDialog(vault, desk.register(), "access_receipt", window))
    hand.dialog.known.expand()
    hand.type("officer_name", "")
    hand.dialog.known.collapse()
    answers()
    hand.save()
    assert hand.problem("officer_name")
    assert hand.dialog.known.expanded


def test_channel_without_a_day_is_asked_about(vault, desk, window, opened, answers):
    hand = opened(LetterDialog(vault, desk.register(), "access_receipt", window))
    hand.dialog.channel.set_value(DispatchChannel.ORDINARY_POST)
    answers()
    hand.save()
    assert hand.problem("sent_on")


def test_answer_letter_waits_until_the_answer_may_go(
    vault, desk, window, opened, answers, tmp_path
):
    path = tmp_path / "svar.docx"
    undecided = desk.reviewed()
    info = ProcessingInfo(**dict.fromkeys(("name", *POINTS), "x"))
    answer = Answer(systems=(info,), copies=(CopyItem(name="x", what="y"),))
    service.prepare_answer(vault, first_of(vault.db, undecided), answer)
    hand = opened(LetterDialog(vault, undecided, "access_answer", window))
    answers(path)
    hand.save()
    assert hand.general()
    assert not path.exists()
    hand = opened(LetterDialog(vault, desk.written(), "access_answer", window))
    answers(path)
    hand.save()
    assert path.exists()


def test_folder_is_remembered_and_never_the_name(
    vault, desk, window, opened, answers, tmp_path, qapp: QApplication
):
    hand = opened(LetterDialog(vault, desk.register(), "access_receipt", window))
    answers(tmp_path / "hemmeleg namn.docx")
    hand.save()
    assert qapp.property("export_folder") == str(tmp_path)
