"""The n-th failure loop (SQLite's own method): each file call of a deed fails in its turn.

``os`` and ``open`` are wrapped, and so are the statements of the database driver. Production code
that writes files goes through ``gdpr_desktop.vault.files`` or plain ``os`` calls, so nothing is
missed. What happens inside SQLite is tested with a full disk and with killed processes.
"""

import builtins
import errno
import hashlib
import io
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
import sqlcipher3.dbapi2 as driver

from gdpr_desktop.core.errors import AppError
from gdpr_desktop.vault import Kdf, database, keyfile
from gdpr_desktop.vault.secret import Secret

FILE_CALLS = (
    "open",
    "write",
    "fsync",
    "replace",
    "rename",
    "link",
    "unlink",
    "remove",
    "ftruncate",
)
EACH = 40
MOST_CALLS = 2_000  # a deed with more has gone into a loop


class Failing:
    """Counts calls; the ``nth`` raises, and with ``always`` all after it too. 0: none raises."""

    def __init__(self, nth: int, *, always: bool, code: int = errno.ENOSPC) -> None:
        self.nth, self.always, self.code = nth, always, code
        self.calls: list[str] = []

    def count(self, name: str) -> None:
        """One more call of ``name``; raises when its turn has come."""
        self.calls.append(name)
        turn = len(self.calls)
        if self.nth and (turn == self.nth or (self.always and turn > self.nth)):
            raise OSError(self.code, os.strerror(self.code))

    @property
    def came_so_far(self) -> bool:
        """Was the n-th call made at all?"""
        return len(self.calls) >= self.nth


@contextmanager
def failing_files(nth: int, *, always: bool, code: int = errno.ENOSPC) -> Iterator[Failing]:
    """Have the ``nth`` file call inside the block fail, once or for good."""
    failing = Failing(nth, always=always, code=code)
    with pytest.MonkeyPatch.context() as patch:
        for name in FILE_CALLS:
            patch.setattr(os, name, _counted(failing, name, getattr(os, name)))
        counted_open = _counted(failing, "open", io.open)
        patch.setattr(io, "open", counted_open)
        patch.setattr(builtins, "open", counted_open)
        yield failing


@contextmanager
def failing_statements(nth: int, *, always: bool) -> Iterator[Failing]:
    """Have the ``nth`` statement inside the block be refused by a full disk."""
    failing = Failing(nth, always=always)
    with pytest.MonkeyPatch.context() as patch:
        execute = database._Cursor.execute

        def counted(cursor: Any, sql: str, *arguments: Any) -> Any:
            if sql.lstrip()[:8].upper() != "ROLLBACK":
                try:
                    failing.count(sql)
                except OSError:
                    error = driver.OperationalError("database or disk is full")
                    error.sqlite_errorcode = 13  # SQLITE_FULL
                    raise database._told(error) from None
            return execute(cursor, sql, *arguments)

        patch.setattr(database._Cursor, "execute", counted)
        yield failing


def _counted(failing: Failing, name: str, call: Callable[..., Any]) -> Callable[..., Any]:
    def counted(*arguments: Any, **named: Any) -> Any:
        failing.count(name)
        return call(*arguments, **named)

    return counted


@contextmanager
def derived_once() -> Iterator[None]:
    """Keys of passwords for nothing: the loops open the same file often.

    A slot made inside gets a cheap key, so it opens inside only; the others are derived once.
    """
    derive, lock = Kdf.derive, keyfile.lock_slot
    known: dict[tuple[object, ...], Secret] = {}
    locking: list[bool] = []

    def remembered(kdf: Kdf, password: str, salt: bytes) -> Secret:
        place = (kdf, password, salt)
        if place not in known and locking:
            known[place] = Secret(hashlib.sha256(salt + password.encode()).digest())
        if place not in known:
            known[place] = derive(kdf, password, salt)
        return known[place]

    def lock_slot(*arguments: Any) -> Any:
        locking.append(True)
        try:
            return lock(*arguments)
        finally:
            locking.pop()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Kdf, "derive", remembered)
        patch.setattr(keyfile, "lock_slot", lock_slot)
        yield


def every_failure(
    deed: Callable[[], Any],
    *,
    before: Callable[[], Any],
    after: Callable[[Exception | None], Any],
    failing: Callable[..., Any] = failing_files,
    always: bool = False,
) -> int:
    """Run ``deed`` with its first call failing, then its second, until it meets no failure.

    ``before`` makes the ground anew each time; ``after`` is told the ``AppError`` (None where the
    deed came through) and asserts «old or new, never between». Anything but an ``AppError`` is
    raised: the person would have seen a traceback. Returns how many calls were made to fail.

    Each of the first ``EACH`` calls fails in its turn, and of those after them every third: a long
    deed does the same for table after table.
    """
    with derived_once():
        for nth in (*range(1, EACH), *range(EACH, MOST_CALLS, 3)):
            before()
            met: AppError | None = None
            with failing(nth, always=always) as watch:
                try:
                    deed()
                except AppError as error:
                    met = error
            after(met)
            if not watch.came_so_far:
                assert met is None, "the deed fails without a fault"
                return nth - 1
    raise AssertionError("the deed makes too many calls")
