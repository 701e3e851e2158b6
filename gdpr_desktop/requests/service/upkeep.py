"""Keeps what lists and searches read in step with the request, inside the same transaction."""

from datetime import date
from typing import Any

from gdpr_desktop.casework import store as cases
from gdpr_desktop.casework.model import CaseKind
from gdpr_desktop.casework.person_search import add_source
from gdpr_desktop.casework.plain_search import index_works
from gdpr_desktop.casework.retention import CaseAnonymised
from gdpr_desktop.casework.service import CaseTouched
from gdpr_desktop.core.change import Kind
from gdpr_desktop.core.clock import local_date
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.law.rules import rules_on
from gdpr_desktop.requests import store
from gdpr_desktop.requests.disagreement import service as disagreement
from gdpr_desktop.requests.model import Request
from gdpr_desktop.requests.portability import store as portable_data
from gdpr_desktop.requests.restrictions import service as restrictions
from gdpr_desktop.requests.rights import asked
from gdpr_desktop.requests.service.targets import CORRECTION, put_targets
from gdpr_desktop.requests.steps import next_step
from gdpr_desktop.requests.time_limits import answered_on, officer_told_due, reply_deadline
from gdpr_desktop.vault import Vault
from gdpr_desktop.vault.reading import rows

REPLY = "reply"
OFFICER_TOLD = "officer_told"
FEE = "fee_answer"  # by whom a fee is asked for: when their answer is wanted


def subscribe(vault: Vault) -> None:
    """Let every touched request be brought in step before the unit of work commits."""
    vault.subscribe(CaseTouched, keep_in_step)
    vault.subscribe(CaseAnonymised, anonymise)
    for source in (*store.TEXTS, *portable_data.TEXTS):
        add_source(source)
    restrictions.subscribe(vault)
    disagreement.subscribe(vault)


def keep_in_step(work: Any, event: CaseTouched) -> None:
    """Recompute deadline, next step and search words of one request."""
    case = cases.case(work.db, event.case_id)
    if case.kind is not CaseKind.REQUEST:
        return
    if case.anonymised_at is not None:
        return
    request = store.request(work.db, event.case_id)
    _put_deadlines(work.db, request)
    step = next_step(request)
    answered = answered_on(request) is not None or not request.case.open
    due = cases.NO_DUE if answered else reply_deadline(request).due
    cases.update_case(work.db, request.case.id, next_step=step.value if step else "", due=due)
    cases.put_words(work.db, request.case.id, _words(request))


def anonymise(work: Any, event: CaseAnonymised) -> None:
    """Drop the wording and the free text of all steps when a case is anonymised."""
    if cases.case(work.db, event.case_id).kind is CaseKind.REQUEST:
        store.anonymise(work.db, event.case_id)
        portable_data.delete_of_case(work.db, event.case_id)


def _put_deadlines(db: Any, request: Request) -> None:
    deadline = reply_deadline(request)
    met = answered_on(request)
    if met is None and request.case.closed_at:
        met = local_date(request.case.closed_at)
    if asked(request):
        cases.put_deadline(
            db, request.case.id, kind=REPLY, due=deadline.due, rule=deadline.rule, met_on=met
        )
    else:
        cases.drop_deadline(db, request.case.id, REPLY)
    put_targets(db, request)
    _put_fee(db, request)
    told = request.officer_told_at
    cases.put_deadline(
        db,
        request.case.id,
        kind=OFFICER_TOLD,
        due=officer_told_due(request),
        rule=rules_on(request.case.received).version,
        met_on=local_date(told) if told else None,
    )


def _put_fee(db: Any, request: Request) -> None:
    """The day by which the person shall say whether they take a fee, while it is waited for."""
    waited = [one.refusal.open_fee for one in request.parts if one.refusal is not None]
    days = [fee.answer_by for fee in waited if fee is not None and fee.answer_by is not None]
    if not days or not request.case.open:
        cases.drop_deadline(db, request.case.id, FEE)
        return
    rule = rules_on(request.case.received).version
    cases.put_deadline(db, request.case.id, kind=FEE, due=min(days), rule=rule, met_on=None)


def _words(request: Request) -> list[str]:
    """What a case is searched by: only what hardly ever changes, since a changed entry is dear."""
    texts = [request.case.number, request.wording]
    for person in request.persons.values():
        texts += [person.name, *person.address.lines(), person.email, person.phone]
    return texts


def recompute_deadlines(vault: Vault) -> int:
    """Bring open requests in step when the dated rules have changed; returns how many moved.

    Costs one indexed query when nothing has changed. It is bookkeeping, so whoever unlocks the
    file carries it, whatever the role.
    """
    found = list(
        rows(
            vault.db,
            "SELECT d.case_id AS id, f.received AS received, d.rule AS rule"
            " FROM deadline d JOIN case_file f ON f.id = d.case_id"
            " WHERE d.met_on IS NULL AND d.kind IN (?, ?) AND f.state = 'open' AND f.kind = ?",
            [REPLY, CORRECTION, CaseKind.REQUEST.value],
        )
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


def mend_search(vault: Vault) -> bool:
    """Build the search index anew where it is damaged; True when it was. One look when it is not.

    Until then a search goes through the words themselves.
    """
    if vault.read_only or index_works(vault.db):
        return False
    with vault.begin_upkeep() as work:
        work.db.execute("INSERT INTO case_search (case_search) VALUES ('delete-all')")
        work.db.execute("INSERT INTO case_search (case_search) VALUES ('rebuild')")
        work.log(None, "search_rebuilt")
    return True
