from datetime import UTC, date, datetime

import pytest

from gdpr_desktop.law import rules
from gdpr_desktop.law.deadlines import appeal_due, notification_due, reply_due
from gdpr_desktop.law.rules import all_rules, read_rules, rules_on


def test_the_numbers_in_force():
    now = rules_on(date(2026, 11, 22))
    assert (now.reply_months, now.extension_months, now.notification_hours) == (1, 2, 72)
    assert (now.information_months, now.appeal_weeks) == (1, 3)
    assert (now.consultation_weeks, now.consultation_extension_weeks) == (8, 6)
    assert (now.prompt_working_days, now.officer_told_hours) == (5, 24)
    assert now.reminder_days == (7, 3)


def test_an_event_before_the_first_set_goes_by_the_first():
    assert rules_on(date(2010, 1, 1)) == all_rules()[0]


LATER = """
[[rules]]
from = 2027-01-01
version = "later"
notification_hours = 96
[rules.ages]
information_society = 15
"""


@pytest.fixture
def with_later_rules(monkeypatch):
    original = rules.Path(rules.__file__).with_name("rules.toml").read_text(encoding="utf-8")
    sets = read_rules(original + LATER)
    monkeypatch.setattr(rules, "all_rules", lambda: sets)


@pytest.mark.usefixtures("with_later_rules")
def test_the_day_of_the_event_chooses_the_rules():
    before = notification_due(datetime(2026, 12, 31, 12, tzinfo=UTC))
    after = notification_due(datetime(2026, 12, 31, 23, tzinfo=UTC))  # already 2027 in Norway
    assert (before.period.amount, before.rule) == (72, all_rules()[-1].version)
    assert (after.period.amount, after.rule) == (96, "later")


@pytest.mark.usefixtures("with_later_rules")
def test_a_later_set_keeps_what_it_does_not_change():
    assert reply_due(date(2027, 1, 1)).due == date(2027, 2, 1)
    later = rules_on(date(2027, 1, 1))
    assert (later.ages.information_society, later.ages.adult) == (15, 18)


def test_each_deadline_carries_the_version_of_its_rules():
    assert appeal_due(date(2026, 11, 20)).rule == all_rules()[-1].version


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ("reply_month = 2", "unknown rule: reply_month"),
        ("ages = {adlt = 2}", "unknown rule: adlt"),
    ],
)
def test_a_misspelt_rule_is_refused(change, complaint):
    original = rules.Path(rules.__file__).with_name("rules.toml").read_text(encoding="utf-8")
    later = f"[[rules]]\nfrom = 2027-01-01\nversion = 'x'\n{change}\n"
    with pytest.raises(ValueError, match=complaint):
        read_rules(original + later)


def test_sets_out_of_order_are_refused():
    original = rules.Path(rules.__file__).with_name("rules.toml").read_text(encoding="utf-8")
    with pytest.raises(ValueError, match="order"):
        read_rules(original + LATER.replace("2027", "2017"))
