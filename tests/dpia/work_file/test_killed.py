"""Killed at work: what was saved is in the file, and the file still comes back."""

import multiprocessing
import os
import random
import signal
import time
from pathlib import Path

import pytest

from dpia.work_file.conftest import WRITER, Opener
from dpia.work_file.writing import case_in, said, write
from gdpr_desktop.core.clock import FixedClock
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.dpia import store
from gdpr_desktop.dpia.work_file import making, taking_in
from gdpr_desktop.dpia.work_file.making import Sent
from gdpr_desktop.vault import Vault
from gdpr_desktop.vault.work_file import open_work_file

ROUNDS = 8
pytestmark = [
    pytest.mark.skipif(os.name != "posix", reason="needs fork and kill"),
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
]


def _write_for_ever(sent: Sent, clock: FixedClock, anchors: Path, acknowledge: int) -> None:
    vault = open_work_file(sent.path, sent.password, clock=clock, anchor_dir=anchors)
    case_id, number = case_in(vault), 0
    while True:
        number += 1
        write(vault, case_id, said("what", f"{number} " + "x" * 20_000))
        os.write(acknowledge, number.to_bytes(4, "big"))


def _killed(sent: Sent, clock: FixedClock, anchors: Path, pause: float) -> int:
    """The number of the last answer that was acknowledged before the kill."""
    reader, writer = os.pipe()
    child = multiprocessing.get_context("fork").Process(
        target=_write_for_ever, args=(sent, clock, anchors, writer)
    )
    child.start()
    os.close(writer)
    whole = os.read(reader, 4)
    time.sleep(pause)
    os.kill(child.pid or 0, signal.SIGKILL)
    child.join()
    while part := os.read(reader, 65536):
        whole += part
    os.close(reader)
    return int.from_bytes(whole[-4:], "big")


def test_killed_while_saving_nothing_acknowledged_is_lost_and_it_can_be_taken_in(
    officer: Vault, case_id: CaseId, sent: Sent, clock: FixedClock, opener: Opener, tmp_path: Path
) -> None:
    chance = random.Random(8)
    for _round in range(ROUNDS):
        last = _killed(sent, clock, tmp_path / "andre", chance.uniform(0, 0.02))
        theirs = taking_in.read(officer, case_id, sent.path).theirs  # with what is left beside it
        assert int(theirs.answer("what").text.plain.split()[0]) in (last, last + 1)
    there = opener(sent.path, sent.password)
    assert store.dpia(there.db, case_in(there)).content == theirs


def _make_and_die(officer: Vault, case_id: CaseId, path: Path) -> None:
    def die(*_paths: Path) -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    making.swap = die  # type: ignore[attr-defined]
    making.send(officer, case_id, WRITER, path)


def test_killed_before_the_file_has_its_name_it_was_never_sent(
    officer: Vault, case_id: CaseId, tmp_path: Path
) -> None:
    folder = tmp_path / "ut"
    folder.mkdir()
    child = multiprocessing.get_context("fork").Process(
        target=_make_and_die, args=(officer, case_id, folder / "ny.dpia")
    )
    child.start()
    child.join()
    assert not (folder / "ny.dpia").exists()
    assert store.dpia(officer.db, case_id).sent_files == ()
    sent = making.send(officer, case_id, WRITER, folder / "ny.dpia")
    assert [one.name for one in folder.iterdir()] == [sent.path.name]
