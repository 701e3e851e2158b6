"""An advice, a decision, an approval and a review, as they are usually given."""

from datetime import date
from typing import Any

from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.dpia import store
from gdpr_desktop.dpia.advice import service
from gdpr_desktop.dpia.advice.deciding import approve, decide
from gdpr_desktop.dpia.advice.model import Approval, Decision, Opinion, Review
from gdpr_desktop.dpia.advice.opinions import give_opinion
from gdpr_desktop.dpia.assessment import Dpia
from gdpr_desktop.dpia.codes import Follow
from gdpr_desktop.dpia.rich import rich
from gdpr_desktop.vault import Vault

TODAY = date(2026, 11, 20)


def opinion(**more: Any) -> Opinion:
    usual = {"go_ahead": True, "consult": False, "consult_why": "Vi har tiltak.", "follow_up": True}
    given = {"text": rich("Følg opp tilgangane."), "name": "Solveig Testnes", "given_on": TODAY}
    return Opinion(submission=1, **{**usual, **given, **more})


def decision(**more: Any) -> Decision:
    usual = {"follow": Follow.FOLLOW, "why": "", "name": "Kari Leiar", "role": "Einingsleiar"}
    return Decision(submission=1, decided_on=TODAY, **{**usual, **more})


def approval(**more: Any) -> Approval:
    usual = {"approved": True, "why": "", "name": "Kari Leiar", "role": "Einingsleiar"}
    days = {"decided_on": TODAY, "review_on": date(2027, 11, 19)}
    return Approval(submission=1, **{**usual, **days, **more})


def review(**more: Any) -> Review:
    usual = {"same": True, "why": "Alt er som før.", "name": "Kari Leiar"}
    days = {"reviewed_on": TODAY, "next_on": date(2027, 11, 19)}
    return Review(**{**usual, **days, **more})


def read(vault: Vault, case_id: CaseId) -> Dpia:
    return store.dpia(vault.db, case_id)


def at_officer(vault: Vault, case_id: CaseId, note: str = "") -> None:
    service.send(vault, case_id, note)
    service.begin_advice(vault, case_id)


def advised_on(vault: Vault, case_id: CaseId, **more: Any) -> None:
    at_officer(vault, case_id)
    give_opinion(vault, case_id, opinion(**more))


def put_in_force(vault: Vault, case_id: CaseId) -> None:
    advised_on(vault, case_id)
    decide(vault, case_id, decision())
    approve(vault, case_id, approval())
