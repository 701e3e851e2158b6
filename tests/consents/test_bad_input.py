"""What is typed wrong, where a person types it: never a yes, and always said why."""

from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from consents.by_hand import Hand
from consents.filling import PURPOSES, a_form, a_group, approved_form, given, said
from gdpr_desktop.consents.allowed.model import Asked
from gdpr_desktop.consents.codes import Audience, Lasting, PictureUse, Reason, Relation
from gdpr_desktop.consents.forms import store as forms
from gdpr_desktop.consents.forms.actions import Action, actions_of
from gdpr_desktop.consents.forms.dialogs.approve import ApproveDialog
from gdpr_desktop.consents.forms.dialogs.purpose import PurposeDialog
from gdpr_desktop.consents.forms.service.base import read_form
from gdpr_desktop.consents.forms.steps import Step
from gdpr_desktop.consents.given import store
from gdpr_desktop.consents.given.dialogs.quick import QuickDialog
from gdpr_desktop.consents.given.dialogs.register import RegisterDialog
from gdpr_desktop.consents.given.model import Subject
from gdpr_desktop.consents.given.words import why
from gdpr_desktop.consents.groups import store as groups
from gdpr_desktop.consents.groups.model import Guardian, Member
from gdpr_desktop.consents.validity import validity
from gdpr_desktop.core.errors import RefusedError
from gdpr_desktop.core.roles import Deed

ENTER = Qt.Key.Key_Return
TODAY = date(2026, 11, 20)


@pytest.fixture
def hand(officer, qtbot) -> Hand:
    return Hand(qtbot, officer)


def heap(hand, form_id, group_id, day):
    made = QuickDialog(hand.vault, form_id, hand.tab, group_id)
    made.open()
    made.activateWindow()
    hand.enter(made.given_on, day)
    hand.qtbot.waitUntil(lambda: QApplication.focusWidget() is made.names.line)
    return made


def reasons(vault, form_id, name, born):
    subject = Subject(name=name, birth_date=born)
    (found,) = store.of_person(vault.db, store.match(subject))
    return validity(found, read_form(vault, form_id), TODAY).reasons


def test_a_form_without_a_purpose_is_neither_checked_approved_nor_answered(officer, hand):
    case_id = a_form(officer, purposes=())
    found = forms.form(officer.db, case_id)
    offered = {one for step in Step for one in actions_of(found, step)}
    assert not offered & {Action.CHECK, Action.APPROVE, Action.PRINT, Action.QUICK}
    with pytest.raises(RefusedError):
        ApproveDialog(officer, case_id, hand.tab)
    with pytest.raises(RefusedError):
        QuickDialog(officer, case_id, hand.tab)


def test_two_purposes_in_one_sentence_are_warned_of_and_can_be_kept(officer, form_id, hand):
    made = PurposeDialog(officer, forms.form(officer.db, form_id), PURPOSES[0], hand.tab)
    made.open()
    hand.type_in(made.text._text, "Ta bilete av barnet og leggje dei ut")
    assert made.warning.isVisible()
    made.discard()


def test_a_heap_dated_before_its_form_is_asked_about_and_gives_no_yes(officer, form_id, hand):
    group_id = a_group(officer, 1)
    made = heap(hand, form_id, group_id, "31.8.2026")
    hand.keys("ada", ENTER, "ab", ENTER)
    assert made.heap.left() == made.heap.members
    assert made.say_box.text()
    hand.keys(ENTER)
    assert reasons(officer, form_id, "Ada Testhaug", date(2022, 1, 1)) == (Reason.BEFORE_VERSION,)
    made.discard()


def test_a_child_of_twelve_alone_says_no_yes_to_being_published(officer, form_id, hand):
    group_id = a_group(officer, 1)
    (child,) = groups.members(officer.db, group_id)
    member = Member(
        group_id=group_id,
        name="Oda Testdal",
        birth_date=date(2014, 11, 20),
        guardians=(Guardian(name="Mor Testdal"), Guardian(name="Far Testdal")),
    )
    with officer.begin(Deed.WORK_ON_CASE) as work:
        work.require(Deed.WORK_ON_CASE, assigned=True)
        groups.insert_member(work.db, member)
    made = heap(hand, form_id, group_id, "10.9.2026")
    hand.keys("oda", ENTER, "as", ENTER)
    assert made.say_box.text(), "it is asked about first"
    hand.keys(ENTER)
    made.discard()
    assert reasons(officer, form_id, member.name, member.birth_date) == (Reason.WRONG_GIVER,)
    hand.given.ask_allowed()
    asking = hand.dialog()
    hand.pick(asking.purpose, Asked(use=PictureUse.PUBLISH_WEB))
    hand.enter(asking.name, member.name)
    assert why(Reason.WRONG_GIVER).wrong in asking.panel.reasons.text()
    assert child.name != member.name


@pytest.mark.parametrize("typed", ["29.2.2026", "31.9.2026", "0.1.2026", "29.2.26"])
def test_a_day_that_the_year_has_not_is_no_date(officer, form_id, hand, typed):
    made = RegisterDialog(officer, form_id, hand.tab)
    made.open()
    hand.type_in(made.person.name, "Nora Testdal")
    hand.type_in(made.person.birth_date, typed)
    hand.type_in(made.answer.given_on, typed)
    hand.press(made.save_button)
    assert made.isVisible()
    assert made.person.birth_date.problem()
    assert made.answer.given_on.problem()
    made.discard()


def test_a_year_from_29_february_ends_on_the_28th_and_the_day_after_is_a_no(officer, clock):
    clock.instant = datetime(2028, 3, 1, 12, tzinfo=UTC)
    form_id = approved_form(officer, audience=Audience.ADULTS, lasting=Lasting.ONE_YEAR)
    own = said(name="Nora Testdal", relation=Relation.SELF, on=date(2028, 2, 29))
    number = given(officer, form_id, born=date(1996, 2, 29), statements=(own,))
    found, form = store.consent(officer.db, number), read_form(officer, form_id)
    assert found.valid_until == date(2029, 2, 28)
    assert validity(found, form, date(2029, 2, 28)).valid
    assert validity(found, form, date(2029, 3, 1)).reasons == (Reason.EXPIRED,)
