"""Making a backup: whole and proved under its name, or not there (safety.md, test 39, A4)."""

import shutil
from collections import namedtuple
from datetime import timedelta
from pathlib import Path

import pytest

from gdpr_desktop.core.roles import Deed
from gdpr_desktop.vault import Vault, journal, migrations, schema
from gdpr_desktop.vault.backup import checking, erased, keeping, making
from gdpr_desktop.vault.backup import format as file_format
from gdpr_desktop.vault.backup.errors import (
    BackupCancelledError,
    BackupDiskFullError,
    BackupFolderError,
    BackupNotVerifiedError,
    BackupSpaceError,
    DamagedSourceError,
)
from gdpr_desktop.vault.backup.folder import default_folder
from gdpr_desktop.vault.backup.format import Journal, Reason
from gdpr_desktop.vault.database import allow_writing
from vault.backup.conftest import back_up, save

MARKER = "Fjordheim"


@pytest.fixture
def chosen(vault: Vault, folder: Path) -> Vault:
    keeping.choose_folder(vault, folder)
    return vault


def _temporary(place) -> list[str]:
    return [p.name for p in place.register.parent.iterdir() if ".copy" in p.name]


def test_a_backup_is_one_file_named_by_register_and_norwegian_time(chosen, folder):
    made = back_up(chosen)
    assert [path.name for path in folder.iterdir()] == ["Fjordheim 2026-02-03 1200.backup"]
    assert made.path.parent == folder


def test_the_manifest_says_what_the_register_is(chosen, folder):
    save(chosen, "x", times=2)
    made = back_up(chosen)
    head = file_format.read_head(made.path)
    head.authenticate(chosen.opened.database_keys)
    manifest = head.manifest
    assert (manifest.seq, manifest.journal, manifest.reason) == (7, Journal.WHOLE, Reason.ASKED)
    assert manifest.mac == journal.link_at(chosen.db, 7).mac.hex()
    assert manifest.steps == len(migrations.MODULES)
    assert manifest.counts["journal"] == 7
    assert manifest.counts["user"] == 2


def test_nothing_in_it_can_be_read_without_a_password(chosen):
    content = back_up(chosen).path.read_bytes()
    assert MARKER.encode() not in content
    assert b"SQLite format 3" not in content


def test_nothing_temporary_is_left(chosen, place):
    back_up(chosen)
    assert _temporary(place) == []


def test_what_is_saved_while_the_copy_is_made_is_in_it(chosen, monkeypatch):
    slices = []
    real = making.Making._on_slice

    def on_slice(job, done, total):
        slices.append(done)
        if len(slices) == 2:
            save(chosen, "in between")
        real(job, done, total)

    monkeypatch.setattr(making.copying, "_PAGES", 4)
    monkeypatch.setattr(making.Making, "_on_slice", on_slice)
    made = back_up(chosen)
    assert len(slices) > 5
    assert made.manifest.seq == journal.last_link(chosen.db).seq - 1  # but for «backup_made»


def test_two_in_the_same_minute_do_not_replace_each_other(chosen, folder):
    back_up(chosen)
    back_up(chosen)
    names = sorted(path.name for path in folder.iterdir())
    assert names == ["Fjordheim 2026-02-03 1200 (2).backup", "Fjordheim 2026-02-03 1200.backup"]


