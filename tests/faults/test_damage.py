"""Group B of the fault list, numbers 19 to 25 and 28: damage to the file and files exchanged.

Numbers 26 and 27 are in ``tests/vault/test_tampering.py``, 24 also in ``test_rollback.py``, 29 in
``tests/casework/test_plain_search.py``.
"""

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from gdpr_desktop.core.clock import FixedClock
from gdpr_desktop.core.municipality import Municipality
from gdpr_desktop.core.roles import Deed, Role
from gdpr_desktop.vault import (
    Alarm,
    AlteredKeyFileError,
    DamagedDatabaseError,
    ForeignKeyFileError,
    Kdf,
    Vault,
    VaultError,
    WrongPasswordError,
    keyfile,
    people,
)
from gdpr_desktop.vault.database import allow_writing, is_sound
from vault.conftest import NOON

OFFICER, PASSWORD = "Kari Ombod", "riktig hest batteri stift"
OTHER, OTHER_PASSWORD = "Per Saksbehandlar", "grøn traktor under vatn"
PAGE = 4096


def make(folder: Path) -> Path:
    path = folder / "Fjordheim.register"
    vault = Vault.create(
        path,
        user=OFFICER,
        password=PASSWORD,
        municipality=Municipality(name="Fjordheim kommune"),
        clock=FixedClock(NOON),
        kdf=Kdf.floor(),
        anchor_dir=folder / "anchors",
    )
    people.add_user(vault, OTHER, Role.CASEWORKER, OTHER_PASSWORD)
    with vault.begin(Deed.REGISTER_CASE) as work:
        for number in range(60):
            work.log(number, "registered", step=number)
        work.db.execute("INSERT INTO setting_file VALUES ('x', randomblob(20000))")
    vault.close()
    return path


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make(tmp_path_factory.mktemp("damage"))


@pytest.fixture
def path(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(made.parent, tmp_path / "data")) / made.name


def unlock(path: Path, user: str = OFFICER, password: str = PASSWORD) -> Vault:
    return Vault.open(
        path, user, password, clock=FixedClock(NOON), anchor_dir=path.parent / "anchors"
    )


def flip(path: Path, at: int, bit: int = 1) -> None:
    content = bytearray(path.read_bytes())
    content[at] ^= bit
    path.write_bytes(content)


def found_at_open_or_by_the_check(path: Path) -> str:
    """How damage shows; never as a wrong password."""
    try:
        vault = unlock(path)
    except WrongPasswordError:
        return "wrong password"
    except DamagedDatabaseError:
        return "at unlock"
    try:
        return "by the check" if not is_sound(vault.db) else "not"
    finally:
        vault.close()


