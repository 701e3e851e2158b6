"""Lists: windowed models, and the skeleton of a list tab."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gdpr_desktop.ui.list_model import Column, Count, Role, WindowedModel
from gdpr_desktop.ui.list_page import ListPage
from gdpr_desktop.ui.list_view import ListView
from gdpr_desktop.ui.machine_settings import MachineSettings
from gdpr_desktop.ui.theme import Theme
from ui.fakes import COLUMNS, Rows, list_page


def _tester(model: QAbstractItemModel) -> QAbstractItemModelTester:
    return QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)


@pytest.mark.parametrize(("before", "after"), [(0, 5), (250, 100), (5, 0), (300, 300)])
def test_the_model_keeps_qts_rules_while_rows_come_and_go(
    theme: Theme, before: int, after: int
) -> None:
    rows = Rows(before)
    model = WindowedModel(rows, COLUMNS)
    _checked = _tester(model)
    rows.ids = list(range(after))
    model.refresh()
    model.sort(0, Qt.SortOrder.DescendingOrder)
    assert model.rowCount() == after


def test_scrolling_reads_a_page_at_a_time(theme: Theme) -> None:
    rows = Rows(5_000)
    model = WindowedModel(rows, COLUMNS)
    for line in range(4_000, 4_100):
        model.index(line, 0).data()
    assert rows.pages_read == 1


def test_memory_holds_a_few_pages_only(theme: Theme) -> None:
    model = WindowedModel(Rows(10_000), COLUMNS)
    for line in range(0, 10_000, 50):
        model.row(line)
    assert len(model._pages) <= 20


def test_counting_stops_at_ten_thousand() -> None:
    assert Count(10_000, more=True).words() == "10\N{NO-BREAK SPACE}000+"
    assert Count(1_204).words() == "1\N{NO-BREAK SPACE}204"


def test_cells_say_what_they_show(theme: Theme) -> None:
    model = WindowedModel(Rows(3), COLUMNS)
    late = model.index(0, 2)
    assert late.data() == "2 days over"
    assert late.data(Qt.ItemDataRole.AccessibleTextRole) == "Due: 2 days over"
    assert not late.data(Qt.ItemDataRole.DecorationRole).isNull()
    assert late.data(Role.ROW_ID) == 0
    assert model.headerData(1, Qt.Orientation.Horizontal) == "Name"


def test_a_row_gone_since_the_count_is_blank_and_no_crash(theme: Theme) -> None:
    rows = Rows(3)
    model = WindowedModel(rows, COLUMNS)
    rows.ids = [0]
    assert model.index(2, 0).data() is None


def test_one_edited_row_is_told_as_one_row(theme: Theme) -> None:
    model = WindowedModel(Rows(300), COLUMNS)
    model.row(150)
    told: list[tuple[int, int, list[int]]] = []
    model.dataChanged.connect(
        lambda first, last, roles: told.append((first.row(), last.row(), list(roles)))
    )
    model.refresh_row(150)
    assert told[0][:2] == (150, 150)
    assert Qt.ItemDataRole.DisplayRole in told[0][2]


def test_a_column_without_a_key_does_not_sort(theme: Theme) -> None:
    rows = Rows(3)
    WindowedModel(rows, COLUMNS).sort(1)
    assert rows.sorted_by == []


@pytest.fixture
def page(theme: Theme, shown: Callable[[QWidget], QWidget]) -> ListPage:
    made = list_page(500)
    made.resize(1024, 600)
    shown(made)
    return made


def test_selection_and_scroll_survive_a_refresh(page: ListPage) -> None:
    page.view.setCurrentIndex(page.model.index(120, 0))
    scrolled = page.view.verticalScrollBar().value()
    page.model._source.ids.insert(0, 999)
    page.reload()
    assert page.selected_id() == 120
    assert page.view.currentIndex().row() == 121
    assert page.view.verticalScrollBar().value() == scrolled > 0


def test_a_selected_row_that_is_gone_is_no_longer_shown(page: ListPage) -> None:
    told: list[object] = []
    page.view.setCurrentIndex(page.model.index(3, 0))
    page.row_selected.connect(told.append)
    page.model._source.ids.remove(3)
    page.reload()
    assert (page.selected_id(), told) == (None, [None])


def test_fast_typing_searches_once(page: ListPage, qtbot: QtBot) -> None:
    told: list[str] = []
    page.search_changed.connect(told.append)
    with qtbot.waitSignal(page.search_changed):
        QTest.keyClicks(page.search, "ber")
    assert told == ["ber"]


def test_enter_in_the_search_goes_to_the_list(page: ListPage) -> None:
    QTest.keyClicks(page.search, "k")
    QTest.keyClick(page.search, Qt.Key.Key_Return)
    assert page.view.currentIndex().row() == 0


def test_chips_tell_all_that_are_pressed(page: ListPage) -> None:
    told: list[frozenset[str]] = []
    page.chips_changed.connect(told.append)
    page.check_chips(["open", "mine"])
    page.check_chips(["open", "mine"])
    assert told == [frozenset({"open", "mine"})]


def test_an_empty_tab_shows_one_button_to_begin(
    theme: Theme, shown: Callable[[QWidget], QWidget]
) -> None:
    made = list_page(0)
    shown(made)
    told: list[bool] = []
    made.new_requested.connect(lambda: told.append(True))
    made._empty.button.click()
    made.new_requested.disconnect()
    assert told == [True]
    assert not made.new_button.isVisible()


def test_column_widths_are_remembered(
    theme: Theme, shown: Callable[[QWidget], QWidget], qtbot: QtBot
) -> None:
    settings = MachineSettings()
    made = ListPage(
        WindowedModel(Rows(3), COLUMNS),
        name="fake",
        new_text="New",
        search_hint="Search",
        settings=settings,
    )
    shown(made)
    made.view.horizontalHeader().resizeSection(1, 333)
    qtbot.waitUntil(lambda: settings.columns.get("fake", (0, 0))[1] == 333)


def test_columns_without_room_go_to_a_second_line(
    theme: Theme, shown: Callable[[QWidget], QWidget]
) -> None:
    columns = (
        *COLUMNS[:2],
        replace(COLUMNS[2], optional=True),
        Column(header="Step", text=lambda row: "Answer", width=200, optional=True),
    )
    model = WindowedModel(Rows(20), columns)
    view = ListView(model, "narrow", MachineSettings())
    shown(view)
    view.resize(900, 300)
    assert model.folded == ()
    view.resize(320, 300)
    assert model.folded == (2, 3)
    assert model.second_line(1) == "3 days left · Answer"
    spoken = model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Step: Answer" in spoken
    view.grab()
    view.resize(900, 300)
    assert model.folded == ()
