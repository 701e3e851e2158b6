"""Keeps what lists, searches and the overview read in step with a breach, in its transaction."""

from datetime import date, datetime
from typing import Any

from gdpr_desktop.breaches import store
from gdpr_desktop.breaches.codes import AuthorityState, PeopleException, PeopleTelling
from gdpr_desktop.breaches.model import Breach, advise
from gdpr_desktop.breaches.steps import must_follow_up, needs_telling, next_step
from gdpr_desktop.casework import store as cases
from gdpr_desktop.casework.deed import CaseTouched
from gdpr_desktop.casework.model import CaseKind
from gdpr_desktop.casework.person_search import add_source
from gdpr_desktop.casework.retention import CaseAnonymised
from gdpr_desktop.core.change import Kind
from gdpr_desktop.core.clock import local_date
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.law.rules import rules_on
from gdpr_desktop.vault import Vault
from gdpr_desktop.vault.reading import rows

NOTIFY, FOLLOW_UP, LOOK_AGAIN = "breach_notify", "breach_follow_up", "breach_look_again"


def subscribe(vault: Vault) -> None:
    """Let every touched breach be brought in step before the unit of work commits."""
    vault.subscribe(CaseTouched, keep_in_step)
    vault.subscribe(CaseAnonymised, anonymise)
    for source in store.TEXTS:
        add_source(source)


def keep_in_step(work: Any, event: CaseTouched) -> None:
    """Recompute deadlines, next step, columns and search words of one breach."""
    case = cases.case(work.db, event.case_id)
    if case.kind is not CaseKind.BREACH or case.anonymised_at is not None:
        return
    found = store.breach(work.db, event.case_id)
    cases.put_title(work.db, case.id, found.intake.title)
    due = _put_deadlines(work.db, found)
    step = next_step(found)
    now = {
        "received": local_date(found.intake.discovered),
        "next_step": step.value if step else "",
        "due": due,
    }
    changed = {name: value for name, value in now.items() if getattr(case, name) != value}
    if "due" in changed:
        changed["due"] = due or cases.NO_DUE
    cases.update_case(work.db, case.id, **changed)
    store.put_columns(
        work.db,
        found,
        risk=advise(found.assessment).risk.value if found.assessment else "",
        authority=authority_state(found) or "",
        people=people_state(found),
        running=found.clock_runs,
    )
    cases.put_words(work.db, case.id, _words(found))
    if not case.open:
        store.drop_addresses(work.db, case.id)


def authority_state(found: Breach) -> AuthorityState | None:
    """How it stands with the authority; None of a case closed without a word to it."""
    if found.withdrawn:
        return AuthorityState.WITHDRAWN
    if found.notifications:
        late = found.notifications[0].sent_at > found.clock.due
        return AuthorityState.LATE if late else AuthorityState.SENT
    if found.decision is not None and not found.decision.authority:
        return AuthorityState.NOT_NEEDED
    return AuthorityState.OPEN if found.case.open else None


def people_state(found: Breach) -> str:
    """Of the people, for lists: ``none``, ``some``, ``all``, ``not_needed``; empty: undecided."""
    if found.tellings:
        return found.told.value
    if found.decision is None:
        return ""
    return "none" if needs_telling(found) else "not_needed"


def look_again_on(found: Breach) -> date | None:
    """When a postponed telling must be looked at again."""
    decision = found.decision
    if decision is None or decision.people is not PeopleTelling.NOT or decision.exempted is None:
        return None
    postponed = decision.exempted.exception is PeopleException.POSTPONED
    return decision.exempted.look_again if postponed else None


def follow_up_on(found: Breach) -> date | None:
    """The day the authority was promised more."""
    last = found.notifications[-1] if found.notifications else None
    return last.follow_up_on if last is not None and must_follow_up(found) else None


def _put_deadlines(db: Any, found: Breach) -> date | None:
    """The deadlines of the case; gives the next one that runs."""
    closed = _day(found.case.closed_at)
    notify = found.clock.due_day
    met = None if found.clock_runs else _stopped(found) or closed or notify
    follow_up, look_again = follow_up_on(found), look_again_on(found)
    _put(db, found, NOTIFY, notify, met)
    _put(db, found, FOLLOW_UP, follow_up, closed)
    _put(db, found, LOOK_AGAIN, look_again, closed)
    if not found.case.open:
        return None
    tasks = [task.due for task in (*found.demands, *found.measures) if not task.done]
    running = [notify if met is None else None, follow_up, look_again, *tasks]
    return min((day for day in running if day is not None), default=None)


def _put(db: Any, found: Breach, kind: str, due: date | None, met: date | None) -> None:
    if due is None:
        cases.drop_deadline(db, found.case.id, kind)
        return
    rule = rules_on(local_date(found.intake.aware)).version
    cases.put_deadline(db, found.case.id, kind=kind, due=due, rule=rule, met_on=met)


def _stopped(found: Breach) -> date | None:
    if found.notifications:
        return local_date(found.notifications[0].sent_at)
    return found.decision.decided_on if found.decision is not None else None


def _day(at: datetime | None) -> date | None:
    return local_date(at) if at is not None else None


def _words(found: Breach) -> list[str]:
    """What a breach is searched by: only what seldom changes."""
    intake, scope = found.intake, found.scope
    texts = [found.case.number, intake.title, intake.what, intake.unit, intake.discovered_by]
    if scope is not None:
        links = (*scope.systems, *scope.processors, *scope.activities)
        texts += [one.name for one in links]
    if found.course is not None:
        texts += [found.course.quality_reference, found.course.reporter_name]
    return texts


def anonymise(work: Any, event: CaseAnonymised) -> None:
    """Drop names and free text when a case is anonymised."""
    if cases.case(work.db, event.case_id).kind is CaseKind.BREACH:
        store.anonymise(work.db, event.case_id)


def recompute_deadlines(vault: Vault) -> int:
    """Bring open breaches in step when the dated rules have changed; returns how many.

    Those that were notified too: whether that was late is in the list.
    """
    found = rows(
        vault.db,
        "SELECT d.case_id AS id, b.aware_at AS aware, d.rule AS rule"
        " FROM deadline d JOIN case_file f ON f.id = d.case_id JOIN breach b ON b.case_id = f.id"
        " WHERE d.kind = ? AND f.state = 'open' AND f.kind = ?",
        [NOTIFY, CaseKind.BREACH.value],
    )
    stale = [
        CaseId(row["id"])
        for row in found
        if rules_on(local_date(datetime.fromisoformat(row["aware"]))).version != row["rule"]
    ]
    if stale and not vault.read_only:
        with vault.begin(Deed.READ_CASE) as work:
            work.require(Deed.READ_CASE, assigned=True)
            for case_id in stale:
                keep_in_step(work, CaseTouched(case_id=case_id))
                work.touch(Kind.CASE, case_id)
            work.log(None, "deadlines_recomputed", cases=len(stale))
    return len(stale)
