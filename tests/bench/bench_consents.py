"""1 000 000 consents: «Har vi lov?», the list in every order and chip, the search, opening.

Ratios within one run decide (exit code 1 when one is exceeded); milliseconds are printed beside
their targets. Run: ``python tests/bench/bench_consents.py``.
"""

import itertools
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path

import big_consents
import big_vault
from bench_requests import Report, median, once

from gdpr_desktop.consents import feature
from gdpr_desktop.consents.allowed.model import Asked
from gdpr_desktop.consents.allowed.service import Asking
from gdpr_desktop.consents.codes import PictureUse
from gdpr_desktop.consents.given import lists, store
from gdpr_desktop.consents.given.lists import Anchors, Chip, ConsentQuery, Sort
from gdpr_desktop.core.ids import CaseId, ConsentId, GroupId
from gdpr_desktop.vault import Vault
from gdpr_desktop.vault.reading import rows

DEEPEST = 9_900  # lists end at «10 000+»
ANSWER_TARGET, LIST_TARGET = 50, 50  # milliseconds
ANSWER_LIMIT = 30  # an answer, of a page of consents read by primary key
LIST_LIMIT = 40  # a chip, count and first page, of the same
SCROLL_LIMIT = 4  # a page further down while one scrolls, of the same
OPEN_LIMIT = 1.2  # opening, of opening an empty register
TYPED = ("a", "ka", "kari", "kari berg", "siv siv", "øy", "zzz")
WEB = Asked(use=PictureUse.PUBLISH_WEB)


def by_key(vault: Vault) -> object:
    """A hundred whole consents by primary key, far apart as those of a page are."""
    numbers = ",".join(str(one * 9_973) for one in range(1, 101))
    sql = f"SELECT * FROM consent WHERE id IN ({numbers})"
    return [store.consent_of(row) for row in rows(vault.db, sql)]


def beside(vault: Vault, work: Callable[[], object], rounds: int = 5) -> tuple[float, float]:
    """Milliseconds of ``work``, and how many times a page by key: taken by turns, in one run."""
    work()
    pairs = [(once(work), once(lambda: by_key(vault))) for _round in range(rounds)]
    taken, plain = (statistics.median(side) for side in zip(*pairs, strict=True))
    return taken, taken / plain


def show(vault: Vault, query: ConsentQuery, offset: int = 0) -> int:
    """Count and a page: what a click on the list costs."""
    today, known = big_vault.TODAY, Anchors()
    many = lists.count(vault.db, query, vault.actor, today, known)
    at = max(0, min(offset, many - 100))
    lists.page(vault.db, query, vault.actor, today, offset=at, limit=100, anchors=known)
    return many


def told(report: Report, name: str, times: dict[str, tuple[float, float]], limit: float) -> None:
    """The slowest of some, which decides, and the middle one."""
    slowest = max(times, key=lambda one: times[one][0])
    print(f"  slowest: {slowest}")
    middle = statistics.median(taken for taken, _ratio in times.values())
    report.time(f"{name}, the middle one", middle, LIST_TARGET)
    report.time(f"{name}, the slowest", times[slowest][0], LIST_TARGET)
    report.ratio("the slowest, of a page by key", times[slowest][1], limit)


def bench_allowed(vault: Vault, report: Report) -> None:
    """By the whole name, by parts of one, and for a class."""
    asking = Asking.begin(vault)
    name = store.consent(vault.db, ConsentId(5_000)).subject.name
    first, last = name.split()[0], name.split()[-1]
    asked = {
        "the whole name": name,
        "the name and the year": f"{name} 201",
        "first and last name": f"{first} {last}",
        "a first name": first,
        "two letters": first[:2],
        "nobody": "Ingen Slik",
    }
    times = {
        words: beside(vault, lambda typed=typed: asking.about_person(typed, WEB))
        for words, typed in asked.items()
    }
    times["a class of 25"] = beside(vault, lambda: asking.about_group(GroupId(77), WEB))
    print("«Har vi lov?»")
    report.time("what there is to ask about", median(lambda: Asking.begin(vault)), ANSWER_TARGET)
    for words, (taken, _ratio) in times.items():
        report.time(words, taken, ANSWER_TARGET)
    told(report, "an answer", times, ANSWER_LIMIT)


