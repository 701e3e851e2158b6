"""The log of breaches for a period, without names: for an inspection, as .xlsx or as Word."""

from collections.abc import Generator
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from gdpr_desktop.breaches.assessing.advice import advise
from gdpr_desktop.breaches.assessing.words import risk_words
from gdpr_desktop.breaches.code_words import words
from gdpr_desktop.breaches.codes import Incident
from gdpr_desktop.breaches.model import Breach
from gdpr_desktop.breaches.reports import said, store
from gdpr_desktop.breaches.steps import needs_notification
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.clock import local_date
from gdpr_desktop.core.dates import long_date, long_instant
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.core.text import _
from gdpr_desktop.letters.sheet import Value, Writer, new_book, saved

if TYPE_CHECKING:
    from gdpr_desktop.letters import Letter
    from gdpr_desktop.vault import Vault

KIND = "breach_log"
MOST_IN_WORD = 500  # more are a workbook: nobody reads a thousand pages
_NARROW, _INSTANT, _WIDE = 16, 20, 40  # an instant in too narrow a cell is shown as «####»


@dataclass(frozen=True, slots=True, kw_only=True)
class LogOrder:
    """From the first to the last day, both included. ``typed``: also free text, as it stands."""

    first: date
    last: date
    language: Language
    typed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One breach: (header, value) of each column, the same columns for all."""

    number: str
    title: str
    cells: tuple[tuple[str, Value], ...]


def read_log(vault: "Vault", order: LogOrder) -> Generator[int, None, tuple[Line, ...]]:
    """The lines of the log; yields how many are read so far."""
    lines: list[Line] = []
    for some in store.in_period(vault.db, order.first, order.last, vault.actor):
        lines += [line_of(found, order, vault.clock.now()) for found in some]
        yield len(lines)
    return tuple(lines)


def line_of(found: Breach, order: LogOrder, now: datetime) -> Line:
    """One breach as a line of the log, as it stands ``now``."""
    gone = found.case.anonymised_at is not None
    title = _("(erased)", language=order.language) if gone else found.intake.title
    cells = (*_facts(found, order.language), *_answers(found, order.language, now))
    typed = _typed(found, order.language) if order.typed else ()
    return Line(number=found.case.number, title=title, cells=(*cells, *typed))


def _facts(found: Breach, language: Language) -> tuple[tuple[str, Value], ...]:
    scope, course = found.scope, found.course
    incident = (
        "" if found.intake.incident is Incident.OTHER else words(found.intake.incident, language)
    )
    kinds = said.listed(scope.kinds, language) if scope is not None else ""
    data = said.listed(scope.data, language) if scope is not None else ""
    people = said.listed(scope.people, language) if scope is not None else ""
    effects = said.listed(scope.consequences, language) if scope is not None else ""
    count = scope.people_count.number if scope is not None else None
    return (
        (_("Discovered", language=language), local_date(found.intake.discovered)),
        (_("Aware of it", language=language), found.intake.aware),
        (_("Unit", language=language), found.intake.unit),
        (_("What kind of thing", language=language), incident),
        (_("Kind of breach", language=language), kinds),
        (_("Cause", language=language), said.listed(course.causes, language) if course else ""),
        (_("People", language=language), people),
        (_("Number of people", language=language), count),
        (_("Which data", language=language), data),
        (_("Consequences", language=language), effects),
    )


def _answers(found: Breach, language: Language, now: datetime) -> tuple[tuple[str, Value], ...]:
    risk = risk_words(advise(found.assessment).risk, language) if found.assessment else ""
    first = found.notifications[0] if found.notifications else None
    late = (first.sent_at if first else now) > found.clock.due
    told = first is not None or (found.clock_runs and late)  # else it is not known yet, or not due
    yes, no = _("Yes", language=language), _("No", language=language)
    done = sum(task.done for task in found.measures)
    closed = _("Closed", language=language)
    state = _("Open case", language=language) if found.case.open else closed
    return (
        (_("Risk", language=language), risk),
        (_("Notified", language=language), first.sent_at if first else _unsent(found, language)),
        (_("Later than 72 hours", language=language), (yes if late else no) if told else ""),
        (_("Notification withdrawn", language=language), yes if found.withdrawn else ""),
        (_("People told", language=language), words(found.told, language)),
        (_("Measures done", language=language), done),
        (_("Measures in all", language=language), len(found.measures)),
        (_("State", language=language), state),
    )


def _unsent(found: Breach, language: Language) -> str:
    """Why no notification was sent: nobody has decided, it waits, or it was decided not to."""
    if found.decision is None:
        open_case = found.case.open
        return _("Not decided yet", language=language) if open_case else _("No", language=language)
    if found.case.open and needs_notification(found):
        return _("Not yet", language=language)
    return _("No, it was decided", language=language)


def _typed(found: Breach, language: Language) -> tuple[tuple[str, Value], ...]:
    scope = found.scope
    return (
        (_("What happened", language=language), found.intake.what),
        (
            _("Consequences as described", language=language),
            scope.consequences_text if scope is not None else "",
        ),
        (_("Measures", language=language), said.measures(found, language)),
        (_("Why not notified", language=language), said.why_not_notified(found)),
        (_("Why people were not told", language=language), said.why_not_told(found, language)),
    )


def period_words(order: LogOrder) -> str:
    """«1. januar 2026 – 31. desember 2026»."""
    return f"{long_date(order.first)} – {long_date(order.last)}"


def log_book(name: str, order: LogOrder, lines: tuple[Line, ...]) -> bytes:
    """The log as a workbook: one line to a breach. ``name`` is the municipality's."""
    language = order.language
    title = _("Log of breaches", language=language)
    book = new_book(title, name, language)
    writer = Writer(book.create_sheet(title[:31]))
    columns = [header for header, _value in lines[0].cells] if lines else []
    first = (_("Number", language=language), _("In short", language=language))
    headers = (*first, *columns)
    rows = [(one.number, one.title, *(value for _h, value in one.cells)) for one in lines]
    widths = [_NARROW, _WIDE] + [_NARROW if n < 13 else _WIDE for n in range(len(columns))]
    for column, values in enumerate(zip(*rows, strict=True)):
        if any(isinstance(value, datetime) for value in values):
            widths[column] = _INSTANT
    writer.page((title, name, period_words(order)), widths, headers, rows, stays=2)
    return saved(book)


def log_document(vault: "Vault", order: LogOrder, lines: tuple[Line, ...]) -> "Letter":
    """The log as a document: a table to each breach, most recent last."""
    from gdpr_desktop.letters.reports import Report

    language = order.language
    made = Report(language, _("Log of breaches", language=language))
    made.paragraph(period_words(order))
    count = _("Number of breaches: {count}", language=language)
    made.paragraph(count.format(count=len(lines)))
    for line in lines:
        made.heading(2, f"{line.number} {line.title}")
        made.facts((header, _shown(value, language)) for header, value in line.cells)
    return made.letter(vault.municipality(), vault.clock.today(), KIND)


def _shown(value: Value, language: Language) -> str:
    if isinstance(value, datetime):
        return long_instant(value, language)
    if isinstance(value, date):
        return long_date(value)
    return "" if value is None else str(value)


def note_export(vault: "Vault", order: LogOrder, breaches: int) -> Change:
    """Note in the journal that the log has left the register, and whether with free text."""
    with vault.begin(Deed.READ_CASE) as work:
        work.require(Deed.READ_CASE, assigned=True)
        work.log(None, "breach_log_exported", cases=breaches, names="yes" if order.typed else "no")
    return work.change
