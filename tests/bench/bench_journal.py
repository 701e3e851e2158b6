"""The journal with 1 000 000 entries: unlocking, slices, the check of the whole, the list.

Ratios within one run decide (exit code 1 when one is exceeded); milliseconds are printed beside
their targets. The journal is made anew in about half a minute, or kept where ``BENCH_DIR`` says.
Run: ``python tests/bench/bench_journal.py``.
"""

import itertools
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import big_vault
from bench_requests import Report, median, once

from gdpr_desktop.administration.journal import lists
from gdpr_desktop.administration.journal.model import JournalFilter, What
from gdpr_desktop.core.clock import FixedClock
from gdpr_desktop.core.municipality import Municipality
from gdpr_desktop.core.roles import Deed, Role
from gdpr_desktop.vault import Kdf, Vault, chain, journal, marks, people, verification

ENTRIES = 1_000_000
START = datetime(2019, 1, 7, 7, tzinfo=UTC)
CLOCK = FixedClock(datetime(2026, 11, 22, 9, tzinfo=UTC))
CODES = ("opened",) * 12 + ("note", "task_asked", "task_answered", "letter_exported", "registered")

SLICE_LIMIT = 20.0  # ms: what a slice may hold the window back


def open_full(folder: Path) -> Vault:
    """The register with the long journal, made when it is not there. The caller closes it."""
    path = folder / f"journal-{big_vault._recipe()}.register"
    if not path.exists():
        _make(path)
    return Vault.open(path, big_vault.USER, big_vault.PASSWORD, clock=CLOCK, anchor_dir=folder)


def _make(path: Path) -> None:
    vault = Vault.create(
        path,
        user=big_vault.USER,
        password=big_vault.PASSWORD,
        municipality=Municipality(name="Fjordvik kommune"),
        clock=FixedClock(START),
        anchor_dir=path.parent,
        kdf=Kdf.floor(),
    )
    for number in range(5):
        people.add_user(vault, f"Per Sak {number}", Role.CASEWORKER, big_vault.PASSWORD)
    try:
        with vault.begin(Deed.REGISTER_CASE) as work:
            indexes = work.db.execute(
                "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
                " AND tbl_name = 'journal'"
            ).fetchall()
            for name, _sql in indexes:  # made anew at the end: far faster
                work.db.execute(f"DROP INDEX {name}")
            sql = f"INSERT INTO journal ({chain.COLUMNS}) VALUES (?,?,?,?,?,?,?,?)"
            work.db.conn.executemany(sql, _entries(work.db))
            for _name, made in indexes:
                work.db.execute(made)
            marks.put(work.db, marks.MarkName.VERIFIED, journal.last_link(work.db), CLOCK.now())
            work.log(None, "unlocked")
    finally:
        vault.close()


def _entries(db: Any) -> Iterator[tuple[object, ...]]:
    key, last = chain.keys_of(db)[1], journal.last_link(db)
    mac = last.mac
    codes = itertools.cycle(CODES)
    for seq in range(last.seq + 1, ENTRIES):
        at = START + timedelta(minutes=seq * 4)
        code = "setting_saved" if seq % 5000 == 0 else next(codes)
        case = None if code == "setting_saved" else seq * 7919 % 100_000
        detail = '{"key":"municipality"}' if case is None else "{}"
        user = 6 if seq % 20_000 == 0 else seq // 1000 % 5 + 1
        fields = (seq, at.isoformat(), user, f"{seq // 50:016x}", case, code, detail)
        mac = chain.link_mac(key, mac, fields)
        yield (*fields, mac)


def bench_unlock(vault: Vault, report: Report) -> None:
    """What checking costs at unlock: an ordinary session since the mark, and the most there is."""
    opened = vault.opened
    at_unlock = lambda: verification.at_unlock(opened.db, opened.anchor)  # noqa: E731
    few = median(at_unlock)
    with vault.begin_upkeep() as work:
        link = journal.link_at(work.db, ENTRIES // 2)
        assert link is not None
        marks.put(work.db, marks.MarkName.VERIFIED, link, CLOCK.now())
    most = median(at_unlock)
    print("journal of 1 000 000 entries: at unlock")
    report.time("checked since the mark", few, 50)
    report.time(f"{verification.AT_UNLOCK} entries checked, the rest left", most, 50)
    with vault.begin_upkeep() as work:
        marks.put(work.db, marks.MarkName.VERIFIED, journal.last_link(work.db), CLOCK.now())


def bench_whole(vault: Vault, report: Report) -> None:
    """The whole journal in slices."""
    slices: list[float] = []
    run = verification.verify_slices(vault, full=True)
    while True:
        start = time.perf_counter()
        try:
            next(run)
        except StopIteration as end:
            verdict = end.value
            break
        slices.append((time.perf_counter() - start) * 1000)
    if verdict.faults or verdict.checked < ENTRIES:
        raise SystemExit(f"the check is wrong: {verdict}")
    print("the whole journal")
    print(f"  {len(slices)} slices, {sum(slices) / 1000:.1f} s in all")
    report.time("a slice, median", statistics.median(slices), SLICE_LIMIT)
    report.time("a slice, 99 of 100", sorted(slices)[int(len(slices) * 0.99)], SLICE_LIMIT)


FILTERS = {
    "everything": JournalFilter(),
    "a user with many": JournalFilter(user=2),
    "a user with few": JournalFilter(user=6),
    "a case": JournalFilter(case_id=7919),
    "opened cases": JournalFilter(what=What.OPENED),
    "changes": JournalFilter(what=What.CHANGES),
    "settings": JournalFilter(what=What.SETTINGS),
    "security": JournalFilter(what=What.SECURITY),
    "user and changes": JournalFilter(user=2, what=What.CHANGES),
    "user with few and opened": JournalFilter(user=6, what=What.OPENED),
    "a day long ago": JournalFilter(since=date(2019, 3, 4), until=date(2019, 3, 4)),
    "a year, changes": JournalFilter(
        since=date(2020, 1, 1), until=date(2020, 12, 31), what=What.CHANGES
    ),
    "a year, a user with few": JournalFilter(
        since=date(2020, 1, 1), until=date(2020, 12, 31), user=6
    ),
    "all years, security": JournalFilter(since=date(2019, 1, 1), what=What.SECURITY),
}


def bench_list(vault: Vault, report: Report) -> None:
    """Choosing a filter, and a page of what it gives: the first and the last."""
    print("the list: choosing a filter, then a page")
    slowest = 0.0
    for name, chosen in FILTERS.items():
        found = lists.find(vault.db, chosen)
        choose = median(_asking(vault, chosen), 3)
        first = once(lambda found=found: found.page(0, 100))
        last = once(lambda found=found: found.page(max(found.rows - 100, 0), 100))
        slowest = max(slowest, first, last)
        report.time(f"{name}: {found.rows}{'+' if found.more else ''}", choose, 150)
    report.time("slowest page", slowest, 16)


def _asking(vault: Vault, chosen: JournalFilter) -> Callable[[], object]:
    return lambda: lists.find(vault.db, chosen)


def main() -> int:
    """Prints the figures; 1 when a ratio is exceeded."""
    report = Report()
    with tempfile.TemporaryDirectory() as name:
        kept = big_vault.bench_dir(Path(name) / "kept")
        open_full(kept).close()
        folder = Path(shutil.copytree(kept, Path(name) / "copy"))
        vault = open_full(folder)
        try:
            bench_unlock(vault, report)
            bench_whole(vault, report)
            bench_list(vault, report)
        finally:
            vault.close()
    return int(report.failed)


if __name__ == "__main__":
    sys.exit(main())
