"""The form to the manager, the overview of retention periods, and who has answered."""

from dataclasses import replace
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from gdpr_desktop.core.dates import long_date, short_date
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import _
from gdpr_desktop.letters.letter import Letter
from gdpr_desktop.letters.reports import Report
from gdpr_desktop.register.entries import store
from gdpr_desktop.register.entries.model import Entry, EntryKind
from gdpr_desktop.register.entries.titles import titles_in
from gdpr_desktop.register.entries.unreadable import is_readable
from gdpr_desktop.register.retention.falls_due import RuleKind, of_kind, rules_of
from gdpr_desktop.register.retention.model import Answer, Condition, Confirmation, RetentionRound
from gdpr_desktop.register.retention.words import (
    answer_words,
    condition_words,
    kind_words,
    rule_words,
    standing,
)

if TYPE_CHECKING:
    from gdpr_desktop.vault import Vault

FORM, OVERVIEW, STATUS = "retention_form", "retention_overview", "retention_status"


def form(vault: "Vault", entry: Entry, language: Language) -> Letter:
    """What the manager fills in, signs and sends back."""
    content: RetentionRound = entry.content
    title = _("Confirmation of erasure: {name}", language=language).format(name=entry.name)
    made = Report(language, title)
    made.facts(
        (
            (_("Responsible role", language=language), content.responsible),
            (_("Year", language=language), str(content.year)),
            (_("Answer by", language=language), long_date(content.due) if content.due else ""),
        )
    )
    made.paragraph(
        _(
            "Tick one box for each category of data. Everything whose time was over this year shall"
            " be erased or handed to the archives, in systems, on shared drives, in e-mail and on"
            " paper.",
            language=language,
        )
    )
    made.paragraph(
        _(
            "Data that a law or the archives act demands to be kept are never erased because the"
            " need is over, a consent is withdrawn or storage is replaced. Ask the archives when in"
            " doubt.",
            language=language,
        )
    )
    for activity_id, items in groupby(content.items, key=attrgetter("activity_id")):
        made.heading(2, *titles_in(vault.db, [activity_id], language))
        for item in items:
            _add_item(made, _in_language(vault, item, language), language)
    _add_signature(made, language)
    return made.letter(vault.municipality(), vault.clock.today(), FORM)


def _in_language(vault: "Vault", item: Confirmation, language: Language) -> Confirmation:
    """The line in ``language``, as long as the record says what it said when it was asked."""
    own = vault.municipality().language
    activity = store.entry(vault.db, item.activity_id, unreadable=True)
    for rule in rules_of([activity] if is_readable(activity) else []):
        if (rule.data.in_(own), rule_words(rule, own)) == (item.data, item.rule):
            return replace(item, data=rule.data.in_(language), rule=rule_words(rule, language))
    return item


def _add_item(made: Report, item: Confirmation, language: Language) -> None:
    made.heading(3, item.data)
    made.paragraph(item.rule)
    answers = (Answer.DONE, Answer.NOTHING_DUE, Answer.NOT_DONE)
    made.checkboxes((answer_words(one, language), item.answer == one) for one in answers)
    if item.keep:
        made.paragraph(_("These data must be kept by law.", language=language))
        return
    made.paragraph(_("Erased for another reason than that the time was over:", language=language))
    made.checkboxes((condition_words(one, language), item.condition == one) for one in Condition)


def _add_signature(made: Report, language: Language) -> None:
    made.heading(2, _("Confirmation", language=language))
    made.paragraph(
        _("I confirm that the answers are right for the unit that I answer for.", language=language)
    )
    made.signature_lines(
        (
            _("Place and date", language=language),
            _("Signature", language=language),
            _("Name and role", language=language),
        )
    )


def overview(vault: "Vault", language: Language) -> Letter:
    """How long everything in the record is kept: by kind of rule, the open ones first."""
    made = Report(language, _("How long data are kept", language=language))
    rules = rules_of(store.entries(vault.db, EntryKind.ACTIVITY))
    if not rules:
        made.paragraph(_("No activity names its data yet.", language=language))
    for kind in (RuleKind.NONE, RuleKind.PERIOD, RuleKind.CRITERIA, RuleKind.PERMANENT):
        found = of_kind(rules, kind)
        if not found:
            continue
        made.heading(2, kind_words(kind, language))
        made.table(
            (
                _("Activity", language=language),
                _("Which data", language=language),
                _("How long", language=language),
            ),
            (
                (rule.activity.in_(language), rule.data.in_(language), rule_words(rule, language))
                for rule in found
            ),
        )
    return made.letter(vault.municipality(), vault.clock.today(), OVERVIEW)


def status(vault: "Vault", language: Language) -> Letter:
    """Who has answered and who has not, the newest year first."""
    made = Report(language, _("Confirmation of erasure: who has answered", language=language))
    rounds: list[RetentionRound] = sorted(
        (one.content for one in store.entries(vault.db, EntryKind.RETENTION_ROUND)),
        key=attrgetter("year"),
        reverse=True,
    )
    if not rounds:
        made.paragraph(_("Nobody has been asked yet.", language=language))
    for year, asked in groupby(rounds, key=attrgetter("year")):
        made.heading(2, str(year))
        made.table(
            (
                _("Unit", language=language),
                _("Responsible role", language=language),
                _("Answer by", language=language),
                _("State", language=language),
            ),
            (_status_row(vault, one, language) for one in asked),
        )
    return made.letter(vault.municipality(), vault.clock.today(), STATUS)


def _status_row(vault: "Vault", content: RetentionRound, language: Language) -> tuple[str, ...]:
    units = titles_in(vault.db, [content.unit_id] if content.unit_id else [], language)
    due = short_date(content.due) if content.due else ""
    return (
        ", ".join(units) or content.name,
        content.responsible,
        due,
        standing(content, language),
    )
