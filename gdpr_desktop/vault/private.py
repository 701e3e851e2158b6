"""Notes that officers alone can read: sealed with the officers' key, field by field.

Everyone who can open the register holds the database key; what roles protect is else protected
by the program only. These texts are not: without a slot that holds the officers' key they stay
sealed, whatever program reads the file.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from gdpr_desktop.core.change import Change, Kind
from gdpr_desktop.core.errors import FieldProblem, InvalidInputError, RefusedError
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.names import clean_text
from gdpr_desktop.core.roles import Deed, scope
from gdpr_desktop.core.text import _
from gdpr_desktop.vault import crypto, keyfile
from gdpr_desktop.vault.reading import Row, first, rows
from gdpr_desktop.vault.secret import Secret
from gdpr_desktop.vault.vault import Vault
from gdpr_desktop.vault.work import Work

LONGEST = 20_000  # characters
_VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class PrivateNote:
    """One note. ``text`` is None when it cannot be opened: altered, or under a lost key."""

    id: int
    case_id: CaseId
    text: str | None
    author: str
    created_at: datetime
    changed_at: datetime | None = None


def notes(vault: Vault, case_id: CaseId) -> tuple[PrivateNote, ...]:
    """The private notes on a case, oldest first. Raises ``RefusedError`` for other roles."""
    if scope(vault.actor.role, Deed.READ_PRIVATE_NOTES) is None:
        raise RefusedError(_("Private notes are for the data protection officer only."))
    found = rows(
        vault.db,
        "SELECT n.*, u.name AS author FROM private_note n LEFT JOIN user u ON u.id = n.created_by"
        " WHERE n.case_id = ? ORDER BY n.id",
        [case_id],
    )
    opened = vault.opened
    return tuple(_note(row, opened.vault, opened.officers_keys) for row in found)


def add_note(vault: Vault, case_id: CaseId, text: str) -> Change:
    """Put a private note on a case. Raises ``InvalidInputError`` (field ``text``)."""
    text, key = _checked(text), _key(vault)
    with vault.begin(Deed.READ_PRIVATE_NOTES) as work:
        _require_not_erased(work.db, case_id)
        cursor = work.db.execute(
            "INSERT INTO private_note (case_id, key_id, box, created_at, created_by)"
            " VALUES (?, '', x'', ?, ?)",
            [case_id, work.clock.now().isoformat(), work.actor.user_id],
        )
        note_id = int(cursor.lastrowid or 0)
        _seal_into(work.db, vault.opened.vault, key, note_id, case_id, text)
        _note_down(work, case_id, "private_note_added", note_id)
    return work.change


def correct_note(vault: Vault, note_id: int, text: str) -> Change:
    """Write a private note anew. Raises ``InvalidInputError`` (field ``text``)."""
    text, key = _checked(text), _key(vault)
    with vault.begin(Deed.READ_PRIVATE_NOTES) as work:
        case_id = _case_of(work.db, note_id)
        _seal_into(work.db, vault.opened.vault, key, note_id, case_id, text)
        work.db.execute(
            "UPDATE private_note SET changed_at = ?, changed_by = ? WHERE id = ?",
            [work.clock.now().isoformat(), work.actor.user_id, note_id],
        )
        _note_down(work, case_id, "private_note_corrected", note_id)
    return work.change


def delete_note(vault: Vault, note_id: int) -> Change:
    """Take a private note away for good."""
    with vault.begin(Deed.READ_PRIVATE_NOTES) as work:
        case_id = _case_of(work.db, note_id)
        work.db.execute("DELETE FROM private_note WHERE id = ?", [note_id])
        _note_down(work, case_id, "private_note_deleted", note_id)
    return work.change


def reseal(db: Database, vault: bytes, keys: tuple[Secret, ...]) -> None:
    """Seal every note with the first of ``keys``; the others open what is older.

    What none of them opens is left as it is: it must not stand in the way of a change of keys.
    """
    if not keys:
        return
    newest = keyfile.key_id(keys[0])
    older = list(rows(db, "SELECT * FROM private_note WHERE key_id <> ?", [newest]))
    for row in older:
        text = _text(row, vault, keys)
        if text is not None:
            _seal_into(db, vault, keys[0], row["id"], row["case_id"], text)


def _checked(text: str) -> str:
    text = clean_text(text)
    problem = ""
    if not text:
        problem = _("Write the note first.")
    elif len(text) > LONGEST:
        problem = _("The note can have at most {count} characters.").format(count=LONGEST)
    if problem:
        raise InvalidInputError([FieldProblem(field="text", text=problem)])
    return text


def _key(vault: Vault) -> Secret:
    if scope(vault.actor.role, Deed.READ_PRIVATE_NOTES) is None:
        raise RefusedError(_("Private notes are for the data protection officer only."))
    keys = vault.opened.officers_keys
    if not keys:
        raise RefusedError(
            _("Your key for private notes is not ready."),
            hint=_("Another officer can make it ready: give you another role and back."),
        )
    return keys[0]


def _require_not_erased(db: Database, case_id: CaseId) -> None:
    """What is written about an erased case would never be erased again."""
    row = first(db, "SELECT anonymised_at FROM case_file WHERE id = ?", [case_id])
    if row is not None and row["anonymised_at"] is not None:
        raise RefusedError(
            _("The case has been erased, and can only be looked at."),
            hint=_("Its names and texts are gone. Only numbers for statistics are left."),
        )


def _case_of(db: Database, note_id: int) -> CaseId:
    row = first(db, "SELECT case_id FROM private_note WHERE id = ?", [note_id])
    if row is None:
        raise RefusedError(_("This note has been deleted."))
    return CaseId(row["case_id"])


def _note_down(work: Work, case_id: CaseId, code: str, note_id: int) -> None:
    work.log(case_id, code, note=note_id)
    work.touch(Kind.CASE, case_id)


def _seal_into(
    db: Database, vault: bytes, key: Secret, note_id: int, case_id: int, text: str
) -> None:
    box = crypto.wrap(_purpose(key), Secret(text.encode()), _context(vault, note_id, case_id))
    db.execute(
        "UPDATE private_note SET key_id = ?, box = ? WHERE id = ?",
        [keyfile.key_id(key), box, note_id],
    )


def _purpose(key: Secret) -> Secret:
    return crypto.subkey(key, "private note")


def _context(vault: bytes, note_id: int, case_id: int) -> bytes:
    return json.dumps([_VERSION, vault.hex(), "private_note", note_id, case_id]).encode()


def _text(row: Row, vault: bytes, keys: tuple[Secret, ...]) -> str | None:
    for key in _fitting(row["key_id"], keys):
        try:
            context = _context(vault, row["id"], row["case_id"])
            return crypto.unwrap(_purpose(key), bytes(row["box"]), context).reveal().decode()
        except crypto.NotOpenedError:
            return None
    return None


def _fitting(name: str, keys: tuple[Secret, ...]) -> Iterator[Secret]:
    return (key for key in keys if keyfile.key_id(key) == name)


def _note(row: Any, vault: bytes, keys: tuple[Secret, ...]) -> PrivateNote:
    changed = row["changed_at"]
    return PrivateNote(
        id=row["id"],
        case_id=CaseId(row["case_id"]),
        text=_text(row, vault, keys),
        author=row["author"] or "",
        created_at=datetime.fromisoformat(row["created_at"]),
        changed_at=datetime.fromisoformat(changed) if changed else None,
    )
