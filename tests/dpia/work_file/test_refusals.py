"""What is wrong with a work file is told in a sentence of its own, and nothing is overwritten."""

import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import pytest
import sqlcipher3.dbapi2 as driver

from dpia.filling import begun, drafted
from dpia.work_file.conftest import WRITER, Opener
from dpia.work_file.writing import case_in, said, write
from gdpr_desktop.core.clock import FixedClock
from gdpr_desktop.core.errors import AppError, InvalidInputError, RefusedError
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.dpia import store
from gdpr_desktop.dpia.codes import State
from gdpr_desktop.dpia.work_file import making, taking_in
from gdpr_desktop.dpia.work_file.making import Sent
from gdpr_desktop.vault import Vault, errors, settings, work_file_errors
from gdpr_desktop.vault.files import replace_file

PAGE = 4096


def changed_bytes(path: Path, change: Callable[[bytearray], object]) -> None:
    content = bytearray(path.read_bytes())
    change(content)
    path.write_bytes(content)


def flip(at: int) -> Callable[[bytearray], object]:
    def flipped(content: bytearray) -> None:
        content[at] ^= 1

    return flipped


DAMAGE = {
    "cut": (lambda c: c.__delitem__(slice(-100, None)), work_file_errors.CutWorkFileError),
    "empty": (lambda c: c.clear(), work_file_errors.CutWorkFileError),
    "cut at a page": (
        lambda c: c.__delitem__(slice(-PAGE, None)),
        work_file_errors.DamagedWorkFileError,
    ),
    "a bit in the first page": (flip(500), work_file_errors.DamagedWorkFileError),
    "a bit further on": (flip(5 * PAGE + 7), work_file_errors.DamagedWorkFileError),
    "something else": (
        lambda c: c.__setitem__(slice(0, 4), b"PK\3\4"),
        work_file_errors.NotAWorkFileError,
    ),
    "newer form": (lambda c: c.__setitem__(3, 2), work_file_errors.NewerWorkFileError),
}


@pytest.mark.parametrize("kind", DAMAGE)
def test_a_file_that_is_not_whole_is_told_apart_from_a_wrong_password(
    kind: str, officer: Vault, case_id: CaseId, sent: Sent, opener: Opener
) -> None:
    change, error = DAMAGE[kind]
    changed_bytes(sent.path, change)
    before = sent.path.read_bytes()
    with pytest.raises(error):
        opener(sent.path, sent.password)
    with pytest.raises(error):
        taking_in.read(officer, case_id, sent.path, sent.password)
    assert sent.path.read_bytes() == before
    assert [one.name for one in sent.path.parent.iterdir()] == [sent.path.name]


def test_a_wrong_password_is_told_and_slowed_down(sent: Sent, opener: Opener) -> None:
    for _wrong in range(3):
        with pytest.raises(work_file_errors.WrongWorkPasswordError):
            opener(sent.path, "feil passord her no")
    with pytest.raises(errors.TooSoonError):
        opener(sent.path, sent.password)


def test_a_file_from_a_newer_program_is_left_alone(
    officer: Vault, case_id: CaseId, sent: Sent, opener: Opener
) -> None:
    there = opener(sent.path, sent.password)
    with there.begin_upkeep() as work:
        work.db.execute("PRAGMA user_version = 9999")
    there.close()
    with pytest.raises(work_file_errors.NewerWorkFileError):
        opener(sent.path, sent.password)
    with pytest.raises(work_file_errors.NewerWorkFileError):
        taking_in.read(officer, case_id, sent.path)


def test_while_somebody_works_in_it_nobody_else_opens_it_or_takes_it_in(
    officer: Vault, case_id: CaseId, sent: Sent, opener: Opener
) -> None:
    there = opener(sent.path, sent.password)
    with pytest.raises(work_file_errors.WorkFileInUseError, match=WRITER):
        opener(sent.path, sent.password)
    with pytest.raises(work_file_errors.WorkFileInUseError, match=WRITER):
        taking_in.read(officer, case_id, sent.path)
    write(there, case_in(there), said("what", "Framleis."))


