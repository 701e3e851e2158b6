"""What the files of an assessment say, read with other programs' eyes."""

import json
import re
import zipfile
from pathlib import Path

from docx import Document
from openpyxl import load_workbook

from dpia.by_hand import MANAGER, OFFICER, WRITER, Job, words_in
from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import _
from gdpr_desktop.dpia.actions import Action
from gdpr_desktop.dpia.advice.words import advice_words
from gdpr_desktop.dpia.catalogue.service import catalogue


def read_the_reports(job: Job, against: str, why: str) -> None:
    """The report in both written forms."""
    for language in Language:
        made = job.hand.other(job.case_id, Action.REPORT)
        job.hand.choose(made.language, language)
        path = job.export(made, f"rapport-{language.value}.docx")
        told = words_in(path)
        found = job.found
        for one in (against, why, "Finn ein mildare måte.", found.about.title, OFFICER, MANAGER):
            assert one in told, one
        given = found.opinion
        assert given is not None
        assert advice_words(given, language) in told, told
        assert "Ha ein pause i sensorane." in told
        _answers_told(job, told, language)
        _risks_told(job, path, language)
        _headings_stand_in_the_contents(path)


def _answers_told(job: Job, told: str, language: Language) -> None:
    asked = catalogue(job.vault.db)
    for answer in job.found.content.answers:
        question = asked.known(answer.question)
        assert question is not None
        assert question.text.in_(language) in told, answer.question
        for said in (answer.text.plain, answer.not_applicable):
            assert said in told, answer.question


def _risks_told(job: Job, path: Path, language: Language) -> None:
    found, document = job.found, Document(str(path))
    cells = "\n".join(
        cell.text for table in document.tables for row in table.rows for cell in row.cells
    )
    for one in (*found.content.scenarios, *found.content.measures):
        assert one.title in cells, one.title
    due = next(one.due for one in found.content.measures if one.due)
    assert long_date(due) in words_in(path)
    drawn = document.element.body.xpath(".//wp:docPr")
    assert drawn
    assert all(len(one.get("descr") or "") > 20 for one in drawn), "each picture is told in words"


def _headings_stand_in_the_contents(path: Path) -> None:
    with zipfile.ZipFile(path) as archive:
        xml = archive.read("word/document.xml").decode()
    marks = re.findall(r'<w:bookmarkStart w:id="9\d+" w:name="(contents\d+)"/>', xml)
    assert len(marks) > 10
    assert marks == re.findall(r"PAGEREF (contents\d+) ", xml)


def read_the_short_version(job: Job) -> None:
    """No names of people, nothing of risks and security."""
    told = words_in(job.export(job.hand.other(job.case_id, Action.SHORT), "kort.docx"))
    assert job.found.about.title in told
    assert "Nattevakta ser varselet." in told
    for kept in (OFFICER, MANAGER, WRITER, "Systemansvarleg", "Varselet kjem ikkje fram"):
        assert kept not in told, kept


def read_the_sheet(job: Job) -> None:
    book = load_workbook(job.export(job.hand.other(job.case_id, Action.SHEET), "risikoar.xlsx"))
    cells = {str(cell.value) for sheet in book for row in sheet for cell in row if cell.value}
    for one in (*job.found.content.scenarios, *job.found.content.measures):
        assert any(one.title in cell for cell in cells), one.title


def out_and_in_again(job: Job) -> None:
    """Through the format of PIA: a new case with the same risks and answers."""
    hand, before = job.hand, job.found
    made = hand.other(job.case_id, Action.EXPORT)
    path = job.export(made, "pia.json")
    written = json.dumps(json.loads(path.read_text(encoding="utf-8")), ensure_ascii=False)
    for one in (*before.content.scenarios, *before.content.measures):
        assert one.title in written, one.title
    hand.tab.new()
    start = hand.dialog()
    hand.press_words(start, _("From a PIA file …"))
    made = hand.dialog()
    job.answers(path)
    hand.press(made.choose_button)
    hand.save(made)
    after = job.there(hand.tab.selected_id())
    assert after.case.id != before.case.id
    assert after.about.title == before.about.title
    assert after.content.scenarios
    measures = {one.title for one in after.content.measures}
    assert measures >= {one.title for one in before.content.measures}
    assert after.content.answer("aim").text == before.content.answer("aim").text
