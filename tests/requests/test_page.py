"""The page of requests, through the events a person makes."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from gdpr_desktop.casework import store as cases
from gdpr_desktop.casework.model import CaseFilter, Person
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.correspondence.model import LetterOrder
from gdpr_desktop.requests import service
from gdpr_desktop.requests.lists import rights_of as told
from gdpr_desktop.requests.model import Channel, Intake, Right
from gdpr_desktop.requests.page import RequestsPage
from gdpr_desktop.requests.service.letters import export_letter
from gdpr_desktop.requests.steps import Step
from gdpr_desktop.requests.widgets import case_list
from gdpr_desktop.ui import notices
from gdpr_desktop.ui.sections import Section
from gdpr_desktop.vault import Vault
from ui.walk import nameless

TODAY = date(2026, 11, 22)


def register(
    vault: Vault, name: str, *, days_ago: int = 0, channel: Channel = Channel.EMAIL
) -> CaseId:
    intake = Intake(
        received=TODAY - timedelta(days=days_ago),
        channel=channel,
        subject=Person(name=name),
        wording="Alt de har om meg",
    )
    return CaseId(service.register_request(vault, intake, unstructured="E-post og filer").id)


@pytest.fixture
def page(vault: Vault, qtbot: QtBot) -> RequestsPage:
    """Three requests: one overdue, one due in a few days, one new."""
    service.subscribe(vault)
    register(vault, "Kari Aasen", days_ago=40)
    register(vault, "Ola Berg-Hansen", days_ago=28)
    register(vault, "Máret O'Neill", channel=Channel.EDIALOG)
    made = RequestsPage(vault)
    qtbot.addWidget(made)
    made.resize(1200, 760)
    made.show()
    return made


def names(page: RequestsPage) -> list[str]:
    return [page.model.row(line).subject_name for line in range(page.model.rowCount())]


def chip(page: RequestsPage, wanted: CaseFilter) -> QPushButton:
    return next(button for button, value in page._chips.items() if value is wanted)


def test_the_list_begins_with_what_is_open_and_most_urgent(page: RequestsPage) -> None:
    assert page.checked_chips() == {CaseFilter.OPEN}
    assert names(page) == ["Kari Aasen", "Ola Berg-Hansen", "Máret O'Neill"]


def test_the_list_model_keeps_qts_rules(page: RequestsPage, vault: Vault) -> None:
    mode = QAbstractItemModelTester.FailureReportingMode.Warning
    _tester = QAbstractItemModelTester(page.model, mode)
    register(vault, "Ny Person")
    page.refresh()
    assert page.model.rowCount() == 4


def test_two_cases_of_one_person_differ_by_what_they_are_about(
    page: RequestsPage, vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    intake = Intake(
        received=TODAY,
        channel=Channel.EMAIL,
        subject=Person(name="Kari Aasen"),
        rights=(Right.ERASURE, Right.OBJECTION),
    )
    service.register_request(vault, intake, unstructured="E-post")
    asked = []
    monkeypatch.setattr(case_list, "rights_of", lambda db, ids: asked.append(1) or told(db, ids))
    page.refresh()
    shown = {page.model.columns[2].text(page.model.row(line)) for line in range(4)}
    assert shown == {"Innsyn", "Sletting, protest"}
    assert len(asked) == 1  # one query for the page


def test_one_chip_releases_the_other(page: RequestsPage) -> None:
    chip(page, CaseFilter.OVERDUE).click()
    assert page.checked_chips() == {CaseFilter.OVERDUE}
    assert names(page) == ["Kari Aasen"]
    chip(page, CaseFilter.OVERDUE).click()
    assert len(names(page)) == 3


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("aas", ["Kari Aasen"]),
        ("berg-hansen", ["Ola Berg-Hansen"]),
        ("hansen ola", ["Ola Berg-Hansen"]),
        ("o'neill", ["Máret O'Neill"]),
        ("maret", ["Máret O'Neill"]),
        ("*", []),
    ],
)
def test_what_is_typed_in_the_search_finds_the_person(
    page: RequestsPage, qtbot: QtBot, typed: str, found: list[str]
) -> None:
    QTest.keyClicks(page.search, typed)
    qtbot.waitUntil(lambda: names(page) == found, timeout=2000)


def test_a_chosen_case_shows_who_and_the_deadline_with_its_reason(page: RequestsPage) -> None:
    page.show_case(CaseId(1))
    head = page.case_view.head
    assert head._title.text() == "Kari Aasen"
    assert "13. november 2026" in head._due.text()
    assert "13. oktober 2026" in head._reason.text()


def test_only_the_next_step_is_unfolded(page: RequestsPage) -> None:
    page.show_case(CaseId(1))
    unfolded = [step for step, section in page.case_view._sections.items() if section.expanded]
    assert unfolded == [Step.RECEIPT]


def test_the_next_step_moves_on_when_it_is_done(page: RequestsPage, vault: Vault) -> None:
    page.show_case(CaseId(3))
    service.confirm_receipt(vault, CaseId(3), confirmed_on=TODAY)
    page.refresh()
    unfolded = [step for step, section in page.case_view._sections.items() if section.expanded]
    assert unfolded == [Step.COLLECT]


def test_the_next_step_button_opens_its_dialog(page: RequestsPage, qtbot: QtBot) -> None:
    from gdpr_desktop.requests.dialogs.tasks import AddTaskDialog

    page.show_case(CaseId(3))
    service.confirm_receipt(page._vault, CaseId(3), confirmed_on=TODAY)
    page.refresh()
    qtbot.mouseClick(page.case_view.head._next, Qt.MouseButton.LeftButton)
    dialog = page.findChild(AddTaskDialog)
    assert dialog is not None
    dialog.discard()


def test_a_case_shown_for_a_second_is_noted_as_opened(page: RequestsPage, qtbot: QtBot) -> None:
    def opened() -> int:
        sql = "SELECT count(*) FROM journal WHERE deed = 'opened' AND case_id = 2"
        return page._vault.db.execute(sql).fetchone()[0]

    page.show_case(CaseId(2))
    assert opened() == 0
    qtbot.waitUntil(lambda: opened() == 1, timeout=3000)


def test_a_letter_on_this_machine_can_be_deleted_from_the_timeline(
    page: RequestsPage, vault: Vault, tmp_path: Path
) -> None:
    path = tmp_path / "brev.docx"
    order = LetterOrder(
        template="access_receipt",
        language=vault.municipality().language,
        sent_on=TODAY,
    )
    export_letter(vault, CaseId(1), order, path)
    page.show_case(CaseId(1))
    timeline = page.case_view.timeline
    entry = next(entry for entry in timeline.entries() if entry.actions)
    notices.queue_answers([True])
    timeline.action_requested.emit(entry.id, entry.actions[0][0])
    notices.clear_answers()
    assert not path.exists()
    assert cases.letters(vault.db, CaseId(1))[0].local_copy_deleted_at is not None


def test_a_case_far_down_the_list_is_found(page: RequestsPage, vault: Vault) -> None:
    with vault.begin(Deed.REGISTER_CASE):
        for number in range(450):
            register(vault, f"Person {number}", days_ago=number % 20)
    page.refresh()
    page.show_case(CaseId(3))
    assert page.selected_id() == 3
    assert page.case_view.request is not None
    assert page.case_view.request.case.id == 3


def test_everything_on_the_page_has_a_name_for_the_screen_reader(page: RequestsPage) -> None:
    page.show_case(CaseId(1))
    for section in page.case_view.findChildren(Section):
        section.expand()
    assert nameless(page) == []


def test_an_empty_register_teaches_what_the_tab_is_for(vault: Vault, qtbot: QtBot) -> None:
    service.subscribe(vault)
    made = RequestsPage(vault)
    qtbot.addWidget(made)
    made.show()
    assert made._empty is not None
    assert made._empty.isVisible()


def test_a_new_register_gets_its_filter_with_its_first_case(desk, qtbot, qapp):
    page = RequestsPage(desk.vault)
    qtbot.addWidget(page)
    assert page.checked_chips() == frozenset()
    case_id = desk.register()
    from gdpr_desktop.core.change import Change, Kind

    page._on_registered(Change(kinds=frozenset({Kind.CASE}), ids=(case_id,)))
    assert page.checked_chips() == {CaseFilter.OPEN}
    assert page.selected_id() == case_id
