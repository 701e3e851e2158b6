"""Calls into the vault, which is imported at the call: the first screen shows without it."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gdpr_desktop.core.errors import AppError
    from gdpr_desktop.ui.new_vault import NewVault
    from gdpr_desktop.vault import Vault


def preload() -> None:
    """Load what opening needs; run in the worker while the password is typed."""
    from gdpr_desktop import vault

    vault.preload()


def open_vault(path: Path, user: str, password: str, *, anchors: Path | None = None) -> "Vault":
    """Open; half a second. Raises ``VaultError``."""
    from gdpr_desktop.vault import Vault

    return Vault.open(path, user, password, anchor_dir=anchors)


def open_work_file(path: Path, password: str, *, anchors: Path) -> "Vault":
    """Open a file that holds one case; half a second. Raises ``VaultError``."""
    from gdpr_desktop.vault import work_file

    return work_file.open_work_file(path, password, anchor_dir=anchors)


def work_file_warnings(path: Path) -> tuple[str, ...]:
    """Sentences about a place where a work file is easily lost."""
    from gdpr_desktop.vault.work_places import work_file_warnings

    return work_file_warnings(path)


def create_vault(new: "NewVault", *, anchors: Path | None = None) -> "Vault":
    """Make and open. Raises ``InvalidInputError``, ``VaultError``."""
    from gdpr_desktop.vault import Vault

    return Vault.create(
        new.path,
        user=new.user,
        password=new.password,
        municipality=new.municipality,
        letterhead=new.letterhead,
        anchor_dir=anchors,
    )


def change_password(vault: "Vault", old: str, new: str) -> None:
    """The actor's own password. Raises ``WrongPasswordError``, ``InvalidInputError``."""
    from gdpr_desktop.vault import people

    people.change_password(vault, old, new)


def recover_vault(
    path: Path, groups: tuple[str, ...], officer: str, password: str, *, anchors: Path
) -> "Vault":
    """Open with the recovery key. Raises ``VaultError``, ``InvalidInputError``."""
    from gdpr_desktop.vault import recovery

    return recovery.open_with(path, groups, officer, password, anchor_dir=anchors)


def recovery_officers(path: Path) -> tuple[str, ...]:
    """Whose password the recovery key can set; none when there is no key. ``VaultError``."""
    from gdpr_desktop.vault import recovery

    return recovery.officers_at(path) if recovery.exists_at(path) else ()


def read_recovery(text: str) -> tuple[str, ...]:
    """The groups of a recovery key as typed. Raises ``InvalidInputError``."""
    from gdpr_desktop.vault import recovery_secret

    return recovery_secret.read(text)


def seconds_to_wait(error: "AppError") -> int:
    """How long until the next password is tried, as ``error`` says."""
    return int(getattr(error, "seconds", 0))


def is_wrong_password(error: "AppError") -> bool:
    """Does the error belong at the password?"""
    from gdpr_desktop.vault import WrongPasswordError

    return isinstance(error, WrongPasswordError)


def warnings(vault: "Vault") -> tuple[str, ...]:
    """What must be told after unlocking, in words."""
    from gdpr_desktop.vault import finding_words

    return tuple(finding_words(finding) for finding in vault.findings)


def tone(vault: "Vault") -> str:
    """How grave the warnings are: info, warning or danger."""
    from gdpr_desktop.vault import Alarm

    if any(finding.of_journal for finding in vault.findings):
        return "danger"
    return "info" if vault.warnings == (Alarm.NEW_MACHINE,) else "warning"


def place_warnings(path: Path) -> tuple[str, ...]:
    """Sentences about a place where the file should not lie."""
    from gdpr_desktop.vault import place_warnings, place_words

    return tuple(place_words(code) for code in place_warnings(path))


def password_problems(password: str, user: str, municipality: str) -> tuple[str, ...]:
    """Sentences about a new password; empty when it is good."""
    from gdpr_desktop.vault import password_problems

    return password_problems(password, name=user, municipality=municipality)
