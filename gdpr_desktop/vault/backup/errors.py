"""What can go wrong with a backup, each with its own sentence and its own class."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from gdpr_desktop.core.dates import long_instant
from gdpr_desktop.core.errors import AppError
from gdpr_desktop.core.text import _, ngettext
from gdpr_desktop.vault.errors import (
    DiskFullError,
    ReadOnlyPlaceError,
    StorageError,
    VaultError,
    from_os_error,
)

_MEGABYTE = 1_000_000


class BackupError(AppError):
    """A backup could not be made, read or put in place."""


class BackupCancelledError(BackupError):
    """The person, or the lock, stopped it. Nothing was left behind."""

    def __init__(self) -> None:
        super().__init__(
            _("The backup was stopped."), hint=_("Nothing was left behind. Start it again.")
        )


class BackupFolderError(BackupError):
    """The folder for backups is not there: a disk that is not plugged in, most often."""

    def __init__(self, folder: str) -> None:
        super().__init__(
            _("The folder for backups is not there: «{folder}».").format(folder=folder),
            hint=_("Plug in the disk, or choose another folder. The register itself is as it was."),
        )


class BackupSpaceError(BackupError):
    """Not enough room, found out before anything was written. ``needed`` is in bytes."""

    def __init__(self, place: str, needed: int) -> None:
        self.needed = needed
        super().__init__(
            _("There is not enough room on the disk of {place}.").format(place=place),
            hint=_("{number} MB must be free. Nothing has been changed.").format(
                number=-(-needed // _MEGABYTE)
            ),
        )


class BackupDiskFullError(BackupError):
    """The disk filled up on the way."""

    def __init__(self) -> None:
        super().__init__(
            _("The disk was full before the work was done."),
            hint=_("Nothing was left behind. Make room on the disk, and try again."),
        )


class BackupPlaceError(BackupError):
    """The folder cannot be written to."""

    def __init__(self) -> None:
        super().__init__(
            _("The folder cannot be written to."),
            hint=_("Choose a folder of your own. The register itself is as it was."),
        )


class BackupStorageError(BackupError):
    """The disk did not answer."""

    def __init__(self) -> None:
        super().__init__(
            _("The disk did not answer as it should."),
            hint=_("Check that it is connected, and try again. The register is as it was."),
        )


class BackupNotVerifiedError(BackupError):
    """What was written is not what was meant to be written. Nothing was kept under its name."""

    def __init__(self) -> None:
        super().__init__(
            _("The backup was made, but did not pass the check, and was thrown away."),
            hint=_("Earlier backups are as they were. Try again, to another disk if need be."),
        )


class DamagedSourceError(BackupError):
    """The register itself does not pass the check: no good backup can be made of it."""

    def __init__(self) -> None:
        super().__init__(
            _("The register is damaged, so no backup was made of it."),
            hint=_("Keep the backups you have, and restore the newest one."),
        )


class NotABackupError(BackupError):
    """The file is something else. ``kind``: empty, zip or other."""

    def __init__(self, name: str, kind: str = "other") -> None:
        self.kind = kind
        words = {
            "empty": _("{name} is empty, and is no backup."),
            "zip": _("{name} is a compressed folder (zip), and is no backup."),
            "other": _("{name} is not a backup made by this program."),
        }
        super().__init__(
            words[kind].format(name=name), hint=_("Choose a file that ends in .backup.")
        )


class TruncatedBackupError(BackupError):
    """The end is missing."""

    def __init__(self) -> None:
        super().__init__(
            _("The end of the backup is missing: it was not copied in full."),
            hint=_("Copy it again from where it came, or choose another backup."),
        )


class DamagedBackupError(BackupError):
    """Something in it is not as it was written."""

    def __init__(self) -> None:
        super().__init__(
            _("The backup is damaged."),
            hint=_("The password is not the problem. Choose another backup."),
        )


class AlteredBackupError(BackupError):
    """It reads well, but was not written by a holder of the key."""

    def __init__(self) -> None:
        super().__init__(
            _("The backup has been altered by something other than this program."),
            hint=_("Choose another backup, and find out who had access to the folder."),
        )


class NewerBackupError(BackupError):
    """Made by a newer version of the program."""

    def __init__(self) -> None:
        super().__init__(
            _("The backup was made by a newer version of the program."),
            hint=_("Install the newest version. Nothing has been changed."),
        )


class ForeignBackupError(BackupError):
    """It is of another register than the one that lies in the place."""

    def __init__(self) -> None:
        super().__init__(
            _("The backup belongs to another register than the one that lies here."),
            hint=_("Choose another place for it. Nothing has been changed."),
        )


class OlderBackupError(BackupError):
    """Older than what was last used; ``missing`` entries of the journal would be gone."""

    def __init__(self, made: datetime, seq: int, last: int) -> None:
        self.made, self.seq, self.last, self.missing = made, seq, last, max(last - seq, 0)
        text = ngettext(
            "The backup is from {time}. {number} entry in the journal is newer "
            "(number {seq} against {last}).",
            "The backup is from {time}. {number} entries in the journal are newer "
            "(number {seq} against {last}).",
            self.missing,
        )
        super().__init__(
            text.format(time=long_instant(made), number=self.missing, seq=seq, last=last),
            hint=_("What was done after that will be missing. The replaced register is kept."),
        )


class UnlockFirstError(BackupError):
    """There is a sound register in the place, which this name and password do not open."""

    def __init__(self) -> None:
        super().__init__(
            _("This user cannot replace the register that lies here."),
            hint=_(
                "Unlock the register as a data protection officer and restore from the menu, "
                "or choose another place."
            ),
        )


@contextmanager
def disk_told() -> Iterator[None]:
    """Errors of the disk in the words of a backup: no change was lost, no register in danger."""
    try:
        yield
    except OSError as error:
        raise _of_disk(from_os_error(error)) from error
    except (DiskFullError, ReadOnlyPlaceError, StorageError) as error:
        raise _of_disk(error) from error


def _of_disk(error: VaultError) -> BackupError:
    if isinstance(error, DiskFullError):
        return BackupDiskFullError()
    return BackupPlaceError() if isinstance(error, ReadOnlyPlaceError) else BackupStorageError()
