"""Opening and creating: each cause has its own class and its own sentence."""

import gc
import multiprocessing
import os
import shutil
import sys
import tempfile
from pathlib import Path

import pytest

from gdpr_desktop.core.errors import InvalidInputError, RefusedError
from gdpr_desktop.core.municipality import Municipality
from gdpr_desktop.core.roles import Deed, Role
from gdpr_desktop.vault import (
    Alarm,
    DamagedDatabaseError,
    DamagedKeyFileError,
    ExistingFileError,
    ForeignKeyFileError,
    InUseError,
    Kdf,
    MissingFileError,
    MissingKeyFileError,
    NewerFileError,
    NotAVaultError,
    ReadOnlyPlaceError,
    Vault,
    VaultError,
    WrongPasswordError,
    errors,
    people,
)

posix_only = pytest.mark.skipif(os.name != "posix", reason="rights as on Unix")


def flip(path: Path, at: int) -> None:
    content = bytearray(path.read_bytes())
    content[at] ^= 1
    path.write_bytes(content)


def create(path: Path, anchors: Path, password: str = "riktig hest batteri stift") -> Vault:
    return Vault.create(
        path,
        user="Kari Ombod",
        password=password,
        municipality=Municipality(name="Fjordheim kommune"),
        kdf=Kdf.floor(),
        anchor_dir=anchors,
    )


def test_opening_gives_the_user_who_opened_with_their_role(open_vault, place):
    officer = open_vault()
    assert (officer.actor.name, officer.actor.role) == (place.officer, Role.OFFICER)
    officer.close()
    caseworker = open_vault(place.caseworker)
    assert (caseworker.actor.name, caseworker.actor.role) == (place.caseworker, Role.CASEWORKER)
    assert caseworker.municipality().name == "Fjordheim kommune"


def test_name_is_found_however_it_is_cased_and_spaced(open_vault, place):
    assert open_vault("  kari  OMBOD ", place.password).actor.name == place.officer


def test_wrong_password_and_unknown_user_get_the_same_answer(open_vault, place):
    with pytest.raises(WrongPasswordError) as wrong:
        open_vault(password="heilt feil passord her")
    with pytest.raises(WrongPasswordError) as unknown:
        open_vault("Ukjend Person", place.password)
    assert str(wrong.value) == str(unknown.value)


def test_unknown_user_costs_one_key_derivation_like_everyone(open_vault, place, monkeypatch):
    derived = []
    derive = Kdf.derive

    def counted(self, password, salt):
        derived.append(self)
        return derive(self, password, salt)

    monkeypatch.setattr(Kdf, "derive", counted)
    with pytest.raises(WrongPasswordError):
        open_vault("Ukjend Person", place.password)
    assert derived == [Kdf.floor()]


def test_after_a_wrong_password_the_right_one_opens(open_vault):
    with pytest.raises(WrongPasswordError):
        open_vault(password="heilt feil passord her")
    assert open_vault().warnings == ()


def test_missing_register_and_missing_key_file_are_told_apart(open_vault, place):
    place.keys.rename(place.keys.with_suffix(".gone"))
    with pytest.raises(MissingKeyFileError, match=r"Fjordheim\.keys"):
        open_vault()
    place.register.unlink()
    with pytest.raises(MissingFileError, match=r"Fjordheim\.register"):
        open_vault()


def test_any_flipped_bit_in_the_key_file_is_damage_not_a_wrong_password(open_vault, place):
    whole = place.keys.read_bytes()
    for at in range(0, len(whole), 37):
        flip(place.keys, at)
        with pytest.raises(DamagedKeyFileError):
            open_vault()
        place.keys.write_bytes(whole)


@pytest.mark.parametrize("content", [b"", b"{}", b"[1]", b"\xff\xfe", b'{"format": 1', b"x" * 5000])
def test_key_file_with_other_content_is_damaged(open_vault, place, content):
    place.keys.write_bytes(content)
    with pytest.raises(DamagedKeyFileError):
        open_vault()


@pytest.mark.parametrize("at", [0, 15, 16, 100, 4095])
def test_flipped_bit_in_salt_or_first_page_is_damage_not_a_wrong_password(open_vault, place, at):
    flip(place.register, at)
    with pytest.raises(DamagedDatabaseError):
        open_vault()


@pytest.mark.parametrize("size", [0, 10, 4096, -4096, -1000])
def test_register_that_was_cut_is_damaged_and_not_made_anew(open_vault, place, size):
    whole = place.register.stat().st_size
    os.truncate(place.register, size if size >= 0 else whole + size)
    left = place.register.read_bytes()
    with pytest.raises(DamagedDatabaseError):
        open_vault()
    assert place.register.read_bytes() == left


