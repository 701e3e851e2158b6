"""What can go wrong with the file, each with its own sentence and its own class."""

import errno
from collections.abc import Callable
from datetime import datetime

from gdpr_desktop.core.dates import long_instant
from gdpr_desktop.core.errors import AppError
from gdpr_desktop.core.text import _, ngettext


class VaultError(AppError):
    """Something is wrong with the file, the key file or the place they lie in."""


class WrongPasswordError(VaultError):
    """Unknown user and wrong password: the same words on purpose.

    ``seconds`` must pass before the next is tried.
    """

    def __init__(self) -> None:
        self.seconds = 0
        super().__init__(
            _("The name or the password is wrong."),
            hint=_("Check Caps Lock and try again."),
        )


class TooSoonError(VaultError):
    """Wrong passwords were typed; ``seconds`` must pass before the next is tried."""

    def __init__(self, seconds: int = 1) -> None:
        self.seconds = seconds
        text = ngettext(
            "Too many wrong passwords. Wait {count} second.",
            "Too many wrong passwords. Wait {count} seconds.",
            seconds,
        )
        super().__init__(
            text.format(count=seconds),
            hint=_("Then type the password again. What you have typed is still there."),
        )


class MissingFileError(VaultError):
    """There is no register at the path."""

    def __init__(self, name: str) -> None:
        super().__init__(
            _("There is no register called {name} here.").format(name=name),
            hint=_("It may have been moved or renamed. Open it from where it is now."),
        )


class ExistingFileError(VaultError):
    """Creating would overwrite something."""

    def __init__(self, name: str) -> None:
        super().__init__(
            _("There is already a file called {name} here.").format(name=name),
            hint=_("Choose another name or another folder. Nothing has been changed."),
        )


class MissingKeyFileError(VaultError):
    """The key file is not beside the register."""

    def __init__(self, name: str) -> None:
        super().__init__(
            _("The key file {name} is missing.").format(name=name),
            hint=_("It belongs in the same folder as the register. Get it from a backup."),
        )


class DamagedKeyFileError(VaultError):
    """The key file cannot be read."""

    def __init__(self) -> None:
        super().__init__(
            _("The key file is damaged."),
            hint=_("The password may well be right. Get the key file from a backup."),
        )


class AlteredKeyFileError(VaultError):
    """The key file reads well but was not written by someone who had the key."""

    def __init__(self) -> None:
        super().__init__(
            _("The key file has been altered by something other than this program."),
            hint=_("Get the key file from a backup, and find out who had access to the folder."),
        )


class UnsafeKeyFileError(VaultError):
    """The key derivation asks for too little (guessable) or too much (stops the machine)."""

    def __init__(self) -> None:
        super().__init__(
            _("The key file has settings that are not safe, and was not used."),
            hint=_("Get the key file from a backup."),
        )


class ForeignKeyFileError(VaultError):
    """The key file belongs to another register."""

    def __init__(self) -> None:
        super().__init__(
            _("The key file belongs to another register."),
            hint=_("Put the key file with the same name as the register back beside it."),
        )


class DamagedDatabaseError(VaultError):
    """The register itself is damaged."""

    def __init__(self) -> None:
        super().__init__(
            _("The register is damaged and was not changed."),
            hint=_("The password is not the problem. Restore the newest backup."),
        )


class NotAVaultError(VaultError):
    """The file is something else."""

    def __init__(self, name: str) -> None:
        super().__init__(
            _("{name} is not a register made by this program.").format(name=name),
            hint=_("Choose a file that ends in .register."),
        )


class NewerFileError(VaultError):
    """Written by a newer version of the program; left untouched."""

    def __init__(self) -> None:
        super().__init__(
            _("The register was made by a newer version of the program."),
            hint=_("Install the newest version. The file has not been changed."),
        )


class TooLongPathError(VaultError):
    """The name of the file, or the folders it lies in, cannot be opened by the system."""

    def __init__(self) -> None:
        super().__init__(
            _("The name of the register, or of the folders it lies in, is too long."),
            hint=_("Choose a shorter name, or a folder that is not so deep."),
        )


class InUseError(VaultError):
    """Someone has it open. ``who``, ``machine``, ``since`` are empty when not known."""

    def __init__(self, who: str = "", machine: str = "", since: datetime | None = None) -> None:
        self.who, self.machine, self.since = who, machine, since
        if who and since:
            text = _("The register is open: {who} on {machine} since {time}.").format(
                who=who, machine=machine, time=long_instant(since)
            )
        else:
            text = _("The register is already open in another program.")
        super().__init__(text, hint=_("Only one can have it open at a time. Close it there first."))


class OlderFileError(VaultError):
    """The file is older than the one last used on this machine, and it is for the officer."""

    def __init__(self, text: str) -> None:
        super().__init__(
            text,
            hint=_("Nothing has been changed. Ask the data protection officer to open it."),
        )


class ReadOnlyPlaceError(VaultError):
    """The folder or the file cannot be written to."""

    def __init__(self) -> None:
        super().__init__(
            _("The register lies in a place that cannot be written to."),
            hint=_("It can be read here. Move it to a folder of your own to work in it."),
        )


class UnwritableError(VaultError):
    """The file, or the folder it lies in, can no more be written to, though it is open."""

    def __init__(self) -> None:
        super().__init__(
            _("The register cannot be written to any more, and the last change was not saved."),
            hint=_(
                "Everything saved before is safe. Check that the disk is connected and that you may"
                " write in the folder, and save again."
            ),
        )


class DiskFullError(VaultError):
    """No room to save; what was saved before is safe."""

    def __init__(self) -> None:
        super().__init__(
            _("The disk is full, and the last change was not saved."),
            hint=_("Everything saved before is safe. Make room on the disk and save again."),
        )


class StorageError(VaultError):
    """The disk did not do what it was asked to."""

    def __init__(self) -> None:
        super().__init__(
            _("The disk did not answer as it should, and the last change was not saved."),
            hint=_("Check that there is room and that the disk is connected, and save again."),
        )


class ReplacedFileError(VaultError):
    """Another program has moved or swapped the file while it was open."""

    def __init__(self) -> None:
        super().__init__(
            _("The register was moved or replaced by another program while it was open."),
            hint=_("Nothing more is saved in it. Lock, and find out which program did it."),
        )


_FULL = {errno.ENOSPC, errno.EDQUOT} if hasattr(errno, "EDQUOT") else {errno.ENOSPC}
_FORBIDDEN = {errno.EROFS, errno.EACCES, errno.EPERM}


def from_os_error(error: OSError) -> VaultError:
    """The sentence for a file that could not be read or written."""
    if error.errno in _FULL:
        return DiskFullError()
    if error.errno in _FORBIDDEN:
        return ReadOnlyPlaceError()
    return StorageError()


def from_driver_error(error: BaseException) -> VaultError | None:
    """The sentence for an error of the database driver; None when it is our bug."""
    code = getattr(error, "sqlite_errorcode", None)
    if not isinstance(code, int):
        return None
    if code == 1032:  # SQLITE_READONLY_DBMOVED
        return ReplacedFileError()
    if code & 0xFF == 8 and code != 8:  # SQLITE_READONLY, and why
        return UnwritableError()
    by_kind: dict[int, Callable[[], VaultError]] = {
        10: StorageError,  # IOERR
        11: DamagedDatabaseError,  # CORRUPT
        13: DiskFullError,  # FULL
        14: StorageError,  # CANTOPEN
        26: DamagedDatabaseError,  # NOTADB
    }
    kind = by_kind.get(code & 0xFF)
    return kind() if kind else None
