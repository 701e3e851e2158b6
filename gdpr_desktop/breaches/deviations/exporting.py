"""The list of deviations as a workbook, with the columns of source 004."""

from collections.abc import Generator
from typing import TYPE_CHECKING

from gdpr_desktop.breaches.deviations import store
from gdpr_desktop.breaches.deviations.model import Facts, state_of
from gdpr_desktop.breaches.deviations.words import severity_words, source_words, state_words
from gdpr_desktop.casework import lists
from gdpr_desktop.casework.model import Case, CaseQuery
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.core.text import _
from gdpr_desktop.letters.sheet import Value, Writer, new_book, saved

if TYPE_CHECKING:
    from gdpr_desktop.vault import Vault

Rows = tuple[tuple[Value, ...], ...]
_PAGE = 200
_WIDTHS = (14, 13, 50, 20, 24, 24, 12, 18, 24, 15, 50)


def headers() -> tuple[str, ...]:
    """The columns, in the language of the screen."""
    return (
        _("Number"),
        _("Noticed"),
        _("What happened"),
        _("Source"),
        _("Department"),
        _("System or area"),
        _("Severity"),
        _("State"),
        _("Follows it up"),
        _("Next follow-up"),
        _("Corrective action"),
    )


def listed(vault: "Vault", query: CaseQuery) -> Generator[int, None, Rows]:
    """The rows of the list that ``query`` shows, read a page at a turn."""
    made: list[tuple[Value, ...]] = []
    while True:
        page = lists.page(
            vault.db, query, vault.actor, vault.clock.today(), offset=len(made), limit=_PAGE
        )
        found = store.facts_by_case(vault.db, (case.id for case in page))
        made += [_row(case, found[case.id]) for case in page]
        if len(page) < _PAGE:
            return tuple(made)
        yield len(made)


def _row(case: Case, facts: Facts) -> tuple[Value, ...]:
    return (
        case.number,
        facts.noticed_on,
        facts.what if case.anonymised_at is None else _("(erased)"),
        source_words(facts.source),
        facts.department,
        facts.system,
        severity_words(facts.severity),
        state_words(state_of(case, facts.responsible)),
        facts.responsible,
        facts.follow_up_on if case.open else None,
        facts.corrective,
    )


def book(
    municipality: str, about: str, columns: tuple[str, ...], rows: Rows, language: Language
) -> bytes:
    """The workbook: one line to a deviation. ``about`` says which, and as of when."""
    title = _("List of deviations", language=language)
    made = new_book(title, municipality, language)
    writer = Writer(made.create_sheet(title[:31]))
    writer.page((title, municipality, about), _WIDTHS, columns, rows)
    return saved(made)


def note_export(vault: "Vault", deviations: int) -> Change:
    """Note in the journal that the list has left the register."""
    with vault.begin(Deed.READ_CASE) as work:
        work.require(Deed.READ_CASE, assigned=True)
        work.log(None, "deviations_exported", cases=deviations)
    return work.change
