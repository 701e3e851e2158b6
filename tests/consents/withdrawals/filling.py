"""A consent is taken back, and places are seen to."""

from datetime import date
from typing import Any

from gdpr_desktop.consents.codes import Channel, Relation
from gdpr_desktop.consents.withdrawals.model import Ended, Registered, Withdrawal
from gdpr_desktop.consents.withdrawals.model import TaskOutcomeCode as Outcome
from gdpr_desktop.consents.withdrawals.service import stopping
from gdpr_desktop.consents.withdrawals.service.base import read_withdrawal
from gdpr_desktop.consents.withdrawals.service.registering import register_withdrawal
from gdpr_desktop.core.ids import CaseId, ConsentId
from gdpr_desktop.vault import Vault

TODAY = date(2026, 11, 20)
ALL = ("p1", "p2", "p3")


def taken(consent_id: ConsentId, purposes: tuple[str, ...] = ALL, **more: Any) -> Registered:
    """What the mother takes back today, on the slip."""
    fields = {
        "consent_id": consent_id,
        "purposes": purposes,
        "withdrawn_on": TODAY,
        "channel": Channel.SLIP,
        "relation": Relation.PARENT,
        "name": "Mor Testdal",
    }
    return Registered(**{**fields, **more})


def withdrawn(vault: Vault, consent_id: ConsentId, *purposes: Any, **more: Any) -> Withdrawal:
    """The case about it."""
    change = register_withdrawal(vault, taken(consent_id, *purposes, **more))
    return read_withdrawal(vault, CaseId(change.id))


def ended(vault: Vault, task: Any, outcome: Outcome = Outcome.ERASED, **more: Any) -> None:
    """What became of one place, today."""
    stopping.end_place(vault, task.id, Ended(task=task.id, outcome=outcome, **more), TODAY)


def all_ended(vault: Vault, found: Withdrawal) -> Withdrawal:
    """Everything is erased, but what is printed."""
    for task in found.stops:
        if found.place(task).erasable:
            ended(vault, task)
        else:
            ended(vault, task, Outcome.CANNOT, note="Planen er trykt og delt ut.")
    return read_withdrawal(vault, found.case.id)
