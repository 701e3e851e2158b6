"""The encrypted file: keys, users, unit of work, migrations, journal. Only here is the driver.

Importing this costs nothing: what is slow is loaded by ``preload``, while the password is typed,
or at the first use of ``Vault``.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from gdpr_desktop.vault.alarms import Alarm, Finding, alarm_words, finding_words
from gdpr_desktop.vault.errors import (
    AlteredKeyFileError,
    DamagedDatabaseError,
    DamagedKeyFileError,
    DiskFullError,
    ExistingFileError,
    ForeignKeyFileError,
    InUseError,
    MissingFileError,
    MissingKeyFileError,
    NewerFileError,
    NotAVaultError,
    OlderFileError,
    ReadOnlyPlaceError,
    ReplacedFileError,
    StorageError,
    TooSoonError,
    UnsafeKeyFileError,
    VaultError,
    WrongPasswordError,
)
from gdpr_desktop.vault.kdf import Kdf
from gdpr_desktop.vault.passwords import password_problems
from gdpr_desktop.vault.places import place_warnings, place_words

if TYPE_CHECKING:
    from gdpr_desktop.vault.users import User
    from gdpr_desktop.vault.vault import Vault
    from gdpr_desktop.vault.work import Work

__all__ = [
    "Alarm",
    "AlteredKeyFileError",
    "DamagedDatabaseError",
    "DamagedKeyFileError",
    "DiskFullError",
    "ExistingFileError",
    "Finding",
    "ForeignKeyFileError",
    "InUseError",
    "Kdf",
    "MissingFileError",
    "MissingKeyFileError",
    "NewerFileError",
    "NotAVaultError",
    "OlderFileError",
    "ReadOnlyPlaceError",
    "ReplacedFileError",
    "StorageError",
    "TooSoonError",
    "UnsafeKeyFileError",
    "User",
    "Vault",
    "VaultError",
    "Work",
    "WrongPasswordError",
    "alarm_words",
    "finding_words",
    "password_problems",
    "place_warnings",
    "place_words",
    "preload",
]


def preload() -> None:
    """Load the driver, the ciphers and the key derivation, and see that they answer right.

    Called in a thread at start.
    """
    for module in ("argon2.low_level", "gdpr_desktop.vault.vault"):
        import_module(module)
    import_module("gdpr_desktop.vault.known_answers").check()


def __getattr__(name: str) -> Any:
    if name == "Vault":
        from gdpr_desktop.vault.vault import Vault

        return Vault
    if name == "Work":
        from gdpr_desktop.vault.work import Work

        return Work
    if name == "User":
        from gdpr_desktop.vault.users import User

        return User
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
