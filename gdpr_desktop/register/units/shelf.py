"""The shelf of units and responsible roles."""

from typing import TYPE_CHECKING

from gdpr_desktop.core.text import N_, _
from gdpr_desktop.register.entries.model import Entry, EntryKind, Finding
from gdpr_desktop.register.entries.shelf import Group, Shelf
from gdpr_desktop.register.units.model import Unit

if TYPE_CHECKING:
    from gdpr_desktop.vault import Vault


def finding_words(_finding: Finding) -> str:
    """The one thing that may be missing."""
    return _("Say which role answers for the data that the unit handles.")


def groups(vault: "Vault", entry: Entry) -> tuple[Group, ...]:
    """What is known of the unit."""
    unit: Unit = entry.content
    language = vault.municipality().language
    return (
        Group(
            title=_("About the unit"),
            part="about",
            facts=(
                (_("Responsible role"), unit.responsible.in_(language)),
                (_("Field of work"), unit.field_of_work.in_(language)),
                (_("Contact"), unit.contact),
            ),
        ),
    )


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
    approves=False,
)
