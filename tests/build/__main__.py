"""Builds the program for this system and proves the result: ``python dev.py build``.

The folder ``dist/Personvernpulten`` is made by PyInstaller, then copied to a place that nobody
would choose (blanks, æøå, another home) and told to do the main job there by ``--self-test``. Its
start is timed against the checkout's. The wheel is built, unpacked and told to do the same.
"""

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from gdpr_desktop.core.paths import APP_NAME  # noqa: E402 - the checkout's, installed or not
from gdpr_desktop.self_test import REPORT  # noqa: E402

DIST = ROOT / "dist"
SKIPPED = 3  # exit code: this machine lacks a tool
LARGEST = 250  # MB; PySide6 alone is 90
SLOWEST = 1.5  # start of the built program to that of the checkout
STARTS = 5
STRANGE = "Prøv meg på ein ny stad æøå"
# what a program that somebody starts from a desktop would have, and no more
KEPT = ("PATH", "SYSTEMROOT", "TEMP", "TMP", "DISPLAY", "LANG", "LC_ALL")


class NotBuiltError(Exception):
    """Something did not hold; the text says what."""


def environment(home: Path) -> dict[str, str]:
    """The environment of the built program: nothing of this checkout's, and another home."""
    kept = {name: os.environ[name] for name in KEPT if name in os.environ}
    homes = dict.fromkeys(("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"), str(home))
    platform = os.environ.get("QT_QPA_PLATFORM", "offscreen")
    return {"LC_ALL": "C.UTF-8", **kept, **homes, "QT_QPA_PLATFORM": platform}


def run(command: Sequence[str], env: dict[str, str], cwd: Path) -> float:
    """Run ``command``; seconds. Raises ``NotBuiltError`` with the end of what it said."""
    start = time.perf_counter()
    done = subprocess.run(
        command,
        env=env,
        cwd=cwd,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
        timeout=600,
    )
    if done.returncode:
        tail = "\n".join(f"    {line}" for line in done.stdout.splitlines()[-25:])
        raise NotBuiltError(f"{command[0]} ended with {done.returncode}:\n{tail}")
    return time.perf_counter() - start


def build(work: Path) -> Path:
    """The folder (on macOS the .app) that PyInstaller makes."""
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"]
    command += ["--distpath", str(DIST), "--workpath", str(work), str(ROOT / "build.spec")]
    seconds = run(command, dict(os.environ), ROOT)
    made = DIST / (f"{APP_NAME}.app" if sys.platform == "darwin" else APP_NAME)
    files = [path for path in made.rglob("*") if path.is_file() and not path.is_symlink()]
    size = sum(path.stat().st_size for path in files) / 1e6
    print(f"built         {seconds:6.1f} s, {size:.0f} MB in {len(files)} files: {made}")
    if size > LARGEST:
        raise NotBuiltError(f"the folder is larger than {LARGEST} MB: something came along")
    stray = [path.name for path in files if "Network" in path.name or path.name.startswith("_ssl")]
    if stray:
        raise NotBuiltError(f"a program without a network has no use for {', '.join(stray)}")
    return made


def program_in(folder: Path) -> Path:
    """What is started in the built folder."""
    if sys.platform == "darwin":
        return folder / "Contents" / "MacOS" / APP_NAME
    return folder / (f"{APP_NAME}.exe" if sys.platform == "win32" else APP_NAME)


def prove(name: str, command: Sequence[str], place: Path, env: dict[str, str]) -> None:
    """Have ``command`` do the main job in ``place``, and read its report."""
    work = place / f"Mitt register {name} æøå"
    seconds = run([*command, "--self-test", str(work)], env, place)
    report = json.loads((work / REPORT).read_text(encoding="utf-8"))
    if not report["passed"] or not (work / report["letter"]["file"]).is_file():
        raise NotBuiltError(f"{name}: {report['problem'] or report}")
    steps = ", ".join(f"{step} {taken:.2f}" for step, taken in report["steps"].items())
    print(f"{name:<14}{seconds:6.1f} s: {steps}")
    if name == "built program":
        print(f"{'':<14}{', '.join(f'{key} {value}' for key, value in report['versions'].items())}")


def compare_starts(built: Path, place: Path, env: dict[str, str]) -> None:
    """Whole processes, alternately, until the first screen is shown."""
    arguments = ["--data-dir", str(place / "start"), "--exit-when-shown"]
    checkout = [sys.executable, "-m", "gdpr_desktop", *arguments]
    commands = {"built": ([str(built), *arguments], place), "checkout": (checkout, ROOT)}
    times: dict[str, list[float]] = {name: [] for name in commands}
    for number in range(STARTS + 1):
        for name, (command, cwd) in commands.items():
            taken = run(command, env, cwd)
            if number:  # the first one fills the disk's cache
                times[name].append(taken)
    medians = {name: statistics.median(taken) for name, taken in times.items()}
    ratio = medians["built"] / medians["checkout"]
    said = ", ".join(f"{name} {median * 1000:.0f} ms" for name, median in medians.items())
    print(f"start         {said}: ratio {ratio:.2f}, limit {SLOWEST}")
    if ratio > SLOWEST:
        raise NotBuiltError("the built program starts too slowly")


def prove_wheel(place: Path, env: dict[str, str]) -> None:
    """Build the wheel without asking the network, unpack it elsewhere, and use it."""
    if find_spec("hatchling") is None:
        print("wheel         skipped: hatchling is not installed")
        return
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-index"]
    command += ["--no-build-isolation", "--wheel-dir", str(place), str(ROOT)]
    run(command, dict(os.environ), place)
    wheel = next(place.glob("gdpr_desktop-*.whl"))
    unpacked = place / "installed"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(unpacked)
    installed = {**env, "PYTHONPATH": str(unpacked)}
    found = f"import gdpr_desktop; assert gdpr_desktop.__file__.startswith({str(unpacked)!r})"
    run([sys.executable, "-c", found], installed, place)
    prove("wheel", [sys.executable, "-m", "gdpr_desktop"], place, installed)


def lacks() -> str:
    """What this machine cannot build without; empty when it has all."""
    if find_spec("PyInstaller") is None:
        return "PyInstaller"
    from PyInstaller.depend.bindepend import get_python_library_path

    if sys.platform.startswith("linux") and not shutil.which("objcopy"):
        return "objcopy (Debian: binutils)"
    if not get_python_library_path():
        version = f"{sys.version_info.major}.{sys.version_info.minor}"
        return f"Python's shared library (Debian: libpython{version})"
    return ""


def main() -> int:
    """Build, prove, time; one line each."""
    if missing := lacks():
        print(f"Not built: this machine lacks {missing}.")
        return SKIPPED
    start = time.monotonic()
    try:
        with tempfile.TemporaryDirectory(prefix="personvernpulten-") as folder:
            place = Path(folder).resolve() / STRANGE
            place.mkdir()
            made = build(Path(folder) / "work")
            moved = shutil.copytree(made, place / made.name, symlinks=True)
            env = environment(place / "heim")
            prove("built program", [str(program_in(moved))], place, env)
            compare_starts(program_in(moved), place, env)
            prove_wheel(place, env)
    except NotBuiltError as error:
        print(f"FAILED: {error}")
        return 1
    print(f"The built program does the main job ({time.monotonic() - start:.0f} s).")
    return 0


if __name__ == "__main__":
    sys.exit(main())
