"""The forms of withdrawal, complaint, notice, question and further copies, used by hand."""

import weakref
from dataclasses import replace
from importlib import import_module

import pytest
from PySide6.QtCore import QCoreApplication, Qt

from gdpr_desktop.core import text
from gdpr_desktop.core.bilingual import same
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.law.bases import Basis
from gdpr_desktop.register.activities.model import Activity
from gdpr_desktop.register.activities.parts import LawfulBasis, Purpose
from gdpr_desktop.register.entries import service as entries
from gdpr_desktop.register.entries import store as entry_store
from gdpr_desktop.register.entries.model import EntryId, EntryState
from gdpr_desktop.requests import service
from gdpr_desktop.requests.dialogs.intake import IntakeDialog
from gdpr_desktop.requests.model import Right
from gdpr_desktop.requests.rights.complaint import ComplaintOutcome
from gdpr_desktop.requests.rights.copies import CopiesOutcome
from gdpr_desktop.requests.rights.notice import NoticeAbout, NoticeOutcome
from gdpr_desktop.requests.rights.question import Concerned, QuestionOutcome
from gdpr_desktop.requests.rights.withdrawal import WithdrawalOutcome
from gdpr_desktop.ui.fields.text import LineField, TextArea
from gdpr_desktop.ui.forms import FieldRow
from gdpr_desktop.ui.notes import NoteBox
from requests.other_kinds import (
    ANSWERS,
    COMPLAINT,
    COPIES,
    NOTICE,
    QUESTION,
    WITHDRAWN,
)
from ui import walk

KINDS = tuple(dict.fromkeys(row[0] for row in ANSWERS))


def made(vault, desk, window, right: Right, **case: object):
    case_id = desk.register(rights=(right,), **case)
    module = import_module(f"gdpr_desktop.requests.dialogs.rights.{right.value}")
    return module.AssessDialog(vault, case_id, desk.part(case_id), window)


def problems(hand) -> dict[str, str]:
    """What stands at the fields, so that a failure tells why nothing was saved."""
    rows = hand.dialog.findChildren(FieldRow)
    found = {row.field.objectName(): row.problem for row in rows if row.problem}
    return found | ({"": hand.general()} if hand.general() else {})


def answer(hand, considered) -> None:
    for one in considered:
        hand.choose(f"answer_{one.question}", one.answer)
        if hand.field(f"reason_{one.question}").isVisibleTo(hand.dialog):
            hand.paste(f"reason_{one.question}", one.reason)
        QCoreApplication.processEvents()  # the next question comes forward


def kept(desk, dialog):
    return desk.request(dialog.case_id).parts[0]


def test_a_withdrawn_consent_is_noted_and_nobody_goes_over_to_another_basis(
    vault, desk, window, opened
):
    hand = opened(made(vault, desk, window, Right.WITHDRAWAL))
    hand.choose("basis", Basis.CONSENT)
    hand.type("consent", "bilete")
    answer(hand, WITHDRAWN.considered)
    hand.save()
    assert hand.problem("outcome")
    assert not hand.field("places").isVisibleTo(hand.dialog)
    hand.choose("outcome", WithdrawalOutcome.OTHER_BASIS)
    hand.save()
    assert "samtykke" in hand.problem("outcome")
    hand.choose("outcome", WithdrawalOutcome.STOPPED)
    hand.paste("places", "Nettsida\n\nSosiale medium\nNettsida")
    hand.save()
    assert problems(hand) == {}
    part = kept(desk, hand.dialog)
    assert part.assessment == replace(WITHDRAWN, consent="bilete")
    assert part.basis is Basis.CONSENT


def test_a_complaint_names_the_case_and_cannot_be_looked_at_by_who_handled_it(
    vault, desk, window, opened
):
    earlier = desk.request(desk.register()).case
    hand = opened(made(vault, desk, window, Right.COMPLAINT))
    completer = hand.dialog.about_case.line.completer()
    assert completer.model().index(0, 0).data() == earlier.number
    hand.paste("complained_of", COMPLAINT.complained_of)
    hand.dialog.about_case.set_text(earlier.number)  # typed, it would open the list
    completer.activated.emit(earlier.number)
    assert hand.dialog.handler.text() == earlier.caseworker
    answer(hand, COMPLAINT.considered)
    hand.choose("outcome", ComplaintOutcome.UPHELD)
    hand.type("reviewer", earlier.caseworker)
    hand.paste("finding", COMPLAINT.finding)
    hand.paste("put_right", COMPLAINT.put_right)
    hand.save()
    assert hand.problem("reviewer")
    hand.type("reviewer", COMPLAINT.reviewer)
    hand.save()
    assert kept(desk, hand.dialog).assessment == replace(
        COMPLAINT, about_case=earlier.number, handler=earlier.caseworker
    )


def test_a_notice_comes_from_the_sender_of_the_case(vault, desk, window, opened):
    dialog = made(vault, desk, window, Right.NOTICE)
    hand = opened(dialog)
    assert dialog.controller.text() == "Kari Berg-Hansen"
    hand.type("controller", NOTICE.controller)
    hand.type("their_reference", NOTICE.their_reference)
    hand.choose("about", NoticeAbout.ERASED)
    answer(hand, NOTICE.considered)
    hand.choose("outcome", NoticeOutcome.DONE)
    hand.type("places", "Arkivet")
    hand.type("followed_up", "Sletta i arkivet.")
    hand.save()
    part = kept(desk, dialog)
    assert part.assessment == NOTICE
    assert len(part.measures) == 2


