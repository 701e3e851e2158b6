"""The documentation in ten points, the report to the management, and the log of a period."""

import io
from dataclasses import replace
from datetime import date

import pytest
from docx import Document
from openpyxl import load_workbook

from breaches.filling import decided, described, put
from gdpr_desktop.breaches.codes import PeopleException, PeopleTelling
from gdpr_desktop.breaches.model import Exempted
from gdpr_desktop.breaches.reports import log
from gdpr_desktop.breaches.reports.documentation import documentation, ten_points
from gdpr_desktop.breaches.reports.log import LogOrder
from gdpr_desktop.breaches.reports.management import management_report
from gdpr_desktop.breaches.service.base import read_breach
from gdpr_desktop.core.municipality import Language

NN, NB = Language.NYNORSK, Language.BOKMAL


def _text(letter) -> str:
    document = Document(io.BytesIO(letter.docx()))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([paragraph.text for paragraph in document.paragraphs] + cells)


def _log(vault, **changes) -> tuple[log.Line, ...]:
    order = LogOrder(
        **({"first": date(2026, 1, 1), "last": date(2026, 12, 31), "language": NN} | changes)
    )
    run = log.read_log(vault, order)
    while True:
        try:
            next(run)
        except StopIteration as end:
            return end.value


@pytest.mark.parametrize(
    ("language", "words"),
    [(NN, ("Kva skjedde?", "Ikkje notert enno")), (NB, ("Hva skjedde?", "Ikke notert ennå"))],
)
def test_the_documentation_has_the_ten_points_of_the_handbook(officer, breach, language, words):
    found = read_breach(officer, breach)
    points = ten_points(found, language)
    assert [label.split(".")[0] for label, _text in points] == [str(n) for n in range(1, 11)]
    text = _text(documentation(officer, found, language))
    assert all(word in text for word in (*words, found.case.number, found.intake.what))


def test_the_reason_for_not_telling_stands_with_its_article(officer, breach):
    found = decided(officer, breach, authority=False, people=PeopleTelling.NOT)
    exempted = Exempted(exception=PeopleException.PROTECTED, proof="Disken er kryptert")
    put(officer, breach, decision=replace(found.decision, exempted=exempted))
    points = dict(ten_points(read_breach(officer, breach), NN))
    assert "34(3)(a)" in points[next(one for one in points if one.startswith("10."))]
    assert found.decision.why_authority in points[next(p for p in points if p.startswith("8."))]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (NN, ("Datatilsynet skal ha melding. ", "Kor mange gjeld det?")),
        (NB, ("Datatilsynet skal ha melding. ", "Hvor mange gjelder det?")),
    ],
)
def test_the_documentation_says_what_was_decided_and_why(officer, breach, language, words):
    found = decided(officer, breach)
    text = _text(documentation(officer, found, language))
    assert all(word in text for word in (*words, found.decision.why_authority, "4,25"))
    assert found.assessment.factors[0].why in text


def test_what_is_decided_but_not_sent_is_not_yet_notified(officer, breach):
    decided(officer, breach)
    points = dict(ten_points(read_breach(officer, breach), NN))
    assert points[next(one for one in points if one.startswith("7."))] == "Ikkje enno"
    decided(officer, breach, authority=False, people=PeopleTelling.VOLUNTARY)
    points = dict(ten_points(read_breach(officer, breach), NN))
    assert points[next(one for one in points if one.startswith("7."))] == "Nei"


def test_the_report_says_what_remains(officer, breach):
    text = _text(management_report(officer, described(officer, breach), NN))
    assert "Datatilsynet må få melding innan" in text
    assert "Den som har fått myndet, må avgjere saka" in text


def test_the_log_of_a_period_has_no_free_text_unless_wanted(officer, breach):
    found = described(officer, breach)
    (line,) = _log(officer)
    said = str(line)
    assert found.intake.what not in said
    assert found.intake.discovered_by not in said
    assert found.intake.what in str(_log(officer, typed=True))
    assert _log(officer, last=date(2026, 11, 19)) == ()


def test_the_log_opens_as_a_workbook_and_as_a_document(officer, breach):
    lines = _log(officer)
    order = LogOrder(first=date(2026, 1, 1), last=date(2026, 12, 31), language=NN)
    book = load_workbook(io.BytesIO(log.log_book("Fjordvik", order, lines)))
    cells = [cell.value for row in book.active.iter_rows() for cell in row]
    assert {lines[0].number, lines[0].title, "Fjordvik"} <= set(cells)
    assert lines[0].title in _text(log.log_document(officer, order, lines))
