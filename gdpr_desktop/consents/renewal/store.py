"""SQL of what waits: by the index of form and day, and never more than a number of rows."""

from datetime import date
from typing import Any

from gdpr_desktop.casework.model import CaseKind
from gdpr_desktop.consents.codes import State
from gdpr_desktop.consents.given.model import Consent
from gdpr_desktop.consents.given.store import consent_of
from gdpr_desktop.consents.renewal.model import Look, Why
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.vault.reading import rows

MOST = 200  # consents of one form that are counted: all forms are, at every opening
_USED = f"c.state IN ('{State.VALID}', '{State.LACKING}')"
# an older answer has no more to say once the person has answered the same form anew
_NEWEST = (
    "NOT EXISTS (SELECT 1 FROM consent n WHERE n.match_key = c.match_key"
    " AND n.form_id = c.form_id AND n.id <> c.id AND n.birth_date IS c.birth_date"
    f" AND n.state = '{State.VALID}' AND n.valid_until >= :today AND n.given_on > c.given_on)"
)
_KINDS = ", ".join(f"'{one.value}'" for one in Why)
_WAITING = (
    "c.form_id = :form AND c.attention_on <= :today AND c.attention_on < '9999-12-31'"
    f" AND {_USED} AND {_NEWEST}"
)


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
    sql = (
        "SELECT version, valid_until, attention_on, count(*) AS n FROM (SELECT c.version,"
        f" c.valid_until, c.attention_on FROM consent c WHERE {_WAITING} LIMIT {MOST + 1})"
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


def waiting(db: Any, form_id: CaseId, today: date) -> tuple[Consent, ...]:
    """The consents of a form that wait for something, by name."""
    sql = f"SELECT c.* FROM consent c WHERE {_WAITING} ORDER BY c.name_sort, c.id"
    values = {"form": form_id, "today": today.isoformat()}
    return tuple(consent_of(row) for row in rows(db, sql, values))