def test_plain_database_and_other_files_are_not_registers(open_vault, place, tmp_path):
    place.register.write_bytes(b"SQLite format 3\x00" + bytes(5000))
    with pytest.raises(NotAVaultError):
        open_vault()
    letter = tmp_path / "letter.docx"
    letter.write_bytes(b"PK")
    with pytest.raises(NotAVaultError, match=r"letter\.docx"):
        Vault.open(letter, "Kari", "x", anchor_dir=tmp_path)


def test_key_files_of_two_vaults_exchanged_are_refused(open_vault, place, tmp_path):
    other = create(tmp_path / "Other.register", tmp_path / "anchors")
    other.close()
    shutil.copy(tmp_path / "Other.keys", place.keys)
    with pytest.raises(ForeignKeyFileError):
        open_vault()


def test_second_opener_is_told_who_where_and_since_when(vault, open_vault, place):
    with pytest.raises(InUseError) as refused:
        open_vault()
    assert (refused.value.who, refused.value.since) == (place.officer, vault.clock.now())
    assert place.officer in refused.value.text
    assert "3. februar 2026 kl.\N{NO-BREAK SPACE}12:00" in refused.value.text
    vault.close()
    open_vault()


def test_lock_of_this_very_program_is_never_broken(vault, open_vault):
    with pytest.raises(InUseError):
        open_vault(break_lock=True)
    with vault.begin(Deed.CHANGE_SETTINGS) as work:
        work.log(None, "still_mine")


def _open_and_wait(place, clock, ready, done):
    vault = Vault.open(
        place.register, place.officer, place.password, clock=clock, anchor_dir=place.anchors
    )
    ready.set()
    done.wait()
    vault.close()


@posix_only
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_breaking_the_lock_does_not_let_two_write(open_vault, place, clock):
    fork = multiprocessing.get_context("fork")
    ready, done = fork.Event(), fork.Event()
    child = fork.Process(target=_open_and_wait, args=(place, clock, ready, done))
    child.start()
    ready.wait()
    with pytest.raises(InUseError, match=place.officer):
        open_vault()
    with pytest.raises(InUseError):
        open_vault(break_lock=True)
    with pytest.raises(InUseError):
        open_vault()
    done.set()
    child.join()
    assert child.exitcode == 0
    assert open_vault().warnings == ()


def test_breaking_a_lock_nobody_holds_opens_and_is_journalled(open_vault):
    vault = open_vault(break_lock=True)
    last = vault.db.execute("SELECT detail FROM journal ORDER BY seq DESC LIMIT 1").fetchone()
    assert last[0] == '{"alarms":["lock_broken"]}'


def _open_and_die(place, clock):
    Vault.open(place.register, place.officer, place.password, clock=clock, anchor_dir=place.anchors)
    os._exit(9)


@posix_only
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_lock_of_a_program_that_died_blocks_nobody_but_is_told(open_vault, place, clock):
    process = multiprocessing.get_context("fork").Process(target=_open_and_die, args=(place, clock))
    process.start()
    process.join()
    assert place.officer.encode() in place.lock.read_bytes()
    assert open_vault().warnings == (Alarm.INTERRUPTED,)


def test_newer_file_is_refused_and_left_untouched(open_vault, place):
    vault = open_vault()
    with vault.begin(Deed.CHANGE_SETTINGS) as work:
        work.db.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at)"
            " VALUES ('personvernpulten', 'm9999_later', '2030')"
        )
    vault.close()
    before = place.register.read_bytes()
    with pytest.raises(NewerFileError):
        open_vault()
    assert place.register.read_bytes() == before
    assert sorted(path.name for path in place.register.parent.iterdir()) == [
        "Fjordheim.keys",
        "Fjordheim.lock",
        "Fjordheim.register",
        "anchors",
    ]


def test_newer_key_file_is_refused(open_vault, place):
    text = place.keys.read_text(encoding="utf-8")
    place.keys.write_text(text.replace('"version":1', '"version":2'), encoding="utf-8")
    with pytest.raises(NewerFileError):
        open_vault()


@pytest.fixture
def read_only_place(place):
    """Folder and files without the right to write, also when the tests run as root."""
    folder = place.register.parent
    for path in (place.register, place.keys):
        path.chmod(0o444)
    place.lock.unlink()
    folder.chmod(0o555)
    root = os.geteuid() == 0
    if root:
        for parent in folder.parents:
            if parent.is_relative_to(tempfile.gettempdir()) and parent.stat().st_uid == 0:
                parent.chmod(parent.stat().st_mode | 0o055)
        os.seteuid(65534)
    yield place
    if root:
        os.seteuid(0)
    folder.chmod(0o755)


