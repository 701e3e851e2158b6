import time
from collections.abc import Callable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from gdpr_desktop.law.identifiers import Finding, Kind, find, find_secret


def only(text: str) -> Finding:
    (finding,) = find(text)
    return finding


def spans(text: str) -> list[tuple[str, str]]:
    return [(finding.kind, text[finding.start : finding.end]) for finding in find(text)]


@pytest.mark.parametrize(
    ("text", "kind", "span", "certain"),
    [
        ("Gjelder født 13.09.72, fnr. 130972 48022.", "national_id", "130972 48022", True),
        ("Konto 8601.11.17947", "account", "8601.11.17947", True),
        ("Betal til 8601.11.17947", "account", "8601.11.17947", True),
        ("Ref 13097248022", "national_id", "13097248022", True),
        ("Org.nr. 974 760 673", "organisation", "974 760 673", True),
        ("Sak 2026/12345678903", "account", "12345678903", False),
        ("tlf. 22 86 47 00", "phone", "22 86 47 00", True),
        ("Dnr 53097248016", "d_number", "53097248016", True),
        ("109155 96784", "national_id", "109155 96784", True),
        ("130972\u00a048022", "national_id", "130972\u00a048022", True),
        ("130972 - 48022", "national_id", "130972 - 48022", True),
        ("13 09 72 48022", "national_id", "13 09 72 48022", True),
        ("13.09.72 48022", "national_id", "13.09.72 48022", True),
        ("130972 480 22", "national_id", "130972 480 22", True),
        ("fnr13097248022", "national_id", "13097248022", True),
        ("NO93 8601 1117 947", "account", "NO93 8601 1117 947", True),
        ("NO 974 760 673 MVA", "organisation", "974 760 673", True),
        ("974760673", "organisation", "974760673", False),
        ("+47 912 34 567", "phone", "+47 912 34 567", True),
        ("004722864700", "phone", "004722864700", True),
        ("912 34 567", "phone", "912 34 567", False),
        ("91234567", "phone", "91234567", False),
        ("Skriv til kari@nordvik.example.no.", "email", "kari@nordvik.example.no", True),
        ("<Åse.Bø+arkiv@bø.kommune.no>", "email", "Åse.Bø+arkiv@bø.kommune.no", True),
    ],
)
def test_what_is_found_in_text(text, kind, span, certain):
    finding = only(text)
    assert (finding.kind, text[finding.start : finding.end]) == (kind, span)
    assert finding.certain is certain
    assert not finding.mistyped


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Møtet er 13.09.2026 kl. 14:05, sak 2026/1234.",
        "Vedtak 20260203",
        "1309724802",
        "130972480222",
        "l3097248022",
        "１３０９７２４８０２２",
        "00000000000",
        "Ref 12345678901",
        "kr 12 345 678,00",
        "@kari nordmann@",
        "123 456 789",
    ],
)
def test_what_is_left_alone(text):
    assert find(text) == []


def test_a_wrong_check_digit_is_perhaps_a_mistyped_identity_number():
    finding = only("13097248023")
    assert finding.kind is Kind.NATIONAL_ID
    assert finding.mistyped
    assert not finding.certain


def test_a_wrong_check_digit_after_the_word_account_is_perhaps_a_mistyped_account():
    finding = only("Konto 1234 56 78901")
    assert (finding.kind, finding.mistyped, finding.certain) == (Kind.ACCOUNT, True, False)


@pytest.mark.parametrize(
    ("text", "synthetic"),
    [
        ("10915596784", True),
        ("41819077906", True),
        ("13097248022", False),
        ("13527248013", False),  # a help number is a real patient's
        ("org.nr. 312 345 676", True),
        ("org.nr. 974 760 673", False),
    ],
)
def test_numbers_made_for_tests_are_marked(text, synthetic):
    assert only(text).synthetic is synthetic


@pytest.mark.parametrize(
    ("text", "kind", "certain"),
    [
        ("30108299939", "national_id", False),  # one of many accounts begins like this
        ("fnr 30108299939", "national_id", True),
        ("301082 99939", "national_id", True),
        ("konto 30108299939", "account", True),
        ("3010 82 99939", "account", False),
        ("fødselsnummer 3010 82 99939", "national_id", True),
        ("konto 13097248022", "account", True),
        ("ved kontoret 13097248022", "national_id", True),
        ("fnr 86011117947", "account", False),
    ],
)
def test_words_and_shape_tell_an_account_from_an_identity_number(text, kind, certain):
    finding = only(text)
    assert (finding.kind, finding.certain) == (kind, certain)


