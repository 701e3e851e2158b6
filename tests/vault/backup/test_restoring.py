"""Putting a backup in place (safety.md, tests 40 and 41)."""

from datetime import timedelta
from pathlib import Path

import msgspec
import pytest

from gdpr_desktop.core.clock import FixedClock
from gdpr_desktop.core.municipality import Municipality
from gdpr_desktop.vault import (
    Alarm,
    Kdf,
    Vault,
    journal,
    people,
    schema,
)
from gdpr_desktop.vault.backup import erased, keeping, replacing, restoring
from gdpr_desktop.vault.backup import format as file_format
from gdpr_desktop.vault.errors import OlderFileError
from vault.backup.conftest import back_up, bytes_of, save
from vault.conftest import NOON


def _prepare(backup, place, register=None, **options):
    return restoring.prepare(
        backup,
        register or place.register,
        options.pop("user", place.officer),
        options.pop("password", place.password),
        anchors=options.pop("anchors", place.anchors),
        **options,
    )


def _restore(backup, place, clock, **options):
    prepared = _prepare(backup, place, **options)
    return prepared.replace(clock, replaced="erstatta", older_is_fine=True)


def _nothing_left(folder: Path) -> bool:
    return not [path for path in folder.rglob("*") if "incoming" in path.name]


# What comes back


def test_a_restored_register_is_as_it_was_and_the_replaced_one_is_kept(
    backed_up, place, clock, open_vault
):
    before = bytes_of(place)
    clock.instant += timedelta(hours=1)
    _restore(backed_up, place, clock)
    assert open_vault().setting("latest") == "old"
    kept = place.register.with_name("Fjordheim (erstatta 2026-02-03 1300).register")
    assert (kept.read_bytes(), kept.with_suffix(".keys").read_bytes()) == before
    assert _nothing_left(place.register.parent)


def test_a_restore_is_journalled_and_the_anchor_follows(backed_up, place, clock, open_vault):
    _restore(backed_up, place, clock)
    vault = open_vault()
    assert Alarm.ROLLED_BACK not in vault.warnings
    assert Alarm.JOURNAL_ALTERED not in vault.warnings
    deeds = [row[0] for row in vault.db.execute("SELECT deed FROM journal ORDER BY seq")]
    assert deeds[-2:] == ["restored", "unlocked"]
    assert journal.verify(vault.db) is None


def test_a_pair_laid_in_the_folder_by_somebody_else_does_not_move_the_anchor(
    backed_up, place, open_vault
):
    files, head = restoring.VaultFiles.at(place.register), file_format.read_head(backed_up)
    manifest = head.manifest
    replacing.incoming(place.keys).write_bytes(file_format.read_keys(backed_up, head))
    file_format.extract(backed_up, head, replacing.incoming(place.register))
    forged = replacing.Decided(
        kept="kept", vault=manifest.vault, seq=manifest.seq, mac=manifest.mac, at=manifest.made
    )
    files.database.with_suffix(".restoring").write_bytes(msgspec.json.encode(forged))
    with pytest.raises(OlderFileError):
        open_vault(place.caseworker, place.caseworker_password)
    assert Alarm.ROLLED_BACK in open_vault().warnings


@pytest.mark.parametrize("changed", [{"kept": "../x"}, {"vault": "zz"}, {"mac": "zz"}])
def test_a_decision_that_makes_no_sense_is_passed_over(backed_up, place, open_vault, changed):
    manifest = file_format.read_head(backed_up).manifest
    forged = {"kept": "x", "vault": manifest.vault, "seq": 1, "mac": "", "at": manifest.made}
    marker = place.register.with_suffix(".restoring")
    marker.write_bytes(msgspec.json.encode(forged | changed))
    for path in (place.register, place.keys):
        replacing.incoming(path).write_bytes(b"rubbish")
    assert open_vault().setting("latest") == "new"


