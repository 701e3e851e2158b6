"""The record with 5 000 activities: the list, the search, the export, and the import of 500 rows.

Ratios within one run decide (exit code 1 when one is exceeded); milliseconds are printed beside
their targets. Run: ``python tests/bench/bench_register.py``.
"""

import itertools
import os
import sys
import tempfile
import time
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[1]))

from bench_requests import Report, median, once
from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer

from gdpr_desktop.core.bilingual import same
from gdpr_desktop.core.clock import FixedClock
from gdpr_desktop.core.municipality import Language, Municipality
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.register.entries import lists, service
from gdpr_desktop.register.entries.model import EntryKind, EntryQuery
from gdpr_desktop.register.entries.store import entry_of
from gdpr_desktop.register.exchange import service as exchange
from gdpr_desktop.register.exchange.documents import written
from gdpr_desktop.register.exchange.model import Format, Order
from gdpr_desktop.ui import tasks
from gdpr_desktop.ui.slices import Slices
from gdpr_desktop.vault import Kdf, Vault
from gdpr_desktop.vault.reading import rows
from register.exchange_samples import foreign, full, planned

ACTIVITIES, IMPORTED, PAGE = 5_000, 500, 100
TYPED = ("o", "op", "opp", "b", "barn", "gi pl", "skatt", "4711", "zzz")
KEYSTROKE_LIMIT = 10  # a keystroke, of a page read by primary key
IMPORT_LIMIT = 3  # a row of an import, of an entry that is added in the same unit of work
WAIT_TARGET = 50  # milliseconds that the window may stand still
QUERY = EntryQuery(kind=EntryKind.ACTIVITY)


def make(folder: Path) -> Vault:
    """A register with the activities."""
    vault = Vault.create(
        folder / "bench.register",
        user="Solveig Testnes",
        password="seks lanterner og graut",
        municipality=Municipality(name="Fjordvik kommune"),
        clock=FixedClock(datetime(2026, 11, 22, 9, tzinfo=UTC)),
        kdf=Kdf.floor(),
        anchor_dir=folder,
    )
    with vault.begin(Deed.KEEP_RECORD):
        for number in range(ACTIVITIES):
            service.add_entry(vault, _activity(f"Opptak i barnehage {number}"))
    return vault


def _activity(name: str):
    alone = replace(full(name), unit_id=None, systems=(), processors=(), name=same(name))
    return alone


def bench_list(vault: Vault, report: Report) -> None:
    """What the list costs on the window's thread."""
    sql = "SELECT * FROM entry WHERE id BETWEEN 2000 AND 2099"
    by_key = median(lambda: [entry_of(row) for row in rows(vault.db, sql)])
    print("list")
    report.time("a page by primary key", by_key, WAIT_TARGET)
    report.time("first page", median(lambda: _ask(vault, QUERY)), WAIT_TARGET)
    last = median(lambda: lists.page(vault.db, QUERY, offset=ACTIVITIES - PAGE, limit=PAGE))
    report.time("last page", last, WAIT_TARGET)
    worst = max(median(partial(_ask, vault, _query(text)), 5) for text in TYPED)
    report.time("a keystroke in the search, the slowest", worst, WAIT_TARGET)
    report.ratio("a keystroke, of a page by primary key", worst / by_key, KEYSTROKE_LIMIT)


def _query(text: str) -> EntryQuery:
    return replace(QUERY, text=text)


def _ask(vault: Vault, query: EntryQuery) -> int:
    lists.page(vault.db, query, offset=0, limit=PAGE)
    return lists.count(vault.db, query)


class Ticker:
    """Measures how long the window's thread stands still."""

    def __init__(self) -> None:
        self.waits: list[float] = []
        self._last = time.perf_counter()
        self._timer = QTimer()
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._tick)
        self._timer.start()

    def _tick(self) -> None:
        now = time.perf_counter()
        self.waits.append((now - self._last) * 1000)
        self._last = now

    def typical_worst(self) -> float:
        """The wait that one in a hundred exceeds."""
        ordered = sorted(self.waits)
        return ordered[int(len(ordered) * 0.99)]


def bench_export(vault: Vault, report: Report) -> None:
    """Read in slices, written in the worker, with the window alive."""
    order = Order(format=Format.SHEET, language=Language.NYNORSK)
    ticker, loop, start = Ticker(), QEventLoop(), time.perf_counter()
    done: list[bytes] = []

    def on_gathered(snapshot: object) -> None:
        tasks.run(lambda: written(snapshot, order, None), title="bench", on_done=on_written)

    def on_written(data: bytes) -> None:
        done.append(data)
        loop.quit()

    slices = Slices(exchange.gather(vault), loop)
    slices.ended.connect(on_gathered)
    slices.start()
    loop.exec()
    print("export")
    report.time("the whole record as a sheet", (time.perf_counter() - start) * 1000, 20_000)
    report.time("the window stands still, 99 of 100 times", ticker.typical_worst(), WAIT_TARGET)
    print(f"  {'the longest wait':<44} {max(ticker.waits):8.2f} ms")
    assert done
    assert done[0]


def bench_import(vault: Vault, folder: Path, report: Report) -> None:
    """500 rows from elsewhere, in one unit of work; beside the same activities added one by one."""
    header = ("Behandling", "Formål", "Behandlingsgrunnlag", "Kategoriar av opplysningar")
    numbers = itertools.count(1)
    made = (
        (f"Importert {next(numbers)}", "Formål", "6.1 e, barnehagelova § 22", "Namn, adresse")
        for _row in range(IMPORTED)
    )
    path = foreign(folder / "import.xlsx", [header, *made])
    snapshot = exchange.gathered(vault)
    start = time.perf_counter()
    plan = planned(path, snapshot)
    print("import")
    report.time("500 rows read and checked", (time.perf_counter() - start) * 1000, 3_000)
    took = once(lambda: exchange.import_plan(vault, plan)) / IMPORTED
    contents = [
        replace(one.content, name=same(f"Anna {one.name}")) for one in plan.reads if one.content
    ]

    def add() -> None:
        with vault.begin(Deed.KEEP_RECORD):
            for content in contents:
                service.add_entry(vault, content)

    alone = once(add) / IMPORTED
    report.time("a row", took, 10)
    report.ratio("a row, of an entry added", took / alone, IMPORT_LIMIT)


def main() -> int:
    """Exit code 1 when a ratio is exceeded."""
    app = QCoreApplication(sys.argv[:1])
    report = Report()
    with tempfile.TemporaryDirectory() as temporary:
        vault = make(Path(temporary))
        bench_list(vault, report)
        bench_export(vault, report)
        bench_import(vault, Path(temporary), report)
        vault.close()
    tasks.runner().wait()
    del app
    return report.failed


if __name__ == "__main__":
    sys.exit(main())
