"""The ciphers against the examples of their standards: a broken library is found before use."""

import pytest

from gdpr_desktop.vault import known_answers


def test_every_cipher_gives_the_answer_of_its_standard():
    known_answers.check()


@pytest.mark.parametrize("cipher", ["_argon2id", "_x25519", "_aead", "_hkdf"])
def test_cipher_that_answers_otherwise_is_named(monkeypatch, cipher):
    monkeypatch.setattr(known_answers, cipher, lambda: bytes(32))
    with pytest.raises(AssertionError, match="answer of its standard"):
        known_answers.check()


def test_first_page_on_the_disk_opens_with_another_librarys_ciphers(tmp_path):
    known_answers.check_database(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_page_that_is_not_encrypted_as_it_should_be_is_found(tmp_path, monkeypatch):
    monkeypatch.setattr(known_answers, "_HEADER", b"something else")
    with pytest.raises(AssertionError, match="not encrypted"):
        known_answers.check_database(tmp_path)


def test_versions_of_what_the_protection_rests_on_are_told():
    versions = known_answers.versions()
    assert versions["SQLCipher"].startswith("4.")
    assert all(versions.values())
