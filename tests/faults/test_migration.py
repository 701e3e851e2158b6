"""A file of an older program is brought up to date whole, or stays as it was, and says why."""

import multiprocessing
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from faults.conftest import Ground
from faults.failing import every_failure, failing_statements
from gdpr_desktop.vault import (
    DiskFullError,
    NewerFileError,
    StorageError,
    database,
    opening,
    schema,
)
from gdpr_desktop.vault.backup.errors import BackupStorageError
from gdpr_desktop.vault.database import create_database, open_database
from gdpr_desktop.vault.migrations import MODULES
from gdpr_desktop.vault.secret import Secret

KEY, VAULT = Secret(bytes(32)), bytes(16)
NAMES = [schema.step_name(module.__name__) for module in MODULES]
posix_only = pytest.mark.skipif(os.name != "posix", reason="needs fork and kill")
forks = pytest.mark.filterwarnings("ignore::DeprecationWarning")


class Later:
    """A step that a later version may have: rows move to a new table, the old one is dropped."""

    __name__ = "steps.m9998_later"

    @staticmethod
    def apply(db: Any) -> None:
        """In four statements."""
        db.execute("CREATE TABLE wording_new (key TEXT PRIMARY KEY, data BLOB) STRICT")
        db.execute("INSERT INTO wording_new SELECT key, zeroblob(200000) FROM setting")
        db.execute("DROP TABLE system_wording")
        db.execute("ALTER TABLE wording_new RENAME TO system_wording")


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> Callable[[bool], None]:
    """``later(True)``: the program is a version on; ``later(False)``: it is today's."""

    def switch(on: bool) -> None:
        monkeypatch.setattr(schema, "MODULES", (*MODULES, Later()) if on else MODULES)

    return switch


def is_new(ground: Ground) -> bool:
    """Has the open file the later table? Its rows are there then."""
    db = ground.vault.db
    columns = [row[1] for row in db.execute("PRAGMA table_info(system_wording)")]
    return columns == ["key", "data"]


@pytest.mark.parametrize("always", [False, True], ids=["once", "always"])
def test_nth_failure_while_opening_an_older_file_leaves_it_usable_by_both_versions(
    ground: Ground, later: Callable[[bool], None], always: bool
) -> None:
    told: list[bool] = []

    def before() -> None:
        ground.lay()
        later(True)

    def after(error: Exception | None) -> None:
        if error is not None:
            told.append(opens_with_todays_version())
        later(True)
        ground.reopen()
        assert is_new(ground)
        ground.close()
        known = {"brev", "anchors", "backups", "Sikkerheitskopiar"}  # one is made first
        left = {p.name for p in ground.folder.iterdir()} - known
        assert left == {"fjordvik.register", "fjordvik.keys", "fjordvik.lock"}
        assert {p.suffix for p in (ground.folder / "Sikkerheitskopiar").iterdir()} <= {".backup"}

    def opens_with_todays_version() -> bool:
        later(False)
        try:
            ground.open()
        except NewerFileError:  # it was done before the failure
            return False
        assert not is_new(ground)
        ground.save()
        return True

    calls = every_failure(ground.open, before=before, after=after, always=always)
    assert calls > 1
    assert any(told)


@pytest.mark.parametrize("always", [False, True], ids=["once", "always"])
def test_nth_statement_that_fails_while_migrating_undoes_all_of_it(
    tmp_path: Path, later: Callable[[bool], None], always: bool
) -> None:
    path = tmp_path / "old"
    db = create_database(path, KEY, VAULT)
    schema.upgrade(db)
    later(True)

    done: list[bool] = []

    def after(error: Exception | None) -> None:
        columns = [row[1] for row in db.execute("PRAGMA table_info(system_wording)")]
        done.append(columns == ["key", "data"])
        assert done[-1] or error
        assert not db.conn.in_transaction

    calls = every_failure(
        lambda: schema.upgrade(db),
        before=lambda: None,
        after=after,
        failing=failing_statements,
        always=always,
    )
    db.close()
    assert calls > 5
    assert done == sorted(done)  # old, old, …, new: there is one moment at which it happens


@pytest.mark.parametrize("backup", [True, False], ids=["in the backup", "in the migration"])
def test_full_disk_while_migrating_is_told_and_the_old_version_still_opens_it(
    ground: Ground,
    later: Callable[[bool], None],
    monkeypatch: pytest.MonkeyPatch,
    backup: bool,
) -> None:
    if not backup:
        monkeypatch.setattr(opening, "_back_up", lambda *_arguments: None)
    resource = pytest.importorskip("resource")
    signal = pytest.importorskip("signal")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    previous = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    later(True)
    resource.setrlimit(resource.RLIMIT_FSIZE, (ground.register.stat().st_size, hard))
    try:
        with pytest.raises(BackupStorageError if backup else (DiskFullError, StorageError)):
            ground.open()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, previous)
    later(False)
    ground.open()
    assert not is_new(ground)
    ground.save()
    later(True)
    ground.reopen()
    assert is_new(ground)


def _upgrade_and_die(path: Path, statement: int) -> None:
    db = open_database(path, KEY, VAULT)
    calls = 0
    execute = database._Cursor.execute

    def counted(cursor: Any, *arguments: Any) -> Any:
        nonlocal calls
        calls += 1
        if calls == statement:
            os._exit(9)
        return execute(cursor, *arguments)

    database._Cursor.execute = counted  # type: ignore[method-assign]
    schema.upgrade(db)
    os._exit(0)


def tables(path: Path) -> list[tuple[str, ...]]:
    """All that is in the file, bring it up to date first."""
    db = open_database(path, KEY, VAULT)
    schema.upgrade(db)
    found = db.execute("SELECT type, name, sql FROM sqlite_master ORDER BY 1, 2").fetchall()
    db.close()
    return found


@posix_only
@forks
@pytest.mark.parametrize("name", NAMES)
def test_kill_in_the_middle_of_a_step_starts_again_at_that_step(tmp_path: Path, name: str) -> None:
    old = tmp_path / "old"
    db = create_database(old, KEY, VAULT)
    if name != NAMES[0]:
        schema.upgrade(db, stop_before=name)
    db.close()
    whole = tmp_path / "whole"
    whole.write_bytes(old.read_bytes())
    expected = tables(whole)
    statement, code = 0, 9
    while code == 9:
        statement += 2 + statement // 2  # not each: hundreds of processes show no more
        path = tmp_path / f"killed {statement}"
        path.write_bytes(old.read_bytes())
        child = multiprocessing.get_context("fork").Process(
            target=_upgrade_and_die, args=(path, statement)
        )
        child.start()
        child.join()
        code = child.exitcode
        assert tables(path) == expected
    assert code == 0
