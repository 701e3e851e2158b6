"""Rows of templates."""

from datetime import date
from typing import Any

import msgspec

from gdpr_desktop.core.errors import AppError
from gdpr_desktop.core.names import sort_key
from gdpr_desktop.core.text import _
from gdpr_desktop.dpia.content import Assessment
from gdpr_desktop.dpia.templates.model import TemplateHead
from gdpr_desktop.vault.reading import Row, first, rows

_COUNTS = ", ".join(
    f"json_array_length(content, '$.{part}') AS {name}"
    for part, name in (("answers", "answers"), ("scenarios", "risks"), ("measures", "measures"))
)
_HEAD = f"SELECT id, name, note, made_on, made_by, {_COUNTS} FROM dpia_template"


def heads(db: Any) -> tuple[TemplateHead, ...]:
    """All templates by name."""
    return tuple(map(_head, rows(db, f"{_HEAD} ORDER BY sort, id")))


def head(db: Any, template_id: int) -> TemplateHead:
    """One of them. Raises ``AppError`` when it is gone."""
    row = first(db, f"{_HEAD} WHERE id = ?", [template_id])
    if row is None:
        raise _gone()
    return _head(row)


def content(db: Any, template_id: int) -> Assessment:
    """What stands in it. Raises ``AppError`` when it is gone."""
    sql = "SELECT content FROM dpia_template WHERE id = ?"
    found = db.execute(sql, [template_id]).fetchone()
    if found is None:
        raise _gone()
    return msgspec.json.decode(found[0], type=Assessment)


def named(db: Any, name: str) -> int | None:
    """The template with this name, whatever its capitals."""
    sql = "SELECT id FROM dpia_template WHERE sort = ?"
    found = db.execute(sql, [sort_key(name)]).fetchone()
    return int(found[0]) if found else None


def insert(db: Any, kept: TemplateHead, template: Assessment) -> int:
    """Keep a new one; its id. An id of 0 gets the next."""
    cursor = db.execute(
        "INSERT INTO dpia_template (id, name, sort, note, made_on, made_by, content)"
        " VALUES (?,?,?,?,?,?,?)",
        [
            kept.id or None,
            kept.name,
            sort_key(kept.name),
            kept.note,
            kept.made_on.isoformat(),
            kept.made_by,
            msgspec.json.encode(template).decode(),
        ],
    )
    return int(cursor.lastrowid)


def delete(db: Any, template_id: int) -> None:
    """Take one away."""
    db.execute("DELETE FROM dpia_template WHERE id = ?", [template_id])


def _head(row: Row) -> TemplateHead:
    return TemplateHead(**{**row, "made_on": date.fromisoformat(row["made_on"])})


def _gone() -> AppError:
    return AppError(
        _("The template is not there any more."), hint=_("Somebody has deleted it meanwhile.")
    )
