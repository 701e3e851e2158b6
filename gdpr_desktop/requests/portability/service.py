"""The deeds on data that go along: brought in, chosen among, and deleted again."""

from dataclasses import replace
from typing import Any

from gdpr_desktop.casework.checks import line_lengths, problem, required
from gdpr_desktop.casework.model import TaskOutcome
from gdpr_desktop.casework.service import begin_on, record
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import FieldProblem, RefusedError, require_valid
from gdpr_desktop.core.ids import PartId, TaskId
from gdpr_desktop.core.names import clean_line
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.core.text import _
from gdpr_desktop.requests import parts_store
from gdpr_desktop.requests.model import Part, Request
from gdpr_desktop.requests.portability import store
from gdpr_desktop.requests.portability.model import (
    LONGEST_NAME,
    MOST_CELLS,
    MOST_ROWS,
    MOST_TABLES,
    MOST_TOGETHER,
    Column,
    Draft,
    Row,
    Table,
    TableId,
)
from gdpr_desktop.requests.rights.portability import package_of
from gdpr_desktop.requests.service.base import of_part, opened_part, read_request
from gdpr_desktop.vault import Vault

SAMPLE = 50  # rows shown as examples


def tables(vault: Vault, part_id: PartId) -> tuple[Table, ...]:
    """The tables brought in, for who may see the case."""
    case_id = parts_store.case_of(vault.db, part_id)
    if case_id is not None:
        read_request(vault, case_id)
    return store.of_part(vault.db, part_id)


def sample_of(vault: Vault, table: Table) -> tuple[Row, ...]:
    """The first rows of a table, for who may see the case."""
    read_request(vault, table.case_id)
    return store.sample_of(vault.db, table.id, SAMPLE)


def bring_in(vault: Vault, part_id: PartId, task_id: TaskId | None, draft: Draft) -> Change:
    """Keep a table that a place has given, with the choice of what goes along."""
    kept = _cleaned(draft)
    with vault.begin(Deed.WORK_ON_CASE) as work:
        request, part = opened_part(work, part_id)
        _refuse_other_task(request, task_id)
        _refuse_too_many(store.of_part(work.db, part_id), kept)
        require_valid(_draft_problems(kept))
        case_id, now = request.case.id, work.clock.now()
        store.insert(work.db, case_id, part_id, task_id, kept, by=work.actor.name, at=now)
        _changed(work, request, part, "data_brought_in", title=kept.title)
    return work.change


def choose_columns(
    vault: Vault, table_id: TableId, title: str, columns: tuple[Column, ...]
) -> Change:
    """Change what a table is called and which of its columns go along."""
    with vault.begin(Deed.WORK_ON_CASE) as work:
        table = _there(work, table_id)
        request, part = opened_part(work, table.part_id)
        if len(columns) != len(table.columns):
            raise table_gone()
        kept = _cleaned(Draft(title=title, source=table.source, columns=columns, rows=()))
        require_valid(_choice_problems(kept))
        store.put_choice(work.db, table_id, kept.title, kept.columns)
        _changed(work, request, part, "data_chosen", title=kept.title)
    return work.change


def remove_table(vault: Vault, table_id: TableId) -> Change:
    """Take away a table that was brought in by mistake."""
    with vault.begin(Deed.WORK_ON_CASE) as work:
        table = _there(work, table_id)
        request, part = opened_part(work, table.part_id)
        store.delete(work.db, table_id)
        _changed(work, request, part, "data_removed", title=table.title)
    return work.change


def drop_data(vault: Vault, part_id: PartId) -> Change:
    """Delete what was brought in, once it is answered or closed: it was here only to be packed."""
    with vault.begin(Deed.WORK_ON_CASE) as work:
        case_id = parts_store.case_of(work.db, part_id)
        if case_id is None:
            raise table_gone()
        case = begin_on(work, Deed.WORK_ON_CASE, case_id)
        part = read_request(vault, case_id).part(part_id)
        package = package_of(part)
        if case.open and not part.answered:
            raise RefusedError(
                _("The data have not been sent yet."), hint=_("Note the answer as sent first.")
            )
        store.delete_of_part(work.db, part_id)
        if package is not None:
            parts_store.put(work.db, part_id, answer=replace(package, kept=False))
        record(work, case_id, "data_dropped", **of_part(part))
    return work.change


def _changed(work: Any, request: Request, part: Part, code: str, **detail: str) -> None:
    """A package made before says another thing now: it must be made anew."""
    if part.answer is not None:
        parts_store.put(work.db, part.id, answer=None)
    record(work, request.case.id, code, **detail, **of_part(part))


def _there(work: Any, table_id: TableId) -> Table:
    found = store.table(work.db, table_id)
    if found is None:
        raise table_gone()
    return found


def table_gone() -> RefusedError:
    """Somebody else, or another window, has taken it away."""
    return RefusedError(_("This table has been taken away or changed."), hint=_("Open it again."))


def _refuse_too_many(before: tuple[Table, ...], draft: Draft) -> None:
    cells = sum(one.records * len(one.columns) for one in before)
    if len(before) >= MOST_TABLES or cells + len(draft.rows) * len(draft.columns) > MOST_TOGETHER:
        raise RefusedError(
            _("At most 50 tables and three million cells fit in one package."),
            hint=_("Put some of the tables together, or leave out what need not go along."),
        )


def _refuse_other_task(request: Request, task_id: TaskId | None) -> None:
    found = {task.id for task in request.tasks if task.outcome is TaskOutcome.FOUND}
    if task_id not in found:
        raise RefusedError(
            _("Nothing has been found there."),
            hint=_("Note first what this system or department found."),
        )


def _cleaned(draft: Draft) -> Draft:
    return replace(
        draft,
        title=clean_line(draft.title),
        source=clean_line(draft.source),
        columns=tuple(
            replace(one, name=clean_line(one.name), meaning=clean_line(one.meaning))
            for one in draft.columns
        ),
    )


def _draft_problems(draft: Draft) -> list[FieldProblem]:
    problems = _choice_problems(draft)
    width = len(draft.columns)
    if not draft.rows or not width:
        problems.append(problem("rows", _("There are no rows here.")))
    elif len(draft.rows) > MOST_ROWS or len(draft.rows) * width > MOST_CELLS:
        problems.append(problem("rows", _("At most 100 000 rows and a million cells fit here.")))
    assert all(len(row) == width for row in draft.rows), "every row has a cell for each column"
    return problems


def _choice_problems(draft: Draft) -> list[FieldProblem]:
    problems = required("title", draft.title, _("Write what the table is called."))
    problems += line_lengths(title=draft.title)
    names = [one.name for one in draft.columns]
    if not all(names) or len(set(names)) < len(names):
        text = _("Every column needs a name, and no two may have the same.")
        problems.append(problem("columns", text))
    if any(len(t) > LONGEST_NAME for one in draft.columns for t in (one.name, one.meaning)):
        text = _("The name and the meaning of a column have at most 200 characters.")
        problems.append(problem("columns", text))
    return problems
