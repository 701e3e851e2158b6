"""Restriction and the note of disagreement: the case as it stands, and every form of theirs."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtWidgets import QDialog

from gdpr_desktop.casework.model import Person
from gdpr_desktop.core.ids import CaseId, PartId
from gdpr_desktop.law.restriction import LiftReason
from gdpr_desktop.requests import service, store
from gdpr_desktop.requests.actions import Action, Chosen
from gdpr_desktop.requests.disagreement import service as disagreement
from gdpr_desktop.requests.disagreement.model import Disagreement, Place
from gdpr_desktop.requests.model import Channel, Considered, Intake, Right
from gdpr_desktop.requests.restrictions import service as restrictions
from gdpr_desktop.requests.restrictions.model import Afterwards, Lift
from gdpr_desktop.requests.rights.restriction import (
    RestrictedItem,
    RestrictionAssessment,
    RestrictionOutcome,
    UsedItem,
    UseGround,
)
from gdpr_desktop.ui.main_window import MainWindow
from gdpr_desktop.vault import Vault

ANSWERS = {
    "accuracy_contested": "yes",
    "unlawful": "no",
    "not_needed": "no",
    "objection_pending": "no",
    "still_legal_claims": "yes",
    "still_rights_of_others": "no",
    "still_public_interest": "no",
}
FORMS = (
    Action.ASSESS,
    Action.CARRY_OUT,
    Action.LOOK_AGAIN,
    Action.PLAN_LIFT,
    Action.LIFT_LETTER,
    Action.LIFT,
    Action.DISAGREE,
    Action.NOTE_DOCUMENT,
)


def pictures(
    window: MainWindow, take: Callable[..., None], close: Callable[[QDialog], None]
) -> None:
    """Take them, on a case of their own."""
    assert window.vault is not None, "it is unlocked"
    case_id, part_id = _restricted(window.vault)
    page = window.workspace.page_of("requests")
    page.show_case(case_id)
    take("restriction-case")
    for section in page.case_view.notes.sections:
        section.set_expanded(True)
        page.case_view.ensureWidgetVisible(section)
    take("restriction-note")
    for action in FORMS:
        page.case_view.start(Chosen(action=action, part=part_id))
        dialog = next(one for one in page.findChildren(QDialog) if one.isVisible())
        take(f"restriction-{action.value}", dialog)
        close(dialog)
    window.show_tab(0)
    take("restriction-overview")


def _restricted(vault: Vault) -> tuple[CaseId, PartId]:
    """A case where some of the data are restricted, the end is planned, and there is a note."""
    today = vault.clock.today()
    intake = Intake(
        received=today - timedelta(days=5),
        channel=Channel.EDIALOG,
        subject=Person(name="Kari Prøvedatter"),
        rights=(Right.RESTRICTION,),
        wording="Det som står om helsa til barnet, er feil.",
    )
    case_id = CaseId(service.register_request(vault, intake, unstructured="").id)
    part_id = store.request(vault.db, case_id).parts[0].id
    service.assess(vault, part_id, _assessment(today))
    (measure,) = store.request(vault.db, case_id).part(part_id).measures
    done = replace(measure, done_on=today, done_by="Per Prøve")
    service.carry_out(vault, part_id, (done,))
    restrictions.plan_lift(vault, part_id, _lift(today))
    disagreement.write_note(vault, part_id, _note(today))
    return case_id, part_id


def _assessment(today: date) -> RestrictionAssessment:
    return RestrictionAssessment(
        outcome=RestrictionOutcome.PARTLY,
        considered=tuple(
            Considered(question=one, answer=answer, reason="Klaga er ikkje avgjord.")
            for one, answer in ANSWERS.items()
        ),
        items=(RestrictedItem(system="Barnehagesystemet", what="Merknader om helsa"),),
        still_used=(
            UsedItem(
                system="Arkivet",
                what="Klagesaka",
                ground=UseGround.LEGAL_CLAIMS,
                reason="Klaga er ikkje avgjord.",
            ),
        ),
        look_again=today + timedelta(days=180),
        archive_said="Arkivleiaren: Merkinga er i orden.",
    )


def _lift(today: date) -> Lift:
    return Lift(
        reason=LiftReason.ACCURACY_CHECKED,
        explanation="Legen har stadfesta at merknaden var feil. Han er retta.",
        afterwards=Afterwards.USED,
        lift_on=today + timedelta(days=21),
    )


def _note(today: date) -> Disagreement:
    return Disagreement(
        about="Merknadene om helsa i barnehagesystemet",
        view="Barnet mitt har ikkje allergi. Prøva var negativ.",
        ours="Merknaden var rett då han blei skriven.",
        places=(
            Place(system="Barnehagesystemet"),
            Place(system="Arkivet", laid_on=today, laid_by="Per Prøve"),
        ),
        written_on=today,
    )
