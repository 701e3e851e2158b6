"""Takes a breach to a stage, straight through the store."""

from datetime import timedelta

from gdpr_desktop.breaches import store
from gdpr_desktop.breaches.assessing.advice import (
    Assessment,
    Considered,
    Factor,
    SeverityChoices,
    Weight,
)
from gdpr_desktop.breaches.codes import (
    BreachKind,
    Cause,
    Consequence,
    DataCategory,
    Happened,
    Known,
    Origin,
    PeopleCategory,
    PeopleTelling,
    Protection,
    Seen,
)
from gdpr_desktop.breaches.model import Breach, Count, Course, Decision, Scope, Version
from gdpr_desktop.casework.deed import CaseTouched
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.vault import Vault

SCOPE = Scope(
    kinds=(BreachKind.CONFIDENTIALITY,),
    people=(PeopleCategory.CLIENTS,),
    people_count=Count(known=Known.EXACT, number=2),
    data=(DataCategory.NAME, DataCategory.IDENTITY_NUMBER, DataCategory.CHILD_WELFARE),
    records_count=Count(known=Known.ABOUT, number=10),
    children=True,
    where_now="Hos mottakaren",
    seen=Seen.KNOWN,
    protection=Protection.NONE,
    consequences=(Consequence.CONFIDENTIALITY,),
    consequences_text="Opplysningane kan bli spreidde i bygda.",
)


def put(vault: Vault, case_id: CaseId, **steps: object) -> Breach:
    """Write steps and bring the case in step."""
    with vault.begin(Deed.WORK_ON_CASE) as work:
        work.require(Deed.WORK_ON_CASE, assigned=True)
        store.put_step(work.db, case_id, **steps)
        work.publish(CaseTouched(case_id=case_id))
    return store.breach(vault.db, case_id)


def described(vault: Vault, case_id: CaseId) -> Breach:
    """The first hour is over, and what happened is known."""
    aware = store.breach(vault.db, case_id).intake.aware
    course = Course(
        happened=Happened.MOMENT,
        happened_from=aware - timedelta(days=1),
        causes=(Cause.HUMAN,),
        origin=Origin.INTERNAL_ACCIDENT,
        cause="To brev blei bytte om i pakkinga.",
    )
    return put(vault, case_id, first_hour_done=True, course=course, scope=SCOPE)


def assessment(weight: Weight = Weight.MUCH) -> Assessment:
    """Every factor of the same weight."""
    return Assessment(
        factors=tuple(Considered(factor=one, weight=weight, why="Sjå saka") for one in Factor),
        enisa=SeverityChoices(context=4, identification=1.0, confidentiality=0.25),
        children=True,
        seen=Seen.KNOWN,
        protection=Protection.NONE,
    )


def assessed(vault: Vault, case_id: CaseId, weight: Weight = Weight.MUCH) -> Breach:
    """Described and assessed."""
    described(vault, case_id)
    with vault.begin(Deed.WORK_ON_CASE) as work:
        work.require(Deed.WORK_ON_CASE, assigned=True)
        found = store.breach(work.db, case_id)
        version = Version(
            number=len(found.versions) + 1,
            assessment=assessment(weight),
            by=work.actor.name,
            at=work.clock.now(),
        )
        store.add_version(work.db, case_id, version)
        work.publish(CaseTouched(case_id=case_id))
    return store.breach(vault.db, case_id)


def decided(
    vault: Vault,
    case_id: CaseId,
    *,
    authority: bool = True,
    people: PeopleTelling = PeopleTelling.MUST,
) -> Breach:
    """Assessed, and decided by somebody else than the officer."""
    assessed(vault, case_id)
    decision = Decision(
        authority=authority,
        why_authority="Høg risiko for barna",
        people=people,
        why_people="Dei må kunne verne seg",
        name="Tore Testvik",
        role="kommunedirektør",
        decided_on=vault.clock.today(),
    )
    return put(vault, case_id, decision=decision)
