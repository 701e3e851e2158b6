"""The filters of the list, the figures and the export, through the events a person makes."""

from datetime import date, timedelta

import pytest
import shiboken6
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from gdpr_desktop.casework import lists
from gdpr_desktop.casework.model import CaseFilter, CaseQuery, Person
from gdpr_desktop.requests import service
from gdpr_desktop.requests.dialogs.figures import FiguresDialog
from gdpr_desktop.requests.dialogs.list_export import ListExportDialog
from gdpr_desktop.requests.lists import RequestFilter
from gdpr_desktop.requests.model import Channel, Intake, Result, Right
from gdpr_desktop.requests.page import RequestsPage
from gdpr_desktop.requests.widgets import filters
from gdpr_desktop.ui.fields.choice import Choice
from gdpr_desktop.ui.tasks import runner
from gdpr_desktop.vault import Vault
from ui.walk import nameless

TODAY = date(2026, 11, 22)
CASES = (
    ("Kari Aasen", "Skule", "Tor Test", 40),
    ("Ola Berg", "Skule", "Siv Test", 3),
    ("Nils Dal", "Helse", "Tor Test", 2),
    ("Siv Nes", "", "", 1),
)


@pytest.fixture
def page(vault: Vault, qtbot) -> RequestsPage:
    for name, unit, caseworker, days in CASES:
        intake = Intake(
            received=TODAY - timedelta(days=days),
            channel=Channel.EMAIL,
            subject=Person(name=name),
            unit=unit,
            caseworker=caseworker,
        )
        service.register_request(vault, intake, unstructured="E-post")
    made = RequestsPage(vault)
    qtbot.addWidget(made)
    made.resize(1200, 760)
    made.show()
    return made


def names(page: RequestsPage) -> list[str]:
    return [page.model.row(line).subject_name for line in range(page.model.rowCount())]


def choose(qtbot, page: RequestsPage, key: str, value: object) -> None:
    """Down the list with the arrow, as a person does."""
    field = page.findChild(Choice, f"filter_{key}")
    field.setFocus()
    if value is None:
        qtbot.keyClick(field, Qt.Key.Key_Home)
    for _step in range(field.count()):
        if field.value() == value:
            break
        qtbot.keyClick(field, Qt.Key.Key_Down)
    assert field.value() == value


def test_filters_go_together_with_chips_and_search_and_tell_what_is_left(page, qtbot):
    assert nameless(page._filters) == []
    choose(qtbot, page, "unit", "Skule")
    assert names(page) == ["Kari Aasen", "Ola Berg"]
    assert page._hits.text() == "2 treff: Skule"
    choose(qtbot, page, "caseworker", "Tor Test")
    assert names(page) == ["Kari Aasen"]
    choose(qtbot, page, "caseworker", None)
    page.check_chips([CaseFilter.OVERDUE])
    assert names(page) == ["Kari Aasen"]
    page.check_chips([])
    page.search.setText("ola")
    QTest.keyClick(page.search, Qt.Key.Key_Return)
    assert names(page) == ["Ola Berg"]
    page.search.clear()
    QTest.keyClick(page.search, Qt.Key.Key_Return)
    qtbot.mouseClick(page._filters.clear_button, Qt.MouseButton.LeftButton)
    assert (len(names(page)), page._hits.text()) == (4, "4 treff")
    assert page._filters.clear_button.isHidden()


def test_choice_is_kept_while_the_program_runs_and_given_up_to_show_a_case(
    page, qtbot, vault, monkeypatch
):
    choose(qtbot, page, "unit", "Helse")
    again = RequestsPage(vault)
    qtbot.addWidget(again)
    assert names(again) == ["Nils Dal"]
    assert filters._kept[vault.path] == RequestFilter(unit="Helse")
    other = lists.page(
        vault.db,
        CaseQuery(filter=CaseFilter.ALL, text="Siv Nes"),
        vault.actor,
        TODAY,
        offset=0,
        limit=1,
    )[0]
    again.show_case(other.id)
    assert again.selected_id() == other.id
    assert again._filters.filter().empty


@pytest.mark.parametrize("many", [0, 10_000])
def test_both_ways_to_narrow_find_the_same(page, vault, monkeypatch, many):
    monkeypatch.setattr(RequestFilter, "many", many)
    with vault.begin_upkeep() as work:
        work.db.execute("UPDATE request_part SET result = 'refused' WHERE case_id IN (1, 3)")

    def found(text: str = "", **chosen: object) -> list[int]:
        query = CaseQuery(filter=CaseFilter.ALL, text=text, narrowing=RequestFilter(**chosen))
        page = lists.page(vault.db, query, vault.actor, TODAY, offset=0, limit=9)
        assert lists.count(vault.db, query, vault.actor, TODAY) == len(page)
        return sorted(case.id for case in page)

    assert found(right=Right.ACCESS, result=Result.REFUSED) == [1, 3]
    assert found(result=Result.REFUSED, unit="Skule") == [1]
    assert found(right=Right.ACCESS, unit="Skule", caseworker="Siv Test") == [2]
    assert found("kari", result=Result.REFUSED) == [1]
    assert found(right=Right.ERASURE) == []


def test_figures_are_counted_shown_copied_and_exported(page, qtbot, answers, tmp_path):
    qtbot.mouseClick(page.figures_button, Qt.MouseButton.LeftButton)
    dialog = page.findChild(FiguresDialog)
    qtbot.waitUntil(lambda: bool(dialog.tables))
    assert nameless(dialog) == []
    qtbot.mouseClick(dialog.copy_button, Qt.MouseButton.LeftButton)
    copied = QGuiApplication.clipboard().text()
    assert "Skule\t2\t0" in copied
    assert "Kari" not in copied
    answers(tmp_path / "tal.xlsx")
    qtbot.mouseClick(dialog.export_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(dialog.export_button.isEnabled)
    book = load_workbook(tmp_path / "tal.xlsx")
    assert len(book.sheetnames) == len(dialog.tables)
    assert book.worksheets[0]["A3"].value == dialog._told
    dialog.year.setFocus()
    qtbot.keyClick(dialog.year, Qt.Key.Key_Down)
    qtbot.waitUntil(dialog.copy_button.isEnabled)
    assert dialog.period().year == TODAY.year
    assert dialog.quarter.isEnabled()
    dialog.close()
    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))


def test_list_is_exported_as_it_is_shown(page, qtbot, answers, tmp_path):
    choose(qtbot, page, "unit", "Skule")
    qtbot.mouseClick(page.export_button, Qt.MouseButton.LeftButton)
    dialog = page.findChild(ListExportDialog)
    answers(tmp_path / "liste.xlsx")
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog) or not runner().busy)
    qtbot.waitUntil((tmp_path / "liste.xlsx").exists)
    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))
    cells = [
        cell.value
        for row in load_workbook(tmp_path / "liste.xlsx").active.iter_rows()
        for cell in row
    ]
    assert "Skule" in cells
    assert "2026-0001" in cells
    assert "Kari Aasen" not in cells