def bench_lists(vault: Vault, report: Report) -> None:
    """Every chip in every order, for all forms and for one; first page and last."""
    sql = "SELECT form_id, count(*) AS n FROM consent GROUP BY form_id ORDER BY n"
    by_size = [CaseId(row["form_id"]) for row in rows(vault.db, sql)]
    some: Iterable[tuple[str, tuple[CaseId, ...] | None]] = (
        ("all forms", None),
        ("the largest form", (by_size[-1],)),
        ("a middling form", (by_size[len(by_size) // 2],)),
    )
    first, last = {}, {}
    for (words, forms), chip, sort in itertools.product(some, (None, *Chip), Sort):
        query = ConsentQuery(forms=forms, chip=chip, sort=sort, descending=chip is None)
        name = f"{words}, {chip or 'no chip'}, by {sort}"
        first[name] = beside(vault, lambda query=query: show(vault, query), 3)
        last[name] = beside(vault, lambda query=query: show(vault, query, DEEPEST), 3)
    print("the list, count and page")
    told(report, "the first page", first, LIST_LIMIT)
    told(report, "the last page", last, 2 * LIST_LIMIT)


def bench_scrolling(vault: Vault, report: Report) -> None:
    """A page after the other; and how deep one could go, though lists end at «10 000+»."""
    today, known, query = big_vault.TODAY, Anchors(), ConsentQuery()

    def page(offset: int) -> object:
        return lists.page(
            vault.db, query, vault.actor, today, offset=offset, limit=100, anchors=known
        )

    offsets = iter(range(0, 100_000, 100))
    scrolled, ratio = beside(vault, lambda: page(next(offsets)), 60)
    print("scrolling")
    report.time("the next page", scrolled, 16)
    report.ratio("of a page by key", ratio, SCROLL_LIMIT)
    for offset in (500_000, 999_900):
        report.time(f"a jump to line {offset}", once(lambda offset=offset: page(offset)), 300)
        report.time("the page after it", once(lambda offset=offset: page(offset + 100)), 16)


def bench_search(vault: Vault, report: Report) -> None:
    """A keystroke, alone and together with a chip or a group."""
    times = {}
    for text, more in itertools.product(
        TYPED, ({}, {"chip": Chip.LACKING}, {"group_id": GroupId(77)})
    ):
        query = ConsentQuery(text=text, **more)
        name = f"«{text}» {next(iter(more.values()), '')}"
        times[name] = beside(vault, lambda query=query: show(vault, query), 3)
    print("search, count and first page")
    told(report, "a keystroke", times, LIST_LIMIT)


def bench_opening(full: Path, empty: Path, report: Report) -> None:
    """Unlock and load the feature, by turns with a register that has nothing in it."""

    def opened(path: Path) -> float:
        start = time.perf_counter()
        vault = big_consents.open_at(path)
        feature.subscribe(vault)
        taken = (time.perf_counter() - start) * 1000
        vault.close()
        return taken

    opened(full), opened(empty)
    pairs = [(opened(full), opened(empty)) for _round in range(5)]
    big, small = (statistics.median(side) for side in zip(*pairs, strict=True))
    print("opening")
    report.time("with 1 000 000 consents", big, 1500)
    report.time("with none", small, 1500)
    report.ratio("of an empty one", big / small, OPEN_LIMIT)


def main() -> int:
    """Prints the figures; 1 when a ratio is exceeded."""
    report = Report()
    with tempfile.TemporaryDirectory() as name:
        folder = big_vault.bench_dir(Path(name) / "kept")
        vault = big_consents.open_big(folder)
        path = vault.path
        try:
            print(f"{path.stat().st_size / 1e6:.0f} MB")
            report.time("a page by primary key", median(lambda: by_key(vault)), 16)
            bench_allowed(vault, report)
            bench_scrolling(vault, report)
            bench_lists(vault, report)
            bench_search(vault, report)
        finally:
            vault.close()
        empty = Path(name) / "empty.register"
        big_consents.make_empty(empty)
        bench_opening(path, empty, report)
    return int(report.failed)


if __name__ == "__main__":
    sys.exit(main())
