"""What the log of breaches can be narrowed by, and its running clocks: the SQL behind them."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, ClassVar

from gdpr_desktop.breaches.assessing.advice import Risk
from gdpr_desktop.breaches.codes import AuthorityState, BreachKind, Incident
from gdpr_desktop.casework.lists import visible
from gdpr_desktop.casework.model import CaseKind
from gdpr_desktop.casework.narrowing import Sql
from gdpr_desktop.core.actor import Actor
from gdpr_desktop.core.clock import OSLO
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.roles import Deed, Scope, scope
from gdpr_desktop.law import rules
from gdpr_desktop.vault.reading import rows

MOST_OFFERED = 300  # names in one filter
MOST_CLOCKS = 200  # running at once; more is no municipality but a test

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
            Sql(f"SELECT case_id FROM breach WHERE {one.text}", one.values) for one in self._asked()
        ]
        if self.running:
            choices.append(_RUNNING)
        if self.overdue is not None:
            choices.append(_overdue(*self.overdue))
        text = " INTERSECT ".join(f"SELECT * FROM ({one.text})" for one in choices)
        return Sql(f"{text} ORDER BY 1", tuple(value for one in choices for value in one.values))

    def holds(self) -> Sql:
        """The same of one case."""
        asked = self._asked()
        conditions = " AND ".join(one.text for one in asked)
        texts, values = ["1"], [value for one in asked for value in one.values]
        if conditions:
            texts.append(f"EXISTS (SELECT 1 FROM breach WHERE case_id = f.id AND {conditions})")
        few = [_RUNNING] if self.running else []
        few += [_overdue(*self.overdue)] if self.overdue is not None else []
        for one in few:
            texts.append(f"f.id IN ({one.text})")
            values += one.values
        return Sql(" AND ".join(texts), tuple(values))

    def _asked(self) -> list[Sql]:
        """One condition for each choice, as the index of its column says it."""
        asked: list[Sql] = []
        if self.incident is not None:
            asked.append(Sql("incident = ?", (self.incident.value,)))
        if self.kind is not None:
            asked.append(Sql(f"{self.kind.value} = 1"))  # each kind has a column of its own
        if self.risk is not None:
            asked.append(Sql("risk = ? AND risk <> ''", (self.risk.value,)))
        if self.authority is not None:
            asked.append(Sql("authority = ?", (self.authority.value,)))
        if self.unit:
            asked.append(Sql("unit = ?", (self.unit,)))
        if self.special:
            asked.append(Sql("special = 1"))
        return asked


def _overdue(now: datetime, today: date) -> Sql:
    """A clock that has run out to the minute, or another deadline that has passed by the day."""
    parts, values = [], []
    for first, end in _run_out(now):
        parts.append(f"{_CLOCKS} AND aware_at >= ? AND aware_at < ?")
        values += [first, end]
    parts.append("SELECT id FROM case_file WHERE kind = ? AND state = 'open' AND due < ?")
    return Sql(" UNION ".join(parts), (*values, CaseKind.BREACH.value, today.isoformat()))


def _run_out(now: datetime) -> Iterator[tuple[str, str]]:
    """Awareness of which the hours have run out at ``now``: from and until, by each dated rule."""
    sets = rules.all_rules()
    starts = ["", *(_begin(one.start) for one in sets[1:])]  # before the first it holds too
    ends = [*starts[1:], now.isoformat()]
    for one, start, end in zip(sets, starts, ends, strict=True):
        started = (now - timedelta(hours=one.notification_hours)).isoformat()
        yield start, min(end, started)


def _begin(day: date) -> str:
    """The first instant of a day in Norway, as it is kept."""
    return datetime.combine(day, time(), OSLO).astimezone(UTC).isoformat()


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


def units(db: Any, actor: Actor) -> tuple[str, ...]:
    """The units of the breaches that the actor may see, in the order of their signs."""
    where, values = visible(["b.unit > ''"], [], actor)
    sql = (
        "SELECT DISTINCT b.unit AS name FROM case_file f JOIN breach b ON b.case_id = f.id"
        f" WHERE {' AND '.join(where)} ORDER BY 1 LIMIT {MOST_OFFERED}"
    )
    if scope(actor.role, Deed.READ_CASE) is Scope.ANY:
        sql, values = _UNITS, []
    return tuple(row["name"] for row in rows(db, sql, values))
