"""Which breaches the log of a period holds: the only SQL of the reports."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from gdpr_desktop.breaches.model import Breach
from gdpr_desktop.breaches.store import breach
from gdpr_desktop.casework.lists import visible
from gdpr_desktop.core.actor import Actor
from gdpr_desktop.core.clock import OSLO
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.vault.reading import rows

SLICE = 20  # breaches at a turn: some milliseconds


def in_period(db: Any, first: date, last: date, actor: Actor) -> Iterator[tuple[Breach, ...]]:
    """The breaches we became aware of in a period, oldest first, a few at a time."""
    after: tuple[str, int] = (_begin(first), 0)
    until = _begin(last + timedelta(days=1))
    while True:
        where, values = visible(
            ["(b.aware_at, b.case_id) > (?, ?)", "b.aware_at < ?"], [*after, until], actor
        )
        sql = (
            "SELECT b.case_id, b.aware_at FROM breach b JOIN case_file f ON f.id = b.case_id"
            f" WHERE {' AND '.join(where)} ORDER BY b.aware_at, b.case_id LIMIT {SLICE}"
        )
        found = list(rows(db, sql, values))
        if found:
            yield tuple(breach(db, CaseId(row["case_id"])) for row in found)
        if len(found) < SLICE:
            return
        after = (found[-1]["aware_at"], found[-1]["case_id"])


def _begin(day: date) -> str:
    """The first instant of a day in Norway, as it is kept."""
    return datetime.combine(day, time(), OSLO).astimezone(UTC).isoformat()
