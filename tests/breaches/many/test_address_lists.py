"""Address lists as municipalities have them, and files that mean harm."""

import zipfile
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import Workbook

from gdpr_desktop.breaches.many import headings
from gdpr_desktop.breaches.many.lines import read_lines
from gdpr_desktop.breaches.many.model import AddressList, Fault, Use
from gdpr_desktop.core.errors import AppError
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.tables.lists import read_list

TODAY = date(2026, 11, 20)
HEAD = ("Namn", "Adresse", "Postnr", "Poststad")
KARI = ("Kari Berg", "Strandgata 1", "6100", "Fjellvik")
SYNTHETIC = "01817299996"  # month + 80: a synthetic identity number


def csv_of(path: Path, rows: Iterable[Sequence[str]], encoding: str = "utf-8") -> Path:
    path.write_bytes("\r\n".join(";".join(row) for row in rows).encode(encoding))
    return path


def book_of(path: Path, rows: Iterable[Sequence[object]]) -> Path:
    book = Workbook()
    for row in rows:
        book.active.append(list(row))
    book.save(path)
    return path


def people(path: Path) -> AddressList:
    """The people of the file, its columns as they are proposed."""
    file = read_list(path)
    number, layout = headings.propose(file)
    return read_lines(file.sheets[number], layout, TODAY)


def written(rows: Iterable[Sequence[str]], tmp_path: Path) -> list[tuple[str, ...]]:
    found = people(csv_of(tmp_path / "a.csv", rows)).lines
    return [(one.addressee.name, *one.addressee.address.lines()) for one in found]


def faults(rows: Iterable[Sequence[str]], tmp_path: Path) -> list[tuple[Fault, ...]]:
    return [one.faults for one in people(csv_of(tmp_path / "a.csv", rows)).lines]


@pytest.mark.parametrize(
    "rows",
    [
        [HEAD, KARI],
        [("Fornavn", "Etternavn", "Gateadresse", "Postnummer", "Poststed"),
         ("Kari", "Berg", "Strandgata 1", "6100", "Fjellvik")],
        [("Name", "Address"), ("Kari Berg", "Strandgata 1, 6100 Fjellvik")],
        [("Navn", "Adresse", "Postnr/sted"), ("Berg, Kari", "Strandgata 1", "NO-6100 Fjellvik")],
        [("Uttrekk 20.11.2026",), (), ("Etternamn", "Fornamn", "Veg", "Postkode", "By"),
         ("Berg", "Kari", "Strandgata 1", "N-6100", "Fjellvik")],
    ],
    ids=["nynorsk", "bokmål", "one cell", "place in one", "a title above"],
)  # fmt: skip
def test_names_and_addresses_are_found_by_the_headings(rows, tmp_path: Path) -> None:
    assert written(rows, tmp_path) == [("Kari Berg", "Strandgata 1", "6100 Fjellvik")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "latin-1", "utf-16"])
def test_letters_are_right_in_every_encoding(encoding: str, tmp_path: Path) -> None:
    path = csv_of(tmp_path / "a.csv", [HEAD, ("Åse Bø", "Ærveg 2", "6100", "Å")], encoding)
    assert people(path).lines[0].addressee.name == "Åse Bø"
    assert bool(read_list(path).doubt) == (encoding == "latin-1")


def test_letters_that_were_spoilt_on_the_way_stop_the_line(tmp_path: Path) -> None:
    assert faults([HEAD, ("Ã…se BÃ¸", *KARI[1:]), ("B?rd \ufffd", *KARI[1:])], tmp_path) == [
        (Fault.SPOILT,),
        (Fault.SPOILT,),
    ]


def test_a_workbook_keeps_days_zeros_and_what_formulas_gave(tmp_path: Path) -> None:
    born = datetime(2015, 2, 3)  # noqa: DTZ001  a spreadsheet knows no zones
    rows = [(*HEAD, "Fødd"), ("Kari Berg", '=HYPERLINK("http://x","y")', 150, "Oslo", born)]
    (line,) = people(book_of(tmp_path / "a.xlsx", rows)).lines
    assert line.addressee.address.lines() == ("0150 Oslo",)
    assert line.addressee.born == date(2015, 2, 3)


