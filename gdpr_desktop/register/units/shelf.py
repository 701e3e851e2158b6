"""The shelf of units and responsible roles."""

from typing import TYPE_CHECKING

from gdpr_desktop.core.text import N_, _, current_language
from gdpr_desktop.register.entries import store
from gdpr_desktop.register.entries.model import Entry, EntryId, EntryKind, Finding
from gdpr_desktop.register.entries.shelf import ExtraColumn, Group, Shelf
from gdpr_desktop.register.entries.unreadable import is_readable
from gdpr_desktop.register.units.model import Unit

if TYPE_CHECKING:
    from gdpr_desktop.core.bilingual import Bilingual
    from gdpr_desktop.vault import Vault


def finding_words(_finding: Finding) -> str:
    """The one thing that may be missing."""
    return _("Say which role answers for the data that the unit handles.")


def groups(vault: "Vault", entry: Entry) -> tuple[Group, ...]:
    """What is known of the unit."""
    unit: Unit = entry.content
    language, chief = vault.municipality().language, vault.municipality().controller_title
    above = store.names_of(vault.db, [unit.parent_id] if unit.parent_id else [])
    activities, systems = answers_for(vault, entry.id)
    return (
        Group(
            title=_("About the unit"),
            part="about",
            facts=(
                (_("Responsible role"), unit.responsible.in_(language)),
                (_("Field of work"), unit.field_of_work.in_(language)),
                (_("Contact"), unit.contact),
                (_("Under"), above[0] if above else ""),
                (_("Answers overall"), chief or _("Not said: write it in the settings.")),
            ),
        ),
        Group(
            title=_("Answers for"),
            facts=(
                (_("Activities"), "\n".join(activities)),
                (_("Systems"), "\n".join(systems)),
            ),
        ),
    )


def answers_for(vault: "Vault", unit_id: EntryId) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The names of the activities and systems of one unit."""
    users = [
        one
        for one in store.users_of(vault.db, unit_id)
        if one.kind in (EntryKind.ACTIVITY, EntryKind.SYSTEM)
        and is_readable(one)
        and one.content.unit_id == unit_id
    ]
    found = {
        kind: tuple(one.name for one in users if one.kind is kind)
        for kind in (EntryKind.ACTIVITY, EntryKind.SYSTEM)
    }
    return found[EntryKind.ACTIVITY], found[EntryKind.SYSTEM]


def _role(entry: Entry) -> str:
    role: Bilingual = entry.content.responsible
    return role.in_(current_language())


SHELF = Shelf(
    kind=EntryKind.UNIT,
    title=N_("Units"),
    new_text=N_("&New unit"),
    search_hint=N_("Search name or responsible role"),
    empty_title=N_("No units yet"),
    empty_text=N_(
        "The chief executive answers for everything, and each head for a field. Units say who"
        " answers for what."
    ),
    groups=groups,
    finding_words=finding_words,
    edit="gdpr_desktop.register.units.dialogs:UnitDialog",
    columns=(ExtraColumn(header=N_("Responsible role"), text=_role, width=180),),
    tools=(("list", N_("Who answers for &what")),),
    tool="gdpr_desktop.register.units.dialogs:open_list",
    approves=False,
)
