"""JSON made into tables: a list of objects is a table, its nested objects are dotted names."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from gdpr_desktop.core.errors import AppError
from gdpr_desktop.core.text import _
from gdpr_desktop.requests.portability.model import MOST_COLUMNS, MOST_ROWS, Found, Row
from gdpr_desktop.tables.text_files import decoded

_Path = tuple[str, ...]  # the names from the outermost object inwards
_DEEPEST = 20  # objects inside each other


def read_json(path: Path, data: bytes) -> tuple[Found, ...]:
    """Every table of the file, and what stands outside them as one more."""
    text, doubt = decoded(data, path.name)
    try:
        try:
            tree = _loaded(text)
        except ValueError:  # one object to a line
            tree = [_loaded(line) for line in text.splitlines() if line.strip()]
        return tuple(replace(one, doubt=doubt) for one in _tables(tree))
    except (ValueError, RecursionError):
        raise AppError(
            _("{name} cannot be read as JSON.").format(name=path.name),
            hint=_("Have it exported anew, or as CSV or .xlsx."),
        ) from None


def _loaded(text: str) -> Any:
    # numbers stay as they are written: 1.10 is not 1.1 to a person
    return json.loads(
        text,
        parse_float=str,
        parse_int=str,
        parse_constant=str,
        object_pairs_hook=_pairs,
    )


def _tables(tree: Any) -> list[Found]:
    if isinstance(tree, list):
        return [_table("", tree)]
    if not isinstance(tree, dict):
        return [_table("", [tree])]
    lists = {
        name: items
        for name, items in tree.items()
        if isinstance(items, list) and any(isinstance(one, dict) for one in items)
    }
    rest = {name: value for name, value in tree.items() if name not in lists}
    found = [_table(name, items) for name, items in lists.items()]
    return [_table("", [rest]), *found] if rest else found


def _table(title: str, items: list[Any]) -> Found:
    flat = [_flat(one) for one in items[: MOST_ROWS + 1]]
    paths: dict[_Path, None] = {}
    for one in flat:
        paths.update(dict.fromkeys(one))
        if len(paths) > MOST_COLUMNS:
            break  # too much: told of where all kinds of files are
    # two paths may be called the same, «a.b» and «b» inside «a»: both stay, and get numbers later
    rows: list[Row] = [tuple(_sound(".".join(path)) for path in paths)]
    rows += [tuple(one.get(path, "") for path in paths) for one in flat]
    return Found(title=title, rows=tuple(rows), named=True)


def _flat(item: Any, depth: int = 0) -> dict[_Path, str]:
    if depth > _DEEPEST:
        raise ValueError
    if not isinstance(item, dict):
        return {("value",): _text(item)}
    found: dict[_Path, str] = {}
    for name, value in item.items():
        if isinstance(value, dict) and value:
            inner = _flat(value, depth + 1)
            found |= {(name, *deeper): text for deeper, text in inner.items()}
        else:
            found[name,] = _text(value)
    return found


def _pairs(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object of the file; of a name that stands in it more than once, all are kept."""
    made: dict[str, Any] = {}
    for name, value in pairs:
        numbered, again = name, 2
        while numbered in made:
            numbered = f"{name} ({again})"
            again += 1
        made[numbered] = value
    return made


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return _sound(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    return _sound(json.dumps(value, ensure_ascii=False))


def _sound(text: str) -> str:
    """Without halves of characters, which an escape may give and no file can hold."""
    return text.encode("utf-8", "replace").decode()
