"""The package: one zip with every table as JSON and as CSV, a manifest and a page to read.

**JSON is for programs, CSV is for the person.** A table of either has the same cells, all of them
text exactly as they were given.

- The CSV is UTF-8 *with* a byte order mark and split by semicolons, since a spreadsheet program
  with Norwegian settings opens just that right when it is double-clicked; without the mark it shows
  «Ã¸» for «ø». A program reads the JSON, which has no mark (RFC 8259), or finds in the manifest how
  the CSV is written.
- Cells that begin with ``= + - @`` stay as they are: a quote put in front would change «+47 70 …»
  and the data would no longer be what the person gave. Each cell is quoted, the manifest counts
  such cells, and the page to read warns before the file is opened in a spreadsheet.

The manifest names the case and the municipality, never the person.
"""

import csv
import hashlib
import io
import json
import re
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.names import fold_short
from gdpr_desktop.requests.portability.model import Content, Order, Row
from gdpr_desktop.requests.portability.readme import readme

FORMAT = "art20-package"
VERSION = 1
MANIFEST = "manifest.json"
README = "les-meg.txt"
BOM = "\ufeff"
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True, kw_only=True)
class Packed:
    """One table in the package: ``files`` are name → bytes."""

    content: Content
    names: tuple[str, ...]
    meanings: tuple[str, ...]
    rows: tuple[Row, ...]
    json_name: str
    csv_name: str

    @property
    def formula_like(self) -> int:
        """How many cells a spreadsheet might take for a formula."""
        return sum(cell.startswith(_FORMULA) for row in self.rows for cell in row)


def build(order: Order) -> bytes:
    """The zip file. The same order gives the same bytes."""
    tables = packed(order.contents)
    files: dict[str, bytes] = {}
    for one in tables:
        files[one.json_name] = json_of(one)
        files[one.csv_name] = csv_of(one)
    manifest = _json(manifest_of(order, tables, files))
    page = readme(order, tables, MANIFEST).replace("\n", "\r\n").encode("utf-8-sig")
    whole = {README: page, MANIFEST: manifest, **files}
    return _zipped(order, whole)


def packed(contents: Iterable[Content]) -> tuple[Packed, ...]:
    """What goes along of each table; one that gives nothing is left out."""
    taken: set[str] = set()
    found = []
    for content in contents:
        if not content.table.gives:
            continue
        places = [at for at, column in enumerate(content.table.columns) if column.given]
        columns = [content.table.columns[at] for at in places]
        name = _file_name(content.table.title or content.place, taken)
        taken.add(name)
        found.append(
            Packed(
                content=content,
                names=tuple(column.name for column in columns),
                meanings=tuple(column.meaning for column in columns),
                rows=tuple(tuple(row[at] for at in places) for row in content.rows),
                json_name=f"data/{name}.json",
                csv_name=f"data/{name}.csv",
            )
        )
    return tuple(found)


def _file_name(title: str, taken: set[str]) -> str:
    """Plain letters, safe on every system, and no other has it."""
    base = re.sub(r"[^a-z0-9]+", "-", fold_short(title)).strip("-")[:40].strip("-") or "tabell"
    if base in {"con", "prn", "aux", "nul"}:
        base = f"tabell-{base}"
    names = [base, *(f"{base}-{number}" for number in range(2, len(taken) + 3))]
    return next(name for name in names if name not in taken)


def json_of(one: Packed) -> bytes:
    """A list of objects, in the order of the rows; every value is text."""
    return _json([dict(zip(one.names, row, strict=True)) for row in one.rows])


def csv_of(one: Packed) -> bytes:
    """UTF-8 with a mark, semicolons, every cell quoted, lines ended by CR LF."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(one.names)
    writer.writerows(one.rows)
    return (BOM + buffer.getvalue()).encode()


def _json(tree: Any) -> bytes:
    return (json.dumps(tree, ensure_ascii=False, indent=1) + "\n").encode()


def manifest_of(
    order: Order, tables: Iterable[Packed], files: Mapping[str, bytes]
) -> dict[str, Any]:
    """What is in the package, for programs. The keys are English and do not change."""
    return {
        "format": FORMAT,
        "version": VERSION,
        "right": "GDPR article 20",
        "case_number": order.case_number,
        "controller": order.municipality,
        "made_on": order.day.isoformat(),
        "language": order.language.value,
        "values": "text as given; dates ISO 8601 where they came from a spreadsheet",
        "json": {"encoding": "UTF-8", "byte_order_mark": False, "shape": "array of objects"},
        "csv": {
            "encoding": "UTF-8",
            "byte_order_mark": True,
            "byte_order_mark_why": "spreadsheet programs else misread letters outside ASCII",
            "delimiter": ";",
            "quote": '"',
            "every_cell_quoted": True,
            "line_end": "CRLF",
            "header": True,
            "formula_like_cells": "kept as given, not escaped; import the columns as text",
        },
        "tables": [_described(one, files, order.language) for one in tables],
    }


def _described(one: Packed, files: Mapping[str, bytes], language: Language) -> dict[str, Any]:
    table = one.content.table
    return {
        "title": table.title,
        "source": one.content.place,
        "records": len(one.rows),
        "formula_like_cells": one.formula_like,
        "fields": [
            {"name": name, "meaning": meaning or name}
            for name, meaning in zip(one.names, one.meanings, strict=True)
        ],
        "columns_left_out": [
            {"count": count, "why": why} for why, count in _left_out(one, language).items()
        ],
        "files": [
            {
                "name": name,
                "bytes": len(files[name]),
                "sha256": hashlib.sha256(files[name]).hexdigest(),
            }
            for name in (one.json_name, one.csv_name)
        ],
    }


def _left_out(one: Packed, language: Language) -> dict[str, int]:
    """How many columns stay, by why: not their names, which may tell of others."""
    from gdpr_desktop.requests.portability.words import words

    counts: dict[str, int] = {}
    for column in one.content.table.left_out:
        why = words(column.origin, language)
        counts[why] = counts.get(why, 0) + 1
    return counts


def _zipped(order: Order, files: Mapping[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    day = order.day
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            entry = zipfile.ZipInfo(name, (max(day.year, 1980), day.month, day.day, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            archive.writestr(entry, data)
    return buffer.getvalue()


def check(data: bytes) -> None:
    """Raise ``zipfile.BadZipFile`` when what was read back is not the package."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        bad = archive.testzip()
    if bad is not None:
        raise zipfile.BadZipFile(bad)
