"""From password to key: argon2id, with a floor and a ceiling enforced before any work is done."""

import unicodedata
from dataclasses import dataclass

from gdpr_desktop.vault.errors import UnsafeKeyFileError
from gdpr_desktop.vault.secret import Secret

_MIB = 1024  # KiB


@dataclass(frozen=True, slots=True, kw_only=True)
class Kdf:
    """Cost of argon2id (RFC 9106): memory in KiB, passes, lanes."""

    memory_kib: int
    passes: int
    lanes: int

    @classmethod
    def standard(cls) -> "Kdf":
        """256 MiB, 3 passes, 4 lanes: about half a second."""
        return cls(memory_kib=256 * _MIB, passes=3, lanes=4)

    @classmethod
    def floor(cls) -> "Kdf":
        """The least that is accepted, 64 MiB and 3 passes: for tests."""
        return cls(memory_kib=64 * _MIB, passes=3, lanes=4)

    def check(self) -> None:
        """Raise ``UnsafeKeyFileError`` below the floor or above 1 GiB, 20 passes, 16 lanes."""
        safe = (
            64 * _MIB <= self.memory_kib <= 1024 * _MIB
            and 3 <= self.passes <= 20
            and 1 <= self.lanes <= 16
        )
        if not safe:
            raise UnsafeKeyFileError

    def derive(self, password: str, salt: bytes) -> Secret:
        """The 32-byte key of ``password`` in NFC, blanks kept, so that all systems agree."""
        from argon2.low_level import Type, hash_secret_raw  # slow to import

        self.check()
        key = hash_secret_raw(
            unicodedata.normalize("NFC", password).encode("utf-8", "surrogatepass"),
            salt,
            time_cost=self.passes,
            memory_cost=self.memory_kib,
            parallelism=self.lanes,
            hash_len=32,
            type=Type.ID,
        )
        return Secret(key)
