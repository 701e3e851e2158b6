"""What a person does with the tab of consents: presses, ticks, types, chooses, and saves."""

from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from gdpr_desktop.consents.page import FORMS, GIVEN, GROUPS, WITHDRAWALS, ConsentsTab
from gdpr_desktop.ui.fields.choice import Choice
from gdpr_desktop.ui.fields.picks import PicksField
from gdpr_desktop.ui.forms import FieldRow
from gdpr_desktop.vault import Vault


class Hand:
    """Works on the tab, one dialog at a time."""

    def __init__(self, qtbot: QtBot, vault: Vault) -> None:
        self.qtbot, self.vault = qtbot, vault
        self.tab = ConsentsTab(vault)
        qtbot.addWidget(self.tab)
        self.tab.resize(1280, 800)
        self.tab.show()

    @property
    def forms(self) -> Any:
        """The shelf of forms, read anew."""
        return self._shelf(FORMS)

    @property
    def given(self) -> Any:
        """The shelf of consents, read anew."""
        return self._shelf(GIVEN)

    @property
    def groups(self) -> Any:
        """The shelf of groups, read anew."""
        return self._shelf(GROUPS)

    @property
    def withdrawals(self) -> Any:
        """The shelf of withdrawals, read anew."""
        return self._shelf(WITHDRAWALS)

    def _shelf(self, key: str) -> Any:
        page = self.tab.show_shelf(key)
        page.refresh()
        return page

    def press(self, button: QWidget) -> None:
        """Press a button or tick a box, at its left where the box is."""
        place = QPoint(12, button.height() // 2)
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton, pos=place)

    def press_words(self, holder: QWidget, words: str) -> None:
        """Press the button that says so, wherever on the page it stands."""
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        found = [one for one in holder.findChildren(QPushButton) if one.text() == words]
        assert found, words
        assert found[-1].isEnabled(), words
        found[-1].click()  # of its section, where the head offers it too

    def choose(self, radio: Any, value: Any) -> None:
        """Press the button of a value."""
        self.press(radio._group.button(radio._values.index(value)))

    def pick(self, choice: Choice, value: Any) -> None:
        """Go down a drop-down until it stands on the value."""
        choice.setFocus()
        self.qtbot.keyClick(choice, Qt.Key.Key_Home)
        for _step in range(choice.count()):
            if choice.value() == value:
                return
            self.qtbot.keyClick(choice, Qt.Key.Key_Down)
        assert choice.value() == value

    def pick_more(self, picks: PicksField, *values: Any) -> None:
        """Choose each where the list has dropped down: there is none to see in a test."""
        for value in values:
            self.choice_made(picks.choice, picks.choice._values.index(value))
        assert picks.value() == values

    def choice_made(self, choice: Choice, index: int) -> None:
        """As Qt does it when a line of the list is pressed."""
        choice.setCurrentIndex(index)
        choice.activated.emit(index)

    def type_in(self, field: QWidget, words: str) -> None:
        """Type over what stands in a field."""
        line = field
        while line.focusProxy() is not None:
            line = line.focusProxy()
        line.setFocus()
        self.qtbot.keyClick(line, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        self.qtbot.keyClick(line, Qt.Key.Key_Delete)
        self.qtbot.keyClicks(line, words)

    def enter(self, field: QWidget, words: str) -> None:
        """Type it, and press Enter there."""
        self.type_in(field, words)
        line = field
        while line.focusProxy() is not None:
            line = line.focusProxy()
        self.qtbot.keyClick(line, Qt.Key.Key_Return)

    def keys(self, *keys: str | Qt.Key) -> None:
        """Type into whatever has the focus."""
        for key in keys:
            for one in key if isinstance(key, str) else (key,):
                target = QApplication.focusWidget()
                assert isinstance(target, QWidget)
                QTest.keyClick(target, one)

    def go_on(self, page: Any, action: Any) -> Any:
        """Press the one button of the next step; the dialog that comes is for ``action``."""
        self.press_next(page, action)
        return self.dialog()

    def press_next(self, page: Any, action: Any) -> None:
        """Press the one button of the next step, which is for ``action``."""
        page.refresh()
        head = page.case_view.head
        assert head._key is not None
        assert head._key.action is action
        self.press(head._next)

    def open(self, holder: QWidget, words: str) -> Any:
        """Press the button that says so; gives the dialog that comes."""
        self.press_words(holder, words)
        return self.dialog()

    def dialog(self) -> Any:
        """The one that lies on top."""
        QApplication.processEvents()
        found = (one for one in reversed(self.tab.findChildren(QDialog)) if isValid(one))
        return next(one for one in found if one.isVisible())

    def save(self, dialog: Any) -> None:
        """Press its button; it closes."""
        self.press(dialog.save_button)
        rows = [one for one in dialog.findChildren(FieldRow) if one.problem]
        said = [f"{one.field.objectName()}: {one.problem}" for one in rows]
        assert not dialog.isVisible(), (type(dialog), said)
