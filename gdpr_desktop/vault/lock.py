"""One program at a time: ``NAME.lock``, held by the system and naming who holds it.

The system drops the lock when a program dies, so a crash blocks nobody. The content starts at the
second byte: on Windows the first one is what is locked.
"""

import contextlib
import getpass
import os
import platform
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import msgspec
from filelock import FileLock, Timeout

from gdpr_desktop.vault.errors import InUseError, from_os_error

_MAX_BYTES = 4096


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """Who has the file open. ``user`` is the name typed to unlock, ``login`` the system's."""

    user: str
    login: str
    machine: str
    pid: int
    since: datetime


class VaultLock:
    """The lock, held from ``take`` until ``release``."""

    def __init__(self, lock: FileLock, descriptor: int, *, interrupted: bool) -> None:
        self._lock = lock
        self._descriptor = descriptor
        self.interrupted = interrupted  # the last holder did not let go of it

    @classmethod
    def take(cls, path: Path, *, force: bool = False) -> "VaultLock":
        """Take the lock now. ``force`` removes that of another program first, where it can.

        Raises ``InUseError`` naming the holder, ``ReadOnlyPlaceError`` where no lock can be made.
        """
        if force:
            if _is_ours(read_holder(path)):
                raise in_use(path)  # reading the register twice here would drop SQLite's lock
            with contextlib.suppress(OSError):
                path.unlink(missing_ok=True)
        got: list[int] = []
        try:
            interrupted = read_holder(path) is not None
            lock = FileLock(path, timeout=0, mode=0o600, thread_local=False, on_acquired=got.append)
            lock.acquire()
        except Timeout:
            raise in_use(path) from None
        except OSError as error:
            raise from_os_error(error) from error
        held = cls(lock, got[0], interrupted=interrupted)
        try:
            held._write(b"")
        except OSError as error:
            lock.release()
            raise from_os_error(error) from error
        return held

    def sign(self, user: str, since: datetime) -> None:
        """Write who holds it, for the next who tries."""
        holder = Holder(
            user=user, login=_login(), machine=platform.node(), pid=os.getpid(), since=since
        )
        self._write(b"\n" + msgspec.json.encode(holder))

    def release(self) -> None:
        """Let go; the file stays, empty, because removing it would let two in."""
        with contextlib.suppress(OSError):
            self._write(b"")
        self._lock.release()

    def _write(self, content: bytes) -> None:
        os.ftruncate(self._descriptor, 0)
        os.lseek(self._descriptor, 0, os.SEEK_SET)
        os.write(self._descriptor, content)


def read_holder(path: Path) -> Holder | None:
    """Who signed the lock; None when nobody has."""
    try:
        with path.open("rb", buffering=0) as file:
            file.seek(1)
            return msgspec.json.decode(file.read(_MAX_BYTES), type=Holder)
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
        return None


def _is_ours(holder: Holder | None) -> bool:
    return bool(holder and (holder.pid, holder.machine) == (os.getpid(), platform.node()))


def in_use(path: Path) -> InUseError:
    """The error that names who signed the lock at ``path``."""
    holder = read_holder(path)
    return InUseError(holder.user, holder.machine, holder.since) if holder else InUseError()


def _login() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):  # no such user in the system's list
        return ""
