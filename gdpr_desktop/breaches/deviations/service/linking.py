"""A deviation that is a breach after all, and a breach that is none: the two are linked."""

from gdpr_desktop.breaches.codes import Reporter
from gdpr_desktop.breaches.deviations import store
from gdpr_desktop.breaches.deviations.model import Ended, Facts, Source
from gdpr_desktop.breaches.deviations.service.base import opened
from gdpr_desktop.breaches.deviations.service.intake import insert
from gdpr_desktop.breaches.model import Breach, Intake
from gdpr_desktop.breaches.service.intake import register_breach
from gdpr_desktop.casework import service as casework
from gdpr_desktop.casework import store as cases
from gdpr_desktop.casework.deed import record
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.clock import local_date
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.vault import Vault

_SOURCES = {
    Reporter.EMPLOYEE: Source.EMPLOYEE,
    Reporter.PROCESSOR: Source.PROCESSOR,
    Reporter.CITIZEN: Source.CITIZEN,
    Reporter.OTHER: Source.OTHER,
}
_REPORTERS = {source: reporter for reporter, source in _SOURCES.items()}


def reporter_of(source: Source) -> Reporter:
    """Who told of a breach, by who noticed the deviation; a log is read by an employee."""
    return _REPORTERS.get(source, Reporter.EMPLOYEE)


def make_breach(vault: Vault, case_id: CaseId, intake: Intake) -> Change:
    """Register the breach that a deviation turned out to be: its 72 hours run from ``aware``.

    The deviation is closed: from here on it is followed up as a breach. Raises
    ``InvalidInputError`` with each field.
    """
    with vault.begin(Deed.WORK_ON_CASE) as work:
        found = opened(work, case_id)
        made = register_breach(vault, intake)
        breach = CaseId(made.id)
        store.link(work.db, case_id, breach)
        record(work, breach, "breach_from_deviation", number=found.case.number)
        number = cases.case(work.db, breach).number
        record(work, case_id, "deviation_became_breach", number=number)
        casework.close(vault, case_id, Ended.BREACH.value)
    return work.change


def kept_of_breach(vault: Vault, found: Breach) -> CaseId:
    """Keep what turned out to be no breach in the list of deviations."""
    intake = found.intake
    facts = Facts(
        noticed_on=local_date(intake.discovered),
        what=f"{intake.title}\n\n{intake.what}".strip(),
        source=_SOURCES[intake.reporter],
        department=intake.unit,
        responsible=found.case.caseworker,
    )
    with vault.begin(Deed.REGISTER_CASE) as work:
        case_id = insert(vault, work, facts, found.case.id)
        record(work, case_id, "deviation_from_breach", number=found.case.number)
        number = cases.case(work.db, case_id).number
        record(work, found.case.id, "breach_kept_as_deviation", number=number)
    return case_id
