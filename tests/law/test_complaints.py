"""Where a refusal is complained about, and the clocks of the acts on access."""

from datetime import date

import pytest

from gdpr_desktop.law.complaints import ComplaintBody, complaint_body
from gdpr_desktop.law.deadlines import reply_due
from gdpr_desktop.law.regimes import Regime, answer_window


@pytest.mark.parametrize(
    ("regime", "section", "body"),
    [
        ("data_protection", "", "data_protection_authority"),  # T9: PVN-2022-21, archived too
        ("party_access", "18", "county_governor"),
        ("public_access", "3", "county_governor"),
        ("patient_records", "5-1", "county_governor"),
        ("parent_information", "47", "county_governor"),
    ],
)
def test_the_complaint_body_follows_the_act_that_was_used(regime, section, body):
    assert Regime(regime).section == section
    assert complaint_body(Regime(regime)) is ComplaintBody(body)


def test_access_by_other_acts_is_due_in_one_to_three_working_days_beside_the_month():
    friday = date(2026, 11, 20)
    window = answer_window(friday)
    assert (window.first, window.last) == (date(2026, 11, 23), date(2026, 11, 25))
    assert reply_due(friday).due == date(2026, 12, 21)


def test_the_quick_acts_are_those_on_documents():
    quick = {regime for regime in Regime if regime.quick}
    assert quick == {Regime.PARTY_ACCESS, Regime.PUBLIC_ACCESS, Regime.PATIENT_RECORDS}
