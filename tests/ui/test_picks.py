"""Some of many by keyboard: looking through what is offered chooses nothing."""

import pytest
from PySide6.QtCore import Qt

from gdpr_desktop.ui.fields.picks import PicksField


@pytest.fixture
def field(qtbot):
    """Three to choose from."""
    made = PicksField([(1, "Ein"), (2, "To"), (3, "Tre")])
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_the_arrows_look_and_enter_or_space_chooses(qtbot, field, key):
    for _time in range(2):
        qtbot.keyClick(field.choice, Qt.Key.Key_Down)
    assert field.value() == ()
    assert field.choice.value() == 2
    qtbot.keyClick(field.choice, key)
    assert field.value() == (2,)
    qtbot.keyClick(field.choice, Qt.Key.Key_Down)
    qtbot.keyClick(field.choice, Qt.Key.Key_Return)
    assert field.value() == (2, 1)


def test_what_is_chosen_in_the_open_list_is_taken_at_once(field):
    field.choice.setCurrentIndex(1)
    field.choice.activated.emit(1)  # as the list that drops down does
    assert field.value() == (1,)