def test_a_question_is_answered_with_what_is_approved_in_the_record(vault, desk, window, opened):
    purpose = Purpose(text=same("Hindre skade"), bases=(LawfulBasis(basis=Basis.PUBLIC_TASK),))
    for name in ("Kamera", "Utkast"):
        change = entries.add_entry(vault, Activity(name=same(name), purposes=(purpose,)))
        if name == "Kamera":
            with vault.begin(Deed.APPROVE_RECORD) as work:
                entry_store.set_state(work.db, EntryId(change.id), EntryState.APPROVED)
    dialog = made(vault, desk, window, Right.QUESTION)
    hand = opened(dialog)
    answer(hand, QUESTION.considered)
    hand.choose("outcome", QuestionOutcome.ANSWERED)
    hand.type("answer", "Etter klokka 17.")
    choice = dialog.concerned.choice
    assert [choice.itemText(i) for i in range(1, choice.count())] == ["Kamera"]
    dialog.concerned.set_value(("Kamera",))
    hand.click(dialog.record_attached)
    hand.save()
    found = kept(desk, dialog).assessment
    assert found.record_attached
    assert [(one.name, one.purpose) for one in found.concerned] == [("Kamera", "Hindre skade")]
    assert "6" in found.concerned[0].basis


def test_copies_at_cost_take_whole_kroner_and_the_day_the_price_was_told(
    vault, desk, window, opened
):
    dialog = made(vault, desk, window, Right.COPIES)
    hand = opened(dialog)
    hand.paste("copies_of", COPIES.copies_of)
    hand.type("first_copy_on", "01.10.2026")
    answer(hand, COPIES.considered)
    hand.choose("outcome", CopiesOutcome.FEE)
    dialog.costs.set_rows((("print", "80"), ("postage", "femti")))
    hand.save()
    assert hand.problem("costs")
    dialog.costs.set_rows((("print", "80"), ("postage", "50")))
    hand.save()
    assert hand.problem("told_on")
    hand.type("told_on", "15.11.2026")
    hand.save()
    assert kept(desk, dialog).assessment == COPIES


@pytest.mark.parametrize("right", KINDS)
def test_what_was_assessed_is_shown_again_and_the_form_keeps_to_the_rules_of_forms(
    vault, desk, window, freed, qtbot, answers, right
):
    assessments = [(row[1], row[2]) for row in ANSWERS if row[0] is right]
    assessment, basis = assessments[0]
    if right is Right.QUESTION:  # «none» is not in this record
        assessment = replace(assessment, concerned=(Concerned(name="Kamera"),))
    case_id = desk.register(rights=(right,))
    service.assess(vault, desk.part(case_id), assessment, basis=basis)
    module = import_module(f"gdpr_desktop.requests.dialogs.rights.{right.value}")
    dialog = module.AssessDialog(vault, case_id, desk.part(case_id), window)
    dialog.open()
    assert dialog.assessment() == assessment
    assert walk.nameless(dialog) == []
    for field in (*dialog.findChildren(TextArea), *dialog.findChildren(LineField)):
        assert field.notice is not None, field.objectName()
    watched = weakref.ref(dialog)
    answers()  # nothing is asked
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    del dialog, field
    freed()
    assert watched() is None


@pytest.mark.parametrize("right", KINDS)
def test_longer_words_are_not_cut(vault, desk, window, opened, qtbot, monkeypatch, right):
    class Longer:
        def gettext(self, message: str) -> str:
            return message + "x" * round(len(message) * 0.4)

        def ngettext(self, one: str, many: str, count: int) -> str:
            return self.gettext(one if count == 1 else many)

    monkeypatch.setattr(text, "_catalogue", lambda language: Longer())
    dialog = made(vault, desk, window, right)
    opened(dialog)
    qtbot.wait(30)
    assert walk.cut(dialog) == []


def test_the_form_of_a_new_request_names_an_earlier_one_for_the_same_right(
    vault, desk, window, opened
):
    before = desk.request(desk.register()).case
    dialog = IntakeDialog(vault, window)
    hand = opened(dialog)
    dialog.rights.set_rights((Right.ACCESS,))
    hand.type("name", "Kari Berg-Hansen")
    dialog.look_for_similar()
    assert before.number in dialog.repeat_note.text()
    hand.type("received", "1.1.1901")
    dialog.look_for_similar()
    assert dialog.repeat_note.text() == ""
    hand.type("received", "20.11.2026")
    dialog.rights.set_rights((Right.QUESTION,))
    dialog.look_for_similar()
    assert dialog.repeat_note.text() == ""


def test_the_persons_own_words_stand_on_top_of_the_assessment(vault, desk, window, opened):
    said = "Kven ser journalen?"
    for wording, expected in ((said, said), ("", None)):
        dialog = opened(made(vault, desk, window, Right.QUESTION, wording=wording)).dialog
        rows = [dialog.form.itemAt(index).widget() for index in range(dialog.form.count())]
        above = rows[: rows.index(dialog.basis)]
        boxes = [one.text() for one in above if isinstance(one, NoteBox)]
        assert boxes == ([expected] if expected else [])
