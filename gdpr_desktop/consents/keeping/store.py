"""SQL of keeping: what may fall due, what is open about it, and what goes."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from gdpr_desktop.consents.codes import State
from gdpr_desktop.consents.given.model import Consent
from gdpr_desktop.consents.given.store import consent_of
from gdpr_desktop.consents.keeping.model import Facts
from gdpr_desktop.core.ids import ConsentId
from gdpr_desktop.vault.reading import first, rows

# each by an index that holds all that is asked about
_ENDED = (
    "SELECT id FROM (SELECT id FROM consent INDEXED BY consent_until"
    " WHERE valid_until <= :limit ORDER BY valid_until LIMIT :most)"
    " UNION ALL SELECT id FROM (SELECT id FROM consent INDEXED BY consent_state"
    f" WHERE state IN ('{State.WITHDRAWN}', '{State.REFUSED}', '{State.LACKING}')"
    " AND state <> 'valid' AND given_on <= :limit LIMIT :most)"
)
_ABOUT = (
    "SELECT EXISTS (SELECT 1 FROM consent_withdrawal w JOIN case_file f ON f.id = w.case_id"
    " WHERE w.consent_id = c.id AND f.state = 'open') AS open_withdrawal,"
    " EXISTS (SELECT 1 FROM person p JOIN case_file f ON f.id = p.case_id"
    " WHERE p.match_key = c.match_key AND p.birth_date IS NOT NULL AND f.state = 'open')"
    " AS open_case, EXISTS (SELECT 1 FROM consent n WHERE n.match_key = c.match_key"
    " AND n.form_id = c.form_id AND n.id <> c.id AND n.birth_date = c.birth_date"
    " AND n.given_on > c.given_on) AS answered_anew, EXISTS (SELECT 1 FROM consent o"
    " WHERE (o.match_key = c.match_key OR o.member_id = c.member_id) AND o.id <> c.id"
    f" AND o.state = '{State.VALID}' AND o.valid_until >= :today AND o.given_on <= c.given_on)"
    " OR (c.birth_date IS NULL AND c.valid_until >= :today AND EXISTS (SELECT 1 FROM consent o"
    " WHERE o.match_key > c.match_key"
    " AND o.match_key < substr(c.match_key, 1, length(c.match_key) - 1) || '}'"
    f" AND o.state = '{State.VALID}' AND o.valid_until >= :today))"  # of the name: maybe the same
    " AS hides_older FROM consent c WHERE c.id = :id"
)


def candidates(db: Any, limit: date, most: int) -> Iterator[Consent]:
    """At most ``most`` consents that may have ended on ``limit`` or before."""
    sql = f"SELECT * FROM consent WHERE id IN ({_ENDED}) ORDER BY id LIMIT :most"
    values = {"limit": limit.isoformat(), "most": most}
    return (consent_of(row) for row in rows(db, sql, values))


def find(db: Any, consent_id: ConsentId) -> Consent | None:
    """One consent; None when it is gone."""
    row = first(db, "SELECT * FROM consent WHERE id = ?", [consent_id])
    return consent_of(row) if row is not None else None


def facts(db: Any, consent_id: ConsentId, today: date) -> Facts:
    """What is open about a consent."""
    row = first(db, _ABOUT, {"today": today.isoformat(), "id": consent_id})
    assert row is not None, "the consent is there"
    names = ("open_withdrawal", "open_case", "answered_anew", "hides_older")
    return Facts(**{name: bool(row[name]) for name in names})


def delete_groups(db: Any, limit: date) -> int:
    """Drop lists that ended on ``limit`` or before and that no consent points to any more."""
    cursor = db.execute(
        "DELETE FROM consent_group WHERE ended_on <= ?"
        " AND NOT EXISTS (SELECT 1 FROM consent c WHERE c.group_id = consent_group.id)",
        [limit.isoformat()],
    )
    return int(cursor.rowcount)
