"""What happens to the files behind the program's back: crashes, other programs, odd places."""

import errno
import multiprocessing
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from functools import partial
from pathlib import Path

import msgspec
import pytest

from conftest import PASSWORD, USER
from faults.conftest import CASE, Ground
from gdpr_desktop.core.errors import AppError
from gdpr_desktop.core.roles import Deed, Role
from gdpr_desktop.vault import (
    Alarm,
    DamagedDatabaseError,
    InUseError,
    ReplacedFileError,
    Vault,
    VaultError,
    alarm_words,
    journal,
    people,
)
from gdpr_desktop.vault.backup import keeping
from gdpr_desktop.vault.backup.format import Reason
from gdpr_desktop.vault.database import is_sound
from gdpr_desktop.vault.errors import TooLongPathError
from gdpr_desktop.vault.lock import Holder, VaultLock

posix_only = pytest.mark.skipif(os.name != "posix", reason="needs fork, kill or rights as on Unix")
forks = pytest.mark.filterwarnings("ignore::DeprecationWarning")


def _die_in_mid_save(ground: Ground) -> None:
    """In a child: pages of an unfinished save are on the disk when it ends."""
    vault = ground.open()
    vault.db.execute("PRAGMA cache_size = 10")
    with vault.begin(Deed.CHANGE_SETTINGS) as work:
        work.db.execute("UPDATE case_file SET subject_name = 'aldri lagra'")
        work.db.execute("UPDATE setting SET value = value || ' '")
        for number in range(20):
            work.db.execute(f"INSERT INTO setting_file VALUES ('{number}', randomblob(50000))")
        os._exit(9)


@pytest.fixture
def cut_short(ground: Ground) -> Path:
    """The journal that such a save leaves behind."""
    child = multiprocessing.get_context("fork").Process(target=_die_in_mid_save, args=(ground,))
    child.start()
    child.join()
    left = ground.register.with_name(f"{ground.register.name}-journal")
    assert left.stat().st_size > 10_000
    return left


@posix_only
@forks
def test_journal_left_behind_by_a_crash_is_replayed_and_told(
    ground: Ground, cut_short: Path
) -> None:
    vault = ground.open()
    assert vault.warnings == (Alarm.INTERRUPTED,)
    assert "avbroten" in alarm_words(Alarm.INTERRUPTED)
    name = vault.db.execute("SELECT subject_name FROM case_file").fetchone()
    assert name == ("Ola Fjell",)
    assert vault.db.execute("SELECT count(*) FROM setting_file").fetchone() == (0,)
    assert journal.verify(vault.db) is None
    assert is_sound(vault.db)
    ground.close()
    assert not cut_short.exists()


@posix_only
@forks
def test_journal_deleted_after_a_crash_is_refused_as_damage(
    ground: Ground, cut_short: Path
) -> None:
    cut_short.unlink()
    left = ground.register.read_bytes()
    # half of what was never saved would be shown
    with pytest.raises(DamagedDatabaseError, match="sikkerheitskopi"):
        ground.open()
    assert ground.register.read_bytes() == left


@posix_only
@forks
def test_copy_made_in_the_middle_of_a_save_is_refused_as_damage(
    ground: Ground, cut_short: Path
) -> None:
    copy = ground.folder.with_name("kopi")
    copy.mkdir()
    for path in (ground.register, ground.register.with_suffix(".keys")):
        shutil.copy(path, copy)  # as a synchronising program does: without the journal
    with pytest.raises(DamagedDatabaseError):
        Vault.open(copy / ground.register.name, USER, PASSWORD, anchor_dir=copy)


@pytest.mark.parametrize("pages", [-1, 1, 300])
def test_register_with_pages_too_few_or_too_many_is_refused(ground: Ground, pages: int) -> None:
    size = ground.register.stat().st_size
    os.truncate(ground.register, size + pages * 4096)
    with pytest.raises(DamagedDatabaseError):
        ground.open()
    os.truncate(ground.register, size)
    if pages > 0:
        assert is_sound(ground.open().db)


@contextmanager
def nobodys_rights(folder: Path) -> Iterator[None]:
    """Without the right to write in ``folder``, also where the tests run as root."""
    for path in folder.iterdir():
        path.chmod(0o444 if path.is_file() else 0o755)
    folder.chmod(0o555)
    root = os.geteuid() == 0
    if root:
        for parent in folder.parents:
            if parent.is_relative_to(tempfile.gettempdir()) and parent.stat().st_uid == 0:
                parent.chmod(parent.stat().st_mode | 0o055)
        os.seteuid(65534)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)
        folder.chmod(0o755)
        for path in folder.iterdir():
            path.chmod(0o644 if path.is_file() else 0o755)


@posix_only
def test_folder_that_loses_its_write_right_while_open_goes_on_saving(ground: Ground) -> None:
    """SQLite's journal is open already, so nothing new need be made in the folder."""
    vault = ground.open()
    with nobodys_rights(ground.folder):
        ground.save()
    ground.save()
    assert vault.db.execute("SELECT count(*) FROM case_file").fetchone() == (3,)
    assert is_sound(ground.reopen().db)


