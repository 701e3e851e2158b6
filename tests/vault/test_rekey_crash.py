"""Killed while the key is changed: the old or the new key opens, and the leaver is shut out."""

import dataclasses
import multiprocessing
import os
import random
import shutil
import signal
import time

import pytest

from gdpr_desktop.core.roles import Deed
from gdpr_desktop.vault import Vault, VaultError, database, journal, keyfile, people
from gdpr_desktop.vault.database import is_sound

ROUNDS = 10
pytestmark = [
    pytest.mark.skipif(os.name != "posix", reason="needs fork and kill"),
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
]


def _open(place, clock) -> Vault:
    return Vault.open(
        place.register, place.officer, place.password, clock=clock, anchor_dir=place.anchors
    )


def _remove_and_tell(place, clock, begun) -> None:
    vault = _open(place, clock)
    change = database.change_key

    def told(*arguments, **named) -> None:
        os.write(begun, b"x")
        change(*arguments, **named)

    database.change_key = told
    people.remove_user(vault, people.users(vault)[1].id)
    os._exit(0)


@pytest.fixture(scope="module")
def large(original, tmp_path_factory):
    """A register of some 20 MB: its key takes long enough to change to be killed in the middle."""
    folder = tmp_path_factory.mktemp("large") / "data"
    shutil.copytree(original.register.parent, folder)
    place = dataclasses.replace(
        original, register=folder / original.register.name, anchors=folder / "anchors"
    )
    vault = Vault.open(place.register, place.officer, place.password, anchor_dir=place.anchors)
    with vault.begin(Deed.CHANGE_SETTINGS) as work:
        for number in range(200):
            work.db.execute(
                "INSERT INTO setting_file VALUES (?, ?)", [str(number), os.urandom(100_000)]
            )
    vault.close()
    return place


def _kill_after(place, clock, pause: float) -> None:
    """Have a child begin to change the key, and kill it ``pause`` seconds later."""
    reader, writer = os.pipe()
    child = multiprocessing.get_context("fork").Process(
        target=_remove_and_tell, args=(place, clock, writer)
    )
    child.start()
    os.close(writer)
    os.read(reader, 1)
    time.sleep(pause)
    os.kill(child.pid, signal.SIGKILL)
    child.join()
    os.close(reader)


def test_kill_in_the_middle_of_a_change_of_key_opens_and_is_ended_at_the_next_unlock(
    large, clock, tmp_path
):
    chance = random.Random(6)
    old_key_found = 0
    for number in range(ROUNDS):
        folder = shutil.copytree(large.register.parent, tmp_path / str(number))
        place = dataclasses.replace(
            large, register=folder / large.register.name, anchors=folder / "anchors"
        )
        kept = place.keys.read_bytes()
        _kill_after(place, clock, chance.uniform(0, 0.3))
        old_key_found += len(keyfile.decode(place.keys.read_bytes()).slots[0].database) > 1
        vault = _open(place, clock)
        assert is_sound(vault.db)
        assert journal.verify(vault.db) is None
        assert [user.removed for user in people.users(vault)] == [False, True]
        assert vault.opened.wanted is None
        count = vault.db.execute("SELECT count(*) FROM setting_file").fetchone()
        assert count == (200,)
        vault.close()
        place.keys.write_bytes(kept)
        with pytest.raises(VaultError):
            Vault.open(
                place.register,
                place.caseworker,
                place.caseworker_password,
                clock=clock,
                anchor_dir=place.anchors,
            )
        shutil.rmtree(folder)
    assert old_key_found > 0


STEPS = ("open", "write", "fsync", "replace", "rename", "unlink")


def _remove_and_die(place, clock, step: int) -> None:
    vault = _open(place, clock)
    user = people.users(vault)[1].id
    calls = 0

    def stop_at(real):
        def call(*arguments, **options):
            nonlocal calls
            calls += 1
            if calls == step:
                os._exit(9)
            return real(*arguments, **options)

        return call

    for name in STEPS:
        setattr(os, name, stop_at(getattr(os, name)))
    database._Cursor.execute = stop_at(database._Cursor.execute)
    people.remove_user(vault, user)
    os._exit(0)


def test_kill_at_any_step_of_a_removal_shuts_the_leaver_out_or_nobody(original, clock, tmp_path):
    step, code, seen = 0, 9, set()
    while code == 9:
        step += 1
        folder = shutil.copytree(original.register.parent, tmp_path / str(step))
        place = dataclasses.replace(
            original, register=folder / original.register.name, anchors=folder / "anchors"
        )
        child = multiprocessing.get_context("fork").Process(
            target=_remove_and_die, args=(place, clock, step)
        )
        child.start()
        child.join()
        code = child.exitcode
        vault = _open(place, clock)  # the officer always comes in
        removed = people.users(vault)[1].removed
        assert len(vault.opened.database_keys) == 1
        slots = keyfile.decode(place.keys.read_bytes()).slots
        assert [len(slot.database) for slot in slots] == [1] * (1 if removed else 2)
        vault.close()
        seen.add(removed)
    assert code == 0
    assert step > 20
    assert seen == {False, True}
