"""Files from systems and departments become tables of text, and tables become the package."""

import csv
import hashlib
import io
import json
import zipfile
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from openpyxl import Workbook

from gdpr_desktop.core.errors import AppError
from gdpr_desktop.core.ids import CaseId, PartId, TaskId
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.law.portability import Origin
from gdpr_desktop.requests.portability import reading
from gdpr_desktop.requests.portability.model import Column, Content, Order, Table, TableId
from gdpr_desktop.requests.portability.package import build
from gdpr_desktop.tables import text_files

ROWS = (("Namn", "Fødd", "Telefon"), ("Kåre Æsel", "2001-02-03", "+4770000000"))


def put(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("sign", [";", ",", "\t", "|"])
def test_encoding_and_delimiter_of_a_csv_are_found_out(
    tmp_path: Path, encoding: str, sign: str
) -> None:
    text = "\r\n".join(sign.join(row) for row in ROWS)
    (found,) = reading.read_file(put(tmp_path, "a.csv", text.encode(encoding)))
    assert found.rows == ROWS


def test_a_comma_in_a_text_is_no_delimiter() -> None:
    assert text_files.delimiter_of("Namn;Merknad\nOla;ja, nei, kanskje\nKari;a, b\n") == ";"
    assert text_files.delimiter_of('a,b\n"x;y",2\n"z;w",3\n') == ","


def test_the_hint_of_excel_and_line_breaks_in_cells_are_understood(tmp_path: Path) -> None:
    path = put(tmp_path, "a.csv", b'sep=|\r\na|b\r\n"to\nlinjer"|2\r\n\r\n||\r\n')
    assert reading.read_file(path)[0].rows == (("a", "b"), ("to\nlinjer", "2"))


def test_a_workbook_keeps_days_as_iso_numbers_as_they_are_and_formulas_as_text(
    tmp_path: Path,
) -> None:
    at = datetime(2026, 2, 3, 14, 5)  # noqa: DTZ001  a spreadsheet knows no zones
    book = Workbook()
    sheet = book.active
    for row in (
        ["Namn", "Dag", "Sum", "Kode"],
        ["Ola", date(2026, 2, 3), "=1+1", 7.0],
        ["Kari", at, 1.25, True],
    ):
        sheet.append(row)
    path = tmp_path / "a.xlsx"
    book.save(path)
    (found,) = reading.read_file(path)
    assert found.rows[1:] == (
        ("Ola", "2026-02-03", "=1+1", "7"),
        ("Kari", "2026-02-03 14:05:00", "1.25", "true"),
    )
    assert found.formulas == {2}


def test_json_becomes_tables_with_dotted_names(tmp_path: Path) -> None:
    tree = {
        "generated": "2026-02-03",
        "loans": [
            {"title": "Æ", "fee": 1.50, "at": {"branch": "Vik", "desk": None}},
            {"title": "B", "fee": 0, "tags": ["x", "y"], "back": True},
        ],
    }
    found = reading.read_file(put(tmp_path, "a.json", json.dumps(tree).encode()))
    assert [one.title for one in found] == ["", "loans"]
    assert found[1].rows == (
        ("title", "fee", "at.branch", "at.desk", "tags", "back"),
        ("Æ", "1.5", "Vik", "", "", ""),
        ("B", "0", "", "", '["x", "y"]', "true"),
    )


@pytest.mark.parametrize(
    "text",
    [
        '[{"a.b": "ein", "a": {"b": "to"}}]',
        '[{"a": {"b": "to"}, "a.b": "ein"}]',
        '[{"a": "ein", "a": "to"}]',
        r'[{"\ud800": "ein", "\ud801": "to"}]',
    ],
)
def test_nothing_is_dropped_where_two_are_called_the_same(tmp_path: Path, text: str) -> None:
    (found,) = reading.read_file(put(tmp_path, "a.json", text.encode()))
    names, rows = reading.split(found, named=True)
    assert len(set(names)) == 2
    assert set(rows[0]) == {"ein", "to"}


def test_a_list_of_values_is_a_table_of_one_column(tmp_path: Path) -> None:
    (found,) = reading.read_file(put(tmp_path, "a.json", b'["ein", "to"]'))
    assert found.rows == (("value",), ("ein",), ("to",))


def test_a_path_has_one_column_in_all_rows(tmp_path: Path) -> None:
    text = '[{"a.b": "ein", "a": {"b": "to"}}, {"a": {"b": "tre"}}]'
    (found,) = reading.read_file(put(tmp_path, "a.json", text.encode()))
    assert found.rows[1:] == (("ein", "to"), ("", "tre"))


@pytest.mark.parametrize(
    ("data", "doubted"),
    [
        ("namn;by\nKåre;Bø".encode(), False),
        ("namn;by\nKåre;Bø".encode("utf-16"), False),
        ("namn;by\nKåre;Bø".encode("cp1252"), True),
        ("namn;by\nKåre;B".encode() + b"\xf8", True),  # one encoding after the other
        ("namn;by\nKåre;Bø".encode().decode("cp1252").encode(), True),
        ("namn;by\nK\ufffdre;Bø".encode(), True),
        ("namn;by\nSÃO PAULO;Bø".encode(), False),
    ],
)
def test_letters_that_may_be_wrong_are_told_of(tmp_path: Path, data: bytes, doubted: bool) -> None:
    (found,) = reading.read_file(put(tmp_path, "a.csv", data))
    assert bool(found.doubt) is doubted


def test_json_with_one_object_to_a_line_is_one_table(tmp_path: Path) -> None:
    path = put(tmp_path, "a.json", b'{"a": "1"}\n{"a": "\\ud800"}\n')
    assert reading.read_file(path)[0].rows == (("a",), ("1",), ("?",))


def test_columns_without_a_name_or_with_the_name_of_another_get_one_of_their_own() -> None:
    assert reading.names_of(["Namn", "", "Namn", " Namn "]) == (
        "Namn",
        reading.names_of([""] * 2)[1],
        "Namn (2)",
        "Namn (3)",
    )


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.pdf", b"%PDF-1.7"),
        ("a.csv", b"\x00\x01\x02"),
        ("a.csv", b""),
        ("a.csv", b"\xff\xfe\x00"),
        ("a.csv", b";;\n ; ;\n"),
        ("a.csv", b'a;b\n"' + b"x" * 200_000),
        ("a.csv", b"\n".join(b"%d;1" % number for number in range(100_002))),
        ("a.csv", b";".join([b"x"] * 201)),
        ("a.json", b"{"),
        ("a.json", b"[" * 100_000),
        ("a.json", b'{"a":' * 500 + b"1" + b"}" * 500),
        ("a.json", b"[]"),
        ("a.xlsx", b"PK\x03\x04 no zip"),
        ("a.xlsx", b"Namn;Dag"),
        ("a.tsv", b"x" * (20 * 2**20 + 1)),
    ],
)
def test_what_is_no_table_or_too_large_is_refused_with_a_sentence(
    tmp_path: Path, name: str, data: bytes
) -> None:
    with pytest.raises(AppError) as caught:
        reading.read_file(put(tmp_path, name, data))
    assert caught.value.hint


