"""What the wizard passes by, what it says is missing, and how it looks where nobody writes."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from dpia.filling import put
from dpia.wizard.conftest import Opened
from gdpr_desktop.core import text
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.dpia import store
from gdpr_desktop.dpia.codes import State
from gdpr_desktop.dpia.content import Answer
from gdpr_desktop.dpia.wizard.page import WizardPage
from gdpr_desktop.dpia.wizard.service import save_answer
from gdpr_desktop.dpia.wizard.widgets.pages import EARLIER, MISSING
from gdpr_desktop.dpia.wizard.widgets.question_block import QuestionBlock
from gdpr_desktop.vault import Vault


def block(page: WizardPage, question: str) -> QuestionBlock:
    """A question of the page that is shown."""
    found: QuestionBlock = page._pages[page.current].blocks[question]
    return found


def kept(vault: Vault, case_id: CaseId, question: str) -> Answer:
    return store.answer(vault.db, case_id, question)


def item(page: WizardPage, name: str) -> Any:
    assert page.list is not None
    return page.list._items[name]


def test_a_choice_of_an_earlier_version_is_ticked_where_it_counts_and_can_be_taken_away(
    wizard: Opened, officer: Vault, case_id: CaseId
) -> None:
    save_answer(officer, case_id, Answer(question="basis", choice="f"))
    page = wizard("purposes")
    field: Any = block(page, "basis").field
    assert field.boxes["f"].isChecked()
    field.boxes["f"].click()
    field.boxes["e"].click()
    assert page.autosave.save_now()
    assert kept(officer, case_id, "basis") == Answer(question="basis", picks=("e",))
    assert item(page, EARLIER).isHidden()


def test_next_and_previous_pass_by_a_section_that_is_folded_whole(wizard: Opened) -> None:
    page = wizard("purposes")
    field: Any = block(page, "basis").field
    for box in field.boxes.values():
        box.setChecked(box is field.boxes["e"])
    page.go_on()
    assert page.current == "context"
    page.go_back()
    assert page.current == "purposes"
    field.boxes["f"].click()
    page.go_on()
    assert page.current == "interest"
    page.go_back()
    field.boxes["f"].click()
    page.go_to("interest")  # it stays in the list
    page.go_on()
    assert page.current == "context"


def test_what_was_sent_says_what_is_missing_and_offers_no_sending(
    wizard: Opened, officer: Vault, case_id: CaseId
) -> None:
    page = wizard(MISSING)
    shown = page._pages[MISSING]
    assert (shown.title.text(), item(page, MISSING).text()) == (text._("Before you send it"),) * 2
    assert shown.send_button.isVisible()
    words = " ".join(one.text() for one in shown.findChildren(QPushButton))
    assert "Varselet kjem ikkje fram" in words  # not judged anew, as the dialog says too
    put(officer, case_id, state=State.AT_OFFICER.value)
    page.refresh()
    assert (shown.title.text(), item(page, MISSING).text()) == (text._("What is missing"),) * 2
    assert not shown.send_button.isVisible()


def test_an_answer_that_is_only_read_is_text_and_no_box_to_write_in(
    wizard: Opened, officer: Vault, case_id: CaseId
) -> None:
    page = wizard("purposes")
    basis = block(page, "basis")
    assert basis.field.isVisible()
    put(officer, case_id, state=State.AT_OFFICER.value)
    page.refresh()
    assert basis.read_label is not None
    assert basis.read_label.text() == basis.field.inner.boxes["e"].text().replace("\n", " ")
    assert not basis.field.isVisible()
    page.go_to("scope")
    data: Any = block(page, "data").field.inner
    shown = [not data.table.isRowHidden(line) for line in range(data.table.rowCount())]
    assert shown == [True, True, False]  # without the blank line
    assert not data.add_button.isVisible()
    data.table.setCurrentCell(0, 0)
    for key in (Qt.Key.Key_Delete, Qt.Key.Key_Return):
        QTest.keyClick(data.table, key)
    assert data.rows()[0] == ("Rørsler", "Når og kvar i rommet")
    nobody = block(page, "frequency")
    assert nobody.read_label is not None
    assert nobody.read_label.text() == text._("This is not answered.")
    page.go_to("description")
    editor = block(page, "what").field.inner.editor
    flat = editor.height()
    assert editor.property("flat")
    put(officer, case_id, state=State.DRAFT.value)
    page.refresh()
    assert not editor.property("flat")
    assert editor.sizeHint().height() > flat
    page.go_to("purposes")
    assert basis.field.isVisible()
    assert not basis.read_label.isVisible()
