"""One municipality's file, open: reading, the unit of work, settings."""

import contextlib
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta
from pathlib import Path
from typing import Any, TypeVar

from sqlite_utils import Database

from gdpr_desktop.core.actor import Actor
from gdpr_desktop.core.change import Change, Kind
from gdpr_desktop.core.clock import Clock, SystemClock
from gdpr_desktop.core.errors import RefusedError
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.municipality import Municipality
from gdpr_desktop.core.paths import default_data_dir
from gdpr_desktop.core.roles import Deed, scope
from gdpr_desktop.core.text import _
from gdpr_desktop.vault import journal, opening, settings, users, verification
from gdpr_desktop.vault.alarms import Alarm, Finding
from gdpr_desktop.vault.attempts import Attempts
from gdpr_desktop.vault.chain import Link
from gdpr_desktop.vault.errors import DiskFullError, ReplacedFileError, StorageError
from gdpr_desktop.vault.kdf import Kdf
from gdpr_desktop.vault.rollback import RolledBack, require_newest
from gdpr_desktop.vault.work import Work, Worker
from gdpr_desktop.vault.work_file_errors import saving_told_of_work_file

Event = TypeVar("Event")
_CLOCK_SLACK = timedelta(minutes=5)
_STANDARD = Kdf.standard()
_SYSTEM_CLOCK = SystemClock()


