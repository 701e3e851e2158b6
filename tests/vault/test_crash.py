"""Killed in the middle of a save: everything acknowledged is there, nothing is half."""

import multiprocessing
import os
import random
import signal
import time

import pytest

from gdpr_desktop.core.roles import Deed
from gdpr_desktop.vault import Alarm, Vault, journal, people
from gdpr_desktop.vault.database import is_sound

ROUNDS = 20
pytestmark = [
    pytest.mark.skipif(os.name != "posix", reason="needs fork and kill"),
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
]


def _save_for_ever(place, clock, acknowledge) -> None:
    vault = Vault.open(
        place.register, place.officer, place.password, clock=clock, anchor_dir=place.anchors
    )
    number = 0
    while True:
        number += 1
        with vault.begin(Deed.REGISTER_CASE) as work:
            work.log(number, "registered", letter="x" * 3000)
            work.db.execute("INSERT OR REPLACE INTO setting VALUES ('latest', ?)", [str(number)])
        os.write(acknowledge, number.to_bytes(4, "big"))


def _kill_in_mid_save(place, clock, pause: float) -> int:
    """The number of the last save that was acknowledged before the kill."""
    reader, writer = os.pipe()
    child = multiprocessing.get_context("fork").Process(
        target=_save_for_ever, args=(place, clock, writer)
    )
    child.start()
    os.close(writer)
    first = os.read(reader, 4)
    time.sleep(pause)
    os.kill(child.pid, signal.SIGKILL)
    child.join()
    rest = b""
    while part := os.read(reader, 65536):
        rest += part
    os.close(reader)
    whole = first + rest
    return int.from_bytes(whole[-4:], "big")


def test_kill_in_the_middle_of_saving_loses_nothing_acknowledged(open_vault, place, clock):
    chance = random.Random(1)
    total = 0
    for _round in range(ROUNDS):
        acknowledged = _kill_in_mid_save(place, clock, chance.uniform(0, 0.02))
        total += acknowledged
        vault = open_vault()
        saved = vault.setting("latest")
        logged = vault.db.execute(
            "SELECT case_id FROM journal WHERE deed = 'registered' ORDER BY seq DESC LIMIT 1"
        ).fetchone()[0]
        assert saved == logged
        assert saved in (acknowledged, acknowledged + 1)
        assert vault.warnings == (Alarm.INTERRUPTED,)
        assert journal.verify(vault.db) is None
        assert is_sound(vault.db)
        vault.close()
    assert total >= ROUNDS  # a busy machine may save but once before the kill


def _change_password_and_die(place, clock, step: int) -> None:
    vault = Vault.open(
        place.register, place.officer, place.password, clock=clock, anchor_dir=place.anchors
    )
    real = {name: getattr(os, name) for name in ("open", "write", "fsync", "replace", "rename")}
    calls = 0

    def counted(name):
        def call(*arguments, **options):
            nonlocal calls
            calls += 1
            if calls == step:
                os._exit(9)
            return real[name](*arguments, **options)

        return call

    for name in real:
        setattr(os, name, counted(name))
    people.change_password(vault, place.password, "eit heilt nytt lause ord")
    os._exit(0)


def test_kill_at_any_step_of_a_password_change_leaves_one_that_works(original, clock, tmp_path):
    import shutil

    from gdpr_desktop.vault import WrongPasswordError

    step, code = 0, 9
    while code == 9:
        step += 1
        folder = shutil.copytree(original.register.parent, tmp_path / str(step))
        place = type(original)(register=folder / original.register.name, anchors=folder / "anchors")
        child = multiprocessing.get_context("fork").Process(
            target=_change_password_and_die, args=(place, clock, step)
        )
        child.start()
        child.join()
        code = child.exitcode
        works = []
        for password in (place.password, "eit heilt nytt lause ord"):
            try:
                vault = Vault.open(
                    place.register, place.officer, password, clock=clock, anchor_dir=place.anchors
                )
            except WrongPasswordError:
                works.append(False)
            else:
                works.append(True)
                vault.close()
        assert sorted(works) == [False, True]
    assert step > 4
    assert works == [False, True]
