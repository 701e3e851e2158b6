"""Reports built piece by piece: what goes in stands in the file, and nothing of it is kept."""

import io
import zipfile
from datetime import date
from pathlib import Path

from gdpr_desktop.core.municipality import Language, Municipality
from gdpr_desktop.letters.blocks import paragraph_texts
from gdpr_desktop.letters.letter import Letter
from gdpr_desktop.letters.reports import Report

PNG = b"\x89PNG\r\n\x1a\n"


def _report(municipality: Municipality, name: str) -> Letter:
    report = Report(Language.NYNORSK, "Oversikt")
    report.heading(2, name)
    report.paragraph(f"Om {name}.\n\nNytt avsnitt.", bold=True)
    report.facts([("Namn", name), ("Adresse", ""), ("Kontakt", "post@a.example\n90 00 00 00")])
    report.table(["A", "B"], [["1", "2"], ["3", ""]])
    report.table(["A"], [])
    report.bullets([name, "", "to"])
    report.checkboxes([("Gjort", True), ("Att", False)])
    report.page_break()
    report.signature_lines(["Stad og dato"])
    return report.letter(municipality, date(2026, 11, 22), "overview_report")


def test_every_piece_stands_in_the_file_in_its_order(
    municipality: Municipality, tmp_path: Path
) -> None:
    letter = _report(municipality, "Kari {{ Nordmann }} ☒")
    letter.save(tmp_path / "rapport.docx")  # reads it back and compares
    texts = list(paragraph_texts(letter.blocks))
    assert texts[:4] == [
        "Oversikt", "Kari {{ Nordmann }} ☒", "Om Kari {{ Nordmann }} ☒.", "Nytt avsnitt.",
    ]  # fmt: skip
    assert "Adresse" not in texts
    assert "post@a.example\n90 00 00 00" in texts
    assert texts[-3:] == ["☒ Gjort", "☐ Att", "Stad og dato"]
    assert "Kari" in letter.html()


def test_two_documents_differ_by_their_values_alone(municipality: Municipality) -> None:
    one, other = _report(municipality, "Kari"), _report(municipality, "Ola")
    assert one.shape == other.shape
    assert "Kari" not in str(one.content)


def test_an_empty_cell_is_empty(municipality: Municipality) -> None:
    texts = list(paragraph_texts(_report(municipality, "Kari").blocks))
    assert texts[texts.index("3") + 1] == ""


def test_what_is_kept_stands_on_the_page_of_what_follows(municipality: Municipality) -> None:
    report = Report(Language.NYNORSK, "Oversikt")
    report.paragraph("Godkjent.", bold=True, kept=True)
    report.paragraph("Kari Leiar, 12. november 2026")
    report.picture(PNG, "Kart", 150, 75)
    made = report.letter(municipality, date(2026, 11, 22), "overview_report")
    with zipfile.ZipFile(io.BytesIO(made.docx())) as archive:
        xml = archive.read("word/document.xml").decode()
    before, _mark, _after = xml.partition("Godkjent.")
    assert "<w:keepNext/>" in before[before.rindex("<w:p>") :]
    assert "max-width" in made.html()  # no wider than the window
