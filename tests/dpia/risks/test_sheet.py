"""The workbook of risks and measures: all of it, and nothing of it a formula."""

import io
from dataclasses import replace
from datetime import date

import openpyxl
import pytest

from gdpr_desktop.core.municipality import Language
from gdpr_desktop.dpia import store
from gdpr_desktop.dpia.risks import sheet
from gdpr_desktop.dpia.risks.service import put_risk

BAD = ("=1+1", "+47", "-2", "@SUM(A1)")


@pytest.mark.parametrize("language", Language)
def test_book_tells_all_and_what_was_typed_stays_text(officer, case_id, language):
    before = store.dpia(officer.db, case_id).content.scenarios[0]
    for number, text in enumerate(BAD):
        put_risk(officer, case_id, replace(before, key=f"b{number}", title=text))
    found = store.dpia(officer.db, case_id)
    data = sheet.book("Fjordvik kommune", found, date(2026, 11, 20), language)
    book = openpyxl.load_workbook(io.BytesIO(data))
    risks, measures, scale = book.worksheets
    titles = [row[1].value for row in risks.iter_rows(min_row=6)]
    assert titles[2:] == list(BAD)
    assert {row[1].data_type for row in risks.iter_rows(min_row=6)} == {"s"}
    first = [cell.value for cell in next(risks.iter_rows(min_row=6))]
    assert (first[0], first[6], first[7]) == (1, 4, 4)
    assert first[8] in ("Høg", "Høy")
    assert next(row[0].value for row in measures.iter_rows(min_row=5)) == "Tilgangsstyring"
    assert len(list(scale.iter_rows(min_row=5))) == 5


def test_export_is_noted_on_the_timeline(officer, case_id):
    from gdpr_desktop.casework.store import timeline

    sheet.note_export(officer, case_id)
    assert "dpia_risks_exported" in {one.code for one in timeline(officer.db, case_id)}
    assert sheet.suggested_name(officer, case_id, Language.NYNORSK).endswith(".xlsx")
