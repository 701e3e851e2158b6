"""Rows of withdrawals."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import msgspec

from gdpr_desktop.casework import store as cases
from gdpr_desktop.consents.withdrawals.model import Confirmed, Ended, Registered, Withdrawal
from gdpr_desktop.core.ids import CaseId, ConsentId
from gdpr_desktop.vault.reading import first, rows

_STEPS: Mapping[str, Any] = {
    "registered": Registered,
    "ended": tuple[Ended, ...],
    "confirmed": Confirmed,
}


def insert(db: Any, case_id: CaseId, registered: Registered) -> None:
    """Insert what was registered of a withdrawal."""
    db.execute(
        "INSERT INTO consent_withdrawal (case_id, consent_id, registered) VALUES (?,?,?)",
        [case_id, registered.consent_id, _json(registered)],
    )


def put_step(db: Any, case_id: CaseId, **steps: object | None) -> None:
    """Write steps back whole; None takes one away."""
    for column, step in steps.items():
        if column == "settled":
            value: object = int(bool(step))
        else:
            assert column in _STEPS, column
            value = None if step is None else _json(step)
        sql = f"UPDATE consent_withdrawal SET {column} = ? WHERE case_id = ?"
        db.execute(sql, [value, case_id])


def unlink(db: Any, case_id: CaseId) -> None:
    """The case is about no known consent any more."""
    db.execute("UPDATE consent_withdrawal SET consent_id = NULL WHERE case_id = ?", [case_id])


def withdrawal(db: Any, case_id: CaseId) -> Withdrawal:
    """The whole case. ``registered.consent_id`` is 0 where the consent is gone.

    Raises ``AppError`` when there is none.
    """
    case = cases.case(db, case_id)
    row = first(db, "SELECT * FROM consent_withdrawal WHERE case_id = ?", [case_id])
    assert row is not None, "a case of this kind has a withdrawal"
    steps: dict[str, Any] = {
        column: msgspec.json.decode(row[column], type=kind)
        for column, kind in _STEPS.items()
        if row[column] is not None
    }
    consent = ConsentId(row["consent_id"] or 0)
    steps["registered"] = replace(steps["registered"], consent_id=consent)
    return Withdrawal(
        case=case, settled=bool(row["settled"]), tasks=cases.tasks(db, case_id), **steps
    )


def of_consent(db: Any, consent_id: ConsentId) -> tuple[CaseId, ...]:
    """The cases about a consent, newest first."""
    sql = "SELECT case_id FROM consent_withdrawal WHERE consent_id = ? ORDER BY case_id DESC"
    return tuple(CaseId(row["case_id"]) for row in rows(db, sql, [consent_id]))


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()
