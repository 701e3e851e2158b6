"""What must never be seen: names in plain text, keys in texts."""

import logging
import pickle
import traceback

import pytest

from gdpr_desktop.core.roles import Deed
from gdpr_desktop.vault import DamagedDatabaseError, WrongPasswordError, hardening
from gdpr_desktop.vault.database import open_database
from gdpr_desktop.vault.secret import Secret

MARKER = "Synnøve Hemmelegdatter"


def test_no_name_of_a_citizen_in_plain_text_in_any_file_also_in_mid_save(vault, place):
    found = []
    with vault.begin(Deed.REGISTER_CASE) as work:
        for number in range(300):
            work.db.execute(
                "INSERT INTO setting (key, value) VALUES (?, ?)", [str(number), MARKER * 20]
            )
        work.log(1, "registered", note=MARKER)
        work.db.execute("PRAGMA cache_spill = 1")
        found += _files_with_marker(place)
    found += _files_with_marker(place)
    vault.close()
    assert found + _files_with_marker(place) == []


def _files_with_marker(place) -> list[str]:
    files = [path for path in place.register.parent.rglob("*") if path.is_file()]
    assert len(files) >= 4
    coded = [MARKER.encode(coding) for coding in ("utf-8", "utf-16-le", "latin-1")]
    return [
        path.name
        for path in files
        # the register is read with the standard library: closing it would drop SQLite's lock,
        # which no other program in this test asks for
        if any(marker in path.read_bytes() for marker in coded)
    ]


def test_no_file_is_an_unencrypted_database(vault, place):
    for path in place.register.parent.iterdir():
        assert path.is_dir() or not path.read_bytes().startswith(b"SQLite format 3")


def test_key_is_in_no_text_that_a_report_could_hold(open_vault, place, capfd, caplog):
    caplog.set_level(logging.DEBUG)
    vault = open_vault()
    keys = (*vault._opened.database_keys, *vault._opened.officers_keys)
    texts = [repr(vault), repr(vault._opened), repr(vars(vault)), repr(vault._worker)]
    vault.db.conn.set_trace_callback(texts.append)
    vault.save_setting("a", 1)
    vault.db.conn.set_trace_callback(None)
    vault.close()
    content = bytearray(place.register.read_bytes())
    content[5000] ^= 1
    content[100] ^= 1
    place.register.write_bytes(content)
    for password in ("heilt feil passord her", place.password):
        with pytest.raises((WrongPasswordError, DamagedDatabaseError)) as raised:
            open_vault(password=password)
        report = traceback.TracebackException.from_exception(raised.value, capture_locals=True)
        texts.append("".join(report.format()))
    texts += [*capfd.readouterr(), caplog.text]
    whole = "\n".join(texts)
    for key in keys:
        assert key.reveal().hex() not in whole.lower()
        assert repr(key.reveal())[2:20] not in whole


def test_secret_does_not_show_compare_or_travel():
    secret = Secret(b"k" * 32)
    assert "k" not in repr(secret)[-4:]
    assert repr(secret) == str(secret) == "Secret(…)"
    assert secret == Secret(b"k" * 32)
    assert secret != Secret(b"x" * 32)
    with pytest.raises(TypeError):
        pickle.dumps(secret)
    with pytest.raises(TypeError):
        hash(secret)


@pytest.mark.parametrize("length", [0, 16, 31, 33, 64])
def test_key_of_another_length_than_32_bytes_is_refused(place, length):
    with pytest.raises(AssertionError):
        open_database(place.register, Secret(b"k" * length), bytes(16))


def test_core_dumps_are_off():
    resource = pytest.importorskip("resource")
    before = resource.getrlimit(resource.RLIMIT_CORE)
    hardening.forbid_core_dumps()
    assert resource.getrlimit(resource.RLIMIT_CORE)[0] == 0
    resource.setrlimit(resource.RLIMIT_CORE, before)


def test_wrong_password_does_not_stay_in_the_error(open_vault):
    with pytest.raises(WrongPasswordError) as raised:
        open_vault(password="mitt hemmelege passord")
    assert raised.value.__cause__ is None
    assert "hemmelege" not in str(raised.value)
