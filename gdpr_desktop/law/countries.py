"""How a country stands in chapter V: inside the EEA, found adequate, or a third country."""

import tomllib
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

import msgspec


class Standing(StrEnum):
    """Where data may go, and how."""

    EEA = "eea"  # no transfer at all
    ADEQUATE = "adequate"  # art. 45
    PARTLY_ADEQUATE = "partly_adequate"  # art. 45, but only some recipients
    THIRD = "third"  # needs a ground of art. 46 or 49


@dataclass(frozen=True, slots=True, kw_only=True)
class CountryRules:
    """One dated set of ISO 3166 codes. ``start`` is the first day it holds."""

    version: str
    start: date
    eea: frozenset[str]
    adequate: frozenset[str]
    partly_adequate: frozenset[str]


def read_countries(text: str) -> tuple[CountryRules, ...]:
    """The sets in TOML ``text``, oldest first, each filled up from the one before it.

    Raises ValueError for a name that is missing, unknown or of the wrong kind, and for sets out
    of order.
    """
    sets: list[CountryRules] = []
    values: dict[str, Any] = {}
    for entry in tomllib.loads(text)["countries"]:
        entry["start"] = entry.pop("from")
        values = {**values, **entry}
        unknown = {*values} - {*CountryRules.__dataclass_fields__}
        if unknown:
            raise ValueError(f"unknown rule: {', '.join(sorted(unknown))}")
        sets.append(msgspec.convert(values, CountryRules))
    if [one.start for one in sets] != sorted({one.start for one in sets}):
        raise ValueError("the sets of countries are not in order of date")
    return tuple(sets)


@cache
def all_countries() -> tuple[CountryRules, ...]:
    """Our own sets, oldest first; read once, from the file beside this module."""
    return read_countries(Path(__file__).with_name("countries.toml").read_text(encoding="utf-8"))


def standing(country: str, day: date | None = None) -> Standing:
    """How ``country`` stood on ``day``; without a day, as it stands in the newest set."""
    sets = all_countries()
    held = [one for one in sets if day is None or one.start <= day] or [sets[0]]
    rules = held[-1]
    code = country.strip().upper()
    if code in rules.eea:
        return Standing.EEA
    if code in rules.adequate:
        return Standing.ADEQUATE
    return Standing.PARTLY_ADEQUATE if code in rules.partly_adequate else Standing.THIRD
