"""Who may notify the authority for the controller, and whether they can: kept in the settings."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

import msgspec

from gdpr_desktop.casework.settings import Settings
from gdpr_desktop.core.names import clean_line, fold_short

NOTIFIERS = "breach_notifiers"


@dataclass(frozen=True, slots=True, kw_only=True)
class Notifier:
    """Somebody delegated to notify the authority, or their substitute.

    ``tested_on``: when they last saw that they can open the form at the authority's portal.
    """

    name: str
    title: str = ""
    substitute: bool = False
    tested_on: date | None = None


class Readiness(StrEnum):
    """What stands in the way of a notification on a Friday night."""

    NOBODY = "nobody"
    NO_SUBSTITUTE = "no_substitute"
    NOT_TESTED = "not_tested"
    TESTED_LONG_AGO = "tested_long_ago"


def notifiers(vault: Settings) -> tuple[Notifier, ...]:
    """Those who may notify, in the order they were typed."""
    return msgspec.convert(vault.setting(NOTIFIERS, ()), type=tuple[Notifier, ...])


def readiness(known: Iterable[Notifier], today: date) -> tuple[Readiness, ...]:
    """What is not as it should be; empty when all is well."""
    people = tuple(known)
    if not people:
        return (Readiness.NOBODY,)
    found = []
    if len(people) == 1:
        found.append(Readiness.NO_SUBSTITUTE)
    if any(one.tested_on is None for one in people):
        found.append(Readiness.NOT_TESTED)
    if any(one.tested_on is not None and is_old(one.tested_on, today) for one in people):
        found.append(Readiness.TESTED_LONG_AGO)
    return tuple(found)


def is_old(tested_on: date, today: date) -> bool:
    """Was the role tested more than twelve months ago?"""
    return (today.year - tested_on.year, today.month, today.day) > (
        1,
        tested_on.month,
        tested_on.day,
    )


def may_notify(known: Iterable[Notifier], name: str) -> bool:
    """Is ``name`` one of those? The order of the words does not count."""
    return _words(name) in {_words(one.name) for one in known} if clean_line(name) else False


def _words(name: str) -> frozenset[str]:
    return frozenset(fold_short(clean_line(name)).replace(",", " ").split())
