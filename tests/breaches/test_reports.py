"""The documentation in ten points, the report to the management, and the log of a period."""

import io
from dataclasses import replace
from datetime import date, timedelta

import pytest
from docx import Document
from openpyxl import load_workbook

from breaches.filling import decided, described, put
from gdpr_desktop.breaches.assessing.words import authority_words
from gdpr_desktop.breaches.code_words import words as words_of
from gdpr_desktop.breaches.codes import (
    PeopleException,
    PeopleTelling,
    TellingChannel,
    TellingState,
)
from gdpr_desktop.breaches.model import Exempted, OfficerAdvice, Telling
from gdpr_desktop.breaches.reports import log
from gdpr_desktop.breaches.reports.documentation import documentation, ten_points
from gdpr_desktop.breaches.reports.log import LogOrder
from gdpr_desktop.breaches.reports.management import management_report
from gdpr_desktop.breaches.service.base import read_breach
from gdpr_desktop.core.clock import OSLO
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import _

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


@pytest.mark.parametrize("authority", [True, False])
def test_the_documentation_says_what_was_advised_and_decided(officer, breach, authority):
    decided(officer, breach, authority=authority)
    advised = OfficerAdvice(
        authority=authority,
        people=PeopleTelling.MUST,
        why="Barna",
        name="Solveig Testnes",
        given_on=officer.clock.today(),
    )
    found = put(officer, breach, advice=advised)
    said = f"{authority_words(authority, NN)}. {words_of(PeopleTelling.MUST, NN)}."
    assert _text(documentation(officer, found, NN)).count(said) == 2


def test_the_number_who_were_told_says_of_what(officer, breach):
    decided(officer, breach)
    telling = Telling(
        told_on=date(2026, 11, 20),
        channel=TellingChannel.LETTER,
        state=TellingState.ALL,
        number=300,
    )
    points = dict(ten_points(put(officer, breach, tellings=(telling,)), NN))
    assert "300 personar" in points[next(one for one in points if one.startswith("9."))]


def test_the_report_says_what_remains(officer, breach):
    text = _text(management_report(officer, described(officer, breach), NN))
    assert "Datatilsynet må få melding innan" in text
    assert "Den som har fått myndet, må avgjere saka" in text


@pytest.mark.parametrize("language", [NN, NB])
def test_the_report_says_what_was_advised_and_decided_and_labels_the_cause(
    officer, breach, language
):
    decided(officer, breach)
    advised = OfficerAdvice(
        authority=False,
        people=PeopleTelling.MUST,
        why="Barna",
        name="Solveig Testnes",
        given_on=officer.clock.today(),
    )
    found = put(officer, breach, advice=advised)
    document = Document(io.BytesIO(management_report(officer, found, language).docx()))
    lines = {paragraph.text: paragraph.style.name for paragraph in document.paragraphs}
    told = words_of(PeopleTelling.MUST, language)
    given = [f"{authority_words(one, language)}. {told}." for one in (False, True)]
    assert {*given, found.advice.why, found.decision.why_authority} <= set(lines)
    assert "List" in lines[words_of(found.scope.data[0], language)]
    rows = {row.cells[0].text: row.cells[1].text for one in document.tables for row in one.rows}
    assert rows[_("How it could happen", language=language)] == found.course.cause
    assert any("4,25 (" in text for text in rows.values())


def test_the_log_of_a_period_has_no_free_text_unless_wanted(officer, breach):
    found = described(officer, breach)
    (line,) = _log(officer)
    said = str(line)
    assert found.intake.what not in said
    assert found.intake.discovered_by not in said
    assert found.intake.what in str(_log(officer, typed=True))
    assert _log(officer, last=date(2026, 11, 19)) == ()


@pytest.mark.parametrize(("hours", "late"), [(70, ""), (72, "Ja")])
def test_the_log_says_that_a_breach_nobody_notified_is_late(officer, clock, breach, hours, late):
    clock.instant += timedelta(hours=hours)  # it was discovered an hour before
    assert dict(_log(officer)[0].cells)["Seinare enn 72 timar"] == late
    put(officer, breach, decision=decided(officer, breach, authority=False).decision)
    assert dict(_log(officer)[0].cells)["Seinare enn 72 timar"] == ""


def test_instants_in_the_log_are_norwegian_times_that_can_be_sorted(officer, breach):
    lines, aware = _log(officer), read_breach(officer, breach).intake.aware
    order = LogOrder(first=date(2026, 1, 1), last=date(2026, 12, 31), language=NN)
    book = load_workbook(io.BytesIO(log.log_book("Fjordvik", order, lines)))
    (cell,) = (one for row in book.active.iter_rows() for one in row if "hh" in one.number_format)
    assert cell.value == aware.astimezone(OSLO).replace(tzinfo=None)


def test_the_log_says_why_nothing_was_sent(officer, breach):
    said = [dict(_log(officer)[0].cells)["Meldt"]]
    for authority in (True, False):
        decided(officer, breach, authority=authority)
        said.append(dict(_log(officer)[0].cells)["Meldt"])
    assert said == ["Ikkje avgjort enno", "Ikkje enno", _("No, it was decided", language=NN)]


def test_the_log_opens_as_a_workbook_and_as_a_document(officer, breach):
    lines = _log(officer)
    order = LogOrder(first=date(2026, 1, 1), last=date(2026, 12, 31), language=NN)
    book = load_workbook(io.BytesIO(log.log_book("Fjordvik", order, lines)))
    cells = [cell.value for row in book.active.iter_rows() for cell in row]
    assert {lines[0].number, lines[0].title, "Fjordvik"} <= set(cells)
    assert lines[0].title in _text(log.log_document(officer, order, lines))
