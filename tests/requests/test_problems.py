"""Problems of a form: all in one round, gone when mended; and keys that save."""

from PySide6.QtCore import Qt

from gdpr_desktop.requests.dialogs.filing import FilingDialog
from gdpr_desktop.requests.dialogs.intake import IntakeDialog
from gdpr_desktop.requests.model import Channel


def test_intake_tells_all_that_is_wrong_in_one_round(vault, window, opened):
    hand = opened(IntakeDialog(vault, window))
    hand.type("birth_date", "sjuande")
    hand.type("email", "kari")
    hand.save()
    for name in ("channel", "birth_date", "email", "name"):
        assert hand.problem(name), name


def test_a_problem_goes_when_its_field_is_edited(vault, window, opened):
    hand = opened(IntakeDialog(vault, window))
    hand.save()
    assert hand.problem("name")
    assert hand.problem("channel")
    hand.type("name", "Kari")
    assert hand.problem("name") == ""
    assert hand.problem("channel")
    hand.choose("channel", Channel.LETTER)
    assert hand.problem("channel") == ""


def test_enter_in_the_last_line_saves_and_elsewhere_it_does_not(vault, desk, window, opened, qtbot):
    hand = opened(FilingDialog(vault, desk.register(), window))
    hand.type("archive_number", "26/17")
    for name, saved in (("archive_title", 0), ("public_title", 1)):
        line = hand.field(name).focusProxy()
        line.setFocus()
        qtbot.keyClick(line, Qt.Key.Key_Return)
        assert len(hand.changes) == saved
