"""On a full disk the register opens for reading; when there is room, saving works again."""

import errno
import gc
import os
from contextlib import contextmanager

import pytest

from faults.failing import failing_statements
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.vault import Alarm, DiskFullError, journal


@contextmanager
def full_disk():
    """No file can be written; in SQLite, no transaction begun."""
    write = os.write

    def refuse(descriptor: int, content: bytes) -> int:
        if content:
            raise OSError(errno.ENOSPC, "No space left on device")
        return write(descriptor, content)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "write", refuse)
        yield


@pytest.fixture
def no_room(monkeypatch):
    """Every save meets a full disk until the test sets ``full`` to False."""
    import sqlcipher3.dbapi2 as driver

    from gdpr_desktop.vault import database

    state = {"full": True}
    execute = database._Cursor.execute

    def refusing(cursor, sql, *arguments):
        if state["full"] and sql in ("BEGIN IMMEDIATE", "COMMIT"):
            error = driver.OperationalError("database or disk is full")
            error.sqlite_errorcode = 13
            raise database._told(error)
        return execute(cursor, sql, *arguments)

    monkeypatch.setattr(database._Cursor, "execute", refusing)
    return state


def test_full_disk_opens_for_reading_and_says_why(open_vault, no_room):
    with full_disk():
        vault = open_vault()
        assert vault.warnings == (Alarm.DISK_FULL,)
        assert vault.read_only
        assert vault.municipality().name == "Fjordheim kommune"
        vault.note_opened(1)
        with pytest.raises(DiskFullError), vault.begin(Deed.REGISTER_CASE):
            pass
        assert not vault.try_writing()
        vault.close()


def test_with_room_again_saving_works_without_a_restart_and_the_unlocking_is_journalled(
    open_vault, no_room
):
    vault = open_vault()
    before = journal.last_link(vault.db).seq
    no_room["full"] = False
    with vault.begin(Deed.REGISTER_CASE) as work:
        work.log(1, "registered")
    assert not vault.read_only
    rows = vault.db.execute("SELECT deed FROM journal WHERE seq > ? ORDER BY seq", [before])
    assert [row[0] for row in rows] == ["unlocked", "registered"]


def test_register_opens_again_after_saves_that_failed(open_vault, no_room):
    """What a failed save leaves half read must not keep the file locked."""
    gc.disable()
    try:
        vault = open_vault()
        with pytest.raises(DiskFullError) as kept, vault.begin(Deed.REGISTER_CASE):
            pass
        no_room["full"] = False
        reading = vault.db.conn.execute("SELECT * FROM journal")
        reading.fetchone()
        vault.close()
        assert open_vault().warnings == ()
        assert kept.value
    finally:
        gc.enable()


def test_no_room_even_for_the_lock_is_read_only(open_vault, place, monkeypatch):
    from gdpr_desktop.vault.lock import VaultLock

    def refuse(*_arguments, **_options):
        raise DiskFullError

    monkeypatch.setattr(VaultLock, "take", refuse)
    vault = open_vault()
    assert vault.read_only
    assert vault.warnings == (Alarm.DISK_FULL,)
    assert not vault.try_writing()


def test_every_statement_of_unlocking_may_meet_a_full_disk(open_vault):
    """Old or new: opens whole, opens for reading, or says that the disk is full."""
    nth = 0
    while True:
        nth += 1
        with failing_statements(nth, always=True) as watch:
            try:
                vault = open_vault()
            except DiskFullError:
                vault = None
        if vault is not None:
            # after that comes what can wait: ending a change of keys that was cut short
            written = any(call.startswith("COMMIT") for call in watch.calls[: nth - 1])
            assert vault.read_only == (watch.came_so_far and not written)
            vault.close()
        if not watch.came_so_far:
            break
    assert nth > 10
    assert open_vault().warnings == ()
