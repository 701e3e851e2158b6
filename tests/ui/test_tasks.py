"""The worker."""

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from gdpr_desktop.core.errors import AppError
from gdpr_desktop.ui import tasks
from gdpr_desktop.ui.tasks import TaskRunner


@pytest.fixture
def runner(qtbot: QtBot) -> Iterator[TaskRunner]:
    made = TaskRunner()
    yield made
    made.wait()


def test_the_answer_comes_back_to_the_thread_of_the_window(
    runner: TaskRunner, qtbot: QtBot
) -> None:
    told: list[tuple[bool, bool]] = []
    main = threading.current_thread()
    with qtbot.waitSignal(runner.idle):
        runner.run(
            lambda: threading.current_thread() is main,
            title="Work",
            on_done=lambda there: told.append((there, threading.current_thread() is main)),
        )
    assert told == [(False, True)]


def test_a_user_error_goes_to_the_one_who_asked(runner: TaskRunner, qtbot: QtBot) -> None:
    def fail() -> None:
        raise AppError("Wrong password.")

    told: list[AppError] = []
    with qtbot.waitSignal(runner.idle):
        runner.run(fail, title="Work", on_error=told.append)
    assert [error.text for error in told] == ["Wrong password."]


def test_a_user_error_that_nobody_takes_is_told_the_window(
    runner: TaskRunner, qtbot: QtBot
) -> None:
    def fail() -> None:
        raise AppError("The disk is full.")

    with qtbot.waitSignal(runner.failed) as told:
        runner.run(fail, title="Work")
    assert told.args[0].text == "The disk is full."


def test_our_own_bug_reaches_the_crash_dialog_with_its_trace(
    runner: TaskRunner, qtbot: QtBot
) -> None:
    def fail() -> None:
        raise KeyError("name")

    with qtbot.waitSignal(runner.crashed) as told:
        runner.run(fail, title="Work", on_error=lambda error: None)
    assert isinstance(told.args[0], KeyError)
    assert told.args[0].__traceback__ is not None


def test_work_is_done_one_after_the_other(runner: TaskRunner, qtbot: QtBot) -> None:
    order: list[int] = []
    with qtbot.waitSignal(runner.idle):
        for number in range(5):
            runner.run(lambda number=number: order.append(number), title="Work")
    assert order == [0, 1, 2, 3, 4]


def test_progress_shows_after_half_a_second_and_can_be_cancelled(
    runner: TaskRunner, qtbot: QtBot
) -> None:
    stop = threading.Event()
    told: list[object] = []
    with qtbot.waitSignal(runner.started_long, timeout=3000) as shown:
        number = runner.run(
            lambda: stop.wait(5), title="Long work", on_done=told.append, cancel=stop.set
        )
    assert shown.args == [number, "Long work", True]
    with qtbot.waitSignal(runner.idle):
        runner.cancel(number)
    assert told == []


def test_an_answer_for_a_page_that_is_gone_is_dropped(runner: TaskRunner, qtbot: QtBot) -> None:
    class Page(QObject):
        told: list[object] = []

        def on_done(self, result: object) -> None:
            self.told.append(result)

    page = Page()
    go = threading.Event()
    runner.run(lambda: go.wait(5), title="Work", on_done=page.on_done)
    import shiboken6

    shiboken6.delete(page)
    with qtbot.waitSignal(runner.idle):
        go.set()
    assert Page.told == []


def test_there_is_one_runner() -> None:
    assert tasks.runner() is tasks.runner()
