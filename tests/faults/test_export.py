"""An export that fails or is cut short leaves a letter that the case knows, or none at all.

m0009_exports keeps the rows that this rests on.
"""

import errno
import multiprocessing
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from faults.conftest import CASE, Ground, fill, small_disk
from faults.failing import Failing, every_failure, failing_files, failing_statements
from gdpr_desktop.casework import store as cases
from gdpr_desktop.casework.exports import store
from gdpr_desktop.core.errors import AppError
from gdpr_desktop.core.text import _
from gdpr_desktop.requests import feature
from gdpr_desktop.vault import DiskFullError

OLD = b"det gamle brevet"
posix_only = pytest.mark.skipif(os.name != "posix", reason="needs fork and kill")
forks = pytest.mark.filterwarnings("ignore::DeprecationWarning")


def known(ground: Ground) -> int:
    """How many letters the case knows; they agree with the timeline."""
    vault = ground.vault
    letters = cases.letters(vault.db, CASE)
    told = [e for e in cases.timeline(vault.db, CASE) if e.code == "letter_exported"]
    assert len(letters) == len(told)
    return len(letters)


def check_whole(ground: Ground, old: bytes | None) -> None:
    """The letter is there and known, or the file is as it was and no letter is known."""
    path = ground.letters / "brev.docx"
    content = path.read_bytes() if path.exists() else None
    if known(ground):
        assert content is not None
        assert content.startswith(b"PK")
    else:
        assert content == old
    assert {p.name for p in ground.letters.iterdir()} <= {"brev.docx"}
    assert store.begun(ground.vault.db) == ()


@pytest.mark.parametrize(
    ("failing", "old", "always"),
    [
        (failing_files, None, False),
        (failing_files, None, True),
        (failing_files, OLD, False),
        (failing_files, OLD, True),
        (failing_statements, None, True),
        (failing_statements, OLD, False),
    ],
)
def test_nth_failure_while_exporting_leaves_the_letter_known_or_none(
    ground: Ground,
    monkeypatch: pytest.MonkeyPatch,
    failing: Callable[..., Failing],
    old: bytes | None,
    always: bool,
) -> None:
    monkeypatch.setattr("time.sleep", lambda seconds: None)

    def before() -> None:
        if ground.opened is None or known(ground):
            ground.fresh()
        if old:
            (ground.letters / "brev.docx").write_bytes(old)

    def after(error: Exception | None) -> None:
        if store.begun(ground.vault.db):
            # what could not be put back while nothing worked is so at the next unlock
            feature.catch_up(ground.reopen())
        check_whole(ground, old)
        if error is None:
            assert known(ground) == 1
        else:
            assert "Errno" not in str(error)
            assert "No space" not in str(error)
            ground.vault.save_setting("usable", "still")

    calls = every_failure(ground.export, before=before, after=after, failing=failing, always=always)
    assert calls > 4
    ground.export("om igjen.docx")


def _export_and_die(ground: Ground, step: int) -> None:
    """In a child: the ``step``-th call that changes a file or the database ends the process."""
    from gdpr_desktop.vault import database

    ground.open()
    calls = 0

    def counted(real: Callable[..., object]) -> Callable[..., object]:
        def call(*arguments: object, **named: object) -> object:
            nonlocal calls
            calls += 1
            if calls == step:
                os._exit(9)
            return real(*arguments, **named)

        return call

    for name in ("open", "fsync", "replace", "unlink"):
        setattr(os, name, counted(getattr(os, name)))
    database._Cursor.execute = counted(database._Cursor.execute)  # type: ignore[method-assign]
    ground.export()
    os._exit(0)


@posix_only
@forks
@pytest.mark.parametrize(("old", "stride"), [(None, 5), (OLD, 2)], ids=["new", "replaced"])
def test_kill_at_any_step_of_an_export_is_cleared_up_at_the_next_unlock(
    ground: Ground, old: bytes | None, stride: int
) -> None:
    step, code, undone, ended = 0, 9, 0, 0
    while code == 9:
        step += stride
        ground.lay()
        if old:
            (ground.letters / "brev.docx").write_bytes(old)
        child = multiprocessing.get_context("fork").Process(
            target=_export_and_die, args=(ground, step)
        )
        child.start()
        child.join()
        code = child.exitcode
        vault = ground.open()
        waiting = store.begun(vault.db)
        told = feature.catch_up(vault)
        assert len(told) == len([export for export in waiting if not export.recorded])
        undone += bool(told)
        ended += known(ground)
        names = {p.name for p in ground.letters.iterdir()} - {"brev.docx"}
        # before its row is there the temporary file is empty: nothing of a letter is in it
        assert all((ground.letters / name).stat().st_size == 0 for name in names)
        assert waiting == () or names == set()
        for name in names:
            (ground.letters / name).unlink()
        check_whole(ground, old)
    assert code == 0
    assert undone > 3
    assert ended > 0


