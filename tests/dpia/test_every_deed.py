"""Every button in every state, for each role: it opens its dialog, which is freed, or does it."""

import gc
import weakref
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from dpia.advice.values import read
from dpia.filling import begun, in_force
from dpia.screening.by_hand import activity
from gdpr_desktop.casework import store as cases
from gdpr_desktop.casework.deed import CaseTouched
from gdpr_desktop.casework.service import assign
from gdpr_desktop.core.clock import FixedClock
from gdpr_desktop.core.errors import AppError
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.roles import Role
from gdpr_desktop.dpia import feature, store
from gdpr_desktop.dpia.actions import Action, Chosen, actions_of, intake_actions, may
from gdpr_desktop.dpia.advice.closing import close
from gdpr_desktop.dpia.assessment import MEASURE
from gdpr_desktop.dpia.codes import ConsultationAnswer, State
from gdpr_desktop.dpia.consultation.model import Consultation
from gdpr_desktop.dpia.page import DpiaTab
from gdpr_desktop.dpia.states import OVER
from gdpr_desktop.dpia.steps import Step
from gdpr_desktop.ui import notices
from gdpr_desktop.ui.dialog import FormDialog
from gdpr_desktop.vault import Vault, people

NAMES = {
    Role.OFFICER: "Solveig Testnes",
    Role.CASEWORKER: "Ola Sakshandsamar",
    Role.MANAGER: "Kari Leiar",
    Role.ARCHIVIST: "Per Arkivar",
}
PASSWORD = "ein lang passordfrase for testar"
FROM_THE_FIRST = {State.SCREENING, State.NOT_NEEDED, State.COVERED}
BEFORE_APPROVAL = {State.SENT, State.AT_OFFICER, State.MORE_WORK, State.ADVISED}
ASKED = Consultation(why="Høg risiko.", decided_by="Kari Leiar", decided_on=date(2026, 11, 13))
SENT = replace(ASKED, sent_on=date(2026, 11, 16))
ANSWERED = replace(SENT, answered_on=date(2026, 11, 19), answer=ConsultationAnswer.NO_OBJECTION)
CHANGES = {Action.SCREEN, Action.DECIDE, Action.APPROVE, Action.CONSULT_ANSWERED}
FILES = {
    Action.NEED_REPORT: ".docx",
    Action.REPORT: ".docx",
    Action.SHORT: ".docx",
    Action.SHEET: ".xlsx",
    Action.EXPORT: ".json",
}
BY_OFFICER = set(Action)  # who sees every button there is, some day
IN_WIZARD = (Action.WRITE, Action.READ, Action.RISKS)


def steps_for(state: State) -> Iterator[dict[str, Any]]:
    """What the case holds beside its state, the ways that give other buttons."""
    if state in FROM_THE_FIRST:
        yield {"submissions": False, "screening": None, "need": None}
        yield {}
    elif state is State.ADVISED:
        yield {"approval": None, "decision": None}
        for asked in (ASKED, SENT, ANSWERED):
            yield {"approval": None, "consultation": asked}
    elif state in BEFORE_APPROVAL:
        yield {"approval": None, "decision": None, "opinion": None}
    else:
        yield {}


class Desk:
    """The tab in front of somebody."""

    def __init__(self, vault: Vault, qtbot: QtBot) -> None:
        self.vault = vault
        self.tab = DpiaTab(vault)
        qtbot.addWidget(self.tab)
        self.tab.resize(1280, 800)
        self.tab.show()
        self.freed: list[tuple[str, Any]] = []
        self.seen: set[tuple[State, Action]] = set()

    def put(self, case_id: CaseId, **steps: Any) -> None:
        with self.vault.begin_upkeep() as work:
            store.put_step(work.db, case_id, **steps)
            work.publish(CaseTouched(case_id=case_id))

    def offered(self, case_id: CaseId) -> set[Action]:
        found = read(self.vault, case_id)
        shown = {one for step in Step for one in actions_of(found, step)}
        shown |= set(intake_actions(found))
        return {one for one in shown if may(one, self.vault.actor.role)}

    def press(self, case_id: CaseId, action: Action) -> str:
        """What went wrong; empty where a dialog came, the wizard, or the deed was done."""
        self.tab.show_case(case_id)
        before = read(self.vault, case_id).state
        self.tab.cases.assessment.start(Chosen(action=action))
        QApplication.processEvents()
        shown = [one for one in self.tab.findChildren(QDialog) if one.isVisible()]
        if action in IN_WIZARD:
            return "" if self.tab.currentWidget() is self.tab.wizard else "no wizard"
        if not shown:
            return "" if read(self.vault, case_id).state is not before else "nothing"
        (dialog,) = shown
        self.freed.append((type(dialog).__name__, weakref.ref(dialog)))
        dialog.discard() if isinstance(dialog, FormDialog) else dialog.close()
        return ""


