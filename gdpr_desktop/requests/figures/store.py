"""Reads what is counted, a few hundred requests at a time, and the rows of the exported list."""

from collections.abc import Iterator
from datetime import date
from itertools import groupby
from operator import itemgetter
from typing import Any

from gdpr_desktop.casework.lists import visible
from gdpr_desktop.casework.model import CaseKind
from gdpr_desktop.core.actor import Actor
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.requests.figures.model import Counted, CountedCase
from gdpr_desktop.requests.figures.period import Period
from gdpr_desktop.requests.parts_store import SEPARATOR
from gdpr_desktop.vault.reading import Row, first, rows

SLICE = 200  # requests: some milliseconds
_READ = """
SELECT f.id, f.received, f.outcome, d.due, d.met_on, r.unit,
       r.extension ->> 'ground' AS extension, p.right, p.result, p.grounds
FROM (SELECT f.id, f.received, f.outcome FROM case_file f WHERE {where}
      ORDER BY f.received, f.id LIMIT {most}) f
CROSS JOIN deadline d ON d.case_id = f.id AND d.kind = 'reply'
CROSS JOIN request r ON r.case_id = f.id
LEFT JOIN request_part p ON p.case_id = f.id
ORDER BY f.received, f.id
"""


def counted(db: Any, period: Period, actor: Actor) -> Iterator[tuple[CountedCase, ...]]:
    """The requests received in a period that the actor may see, a slice at a time."""
    after: tuple[str, int] = (period.first.isoformat(), 0)
    last = period.last.isoformat()
    while True:
        where, values = visible(
            ["f.kind = ?", "(f.received, f.id) > (?, ?)", "f.received <= ?"],
            [CaseKind.REQUEST.value, *after, last],
            actor,
        )
        sql = _READ.format(where=" AND ".join(where), most=SLICE)
        found = [list(group) for _id, group in groupby(rows(db, sql, values), itemgetter("id"))]
        if found:
            yield tuple(_case(group) for group in found)
        if len(found) < SLICE:
            return
        after = (found[-1][0]["received"], found[-1][0]["id"])


def _case(group: list[Row]) -> CountedCase:
    row = group[0]
    return CountedCase(
        received=date.fromisoformat(row["received"]),
        due=date.fromisoformat(row["due"]),
        answered=date.fromisoformat(row["met_on"]) if row["met_on"] else None,
        outcome=row["outcome"],
        unit=row["unit"],
        extension=row["extension"] or "",
        parts=tuple(
            Counted(
                right=part["right"],
                result=part["result"],
                grounds=tuple(one for one in part["grounds"].split(SEPARATOR) if one),
            )
            for part in group
            if part["right"] is not None
        ),
    )


def of_cases(db: Any, ids: tuple[CaseId, ...]) -> dict[CaseId, tuple[CountedCase, str]]:
    """What is counted of these requests, with what the person wrote, by case."""
    marks = ",".join("?" * len(ids))
    sql = (
        "SELECT f.id, f.received, f.outcome, coalesce(d.due, c.due) AS due,"
        " coalesce(d.met_on, c.met_on) AS met_on, r.unit, r.wording,"
        " r.extension ->> 'ground' AS extension, p.right, p.result, p.grounds FROM case_file f"
        " LEFT JOIN deadline d ON d.case_id = f.id AND d.kind = 'reply'"
        " LEFT JOIN deadline c ON c.case_id = f.id AND c.kind = 'correction_target'"
        " JOIN request r ON r.case_id = f.id LEFT JOIN request_part p ON p.case_id = f.id"
        f" WHERE f.id IN ({marks}) ORDER BY f.id, p.id"
    )
    groups = (list(group) for _id, group in groupby(rows(db, sql, list(ids)), itemgetter("id")))
    return {CaseId(group[0]["id"]): (_case(group), group[0]["wording"]) for group in groups}


def first_received(db: Any) -> date | None:
    """The day of the oldest request."""
    sql = "SELECT min(received) AS day FROM case_file WHERE kind = ?"
    row = first(db, sql, [CaseKind.REQUEST.value])
    return date.fromisoformat(row["day"]) if row is not None and row["day"] else None
