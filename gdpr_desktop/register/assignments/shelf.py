"""The shelf of what the municipality does on behalf of others."""

from typing import TYPE_CHECKING

from gdpr_desktop.core.text import N_, _
from gdpr_desktop.register.activities.words import answer_words, transfer_words
from gdpr_desktop.register.entries import store
from gdpr_desktop.register.entries.model import Entry, EntryKind
from gdpr_desktop.register.entries.shelf import ExtraColumn, Group, Shelf
from gdpr_desktop.register.processors.model import Assignment
from gdpr_desktop.register.processors.shelf import agreement_facts
from gdpr_desktop.register.processors.words import due_words, finding_words

if TYPE_CHECKING:
    from gdpr_desktop.vault import Vault


def groups(vault: "Vault", entry: Entry) -> tuple[Group, ...]:
    """What art. 30(2) asks for, and the agreement."""
    assignment: Assignment = entry.content
    language = vault.municipality().language
    unit = store.names_of(vault.db, [assignment.unit_id] if assignment.unit_id else [])
    systems = store.names_of(vault.db, assignment.systems)
    subs = store.names_of(vault.db, assignment.sub_processors)
    return (
        Group(
            title=_("For whom and what"),
            part="about",
            facts=(
                (_("Controller"), assignment.controller),
                (_("Contact"), assignment.controller_contact),
                (_("Data protection officer there"), assignment.controller_officer),
                (_("What we do"), assignment.categories.in_(language)),
                (_("Unit"), ", ".join(unit)),
                (_("Responsible role"), assignment.responsible),
                (_("Systems"), ", ".join(systems)),
                (_("Sub-processors"), ", ".join(subs)),
                (_("Note"), assignment.note),
            ),
        ),
        Group(
            title=_("Security and transfers"),
            part="security",
            facts=(
                (_("Security measures"), assignment.security.in_(language)),
                (_("Seen from outside the EEA"), answer_words(assignment.outside_eea)),
                (
                    _("Transfers"),
                    "\n".join(map(transfer_words, assignment.transfers)),
                ),
            ),
        ),
        Group(
            title=_("Agreement"),
            part="agreement",
            facts=agreement_facts(assignment.agreement, full=False),
        ),
    )


def _controller(entry: Entry) -> str:
    return str(entry.content.controller)


SHELF = Shelf(
    kind=EntryKind.ASSIGNMENT,
    title=N_("For others"),
    new_text=N_("&New assignment"),
    search_hint=N_("Search name or controller"),
    empty_title=N_("Nothing done for others yet"),
    empty_text=N_(
        "Does the municipality handle personal data on behalf of another, such as a cooperation"
        " or a neighbour? Then it is a processor, with a record of its own (article 30 no. 2)."
    ),
    groups=groups,
    finding_words=finding_words,
    due_words=due_words,
    edit="gdpr_desktop.register.assignments.dialogs:AssignmentDialog",
    columns=(ExtraColumn(header=N_("Controller"), text=_controller, width=180),),
)
