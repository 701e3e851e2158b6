"""The log of breaches: its clocks, chips and filters; and the clocks of the overview."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from breaches.conftest import NOW
from breaches.filling import SCOPE, assessed, decided, put
from gdpr_desktop.breaches import lists
from gdpr_desktop.breaches.assessing.advice import Risk
from gdpr_desktop.breaches.clock.model import clock_of
from gdpr_desktop.breaches.codes import AuthorityState, BreachKind, DataCategory, Incident
from gdpr_desktop.breaches.lists import BreachFilter
from gdpr_desktop.breaches.model import DEMAND, MEASURE, Intake
from gdpr_desktop.breaches.page import BreachesPage
from gdpr_desktop.breaches.service.intake import register_breach
from gdpr_desktop.breaches.service.upkeep import NOTIFY
from gdpr_desktop.breaches.widgets.clock_panel import ClockCard
from gdpr_desktop.casework import lists as cases
from gdpr_desktop.casework.model import CaseFilter, CaseKind, CaseQuery, Due
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.text import _
from gdpr_desktop.overview.page import OverviewPage
from gdpr_desktop.overview.words import due_words, reminder_words
from gdpr_desktop.ui.bus import bus
from gdpr_desktop.ui.fields.choice import Choice
from gdpr_desktop.vault import Vault
from ui.walk import nameless

HOUR = timedelta(hours=1)
# title, hours since awareness, incident, unit
CASES = (
    ("Brev", 1, Incident.MISDIRECTED, "Skule"),
    ("Pinne", 50, Incident.LOST, "Helse"),
    ("Nett", 71, Incident.PUBLISHING, "Skule"),
    ("Journal", 74, Incident.SNOOPING, "Helse"),
)


@pytest.fixture
def log(officer: Vault) -> dict[str, CaseId]:
    """Four running clocks, by title: calm, amber, red and out."""
    found = {}
    for title, hours, incident, unit in CASES:
        at = NOW - hours * HOUR
        intake = Intake(
            title=title,
            what="",
            discovered=at,
            discovered_by="Nora Testdal",
            aware=at,
            incident=incident,
            unit=unit,
        )
        found[title] = CaseId(register_breach(officer, intake).id)
    return found


@pytest.fixture
def page(officer: Vault, log: dict[str, CaseId], qtbot: QtBot) -> BreachesPage:
    made = BreachesPage(officer)
    qtbot.addWidget(made)
    made.resize(1200, 760)
    made.show()
    return made


def titles(page: BreachesPage) -> list[str]:
    return [page.model.row(line).subject_name for line in range(page.model.rowCount())]


def shown(page: BreachesPage) -> list[str]:
    return [page.model.index(line, 0).data() for line in range(page.model.rowCount())]


def test_the_clock_that_ran_out_first_stands_first_and_each_says_what_is_left(page):
    assert titles(page) == ["Journal", "Nett", "Pinne", "Brev"]
    assert [words.split()[0] for words in shown(page)] == ["2", "1", "22", "71"]
    icon = page.model.index(3, 0).data(Qt.ItemDataRole.DecorationRole)
    assert not icon.isNull()


def test_a_clock_is_overdue_by_the_minute_and_no_chip_holds_a_stopped_one(officer, log, page):
    page.check_chips([CaseFilter.OVERDUE])
    assert titles(page) == ["Journal"]
    officer.clock.instant = NOW + 2 * HOUR
    page.refresh()
    assert titles(page) == ["Journal", "Nett"]
    page.check_chips([CaseFilter.RUNNING])
    decided(officer, log["Brev"], authority=False)
    page.refresh()
    assert titles(page) == ["Journal", "Nett", "Pinne"]
    page.check_chips([CaseFilter.OPEN])
    assert _("Not to be notified") in shown(page)[titles(page).index("Brev")]


def test_filters_go_together_with_chips(page, qtbot):
    assert nameless(page._filters) == []
    field = page.findChild(Choice, "filter_unit")
    field.set_value("Helse")
    assert titles(page) == ["Journal", "Pinne"]
    page.check_chips([CaseFilter.OVERDUE])
    assert titles(page) == ["Journal"]
    page._filters.clear()
    page.check_chips([])
    assert len(titles(page)) == 4


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        (BreachFilter(incident=Incident.LOST), {"Pinne"}),
        (BreachFilter(kind=BreachKind.CONFIDENTIALITY), {"Brev", "Nett"}),
        (BreachFilter(kind=BreachKind.INTEGRITY), set()),
        (BreachFilter(risk=Risk.HIGH), {"Nett"}),
        (BreachFilter(authority=AuthorityState.NOT_NEEDED), {"Nett"}),
        (BreachFilter(authority=AuthorityState.OPEN, unit="Skule"), {"Brev"}),
        (BreachFilter(special=True), {"Nett"}),
        (BreachFilter(running=True, unit="Helse"), {"Pinne", "Journal"}),
        (BreachFilter(overdue=(NOW, NOW.date())), {"Journal"}),
    ],
)
def test_both_ways_to_ask_give_the_same(officer, log, asked, found, monkeypatch):
    put(officer, log["Brev"], scope=replace(SCOPE, data=(DataCategory.NAME,)))
    assessed(officer, log["Nett"])
    decided(officer, log["Nett"], authority=False)
    put(officer, log["Nett"], scope=replace(SCOPE, data=(DataCategory.HEALTH,)))
    query = CaseQuery(kinds=(CaseKind.BREACH,), filter=CaseFilter.ALL, narrowing=asked)

    def ask() -> set[str]:
        today = officer.clock.today()
        read = cases.page(officer.db, query, officer.actor, today, offset=0, limit=100)
        assert cases.count(officer.db, query, officer.actor, today) == len(read)
        return {case.subject_name for case in read}

    assert ask() == found
    monkeypatch.setattr(BreachFilter, "many", -1)
    assert ask() == found


def test_units_are_offered_once_each(officer, log):
    assert lists.units(officer.db) == ("Helse", "Skule")


def test_running_clocks_stand_first_on_the_overview_and_open_their_case(officer, log, qtbot):
    page = OverviewPage(officer)
    qtbot.addWidget(page)
    page.show()
    cards = page.findChildren(ClockCard)
    assert [card.ring.face.big.split()[0] for card in cards] == ["2", "1", "22", "71"]
    assert nameless(page) == []
    with qtbot.waitSignal(bus.case_wanted) as wanted:
        QTest.keyClick(cards[0], Qt.Key.Key_Space)
    assert wanted.args == ["breaches", log["Journal"]]
    decided(officer, log["Journal"], authority=False)
    page.refresh()
    assert [one for one in cards if one.isVisible()] == []
    assert len([one for one in page.findChildren(ClockCard) if one.isVisible()]) == 3


def test_the_reminder_names_the_hours_of_the_first_clock_and_counts_none_twice(officer):
    today = officer.clock.today()
    due = Due(
        case_id=CaseId(1),
        case_kind=CaseKind.BREACH,
        number="2026-0001",
        subject_name="Brev",
        kind=NOTIFY,
        title="",
        due=today,
    )
    states = [clock_of(NOW - hours * HOUR, NOW, stopped_at=None) for hours in (67, 1)]
    said = reminder_words([due], today, states)
    assert "5" in said
    assert reminder_words([due], today) == ""
    assert reminder_words([due], today, states[:1]) != said


@pytest.mark.parametrize("kind", [MEASURE, DEMAND])
def test_a_task_of_a_breach_is_called_what_it_is(kind):
    due = Due(
        case_id=CaseId(1),
        case_kind=CaseKind.BREACH,
        number="2026-0001",
        subject_name="Brev",
        kind="task",
        title="Opplæring",
        due=NOW.date(),
        task_kind=kind,
    )
    one, many = due_words(due), due_words(replace(due, count=3))
    assert "Opplæring" in one
    assert "3" in many
