"""Which consents a request may be about: the SQL behind it."""

from typing import Any

from gdpr_desktop.casework.model import Person, match_key
from gdpr_desktop.consents.given.model import Consent
from gdpr_desktop.consents.given.store import consent_of
from gdpr_desktop.vault.reading import rows


def possibly_of(db: Any, person: Person) -> tuple[Consent, ...]:
    """The consents of possibly this person, oldest first: the name is the same, in any order.

    A birth date that is not known, here or there, tells nobody apart: rather one too many, which
    a person settles, than one that goes on being used.
    """
    key = match_key(person)
    name, _bar, born = key.partition("|")
    if not name:
        return ()
    if born:
        sql, values = "match_key IN (?, ?)", [key, f"{name}|"]
    else:
        sql, values = "match_key >= ? AND match_key < ?", [f"{name}|", f"{name}}}"]
    found = rows(db, f"SELECT * FROM consent WHERE {sql} ORDER BY id", values)
    return tuple(consent_of(row) for row in found)