def test_every_fault_is_named(tmp_path: Path) -> None:
    rows = [
        (*HEAD, "Land", "Fødselsdato", "Språk"),
        (*KARI, "Noreg", "3.2.2015", "nynorsk"),
        ("", "Strandgata 1", "6100", "Fjellvik", "", "", ""),
        ("Ola Dal", "", "", "", "", "", ""),
        ("Ola Dal", "Vegen 1", "", "", "", "", ""),
        ("Ola Dal", "Vegen 1", "61000", "Vik", "", "31.02.2015", "polsk"),
        ("Ola Dal", "Main St 1", "SW1A 1AA", "London", "England", "1.1.2030", "bokmål"),
        ("Ola Dal" * 20, "Vegen 3", "6100", "Vik", "", "", ""),
    ]
    assert faults(rows, tmp_path) == [
        (),
        (Fault.NO_NAME,),
        (Fault.NO_ADDRESS,),
        (Fault.NO_POSTAL_CODE, Fault.NO_CITY),
        (Fault.POSTAL_CODE, Fault.BORN, Fault.LANGUAGE),
        (Fault.BORN,),
        (Fault.TOO_LONG,),
    ]


def test_language_and_country_of_each_are_read(tmp_path: Path) -> None:
    rows = [
        (*HEAD, "Land", "Målform"),
        (*KARI, "NORGE", "Bokmål"),
        ("Per", *KARI[1:], "Sverige", ""),
    ]
    one, two = (line.addressee for line in people(csv_of(tmp_path / "a.csv", rows)).lines)
    assert (one.language, one.address.country) == (Language.BOKMAL, "")
    assert (two.language, two.address.country) == (None, "Sverige")


def test_the_same_person_twice_is_noticed(tmp_path: Path) -> None:
    rows = [
        (*HEAD, "Fødd"),
        (*KARI, "3.2.1980"),
        ("BERG, KARI", "Strandgata 1.", "6100", "FJELLVIK", ""),
        ("Kari Berg", "Vegen 9", "6100", "Fjellvik", "03.02.80"),
        ("Kari Berg", "Vegen 8", "6100", "Fjellvik", "4.2.1980"),
    ]
    found = people(csv_of(tmp_path / "a.csv", rows)).lines
    assert [one.same_as for one in found] == [0, 2, 2, 0]


@pytest.mark.parametrize(
    ("heading", "mark"),
    [
        ("Gradering", "STRENGT FORTROLIG"),
        ("Adressevern", "x"),
        ("Diskresjonskode", "6"),
        ("Merknad", "fortruleg adresse"),
        ("Merknad", "Kode 7"),
    ],
)
def test_a_protected_address_is_not_read(heading: str, mark: str, tmp_path: Path) -> None:
    rows = [(*HEAD, heading), (*KARI, ""), ("Ola Dal", "Vegen 1", "6100", "Vik", mark)]
    found = people(csv_of(tmp_path / "a.csv", rows))
    assert found.protected == (3,)
    assert [one.addressee.name for one in found.lines] == ["Kari Berg"]


def test_no_mark_is_no_protection(tmp_path: Path) -> None:
    rows = [(*HEAD, "Adressegradering"), (*KARI, "Ugradert"), ("Ola", *KARI[1:], "nei")]
    assert people(csv_of(tmp_path / "a.csv", rows)).protected == ()


@pytest.mark.parametrize("heading", ["Fødselsnummer", "Fnr.", "Personnr", "Ref"])
def test_columns_of_identity_numbers_are_never_read(heading: str, tmp_path: Path) -> None:
    rows = [(*HEAD, heading), (*KARI, SYNTHETIC), ("Ola", *KARI[1:], SYNTHETIC)]
    (sheet,) = read_list(csv_of(tmp_path / "a.csv", rows)).sheets
    assert sheet.dropped == (4,)
    assert SYNTHETIC not in str(sheet)


