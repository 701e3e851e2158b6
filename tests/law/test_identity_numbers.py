from datetime import date

import pytest

from gdpr_desktop.law.ages import age_on
from gdpr_desktop.law.identifiers import (
    NumberKind,
    birth_date,
    identity_kind,
    is_account,
    is_national_id,
    is_organisation,
    mask,
)
from gdpr_desktop.law.identifiers.numbers import passes_check

TODAY = date(2026, 11, 22)

# Published by Skatteetaten (the first seven are their test file) and NAV: number, kind, valid by
# the rule of 1964, valid by the rule of 2032.
PUBLISHED = [
    ("30108299939", "ordinary", False, True),  # reelt 2032-nummer
    ("20036914700", "ordinary", True, True),  # reelt 1964-nummer
    ("03851598730", "synthetic", True, True),  # syntetisk 1964-nummer
    ("20036914712", "ordinary", False, False),  # reelt 1964-nummer
    ("29020073150", "ordinary", True, True),  # reelt 1964-nummer (Skuddag i skuddår)
    ("29020105729", "ordinary", False, False),  # reelt 1964-nummer (Skuddag i ikke-skuddår)
    ("41819077906", "synthetic_d_number", False, True),  # syntetisk 2032-D-nummer
    ("29020075838", "ordinary", True, True),  # 29 Feb 2000
    ("13097248032", "ordinary", False, False),  # k1 wrong
    ("13097248023", "ordinary", False, False),  # k2 wrong
    ("32127248022", "ordinary", False, False),  # day 32
    ("13137248022", "ordinary", False, False),  # month 13
    ("29020112345", "ordinary", False, False),  # 29 Feb 2001
    ("53097248016", "d_number", True, True),  # D-number
    ("13527248013", "help_number", True, True),  # H-number / month +40
    ("10915596784", "synthetic", True, True),  # synthetic +80
    ("02013299997", "ordinary", True, True),  # 1964 rule
    ("30108299939", "ordinary", False, True),  # 2032 rule only
    ("02013299806", "ordinary", True, True),  # 1964 rule
    ("02013299987", "ordinary", False, False),  # k1 changed
    ("02013299996", "ordinary", False, False),  # k2 changed
    ("70108299914", "d_number", True, True),  # D-number
]
# Month + 80: fødselsnummer, D-nummer, born, age on 2026-11-22. They belong to nobody.
SYNTHETIC = """
    22911399826 62911399658 2013-11-22 13
    23911399946 63911399778 2013-11-23 12
    22911199894 62911199888 2011-11-22 15
    23911199904 63911199736 2011-11-23 14
    22911099873 62911099867 2010-11-22 16
    23911099993 63911099987 2010-11-23 15
    22910899973 62910899967 2008-11-22 18
    23910899821 63910899815 2008-11-23 17
    22911499928 62911499911 2014-11-22 12
    01912699826 41912699658 2026-11-01 0
    29820899979 69820899962 2008-02-29 18
    29820099840 69820099834 2000-02-29 26
    01810099735 41810099990 2000-01-01 26
    31923999658 71923999803 2039-12-31 -
    01815049833 41815049827 1950-01-01 76
    17856549992 57856549986 1965-05-17 61
    13897249639 53897249894 1972-09-13 54
    31928849735 71928849990 1988-12-31 37
    31929949865 71929949859 1999-12-31 26
    15864049963 55864049957 1940-06-15 86
"""
ACCOUNTS = [
    ("1234 56 78903", True),
    ("1234 56 78901", False),  # remember.no sample, wrong
    ("8601 11 17947", True),  # IBAN registry sample
    ("0000 00 00000", False),  # passes mod-11: reject explicitly
    ("1207 01 23450", True),
    ("1234 00 00011", True),
    ("1309 72 48022", True),  # a fødselsnummer: passes account test too (T10)
    ("3010 82 99939", True),  # 2032 fnr: also passes account test
]
ORGANISATIONS = [
    ("123 456 785", True),  # textbook
    ("701 730 496", True),  # norske-testdata.no
    ("701 730 495", False),  # typo in its prose
    ("974 760 673", True),  # Brønnøysundregistrene
    ("971 526 920", True),  # SSB
    ("983 971 636", True),  # published
    ("974 761 076", True),  # Skatteetaten
    ("940 380 014", True),  # published
    ("312 345 678", False),  # wrong check digit
    ("312 345 676", True),  # synthetic (D)
    ("311 111 116", True),  # synthetic (D)
    ("210 000 003", True),  # synthetic (D)
    ("310 000 000", True),  # synthetic (D)
    ("399 999 995", True),  # synthetic (D)
]


@pytest.mark.parametrize(("number", "kind", "by_1964", "by_2032"), PUBLISHED)
def test_published_identity_numbers(number, kind, by_1964, by_2032):
    assert is_national_id(number) is by_2032
    assert is_national_id(number, only_1964=True) is by_1964
    assert identity_kind(number) == (kind if by_2032 else None)


