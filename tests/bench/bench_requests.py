"""Unlocking, lists, search and saving with 100 000 requests in the register.

Ratios within one run decide (exit code 1 when one is exceeded); milliseconds are printed beside
their targets. The register is made anew in half a minute or two, or kept where ``BENCH_DIR``
says. Run: ``python tests/bench/bench_requests.py``.
"""

import itertools
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import big_vault

from gdpr_desktop.casework import lists
from gdpr_desktop.casework import service as casework
from gdpr_desktop.casework.model import CaseFilter, CaseQuery, CaseSort, Person
from gdpr_desktop.casework.store import case_of
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.requests import service
from gdpr_desktop.requests.figures import service as figures
from gdpr_desktop.requests.figures.period import Period
from gdpr_desktop.requests.lists import RequestFilter, caseworkers, units
from gdpr_desktop.requests.model import Channel, Intake, Result, Right
from gdpr_desktop.vault import Kdf, Vault
from gdpr_desktop.vault.reading import rows

ROUNDS = 15
PAGE = 100
DEEPEST = 9_900  # lists end at «10 000+»
TYPED = ("k", "ka", "kar", "b", "ber", "å", "åse", "kari berg", "k b", "kari barnevern", "zzz")

UNLOCK_LIMIT = 1.0  # unlocking beyond the key derivation, of the key derivation
SEARCH_LIMIT = 20  # a keystroke, of a page read by primary key
FILTER_LIMIT = 50  # a choice of filters, of a page read by primary key: 50 ms where that takes one
DEPTH_LIMIT = 4  # the last page of a list, of the first
DEED_LIMIT = 10  # a deed on a case, of the smallest save there is


@dataclass(slots=True)
class Report:
    """Prints each figure; remembers whether a ratio was exceeded."""

    failed: bool = False

    def time(self, name: str, milliseconds: float, target: float) -> None:
        """A time beside its target."""
        mark = "ok" if milliseconds <= target else "over"
        print(f"  {name:<44} {milliseconds:8.2f} ms  target {target:g}: {mark}")

    def ratio(self, name: str, found: float, limit: float) -> None:
        """A ratio that must hold."""
        held = found <= limit
        self.failed |= not held
        print(f"  {name:<44} {found:8.2f} ×   limit {limit:g}: {'ok' if held else 'TOO SLOW'}")


def once(work: Callable[[], object]) -> float:
    """Milliseconds of one run."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def median(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    """Median milliseconds, after one run to warm up."""
    work()
    return statistics.median(once(work) for _ in range(rounds))


def ask(vault: Vault, query: CaseQuery, offset: int = 0) -> int:
    """What a keystroke or a click on a list costs on the window's thread: count and page."""
    today = vault.clock.today()
    lists.page(vault.db, query, vault.actor, today, offset=offset, limit=PAGE)
    return lists.count(vault.db, query, vault.actor, today)


def by_key(vault: Vault) -> None:
    """A page by primary key: the least that a list can cost."""
    sql = "SELECT * FROM case_file WHERE id BETWEEN 50000 AND 50099"
    assert len([case_of(row) for row in rows(vault.db, sql)]) == PAGE


def bench_unlock(folder: Path, report: Report) -> Vault:
    """From the password to a filled list, less the key derivation."""
    derive = Kdf.derive
    derived: list[float] = []
    beyond: list[float] = []
    opened: list[Vault] = []

    def timed(self: Kdf, password: str, salt: bytes) -> object:
        start = time.perf_counter()
        try:
            return derive(self, password, salt)
        finally:
            derived.append((time.perf_counter() - start) * 1000)

    def unlock() -> None:
        opened.append(big_vault.open_big(folder))
        big_vault.subscribe(opened[0])
        ask(opened[0], CaseQuery())

    Kdf.derive = timed  # type: ignore[method-assign, assignment]
    for _round in range(5):
        if opened:
            opened.pop().close()
        beyond.append(once(unlock) - derived[-1])
    Kdf.derive = derive  # type: ignore[method-assign]
    kdf, rest = statistics.median(derived), statistics.median(beyond)
    print("unlock")
    report.time("key derivation", kdf, 1000)
    report.time("beyond it, to a filled list", rest, 150)
    report.ratio("beyond it, of the key derivation", rest / kdf, UNLOCK_LIMIT)
    return opened[0]


def bench_lists(vault: Vault, report: Report) -> float:
    """Every order of every chip, the first page and the last; gives the time by key."""
    plain = median(lambda: by_key(vault))
    chips = (CaseFilter.OPEN, CaseFilter.CLOSED, CaseFilter.ALL)
    first, last = [], []
    for chip, sort, down in itertools.product(chips, CaseSort, (False, True)):
        query = CaseQuery(filter=chip, sort=sort, descending=down)
        first.append(median(lambda query=query: ask(vault, query), 5))
        if chip is not CaseFilter.OPEN:
            last.append(median(lambda query=query: ask(vault, query, DEEPEST), 5))
    print("lists")
    report.time("a page by primary key", plain, 16)
    report.time("count and first page, slowest list", max(first), 16)
    report.time("count and last page, slowest list", max(last), 16)
    report.ratio("last page, of the first", max(last) / max(first), DEPTH_LIMIT)
    return plain


