"""The one module that opens databases, and the library it leans on."""

import re
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as driver
import sqlite_utils.db

from gdpr_desktop.vault import DamagedDatabaseError, Vault
from gdpr_desktop.vault.database import (
    create_database,
    is_sound,
    open_database,
    self_test,
    uri,
)
from gdpr_desktop.vault.secret import Secret

ROOT = Path(__file__).parents[2]
VAULT = bytes(range(16))
KEY = Secret(bytes(range(32)))


@pytest.fixture
def db(tmp_path):
    db = create_database(tmp_path / "test.register", KEY, VAULT)
    yield db
    db.close()


def test_library_still_has_the_two_names_that_are_exchanged():
    assert sqlite_utils.db.sqlite3 is driver
    assert sqlite_utils.db.OperationalError is driver.OperationalError
    source = Path(sqlite_utils.db.__file__).read_text(encoding="utf-8")
    assert "except sqlite3.OperationalError" in source
    assert "except OperationalError" in source
    assert issubclass(sqlite3.Error, Exception)
    assert not issubclass(driver.Error, sqlite3.Error)


def test_what_broke_without_the_exchange_works(db):
    db.table("missing").drop(ignore=True)
    db.table("a").insert({"x": 1})
    db.table("a").insert({"x": 1, "y": 2}, alter=True)
    assert len(list(db.query("INSERT INTO a (x) VALUES (2), (3) RETURNING x"))) == 2
    db.table("a").create_index(["x"], index_name="i")
    db.table("a").create_index(["y"], index_name="i", find_unique_name=True)
    assert {index.name for index in db.table("a").indexes} == {"i", "i_2"}


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "delete"),
        ("synchronous", 3),
        ("locking_mode", "exclusive"),
        ("foreign_keys", 1),
        ("trusted_schema", 0),
        ("cell_size_check", 1),
        ("secure_delete", 1),
        ("cache_size", -32768),
        ("temp_store", 2),
        ("application_id", 0x50765031),
    ],
)
def test_settings_are_in_force(db, pragma, value):
    assert db.execute(f"PRAGMA {pragma}").fetchone()[0] == value


OPENS = """
import sys
from pathlib import Path
from gdpr_desktop.vault.database import create_database
from gdpr_desktop.vault.secret import Secret
db = create_database(Path(sys.argv[1]), Secret(bytes(32)), bytes(16))
print(db.execute("PRAGMA cipher_memory_security").fetchone()[0])
"""


def test_memory_is_locked_and_wiped_in_the_program_itself(tmp_path):
    """In a process of its own: tests do without, and once on it cannot be turned off."""
    command = [sys.executable, "-c", OPENS, str(tmp_path / "test.register")]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.strip() == "1"


def test_vault_id_stands_first_in_the_file_and_nothing_is_plain(db, tmp_path):
    db.close()
    content = (tmp_path / "test.register").read_bytes()
    assert content[:16] == VAULT
    assert b"SQLite" not in content


def test_creating_refuses_an_existing_file_even_an_empty_one(tmp_path):
    path = tmp_path / "empty.register"
    path.touch()
    with pytest.raises(FileExistsError):
        create_database(path, KEY, VAULT)
    assert path.stat().st_size == 0


def test_opening_never_makes_a_file(tmp_path):
    from gdpr_desktop.vault import StorageError

    with pytest.raises(StorageError):
        open_database(tmp_path / "none.register", KEY, VAULT)
    assert list(tmp_path.iterdir()) == []


def test_another_key_is_refused(db, tmp_path):
    db.close()
    with pytest.raises(DamagedDatabaseError):
        open_database(tmp_path / "test.register", Secret.new(), VAULT)


def test_driver_that_does_not_encrypt_is_refused():
    plain = sqlite3.connect(":memory:")
    with pytest.raises(AssertionError, match="SQLCipher"):
        self_test(plain)
    plain.close()


def test_path_is_quoted_whole():
    assert (
        uri(Path("/a b/æ?#%&.register"), "rw") == "file:/a%20b/%C3%A6%3F%23%25%26.register?mode=rw"
    )


def test_a_flipped_bit_in_any_page_is_found(db, tmp_path):
    db.execute("CREATE TABLE a (x TEXT) STRICT")
    db.execute("CREATE INDEX i ON a (x)")
    with db.atomic():
        db.table("a").insert_all({"x": f"{n} " * 30} for n in range(200))
    db.close()
    path = tmp_path / "test.register"
    whole = path.read_bytes()
    pages = len(whole) // 4096
    found = 0
    for page in range(pages):
        damaged = bytearray(whole)
        damaged[page * 4096 + 16 + 997 % 4000] ^= 4
        path.write_bytes(damaged)
        try:
            opened = open_database(path, KEY, VAULT)
        except DamagedDatabaseError:
            found += 1
            continue
        found += not is_sound(opened)
        opened.close()
    assert (found, pages > 5) == (pages, True)
    path.write_bytes(whole)
    opened = open_database(path, KEY, VAULT)
    assert is_sound(opened)
    opened.close()


def test_only_this_module_touches_the_driver():
    ours = Path(__file__).parents[2] / "gdpr_desktop"
    for path in ours.rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        if path.name != "database.py" or path.parent.name != "vault":
            assert not re.search(r"(import|from) (sqlcipher3|sqlite3)|\bDatabase\(", text), path


def test_sorting_and_numbers_do_not_depend_on_the_locale(vault, monkeypatch):
    import locale

    before = locale.setlocale(locale.LC_ALL)
    for name in ("nb_NO.UTF-8", "tr_TR.UTF-8", "C.UTF-8", "C"):
        try:
            locale.setlocale(locale.LC_ALL, name)
        except locale.Error:
            continue
        assert vault.municipality().name == "Fjordheim kommune"
        vault.save_setting("number", 1234567.5)
        assert vault.setting("number") == 1234567.5
    locale.setlocale(locale.LC_ALL, before)


def test_opened_in_one_thread_and_used_in_another(open_vault, place):
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(1) as pool:
        vault = pool.submit(open_vault).result()
    assert isinstance(vault, Vault)
    vault.save_setting("a", 1)
    with ThreadPoolExecutor(1) as pool:
        pool.submit(vault.close).result()
    open_vault()
