"""What a person does with the tab of breaches: presses, ticks, types, and saves."""

from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from gdpr_desktop.breaches.actions import Action, Chosen
from gdpr_desktop.breaches.model import Breach
from gdpr_desktop.breaches.page import BREACHES, BreachesTab
from gdpr_desktop.ui.forms import FieldRow
from gdpr_desktop.vault import Vault


class Hand:
    """Works on the tab, one dialog at a time."""

    def __init__(self, qtbot: QtBot, vault: Vault) -> None:
        self.qtbot = qtbot
        self.tab = BreachesTab(vault)
        qtbot.addWidget(self.tab)
        self.tab.resize(1280, 800)
        self.tab.show()
        self.page = self.tab.show_shelf(BREACHES)
        self.view = self.page.case_view

    @property
    def breach(self) -> Breach:
        """The case on the page, read anew."""
        self.page.refresh()
        found: Breach = self.view.found
        return found

    def press(self, button: QWidget) -> None:
        """Press a button or tick a box, at its left where the box is."""
        place = QPoint(12, button.height() // 2)
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton, pos=place)

    def choose(self, radio: Any, value: Any) -> None:
        """Press the button of a value."""
        self.press(radio._group.button(radio._values.index(value)))

    def type_in(self, field: QWidget, words: str) -> None:
        """Type over what stands in a field."""
        line = field
        while line.focusProxy() is not None:
            line = line.focusProxy()
        line.setFocus()
        self.qtbot.keyClick(line, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        self.qtbot.keyClick(line, Qt.Key.Key_Delete)
        self.qtbot.keyClicks(line, words)

    def new(self) -> Any:
        """The form of a new breach."""
        self.page.open_intake()
        return self.dialog()

    def go_on(self, action: Action) -> Any:
        """Press the one button of the next step; the dialog that comes is for ``action``."""
        self.press_next(action)
        return self.dialog()

    def press_next(self, action: Action) -> None:
        """Press the one button of the next step, which is for ``action``."""
        self.page.refresh()
        head = self.view.head
        assert head._key.action is action
        self.press(head._next)

    def open(self, action: Action) -> Any:
        """Press the button of an action in its section."""
        self.page.refresh()
        self.view.start(Chosen(action=action))
        return self.dialog()

    def dialog(self) -> Any:
        """The one that lies on top."""
        QApplication.processEvents()
        return next(one for one in reversed(self.tab.findChildren(QDialog)) if one.isVisible())

    def save(self, dialog: Any) -> None:
        """Press its button; it closes."""
        self.press(dialog.save_button)
        rows = [one for one in dialog.findChildren(FieldRow) if one.problem]
        said = [f"{one.field.objectName()}: {one.problem}" for one in rows]
        assert not dialog.isVisible(), (type(dialog), said)
