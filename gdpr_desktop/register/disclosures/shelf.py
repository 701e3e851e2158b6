"""The shelf of routine disclosures."""

from typing import TYPE_CHECKING

from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.text import N_, _
from gdpr_desktop.register.activities.words import law_words
from gdpr_desktop.register.disclosures.model import RoutineDisclosure
from gdpr_desktop.register.disclosures.words import (
    confidentiality_words,
    due_words,
    finding_words,
)
from gdpr_desktop.register.entries import store
from gdpr_desktop.register.entries.model import Entry, EntryKind
from gdpr_desktop.register.entries.shelf import ExtraColumn, Group, Shelf

if TYPE_CHECKING:
    from datetime import date

    from gdpr_desktop.vault import Vault


def groups(vault: "Vault", entry: Entry) -> tuple[Group, ...]:
    """To whom, by what law, and how."""
    found: RoutineDisclosure = entry.content
    language = vault.municipality().language
    return (
        Group(
            title=_("About the disclosure"),
            part="about",
            facts=(
                (_("Recipient"), found.recipient),
                (_("Used for"), found.recipient_purpose.in_(language)),
                (_("Which data"), found.data.in_(language)),
                (_("Activities"), "\n".join(store.names_of(vault.db, found.activities))),
                (_("Responsible role"), found.responsible),
            ),
        ),
        Group(
            title=_("Law and confidentiality"),
            part="law",
            why=_(
                "Giving data away is processing: it needs a lawful basis. What is confidential"
                " needs a section that lifts confidentiality besides."
            ),
            facts=(
                (_("Basis"), "\n".join(law_words(law, language) for law in found.basis)),
                (_("Duty of confidentiality"), confidentiality_words(found, language)),
            ),
        ),
        _how(found),
    )


def _how(found: RoutineDisclosure) -> Group:
    return Group(
        title=_("How and when"),
        part="how",
        facts=(
            (_("How it is sent"), found.how),
            (_("How often"), found.often),
            (_("From"), _day(found.starts)),
            (_("Until"), _day(found.ends)),
            (_("Go through again"), _day(found.review_on)),
            (_("Archive case number"), found.archive_number),
            (_("Note"), found.note),
        ),
    )


def _day(day: "date | None") -> str:
    return long_date(day) if day else ""


def _recipient(entry: Entry) -> str:
    return str(entry.content.recipient)


SHELF = Shelf(
    kind=EntryKind.ROUTINE_DISCLOSURE,
    title=N_("Disclosures"),
    new_text=N_("&New routine disclosure"),
    search_hint=N_("Search name, recipient or data"),
    empty_title=N_("No routine disclosures yet"),
    empty_text=N_(
        "Data that regularly go to somebody who answers for them afterwards. There are three"
        " starting points to begin from."
    ),
    groups=groups,
    finding_words=finding_words,
    due_words=due_words,
    edit="gdpr_desktop.register.disclosures.dialogs:RoutineDisclosureDialog",
    icon="letter",
    columns=(ExtraColumn(header=N_("Recipient"), text=_recipient, width=200),),
)
