"""The log with 20 000 breaches, beside 100 000 requests: list, chips, filters, clocks, a save.

Ratios within one run decide (exit code 1 when one is exceeded); milliseconds are printed beside
their targets. Run: ``python tests/bench/bench_breaches.py``.
"""

import itertools
import random
import shutil
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import big_vault
import msgspec
from bench_requests import Report, ask, by_key, median, once

from gdpr_desktop.breaches import feature, lists, store
from gdpr_desktop.breaches.assessing.advice import Risk
from gdpr_desktop.breaches.clock.service import set_aware
from gdpr_desktop.breaches.codes import AuthorityState, BreachKind, Incident
from gdpr_desktop.breaches.lists import BreachFilter
from gdpr_desktop.breaches.model import Intake
from gdpr_desktop.breaches.service.intake import register_breach
from gdpr_desktop.casework.model import CaseFilter, CaseKind, CaseQuery, CaseSort
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.names import search_words, sort_key
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.vault import Vault

BREACHES, OPEN, RUNNING = 20_000, 300, 12
DEEPEST = 9_900  # lists end at «10 000+»
NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)

FILTER_LIMIT = 50  # a choice of filters, of a page read by primary key: 50 ms where that takes one
LIST_LIMIT = 50  # a chip, count and first page, of the same
CLOCKS_LIMIT = 5  # the clocks of the overview, of the same
DEED_LIMIT = 10  # a deed, of the smallest save there is

_UNITS = tuple(f"Eining {number}" for number in range(1, 31))
_STATES = ("sent", "sent", "sent", "late", "not_needed", "not_needed", "withdrawn")
_CASE = (
    "INSERT INTO case_file (id, number, kind, state, outcome, received, language, subject_name,"
    " subject_sort, caseworker, assignee, registered_by, next_step, due, archive_number,"
    " created_at, closed_at) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"
)
_BREACH = (
    "INSERT INTO breach (case_id, intake, aware_at, incident, unit, confidentiality, integrity,"
    " availability, special, risk, authority, people, running)"
    " VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)"
)


def fill(vault: Vault) -> None:
    """20 000 breaches, most of them closed, a few with a clock that runs."""
    with vault.begin(Deed.REGISTER_CASE) as work:
        db = work.db.conn
        first = db.execute("SELECT max(id) + 1 FROM case_file").fetchone()[0]
        numbers = range(first, first + BREACHES)
        db.executemany(_CASE, (_case(one, one - first) for one in numbers))
        db.executemany(_BREACH, _breaches(first))
        words = ((-one, search_words(_title(one - first))) for one in numbers)
        db.executemany("INSERT INTO case_words (id, words) VALUES (?,?)", words)


def _aware(at: int) -> datetime:
    """The newest run; the others lie over ten years."""
    left = BREACHES - at
    return NOW - timedelta(hours=6 * left if left <= RUNNING else 72 + 4 * left)


def _title(at: int) -> str:
    return f"{('Brev', 'E-post', 'Minnepinne', 'Journal')[at % 4]} på avvegar {at}"


def _case(number: int, at: int) -> tuple[object, ...]:
    aware, is_open = _aware(at), at >= BREACHES - OPEN
    day = aware.date()
    due = (aware + timedelta(hours=72)).date().isoformat() if is_open else "9999-12-31"
    return (
        number,
        f"B{number}",
        CaseKind.BREACH.value,
        "open" if is_open else "closed",
        "" if is_open else "documented",
        day.isoformat(),
        "nn",
        _title(at),
        sort_key(_title(at)),
        big_vault.USER,
        1 if at % 50 == 0 else None,
        1,
        "facts" if is_open else "",
        due,
        "" if is_open else f"{day.year % 100}/{number}",
        aware.isoformat(),
        None if is_open else (aware + timedelta(days=30)).isoformat(),
    )


def _breaches(first: int) -> Iterator[tuple[object, ...]]:
    chance = random.Random(33)
    for at in range(BREACHES):
        aware, runs = _aware(at), at >= BREACHES - RUNNING
        intake = Intake(
            title=_title(at),
            what="Nokon ringde og sa frå.",
            discovered=aware,
            discovered_by="Nora Testdal",
            aware=aware,
            incident=chance.choice(tuple(Incident)),
            unit=chance.choice(_UNITS),
        )
        yield (
            first + at,
            msgspec.json.encode(intake).decode(),
            aware.isoformat(),
            intake.incident.value,
            intake.unit,
            *(int(chance.random() < share) for share in (0.9, 0.1, 0.2, 0.3)),
            "" if runs else chance.choice(tuple(Risk)).value,
            "open" if runs else chance.choice(_STATES),
            "" if runs else "not_needed",
            int(runs),
        )


def query(chip: CaseFilter, sort: CaseSort, narrowing: BreachFilter | None = None) -> CaseQuery:
    """A list of breaches."""
    kinds = (CaseKind.BREACH,)
    return CaseQuery(kinds=kinds, filter=chip, sort=sort, descending=True, narrowing=narrowing)


def beside(vault: Vault, work: Callable[[], object], rounds: int = 7) -> tuple[float, float]:
    """Milliseconds of ``work``, and how many times a page by key: taken by turns, in one run."""
    work()
    pairs = [(once(work), once(lambda: by_key(vault))) for _round in range(rounds)]
    taken, plain = (statistics.median(side) for side in zip(*pairs, strict=True))
    return taken, taken / plain


