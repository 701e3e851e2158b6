"""Reads the overview: a handful of indexed queries, as the actor may see the cases."""

from datetime import timedelta

from gdpr_desktop.breaches.lists import running_clocks
from gdpr_desktop.casework import lists
from gdpr_desktop.casework.model import CaseFilter, CaseKind, CaseQuery
from gdpr_desktop.core.roles import Deed, scope
from gdpr_desktop.overview.model import Month, Overview, Restricted, months_back
from gdpr_desktop.register.documents import stale_documents
from gdpr_desktop.register.entries import lists as entries
from gdpr_desktop.requests.restrictions.service import in_force
from gdpr_desktop.vault import Vault

DAYS_AHEAD = 14
MONTHS = 12


def overview(vault: Vault) -> Overview:
    """What is due within ``DAYS_AHEAD`` days, and the numbers."""
    db, actor, today = vault.db, vault.actor, vault.clock.today()

    def count(wanted: CaseFilter) -> int:
        return lists.count(db, CaseQuery(kinds=tuple(CaseKind), filter=wanted), actor, today)

    ahead = today + timedelta(days=DAYS_AHEAD)
    reads = scope(actor.role, Deed.READ_RECORD) is not None
    firsts = months_back(today, MONTHS)
    received = lists.received_by_month(db, actor, firsts[0], CaseKind.REQUEST)
    return Overview(
        open=count(CaseFilter.OPEN),
        overdue=count(CaseFilter.OVERDUE),
        this_week=count(CaseFilter.THIS_WEEK),
        due=lists.due_until(db, ahead, actor),
        entries=entries.due_until(db, ahead) if reads else (),
        stale=len(stale_documents(db)) if reads else 0,
        months=tuple(Month(first=first, received=received.get(first, 0)) for first in firsts),
        local_copies=lists.local_copies(db, actor),
        unused=not received and not count(CaseFilter.ALL),
        restricted=restricted(vault),
        clocks=running_clocks(db, actor),
    )


def restricted(vault: Vault) -> tuple[Restricted, ...]:
    """The restrictions of processing in force, the next to look at first."""
    return tuple(
        Restricted(
            case_id=request.case.id,
            number=request.case.number,
            subject_name=request.case.subject_name,
            since=found.since,
            look_again=found.look_again,
        )
        for request, found in in_force(vault)
    )
