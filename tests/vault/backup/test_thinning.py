"""Which backups may go (safety.md, test 42)."""

import random
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdpr_desktop.core.clock import local_date
from gdpr_desktop.vault.backup.thinning import DAILY, MONTHLY, NEWEST, WEEKLY, Entry, superfluous

START = datetime(2026, 1, 1, 15, tzinfo=UTC)


def _entry(number: int, made: datetime, *, verified: bool = True) -> Entry:
    return Entry(name=f"{number:05}", made=made, seq=number * 10, verified=verified)


def _after(entries: list[Entry]) -> list[Entry]:
    gone = superfluous(entries)
    return [entry for entry in entries if entry not in gone]


def test_a_handful_is_never_touched() -> None:
    entries = [_entry(n, START) for n in range(NEWEST)]
    assert superfluous(entries) == ()


def test_one_a_day_for_years_leaves_days_weeks_and_months() -> None:
    kept = _after([_entry(n, START + timedelta(days=n)) for n in range(900)])
    days = [(START + timedelta(days=899) - entry.made).days for entry in kept]
    assert days[-DAILY:] == list(range(DAILY))[::-1]
    assert len({entry.made.isocalendar()[:2] for entry in kept}) >= WEEKLY
    assert len({(entry.made.year, entry.made.month) for entry in kept}) == MONTHLY
    assert len(kept) <= DAILY + WEEKLY + MONTHLY


def test_of_many_on_one_day_the_last_stays() -> None:
    older = [_entry(n, START + timedelta(days=n)) for n in range(40)]
    today = [_entry(100 + n, START + timedelta(days=50, minutes=n)) for n in range(30)]
    later = [_entry(200 + n, START + timedelta(days=51 + n)) for n in range(4)]
    kept = _after(older + today + later)
    assert [entry for entry in kept if entry in today] == today[-1:]


def test_a_backup_with_an_altered_journal_does_not_push_out_a_good_one() -> None:
    good = [_entry(n, START + timedelta(days=n)) for n in range(3)]
    bad = [_entry(9 + n, START + timedelta(days=9 + n), verified=False) for n in range(40)]
    kept = _after(good + bad)
    assert set(good) <= set(kept)
    assert bad[-NEWEST:] == kept[-NEWEST:]


@pytest.mark.parametrize("seed", range(12))
def test_over_three_years_with_gaps_and_clock_jumps_nothing_is_lost_that_should_stay(
    seed: int,
) -> None:
    chance = random.Random(seed)
    now, wrong, entries = START, timedelta(), []
    for number in range(1, 1400):
        now += timedelta(hours=chance.choice((4, 18, 24, 24, 24, 72, 24 * 20)))
        if chance.random() < 0.02:
            wrong = timedelta(days=chance.choice((0, 0, -365, 365, -3, 40)))
        entries.append(_entry(number, now + wrong, verified=chance.random() > 0.05))
        entries = _after(entries)
        newest = sorted(entries, key=lambda entry: entry.seq)[-NEWEST:]
        assert entries[-min(number, NEWEST) :] == newest
        assert entries[-1].seq == number * 10
        assert sum(entry.verified for entry in entries) >= min(3, number // 2)
        assert len(entries) <= 2 * (DAILY + WEEKLY + MONTHLY + NEWEST)
        if now > START + timedelta(days=3 * 365):
            break
    months = {(e.made.year, e.made.month) for e in entries}
    assert len(months) >= MONTHLY


@given(st.lists(st.tuples(st.integers(0, 4000), st.integers(0, 300), st.booleans()), max_size=120))
def test_whatever_the_dates_the_rule_holds(rows: list[tuple[int, int, bool]]) -> None:
    entries = [
        Entry(
            name=str(number),
            made=START + timedelta(hours=hours),
            seq=seq,
            verified=verified,
        )
        for number, (hours, seq, verified) in enumerate(rows)
    ]
    kept = _after(entries)
    assert superfluous(kept) == ()
    good = [entry for entry in entries if entry.verified]
    days = sorted({local_date(entry.made) for entry in good})[-DAILY:]
    assert set(days) <= {local_date(entry.made) for entry in kept}
    assert sum(entry.verified for entry in kept) >= min(3, len(good))
    assert len(kept) >= min(NEWEST, len(entries))
