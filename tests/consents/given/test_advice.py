"""What is told while an answer is typed."""

from datetime import date

import pytest

from consents.given.made import GIVEN, TODAY, by_both, consent, content, form, picture
from gdpr_desktop.consents.ages import Hearing
from gdpr_desktop.consents.codes import Reason
from gdpr_desktop.consents.given.advice import advice
from gdpr_desktop.consents.given.words import advice_words
from gdpr_desktop.consents.validity import validity
from gdpr_desktop.core.bilingual import same


@pytest.mark.parametrize(
    ("born", "wanted"),
    [
        (date(2022, 5, 3), Hearing.BY_MATURITY),
        (date(2017, 5, 3), Hearing.HEARD),
        (date(2013, 5, 3), Hearing.WEIGHS),
        (date(2010, 5, 3), None),  # answers alone
        (None, None),
    ],
)
def test_the_child_is_asked_too_where_others_answer_for_it(born, wanted):
    found = advice(consent(*by_both("p1", "p2"), born=born), form(), TODAY)
    assert found.hearing is wanted
    assert ("barnelova § 31" in advice_words(found)) is (wanted is not None)


def test_who_now_answers_beside_the_parents_is_told_so():
    made = content(picture(special=True), explicit=same("Ja"))
    turned = consent(*by_both("p1", given_on=GIVEN), born=date(2011, 10, 1))
    assert validity(turned, form(made), TODAY).reasons == (Reason.OUTGROWN_BESIDE,)
