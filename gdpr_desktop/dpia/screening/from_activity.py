"""The first page of an assessment, as an activity of the record tells it."""

from datetime import date
from typing import TYPE_CHECKING

from gdpr_desktop.dpia.codes import Novelty
from gdpr_desktop.dpia.content import About
from gdpr_desktop.register.activities.model import Activity
from gdpr_desktop.register.entries import store as entries
from gdpr_desktop.register.entries.model import EntryId, EntryKind
from gdpr_desktop.register.entries.unreadable import is_readable

if TYPE_CHECKING:
    from gdpr_desktop.vault import Vault


def activities(vault: "Vault") -> tuple[tuple[int, str], ...]:
    """The activities of the record, by name."""
    return tuple((int(one), name) for one, name in entries.names(vault.db, EntryKind.ACTIVITY))


def about_of(vault: "Vault", activity_id: int) -> About:
    """What the record says; a processing that has begun goes on as it is."""
    entry = entries.entry(vault.db, EntryId(activity_id), unreadable=True)
    if entry.kind is not EntryKind.ACTIVITY or not is_readable(entry):
        return About(title="")
    activity: Activity = entry.content
    language = vault.municipality().language
    systems = entries.names_of(vault.db, activity.systems)
    unit = entries.names_of(vault.db, (activity.unit_id,)) if activity.unit_id else ()
    return About(
        title=activity.name.in_(language),
        description=activity.description.in_(language),
        systems=", ".join(systems),
        novelty=_novelty(activity.starts, vault.clock.today()),
        unit=unit[0] if unit else "",
        responsible_role=activity.responsible,
        starts_on=activity.starts,
        activities=(activity_id,),
    )


def _novelty(starts: date | None, today: date) -> Novelty:
    return Novelty.EXISTING if starts is not None and starts < today else Novelty.NEW
