"""What a municipality has settled once, and the cases go by: who decides, where data lie, for how
long cases are kept, when the window locks. Kept in the file as JSON, changed in the settings."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

import msgspec

DECIDERS, SYSTEMS, UNITS = "deciders", "systems", "units"
IDLE_MINUTES, RETENTION_YEARS = "idle_minutes", "retention_years"
RECTIFICATION_TARGET = "rectification_target"  # our own three days, beside the month
TAKEN_OVER = "places_in_record"  # systems and units of the settings now stand in the record
USUAL_IDLE_MINUTES = 10


class Settings(Protocol):
    """As much of a vault as is read here."""

    def setting(self, key: str, default: Any = None) -> Any: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Decider:
    """Somebody the controller has delegated to decide. Open ends are None; ``decides`` in words."""

    name: str
    title: str
    starts: date | None = None
    ends: date | None = None
    decides: str = ""

    def on(self, day: date) -> bool:
        """May they decide on ``day``?"""
        return (self.starts is None or self.starts <= day) and (
            self.ends is None or day <= self.ends
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class System:
    """A computer system that holds data about people. ``contact`` is an e-mail address."""

    name: str
    department: str = ""
    contact: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A part of the municipality that may be asked. ``contact`` is an e-mail address."""

    name: str
    contact: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where data about a person may lie, and who is asked for them."""

    name: str
    responsible: str


def deciders(vault: Settings) -> tuple[Decider, ...]:
    """All of them, also those whose time is over."""
    return msgspec.convert(vault.setting(DECIDERS, ()), type=tuple[Decider, ...])


def deciders_on(vault: Settings, day: date) -> tuple[Decider, ...]:
    """Those who may decide on ``day``."""
    return tuple(one for one in deciders(vault) if one.on(day))


def systems(vault: Settings) -> tuple[System, ...]:
    """The systems that were typed in the settings, before the record had them."""
    return msgspec.convert(vault.setting(SYSTEMS, ()), type=tuple[System, ...])


def units(vault: Settings) -> tuple[Unit, ...]:
    """The units that were typed in the settings, before the record had them."""
    return msgspec.convert(vault.setting(UNITS, ()), type=tuple[Unit, ...])


PlaceSource = Callable[[Any], tuple[Place, ...]]
_sources: list[PlaceSource] = []


def set_place_source(source: PlaceSource) -> None:
    """Have ``places`` ask ``source`` too: the record of processing, which is above this room."""
    _sources[:] = [source]


def places(vault: Settings) -> tuple[Place, ...]:
    """Where data may lie, each name once: of the record, and what it has not taken over yet."""
    found = {place.name.casefold(): place for source in _sources for place in source(vault)}
    if not vault.setting(TAKEN_OVER, default=False):
        for place in typed_places(vault):
            found.setdefault(place.name.casefold(), place)
    return tuple(found.values())


def typed_places(vault: Settings) -> tuple[Place, ...]:
    """Those that were typed in the settings, before the record had them."""
    contacts = {unit.name.casefold(): unit.contact for unit in units(vault)}
    found: dict[str, Place] = {}
    for system in systems(vault):
        contact = system.contact or contacts.get(system.department.casefold(), "")
        found[system.name.casefold()] = Place(
            name=system.name, responsible=_who(system.department, contact)
        )
    for unit in units(vault):
        found.setdefault(unit.name.casefold(), Place(name=unit.name, responsible=unit.contact))
    return tuple(found.values())


def _who(department: str, contact: str) -> str:
    return f"{department} ({contact})" if department and contact else department or contact


def idle_minutes(vault: Settings) -> int:
    """Minutes without a key or the mouse before the register locks itself."""
    return int(vault.setting(IDLE_MINUTES, USUAL_IDLE_MINUTES))


def rectification_target(vault: Settings) -> bool:
    """Do requests for rectification have our own three days too? (source 004)"""
    return bool(vault.setting(RECTIFICATION_TARGET, default=False))


def as_json(value: Any) -> Any:
    """What ``save_setting`` keeps of dataclasses, and of mappings of kinds to years."""
    if isinstance(value, Mapping):
        return {str(key): each for key, each in value.items()}
    if isinstance(value, Iterable) and not isinstance(value, str):
        return [msgspec.to_builtins(each) for each in value]
    return value