@pytest.fixture
def refusals(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the window says no with."""
    told: list[str] = []

    def keep(_parent: object, error: AppError, *_more: object, **_named: object) -> None:
        told.append(str(error))

    monkeypatch.setattr(notices, "error", keep)
    return told


@pytest.fixture
def sits(officer: Vault, clock: FixedClock, request: pytest.FixtureRequest) -> Iterator[Any]:
    """One of each role, and a case that the caseworker works on."""
    role: Role = request.param
    if role is not Role.OFFICER:
        people.add_user(officer, name=NAMES[role], role=role, password=PASSWORD)
    activity(officer)
    cases_of = (in_force(officer), begun(officer), in_force(officer))
    if role is Role.CASEWORKER:
        user = cases.user_named(officer.db, NAMES[role])
        for one in cases_of:
            assign(officer, one, caseworker=NAMES[role], user_id=user)
    assert any(one.kind == MEASURE for one in read(officer, cases_of[0]).tasks)
    close(officer, cases_of[2], reason="Slutt.")
    officer.close()
    opened = Vault.open(officer.path, NAMES[role], PASSWORD, clock=clock)
    feature.subscribe(opened)
    yield opened, *cases_of
    opened.close()


@pytest.mark.parametrize("sits", Role, indirect=True)
def test_what_the_page_offers_opens_or_is_done(
    sits: Any, qtbot: QtBot, refusals: list[str]
) -> None:
    vault, written, first, over = sits
    desk = Desk(vault, qtbot)
    usual = {name: getattr(read(vault, written), name) for name in _PARTS}
    wrong: dict[tuple[str, str], str] = {}
    for state in State:
        for given in () if state in OVER else steps_for(state):
            parts = dict(given)
            case_id = written if parts.pop("submissions", True) else first
            steps = {**(usual if case_id == written else {}), **parts, "state": state.value}
            desk.put(case_id, **steps)
            _press_all(desk, case_id, state, steps, wrong, refusals)
    _press_all(desk, over, State.ENDED, {}, wrong, refusals)
    assert wrong == {}
    if vault.actor.role is Role.OFFICER:
        assert {action for _state, action in desk.seen} == BY_OFFICER
    _freed(desk)


@pytest.mark.parametrize("sits", Role, indirect=True)
def test_each_who_is_offered_a_file_gets_it(
    sits: Any, qtbot: QtBot, refusals: list[str], answers: Any, tmp_path: Path
) -> None:
    vault, written, _first, _over = sits
    desk = Desk(vault, qtbot)
    for action in sorted(desk.offered(written) & set(FILES)):
        desk.tab.show_case(written)
        desk.tab.cases.assessment.start(Chosen(action=action))
        (dialog,) = (one for one in desk.tab.findChildren(FormDialog) if one.isVisible())
        path = tmp_path / f"{action.value}{FILES[action]}"
        answers(path)
        dialog.save_button.click()
        assert not dialog.isVisible(), action
        assert path.exists(), action
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert refusals == []


_PARTS = ("screening", "need", "opinion", "decision", "approval", "consultation")


def _press_all(
    desk: Desk,
    case_id: CaseId,
    state: State,
    steps: dict[str, Any],
    wrong: dict[tuple[str, str], str],
    refusals: list[str],
) -> None:
    few = desk.vault.actor.role is not Role.OFFICER  # the dialogs are the same
    for action in sorted(desk.offered(case_id)):
        known = {one for _state, one in desk.seen} if few else set()
        if ((state, action) in desk.seen or action in known) and action not in CHANGES:
            continue  # it was the same a moment ago
        desk.seen.add((state, action))
        said = desk.press(case_id, action)
        if refusals:
            said = refusals.pop()
            refusals.clear()
        if said:
            wrong[state.value, action.value] = said
        if steps:
            desk.put(case_id, **steps)


def _freed(desk: Desk) -> None:
    """What was closed is gone from memory."""
    for _time in range(2):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()
    gc.collect()
    assert sorted({name for name, one in desk.freed if one() is not None}) == []
