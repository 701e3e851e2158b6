"""A backup of a large register: how long the window waits meanwhile, and what it costs.

``python tests/bench/bench_backup.py``. A thread makes the backup; this one reads and writes as
the window would, a little at a time, and the longest wait is told. A save waits for the disk by
itself: what it took without a backup is drawn from it.
"""

import shutil
import statistics
import sys
import tempfile
import threading
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bench.big_vault import PASSWORD, USER, bench_dir, open_big
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.vault import Vault
from gdpr_desktop.vault.backup import keeping, rehearsing
from gdpr_desktop.vault.backup.format import Reason
from gdpr_desktop.vault.backup.making import Made

LONGEST_WAIT = 50.0  # milliseconds
PAUSE = 0.008  # seconds between two deeds of the window
PAGE = "SELECT * FROM case_file ORDER BY id DESC LIMIT 100 OFFSET ?"


def _deeds(vault: Vault, running: threading.Thread) -> tuple[list[float], list[float]]:
    """Milliseconds of each read and each save while ``running`` is."""
    reads, writes, number = [], [], 0
    while running.is_alive():
        number += 1
        began = time.perf_counter()
        if number % 10:
            vault.db.execute(PAGE, [number * 100 % 5000]).fetchall()
            reads.append((time.perf_counter() - began) * 1000)
        else:
            with vault.begin(Deed.REGISTER_CASE) as work:
                work.log(number, "registered")
            writes.append((time.perf_counter() - began) * 1000)
        time.sleep(PAUSE)
    return reads, writes


def _row(what: str, times: list[float]) -> float:
    slowest = sorted(times)[-1]
    print(
        f"{what:34} {len(times):6} times, median {statistics.median(times):6.1f} ms,"
        f" 99 % {sorted(times)[int(len(times) * 0.99)]:6.1f} ms, slowest {slowest:6.1f} ms"
    )
    return slowest


def _alone(vault: Vault) -> tuple[list[float], list[float]]:
    quiet = threading.Thread(target=time.sleep, args=(2,))
    quiet.start()
    return _deeds(vault, quiet)


def main() -> int:
    """Measure; exit code 1 when the window would have waited too long."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        vault = open_big(bench_dir(folder))
        size = vault.path.stat().st_size
        keeping.choose_folder(vault, folder)
        print(f"{size / 1e6:.0f} MB")
        reads, writes = _alone(vault)
        _row("reads without a backup", reads)
        usual = _row("saves without a backup", writes)
        made: list[Made] = []
        job = keeping.Job(vault, Reason.ASKED)
        worker = threading.Thread(target=lambda: made.append(job.run()))
        began = time.perf_counter()
        worker.start()
        reads, writes = _deeds(vault, worker)
        took = time.perf_counter() - began
        longest_read = _row("reads during a backup", reads)
        longest_save = _row("saves during a backup", writes)
        slowest = max(longest_read, longest_save - usual)
        began = time.perf_counter()
        keeping.Job(vault, Reason.ASKED).run()
        undisturbed = time.perf_counter() - began
        vault.close()
        began = time.perf_counter()
        shutil.copyfile(vault.path, folder / "plain copy")
        with (folder / "plain copy").open("rb+") as file:
            file.flush()
        copied = time.perf_counter() - began
        print(
            f"backup {took:.1f} s while used, {undisturbed:.1f} s alone, plain copy {copied:.2f} s"
        )
        print(f"proved backup against a plain copy: {undisturbed / copied:.1f} times")
        place = {"beside": folder, "anchors": folder / "anchors"}
        told = rehearsing.rehearse(made[0].path, USER, PASSWORD, clock=vault.clock, **place)
        print(f"restore tried out: {told.seconds:.1f} s, {told.cases} cases")
        print(f"longest wait caused by it {slowest:.1f} ms, allowed {LONGEST_WAIT:.0f} ms")
        return 0 if slowest < LONGEST_WAIT else 1


if __name__ == "__main__":
    sys.exit(main())