def test_in_a_place_that_cannot_be_written_to_it_is_not_opened_but_taken_in(
    officer: Vault, case_id: CaseId, sent: Sent, opener: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_path: object, **_named: object) -> NoReturn:
        raise errors.ReadOnlyPlaceError

    monkeypatch.setattr("gdpr_desktop.vault.lock.VaultLock.take", refuse)
    with pytest.raises(work_file_errors.ReadOnlyWorkFileError):
        opener(sent.path, sent.password)
    assert taking_in.read(officer, case_id, sent.path).known


def test_a_file_is_taken_in_once_and_once_more_only_when_it_was_changed(
    officer: Vault, case_id: CaseId, sent: Sent
) -> None:
    returned = taking_in.read(officer, case_id, sent.path)
    taking_in.take_in(officer, case_id, returned, (), {})
    for look in (taking_in.sent_file_at, taking_in.read):  # no password is asked for that
        with pytest.raises(RefusedError, match="15:00"):
            look(officer, case_id, sent.path)


def test_a_file_that_is_not_waited_for_is_refused_until_it_is_waited_for_again(
    officer: Vault, case_id: CaseId, sent: Sent
) -> None:
    key = store.dpia(officer.db, case_id).sent_files[0].key
    making.cancel(officer, case_id, key)
    with pytest.raises(RefusedError):
        taking_in.read(officer, case_id, sent.path)
    making.wait_again(officer, case_id, key)
    assert taking_in.read(officer, case_id, sent.path).known


@pytest.mark.parametrize("called", ["tempfile.mkdtemp", "shutil.copyfile"])
def test_a_full_disk_of_temporary_files_is_told_as_such(
    called: str, officer: Vault, case_id: CaseId, sent: Sent, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_arguments: object, **_named: object) -> NoReturn:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(called, full)
    with pytest.raises(work_file_errors.NoRoomForCopyError):
        taking_in.read(officer, case_id, sent.path)


def test_a_file_of_another_assessment_is_named(officer: Vault, case_id: CaseId, sent: Sent) -> None:
    other = begun(officer, title="Kamera på skulen")
    number = store.dpia(officer.db, case_id).case.number
    with pytest.raises(RefusedError, match=number):
        taking_in.sent_file_at(officer, other, sent.path)


@pytest.fixture
def forgotten(officer: Vault, case_id: CaseId, sent: Sent) -> Sent:
    """The register was restored from a backup that was made before the file was sent."""
    with officer.begin_upkeep() as work:
        store.put_step(work.db, case_id, sent_files=())
        work.db.execute("DELETE FROM dpia_sent_content")
    return sent


def test_a_register_that_was_restored_takes_the_file_in_by_its_password(
    officer: Vault, case_id: CaseId, forgotten: Sent, opener: Opener
) -> None:
    there = opener(forgotten.path, forgotten.password)
    write(there, case_in(there), said("what", "Nytt."))
    there.close()
    assert taking_in.sent_file_at(officer, case_id, forgotten.path) is None
    with pytest.raises(work_file_errors.WrongWorkPasswordError):
        taking_in.read(officer, case_id, forgotten.path, "feil")
    returned = taking_in.read(officer, case_id, forgotten.path, forgotten.password)
    found = taking_in.changes(officer, case_id, returned)
    taking_in.take_in(officer, case_id, returned, found, {})
    assert store.dpia(officer.db, case_id).content.answer("what").text.plain == "Nytt."
    other = drafted(officer, title="Ei anna")
    forget = store.dpia(officer.db, case_id).sent_files
    assert len(forget) == 1
    with pytest.raises(RefusedError):
        taking_in.read(officer, other, forgotten.path, forgotten.password)


