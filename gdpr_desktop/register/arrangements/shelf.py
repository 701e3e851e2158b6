"""The shelf of joint controllers and cooperation."""

from typing import TYPE_CHECKING

from gdpr_desktop.core.dates import long_date, short_date
from gdpr_desktop.core.text import N_, _
from gdpr_desktop.register.activities.words import answer_words
from gdpr_desktop.register.arrangements.model import DUTIES, Arrangement
from gdpr_desktop.register.arrangements.words import (
    due_words,
    duty_words,
    finding_words,
    form_words,
)
from gdpr_desktop.register.entries.model import Entry, EntryKind
from gdpr_desktop.register.entries.shelf import ExtraColumn, Group, Shelf

if TYPE_CHECKING:
    from datetime import date

    from gdpr_desktop.vault import Vault

PRINT = "print"


def groups(vault: "Vault", entry: Entry) -> tuple[Group, ...]:
    """With whom, who does what, what is made known."""
    arrangement: Arrangement = entry.content
    language = vault.municipality().language
    return (
        Group(
            title=_("About the cooperation"),
            part="about",
            facts=(
                (_("Form"), form_words(arrangement.form)),
                (_("Who takes part"), "\n".join(arrangement.partners)),
                (_("Agreed"), _day(arrangement.agreed_on)),
                (_("Runs out"), _day(arrangement.runs_out)),
                (_("In writing"), answer_words(arrangement.written)),
                (_("Archive case number"), arrangement.archive_number),
                (_("Note"), arrangement.note),
            ),
        ),
        Group(
            title=_("Who does what"),
            part="duties",
            facts=(
                *((duty_words(duty), arrangement.who(duty)) for duty in DUTIES),
                (_("Contact point"), arrangement.contact_point),
            ),
        ),
        Group(
            title=_("What people are told"),
            part="essence",
            why=_(
                "People have a right to know the essence of an arrangement between joint"
                " controllers (article 26 no. 2). They may use their rights against each of them."
            ),
            facts=(
                (_("Essence"), arrangement.essence.in_(language)),
                (_("Published"), arrangement.published),
            ),
        ),
    )


def _day(day: "date | None") -> str:
    return long_date(day) if day else ""


def _form(entry: Entry) -> str:
    return form_words(entry.content.form)


def _ends(entry: Entry) -> str:
    day = entry.content.runs_out
    return short_date(day) if day else ""


def deeds(_vault: "Vault", entry: Entry) -> tuple[tuple[str, str], ...]:
    """What people may read can be printed once it is written."""
    return ((PRINT, _("Print the essence")),) if entry.content.essence else ()


SHELF = Shelf(
    kind=EntryKind.ARRANGEMENT,
    title=N_("Cooperation"),
    new_text=N_("&New cooperation"),
    search_hint=N_("Search name or partner"),
    empty_title=N_("No cooperation yet"),
    empty_text=N_(
        "Where several decide together why and how data are used, they must agree on who does"
        " what, and tell people the essence of it (article 26)."
    ),
    groups=groups,
    finding_words=finding_words,
    due_words=due_words,
    edit="gdpr_desktop.register.arrangements.dialogs:ArrangementDialog",
    columns=(
        ExtraColumn(header=N_("Form"), text=_form, width=170),
        ExtraColumn(header=N_("Runs out"), text=_ends, width=100, named=True),
    ),
    deeds=deeds,
    do="gdpr_desktop.register.arrangements.dialogs:do",
)