def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("[Content_Types].xml", b"<a/>")
        archive.writestr("xl/workbook.xml", b"<a/>")
        archive.writestr("xl/worksheets/sheet1.xml", b" " * (151 * 2**20))
    with pytest.raises(AppError):
        reading.read_file(put(tmp_path, "a.xlsx", buffer.getvalue()))


def test_a_folder_and_a_missing_file_are_told(tmp_path: Path) -> None:
    (tmp_path / "a.csv").mkdir()
    for name in ("a.csv", "b.json"):
        with pytest.raises(AppError, match=name):
            reading.read_file(tmp_path / name)


def order(*contents: Content, language: Language = Language.NYNORSK) -> Order:
    return Order(
        case_number="2026-0012",
        municipality="Fjordvik kommune",
        contact=("Solveig Testnes", "personvernombod@fjordvik.example"),
        day=date(2026, 2, 3),
        language=language,
        contents=contents,
    )


def content(title: str = "Utlån", **changes: object) -> Content:
    columns = (
        Column(name="Telefon", meaning="Nummeret du gav oss"),
        Column(name="Lånt", origin=Origin.OBSERVED),
        Column(name="Risiko", origin=Origin.DERIVED),
        Column(name="Namnet til Per Løynd", origin=Origin.OTHERS),
    )
    rows = (("+4770000000", "=1+1", "høg", "Per"), ('"Æ";\n', "-", "låg", "Per"))
    table = Table(
        id=TableId(1),
        case_id=CaseId(1),
        part_id=PartId(1),
        task_id=TaskId(1),
        title=title,
        source="lån.csv",
        columns=changes.pop("columns", columns),  # type: ignore[arg-type]
        records=len(rows),
        brought_in_by="Solveig Testnes",
        at=datetime(2026, 2, 3, tzinfo=UTC),
    )
    return Content(table=table, place="Biblioteket", rows=rows)