def bench_filters(vault: Vault, plain: float, report: Report) -> None:
    """Common and rare choices, alone and together, in every chip and order."""
    unit, caseworker = units(vault.db)[0], caseworkers(vault.db)[0]
    chosen = (
        RequestFilter(right=Right.ACCESS),
        RequestFilter(right=Right.QUESTION),
        RequestFilter(result=Result.GRANTED),
        RequestFilter(unit=unit),
        RequestFilter(caseworker=caseworker),
        RequestFilter(right=Right.ACCESS, result=Result.REFUSED),
        RequestFilter(right=Right.ACCESS, caseworker=caseworker),
        RequestFilter(result=Result.REFUSED, unit=unit, caseworker=caseworker),
    )
    times = {}
    for one, chip, sort in itertools.product(
        chosen, (CaseFilter.OPEN, CaseFilter.CLOSED, CaseFilter.ALL), CaseSort
    ):
        query = CaseQuery(filter=chip, sort=sort, descending=True, narrowing=one)
        times[f"{one.found().values} {chip} {sort}"] = median(
            lambda query=query: ask(vault, query), 5
        )
    slowest = max(times, key=lambda name: times[name])
    print("filters, count and first page")
    print(f"  slowest: {slowest}")
    report.time("slowest choice", times[slowest], 50)
    report.time("median choice", statistics.median(times.values()), 16)
    report.ratio("slowest, of a page by key", times[slowest] / plain, FILTER_LIMIT)


def bench_figures(vault: Vault, report: Report) -> None:
    """All requests counted: no turn of the event loop may be long."""
    turns = []
    counting = figures.count(vault, Period())
    while True:
        start = time.perf_counter()
        if next(counting, None) is None:
            break
        turns.append((time.perf_counter() - start) * 1000)
    print("figures")
    report.time("one slice of the count, median", statistics.median(turns), 16)
    report.time("all of it", sum(turns), 4000)


def bench_search(vault: Vault, plain: float, report: Report) -> None:
    """Every keystroke of ``TYPED``, in the open cases and in all."""
    times = {}
    cold = 0.0
    for typed, chip in itertools.product(TYPED, (CaseFilter.OPEN, CaseFilter.ALL)):
        query = CaseQuery(filter=chip, text=typed)
        cold = max(cold, once(lambda query=query: ask(vault, query)))
        times[f"«{typed}» {chip}"] = median(lambda query=query: ask(vault, query))
    slowest = max(times, key=lambda name: times[name])
    print("search, count and first page")
    report.time(f"slowest keystroke: {slowest}", times[slowest], 16)
    report.time("median keystroke", statistics.median(times.values()), 16)
    report.time("slowest the first time", cold, 50)
    report.ratio("slowest, of a page by key", times[slowest] / plain, SEARCH_LIMIT)


def bench_deeds(vault: Vault, report: Report) -> None:
    """Saving: a new request, a note, the archive number; against one setting."""
    numbers = itertools.count(1)
    made: list[CaseId] = []

    def register() -> None:
        person = Person(name=f"Kari Berg-Hansen {next(numbers)}")
        intake = Intake(received=big_vault.TODAY, channel=Channel.EMAIL, subject=person)
        change = service.register_request(vault, intake, unstructured="E-post")
        made.append(CaseId(change.id))

    def file() -> None:
        number = f"26/{next(numbers)}"
        casework.file_case(vault, made[0], archive_number=number, archive_title="", public_title="")

    least = median(lambda: vault.save_setting("bench", next(numbers)))
    registered = median(register)
    noted = median(lambda: casework.note(vault, made[0], "Ringde"))
    filed = median(file)
    print("saving")
    report.time("one setting", least, 10)
    report.time("a new request", registered, 10)
    report.time("a note", noted, 10)
    report.time("the archive number", filed, 10)
    report.ratio("slowest deed on a case, of a setting", max(noted, filed) / least, DEED_LIMIT)


def main() -> int:
    """Prints the figures; 1 when a ratio is exceeded."""
    report = Report()
    with tempfile.TemporaryDirectory() as name:
        kept = big_vault.bench_dir(Path(name) / "kept")
        big_vault.open_big(kept).close()
        folder = Path(shutil.copytree(kept, Path(name) / "copy"))  # saving must not change it
        vault = bench_unlock(folder, report)
        try:
            plain = bench_lists(vault, report)
            bench_filters(vault, plain, report)
            bench_figures(vault, report)
            bench_search(vault, plain, report)
            bench_deeds(vault, report)
        finally:
            vault.close()
    return int(report.failed)


if __name__ == "__main__":
    sys.exit(main())
