"""When people must be told, art. 13 and 14(3); how articles are cited."""

from datetime import date

import pytest

from gdpr_desktop.law.articles import cited
from gdpr_desktop.law.information import InformationTiming, information_time
from gdpr_desktop.law.information_exceptions import InformationException

OBTAINED = date(2026, 11, 2)


def test_what_the_person_gives_is_told_of_at_once():
    found = information_time(OBTAINED, from_person=True)
    assert (found.due, found.timing) == (OBTAINED, InformationTiming.AT_COLLECTION)


def test_normally_within_ten_days_moved_to_a_working_day():
    assert information_time(OBTAINED).due == date(2026, 11, 12)
    assert information_time(date(2026, 11, 4)).due == date(2026, 11, 16)  # the 14th is a Saturday


def test_known_contact_decides_before_or_after_the_ten_days():
    early = information_time(OBTAINED, first_contact=date(2026, 11, 5))
    late = information_time(OBTAINED, first_contact=date(2026, 11, 25))
    assert (early.due, late.due) == (date(2026, 11, 5), date(2026, 11, 25))
    assert early.timing is late.timing is InformationTiming.FIRST_CONTACT


def test_first_of_contact_and_disclosure_decides():
    found = information_time(
        OBTAINED, first_contact=date(2026, 11, 25), first_disclosure=date(2026, 11, 20)
    )
    assert (found.due, found.timing) == (date(2026, 11, 20), InformationTiming.FIRST_DISCLOSURE)


def test_never_later_than_a_month():
    found = information_time(OBTAINED, first_contact=date(2027, 1, 15))
    assert (found.due, found.timing) == (date(2026, 12, 2), InformationTiming.ONE_MONTH)


def test_contact_before_the_data_came_is_refused():
    with pytest.raises(ValueError, match="before"):
        information_time(OBTAINED, first_contact=date(2026, 11, 1))


@pytest.mark.parametrize(
    ("exception", "from_person", "short"),
    [
        ("already_known", True, "art. 13(4)"),
        ("already_known", False, "art. 14(5)a"),
        ("disproportionate", False, "art. 14(5)b"),
        ("laid_down_by_law", False, "art. 14(5)c"),
        ("confidential", False, "art. 14(5)d"),
        ("not_identifiable", False, "art. 11(1)"),  # 11(2) is about art. 15 to 20
        ("obvious_interests", True, "§ 16 f"),
    ],
)
def test_exceptions_name_their_provision(exception, from_person, short):
    found = InformationException(exception).reference(from_person=from_person)
    assert found.short == short


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("6(1)(e)", "6 nr. 1 bokstav e"),
        ("30(1)(b)", "30 nr. 1 bokstav b"),
        ("24", "24"),
        ("13, 14(3)", "13, 14 nr. 3"),
        ("personopplysningslova § 16", "personopplysningslova § 16"),
    ],
)
def test_articles_are_cited_as_norwegian_texts_do(code, words):
    assert cited(code) == words
