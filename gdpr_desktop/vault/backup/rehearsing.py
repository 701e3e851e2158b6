"""Trying out a restore: all of it but the swap, and then cleaned away again."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from gdpr_desktop.core.clock import Clock
from gdpr_desktop.vault.backup import copying
from gdpr_desktop.vault.backup.errors import disk_told
from gdpr_desktop.vault.backup.format import Journal
from gdpr_desktop.vault.backup.making import check_room
from gdpr_desktop.vault.backup.reading import open_backup, unpack


@dataclass(frozen=True, slots=True, kw_only=True)
class Rehearsal:
    """A restore that was tried out and cleaned away again."""

    made: datetime
    cases: int
    entries: int
    journal_whole: bool
    user: str
    seconds: float


def rehearse(
    backup: Path,
    user: str,
    password: str,
    *,
    beside: Path,
    anchors: Path,
    clock: Clock,
    step: Callable[[int], None] | None = None,
) -> Rehearsal:
    """Do all of a restore but the swap, in a folder of its own ``beside``, and remove it.

    Raises as ``prepare`` does.
    """
    began = time.monotonic()
    opened = open_backup(backup, user, password, anchors=anchors, clock=clock)
    with disk_told():
        check_room(backup, beside)
        target = beside / f"{opened.keys.vault.hex()[:8]}.rehearsal"
        copying.remove(target)
    try:
        proved = unpack(opened, target, step=step)
    finally:
        copying.remove(target)
    return Rehearsal(
        made=opened.manifest.made,
        cases=proved.counts.get("case_file", 0),
        entries=opened.manifest.seq,
        journal_whole=proved.journal is Journal.WHOLE,
        user=proved.actor.name,
        seconds=time.monotonic() - began,
    )
