"""Whoever has the password of a work file can write anything in it; the register stands."""

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from dpia.work_file.conftest import Opener
from dpia.work_file.writing import case_in, said, write
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.dpia import store
from gdpr_desktop.dpia.content import Comment
from gdpr_desktop.dpia.work_file import making, taking_in
from gdpr_desktop.dpia.work_file.making import Sent
from gdpr_desktop.dpia.work_file.model import ORIGIN
from gdpr_desktop.ui.forms import FieldRow
from gdpr_desktop.ui.main_window import MainWindow
from gdpr_desktop.ui.work_file_page import WorkFilePage
from gdpr_desktop.vault import Vault
from gdpr_desktop.vault.work_file_errors import DamagedWorkFileError

OFFICERS = Comment(
    key="c1",
    about="",
    text="Skriv meir.",
    name="Solveig Testnes",
    at=datetime(2026, 11, 19, 10, tzinfo=UTC),
    officer=True,
)
ATTACHED = (
    "INSERT INTO case_attachment (case_id, key, name, media_type, size, sha256, about, added_at,"
    " added_by) SELECT case_id, 'a1', '../../a.txt', '', {size}, '{digest}', '', '{at}', 'x'"
    " FROM dpia; INSERT INTO case_attachment_content (case_id, key, content)"
    " SELECT case_id, 'a1', CAST('abc' AS BLOB) FROM dpia"
)
DIGEST = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
NOON = "2026-01-01T12:00:00+00:00"
BROKEN = {
    "no table": "DROP TABLE dpia_comment",
    "a state that is none": "UPDATE dpia SET state = 'hoppla'",
    "no such scale": "UPDATE dpia SET scale = 0",
    "a level off the map": (
        "UPDATE dpia_scenario SET data = json_set(data, '$.before.consequence', 99)"
    ),
    "no title": "UPDATE dpia SET about = json_set(about, '$.title', '')",
    "a title of two megabytes": (
        "UPDATE dpia_measure SET data = json_set(data, '$.title', printf('%.*c', 2000000, 'x'))"
    ),
    "an answer of two megabytes": (
        "UPDATE dpia_answer SET data = json_set(data, '$.not_applicable',"
        " printf('%.*c', 2000000, 'x'))"
    ),
    "a file that lies about its size": ATTACHED.format(size=-9, digest=DIGEST, at=NOON),
    "a file of no time": ATTACHED.format(size=3, digest=DIGEST, at="snart"),
}


def tamper(opener: Opener, sent: Sent, statements: str) -> None:
    there = opener(sent.path, sent.password)
    with there.begin_upkeep() as work:
        for one in statements.split("; "):
            work.db.execute(one)
    there.close()


@pytest.mark.parametrize("kind", BROKEN)
def test_what_this_program_would_not_have_written_is_refused(
    kind: str, officer: Vault, case_id: CaseId, sent: Sent, opener: Opener
) -> None:
    before = store.dpia(officer.db, case_id)
    tamper(opener, sent, BROKEN[kind])
    with pytest.raises(DamagedWorkFileError):
        taking_in.read(officer, case_id, sent.path)
    assert store.dpia(officer.db, case_id) == before


ALONE = {
    **BROKEN,
    "no table": "DROP TABLE dpia_comment",
    "no table of the journal's": "DROP TABLE task",
    "a column less": "ALTER TABLE dpia DROP COLUMN imported",
    "a trigger of its own": (
        "CREATE TRIGGER hoppla AFTER UPDATE ON setting BEGIN DELETE FROM setting;END"
    ),
    "no case": "DELETE FROM dpia",
    "no such kind of case": "UPDATE case_file SET kind = 'hoppla'",
    "not what was sent": "DELETE FROM dpia_sent_content",
    "no origin": f"DELETE FROM setting WHERE key = '{ORIGIN}'",
    "an origin of numbers": f"UPDATE setting SET value = '[1]' WHERE key = '{ORIGIN}'",
    "an answer that is none": "UPDATE dpia_answer SET data = '[1]'",
    "questions that are none": ("INSERT INTO setting (key, value) VALUES ('dpia_questions', '{{')"),
    "steps done that were not": "DELETE FROM _sqlite_migrations",
}


@pytest.mark.parametrize("kind", ALONE)
def test_it_is_refused_by_the_window_that_holds_nothing_else_and_closed_again(
    kind: str, sent: Sent, opener: Opener, window: MainWindow, qtbot: QtBot
) -> None:
    tamper(opener, sent, ALONE[kind])
    window.work_files.ask(sent.path)
    page = window.stack.currentWidget()
    assert isinstance(page, WorkFilePage)
    page.password.set_text(sent.password)
    page.open_button.click()
    row = page.findChild(FieldRow)
    qtbot.waitUntil(lambda: bool(row.problem))
    assert str(DamagedWorkFileError()) in row.problem
    assert window.vault is None
    assert [one.name for one in sent.path.parent.iterdir()] == [sent.path.name]


def test_a_file_in_it_has_a_name_and_no_path(
    officer: Vault, case_id: CaseId, sent: Sent, opener: Opener
) -> None:
    tamper(opener, sent, ATTACHED.format(size=3, digest=DIGEST, at=NOON))
    [attached] = taking_in.read(officer, case_id, sent.path).theirs.attachments
    assert attached.name == "..-..-a.txt"


def test_nobody_speaks_as_the_officer_in_a_file(
    officer: Vault, case_id: CaseId, tmp_path: Path, opener: Opener
) -> None:
    write(officer, case_id, OFFICERS)
    sent = making.send(officer, case_id, "Ola Sakshandsamar", tmp_path / "ny.dpia")
    changed = (
        "UPDATE dpia_comment SET data = json_set(data, '$.text', 'Godkjent.', '$.answer', 'Ja.');"
        " INSERT INTO dpia_comment (case_id, key, place, data) SELECT case_id, 'c2', 2,"
        " json_set(data, '$.key', 'c2') FROM dpia_comment"
    )
    tamper(opener, sent, changed)
    first, second = taking_in.read(officer, case_id, sent.path).theirs.comments
    assert (first.officer, first.text, first.answer) == (True, "Skriv meir.", "Ja.")
    assert not second.officer


def test_an_older_copy_does_not_undo_what_came_with_the_newer(
    officer: Vault, case_id: CaseId, sent: Sent, opener: Opener, tmp_path: Path
) -> None:
    older = tmp_path / "gamal.dpia"
    for text in ("Først.", "Sidan."):
        there = opener(sent.path, sent.password)
        write(there, case_in(there), said("what", text), said("scope", text))
        there.close()
        if not older.exists():
            shutil.copy(sent.path, older)
    returned = taking_in.read(officer, case_id, sent.path)
    found = taking_in.changes(officer, case_id, returned)
    taking_in.take_in(officer, case_id, returned, found, {})
    returned = taking_in.read(officer, case_id, older, sent.password)
    assert all(one.clash for one in taking_in.changes(officer, case_id, returned))


def test_undoing_leaves_alone_what_was_sent_since(
    officer: Vault, case_id: CaseId, sent: Sent, tmp_path: Path
) -> None:
    returned = taking_in.read(officer, case_id, sent.path)
    change = taking_in.take_in(officer, case_id, returned, (), {})
    again = making.send(officer, case_id, "Kari Anna", tmp_path / "ny.dpia")
    assert change.undo is not None
    change.undo.verb(officer)
    first, second = store.dpia(officer.db, case_id).sent_files
    assert (first.taken_in, second.password) == ((), again.password)
