"""The shelf of processing activities."""

from typing import TYPE_CHECKING

from gdpr_desktop.core.text import N_, _
from gdpr_desktop.register.activities.advice import finding_words
from gdpr_desktop.register.activities.facts import Links, sections
from gdpr_desktop.register.activities.findings import completeness
from gdpr_desktop.register.assessments import deeds as assessments
from gdpr_desktop.register.entries.model import Entry, EntryDue, EntryKind
from gdpr_desktop.register.entries.shelf import ExtraColumn, Group, Shelf
from gdpr_desktop.register.exchange import tools as exchange
from gdpr_desktop.register.library import deeds as library
from gdpr_desktop.register.risks.advice import dpia_advice
from gdpr_desktop.register.risks.words import dpia_words

if TYPE_CHECKING:
    from gdpr_desktop.vault import Vault

PRINT = "print"


def groups(vault: "Vault", entry: Entry) -> tuple[Group, ...]:
    """What is known of the activity, in the order of the form."""
    own = sections(entry.content, Links.of(vault, entry.content))
    return (*_dpia(vault, entry), *own, *assessments.groups(entry))


def _dpia(vault: "Vault", entry: Entry) -> tuple[Group, ...]:
    """What the risk assessments say about a DPIA, while none is made."""
    if entry.content.dpia.done_on is not None:
        return ()
    advice = [dpia_words(one) for one in dpia_advice(vault.db, entry.id)]
    facts = tuple((_("From the risk assessment"), words) for words in advice)
    return (Group(title=_("Should a DPIA be made?"), facts=facts),) if facts else ()


def progress_words(entry: Entry) -> str:
    """How much of what is asked is answered."""
    done, asked = completeness(entry.content)
    return _("{done} of {asked}").format(done=done, asked=asked)


def _due_words(due: EntryDue) -> str:
    if due.kind == "review":
        return _("Look it over again")
    return due.title


def _deeds(vault: "Vault", entry: Entry) -> tuple[tuple[str, str], ...]:
    own = (PRINT, _("Write it to Word"))
    return (*library.offered(vault, entry), *assessments.offered(vault, entry), own)


SHELF = Shelf(
    kind=EntryKind.ACTIVITY,
    title=N_("Processing activities"),
    new_text=N_("&New activity"),
    search_hint=N_("Search name, purpose or data"),
    empty_title=N_("No processing activities yet"),
    empty_text=N_(
        "The record lists everything that the municipality does with data about people: for what,"
        " about whom, and for how long. Begin with what concerns most people."
    ),
    groups=groups,
    finding_words=finding_words,
    edit="gdpr_desktop.register.activities.dialogs.activity:ActivityDialog",
    due_words=_due_words,
    columns=(ExtraColumn(header=N_("Filled in"), text=progress_words, width=110),),
    do="gdpr_desktop.register.activities.dialogs.deeds:do",
    deeds=_deeds,
    tools=exchange.TOOLS,
    keeper_tools=exchange.KEEPER_TOOLS,
    tool=exchange.TOOL,
    new="gdpr_desktop.register.library.dialogs:new_activity",
)
