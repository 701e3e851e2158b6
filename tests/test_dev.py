"""The developer's command: what it asks of the machine, and what it says when it lacks it."""

import sys
from pathlib import Path

import pytest

import dev


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout with an environment that looks finished."""
    (tmp_path / "pyproject.toml").write_text("[project]\n", encoding="utf-8")
    (tmp_path / "constraints.txt").write_text("ruff==1\n", encoding="utf-8")
    monkeypatch.setattr(dev, "ROOT", tmp_path)
    monkeypatch.setattr(dev, "VENV", tmp_path / ".venv")
    dev.venv_python().parent.mkdir(parents=True)
    dev.venv_python().touch()
    (dev.VENV / "stamp").write_text(dev.environment_stamp(), encoding="ascii")
    return tmp_path


@pytest.fixture
def linux(monkeypatch: pytest.MonkeyPatch) -> None:
    """Linux with every library, a screen nowhere, and nobody who may install."""
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(dev, "is_loadable", lambda library: True)
    monkeypatch.setattr(dev, "missing_extras", lambda command: {})
    monkeypatch.setattr(dev, "may_install", lambda: False)
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)


def test_a_finished_environment_is_used_as_it_is(checkout: Path) -> None:
    assert dev.environment_is_fresh()


@pytest.mark.parametrize("name", ["pyproject.toml", "constraints.txt"])
def test_a_changed_list_of_packages_makes_the_environment_stale(checkout: Path, name: str) -> None:
    (checkout / name).write_text("changed\n", encoding="utf-8")
    assert not dev.environment_is_fresh()


def test_an_environment_that_was_not_finished_is_stale(checkout: Path) -> None:
    (dev.VENV / "stamp").unlink()
    assert not dev.environment_is_fresh()


def test_another_python_makes_the_environment_stale(
    checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "version", "3.99.0 (another)")
    assert not dev.environment_is_fresh()


def test_an_environment_copied_from_another_checkout_is_stale(
    checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = checkout / "copy"
    (checkout / ".venv").rename(copy)
    monkeypatch.setattr(dev, "VENV", copy)
    assert not dev.environment_is_fresh()


def test_a_failing_install_is_said_with_the_end_of_what_pip_said_and_leaves_no_stamp(
    checkout: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (checkout / "constraints.txt").write_text("changed\n", encoding="utf-8")
    (dev.VENV / "stamp").unlink()
    failing = [sys.executable, "-c", "print('No matching distribution'); raise SystemExit(1)"]
    with pytest.raises(SystemExit) as ended:
        dev.quietly(failing, "pip could not install.")
    assert ended.value.code == 1
    assert (
        capsys.readouterr().err == "pip could not install. It said:\n  No matching distribution\n"
    )
    assert not dev.environment_is_fresh()


@pytest.mark.usefixtures("linux")
def test_run_without_a_screen_says_so_in_one_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        dev.main(["run", "--demo"])
    said = capsys.readouterr().err
    assert ended.value.code == 2
    assert said.count("\n") == 1
    assert "no screen" in said


@pytest.mark.usefixtures("linux")
def test_a_screen_of_either_kind_will_do(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        with monkeypatch.context() as patch:
            patch.setenv(name, ":0")
            dev.require_screen()


@pytest.mark.usefixtures("linux")
def test_missing_libraries_are_named_with_the_command_that_installs_them(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(dev, "is_loadable", lambda library: library != "libEGL.so.1")
    monkeypatch.setattr(dev.shutil, "which", lambda name: f"/usr/bin/{name}")
    with pytest.raises(SystemExit) as ended:
        dev.prepare_system("test")
    assert ended.value.code == 2
    expected = "Missing: libEGL.so.1. Install with: sudo apt-get install libegl1\n"
    assert capsys.readouterr().err == expected


@pytest.mark.usefixtures("linux")
def test_systems_without_apt_get_are_told_the_names(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(dev, "is_loadable", lambda library: "xcb-cursor" not in library)
    monkeypatch.setattr(dev.shutil, "which", lambda name: None)
    with pytest.raises(SystemExit):
        dev.prepare_system("run")
    said = capsys.readouterr().err
    assert "libxcb-cursor.so.0" in said
    assert "libxcb-cursor0" in said
    assert "apt-get" not in said


@pytest.mark.usefixtures("linux")
def test_root_gets_what_is_missing_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    installed: list[str] = []
    monkeypatch.setattr(dev, "is_loadable", lambda library: "glib" not in library)
    monkeypatch.setattr(dev, "missing_extras", lambda command: {"a font": "fonts-dejavu-core"})
    monkeypatch.setattr(dev, "may_install", lambda: True)
    monkeypatch.setattr(dev, "install_packages", installed.extend)
    dev.prepare_system("test")
    assert set(installed) == {"libglib2.0-0", "fonts-dejavu-core"}


@pytest.mark.usefixtures("linux")
def test_libraries_of_the_screen_are_asked_for_only_where_a_window_is_shown(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(dev, "is_loadable", lambda library: False)
    assert "libxcb-cursor.so.0" not in dev.missing_libraries("test", {})
    assert "libxcb-cursor.so.0" in dev.missing_libraries("run", {"DISPLAY": ":0"})
    assert "libxcb-cursor.so.0" not in dev.missing_libraries("run", {"WAYLAND_DISPLAY": "w"})
    assert "libwayland-client.so.0" in dev.missing_libraries("run", {"WAYLAND_DISPLAY": "w"})


@pytest.mark.usefixtures("linux")
def test_a_python_that_cannot_make_environments_is_said_with_the_package_to_install(
    checkout: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(dev.importlib.util, "find_spec", lambda name: None)
    with pytest.raises(SystemExit):
        dev.provide_venv_module()
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert f"python3.{sys.version_info.minor}-venv" in said


def test_what_follows_test_is_left_to_pytest() -> None:
    arguments = ["tests/law", "-k", "easter and not demo", "-n", "2", "-h"]
    assert dev.parse(["test", *arguments]).rest == arguments


def test_an_unknown_option_of_another_command_is_refused(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit) as ended:
        dev.parse(["run", "--dmeo"])
    assert ended.value.code == 2
    assert "--dmeo" in capsys.readouterr().err


def test_check_goes_on_after_a_failing_gate_and_names_it_at_the_end(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    say_and_fail = ["-c", "print('line 7 is wrong'); raise SystemExit(1)"]
    gates = {"first": say_and_fail, "second": ["-c", ""], "third": ["-c", "raise SystemExit(3)"]}
    monkeypatch.setattr(dev, "GATES", gates)
    monkeypatch.setattr(dev, "venv_python", lambda: Path(sys.executable))
    assert dev.check(dev.parse(["check"])) == 1
    said = capsys.readouterr().out
    assert "    line 7 is wrong" in said
    assert "1 of 3 gates passed; skipped: third; FAILED: first" in said


def test_bench_refuses_a_name_it_does_not_know_and_lists_those_it_does(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit):
        dev.bench(dev.parse(["bench", "nonsense"]))
    assert "start" in capsys.readouterr().err