def show(vault: Vault, asked: CaseQuery, offset: int = 0) -> None:
    """Count, page, and the clocks of its rows: what a click on the list costs."""
    ask(vault, asked, offset)
    lists.clocks_of(vault.db, _ids)


_ids: tuple[CaseId, ...] = ()


def bench_lists(vault: Vault, report: Report) -> None:
    """Every chip in every order, the first page and the last."""
    times = {}
    over = BreachFilter(overdue=(NOW, big_vault.TODAY))
    chips = (
        (CaseFilter.OPEN, None),
        (CaseFilter.RUNNING, BreachFilter(running=True)),
        (CaseFilter.OPEN, over),
        (CaseFilter.MINE, None),
        (CaseFilter.CLOSED, None),
        (CaseFilter.ALL, None),
    )
    for (chip, narrowing), sort in itertools.product(chips, CaseSort):
        asked = query(chip, sort, narrowing)
        times[f"{chip} {sort} {narrowing and narrowing.found().text[:60]}"] = beside(
            vault, lambda asked=asked: show(vault, asked)
        )
    last = median(lambda: show(vault, query(CaseFilter.ALL, CaseSort.DUE), DEEPEST), 5)
    slowest = max(times, key=lambda name: times[name][1])
    print("the log, count and page")
    print(f"  slowest: {slowest}")
    report.time("slowest chip", times[slowest][0], 50)
    report.time("the last page", last, 50)
    report.ratio("slowest, of a page by key", times[slowest][1], LIST_LIMIT)


def bench_filters(vault: Vault, report: Report) -> None:
    """Each filter alone, and some together, in every chip and order."""
    unit = lists.units(vault.db)[0]
    chosen = (
        BreachFilter(incident=Incident.MISDIRECTED),
        BreachFilter(kind=BreachKind.CONFIDENTIALITY),
        BreachFilter(kind=BreachKind.INTEGRITY),
        BreachFilter(risk=Risk.HIGH),
        BreachFilter(authority=AuthorityState.SENT),
        BreachFilter(authority=AuthorityState.OPEN),
        BreachFilter(unit=unit),
        BreachFilter(special=True),
        BreachFilter(kind=BreachKind.CONFIDENTIALITY, special=True, risk=Risk.HIGH),
        BreachFilter(kind=BreachKind.CONFIDENTIALITY, authority=AuthorityState.SENT, unit=unit),
    )
    chips = (CaseFilter.OPEN, CaseFilter.CLOSED, CaseFilter.ALL)
    times = {}
    for one, chip, sort in itertools.product(chosen, chips, CaseSort):
        asked = query(chip, sort, one)
        name = f"{one.found().values} {chip} {sort}"
        times[name] = beside(vault, lambda asked=asked: show(vault, asked))
    slowest = max(times, key=lambda name: times[name][1])
    print("filters, count and first page")
    print(f"  slowest: {slowest}")
    report.time("slowest choice", times[slowest][0], 50)
    report.time("median choice", statistics.median(taken for taken, _ratio in times.values()), 16)
    report.time("units offered", median(lambda: lists.units(vault.db)), 16)
    report.ratio("slowest, of a page by key", times[slowest][1], FILTER_LIMIT)


def bench_clocks(vault: Vault, report: Report) -> None:
    """What the overview asks for each time it is shown."""
    assert len(lists.running_clocks(vault.db, vault.actor)) == RUNNING
    taken, ratio = beside(vault, lambda: lists.running_clocks(vault.db, vault.actor))
    print("overview")
    report.time("the clocks that run", taken, 5)
    report.ratio("of a page by key", ratio, CLOCKS_LIMIT)


def bench_deeds(vault: Vault, report: Report) -> None:
    """A new breach and a deed on it, against one setting."""
    numbers = itertools.count(1)
    intake = store.breach(vault.db, _ids[-1]).intake
    made: list[CaseId] = []

    def register() -> None:
        made.append(CaseId(register_breach(vault, replace(intake, title=_title(0))).id))

    def move() -> None:
        aware = intake.discovered + timedelta(minutes=next(numbers))
        set_aware(vault, made[0], aware, "Kontrollen tok si tid.")

    least = median(lambda: vault.save_setting("bench", next(numbers)))
    registered, moved = median(register), median(move)
    print("saving")
    report.time("one setting", least, 10)
    report.time("a new breach", registered, 10)
    report.time("when we were aware of it", moved, 10)
    report.ratio("a deed, of a setting", moved / least, DEED_LIMIT)


def main() -> int:
    """Prints the figures; 1 when a ratio is exceeded."""
    global _ids
    report = Report()
    with tempfile.TemporaryDirectory() as name:
        kept = big_vault.bench_dir(Path(name) / "kept")
        big_vault.open_big(kept).close()
        folder = Path(shutil.copytree(kept, Path(name) / "copy"))
        vault = big_vault.open_big(folder)
        try:
            big_vault.subscribe(vault)
            feature.subscribe(vault)
            fill(vault)
            last = vault.db.execute("SELECT max(id) FROM case_file").fetchone()[0]
            _ids = tuple(CaseId(one) for one in range(last - 99, last + 1))
            report.time("a page by primary key", median(lambda: by_key(vault)), 16)
            bench_lists(vault, report)
            bench_filters(vault, report)
            bench_clocks(vault, report)
            bench_deeds(vault, report)
        finally:
            vault.close()
    return int(report.failed)


if __name__ == "__main__":
    sys.exit(main())
