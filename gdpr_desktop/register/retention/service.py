"""Deeds of the yearly confirmation: start a round, note that it was sent, note the answer."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import FieldProblem, RefusedError, require_valid
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.core.text import _
from gdpr_desktop.register.entries import service, store
from gdpr_desktop.register.entries.model import Entry, EntryId, EntryKind
from gdpr_desktop.register.entries.titles import title_in
from gdpr_desktop.register.entries.unreadable import is_readable
from gdpr_desktop.register.retention.falls_due import rules_of
from gdpr_desktop.register.retention.model import Confirmation, RetentionRound
from gdpr_desktop.register.retention.words import rule_words
from gdpr_desktop.vault import Vault

FOLLOW_UP_DAYS = 30


def start_round(
    vault: Vault, year: int, unit_id: EntryId | None, *, due: date | None = None
) -> Change:
    """Ask one unit, about the categories of all its activities. ``Change.id`` is the round.

    ``unit_id`` None: the activities that no unit is named for. Raises ``RefusedError`` when the
    unit was asked for this year, or has nothing to be asked about.
    """
    with vault.begin(Deed.KEEP_RECORD) as work:
        made = _round(work.db, year, unit_id, due, vault.municipality().language)
        if not made.items:
            raise RefusedError(
                _("There is nothing to ask about."),
                hint=_("Fill in which data the activities of the unit process first."),
            )
        if store.named(work.db, EntryKind.RETENTION_ROUND, made.name) is not None:
            raise RefusedError(_("«{name}» is already started.").format(name=made.name))
        service.add_entry(vault, made)
    return work.change


def start_rounds(vault: Vault, year: int, *, due: date | None = None) -> Change:
    """Ask every unit that has activities and was not asked for this year."""
    with vault.begin(Deed.KEEP_RECORD) as work:
        missing = units_to_ask(work.db, year, vault.municipality().language)
        if not missing:
            raise RefusedError(
                _("Nobody is left to ask for {year}.").format(year=year),
                hint=_("A unit is asked once a year, when it has activities with data."),
            )
        for unit_id in missing:
            start_round(vault, year, unit_id, due=due)
    return work.change


def units_to_ask(db: Any, year: int, language: Language) -> tuple[EntryId | None, ...]:
    """The units that can be asked for ``year`` and were not; None for activities without one."""
    found = dict.fromkeys(
        entry.content.unit_id
        for entry in store.entries(db, EntryKind.ACTIVITY)
        if entry.content.data
    )
    return tuple(
        unit
        for unit in found
        if store.named(db, EntryKind.RETENTION_ROUND, _name(db, year, unit, language)) is None
    )


def note_sent(vault: Vault, round_id: EntryId, day: date) -> Change:
    """The form was written: it is on its way. A day that stands there already is kept."""
    content: RetentionRound = store.entry(vault.db, round_id).content
    if content.sent_on is not None:
        return service.change_entry(vault, round_id, content)
    return service.change_entry(vault, round_id, replace(content, sent_on=day))


def note_answer(
    vault: Vault,
    round_id: EntryId,
    *,
    answered_on: date,
    answered_by: str,
    items: Iterable[Confirmation],
    note: str = "",
) -> Change:
    """The answer of the manager. What was not done is asked about again after thirty days."""
    content: RetentionRound = store.entry(vault.db, round_id).content
    kept = tuple(items)
    require_valid(_problems(vault, answered_on, answered_by, kept))
    answered = replace(
        content,
        answered_on=answered_on,
        answered_by=answered_by,
        items=kept,
        note=note,
        follow_up=None,
    )
    if answered.not_done:
        again = content.follow_up or answered_on + timedelta(days=FOLLOW_UP_DAYS)
        answered = replace(answered, follow_up=again)
    return service.change_entry(vault, round_id, answered)


def _problems(
    vault: Vault, answered_on: date, answered_by: str, items: tuple[Confirmation, ...]
) -> Iterator[FieldProblem]:
    if answered_on > vault.clock.today():
        yield FieldProblem(field="answered_on", text=_("This day has not come yet."))
    if not answered_by.strip():
        yield FieldProblem(field="answered_by", text=_("Say who answered."))
    for number, item in enumerate(items):
        if item.keep and item.condition:
            text = _("These data must be kept by law, and cannot be erased for this reason.")
            yield FieldProblem(field=f"condition_{number}", text=text)


def _round(
    db: Any, year: int, unit_id: EntryId | None, due: date | None, language: Language
) -> RetentionRound:
    activities = [
        one for one in store.entries(db, EntryKind.ACTIVITY) if one.content.unit_id == unit_id
    ]
    return RetentionRound(
        name=_name(db, year, unit_id, language),
        year=year,
        responsible=_responsible(db, unit_id, activities, language),
        unit_id=unit_id,
        activity_ids=tuple(one.id for one in activities if one.content.data),
        due=due,
        items=tuple(
            Confirmation(
                activity_id=rule.activity_id,
                data=rule.data.in_(language),
                rule=rule_words(rule, language),
                keep=rule.keep,
            )
            for rule in rules_of(activities)
        ),
    )


def _name(db: Any, year: int, unit_id: EntryId | None, language: Language) -> str:
    if unit_id is None:
        nobody = _("Without a unit", language=language)  # unseen in an f-string
        return f"{nobody} {year}"
    unit = store.entry(db, unit_id, unreadable=True)
    return f"{title_in(unit.content, language)} {year}"


def _responsible(
    db: Any, unit_id: EntryId | None, activities: Iterable[Entry], language: Language
) -> str:
    if unit_id is not None:
        unit = store.entry(db, unit_id, unreadable=True)
        role: str = unit.content.responsible.in_(language) if is_readable(unit) else ""
        if role:
            return role
    return ", ".join(dict.fromkeys(one.content.responsible for one in activities))