def test_19_flipped_bit_in_every_page_is_found_as_damage(path: Path) -> None:
    whole = path.read_bytes()
    seen = {}
    for page in range(len(whole) // PAGE):
        path.write_bytes(whole)
        flip(path, page * PAGE + 16 + page * 37 % (PAGE - 100))
        seen[page] = found_at_open_or_by_the_check(path)
        shutil.rmtree(
            path.parent / "anchors", ignore_errors=True
        )  # the copy that opened is not the newest file
    assert len(seen) > 30
    assert set(seen.values()) <= {"at unlock", "by the check"}


@pytest.mark.parametrize("at", range(16))
def test_20_flipped_bit_in_the_salt_is_damage_not_a_wrong_password(path: Path, at: int) -> None:
    flip(path, at, 0x80)
    with pytest.raises(DamagedDatabaseError):
        unlock(path)


def test_21_file_cut_at_any_page_boundary_is_found(path: Path) -> None:
    whole = path.read_bytes()
    for pages in range(1, len(whole) // PAGE):
        path.write_bytes(whole[: pages * PAGE])
        assert found_at_open_or_by_the_check(path) in ("at unlock", "by the check"), pages


def test_22_empty_file_is_refused_and_stays_empty(path: Path) -> None:
    path.write_bytes(b"")
    with pytest.raises(DamagedDatabaseError):
        unlock(path)
    assert path.read_bytes() == b""


def test_23_old_pages_put_back_one_at_a_time(path: Path) -> None:
    """Both of SQLite's checks may be clean then: the journal, its marks and its anchor are not.

    Not found is a page of other tables whose old content fits in, all by itself: nothing in the
    file says that it is old.
    """
    old = path.read_bytes()
    vault = unlock(path)
    with vault.begin(Deed.REGISTER_CASE) as work:
        for number in range(200):
            work.log(number, "registered", step=number)
    vault.close()
    new = path.read_bytes()
    anchors = shutil.copytree(path.parent / "anchors", path.parent / "kept")
    changed = [
        page
        for page in range(len(old) // PAGE)
        if old[page * PAGE : (page + 1) * PAGE] != new[page * PAGE : (page + 1) * PAGE]
    ]
    found = {page: _put_back(path, old, new, page, anchors) for page in changed}
    assert len(found) > 3
    assert "nothing" not in found.values(), found


def _put_back(path: Path, old: bytes, new: bytes, page: int, anchors: Path) -> str:
    content = bytearray(new)
    content[page * PAGE : (page + 1) * PAGE] = old[page * PAGE : (page + 1) * PAGE]
    path.write_bytes(content)
    shutil.rmtree(path.parent / "anchors")
    shutil.copytree(anchors, path.parent / "anchors")
    try:
        vault = unlock(path)
    except VaultError as error:
        return type(error).__name__
    try:
        if vault.warnings:
            return vault.warnings[0].value
        return "nothing" if is_sound(vault.db) else "the check"
    finally:
        vault.close()


def test_24_yesterdays_file_put_back_waits_for_the_officer(path: Path) -> None:
    yesterday = path.read_bytes()
    vault = unlock(path)
    with vault.begin(Deed.REGISTER_CASE) as work:
        work.log(1, "registered")
    vault.close()
    path.write_bytes(yesterday)
    vault = unlock(path)
    assert vault.warnings == (Alarm.ROLLED_BACK,)
    vault.close()
    assert path.read_bytes() == yesterday


def test_25_key_files_of_two_registers_exchanged_are_refused(path: Path, tmp_path: Path) -> None:
    other = make(tmp_path)
    shutil.copy(other.with_suffix(".keys"), path.with_suffix(".keys"))
    with pytest.raises(ForeignKeyFileError):
        unlock(path)


def _renamed(keys: keyfile.Keys) -> keyfile.Keys:
    """The caseworker's slot under the officer's name, and the other way round."""
    names = {OFFICER: OTHER, OTHER: OFFICER}
    slots = tuple(replace(slot, user=names[slot.user]) for slot in keys.slots)
    return replace(keys, slots=slots)


def _given(keys: keyfile.Keys) -> keyfile.Keys:
    """The officer's wrapped key in the caseworker's slot."""
    officer, caseworker = keys.slots
    return replace(keys, slots=(officer, replace(caseworker, private=officer.private)))


@pytest.mark.parametrize("exchange", [_renamed, _given])
def test_25_slots_exchanged_between_users_are_refused(
    path: Path, exchange: Callable[[keyfile.Keys], keyfile.Keys]
) -> None:
    """Also by someone who knows the database key, and so can sign the key file."""
    vault = unlock(path)
    keys_of_file = vault.opened.database_keys
    vault.close()
    file = path.with_suffix(".keys")
    keys = keyfile.decode(file.read_bytes())
    file.write_bytes(keyfile.encode(exchange(keys), keys_of_file))
    for user, password in ((OTHER, OTHER_PASSWORD), (OTHER, PASSWORD), (OFFICER, OTHER_PASSWORD)):
        with pytest.raises((WrongPasswordError, AlteredKeyFileError)):
            unlock(path, user, password)


def test_28_damaged_index_is_found_by_the_check_and_mended_by_reindexing(path: Path) -> None:
    """The index holds another order than the table: queries may succeed, the check does not."""
    vault = unlock(path)
    allow_writing(vault.db, True)
    vault.db.execute("PRAGMA writable_schema = ON")
    vault.db.execute(
        "UPDATE sqlite_master SET sql = 'CREATE INDEX journal_deed ON journal (session)'"
        " WHERE name = 'journal_deed'"
    )
    vault.db.execute("PRAGMA writable_schema = RESET")
    allow_writing(vault.db, False)
    assert vault.db.execute("SELECT count(*) FROM journal").fetchone()[0] > 60
    assert not is_sound(vault.db)
    allow_writing(vault.db, True)
    vault.db.execute("REINDEX")
    allow_writing(vault.db, False)
    assert is_sound(vault.db)
    vault.close()
