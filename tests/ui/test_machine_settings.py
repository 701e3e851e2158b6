"""What the machine remembers."""

from pathlib import Path

import pytest

from gdpr_desktop.core.municipality import Language
from gdpr_desktop.ui.machine_settings import MachineSettings
from gdpr_desktop.ui.theme import Scheme


def test_what_is_saved_is_read_back(tmp_path: Path) -> None:
    settings = MachineSettings.load(tmp_path)
    settings.language, settings.scheme, settings.text_size = Language.BOKMAL, Scheme.DARK, 130
    settings.columns = {"requests": (120, 200)}
    settings.splitters = {'a "strange" name': (1, 2)}
    settings.remember_vault(tmp_path / 'Å\\ "x".register', "Solveig Testnes")
    assert MachineSettings.load(tmp_path) == settings


def test_the_newest_file_comes_first_and_twelve_are_kept(tmp_path: Path) -> None:
    settings = MachineSettings()
    for name in "abcdefghijklmna":
        settings.remember_vault(tmp_path / name, "x")
    assert "".join(path.name for path in settings.recent) == "anmlkjihgfed"
    assert len(settings.users) == 12


def test_each_register_has_its_own_user(tmp_path: Path) -> None:
    settings = MachineSettings()
    settings.remember_vault(tmp_path / "a.register", "Kari", "Fjordvik kommune")
    settings.remember_vault(tmp_path / "b.register", "Ola")
    users = [settings.user_of(tmp_path / name) for name in ("a.register", "b.register", "c")]
    assert users == ["Kari", "Ola", ""]
    settings.forget_vault(tmp_path / "a.register")
    assert settings.user_of(tmp_path / "a.register") == ""
    assert settings.names == {}


def test_registers_of_several_municipalities_can_be_told_apart(tmp_path: Path) -> None:
    settings = MachineSettings()
    one, other = tmp_path / "a" / "register.register", tmp_path / "b" / "register.register"
    settings.remember_vault(one, "Kari", "Fjordvik kommune")
    assert settings.label_of(one) == "Fjordvik kommune – register.register"
    settings.remember_vault(other, "Kari")
    assert settings.label_of(one) == f"Fjordvik kommune – {one}"
    assert settings.label_of(other) == str(other)


@pytest.mark.parametrize(
    "content", [b"\xff\xfe", b"language = 'xx'", b"= =", b"columns = 3", b"text_size = []"]
)
def test_damaged_settings_are_set_aside_and_forgotten(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "machine.toml").write_bytes(content)
    settings = MachineSettings.load(tmp_path)
    assert settings == MachineSettings(path=tmp_path / "machine.toml")
    assert (tmp_path / "machine.damaged").read_bytes() == content


def test_a_folder_that_cannot_be_written_stops_nobody(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    MachineSettings(path=tmp_path / "file" / "machine.toml").save()
    assert (tmp_path / "file").read_text() == ""
