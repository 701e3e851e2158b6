"""Killed while somebody types: what was typed is there when the register is opened again."""

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import PASSWORD, USER
from gdpr_desktop.core.clock import FixedClock
from gdpr_desktop.vault import Alarm, Vault, drafts

CHILD = Path(__file__).with_name("typing_child.py")
ROOT = CHILD.parents[2]


@pytest.mark.skipif(os.name != "posix", reason="needs kill -9")
@pytest.mark.parametrize("end", ["kill", "bug"])
def test_what_was_typed_before_a_crash_is_there_afterwards(
    tmp_path: Path, sealed_vault: Path, clock: FixedClock, end: str
) -> None:
    folder = shutil.copytree(sealed_vault.parent, tmp_path / "vault")
    register = folder / sealed_vault.name
    child = subprocess.Popen(
        [sys.executable, str(CHILD), str(register), USER, PASSWORD, end],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        text=True,
    )
    assert child.stdout is not None
    assert child.stdout.readline() == "typed\n"  # also with the crash dialog on top
    os.kill(child.pid, signal.SIGKILL)
    child.wait(timeout=30)
    child.stdout.close()
    vault = Vault.open(register, USER, PASSWORD, clock=clock)
    (draft,) = drafts.all_of(vault)
    assert draft.data["about"] == "Kari"
    assert draft.data["state"]["wording"] == "Eg vil sjaa alt"
    assert vault.warnings == (Alarm.INTERRUPTED,)
    vault.close()
