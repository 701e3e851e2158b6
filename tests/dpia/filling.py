"""Takes assessments to a stage, straight through the stores."""

from dataclasses import replace
from datetime import date
from typing import Any

from gdpr_desktop.casework.deed import CaseTouched
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.dpia import store
from gdpr_desktop.dpia.advice.model import Approval, Decision, Opinion, Submission
from gdpr_desktop.dpia.codes import (
    Advice,
    Follow,
    MeasurePurpose,
    MeasureStatus,
    Novelty,
    RiskKind,
    State,
)
from gdpr_desktop.dpia.content import About, Answer, Estimate, Measure, Scenario
from gdpr_desktop.dpia.rich import rich
from gdpr_desktop.dpia.screening.model import Need, ScreeningAnswers
from gdpr_desktop.dpia.service.intake import register_dpia
from gdpr_desktop.vault import Vault

ABOUT = About(
    title="Digitalt tilsyn om natta",
    description="Sensorar i heimen varslar nattevakta.",
    systems="Nattugla",
    novelty=Novelty.NEW,
    unit="Heimetenesta",
    responsible="Kari Leiar",
    responsible_role="Einingsleiar",
    starts_on=date(2027, 2, 1),
)
ANSWERS = (
    Answer(question="what", text=rich("Sensorar varslar når nokon står opp om natta.")),
    Answer(question="basis", picks=("e",)),
    Answer(question="special", choice="yes"),
    Answer(question="special_which", picks=("health",)),
    Answer(question="data", rows=(("Rørsler", "Når og kvar i rommet"), ("Helse", "Fall"))),
)
MEASURES = (
    Measure(key="m1", title="Tilgangsstyring", status=MeasureStatus.EXISTING),
    Measure(
        key="m2",
        title="Slette opptak etter sju dagar",
        owner="Systemansvarleg",
        due=date(2027, 1, 15),
    ),
    Measure(key="m3", title="Slå av i helgane", purpose=MeasurePurpose.BEYOND),
)
SCENARIOS = (
    Scenario(
        key="s1",
        title="Uvedkomande ser rørslene",
        who="Brukaren",
        cause="Delt passord",
        kinds=(RiskKind.CONFIDENTIALITY,),
        before=Estimate(consequence=4, likelihood=4),
        after=Estimate(consequence=4, likelihood=2),
        measures=("m1",),
    ),
    Scenario(
        key="s2",
        title="Varselet kjem ikkje fram",
        kinds=(RiskKind.AVAILABILITY,),
        before=Estimate(consequence=5, likelihood=2),
        measures=("m2",),
    ),
)
SCREENED = ScreeningAnswers(criteria=("monitoring", "vulnerable"), answered_on=date(2026, 10, 1))
NEED = Need(
    needed=True,
    why="Overvaking av sårbare i heimen.",
    name="Kari Leiar",
    role="Einingsleiar",
    decided_on=date(2026, 10, 2),
    advice=Advice.SHOULD,
)


def begun(vault: Vault, **about: Any) -> CaseId:
    """An assessment of which only the first page is written; ``about`` are fields of it."""
    return CaseId(register_dpia(vault, replace(ABOUT, **about)).id)


def put(vault: Vault, case_id: CaseId, **steps: Any) -> None:
    """Write steps straight into the row."""
    with vault.begin(Deed.WORK_ON_CASE) as work:
        work.require(Deed.WORK_ON_CASE, assigned=True)
        store.put_step(work.db, case_id, **steps)
        work.publish(CaseTouched(case_id=case_id))


def drafted(vault: Vault, **about: Any) -> CaseId:
    """An assessment that is needed, with answers, two risks and three measures."""
    case_id = begun(vault, **about)
    with vault.begin(Deed.WORK_ON_CASE) as work:
        work.require(Deed.WORK_ON_CASE, assigned=True)
        for answer in ANSWERS:
            store.put_answer(work.db, case_id, answer, "Ola Sakshandsamar", work.clock.now())
        for item in (*MEASURES, *SCENARIOS):
            store.put_item(work.db, case_id, item)
    put(vault, case_id, screening=SCREENED, need=NEED, state=State.DRAFT.value)
    return case_id


def sent(vault: Vault, **about: Any) -> CaseId:
    """An assessment that has been sent to the officer once."""
    case_id = drafted(vault, **about)
    with vault.begin(Deed.WORK_ON_CASE) as work:
        work.require(Deed.WORK_ON_CASE, assigned=True)
        content = store.dpia(work.db, case_id).content
        submission = Submission(
            number=1,
            at=work.clock.now(),
            name="Ola Sakshandsamar",
            note="",
            sha256=store.digest(content),
            content=content,
        )
        store.add_submission(work.db, case_id, submission)
    put(vault, case_id, state=State.SENT.value)
    return case_id


def advised(vault: Vault, **opinion: Any) -> CaseId:
    """An assessment with the officer's advice; ``opinion`` are fields of it."""
    case_id = sent(vault)
    usual = {"go_ahead": True, "consult": False, "follow_up": True, "text": rich("Godt arbeid.")}
    given = Opinion(
        submission=1,
        name="Solveig Testnes",
        given_on=date(2026, 11, 10),
        **{**usual, **opinion},
    )
    put(vault, case_id, opinion=given, state=State.ADVISED.value)
    return case_id


def in_force(vault: Vault) -> CaseId:
    """An assessment that is approved and in force."""
    case_id = advised(vault)
    decision = Decision(
        submission=1,
        follow=Follow.FOLLOW,
        why="",
        name="Kari Leiar",
        role="Einingsleiar",
        decided_on=date(2026, 11, 12),
    )
    approval = Approval(
        submission=1,
        approved=True,
        why="",
        name="Kari Leiar",
        role="Einingsleiar",
        decided_on=date(2026, 11, 12),
        review_on=date(2027, 11, 12),
    )
    put(vault, case_id, decision=decision, approval=approval, state=State.IN_FORCE.value)
    return case_id
