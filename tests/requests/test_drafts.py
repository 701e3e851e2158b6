"""What is typed in a form and not saved is kept, for the one who typed it, and comes back."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QRadioButton

from faults.failing import failing_statements
from gdpr_desktop.requests import service
from gdpr_desktop.requests.actions import Action
from gdpr_desktop.requests.dialogs.answer import AnswerDialog
from gdpr_desktop.requests.dialogs.base import DeedDialog
from gdpr_desktop.requests.dialogs.closing import NoteDialog, ReopenDialog
from gdpr_desktop.requests.dialogs.intake import IntakeDialog
from gdpr_desktop.requests.dialogs.letter import LetterDialog
from gdpr_desktop.requests.dialogs.receipt import ReceiptDialog
from gdpr_desktop.requests.dialogs.review import ReviewDialog
from gdpr_desktop.requests.dialogs.tasks import AnswerTaskDialog, AskTaskDialog
from gdpr_desktop.requests.model import OnBehalfOf
from gdpr_desktop.requests.parts_store import first_of
from gdpr_desktop.requests.rights.access import Outcome
from gdpr_desktop.requests.widgets.deeds import PART_ACTIONS, _case_dialog, _part_dialog
from gdpr_desktop.ui import drafts as keeping
from gdpr_desktop.ui.bus import bus
from gdpr_desktop.ui.dialog import Leave
from gdpr_desktop.vault import DiskFullError, drafts


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """A second is a long time in a test."""
    monkeypatch.setattr(keeping, "STILL_FOR", 30)


@pytest.fixture
def told():
    """What the status bar is told about drafts."""
    heard: list[str] = []
    bus.draft_told.connect(heard.append)
    yield heard
    bus.draft_told.disconnect(heard.append)


def _notes(vault) -> list[str]:
    return [draft.data["state"]["text"] for draft in drafts.all_of(vault)]


def test_a_draft_is_saved_a_moment_after_typing_stops(vault, desk, window, opened, qtbot, told):
    hand = opened(NoteDialog(vault, desk.register(), window))
    hand.field("text").focusProxy().setFocus()
    qtbot.keyClicks(hand.field("text").focusProxy(), "Ringde Kari")
    assert drafts.all_of(vault) == ()
    qtbot.waitUntil(lambda: _notes(vault) == ["Ringde Kari"])
    assert len(told) == 1
    assert "10:00" in told[0]


def test_who_types_without_a_pause_has_a_draft_all_the_same(
    vault, desk, window, opened, qtbot, monkeypatch
):
    monkeypatch.setattr(keeping, "STILL_FOR", 60_000)
    monkeypatch.setattr(keeping, "AT_LATEST", 30)
    hand = opened(NoteDialog(vault, desk.register(), window))
    hand.paste("text", "Eit langt notat")
    qtbot.waitUntil(lambda: _notes(vault) == ["Eit langt notat"])


def test_a_form_that_nothing_was_typed_in_leaves_no_draft(vault, desk, window, opened, qtbot):
    hand = opened(IntakeDialog(vault, window))
    hand.type("name", "Kari")
    qtbot.waitUntil(lambda: len(drafts.all_of(vault)) == 1)
    hand.type("name", "")
    qtbot.waitUntil(lambda: drafts.all_of(vault) == ())
    hand.dialog.reject()
    assert drafts.all_of(vault) == ()


def test_the_draft_is_brought_back_and_says_from_when(vault, desk, window, opened, clock):
    case_id = desk.register()
    first = opened(NoteDialog(vault, case_id, window))
    first.paste("text", "Ringde Kari")
    first.dialog.discard()
    clock.instant += timedelta(days=1)
    second = opened(NoteDialog(vault, case_id, window))
    assert second.dialog.text.text() == "Ringde Kari"
    assert "22. november 2026 kl.\N{NO-BREAK SPACE}10:00" in _words(second.dialog._restored_row)


def _words(row) -> str:
    from PySide6.QtWidgets import QLabel

    return " ".join(label.text() for label in row.findChildren(QLabel))


def test_start_again_empties_the_form_and_drops_the_draft(vault, desk, window, opened, qtbot):
    from PySide6.QtWidgets import QPushButton

    case_id = desk.register()
    first = opened(NoteDialog(vault, case_id, window))
    first.paste("text", "Ringde Kari")
    first.dialog.discard()
    second = opened(NoteDialog(vault, case_id, window))
    second.click(second.dialog._restored_row.findChild(QPushButton))
    assert second.dialog.text.text() == ""
    assert drafts.all_of(vault) == ()
    assert not second.dialog.is_dirty()


@pytest.mark.parametrize(
    ("answer", "left", "kept"),
    [(Leave.KEEP, True, 1), (Leave.DISCARD, True, 0), (None, False, 1)],
)
def test_leaving_asks_what_becomes_of_the_draft(
    vault, desk, window, opened, qtbot, answers, answer, left, kept
):
    hand = opened(NoteDialog(vault, desk.register(), window))
    hand.paste("text", "Ringde Kari")
    qtbot.waitUntil(lambda: len(drafts.all_of(vault)) == 1)
    answers(answer)
    qtbot.keyClick(hand.dialog, Qt.Key.Key_Escape)
    assert hand.dialog.isVisible() is not left
    assert len(drafts.all_of(vault)) == kept


def test_a_draft_that_was_only_looked_at_is_left_without_a_question(
    vault, desk, window, opened, answers
):
    case_id = desk.register()
    first = opened(NoteDialog(vault, case_id, window))
    first.paste("text", "Ringde Kari")
    first.dialog.discard()
    second = opened(NoteDialog(vault, case_id, window))
    answers()
    second.dialog.reject()
    assert not second.dialog.isVisible()
    assert _notes(vault) == ["Ringde Kari"]


def test_saving_drops_the_draft(vault, desk, window, opened, qtbot, told):
    hand = opened(NoteDialog(vault, desk.register(), window))
    hand.paste("text", "Ringde Kari")
    qtbot.waitUntil(lambda: len(drafts.all_of(vault)) == 1)
    hand.save()
    assert len(hand.changes) == 1
    assert drafts.all_of(vault) == ()
    assert told[-1] == ""
    qtbot.wait(80)
    assert drafts.all_of(vault) == ()


def _fill(dialog: DeedDialog) -> None:
    """Something else in every field that can hold an answer."""
    for box in dialog._page.findChildren(QCheckBox):
        box.setChecked(not box.isChecked())
    for combo in dialog._page.findChildren(QComboBox):
        combo.setCurrentIndex(combo.count() - 1)
    for radio in dialog._page.findChildren(QRadioButton):
        if radio.isEnabled():
            radio.setChecked(True)
    for index, line in enumerate(dialog._page.findChildren(QLineEdit)):
        if line.echoMode() is QLineEdit.EchoMode.Normal and not line.isReadOnly():
            line.setText(f"3.2.{index}")
            line.textEdited.emit(line.text())
    for index, editor in enumerate(dialog._page.findChildren(QPlainTextEdit)):
        if not editor.isReadOnly():
            editor.setPlainText(f"tekst {index}\nto linjer")


ACTIONS = (
    Action.ADD_TASK,
    Action.ADVICE,
    Action.ANSWER,
    Action.AUTHORITY,
    Action.CONFIRM_RECEIPT,
    Action.DECISION,
    Action.FILE,
    Action.IDENTITY,
    Action.NOTE,
    Action.ORAL,
    Action.REOPEN,
    Action.REVIEW,
    Action.SEND,
    Action.SPECIFICATION,
    Action.WITHDRAW,
)


def _maker(action: Action) -> Callable:
    def make(vault, desk, case_id, parent):
        if action not in PART_ACTIONS:
            return _case_dialog(action)(vault, case_id, parent)
        part = desk.request(case_id).parts[0]
        return _part_dialog(action, part)(vault, case_id, part.id, parent)

    return make


MAKERS: dict[str, Callable] = {
    **{action.value: _maker(action) for action in ACTIONS},
    "intake": lambda vault, desk, case_id, parent: IntakeDialog(vault, parent),
    "change": lambda vault, desk, case_id, parent: IntakeDialog(
        vault, parent, desk.request(case_id)
    ),
    "ask": lambda vault, desk, case_id, parent: AskTaskDialog(
        vault, desk.request(case_id).tasks[0].id, parent
    ),
    "answer task": lambda vault, desk, case_id, parent: AnswerTaskDialog(
        vault, desk.request(case_id).tasks[0].id, parent
    ),
    "letter": lambda vault, desk, case_id, parent: LetterDialog(
        vault, case_id, "access_extension", parent
    ),
}


@pytest.mark.parametrize("name", MAKERS)
def test_every_dialog_gets_back_all_that_was_typed(vault, desk, window, opened, name):
    case_id = desk.written()
    first = opened(MAKERS[name](vault, desk, case_id, window)).dialog
    untouched = first.draft_state()
    _fill(first)
    typed = first.draft_state()
    assert typed != untouched
    first.discard()
    second = opened(MAKERS[name](vault, desk, case_id, window)).dialog
    assert second.draft_state() == typed


def test_exceptions_come_back_row_by_row(vault, desk, window, opened):
    case_id = desk.collected()
    first = opened(ReviewDialog(vault, case_id, first_of(vault.db, case_id), window)).dialog
    first.outcome.set_value(Outcome.PART)
    rows = (first.exempted.rows[0], first.exempted.add_row())
    for index, row in enumerate(rows):
        row.exception.setCurrentIndex(index + 1)
        row.explanation.set_text(f"grunn {index}")
    expected = first.exempted.exempted()
    first.discard()
    second = opened(ReviewDialog(vault, case_id, first_of(vault.db, case_id), window)).dialog
    assert second.outcome.value() is Outcome.PART
    assert second.exempted.exempted() == expected
    assert len(expected) == 2


def test_a_half_typed_date_comes_back_half_typed(vault, desk, window, opened, qtbot):
    first = opened(IntakeDialog(vault, window))
    line = first.field("birth_date").focusProxy()
    line.setFocus()
    qtbot.keyClicks(line, "3.2")
    line.setText("3.2.19")
    line.textEdited.emit("3.2.19")
    first.field("received").focusProxy().setText("3.")
    first.field("received").line.textEdited.emit("3.")
    first.dialog.discard()
    second = opened(IntakeDialog(vault, window)).dialog
    assert second.received.text() == "3."
    assert second.received.date() is None


def test_today_is_the_day_it_was_typed(vault, desk, window, opened, clock):
    today = desk.today
    first = opened(IntakeDialog(vault, window))
    first.type("name", "Kari")
    first.field("birth_date").line.setText("i dag")
    first.field("birth_date").line.textEdited.emit("i dag")
    first.dialog.discard()
    clock.instant += timedelta(days=2)
    second = opened(IntakeDialog(vault, window)).dialog
    assert second.received.date() == today
    assert second.subject.birth_date.date() == today


def test_what_others_changed_meanwhile_is_not_overwritten(vault, desk, window, opened):
    from dataclasses import replace

    case_id = desk.register()
    first = opened(IntakeDialog(vault, window, desk.request(case_id)))
    first.paste("wording", "Eg vil sjå alt de har.")
    first.dialog.discard()
    again = opened(IntakeDialog(vault, window, desk.request(case_id))).dialog
    intake = replace(again.intake(), wording="Eg vil sjå alt.", caseworker="Ola Nordmann")
    again.discard()
    service.change_intake(vault, case_id, intake)
    third = opened(IntakeDialog(vault, window, desk.request(case_id))).dialog
    assert third.caseworker.text() == "Ola Nordmann"
    assert "alt de har" in third.wording.text()


def test_places_of_an_answer_keep_their_own_text_when_one_comes_between(
    vault, desk, window, opened
):
    from gdpr_desktop.casework import service as casework
    from gdpr_desktop.casework.model import TaskOutcome

    case_id = desk.collected()
    first = opened(AnswerDialog(vault, case_id, first_of(vault.db, case_id), window)).dialog
    first.places[0].part.points["purpose"].set_text("Barnehageplass")
    first.discard()
    unstructured = desk.request(case_id).tasks[0]
    casework.reopen_task(vault, unstructured.id)
    casework.answer_task(
        vault,
        unstructured.id,
        outcome=TaskOutcome.FOUND,
        note="E-post",
        answered_on=desk.today,
    )
    second = opened(AnswerDialog(vault, case_id, first_of(vault.db, case_id), window)).dialog
    purposes = {part.name: part.info().purpose for part in (one.part for one in second.places)}
    assert purposes == {unstructured.title: "", "Barnehagesystemet": "Barnehageplass"}


def test_a_letter_that_was_exported_keeps_its_text_when_opened_again(
    vault, desk, window, opened, answers, tmp_path
):
    case_id = desk.register()
    first = opened(LetterDialog(vault, case_id, "access_specification", window))
    name = next(n for n in sorted(first.dialog.fields.names()) if _is_text(first.dialog, n))
    first.paste(name, "Skriv gjerne kva år.")
    typed = first.dialog.fields.changes()
    assert name in typed
    answers(tmp_path / "brev.docx")
    first.save()
    assert len(first.changes) == 1
    assert keeping.unfinished(vault) == ()
    second = opened(LetterDialog(vault, case_id, "access_specification", window)).dialog
    assert second.fields.changes() == typed
    answers()
    second.reject()
    assert not second.isVisible()
    assert keeping.unfinished(vault) == ()


def _is_text(dialog: LetterDialog, name: str) -> bool:
    return hasattr(dialog.fields._widgets[name], "editor")


def test_a_closed_case_has_no_drafts(vault, desk, window, opened):
    case_id = desk.filed()
    hand = opened(NoteDialog(vault, case_id, window))
    hand.paste("text", "Ringde Kari")
    hand.dialog.discard()
    assert len(drafts.all_of(vault)) == 1
    service.close_request(vault, case_id)
    assert drafts.all_of(vault) == ()
    again = opened(ReopenDialog(vault, case_id, window))
    again.paste("reason", "Ny e-post")
    again.dialog.discard()
    assert len(drafts.all_of(vault)) == 1


def test_a_full_disk_is_said_once_and_typing_goes_on(vault, desk, window, opened, qtbot, told):
    hand = opened(ReceiptDialog(vault, desk.register(), window))
    hand.paste("how", "På telefon")
    with failing_statements(1, always=True):
        assert not hand.dialog.keep_now()
    full = DiskFullError().text
    assert len(told) == 1
    assert full in told[0]
    hand.type("how", "i eDialog")
    qtbot.waitUntil(lambda: len(drafts.all_of(vault)) == 1)
    assert full not in told[-1]


def test_who_may_not_keep_a_draft_is_asked_before_it_is_lost(vault, desk, window, opened, answers):
    hand = opened(ReceiptDialog(vault, desk.register(), window))
    hand.paste("how", "På telefon")
    answers(Leave.KEEP, False)
    with failing_statements(1, always=True):
        hand.dialog.reject()
    assert hand.dialog.isVisible()


def test_what_is_typed_about_who_acts_comes_back(vault, window, opened):
    first = opened(IntakeDialog(vault, window))
    first.choose("on_behalf_of", OnBehalfOf.LAWYER_OR_AUDITOR)
    first.type("representative_name", "Advokat Hansen")
    first.type("authority_why_not_needed", "Kjend frå før")
    first.dialog.discard()
    second = opened(IntakeDialog(vault, window)).dialog
    assert second.on_behalf_of.value() is OnBehalfOf.LAWYER_OR_AUDITOR
    assert second.authority.why.text() == "Kjend frå før"
    assert second.representative.isVisible()
