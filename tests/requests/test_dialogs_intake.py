"""The dialog where a request comes in."""

from datetime import date, time, timedelta

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from gdpr_desktop.casework import store as cases
from gdpr_desktop.casework.model import AddressProtection, Person, PersonRole
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.law.deadlines import reply_due
from gdpr_desktop.requests import store
from gdpr_desktop.requests.dialogs.intake import IntakeDialog
from gdpr_desktop.requests.model import Channel, OnBehalfOf, Request
from gdpr_desktop.requests.words import right_help
from gdpr_desktop.vault import Vault

NASTY = "Áile «Ø» O'Neill-Berg {{ x }} **fett** <b>b</b> & 1. mai"


def _saved(vault: Vault, changes: list[object]) -> Request:
    (change,) = changes
    assert isinstance(change, Change)
    return store.request(vault.db, CaseId(change.id))


def test_request_is_registered_as_typed(vault, window, opened):
    hand = opened(IntakeDialog(vault, window))
    hand.type("received", "16.11.")
    hand.type("received_time", "1405")
    hand.choose("channel", Channel.PHONE)
    hand.click(hand.field("right_access"))
    hand.type("name", "Kari Nordmann")
    hand.type("phone", "90 00 00 00")
    hand.type("wording", "Alt de har")
    hand.save()
    found = _saved(vault, hand.changes)
    assert found.case.received == date(2026, 11, 16)
    assert found.received_time == time(14, 5)
    assert (found.channel, found.subject.name) == (Channel.PHONE, "Kari Nordmann")
    assert found.wording == "Alt de har"
    assert [task.kind for task in found.tasks] == ["unstructured"]


def test_signs_that_mean_something_elsewhere_are_kept_as_typed(vault, window, opened):
    hand = opened(IntakeDialog(vault, window))
    hand.choose("channel", Channel.LETTER)
    hand.click(hand.field("right_access"))
    hand.type("name", NASTY)
    hand.type("wording", NASTY)
    hand.save()
    found = _saved(vault, hand.changes)
    assert found.subject.name == NASTY
    assert found.wording == NASTY


def test_problems_stand_at_their_fields_and_nothing_typed_is_lost(vault, window, opened):
    hand = opened(IntakeDialog(vault, window))
    hand.type("received", "31.2.")
    hand.type("email", "kari@")
    hand.save()
    assert hand.problem("received")
    assert hand.problem("channel")
    assert hand.field("received").text() == "31.2."
    hand.type("received", "+1")
    hand.choose("channel", Channel.EMAIL)
    hand.click(hand.field("right_access"))
    hand.save()
    assert hand.problem("received")
    assert hand.problem("name")
    assert hand.problem("email")
    assert hand.field("email").text() == "kari@"
    assert hand.changes == []
    assert vault.db["case_file"].count == 0


def test_due_date_is_shown_in_words_while_the_date_is_typed(vault, window, opened):
    hand = opened(IntakeDialog(vault, window))
    hand.type("received", "12.11.")
    due = reply_due(date(2026, 11, 12)).due
    assert long_date(due) in hand.dialog.due.text()
    hand.type("received", "+5")
    assert hand.dialog.due.text() == ""


def test_possibly_the_same_person_is_told_and_not_in_the_way(vault, desk, window, opened, qtbot):
    earlier = desk.request(desk.register()).case.number
    hand = opened(IntakeDialog(vault, window))
    hand.type("name", "kari berg hansen")
    qtbot.waitUntil(lambda: earlier in hand.dialog.similar_note.text())
    hand.choose("channel", Channel.LETTER)
    hand.click(hand.field("right_access"))
    hand.save()
    assert len(hand.changes) == 1


def test_case_is_not_similar_to_itself(vault, desk, window, opened):
    hand = opened(IntakeDialog(vault, window, desk.request(desk.register())))
    hand.dialog.look_for_similar()
    assert hand.dialog.similar_note.text() == ""


@pytest.mark.parametrize(
    ("born", "age", "child"), [("1.3.2014", 12, True), ("1.3.1984", 42, False)]
)
def test_age_is_told_and_a_child_brings_a_note(vault, window, opened, born, age, child):
    hand = opened(IntakeDialog(vault, window))
    hand.type("birth_date", born)
    note = hand.dialog.subject.age_note
    shown = " ".join(label.text() for label in note.findChildren(QLabel))
    assert str(age) in shown
    assert ("§ 47" in shown) is child  # barnelova


def test_two_digit_birth_year_is_never_ahead(vault, window, opened):
    hand = opened(IntakeDialog(vault, window))
    hand.type("birth_date", "030285")
    assert hand.dialog.subject.birth_date.date() == date(1985, 2, 3)


@pytest.mark.parametrize("channel", [Channel.PHONE, Channel.IN_PERSON])
def test_number_said_aloud_is_no_identification(vault, window, opened, channel):
    hand = opened(IntakeDialog(vault, window))
    hand.choose("channel", channel)
    assert "personnummer" in hand.dialog.channel_note.text()


