"""Which passwords are refused when chosen, and what each costs to try."""

import unicodedata

import pytest

from gdpr_desktop.vault import Kdf, UnsafeKeyFileError, password_problems

KNOWN = {"name": "Kari Nordmann", "municipality": "Sør-Fjordheim kommune"}


@pytest.mark.parametrize(
    "password",
    [
        "",
        "ellevetegn!",
        "passord passord",
        "Passord123456",
        "123456789012345",
        "qwertyuiop123",
        "aaaaaaaaaaaaaaaa",
        "abcabcabcabcabc",
        "KariNordmann1985",
        "Fjordheim2026!!",
        "sørfjordheim 2025",
        "kommune kommune kommune",
        "Velkommen til 2026",
        "Personvernombud1",
        "SommarVinter2026",
        "a" * 1025,
        "😀" * 20,
    ],
)
def test_guessable_password_is_refused_with_a_sentence(password):
    (sentence,) = password_problems(password, **KNOWN)
    assert sentence.endswith(".")


@pytest.mark.parametrize(
    "password",
    [
        "riktig hest batteri stift",
        "grøn traktor under vatn",
        "xK9#mQ2$vL7!",
        "Ei ku på taket i april",
        "k9?xæ" * 200,
        "blåbærsyltetøy med is",
    ],
)
def test_password_of_unrelated_words_is_accepted(password):
    assert password_problems(password, **KNOWN) == ()
    assert password_problems(unicodedata.normalize("NFD", password), **KNOWN) == ()


def test_length_is_counted_in_composed_letters():
    eleven = unicodedata.normalize("NFD", "å" * 11)
    assert len(eleven) == 22
    assert len(password_problems(eleven, **KNOWN)) == 1


def test_standard_cost_is_inside_what_is_accepted_and_above_the_floor():
    Kdf.standard().check()
    Kdf.floor().check()
    assert Kdf.standard() == Kdf(memory_kib=256 * 1024, passes=3, lanes=4)
    with pytest.raises(UnsafeKeyFileError):
        Kdf(memory_kib=1024 * 1024 + 1, passes=3, lanes=4).derive("x", bytes(16))


def test_same_password_and_salt_give_the_same_key_in_both_unicode_forms():
    word = "blåbærsyltetøy"
    keys = [
        Kdf.floor().derive(unicodedata.normalize(form, word), bytes(16)) for form in ("NFC", "NFD")
    ]
    assert keys[0] == keys[1]
    assert keys[0] != Kdf.floor().derive(word + " ", bytes(16))
    assert len(keys[0].reveal()) == 32


@pytest.mark.usefixtures("keys_derived_in_full")
def test_known_answer_of_the_derivation():
    """Argon2id, 64 MiB, 3 passes, 4 lanes: the format of every key file rests on it."""
    key = Kdf.floor().derive("passord", bytes(range(16)))
    assert key.reveal().hex() == "b622e07e7c9c0eab9b4cb4bf8a579c02220611ddb79849d0024fc39f77bf2c70"
