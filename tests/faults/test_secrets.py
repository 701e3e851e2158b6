"""Odd passwords in a backup too, and no key or password in anything that is written down."""

import base64
import os
import sys
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from conftest import PASSWORD, USER
from faults.conftest import Ground
from gdpr_desktop.core.clock import SystemClock
from gdpr_desktop.overview import feature as overview
from gdpr_desktop.requests import feature as requests
from gdpr_desktop.ui import main_window, tasks
from gdpr_desktop.ui.machine_settings import MachineSettings
from gdpr_desktop.ui.main_window import MainWindow
from gdpr_desktop.ui.shortcuts import Shortcuts
from gdpr_desktop.ui.theme import Scheme, Theme
from gdpr_desktop.ui.vault_gate import VaultGate
from gdpr_desktop.vault import Vault, WrongPasswordError, people
from gdpr_desktop.vault.backup import keeping, reading
from gdpr_desktop.vault.backup.format import Reason
from gdpr_desktop.vault.secret import Secret

WRONG = "heilt feil passord, diverre"
ODD = {
    "letters": "grøn ånd på øya ærleg",
    "emoji": "🦭 hest 👩🏽‍🚒 fjell 🇳🇴",
    "long": "k9?xæ" * 200,
    "blanks": " ledande og følgjande ",
    "NUL": "nul\0 er eit teikn",
}


@pytest.mark.parametrize("chosen", ["NFC", "NFD"])
@pytest.mark.parametrize("password", ODD.values(), ids=ODD)
def test_password_opens_register_and_backup_in_either_unicode_form(
    ground: Ground, password: str, chosen: str
) -> None:
    typed = unicodedata.normalize({"NFC": "NFD", "NFD": "NFC"}[chosen], password)
    people.change_password(ground.open(), PASSWORD, unicodedata.normalize(chosen, password))
    backup = keeping.Job(ground.vault, Reason.ASKED).run().path
    ground.close()
    Vault.open(ground.register, USER, typed, anchor_dir=ground.folder / "anchors").close()
    here = {"anchors": ground.folder / "anchors", "clock": SystemClock()}
    assert reading.open_backup(backup, USER, typed, **here).slot.slot.user == USER
    with pytest.raises(WrongPasswordError):
        reading.open_backup(backup, USER, PASSWORD, **here)


def _traces(secret: bytes) -> tuple[bytes, ...]:
    """How a secret would look in a file."""
    coded = base64.b64encode(secret).rstrip(b"=")
    written = repr(secret)[2:-1].encode()
    return secret, secret.hex().encode(), secret.hex().upper().encode(), coded, written


@pytest.fixture
def window(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> MainWindow:
    """The program's window, with its settings in a file as on a machine."""
    monkeypatch.setattr(main_window, "shortcuts", Shortcuts())  # other tests have other tabs
    data = tmp_path / "data"
    gate = VaultGate(data_dir=data, new_folder=tmp_path, check_letterhead=Path.read_bytes)
    settings, theme = MachineSettings.load(data), Theme(qapp, scheme=Scheme.LIGHT)
    made = MainWindow(settings, theme, gate, lambda: (overview, requests))
    qtbot.addWidget(made)
    made.listen_to(tasks.runner())
    made.show()
    return made


def _a_day(window: MainWindow, ground: Ground, qtbot: QtBot) -> tuple[Secret, ...]:
    """A wrong password, the right one, a backup, locked: the keys that were in use."""
    for password in (WRONG, PASSWORD):
        window.unlock_page.show_file(ground.register, USER, password)
        window.unlock_page.unlock()
        tasks.runner().wait()
    qtbot.waitUntil(lambda: window.vault is not None)
    vault: Any = window.vault
    keys = (*vault.opened.database_keys, *vault.opened.officers_keys)
    keeping.Job(vault, Reason.ASKED).run()
    window.lock()
    qtbot.waitUntil(lambda: window.vault is None)
    return keys


def test_no_key_and_no_password_in_any_file_argument_or_variable_after_a_day(
    ground: Ground, window: MainWindow, home: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    keys = _a_day(window, ground, qtbot)
    files = [path for top in (tmp_path, home) for path in top.rglob("*") if path.is_file()]
    kinds = {path.suffix for path in files}
    assert {".register", ".keys", ".backup", ".toml", ".json"} <= kinds
    seen = {str(path): path.read_bytes() for path in files}
    seen["arguments"] = repr(sys.argv).encode()
    seen["variables"] = repr(dict(os.environ)).encode()
    secrets = [key.reveal() for key in keys] + [text.encode() for text in (PASSWORD, WRONG)]
    assert len(secrets) == 4
    found = [
        name
        for name, content in seen.items()
        for secret in secrets
        if any(trace in content for trace in _traces(secret))
    ]
    assert found == []
    assert any(USER.encode() in content for content in seen.values())  # the search finds things
