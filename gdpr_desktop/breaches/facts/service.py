"""How a breach went, and whose and which data it hit."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from gdpr_desktop.breaches import store
from gdpr_desktop.breaches.codes import Happened, Known, Reporter
from gdpr_desktop.breaches.facts.checks import course_problems, scope_problems
from gdpr_desktop.breaches.model import Breach, Count, Course, Link, Scope
from gdpr_desktop.breaches.nouns import noun
from gdpr_desktop.breaches.service.base import opened, put, with_undo
from gdpr_desktop.casework.deed import record
from gdpr_desktop.casework.undo import changed_since, note_undone, require_nothing_after
from gdpr_desktop.core.change import Change, Undo
from gdpr_desktop.core.errors import require_valid
from gdpr_desktop.core.ids import CaseId, EventId
from gdpr_desktop.core.names import clean_line, clean_text
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.vault import Vault

_BLOCKERS = frozenset({"closed"})


def describe_course(
    vault: Vault, case_id: CaseId, course: Course, *, reporter: Reporter | None = None
) -> Change:
    """Describe how it happened. ``reporter`` puts right who told us, where it was noted otherwise.

    Raises ``InvalidInputError`` with each field.
    """
    with vault.begin(Deed.WORK_ON_CASE) as work:
        found = opened(work, case_id)
        intake = replace(found.intake, reporter=reporter or found.intake.reporter)
        kept = _clean_course(course, intake.reporter)
        require_valid(course_problems(kept, found.intake, work.clock.now()))
        undo = put_together(work, found, "breach_described", course=kept, intake=intake)
    return with_undo(work.change, undo)


def _clean_course(course: Course, reporter: Reporter) -> Course:
    known, ended = course.happened is not Happened.UNKNOWN, course.happened is Happened.PERIOD
    return replace(
        course,
        happened_from=course.happened_from if known else None,
        happened_to=course.happened_to if ended else None,
        processor_aware=course.processor_aware if reporter is Reporter.PROCESSOR else None,
        discovered_how=clean_text(course.discovered_how),
        reporter_name=clean_line(course.reporter_name),
        quality_reference=clean_line(course.quality_reference),
        cause=clean_text(course.cause),
        exposed=clean_line(course.exposed),
        secondary=clean_text(course.secondary),
    )


def describe_scope(vault: Vault, case_id: CaseId, scope: Scope) -> Change:
    """Describe whose and which data. An assessment stays as it was made: see ``older_facts``.

    Raises ``InvalidInputError`` with each field.
    """
    kept = _clean_scope(scope)
    require_valid(scope_problems(kept))
    with vault.begin(Deed.WORK_ON_CASE) as work:
        found = opened(work, case_id)
        undo = put(work, found, Deed.WORK_ON_CASE, "breach_scoped", "scope", kept)
    return with_undo(work.change, undo)


def _clean_scope(scope: Scope) -> Scope:
    return replace(
        scope,
        people_text=clean_text(scope.people_text),
        people_count=_clean_count(scope.people_count),
        data_text=clean_text(scope.data_text),
        records_count=_clean_count(scope.records_count),
        where_now=clean_text(scope.where_now),
        activities=_clean_links(scope.activities),
        systems=_clean_links(scope.systems),
        processors=_clean_links(scope.processors),
        measures_before=clean_text(scope.measures_before),
        consequences_text=clean_text(scope.consequences_text),
    )


def _clean_count(count: Count) -> Count:
    return Count() if count.known is Known.UNKNOWN else count


def _clean_links(links: tuple[Link, ...]) -> tuple[Link, ...]:
    cleaned = (replace(one, name=clean_line(one.name)) for one in links)
    return tuple(dict.fromkeys(one for one in cleaned if one.name))


# One deed on several columns


def put_together(work: Any, found: Breach, code: str, **after: object) -> Undo:
    """Write several columns in one deed and tell of it; gives the way back to all of them."""
    case_id = found.case.id
    changed = {one: value for one, value in after.items() if getattr(found, one) != value}
    store.put_step(work.db, case_id, **changed)
    event = record(work, case_id, code)
    before = {column: getattr(found, column) for column in changed}
    verb = partial(
        undo_together, case_id=case_id, before=before, after=changed, code=code, event=event
    )
    return Undo(words=noun(code), verb=verb)


def undo_together(
    vault: Vault,
    *,
    case_id: CaseId,
    before: Mapping[str, object],
    after: Mapping[str, object],
    code: str,
    event: EventId,
) -> Change:
    """Put columns back as they were, when they are still as the deed left them."""
    with vault.begin(Deed.WORK_ON_CASE) as work:
        found = opened(work, case_id)
        require_nothing_after(work.db, case_id, event, _BLOCKERS)
        if any(getattr(found, column) != value for column, value in after.items()):
            raise changed_since()
        store.put_step(work.db, case_id, **before)
        note_undone(work, case_id, code, event)
    return work.change
