"""When the journal is checked, and how much: nothing is passed over without saying so.

At unlock from the last mark, as much as takes no time; the rest in slices right afterwards. In
full once a week, on demand, and on the copy before a backup. What is found is written in the
journal and told at every unlock until an officer has accepted it; in the journal it stays.
"""

import time
from collections.abc import Generator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from sqlite_utils import Database

from gdpr_desktop.core.roles import Deed
from gdpr_desktop.vault import journal, marks
from gdpr_desktop.vault.alarms import Alarm, Finding
from gdpr_desktop.vault.anchor import AnchorFile, rewritten
from gdpr_desktop.vault.chain import START, Chain, Fault, FaultKind, Link
from gdpr_desktop.vault.marks import MarkName

if TYPE_CHECKING:
    from gdpr_desktop.vault.vault import Vault
    from gdpr_desktop.vault.work import Work

AT_UNLOCK = 2000  # entries at most, some 15 ms
FULL_EVERY = timedelta(days=7)
_SLICE = 0.010  # seconds
_STEP = 100  # entries between two looks at the time
_BEGINNING = Link(seq=0, mac=START)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """The journal at unlock: checked up to ``verified``, ``unverified`` entries left."""

    verified: Link
    unverified: int
    faults: tuple[Fault, ...]
    new_machine: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far a check has come, in entries."""

    done: int
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """The end of a check. ``faults`` holds also those accepted before, ``fresh`` does not."""

    checked: int
    faults: tuple[Fault, ...]
    fresh: tuple[Fault, ...]


def at_unlock(db: Database, anchor_file: AnchorFile) -> Standing:
    """Check what came since the last mark, at most ``AT_UNLOCK`` entries; only reads."""
    last, mark = journal.last_link(db), marks.read(db, MarkName.VERIFIED)
    trusted = mark is not None and journal.link_at(db, mark.link.seq) == mark.link
    chain = Chain(db, mark.link if mark and trusted else _BEGINNING, head=journal.head(db))
    chain.advance(AT_UNLOCK)
    faults = [*journal.loose_ends(db), *chain.faults]
    anchor = anchor_file.read()
    if not faults:
        other = rewritten(db, anchor) if anchor and anchor.seq <= last.seq else None
        if other is None and mark and not trusted and mark.link.seq <= last.seq:
            other = Fault(kind=FaultKind.REWRITTEN, first=1, last=mark.link.seq)
        faults += [other] if other else []
    return Standing(
        verified=chain.link,
        unverified=max(last.seq - chain.at, 0),
        faults=journal.each_once(faults),
        new_machine=anchor is None,
    )


def note(work: "Work", faults: tuple[Fault, ...]) -> tuple[Fault, ...]:
    """Write those in the journal that it does not tell of yet; gives these."""
    known = {fault.name for fault in journal.noted(work.db, journal.FOUND)}
    fresh = tuple(fault for fault in faults if fault.name not in known)
    for fault in fresh:
        work.log(None, journal.FOUND, **journal.fault_detail(fault))
    return fresh


def mark_unlocked(work: "Work", standing: Standing) -> None:
    """Remember how far the journal is checked; what this session wrote itself needs no check."""
    link = standing.verified if standing.unverified else journal.last_link(work.db)
    marks.put(work.db, MarkName.VERIFIED, link, work.clock.now())


def told_faults(db: Database) -> tuple[Fault, ...]:
    """Faults that were found and that no officer has accepted."""
    accepted = {fault.name for fault in journal.noted(db, journal.ACCEPTED)}
    found = {fault.name: fault for fault in journal.noted(db, journal.FOUND)}
    return tuple(fault for name, fault in found.items() if name not in accepted)


def accept_faults(vault: "Vault") -> None:
    """The officer has seen them: they are not told at unlock any more, and stay in the journal."""
    with vault.begin(Deed.READ_JOURNAL) as work:
        for fault in told_faults(vault.db):
            work.log(None, journal.ACCEPTED, **journal.fault_detail(fault))


def finding_of(fault: Fault) -> Finding:
    """A fault as something to be told."""
    alarm = Alarm(f"journal_{fault.kind.value}")
    return Finding(alarm=alarm, first=fault.first, last=fault.last)


def last_full_check(db: Database) -> datetime | None:
    """When the whole journal was last checked."""
    mark = marks.read(db, MarkName.FULL)
    return mark.at if mark else None


def is_full_check_due(vault: "Vault") -> bool:
    """Is it more than a week ago, or was the clock set back since?"""
    last, now = last_full_check(vault.db), vault.clock.now()
    return last is None or not timedelta(0) <= now - last < FULL_EVERY


def verify_slices(
    vault: "Vault", *, full: bool, asked: bool = False
) -> Generator[Progress, None, Verdict]:
    """Check what is left since unlock, or (``full``) the whole, some 10 ms at a time.

    Whoever pulls it may stop at any time. At the end the result is written in the journal.
    """
    db = vault.db
    mark = marks.read(db, MarkName.VERIFIED)
    start = mark.link if mark and not full else _BEGINNING
    chain = Chain(db, start, head=journal.head(db))
    more = True
    while more:
        until = time.perf_counter() + _SLICE
        more = chain.advance(_STEP)
        while more and time.perf_counter() < until:
            more = chain.advance(_STEP)
        total = journal.last_link(db).seq - start.seq
        yield Progress(done=chain.at - start.seq, total=max(total, 1))
    faults = journal.each_once((*(journal.loose_ends(db) if full else ()), *chain.faults))
    fresh = () if vault.read_only else _write_down(vault, chain, faults, start, full, asked)
    return Verdict(checked=chain.at - start.seq, faults=faults, fresh=fresh)


def _write_down(
    vault: "Vault", chain: Chain, faults: tuple[Fault, ...], start: Link, full: bool, asked: bool
) -> tuple[Fault, ...]:
    with vault.begin_upkeep() as work:
        fresh = note(work, faults)
        now = work.clock.now()
        marks.put(work.db, MarkName.VERIFIED, chain.link, now)
        if full:
            marks.put(work.db, MarkName.FULL, chain.link, now)
        if full or fresh:
            detail = {"entries": chain.at - start.seq, "faults": len(faults), "asked": asked}
            work.log(None, "journal_checked", **detail)
    return fresh
