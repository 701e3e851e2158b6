"""The developer's one command; ``python3 dev.py --help`` lists what it does.

Standard library only, for Python 3.11 or newer on Linux, macOS and Windows. Each command first
makes or refreshes the environment in ``.venv``, so a fresh machine needs nothing but Python.
"""

from __future__ import annotations

import argparse
import ctypes
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
OLDEST_PYTHON = (3, 11)
NOT_POSSIBLE = 2  # exit code: this machine cannot do it
SKIPPED = 3  # exit code of a gate that lacks its tool

# What Qt loads from the system, and the Debian package that has it.
QT_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}
_XCB = "cursor.0 icccm.4 image.0 keysyms.1 randr.0 render-util.0 shape.0 sync.1 xfixes.0 xkb.1"
X11_LIBRARIES = {
    **{f"libxcb-{n}.so.{i}": f"libxcb-{n}{i}" for n, i in (x.split(".") for x in _XCB.split())},
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
WAYLAND_LIBRARIES = {f"libwayland-{n}.so.0": f"libwayland-{n}0" for n in ("client", "cursor")}
FONT_FOLDERS = (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"))
DICTIONARIES = (Path("/usr/share/hunspell/nn_NO.dic"), Path("/usr/share/hunspell/nb_NO.dic"))

CORES = ("-n", str(min(os.cpu_count() or 1, 8)))  # pytest-xdist's
NEEDS_A_SCREEN = ("run",)
NEEDS_SPELLING = ("check",)


def give_up(sentence: str, code: int = 1) -> NoReturn:
    """Say what is wrong in one sentence and end with ``code``."""
    print(sentence, file=sys.stderr)
    raise SystemExit(code)


# --- the environment -----------------------------------------------------------------------


def venv_python() -> Path:
    """The environment's interpreter, whether it exists or not."""
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def environment_stamp() -> str:
    """A hash of all that the environment is made from. Its place counts: scripts name it."""
    digest = hashlib.sha256(f"{sys.version}\n{VENV}\n".encode())
    for name in ("pyproject.toml", "constraints.txt"):
        digest.update((ROOT / name).read_bytes())
    return digest.hexdigest()


def environment_is_fresh() -> bool:
    """Was ``.venv`` made whole, by this Python, from today's pyproject and constraints?"""
    stamp = VENV / "stamp"
    return (
        venv_python().exists()
        and stamp.is_file()
        and stamp.read_text(encoding="ascii") == environment_stamp()
    )


def make_environment() -> None:
    """Make ``.venv`` anew unless it is fresh. The stamp comes last: half an environment is none."""
    if environment_is_fresh():
        return
    provide_venv_module()
    print("Making the environment in .venv; this takes a minute or two …", flush=True)
    python = getattr(sys, "_base_executable", sys.executable)
    quietly(
        [python, "-m", "venv", "--clear", str(VENV)],
        "Python could not make an environment in .venv.",
    )
    install = [str(venv_python()), "-m", "pip", "install", "--quiet", "--no-input"]
    install += ["--disable-pip-version-check", "-c", "constraints.txt", "-e", ".[dev]"]
    quietly(install, "pip could not install what the program needs: is this machine online?")
    (VENV / "stamp").write_text(environment_stamp(), encoding="ascii")


def provide_venv_module() -> None:
    """Debian's Python comes without ``ensurepip``, which ``venv`` cannot do without."""
    if importlib.util.find_spec("venv") and importlib.util.find_spec("ensurepip"):
        return
    package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
    if not may_install():
        give_up(
            "This Python cannot make environments (venv or ensurepip is missing); "
            f"on Debian or Ubuntu, install it with: sudo apt-get install {package}"
        )
    install_packages([package])


def quietly(
    command: Sequence[str], sentence: str, environment: Mapping[str, str] | None = None
) -> None:
    """Run ``command``; when it fails, give up with ``sentence`` and the end of what it said."""
    done = subprocess.run(
        command,
        cwd=ROOT,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if done.returncode:
        tail = "\n".join(f"  {line}" for line in done.stdout.splitlines()[-15:])
        give_up(f"{sentence} It said:\n{tail}")


# --- what the system must have -------------------------------------------------------------


def is_loadable(library: str) -> bool:
    """Can the system's loader find ``library``?"""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def missing_libraries(command: str, environment: Mapping[str, str]) -> dict[str, str]:
    """Libraries that Qt will ask for and not find, with the Debian package of each."""
    wanted = dict(QT_LIBRARIES)
    if command in NEEDS_A_SCREEN and "QT_QPA_PLATFORM" not in environment:
        wanted |= WAYLAND_LIBRARIES if environment.get("WAYLAND_DISPLAY") else X11_LIBRARIES
    return {name: package for name, package in wanted.items() if not is_loadable(name)}


def missing_extras(command: str) -> dict[str, str]:
    """Things that some commands do better with, and the Debian package of each."""
    extras = {}
    if not any(folder.is_dir() and any(folder.rglob("*.[ot]tf")) for folder in FONT_FOLDERS):
        extras["a font"] = "fonts-dejavu-core"
    if command in NEEDS_SPELLING:
        if not shutil.which("hunspell"):
            extras["hunspell"] = "hunspell"
        if not all(dictionary.exists() for dictionary in DICTIONARIES):
            extras["Norwegian dictionaries"] = "hunspell-no"
    if command == "build":
        library = f"libpython3.{sys.version_info.minor}"
        if not shutil.which("objcopy"):
            extras["objcopy"] = "binutils"
        if not is_loadable(f"{library}.so.1.0"):
            extras["Python's shared library"] = library
    return extras


def may_install() -> bool:
    """Are we root on a system with apt-get?"""
    return os.name == "posix" and os.geteuid() == 0 and shutil.which("apt-get") is not None


def install_packages(packages: Iterable[str]) -> None:
    """Install Debian packages; we are root."""
    names = sorted(set(packages))
    print(f"Installing {', '.join(names)} …", flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(
        ["apt-get", "update", "-qq"],
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=False,  # one stale source must not stop us: the install below tells
    )
    quietly(
        ["apt-get", "install", "-qq", "-y", "--no-install-recommends", *names],
        f"apt-get could not install {', '.join(names)}.",
        environment,
    )


def how_to_install(missing: Mapping[str, str]) -> str:
    """One sentence that names what is missing and how to get it."""
    packages = " ".join(sorted(set(missing.values())))
    if shutil.which("apt-get"):
        return f"Missing: {', '.join(missing)}. Install with: sudo apt-get install {packages}"
    return (
        f"Missing: {', '.join(missing)}. Install with your system's package manager "
        f"(Debian's names: {packages})."
    )


def prepare_system(command: str) -> None:
    """On Linux: install what is missing as root, else name it. Without Qt's libraries, stop."""
    if not sys.platform.startswith("linux"):
        return
    libraries = missing_libraries(command, os.environ)
    extras = missing_extras(command)
    if not libraries and not extras:
        return
    if may_install():
        install_packages({**libraries, **extras}.values())
    elif libraries:
        give_up(how_to_install({**libraries, **extras}), NOT_POSSIBLE)
    else:
        print(how_to_install(extras), file=sys.stderr)


def require_screen() -> None:
    """End with one sentence where no window can be shown."""
    wanted = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    if sys.platform.startswith("linux") and not any(os.environ.get(name) for name in wanted):
        give_up(
            "There is no screen here to show the window on: start this from a desktop session.",
            NOT_POSSIBLE,
        )


# --- the commands --------------------------------------------------------------------------


def offscreen() -> dict[str, str]:
    """The environment of whatever draws without a screen."""
    return {"QT_QPA_PLATFORM": "offscreen", **os.environ}


def in_venv(*arguments: str, environment: Mapping[str, str] | None = None) -> int:
    """Run the environment's Python on ``arguments``, seen by the person; its exit code."""
    command = [str(venv_python()), *arguments]
    return subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode


def run(options: argparse.Namespace) -> int:
    """Start the program."""
    arguments = ["--demo"] if options.demo else []
    if options.data_dir:
        arguments += ["--data-dir", str(options.data_dir.resolve())]
    return in_venv("-m", "gdpr_desktop", *arguments)


def test(options: argparse.Namespace) -> int:
    """Run pytest, all tests on all cores; further arguments are pytest's own."""
    return in_venv("-m", "pytest", *(options.rest or CORES), environment=offscreen())


def screens(options: argparse.Namespace) -> int:
    """Write a picture of every tab, dialog and state."""
    return in_venv("tests/screens", str(options.out.resolve()), environment=offscreen())


def bench(options: argparse.Namespace) -> int:
    """Run the measurements; fails when a ratio is over its limit."""
    scripts = sorted((ROOT / "tests" / "bench").glob("bench_*.py"))
    known = {script.stem.removeprefix("bench_"): script for script in scripts}
    unknown = set(options.names) - set(known)
    if unknown:
        give_up(f"No such bench: {', '.join(sorted(unknown))}. There is: {', '.join(known)}.")
    failed = []
    for name in options.names or known:
        print(f"== {name}", flush=True)
        if in_venv(str(known[name]), environment=offscreen()):
            failed.append(name)
    print(f"Over the limit: {', '.join(failed)}" if failed else "All ratios are within limits.")
    return 1 if failed else 0


def build(_options: argparse.Namespace) -> int:
    """Build the program for this system, and prove that it works elsewhere."""
    return in_venv("tests/build", environment=offscreen())


def text(_options: argparse.Namespace) -> int:
    """Collect our words from the code, merge them into both languages, compile."""
    return in_venv("tests/checks/catalogues.py", "update")


GATES = {
    "format": ["-m", "ruff", "format", "--check", "."],
    "lint": ["-m", "ruff", "check", "."],
    "types": ["-m", "mypy"],
    "layers": [
        "-c",
        "from importlinter import cli; raise SystemExit(cli.lint_imports(no_logo=True))",
    ],
    "spelling": ["tests/checks/spelling.py"],
    "catalogues": ["tests/checks/catalogues.py", "check"],
    "tests": ["-m", "pytest", "-q", *CORES],
}


def pass_gate(name: str) -> int:
    """Run one gate, print its line, and what it said if it failed; its exit code."""
    print(f"{name:<12}", end="", flush=True)
    start = time.monotonic()
    done = subprocess.run(
        [str(venv_python()), *GATES[name]],
        cwd=ROOT,
        env=offscreen() | {"PYTHONIOENCODING": "utf-8"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    word = {0: "ok", SKIPPED: "skipped"}.get(done.returncode, "FAILED")
    print(f"{word:<9}{time.monotonic() - start:6.1f} s", flush=True)
    if done.returncode:
        print("\n".join(f"    {line}" for line in done.stdout.splitlines()), flush=True)
    return done.returncode


def check(_options: argparse.Namespace) -> int:
    """Pass every gate, the later ones too when one fails."""
    start = time.monotonic()
    codes = {name: pass_gate(name) for name in GATES}
    failed = [name for name, code in codes.items() if code not in (0, SKIPPED)]
    skipped = [name for name, code in codes.items() if code == SKIPPED]
    parts = [f"{len(GATES) - len(failed) - len(skipped)} of {len(GATES)} gates passed"]
    parts += [f"skipped: {', '.join(skipped)}"] if skipped else []
    parts += [f"FAILED: {', '.join(failed)}"] if failed else []
    print(f"\n{'; '.join(parts)} ({time.monotonic() - start:.0f} s)")
    return 1 if failed else 0


# --- the command line ----------------------------------------------------------------------


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """The command and its options; what follows ``test`` is pytest's and left as it is."""
    parser = argparse.ArgumentParser(prog="dev.py", description=__doc__.splitlines()[0])
    commands = parser.add_subparsers(dest="command", required=True, metavar="command")

    def add(name: str) -> argparse.ArgumentParser:
        words = COMMANDS[name].__doc__
        return commands.add_parser(name, help=words, description=words, add_help=name != "test")

    started = add("run")
    started.add_argument("--demo", action="store_true", help="open the demo register")
    started.add_argument("--data-dir", type=Path, metavar="D", help="keep everything in D")
    add("test")
    add("check")
    add("screens").add_argument("out", type=Path, metavar="OUT", help="folder for the pictures")
    add("bench").add_argument("names", nargs="*", metavar="name", help="only these")
    add("text")
    add("build")
    options, rest = parser.parse_known_args(arguments)
    if rest and options.command != "test":
        parser.error(f"unknown: {' '.join(rest)}")
    options.rest = rest
    return options


COMMANDS = {
    "run": run,
    "test": test,
    "check": check,
    "screens": screens,
    "bench": bench,
    "text": text,
    "build": build,
}


def main(arguments: Sequence[str]) -> int:
    """Prepare the machine, then do what was asked; the exit code."""
    if sys.version_info < OLDEST_PYTHON:
        give_up("Python 3.11 or newer is needed to run this.", NOT_POSSIBLE)
    options = parse(arguments)
    if options.command in NEEDS_A_SCREEN:
        require_screen()
    prepare_system(options.command)
    make_environment()
    return COMMANDS[options.command](options)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
