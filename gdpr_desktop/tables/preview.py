"""The rows of a list as they will be taken in: what is wrong in which cell, and what becomes of it.

Nothing is written here. A room gives a ``Judge``, which reads one row, and looks at all together:
the same child twice is seen only then.
"""

import threading
from collections.abc import Mapping as Cells
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any, Protocol

from gdpr_desktop.core.errors import AppError
from gdpr_desktop.core.text import _
from gdpr_desktop.tables.lists import ListSheet
from gdpr_desktop.tables.mapping import Mapping

_EVERY = 256  # rows between looks at whether to go on


class Tone(StrEnum):
    """How a row is said to stand."""

    GOOD = "ok"
    PLAIN = "text"
    QUIET = "muted"
    WARNING = "warning"
    BAD = "danger"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One thing wrong, in the words of the screen. ``use`` names its cell; empty: the whole row.

    ``stops``: the row cannot be taken in before it is put right. ``leaves_out``: it is left out
    unless the person takes it in. ``joint``: seen only beside the other rows.
    """

    use: str
    text: str
    stops: bool = False
    leaves_out: bool = False
    joint: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A row. ``said`` is what becomes of it, ``value`` what the room has read.

    ``row`` is counted from 1 as sheets do; 0 for a line that does not stand in the file.
    ``taken`` is what the person chose, None where they have not.
    """

    row: int
    cells: Cells[str, str]
    faults: tuple[Fault, ...] = ()
    said: str = ""
    tone: Tone = Tone.PLAIN
    value: Any = None
    taken: bool | None = None
    hidden: bool = False

    @property
    def stops(self) -> bool:
        """Can it not be taken in as it is?"""
        return any(one.stops for one in self.faults)

    @property
    def goes_in(self) -> bool:
        """Is it taken in?"""
        if self.stops:
            return False
        if self.taken is not None:
            return self.taken
        return not any(one.leaves_out for one in self.faults)

    def alone(self) -> "Line":
        """The line as it is by itself."""
        return replace(self, faults=tuple(one for one in self.faults if not one.joint))

    def fault_in(self, use: str) -> str:
        """What is wrong in a cell."""
        return " ".join(one.text for one in self.faults if one.use == use)

    @property
    def needs_a_look(self) -> bool:
        """Is something wrong, or does it stand badly?"""
        return bool(self.faults) or self.tone in (Tone.WARNING, Tone.BAD)


class Judge(Protocol):
    """What a room knows of its lines."""

    def one(self, row: int, cells: Cells[str, str]) -> Line:
        """Read a row by itself."""
        ...

    def together(self, lines: tuple[Line, ...]) -> tuple[Line, ...]:
        """All lines beside each other, in order; lines that are not in the file may be added."""
        ...


class StoppedError(AppError):
    """The person asked for an end to it. Nothing is kept."""

    def __init__(self) -> None:
        super().__init__(_("It was stopped. Nothing was taken in."))


@dataclass(slots=True)
class Watch:
    """How far the worker has come, and whether it should stop. Shared between the threads."""

    done: int = 0
    total: int = 0
    _stop: threading.Event = field(default_factory=threading.Event)

    def stop(self) -> None:
        """Ask the worker to stop."""
        self._stop.set()

    def step(self, count: int = 1) -> None:
        """One more is done. Raises ``StoppedError`` when it should stop."""
        self.done += count
        if self._stop.is_set():
            raise StoppedError


def read_lines(sheet: ListSheet, mapping: Mapping, judge: Judge, watch: Watch) -> tuple[Line, ...]:
    """All lines below the headings; blank ones are left out. Raises ``StoppedError``."""
    found: list[Line] = []
    rows = sheet.rows[mapping.header + 1 :]
    watch.total = len(rows)
    for number, row in enumerate(rows, mapping.header + 1):
        if not number % _EVERY:
            watch.step(_EVERY)
        cells = {use: row[at] for at, use in enumerate(mapping.uses) if use}
        if any(cells.values()):
            line = judge.one(number + 1, cells)
            found.append(_hidden(line) if number in sheet.hidden_rows else line)
    return judge.together(tuple(found))


def changed(
    lines: tuple[Line, ...], at: int, use: str, text: str, judge: Judge
) -> tuple[Line, ...]:
    """The lines with one cell put right."""
    before = lines[at]
    line = judge.one(before.row, {**before.cells, use: text})
    if before.hidden:
        line = _hidden(line)
    return judge.together((*lines[:at], line, *lines[at + 1 :]))


def _hidden(line: Line) -> Line:
    fault = Fault(use="", text=_("The row is hidden in the sheet."), leaves_out=True)
    return replace(line, hidden=True, faults=(*line.faults, fault))
