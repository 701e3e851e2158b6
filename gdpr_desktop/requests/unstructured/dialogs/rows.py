"""Lines of the two tables ↔ departments and finds."""

from datetime import date

from gdpr_desktop.core.dates import short_date
from gdpr_desktop.core.text import _
from gdpr_desktop.requests.unstructured.form_fields import NO, YES
from gdpr_desktop.requests.unstructured.model import Department, Fate, Find, Kind
from gdpr_desktop.requests.unstructured.words import words
from gdpr_desktop.ui.fields.rows import RowsColumn

DEPARTMENT_DAY, FIND_DAY = 1, 7  # the columns with a day


def department_columns() -> tuple[RowsColumn, ...]:
    """The columns of who is asked."""
    both = ((YES, _("Yes")), (NO, _("No")))
    return (
        RowsColumn(header=_("Department"), width=18, stretch=2),
        RowsColumn(header=_("Answered on"), width=12),
        RowsColumn(header=_("Who answered"), width=16, stretch=2),
        RowsColumn(header=_("Knows the routine for access?"), width=16, choices=both),
        RowsColumn(header=_("For erasure?"), width=12, choices=both),
    )


def find_columns() -> tuple[RowsColumn, ...]:
    """The columns of what was found."""
    kinds = tuple((one.value, words(one)) for one in Kind)
    fates = tuple((one.value, words(one)) for one in Fate)
    return (
        RowsColumn(header=_("Department"), width=12),
        RowsColumn(header=_("Kind"), width=14, choices=kinds),
        RowsColumn(header=_("What it is"), width=14, stretch=2),
        RowsColumn(header=_("Where it lies"), width=12, stretch=2),
        RowsColumn(header=_("Who has access"), width=12),
        RowsColumn(header=_("What becomes of it"), width=14, choices=fates),
        RowsColumn(header=_("To which system, or why it stays"), width=14, stretch=2),
        RowsColumn(header=_("Done on"), width=10),
    )


def department_cells(one: Department) -> tuple[str, ...]:
    """A line for a department."""
    said = {True: YES, False: NO, None: ""}
    return (
        one.name,
        short_date(one.answered_on) if one.answered_on else "",
        one.answered_by,
        said[one.knows_access],
        said[one.knows_erasure],
    )


def department_of(row: tuple[str, ...], answered_on: date | None) -> Department:
    """The department of a line; ``answered_on`` is its day, read."""
    said = {YES: True, NO: False}
    name, _day, answered_by, access, erasure = row
    return Department(
        name=name,
        answered_on=answered_on,
        answered_by=answered_by,
        knows_access=said.get(access),
        knows_erasure=said.get(erasure),
    )


def find_cells(one: Find) -> tuple[str, ...]:
    """A line for a find."""
    return (
        one.department,
        one.kind.value if one.kind else "",
        one.what,
        one.where,
        one.access,
        one.fate.value if one.fate else "",
        one.need if one.fate is Fate.STAY else one.system,
        short_date(one.done_on) if one.done_on else "",
    )


def find_of(row: tuple[str, ...], done_on: date | None) -> Find:
    """The find of a line; ``done_on`` is its day, read."""
    department, kind, what, where, access, fate, more, _day = row
    return Find(
        department=department,
        kind=Kind(kind) if kind else None,
        what=what,
        where=where,
        access=access,
        fate=Fate(fate) if fate else None,
        system=more if fate != Fate.STAY else "",
        need=more if fate == Fate.STAY else "",
        done_on=done_on,
    )