def test_the_nearest_word_counts():
    text = "fnr 13097248022, konto 12345678903, tlf 22864700"
    assert spans(text) == [
        ("national_id", "13097248022"),
        ("account", "12345678903"),
        ("phone", "22864700"),
    ]


def test_a_word_is_not_about_a_number_after_the_next_one():
    assert spans("Konto 12345678903, 13097248022") == [
        ("account", "12345678903"),
        ("national_id", "13097248022"),
    ]


def test_a_number_that_begins_inside_a_rejected_one_is_found():
    assert spans("22 86 47 00 130972 48022") == [
        ("phone", "22 86 47 00"),
        ("national_id", "130972 48022"),
    ]


def test_findings_come_in_order_and_do_not_overlap():
    text = "post@x.no 13097248022@x.no 974 760 673 og 22 86 47 00"
    findings = find(text)
    ends = [finding.end for finding in findings]
    starts = [finding.start for finding in findings]
    assert starts == sorted(starts)
    assert all(end <= start for end, start in zip(ends, starts[1:], strict=False))
    assert (Kind.NATIONAL_ID, "13097248022") in spans(text)


pieces = st.sampled_from(
    ["13097248022", "130972 48022", "8601.11.17947", "974 760 673", "22 86 47 00", "NO", "+47",
     "MVA", "konto ", "fnr ", " ", ".", "-", "\u00a0", "a@b.no", "æ", "12", "\n", "\U0001f600"]
)  # fmt: skip


@example(["+47", "22 86 47 00"])
@given(st.lists(pieces, max_size=12))
def test_spans_lie_in_the_text_and_hold_the_number(parts):
    text = "".join(parts)
    for finding in find(text):
        span = text[finding.start : finding.end]
        assert span == span.strip(" .-\u00a0\n")
        assert len(span) >= 6


@pytest.mark.parametrize(
    "piece",
    ["1", "1 ", "12 ", "123456  ", "a", "a.", "a@", "1.", "NO 974 ", "123 45 67 890 ", "konto ",
     "7" + " " * 500, "-", "1-", "a@" + "a." * 40],
)  # fmt: skip
def test_no_text_makes_the_search_slow(piece):
    small, large = piece * (20_000 // len(piece)), piece * (160_000 // len(piece))

    def seconds(text: str) -> float:
        tries = []
        for _try in range(3):
            start = time.thread_time()  # work, not waiting: others may use the machine
            find(text)
            tries.append(time.thread_time() - start)
        return min(tries)

    # Eight times the text: a quadratic search would need 64 times as long.
    assert seconds(large) < 30 * max(seconds(small), 0.001)


def _of_persons_and_accounts(text: str) -> list[tuple[int, int]]:
    kinds = (Kind.NATIONAL_ID, Kind.D_NUMBER, Kind.ACCOUNT)
    return [(one.start, one.end) for one in find(text) if one.kind in kinds]


_DATED = st.from_regex(r"[0-3][0-9][01][0-9]{3}[ \u00a0-]?[0-9]{5}", fullmatch=True)


@given(st.one_of(_DATED, st.text(alphabet="NO0123456789 .-\u00a0a@", max_size=40)))
@example("NO93 8601 1117 947 og 974 760 673")
@example("NO93 8601 1117 947, 130972 48022, a@b.no")
@example("86011117947")
@example("13097248022")
@example("12345678901")
def test_the_cheap_look_finds_the_same_numbers_of_persons_and_accounts(text: str) -> None:
    assert find_secret(text) == _of_persons_and_accounts(text)


def _seconds(look: Callable[[str], object], cells: list[str]) -> float:
    begun = time.process_time()
    for cell in cells:
        look(cell)
    return time.process_time() - begun


def test_a_cell_that_is_one_number_is_looked_at_cheaply() -> None:
    cells = [f"{day:02d}0190{number:05d}" for day in range(1, 29) for number in range(100)]
    cheap, whole = (min(_seconds(look, cells) for _ in range(3)) for look in (find_secret, find))
    assert cheap < whole / 3
