"""Workbooks that are no good: each is refused with a sentence, and nothing fills the memory."""

import tracemalloc
import zipfile
from pathlib import Path

import pytest

from gdpr_desktop.core.errors import AppError
from gdpr_desktop.tables import workbook
from gdpr_desktop.tables.model import Limits
from register.exchange_samples import foreign

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def good(path: Path) -> Path:
    return foreign(path, [("Behandling", "Formål", "Mottakar"), ("A", "B", "C")])


def repacked(path: Path, change) -> Path:
    """The same workbook with its parts changed by ``change(name, data)``; None leaves one out."""
    good(path)
    with zipfile.ZipFile(path) as archive:
        parts = {one: archive.read(one) for one in archive.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            if (made := change(name, data)) is not None:
                archive.writestr(name, made)
    return path


def _in(part: str, made):
    return lambda name, data: made(data) if name.endswith(part) else data


def cut(path: Path) -> None:
    good(path)
    path.write_bytes(path.read_bytes()[:-400])


BAD = {
    "gone": lambda path: None,
    "empty": lambda path: path.write_bytes(b""),
    "text": lambda path: path.write_text("a;b;c"),
    "encrypted or xls": lambda path: path.write_bytes(OLE + bytes(600)),
    "cut": cut,
    "zip of something else": lambda path: zipfile.ZipFile(path, "w").close(),
    "no sheet": lambda path: repacked(path, _in("sheet1.xml", lambda data: None)),
    "broken xml": lambda path: repacked(path, _in("sheet1.xml", lambda data: data[:-40])),
    "wrong values": lambda path: repacked(
        path, _in("sheet1.xml", lambda data: data.replace(b'r="1"', b'r="x"'))
    ),
    "entities": lambda path: repacked(
        path,
        _in("sheet1.xml", lambda data: b'<!DOCTYPE a [<!ENTITY b "c">]>' + data),
    ),
}


@pytest.mark.parametrize("name", BAD)
def test_a_file_that_is_no_workbook_is_refused_with_a_sentence(tmp_path, name):
    path = tmp_path / "protokoll.xlsx"
    BAD[name](path)
    with pytest.raises(AppError) as caught:
        workbook.read_book(path)
    assert "protokoll.xlsx" in caught.value.text
    assert caught.value.hint


def test_a_bomb_is_seen_before_it_is_unpacked(tmp_path, monkeypatch):
    path = repacked(tmp_path / "a.xlsx", _in("sheet1.xml", lambda data: data + b" " * 9_000_000))
    assert path.stat().st_size < 100_000
    monkeypatch.setattr(zipfile.ZipFile, "read", None)
    with pytest.raises(AppError, match="pakke ut"):
        workbook.read_book(path, limits=Limits(unpacked=5_000_000))


@pytest.mark.parametrize("claimed", [100, 9_000_000])
def test_a_member_that_is_larger_than_it_says_is_not_unpacked(tmp_path, claimed):
    path = repacked(tmp_path / "a.xlsx", _in("sheet1.xml", lambda data: b" " * 10_000_000 + data))
    data = bytearray(path.read_bytes())
    with zipfile.ZipFile(path) as archive:
        size = next(one.file_size for one in archive.infolist() if one.file_size > 10_000_000)
    at = data.rindex(size.to_bytes(4, "little"))
    data[at : at + 4] = claimed.to_bytes(4, "little")
    path.write_bytes(data)
    tracemalloc.start()
    with pytest.raises(AppError, match="skadd"):
        workbook.read_book(path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < claimed * 2 + 1_000_000


@pytest.mark.parametrize(
    "written",
    [
        b'</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>',
        b'</sheetData><hyperlinks><hyperlink ref="$A$1:$XFD$1048576"/></hyperlinks>',
        b"</sheetData><mergeCells><mergeCell ref='a1:xfd1048576'/></mergeCells>",
        b'</sheetData><mergeCells><mergeCell ref="&#65;1:XFD1048576"/></mergeCells>',
        b'</sheetData><mergeCells><mergeCell x="a>b" ref="A1:XFD1048576"/></mergeCells>',
        b"<row>" + b"<c><v>1</v></c>" * 600_000 + b"</row></sheetData>",
        b"<row/>" * 600_000 + b"</sheetData>",
    ],
    ids=[
        "merged",
        "linked",
        "small letters",
        "coded",
        "sign before",
        "cells without place",
        "rows",
    ],
)
def test_a_few_bytes_that_stand_for_millions_of_cells_are_not_read(tmp_path, written):
    path = repacked(
        tmp_path / "a.xlsx",
        _in("sheet1.xml", lambda data: data.replace(b"</sheetData>", written)),
    )
    with pytest.raises(AppError, match="pakke ut"):
        workbook.read_book(path)


def test_a_part_is_looked_at_whatever_its_name_ends_with(tmp_path):
    path = good(tmp_path / "a.xlsx")
    with zipfile.ZipFile(path) as archive:
        parts = {one: archive.read(one) for one in archive.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            rows = data.replace(b"</sheetData>", b"<row/>" * 600_000 + b"</sheetData>")
            archive.writestr(
                name.replace("sheet1.xml", "sheet1.dat"), rows.replace(b"sheet1.xml", b"sheet1.dat")
            )
    with pytest.raises(AppError, match="pakke ut"):
        workbook.read_book(path)


@pytest.mark.parametrize(
    ("limits", "words"),
    [
        (Limits(size=2**10), "0 MB"),
        (Limits(rows=1), r"\b1\b"),
        (Limits(columns=2), r"\b2\b"),
        (Limits(cells=3), "pakke ut"),
    ],
)
def test_files_rows_and_columns_beyond_the_limits_are_refused(tmp_path, limits, words):
    path = good(tmp_path / "a.xlsx")
    with pytest.raises(AppError, match=words):
        workbook.read_book(path, limits=limits)
    assert workbook.read_book(path).sheets[0].rows[1] == ("A", "B", "C")


def test_a_format_that_reaches_a_million_rows_down_costs_nothing(tmp_path):
    from openpyxl import load_workbook

    path = good(tmp_path / "a.xlsx")
    book = load_workbook(path)
    book.active.cell(1_048_576, 16_384).number_format = "@"
    book.save(path)
    assert len(workbook.read_book(path).sheets[0].rows) == 2


def test_macros_and_links_are_never_looked_at(tmp_path):
    path = repacked(tmp_path / "a.xlsx", lambda name, data: data)
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"\x00macro")
        archive.writestr("xl/externalLinks/externalLink1.xml", b"<broken")
    assert workbook.read_book(path).sheets[0].rows[0][0] == "Behandling"
