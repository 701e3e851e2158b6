"""The shelf of processors."""

from typing import TYPE_CHECKING

from gdpr_desktop.core.dates import long_date, short_date
from gdpr_desktop.core.text import N_, _, current_language
from gdpr_desktop.register.activities.words import answer_words, transfer_words
from gdpr_desktop.register.countries import country_name
from gdpr_desktop.register.entries import store
from gdpr_desktop.register.entries.model import Entry, EntryKind
from gdpr_desktop.register.entries.shelf import ExtraColumn, Group, Shelf
from gdpr_desktop.register.processors.asking import askable
from gdpr_desktop.register.processors.model import Agreement, Processor
from gdpr_desktop.register.processors.words import (
    agreement_state,
    authorisation_words,
    clause_words,
    due_words,
    finding_words,
    frame_words,
    runs_out,
)

if TYPE_CHECKING:
    from datetime import date

    from gdpr_desktop.vault import Vault

ASK = "ask"


def groups(vault: "Vault", entry: Entry) -> tuple[Group, ...]:
    """What is known of the processor, and of each agreement."""
    processor: Processor = entry.content
    language = vault.municipality().language
    subs = store.names_of(vault.db, processor.sub_processor_ids)
    return (
        Group(
            title=_("About the processor"),
            part="about",
            facts=(
                (_("What it does for us"), processor.service.in_(language)),
                (_("Organisation number"), processor.organisation_number),
                (_("Contact"), processor.contact),
                (_("E-mail"), processor.email),
                (_("Address"), processor.address),
                (_("Country"), country_name(processor.country, current_language())),
                (_("Sub-processors"), ", ".join(subs)),
                (_("Note"), processor.note),
            ),
        ),
        *_agreement_groups(processor),
        Group(
            title=_("Outside the EEA"),
            part="abroad",
            facts=(
                (_("Seen from outside the EEA"), answer_words(processor.outside_eea)),
                (_("Transfers"), "\n".join(map(transfer_words, processor.transfers))),
            ),
        ),
    )


def _agreement_groups(processor: Processor) -> tuple[Group, ...]:
    if not processor.agreements:
        facts = (
            (_("Asked for an agreement"), _day(processor.asked_on)),
            (_("Answer wanted by"), _day(processor.answer_by)),
        )
        return (Group(title=_("Agreement"), part="agreements", facts=facts),)
    titles = [
        one.name or _("Agreement {number}").format(number=number)
        for number, one in enumerate(processor.agreements, 1)
    ]
    return tuple(
        Group(
            title=_("Agreement: {name}").format(name=title),
            part="agreements",
            summary=_("Over") if one.over else "",
            facts=agreement_facts(one),
        )
        for title, one in zip(titles, processor.agreements, strict=True)
    )


def agreement_facts(one: Agreement, *, full: bool = True) -> tuple[tuple[str, str], ...]:
    """What is known of an agreement; ``full``: with what is asked where we are the controller."""
    facts = (
        (_("Signed"), _day(one.signed_on)),
        (_("Runs out"), _day(one.runs_out)),
        (_("Says"), "\n".join(f"{letter}) {clause_words(letter)}" for letter in one.clauses)),
        (_("Describes"), "\n".join(frame_words(part) for part in one.frame)),
        (_("Warns of unlawful orders"), answer_words(one.warns)),
        (_("In writing"), answer_words(one.in_writing)),
        (_("May notify a breach for us"), answer_words(one.may_notify)),
        (_("Answers people who use their rights"), one.answers_requests),
        (_("Archive case number"), one.archive_number),
        (_("Note"), one.note),
    )
    return (*facts, *_others(one)) if full else facts


def _others(one: Agreement) -> tuple[tuple[str, str], ...]:
    subs = (
        (sub.name, country_name(sub.country, current_language()), sub.service)
        for sub in one.sub_processors
    )
    return (
        (_("Use of sub-processors"), authorisation_words(one.authorisation)),
        (_("Sub-processors"), "\n".join(", ".join(filter(None, sub)) for sub in subs)),
        (_("Checks"), "\n".join(_audits(one))),
        (_("Asked for what is missing"), _day(one.asked_on)),
        (_("Answer wanted by"), _day(one.answer_by)),
    )


def _audits(one: Agreement) -> list[str]:
    found = []
    for audit in one.audits:
        planned = _("planned {day}").format(day=long_date(audit.planned)) if audit.planned else ""
        done = _("done {day}").format(day=long_date(audit.done_on)) if audit.done_on else ""
        found.append(", ".join(part for part in (planned, done, audit.result) if part))
    return found


def _day(day: "date | None") -> str:
    return long_date(day) if day else ""


def _country(entry: Entry) -> str:
    return country_name(entry.content.country, current_language())


def _state(entry: Entry) -> str:
    return agreement_state(entry.content)


def _ends(entry: Entry) -> str:
    day = runs_out(entry.content)
    return short_date(day) if day else ""


def deeds(_vault: "Vault", entry: Entry) -> tuple[tuple[str, str], ...]:
    """Where there is no agreement, or one has gaps, the processor can be asked for it."""
    return ((ASK, _("Ask for what is missing")),) if askable(entry.content) else ()


SHELF = Shelf(
    kind=EntryKind.PROCESSOR,
    title=N_("Processors"),
    new_text=N_("&New processor"),
    search_hint=N_("Search name, contact or sub-processor"),
    empty_title=N_("No processors yet"),
    empty_text=N_(
        "A processor handles personal data on our behalf: a supplier of a system, a place where"
        " data lie. There must be an agreement with each, with eight clauses (article 28)."
    ),
    groups=groups,
    finding_words=finding_words,
    due_words=due_words,
    edit="gdpr_desktop.register.processors.dialogs.processor:ProcessorDialog",
    columns=(
        ExtraColumn(header=N_("Country"), text=_country, width=110),
        ExtraColumn(header=N_("Agreement"), text=_state, width=160),
        ExtraColumn(header=N_("Runs out"), text=_ends, width=100, named=True),
    ),
    deeds=deeds,
    do="gdpr_desktop.register.processors.dialogs.asking:do",
    approves=False,
)
