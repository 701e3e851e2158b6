"""The rows under the header, as texts by field: merged rows as one, empty rows left out."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from gdpr_desktop.core.text import _
from gdpr_desktop.register.exchange.model import CellProblem, ColumnPlan
from gdpr_desktop.tables.model import Sheet

LONGEST_TEXT = 20_000  # characters of a cell


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """``texts`` and ``cells`` («B7») by field; ``number`` as the spreadsheet counts."""

    number: int
    texts: Mapping[str, str]
    cells: Mapping[str, str]
    problems: tuple[CellProblem, ...] = ()


def rows_of(sheet: Sheet, plan: ColumnPlan) -> Iterator[Row]:
    """Every row that says something. Rows whose name is one merged cell are one activity."""
    filled = _filled(sheet)
    joined = _joined_rows(sheet, plan)
    waiting: Row | None = None
    for number in range(plan.header + 1, len(filled)):
        row = _row(filled[number], number, plan, sheet)
        if row is None or _is_header(row, sheet, plan):
            continue
        if waiting is not None and number in joined:
            waiting = _joined(waiting, row)
            continue
        if waiting is not None:
            yield waiting
        waiting = row
    if waiting is not None:
        yield waiting


def _filled(sheet: Sheet) -> list[list[str]]:
    """The rows with what is merged written in each of its cells."""
    rows = [list(row) for row in sheet.rows]
    for first, last, left, right in sheet.merged:
        if first >= len(rows) or left >= len(rows[first]):
            continue
        text = rows[first][left]
        for row in range(first, min(last + 1, len(rows))):
            for column in range(left, min(right + 1, len(rows[row]))):
                rows[row][column] = text
    return rows


def _joined_rows(sheet: Sheet, plan: ColumnPlan) -> frozenset[int]:
    """The rows that belong to the one above: their name is part of a merged cell."""
    if "name" not in plan.keys:
        return frozenset()
    name = plan.keys.index("name")
    return frozenset(
        row
        for first, last, left, right in sheet.merged
        if left <= name <= right
        for row in range(first + 1, min(last, len(sheet.rows)) + 1)
    )


def _row(cells: list[str], number: int, plan: ColumnPlan, sheet: Sheet) -> Row | None:
    texts: dict[str, str] = {}
    places: dict[str, str] = {}
    problems: list[CellProblem] = []
    for column, key in enumerate(plan.keys):
        text = cells[column] if column < len(cells) else ""
        if not key:
            continue
        place = cell_name(number, column)
        if (number, column) in sheet.formulas and not text:
            told = _("The formula has no result that was saved with it.")
            problems.append(CellProblem(cell=place, text=told))
        if text.startswith("#") and text.rstrip("!?").isupper() and len(text) < 10:
            told = _("«{text}» is an error of the spreadsheet.").format(text=text)
            problems.append(CellProblem(cell=place, text=told))
            text = ""
        if len(text) > LONGEST_TEXT:
            told = _("The text is too long: only its beginning is read.")
            problems.append(CellProblem(cell=place, text=told))
            text = text[:LONGEST_TEXT]
        if key in texts:  # two columns for one field
            text = "\n".join(one for one in (texts[key], text) if one.strip())
        texts[key] = text
        places.setdefault(key, place)
    if not any(text.strip() for text in texts.values()):
        return None
    return Row(number=number + 1, texts=texts, cells=places, problems=tuple(problems))


def _is_header(row: Row, sheet: Sheet, plan: ColumnPlan) -> bool:
    """The header once more, further down: at the top of each printed page."""
    header = sheet.rows[plan.header]
    return all(
        row.texts[key].strip() == header[column].strip()
        for column, key in enumerate(plan.keys)
        if key and column < len(header) and key in row.texts and row.texts[key].strip()
    )


def _joined(one: Row, other: Row) -> Row:
    texts = dict(one.texts)
    for key, text in other.texts.items():
        if text.strip() and text.strip() not in texts.get(key, ""):
            texts[key] = f"{texts[key]}\n{text}" if texts.get(key, "").strip() else text
    return replace(one, texts=texts, problems=(*one.problems, *other.problems))


def cell_name(row: int, column: int) -> str:
    """«B7» for row 6 and column 1, both from 0."""
    letters, column = "", column + 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row + 1}"