@pytest.mark.parametrize("line", SYNTHETIC.strip().splitlines())
def test_synthetic_numbers_and_the_age_they_give(line):
    number, d_number, born, age = line.split()
    assert identity_kind(number) is NumberKind.SYNTHETIC
    assert identity_kind(d_number) is NumberKind.SYNTHETIC_D_NUMBER
    found = birth_date(number, TODAY)
    if age == "-":
        assert found is None  # a birth date ahead
    else:
        assert found == date.fromisoformat(born)
        assert age_on(found, TODAY) == int(age)


@pytest.mark.parametrize(
    ("number", "by_1964"),
    [
        ("13897299814", True),
        ("13897299903", False),
        ("13897299911", False),
        ("13897299849", False),
    ],
)
def test_from_2032_a_remainder_of_0_to_3_is_valid(number, by_1964):
    assert is_national_id(number)
    assert is_national_id(number, only_1964=True) is by_1964


def mistyped(number: str) -> set[str]:
    """``number`` with one digit changed, or two neighbours swapped."""
    changed = {
        number[:place] + digit + number[place + 1 :]
        for place in range(11)
        for digit in "0123456789"
    }
    swapped = {
        number[:place] + number[place + 1] + number[place] + number[place + 2 :]
        for place in range(10)
    }
    return (changed | swapped) - {number}


@pytest.mark.parametrize(
    ("number", "only_1964"),
    [("13997248036", True), ("13997248036", False), ("13897249639", True)],
)
def test_a_mistyped_digit_and_two_swapped_digits_are_caught(number, only_1964):
    assert passes_check(number, only_1964=only_1964)
    assert not [one for one in mistyped(number) if passes_check(one, only_1964=only_1964)]


def test_fitting_check_digits_do_not_save_a_month_that_does_not_exist():
    assert passes_check("13997248036")  # month 19 + 80
    assert not is_national_id("13997248036")


@pytest.mark.parametrize(
    "text",
    ["130972 48022", "130972-48022", "130972\u00a048022", " 13097248022 ", "130972\u202f48022"],
)
def test_blanks_and_hyphens_are_skipped(text):
    assert is_national_id(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "1309724802",
        "130972480222",
        "l3097248022",
        "１３０９７２４８０２２",
        "١٣٠٩٧٢٤٨٠٢٢",
        "00000000000",
        "80097248022",
    ],
)
def test_what_is_no_identity_number(text):
    assert not is_national_id(text)


def test_a_leading_zero_belongs_to_the_number():
    assert is_national_id("02013299997")
    assert not is_national_id("2013299997")


def test_a_d_number_is_told_from_a_birth_number():
    assert identity_kind("53097248016") is NumberKind.D_NUMBER
    assert identity_kind("130972 48022") is NumberKind.ORDINARY


@pytest.mark.parametrize(
    ("number", "why"),
    [
        ("53097248016", "a D-number's series do not tell the century"),
        ("13527248013", "nor do a help number's"),
        ("13897299903", "valid from 2032 only"),
        ("13097248023", "wrong check digits"),
        ("not a number", ""),
    ],
)
def test_a_birth_date_that_cannot_be_known_is_not_guessed(number, why):
    assert birth_date(number, TODAY) is None


def test_from_2032_no_number_tells_the_century():
    assert birth_date("13897249639", date(2031, 12, 31)) == date(1972, 9, 13)
    assert birth_date("13897249639", date(2032, 1, 1)) is None


def test_an_identity_number_is_shown_without_its_last_five_digits():
    assert mask("13097248022") == mask("130972 48022") == "130972*****"
    assert mask("12345") == "*****"


@pytest.mark.parametrize(("text", "valid"), ACCOUNTS)
def test_account_numbers(text, valid):
    assert is_account(text) is valid
    assert is_account(text.replace(" ", ".")) is valid
    assert is_account(text.replace(" ", "")) is valid


def test_an_account_whose_check_digit_would_be_ten_is_never_issued():
    assert not [digit for digit in "0123456789" if is_account(f"1234000002{digit}")]


@pytest.mark.parametrize(("text", "valid"), ORGANISATIONS)
def test_organisation_numbers(text, valid):
    assert is_organisation(text) is valid
    assert is_organisation(text.replace(" ", "")) is valid


@pytest.mark.parametrize("text", ["NO 974 760 673 MVA", "974760673mva", "NO974760673"])
def test_country_and_vat_marks_are_skipped(text):
    assert is_organisation(text)


def test_an_organisation_whose_check_digit_would_be_ten_is_never_issued():
    assert not [digit for digit in "0123456789" if is_organisation(f"91234567{digit}")]


@pytest.mark.parametrize("text", ["000000000", "97476067", "9747606731", "９７４７６０６７３"])
def test_what_is_no_organisation_number(text):
    assert not is_organisation(text)
