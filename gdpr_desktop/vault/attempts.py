"""Wrong passwords: counted on this machine, answered more and more slowly, told afterwards.

The count lies in the user's data folder, named after the vault's id; it holds times, never a
name that was tried. It slows down someone who sits at the program. Someone with a copy of the
files is held up by the key derivation alone.
"""

import contextlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Annotated

import msgspec

from gdpr_desktop.core.clock import Clock
from gdpr_desktop.vault.errors import TooSoonError, WrongPasswordError
from gdpr_desktop.vault.files import replace_file

FREE = 3  # wrong passwords that cost no wait
LONGEST_WAIT = 60  # seconds
_KEPT = 20  # times
_MAX_BYTES = 8192


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempts:
    """Wrong passwords since the last unlock. ``times`` are the last 20, oldest first."""

    count: int = 0
    times: tuple[Annotated[datetime, msgspec.Meta(tz=True)], ...] = ()

    @property
    def last(self) -> datetime | None:
        """When the last one was."""
        return self.times[-1] if self.times else None

    @property
    def pause(self) -> int:
        """Seconds to wait after the last: none, then 1, 2, 4 … 60."""
        if self.count < FREE:
            return 0
        return int(min(2 ** min(self.count - FREE, 10), LONGEST_WAIT))


class AttemptsFile:
    """The count for one vault in ``folder``."""

    def __init__(self, folder: Path, vault: bytes) -> None:
        self._path = folder / f"{vault.hex()}.attempts.json"

    def read(self) -> Attempts:
        """What is counted; nothing when the file is missing or cannot be read."""
        try:
            with self._path.open("rb") as file:
                found = msgspec.json.decode(file.read(_MAX_BYTES), type=Attempts)
        except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
            return Attempts()
        return found if found.times else Attempts()

    def wait(self, now: datetime) -> int:
        """Seconds left before the next password is tried; 0 when there is no need to wait.

        A clock set back starts the wait anew instead of making it shorter or endless.
        """
        found = self.read()
        if not found.pause or found.last is None:
            return 0
        if now < found.last:
            found = replace(found, times=(*found.times[:-1], now))
            self._write(found)
        left = (found.last or now) + timedelta(seconds=found.pause) - now
        return max(0, -int(-left.total_seconds() // 1))

    def require_pause_over(self, now: datetime) -> None:
        """Raise ``TooSoonError`` while there are seconds left."""
        if left := self.wait(now):
            raise TooSoonError(left)

    def add(self, now: datetime) -> None:
        """Count one more. A failure to write is passed over."""
        found = self.read()
        self._write(Attempts(count=found.count + 1, times=(*found.times, now)[-_KEPT:]))

    def clear(self) -> None:
        """Forget all: they are in the journal now."""
        with contextlib.suppress(OSError):
            self._path.unlink(missing_ok=True)

    def _write(self, attempts: Attempts) -> None:
        with contextlib.suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            replace_file(self._path, msgspec.json.encode(attempts), durable=False)


@contextmanager
def counted(attempts: AttemptsFile, clock: Clock) -> Iterator[None]:
    """Nothing is tried before the pause is over, and what is wrong is counted."""
    attempts.require_pause_over(clock.now())
    try:
        yield
    except WrongPasswordError as error:
        attempts.add(clock.now())
        error.seconds = attempts.wait(clock.now())
        raise
