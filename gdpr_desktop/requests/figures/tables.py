"""The figures as tables with words: the same for the screen, the clipboard and the sheet."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from gdpr_desktop.core.dates import short_month
from gdpr_desktop.core.text import _
from gdpr_desktop.law.articles import cited
from gdpr_desktop.law.deadlines import ExtensionGround
from gdpr_desktop.requests.figures.model import Answers, Figures, joined
from gdpr_desktop.requests.figures.period import Period
from gdpr_desktop.requests.model import Result, Right
from gdpr_desktop.requests.words import words

Cell = str | int | None
# the last day of each step: a month is the limit, three months the longest extension
STEPS = (7, 14, 21, 31, 61, 92)


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """``chart`` is the column drawn as bars, 0 for none."""

    key: str
    title: str
    headers: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    chart: int = 0


def period_words(period: Period) -> str:
    """«2026», «3rd quarter of 2026», or all years."""
    if period.year is None:
        return _("All years")
    if period.quarter is None:
        return str(period.year)
    return _("{year}, quarter {number}").format(year=period.year, number=period.quarter)


def tables_of(figures: Figures, period: Period) -> tuple[Table, ...]:
    """Every table that has a line."""
    made = (
        _summary(figures),
        _times(figures),
        _periods(figures, period),
        _answers("rights", _("By right"), _("Right"), _by_right(figures)),
        _results(figures),
        _answers("units", _("By unit"), _("Unit"), _by_unit(figures)),
        _counts(
            "extensions", _("Extensions by ground"), _("Ground"), _extensions(figures.extended)
        ),
        _counts("grounds", _("Refusals by ground"), _("Provision"), _grounds(figures.grounds)),
    )
    return tuple(table for table in made if table.rows)


def _summary(figures: Figures) -> Table:
    total = figures.total
    lines: tuple[tuple[str, Cell], ...] = (
        (_("Received"), total.received),
        (_("Answered"), total.answered),
        (_("Answered claims, with a time limit of the law"), total.timed),
        (_("Answered in time"), total.in_time),
        (_("In time, per cent"), total.share),
        (_("Median answer time, days"), said(total.median)),
        (_("Longest answer time, days"), total.longest),
        (_("Open and over the deadline"), figures.overdue),
        (_("Deadline extended"), figures.extended.total()),
        (_("Withdrawn"), figures.withdrawn),
    )
    return Table(
        key="summary", title=_("In short"), headers=(_("Figure"), _("How many")), rows=lines
    )


def said(number: float | None) -> Cell:
    """A median: a whole number, or a half written the Norwegian way."""
    if number is None or number == int(number):
        return None if number is None else int(number)
    return f"{number:.1f}".replace(".", ",")


def _times(figures: Figures) -> Table:
    days = figures.total.days
    rows: list[tuple[Cell, ...]] = []
    first = 0
    for last in STEPS:
        label = _("{first}–{last} days").format(first=first, last=last)
        rows.append((label, sum(many for day, many in days.items() if first <= day <= last)))
        first = last + 1
    over = sum(many for day, many in days.items() if day >= first)
    rows.append((_("over {last} days").format(last=first - 1), over))
    return Table(
        key="times",
        title=_("How long the answers took"),
        headers=(_("From receipt to answer"), _("Answers")),
        rows=tuple(rows) if days else (),
        chart=1,
    )


def _periods(figures: Figures, period: Period) -> Table:
    steps: dict[tuple[int, int], list[Answers]] = {}
    labels: dict[tuple[int, int], str] = {}
    for month in sorted(figures.months):
        key, label = _step(month, period)
        labels[key] = label
        steps.setdefault(key, []).append(figures.months[month])
    found = [(labels[key], joined(answers)) for key, answers in sorted(steps.items())]
    return _answers("periods", _("By time of receipt"), _("Period"), found)


def _step(month: date, period: Period) -> tuple[tuple[int, int], str]:
    if period.quarter is not None:
        return (month.year, month.month), f"{short_month(month)} {month.year}"
    part = period.part_of(month)
    return (month.year, part.quarter or 0), period_words(part)


def _answers(key: str, title: str, header: str, found: Iterable[tuple[str, Answers]]) -> Table:
    headers = (
        header,
        _("Received"),
        _("Answered"),
        _("Median days"),
        _("Longest days"),
        _("In time, per cent"),
    )
    rows = tuple(
        (label, one.received, one.answered, said(one.median), one.longest, one.share)
        for label, one in found
    )
    return Table(key=key, title=title, headers=headers, rows=rows, chart=1)


def _by_right(figures: Figures) -> list[tuple[str, Answers]]:
    return [(words(one), figures.rights[one.value]) for one in Right if one.value in figures.rights]


def _by_unit(figures: Figures) -> list[tuple[str, Answers]]:
    most_first = sorted(figures.units.items(), key=lambda one: (-one[1].received, one[0]))
    if [name for name, _answers in most_first] == [""]:
        return []
    return [(name or _("No unit named"), answers) for name, answers in most_first]


def _results(figures: Figures) -> Table:
    ends = (*(one.value for one in Result), "")
    headers = (_("Right"), *(words(one) for one in Result), _("Not decided"))
    rows: list[tuple[Cell, ...]] = [
        (words(right), *(figures.results[right.value][end] for end in ends))
        for right in Right
        if right.value in figures.results
    ]
    if rows:
        total = figures.result_totals()
        rows.append((_("All rights"), *(total.get(end, 0) for end in ends)))
    return Table(key="results", title=_("What came of it"), headers=headers, rows=tuple(rows))


def _counts(key: str, title: str, header: str, found: Iterable[tuple[str, int]]) -> Table:
    return Table(key=key, title=title, headers=(header, _("How many")), rows=tuple(found), chart=1)


def _extensions(extended: Mapping[str, int]) -> list[tuple[str, int]]:
    return [(words(one), extended[one.value]) for one in ExtensionGround if one.value in extended]


def _grounds(grounds: Counter[str]) -> list[tuple[str, int]]:
    return [(_ground(code), many) for code, many in grounds.most_common()]


def _ground(code: str) -> str:
    """«article 17 nr. 3 bokstav b», «personopplysningslova § 16 f»."""
    if code.startswith("§"):
        return _("Personal Data Act {section}").format(section=code)
    article = cited(code.removeprefix("art. "))
    return _("article {article}").format(article=article)


def as_text(tables: Iterable[Table]) -> str:
    """For the clipboard: cells parted by tabs, so that a sheet takes them apart."""
    pieces = []
    for table in tables:
        lines = ["\t".join(table.headers)]
        lines += [
            "\t".join("" if cell is None else str(cell) for cell in row) for row in table.rows
        ]
        pieces.append("\n".join((table.title, *lines)))
    return "\n\n".join(pieces) + "\n"
