"""The shelf of retention: the yearly confirmation that what fell due was erased."""

from typing import TYPE_CHECKING

from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.text import N_, _
from gdpr_desktop.register.entries import store
from gdpr_desktop.register.entries.model import Entry, EntryKind
from gdpr_desktop.register.entries.shelf import ExtraColumn, Group, Shelf
from gdpr_desktop.register.retention.model import Confirmation, RetentionRound
from gdpr_desktop.register.retention.words import (
    answer_words,
    condition_words,
    due_words,
    finding_words,
    standing,
)

if TYPE_CHECKING:
    from datetime import date

    from gdpr_desktop.vault import Vault

FORM, ANSWER, OVERVIEW, STATUS = "form", "answer", "overview", "status"


def groups(vault: "Vault", entry: Entry) -> tuple[Group, ...]:
    """Who was asked, and what they answered for each category."""
    content: RetentionRound = entry.content
    about = Group(
        title=_("About the round"),
        part="about",
        why=_(
            "Each manager confirms once a year that data whose time was over are erased or handed"
            " to the archives."
        ),
        summary=standing(content),
        facts=(
            (_("Responsible role"), content.responsible),
            (_("Answer by"), _day(content.due)),
            (_("Form written"), _day(content.sent_on)),
            (_("Answered"), _day(content.answered_on)),
            (_("Answered by"), content.answered_by),
            (_("Ask again"), _day(content.follow_up)),
            (_("Note"), content.note),
        ),
    )
    return (about, *(_activity(vault, content, one) for one in content.activity_ids))


def _activity(vault: "Vault", content: RetentionRound, activity_id: int) -> Group:
    items = [one for one in content.items if one.activity_id == activity_id]
    names = store.names_of(vault.db, [items[0].activity_id] if items else [])
    return Group(
        title=", ".join(names),
        facts=tuple((one.data, _answer(one)) for one in items),
        summary=str(len(items)),
    )


def _answer(item: Confirmation) -> str:
    answer = answer_words(item.answer)
    if item.condition:
        answer += f": {condition_words(item.condition)}"
    return "\n".join(part for part in (item.rule, answer, item.note) if part)


def _day(day: "date | None") -> str:
    return long_date(day) if day else ""


def _responsible(entry: Entry) -> str:
    return str(entry.content.responsible)


def _standing(entry: Entry) -> str:
    return standing(entry.content)


def _deeds(_vault: "Vault", entry: Entry) -> tuple[tuple[str, str], ...]:
    content: RetentionRound = entry.content
    form = (FORM, _("Write the form"))
    if content.answered_on is not None:
        return ((ANSWER, _("Change the answer")), form)
    enter = (ANSWER, _("Enter the answer"))
    return (form, enter) if content.sent_on is None else (enter, form)


SHELF = Shelf(
    kind=EntryKind.RETENTION_ROUND,
    title=N_("Erasure"),
    new_text=N_("&Start this year's round"),
    search_hint=N_("Search unit, role or who answered"),
    empty_title=N_("Nobody has been asked yet"),
    empty_text=N_(
        "Once a year each manager confirms that data whose time was over are erased or handed to"
        " the archives. The questions come from the activities of the record."
    ),
    groups=groups,
    finding_words=finding_words,
    due_words=due_words,
    edit="gdpr_desktop.register.retention.dialogs.rounds:RoundDialog",
    new="gdpr_desktop.register.retention.dialogs:new",
    do="gdpr_desktop.register.retention.dialogs:do",
    tool="gdpr_desktop.register.retention.dialogs:tool",
    tools=((OVERVIEW, N_("How long data are kept")), (STATUS, N_("Who has answered"))),
    deeds=_deeds,
    icon="archive",
    columns=(
        ExtraColumn(header=N_("Answer"), text=_standing, width=150),
        ExtraColumn(header=N_("Responsible role"), text=_responsible, width=140),
    ),
    approves=False,
    deeds_first=True,
)
