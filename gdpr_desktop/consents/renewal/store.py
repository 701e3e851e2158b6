"""SQL of what waits: by the index of form and day, and never more than a number of rows.

Who has answered anew is looked up for each row, so only where the rows are few.
"""

from datetime import date
from typing import Any

from gdpr_desktop.casework.model import CaseKind
from gdpr_desktop.consents.codes import State
from gdpr_desktop.consents.given.model import Consent
from gdpr_desktop.consents.given.store import NEVER, consent_of
from gdpr_desktop.consents.renewal.model import Look, Why
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.vault.reading import first, rows

MOST = 500  # consents of one form that are counted
_USED = f"c.state IN ('{State.VALID}', '{State.LACKING}')"
# an older answer has no more to say once the person has answered the same form anew
_NEWEST = (
    "NOT EXISTS (SELECT 1 FROM consent n WHERE n.match_key = c.match_key"
    " AND n.form_id = c.form_id AND n.id <> c.id AND n.birth_date = c.birth_date"
    f" AND n.state = '{State.VALID}' AND n.valid_until >= :today AND n.given_on > c.given_on)"
)
_KINDS = ", ".join(f"'{one.value}'" for one in Why)
_OPEN = f"c.form_id = :form AND c.attention_on <= :today AND {_USED}"
_WAITING = f"c.form_id = :form AND c.attention_on <= :today AND {_USED} AND {_NEWEST}"


def open_forms(db: Any) -> tuple[CaseId, ...]:
    """The forms in use."""
    sql = "SELECT id FROM case_file WHERE kind = ? AND state = 'open' AND anonymised_at IS NULL"
    return tuple(CaseId(row["id"]) for row in rows(db, sql, [CaseKind.CONSENT_FORM.value]))


def forms_with_tasks(db: Any) -> frozenset[CaseId]:
    """The forms with an open task of ours."""
    sql = f"SELECT DISTINCT case_id FROM task WHERE done_on IS NULL AND kind IN ({_KINDS})"
    return frozenset(CaseId(row["case_id"]) for row in rows(db, sql))


def looks(db: Any, form_id: CaseId, today: date) -> tuple[tuple[Look, ...], bool]:
    """What waits on a form, and whether there is more than was counted."""
    where = _OPEN if _is_long(db, form_id, today) else _WAITING
    sql = (
        "SELECT version, valid_until, attention_on, count(*) AS n FROM (SELECT c.version,"
        f" c.valid_until, c.attention_on FROM consent c WHERE {where} LIMIT {MOST + 1})"
        " GROUP BY version, valid_until, attention_on"
    )
    values = {"form": form_id, "today": today.isoformat()}
    found = tuple(
        Look(
            version=row["version"],
            valid_until=date.fromisoformat(row["valid_until"]),
            attention_on=date.fromisoformat(row["attention_on"]),
            count=row["n"],
        )
        for row in rows(db, sql, values)
    )
    return found, sum(one.count for one in found) > MOST


def _is_long(db: Any, form_id: CaseId, today: date) -> bool:
    sql = f"SELECT count(*) AS n FROM (SELECT 1 FROM consent c WHERE {_OPEN} LIMIT {MOST + 1})"
    row = first(db, sql, {"form": form_id, "today": today.isoformat()})
    return row is not None and row["n"] > MOST


def answered_anew(db: Any, consent: Consent, match_key: str, given_on: date) -> None:
    """Older answers of the same person on the form wait for nothing more.

    Without a birth date it may be another of the same name, and they wait on.
    """
    born = consent.subject.birth_date
    if born is None:
        return
    db.execute(
        "UPDATE consent INDEXED BY consent_match SET attention_on = ? WHERE match_key = ?"
        " AND form_id = ? AND id <> ? AND birth_date = ? AND given_on < ? AND attention_on <> ?",
        [
            NEVER.isoformat(),
            match_key,
            consent.form_id,
            consent.id,
            born.isoformat(),
            given_on.isoformat(),
            NEVER.isoformat(),
        ],
    )


def waiting(db: Any, form_id: CaseId, today: date) -> tuple[Consent, ...]:
    """The consents of a form that wait for something, by name."""
    sql = f"SELECT c.* FROM consent c WHERE {_WAITING} ORDER BY c.name_sort, c.id"
    values = {"form": form_id, "today": today.isoformat()}
    return tuple(consent_of(row) for row in rows(db, sql, values))
