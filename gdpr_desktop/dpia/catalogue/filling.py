"""Fills empty answers from an activity of the record: shown first, and nothing is overwritten."""

from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from gdpr_desktop.casework.deed import record
from gdpr_desktop.casework.undo import changed_since, note_undone, require_nothing_after
from gdpr_desktop.core.change import Change, Undo
from gdpr_desktop.core.errors import RefusedError
from gdpr_desktop.core.ids import CaseId, EventId
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.core.text import _
from gdpr_desktop.dpia import store
from gdpr_desktop.dpia.assessment import Dpia
from gdpr_desktop.dpia.catalogue.from_record import Source, answers
from gdpr_desktop.dpia.catalogue.model import Question
from gdpr_desktop.dpia.catalogue.service import catalogue
from gdpr_desktop.dpia.content import Answer
from gdpr_desktop.dpia.nouns import noun
from gdpr_desktop.dpia.service.base import opened_to_write, read_dpia, with_undo
from gdpr_desktop.register.activities.model import Activity
from gdpr_desktop.register.entries import store as entries
from gdpr_desktop.register.entries.model import EntryId, EntryKind
from gdpr_desktop.register.entries.unreadable import is_readable
from gdpr_desktop.register.processors.model import Processor
from gdpr_desktop.register.systems.model import System
from gdpr_desktop.vault import Vault

FILLED = "dpia_filled"
_GONE = frozenset({"dpia_sent", "closed"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What one question would be answered with. ``taken``: it is answered, and stays so."""

    question: Question
    answer: Answer
    taken: bool


def activities(vault: Vault, found: Dpia) -> tuple[tuple[EntryId, str], ...]:
    """The activities to fill from: those the assessment was begun from; all where it has none."""
    known = entries.names(vault.db, EntryKind.ACTIVITY)
    linked = set(found.about.activities)
    return tuple(pair for pair in known if pair[0] in linked) or known


def proposals(vault: Vault, case_id: CaseId, activity_id: EntryId) -> tuple[Proposal, ...]:
    """What the record says, in the order of the questions."""
    found = read_dpia(vault, case_id)
    return _proposals(vault.db, found, activity_id)


def fill(vault: Vault, case_id: CaseId, activity_id: EntryId, questions: frozenset[str]) -> Change:
    """Answer ``questions`` with what the record says, where nothing is answered now.

    The activity is noted on the first page when it does not stand there. Raises ``RefusedError``
    where nothing is left to fill in.
    """
    with vault.begin(Deed.WORK_ON_CASE) as work:
        found = opened_to_write(work, case_id)
        wanted = tuple(
            one.answer
            for one in _proposals(work.db, found, activity_id)
            if one.question.id in questions and not one.taken
        )
        if not wanted:
            raise RefusedError(
                _("There is nothing to fill in."),
                hint=_("What is answered already is left as it is."),
            )
        for answer in wanted:
            store.put_answer(work.db, case_id, answer, work.actor.name, work.clock.now())
        about = found.about
        if activity_id not in about.activities:
            linked = replace(about, activities=(*about.activities, activity_id))
            store.put_step(work.db, case_id, about=linked)
        store.put_step(work.db, case_id, catalogue=catalogue(work.db).version)
        event = record(work, case_id, FILLED, count=str(len(wanted)))
    verb = partial(_empty, case_id=case_id, filled=wanted, event=event)
    return with_undo(work.change, Undo(words=noun(FILLED), verb=verb))


def _empty(vault: Vault, *, case_id: CaseId, filled: tuple[Answer, ...], event: EventId) -> Change:
    """Take back what is still as it was filled in; what was changed since stays."""
    with vault.begin(Deed.WORK_ON_CASE) as work:
        opened_to_write(work, case_id)
        require_nothing_after(work.db, case_id, event, _GONE)
        same = [one for one in filled if store.answer(work.db, case_id, one.question) == one]
        if not same:
            raise changed_since()
        for one in same:
            empty = Answer(question=one.question)
            store.put_answer(work.db, case_id, empty, work.actor.name, work.clock.now())
        note_undone(work, case_id, FILLED, event)
    return work.change


def _proposals(db: Any, found: Dpia, activity_id: EntryId) -> tuple[Proposal, ...]:
    asked = catalogue(db)
    known = {
        one.question: one for one in answers(_source(db, found, activity_id), found.case.language)
    }
    return tuple(
        Proposal(
            question=question,
            answer=known[question.id],
            taken=bool(found.content.answer(question.id)),
        )
        for section in asked.sections
        for question in section.questions
        if question.id in known
    )


def _source(db: Any, found: Dpia, activity_id: EntryId) -> Source:
    activity: Activity = entries.entry(db, activity_id).content
    systems: tuple[System, ...] = _contents(db, activity.systems)
    processors: tuple[Processor, ...] = _contents(db, activity.processors)
    return Source(
        about=found.about,
        activity=activity,
        systems=systems,
        processors=processors,
        arrangements=entries.names_of(db, activity.arrangements),
    )


def _contents(db: Any, ids: tuple[EntryId, ...]) -> Any:
    """The contents of what can be read; the others are told of in the record itself."""
    found = (entries.entry(db, one, unreadable=True) for one in ids)
    return tuple(one.content for one in found if is_readable(one))
