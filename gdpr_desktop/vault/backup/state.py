"""What this machine knows about the backups of one register: folder, last one, last failure.

Kept outside the file, beside the anchor: paths differ between machines, and a failure must be
remembered also when the disk of the register is full.
"""

import contextlib
import dataclasses
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Annotated

import msgspec

from gdpr_desktop.vault.files import remove_unfinished, replace_file

_MAX_BYTES = 16_384
_Aware = Annotated[datetime, msgspec.Meta(tz=True)]
_Seq = Annotated[int, msgspec.Meta(ge=0, le=2**63 - 1)]  # what SQLite can be asked for
_Folder = Annotated[str, msgspec.Meta(max_length=4000, pattern=r"^[^\x00]*$")]


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """``seq`` and ``file`` are of the last good backup; ``begun`` is set while one is made."""

    folder: _Folder = ""  # empty: beside the register
    made: _Aware | None = None
    seq: _Seq = 0
    file: str = ""
    begun: _Aware | None = None
    failed: _Aware | None = None
    failure: str = ""  # what was said then
    rehearsed: _Aware | None = None

    @property
    def last_failed(self) -> bool:
        """Did the last try fail, or end with the program?"""
        return self.failed is not None or self.begun is not None


class StateFile:
    """The state of the vault with this id, in ``folder``."""

    def __init__(self, folder: Path, vault: bytes) -> None:
        self._path = folder / f"{vault.hex()}.json"

    def read(self) -> State:
        """What is known; nothing when it cannot be read."""
        try:
            return self.read_surely()
        except OSError:
            return State()

    def read_surely(self) -> State:
        """What is known; nothing on a new machine or when damaged. Raises ``OSError``."""
        try:
            with self._path.open("rb") as file:
                return msgspec.json.decode(file.read(_MAX_BYTES), type=State)
        except (FileNotFoundError, msgspec.MsgspecError, UnicodeDecodeError):
            return State()

    def change(self, **values: object) -> None:
        """Remember; a disk that refuses is passed over, the backup itself is what counts."""
        with contextlib.suppress(OSError):
            self.change_surely(**values)

    def change_surely(self, **values: object) -> None:
        """Remember, or raise ``OSError``."""
        state = dataclasses.replace(self.read_surely(), **values)  # type: ignore[arg-type]
        self._path.parent.mkdir(parents=True, exist_ok=True)
        remove_unfinished(self._path)
        replace_file(self._path, msgspec.json.encode(state))


def state_file(anchors: Path, vault: bytes) -> StateFile:
    """The state of a vault, beside the folder of its anchors."""
    return StateFile(anchors.parent / "backups", vault)
