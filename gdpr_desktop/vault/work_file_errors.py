"""What can be wrong with a work file, each with its own sentence: it is not the register."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import datetime
from typing import TypeVar

from gdpr_desktop.core.dates import long_instant
from gdpr_desktop.core.text import _
from gdpr_desktop.vault import errors
from gdpr_desktop.vault.errors import VaultError

_Made = TypeVar("_Made")


class MissingWorkFileError(errors.MissingFileError):
    """There is no file at the path."""

    def __init__(self, name: str) -> None:
        VaultError.__init__(
            self,
            _("There is no work file called {name} here.").format(name=name),
            hint=_("It may have been moved or renamed. Open it from where it is now."),
        )


class NotAWorkFileError(errors.NotAVaultError):
    """The file is something else."""

    def __init__(self, name: str) -> None:
        VaultError.__init__(
            self,
            _("{name} is not a work file.").format(name=name),
            hint=_("Choose the file that was sent to you. Its name ends in .dpia."),
        )


class CutWorkFileError(errors.DamagedDatabaseError):
    """Part of the file is missing."""

    def __init__(self) -> None:
        VaultError.__init__(
            self,
            _("The work file is not whole. It was probably cut off on its way."),
            hint=_("The password is not the problem. Copy or fetch the file once more."),
        )


class DamagedWorkFileError(errors.DamagedDatabaseError):
    """The file was written by us, and is not as we wrote it."""

    def __init__(self) -> None:
        VaultError.__init__(
            self,
            _("The work file is damaged, and was not changed."),
            hint=_("The password is not the problem. Ask to have the file sent once more."),
        )


class NewerWorkFileError(errors.NewerFileError):
    """Written by a newer version of the program; left untouched."""

    def __init__(self) -> None:
        VaultError.__init__(
            self,
            _("The work file was made by a newer version of the program."),
            hint=_("Install the newest version. The file has not been changed."),
        )


class NoRoomForCopyError(VaultError):
    """The file is read from a copy among the temporary files."""

    def __init__(self) -> None:
        super().__init__(
            _("The disk with the temporary files is full, and the work file could not be read."),
            hint=_("Nothing has been changed. Make room on the disk, and choose the file again."),
        )


class WrongWorkPasswordError(errors.WrongPasswordError):
    """The password does not open the file."""

    def __init__(self) -> None:
        super().__init__()
        self.text = _("This is not the password of the work file.")
        self.hint = _("Compare it letter by letter, or ask the one who sent you the file.")


class WorkFileInUseError(errors.InUseError):
    """Somebody has it open."""

    def __init__(self, who: str = "", machine: str = "", since: datetime | None = None) -> None:
        super().__init__(who, machine, since)
        self.text = (
            _("The work file is open: {who} on {machine} since {time}.").format(
                who=who, machine=machine, time=long_instant(since)
            )
            if who and since
            else _("The work file is already open in another program.")
        )


class ReadOnlyWorkFileError(errors.ReadOnlyPlaceError):
    """What is typed could not be saved there."""

    def __init__(self) -> None:
        VaultError.__init__(
            self,
            _("The work file lies in a place that cannot be written to."),
            hint=_("Copy it to a folder of your own, and open it there."),
        )


class UnwritableWorkFileError(errors.UnwritableError):
    """The file, or the folder it lies in, can no more be written to, though it is open."""

    def __init__(self) -> None:
        VaultError.__init__(
            self,
            _("The work file cannot be written to any more, and the last change was not saved."),
            hint=errors.UnwritableError().hint,
        )


class ReplacedWorkFileError(errors.ReplacedFileError):
    """Another program has moved or swapped the file while it was open."""

    def __init__(self) -> None:
        VaultError.__init__(
            self,
            _("The work file was moved or replaced by another program while it was open."),
            hint=_("Nothing more is saved in it. Close it, and find out which program did it."),
        )


@contextmanager
def saving_told_of_work_file(begun: AbstractContextManager[_Made]) -> Iterator[_Made]:
    """``begun`` writes in a work file that is open: what stops it is said of that file."""
    try:
        with begun as made:
            yield made
    except errors.UnwritableError:
        raise UnwritableWorkFileError from None
    except errors.ReplacedFileError:
        raise ReplacedWorkFileError from None


@contextmanager
def told_of_work_file() -> Iterator[None]:
    """What the shared code says of a register is said of the work file."""
    own = {
        errors.DamagedDatabaseError: DamagedWorkFileError,
        errors.NotAVaultError: DamagedWorkFileError,  # encrypted as ours, but not our tables
        errors.NewerFileError: NewerWorkFileError,
        errors.ReadOnlyPlaceError: ReadOnlyWorkFileError,
    }
    try:
        yield
    except errors.InUseError as error:
        raise WorkFileInUseError(error.who, error.machine, error.since) from None
    except VaultError as error:
        told = own.get(type(error))
        if told is None:
            raise
        raise told() from None
