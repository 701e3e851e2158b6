"""A save that fails or is cut short has happened whole, or not at all; then the next one works."""

import multiprocessing
import os
import random
import signal
import time
from collections.abc import Callable

import pytest

from faults.conftest import Ground, fill, small_disk
from faults.failing import Failing, every_failure, failing_files, failing_statements
from gdpr_desktop.vault import Alarm, DiskFullError, journal
from gdpr_desktop.vault.database import is_sound

SAVES = 200
ROUNDS = 4
posix_only = pytest.mark.skipif(os.name != "posix", reason="needs fork and kill")
forks = pytest.mark.filterwarnings("ignore::DeprecationWarning")

# every table that a registered request has a row in, with how to count its cases
PARTS = {
    "case_file": "count(*)",
    "request": "count(*)",
    "person": "count(DISTINCT case_id)",
    "timeline": "count(DISTINCT case_id)",
    "task": "count(DISTINCT case_id)",
    "deadline": "count(DISTINCT case_id)",
    "case_words": "count(*)",
}


def cases(ground: Ground) -> int:
    """How many cases there are; all their parts agree."""
    db = ground.vault.db
    counts = {
        table: db.execute(f"SELECT {count} FROM {table}").fetchone()[0]
        for table, count in PARTS.items()
    }
    assert len(set(counts.values())) == 1, counts
    return counts["case_file"]


def _save_and_tell(ground: Ground, acknowledge: int) -> None:
    ground.open()
    for number in range(SAVES):
        ground.save()
        os.write(acknowledge, number.to_bytes(2, "big"))
    os.write(acknowledge, b"!!")
    time.sleep(60)


@posix_only
@forks
def test_kill_at_random_during_200_saves_loses_nothing_and_leaves_no_half_case(
    ground: Ground,
) -> None:
    chance = random.Random(7)
    for _round in range(ROUNDS):
        ground.lay()
        reader, writer = os.pipe()
        child = multiprocessing.get_context("fork").Process(
            target=_save_and_tell, args=(ground, writer)
        )
        child.start()
        os.close(writer)
        os.read(reader, 2)
        time.sleep(chance.uniform(0, 0.6))
        os.kill(child.pid, signal.SIGKILL)
        child.join()
        said = 1
        while part := os.read(reader, 65536):
            said += len(part.replace(b"!!", b"")) // 2
        os.close(reader)
        vault = ground.open()
        assert cases(ground) - 1 in (said, said + 1)
        assert Alarm.INTERRUPTED in vault.warnings
        assert journal.verify(vault.db) is None
        assert is_sound(vault.db)


@pytest.mark.parametrize("always", [False, True], ids=["once", "always"])
@pytest.mark.parametrize("failing", [failing_files, failing_statements])
def test_nth_failure_while_saving_is_told_and_the_next_save_works(
    ground: Ground, failing: Callable[..., Failing], always: bool
) -> None:
    names: set[str] = set()

    count = 1

    def before() -> None:
        nonlocal names
        if ground.opened is None:
            ground.fresh()
            names = ground.files()

    def after(error: Exception | None) -> None:
        nonlocal count
        found = cases(ground)
        assert found in (count, count + 1) if error else found == count + 1
        assert error is None or type(error).__name__ == "DiskFullError"
        ground.save()
        count = cases(ground)
        assert count == found + 1
        assert ground.files() == names  # nothing lies beside it

    calls = every_failure(ground.save, before=before, after=after, failing=failing, always=always)
    assert calls > 2
    assert journal.verify(ground.vault.db) is None


def test_full_disk_undoes_the_save_and_after_making_room_the_same_save_works(
    ground: Ground, tmp_path: object
) -> None:
    ground.folder = ground.folder.with_name("disk")
    with small_disk(ground.folder, "4m"):
        for path in ground.original.parent.iterdir():
            if path.is_file():
                (ground.folder / path.name).write_bytes(path.read_bytes())
        vault = ground.open()
        filler = fill(ground.folder)
        with pytest.raises(DiskFullError) as told:
            for _ in range(50):  # the first may still fit into pages that are there
                ground.save()
        saved = cases(ground)
        assert "plass" in str(told.value)
        assert vault.municipality().name == "Fjordvik kommune"
        filler.unlink()
        ground.save()
        assert cases(ground) == saved + 1
        assert is_sound(vault.db)
        ground.reopen()
        assert cases(ground) == saved + 1
        ground.close()
