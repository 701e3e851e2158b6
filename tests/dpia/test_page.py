"""The list of assessments: what it says of each, and where there is none."""

from dataclasses import replace
from datetime import date

from dpia.advice.values import read
from dpia.filling import NEED, SCREENED, begun, drafted, put
from gdpr_desktop.casework.model import CaseFilter
from gdpr_desktop.core.dates import long_date
from gdpr_desktop.dpia.codes import State
from gdpr_desktop.dpia.page import AssessmentsPage
from gdpr_desktop.dpia.steps import Step
from gdpr_desktop.ui.sections import Section


def test_a_no_says_when_it_is_looked_at_again_and_has_no_big_button(officer, qtbot):
    again = date(2027, 11, 20)
    need = replace(NEED, needed=False, look_again_on=again)
    case_id = begun(officer)
    put(officer, case_id, screening=SCREENED, need=need, state=State.NOT_NEEDED.value)
    page = AssessmentsPage(officer)
    qtbot.addWidget(page)
    page.show_case(case_id)
    assert page.case_view.next_of(page.case_view.found) is None
    shown = [page.model.index(0, column).data() for column in range(page.model.columnCount())]
    assert any(long_date(again) in str(one) and "·" in str(one) for one in shown)


def test_a_chip_that_is_empty_says_what_it_shows(officer, qtbot):
    drafted(officer)
    page = AssessmentsPage(officer)
    qtbot.addWidget(page)
    said = set()
    for chip in (CaseFilter.OPEN, CaseFilter.OVERDUE, CaseFilter.MINE, CaseFilter.CLOSED):
        page.check_chips([chip])
        said.add(page.nothing.text())
    page.search.blockSignals(True)  # its timer would outlive the register
    page.search.setText("finst ikkje")
    page.search_changed.emit("finst ikkje")
    said.add(page.nothing.text())
    assert len(said) == 5


def test_what_is_seldom_wanted_is_brought_forth(officer, qtbot):
    case_id = drafted(officer)
    page = AssessmentsPage(officer)
    qtbot.addWidget(page)
    page.resize(1200, 800)
    page.show()
    page.show_case(case_id)
    section: Section = page.case_view.section(Step.WRITING)
    buttons = [one for one in section.findChildren(type(page.new_button)) if one.isVisible()]
    (more,) = [
        one for one in buttons if one.isCheckable() and one.text() in ("More", "Meir", "Mer")
    ]
    before = len(buttons)
    more.click()
    after = [one for one in section.findChildren(type(page.new_button)) if one.isVisible()]
    assert len(after) > before + 5
    put(officer, case_id, state=State.MORE_WORK.value)
    page.refresh()
    assert read(officer, case_id).state is State.MORE_WORK
    still = [one for one in section.findChildren(type(page.new_button)) if one.isVisible()]
    assert len(still) == len(after), "what was brought forth stays"
