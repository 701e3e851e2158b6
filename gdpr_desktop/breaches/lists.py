"""What the log of breaches can be narrowed by, and its running clocks: the SQL behind them."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, ClassVar

from gdpr_desktop.breaches.assessing.advice import Risk
from gdpr_desktop.breaches.codes import AuthorityState, BreachKind, Incident
from gdpr_desktop.casework.lists import visible
from gdpr_desktop.casework.model import CaseKind
from gdpr_desktop.casework.narrowing import Sql
from gdpr_desktop.core.actor import Actor
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.vault.reading import rows

MOST_OFFERED = 300  # names in one filter
MOST_CLOCKS = 200  # running at once; more is no municipality but a test
_HOURS = timedelta(hours=72)

_UNITS = f"""
WITH RECURSIVE one (name) AS (
    SELECT (SELECT min(unit) FROM breach WHERE unit > '')
    UNION ALL
    SELECT (SELECT min(unit) FROM breach WHERE unit > one.name)
    FROM one WHERE one.name IS NOT NULL
)
SELECT name FROM one WHERE name IS NOT NULL LIMIT {MOST_OFFERED}
"""  # one step in the index for each name


# a handful of rows: left to itself the planner reads the whole log in the order of its ids
_CLOCKS = "SELECT case_id FROM breach INDEXED BY breach_running WHERE running = 1"
_RUNNING = Sql(_CLOCKS)


@dataclass(frozen=True, slots=True, kw_only=True)
class BreachFilter:
    """Breaches that are all of this; what is None, empty or False asks for nothing.

    ``running``: with a clock that runs. ``overdue``: what is past at an instant and its day.
    """

    many: ClassVar[int] = 300

    incident: Incident | None = None
    kind: BreachKind | None = None
    risk: Risk | None = None
    authority: AuthorityState | None = None
    unit: str = ""
    special: bool = False
    running: bool = False
    overdue: tuple[datetime, date] | None = None

    @property
    def empty(self) -> bool:
        """Does it ask for nothing?"""
        return self == BreachFilter()

    def found(self) -> Sql:
        """The ids of the breaches, merged from one index for each choice."""
        choices = [
            Sql(f"SELECT case_id FROM breach WHERE {column} = ?", (value,))
            for column, value in self._asked()
        ]
        if self.running:
            choices.append(_RUNNING)
        if self.overdue is not None:
            choices.append(_overdue(*self.overdue))
        text = " INTERSECT ".join(f"SELECT * FROM ({one.text})" for one in choices)
        return Sql(f"{text} ORDER BY 1", tuple(value for one in choices for value in one.values))

    def holds(self) -> Sql:
        """The same of one case."""
        conditions = " AND ".join(f"{column} = ?" for column, _value in self._asked())
        texts, values = ["1"], [value for _column, value in self._asked()]
        if conditions:
            texts.append(f"EXISTS (SELECT 1 FROM breach WHERE case_id = f.id AND {conditions})")
        few = [_RUNNING] if self.running else []
        few += [_overdue(*self.overdue)] if self.overdue is not None else []
        for one in few:
            texts.append(f"f.id IN ({one.text})")
            values += one.values
        return Sql(" AND ".join(texts), tuple(values))

    def _asked(self) -> list[tuple[str, object]]:
        asked: list[tuple[str, object]] = []
        if self.incident is not None:
            asked.append(("incident", self.incident.value))
        if self.kind is not None:
            asked.append((self.kind.value, 1))  # each kind has a column of its own
        if self.risk is not None:
            asked.append(("risk", self.risk.value))
        if self.authority is not None:
            asked.append(("authority", self.authority.value))
        if self.unit:
            asked.append(("unit", self.unit))
        if self.special:
            asked.append(("special", 1))
        return asked


def _overdue(now: datetime, today: date) -> Sql:
    """A clock that has run out to the minute, or another deadline that has passed by the day."""
    started = (now - _HOURS).isoformat()
    return Sql(
        f"{_CLOCKS} AND aware_at < ? UNION"
        " SELECT id FROM case_file WHERE kind = ? AND state = 'open' AND due < ?",
        (started, CaseKind.BREACH.value, today.isoformat()),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockRow:
    """What a row of the list shows of the clock."""

    aware: datetime
    running: bool
    authority: AuthorityState | None


def clocks_of(db: Any, case_ids: Iterable[CaseId]) -> dict[CaseId, ClockRow]:
    """The clocks of these breaches."""
    sql = (
        "SELECT case_id, aware_at, running, authority FROM breach"
        " WHERE case_id IN (SELECT value FROM json_each(?))"
    )
    return {
        CaseId(row["case_id"]): ClockRow(
            aware=datetime.fromisoformat(row["aware_at"]),
            running=bool(row["running"]),
            authority=AuthorityState(row["authority"]) if row["authority"] else None,
        )
        for row in rows(db, sql, [json.dumps(list(case_ids))])
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class RunningClock:
    """A breach whose 72 hours run."""

    case_id: CaseId
    number: str
    title: str
    aware: datetime


def running_clocks(db: Any, actor: Actor) -> tuple[RunningClock, ...]:
    """The clocks that run in the cases that the actor may see, the most urgent first."""
    where, values = visible(["b.running = 1"], [], actor)
    sql = (
        "SELECT f.id, f.number, f.subject_name, b.aware_at FROM breach b"
        " CROSS JOIN case_file f ON f.id = b.case_id"
        f" WHERE {' AND '.join(where)} ORDER BY b.aware_at, b.case_id LIMIT {MOST_CLOCKS}"
    )
    return tuple(
        RunningClock(
            case_id=CaseId(row["id"]),
            number=row["number"],
            title=row["subject_name"],
            aware=datetime.fromisoformat(row["aware_at"]),
        )
        for row in rows(db, sql, values)
    )


def units(db: Any) -> tuple[str, ...]:
    """The units where breaches have happened, in the order of their signs."""
    return tuple(row["name"] for row in rows(db, _UNITS))
