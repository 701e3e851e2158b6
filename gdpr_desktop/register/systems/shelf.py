"""The shelf of systems."""

from typing import TYPE_CHECKING

from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.text import N_, _, current_language
from gdpr_desktop.register.activities.words import answer_words
from gdpr_desktop.register.assessments import deeds as assessments
from gdpr_desktop.register.countries import country_name
from gdpr_desktop.register.entries import store
from gdpr_desktop.register.entries.model import Entry, EntryKind
from gdpr_desktop.register.entries.shelf import ExtraColumn, Group, Shelf
from gdpr_desktop.register.entries.unreadable import is_readable
from gdpr_desktop.register.systems.model import System
from gdpr_desktop.register.systems.words import due_words, finding_words

if TYPE_CHECKING:
    from datetime import date

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
                (_("Where the data lie"), system.place),
                (_("Country"), country_name(system.country, current_language())),
                (_("In use from"), _day(system.in_use_from)),
                (_("In use until"), _day(system.in_use_until)),
                (_("Note"), system.note),
            ),
        ),
        Group(title=_("Supplier"), part="supplier", facts=_supplier(vault, system)),
        Group(
            title=_("Security"),
            part="security",
            facts=(
                (_("Use is logged"), answer_words(system.logging)),
                (_("Data are encrypted"), answer_words(system.encryption)),
                (_("Backups"), answer_words(system.backup)),
                (_("Access is controlled"), answer_words(system.access_control)),
                (_("Measures"), system.measures.in_(language)),
                (_("Last changed"), _day(system.changed_on)),
                (_("Risks assessed"), _day(system.risk_assessed_on)),
                (_("To be gone through"), _day(system.review_on)),
            ),
        ),
        *assessments.groups(entry),
    )


def _supplier(vault: "Vault", system: System) -> tuple[tuple[str, str], ...]:
    """The supplier, and how the agreement with it stands where it is a processor."""
    if system.supplier_id is None:
        return ((_("Supplier"), system.supplier),)
    from gdpr_desktop.register.processors.words import agreement_state

    supplier = store.entry(vault.db, system.supplier_id, unreadable=True)
    if not is_readable(supplier):
        return ((_("Supplier"), supplier.name),)
    return (
        (_("Supplier"), supplier.name),
        (_("Processor agreement"), agreement_state(supplier.content)),
    )


def _day(day: "date | None") -> str:
    return long_date(day) if day else ""


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
    due_words=due_words,
    edit="gdpr_desktop.register.systems.dialogs:SystemDialog",
    columns=(ExtraColumn(header=N_("Owner"), text=_owner),),
    approves=False,
    deeds=assessments.offered,
    do="gdpr_desktop.register.assessments.dialogs:do",
)
