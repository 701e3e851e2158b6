"""Which countries are as at home, and which are found adequate."""

from datetime import date

import pytest

from gdpr_desktop.law.countries import Standing, all_countries, read_countries, standing

FIRST = """
[[countries]]
from = 2020-01-01
version = "a"
eea = ["NO"]
adequate = ["CH"]
partly_adequate = []
"""


def test_countries_stand_where_the_lists_say():
    found = [standing(code) for code in ("NO", "se", "GB", "US", "IN", "")]
    assert found == [
        Standing.EEA,
        Standing.EEA,
        Standing.ADEQUATE,
        Standing.PARTLY_ADEQUATE,
        Standing.THIRD,
        Standing.THIRD,
    ]


def test_no_country_stands_in_two_lists():
    for rules in all_countries():
        lists = (rules.eea, rules.adequate, rules.partly_adequate)
        assert len(frozenset().union(*lists)) == sum(map(len, lists))
        assert len(rules.eea) == 30


def test_later_set_states_only_what_it_changes():
    later = '[[countries]]\nfrom = 2021-01-01\nversion = "b"\nadequate = ["CH", "KR"]\n'
    one, other = read_countries(FIRST + later)
    assert other.adequate - one.adequate == {"KR"}
    assert other.eea == one.eea


@pytest.mark.parametrize(
    "more", ["nonsense = []\n", '[[countries]]\nfrom = 2019-01-01\nversion = "b"\n']
)
def test_lists_that_do_not_make_sense_are_refused(more):
    with pytest.raises(ValueError, match=r"unknown|order"):
        read_countries(FIRST + more)


def test_day_before_the_first_set_is_judged_by_it():
    assert standing("CH", date(1990, 1, 1)) is Standing.ADEQUATE
