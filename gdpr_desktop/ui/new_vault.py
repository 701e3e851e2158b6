"""What the person decided about a new file."""

from dataclasses import dataclass, field
from pathlib import Path

from gdpr_desktop.core.municipality import Municipality


@dataclass(frozen=True, slots=True, kw_only=True)
class NewVault:
    """Everything that ``Vault.create`` needs. ``letterhead`` is a .docx, None the built-in."""

    path: Path
    user: str
    password: str = field(repr=False)
    municipality: Municipality
    letterhead: bytes | None = field(default=None, repr=False)