class Vault:
    """An open file. ``findings`` holds what must be told after unlocking.

    While ``rollback`` is set, or the disk is full, nothing can be written.
    """

    def __init__(self, opened: opening.OpenVault, clock: Clock) -> None:
        """Use ``Vault.create`` or ``Vault.open``."""
        self.path: Path = opened.files.database
        self.actor: Actor = opened.actor
        self.clock = clock
        self.read_only = opened.read_only
        self.disk_full = False
        self.is_work_file = opened.work_file  # one case, with no register around it
        self.rollback: RolledBack | None = None if opened.read_only else opened.rollback
        self.unverified = 0  # entries of the journal that unlocking had no time to check
        self._opened: opening.OpenVault | None = opened
        self._identity = _identity(self.path)
        self._shown: set[int] = set()
        self.before_closing: list[Callable[[], None]] = []  # who reads the file in another thread
        self._worker = Worker(
            opened.db,
            opened.actor,
            clock,
            before=self._check_place,
            committed=self._anchor,
            path=self.path,
        )
        # called with a code before the keys are changed; an AppError stops the change
        self.before_key_change: list[Callable[[str], None]] = []
        self.failed_attempts: Attempts = opened.attempts.read()  # since the unlock before this
        self._broken = False
        self.findings: tuple[Finding, ...] = ()

    def __repr__(self) -> str:
        return f"<Vault {self.path.name}>"

    @classmethod
    def create(
        cls,
        path: Path,
        *,
        user: str,
        password: str,
        municipality: Municipality,
        letterhead: bytes | None = None,
        clock: Clock = _SYSTEM_CLOCK,
        kdf: Kdf = _STANDARD,
        anchor_dir: Path | None = None,
    ) -> "Vault":
        """Make NAME.register and NAME.keys and open them; ``user`` becomes its officer.

        Raises ``InvalidInputError`` (fields ``user``, ``password``), ``ExistingFileError``,
        ``InUseError``, ``ReadOnlyPlaceError``, ``DiskFullError``.
        """
        opening.create(
            path,
            user=user,
            password=password,
            municipality=municipality,
            letterhead=letterhead,
            clock=clock,
            kdf=kdf,
        )
        return cls.open(path, user, password, clock=clock, anchor_dir=anchor_dir)

    @classmethod
    def open(
        cls,
        path: Path,
        user: str,
        password: str,
        *,
        clock: Clock = _SYSTEM_CLOCK,
        break_lock: bool = False,
        anchor_dir: Path | None = None,
    ) -> "Vault":
        """Open with a user's name and password. Takes half a second: not on the window's thread.

        ``break_lock`` takes over a lock that another holds, where the system lets it. Raises a
        ``VaultError`` with its own sentence for each cause.
        """
        entrance = opening.by_password(user, password)
        return cls.enter(path, entrance, clock=clock, break_lock=break_lock, anchor_dir=anchor_dir)

    @classmethod
    def enter(
        cls,
        path: Path,
        entrance: opening.Entrance,
        *,
        clock: Clock = _SYSTEM_CLOCK,
        break_lock: bool = False,
        anchor_dir: Path | None = None,
    ) -> "Vault":
        """Open by whatever ``entrance``: for the modules of this room. Raises like ``open``."""
        from gdpr_desktop.vault import rekey  # imports this module

        anchors = anchor_dir or default_data_dir() / "anchors"
        opened = opening.open_vault(
            path, entrance, clock=clock, break_lock=break_lock, anchors=anchors
        )
        try:
            vault = cls(opened, clock)
            if vault.rollback is None and not vault.read_only:
                rekey.finish_if_possible(vault)
            vault.begin_session(broken=break_lock)
        except BaseException:
            _close(opened)
            raise
        return vault

    @property
    def warnings(self) -> tuple[Alarm, ...]:
        """The alarms among the findings, each once."""
        return tuple(dict.fromkeys(finding.alarm for finding in self.findings))

    @property
    def opened(self) -> opening.OpenVault:
        """Files and keys, for the modules of this room only."""
        if self._opened is None:
            raise RuntimeError("the vault is closed")
        return self._opened

    @opened.setter
    def opened(self, changed: opening.OpenVault) -> None:
        self._opened = changed

    @property
    def is_open(self) -> bool:
        """Has it not been closed yet?"""
        return self._opened is not None

    @property
    def db(self) -> Database:
        """For reading; a write outside the unit of work fails."""
        return self.opened.db

    def begin(self, deed: Deed) -> AbstractContextManager[Work]:
        """A unit of work for ``deed``; inside another it joins that one.

        Raises ``RefusedError`` for a role without the deed and in a place that is read only.
        """
        return self._begin(deed)

    def begin_upkeep(self) -> AbstractContextManager[Work]:
        """A unit of work for the program's own bookkeeping: no role is asked.

        Raises ``RefusedError`` in a place that is read only.
        """
        return self._begin(None)

    def alone(self) -> AbstractContextManager[None]:
        """No unit of work, and no lock, from another thread meanwhile."""
        return self._worker.alone()

    def to_the_end(self) -> AbstractContextManager[None]:
        """For a deed of several pieces of work: the vault is not closed between them."""
        return self._worker.to_the_end()

    @property
    def is_working(self) -> bool:
        """Is a unit of work open, in whatever thread?"""
        return self._worker.is_working

    def subscribe(self, kind: type[Event], handler: Callable[[Work, Event], None]) -> None:
        """Have ``handler`` run inside the transaction whenever an event of ``kind`` is published.

        The exact class counts, not its subclasses.
        """
        self._worker.handlers.setdefault(kind, []).append(handler)

    def municipality(self) -> Municipality:
        """The municipality that owns the file."""
        return settings.read_municipality(self.db)

    def save_municipality(self, municipality: Municipality) -> Change:
        """Save what letters and title bar say about the municipality."""
        with self._begin(Deed.CHANGE_SETTINGS) as work:
            settings.write_municipality(work.db, municipality)
            self._note_setting(work, "municipality")
        return work.change

    def letterhead(self) -> bytes | None:
        """The municipality's own letterhead (.docx); None for the built-in one."""
        return settings.read_letterhead(self.db)

    def save_letterhead(self, content: bytes | None) -> Change:
        """Save the letterhead (.docx), or None to go back to the built-in one."""
        with self._begin(Deed.CHANGE_SETTINGS) as work:
            settings.write_letterhead(work.db, content)
            self._note_setting(work, "letterhead")
        return work.change

    def setting(self, key: str, default: Any = None) -> Any:
        """A value of JSON kept in the file."""
        return settings.read(self.db, key, default)

    def save_setting(self, key: str, value: Any, *, deed: Deed = Deed.CHANGE_SETTINGS) -> Change:
        """Keep a value of JSON. ``deed`` names what it is done as part of.

        The municipality and its letterhead have verbs of their own.
        """
        if key in settings.RESERVED:
            raise ValueError(f"{key} is not saved as a loose setting")
        with self._begin(deed) as work:
            settings.write(work.db, key, value)
            self._note_setting(work, key)
        return work.change

    def note_opened(self, case_id: CaseId) -> None:
        """Write in the journal that the actor looked at a case: once per session."""
        if self.read_only or self.rollback or case_id in self._shown:
            return
        with self._begin(None) as work:
            work.log(case_id, "opened")
        self._shown.add(case_id)

    def close(self) -> None:
        """Lock: close the file, drop the keys, let others in. Twice does no harm."""
        for let_go in tuple(self.before_closing):
            let_go()
        if opened := self._opened:
            with self._worker.alone():  # a change of keys in the worker is let through to its end
                self._opened = None
                _close(opened)

    def _begin(self, deed: Deed | None) -> AbstractContextManager[Work]:
        _still_open = self.opened
        require_newest(self.rollback)
        if self.disk_full and not self.try_writing():
            raise DiskFullError
        if self.read_only:
            raise RefusedError(
                _("The register is open for reading only."),
                hint=_("Move it to a folder that can be written to, and open it there."),
            )
        begun = self._worker.begin(deed)
        return saving_told_of_work_file(begun) if self.is_work_file else begun

    def _note_setting(self, work: Work, key: str) -> None:
        work.touch(Kind.SETTINGS, 0)
        work.log(None, "setting_saved", key=key)

    def _check_place(self) -> None:
        if _identity(self.path) != self._identity:
            raise ReplacedFileError

    def _anchor(self, link: Link) -> None:
        self.opened.anchor.write(link, self.clock.now())

    def begin_session(self, *, broken: bool = False) -> None:
        """Check the journal and write that it was unlocked; for this room only."""
        opened = self.opened
        standing = verification.at_unlock(opened.db, opened.anchor)
        self.unverified = standing.unverified
        self._standing, self._broken = standing, broken
        self.findings = self._find(standing)
        if self.rollback is None and not self.read_only and not self._log_unlocking():
            self.findings = (*self.findings, Finding(alarm=Alarm.DISK_FULL))

    def try_writing(self) -> bool:
        """After unlocking on a full disk: is there room now? The unlocking is then journalled."""
        if self.disk_full:
            self.read_only = self.disk_full = False
            self._log_unlocking()
        return not self.read_only

    def _find(self, standing: verification.Standing) -> tuple[Finding, ...]:
        opened = self.opened
        found = [Finding(alarm=Alarm.INTERRUPTED)] if opened.interrupted else []
        if opened.disk_full:
            found.append(Finding(alarm=Alarm.DISK_FULL))
        if opened.rollback and (self.read_only or self.rollback):
            found.append(Finding(alarm=Alarm.ROLLED_BACK))
        faults = {
            fault.name: fault for fault in (*verification.told_faults(opened.db), *standing.faults)
        }
        accepted = {fault.name for fault in journal.noted(opened.db, journal.ACCEPTED)}
        found += [
            verification.finding_of(fault) for name, fault in faults.items() if name not in accepted
        ]
        last = journal.last_time(opened.db)
        if last and last > self.clock.now() + _CLOCK_SLACK:
            found.append(Finding(alarm=Alarm.CLOCK_BACK))
        reads_journal = scope(self.actor.role, Deed.READ_JOURNAL) is not None
        if standing.new_machine and reads_journal and journal.last_link(opened.db).seq > 1:
            found.append(Finding(alarm=Alarm.NEW_MACHINE))
        return tuple(found)

    def _log_unlocking(self) -> bool:
        alarms = [*self.warnings, *([Alarm.LOCK_BROKEN] if self._broken else [])]
        failed = self.failed_attempts
        try:
            with self._begin(None) as work:
                verification.note(work, self._standing.faults)
                if failed.count:
                    times = [at.isoformat() for at in failed.times]
                    work.log(None, "failed_attempts", count=failed.count, times=times)
                now = work.clock.now().isoformat()
                users.change(work.db, self.actor.user_id, last_unlocked=now)
                work.log(None, "unlocked", **({"alarms": alarms} if alarms else {}))
                verification.mark_unlocked(work, self._standing)
        except (DiskFullError, StorageError):
            self.read_only = self.disk_full = True
            return False
        if failed.count:
            self.opened.attempts.clear()
        return True


def _identity(path: Path) -> tuple[int, int] | None:
    """Which file lies at ``path``; asked without opening it, which would drop SQLite's lock."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _close(opened: opening.OpenVault) -> None:
    try:
        opened.db.close()
    finally:
        if opened.lock:
            opened.lock.release()
        if opened.work_file:  # a file that is sent back has nothing beside it
            with contextlib.suppress(OSError):
                opened.files.lock.unlink(missing_ok=True)
