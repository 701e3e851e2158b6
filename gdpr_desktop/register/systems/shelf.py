"""The shelf of systems."""

from typing import TYPE_CHECKING

from gdpr_desktop.core.text import N_, _
from gdpr_desktop.register.assessments import deeds as assessments
from gdpr_desktop.register.entries import store
from gdpr_desktop.register.entries.model import Entry, EntryKind
from gdpr_desktop.register.entries.shelf import ExtraColumn, Group, Shelf
from gdpr_desktop.register.systems.model import System
from gdpr_desktop.register.systems.words import answer_words, finding_words

if TYPE_CHECKING:
    from gdpr_desktop.vault import Vault


def groups(vault: "Vault", entry: Entry) -> tuple[Group, ...]:
    """What is known of the system."""
    system: System = entry.content
    language = vault.municipality().language
    unit = store.names_of(vault.db, [system.unit_id] if system.unit_id else [])
    return (
        Group(
            title=_("About the system"),
            part="about",
            facts=(
                (_("Used for"), system.description.in_(language)),
                (_("Unit"), ", ".join(unit)),
                (_("Owner"), system.owner),
                (_("Contact"), system.contact),
                (_("Supplier"), system.supplier),
                (_("Where the data lie"), system.place),
            ),
        ),
        Group(
            title=_("Security"),
            part="security",
            facts=(
                (_("Use is logged"), answer_words(system.logging)),
                (_("Data are encrypted"), answer_words(system.encryption)),
                (_("Backups"), answer_words(system.backup)),
                (_("Access is controlled"), answer_words(system.access_control)),
                (_("Measures"), system.measures.in_(language)),
            ),
        ),
        *assessments.groups(entry),
    )


def _owner(entry: Entry) -> str:
    return str(entry.content.owner)


SHELF = Shelf(
    kind=EntryKind.SYSTEM,
    title=N_("Systems"),
    new_text=N_("&New system"),
    search_hint=N_("Search name, owner or supplier"),
    empty_title=N_("No systems yet"),
    empty_text=N_(
        "A system is where data about people lie. Requests for access ask each of them, and"
        " the activities of the record say which they use."
    ),
    groups=groups,
    finding_words=finding_words,
    edit="gdpr_desktop.register.systems.dialogs:SystemDialog",
    columns=(ExtraColumn(header=N_("Owner"), text=_owner),),
    approves=False,
    deeds=assessments.offered,
    do="gdpr_desktop.register.assessments.dialogs:do",
)