@posix_only
def test_folder_that_loses_its_write_right_refuses_new_files_with_a_sentence(
    ground: Ground,
) -> None:
    vault = ground.open()
    for deed in (
        partial(people.change_password, vault, PASSWORD, "eit heilt anna langt passord"),
        partial(people.add_user, vault, "Per Arkivar", Role.ARCHIVIST, "fire ord om ein fjord"),
        keeping.Job(vault, Reason.ASKED).run,
    ):
        with nobodys_rights(ground.folder), pytest.raises(AppError) as told:
            deed()
        assert "Errno" not in str(told.value)
        assert told.value.text.endswith(".")
    vault = ground.reopen()  # with the old password
    assert is_sound(vault.db)
    people.add_user(vault, "Per Arkivar", Role.ARCHIVIST, "fire ord om ein fjord")
    keeping.Job(vault, Reason.ASKED).run()


@posix_only
def test_folder_for_letters_without_write_right_is_told(ground: Ground) -> None:
    ground.open()
    with nobodys_rights(ground.letters), pytest.raises(AppError, match="brev") as told:
        ground.export()
    assert "Errno" not in str(told.value)
    ground.export()


def test_register_that_vanished_while_open_is_told_at_the_next_save(ground: Ground) -> None:
    vault = ground.open()
    away = ground.register.rename(ground.folder / "flytta")
    with pytest.raises(ReplacedFileError):
        ground.save()
    assert vault.municipality().name == "Fjordvik kommune"
    away.rename(ground.register)
    ground.save()


def test_register_held_on_another_machine_is_told_with_its_name(ground: Ground) -> None:
    lock = ground.register.with_suffix(".lock")
    held = VaultLock.take(lock)
    holder = Holder(
        user="Kari Ombod", login="kari", machine="PC-77", pid=4711, since=ground.clock.now()
    )
    held._write(b"\n" + msgspec.json.encode(holder))
    with pytest.raises(InUseError, match=r"Kari Ombod .*PC-77"):
        ground.open()
    held.release()
    ground.open()


def test_lock_file_of_a_machine_that_died_blocks_nobody(ground: Ground) -> None:
    holder = Holder(
        user="Kari Ombod", login="kari", machine="PC-77", pid=4711, since=ground.clock.now()
    )
    ground.register.with_suffix(".lock").write_bytes(b"\n" + msgspec.json.encode(holder))
    assert ground.open().warnings == (Alarm.INTERRUPTED,)


def test_lock_file_is_empty_when_the_register_is_closed(ground: Ground) -> None:
    ground.open()
    lock = ground.register.with_suffix(".lock")
    assert USER.encode() in lock.read_bytes()
    ground.close()
    assert lock.read_bytes() == b""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows without long paths")
@pytest.mark.parametrize("length", [250, 600, 1500])
def test_deep_folder_works_or_is_refused_with_a_sentence(ground: Ground, length: int) -> None:
    ground.close()
    folder = ground.folder
    while len(str(folder)) < length:
        folder = folder / "ei mappe med æøå og mellomrom"
    folder.mkdir(parents=True)
    for path in (ground.register, ground.register.with_suffix(".keys")):
        shutil.copy(path, folder)
    deep = folder / ground.register.name
    if length > 500:
        with pytest.raises(TooLongPathError):
            Vault.open(deep, USER, PASSWORD, anchor_dir=folder)
        return
    vault = Vault.open(deep, USER, PASSWORD, anchor_dir=folder)
    with vault.begin(Deed.CHANGE_SETTINGS) as work:
        work.log(None, "deep")
    vault.close()


def test_name_that_is_too_long_is_told_as_such(ground: Ground) -> None:
    ground.open()
    with pytest.raises(AppError, match="for langt"):
        ground.export("x" * 300 + ".docx")
    with pytest.raises(TooLongPathError):
        Vault.open(ground.folder / ("x" * 300 + ".register"), USER, PASSWORD)


def test_network_path_of_windows_is_no_register_elsewhere(ground: Ground) -> None:
    with pytest.raises(VaultError):
        Vault.open(Path(r"\\tenar\felles\fjordvik.register"), USER, PASSWORD)


@pytest.mark.parametrize("code", [errno.EACCES, errno.EPERM])
def test_file_held_by_a_virus_scanner_is_told_with_the_old_one_in_place(
    ground: Ground, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    ground.open()
    path = ground.letters / "brev.docx"
    path.write_bytes(b"gammalt")
    tries: list[object] = []

    def held(*arguments: object, **_named: object) -> None:
        tries.append(arguments)
        raise PermissionError(code, "sharing violation")

    monkeypatch.setattr("time.sleep", lambda seconds: None)
    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", held)
        with pytest.raises(AppError, match=r"brev\.docx"):
            ground.export()
    assert len(tries) >= 5
    assert path.read_bytes() == b"gammalt"
    assert list(ground.letters.iterdir()) == [path]


@pytest.mark.parametrize("days", [-366, 366])
def test_clock_a_year_off_keeps_the_order_and_is_told_when_it_runs_behind(
    ground: Ground, days: int
) -> None:
    ground.open()
    ground.clock.instant += timedelta(days=days)
    vault = ground.reopen()
    assert (Alarm.CLOCK_BACK in vault.warnings) == (days < 0)
    vault.note_opened(CASE)
    assert journal.verify(vault.db) is None
    ground.clock.instant -= timedelta(days=days)
    vault = ground.reopen()
    assert (Alarm.CLOCK_BACK in vault.warnings) == (days > 0)
    assert journal.verify(vault.db) is None
    deeds = [row[0] for row in vault.db.execute("SELECT seq FROM journal ORDER BY seq")]
    assert deeds == list(range(1, len(deeds) + 1))
