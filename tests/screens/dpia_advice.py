"""An assessment between caseworker, officer and risk owner: each dialog at its stage."""

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtWidgets import QDialog, QWidget

from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.dpia import store
from gdpr_desktop.dpia.actions import Action, Chosen
from gdpr_desktop.dpia.advice import service
from gdpr_desktop.dpia.advice.commenting import add_comment
from gdpr_desktop.dpia.advice.deciding import approve, decide
from gdpr_desktop.dpia.advice.dialogs.comment import AnswerDialog, CommentDialog
from gdpr_desktop.dpia.advice.model import Approval, Decision, Opinion, SectionVerdict
from gdpr_desktop.dpia.advice.opinions import give_opinion, give_verdict
from gdpr_desktop.dpia.codes import Follow, State
from gdpr_desktop.dpia.content import About, Answer, Estimate, Scenario
from gdpr_desktop.dpia.rich import rich
from gdpr_desktop.dpia.service.intake import register_dpia
from gdpr_desktop.ui.main_window import MainWindow
from gdpr_desktop.vault import Vault

ABOUT = About(title="Kamera i garderoben", unit="Tunet skule", responsible="Kari Nes")
RISK = Scenario(
    key="s1", title="Opptak kjem på avvegar", before=Estimate(consequence=3, likelihood=3)
)


def pictures(
    window: MainWindow, take: Callable[..., None], close: Callable[[QDialog], None]
) -> None:
    """Take them, on an assessment of their own."""
    assert window.vault is not None, "it is unlocked"
    vault = window.vault
    page: Any = window.workspace.page_of("dpia")
    case_id = _written(vault)

    def shoot(stage: str, *actions: Action) -> None:
        page.refresh()  # the deeds below are told to nobody
        page.show_case(case_id)
        for action in actions:
            page.cases.case_view.start(Chosen(action=action))
            dialog = _dialog_of(page)
            take(f"dialog-dpia-{action.value}-{stage}", dialog)
            close(dialog)

    shoot("first", Action.SEND, Action.CLOSE)
    _begun(vault, case_id)
    for number, dialog in enumerate(_comments(vault, case_id, window)):
        dialog.open()
        take(f"dialog-dpia-comment-{number}", dialog)
        close(dialog)
    shoot("first", Action.OPINION)
    today = vault.clock.today()
    give_opinion(vault, case_id, _opinion(today, wants_back=True))
    _write(vault, case_id, Answer(question="what", text=rich("Kamera ved inngangen.")))
    shoot("second", Action.SEND)
    service.send(vault, case_id, "Flytta ut av garderoben.")
    service.begin_advice(vault, case_id)
    give_opinion(vault, case_id, _opinion(today))
    shoot("advised", Action.DECIDE, Action.APPROVE, Action.VERSIONS)
    take("dpia-advised")
    _put_in_force(vault, case_id, today)
    shoot("in-force", Action.REVIEW)


def _begun(vault: Vault, case_id: CaseId) -> None:
    service.send(vault, case_id)
    service.begin_advice(vault, case_id)
    verdict = SectionVerdict(section="scope", sufficient=False, feedback="Kva med gjester?")
    give_verdict(vault, case_id, verdict)
    add_comment(vault, case_id, "question:what", "Kven ser på bileta?")


def _comments(vault: Vault, case_id: CaseId, window: MainWindow) -> tuple[QDialog, ...]:
    comment = store.comments(vault.db, case_id)[0]
    return (
        CommentDialog(vault, case_id, "question:what", window),
        AnswerDialog(vault, case_id, comment, window),
    )


def _dialog_of(page: QWidget) -> QDialog:
    return next(one for one in page.findChildren(QDialog) if one.isVisible())


def _written(vault: Vault) -> CaseId:
    case_id = CaseId(register_dpia(vault, ABOUT).id)
    _write(vault, case_id, Answer(question="what", text=rich("Kamera i garderoben.")), RISK)
    with vault.begin(Deed.WORK_ON_CASE) as work:
        work.require(Deed.WORK_ON_CASE, assigned=True)
        store.put_step(work.db, case_id, state=State.DRAFT.value)
    return case_id


def _write(vault: Vault, case_id: CaseId, *items: Answer | Scenario) -> None:
    with vault.begin(Deed.WORK_ON_CASE) as work:
        work.require(Deed.WORK_ON_CASE, assigned=True)
        for one in items:
            if isinstance(one, Answer):
                store.put_answer(work.db, case_id, one, work.actor.name, work.clock.now())
            else:
                store.put_item(work.db, case_id, one)


def _opinion(today: date, *, wants_back: bool = False) -> Opinion:
    return Opinion(
        submission=0,
        go_ahead=False,
        go_ahead_why="Det finst mildare tiltak.",
        consult=False,
        consult_why="Vi rår frå heile behandlinga.",
        follow_up=True,
        text=rich("Prøv vakthald i friminutta først."),
        wants_back=wants_back,
        name="Solveig Testnes",
        given_on=today,
    )


def _put_in_force(vault: Vault, case_id: CaseId, today: date) -> None:
    who: dict[str, Any] = {"name": "Kari Nes", "role": "Rektor", "decided_on": today}
    why = "Mildare tiltak er prøvde."
    decide(vault, case_id, Decision(submission=0, follow=Follow.NOT, why=why, **who))
    again = today.replace(year=today.year + 1)
    made = Approval(submission=0, approved=True, why="", review_on=again, **who)
    approve(vault, case_id, made)