@posix_only
def test_read_only_place_opens_for_reading_and_refuses_to_write(read_only_place, open_vault):
    vault = open_vault()
    assert vault.read_only
    assert vault.municipality().name == "Fjordheim kommune"
    vault.note_opened(1)
    with pytest.raises(RefusedError, match="lesing"), vault.begin(Deed.REGISTER_CASE):
        pass
    with pytest.raises(RefusedError):
        people.change_password(vault, read_only_place.password, "eit heilt nytt lause ord")


@posix_only
def test_nothing_can_be_created_in_a_read_only_place(read_only_place, tmp_path):
    with pytest.raises(ReadOnlyPlaceError):
        create(read_only_place.register.with_name("New.register"), tmp_path)


def test_no_two_causes_have_the_same_sentence():
    causes = [
        kind("x")
        if kind.__init__.__code__.co_argcount == 2 and not kind.__init__.__defaults__
        else kind()
        for kind in VaultError.__subclasses__()
    ]
    sentences = {cause.text for cause in causes}
    assert len(sentences) == len(causes) >= 17
    assert all(cause.hint for cause in causes)


def test_errors_of_the_system_become_sentences():
    assert isinstance(errors.from_os_error(OSError(28, "")), errors.DiskFullError)
    assert isinstance(errors.from_os_error(OSError(30, "")), errors.ReadOnlyPlaceError)
    assert isinstance(errors.from_os_error(OSError(5, "")), errors.StorageError)
    assert errors.from_driver_error(ValueError()) is None


@pytest.mark.parametrize(
    "name", ["Pærehøgda æøå", "to  ord", "a?b#c%41&d=e;f", "Kárášjohka 😀", "x" * 170]
)
@pytest.mark.skipif(sys.platform == "win32", reason="not names on Windows")
def test_any_name_of_folder_and_file_works(tmp_path, name):
    folder = tmp_path / name
    vault = create(folder / f"{name}.register", tmp_path / "anchors")
    vault.close()
    assert sorted(path.name for path in folder.iterdir()) == [
        f"{name}.keys",
        f"{name}.lock",
        f"{name}.register",
    ]


def test_creating_never_writes_over_anything(place, tmp_path):
    before = place.register.read_bytes(), place.keys.read_bytes()
    with pytest.raises(ExistingFileError, match=r"Fjordheim\.register"):
        create(place.register, tmp_path)
    place.register.rename(tmp_path / "moved")
    with pytest.raises(ExistingFileError, match=r"Fjordheim\.keys"):
        create(place.register, tmp_path)
    assert ((tmp_path / "moved").read_bytes(), place.keys.read_bytes()) == before


def test_creating_that_fails_leaves_nothing(tmp_path, monkeypatch):
    def full(*_arguments, **_options):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("gdpr_desktop.vault.opening.replace_file", full)
    with pytest.raises(errors.DiskFullError):
        create(tmp_path / "data" / "New.register", tmp_path / "anchors")
    assert list((tmp_path / "data").iterdir()) == []


def test_bad_password_and_empty_name_are_refused_at_their_fields(tmp_path):
    with pytest.raises(InvalidInputError) as refused:
        Vault.create(
            tmp_path / "New.register",
            user=" ",
            password="kort",
            municipality=Municipality(name="Fjordheim"),
            anchor_dir=tmp_path,
        )
    assert [problem.field for problem in refused.value.problems] == ["user", "password"]
    assert list(tmp_path.iterdir()) == []


def test_closing_twice_does_no_harm_and_a_closed_vault_gives_nothing(vault):
    vault.close()
    vault.close()
    with pytest.raises(RuntimeError):
        _ = vault.db
    with pytest.raises(RuntimeError):
        vault.begin(Deed.READ_CASE)


def test_closing_drops_the_keys(vault):
    from gdpr_desktop.vault.secret import Secret

    gc.collect()
    before = sum(isinstance(thing, Secret) for thing in gc.get_objects())
    vault.close()
    gc.collect()
    assert vault._opened is None
    assert sum(isinstance(thing, Secret) for thing in gc.get_objects()) <= before


@posix_only
def test_keys_changed_through_a_link_are_changed_where_it_leads_to(place, open_vault, tmp_path):
    linked = tmp_path / "links"
    linked.mkdir()
    for path in (place.register, place.keys):
        (linked / path.name).symlink_to(path)
    vault = Vault.open(
        linked / place.register.name, place.officer, place.password, anchor_dir=place.anchors
    )
    people.remove_user(vault, people.users(vault)[1].id)
    vault.close()
    assert open_vault().actor.name == place.officer
    assert (linked / place.register.name).is_symlink()
    assert (linked / place.keys.name).is_symlink()
