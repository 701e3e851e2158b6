"""Which consents a request may be about: the SQL behind it."""

from typing import Any

from gdpr_desktop.casework.lists import match_expression
from gdpr_desktop.casework.model import Person, match_key
from gdpr_desktop.consents.given import store as given
from gdpr_desktop.consents.given.model import Consent
from gdpr_desktop.consents.given.store import consent_of
from gdpr_desktop.vault.reading import rows


def possibly_of(db: Any, person: Person) -> tuple[Consent, ...]:
    """The consents of possibly this person, oldest first.

    The name is the same, in any order; a birth date that is not known, here or there, tells
    nobody apart. Of those born on the same day one may have a middle name more than the other.
    Rather one too many, which a person settles, than one that goes on being used.
    """
    found = {one.id: one for one in (*_of_the_name(db, person), *_born_then(db, person))}
    return tuple(found[number] for number in sorted(found))


def _of_the_name(db: Any, person: Person) -> list[Consent]:
    key = match_key(person)
    name, _bar, born = key.partition("|")
    if not name:
        return []
    if born:
        sql, values = "match_key IN (?, ?)", [key, f"{name}|"]
    else:
        sql, values = "match_key >= ? AND match_key < ?", [f"{name}|", f"{name}}}"]
    return [consent_of(row) for row in rows(db, f"SELECT * FROM consent WHERE {sql}", values)]


def _born_then(db: Any, person: Person) -> list[Consent]:
    """Born on the same day, and all names of the one are among those of the other."""
    names = person.name.split()
    expression = match_expression(f"{names[0]} {names[-1]}") if len(names) > 1 else ""
    if person.birth_date is None or not expression:
        return []
    sql = (
        "SELECT * FROM consent WHERE birth_date = ? AND id IN"
        " (SELECT -rowid FROM consent_search WHERE consent_search MATCH ?)"
    )
    found = [consent_of(row) for row in rows(db, sql, [person.birth_date.isoformat(), expression])]
    own = _words(match_key(person))
    return [one for one in found if _within(own, _words(given.match(one.subject)))]


def _words(key: str) -> frozenset[str]:
    return frozenset(key.partition("|")[0].split())


def _within(one: frozenset[str], other: frozenset[str]) -> bool:
    return one <= other or other <= one