def test_a_bit_flipped_between_writing_and_checking_is_found(chosen, folder, monkeypatch):
    good = back_up(chosen).path.read_bytes()
    real = making.Making._write_part

    def flip(job, part, *arguments):
        written = real(job, part, *arguments)
        content = bytearray(part.read_bytes())
        content[len(content) // 2] ^= 1
        part.write_bytes(content)
        return written

    monkeypatch.setattr(making.Making, "_write_part", flip)
    with pytest.raises(BackupNotVerifiedError):
        back_up(chosen)
    assert [path.read_bytes() for path in folder.iterdir()] == [good]


def test_a_failure_is_remembered_until_one_succeeds(chosen, open_vault, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr(making.Making, "_prove", _not_verified)
        with pytest.raises(BackupNotVerifiedError):
            back_up(chosen)
    chosen.close()
    vault = open_vault()
    status = keeping.status(vault)
    assert status.failed
    assert "kasta" in status.failure or "thrown away" in status.failure
    back_up(vault)
    assert not keeping.status(vault).failed


def _not_verified(*_arguments):
    raise BackupNotVerifiedError


def test_a_program_that_died_on_the_way_counts_as_a_failure(chosen, clock):
    keeping.remembered(chosen).change(begun=clock.now())
    assert keeping.status(chosen).failed


def test_damage_in_the_register_stops_the_backup(chosen, monkeypatch, folder):
    monkeypatch.setattr(checking, "is_sound", lambda db: False)
    with pytest.raises(DamagedSourceError):
        back_up(chosen)
    assert list(folder.iterdir()) == []


def test_an_altered_journal_does_not_stop_the_backup_but_is_marked(chosen):
    save(chosen, "x")
    allow_writing(chosen.db, True)
    chosen.db.execute("UPDATE journal SET detail = '{\"a\":1}' WHERE seq = 2")
    allow_writing(chosen.db, False)
    assert back_up(chosen).manifest.journal is Journal.ALTERED


def test_a_missing_disk_is_said_and_the_register_goes_on(chosen, folder):
    shutil.rmtree(folder)
    with pytest.raises(BackupFolderError):
        back_up(chosen)
    assert keeping.status(chosen).folder_missing
    assert not folder.exists()
    save(chosen, "still saved")


def test_too_little_room_is_found_before_anything_is_written(chosen, folder, monkeypatch, place):
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(making.shutil, "disk_usage", lambda path: usage(0, 0, 1_200_000))
    with pytest.raises(BackupSpaceError) as caught:
        back_up(chosen)
    size = place.register.stat().st_size
    assert caught.value.needed == 2 * (size + 1_000_000)
    assert list(folder.iterdir()) == []


def test_a_disk_that_fills_up_leaves_the_last_good_one(chosen, folder, monkeypatch, clock):
    good = back_up(chosen).path
    clock.instant += timedelta(days=1)

    def full(*_arguments):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(file_format, "write", full)
    with pytest.raises(BackupDiskFullError):
        back_up(chosen)
    assert list(folder.iterdir()) == [good]
    assert keeping.status(chosen).failed


def test_a_stopped_backup_leaves_nothing_and_is_no_failure(chosen, folder, place, monkeypatch):
    job = keeping.Job(chosen, Reason.ASKED)
    monkeypatch.setattr(making.copying, "_PAGES", 4)
    real = making.Making._on_slice

    def stop(making_, done, total):
        job.cancel()
        real(making_, done, total)

    monkeypatch.setattr(making.Making, "_on_slice", stop)
    with pytest.raises(BackupCancelledError):
        job.run()
    assert list(folder.iterdir()) == []
    assert _temporary(place) == []
    assert not keeping.status(chosen).failed


def test_locking_stops_a_backup_that_has_not_begun(chosen, folder):
    job = keeping.Job(chosen, Reason.ASKED)
    chosen.close()
    with pytest.raises(BackupCancelledError):
        job.run()
    assert list(folder.iterdir()) == []


def test_leftovers_of_a_crash_are_taken_away_at_the_next_backup(chosen, folder, place):
    vault_id = chosen.opened.vault.hex()[:8]
    (folder / f"Fjordheim x.backup.{vault_id}.part").write_bytes(b"half")
    (folder / "Anna x.backup.ffffffff.part").write_bytes(b"of another register")
    place.register.with_name(place.register.name + ".copy").write_bytes(b"half")
    back_up(chosen)
    assert sorted(path.suffix for path in folder.iterdir()) == [".backup", ".part"]
    assert _temporary(place) == []


def test_without_a_choice_backups_lie_in_a_folder_beside_the_register(vault, place):
    made = back_up(vault)
    assert made.path.parent == default_folder(place.register)
    assert made.path.parent.parent == place.register.parent


def test_only_what_a_person_did_asks_for_a_backup(chosen, open_vault):
    save(chosen, "x")
    assert keeping.status(chosen).changed
    back_up(chosen)
    chosen.close()
    vault = open_vault()  # writes «unlocked»
    assert not keeping.status(vault).changed
    save(vault, "y")
    assert keeping.status(vault).changed


def test_a_week_without_a_backup_is_told(chosen, clock):
    back_up(chosen)
    assert not keeping.status(chosen).needs_attention
    clock.instant += timedelta(days=7, minutes=1)
    assert keeping.status(chosen).overdue


def test_old_backups_go_by_the_rule_and_unknown_files_stay(chosen, folder, clock):
    (folder / "brev.backup").write_bytes(b"not ours")
    for day in range(20):
        clock.instant += timedelta(days=1)
        save(chosen, str(day))
        back_up(chosen)
    assert (folder / "brev.backup").exists()
    assert len(list(folder.glob("Fjordheim*"))) == 13  # 12 days, and the last of the week before


@pytest.mark.parametrize("days", [-366, 366])
def test_a_clock_a_year_off_for_a_day_deletes_no_backup_that_should_stay(chosen, clock, days):
    def made(step: timedelta) -> Path:
        clock.instant += step
        save(chosen, "x")
        return back_up(chosen).path

    in_order = [made(timedelta(days=1)) for _day in range(12)]
    clock.instant += timedelta(days=days)
    assert all(made(timedelta(minutes=1)).exists() for _time in range(15))
    assert all(path.exists() for path in in_order[1:])  # the day a year off is one of the twelve
    clock.instant -= timedelta(days=days)
    assert made(timedelta(minutes=1)).exists()
    assert all(path.exists() for path in in_order[1:11])


def test_a_migration_is_backed_up_first(open_vault, next_version):
    steps = len(migrations.MODULES)
    next_version()
    vault = open_vault()
    found = keeping.backups_of(vault)
    assert [one.manifest.reason for one in found] == [Reason.MIGRATION]
    assert found[0].manifest.steps == steps
    assert found[0].manifest.journal is Journal.UNCHECKED
    assert schema.is_current(vault.db)


def test_a_migration_without_a_backup_is_not_made(place, open_vault, next_version, monkeypatch):
    next_version()
    before = place.register.read_bytes()
    monkeypatch.setattr(making.Making, "_prove", _not_verified)
    with pytest.raises(BackupNotVerifiedError):
        open_vault()
    assert place.register.read_bytes() == before


def test_the_list_of_anonymised_cases_goes_with_each_backup(chosen, monkeypatch):
    monkeypatch.setattr(erased, "_listers", [])
    monkeypatch.setattr(erased, "_erasers", [])
    erased.register(lambda db: (7, 3), lambda vault, ids: None)
    assert back_up(chosen).manifest.erased == (3, 7)


def test_a_dangerous_deed_falls_back_on_the_folder_beside(chosen, folder, place):
    shutil.rmtree(folder)
    made = keeping.back_up_before(chosen, Reason.KEY_CHANGE)
    assert made.path.parent.parent == place.register.parent
    assert made.manifest.reason is Reason.KEY_CHANGE


def test_a_caseworker_may_back_up(open_vault, place, folder):
    vault = open_vault(place.caseworker)
    keeping.choose_folder(vault, folder)
    with vault.begin(Deed.REGISTER_CASE) as work:
        work.log(1, "registered")
    assert back_up(vault).path.exists()
