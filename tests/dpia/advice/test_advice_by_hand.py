"""As a person sends, comments, advises against, decides and approves, in the windows."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from dpia.advice.values import advised_on, at_officer, opinion, put_in_force, read
from dpia.filling import put
from gdpr_desktop.dpia import store
from gdpr_desktop.dpia.advice import service
from gdpr_desktop.dpia.advice.closing import close
from gdpr_desktop.dpia.advice.commenting import add_comment
from gdpr_desktop.dpia.advice.dialogs.approve import ApproveDialog
from gdpr_desktop.dpia.advice.dialogs.closing import CloseDialog, ReopenDialog
from gdpr_desktop.dpia.advice.dialogs.comment import CommentDialog
from gdpr_desktop.dpia.advice.dialogs.decide import DecideDialog
from gdpr_desktop.dpia.advice.dialogs.opinion import OpinionDialog
from gdpr_desktop.dpia.advice.dialogs.review import ReviewDialog
from gdpr_desktop.dpia.advice.dialogs.send import SendDialog
from gdpr_desktop.dpia.advice.dialogs.versions import VersionsDialog
from gdpr_desktop.dpia.advice.opinions import give_opinion
from gdpr_desktop.dpia.advice.widgets.comments import CommentsStrip
from gdpr_desktop.dpia.codes import Follow, State
from gdpr_desktop.dpia.content import Estimate
from gdpr_desktop.dpia.steps import Step, next_step
from gdpr_desktop.ui.forms import FieldRow

LOW = Estimate(consequence=2, likelihood=1)


@pytest.fixture
def window(qtbot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1024, 700)
    made.show()
    return made


def press(dialog, button=None):
    QTest.keyClick(button or dialog.save_button, Qt.Key.Key_Space)


def choose(field, value):
    """As with the mouse on one of the buttons."""
    index = field._values.index(value)
    button = field._group.button(index)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=button.rect().center() / 4)
    assert field.value() == value


def type_in(field, text):
    QTest.keyClicks(field.focusProxy() or field, text)


def said(dialog):
    return [one.problem for one in dialog.findChildren(FieldRow) if one.problem]


def links(widget):
    shown = [one for one in widget.findChildren(QPushButton) if one.isVisibleTo(widget)]
    return {one.text(): one for one in shown}


def test_sent_with_what_is_missing_told_and_a_note(officer, case_id, window):
    dialog = SendDialog(officer, case_id, window)
    dialog.open()
    texts = "\n".join(one.text() for one in dialog.findChildren(QLabel))
    assert "Nattugla" not in texts
    assert "•" in texts
    type_in(dialog.note, "Er dette nok?")
    press(dialog)
    found = read(officer, case_id)
    assert (found.state, found.latest.note) == (State.SENT, "Er dette nok?")


def test_the_officer_advises_against_and_every_reason_is_asked_for(officer, case_id, window):
    at_officer(officer, case_id)
    dialog = OpinionDialog(officer, case_id, window)
    dialog.open()
    press(dialog)
    assert len(said(dialog)) >= 1
    choose(dialog.go_ahead, False)
    choose(dialog.consult, True)
    choose(dialog.follow_up, True)
    type_in(dialog.text, "For inngripande utan samtykke.")
    press(dialog)
    assert len(said(dialog)) == 2
    type_in(dialog.go_ahead_why, "Ingen har valt det.")
    type_in(dialog.consult_why, "Risikoen er stor.")
    dialog.verdicts.choices["scope"].set_value(False)
    type_in(dialog.verdicts.texts["scope"], "Kva med gjester?")
    press(dialog)
    found = read(officer, case_id)
    assert found.state is State.ADVISED
    given = found.opinion
    assert (given.go_ahead, given.consult, given.follow_up) == (False, True, True)
    (verdict,) = given.verdicts
    assert (verdict.section, verdict.feedback) == ("scope", "Kva med gjester?")


def put_left(vault, case_id, left=LOW):
    """The risks that are left are like this."""
    content = read(vault, case_id).content
    with vault.begin_upkeep() as work:
        for one in content.scenarios:
            store.put_item(work.db, case_id, replace(one, after=left))


def test_sent_back_for_more_work_asks_nothing_of_going_ahead(officer, case_id, window):
    at_officer(officer, case_id)
    dialog = OpinionDialog(officer, case_id, window)
    dialog.open()
    choose(dialog.wants_back, True)
    assert not dialog.go_ahead.isVisibleTo(dialog)
    type_in(dialog.text, "Skriv om gjester.")
    press(dialog)
    assert read(officer, case_id).state is State.MORE_WORK


def test_the_risk_owner_chooses_and_is_not_the_officer(officer, case_id, window):
    advised_on(officer, case_id, go_ahead=False, go_ahead_why="For inngripande.")
    dialog = DecideDialog(officer, case_id, window)
    dialog.open()
    press(dialog)
    assert said(dialog)
    choose(dialog.follow, Follow.NOT)
    type_in(dialog.why, "Tryggleiken veg tyngst.")
    dialog.name.set_text("S. Testnes")
    press(dialog)  # asked whether it is the officer
    assert read(officer, case_id).decision is None
    dialog.name.set_text("Kari Leiar")
    press(dialog)
    assert read(officer, case_id).decision.follow is Follow.NOT
    approving = ApproveDialog(officer, case_id, window)
    approving.open()
    choose(approving.approved, False)
    assert not approving.review_on.isVisibleTo(approving)
    choose(approving.approved, True)
    press(approving)
    assert read(officer, case_id).state is State.IN_FORCE


def test_in_part_says_whether_datatilsynet_is_asked(officer, case_id, window):
    put_left(officer, case_id)
    advised_on(officer, case_id, consult=True, consult_why="For å vere sikre.")
    dialog = DecideDialog(officer, case_id, window)
    dialog.open()
    choose(dialog.follow, Follow.PARTLY)
    type_in(dialog.why, "Risikoen er låg.")
    dialog.name.set_text("Kari Leiar")
    press(dialog)
    assert said(dialog)
    assert read(officer, case_id).decision is None
    choose(dialog.consult, False)
    press(dialog)
    found = read(officer, case_id)
    assert found.decision.consult is False
    assert next_step(found) is Step.APPROVAL


def test_where_the_risk_is_high_it_is_not_asked_but_said(officer, case_id, window):
    put_left(officer, case_id, Estimate(consequence=4, likelihood=4))
    advised_on(officer, case_id, consult=True, consult_why="Høg risiko.")
    dialog = DecideDialog(officer, case_id, window)
    dialog.open()
    assert dialog.consult is None


def test_looked_at_again_and_opened_anew(officer, case_id, window):
    put_in_force(officer, case_id)
    dialog = ReviewDialog(officer, case_id, window)
    dialog.open()
    type_in(dialog.why, "Ny leverandør.")
    press(dialog)
    assert said(dialog)
    choose(dialog.same, False)
    press(dialog)
    assert read(officer, case_id).state is State.UNDER_REVIEW


def test_closed_with_a_reason_and_opened(officer, case_id, window):
    dialog = CloseDialog(officer, case_id, window)
    dialog.open()
    type_in(dialog.reason, "Pengane er borte.")
    press(dialog)
    assert not read(officer, case_id).case.open
    opening = ReopenDialog(officer, case_id, window)
    opening.open()
    type_in(opening.reason, "Pengar att.")
    press(opening)
    assert read(officer, case_id).state is State.DRAFT


def test_versions_show_only_what_differs_until_asked_for_all(officer, case_id, window):
    at_officer(officer, case_id)
    give_opinion(officer, case_id, opinion(wants_back=True))
    about = read(officer, case_id).about
    put(officer, case_id, about=replace(about, systems="Nattugla 2"))
    dialog = VersionsDialog(officer, case_id, window)
    dialog.open()
    shown = [one.text() for one in dialog.findChildren(QLabel)]
    assert "Nattugla<b><u> 2</u></b>" in shown
    before = len(shown)
    press(dialog, dialog.only_changed)
    assert len(dialog.findChildren(QLabel)) > before


def test_a_comment_half_written_is_kept_and_comes_back(officer, case_id, window):
    dialog = CommentDialog(officer, case_id, "question:what", window)
    dialog.open()
    type_in(dialog.text, "Kven vaktar")
    dialog.discard()  # the register is locked
    again = CommentDialog(officer, case_id, "question:what", window)
    again.open()
    assert again.text.text() == "Kven vaktar"
    press(again)
    assert read(officer, case_id).content.comments[0].text == "Kven vaktar"


def test_in_the_strip_one_settles_and_says_whether_a_section_is_enough(
    officer, case_id, qtbot, window
):
    add_comment(officer, case_id, "section:scope", "Kva med gjester?")
    service.send(officer, case_id)
    strip = CommentsStrip(officer, window)
    told = []
    strip.changed.connect(told.append)
    strip.show(case_id, "section:scope")
    assert not strip.verdict.isVisibleTo(strip)
    service.begin_advice(officer, case_id)
    strip.refresh()
    choose(strip.verdict.choice, True)
    (verdict,) = read(officer, case_id).opinion.verdicts
    assert verdict.sufficient is True
    settle = next(one for text, one in links(strip).items() if text in ("Settled", "Avklart"))
    press(strip, settle)
    assert read(officer, case_id).content.comments[0].settled_at is not None
    assert len(told) == 2


def test_a_closed_case_can_only_be_read_in_the_strip(officer, case_id, window):
    add_comment(officer, case_id, "", "Godt arbeid.")
    close(officer, case_id, reason="Slutt.")
    strip = CommentsStrip(officer, window)
    strip.show(case_id, "")
    assert links(strip) == {}
