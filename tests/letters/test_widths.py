"""Columns of tables: as wide as their longest word, and otherwise as they were meant."""

from gdpr_desktop.letters.widths import fitted


def test_what_has_room_stays_as_it_is() -> None:
    assert fitted((5, 4, 4), ("Tiltak", "Formål", "Status"), [("a b c", "d", "e")]) == (5, 4, 4)
    assert fitted((), ("Tiltak", "Status"), [("kort", "kort")]) == ()


def test_a_long_word_gets_a_wider_column() -> None:
    header = ("Nr.", "Tiltak", "Formål", "Kven", "Risiko")
    rows = [("1", "Lampe", "Lova", "Velferdsteknologi", "1, 2")]
    found = fitted((2, 6, 4, 3, 2), header, rows)
    assert found[3] / sum(found) > 3 / 17
    assert found[3] > found[2]
    assert found[1] < 6 / 17 * sum(found)


def test_a_word_that_no_page_has_room_for_leaves_room_for_the_others() -> None:
    found = fitted((1, 1, 1), ("A", "B", "C"), [("x" * 500, "kort", "y" * 500)])
    assert all(one > 0 for one in found)
    assert max(found) < sum(found) * 0.6


def test_an_empty_table_of_one_column() -> None:
    assert fitted((), ("",), [("",)]) == ()
