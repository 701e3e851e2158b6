"""The cells of one row into an activity."""

from gdpr_desktop.core.text import _
from gdpr_desktop.register.activities.model import Activity
from gdpr_desktop.register.entries.model import Entry
from gdpr_desktop.register.exchange.columns import EDITED, FIELDS
from gdpr_desktop.register.exchange.editing import Known, cells_of, is_cut
from gdpr_desktop.register.exchange.fields import Field, changed
from gdpr_desktop.register.exchange.lines import digest
from gdpr_desktop.register.exchange.model import CellProblem, ColumnPlan, Snapshot
from gdpr_desktop.register.exchange.reader import Reader
from gdpr_desktop.register.exchange.rows import Row

Found = tuple[Activity, tuple[CellProblem, ...]]


def read_edited(
    row: Row, entry: Entry, known: Known, plan: ColumnPlan, snapshot: Snapshot
) -> Found:
    """The activity with what somebody has changed in the sheet since it went out.

    A cell that cannot be read leaves its field as it is, and so does one whose field the record
    has changed meanwhile.
    """
    reader = Reader(snapshot, plan.language, strict=True)
    content: Activity = entry.content
    now = cells_of(entry, snapshot, plan.language) if entry.revision != known.revision else {}
    problems: list[CellProblem] = []
    for one in EDITED:
        text = row.texts.get(one.key)
        mark = known.marks.get(one.key, "")
        if text is None or digest(text) == mark:
            continue
        reader.begin_cell()
        if now and digest(now[one.key]) != mark and digest(now[one.key]) != digest(text):
            reader.remark(_("The record has changed here since the file was made."))
        elif is_cut(text):
            reader.remark(_("This is too long to be changed in a sheet."))
        else:
            content = _read(one, content, text, reader)
        place = row.cells[one.key]
        problems += [CellProblem(cell=place, text=told) for told in reader.problems]
    return content, tuple(problems)


def _read(one: Field, content: Activity, text: str, reader: Reader) -> Activity:
    after = one.read(content, text, reader)
    return content if reader.failed else after


def read_loose(
    row: Row, before: Activity, plan: ColumnPlan, snapshot: Snapshot, *, strict: bool
) -> Found:
    """The activity with what the row says; what its cells do not say is left alone.

    ``strict``: a new row of a sheet that was made to be edited. From other sheets the words that
    cannot be read are kept in the note, under the header of their column.
    """
    reader = Reader(snapshot, plan.language, strict=strict)
    content = before
    problems: list[CellProblem] = []
    notes: list[str] = []
    for one in FIELDS:
        text = row.texts.get(one.key, "")
        if not text.strip():
            continue
        reader.begin_cell()
        content = _read(one, content, text, reader)
        place = row.cells[one.key]
        problems += [CellProblem(cell=place, text=told) for told in reader.problems]
        if reader.kept:
            label = _(one.header, language=plan.language)
            notes += [f"{label}: {kept}" for kept in dict.fromkeys(reader.kept)]
    fresh = [one for one in notes if one not in content.note]
    if fresh:
        note = "\n".join(one for one in (content.note, *fresh) if one)
        content = changed(content, "note", note)
    return content, tuple(problems)
