"""The program works offline, and does not even try: the main job with every way out watched.

``--self-test`` makes and opens the demo in real windows, shows every tab, exports a letter, locks;
an audit hook refuses sockets and other programs meanwhile. What Python cannot see, because Qt or
a library does it in C, is looked at from outside: in a network without any card, and by a trace
of the calls to the system.
"""

import json
import os
import re
import shutil
import socket
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from gdpr_desktop import self_test

ROOT = Path(__file__).resolve().parents[1]
NETWORK = re.compile(r"\b(AF_INET6?|AF_PACKET|AF_NETLINK)\b")


def main_job(folder: Path, before: Sequence[str] = ()) -> tuple[int, dict[str, Any], str]:
    """Exit code, report and what was said."""
    done = subprocess.run(
        [*before, sys.executable, "-m", "gdpr_desktop", "--self-test", str(folder)],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )
    report = json.loads((folder / self_test.REPORT).read_text(encoding="utf-8"))
    return done.returncode, report, done.stderr


def can(*command: str) -> bool:
    """Is this tool here, and is it allowed to do its work?"""
    if shutil.which(command[0]) is None:
        return False
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, tuple[int, dict[str, Any], str]]:
    """The folder of a first run, which made the demo, and how it went."""
    folder = tmp_path_factory.mktemp("network") / "Prøv å gå ut"
    return folder, main_job(folder)


@pytest.fixture
def folder(first: tuple[Path, object], tmp_path: Path) -> Path:
    """A copy of that folder, with the demo made already."""
    return shutil.copytree(first[0], tmp_path / "again")


def test_the_main_job_reaches_for_no_network_and_no_other_program(
    first: tuple[Path, tuple[int, dict[str, Any], str]],
) -> None:
    code, report, said = first[1]
    assert code == 0, said
    assert report["passed"]
    assert report["refused"] == []
    assert set(report["network_modules"]) <= {"socket"}  # of filelock, for the machine's name
    assert list(report["steps"])[-2:] == ["unlocked", "locked again"]


@pytest.mark.skipif(not can("unshare", "-rn", "true"), reason="no right to a network of its own")
def test_the_main_job_is_done_where_there_is_no_network_at_all(folder: Path) -> None:
    code, report, said = main_job(folder, ["unshare", "-rn"])
    assert (code, report["passed"]) == (0, True), said


@pytest.mark.skipif(
    not can("strace", "-f", "--seccomp-bpf", "-e", "trace=socket", "true"),
    reason="no right to trace, or no strace",
)
def test_no_library_below_python_asks_the_system_for_a_network(folder: Path) -> None:
    trace = folder / "trace"
    calls = "trace=socket,connect,bind,sendto,execve"
    tool = ["strace", "-f", "--seccomp-bpf", "-qq", "-e", calls, "-o", str(trace)]
    code, report, said = main_job(folder, tool)
    assert (code, report["passed"]) == (0, True), said
    lines = trace.read_text(encoding="utf-8", errors="replace").splitlines()
    assert [line for line in lines if NETWORK.search(line)] == []
    assert sum("execve(" in line for line in lines) == 1


def test_the_watch_sees_a_socket_and_a_program(tmp_path: Path) -> None:
    program = (
        "import socket, subprocess, sys\n"
        "from gdpr_desktop.self_test import refuse_the_outside\n"
        "refused = []\n"
        "refuse_the_outside(refused)\n"
        "socket.gethostname()\n"
        "for reach in (socket.socket, lambda: socket.getaddrinfo('a', 1),\n"
        "              lambda: subprocess.Popen([sys.executable])):\n"
        "    try: reach()\n"
        "    except PermissionError: pass\n"
        "print(*refused)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["socket.__new__", "socket.getaddrinfo", "subprocess.Popen"]


def test_a_fault_in_the_self_test_is_written_down_and_told_by_the_exit_code(folder: Path) -> None:
    (folder / "fjordvik-demo.register").write_bytes(b"something else")
    code, report, _said = main_job(folder)
    assert code == 1
    assert not report["passed"]
    assert "the demo register was not opened" in report["problem"]


def test_no_module_of_ours_knows_a_way_out() -> None:
    way_out = re.compile(
        r"^\s*(?:import|from) (?:socket|ssl|http|urllib\.request|ftplib|smtplib|asyncio|webbrowser"
        r"|PySide6\.QtNetwork|PySide6\.QtWeb\w+)\b|openUrl\((?!QUrl\.fromLocalFile)",
        re.MULTILINE,
    )
    ours = (ROOT / "gdpr_desktop").rglob("*.py")
    assert [path for path in ours if way_out.search(path.read_text(encoding="utf-8"))] == []
    assert socket.AF_INET  # the tests themselves have it: conftest refuses its use
