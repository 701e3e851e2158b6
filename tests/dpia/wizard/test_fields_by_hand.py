"""Tables and questions, as hands on the keyboard and the mouse meet them."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from dpia.filling import drafted, put
from dpia.wizard.conftest import Opened
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.dpia import store
from gdpr_desktop.dpia.codes import State
from gdpr_desktop.dpia.content import Answer
from gdpr_desktop.dpia.wizard.page import WizardPage
from gdpr_desktop.dpia.wizard.service import save_answer
from gdpr_desktop.dpia.wizard.widgets.points_field import PointsField
from gdpr_desktop.dpia.wizard.widgets.question_block import QuestionBlock
from gdpr_desktop.ui.notice_bar import NoticeBar
from gdpr_desktop.vault import Vault

LEFT = Qt.MouseButton.LeftButton


def block(page: WizardPage, question: str) -> QuestionBlock:
    """A question of the page that is shown."""
    found: QuestionBlock = page._pages[page.current].blocks[question]
    return found


def weighing(wizard: Opened, officer: Vault, case_id: CaseId) -> PointsField:
    """The weighing table of a legitimate interest."""
    save_answer(officer, case_id, Answer(question="basis", picks=("f",)))
    page = wizard("interest")
    page.go_to("interest", "interest_against")
    points: PointsField = block(page, "interest_against").field.inner
    return points


def current(points: PointsField) -> tuple[int, int]:
    return points.table.currentRow(), points.table.currentColumn()


def editor(points: PointsField) -> QWidget:
    """What is open in the current cell."""
    found = points.table.indexWidget(points.table.currentIndex())
    assert found is not None
    return found


def click(points: PointsField, row: int, column: int) -> None:
    place = points.table.visualRect(points.table.model().index(row, column)).center()
    QTest.mouseClick(points.table.viewport(), LEFT, pos=place)


def test_tab_in_the_weighing_goes_from_answer_to_note_to_the_next_answer(
    wizard: Opened, officer: Vault, case_id: CaseId
) -> None:
    points = weighing(wizard, officer, case_id)
    points.table.setCurrentCell(0, 2)
    QTest.keyClick(points.table, Qt.Key.Key_Return)
    line = editor(points)
    QTest.keyClicks(line, "Brev")
    QTest.keyClick(line, Qt.Key.Key_Tab)
    assert current(points) == (1, 1)
    assert isinstance(editor(points), QComboBox)
    QTest.keyClick(editor(points), Qt.Key.Key_Tab)
    assert current(points) == (1, 2)
    QTest.keyClick(editor(points), Qt.Key.Key_Backtab)
    assert current(points) == (1, 1)
    QTest.keyClick(editor(points), Qt.Key.Key_Backtab)
    assert current(points) == (0, 2)
    assert points.rows()[0][2] == "Brev"


def test_tab_from_the_last_note_of_the_weighing_stays_and_keeps_it(
    wizard: Opened, officer: Vault, case_id: CaseId
) -> None:
    points = weighing(wizard, officer, case_id)
    last = points.table.rowCount() - 1
    points.table.setCurrentCell(last, 2)
    QTest.keyClick(points.table, Qt.Key.Key_Return)
    line = editor(points)
    QTest.keyClicks(line, "Slutt")
    QTest.keyClick(line, Qt.Key.Key_Tab)
    assert current(points) == (last, 2)
    assert points.rows()[-1][2] == "Slutt"


@pytest.mark.qt_log_ignore("does not support", extend=True)
def test_click_in_the_answer_of_a_point_opens_the_choice(
    wizard: Opened, officer: Vault, case_id: CaseId
) -> None:
    points = weighing(wizard, officer, case_id)
    for _time in range(2):
        click(points, 1, 1)
        box = points.table.indexWidget(points.table.model().index(1, 1))
        assert isinstance(box, QComboBox)
        assert box.view().isVisible()
        box.hidePopup()
        QTest.keyClick(box, Qt.Key.Key_Escape)
    click(points, 1, 2)
    assert isinstance(points.table.indexWidget(points.table.model().index(1, 2)), QLineEdit)
    click(points, 0, 0)
    assert points.table.indexWidget(points.table.model().index(0, 0)) is None


def test_click_in_a_point_that_is_only_looked_at_opens_nothing(
    wizard: Opened, officer: Vault, case_id: CaseId
) -> None:
    rows = (("surprised", "no", "Dei har fått brev."),)
    save_answer(officer, case_id, Answer(question="interest_against", rows=rows))
    save_answer(officer, case_id, Answer(question="basis", picks=("f",)))
    put(officer, case_id, state=State.AT_OFFICER.value)
    points = weighing_of(wizard("interest"))
    click(points, 0, 1)
    assert points.table.findChild(QComboBox) is None


def weighing_of(page: WizardPage) -> PointsField:
    points: PointsField = block(page, "interest_against").field.inner
    return points


def test_reason_why_it_does_not_apply_is_seen_with_its_question(
    wizard: Opened, qtbot: QtBot
) -> None:
    page = wizard("description")
    shown = page._pages["description"]
    asked = block(page, "what")
    bar, inner = shown.area.verticalScrollBar(), shown.area.widget()
    page.resize(1100, 420)
    qtbot.waitUntil(lambda: bar.maximum() > 200)
    bar.setValue(asked.not_button.mapTo(inner, asked.not_button.rect().topLeft()).y() - 4)
    assert bar.value() > asked.y() + 30  # the question itself is above the edge
    QTest.mouseClick(asked.not_button, LEFT)

    def seen() -> None:
        viewport = shown.area.viewport()
        top = asked.mapTo(viewport, asked.rect().topLeft()).y()
        assert asked._reason is not None
        assert asked._reason.isVisible()
        assert 0 <= top <= top + asked.height() <= viewport.height()

    qtbot.waitUntil(seen)


def with_lines(wizard: Opened) -> tuple[WizardPage, NoticeBar, Any]:
    """A table of two lines, in a window that has room for notices."""
    page = wizard("scope")
    bar = NoticeBar(page)
    page.notice_bar = bar  # type: ignore[attr-defined]
    rows = block(page, "subjects").field.inner
    rows.set_rows((("Brukarar", "12"), ("Pårørande", "")))
    page.autosave.save_now()
    return page, bar, rows


def test_line_that_was_removed_from_a_table_is_put_back_from_the_notice(
    wizard: Opened, officer: Vault, case_id: CaseId
) -> None:
    page, bar, rows = with_lines(wizard)
    rows.table.setCurrentCell(0, 1)
    QTest.mouseClick(rows.remove_button, LEFT)
    page.autosave.save_now()
    assert store.answer(officer.db, case_id, "subjects").rows == (("Pårørande", ""),)
    assert bar.isVisible()
    page.go_to("nature")
    QTest.mouseClick(bar._action, LEFT)
    page.autosave.save_now()
    kept = store.answer(officer.db, case_id, "subjects").rows
    assert kept == (("Brukarar", "12"), ("Pårørande", ""))
    assert not bar.isVisible()


def test_blank_line_is_removed_without_a_word(wizard: Opened) -> None:
    _page, bar, rows = with_lines(wizard)
    rows.table.setCurrentCell(2, 0)
    QTest.mouseClick(rows.remove_button, LEFT)
    assert not bar.isVisible()
    assert len(rows.rows()) == 2


def test_line_is_never_put_back_in_another_assessment(
    wizard: Opened, officer: Vault, case_id: CaseId
) -> None:
    page, bar, rows = with_lines(wizard)
    rows.table.setCurrentCell(1, 0)
    QTest.mouseClick(rows.remove_button, LEFT)
    other = drafted(officer)
    page.show_case(other, "scope")
    before = store.answer(officer.db, other, "subjects")
    QTest.mouseClick(bar._action, LEFT)
    page.autosave.save_now()
    assert store.answer(officer.db, other, "subjects") == before
    page.show_case(case_id, "scope")
    QTest.mouseClick(bar._action, LEFT)
    page.autosave.save_now()
    kept = store.answer(officer.db, case_id, "subjects").rows
    assert kept == (("Brukarar", "12"), ("Pårørande", ""))
