"""Keeps what lists and searches read in step with the collection, inside the same transaction."""

from datetime import date
from typing import Any

from gdpr_desktop.casework import store as cases
from gdpr_desktop.casework.model import CaseKind
from gdpr_desktop.casework.person_search import add_source
from gdpr_desktop.casework.retention import CaseAnonymised
from gdpr_desktop.casework.service import CaseTouched, record
from gdpr_desktop.core.change import Kind
from gdpr_desktop.core.clock import local_date
from gdpr_desktop.core.errors import RefusedError
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.core.text import _
from gdpr_desktop.information.collections import store
from gdpr_desktop.information.collections.model import (
    Collection,
    due_day,
    latest_day,
    settled_on,
)
from gdpr_desktop.information.collections.steps import next_step
from gdpr_desktop.law.rules import rules_on
from gdpr_desktop.register.activities.model import Activity
from gdpr_desktop.register.entries import store as entries
from gdpr_desktop.register.entries.model import EntryKind
from gdpr_desktop.register.entries.service import EntryChanged, EntryLeaves
from gdpr_desktop.vault import Vault
from gdpr_desktop.vault.reading import rows

INFORM, INFORM_LATEST = "inform", "inform_latest"


def subscribe(vault: Vault) -> None:
    """Let every touched collection be brought in step before the unit of work commits."""
    vault.subscribe(CaseTouched, keep_in_step)
    vault.subscribe(CaseAnonymised, anonymise)
    vault.subscribe(EntryChanged, mark_changed)
    vault.subscribe(EntryLeaves, follow)
    for source in store.TEXTS:
        add_source(source)


def keep_in_step(work: Any, event: CaseTouched) -> None:
    """Recompute deadlines, next step and search words of one collection."""
    case = cases.case(work.db, event.case_id)
    if case.kind is not CaseKind.COLLECTION or case.anonymised_at is not None:
        return
    collection = store.collection(work.db, event.case_id)
    _put_deadlines(work.db, collection)
    step = next_step(collection)
    cases.update_case(
        work.db, case.id, next_step=step.value if step else "", due=_governing(collection)
    )
    cases.put_words(work.db, case.id, _words(collection))


def _governing(collection: Collection) -> date:
    """The day that the list shows: a change in the record is to be seen to at once."""
    if not collection.case.open:
        return cases.NO_DUE
    if settled_on(collection) is None:
        return due_day(collection)
    return collection.changed_on or cases.NO_DUE


def _put_deadlines(db: Any, collection: Collection) -> None:
    met, closed = settled_on(collection), collection.case.closed_at
    if met is None and closed is not None:
        met = local_date(closed)
    rule = rules_on(collection.intake.obtained).version
    case_id, due, latest = collection.case.id, due_day(collection), latest_day(collection)
    cases.put_deadline(db, case_id, kind=INFORM, due=due, rule=rule, met_on=met)
    if latest == due:  # one deadline, not two of the same day
        met = met or due
    cases.put_deadline(db, case_id, kind=INFORM_LATEST, due=latest, rule=rule, met_on=met)


def _words(collection: Collection) -> list[str]:
    """What a case is searched by: only what hardly ever changes."""
    intake = collection.intake
    texts = [collection.case.number, intake.subject.name, intake.purpose, intake.other_source]
    texts += [*intake.subject.address.lines(), *intake.sources]
    texts += [one.name for one in intake.recipients] + [one.who for one in intake.secondary]
    return texts


def anonymise(work: Any, event: CaseAnonymised) -> None:
    """Drop the names and the free text of all steps when a case is anonymised."""
    if cases.case(work.db, event.case_id).kind is CaseKind.COLLECTION:
        store.anonymise(work.db, event.case_id)


def mark_changed(work: Any, event: EntryChanged) -> None:
    """A changed purpose or basis of an activity calls for a look at what people were told."""
    if event.kind is not EntryKind.ACTIVITY or event.before is None:
        return
    if _told_of(event.before) == _told_of(event.after):
        return
    found = store.of_activity(work.db, event.entry_id)
    store.mark_changed(work.db, found, work.clock.today())
    for case_id in found:
        record(work, case_id, "activity_changed", name=event.after.title)


def _told_of(activity: Activity) -> tuple[object, ...]:
    """What people are told of purposes and bases; neither the order nor our reasons."""
    purposes = frozenset((one.text, frozenset(one.bases)) for one in activity.purposes)
    return (purposes, frozenset(activity.special), frozenset(activity.criminal))


def follow(work: Any, event: EntryLeaves) -> None:
    """An activity that data were collected for leaves its cases to the one in its place."""
    if not store.any_of(work.db, event.entry_id):
        return
    if event.new is None:
        raise RefusedError(
            _("Data have been collected for «{name}».").format(name=event.name),
            hint=_("Mark it as over instead, or replace it with another."),
        )
    told = store.of_activity(work.db, event.entry_id)
    store.move(work.db, event.entry_id, event.new)
    new = entries.entry(work.db, event.new)
    if _told_of(entries.entry(work.db, event.entry_id).content) != _told_of(new.content):
        store.mark_changed(work.db, told, work.clock.today())
        for case_id in told:
            record(work, case_id, "activity_changed", name=new.name)


def recompute_deadlines(vault: Vault) -> int:
    """Bring open collections in step when the dated rules have changed; returns how many."""
    found = rows(
        vault.db,
        "SELECT d.case_id AS id, f.received AS received, d.rule AS rule"
        " FROM deadline d JOIN case_file f ON f.id = d.case_id"
        " WHERE d.met_on IS NULL AND d.kind = ? AND f.state = 'open' AND f.kind = ?",
        [INFORM, CaseKind.COLLECTION.value],
    )
    stale = [
        CaseId(row["id"])
        for row in found
        if rules_on(date.fromisoformat(row["received"])).version != row["rule"]
    ]
    if stale and not vault.read_only:
        with vault.begin(Deed.READ_CASE) as work:
            work.require(Deed.READ_CASE, assigned=True)
            for case_id in stale:
                keep_in_step(work, CaseTouched(case_id=case_id))
                work.touch(Kind.CASE, case_id)
            work.log(None, "deadlines_recomputed", cases=len(stale))
    return len(stale)
