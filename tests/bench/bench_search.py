"""The search for a person in 100 000 cases: what shows at once, and the reading of all text.

Two ratios decide (exit code 1 when one is exceeded): the reading of everything, of a bare SELECT
of the same columns; and the longest slice, of the 50 milliseconds that a window may stand still.
Run: ``python tests/bench/bench_search.py``.
"""

import statistics
import sys
import tempfile
import time
from pathlib import Path

import big_vault

from gdpr_desktop.casework import person_search as search
from gdpr_desktop.casework.person_search.sources import sources
from gdpr_desktop.vault import Vault

TYPED = ("Ingebjørg Sætstad", "138805 98778", "90001234", "Åse Kvalnes 3.2.1980")
READ_LIMIT = 6.0  # times a bare SELECT
LONGEST = 0.050  # seconds, for 999 of 1000 slices: the machine has other things to do too


def bare(vault: Vault) -> float:
    """Seconds to fetch the same columns and do nothing with them."""
    started = time.perf_counter()
    vault.db.conn.execute("SELECT id, case_id, role, match_key, data FROM person").fetchall()
    for source in sources():
        for start in range(0, source.last(vault.db), 10_000):
            source.page(vault.db, start, start + 10_000)
    return time.perf_counter() - started


def read(vault: Vault, typed: str) -> tuple[float, float, list[float]]:
    """Seconds for the indexes, for reading all, and for each slice."""
    running = search.start(vault, search.clues_in(typed, big_vault.TODAY))
    started = time.perf_counter()
    running.at_once()
    at_once = time.perf_counter() - started
    slices: list[float] = []
    last = started = time.perf_counter()
    for _new in running.slices():
        now = time.perf_counter()
        slices.append(now - last)
        last = now
    return at_once, last - started, slices


def main() -> int:
    """Prints the figures; 1 when a ratio is exceeded."""
    failed = False
    with tempfile.TemporaryDirectory() as name:
        vault = big_vault.open_big(big_vault.bench_dir(Path(name)))
        try:
            big_vault.subscribe(vault)
            bare(vault)  # the pages are in memory then, for both
            least = bare(vault)
            print(f"a bare SELECT of the same columns: {least:.2f} s")
            for number, typed in enumerate(TYPED):
                at_once, everything, slices = read(vault, typed)
                ratio, longest = everything / least, sorted(slices)[-1 - len(slices) // 1000]
                middle = statistics.median(slices)
                print(
                    f"search {number}: at once {at_once * 1000:.1f} ms, all {everything:.2f} s"
                    f" = {ratio:.1f} times (at most {READ_LIMIT}); slice {middle * 1000:.1f} ms,"
                    f" longest {longest * 1000:.1f} ms (at most {LONGEST * 1000:.0f})"
                )
                failed |= ratio > READ_LIMIT or longest > LONGEST
        finally:
            vault.close()
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
