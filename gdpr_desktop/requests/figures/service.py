"""Counting in slices, and the rows of the list that is exported."""

from collections.abc import Generator
from dataclasses import dataclass
from typing import Any

from gdpr_desktop.casework import lists
from gdpr_desktop.casework.model import Case, CaseQuery
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.core.text import _
from gdpr_desktop.letters.sheet import Value
from gdpr_desktop.requests.figures import store
from gdpr_desktop.requests.figures.model import WITHDRAWN, CountedCase, Figures
from gdpr_desktop.requests.figures.period import Period
from gdpr_desktop.requests.model import Result, Right
from gdpr_desktop.requests.words import rights_words, words
from gdpr_desktop.vault import Vault

_PAGE = 200  # requests at a turn


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """What an exported list shows beside numbers, days and codes."""

    names: bool = False
    wording: bool = False


def count(vault: Vault, period: Period) -> Generator[int, None, Figures]:
    """Count what the person at the desk may see; yields how many requests are counted so far."""
    figures = Figures(today=vault.clock.today())
    for slice_ in store.counted(vault.db, period, vault.actor):
        for case in slice_:
            figures.add(case)
        yield figures.total.received
    return figures


def years(vault: Vault) -> tuple[int, ...]:
    """The years that requests came in, the newest first."""
    first = store.first_received(vault.db)
    this = vault.clock.today().year
    return tuple(range(this, (first.year if first else this) - 1, -1))


def headers(columns: Columns) -> tuple[tuple[str, int], ...]:
    """The columns of the exported list, with their widths."""
    plain = (
        (_("Number"), 14),
        (_("Received"), 13),
        (_("Deadline"), 13),
        (_("Answered"), 13),
        (_("Right"), 28),
        (_("Result"), 24),
        (_("Unit"), 24),
        (_("Caseworker"), 24),
        (_("In time"), 10),
    )
    names = ((_("Person"), 28),) if columns.names else ()
    wording = ((_("What was asked for"), 60),) if columns.wording else ()
    return (*plain, *names, *wording)


def listed(
    vault: Vault, query: CaseQuery, columns: Columns
) -> Generator[int, None, tuple[tuple[Value, ...], ...]]:
    """The rows of the list that ``query`` shows, read a page at a turn."""
    made: list[tuple[Value, ...]] = []
    while True:
        page = lists.page(
            vault.db, query, vault.actor, vault.clock.today(), offset=len(made), limit=_PAGE
        )
        found = store.of_cases(vault.db, tuple(case.id for case in page))
        made += [_row(case, *found[case.id], columns) for case in page]
        if len(page) < _PAGE:
            return tuple(made)
        yield len(made)


def _row(case: Case, counted: CountedCase, wording: str, columns: Columns) -> tuple[Value, ...]:
    results = dict.fromkeys(words(Result(one.result)) for one in counted.parts if one.result)
    plain = (
        case.number,
        counted.received,
        counted.due,
        counted.answered if counted.outcome != WITHDRAWN else None,
        rights_words(Right(one.right) for one in counted.parts),
        ", ".join(results),
        counted.unit,
        case.caseworker,
        _in_time(counted),
    )
    names = (case.subject_name,) if columns.names else ()
    return (*plain, *names, *((wording,) if columns.wording else ()))


def _in_time(case: CountedCase) -> str:
    if not case.timed or case.answered is None or case.outcome == WITHDRAWN:
        return ""
    return _("Yes") if case.answered <= case.due else _("No")


def note_export(vault: Vault, columns: Columns, cases: int) -> Change:
    """Note in the journal that a list has left the register, and whether with names."""
    with vault.begin(Deed.READ_CASE) as work:
        work.require(Deed.READ_CASE, assigned=True)
        detail: dict[str, Any] = {"cases": cases, "names": "yes" if columns.names else "no"}
        work.log(None, "requests_exported", **detail)
    return work.change
