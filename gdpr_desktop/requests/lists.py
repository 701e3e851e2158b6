"""What the list of requests can be narrowed by: the SQL behind the filters."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, ClassVar

from gdpr_desktop.casework.model import CaseKind
from gdpr_desktop.casework.narrowing import Sql
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.requests.model import Result, Right
from gdpr_desktop.vault.reading import rows

MOST_OFFERED = 300  # names in one filter

_DISTINCT = """
WITH RECURSIVE one (name) AS (
    SELECT (SELECT min({column}) FROM {table} WHERE {more}{column} > '')
    UNION ALL
    SELECT (SELECT min({column}) FROM {table} WHERE {more}{column} > one.name)
    FROM one WHERE one.name IS NOT NULL
)
SELECT name FROM one WHERE name IS NOT NULL LIMIT {most}
"""  # one step in the index for each name


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestFilter:
    """Requests that are all of this; what is None or empty asks for nothing.

    Right and result are asked of one part: an access refused, not an access and some refusal.
    """

    many: ClassVar[int] = 10_000

    right: Right | None = None
    result: Result | None = None
    unit: str = ""
    caseworker: str = ""

    @property
    def empty(self) -> bool:
        """Does it ask for nothing?"""
        return self == RequestFilter()

    def found(self) -> Sql:
        """The ids of the requests, merged from one index for each choice."""
        choices = [_choice(*one) for one in self._asked()]
        text = " INTERSECT ".join(one.text for one in choices)
        return Sql(f"{text} ORDER BY 1", tuple(value for one in choices for value in one.values))

    def holds(self) -> Sql:
        """The same of one case."""
        texts: list[str] = []
        values: list[object] = []
        for table, key, asked in self._asked():
            conditions = " AND ".join(f"{column} = ?" for column in asked)
            texts.append(f"EXISTS (SELECT 1 FROM {table} WHERE {key} = f.id AND {conditions})")
            values += asked.values()
        return Sql(" AND ".join(texts), tuple(values))

    def _asked(self) -> list[tuple[str, str, dict[str, str]]]:
        part: dict[str, str] = {}
        if self.right is not None:
            part["right"] = self.right.value
        if self.result is not None:
            part["result"] = self.result.value
        asked = [("request_part", "case_id", part)] if part else []
        if self.unit:
            asked.append(("request", "case_id", {"unit": self.unit}))
        if self.caseworker:
            own = {"kind": CaseKind.REQUEST.value, "caseworker": self.caseworker}
            asked.append(("case_file", "id", own))
        return asked


def _choice(table: str, key: str, asked: dict[str, str]) -> Sql:
    conditions = " AND ".join(f"{column} = ?" for column in asked)
    return Sql(f"SELECT DISTINCT {key} FROM {table} WHERE {conditions}", tuple(asked.values()))


def rights_of(db: Any, case_ids: Iterable[CaseId]) -> dict[CaseId, tuple[Right, ...]]:
    """What each of these requests is about, in the order it was added."""
    sql = (
        "SELECT case_id, right FROM request_part"
        " WHERE case_id IN (SELECT value FROM json_each(?)) ORDER BY id"
    )
    found: dict[CaseId, tuple[Right, ...]] = {}
    for row in rows(db, sql, [json.dumps(list(case_ids))]):
        case_id = CaseId(row["case_id"])
        found[case_id] = (*found.get(case_id, ()), Right(row["right"]))
    return found


def units(db: Any) -> tuple[str, ...]:
    """The units that requests are about, in the order of their signs."""
    return _names(db, "request", "unit")


def caseworkers(db: Any) -> tuple[str, ...]:
    """Who has, or has had, a request."""
    return _names(db, "case_file", "caseworker", f"kind = '{CaseKind.REQUEST.value}' AND ")


def _names(db: Any, table: str, column: str, more: str = "") -> tuple[str, ...]:
    sql = _DISTINCT.format(table=table, column=column, more=more, most=MOST_OFFERED)
    return tuple(row["name"] for row in rows(db, sql))
