"""Every file call and statement of a backup and a restore fails in its turn (safety.md, A2, A4)."""

import multiprocessing
import os
import shutil
import signal
from pathlib import Path

import pytest

from faults.failing import every_failure, failing_files, failing_statements
from gdpr_desktop.vault import Alarm, Vault, journal
from gdpr_desktop.vault.backup import format as file_format
from gdpr_desktop.vault.backup import keeping, replacing, restoring
from gdpr_desktop.vault.backup.format import Reason
from gdpr_desktop.vault.database import is_sound
from vault.backup.conftest import save

LAYERS = pytest.mark.parametrize(
    ("failing", "always"),
    [(failing_files, False), (failing_files, True), (failing_statements, False)],
    ids=["files once", "files for good", "statements"],
)


def _temporary(*folders: Path) -> list[str]:
    marks = (".copy", ".part", ".incoming", ".restoring", ".new", ".rehearsal")
    return [
        path.name
        for folder in folders
        for path in folder.rglob("*")
        if any(mark in path.name for mark in marks) and path.parent.name != "anchors"
    ]


@LAYERS
def test_whatever_fails_in_a_backup_the_last_good_one_stays(
    failing, always, open_vault, folder, place
):
    vault = open_vault()
    keeping.choose_folder(vault, folder)
    good = keeping.Job(vault, Reason.ASKED).run().path
    content = good.read_bytes()

    def before() -> None:
        for path in folder.iterdir():
            if path != good:
                path.unlink()

    def after(error: Exception | None) -> None:
        assert good.read_bytes() == content
        fresh = [path for path in folder.iterdir() if path != good and path.suffix == ".backup"]
        for path in fresh:  # also where only its entry in the journal failed: whole and proved
            file_format.read_head(path).authenticate(vault.opened.database_keys)
        assert fresh or error
        if not always:  # a disk that refuses everything also refuses to clean up
            assert _temporary(folder, place.register.parent) == []

    failures = every_failure(
        lambda: keeping.Job(vault, Reason.ASKED).run(),
        before=before,
        after=after,
        failing=failing,
        always=always,
    )
    assert failures > 10
    save(vault, "goes on")
    keeping.Job(vault, Reason.ASKED).run()
    assert _temporary(folder, place.register.parent) == []


@LAYERS
def test_whatever_fails_in_a_restore_it_is_old_or_new(
    failing, always, backed_up, place, clock, tmp_path
):
    safe = tmp_path / "safe"
    shutil.copytree(place.register.parent, safe)
    seen = set()

    def before() -> None:
        shutil.rmtree(place.register.parent)
        shutil.copytree(safe, place.register.parent)

    def restore() -> None:
        prepared = restoring.prepare(
            backed_up, place.register, place.officer, place.password, anchors=place.anchors
        )
        prepared.replace(clock, replaced="erstatta", older_is_fine=True)

    def after(error: Exception | None) -> None:
        seen.add(_what_is_there(place, clock, anchor_lost=always and failing is failing_files))
        if not always:
            assert _temporary(place.register.parent) == []

    failures = every_failure(restore, before=before, after=after, failing=failing, always=always)
    assert failures > 10
    assert seen == {"old", "new"}


def _what_is_there(place, clock, *, anchor_lost: bool = False) -> str:
    vault = Vault.open(
        place.register, place.officer, place.password, clock=clock, anchor_dir=place.anchors
    )
    assert is_sound(vault.db)
    assert journal.verify(vault.db) is None
    assert Alarm.JOURNAL_ALTERED not in vault.warnings
    value = vault.setting("latest")
    if not (anchor_lost and value == "old"):  # a false alarm is better than none
        assert Alarm.ROLLED_BACK not in vault.warnings
    vault.close()
    return value


@pytest.mark.skipif(os.name != "posix", reason="needs fork and kill")
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_killed_at_any_rename_of_a_restore_it_is_old_or_new(backed_up, place, clock, tmp_path):
    safe = tmp_path / "safe"
    shutil.copytree(place.register.parent, safe)
    seen = []
    for step in range(1, 12):
        shutil.rmtree(place.register.parent)
        shutil.copytree(safe, place.register.parent)
        child = multiprocessing.get_context("fork").Process(
            target=_restore_and_die, args=(backed_up, place, clock, step)
        )
        child.start()
        child.join()
        seen.append(_what_is_there(place, clock))
        assert not replacing.is_decided(restoring.VaultFiles.at(place.register))
        if child.exitcode == 0:
            break
    assert seen[0] == "new"
    assert seen[-1] == "old"
    assert seen == sorted(seen)  # «new» until it was decided, «old» from then on
    assert len(seen) > 5


def _restore_and_die(backup: Path, place, clock, step: int) -> None:
    """Restore, and be killed just before the ``step``-th rename, removal or sync of a folder."""
    prepared = restoring.prepare(
        backup, place.register, place.officer, place.password, anchors=place.anchors
    )
    calls = 0

    def dying(real):
        def call(*arguments, **named):
            nonlocal calls
            calls += 1
            if calls == step:
                os.kill(os.getpid(), signal.SIGKILL)
            return real(*arguments, **named)

        return call

    for name in ("replace", "rename", "unlink"):
        setattr(os, name, dying(getattr(os, name)))
    prepared.replace(clock, replaced="erstatta", older_is_fine=True)
    os._exit(0)
