"""A register with something in it, and a way to make and read its backups."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from gdpr_desktop.core.roles import Deed
from gdpr_desktop.vault import Vault
from gdpr_desktop.vault.backup import keeping
from gdpr_desktop.vault.backup.format import Reason
from gdpr_desktop.vault.backup.making import Made

if TYPE_CHECKING:
    from vault.conftest import Place


def save(vault: Vault, value: str, *, times: int = 1) -> None:
    """So many saves, the last of which leaves ``value``."""
    for number in range(times):
        with vault.begin(Deed.REGISTER_CASE) as work:
            text = f'"{value}"' if number == times - 1 else '"-"'
            work.db.execute("INSERT OR REPLACE INTO setting VALUES ('latest', ?)", [text])
            work.log(number, "registered")


def back_up(vault: Vault) -> Made:
    """One backup to the folder of the vault."""
    return keeping.Job(vault, Reason.ASKED).run()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder for backups on «another disk»."""
    made = tmp_path / "disk"
    made.mkdir()
    return made


@pytest.fixture
def backed_up(open_vault: Callable[..., Vault], folder: Path) -> Path:
    """A backup with the value «old» inside; the register goes on to «new» and is closed."""
    vault = open_vault()
    keeping.choose_folder(vault, folder)
    save(vault, "old")
    made = back_up(vault)
    save(vault, "new", times=3)
    vault.close()
    return made.path


def bytes_of(place: "Place") -> tuple[bytes, bytes]:
    """Both files as they lie on the disk."""
    return place.register.read_bytes(), place.keys.read_bytes()
