"""What a statement is written from: the municipality and the entries it points to."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from gdpr_desktop.core.municipality import Municipality
from gdpr_desktop.information.statements.model import PrivacyStatement
from gdpr_desktop.register.activities.model import Activity
from gdpr_desktop.register.arrangements.model import Arrangement
from gdpr_desktop.register.entries import store
from gdpr_desktop.register.entries.model import Entry, EntryId, EntryState
from gdpr_desktop.register.entries.unreadable import is_readable
from gdpr_desktop.register.processors.model import Processor
from gdpr_desktop.register.systems.model import System
from gdpr_desktop.vault import Vault


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """Everything a statement says that does not stand in it. ``today`` dates what is written;
    the activities' processors, systems and arrangements are among those named here."""

    municipality: Municipality
    activities: tuple[Activity, ...] = ()
    processors: tuple[Processor, ...] = ()
    systems: tuple[System, ...] = ()
    arrangements: tuple[Arrangement, ...] = ()
    today: date | None = None
    approved_by: str = ""
    approved_on: date | None = None
    changed_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """The surroundings, and the entries they were read from."""

    around: Surroundings
    sources: tuple[EntryId, ...] = field(default=())


def gather(vault: Vault, entry: Entry, statement: PrivacyStatement | None = None) -> Gathered:
    """Read what ``entry`` (or its content as it is being changed) is written from.

    What is over is told no more.
    """
    content: PrivacyStatement = statement or entry.content
    activities = _all(vault, content.activities)
    processors = _more(content.processors, activities, "processors")
    systems = _more(content.systems, activities, "systems")
    arrangements = _more((), activities, "arrangements")
    approved = entry.state is EntryState.APPROVED
    around = Surroundings(
        municipality=vault.municipality(),
        activities=activities,
        processors=_all(vault, processors),
        systems=_all(vault, systems),
        arrangements=_all(vault, arrangements),
        today=vault.clock.today(),
        approved_by=entry.approved_by if approved else "",
        approved_on=entry.approved_at.date() if approved and entry.approved_at else None,
        changed_on=entry.changed_at.date(),
    )
    used = (entry.id, *content.activities, *processors, *systems, *arrangements)
    return Gathered(around=around, sources=tuple(dict.fromkeys(used)))


def _more(
    own: tuple[EntryId, ...], activities: tuple[Activity, ...], part: str
) -> tuple[EntryId, ...]:
    found = [one for activity in activities for one in getattr(activity, part)]
    return tuple(dict.fromkeys((*own, *found)))


def _all(vault: Vault, ids: tuple[EntryId, ...]) -> tuple[Any, ...]:
    found = (store.entry(vault.db, one, unreadable=True) for one in ids)
    kept = (one for one in found if one.state is not EntryState.RETIRED)
    return tuple(one.content for one in kept if is_readable(one))
