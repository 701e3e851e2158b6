"""Boxes and notices."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from gdpr_desktop.core.errors import AppError
from gdpr_desktop.ui import notices
from gdpr_desktop.ui.notice_bar import NoticeBar, say
from gdpr_desktop.ui.theme import Theme

UI = Path(notices.__file__).parent


def test_cancel_is_the_default_and_escape(
    theme: Theme, shown: Callable[[QWidget], QWidget]
) -> None:
    box, cancel = notices.question_box(None, "Delete the case?", "It will be gone.")
    shown(box)
    assert box.defaultButton() is cancel
    assert box.escapeButton() is cancel


def test_a_box_that_no_test_expects_raises() -> None:
    with pytest.raises(notices.UnexpectedBoxError):
        notices.ask(None, "Delete?", "", "Delete")


def test_queued_answers_are_given_in_order() -> None:
    notices.queue_answers([True, "b", Path("a.docx"), None])
    assert notices.ask(None, "Delete?", "", "Delete") is True
    assert notices.choose(None, "Which?", "", [("a", "A"), ("b", "B")]) == "b"
    assert notices.save_path(None, "Save", Path("b.docx"), "*.docx") == Path("a.docx")
    notices.error(None, AppError("Wrong.", hint="Mend it."))
    assert [box.kind for box in notices.shown] == ["ask", "choose", "save_path", "error"]


def test_only_the_notices_run_a_loop_of_their_own() -> None:
    others = [
        path.name
        for path in UI.rglob("*.py")
        if ".exec()" in path.read_text(encoding="utf-8") and path.name != "notices.py"
    ]
    assert others == []


def test_the_button_of_a_notice_does_its_deed_once(
    theme: Theme, shown: Callable[[QWidget], QWidget]
) -> None:
    bar = NoticeBar()
    shown(bar)
    done: list[bool] = []
    bar.say("Closed.", action="Undo", on_action=lambda: done.append(True))
    QTest.mouseClick(bar._action, Qt.MouseButton.LeftButton)
    assert done == [True]
    assert not bar.isVisible()


def test_a_notice_finds_its_window(theme: Theme, shown: Callable[[QWidget], QWidget]) -> None:
    outer = QWidget()
    outer.notice_bar = NoticeBar(outer)
    inner = QWidget(outer)
    shown(outer)
    say(inner, "Saved.")
    assert outer.notice_bar.accessibleName() == "Saved."


def test_a_warning_that_was_pushed_aside_comes_back(shown) -> None:
    bar = shown(NoticeBar())
    bar.say("The journal was changed.", tone="danger")
    bar.say("The last backup failed.", tone="warning")
    bar.say("Saved.")
    seen = []
    while bar.isVisible():
        seen.append(bar.accessibleName())
        QTest.mouseClick(bar._close, Qt.MouseButton.LeftButton)
    assert seen == ["Saved.", "The last backup failed.", "The journal was changed."]


def test_the_same_warning_is_told_once(shown) -> None:
    bar = shown(NoticeBar())
    bar.say("The disk is full.", tone="danger")
    bar.say("The disk is full.", tone="danger")
    bar.dismiss()
    assert not bar.isVisible()


def test_locking_takes_waiting_warnings_away_too(shown) -> None:
    bar = shown(NoticeBar())
    bar.say("One.", tone="danger")
    bar.say("Two.", tone="danger")
    bar.clear()
    assert not bar.isVisible()
