"""The filters of the list of deviations: severity and department."""

from dataclasses import replace

import pytest

from breaches.test_deviations import FACTS, TODAY
from gdpr_desktop.breaches.deviations.lists import DeviationFilter
from gdpr_desktop.breaches.deviations.model import Severity
from gdpr_desktop.breaches.deviations.service.intake import register_deviation
from gdpr_desktop.breaches.page import DEVIATIONS, BreachesTab
from gdpr_desktop.casework import lists
from gdpr_desktop.casework.model import CaseKind, CaseQuery
from gdpr_desktop.core.ids import CaseId


@pytest.mark.parametrize("many", [0, 300])
def test_the_list_is_narrowed_by_severity_and_department(officer, monkeypatch, many):
    deviation = CaseId(register_deviation(officer, FACTS).id)
    other = replace(FACTS, severity=Severity.HIGH, department="Skule")
    grave = CaseId(register_deviation(officer, other).id)
    monkeypatch.setattr(DeviationFilter, "many", many)  # both ways of asking
    found = {
        wanted: [
            case.id
            for case in lists.page(
                officer.db,
                CaseQuery(kinds=(CaseKind.DEVIATION,), narrowing=wanted),
                officer.actor,
                TODAY,
                offset=0,
                limit=9,
            )
        ]
        for wanted in (
            DeviationFilter(severity=Severity.HIGH),
            DeviationFilter(department="IKT"),
            DeviationFilter(severity=Severity.HIGH, department="IKT"),
        )
    }
    assert list(found.values()) == [[grave], [deviation], []]


def test_the_list_of_deviations_is_narrowed_by_its_filters(officer, qtbot):
    register_deviation(officer, FACTS)
    tab = BreachesTab(officer)
    qtbot.addWidget(tab)
    page = tab.show_shelf(DEVIATIONS)
    shown = []
    for severity in (Severity.HIGH, FACTS.severity):
        page.filters.show_filter(DeviationFilter(severity=severity, department="IKT"))
        shown.append(page.model.rowCount())
    assert shown == [0, 1]
    page.filters.clear()
    assert page.narrowing().empty
