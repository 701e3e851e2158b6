"""The overview: what is due, for whom, and the way to it."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from gdpr_desktop.breaches.notifying.readiness_words import readiness_words
from gdpr_desktop.breaches.notifying.settings import NOTIFIERS, Notifier, Readiness
from gdpr_desktop.casework import service as casework
from gdpr_desktop.casework import store as cases
from gdpr_desktop.casework.model import CaseFilter, CaseKind, Person
from gdpr_desktop.casework.settings import as_json
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.core.text import _
from gdpr_desktop.overview.getting_started import getting_started
from gdpr_desktop.overview.model import Band, band, months_back
from gdpr_desktop.overview.page import OverviewPage
from gdpr_desktop.overview.service import overview
from gdpr_desktop.overview.widgets import DueRow, StartPanel
from gdpr_desktop.overview.words import reminder_words
from gdpr_desktop.register.entries import service as entries
from gdpr_desktop.register.systems.model import System
from gdpr_desktop.requests import service
from gdpr_desktop.requests.model import Channel, Intake
from gdpr_desktop.ui.bus import bus
from gdpr_desktop.vault import Vault
from ui.walk import nameless

TODAY = date(2026, 11, 22)


@pytest.fixture
def busy(vault: Vault) -> Vault:
    """Two requests, one of them overdue with two unanswered questions."""
    service.subscribe(vault)
    for name, age in (("Kari Aasen", 40), ("Ola Dalsbø", 28)):
        intake = Intake(
            received=TODAY - timedelta(days=age),
            channel=Channel.EDIALOG,
            subject=Person(name=name),
        )
        service.register_request(vault, intake, unstructured="E-post og filer")
    casework.add_task(vault, CaseId(1), kind="collect", title="Skule")
    for task in cases.tasks(vault.db, CaseId(1)):
        asked = TODAY - timedelta(days=20)
        due = TODAY - timedelta(days=6)
        casework.ask_task(vault, task.id, responsible="Rektor", asked_on=asked, due=due)
    return vault


@pytest.mark.parametrize(
    ("days", "expected"),
    [(-1, Band.OVERDUE), (0, Band.TODAY), (7, Band.WEEK), (8, Band.LATER)],
)
def test_what_is_due_is_grouped_by_how_it_presses(days: int, expected: Band) -> None:
    assert band(TODAY + timedelta(days=days), TODAY) is expected


def test_months_go_back_over_new_year() -> None:
    assert months_back(date(2026, 2, 28), 4) == (
        date(2025, 11, 1),
        date(2025, 12, 1),
        date(2026, 1, 1),
        date(2026, 2, 1),
    )


def test_the_questions_of_one_case_are_one_line(busy: Vault) -> None:
    tasks = [item for item in overview(busy).due if item.kind == "task"]
    assert [(item.case_id, item.count) for item in tasks] == [(1, 2)]


def test_numbers_count_what_is_open_overdue_and_near(busy: Vault) -> None:
    found = overview(busy)
    assert (found.open, found.overdue, found.this_week) == (2, 1, 1)
    assert sum(month.received for month in found.months) == 2


def test_pressing_a_line_asks_for_its_case(busy: Vault, qtbot: QtBot) -> None:
    page = OverviewPage(busy)
    qtbot.addWidget(page)
    page.show()
    row = page.findChildren(DueRow)[0]
    with qtbot.waitSignal(bus.case_wanted) as caught:
        qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    assert caught.args == ["requests", 1]


def test_a_case_that_is_no_request_counts_and_is_shown_by_its_own_feature(
    busy: Vault, qtbot: QtBot
) -> None:
    due = TODAY - timedelta(days=60)
    with busy.begin(Deed.REGISTER_CASE) as work:
        case_id = cases.insert_case(
            work.db,
            number="2026-0090",
            kind=CaseKind.COLLECTION,
            received=due,
            language=Language.NYNORSK,
            subject=Person(name="Foreldre i skulen"),
            actor=work.actor,
            at=work.clock.now(),
        )
        cases.put_deadline(work.db, case_id, kind="inform", due=due, rule="", met_on=None)
        cases.update_case(work.db, case_id, due=due)
    found = overview(busy)
    assert (found.open, found.overdue) == (3, 2)
    assert sum(month.received for month in found.months) == 2
    page = OverviewPage(busy)
    qtbot.addWidget(page)
    page.show()
    with qtbot.waitSignal(bus.case_wanted) as caught:
        qtbot.mouseClick(page.findChildren(DueRow)[0], Qt.MouseButton.LeftButton)
    assert caught.args == ["information", case_id]


def test_pressing_a_number_asks_for_its_list(busy: Vault, qtbot: QtBot) -> None:
    page = OverviewPage(busy)
    qtbot.addWidget(page)
    with qtbot.waitSignal(bus.list_wanted) as caught:
        page._numbers[CaseFilter.OVERDUE].click()
    assert caught.args == ["requests", CaseFilter.OVERDUE]


def test_everything_has_a_name_for_the_screen_reader(busy: Vault, qtbot: QtBot) -> None:
    page = OverviewPage(busy)
    qtbot.addWidget(page)
    page.show()
    assert nameless(page) == []


def test_what_presses_is_said_once_after_unlocking(busy: Vault) -> None:
    found = overview(busy)
    assert reminder_words(found.due, TODAY).startswith("1 ")
    assert reminder_words((), TODAY) == ""


def test_a_new_register_says_what_is_left_and_not_that_all_is_well(
    vault: Vault, qtbot: QtBot
) -> None:
    page = OverviewPage(vault)
    qtbot.addWidget(page)
    panel = page.findChild(StartPanel)
    assert [start.done for start in getting_started(vault)] == [
        True,
        False,
        False,
        False,
        False,
        False,
    ]
    with qtbot.waitSignal(bus.tool_wanted) as wanted:
        panel.findChildren(QPushButton)[1].click()
    assert wanted.args == ["settings:letters"]
    words = {label.text() for label in page.findChildren(QLabel)}
    assert _("All is well") not in words


def test_the_list_of_what_is_left_can_be_sent_away(vault: Vault, qtbot: QtBot) -> None:
    page = OverviewPage(vault)
    qtbot.addWidget(page)
    page.findChild(StartPanel).dismiss_button.click()
    page.refresh()
    assert getting_started(vault) == ()
    assert page._start.isHidden()


def test_the_overview_says_when_nobody_can_notify_the_authority(vault: Vault, qtbot: QtBot) -> None:
    vault.save_setting("getting_started_dismissed", True)
    page = OverviewPage(vault)
    qtbot.addWidget(page)
    assert page._notifiers.text() == readiness_words(Readiness.NOBODY)
    with qtbot.waitSignal(bus.tool_wanted) as wanted:
        page._notifiers.click()
    assert wanted.args == ["settings:notifiers"]
    today = vault.clock.today()
    ready = [Notifier(name=name, tested_on=today) for name in ("Anne", "Berit")]
    vault.save_setting(NOTIFIERS, as_json(ready))
    page.refresh()
    assert page._notifiers.isHidden()


def test_the_demo_and_other_roles_have_nothing_left_to_do(vault: Vault) -> None:
    vault.save_setting("demo", "x")
    assert getting_started(vault) == ()


def test_what_falls_due_in_the_record_stands_among_the_cases_and_opens_there(
    vault: Vault, qtbot: QtBot
) -> None:
    made = System(name="Oppad", owner="IKT-leiar", review_on=TODAY)
    number = entries.add_entry(vault, made).id
    page = OverviewPage(vault)
    qtbot.addWidget(page)
    page.show()
    with qtbot.waitSignal(bus.entry_wanted) as wanted:
        qtbot.mouseClick(page.findChildren(DueRow)[0], Qt.MouseButton.LeftButton)
    assert wanted.args == [number]
    page.leave()
