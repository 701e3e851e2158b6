"""What is not put in place, each with its own sentence (safety.md, test 40)."""

import dataclasses
import shutil
import zipfile
from pathlib import Path

import msgspec
import pytest

from gdpr_desktop.core.clock import FixedClock
from gdpr_desktop.core.errors import AppError, RefusedError
from gdpr_desktop.core.municipality import Municipality
from gdpr_desktop.core.roles import Role
from gdpr_desktop.vault import (
    InUseError,
    Kdf,
    NewerFileError,
    UnsafeKeyFileError,
    Vault,
    WrongPasswordError,
    keyfile,
    migrations,
    people,
    schema,
)
from gdpr_desktop.vault.backup import checking, keeping, reading, rehearsing, restoring
from gdpr_desktop.vault.backup import format as file_format
from gdpr_desktop.vault.backup.errors import (
    AlteredBackupError,
    BackupSpaceError,
    DamagedBackupError,
    ForeignBackupError,
    NewerBackupError,
    NotABackupError,
    OlderBackupError,
    TruncatedBackupError,
    UnlockFirstError,
)
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


# What is refused, each with its own sentence, and the live files as they were


def _cut(content: bytes) -> bytes:
    return content[: len(content) // 2]


def _flip(at: float):
    def flip(content: bytes) -> bytes:
        changed = bytearray(content)
        changed[int(len(content) * at)] ^= 1
        return bytes(changed)

    return flip


def _rewritten(path: Path, **changes: object) -> bytes:
    """The backup with another manifest, its MAC left as it was."""
    content, head = path.read_bytes(), file_format.read_head(path)
    manifest = dataclasses.replace(head.manifest, **changes)
    body = msgspec.json.encode(
        {"mac": head.mac, "manifest": msgspec.Raw(msgspec.json.encode(manifest))}
    )
    rest = content[head.start :]
    return file_format.MAGIC + len(body).to_bytes(8) + body + rest


def _zip(_content: bytes) -> bytes:
    import io

    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("a", "b")
    return made.getvalue()


SPOILT = {
    "empty": (lambda content: b"", NotABackupError),
    "random": (lambda content: bytes(range(256)) * 40, NotABackupError),
    "zip": (_zip, NotABackupError),
    "truncated": (_cut, TruncatedBackupError),
    "last byte gone": (lambda content: content[:-1], TruncatedBackupError),
    "head only": (lambda content: content[:100], TruncatedBackupError),
    "grown": (lambda content: content + b"x", DamagedBackupError),
    "bit in the database": (_flip(0.7), DamagedBackupError),
    "bit in the end": (_flip(0.9999), DamagedBackupError),
    "newer": (
        lambda content: content.replace(b"BACKUP 1\n", b"BACKUP 2\n", 1),
        NewerBackupError,
    ),
}


@pytest.mark.parametrize("name", SPOILT)
def test_a_spoilt_backup_is_refused_by_cause(name, backed_up, place):
    spoil, expected = SPOILT[name]
    backed_up.write_bytes(spoil(backed_up.read_bytes()))
    before = bytes_of(place)
    with pytest.raises(AppError) as caught:
        _prepare(backed_up, place)
    assert type(caught.value) is expected
    assert bytes_of(place) == before
    assert _nothing_left(place.register.parent)


def test_each_cause_has_a_sentence_of_its_own(backed_up, place):
    content, said = backed_up.read_bytes(), {}
    for name in ("empty", "random", "zip", "truncated", "bit in the database", "newer"):
        backed_up.write_bytes(SPOILT[name][0](content))
        with pytest.raises(AppError) as caught:
            _prepare(backed_up, place)
        said[caught.value.text] = name
    assert len(said) == 6


@pytest.mark.parametrize("share", [i / 16 for i in range(16)])
def test_a_bit_flipped_anywhere_is_found(share, backed_up, place):
    backed_up.write_bytes(_flip(share)(backed_up.read_bytes()))
    with pytest.raises(AppError):
        _prepare(backed_up, place)


def test_a_manifest_made_by_another_is_refused(backed_up, place):
    backed_up.write_bytes(_rewritten(backed_up, seq=4711))
    with pytest.raises(AlteredBackupError):
        _prepare(backed_up, place)


def test_a_wrong_password_is_said_as_such(backed_up, place):
    before = bytes_of(place)
    with pytest.raises(WrongPasswordError):
        _prepare(backed_up, place, password="eit heilt anna passord")
    assert bytes_of(place) == before


def test_key_derivation_that_stops_the_machine_is_refused_before_it_begins(backed_up, place):
    head = file_format.read_head(backed_up)
    keys = keyfile.decode(file_format.read_keys(backed_up, head))
    bomb = Kdf(memory_kib=2 << 30, passes=3, lanes=4)
    slots = tuple(dataclasses.replace(slot, kdf=bomb) for slot in keys.slots)
    content = keyfile.encode(dataclasses.replace(keys, slots=slots), ())
    body = _rewritten(backed_up, keys_bytes=len(content))
    start = len(body) - (len(backed_up.read_bytes()) - head.start)
    rest = body[start + head.manifest.keys_bytes :]
    backed_up.write_bytes(body[:start] + content + rest)
    with pytest.raises(UnsafeKeyFileError):
        _prepare(backed_up, place)


def test_a_newer_schema_is_refused(backed_up, place, monkeypatch):
    before = bytes_of(place)
    monkeypatch.setattr(schema, "MODULES", migrations.MODULES[:-1])
    with pytest.raises(NewerFileError):
        _prepare(backed_up, place)
    assert bytes_of(place) == before
    assert _nothing_left(place.register.parent)


def test_another_municipalitys_backup_is_refused(backed_up, place, tmp_path):
    other = _other_register(tmp_path / "other" / "Fjordheim.register", place)
    other.close()
    before = other.path.read_bytes()
    with pytest.raises(ForeignBackupError):
        _prepare(backed_up, place, register=other.path)
    other.path.with_suffix(".keys").unlink()  # the database alone tells it too
    with pytest.raises(ForeignBackupError):
        _prepare(backed_up, place, register=other.path)
    assert other.path.read_bytes() == before


def test_older_than_last_used_needs_a_yes_to_exactly_that(backed_up, place, clock):
    before = bytes_of(place)
    prepared = _prepare(backed_up, place)
    with pytest.raises(OlderBackupError) as caught:
        prepared.replace(clock, replaced="erstatta")
    assert (caught.value.seq, caught.value.last, caught.value.missing) == (6, 10, 4)
    assert "6" in caught.value.text
    assert "10" in caught.value.text
    prepared.discard()
    assert bytes_of(place) == before
    assert _nothing_left(place.register.parent)


def test_the_anchor_alone_also_tells_that_a_backup_is_older(backed_up, place, tmp_path):
    prepared = _prepare(backed_up, place, register=tmp_path / "empty" / "Fjordheim.register")
    assert prepared.older is not None
    assert prepared.older.last == 10
    prepared.discard()


def test_only_an_officer_replaces_a_sound_register(backed_up, place):
    before = bytes_of(place)
    with pytest.raises(RefusedError):
        _prepare(backed_up, place, user=place.caseworker, password=place.caseworker_password)
    assert bytes_of(place) == before
    assert _nothing_left(place.register.parent)


def test_a_password_of_old_does_not_replace_a_sound_register(backed_up, place, open_vault):
    vault = open_vault()
    people.change_password(vault, place.password, "heilt nytt passord no")
    vault.close()
    with pytest.raises(UnlockFirstError):
        _prepare(backed_up, place)


def test_a_register_that_is_open_is_not_replaced(backed_up, place, open_vault):
    open_vault()
    with pytest.raises(InUseError):
        _prepare(backed_up, place)


def test_an_officer_with_the_register_open_prepares_and_then_locks(
    backed_up, place, clock, open_vault
):
    vault = open_vault()
    live = restoring.live_of(vault)
    prepared = _prepare(backed_up, place, live=live)
    save(vault, "saved meanwhile")
    vault.close()
    prepared.replace(clock, replaced="erstatta", older_is_fine=True)
    assert open_vault().setting("latest") == "old"


def test_too_little_room_is_said_before_anything_is_unpacked(backed_up, place, monkeypatch):
    monkeypatch.setattr(
        restoring, "check_room", lambda *a: (_ for _ in ()).throw(BackupSpaceError("x", 5))
    )
    with pytest.raises(BackupSpaceError):
        _prepare(backed_up, place)
    assert _nothing_left(place.register.parent)


def test_counts_that_do_not_agree_are_damage(backed_up, place, monkeypatch):
    monkeypatch.setattr(checking, "counts", lambda db: {"case_file": 1})
    with pytest.raises(DamagedBackupError):
        _prepare(backed_up, place)


# Trying out


def test_a_rehearsal_reads_everything_and_leaves_nothing(backed_up, place, clock):
    before = sorted(place.register.parent.iterdir())
    told = rehearsing.rehearse(
        backed_up,
        place.caseworker,
        place.caseworker_password,
        beside=place.register.parent,
        anchors=place.anchors,
        clock=clock,
    )
    assert (told.cases, told.entries, told.journal_whole) == (0, 6, True)
    assert sorted(place.register.parent.iterdir()) == before


def test_a_failed_rehearsal_leaves_nothing(backed_up, place, clock, monkeypatch):
    before = sorted(place.register.parent.iterdir())
    monkeypatch.setattr(reading.checking, "counts", lambda db: {})
    with pytest.raises(DamagedBackupError):
        rehearsing.rehearse(
            backed_up,
            place.officer,
            place.password,
            beside=place.register.parent,
            anchors=place.anchors,
            clock=clock,
        )
    assert sorted(place.register.parent.iterdir()) == before


def test_a_removed_user_opens_old_backups_only(place, clock, open_vault, folder):
    vault = open_vault()
    keeping.choose_folder(vault, folder)
    people.add_user(vault, "Ny Arkivar", Role.ARCHIVIST, "fire ord om ein fjord")
    backup = back_up(vault).path
    vault.close()
    opened = reading.open_backup(
        backup, "Ny Arkivar", "fire ord om ein fjord", anchors=place.anchors, clock=clock
    )
    assert opened.slot.slot.user == "Ny Arkivar"
    shutil.rmtree(folder)