def test_letter_that_replaced_another_is_put_back_on_a_full_disk(
    tmp_path: Path, ground: Ground
) -> None:
    with small_disk(tmp_path / "disk") as disk:
        vault = ground.open()
        path = disk / "brev.docx"
        path.write_bytes(OLD * 20_000)

        def full(*_arguments: object, **_named: object) -> None:
            fill(disk)
            raise DiskFullError

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("gdpr_desktop.correspondence.service.mark_recorded", full)
            with pytest.raises(DiskFullError):
                ground.export(folder=disk)
        assert path.read_bytes() == OLD * 20_000
        assert {p.name for p in disk.iterdir()} == {"brev.docx", "fyll"}
        assert store.begun(vault.db) == ()


def test_no_room_for_the_letter_is_told_and_the_next_try_works(
    tmp_path: Path, ground: Ground
) -> None:
    with small_disk(tmp_path / "disk") as disk:
        ground.open()
        filler = fill(disk)
        with pytest.raises(AppError, match=r"brev\.docx"):
            ground.export(folder=disk)
        assert {p.name for p in disk.iterdir()} == {"fyll"}
        filler.unlink()
        ground.export(folder=disk)
        assert known(ground) == 1


def begin(ground: Ground, name: str = "brev.docx") -> store.Export:
    """An export that is cut short right after its letter took its name."""
    with pytest.MonkeyPatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr("gdpr_desktop.casework.exports.service.settle", _nothing)
        patch.setattr("gdpr_desktop.correspondence.service.mark_recorded", _interrupt)
        ground.export(name)
    return store.begun(ground.vault.db)[0]


def _nothing(*_arguments: object) -> None:
    pass


def _interrupt(*_arguments: object) -> None:
    raise KeyboardInterrupt


def test_the_person_is_told_which_export_was_undone_and_it_is_journalled(ground: Ground) -> None:
    ground.fresh()
    begin(ground)
    assert (ground.letters / "brev.docx").exists()
    told = feature.catch_up(ground.reopen())
    assert len(told) == 1
    assert "brev.docx" in told[0]
    assert _("Export the letter once more.") in told[0]
    last = ground.vault.db.execute("SELECT case_id, deed FROM journal ORDER BY seq DESC LIMIT 1")
    assert last.fetchone() == (CASE, "export_undone")
    check_whole(ground, None)
    assert feature.catch_up(ground.vault) == ()


def test_a_file_that_somebody_else_has_put_there_since_is_left_alone(ground: Ground) -> None:
    ground.fresh()
    begin(ground)
    path = ground.letters / "brev.docx"
    path.rename(ground.letters / "flytta.docx")
    path.write_bytes(b"noko anna")
    feature.catch_up(ground.reopen())
    assert path.read_bytes() == b"noko anna"


def test_what_cannot_be_removed_now_is_told_and_tried_again_at_the_next_unlock(
    ground: Ground, monkeypatch: pytest.MonkeyPatch
) -> None:
    ground.fresh()
    begin(ground)
    monkeypatch.setattr("time.sleep", lambda seconds: None)

    def held(*_arguments: object, **_named: object) -> None:
        raise PermissionError(errno.EACCES, "held")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "unlink", held)
        told = feature.catch_up(ground.reopen())
    assert "brev.docx" in told[0]
    assert len(store.begun(ground.vault.db)) == 1
    feature.catch_up(ground.reopen())
    check_whole(ground, None)


def test_a_disk_that_is_not_connected_is_waited_for(ground: Ground) -> None:
    ground.fresh()
    begin(ground)
    away = ground.letters.rename(ground.folder / "borte")
    assert feature.catch_up(ground.reopen()) == ()
    assert len(store.begun(ground.vault.db)) == 1
    away.rename(ground.letters)
    assert len(feature.catch_up(ground.reopen())) == 1
    check_whole(ground, None)


def test_the_window_says_after_unlocking_that_an_export_was_undone(ground: Ground) -> None:
    from gdpr_desktop.ui.feature import caught_up

    ground.fresh()
    begin(ground)
    assert "brev.docx" in " ".join(caught_up((feature,), ground.reopen()))
    assert caught_up((feature,), ground.vault) == []