@pytest.mark.parametrize("name", ["Storfjord kommune", "Fjordvik kommune"])
def test_a_file_of_another_municipality_is_refused_by_its_name(
    name: str, officer: Vault, case_id: CaseId, forgotten: Sent, opener: Opener
) -> None:
    there = opener(forgotten.path, forgotten.password)
    origin = there.setting("work_file_origin")
    with there.begin_upkeep() as work:
        changed = origin | {"register": "00" * 16, "municipality": name}
        settings.write(work.db, "work_file_origin", changed)
    there.close()
    with pytest.raises(RefusedError, match=name):
        taking_in.read(officer, case_id, forgotten.path, forgotten.password)


def test_nothing_is_taken_in_while_the_assessment_may_not_be_changed(
    officer: Vault, case_id: CaseId, sent: Sent
) -> None:
    returned = taking_in.read(officer, case_id, sent.path)
    with officer.begin_upkeep() as work:
        store.put_step(work.db, case_id, state=State.SENT.value)
    with pytest.raises(RefusedError):
        taking_in.take_in(officer, case_id, returned, (), {})
    with pytest.raises(RefusedError):
        making.send(officer, case_id, WRITER, sent.path.with_name("ny.dpia"))


def test_what_was_written_meanwhile_is_never_overwritten(
    officer: Vault, case_id: CaseId, sent: Sent, opener: Opener
) -> None:
    there = opener(sent.path, sent.password)
    write(there, case_in(there), said("what", "Deira."))
    there.close()
    returned = taking_in.read(officer, case_id, sent.path)
    seen = taking_in.changes(officer, case_id, returned)
    write(officer, case_id, said("what", "Skrive medan dialogen stod open."))
    with pytest.raises(RefusedError):
        taking_in.take_in(officer, case_id, returned, seen, {})


def test_a_file_that_cannot_be_put_in_its_place_was_never_sent(
    officer: Vault, case_id: CaseId, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_paths: Path) -> None:
        raise PermissionError(13, "no")

    monkeypatch.setattr(making, "swap", refuse)
    folder = tmp_path / "ut"
    folder.mkdir()
    with pytest.raises(errors.VaultError):
        making.send(officer, case_id, WRITER, folder / "ny.dpia")
    assert list(folder.iterdir()) == []
    assert store.dpia(officer.db, case_id).sent_files == ()


@pytest.mark.parametrize(("name", "path"), [("", "a.dpia"), ("x" * 100, "a.dpia")])
def test_who_gets_the_file_must_be_named(
    name: str, path: str, officer: Vault, case_id: CaseId, tmp_path: Path
) -> None:
    with pytest.raises(InvalidInputError):
        making.send(officer, case_id, name, tmp_path / path)


def test_an_older_copy_of_the_file_is_told_and_may_be_used_when_there_is_no_other(
    sent: Sent, opener: Opener, clock: FixedClock
) -> None:
    from gdpr_desktop.vault.rollback import accept_rollback

    old = sent.path.read_bytes()
    there = opener(sent.path, sent.password)
    write(there, case_in(there), said("what", "Nyare."))
    there.close()
    replace_file(sent.path, old)
    again = opener(sent.path, sent.password)
    assert again.rollback is not None
    with pytest.raises(AppError):
        write(again, case_in(again), said("what", "Eldre."))
    accept_rollback(again)
    write(again, case_in(again), said("what", "Eldre."))


def test_what_stops_a_save_is_said_of_the_work_file(
    sent: Sent, opener: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = opener(sent.path, sent.password)
    case_id = case_in(there)
    away = sent.path.rename(sent.path.with_name("flytta"))
    with pytest.raises(work_file_errors.ReplacedWorkFileError) as told:
        write(there, case_id, said("what", "Borte."))
    assert "egister" not in str(told.value)
    away.rename(sent.path)
    refused = driver.OperationalError("attempt to write a readonly database")
    refused.sqlite_errorcode = 8
    with monkeypatch.context() as patched:
        patched.setattr(os, "access", lambda _path, _mode: False)
        with pytest.raises(work_file_errors.UnwritableWorkFileError) as told, there.begin_upkeep():
            raise refused
    assert "egister" not in str(told.value)
    write(there, case_id, said("what", "Framleis."))
