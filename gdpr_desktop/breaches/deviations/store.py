"""Rows of ``deviation``: the only SQL about deviations."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from gdpr_desktop.breaches.deviations.model import Deviation, Facts, Severity, Source
from gdpr_desktop.casework import store as cases
from gdpr_desktop.casework.lists import visible
from gdpr_desktop.casework.person_search import Where
from gdpr_desktop.casework.person_search.store import table_source
from gdpr_desktop.core.actor import Actor
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.vault.reading import Row, first, rows

# what the search for a person reads
TEXTS = (
    table_source(
        "deviation",
        Where.STEPS,
        "what department system responsible corrective",
        key="case_id",
        name="deviation",
    ),
)
_COLUMNS = (
    "noticed_on",
    "what",
    "source",
    "department",
    "system",
    "severity",
    "responsible",
    "follow_up_on",
    "corrective",
)


def insert(db: Any, case_id: CaseId, facts: Facts, breach: CaseId | None = None) -> None:
    """Insert what is known of a new deviation."""
    marks = ",".join("?" * (len(_COLUMNS) + 2))
    db.execute(
        f"INSERT INTO deviation (case_id, breach, {', '.join(_COLUMNS)}) VALUES ({marks})",
        [case_id, breach, *_values(facts)],
    )


def put(db: Any, case_id: CaseId, facts: Facts) -> None:
    """Write what is known back whole."""
    sets = ", ".join(f"{column} = ?" for column in _COLUMNS)
    db.execute(f"UPDATE deviation SET {sets} WHERE case_id = ?", [*_values(facts), case_id])


def _values(facts: Facts) -> list[object]:
    found = (getattr(facts, column) for column in _COLUMNS)
    return [one.isoformat() if isinstance(one, date) else one for one in found]


def link(db: Any, case_id: CaseId, breach: CaseId | None) -> None:
    """The breach it became, or was taken from."""
    db.execute("UPDATE deviation SET breach = ? WHERE case_id = ?", [breach, case_id])


def facts_of(row: Row) -> Facts:
    """A row of ``deviation`` as a dataclass."""
    follow_up_on = row["follow_up_on"]
    return Facts(
        noticed_on=date.fromisoformat(row["noticed_on"]),
        what=row["what"],
        source=Source(row["source"]),
        department=row["department"],
        system=row["system"],
        severity=Severity(row["severity"]),
        responsible=row["responsible"],
        follow_up_on=date.fromisoformat(follow_up_on) if follow_up_on else None,
        corrective=row["corrective"],
    )


def deviation(db: Any, case_id: CaseId) -> Deviation:
    """The whole case. Raises ``AppError`` when there is none."""
    case = cases.case(db, case_id)
    row = first(db, "SELECT * FROM deviation WHERE case_id = ?", [case_id])
    assert row is not None, "a case of this kind has a deviation"
    breach = cases.case(db, CaseId(row["breach"])) if row["breach"] is not None else None
    return Deviation(case=case, facts=facts_of(row), breach=breach)


def facts_by_case(db: Any, case_ids: Iterable[CaseId]) -> dict[CaseId, Facts]:
    """What is known of each of these deviations: a page of a list in one query."""
    wanted = list(case_ids)
    marks = ",".join("?" * len(wanted))
    found = rows(db, f"SELECT * FROM deviation WHERE case_id IN ({marks})", wanted)
    return {CaseId(row["case_id"]): facts_of(row) for row in found}


def known(db: Any, column: str, actor: Actor) -> tuple[str, ...]:
    """What has been typed before in ``department``, ``system`` or ``responsible``.

    Of the deviations that the actor may see.
    """
    assert column in ("department", "system", "responsible"), column
    where, values = visible([f"d.{column} <> ''"], [], actor)
    sql = (
        f"SELECT DISTINCT d.{column} AS name FROM deviation d"
        f" JOIN case_file f ON f.id = d.case_id WHERE {' AND '.join(where)} ORDER BY 1 LIMIT 200"
    )
    return tuple(row["name"] for row in rows(db, sql, values))


def anonymise(db: Any, case_id: CaseId) -> None:
    """Keep only what the statistics need: codes and days, no text and no name."""
    db.execute(
        "UPDATE deviation SET what = '', department = '', system = '', responsible = '',"
        " corrective = '' WHERE case_id = ?",
        [case_id],
    )
