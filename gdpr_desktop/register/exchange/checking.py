"""The rows of a sheet as they will become, with what is wrong in each. Nothing is written here."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from gdpr_desktop.core.bilingual import Bilingual
from gdpr_desktop.core.text import _, ngettext
from gdpr_desktop.register.activities.model import Activity
from gdpr_desktop.register.entries.model import Entry, EntryState
from gdpr_desktop.register.exchange import checking_cells as cells
from gdpr_desktop.register.exchange.editing import NUMBER_KEY, EditedSheet, Known, made
from gdpr_desktop.register.exchange.model import (
    CellProblem,
    ColumnPlan,
    Existing,
    Fate,
    Plan,
    Read,
    Snapshot,
)
from gdpr_desktop.register.exchange.rows import Row, rows_of
from gdpr_desktop.register.exchange.words import folded
from gdpr_desktop.tables.model import Book, Sheet

LONGEST_NAME = 200


def make_plan(
    book: Book,
    plan: ColumnPlan,
    edited: EditedSheet | None,
    snapshot: Snapshot,
    existing: Existing = Existing.SKIP,
) -> Plan:
    """What importing the sheet of ``plan`` would do."""
    check = _Check(plan, edited, snapshot, existing)
    sheet = book.sheets[plan.sheet]
    reads = tuple(check.read(row) for row in rows_of(sheet, plan))
    return Plan(
        reads=_without_twins(reads),
        remarks=tuple(_remarks(sheet, plan, reads)),
        editing=edited is not None,
    )


class _Check:
    """Reads one row after the other."""

    def __init__(
        self,
        plan: ColumnPlan,
        edited: EditedSheet | None,
        snapshot: Snapshot,
        existing: Existing,
    ) -> None:
        self._plan, self._edited, self._snapshot = plan, edited, snapshot
        self._existing = existing
        self._by_id = {entry.id: entry for entry in snapshot.activities}
        self._by_name = {folded(entry.name): entry for entry in snapshot.activities}
        self._taken = set(self._by_name)

    def read(self, row: Row) -> Read:
        """What becomes of one row."""
        if self._edited is not None and NUMBER_KEY in self._plan.keys:
            number = row.texts.get(NUMBER_KEY, "").strip()
            if number:
                return self._edited_row(row, self._edited.known.get(number), number)
        return self._new_row(row)

    def _edited_row(self, row: Row, known: Known | None, number: str) -> Read:
        entry = self._by_id.get(known.entry_id) if known else None
        if known is None or entry is None or made(entry) != known.made:
            text = _(
                "The record has no activity with the number {number}."
                " Blank the number to import the row as a new one."
            ).format(number=number[:20])
            return self._refused(row, text)
        content, problems = cells.read_edited(row, entry, known, self._plan, self._snapshot)
        problems = (*row.problems, *problems)
        return self._finished(row, content, entry, problems, fate=Fate.UPDATE)

    def _new_row(self, row: Row) -> Read:
        name = " ".join(row.texts.get("name", "").split())
        if not name:
            return self._refused(row, _("The row has no name, so it cannot be imported."))
        entry = self._by_name.get(folded(name))
        if entry is not None and self._existing is Existing.SKIP:
            text = _("The record has «{name}» already.").format(name=entry.name)
            return self._skipped(row, entry, text)
        if entry is not None and self._existing is Existing.RENAME:
            row = replace(row, texts={**row.texts, "name": self._free_name(name)})
            entry = None
        before = entry.content if entry else Activity(name=Bilingual())
        strict = self._edited is not None
        content, problems = cells.read_loose(row, before, self._plan, self._snapshot, strict=strict)
        fate = Fate.UPDATE if entry else Fate.ADD
        return self._finished(row, content, entry, (*row.problems, *problems), fate=fate)

    def _free_name(self, name: str) -> str:
        number = 2
        while folded(f"{name} ({number})") in self._taken:
            number += 1
        self._taken.add(folded(f"{name} ({number})"))
        return f"{name} ({number})"

    def _finished(
        self,
        row: Row,
        content: Activity,
        entry: Entry | None,
        problems: tuple[CellProblem, ...],
        *,
        fate: Fate,
    ) -> Read:
        name = content.title
        if not name or len(name) > LONGEST_NAME:
            text = _("The row has no name, so it cannot be imported.")
            if name:
                text = _("The name is longer than 200 characters.")
            return self._refused(row, text)
        holder = self._by_name.get(folded(name))
        if holder is not None and (entry is None or holder.id != entry.id):
            return self._refused(row, _("The record has «{name}» already.").format(name=name))
        if entry is not None and entry.state is EntryState.RETIRED:
            return self._skipped(row, entry, _("«{name}» is over.").format(name=entry.name))
        if entry is not None and content == entry.content:
            fate = Fate.SAME
        return Read(
            row=row.number,
            name=name,
            fate=fate,
            content=content,
            entry_id=entry.id if entry else None,
            problems=problems,
        )

    def _refused(self, row: Row, text: str) -> Read:
        name = row.texts.get("name", "")[:LONGEST_NAME]
        problem = CellProblem(cell=row.cells.get("name", ""), text=text)
        problems = (problem, *row.problems)
        return Read(row=row.number, name=name, fate=Fate.REFUSED, problems=problems)

    def _skipped(self, row: Row, entry: Entry, text: str) -> Read:
        problem = CellProblem(cell=row.cells.get("name", ""), text=text)
        return Read(
            row=row.number,
            name=entry.name,
            fate=Fate.SKIP,
            entry_id=entry.id,
            problems=(problem,),
        )


def _without_twins(reads: tuple[Read, ...]) -> tuple[Read, ...]:
    """Of rows with one name, or one number, none is imported: nobody can say which is right."""
    live = [one for one in reads if one.fate is not Fate.REFUSED]
    names = Counter(folded(one.name) for one in live)
    ids = Counter(one.entry_id for one in live if one.entry_id is not None)
    twins: dict[str, list[int]] = {}
    for one in live:
        twins.setdefault(folded(one.name), []).append(one.row)
    found = []
    for one in reads:
        many = one.entry_id is not None and ids[one.entry_id] > 1
        if one.fate is Fate.REFUSED or not (names[folded(one.name)] > 1 or many):
            found.append(one)
            continue
        rows = ", ".join(str(row) for row in twins[folded(one.name)][:10])
        text = _("Several rows are about «{name}»: {rows}.").format(name=one.name, rows=rows)
        problem = CellProblem(cell="", text=text)
        found.append(
            replace(one, fate=Fate.REFUSED, content=None, problems=(problem, *one.problems))
        )
    return tuple(found)


def _remarks(sheet: Sheet, plan: ColumnPlan, reads: Iterable[Read]) -> Iterator[str]:
    first = plan.header + 1
    hidden = sum(row >= first for row in sheet.hidden_rows if row < len(sheet.rows))
    if hidden:
        text = ngettext(
            "{count} row is hidden in the sheet, and is read all the same.",
            "{count} rows are hidden in the sheet, and are read all the same.",
            hidden,
        )
        yield text.format(count=hidden)
    formulas = sum(row >= first for row, _column in sheet.formulas)
    if formulas:
        text = ngettext(
            "{count} cell holds a formula: its last result is taken.",
            "{count} cells hold formulas: their last results are taken.",
            formulas,
        )
        yield text.format(count=formulas)
    left = _left_out(sheet, plan)
    if left:
        yield _("Columns that are left out: {names}.").format(names=", ".join(left))
    if not any(True for _one in reads):
        yield _("There is no row under the header.")


def _left_out(sheet: Sheet, plan: ColumnPlan) -> list[str]:
    headers: Mapping[int, str] = dict(enumerate(sheet.rows[plan.header] if sheet.rows else ()))
    return [
        " ".join(text.split())[:40]
        for column, text in headers.items()
        if text.strip() and not (column < len(plan.keys) and plan.keys[column])
    ]
