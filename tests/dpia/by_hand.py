"""What people do with the tab of assessments, each at the desk in turn."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from docx import Document
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from consents.by_hand import Hand as ConsentsHand
from dpia.advice.values import read
from gdpr_desktop.casework import lists
from gdpr_desktop.core.clock import FixedClock
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.dpia import feature
from gdpr_desktop.dpia.actions import Action, action_words
from gdpr_desktop.dpia.assessment import Dpia
from gdpr_desktop.dpia.page import DpiaTab
from gdpr_desktop.dpia.wizard.page import WizardPage
from gdpr_desktop.dpia.wizard.widgets.question_block import QuestionBlock
from gdpr_desktop.overview.words import due_words
from gdpr_desktop.vault import Vault

OFFICER, WRITER, MANAGER = "Solveig Testnes", "Ola Sakshandsamar", "Kari Leiar"
PASSWORDS = {
    OFFICER: "ein lang passordfrase for testar",
    WRITER: "eit anna langt passord for testar",
    MANAGER: "eit tredje langt passord for testar",
}


class Hand(ConsentsHand):
    """Works on ``tab``, one dialog at a time."""

    def __init__(self, qtbot: QtBot, vault: Vault, tab: Any = None) -> None:
        self.qtbot, self.vault = qtbot, vault
        self.tab = tab if tab is not None else DpiaTab(vault)
        if tab is None:
            qtbot.addWidget(self.tab)
            self.tab.resize(1280, 800)
            self.tab.show()

    def answer(self, buttons: Any, value: str) -> None:
        """Press yes, no or unsure."""
        self.press(buttons._group.button(buttons._answers.index(value)))

    def show(self, case_id: CaseId) -> None:
        """Choose the case in the list."""
        self.tab.show_case(case_id)
        self.tab.refresh()

    def next(self, case_id: CaseId, action: Action) -> Any:
        """The one button of the next step; gives the dialog that comes."""
        self.show(case_id)
        return self.go_on(self.tab.cases, action)

    def other(self, case_id: CaseId, action: Action) -> Any:
        """Another button on the page of the case."""
        self.show(case_id)
        view = self.tab.cases.case_view
        return self.open(view, action_words(action, view.found))

    def do(self, case_id: CaseId, action: Action) -> None:
        """A button that asks nothing."""
        self.show(case_id)
        view = self.tab.cases.case_view
        self.press_words(view, action_words(action, view.found))

    def wizard(self, case_id: CaseId, section: str) -> "Writing":
        """Go on with the assessment, at a section of the list."""
        self.do(case_id, Action.WRITE)
        return Writing(self, self.tab.wizard).to(section)


class Writing:
    """A person in the wizard."""

    def __init__(self, hand: Hand, page: WizardPage) -> None:
        self.hand, self.page = hand, page

    def to(self, section: str) -> "Writing":
        """Choose a section in the list."""
        assert self.page.list is not None
        self.page.list.list.setCurrentItem(self.page.list._items[section])
        assert self.page.current == section
        return self

    def block(self, question: str) -> QuestionBlock:
        """A question of the page shown."""
        found: QuestionBlock = self.page._pages[self.page.current].blocks[question]
        assert not found.isHidden(), question
        return found

    def text(self, question: str, words: str) -> None:
        """Type an answer over what stands there."""
        editor = self.block(question).field.inner.editor
        self.hand.qtbot.keyClick(editor, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClicks(editor, words)

    def choice(self, question: str, number: int) -> None:
        """One of a few."""
        self.hand.press(self.block(question).field.findChildren(QRadioButton)[number])

    def ticks(self, question: str, *names: str) -> None:
        """Some of many."""
        boxes: Any = self.block(question).field
        for name in names:
            self.hand.press(boxes.boxes[name])

    def cell(self, question: str, words: str, row: int = 0, column: int = 0) -> None:
        """Type into a table."""
        table = self.block(question).field.inner.table
        table.setFocus()
        table.setCurrentCell(row, column)
        QTest.keyClicks(table, words[0])
        line = table.findChild(QLineEdit)
        QTest.keyClicks(line, words[1:])
        QTest.keyClick(line, Qt.Key.Key_Return)

    def point(self, question: str, row: int, answer: str) -> None:
        """Choose an answer in a table of points."""
        self.block(question).field.inner.set_answer(row, answer)

    def does_not_apply(self, question: str, why: str) -> None:
        """Say so, with the reason."""
        block = self.block(question)
        self.hand.press(block.not_button)
        assert block._reason is not None
        QTest.keyClicks(block._reason.line, why)

    def comment(self, question: str, words: str) -> None:
        """Say something about an answer."""
        self.hand.press(self.block(question).comment_button)
        made = self.hand.dialog()
        self.hand.type_in(made.text, words)
        self.hand.save(made)

    def back(self) -> None:
        """Back to the case."""
        self.hand.press(self.page.head.back)


@dataclass
class Job:
    """One assessment in one written form; ``out`` is where files go."""

    qtbot: QtBot
    vault: Vault
    clock: FixedClock
    language: Language
    out: Path
    answers: Callable[..., None]
    case_id: CaseId = field(default=CaseId(0))

    def __post_init__(self) -> None:
        self.hand = Hand(self.qtbot, self.vault)

    @property
    def found(self) -> Dpia:
        """As it is kept."""
        return read(self.vault, self.case_id)

    def there(self, case_id: int | None) -> Dpia:
        """Another one."""
        assert case_id is not None
        return read(self.vault, CaseId(case_id))

    def sit(self, name: str) -> Hand:
        """Somebody else unlocks the register."""
        self.hand.tab.leave()
        self.hand.tab.close()
        path = self.vault.path
        self.vault.close()
        self.vault = Vault.open(path, name, PASSWORDS[name], clock=self.clock)
        feature.subscribe(self.vault)
        self.hand = Hand(self.qtbot, self.vault)
        return self.hand

    def day(self, year: int, month: int, day: int) -> None:
        """That morning."""
        self.clock.instant = datetime(year, month, day, 9, tzinfo=UTC)

    def waits(self, days: int = 500) -> dict[str, date]:
        """What the overview says of this assessment, and when."""
        until = self.clock.today() + timedelta(days=days)
        due = lists.due_until(self.vault.db, until, self.vault.actor)
        return {due_words(one): one.due for one in due if one.case_id == self.case_id}

    def export(self, dialog: QDialog, name: str) -> Path:
        """Press the button of a dialog that asks where."""
        path = self.out / name
        self.answers(path)
        with self.qtbot.waitSignal(dialog.accepted_value):
            self.hand.press(dialog.save_button)
        assert path.exists()
        return path


def words_in(path: Path) -> str:
    """All the words of a Word file."""
    found = Document(str(path))
    cells = [cell.text for table in found.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(one.text for one in found.paragraphs), *cells])


def yes_to(hand: Hand, dialog: Any, page: str, *wanted: str) -> None:
    """Yes to these, no to the rest of a page of signs; then on."""
    rows = dialog.rows[page]
    for one in wanted:
        hand.answer(rows.buttons[one], "yes")
    if rows.unanswered():
        hand.press(rows.rest_button)
    hand.press(dialog.next_button)


def screened(hand: Hand, dialog: Any, *criteria: str, high: str = "") -> None:
    """Answer every page of «do we need one?», and save."""
    yes_to(hand, dialog, "listed")
    yes_to(hand, dialog, "always")
    yes_to(hand, dialog, "criteria", *criteria)
    for one, buttons in dialog.high.items():
        hand.answer(buttons, "yes" if one == high else "no")
        if one == high:
            hand.type_in(dialog.why[one], "Mange og sårbare.")
    hand.press(dialog.next_button)
    hand.press(dialog.excuse.findChildren(QRadioButton)[0])
    hand.press(dialog.next_button)
    hand.save(dialog)


def named(widget: QWidget, name: str) -> Any:
    """A field by its name."""
    found = widget.findChild(QWidget, name)
    assert found is not None, name
    return found