def unpacked(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_json_and_csv_hold_the_same_and_nothing_that_was_left_out() -> None:
    files = unpacked(build(order(content())))
    assert list(files) == ["les-meg.txt", "manifest.json", "data/utlan.json", "data/utlan.csv"]
    records = json.loads(files["data/utlan.json"])
    assert records[0] == {"Telefon": "+4770000000", "Lånt": "=1+1"}
    text = files["data/utlan.csv"].decode("utf-8")
    assert text.startswith('\ufeff"Telefon";"Lånt"\r\n')
    read = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=";"))
    assert read == records
    for data in files.values():
        assert b"Per" not in data
        assert "høg".encode() not in data


def test_the_manifest_says_what_is_there_and_names_no_person() -> None:
    files = unpacked(build(order(content())))
    manifest = json.loads(files["manifest.json"])
    assert (manifest["case_number"], manifest["made_on"]) == ("2026-0012", "2026-02-03")
    assert manifest["controller"] == "Fjordvik kommune"
    (table,) = manifest["tables"]
    assert (table["title"], table["source"], table["records"]) == ("Utlån", "Biblioteket", 2)
    assert table["fields"][0] == {"name": "Telefon", "meaning": "Nummeret du gav oss"}
    assert table["formula_like_cells"] == 3
    assert [one["count"] for one in table["columns_left_out"]] == [1, 1]
    for one in table["files"]:
        assert hashlib.sha256(files[one["name"]]).hexdigest() == one["sha256"]
    assert b"Solveig" not in files["manifest.json"]


def test_tables_with_the_same_or_a_dangerous_name_get_names_of_their_own() -> None:
    files = unpacked(build(order(content("CON"), content("../../x"), content("X"), content("🙂"))))
    assert [name for name in files if name.endswith(".csv")] == [
        "data/tabell-con.csv",
        "data/x.csv",
        "data/x-2.csv",
        "data/tabell.csv",
    ]


def test_a_table_that_gives_nothing_is_left_out_and_the_same_order_gives_the_same_file() -> None:
    nothing = content("Ingenting", columns=(Column(name="a", origin=Origin.OURS),))
    data = build(order(nothing, content()))
    assert "data/ingenting.csv" not in unpacked(data)
    assert data == build(order(nothing, content()))


@pytest.mark.parametrize("language", Language)
def test_the_page_to_read_warns_of_cells_like_formulas_and_opens_on_every_system(
    language: Language,
) -> None:
    page = unpacked(build(order(content(), language=language)))["les-meg.txt"].decode("utf-8")
    assert page.startswith("\ufeff")
    assert "=, +, -" in page
    assert max(map(len, page.split("\r\n"))) <= 80
    assert "personvernombod@fjordvik.example" in page
