"""Drafts are found again: after unlocking, on the overview, each in its own form."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QPushButton

from gdpr_desktop.requests.dialogs.closing import NoteDialog
from gdpr_desktop.requests.dialogs.intake import IntakeDialog
from gdpr_desktop.requests.dialogs.letter import LetterDialog
from gdpr_desktop.requests.model import Right
from gdpr_desktop.ui import notices
from gdpr_desktop.ui.fields.text import LineField
from gdpr_desktop.ui.main_window import MainWindow
from gdpr_desktop.vault import Vault, drafts
from requests.conftest import TYPED, reopened

NAME = "Kari Berg-Hansen"


def test_after_unlocking_one_goes_on_where_one_was(
    office: MainWindow, vault: Vault, note: NoteDialog, qtbot
) -> None:
    office.lock()
    office.open_workspace(reopened(vault))
    qtbot.waitUntil(lambda: office.notice_bar.isVisible())
    qtbot.mouseClick(office.notice_bar._action, Qt.MouseButton.LeftButton)
    dialog = next(one for one in office.findChildren(NoteDialog) if one.isVisible())
    assert dialog.text.text() == TYPED


def test_drafts_are_listed_on_the_overview_with_case_and_person(
    office: MainWindow, vault: Vault, note: NoteDialog, qtbot
) -> None:
    note.discard()
    office.show_tab(0)
    overview = office.workspace.page()
    words = " ".join(one.text() for one in overview._drafts.findChildren(QLabel))
    for part in (NAME, note.windowTitle(), "10:00"):
        assert part in words
    notices.queue_answers([False, True])
    discard = overview._drafts.findChildren(QPushButton)[-1]
    discard.click()
    assert len(drafts.all_of(vault)) == 1
    overview._drafts.findChildren(QPushButton)[-1].click()
    notices.clear_answers()
    assert drafts.all_of(vault) == ()
    assert overview._drafts.isHidden()


def test_a_new_request_half_typed_is_gone_on_with_from_the_overview(
    office: MainWindow, vault: Vault, page, qtbot
) -> None:
    page.new()
    dialog = next(one for one in page.findChildren(IntakeDialog) if one.isVisible())
    dialog.subject.name.set_text("Ola Halvskriven")
    dialog.discard()
    office.show_tab(0)
    overview = office.workspace.page()
    assert "Ola Halvskriven" in " ".join(
        one.text() for one in overview._drafts.findChildren(QLabel)
    )
    overview._drafts.findChildren(QPushButton)[0].click()
    again = next(one for one in page.findChildren(IntakeDialog) if one.isVisible())
    assert again.subject.name.text() == "Ola Halvskriven"


@pytest.mark.parametrize(
    "form", ["letter_answer", "access_answer", "access_receipt", "ask_task.1", "review"]
)
def test_every_kind_of_draft_opens_its_own_form(
    office: MainWindow, vault: Vault, page, desk, form: str
) -> None:
    case_id = desk.written()
    page.refresh()
    drafts.save(vault, f"requests.{form}", case_id, {"state": {}})
    (draft,) = drafts.all_of(vault)
    page.resume_draft(draft)
    shown = [one for one in page.findChildren(QDialog) if one.isVisible()]
    assert len(shown) == 1
    shown[0].discard()


def test_the_draft_of_a_case_one_cannot_see_any_more_says_so(
    office: MainWindow, vault: Vault, page
) -> None:
    drafts.save(vault, "requests.note", None, {"state": {}})
    (draft,) = drafts.all_of(vault)
    page.resume_draft(replace(draft, case_id=999))
    assert [one for one in page.findChildren(QDialog) if one.isVisible()] == []
    assert office.notice_bar.isVisible()


def test_what_is_typed_in_the_letter_of_one_part_is_not_in_the_same_letter_of_another(
    office: MainWindow, vault: Vault, page, desk
) -> None:
    case_id = desk.identified(rights=(Right.RECTIFICATION, Right.ERASURE))
    page.refresh()
    rectification, erasure = desk.request(case_id).parts
    first = LetterDialog(vault, case_id, "recipients_notice", page, rectification.id)
    first.open()
    first.findChild(LineField, "recipient").set_text("Nav")
    first.discard()
    other = LetterDialog(vault, case_id, "recipients_notice", page, erasure.id)
    other.open()
    assert other.findChild(LineField, "recipient").text() == ""
    assert other.order().changes.get("done", "erased") == "erased"
    other.discard()
    (draft,) = drafts.all_of(vault)
    page.resume_draft(draft)
    (shown,) = [one for one in page.findChildren(QDialog) if one.isVisible()]
    assert shown.findChild(LineField, "recipient").text() == "Nav"
    assert shown.letters.part_id == rectification.id
    shown.discard()


@pytest.mark.parametrize("form", ["review.999", "recipients_notice.999", "letter_refusal.999"])
def test_the_draft_of_a_right_that_was_taken_away_says_so_and_can_be_deleted(
    vault: Vault, page, desk, answers, form: str
) -> None:
    case_id = desk.register()
    page.refresh()
    drafts.save(vault, f"requests.{form}", case_id, {"state": {}})
    (draft,) = drafts.all_of(vault)
    answers(False)
    page.resume_draft(draft)
    assert drafts.all_of(vault) == (draft,)
    answers(True)
    page.resume_draft(draft)
    assert drafts.all_of(vault) == ()
