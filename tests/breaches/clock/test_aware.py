"""The start of the 72 hours is moved, with a reason where one is owed."""

from datetime import timedelta

import pytest

from breaches.conftest import NOW
from gdpr_desktop.breaches import store
from gdpr_desktop.breaches.clock.service import set_aware
from gdpr_desktop.breaches.codes import Notice
from gdpr_desktop.breaches.model import Notification, NotifyChannel
from gdpr_desktop.breaches.service.base import read_breach
from gdpr_desktop.casework.deed import CaseTouched
from gdpr_desktop.core.errors import InvalidInputError
from gdpr_desktop.core.roles import Deed

HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)


def refused(officer, breach, aware, reason="") -> dict[str, str]:
    with pytest.raises(InvalidInputError) as error:
        set_aware(officer, breach, aware, reason)
    return {one.field: one.text for one in error.value.problems}


def notify(vault, case_id, at) -> None:
    sent = Notification(
        number=1,
        kind=Notice.FIRST,
        sent_at=at,
        channel=NotifyChannel.ALTINN,
        receipt="AR1",
        by="Solveig Testnes",
    )
    with vault.begin(Deed.SEND_LETTER) as work:
        work.require(Deed.SEND_LETTER, assigned=True)
        store.add_notification(work.db, case_id, sent)
        work.publish(CaseTouched(case_id=case_id))


def test_awareness_is_moved_with_its_reason_and_taken_back(officer, breach):
    change = set_aware(officer, breach, NOW, "Kontrollen tok ein time. ")
    found = read_breach(officer, breach)
    assert found.clock.due == NOW + 72 * HOUR
    assert found.intake.aware_reason == "Kontrollen tok ein time."
    change.undo.verb(officer)
    assert read_breach(officer, breach).intake.aware == NOW - HOUR


def test_a_reason_is_owed_only_where_it_is_later_than_the_discovery(officer, breach):
    assert set(refused(officer, breach, NOW)) == {"aware_reason"}
    set_aware(officer, breach, NOW, "Kontrollen tok ein time.")
    set_aware(officer, breach, NOW - HOUR, "Kontrollen tok ein time.")
    assert read_breach(officer, breach).intake.aware_reason == ""


def test_awareness_is_neither_before_discovery_nor_to_come(officer, breach):
    assert set(refused(officer, breach, NOW - HOUR - MINUTE)) == {"aware"}
    assert set(refused(officer, breach, NOW + MINUTE, "Seinare")) == {"aware"}


def test_a_machine_clock_that_was_set_back_is_blamed(officer, breach, clock):
    ordinary = refused(officer, breach, NOW + MINUTE, "Seinare")["aware"]
    clock.instant = NOW - 30 * MINUTE
    blamed = refused(officer, breach, NOW - 10 * MINUTE, "Kontroll")["aware"]
    assert blamed != ordinary


def test_after_the_notification_a_change_is_explained_and_not_past_it(officer, breach, clock):
    clock.instant = NOW + 5 * HOUR
    set_aware(officer, breach, NOW, "Kontrollen tok ein time.")
    notify(officer, breach, NOW + 2 * HOUR)
    assert set(refused(officer, breach, NOW + 3 * HOUR, "Feil")) == {"aware"}
    assert set(refused(officer, breach, NOW - HOUR)) == {"aware_reason"}
    set_aware(officer, breach, NOW - HOUR, "Vi las feil klokkeslett.")
    assert read_breach(officer, breach).intake.aware_reason == "Vi las feil klokkeslett."
