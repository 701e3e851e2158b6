"""Reads and writes the pieces of an assessment that a work file brings."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from gdpr_desktop.casework.attachments import store as attachments
from gdpr_desktop.casework.attachments.model import Attachment
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.dpia import store
from gdpr_desktop.dpia.content import Answer, Assessment


def case_of_file(db: Any, key: str) -> CaseId | None:
    """The case that a work file was sent from."""
    sql = (
        "SELECT case_id FROM dpia, json_each(dpia.sent_files)"
        " WHERE json_extract(json_each.value, '$.key') = ?"
    )
    found = db.execute(sql, [key]).fetchone()
    return CaseId(found[0]) if found else None


def only_case(db: Any) -> CaseId | None:
    """The one assessment of a work file."""
    found = db.execute("SELECT case_id FROM dpia ORDER BY case_id").fetchone()
    return CaseId(found[0]) if found else None


def has_whole_attachments(db: Any, case_id: CaseId) -> bool:
    """Is every attachment there, as large as it says of itself?"""
    sql = (
        "SELECT 1 FROM case_attachment a LEFT JOIN case_attachment_content c"
        " ON c.case_id = a.case_id AND c.key = a.key WHERE a.case_id = ?"
        " AND a.removed_at IS NULL AND coalesce(length(c.content), -1) <> a.size LIMIT 1"
    )
    return db.execute(sql, [case_id]).fetchone() is None


def put_changes(
    db: Any,
    case_id: CaseId,
    now: Assessment,
    wanted: Assessment,
    *,
    by: str,
    at: datetime,
    contents: Mapping[str, bytes],
) -> None:
    """Write what differs between what stands there and what is wanted, and nothing else."""
    if now.about != wanted.about:
        store.put_step(db, case_id, about=wanted.about)
    steps = {name: getattr(wanted, name) for name in ("scale", "own_scale", "catalogue")}
    changed = {name: value for name, value in steps.items() if getattr(now, name) != value}
    store.put_step(db, case_id, **changed)
    _put_answers(db, case_id, now, wanted, by, at)
    for before, after in (
        (now.measures, wanted.measures),
        (now.scenarios, wanted.scenarios),
        (now.comments, wanted.comments),
    ):
        _put_items(db, case_id, before, after)
    _put_attachments(db, case_id, now.attachments, wanted.attachments, at, contents)


def _put_answers(
    db: Any, case_id: CaseId, now: Assessment, wanted: Assessment, by: str, at: datetime
) -> None:
    before = {one.question: one for one in now.answers}
    after = {one.question: one for one in wanted.answers}
    for question in before.keys() | after.keys():
        answer = after.get(question, Answer(question=question))
        if before.get(question) != answer:
            store.put_answer(db, case_id, answer, by, at)


def _put_items(db: Any, case_id: CaseId, now: tuple[Any, ...], wanted: tuple[Any, ...]) -> None:
    before = {one.key: one for one in now}
    after = {one.key: one for one in wanted}
    for key, item in before.items():
        if key not in after:
            store.remove_item(db, case_id, item)
    usual = [key for key in before if key in after] + [key for key in after if key not in before]
    moved = usual != list(after)
    for place, (key, item) in enumerate(after.items(), 1):
        if moved:
            store.put_item(db, case_id, item, place)
        elif before.get(key) != item:
            store.put_item(db, case_id, item)


def _put_attachments(
    db: Any,
    case_id: CaseId,
    now: tuple[Attachment, ...],
    wanted: tuple[Attachment, ...],
    at: datetime,
    contents: Mapping[str, bytes],
) -> None:
    before, after = {one.key for one in now}, {one.key for one in wanted}
    for key in before - after:
        attachments.set_removed(db, case_id, key, at)
    for one in wanted:
        if one.key in before:
            continue
        if attachments.content(db, case_id, one.key) is not None:  # it was here once
            attachments.set_removed(db, case_id, one.key, None)
        else:
            attachments.insert(db, case_id, one, contents[one.key])
