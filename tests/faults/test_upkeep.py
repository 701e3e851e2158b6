"""A disk that is really full while the key is changed, and while a backup is written."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from conftest import PASSWORD, USER
from faults.conftest import Ground, fill, small_disk
from gdpr_desktop.core.errors import AppError, RefusedError
from gdpr_desktop.core.ids import UserId
from gdpr_desktop.core.roles import Role
from gdpr_desktop.vault import Vault, journal, people
from gdpr_desktop.vault.backup import keeping
from gdpr_desktop.vault.backup.errors import BackupSpaceError
from gdpr_desktop.vault.backup.format import Reason
from gdpr_desktop.vault.database import is_sound

SECOND, SECOND_PASSWORD = "Per Arkivar", "fire ord om ein fjord"


@contextmanager
def limited_files(size: int) -> Iterator[None]:
    """No file may grow beyond ``size``: what writes more is refused by the system."""
    resource = pytest.importorskip("resource")
    signal = pytest.importorskip("signal")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    previous = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, previous)


def _two_users(ground: Ground) -> tuple[Vault, UserId]:
    vault = ground.open()
    return vault, people.add_user(vault, SECOND, Role.ARCHIVIST, SECOND_PASSWORD).id


@pytest.mark.parametrize("share", [0.3, 0.7, 0.99])
def test_full_disk_while_the_key_is_changed_is_told_and_ended_at_the_next_unlock(
    ground: Ground, share: float
) -> None:
    vault, leaver = _two_users(ground)
    with (
        limited_files(int(ground.register.stat().st_size * share)),
        pytest.raises(AppError) as told,
    ):
        people.remove_user(vault, leaver)
    assert told.value.text.endswith(".")
    old = vault.opened.database_keys[0]
    assert is_sound(vault.db)
    ground.save()  # with the old key, without a restart
    vault = ground.reopen()
    assert vault.opened.wanted is None
    assert vault.opened.database_keys != (old,)
    assert is_sound(vault.db)
    assert journal.verify(vault.db) is None
    ground.close()
    with pytest.raises(AppError):
        Vault.open(ground.register, SECOND, SECOND_PASSWORD, anchor_dir=ground.folder)


def test_small_disk_refuses_a_change_of_key_and_a_backup_before_anything_is_written(
    ground: Ground, tmp_path: Path
) -> None:
    with small_disk(tmp_path / "disk", "4m") as disk:
        for path in ground.folder.glob("fjordvik.*"):
            shutil.copy(path, disk)
        vault = Vault.open(
            disk / ground.register.name, USER, PASSWORD, clock=ground.clock,
            anchor_dir=ground.folder / "anchors",
        )  # fmt: skip
        leaver = people.add_user(vault, SECOND, Role.ARCHIVIST, SECOND_PASSWORD).id
        filler = fill(disk)
        with pytest.raises(RefusedError):
            people.remove_user(vault, leaver)
        with pytest.raises(BackupSpaceError):
            keeping.Job(vault, Reason.ASKED).run()
        assert [user.removed for user in people.users(vault)] == [False, False]
        filler.unlink()
        people.remove_user(vault, leaver)
        assert is_sound(vault.db)
        vault.close()


def test_full_disk_while_a_backup_is_written_leaves_the_last_good_one(
    ground: Ground,
) -> None:
    vault = ground.open()
    good = keeping.Job(vault, Reason.ASKED).run().path
    content = good.read_bytes()
    for size in (4096, 100_000, vault.path.stat().st_size):
        with limited_files(size), pytest.raises(AppError) as told:
            keeping.Job(vault, Reason.ASKED).run()
        assert told.value.text.endswith(".")
        assert list(good.parent.iterdir()) == [good]
        assert good.read_bytes() == content
        assert keeping.status(vault).failed
    keeping.Job(vault, Reason.ASKED).run()
    assert not keeping.status(vault).failed