def test_an_identity_number_in_another_cell_is_cut_out(tmp_path: Path) -> None:
    rows = [HEAD, *[KARI] * 5, (f"Ola Dal, {SYNTHETIC}", *KARI[1:])]
    (sheet,) = read_list(csv_of(tmp_path / "a.csv", rows)).sheets
    assert (sheet.dropped, sheet.cut) == ((), 1)
    assert SYNTHETIC not in str(sheet)
    assert sheet.rows[-1][0].startswith("Ola Dal")


def test_merged_cells_and_hidden_rows_and_sheets_are_told(tmp_path: Path) -> None:
    book = Workbook()
    hidden = book.active
    hidden.title, hidden.sheet_state = "Gammal", "hidden"
    sheet = book.create_sheet("Liste")
    for row in (HEAD, KARI, ("Ola Dal", "Vegen 1", "6100", "Vik"), ("Per Dal", "Vegen 2", "", "")):
        sheet.append(row)
        hidden.append(row)
    sheet.merge_cells("C3:C4")
    sheet.row_dimensions[3].hidden = True
    book.save(tmp_path / "a.xlsx")
    file = read_list(tmp_path / "a.xlsx")
    number, layout = headings.propose(file)
    assert file.sheets[number].title == "Liste"
    assert file.sheets[number].merged
    assert file.sheets[0].hidden
    found = read_lines(file.sheets[number], layout, TODAY).lines
    assert found[1].faults == (Fault.HIDDEN,)
    assert found[2].faults == (Fault.NO_POSTAL_CODE, Fault.NO_CITY)


def test_macros_are_not_looked_at(tmp_path: Path) -> None:
    path = book_of(tmp_path / "a.xlsm", [HEAD, KARI])
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"macro")
    assert people(path).lines[0].addressee.name == "Kari Berg"


def test_a_list_without_headings_is_for_the_person_to_say(tmp_path: Path) -> None:
    file = read_list(csv_of(tmp_path / "a.csv", [KARI, KARI]))
    _number, layout = headings.propose(file)
    assert layout.header == -1
    assert not headings.enough(layout)


def _bomb(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in ("[Content_Types].xml", "xl/workbook.xml", "xl/worksheets/sheet1.xml"):
            archive.writestr(name, b" " * 60 * 2**20)


BAD = {
    "a.pdf": lambda path: path.write_bytes(b"%PDF"),
    "empty.csv": lambda path: path.write_bytes(b""),
    "blank.csv": lambda path: path.write_bytes(b";;;\r\n;;;\r\n"),
    "quotes.csv": lambda path: path.write_text(
        'Namn;Adresse\nKari Berg;"Veg 1, 6100 Å\nOla Vik;Veg 2, 6100 Å\nPer Li;V"eg 3, 6100 Å\n'
    ),
    "binary.csv": lambda path: path.write_bytes(b"a\x00b;c"),
    "bomb.xlsx": _bomb,
    "text.xlsx": lambda path: path.write_text("Namn;Adresse"),
    "gone.xlsx": lambda path: None,
    "rows.csv": lambda path: path.write_text("a;b\n" * 60_001),
}


@pytest.mark.parametrize("name", BAD)
def test_a_file_that_is_no_list_is_refused_with_a_sentence(name: str, tmp_path: Path) -> None:
    BAD[name](tmp_path / name)
    with pytest.raises(AppError) as caught:
        read_list(tmp_path / name)
    assert name in caught.value.text
    assert caught.value.hint


def test_fifty_thousand_rows_are_read(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    row = ";".join(KARI[1:])
    path.write_text(
        "Namn;Adresse;Postnr;Poststad\n" + "".join(f"K{n};{row}\n" for n in range(50_000))
    )
    found = people(path).lines
    assert len(found) == 50_000
    assert {one.faults for one in found} == {()}


def test_every_use_has_a_heading_that_is_known() -> None:
    assert set(headings._USES.values()) == set(Use)


@pytest.mark.parametrize("shown", ["#N/A", "#I/T", "#REF!", "#NAVN?", "#DIV/0!"])
def test_a_formula_that_failed_is_no_name(shown: str, tmp_path: Path) -> None:
    (found,) = faults([HEAD, (shown, *KARI[1:])], tmp_path)
    assert found == (Fault.SPOILT,)
