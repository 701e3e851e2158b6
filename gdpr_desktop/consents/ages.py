"""From which age young people answer alone in ordinary matters: the municipality chooses.

The authority's older guidance, and handbook 3.7, say 15. Its newer guidance begins with 18
(vergemålslova § 9) and lets a younger one answer who is mature enough to choose freely and knows
what it is about (barnelova § 33). Neither is wrong; the choice is a dated setting.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

import msgspec

from gdpr_desktop.law.ages import age_on
from gdpr_desktop.law.rules import rules_on

YOUTH_AGES = "consent_youth_ages"  # the key of the setting


class Alone(StrEnum):
    """From when a young person answers alone."""

    FIFTEEN = "fifteen"  # the age of ``AgeRules.organisational_consent``
    MATURE = "mature"  # of age, or judged mature by somebody who is named


@dataclass(frozen=True, slots=True, kw_only=True)
class YouthRule:
    """What the municipality chose, from a day on."""

    start: date
    alone: Alone


def youth_rules(saved: Any) -> tuple[YouthRule, ...]:
    """What the setting holds, oldest first."""
    found = msgspec.convert(saved or (), type=tuple[YouthRule, ...])
    return tuple(sorted(found, key=lambda one: one.start))


def alone_on(chosen: Iterable[YouthRule], day: date) -> Alone:
    """What holds on ``day``; the handbook's 15 where nothing is chosen for it."""
    found = [one for one in chosen if one.start <= day]
    return max(found, key=lambda one: one.start).alone if found else Alone.FIFTEEN


class Hearing(StrEnum):
    """Whether the child is asked too, where parents answer (barnelova § 31)."""

    BY_MATURITY = "by_maturity"  # as soon as it can have a view of its own
    HEARD = "heard"  # must be allowed to say what it thinks
    WEIGHS = "weighs"  # … and it counts much


def hearing(birth_date: date | None, on: date) -> Hearing | None:
    """Is the child to be asked too? None for a grown-up, and where the birth date is not known.

    A child's own no is always respected: ``validity`` takes it as disagreement.
    """
    if birth_date is None or birth_date > on:
        return None
    ages, age = rules_on(on).ages, age_on(birth_date, on)
    if age >= ages.adult:
        return None
    if age >= ages.child_weighs:
        return Hearing.WEIGHS
    return Hearing.HEARD if age >= ages.child_heard else Hearing.BY_MATURITY
