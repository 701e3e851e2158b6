from datetime import UTC, date, datetime, timedelta

import pytest

from gdpr_desktop.casework import deadline_words
from gdpr_desktop.casework.deadline_words import (
    Urgency,
    explain,
    free_day,
    remaining,
    remaining_hours,
    urgency,
)
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.law import deadlines
from gdpr_desktop.law.calendar import FreeDay
from gdpr_desktop.law.deadlines import DeadlineKind, SuspensionModel

TODAY = date(2026, 11, 22)


@pytest.fixture(autouse=True)
def english(monkeypatch):
    """The rules are about the source sentences; the translations have their own test."""
    monkeypatch.setattr(deadline_words, "_", lambda text, *, language=None: text)
    monkeypatch.setattr(
        deadline_words,
        "ngettext",
        lambda one, many, count, *, language=None: one if count == 1 else many,
    )


@pytest.mark.parametrize(
    ("deadline", "words"),
    [
        (
            deadlines.reply_due(date(2026, 1, 31)),
            (
                "received 31. januar 2026 + 1 month = 28. februar 2026, a Saturday "
                "→ måndag 2. mars 2026"
            ),
        ),
        (
            deadlines.reply_due(date(2026, 2, 3)),
            "received 3. februar 2026 + 1 month = tysdag 3. mars 2026",
        ),
        (
            deadlines.reply_due(date(2026, 3, 4)),
            (
                "received 4. mars 2026 + 1 month = 4. april 2026, a Saturday, Easter Sunday, "
                "Easter Monday → tysdag 7. april 2026"
            ),
        ),
        (
            deadlines.extended_reply_due(date(2026, 11, 30)),
            (
                "received 30. november 2026 + 3 months = 28. februar 2027, a Sunday "
                "→ måndag 1. mars 2027"
            ),
        ),
        (
            deadlines.appeal_due(date(2027, 4, 26)),
            (
                "reached the party 26. april 2027 + 3 weeks = 17. mai 2027, 17 May, Whit Monday "
                "→ tysdag 18. mai 2027"
            ),
        ),
        (
            deadlines.notification_due(datetime(2026, 10, 24, 0, 30, tzinfo=UTC)),
            (
                "aware 24. oktober 2026 kl.\u00a002:30 + 72 hours"
                " = tysdag 27. oktober 2026 kl.\u00a001:30"
            ),
        ),
        (
            deadlines.information_due(date(2026, 2, 3)),
            "obtained 3. februar 2026 + 1 month = tysdag 3. mars 2026",
        ),
        (
            deadlines.extended_consultation_due(date(2026, 1, 5)),
            "received by the authority 5. januar 2026 + 14 weeks = måndag 13. april 2026",
        ),
        (
            deadlines.rectification_target(date(2026, 2, 3)),
            "received 3. februar 2026 + 3 days = fredag 6. februar 2026",
        ),
        (
            deadlines.correction_target(date(2026, 2, 6)),
            (
                "discovered 6. februar 2026 + 3 days = 9. februar 2026, at least two working days "
                "→ tysdag 10. februar 2026"
            ),
        ),
    ],
)
def test_the_date_is_explained(deadline, words):
    assert explain(deadline, Language.NYNORSK) == words


def test_the_weekday_follows_the_language():
    words = explain(deadlines.reply_due(date(2026, 2, 3)), Language.BOKMAL)
    assert words.endswith("tirsdag 3. mars 2026")


ASKED = (date(2026, 2, 2), date(2026, 2, 3))


@pytest.mark.parametrize(
    ("deadline", "words"),
    [
        (
            deadlines.suspended_reply_due(*ASKED, date(2026, 2, 10)),
            (
                "Received 2. februar 2026, asked 3. februar 2026, answered 10. februar 2026. "
                "Pause: måndag 9. mars 2026, new start: tysdag 10. mars 2026; the earliest applies."
            ),
        ),
        (
            deadlines.suspended_reply_due(*ASKED, None),
            (
                "received 2. februar 2026 + 1 month = måndag 2. mars 2026. "
                "Asked 3. februar 2026, no answer yet: this date applies until the answer comes."
            ),
        ),
        (
            deadlines.suspended_reply_due(date(2026, 2, 2), date(2026, 2, 20), None),
            (
                "received 2. februar 2026 + 1 month = måndag 2. mars 2026. Asked 20. februar 2026, "
                "more than 5 working days after receipt: the time was not suspended."
            ),
        ),
    ],
)
def test_a_suspension_shows_both_ways_of_counting(deadline, words):
    assert explain(deadline, Language.NYNORSK) == words


def test_a_disputable_suspension_says_so():
    deadline = deadlines.suspended_reply_due(
        date(2026, 12, 23), date(2026, 12, 28), date(2027, 1, 4)
    )
    assert "the authority may hold that the time ran on" in explain(deadline)


def test_an_extension_that_outlasts_a_suspension_says_so():
    deadline = deadlines.suspended_reply_due(*ASKED, date(2026, 2, 10), extended=True)
    words = explain(deadline, Language.NYNORSK)
    assert words.startswith("received 2. februar 2026 + 3 months = 2. mai 2026, a Saturday")
    assert "The extension gives a later date, which applies." in words


def test_every_code_has_words():
    assert {*deadline_words._EVENTS} == {*DeadlineKind}
    assert {*deadline_words._FREE_DAYS} == {*FreeDay}
    assert {*deadline_words._MODELS} == {*SuspensionModel}
    assert free_day(FreeDay.GOOD_FRIDAY) == "Good Friday"


@pytest.mark.parametrize(
    ("days", "words"),
    [(3, "3 days left"), (1, "1 day left"), (0, "today"), (-1, "1 day over"), (-2, "2 days over")],
)
def test_what_remains_in_days(days, words):
    assert remaining(TODAY + timedelta(days=days), TODAY) == words


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (31 * 60 + 59, "32 hours left"),
        (60, "1 hour left"),
        (59, "less than an hour left"),
        (0, "less than an hour left"),
        (-1, "less than an hour over"),
        (-120, "2 hours over"),
    ],
)
def test_what_remains_in_hours(minutes, words):
    now = datetime(2026, 11, 22, 12, tzinfo=UTC)
    assert remaining_hours(now + timedelta(minutes=minutes), now) == words


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (-1, Urgency.OVERDUE),
        (0, Urgency.TODAY),
        (1, Urgency.SOON),
        (3, Urgency.SOON),
        (4, Urgency.WEEK),
        (7, Urgency.WEEK),
        (8, Urgency.LATER),
    ],
)
def test_urgency_follows_the_reminders(days, expected):
    assert urgency(TODAY + timedelta(days=days), TODAY) is expected


def test_no_deadline_has_no_urgency():
    assert urgency(None, TODAY) is Urgency.NONE
