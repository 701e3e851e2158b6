"""The numbers in the law as dated rules, chosen by the date of the event (``rules.toml``)."""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import msgspec


@dataclass(frozen=True, slots=True, kw_only=True)
class AgeRules:
    """Ages in whole years from which a person decides alone."""

    adult: int
    information_society: int
    organisational_consent: int
    special_categories: int
    health: int
    health_withhold: int
    association: int
    party: int
    access_may_ask: int
    access_asks_self: int
    child_heard: int
    child_weighs: int
    maturity: int
    health_research: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """One dated set; each name ends in its unit. ``start`` is the first day it holds."""

    version: str
    start: date
    reply_months: int
    extension_months: int
    information_months: int
    information_normal_days: int
    notification_hours: int
    consultation_weeks: int
    consultation_extension_weeks: int
    consultation_notice_months: int
    appeal_weeks: int
    prompt_working_days: int
    prompt_sure_working_days: int
    officer_told_hours: int
    rectification_days: int
    reminder_days: tuple[int, ...]
    repeat_months: int
    other_access_first_working_days: int
    other_access_last_working_days: int
    ages: AgeRules


def read_rules(text: str) -> tuple[Rules, ...]:
    """The sets in TOML ``text``, oldest first, each filled up from the one before it.

    Raises ValueError for a name that is missing, unknown or of the wrong kind, and for sets out
    of order.
    """
    known = {*Rules.__dataclass_fields__}
    sets: list[Rules] = []
    values: dict[str, Any] = {}
    for entry in tomllib.loads(text)["rules"]:
        entry["start"] = entry.pop("from")
        ages = {**values.get("ages", {}), **entry.pop("ages", {})}
        values = {**values, **entry, "ages": ages}
        unknown = {*values} - known | {*ages} - {*AgeRules.__dataclass_fields__}
        if unknown:
            raise ValueError(f"unknown rule: {', '.join(sorted(unknown))}")
        sets.append(msgspec.convert(values, Rules))
    if [one.start for one in sets] != sorted({one.start for one in sets}):
        raise ValueError("the sets of rules are not in order of date")
    return tuple(sets)


@cache
def all_rules() -> tuple[Rules, ...]:
    """Our own sets, oldest first; read once, from the file beside this module."""
    return read_rules(Path(__file__).with_name("rules.toml").read_text(encoding="utf-8"))


def rules_on(day: date) -> Rules:
    """The set that holds for an event on ``day``; the oldest one for an earlier event."""
    sets = all_rules()
    for one in reversed(sets):
        if one.start <= day:
            return one
    return sets[0]
