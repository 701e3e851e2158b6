"""Figures on cases made by hand, and what leaves the program as a workbook."""

import io
from dataclasses import replace
from datetime import date, timedelta

import pytest
from openpyxl import load_workbook

from gdpr_desktop.casework.model import CaseFilter, CaseQuery, Person
from gdpr_desktop.casework.retention import CaseAnonymised
from gdpr_desktop.casework.retention import store as retention
from gdpr_desktop.casework.service import CaseTouched
from gdpr_desktop.core.bilingual import Bilingual
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.roles import Deed, Role
from gdpr_desktop.law.deadlines import ExtensionGround
from gdpr_desktop.register.entries import service as entries
from gdpr_desktop.register.units.model import Unit
from gdpr_desktop.requests import service
from gdpr_desktop.requests.figures import service as figures
from gdpr_desktop.requests.figures.model import Answers, Counted, CountedCase, Figures
from gdpr_desktop.requests.figures.period import Period
from gdpr_desktop.requests.figures.service import Columns
from gdpr_desktop.requests.figures.sheets import Heading, figures_book, list_book
from gdpr_desktop.requests.figures.tables import as_text, tables_of
from gdpr_desktop.requests.lists import RequestFilter
from gdpr_desktop.requests.model import Right
from gdpr_desktop.vault import Vault, people

RECEIVED, TODAY = date(2026, 3, 2), date(2026, 11, 22)
HEADING = Heading(
    title="Tal", municipality="Fjordvik kommune", about=("=no",), language=Language.NYNORSK
)


def case(days: int | None, *, limit: int = 31, **changes: object) -> CountedCase:
    """Received in March; answered after ``days``, due after ``limit``."""
    made = CountedCase(
        received=RECEIVED,
        due=RECEIVED + timedelta(days=limit),
        answered=None if days is None else RECEIVED + timedelta(days=days),
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def counted(*cases: CountedCase) -> Figures:
    found = Figures(today=TODAY)
    for one in cases:
        found.add(one)
    return found


def run(generator):
    """What a generator returns in the end."""
    while True:
        try:
            next(generator)
        except StopIteration as end:
            return end.value


@pytest.mark.parametrize(
    ("days", "median"),
    [((), None), ((4,), 4), ((9, 1, 5), 5), ((1, 2, 9, 10), 5.5), ((3, 3, 3, 30), 3)],
)
def test_median_of_odd_and_even_numbers(days, median):
    assert counted(*(case(one) for one in days)).total.median == median


def test_answer_on_the_last_day_is_in_time_and_the_day_after_is_not():
    total = counted(case(31), case(32), case(10)).total
    assert (total.in_time, total.answered, total.share, total.longest) == (2, 3, 66, 32)


def test_what_is_withdrawn_or_open_has_no_answer_time():
    found = counted(case(90, outcome="withdrawn"), case(None), case(2))
    assert (found.total.received, found.total.answered, found.withdrawn) == (3, 1, 1)
    assert (found.total.longest, found.overdue) == (2, 1)


def test_refusals_count_by_ground_and_a_granted_part_has_none():
    parts = (
        Counted(right="erasure", result="refused", grounds=("17(3)(b)", "17(3)(d)")),
        Counted(right="access", result="partly", grounds=("§ 16 f",)),
        Counted(right="access", result="granted", grounds=("15(4)",)),
    )
    found = counted(case(3, parts=parts), case(5, parts=parts[:1]))
    assert found.grounds == {"17(3)(b)": 2, "17(3)(d)": 2, "§ 16 f": 1}
    assert found.results["erasure"] == {"refused": 2}
    assert (found.rights["access"].answered, found.rights["erasure"].answered) == (1, 2)
    text = as_text(tables_of(found, Period()))
    assert "17 nr. 3 bokstav b" in text
    assert "None" not in text


@pytest.mark.parametrize(
    ("period", "first", "last"),
    [
        (Period(), date.min, date.max),
        (Period(year=2024), date(2024, 1, 1), date(2024, 12, 31)),
        (Period(year=2024, quarter=1), date(2024, 1, 1), date(2024, 3, 31)),
        (Period(year=2024, quarter=4), date(2024, 10, 1), date(2024, 12, 31)),
    ],
)
def test_period_has_its_first_and_last_day(period, first, last):
    assert (period.first, period.last) == (first, last)


def test_table_by_time_has_years_quarters_or_months():
    found = counted(case(3), case(4, received=date(2026, 5, 4), answered=date(2026, 5, 9)))

    def labels(period: Period) -> list[object]:
        table = next(one for one in tables_of(found, period) if one.key == "periods")
        return [row[0] for row in table.rows]

    assert labels(Period()) == ["2026"]
    assert len(labels(Period(year=2026))) == 2
    assert len(labels(Period(year=2026, quarter=1))) == 2
    assert Answers().share is None


def test_what_begins_like_a_formula_stays_text_in_both_workbooks():
    found = counted(*(case(3, unit=unit) for unit in ("=1+1", "+4", "-4", "@SUM(A1)")))
    book = load_workbook(io.BytesIO(figures_book(HEADING, tables_of(found, Period()))))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value]
    assert not [cell for cell in cells if cell.data_type == "f"]
    assert {"=1+1", "+4", "-4", "@SUM(A1)", "=no"} <= {cell.value for cell in cells}
    assert any(cell.data_type == "n" for cell in cells)  # numbers can be summed
    rows = (("2026-0001", RECEIVED, "=HYPERLINK()"),)
    data = list_book(HEADING, ("Nummer", "Motteken", "Eining"), (10, 10, 10), rows)
    line = list(load_workbook(io.BytesIO(data)).active.iter_rows())[-1]
    assert [cell.data_type for cell in line] == ["s", "d", "s"]
    assert line[2].value == "=HYPERLINK()"


