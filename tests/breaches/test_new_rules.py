"""The 72 hours are a dated rule: open breaches and their list follow it when it changes."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from breaches.conftest import NOW, PASSWORD
from gdpr_desktop.breaches import feature, store
from gdpr_desktop.breaches.clock.model import clock_of_breach
from gdpr_desktop.breaches.lists import BreachFilter
from gdpr_desktop.breaches.service.intake import register_breach
from gdpr_desktop.breaches.service.upkeep import NOTIFY, recompute_deadlines
from gdpr_desktop.casework import lists
from gdpr_desktop.casework import store as cases
from gdpr_desktop.casework.model import CaseFilter, CaseKind, CaseQuery
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.roles import Role
from gdpr_desktop.law import rules
from gdpr_desktop.vault import Vault, people

HOUR = timedelta(hours=1)


@pytest.fixture
def new_rules(monkeypatch):
    """``new_rules(hours)``: from Thursday 19 November another number of hours holds."""
    old = rules.all_rules()

    def change(hours):
        start = date(2026, 11, 19)
        changed = replace(old[-1], version=f"from {hours}", start=start, notification_hours=hours)
        monkeypatch.setattr(rules, "all_rules", lambda: (*old, changed))

    return change


def notify_due(vault, case_id):
    """The kept deadline of the notification."""
    return cases.open_deadline(vault.db, case_id, NOTIFY)


def run_out(vault):
    """The breaches that the list shows as past their hours."""
    now, today = vault.clock.now(), vault.clock.today()
    narrowing = BreachFilter(running=True, overdue=(now, today))
    query = CaseQuery(kinds=(CaseKind.BREACH,), filter=CaseFilter.ALL, narrowing=narrowing)
    found = lists.page(vault.db, query, vault.actor, today, offset=0, limit=50)
    return {case.id for case in found}


def late(vault, case_id):
    """What the case itself says."""
    return clock_of_breach(store.breach(vault.db, case_id), vault.clock).late


def test_open_breaches_are_counted_anew_when_the_rules_have_changed(officer, breach, new_rules):
    assert recompute_deadlines(officer) == 0
    before = notify_due(officer, breach)
    new_rules(96)
    assert recompute_deadlines(officer) == 1
    assert notify_due(officer, breach) == before + timedelta(days=1)
    assert cases.case(officer.db, breach).due == before + timedelta(days=1)
    assert recompute_deadlines(officer) == 0
    deeds = [row[0] for row in officer.db.execute("SELECT deed FROM journal ORDER BY seq")]
    assert deeds[-1] == "deadlines_recomputed"


@pytest.mark.parametrize("role", list(Role))
def test_whoever_unlocks_first_carries_the_new_rules(officer, breach, new_rules, role):
    before = notify_due(officer, breach)
    people.add_user(officer, "Annan", role, PASSWORD)
    path, clock = officer.path, officer.clock
    officer.close()
    new_rules(96)
    other = Vault.open(path, "Annan", PASSWORD, clock=clock)
    feature.subscribe(other)
    assert notify_due(other, breach) == before + timedelta(days=1)
    other.close()


@pytest.mark.parametrize("hours", [24, 72, 96])
def test_the_list_calls_late_what_the_case_calls_late(officer, breach, clock, new_rules, hours):
    """Those of before the change keep their hours, whichever is longer."""
    made = store.breach(officer.db, breach).intake
    found = {breach}
    for back in (73, 71, 49, 39, 37, 25, 23):  # the rule begins 39 hours before NOW
        at = NOW - back * HOUR
        found.add(CaseId(register_breach(officer, replace(made, discovered=at, aware=at)).id))
    new_rules(hours)
    recompute_deadlines(officer)
    for _step in range(30):
        assert run_out(officer) == {one for one in found if late(officer, one)}
        clock.instant += 4 * HOUR