def test_identity_number_is_hidden_until_it_is_needed_and_wants_a_reason(vault, window, opened):
    hand = opened(IntakeDialog(vault, window))
    hand.choose("channel", Channel.LETTER)
    hand.click(hand.field("right_access"))
    hand.type("name", "Kari Nordmann")
    assert not hand.field("national_id").isVisible()
    hand.click(hand.dialog.subject.number_needed)
    hand.type("national_id", "13097248022")
    hand.save()
    assert hand.problem("national_id_reason") or hand.problem("national_id")
    hand.click(hand.dialog.subject.number_needed)
    hand.save()
    assert _saved(vault, hand.changes).subject.national_id == ""


def test_who_acts_and_who_receives_have_fields_of_their_own(vault, window, opened):
    hand = opened(IntakeDialog(vault, window))
    hand.choose("channel", Channel.EMAIL)
    hand.click(hand.field("right_access"))
    hand.type("name", "Ola Nordmann")
    assert not hand.field("representative_name").isVisible()
    hand.choose("on_behalf_of", OnBehalfOf.GUARDIAN)
    hand.click(hand.dialog.other_recipient)
    hand.save()
    assert hand.problem("representative_name")
    assert hand.problem("recipient_name")
    hand.type("representative_name", "Vera Verje")
    hand.type("recipient_name", "Bent Bror")
    hand.click(hand.dialog.authority.seen)
    hand.save()
    assert hand.problem("authority_what")
    hand.type("authority_what", "Verjefullmakt")
    hand.save()
    found = _saved(vault, hand.changes)
    assert found.persons[PersonRole.REPRESENTATIVE].name == "Vera Verje"
    assert found.persons[PersonRole.RECIPIENT].name == "Bent Bror"
    assert found.authority.what == "Verjefullmakt"


def test_lawyer_normally_needs_no_authority_but_the_choice_is_undone_with_it(vault, window, opened):
    hand = opened(IntakeDialog(vault, window))
    hand.choose("on_behalf_of", OnBehalfOf.LAWYER_OR_AUDITOR)
    assert hand.dialog.authority.authority().settled
    hand.choose("on_behalf_of", OnBehalfOf.OTHER)
    assert not hand.dialog.authority.authority().settled


def test_protected_address_brings_its_note(vault, window, opened):
    hand = opened(IntakeDialog(vault, window))
    assert hand.dialog.subject.protection_note.text() == ""
    hand.choose("protection", AddressProtection.STRICTLY_CONFIDENTIAL)
    assert hand.dialog.subject.protection_note.text() != ""


def test_ten_megabytes_pasted_are_cut_and_it_is_told(vault, window, opened):
    hand = opened(IntakeDialog(vault, window))
    hand.choose("channel", Channel.LETTER)
    hand.click(hand.field("right_access"))
    hand.type("name", "Kari Nordmann")
    hand.paste("wording", "æ" * 5_000_000)
    hand.paste("name", "x" * 1_000_000)
    assert hand.dialog.wording.counter()
    hand.save()
    assert len(_saved(vault, hand.changes).wording) == 20_000


def test_task_for_unstructured_data_is_named_in_the_language_of_the_case(vault, window, opened):
    hand = opened(IntakeDialog(vault, window))
    hand.choose("channel", Channel.LETTER)
    hand.click(hand.field("right_access"))
    hand.type("name", "Kari Nordmann")
    hand.choose("language", Language.BOKMAL)
    hand.save()
    found = _saved(vault, hand.changes)
    assert found.case.language is Language.BOKMAL
    assert found.tasks[0].title


def test_change_keeps_what_was_not_touched(vault, desk, window, opened):
    person = Person(
        name="Kari Nordmann",
        birth_date=date(1985, 2, 3),
        national_id="",
        protection=AddressProtection.CONFIDENTIAL,
        phone="90 00 00 00",
    )
    case_id = desk.register(subject=person, received_time=time(9, 5), wants_oral_answer=True)
    before = desk.request(case_id)
    hand = opened(IntakeDialog(vault, window, before))
    hand.type("wording", "Berre barnehagen")
    hand.save()
    after = desk.request(case_id)
    assert after.wording == "Berre barnehagen"
    assert after.subject == before.subject
    assert (after.received_time, after.wants_oral_answer) == (time(9, 5), True)
    assert after.channel is before.channel
    assert cases.case(vault.db, case_id).received == desk.received


def test_change_moves_the_deadline_with_the_day_of_receipt(vault, desk, window, opened):
    case_id = desk.register()
    hand = opened(IntakeDialog(vault, window, desk.request(case_id)))
    day = desk.received - timedelta(days=3)
    hand.type("received", f"{day.day}.{day.month}.{day.year}")
    hand.save()
    assert cases.case(vault.db, case_id).due == reply_due(day).due


def test_refusal_is_told_in_the_dialog(vault, desk, window: QWidget, opened):
    from gdpr_desktop.requests import service

    case_id = desk.register(channel=Channel.PHONE)
    request = desk.request(case_id)
    service.close_request(vault, case_id, withdrawn=True, reason="Ringde")
    hand = opened(IntakeDialog(vault, window, request))
    hand.type("wording", "Noko anna")
    hand.save()
    assert hand.general()
    assert hand.field("wording").text() == "Noko anna"


def test_what_a_right_means_is_read_before_it_is_ticked(vault, window, opened):
    hand = opened(IntakeDialog(vault, window))
    field = hand.dialog.rights
    shown = {one.text() for one in field.findChildren(QLabel) if one.isVisibleTo(field)}
    assert {right_help(right) for right in field.boxes} <= shown
