"""The settings as one value, and what may stand in them."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from gdpr_desktop.breaches.notifying.settings import Notifier
from gdpr_desktop.casework.model import CaseKind
from gdpr_desktop.casework.officers import is_officer, is_officers_title
from gdpr_desktop.casework.settings import Decider
from gdpr_desktop.consents.ages import YouthRule
from gdpr_desktop.consents.keeping.model import DEFAULT_YEARS
from gdpr_desktop.core.errors import FieldProblem
from gdpr_desktop.core.municipality import Municipality
from gdpr_desktop.core.text import _

IDLE_RANGE = (2, 60)  # minutes
RETENTION_RANGE = (1, 10)  # years
MOST_ROWS = 500
_LONGEST = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingsValue:
    """Everything that one visit to the settings can change."""

    municipality: Municipality
    letterhead: bytes | None = field(default=None, repr=False)
    deciders: tuple[Decider, ...] = ()
    idle_minutes: int
    retention_years: dict[CaseKind, int]
    rectification_target: bool = False
    notifiers: tuple[Notifier, ...] = ()
    youth_rules: tuple[YouthRule, ...] = ()
    proof_years: int = DEFAULT_YEARS  # of a consent, after it ended


def decider_problems(deciders: Iterable[Decider], officers: frozenset[str]) -> list[FieldProblem]:
    """``officers``: names of those who advise and can therefore not decide."""
    found = []
    seen: set[tuple[str, object]] = set()
    for number, one in enumerate(deciders, 1):
        if not one.name:
            found.append(_row(DECIDERS, number, _("Write the name.")))
        elif is_officer(one.name, officers) or is_officers_title(one.title):
            text = _("The officer advises and controls, and cannot decide too (art. 38(6)).")
            found.append(_row(DECIDERS, number, text))
        if not one.title:
            found.append(_row(DECIDERS, number, _("Write the title or role.")))
        if one.starts and one.ends and one.ends < one.starts:
            found.append(_row(DECIDERS, number, _("The last day is before the first one.")))
        key = (one.name.casefold(), one.starts)
        if one.name and key in seen:
            found.append(_row(DECIDERS, number, _("This name stands there already.")))
        seen.add(key)
    return found + _lengths(DECIDERS, ((one.name, one.title, one.decides) for one in deciders))


def notifier_problems(notifiers: Iterable[Notifier], today: date) -> list[FieldProblem]:
    """Those who may notify the authority; a test of their role lies in the past."""
    found = []
    seen = set()
    for number, one in enumerate(notifiers, 1):
        if not one.name:
            found.append(_row(NOTIFIERS, number, _("Write the name.")))
        if one.name and one.name.casefold() in seen:
            found.append(_row(NOTIFIERS, number, _("This name stands there already.")))
        if one.tested_on is not None and one.tested_on > today:
            found.append(_row(NOTIFIERS, number, _("This day has not come yet.")))
        seen.add(one.name.casefold())
    return found + _lengths(NOTIFIERS, ((one.name, one.title) for one in notifiers))


def range_problems(value: SettingsValue) -> list[FieldProblem]:
    """Minutes and years outside what is allowed."""
    found = []
    least, most = IDLE_RANGE
    if not least <= value.idle_minutes <= most:
        text = _("Choose between {least} and {most} minutes.").format(least=least, most=most)
        found.append(FieldProblem(field="idle_minutes", text=text))
    least, most = RETENTION_RANGE
    kept = {f"retention_{kind.value}": years for kind, years in value.retention_years.items()}
    for name, years in {**kept, "proof_years": value.proof_years}.items():
        if not least <= years <= most:
            text = _("Choose between {least} and {most} years.").format(least=least, most=most)
            found.append(FieldProblem(field=name, text=text))
    return found


DECIDERS, NOTIFIERS = "deciders", "notifiers"  # names of fields


def _row(name: str, number: int, text: str) -> FieldProblem:
    told = _("Line {number}: {problem}").format(number=number, problem=text)
    return FieldProblem(field=name, text=told)


def _lengths(name: str, rows: Iterable[tuple[str, ...]]) -> list[FieldProblem]:
    found = []
    kept = list(rows)
    if len(kept) > MOST_ROWS:
        text = _("There is room for {limit} lines.").format(limit=MOST_ROWS)
        found.append(FieldProblem(field=name, text=text))
    for number, row in enumerate(kept, 1):
        if any(len(words) > _LONGEST for words in row):
            text = _("Use at most {limit} characters in each field.").format(limit=_LONGEST)
            found.append(_row(name, number, text))
    return found
