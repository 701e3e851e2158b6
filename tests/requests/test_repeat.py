"""The same person, the same right, within a year: shown with the earlier answer."""

from datetime import date

import pytest

from gdpr_desktop.casework.model import Person
from gdpr_desktop.core.address import PostalAddress
from gdpr_desktop.requests.model import Result, Right
from gdpr_desktop.requests.repeat import earlier_answers, within_a_year

HOME = PostalAddress(street="Fjordvegen 4", postal_code="6999", city="Fjordvik")
KARI = Person(name="Kari Berg-Hansen", birth_date=date(1980, 5, 1), address=HOME)


@pytest.mark.parametrize(
    ("earlier", "received", "counts"),
    [
        (date(2025, 11, 12), date(2026, 11, 12), False),  # a year: never excessive
        (date(2025, 11, 13), date(2026, 11, 12), True),
        (date(2024, 2, 29), date(2025, 2, 28), False),
        (date(2026, 11, 12), date(2026, 11, 12), True),
        (date(2026, 11, 13), date(2026, 11, 12), False),
    ],
)
def test_a_repeat_after_a_year_or_more_does_not_count(earlier, received, counts):
    assert within_a_year(earlier, received) is counts


def test_an_earlier_request_for_the_same_is_found_with_its_answer(vault, desk):
    sent = desk.sent(subject=KARI, received=date(2026, 10, 1))
    open_case = desk.register(subject=Person(name="Kari Berg-Hansen"), received=date(2026, 11, 1))
    desk.register(subject=KARI, received=date(2025, 11, 12))  # a year before
    desk.register(subject=KARI, rights=(Right.QUESTION,))
    desk.register(subject=Person(name="Kari Berg-Hansen", birth_date=date(1999, 1, 1)))
    found = earlier_answers(vault, KARI, Right.ACCESS, date(2026, 11, 12))
    numbers = [desk.request(case_id).case.number for case_id in (open_case, sent)]
    assert [one.number for one in found] == numbers
    assert [one.result for one in found] == [None, Result.GRANTED]
    assert (found[1].answered_on, found[1].sure, found[0].sure) == (desk.today, True, False)
    own = earlier_answers(vault, KARI, Right.ACCESS, date(2026, 11, 12), but=sent)
    assert [one.number for one in own] == numbers[:1]
    assert earlier_answers(vault, Person(name=" "), Right.ACCESS, desk.today) == ()