def test_figures_follow_the_services(vault: Vault, desk):
    """Sent, extended, suspended, and one whose second part is not answered yet."""
    received = desk.today - timedelta(days=40)
    desk.sent(received=received, unit="Skule")
    extended = desk.register(received=desk.today - timedelta(days=20), unit="Skule")
    service.extend_deadline(
        vault,
        extended,
        ground=ExtensionGround.COMPLEXITY,
        explanation="Mange arkiv",
        notice_sent=desk.today,
    )
    paused = desk.register(received=received)
    asked = received + timedelta(days=1)
    service.ask_for_specification(vault, paused, asked_on=asked)
    service.answer_specification(vault, paused, answered_on=desk.today, wants_all=True, answer="")
    many = desk.sent()
    with vault.begin(Deed.WORK_ON_CASE) as work:
        work.db.execute("INSERT INTO request_part (case_id, right) VALUES (?, 'access')", [many])
        work.publish(CaseTouched(case_id=many))
    found = run(figures.count(vault, Period()))
    assert (found.total.received, found.total.answered, found.total.in_time) == (4, 1, 0)
    assert found.total.longest == 40
    assert found.extended == {"complexity": 1}
    assert found.overdue == 0  # the pause has moved the deadline
    assert found.units["Skule"].received == 2
    assert found.results["access"]["granted"] == 2


def anonymise(vault: Vault, case_id) -> None:
    with vault.begin(Deed.CLEAN_UP) as work:
        retention.anonymise(work.db, case_id, vault.clock.now())
        work.publish(CaseAnonymised(case_id=case_id))


def test_anonymised_cases_count_as_before(vault: Vault, desk):
    entries.add_entry(vault, Unit(name=Bilingual(nn="Skule", nb="Skole")))
    case_id = desk.filed(unit="Skule")
    service.close_request(vault, case_id)
    before = run(figures.count(vault, Period()))
    anonymise(vault, case_id)
    after = run(figures.count(vault, Period()))
    assert (after.total, after.results, after.units) == (before.total, before.results, before.units)


def test_a_unit_that_is_none_of_the_record_goes_with_the_other_text(vault: Vault, desk):
    case_id = desk.filed(unit="Klassa til Kari Prøve")
    service.close_request(vault, case_id)
    anonymise(vault, case_id)
    assert desk.request(case_id).unit == ""


def test_exported_list_has_names_and_words_only_when_chosen(vault: Vault, desk):
    desk.sent(unit="Skule")
    query = CaseQuery(filter=CaseFilter.ALL, narrowing=RequestFilter(unit="Skule"))
    plain = run(figures.listed(vault, query, Columns()))
    assert len(plain[0]) == len(figures.headers(Columns()))
    assert plain[0][1:4] == (desk.received, desk.received + timedelta(days=32), desk.today)
    assert "Kari Berg-Hansen" not in plain[0]
    full = run(figures.listed(vault, query, Columns(names=True, wording=True)))
    assert full[0][-2:] == ("Kari Berg-Hansen", "Eg vil sjå alt.")
    none = replace(query, narrowing=RequestFilter(right=Right.ERASURE))
    assert run(figures.listed(vault, none, Columns())) == ()
    figures.note_export(vault, Columns(names=True), 1)


def test_caseworker_counts_and_exports_own_requests_only(vault: Vault, desk):
    name, password = "Åse Innleigd", "eit heilt nytt lause ord"
    people.add_user(vault, name, Role.CASEWORKER, password)
    desk.register(caseworker=name)
    desk.register(subject=Person(name="Ein annan"))
    vault.close()
    own = Vault.open(vault.path, name, password, clock=vault.clock)
    try:
        assert run(figures.count(own, Period())).total.received == 1
        query = CaseQuery(filter=CaseFilter.ALL, narrowing=RequestFilter(right=Right.ACCESS))
        assert len(run(figures.listed(own, query, Columns(names=True)))) == 1
        figures.note_export(own, Columns(), 1)
    finally:
        own.close()
