"""The end of the journal as this machine last saw it, kept outside the file.

Without it a file put back from yesterday, or a journal with its tail cut off, looks whole.
"""

import contextlib
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import msgspec
from sqlite_utils import Database

from gdpr_desktop.vault import journal
from gdpr_desktop.vault.alarms import Alarm
from gdpr_desktop.vault.files import replace_file
from gdpr_desktop.vault.journal import Link

_MAX_BYTES = 4096
VERIFIED_AT_UNLOCK = 4000  # entries at most, some 20 ms; the whole journal is checked elsewhere


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """End of the chain (``mac`` in hexadecimal), when, and up to where it has been verified."""

    seq: int
    mac: str
    at: datetime
    verified: int = 0


class AnchorFile:
    """The anchor of one vault in ``folder``; never stands in the way of a save."""

    def __init__(self, folder: Path, vault: bytes) -> None:
        self._path = folder / f"{vault.hex()}.json"
        self._verified = 0

    def beside(self, suffix: str) -> Path:
        """Another file about the same vault, in the same folder."""
        return self._path.with_suffix(suffix)

    def read(self) -> Anchor | None:
        """What was seen last; None on a new machine or when it cannot be read."""
        try:
            with self._path.open("rb") as file:
                return msgspec.json.decode(file.read(_MAX_BYTES), type=Anchor)
        except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
            return None

    def write(self, link: Link, at: datetime) -> None:
        """Remember ``link``. A failure is passed over: the next save tries again."""
        anchor = Anchor(seq=link.seq, mac=link.mac.hex(), at=at, verified=self._verified)
        with contextlib.suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            replace_file(self._path, msgspec.json.encode(anchor), durable=False)

    def check(self, db: Database) -> Alarm | None:
        """Compare with the file, and verify what was added since it was last verified."""
        last = journal.last_link(db)
        anchor = self.read()
        if anchor:
            seen = journal.link_at(db, anchor.seq)
            if anchor.seq > last.seq:
                return Alarm.ROLLED_BACK
            if seen and seen.mac.hex() != anchor.mac:
                return Alarm.JOURNAL_ALTERED
        start = max(anchor.verified if anchor else 0, last.seq - VERIFIED_AT_UNLOCK) + 1
        if journal.verify(db, start) is not None:
            return Alarm.JOURNAL_ALTERED
        self._verified = last.seq
        return None
