"""What the search for one person says of a consent, or of a place in a group."""

from gdpr_desktop.casework.model import Person
from gdpr_desktop.consents.given.model import Consent
from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.text import _


def consent_told(found: Consent) -> str:
    """Who answered when, until when it holds, and when it was taken back."""
    parts = [
        _("{name} answered {day}").format(name=one.name, day=long_date(one.given_on))
        if one.given_on is not None
        else _("{name} answered, undated").format(name=one.name)
        for one in found.statements
    ]
    if found.valid_until is not None:
        parts.append(_("holds until {day}").format(day=long_date(found.valid_until)))
    parts += [
        _("taken back {day}").format(day=long_date(one.withdrawn_on)) for one in found.withdrawals
    ]
    return "; ".join([*parts, *([found.note] if found.note else [])])


def member_told(person: Person, group: str, unit: str, year: str) -> str:
    """Who is in which group."""
    born = long_date(person.birth_date) if person.birth_date is not None else ""
    who = ", ".join(one for one in (person.name, born) if one)
    where = ", ".join(one for one in (group, unit, year) if one)
    return _("{who} in {group}").format(who=who, group=where)
