"""A caseworker, the officer and a manager, each with their own password, take it through."""

from datetime import timedelta

import pytest

from dpia.advice.values import approval, decision, opinion, read
from dpia.filling import drafted
from gdpr_desktop.casework import lists
from gdpr_desktop.casework import store as cases
from gdpr_desktop.casework.service import assign
from gdpr_desktop.core.errors import RefusedError
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.roles import Role
from gdpr_desktop.dpia import feature
from gdpr_desktop.dpia.actions import Action, may, primary
from gdpr_desktop.dpia.advice import service
from gdpr_desktop.dpia.advice.commenting import add_comment, answer_comment
from gdpr_desktop.dpia.advice.deciding import approve, decide
from gdpr_desktop.dpia.advice.opinions import give_opinion
from gdpr_desktop.dpia.codes import Follow, State
from gdpr_desktop.dpia.rich import rich
from gdpr_desktop.overview.words import due_words
from gdpr_desktop.vault import Vault, people

OFFICER, WRITER, MANAGER = "Solveig Testnes", "Ola Sakshandsamar", "Kari Leiar"
PASSWORDS = {
    OFFICER: "ein lang passordfrase for testar",
    WRITER: "eit anna langt passord for testar",
    MANAGER: "eit tredje langt passord for testar",
}


class Desk:
    """Who sits there now; another sits down by unlocking."""

    def __init__(self, vault: Vault, clock) -> None:
        self.vault, self._clock = vault, clock

    def sit(self, name: str) -> Vault:
        path = self.vault.path
        self.vault.close()
        self.vault = Vault.open(path, name, PASSWORDS[name], clock=self._clock)
        feature.subscribe(self.vault)
        return self.vault


@pytest.fixture
def desk(officer, clock):
    for name, role in ((WRITER, Role.CASEWORKER), (MANAGER, Role.MANAGER)):
        people.add_user(officer, name=name, role=role, password=PASSWORDS[name])
    made = Desk(officer, clock)
    yield made
    made.vault.close()


def waits_for(vault: Vault) -> list[str]:
    """What the overview says of assessments."""
    ahead = vault.clock.today() + timedelta(days=14)
    return [due_words(one) for one in lists.due_until(vault.db, ahead, vault.actor)]


def next_is(vault: Vault, case_id: CaseId, action: Action) -> bool:
    offered = primary(read(vault, case_id))
    return offered.action is action and may(action, vault.actor.role)


@pytest.fixture
def olas(desk) -> CaseId:
    """An assessment of the caseworker's own."""
    case_id = drafted(desk.vault)
    ola = cases.user_named(desk.vault.db, WRITER)
    assign(desk.vault, case_id, caseworker=WRITER, user_id=ola)
    return case_id


def sent_twice(desk: Desk, case_id: CaseId) -> None:
    """Commented on, answered, and sent again."""
    service.send(desk.sit(WRITER), case_id, "Sjå på lagringa.")
    officer = desk.sit(OFFICER)
    service.begin_advice(officer, case_id)
    add_comment(officer, case_id, "question:what", "Kven vaktar?")
    give_opinion(officer, case_id, opinion(wants_back=True, text=rich("Skriv kven som vaktar.")))
    own = desk.sit(WRITER)
    assert next_is(own, case_id, Action.WRITE)
    comment = read(own, case_id).content.comments[0]
    answer_comment(own, case_id, comment.key, "Nattevakta.")
    service.send(own, case_id, "Svart på kven.")


def test_a_caseworker_sends_and_does_not_advise(desk, olas):
    own = desk.sit(WRITER)
    service.send(own, olas)
    for refused in (service.begin_advice, service.give_advice_anew):
        with pytest.raises(RefusedError):
            refused(own, olas)
    officer = desk.sit(OFFICER)
    assert waits_for(officer)
    assert next_is(officer, olas, Action.BEGIN)


def test_advised_against_decided_and_approved_each_by_whose_it_is(desk, olas):
    sent_twice(desk, olas)
    officer = desk.sit(OFFICER)
    service.begin_advice(officer, olas)
    give_opinion(officer, olas, opinion(go_ahead=False, go_ahead_why="For inngripande."))
    manager = desk.sit(MANAGER)
    assert next_is(manager, olas, Action.DECIDE)
    with pytest.raises(RefusedError):
        service.send(manager, olas, "Igjen.")
    decide(manager, olas, decision(follow=Follow.NOT, why="Tryggleiken veg tyngst."))
    assert next_is(manager, olas, Action.APPROVE)
    approve(manager, olas, approval())
    found = read(manager, olas)
    assert found.state is State.IN_FORCE
    assert (found.decision.submission, found.approval.submission) == (2, 2)
    codes = [one.code for one in reversed(cases.timeline(manager.db, olas))]
    ours = [one for one in codes if one.startswith("dpia_")]
    advised = ["dpia_sent", "dpia_begun", "dpia_advised", "dpia_decided", "dpia_approved"]
    assert ours[-7:] == ["dpia_more_work", "dpia_comment_answered", *advised]
