"""Rows of ``picture_answer``: the only SQL about pictures."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import msgspec

from gdpr_desktop.consents.pictures.model import (
    PictureAnswer,
    PictureFacts,
    PictureId,
    PictureVerdict,
)
from gdpr_desktop.core.actor import Actor
from gdpr_desktop.core.errors import AppError
from gdpr_desktop.core.roles import Deed, Scope, scope
from gdpr_desktop.core.text import _
from gdpr_desktop.vault.reading import Row, first, rows

COUNT_LIMIT = 10_000
_SORTS = {
    "made_on": "made_on",
    "title": "lower(title)",
    "verdict": "verdict",
    "unit": "lower(unit)",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureQuery:
    """What a list asks for; empty asks for all."""

    text: str = ""
    verdict: PictureVerdict | None = None
    sort: str = "made_on"
    descending: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class _Data:
    """What is kept beside the columns."""

    facts: PictureFacts
    note: str = ""


def insert(db: Any, answer: PictureAnswer, number: PictureId | None = None) -> PictureId:
    """Insert an answer; ``number`` puts a deleted one back where it was."""
    data = msgspec.json.encode(_Data(facts=answer.facts, note=answer.note)).decode()
    cursor = db.execute(
        "INSERT INTO picture_answer (id, title, made_on, made_by, unit, verdict, data)"
        " VALUES (?,?,?,?,?,?,?)",
        [
            number,
            answer.title,
            answer.made_on.isoformat(),
            answer.made_by,
            answer.unit,
            answer.verdict.value,
            data,
        ],
    )
    return PictureId(cursor.lastrowid)


def delete(db: Any, number: PictureId) -> None:
    """Take an answer away."""
    db.execute("DELETE FROM picture_answer WHERE id = ?", [number])


def answer(db: Any, number: PictureId) -> PictureAnswer:
    """One answer. Raises ``AppError`` when there is none."""
    row = first(db, "SELECT * FROM picture_answer WHERE id = ?", [number])
    if row is None:
        raise AppError(_("This answer is gone."), hint=_("Somebody has deleted it."))
    return _answer(row)


def count(db: Any, query: PictureQuery, actor: Actor) -> int:
    """How many answers the list has; one more than the limit where there are more."""
    where, values = _where(query, actor)
    sql = f"SELECT count(*) AS n FROM (SELECT 1 FROM picture_answer WHERE {where} LIMIT ?)"
    found = first(db, sql, [*values, COUNT_LIMIT + 1])
    assert found is not None, "a count is a row"
    return int(found["n"])


def page(
    db: Any, query: PictureQuery, actor: Actor, *, offset: int, limit: int
) -> tuple[PictureAnswer, ...]:
    """A page of the list."""
    where, values = _where(query, actor)
    way = "DESC" if query.descending else "ASC"
    sql = (
        f"SELECT * FROM picture_answer WHERE {where}"
        f" ORDER BY {_SORTS[query.sort]} {way}, id {way} LIMIT ? OFFSET ?"
    )
    return tuple(_answer(row) for row in rows(db, sql, [*values, limit, offset]))


def units(db: Any) -> tuple[str, ...]:
    """Units that were typed before."""
    sql = "SELECT DISTINCT unit FROM picture_answer WHERE unit <> '' ORDER BY 1 LIMIT 200"
    return tuple(row["unit"] for row in rows(db, sql))


def _where(query: PictureQuery, actor: Actor) -> tuple[str, list[object]]:
    where, values = ["1"], list[object]()
    if scope(actor.role, Deed.READ_CASE) is not Scope.ANY:
        where.append("made_by = ?")
        values.append(actor.name)
    for word in query.text.split():
        where.append("(title LIKE ? ESCAPE '\\' OR unit LIKE ? ESCAPE '\\')")
        values += [f"%{_escaped(word)}%"] * 2
    if query.verdict is not None:
        where.append("verdict = ?")
        values.append(query.verdict.value)
    return " AND ".join(where), values


def _escaped(word: str) -> str:
    for sign in ("\\", "%", "_"):
        word = word.replace(sign, f"\\{sign}")
    return word


def _answer(row: Row) -> PictureAnswer:
    data = msgspec.json.decode(row["data"], type=_Data)
    return PictureAnswer(
        id=PictureId(row["id"]),
        title=row["title"],
        made_on=date.fromisoformat(row["made_on"]),
        made_by=row["made_by"],
        unit=row["unit"],
        verdict=PictureVerdict(row["verdict"]),
        facts=data.facts,
        note=data.note,
    )
