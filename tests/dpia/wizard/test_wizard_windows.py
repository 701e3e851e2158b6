"""The wizard, as a person goes through it."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QRadioButton
from pytestqt.qtbot import QtBot

from dpia.filling import put
from dpia.wizard.conftest import Opened, Panel
from gdpr_desktop.core import text
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.dpia import store
from gdpr_desktop.dpia.catalogue.loading import builtin
from gdpr_desktop.dpia.codes import State
from gdpr_desktop.dpia.content import Answer
from gdpr_desktop.dpia.rich import rich
from gdpr_desktop.dpia.wizard.page import WizardPage
from gdpr_desktop.dpia.wizard.service import save_answer
from gdpr_desktop.dpia.wizard.widgets import autosave
from gdpr_desktop.dpia.wizard.widgets.pages import EARLIER, FILES, MISSING
from gdpr_desktop.dpia.wizard.widgets.question_block import QuestionBlock
from gdpr_desktop.ui import notices
from gdpr_desktop.vault import Vault
from ui import walk


def block(page: WizardPage, question: str) -> QuestionBlock:
    """A question of the page that is shown."""
    found: QuestionBlock = page._pages[page.current].blocks[question]
    return found


def write(page: WizardPage, question: str, words: str) -> None:
    QTest.keyClicks(block(page, question).field.inner.editor, words)


def choose(page: WizardPage, question: str, number: int) -> None:
    block(page, question).field.findChildren(QRadioButton)[number].click()


def kept(vault: Vault, case_id: CaseId, question: str) -> Answer:
    return store.answer(vault.db, case_id, question)


def item(page: WizardPage, name: str) -> Any:
    assert page.list is not None
    return page.list._items[name]


def test_what_is_typed_is_saved_a_moment_later(
    wizard: Opened, qtbot: QtBot, officer: Vault, case_id: CaseId
) -> None:
    page = wizard("nature")
    write(page, "collection", "Sensorar i taket")
    assert page.autosave.is_waiting
    with qtbot.waitSignal(page.autosave.saved, timeout=3000):
        pass
    assert kept(officer, case_id, "collection").text == rich("Sensorar i taket")
    assert not page.autosave.is_waiting
    assert page.head.status.text() == "Alt er lagra"


def test_who_types_without_a_pause_is_saved_all_the_same(
    wizard: Opened, qtbot: QtBot, officer: Vault, case_id: CaseId, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(autosave, "_LONGEST", 600)
    page = wizard("nature")
    for _number in range(20):  # two seconds, and never a pause as long as that of ``_WAIT``
        write(page, "collection", "a ")
        qtbot.wait(100)
    assert page.autosave.is_waiting
    first = kept(officer, case_id, "collection").text.plain
    assert first.startswith("a a a")
    write(page, "collection", "b")
    page.leave()
    assert kept(officer, case_id, "collection").text == rich("a " * 20 + "b")


@pytest.mark.parametrize("way", ["next", "list", "leave", "hide", "back"])
def test_whatever_way_one_goes_on_what_was_typed_is_kept(
    wizard: Opened, officer: Vault, case_id: CaseId, way: str
) -> None:
    page = wizard("nature")
    write(page, "collection", "Sensorar")
    assert not kept(officer, case_id, "collection")
    ways = {
        "next": page.foot.next.click,
        "list": lambda: page.list and page.list.list.setCurrentItem(item(page, "views")),
        "leave": page.leave,
        "hide": page.hide,
        "back": page.head.back.click,
    }
    ways[way]()
    assert kept(officer, case_id, "collection").text == rich("Sensorar")


def test_the_wizard_opens_where_it_was_left(
    wizard: Opened, officer: Vault, case_id: CaseId
) -> None:
    save_answer(officer, case_id, Answer(question="belief", text=rich("Ingen verknad.")))
    assert wizard("").current == "freedoms"


def test_an_answer_unfolds_what_hangs_on_it_and_folds_it_with_the_reason(wizard: Opened) -> None:
    page = wizard("description")
    assert block(page, "changed_what").isHidden()
    choose(page, "novelty", 1)
    assert not block(page, "changed_what").isHidden()
    write(page, "changed_what", "Ny leverandør")
    choose(page, "novelty", 0)
    assert block(page, "changed_what").isHidden()
    shown = page._pages["description"]
    shown.folded_button.click()
    assert "Er behandlinga ny" in shown._folded.text()
    page.go_to("nature")
    page.go_to("description")
    choose(page, "novelty", 1)
    assert block(page, "changed_what").answer().text == rich("Ny leverandør")


def test_what_does_not_apply_takes_a_reason_and_keeps_the_answer(
    wizard: Opened, officer: Vault, case_id: CaseId
) -> None:
    page = wizard("description")
    asked = block(page, "what")
    asked.not_button.click()
    assert not asked.field.isVisible()
    page.autosave.save_now()
    assert not kept(officer, case_id, "what").not_applicable  # no reason yet: it still counts
    assert asked._reason is not None
    QTest.keyClicks(asked._reason.line, "Står i vedlegget.")
    page.autosave.save_now()
    found = kept(officer, case_id, "what")
    assert (found.not_applicable, bool(found.text)) == ("Står i vedlegget.", True)
    asked.not_button.click()
    page.autosave.save_now()
    assert kept(officer, case_id, "what") == Answer(question="what", text=found.text)


def test_ticks_notes_and_choices_are_kept_and_taken_away(
    wizard: Opened, officer: Vault, case_id: CaseId
) -> None:
    page = wizard("context")
    field: Any = block(page, "vulnerable").field
    field.boxes["children"].click()
    field.boxes["none"].click()
    assert not field.boxes["children"].isChecked()
    field.boxes["elderly"].click()
    assert not field.boxes["none"].isChecked()
    choose(page, "confidential", 2)
    note = block(page, "confidential")
    note.note_button.click()
    assert note._note is not None
    QTest.keyClicks(note._note.editor, "Vi spør.")
    page.autosave.save_now()
    assert kept(officer, case_id, "vulnerable").picks == ("elderly",)
    told = kept(officer, case_id, "confidential")
    assert (told.choice, told.text) == ("unsure", rich("Vi spør."))
    note.clear_button.click()
    page.autosave.save_now()
    assert kept(officer, case_id, "confidential").choice == ""


def test_tables_and_points_are_answered_by_the_keyboard(
    wizard: Opened, officer: Vault, case_id: CaseId
) -> None:
    save_answer(officer, case_id, Answer(question="basis", picks=("f",)))
    page = wizard("scope")
    rows = block(page, "subjects").field.inner
    rows.table.setFocus()
    rows.table.setCurrentCell(0, 0)
    QTest.keyClicks(rows.table, "B")
    QTest.keyClicks(rows.table.findChild(QLineEdit), "rukarar")
    page.go_to("interest")
    points = block(page, "interest_against").field.inner
    points.set_answer(0, "no")
    points.table.setCurrentCell(0, 2)
    QTest.keyClick(points.table, Qt.Key.Key_Return)
    page.autosave.save_now()
    assert kept(officer, case_id, "subjects").rows == (("Brukarar", ""),)
    assert kept(officer, case_id, "interest_against").rows == (("surprised", "no", ""),)


def test_points_that_are_only_looked_at_stay_as_they_are(
    wizard: Opened, officer: Vault, case_id: CaseId
) -> None:
    save_answer(officer, case_id, Answer(question="basis", picks=("f",)))
    rows = (("surprised", "no", "Dei har fått brev."),)
    save_answer(officer, case_id, Answer(question="interest_against", rows=rows))
    put(officer, case_id, state=State.AT_OFFICER.value)
    points = block(wizard("interest"), "interest_against").field.inner
    points.table.setCurrentCell(0, 2)
    for key in (Qt.Key.Key_Delete, Qt.Key.Key_Return):
        QTest.keyClick(points.table, key)
    assert points.rows() == rows
    assert points.table.findChild(QLineEdit) is None


def test_a_table_by_category_takes_in_the_categories_once(
    wizard: Opened, officer: Vault, case_id: CaseId
) -> None:
    page = wizard("necessity")
    for _time in range(2):
        block(page, "necessary").fetch_button.click()
        page.autosave.save_now()
        rows = kept(officer, case_id, "necessary").rows
        assert [row[0] for row in rows] == ["Rørsler", "Helse"]


def test_what_cannot_be_changed_now_is_shown_to_be_read(
    wizard: Opened, officer: Vault, case_id: CaseId
) -> None:
    put(officer, case_id, state=State.AT_OFFICER.value)
    page = wizard("description")
    asked = block(page, "what")
    QTest.keyClicks(asked.field.inner.editor, "x")
    assert asked.field.inner.editor.isReadOnly()
    assert not asked.not_button.isVisible()
    assert not page.autosave.is_waiting
    assert not page.foot.first.isVisible()
    page.go_to(FILES)
    assert not page._pages[FILES].field.add_button.isVisible()


def test_what_cannot_be_saved_stays_where_it_was_typed(
    wizard: Opened, officer: Vault, case_id: CaseId
) -> None:
    page = wizard("nature")
    write(page, "collection", "Sensorar")
    put(officer, case_id, state=State.SENT.value)
    page.head.back.click()
    assert page.autosave.is_waiting
    assert page.head.status.property("role") == "problem"
    put(officer, case_id, state=State.MORE_WORK.value)
    page.head.back.click()
    assert kept(officer, case_id, "collection").text == rich("Sensorar")


def test_what_others_changed_is_shown_and_what_is_being_typed_is_kept(
    wizard: Opened, officer: Vault, case_id: CaseId
) -> None:
    page = wizard("nature")
    write(page, "collection", "Mitt svar")
    cursor = block(page, "collection").field.inner.editor.textCursor().position()
    change = save_answer(officer, case_id, Answer(question="storage", text=rich("Skya")))
    page.refresh(change)
    assert block(page, "storage").answer().text == rich("Skya")
    assert block(page, "collection").answer().text == rich("Mitt svar")
    assert block(page, "collection").field.inner.editor.textCursor().position() == cursor


def test_answers_of_an_earlier_version_are_shown_and_never_dropped(
    wizard: Opened, officer: Vault, case_id: CaseId
) -> None:
    assert EARLIER not in shown_names(wizard("nature"))
    old = Answer(question="old_one", text=rich("Frå 2024"))
    odd = Answer(question="geography", choice="planet", rows=(("x",),))
    for answer in (old, odd):
        save_answer(officer, case_id, answer)
    page = wizard("scope")
    block(page, "geography").note_button.click()
    QTest.keyClicks(block(page, "geography")._note.editor, "Eit notat")  # type: ignore[union-attr]
    page.autosave.save_now()
    found = kept(officer, case_id, "geography")
    assert (found.choice, found.rows, found.text) == ("planet", (("x",),), rich("Eit notat"))
    page.go_to(EARLIER)
    words = " ".join(one.text() for one in page._pages[EARLIER].findChildren(QLabel))
    assert "Frå 2024" in words
    assert "planet" in words


def shown_names(page: WizardPage) -> tuple[str, ...]:
    assert page.list is not None
    return page.list.names()


def test_what_is_missing_leads_to_each_question_and_the_first_is_a_press_away(
    wizard: Opened, officer: Vault, case_id: CaseId
) -> None:
    page = wizard("rights")
    page.foot.first.click()
    assert page.current == "description"
    assert page._pages["description"].isAncestorOf(page.focusWidget())
    page.go_to(MISSING)
    shown = page._pages[MISSING]
    shown.wanted.emit("views", "views_asked")
    assert page.current == "views"


def test_every_page_has_words_for_all_that_takes_the_focus_and_cuts_none(
    wizard: Opened, officer: Vault, case_id: CaseId, panel: type[Panel]
) -> None:
    save_answer(officer, case_id, Answer(question="basis", picks=("f",)))
    save_answer(officer, case_id, Answer(question="processors_used", choice="yes"))
    text.set_language(Language.BOKMAL)
    page = wizard("description")
    for name in shown_names(page):
        page.go_to(name)
        assert walk.nameless(page) == [], name
        assert walk.cut(page._pages[name]) == [], name
    assert page._pages["risks"].panel.case_id == case_id
    assert set(shown_names(page)) >= {one.id for one in builtin().sections}
    assert notices.waiting_answers() == 0


def test_what_could_not_be_saved_when_it_was_left_is_put_in_when_it_can_be(
    wizard: Opened, officer: Vault, case_id: CaseId
) -> None:
    page = wizard("nature")
    for question in ("collection", "storage"):
        write(page, question, "Mitt")
    put(officer, case_id, state=State.SENT.value)
    page.leave()
    put(officer, case_id, state=State.MORE_WORK.value)
    save_answer(officer, case_id, Answer(question="storage", text=rich("Ein annan sitt")))
    again = wizard("nature")
    assert kept(officer, case_id, "collection").text == rich("Mitt")
    assert kept(officer, case_id, "storage").text == rich("Ein annan sitt")
    again.go_to(EARLIER)
    shown = again._pages[EARLIER]
    assert "Mitt" in [one.text() for one in shown.findChildren(QLabel)]
    shown.seen.emit()
    assert EARLIER not in shown_names(wizard("nature"))


def test_an_answer_that_was_changed_meanwhile_is_not_written_over(
    wizard: Opened, officer: Vault, case_id: CaseId
) -> None:
    page = wizard("nature")
    write(page, "collection", "Frå meg")
    theirs = Answer(question="collection", text=rich("Frå ein annan"))
    save_answer(officer, case_id, theirs)
    assert not page.autosave.save_now()
    assert kept(officer, case_id, "collection") == theirs
    page.leave()
    page.show_case(case_id, EARLIER)
    assert any("Frå meg" in one.text() for one in page.findChildren(QLabel))
