"""Names cleaned, folded for the search and sorted the Norwegian way."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdpr_desktop.core.names import (
    clean,
    clean_line,
    clean_text,
    family_first,
    fold_long,
    fold_short,
    search_words,
    sort_key,
)

TEXTS = st.text(max_size=60)
DROPPED = ("Cc", "Cf", "Cs", "Co", "Cn")


@pytest.mark.parametrize(
    "name",
    [
        "Åse Bjørnsdatter Sæther",
        "Ánte Čáhcesuolu Ŋoaiggos Đorđi Ŧeaddi Šaddi Žaime",
        "O'Neill",
        "Kari Berg-Hansen",
        "{{ name }}",
        "**Kari**",
        "<b>Kari</b>",
        "Kari & Ola",
        "1. mai",
        "李小龍",
    ],
)
def test_a_name_of_any_letters_and_signs_is_kept_as_typed(name):
    assert clean(name) == clean_line(name) == clean_text(name) == name


def test_control_and_direction_signs_are_dropped():
    assert clean("Ka\x00ri\x1b \u202eneslO\u202c\ufeff \ue000Olsen\u200b") == "Kari neslO Olsen"


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r", "\x0b", "\x0c", "\x85", "\u2028"])
def test_every_way_to_break_a_line_becomes_a_newline(line_end):
    assert clean_text(f"ein{line_end}to") == "ein\nto"
    assert clean_line(f"ein{line_end}to") == "ein to"


def test_a_letter_typed_in_two_signs_becomes_one():
    assert clean("A\u030ase") == "Åse"
    assert fold_long("A\u030ase") == fold_long("Åse") == "aase"


def test_blanks_are_kept_in_free_text_and_joined_in_fields():
    assert clean_text("  a   b \n\n c\n\n") == "  a   b\n\n c"
    assert clean("  a   b\t c ") == "a b c"


def test_ten_megabytes_are_cleaned_in_a_moment():
    text = "Eg vil ha innsyn. " * 580_000
    assert clean_text(text) == text.rstrip()


@given(TEXTS)
def test_cleaning_twice_is_cleaning_once(text):
    for cleaner in (clean, clean_line, clean_text):
        assert cleaner(cleaner(text)) == cleaner(text)


@given(TEXTS)
def test_nothing_unprintable_is_left(text):
    for cleaner in (clean, clean_line, clean_text):
        cleaned = cleaner(text)
        assert unicodedata.is_normalized("NFC", cleaned.replace("\n", " "))
        assert all(unicodedata.category(c) not in DROPPED for c in cleaned.replace("\n", ""))
    assert "\n" not in clean_line(text)


@pytest.mark.parametrize(
    ("name", "short", "long"),
    [
        ("Bjørn", "bjorn", "bjoern"),
        ("Åsen", "asen", "aasen"),
        ("Sæther", "sather", "saether"),
        ("Máret Đorđi", "maret dordi", "maret dordi"),
        ("Ŋoaiggos Ŧ", "noaiggos t", "noaiggos t"),
        ("Łukasz Wójcik", "lukasz wojcik", "lukasz wojcik"),
        ("Þór Ǿrsted", "thor orsted", "thor oersted"),
        ("MÜLLER Groß", "muller gross", "muller gross"),
    ],
)
def test_names_are_folded_as_a_hurried_and_as_a_foreign_keyboard_types(name, short, long):
    assert fold_short(name) == short
    assert fold_long(name) == long


def test_words_are_indexed_once_and_again_where_the_foldings_differ():
    assert search_words("Kari Bjørnsdatter Vik") == "kari bjornsdatter vik bjoernsdatter"


@given(TEXTS)
def test_folding_twice_is_folding_once(text):
    for fold in (fold_short, fold_long):
        assert fold(fold(text)) == fold(text)


def test_names_sort_in_norwegian_order():
    wanted = [
        "Aberg",
        "Berg",
        "Berg-Hansen",
        "Dahl",
        "Đorđi",
        "Dybdal",
        "Nilsen",
        "Zahl",
        "Ærlig",
        "Öberg",
        "Østby",
        "Aasen",
        "Åsgård",
        "Åstad",
    ]
    mixed = [*wanted[1::2], *wanted[::2]]
    assert sorted(mixed, key=sort_key) == wanted


def test_lists_sort_by_the_family_name():
    assert family_first("Kari Anne Berg-Hansen") == "Berg-Hansen Kari Anne"
    assert family_first("Madonna") == "Madonna"
    assert family_first("") == ""


@pytest.mark.parametrize("text", ["  a  b ", "A\u030a", "a\u00a0b", "\u202ea\tb\n c", "", "Ål  Bø"])
def test_a_line_is_cleaned_the_same_way_by_both_roads(text):
    assert clean_line(text) == " ".join(clean(text).split())
