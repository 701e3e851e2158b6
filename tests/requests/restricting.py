"""Cases about restriction at every stage, made by the program's own services."""

from dataclasses import replace
from datetime import date, timedelta

from docx import Document

from gdpr_desktop.casework import service as casework
from gdpr_desktop.core.ids import CaseId, PartId
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.correspondence.model import DispatchChannel, LetterOrder
from gdpr_desktop.correspondence.service import export_letter
from gdpr_desktop.law.restriction import LiftReason
from gdpr_desktop.requests import service
from gdpr_desktop.requests.model import Considered, Dispatch, IdentityMethod, Right
from gdpr_desktop.requests.recipients import service as recipients
from gdpr_desktop.requests.recipients.model import Recipients
from gdpr_desktop.requests.restrictions import service as restrictions
from gdpr_desktop.requests.restrictions.letters import LiftLetters, lift_template
from gdpr_desktop.requests.restrictions.model import Afterwards, Lift
from gdpr_desktop.requests.rights.restriction import (
    Marking,
    RestrictedItem,
    RestrictionAssessment,
    RestrictionOutcome,
    UsedItem,
    UseGround,
)

ALL_NO = {
    "accuracy_contested": "no",
    "unlawful": "no",
    "not_needed": "no",
    "objection_pending": "no",
}
NOT_NECESSARY = {
    "still_legal_claims": "no",
    "still_rights_of_others": "no",
    "still_public_interest": "no",
}
ITEM = RestrictedItem(system="Barnehagesystemet", what="Merknader om helsa", marking=Marking.LOCKED)
USED = UsedItem(
    system="Arkivet",
    what="Klagesaka",
    ground=UseGround.LEGAL_CLAIMS,
    reason="Klaga er ikkje avgjord.",
)


def advance(clock, by: timedelta) -> None:
    clock.instant += by


def answers(**changes: str) -> tuple[Considered, ...]:
    given = ALL_NO | changes
    return tuple(
        Considered(
            question=question,
            answer=answer,
            reason="Grunn" if question.startswith("still") and answer == "yes" else "",
        )
        for question, answer in given.items()
    )


CONTESTED = answers(accuracy_contested="yes", **NOT_NECESSARY)
NEEDED = answers(accuracy_contested="yes", **(NOT_NECESSARY | {"still_legal_claims": "yes"}))
NONE_MET = answers()


def restriction_case(desk) -> tuple[CaseId, PartId]:
    """A case about restriction of somebody we know."""
    case_id = desk.register(rights=(Right.RESTRICTION,), wording="Det de har skrive, er feil.")
    service.confirm_identity(
        desk.vault,
        case_id,
        method=IdentityMethod.SHOWN_ID,
        note="Pass",
        settled_on=desk.received,
    )
    return case_id, desk.request(case_id).parts[0].id


def granted(desk, **changes) -> RestrictionAssessment:
    return replace(
        RestrictionAssessment(
            outcome=RestrictionOutcome.GRANTED,
            considered=CONTESTED,
            items=(ITEM,),
            look_again=desk.today + timedelta(days=180),
            archive_said="Arkivleiaren: i orden.",
        ),
        **changes,
    )


def mark(desk, case_id: CaseId, part_id: PartId) -> None:
    measures = desk.request(case_id).part(part_id).measures
    done = (replace(one, done_on=desk.today, done_by="Per Prøve") for one in measures)
    service.carry_out(desk.vault, part_id, tuple(done))


def answer(desk, case_id: CaseId, part_id: PartId) -> None:
    service.note_decision(
        desk.vault,
        part_id,
        text="Avgrensa",
        name="Tore Testdal",
        role="Kommunedirektør",
        decided_on=desk.today,
    )
    dispatch = Dispatch(
        channel=DispatchChannel.REGISTERED_POST, sent_by="Per", sent_on=desk.today, what="Brev"
    )
    service.send_answer(desk.vault, part_id, dispatch)


def file(desk, case_id: CaseId) -> None:
    """Ready to be closed: filed, and nobody else has the data."""
    for part in desk.request(case_id).parts:
        recipients.note_recipients(desk.vault, part.id, Recipients(nobody=True))
    casework.file_case(
        desk.vault, case_id, archive_number="26/1", archive_title="A", public_title="A"
    )


def in_force(desk, case) -> tuple[CaseId, PartId]:
    case_id, part_id = case
    service.assess(desk.vault, part_id, granted(desk))
    mark(desk, case_id, part_id)
    answer(desk, case_id, part_id)
    return case_id, part_id


def refused(desk, case) -> tuple[CaseId, PartId]:
    """A case where no condition is met."""
    case_id, part_id = case
    assessment = RestrictionAssessment(
        outcome=RestrictionOutcome.REFUSED, considered=NONE_MET, reason="Svart på før."
    )
    service.assess(desk.vault, part_id, assessment)
    return case_id, part_id


PLAN = Lift(
    reason=LiftReason.ACCURACY_CHECKED,
    explanation="Opplysningane er retta.",
    afterwards=Afterwards.USED,
    lift_on=date(2000, 1, 1),
)


def plan(desk, part_id: PartId, days: int = 14, **changes) -> None:
    lift = replace(PLAN, lift_on=desk.today + timedelta(days=days), **changes)
    restrictions.plan_lift(desk.vault, part_id, lift)


def send_lift(desk, case_id, part_id, path, sent_on, language=Language.NYNORSK) -> None:
    template = lift_template(desk.request(case_id))
    order = LetterOrder(
        template=template,
        language=language,
        sent_on=sent_on,
        channel=DispatchChannel.REGISTERED_POST.value,
    )
    export_letter(desk.vault, LiftLetters(desk.vault, case_id, part_id), order, path)


def read_back(source) -> str:
    """What stands in a letter as Word has it: a path, or a file in memory."""
    return "\n".join(one.text for one in Document(source).paragraphs)
