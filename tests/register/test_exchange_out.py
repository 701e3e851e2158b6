"""The record out: the authority's layout, Word, the public version."""

from dataclasses import replace

import pytest

from gdpr_desktop.core.errors import AppError
from gdpr_desktop.letters.sheet import LONGEST, safe
from gdpr_desktop.register.activities.parts import Retention
from gdpr_desktop.register.entries.model import EntryState
from gdpr_desktop.register.exchange import places
from gdpr_desktop.register.exchange.documents import public_markdown, record_letter
from gdpr_desktop.register.exchange.model import Format, Order
from gdpr_desktop.register.exchange.record import retention_sentence
from gdpr_desktop.register.exchange.workbook import record_book
from register.exchange_samples import HIDDEN, NB, NN, entry, full, opened, snapshot

SHEET = Order(format=Format.SHEET, language=NN)


def texts(book):
    return [
        str(cell.value)
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    ]


@pytest.mark.parametrize(
    ("language", "titles"),
    [
        (NN, ["Behandlingsansvarleg", "Databehandlar"]),
        (NB, ["Behandlingsansvarlig", "Databehandler"]),
    ],
)
def test_one_sheet_as_controller_and_one_as_processor(municipality, language, titles):
    order = replace(SHEET, language=language)
    assert opened(record_book(snapshot(municipality), order)).sheetnames == titles


def test_only_what_article_30_asks_for_is_given_out(municipality):
    book = opened(record_book(snapshot(municipality), SHEET))
    found = texts(book)
    for said in ("Å gi barn plass\nBetaling", "Barn\nFøresette", "NAV\nKommunerevisjonen"):
        assert said in found
    assert not [one for one in found if HIDDEN in one or "barnehagelova" in one]
    assert not [cell for sheet in book for row in sheet for cell in row if cell.comment]
    assert [sheet.sheet_state for sheet in book] == ["visible", "visible"]


def test_internal_columns_come_only_when_they_are_chosen(municipality):
    order = replace(SHEET, internal=True)
    said = "\n".join(texts(opened(record_book(snapshot(municipality), order))))
    for part in ("merknad", "eining", "system", "leverandør (avtale av 3.2.2024)", "kjelde"):
        assert HIDDEN + part in said
    assert "kontrakt" not in said  # no column holds it


def test_the_controller_is_named_with_contact_officer_and_date(municipality):
    said = texts(opened(record_book(snapshot(municipality), SHEET)))
    for part in ("Fjordvik kommune", "312345676", "22. november 2026"):
        assert part in said
    assert any("personvern@fjordvik.example" in one for one in said)


def test_nothing_typed_becomes_a_formula_or_a_number(municipality):
    risky = replace(full(), name=replace(full().name, nn="=1+1"), number="+47", note="@x\n-1")
    record = snapshot(municipality, entry(1, risky))
    book = opened(record_book(record, replace(SHEET, internal=True)))
    cells = [c for sheet in book for row in sheet for c in row if c.value is not None]
    assert {cell.data_type for cell in cells} == {"s"}
    assert {"=1+1", "+47", "@x\n-1", "312345676"} <= {cell.value for cell in cells}
    assert all(cell.quotePrefix for cell in cells if cell.value[0] in "=+-@")
    assert all(cell.number_format == "@" for cell in cells)


def test_the_sheet_is_ready_to_be_read_and_printed(municipality):
    sheet = opened(record_book(snapshot(municipality), SHEET)).worksheets[0]
    assert sheet.freeze_panes == "B9"
    assert sheet.auto_filter.ref == "A8:I9"
    assert (sheet.page_setup.orientation, sheet.page_setup.fitToHeight) == ("landscape", 0)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet["A9"].alignment.wrap_text


def test_drafts_are_marked_and_can_be_left_out(municipality):
    draft = entry(2, full("Utkastet"), EntryState.DRAFT)
    over = entry(3, full("Den gamle"), EntryState.RETIRED)
    record = snapshot(municipality, entry(1, full()), draft, over)
    everything = texts(opened(record_book(record, SHEET)))
    assert "Utkast" in everything
    assert "Den gamle" not in everything
    approved = texts(opened(record_book(record, replace(SHEET, approved_only=True))))
    assert "Utkastet" not in approved


def test_a_cell_takes_no_more_than_excel_does():
    assert len(safe("x" * 40_000)) == LONGEST
    assert safe("a\x00b\x1fc\ud800\r\nd") == "abc\nd"


def test_word_says_the_same_and_no_more(municipality):
    letter = record_letter(snapshot(municipality), Order(format=Format.WORD, language=NN))
    assert "Opptak i barnehage" in letter.text()
    assert "Løn for nabokommunen" in letter.text()
    assert HIDDEN not in letter.text()
    assert letter.docx()


@pytest.mark.parametrize("language", [NN, NB])
def test_the_public_version_holds_approved_activities_and_no_security(municipality, language):
    draft = entry(2, full("Utkastet"), EntryState.DRAFT)
    record = snapshot(municipality, entry(1, full()), draft)
    order = Order(format=Format.PUBLIC_WORD, language=language)
    said = record_letter(record, order).text()
    marked = public_markdown(record, replace(order, format=Format.PUBLIC_MARKDOWN))
    for text in (said, marked):
        assert "Betaling" in text
        assert "personvern@fjordvik.example" in text
        for absent in ("Utkastet", HIDDEN, "Opplæring", "Skyfirma", "Nabovik"):
            assert absent not in text


def test_no_tag_comes_to_life_in_markdown(municipality):
    risky = replace(full(), name=replace(full().name, nn="<script>x</script> *a*"))
    order = Order(format=Format.PUBLIC_MARKDOWN, language=NN)
    said = public_markdown(snapshot(municipality, entry(1, risky)), order)
    assert "## \\<script\\>x</script\\> \\*a\\*".replace("</", "\\</") in said


def test_a_file_is_written_whole_or_not_at_all(tmp_path, monkeypatch):
    place, own = tmp_path / "ut.xlsx", tmp_path / "fjordvik.register"
    places.write_whole(b"old", place, own=own)

    def full_disk(_number: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(places.os, "fsync", full_disk)
    with pytest.raises(AppError, match="plass"):
        places.write_whole(b"new", place, own=own)
    assert [one.name for one in tmp_path.iterdir()] == ["ut.xlsx"]
    assert place.read_bytes() == b"old"


def test_the_register_is_never_written_over(tmp_path):
    own = tmp_path / "fjordvik.register"
    for name in ("fjordvik.register", "fjordvik.keys"):
        with pytest.raises(AppError):
            places.write_whole(b"x", tmp_path / name, own=own)


def test_what_happens_afterwards_is_said_only_where_a_time_is_set():
    assert retention_sentence(Retention(), NN) == ""
    assert retention_sentence(Retention(months=24), NN).startswith("2 år, deretter")