def test_a_backup_opens_on_a_new_machine_with_any_users_password(backed_up, place, clock, tmp_path):
    register = tmp_path / "new machine" / "æøå" / "Fjordheim.register"
    anchors = tmp_path / "new machine" / "anchors"
    _restore(
        backed_up,
        place,
        clock,
        register=register,
        anchors=anchors,
        user=place.caseworker,
        password=place.caseworker_password,
    )
    vault = Vault.open(register, place.officer, place.password, clock=clock, anchor_dir=anchors)
    assert vault.setting("latest") == "old"
    assert vault.warnings == ()
    vault.close()


@pytest.mark.parametrize("is_open", [True, False])
def test_who_was_removed_since_is_named_before_the_backup_lets_them_in_again(
    backed_up, place, open_vault, is_open
):
    vault = open_vault()
    user = next(user for user in people.users(vault) if user.name == place.caseworker)
    people.remove_user(vault, user.id)
    live = restoring.live_of(vault) if is_open else None
    if not is_open:
        vault.close()
    prepared = _prepare(backed_up, place, live=live)
    assert prepared.let_in_again == (place.caseworker,)
    prepared.discard()


def test_thinning_is_paused_until_someone_says_go_on(backed_up, place, clock, open_vault, folder):
    _restore(backed_up, place, clock)
    vault = open_vault()
    assert keeping.status(vault).thinning_paused
    for _day in range(20):
        clock.instant += timedelta(days=1)
        back_up(vault)
    assert len(list(folder.iterdir())) == 21
    keeping.resume_thinning(vault)
    clock.instant += timedelta(days=1)
    back_up(vault)
    assert len(list(folder.iterdir())) < 16


def test_cases_anonymised_since_are_anonymised_again(place, clock, open_vault, folder, monkeypatch):
    done = []
    listed = [5]
    monkeypatch.setattr(erased, "_listers", [lambda db: tuple(listed)])
    monkeypatch.setattr(erased, "_erasers", [lambda vault, ids: done.extend(ids)])
    vault = open_vault()
    keeping.choose_folder(vault, folder)
    save(vault, "old")
    backup = back_up(vault).path
    listed.append(8)  # only a later backup knows of this one
    clock.instant += timedelta(days=1)
    back_up(vault)
    vault.close()
    listed[:] = [5, 9]  # and of this one only the register itself
    _restore(backup, place, clock)
    vault = open_vault()
    assert erased.reapply(vault) == 3
    assert done == [5, 8, 9]
    assert erased.reapply(vault) == 0


def test_an_older_schema_is_brought_up_to_date_on_the_way(place, clock, folder, next_version):
    backup = folder / "old.backup"
    vault = _other_register(folder / "old" / "Old.register", place)
    keeping.choose_folder(vault, folder)
    back_up(vault).path.rename(backup)
    vault.close()
    next_version()
    target = folder / "new" / "Old.register"
    _restore(backup, place, clock, register=target, anchors=folder / "new" / "anchors")
    vault = Vault.open(
        target, place.officer, place.password, clock=clock, anchor_dir=folder / "new" / "anchors"
    )
    assert schema.is_current(vault.db)
    vault.close()


def _other_register(register: Path, place) -> Vault:
    return Vault.create(
        register,
        user=place.officer,
        password=place.password,
        municipality=Municipality(name="Storfjord kommune"),
        clock=FixedClock(NOON),
        kdf=Kdf.floor(),
        anchor_dir=register.parent / "anchors",
    )


def test_a_journal_left_by_a_crash_is_not_played_into_the_restored_file(
    backed_up, place, clock, open_vault
):
    hot = place.register.with_name(place.register.name + "-journal")
    hot.write_bytes(bytes(1024))
    _restore(backed_up, place, clock)
    assert not hot.exists()
    assert open_vault().setting("latest") == "old"


def test_a_damaged_register_can_be_replaced(backed_up, place, clock, open_vault):
    content = bytearray(place.register.read_bytes())
    content[5000:9000] = bytes(4000)
    place.register.write_bytes(content)
    _restore(backed_up, place, clock)
    assert open_vault().setting("latest") == "old"


@pytest.mark.parametrize("gone", ["register", "keys"])
def test_half_a_pair_can_be_replaced(backed_up, place, clock, open_vault, gone):
    place.register.with_suffix(f".{gone}").unlink()
    _restore(backed_up, place, clock)
    assert open_vault().setting("latest") == "old"
