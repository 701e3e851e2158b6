"""The habit of backing up: where to, when it is time, what is remembered, what may go."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from sqlite_utils import Database

from gdpr_desktop.core.errors import AppError
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.vault import opening
from gdpr_desktop.vault.backup import folder as folders
from gdpr_desktop.vault.backup import rehearsing
from gdpr_desktop.vault.backup.errors import BackupCancelledError, BackupFolderError, disk_told
from gdpr_desktop.vault.backup.folder import Found
from gdpr_desktop.vault.backup.format import Reason
from gdpr_desktop.vault.backup.making import Made, Making, Source
from gdpr_desktop.vault.backup.rehearsing import Rehearsal
from gdpr_desktop.vault.backup.state import State, StateFile, state_file
from gdpr_desktop.vault.secret import Secret
from gdpr_desktop.vault.vault import Vault

PAUSED = "backup_thinning_paused"
OVERDUE = timedelta(days=7)
CATCH_UP = timedelta(hours=20)
REHEARSE = timedelta(days=31)
# what leaves nothing that a backup would be missed for
_PASSIVE = ("opened", "unlocked", "backup_made", "backup_failed", "backup_rehearsed")


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """How it stands with the backups of a register on this machine."""

    folder: Path
    folder_chosen: bool
    folder_missing: bool
    same_disk: bool  # as the register: a lost machine takes the backups with it
    made: datetime | None
    overdue: bool
    failed: bool
    failure: str
    changed: bool
    rehearsed: datetime | None
    rehearsal_due: bool
    thinning_paused: bool

    @property
    def needs_attention(self) -> bool:
        """Should the person be told?"""
        return self.overdue or self.failed or self.folder_missing

    @property
    def due_on_closing(self) -> bool:
        """Is a backup to be made before the program closes?"""
        return self.changed or self.overdue or self.failed


def remembered(vault: Vault) -> StateFile:
    """What this machine remembers about ``vault``."""
    return state_file(vault.opened.anchor.folder, vault.opened.vault)


def status(vault: Vault) -> Status:
    """How it stands; a few milliseconds."""
    state, now = remembered(vault).read(), vault.clock.now()
    folder = _folder(state, vault.path)
    return Status(
        folder=folder,
        folder_chosen=bool(state.folder),
        folder_missing=bool(state.folder) and not folder.is_dir(),
        same_disk=_same_disk(folder, vault.path.parent),
        made=state.made,
        overdue=state.made is None or now - state.made > OVERDUE,
        failed=state.last_failed and not vault.before_closing,  # none is being made just now
        failure=state.failure,
        changed=_changed_since(vault, state.seq),
        rehearsed=state.rehearsed,
        rehearsal_due=state.made is not None
        and (state.rehearsed is None or now - state.rehearsed > REHEARSE),
        thinning_paused=bool(vault.setting(PAUSED, False)),
    )


def _same_disk(one: Path, other: Path) -> bool:
    try:
        return one.stat().st_dev == other.stat().st_dev
    except OSError:
        return False


def is_time_to_catch_up(vault: Vault) -> bool:
    """Did an earlier session leave changes without a backup, some time ago?"""
    state = remembered(vault).read()
    old = state.made is None or abs(vault.clock.now() - state.made) > CATCH_UP
    return old and _changed_since(vault, state.seq)


def _changed_since(vault: Vault, seq: int) -> bool:
    marks = ", ".join("?" * len(_PASSIVE))
    sql = f"SELECT 1 FROM journal WHERE seq > ? AND deed NOT IN ({marks}) LIMIT 1"
    return vault.db.execute(sql, [seq, *_PASSIVE]).fetchone() is not None


def folder_of(vault: Vault) -> Path:
    """Where the backups of ``vault`` go on this machine."""
    return _folder(remembered(vault).read(), vault.path)


def _folder(state: State, register: Path) -> Path:
    return Path(state.folder) if state.folder else folders.default_folder(register)


def choose_folder(vault: Vault, folder: Path | None) -> None:
    """Have backups go to ``folder`` on this machine; None for the one beside the register.

    Raises ``RefusedError``, ``BackupError`` where it cannot be remembered.
    """
    with disk_told(), vault.begin(Deed.BACK_UP) as work:
        work.log(None, "backup_folder_chosen")
        remembered(vault).change_surely(folder=str(folder) if folder else "")


def listing(vault: Vault) -> Callable[[], tuple[Found, ...]]:
    """What gives the backups in the folder, newest first; for the worker, also when locked since.

    Raises ``BackupFolderError`` when a chosen folder is not there.
    """
    state = remembered(vault).read()
    folder, vault_id = _folder(state, vault.path), vault.opened.vault

    def read() -> tuple[Found, ...]:
        if not folder.is_dir():
            if state.folder:
                raise BackupFolderError(str(folder))
            return ()
        with disk_told():
            return folders.list_backups(folder, vault_id)

    return read


def backups_of(vault: Vault) -> tuple[Found, ...]:
    """What lies in the folder now, newest first. Raises ``BackupFolderError``."""
    return listing(vault)()


def anchors_of(vault: Vault) -> Path:
    """The folder of the anchors, which a restore needs."""
    return vault.opened.anchor.folder


def rehearse(vault: Vault, backup: Path, user: str, password: str) -> Rehearsal:
    """Try out a restore beside the register, and remember when. Raises as a restore does."""
    state = remembered(vault)
    told = rehearsing.rehearse(
        backup,
        user,
        password,
        beside=vault.path.parent,
        anchors=anchors_of(vault),
        clock=vault.clock,
    )
    state.change(rehearsed=vault.clock.now())
    return told


class Job:
    """One backup of an open vault, remembered and written in the journal; for the worker."""

    def __init__(self, vault: Vault, reason: Reason, folder: Path | None = None) -> None:
        """``folder`` instead of the usual one. Raises ``BackupError``."""
        opened = vault.opened
        self._vault, self._reason = vault, reason
        self._state = remembered(vault)
        with disk_told():
            known = self._state.read_surely()  # never to another place than the one chosen
        self._chosen = bool(folder or known.folder)
        self._folder = folder or _folder(known, vault.path)
        self._vault_id = opened.vault
        source = Source(
            files=opened.files, db=opened.db, vault=opened.vault, keys=opened.database_keys
        )
        self._making = Making(source, self._folder, reason, vault.clock.now())
        vault.before_closing.append(self._making.let_go)  # also while it waits for its turn

    @property
    def fraction(self) -> float:
        """How far it has come, 0 to 1."""
        return self._making.fraction

    def cancel(self) -> None:
        """Ask it to stop; from any thread."""
        self._making.cancel()

    def run(self) -> Made:
        """Make the backup. Raises ``BackupError``, ``VaultError``."""
        vault, state = self._vault, self._state
        before = state.read()
        state.change(begun=vault.clock.now())
        try:
            _make_default(self._folder, chosen=self._chosen)
            made = self._making.run()
            state.change(
                begun=None,
                failed=None,
                failure="",
                made=made.manifest.made,
                seq=made.manifest.seq,
                file=made.path.name,
            )
            self._making.while_open(self._tell, made)
        except BackupCancelledError:
            state.change(begun=before.begun)
            raise
        except AppError as error:
            state.change(begun=None, failed=vault.clock.now(), failure=str(error))
            raise
        finally:
            vault.before_closing.remove(self._making.let_go)
        return made

    def _tell(self, made: Made) -> None:
        vault, manifest = self._vault, made.manifest
        paused = bool(vault.setting(PAUSED, False))
        gone = () if paused else folders.thin(self._folder, self._vault_id)
        if vault.read_only:
            return
        with vault.begin_upkeep() as work:
            work.log(
                None,
                "backup_made",
                reason=manifest.reason.value,
                seq=manifest.seq,
                bytes=made.size,
                journal=manifest.journal.value,
                thinned=len(gone),
            )


def _make_default(folder: Path, *, chosen: bool) -> None:
    """The folder beside the register is made when it is missing; a chosen one never is."""
    if not chosen:
        with disk_told():
            folder.mkdir(mode=0o700, exist_ok=True)


def back_up_before(vault: Vault, reason: Reason) -> Made:
    """A backup that a dangerous deed waits for; seconds, in the worker. Raises ``BackupError``.

    Where the chosen folder is not there, the one beside the register serves.
    """
    job = Job(vault, reason)
    try:
        return job.run()
    except BackupFolderError:
        job = Job(vault, reason, _beside(vault.path))
        return job.run()


def _beside(register: Path) -> Path:
    folder = folders.default_folder(register)
    _make_default(folder, chosen=False)
    return folder


def back_up_before_upgrade(
    files: opening.VaultFiles,
    db: Database,
    vault: bytes,
    key: Secret,
    anchors: Path,
    at: datetime,
) -> None:
    """A backup before the tables are changed; nobody is let in yet. Raises ``BackupError``."""
    state = state_file(anchors, vault)
    with disk_told():
        folder = _folder(state.read_surely(), files.database)
    if not folder.is_dir():
        folder = _beside(files.database)
    source = Source(files=files, db=db, vault=vault, keys=(key,))
    made = Making(source, folder, Reason.MIGRATION, at).run()
    state.change(made=at, seq=made.manifest.seq, file=made.path.name, failed=None, begun=None)


def resume_thinning(vault: Vault) -> None:
    """After a restore: all is well, old backups may go again."""
    vault.save_setting(PAUSED, False, deed=Deed.RESTORE)
