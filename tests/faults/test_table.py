"""The table of faults names tests that exist, and gives a reason where there is none."""

import ast
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TABLE = Path(__file__).with_name("README.md")
NAMED = re.compile(r"`(tests/[\w/]+\.py)::(\w+)`")


def rows() -> list[list[str]]:
    """The cells of each row, without the heads."""
    lines = [line for line in TABLE.read_text(encoding="utf-8").splitlines() if line[:1] == "|"]
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    return [row for row in cells if row[0] not in ("no.", "---")]


def test_every_row_says_what_was_tried_expected_and_seen() -> None:
    assert [row for row in rows() if len(row) != 5 or not all(row)] == []


def test_every_row_names_a_test_or_a_reason() -> None:
    bare = [row for row in rows() if not NAMED.search(row[4]) and len(row[4].split()) < 4]
    assert bare == []


def test_every_number_of_the_list_is_there() -> None:
    assert sorted({int(row[0]) for row in rows() if row[0] != "–"}) == list(range(1, 49))


def test_every_test_named_in_the_table_exists() -> None:
    missing = []
    for file, name in NAMED.findall(TABLE.read_text(encoding="utf-8")):
        path = ROOT / file
        tree = ast.parse(path.read_text(encoding="utf-8")) if path.is_file() else ast.Module([], [])
        functions = {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
        if name not in functions:
            missing.append(f"{file}::{name}")
    assert missing == []
