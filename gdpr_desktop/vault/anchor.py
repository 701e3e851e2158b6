"""The end of the journal as this machine last saw it, kept outside the file.

Without it a file put back from yesterday looks whole, and so does a journal made anew with its
key. A few earlier links are kept too, so that it can be said where a chain made anew parts.
"""

import contextlib
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Annotated

import msgspec
from sqlite_utils import Database

from gdpr_desktop.vault import journal
from gdpr_desktop.vault.chain import Fault, FaultKind, Link
from gdpr_desktop.vault.files import replace_file

_MAX_BYTES = 8192
_MOST_WAYPOINTS = 16
_Seq = Annotated[int, msgspec.Meta(ge=0, le=2**63 - 1)]  # what SQLite can be asked for
_Aware = Annotated[datetime, msgspec.Meta(tz=True)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """End of the chain (``mac`` in hexadecimal), when, and links it had on the way."""

    seq: _Seq
    mac: str
    at: _Aware
    waypoints: tuple[tuple[_Seq, str], ...] = ()


class AnchorFile:
    """The anchor of one vault in ``folder``; never stands in the way of a save."""

    def __init__(self, folder: Path, vault: bytes) -> None:
        self.folder = folder
        self._path = folder / f"{vault.hex()}.json"
        self._waypoints: tuple[tuple[int, str], ...] | None = None

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
        if self._waypoints is None:
            self._begin(link)
        anchor = Anchor(seq=link.seq, mac=link.mac.hex(), at=at, waypoints=self._waypoints or ())
        with contextlib.suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            replace_file(self._path, msgspec.json.encode(anchor), durable=False)

    def _begin(self, link: Link) -> None:
        """At the first entry of a session: a waypoint, and nothing left of one that was killed."""
        known = self.read()
        before = known.waypoints if known else ()
        kept = [point for point in before if point[0] < link.seq]
        self._waypoints = _thinned((*kept, (link.seq, link.mac.hex())))
        with contextlib.suppress(OSError):
            for leftover in self._path.parent.glob(f"{self._path.name}.*.new"):
                leftover.unlink(missing_ok=True)


def _thinned(points: tuple[tuple[int, str], ...]) -> tuple[tuple[int, str], ...]:
    """The nearer the end the denser."""
    left = list(points)
    while len(left) > _MOST_WAYPOINTS:
        end = left[-1][0] + 1
        gaps = [
            (left[i + 1][0] - left[i - 1][0]) / (end - left[i][0]) for i in range(1, len(left) - 1)
        ]
        del left[gaps.index(min(gaps)) + 1]
    return tuple(left)


def rewritten(db: Database, anchor: Anchor) -> Fault | None:
    """Is entry ``anchor.seq`` another than this machine saw? From where on, as far as is known."""
    found = journal.link_at(db, anchor.seq)
    if found is not None and found.mac.hex() == anchor.mac:
        return None
    same = 0
    for seq, mac in anchor.waypoints:
        link = journal.link_at(db, seq)
        if link is None or link.mac.hex() != mac:
            break
        same = seq
    return Fault(kind=FaultKind.REWRITTEN, first=same + 1, last=anchor.seq)
